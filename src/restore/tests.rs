//! Any walk over the steps: nothing is written before the last yes, and Back leads to the state before.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use zeroize::Zeroizing;

use super::merge::Choice;
use super::{Ask, Event, Found, Here, Incoming, Key, OpenFailed, Report, Source, Step, Trouble, Way, Wizard};
use crate::account::{Account, AccountId, Book, Credential, EnrolHint};
use crate::backup::{
    BackupFacts, BackupOpenError, BackupParseError, DeviceType, FileName, Listed, PlaceAddress, RecoveryName, SetId,
};
use crate::moment::Moment;
use crate::secret::Passphrase;
use crate::text::Text;
use crate::vault::OpenError;

fn listed(set: u8, generation: u64, device: DeviceType) -> Listed {
    let created = Moment::from_unix(1_800_000_000 + i64::try_from(generation).unwrap() * 600);
    let facts = BackupFacts {
        set: SetId([set; 16]),
        generation,
        device,
        created,
        app_version: "0.1.0".to_owned(),
        previous: [0; 32],
        slots: Vec::new(),
    };
    Listed { name: FileName::new(SetId([set; 16]), generation, created, [7; 8]), size: 17_000, facts: Ok(facts) }
}

fn files() -> Vec<Listed> {
    vec![
        listed(1, 1, DeviceType::Linux),
        listed(1, 2, DeviceType::Portable),
        listed(1, 4, DeviceType::Linux),
        listed(2, 3, DeviceType::Windows),
    ]
}

fn book(names: &[&str]) -> Book {
    let account = |(at, name): (usize, &&str)| {
        let id = AccountId([u8::try_from(at).unwrap(); 16]);
        Account::with_credential(id, "I", name, Credential::Missing(EnrolHint::default()), Moment::from_unix(1))
    };
    Book::new(names.iter().enumerate().map(account).collect(), Vec::new())
}

fn place() -> PlaceAddress {
    PlaceAddress::Folder("/mnt/usb".into())
}

fn password() -> Passphrase {
    Passphrase::parse("correct horse battery staple").unwrap()
}

fn key() -> Key {
    Key::Account(RecoveryName::parse("mira@example.com").unwrap(), password())
}

fn wizard(here: Here) -> Wizard {
    Wizard::new(here, DeviceType::Linux)
}

/// Hands an event in and gives the only question back, where there is one.
fn one(wizard: &mut Wizard, event: Event) -> Option<Ask> {
    let mut asks = wizard.on(event, Some(&book(&["a", "b"])));
    assert!(asks.len() <= 1);
    asks.pop()
}

fn round(ask: Option<&Ask>) -> super::Round {
    match ask {
        Some(Ask::Look(round, ..) | Ask::Merge(round, _) | Ask::Open(round, ..) | Ask::Write { round, .. }) => *round,
        None => panic!("nothing was asked"),
    }
}

fn gone() -> Trouble {
    Trouble { what: Text::new("err-place-gone"), fix: Some(Text::new("fix-place-gone")) }
}

fn report() -> Report {
    Report::new(&book(&["a"]), Vec::new())
}

/// At the list of files, on the way that was given.
fn at_which(here: Here, way: Way) -> Wizard {
    let mut wizard = wizard(here);
    assert!(one(&mut wizard, Event::Way(way)).is_none());
    let asked = one(&mut wizard, Event::Place(place(), None));
    one(&mut wizard, Event::Found(round(asked.as_ref()), Ok(Found::Backups(files()))));
    assert_eq!(wizard.step(), Step::Which);
    wizard
}

/// At the preview.
fn at_preview(here: Here, way: Way) -> Wizard {
    let mut wizard = at_which(here, way);
    one(&mut wizard, Event::File(files()[2].name.clone()));
    let asked = one(&mut wizard, Event::Key(key()));
    assert!(matches!(&asked, Some(Ask::Open(_, _, _, Source::InPlace(name), _)) if *name == files()[2].name));
    one(&mut wizard, Event::Opened(round(asked.as_ref()), Ok(Incoming::vault(book(&["a", "c"])))));
    assert_eq!(wizard.step(), Step::Preview);
    wizard
}

#[test]
fn the_whole_way_to_a_new_vault() {
    for (here, way) in [(Here::Nothing, Way::New), (Here::Locked, Way::Replace), (Here::Open, Way::Replace)] {
        let mut wizard = at_preview(here, way);
        assert!(wizard.plan().is_none());
        assert!(one(&mut wizard, Event::Yes(Some(password()))).is_none(), "the passphrase is asked for first");
        one(&mut wizard, Event::Accept);
        let asked = one(&mut wizard, Event::Yes(Some(password())));
        let Some(Ask::Write { is_replacing, .. }) = &asked else { panic!("{asked:?}") };
        assert_eq!(*is_replacing, way == Way::Replace);
        one(&mut wizard, Event::Written(round(asked.as_ref()), Ok(report())));
        assert_eq!((wizard.step(), wizard.report()), (Step::Done, Some(&report())));
    }
}

#[test]
fn a_merge_asks_for_no_passphrase_and_takes_the_choices_along() {
    let mut wizard = at_preview(Here::Open, Way::Merge);
    assert_eq!(wizard.plan().map(|plan| plan.counts().new), Some(0));
    one(&mut wizard, Event::Choose(1, Choice::TakeTheirs));
    let asked = one(&mut wizard, Event::Yes(None));
    let Some(Ask::Merge(_, plan)) = &asked else { panic!("{asked:?}") };
    assert_eq!(plan.rows[1].choice, Choice::TakeTheirs);
    let trouble = Trouble { what: Text::new("err-no-entropy"), fix: None };
    one(&mut wizard, Event::Written(round(asked.as_ref()), Err(trouble.clone())));
    assert_eq!((wizard.step(), wizard.trouble()), (Step::Preview, Some(&trouble)));
    assert!(wizard.plan().is_some(), "it can be tried again");
}

#[test]
fn only_what_is_here_decides_what_may_be_done() {
    for (here, way) in
        [(Here::Nothing, Way::Merge), (Here::Nothing, Way::Replace), (Here::Locked, Way::Merge), (Here::Open, Way::New)]
    {
        let mut wizard = wizard(here);
        one(&mut wizard, Event::Way(way));
        assert_eq!(wizard.step(), Step::Before, "{here:?} {way:?}");
    }
}

#[test]
fn a_damaged_newest_file_leads_to_the_next_older_one_of_its_set() {
    let mut wizard = at_which(Here::Nothing, Way::New);
    assert_eq!(wizard.offered().map(|at| wizard.listed()[at].name.generation()), Some(4));
    for (error, next) in [
        (OpenFailed::Form(BackupParseError::Damaged), Some(2)),
        (OpenFailed::Open(BackupOpenError::Damaged), Some(1)),
        (OpenFailed::Open(BackupOpenError::TooNew { found: 9 }), None),
    ] {
        let name = wizard.offered().map(|at| wizard.listed()[at].name.clone()).unwrap();
        one(&mut wizard, Event::File(name.clone()));
        let asked = one(&mut wizard, Event::Key(key()));
        one(&mut wizard, Event::Opened(round(asked.as_ref()), Err(error)));
        assert_eq!(wizard.step(), Step::Which);
        assert!(wizard.trouble().is_some() && wizard.is_useless(&name));
        assert_eq!(wizard.offered().map(|at| wizard.listed()[at].name.generation()), next);
    }
}

#[test]
fn a_wrong_answer_too_little_memory_or_a_lost_place_can_be_answered_again() {
    for error in [
        OpenFailed::Open(BackupOpenError::WrongAccount),
        OpenFailed::Open(BackupOpenError::WrongWords),
        OpenFailed::Open(BackupOpenError::NoMemory { memory_mib: 256 }),
        OpenFailed::Place(gone()),
        OpenFailed::Vault(OpenError::WrongKey),
    ] {
        let mut wizard = at_which(Here::Nothing, Way::New);
        one(&mut wizard, Event::File(files()[2].name.clone()));
        let asked = one(&mut wizard, Event::Key(key()));
        one(&mut wizard, Event::Opened(round(asked.as_ref()), Err(error.clone())));
        assert_eq!(wizard.step(), Step::Account, "{error:?}");
        assert!(wizard.trouble().is_some_and(|trouble| trouble.fix.is_some()), "{error:?}");
        assert!(one(&mut wizard, Event::Key(key())).is_some(), "{error:?}");
    }
}

#[test]
fn a_file_of_another_kind_of_computer_is_not_opened_and_that_is_said() {
    let mut wizard = at_which(Here::Nothing, Way::New);
    one(&mut wizard, Event::File(files()[3].name.clone()));
    assert_eq!(wizard.step(), Step::Which);
    assert_eq!(wizard.trouble().map(|trouble| trouble.what.id), Some("err-backup-other-device"));

    one(&mut wizard, Event::File(files()[0].name.clone()));
    let asked = one(&mut wizard, Event::Key(key()));
    let edited = BackupOpenError::OtherDevice { made_for: DeviceType::Windows, is_edited: true };
    one(&mut wizard, Event::Opened(round(asked.as_ref()), Err(OpenFailed::Open(edited))));
    assert_eq!(wizard.step(), Step::Which);
    assert_eq!(wizard.trouble().map(|trouble| trouble.what.id), Some("err-backup-edited-device"));
}

#[test]
fn an_empty_an_unreachable_and_a_missing_place_say_so_and_another_can_be_named() {
    for answer in [Ok(Found::Backups(Vec::new())), Err(gone()), Ok(Found::Vault("/v".into()))] {
        let mut wizard = wizard(Here::Nothing);
        one(&mut wizard, Event::Way(Way::New));
        let asked = one(&mut wizard, Event::Place(place(), None));
        one(&mut wizard, Event::Found(round(asked.as_ref()), answer));
        assert_eq!(wizard.step(), Step::Where);
        assert!(wizard.trouble().is_some_and(|trouble| trouble.fix.is_some()));
        assert!(one(&mut wizard, Event::Place(place(), None)).is_some());
    }
}

#[test]
fn a_late_answer_to_what_was_called_off_changes_nothing() {
    let mut wizard = wizard(Here::Nothing);
    one(&mut wizard, Event::Way(Way::New));
    let asked = one(&mut wizard, Event::Place(place(), None));
    one(&mut wizard, Event::Back);
    assert!(!wizard.is_busy() && wizard.step() == Step::Where);
    one(&mut wizard, Event::Found(round(asked.as_ref()), Ok(Found::Backups(files()))));
    assert_eq!(wizard.step(), Step::Where);
}

// -- any walk --------------------------------------------------------------------------------------------------------

/// What may happen, as a value that can be made again.
#[derive(Clone, Copy, Debug)]
enum Move {
    Accept,
    Answer(u8),
    Back,
    Choose(u8),
    File(u8),
    Key(u8),
    Place,
    Way(Way),
    Yes(bool),
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        2 => Just(Move::Accept),
        6 => any::<u8>().prop_map(Move::Answer),
        2 => Just(Move::Back),
        1 => (0u8..3).prop_map(Move::Choose),
        2 => (0u8..4).prop_map(Move::File),
        2 => (0u8..3).prop_map(Move::Key),
        2 => Just(Move::Place),
        2 => prop_oneof![Just(Way::Merge), Just(Way::New), Just(Way::Replace)].prop_map(Move::Way),
        1 => any::<bool>().prop_map(Move::Yes),
    ]
}

fn any_here() -> impl Strategy<Value = Here> {
    prop_oneof![Just(Here::Locked), Just(Here::Nothing), Just(Here::Open)]
}

fn event(wanted: Move, pending: Option<&Ask>) -> Event {
    match wanted {
        Move::Accept => Event::Accept,
        Move::Back => Event::Back,
        Move::Choose(row) => Event::Choose(usize::from(row), Choice::KeepBoth),
        Move::File(at) => Event::File(files()[usize::from(at)].name.clone()),
        Move::Key(0) => Event::Key(Key::Words(Zeroizing::new("twelve words".to_owned()))),
        Move::Key(1) => Event::Key(Key::Passphrase(password())),
        Move::Key(_) => Event::Key(key()),
        Move::Place => Event::Place(place(), None),
        Move::Way(way) => Event::Way(way),
        Move::Yes(with) => Event::Yes(with.then(password)),
        Move::Answer(kind) => match pending {
            Some(Ask::Look(round, ..)) => Event::Found(*round, found(kind)),
            Some(Ask::Open(round, ..)) => Event::Opened(*round, opened(kind)),
            Some(Ask::Merge(round, _) | Ask::Write { round, .. }) => Event::Written(*round, written(kind)),
            None => Event::Found(super::Round::default(), found(kind)),
        },
    }
}

fn found(kind: u8) -> Result<Found, Trouble> {
    match kind % 6 {
        0 => Err(gone()),
        1 => Ok(Found::File("/mnt/usb/one.pulih-backup".into())),
        2 => Ok(Found::Vault("/mnt/usb/v.pulih".into())),
        3 => Ok(Found::Backups(Vec::new())),
        _ => Ok(Found::Backups(files())),
    }
}

fn opened(kind: u8) -> Result<Incoming, OpenFailed> {
    match kind % 4 {
        0 => Err(OpenFailed::Open(BackupOpenError::WrongAccount)),
        1 => Err(OpenFailed::Form(BackupParseError::Damaged)),
        _ => Ok(Incoming::vault(book(&["a", "c"]))),
    }
}

fn written(kind: u8) -> Result<Report, Trouble> {
    if kind.is_multiple_of(2) { Ok(report()) } else { Err(Trouble { what: Text::new("err-no-entropy"), fix: None }) }
}

/// What the person sees of where they are.
fn seen(wizard: &Wizard) -> (Step, Option<Way>, Option<String>, usize, Option<Source>) {
    let place = wizard.place().map(ToString::to_string);
    (wizard.step(), wizard.way(), place, wizard.listed().len(), wizard.source().cloned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_walk_writes_without_the_last_yes(here in any_here(), moves in prop::collection::vec(any_move(), 0..60)) {
        let mut wizard = wizard(here);
        let mut pending: Option<Ask> = None;
        for wanted in moves {
            let before = wizard.step();
            let asked = one(&mut wizard, event(wanted, pending.as_ref()));
            if let Some(asked) = &asked {
                let is_yes = matches!(wanted, Move::Yes(_)) && matches!(before, Step::Preview | Step::Passphrase);
                assert!(!asked.writes() || is_yes, "{wanted:?} at {before:?} writes");
                assert!(wizard.is_busy());
            }
            let is_merge = before == Step::Preview && wizard.step() == Step::Restoring;
            assert!(!is_merge || (wizard.way() == Some(Way::Merge) && here == Here::Open));
            assert!(wizard.step() != Step::Done || wizard.report().is_some());
            pending = asked.or(pending);
        }
    }

    #[test]
    fn back_leads_to_the_state_before(here in any_here(), moves in prop::collection::vec(any_move(), 0..60)) {
        let mut wizard = wizard(here);
        let mut pending: Option<Ask> = None;
        let mut stack: Vec<Step> = Vec::new();
        for wanted in moves {
            let (before, was_busy) = (seen(&wizard), wizard.is_busy());
            let asked = one(&mut wizard, event(wanted, pending.as_ref()));
            pending = asked.or(pending);
            match wanted {
                Move::Back if matches!(before.0, Step::Restoring | Step::Done) => assert_eq!(seen(&wizard), before),
                Move::Back if was_busy => assert_eq!((seen(&wizard), wizard.is_busy()), (before, false)),
                Move::Back => {
                    // Answers that were given stay: only the step is the one before.
                    let step = stack.pop().unwrap_or(Step::Before);
                    assert_eq!(seen(&wizard), (step, before.1, before.2, before.3, before.4));
                }
                _ if wizard.step() != before.0 => match wizard.past().len() > stack.len() {
                    true => stack.push(before.0),
                    // A file that does not open leads back to the list, an error while writing to the step before.
                    false => assert_eq!(stack.pop(), Some(wizard.step())),
                },
                _ => {}
            }
            assert_eq!(wizard.past(), stack);
        }
    }
}
