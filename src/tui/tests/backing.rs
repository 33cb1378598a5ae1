//! The backup that follows a change: when it is asked for, what is said where it does not work, and leaving.

use std::sync::atomic::Ordering;
use std::time::Duration;

use crate::ops::backup::{self, Doubt};
use crate::tui::backing::{AT_THE_LATEST, QUIET};
use crate::tui::effect::Effect;
use crate::tui::errand::Wish;
use crate::tui::home::Question;
use crate::tui::model::{Gate, Place};
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::{Bench, PASSPHRASE};
use crate::tui::tests::backed::{Backed, PASSWORD};
use crate::tui::wake::sleep;

fn makes(backed: &Backed) -> usize {
    backed.errands().iter().filter(|wish| matches!(wish, Wish::Make { .. })).count()
}

fn files(backed: &Backed) -> usize {
    backed.shelf.files.lock().unwrap().len()
}

fn has_ended(bench: &Bench) -> bool {
    bench.asked.iter().any(|effect| matches!(effect, Effect::End(_)))
}

#[test]
fn a_change_is_backed_up_when_it_is_saved_and_nothing_else_changes_for_a_while() {
    let mut backed = Backed::new();
    backed.bench.press("p");
    backed.bench.wait(AT_THE_LATEST);
    assert_eq!(makes(&backed), 0, "it is not saved yet");
    backed.bench.saved();
    assert_eq!(makes(&backed), 0);
    backed.bench.wait(QUIET / 2).press("p").saved();
    backed.bench.wait(QUIET / 2);
    assert_eq!(makes(&backed), 0, "something has changed meanwhile");
    assert!(sleep(&backed.bench.model).is_some_and(|wait| wait <= QUIET / 2));
    backed.bench.wait(QUIET / 2);
    assert_eq!(makes(&backed), 1);
    backed.settle();
    assert_eq!(files(&backed), 1);
    assert!(backed.bench.screen().contains("Backed up just now"), "{}", backed.bench.screen());
}

#[test]
fn who_never_stops_changing_is_backed_up_all_the_same() {
    let mut backed = Backed::new();
    let step = QUIET - Duration::from_secs(1);
    for _ in 0..AT_THE_LATEST.as_secs() / step.as_secs() + 1 {
        backed.bench.press("p").saved();
        backed.bench.wait(step);
    }
    assert_eq!(makes(&backed), 1);
}

#[test]
fn one_backup_is_on_its_way_at_a_time_and_without_a_set_there_is_none() {
    let mut backed = Backed::new();
    backed.change().change();
    assert_eq!(makes(&backed), 1);
    backed.settle();
    assert_eq!(files(&backed), 1);
    let mut bare = Bench::open();
    bare.press("p").saved();
    bare.wait(AT_THE_LATEST);
    assert!(!bare.asked.iter().any(|effect| matches!(effect, Effect::Errand(..))));
    assert!(bare.screen().contains("No backups"), "{}", bare.screen());
}

#[test]
fn a_change_during_a_backup_is_backed_up_after_it() {
    let mut backed = Backed::new();
    backed.change();
    backed.perform_while(|bench| {
        bench.press("j p").saved();
    });
    assert_eq!((files(&backed), makes(&backed)), (1, 0));
    backed.bench.wait(QUIET);
    backed.settle();
    assert_eq!(files(&backed), 2);
}

#[test]
fn a_backup_that_was_not_made_is_said_once_turns_red_and_is_tried_again_after_the_next_change() {
    let mut backed = Backed::new();
    backed.shelf.is_gone.store(true, Ordering::Relaxed);
    backed.change().settle();
    assert!(backed.bench.screen().contains("not backed up"), "{}", backed.bench.screen());
    backed.bench.wait(Duration::from_secs(60));
    assert!(backed.bench.screen().contains("Backup: Action required"), "{}", backed.bench.screen());
    backed.change().settle();
    assert!(!backed.bench.screen().contains("not backed up"), "{}", backed.bench.screen());
    backed.shelf.is_gone.store(false, Ordering::Relaxed);
    backed.change().settle();
    assert!(backed.bench.screen().contains("Backed up just now"), "{}", backed.bench.screen());
}

#[test]
fn a_much_smaller_vault_is_asked_about_before_it_is_backed_up() {
    let mut backed = Backed::new();
    backed.change().settle();
    backed.bench.press("*").press("d y").saved();
    backed.bench.wait(QUIET);
    backed.settle();
    assert_eq!(files(&backed), 1, "nobody has said yes");
    backed.bench.press("B");
    backed.settle();
    backed.bench.press("n");
    assert_eq!(backed.bench.home().question, Some(Question::BackUp(Doubt::Empty)), "{}", backed.bench.screen());
    backed.bench.press("n");
    assert!(backed.errands().is_empty());
    backed.bench.press("n y");
    backed.settle();
    assert_eq!(files(&backed), 2);
}

#[test]
fn who_leaves_waits_for_the_backup_of_the_last_change_and_not_for_long() {
    let mut backed = Backed::new();
    backed.bench.press("p").saved();
    backed.bench.press("q");
    assert!(!has_ended(&backed.bench));
    assert!(backed.bench.screen().contains("being backed up"), "{}", backed.bench.screen());
    backed.perform();
    assert!(has_ended(&backed.bench));
    assert_eq!(files(&backed), 1);

    let mut slow = Backed::new();
    slow.bench.press("p").saved();
    slow.bench.press("q");
    assert!(sleep(&slow.bench.model).is_some_and(|wait| wait <= Duration::from_secs(5)));
    slow.bench.wait(Duration::from_secs(6));
    assert!(has_ended(&slow.bench));

    let mut hasty = Backed::new();
    hasty.bench.press("p").saved();
    hasty.bench.press("q q");
    assert!(has_ended(&hasty.bench));
}

#[test]
fn a_failed_backup_holds_nobody_up() {
    let mut backed = Backed::new();
    backed.shelf.is_gone.store(true, Ordering::Relaxed);
    backed.bench.press("p").saved();
    backed.bench.press("q");
    backed.perform();
    assert!(has_ended(&backed.bench));
}

#[test]
fn a_backup_that_a_lock_cut_off_is_noted_when_the_vault_is_opened_again() {
    let mut backed = Backed::new();
    backed.change();
    let twin = backed.twin();
    backed.perform_while(|bench| {
        bench.press("^l");
        assert!(bench.model.home().is_some(), "it waits a moment");
        bench.wait(Duration::from_secs(3));
        assert!(matches!(bench.model.place, Place::Gate(Gate::Unlock(_))), "it does not wait for long");
    });
    backed.bench.type_text(PASSPHRASE).press("enter");
    let Some(Effect::Open(ticket, _)) = backed.bench.asked.pop() else { unreachable!("it is to be opened") };
    backed.bench.hand(Msg::Came(ticket, Answer::Opened(Ok(Box::new(twin)))));
    backed.bench.saved();
    assert_eq!((files(&backed), makes(&backed)), (1, 0));
    assert!(backed.bench.screen().contains("Backed up just now"), "{}", backed.bench.screen());
}

/// What the vault remembers to have backed up.
fn noted(backed: &Backed) -> usize {
    backed.bench.home().session.vault().backup_sets().unwrap()[0].files.len()
}

#[test]
fn a_backup_that_outlives_a_lock_is_noted_also_where_the_vault_is_open_again_by_then() {
    let mut backed = Backed::new();
    backed.change();
    let twin = backed.twin();
    backed.perform_while(|bench| {
        bench.hand(Msg::Away(crate::ports::Absence::SessionLocked));
        bench.type_text(PASSPHRASE).press("enter");
        let Some(Effect::Open(ticket, _)) = bench.asked.pop() else { unreachable!("it is to be opened") };
        bench.hand(Msg::Came(ticket, Answer::Opened(Ok(Box::new(twin)))));
    });
    assert_eq!((files(&backed), noted(&backed)), (1, 1));
    backed.settle();
    assert_eq!(noted(&backed), files(&backed), "what nobody remembers would stay for ever");
}

#[test]
fn a_backup_that_went_missing_is_said_wherever_the_person_is_and_once() {
    let mut backed = Backed::new();
    backed.change().settle();
    backed.bench.wait(Duration::from_secs(60));
    backed.change().settle();
    backed.shelf.files.lock().unwrap().pop_first();
    backed.bench.wait(Duration::from_secs(60));
    backed.change().settle();
    assert!(backed.bench.screen().contains("missing in the place"), "{}", backed.bench.screen());
    backed.bench.wait(Duration::from_secs(60));
    backed.change().settle();
    assert!(!backed.bench.screen().contains("missing in the place"), "{}", backed.bench.screen());
    assert_eq!((files(&backed), backed.bench.home().backing.status.files), (3, 3));
}

#[test]
fn who_is_away_is_not_waited_for() {
    let mut backed = Backed::new();
    backed.bench.press("p").saved();
    backed.bench.hand(Msg::Away(crate::ports::Absence::SessionLocked));
    assert!(matches!(backed.bench.model.place, Place::Gate(Gate::Unlock(_))));
}

#[test]
fn a_new_set_whose_first_backup_is_not_made_leaves_the_old_one_on() {
    let mut backed = Backed::new();
    let set = |backed: &Backed| backup::current(&backed.bench.home().session).unwrap().unwrap().id();
    let first = set(&backed);
    backed.bench.press("B");
    backed.settle();
    backed.bench.press("s").type_text("/home/mira/other").press("enter").type_text("mira@example.com").press("enter");
    backed.bench.type_text(PASSWORD).press("enter").type_text(PASSWORD).press("enter right enter");
    backed.perform();
    assert_ne!(set(&backed), first, "{}", backed.bench.screen());
    backed.shelf.is_gone.store(true, std::sync::atomic::Ordering::Relaxed);
    backed.settle();
    assert_eq!(set(&backed), first);
    assert!(backed.bench.screen().contains("set up before go on"), "{}", backed.bench.screen());
}
