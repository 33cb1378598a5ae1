//! Restore from backup, key by key: every step at every size and in every language, and nothing written before the end.

use ratatui::layout::Size;

use crate::account::Book;
use crate::backup::{BackupFacts, BackupOpenError, DeviceType, FileName, Listed, SetId};
use crate::moment::Moment;
use crate::ops::LoadError;
use crate::restore::{Ask, Event, Found, Incoming, OpenFailed, Report, Round, Trouble};
use crate::text::Text;
use crate::tui::effect::Effect;
use crate::tui::home::Over;
use crate::tui::model::{Gate, Place};
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::testing::{Bench, ready, receipt, samples, session, totp};
use crate::words::Language;

pub(super) const PHRASE: &str = "river stone lamp window";

fn listed(generation: u64, device: DeviceType) -> Listed {
    let created = Moment::from_unix(1_800_000_000 + i64::try_from(generation).unwrap() * 86_400);
    let facts = BackupFacts {
        set: SetId([3; 16]),
        generation,
        device,
        created,
        app_version: "0.1.0".to_owned(),
        previous: [0; 32],
        slots: Vec::new(),
    };
    Listed { name: FileName::new(SetId([3; 16]), generation, created, [9; 8]), size: 17_226, facts: Ok(facts) }
}

pub(super) fn files() -> Vec<Listed> {
    vec![listed(3, DeviceType::running()), listed(2, DeviceType::Portable), listed(1, DeviceType::Other(99))]
}

pub(super) fn doors(language: Language, width: u16, height: u16) -> Bench {
    let mut bench = Bench::new(language, width, height);
    bench.hand(Msg::Began);
    let Some(Effect::Look(ticket)) = bench.asked.pop() else { unreachable!("the vault is looked for first") };
    bench.hand(Msg::Came(ticket, Answer::Looked(Err(LoadError::None))));
    bench
}

/// The last question to the world.
pub(super) fn asked(bench: &mut Bench) -> (Ticket, Ask) {
    match bench.asked.pop() {
        Some(Effect::Restore(errand, ask)) => (errand.ticket, *ask),
        other => unreachable!("{other:?}"),
    }
}

pub(super) fn round(ask: &Ask) -> Round {
    match ask {
        Ask::Look(round, ..) | Ask::Merge(round, _) | Ask::Open(round, ..) | Ask::Write { round, .. } => *round,
    }
}

fn tell(bench: &mut Bench, event: impl FnOnce(Round) -> Event) {
    let (ticket, ask) = asked(bench);
    bench.hand(Msg::Came(ticket, Answer::RestoreTold(Box::new(event(round(&ask))))));
}

pub(super) fn find(bench: &mut Bench) {
    bench.type_text("/mnt/usb").press("enter");
    tell(bench, |round| Event::Found(round, Ok(Found::Backups(files()))));
}

pub(super) fn open(bench: &mut Bench, book: Book) {
    bench.press("enter").type_text("mira@example.com").press("enter").type_text("not shown here").press("enter");
    tell(bench, |round| Event::Opened(round, Ok(Incoming::vault(book))));
}

pub(super) fn book() -> Book {
    Book::new(samples(), Vec::new())
}

/// Each screen on the way, from the doors to the accounts.
fn walk(language: Language, width: u16, height: u16) -> Vec<String> {
    let mut bench = doors(language, width, height);
    let mut seen = vec![bench.screen()];
    bench.press("enter");
    seen.push(bench.screen());
    bench.press("enter");
    seen.push(bench.screen());
    find(&mut bench);
    seen.push(bench.screen());
    bench.press("enter");
    seen.push(bench.screen());
    bench.press("esc");
    open(&mut bench, book());
    seen.push(bench.screen());
    bench.press("enter").type_text(PHRASE).press("enter").type_text(PHRASE);
    seen.push(bench.screen());
    bench.press("enter");
    seen.push(bench.screen());
    let (ticket, ask) = asked(&mut bench);
    assert!(ask.writes(), "{ask:?}");
    let report = Report::new(&book(), Vec::new());
    let made = Ok((Box::new(session(samples())), report));
    bench.hand(Msg::Came(ticket, Answer::Restored(round(&ask), made)));
    seen.push(bench.screen());
    // Two accounts wait for the person: the chosen one opens, and leaving it shows all.
    bench.press("down enter");
    assert!(bench.home().over.is_none() && bench.home().full.is_some(), "the account is shown");
    bench.press("esc");
    assert!(bench.home().full.is_none(), "the accounts are shown");
    seen
}

#[test]
fn the_whole_way_with_the_keyboard_alone() {
    let seen = walk(Language::En, 80, 24);
    insta::assert_snapshot!("restore", seen.join("\n================================================\n"));
    assert!(seen.iter().all(|screen| !screen.contains("not shown here") && !screen.contains(PHRASE)));
}

#[test]
fn every_step_is_drawn_at_every_size_and_in_every_language() {
    for language in Language::ALL {
        for (width, height) in [(80, 24), (40, 10), (120, 40), (63, 11)] {
            for screen in walk(language, width, height) {
                assert!(!screen.contains('<'), "{language:?} {width}x{height}: {screen}");
            }
        }
    }
    insta::assert_snapshot!("restore_at_40_by_10_in_swedish", walk(Language::Sv, 40, 10).join("\n========\n"));
}

#[test]
fn a_server_is_asked_with_what_opens_it_and_a_folder_with_nothing() {
    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter enter").type_text("webdav+https://mira@cloud.example.com/pulih").press("enter");
    let is_asked = bench.asked.iter().any(|effect| matches!(effect, Effect::Restore(..)));
    assert!(!is_asked, "what opens it is not typed yet");
    assert!(bench.screen().contains("App password or secret key of the server"));
    bench.type_text("not shown here");
    assert!(!bench.screen().contains("not shown here"));
    bench.press("enter");
    let (_, ask) = asked(&mut bench);
    let Ask::Look(_, address, secret) = ask else { unreachable!("{ask:?}") };
    assert_eq!(address.to_string(), "webdav+https://mira@cloud.example.com/pulih");
    assert_eq!(secret.as_ref().map(|secret| secret.expose()), Some(b"not shown here".as_slice()));

    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter enter").type_text("/mnt/usb");
    assert!(!bench.screen().contains("App password"));
    bench.press("enter");
    assert!(matches!(asked(&mut bench), (_, Ask::Look(_, _, None))));
}

#[test]
fn a_wrong_account_says_what_was_tried_and_offers_ways_that_end_in_a_deed() {
    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter enter");
    find(&mut bench);
    bench.press("enter").type_text("mira@example.com").press("enter").type_text("secret").press("enter");
    let wrong = OpenFailed::Open(BackupOpenError::WrongAccount);
    tell(&mut bench, |round| Event::Opened(round, Err(wrong)));
    let screen = bench.screen();
    assert!(
        screen.contains("mira@example.com") && screen.contains("/mnt/usb") && !screen.contains("secret"),
        "{screen}"
    );
    bench.press("^o");
    insta::assert_snapshot!("restore_does_not_open", bench.screen());
    bench.press("down enter");
    let screen = bench.screen();
    assert!(screen.contains("12 recovery words") && !screen.contains("do not open"), "of the password: {screen}");
    bench.press("^o down down down enter");
    assert!(bench.screen().contains("Where is your backup?"), "{}", bench.screen());
}

#[test]
fn a_place_that_goes_away_and_a_disk_that_is_full_are_said_and_tried_again() {
    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter enter");
    find(&mut bench);
    bench.press("enter").type_text("mira@example.com").press("enter").type_text("secret").press("enter");
    let gone = Trouble { what: Text::new("err-place-gone"), fix: Some(Text::new("fix-place-gone")) };
    tell(&mut bench, |round| Event::Opened(round, Err(OpenFailed::Place(gone))));
    bench.press("enter");
    tell(&mut bench, |round| Event::Opened(round, Ok(Incoming::vault(book()))));
    bench.press("enter").type_text(PHRASE).press("enter").type_text(PHRASE).press("enter");
    let (ticket, ask) = asked(&mut bench);
    let full = Trouble { what: Text::new("err-file-full").word("path", "/v"), fix: Some(Text::new("fix-file-full")) };
    bench.hand(Msg::Came(ticket, Answer::Restored(round(&ask), Err(full))));
    assert!(bench.screen().contains("no room left"), "{}", bench.screen());
    assert!(matches!(bench.model.place, Place::Gate(Gate::Restore(_))));
}

#[test]
fn a_merge_shows_each_account_and_is_done_once_it_is_saved() {
    let mut bench = Bench::open();
    bench.press("r enter");
    find(&mut bench);
    let theirs =
        vec![ready(1, "GitHub", "anna.ek@example.com", totp(77, 6, 30)), ready(90, "New", "one", totp(78, 6, 30))];
    open(&mut bench, Book::new(theirs, Vec::new()));
    assert!(bench.screen().contains("two keys · keep mine"), "{}", bench.screen());
    bench.press("2");
    assert!(bench.screen().contains("two keys · take the backup"), "{}", bench.screen());
    bench.press("enter").answer();
    assert!(bench.home().session.book().live().any(|account| *account.issuer == *"New"));
    assert!(!bench.screen().contains("Restored:"), "not before it is saved");
    let ticket = bench.saving().unwrap();
    bench.hand(Msg::Came(ticket, Answer::Saved(Ok(receipt()))));
    assert!(bench.screen().contains("Restored: 1. Merged: 1. Skipped: 0."), "{}", bench.screen());
}

#[test]
fn a_vault_that_is_open_or_locked_can_be_left_for_a_restore_and_leaving_loses_nothing() {
    let mut bench = Bench::open();
    bench.press("r down");
    assert!(bench.screen().contains("moved aside under another name"), "{}", bench.screen());
    bench.press("enter esc esc");
    assert!(bench.home().over.is_none() && bench.saves() == 0);

    bench.press("^l ^b");
    assert!(bench.screen().contains("Sign out and restore"), "{}", bench.screen());
    bench.press("esc");
    assert!(matches!(bench.asked.pop(), Some(Effect::Look(_))));
}

#[test]
fn a_worker_that_breaks_is_said_and_everything_typed_stays() {
    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter enter").type_text("/mnt/usb").press("enter");
    let (ticket, _) = asked(&mut bench);
    bench.hand(Msg::Came(ticket, Answer::Broke));
    bench.hand(Msg::Resized(Size::new(80, 24)));
    assert!(bench.screen().contains("/mnt/usb"), "{}", bench.screen());
    bench.press("enter");
    assert!(matches!(asked(&mut bench).1, Ask::Look(..)));
    assert!(!matches!(bench.model.home().map(|home| &home.over), Some(Some(Over::Restore(_)))));
}

// -- when it does not go on ------------------------------------------------------------------------------------------

/// At the step where the recovery account is typed, with one try that ended like this.
pub(super) fn tried(error: OpenFailed) -> Bench {
    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter enter");
    find(&mut bench);
    bench.press("enter").type_text("mira@example.com").press("enter").type_text("lamplight").press("enter");
    tell(&mut bench, |round| Event::Opened(round, Err(error)));
    bench.press("^o");
    bench
}

/// After looking for backups, with this answer.
fn looked(found: Result<Found, Trouble>) -> Bench {
    looked_in("/mnt/usb", found)
}

fn looked_in(place: &str, found: Result<Found, Trouble>) -> Bench {
    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter enter").type_text(place).press("enter");
    tell(&mut bench, |round| Event::Found(round, found));
    bench.press("^o");
    bench
}

fn trouble(error: &dyn crate::text::Explain) -> Trouble {
    Trouble::of(error)
}

#[test]
fn each_reason_is_said_with_what_was_tried_and_its_first_way_out_leads_there() {
    use crate::backup::BackupParseError;
    use crate::ports::PlaceError;
    let made_for = DeviceType::Other(9);
    let open = |error| OpenFailed::Open(error);
    let gone = || Trouble::of(&PlaceError::Gone);
    for (mut bench, said, step) in [
        (tried(open(BackupOpenError::WrongAccount)), "wrong name or password", "Sign in to your recovery account"),
        (tried(open(BackupOpenError::WrongWords)), "wrong words", "Sign in to your recovery account"),
        (tried(open(BackupOpenError::OtherDevice { made_for, is_edited: true })), "another kind", "Which backup?"),
        (tried(OpenFailed::Form(BackupParseError::Damaged)), "damaged", "Which backup?"),
        (tried(open(BackupOpenError::NoMemory { memory_mib: 256 })), "too little memory", "12 recovery words"),
        (tried(OpenFailed::Place(gone())), "not reached", "Sign in to your recovery account"),
        (looked(Ok(Found::Backups(Vec::new()))), "no backups there", "Where is your backup?"),
        (looked(Err(gone())), "not reached", "Where is your backup?"),
        (looked(Err(trouble(&PlaceError::WrongSecret))), "lets nobody in", "Where is your backup?"),
    ] {
        let screen = bench.screen();
        assert!(screen.contains("/mnt/usb") && screen.contains(said), "{said}: {screen}");
        assert!(!screen.contains("lamplight"), "{screen}");
        bench.press("enter");
        assert!(bench.screen().contains(step), "{said}: {}", bench.screen());
    }
}

#[test]
fn a_damaged_newest_file_leads_to_the_next_older_one() {
    let mut bench = tried(OpenFailed::Open(BackupOpenError::Damaged));
    bench.press("enter");
    let screen = bench.screen();
    let chosen = screen.lines().find(|line| line.contains('▌')).unwrap_or_default();
    assert!(chosen.contains("fits") && screen.contains("does not open"), "{screen}");
}

#[test]
fn a_vault_that_came_meanwhile_can_be_moved_aside_and_a_full_disk_tried_again() {
    for (id, first) in [("err-save-exists", "Sign out, and restore"), ("err-file-full", "Try the same once more")] {
        let mut bench = doors(Language::En, 80, 24);
        bench.press("enter enter");
        find(&mut bench);
        open(&mut bench, book());
        bench.press("enter").type_text(PHRASE).press("enter").type_text(PHRASE).press("enter");
        let (ticket, ask) = asked(&mut bench);
        let what = Trouble { what: Text::new(id).word("path", "/v"), fix: None };
        bench.hand(Msg::Came(ticket, Answer::Restored(round(&ask), Err(what))));
        bench.press("^o");
        let screen = bench.screen();
        assert!(screen.lines().any(|line| line.contains('▌') && line.contains(first)), "{screen}");
        bench.press("enter");
        if id == "err-file-full" {
            assert!(asked(&mut bench).1.writes(), "with the passphrase that was typed: {}", bench.screen());
        } else {
            assert!(bench.screen().contains("Sign out and restore"), "{}", bench.screen());
        }
    }
}

#[test]
fn the_places_own_account_has_an_address_that_is_copied_and_another_device_leads_to_the_import() {
    let plain = looked(Err(trouble(&crate::ports::PlaceError::Gone)));
    assert!(!plain.screen().contains("own account"), "a stick is nobody's account: {}", plain.screen());
    let gone = trouble(&crate::ports::PlaceError::Gone);
    let mut bench = looked_in("/mnt/OneDrive and Dropbox", Err(gone));
    bench.press("down enter");
    assert!(bench.screen().contains("https://account.live.com/"), "{}", bench.screen());
    bench.press("down enter");
    let copied = bench.asked.iter().rev().find_map(|effect| match effect {
        Effect::Copy(_, text) => Some(text.to_string()),
        _ => None,
    });
    assert_eq!(copied.as_deref(), Some("https://www.dropbox.com/forgot"));
    bench.press("esc down down down enter");
    assert!(bench.screen().contains("Do not sign out of that device"), "{}", bench.screen());
    bench.press("enter");
    assert!(matches!(bench.model.place, Place::Gate(Gate::NewVault(_))), "{}", bench.screen());
}

#[test]
fn the_decision_is_drawn_at_every_size_and_in_every_language() {
    for language in Language::ALL {
        for (width, height) in [(80, 24), (40, 10), (120, 40), (63, 11)] {
            let mut bench = doors(language, width, height);
            bench.press("enter enter").type_text("/mnt/usb").press("enter");
            let gone = trouble(&crate::ports::PlaceError::Gone);
            tell(&mut bench, |round| Event::Found(round, Err(gone)));
            bench.press("^o");
            for keys in ["down", "enter", "esc", "down down down", "enter", "esc esc"] {
                assert!(!bench.screen().contains('<'), "{language:?} {width}x{height}: {}", bench.screen());
                bench.press(keys);
            }
        }
    }
}

// -- before you start ------------------------------------------------------------------------------------------------

pub(super) fn line(found: Option<&str>) -> crate::ops::readiness::Ready {
    use crate::ops::doctor::Health;
    use crate::ops::readiness::{Item, Ready, Repair};
    let what = match found {
        Some(folder) => {
            Text::new("ready-place-found").number("count", 3).word("folder", folder).word("service", "Dropbox")
        }
        None => Text::new("ready-backups-none"),
    };
    let state = if found.is_some() { Health::Good } else { Health::Bad };
    let (repair, fix) = (found.is_none().then_some(Repair::BackUp), found.is_none().then(|| Repair::BackUp.text()));
    Ready { item: Item::Place, state, what, repair, fix, found: found.map(Into::into) }
}

#[test]
fn backups_that_were_found_are_one_key_away_and_what_is_not_ready_says_what_helps() {
    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter");
    assert!(matches!(bench.asked.pop(), Some(Effect::FindPlaces(_))));
    assert!(matches!(bench.asked.last(), Some(Effect::CheckUp(..))), "looked at when the wizard opens");
    let Some(Effect::CheckUp(ticket, _)) = bench.asked.pop() else { return };
    bench.hand(Msg::Came(ticket, Answer::CheckedUp(vec![line(Some("/home/anna/Dropbox/Pulih")), line(None)])));
    bench.press("down");
    assert!(bench.screen().contains("3 backups lie in /home/anna/Dropbox/Pulih"), "{}", bench.screen());
    insta::assert_snapshot!("restore_ready", bench.screen());
    bench.press("down");
    // Without a vault nothing can be backed up: what helps is said.
    assert!(bench.screen().contains("pulih backup now"), "{}", bench.screen());
    bench.press("up enter");
    let (_, ask) = asked(&mut bench);
    assert!(matches!(ask, Ask::Look(..)), "{ask:?}");
    assert!(bench.screen().contains("/home/anna/Dropbox/Pulih"), "{}", bench.screen());
}
