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

const PHRASE: &str = "river stone lamp window";

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

fn files() -> Vec<Listed> {
    vec![listed(3, DeviceType::running()), listed(2, DeviceType::Portable), listed(1, DeviceType::Other(99))]
}

fn doors(language: Language, width: u16, height: u16) -> Bench {
    let mut bench = Bench::new(language, width, height);
    bench.hand(Msg::Began);
    let Some(Effect::Look(ticket)) = bench.asked.pop() else { unreachable!("the vault is looked for first") };
    bench.hand(Msg::Came(ticket, Answer::Looked(Err(LoadError::None))));
    bench
}

/// The last question to the world.
fn asked(bench: &mut Bench) -> (Ticket, Ask) {
    match bench.asked.pop() {
        Some(Effect::Restore(ticket, ask)) => (ticket, *ask),
        other => unreachable!("{other:?}"),
    }
}

fn round(ask: &Ask) -> Round {
    match ask {
        Ask::Look(round, ..) | Ask::Merge(round, _) | Ask::Open(round, ..) | Ask::Write { round, .. } => *round,
    }
}

fn tell(bench: &mut Bench, event: impl FnOnce(Round) -> Event) {
    let (ticket, ask) = asked(bench);
    bench.hand(Msg::Came(ticket, Answer::RestoreTold(Box::new(event(round(&ask))))));
}

fn find(bench: &mut Bench) {
    bench.type_text("/mnt/usb").press("enter");
    tell(bench, |round| Event::Found(round, Ok(Found::Backups(files()))));
}

fn open(bench: &mut Bench, book: Book) {
    bench.press("enter").type_text("mira@example.com").press("enter").type_text("not shown here").press("enter");
    tell(bench, |round| Event::Opened(round, Ok(Incoming::vault(book))));
}

fn book() -> Book {
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
    assert!(bench.screen().contains("12 recovery words"), "{}", bench.screen());
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
