//! The backup that follows a change: when it is asked for, what is said where it does not work.

use crate::backup::{BackupSet, DeviceType, RecoveryName};
use crate::ops::backup::BackupError;
use crate::ports::PlaceError;
use crate::secret::Passphrase;
use crate::tui::effect::Effect;
use crate::tui::model::Place;
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::testing::{Bench, NOW};
use crate::vault::KdfParams;

struct Counting(std::sync::atomic::AtomicU8);

impl crate::chance::Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), crate::chance::NoEntropy> {
        bytes.fill_with(|| self.0.fetch_add(37, std::sync::atomic::Ordering::Relaxed));
        Ok(())
    }
}

/// An open vault with backups set up.
fn backed() -> Bench {
    let mut bench = Bench::open();
    let Place::Home(home) = &mut bench.model.place else { unreachable!("open") };
    let account = RecoveryName::parse("mira@example.com").unwrap();
    let password = Passphrase::parse("a lamp beside the harbour").unwrap();
    let chance = Counting(1.into());
    let vault = home.session.vault_mut();
    let set = BackupSet::create(vault, (account, &password), KdfParams::LEAST, DeviceType::Portable, NOW, &chance);
    vault.set_backup_sets(&[set.unwrap()]).unwrap();
    bench
}

fn asked(bench: &Bench) -> Vec<Ticket> {
    let ticket = |effect: &Effect| if let Effect::BackUp(ticket) = effect { Some(*ticket) } else { None };
    bench.asked.iter().filter_map(ticket).collect()
}

fn refused() -> Answer {
    Answer::BackedUp(Err(BackupError::Place(PlaceError::Gone)))
}

#[test]
fn a_change_is_backed_up_after_it_is_saved_and_not_before() {
    let mut bench = backed();
    bench.press("p");
    assert!(asked(&bench).is_empty());
    bench.saved();
    assert_eq!(asked(&bench).len(), 1);
}

#[test]
fn one_backup_is_on_its_way_at_a_time_and_without_a_set_there_is_none() {
    let mut bench = backed();
    bench.press("p").saved();
    bench.press("p").saved();
    assert_eq!(asked(&bench).len(), 1);
    let mut bare = Bench::open();
    bare.press("p").saved();
    assert!(asked(&bare).is_empty());
}

#[test]
fn a_backup_that_was_not_made_is_said_once_and_tried_again_after_the_next_change() {
    let mut bench = backed();
    bench.press("p").saved();
    bench.hand(Msg::Came(asked(&bench)[0], refused()));
    assert!(bench.screen().contains("not backed up"), "{}", bench.screen());
    bench.press("p").saved();
    assert_eq!(asked(&bench).len(), 2);
    bench.wait(std::time::Duration::from_secs(600));
    bench.hand(Msg::Came(asked(&bench)[1], refused()));
    assert!(!bench.screen().contains("not backed up"), "{}", bench.screen());
}

#[test]
fn an_answer_that_nobody_waits_for_changes_nothing() {
    let mut bench = backed();
    bench.hand(Msg::Came(Ticket(999), refused()));
    assert!(!bench.screen().contains("not backed up"));
    assert!(!bench.home().is_unsaved());
}
