//! The deeds as a person does them: set up, back up, check, drill, and what the vault remembers of it.

use pulih::account::{AccountId, Protection};
use pulih::backup::{BackupOpenError, DeviceType, KitState, LeftOut, Outlook, RecoveryName, Reminder, Status};
use pulih::ops::backup::{self as deeds, Answer, BackupError, Doubt, Which};
use pulih::ports::Trip;
use pulih::secret::Passphrase;

use crate::lies::MemoryPlace;
use crate::worlds::{account, back_up, hand, name, password, plan, session, set_up, world};

const TRIP: Trip<'static> = Trip::PLAIN;

#[test]
fn a_backup_is_made_read_back_remembered_and_opened_with_name_and_password() {
    let place = MemoryPlace::honest();
    let world = world(place.clone(), hand());
    let mut session = session(&world, 12);
    assert!(!deeds::is_due(&session));
    set_up(&world, &mut session, false);
    assert!(deeds::is_due(&session));
    let receipt = back_up(&world, &mut session).unwrap();
    assert!(receipt.is_confirmed && receipt.removed.is_empty() && receipt.missing.is_empty());
    assert!(!deeds::is_due(&session));
    assert_eq!(place.shelf.lock().unwrap().len(), 1);

    let listed = deeds::list(&*place, &TRIP).unwrap();
    let facts = listed[0].facts.as_ref().unwrap();
    assert_eq!((facts.generation, facts.device, facts.previous), (1, DeviceType::running(), [0; 32]));
    assert_eq!(listed[0].name.as_str(), receipt.written.name);

    let set = deeds::current(&session).unwrap().unwrap();
    assert_eq!((set.generation, set.last_digest), (1, receipt.written.digest));
    assert_eq!(set.account(), &name());
}

#[test]
fn files_of_a_set_name_the_one_before_and_what_they_know_of_older_ones() {
    let place = MemoryPlace::honest();
    let clock = hand();
    let world = world(place.clone(), clock.clone());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    let mut digests = Vec::new();
    for _ in 0..4 {
        clock.go(60);
        digests.push(back_up(&world, &mut session).unwrap().written.digest);
    }
    let listed = deeds::list(&*place, &TRIP).unwrap();
    let previous: Vec<[u8; 32]> = listed.iter().rev().map(|file| file.facts.as_ref().unwrap().previous).collect();
    assert_eq!(previous, [[0; 32], digests[0], digests[1], digests[2]]);
    let set = deeds::current(&session).unwrap().unwrap();
    let newest = deeds::fetch(&*place, &listed[0].name, &TRIP).unwrap();
    let opened = newest.open(&pulih::backup::BackupOpener::Set(&set), DeviceType::running()).unwrap();
    let earlier: Vec<[u8; 32]> = opened.contents.earlier.iter().map(|file| file.digest).collect();
    assert_eq!(earlier, [digests[2], digests[1], digests[0]]);
}

#[test]
fn an_empty_and_a_much_smaller_vault_ask_first_and_older_backups_stay() {
    let place = MemoryPlace::honest();
    let world = world(place.clone(), hand());
    let mut session = session(&world, 10);
    set_up(&world, &mut session, false);
    back_up(&world, &mut session).unwrap();
    for id in 1..=6 {
        session.book_mut().erase(AccountId([id; 16]));
    }
    let asked = Doubt::MuchSmaller { now: 4, before: 10 };
    assert_eq!(back_up(&world, &mut session).map(|_| ()), Err(BackupError::Asks(asked)));
    for id in 7..=10 {
        session.book_mut().erase(AccountId([id; 16]));
    }
    assert_eq!(back_up(&world, &mut session).map(|_| ()), Err(BackupError::Asks(Doubt::Empty)));
    assert_eq!(place.shelf.lock().unwrap().len(), 1);
    let accepted = deeds::backup_job(&world, &session, true).unwrap().run(&world, &TRIP).unwrap();
    assert_eq!(accepted.live_accounts, 0);
    assert_eq!(place.shelf.lock().unwrap().len(), 2, "the good one is still there");
}

#[test]
fn a_backup_is_due_after_a_change_of_content_and_not_after_mere_use() {
    let world = world(MemoryPlace::honest(), hand());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    back_up(&world, &mut session).unwrap();
    let used = session.book_mut().get_mut(AccountId([1; 16])).unwrap();
    (used.use_count, used.last_used, used.accepted) = (9, Some(world.clock.now()), Some(world.clock.now()));
    assert!(!deeds::is_due(&session));
    session.book_mut().get_mut(AccountId([1; 16])).unwrap().note = "moved house".into();
    assert!(deeds::is_due(&session));
    back_up(&world, &mut session).unwrap();
    session.book_mut().add_group("Work");
    assert!(deeds::is_due(&session));
}

#[test]
fn a_drill_opens_what_was_read_back_with_what_was_typed_and_says_what_would_be_there() {
    let world = world(MemoryPlace::honest(), hand());
    let mut session = session(&world, 6);
    session.book_mut().get_mut(AccountId([5; 16])).unwrap().note = "room 12".into();
    set_up(&world, &mut session, false);
    back_up(&world, &mut session).unwrap();
    session.book_mut().add(account(99, "Later", Protection::Standard));
    let wrong = Passphrase::parse("a lamp beside the harbor").unwrap();
    let other = RecoveryName::parse("lars@example.com").unwrap();
    let password = password();
    for answer in [
        Answer::Password { name: None, password: &wrong },
        Answer::Password { name: Some(&other), password: &password },
    ] {
        let drilled = deeds::drill(&world, &session, &answer, &TRIP);
        assert_eq!(drilled.map(|_| ()), Err(BackupError::Open(BackupOpenError::WrongAccount)));
    }
    let drill = deeds::drill(&world, &session, &Answer::Password { name: None, password: &password }, &TRIP).unwrap();
    deeds::note_drill(&mut session, &drill).unwrap();
    let outlook = Outlook::of(&drill.backup.contents);
    assert_eq!((outlook.codes_at_once.len(), outlook.sign_in.len(), outlook.add_key.len()), (5, 0, 1));
    assert_eq!(outlook.add_key[0].title(), "Service 5");
    let left = LeftOut::of(session.book(), &drill.backup.contents);
    assert_eq!(left.accounts.iter().map(|one| one.title()).collect::<Vec<_>>(), ["Later"]);
    assert_eq!(left.belongings.iter().map(|one| one.title()).collect::<Vec<_>>(), ["Service 5"]);
    assert_eq!(deeds::current(&session).unwrap().unwrap().password_checked, Some(world.clock.now()));
}

#[test]
fn verifying_notes_which_files_are_good_and_which_are_not() {
    let place = MemoryPlace::honest();
    let clock = hand();
    let world = world(place.clone(), clock.clone());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    assert_eq!(deeds::verify(&world, &session, Which::All, &TRIP).map(|_| ()), Err(BackupError::NoneThere));
    let names: Vec<String> = (0..3)
        .map(|_| {
            clock.go(60);
            back_up(&world, &mut session).unwrap().written.name
        })
        .collect();
    place.shelf.lock().unwrap().get_mut(&names[1]).unwrap()[9_000] ^= 1;
    place.shelf.lock().unwrap().remove(&names[0]);
    clock.go(60);
    let checked = deeds::verify(&world, &session, Which::All, &TRIP).unwrap();
    assert_eq!(checked.iter().map(|file| file.outcome.is_ok()).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(checked[1].outcome, Err(BackupError::Open(BackupOpenError::Damaged)));
    deeds::note_checked(&mut session, &checked).unwrap();
    let files = deeds::current(&session).unwrap().unwrap().files;
    assert_eq!(files.iter().map(|file| file.verified.is_some()).collect::<Vec<_>>(), [false, false, true]);
    assert_eq!(files[2].verified, Some(world.clock.now()));
}

#[test]
fn over_many_backups_old_ones_go_and_the_newest_stay() {
    let place = MemoryPlace::honest();
    let clock = hand();
    let world = world(place.clone(), clock.clone());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    let mut newest = Vec::new();
    for _ in 0..120 {
        clock.go(3 * 3_600);
        let receipt = back_up(&world, &mut session).unwrap();
        assert!(receipt.removed.len() <= place.shelf.lock().unwrap().len() / 4 + 1, "{receipt:?}");
        newest.push(receipt.written.name);
    }
    let shelf = place.shelf.lock().unwrap();
    assert!((12..40).contains(&shelf.len()), "{}", shelf.len());
    assert!(newest.iter().rev().take(10).all(|name| shelf.contains_key(name)));
}

#[test]
fn two_vaults_in_one_place_never_touch_each_others_files() {
    let place = MemoryPlace::honest();
    let clock = hand();
    let world = world(place.clone(), clock.clone());
    let mut sessions = [session(&world, 3), session(&world, 4)];
    sessions.iter_mut().for_each(|session| set_up(&world, session, true));
    let mut all = Vec::new();
    for round in 0..60 {
        clock.go(600);
        let receipt = back_up(&world, &mut sessions[round % 2]).unwrap();
        let other = deeds::current(&sessions[1 - round % 2]).unwrap().unwrap();
        assert!(receipt.removed.iter().all(|gone| other.files.iter().all(|file| file.name != *gone)));
        all.push(receipt);
    }
    let shelf = place.shelf.lock().unwrap();
    for session in &sessions {
        let set = deeds::current(session).unwrap().unwrap();
        assert!(set.files.iter().all(|file| shelf.contains_key(&file.name)));
    }
}

#[test]
fn a_new_set_takes_over_and_off_is_off() {
    let world = world(MemoryPlace::honest(), hand());
    let mut session = session(&world, 3);
    assert_eq!(deeds::backup_job(&world, &session, false).map(|_| ()).unwrap_err(), BackupError::NotSetUp);
    set_up(&world, &mut session, false);
    let first = deeds::current(&session).unwrap().unwrap().id();
    set_up(&world, &mut session, true);
    let second = deeds::current(&session).unwrap().unwrap();
    assert!(second.id() != first && second.device() == DeviceType::Portable);
    deeds::turn_off(&mut session).unwrap();
    assert!(deeds::current(&session).unwrap().is_none() && !deeds::is_due(&session));
    assert_eq!(deeds::turn_off(&mut session), Err(BackupError::NotSetUp));
    assert_eq!(session.vault().backup_sets().unwrap().len(), 2, "both stay known");
}

#[test]
fn a_weak_recovery_password_is_refused_before_anything_is_tried() {
    let place = MemoryPlace::honest();
    let world = world(place.clone(), hand());
    let session = session(&world, 1);
    let weak = deeds::Plan { password: Passphrase::parse("password1").unwrap(), ..plan(false) };
    assert!(matches!(deeds::set_up(&world, &session, weak, &TRIP), Err(BackupError::Password(_))));
}

#[test]
fn the_password_is_asked_for_after_a_week_and_then_every_quarter() {
    let clock = hand();
    let world = world(MemoryPlace::honest(), clock.clone());
    let mut session = session(&world, 3);
    let said = |session: &pulih::ops::Session| {
        let set = deeds::current(session).unwrap();
        Status::of(set.as_ref(), deeds::is_due(session), KitState::NoWords, world.clock.now()).reminders
    };
    assert_eq!(said(&session), [Reminder::SetUp]);
    set_up(&world, &mut session, false);
    assert!(said(&session).contains(&Reminder::NeverBackedUp));
    back_up(&world, &mut session).unwrap();
    let password = password();
    let drill = |session: &mut pulih::ops::Session| {
        let answer = Answer::Password { name: None, password: &password };
        let drill = deeds::drill(&world, session, &answer, &TRIP).unwrap();
        deeds::note_drill(session, &drill).unwrap();
    };
    let is_asked = |session: &pulih::ops::Session| said(session).contains(&Reminder::CheckPassword);
    assert!(is_asked(&session));
    drill(&mut session);
    assert!(!is_asked(&session));
    clock.go(7 * 86_400 - 1);
    assert!(!is_asked(&session));
    clock.go(1);
    assert!(is_asked(&session));
    drill(&mut session);
    clock.go(90 * 86_400);
    assert!(!is_asked(&session));
    clock.go(86_400);
    assert!(is_asked(&session));
    assert!(said(&session).contains(&Reminder::Verify) && said(&session).contains(&Reminder::MakeWords));
}

#[test]
fn recovery_words_open_the_next_backup_after_they_were_made_and_new_ones_after_that() {
    let clock = hand();
    let world = world(MemoryPlace::honest(), clock.clone());
    let mut session = session(&world, 2);
    set_up(&world, &mut session, false);
    let passphrase = Passphrase::parse("four words like these").unwrap();
    let mut all = Vec::new();
    for _ in 0..2 {
        let words = session.vault_mut().renew_words(&passphrase, None, &*world.entropy).unwrap();
        clock.go(60);
        back_up(&world, &mut session).unwrap();
        assert!(deeds::drill(&world, &session, &Answer::Words(&words), &TRIP).is_ok());
        all.push(words);
    }
    let old = deeds::drill(&world, &session, &Answer::Words(&all[0]), &TRIP);
    assert_eq!(old.map(|_| ()), Err(BackupError::Open(BackupOpenError::WrongWords)));
    session.vault_mut().remove_words(&passphrase, None, &*world.entropy).unwrap();
    clock.go(60);
    back_up(&world, &mut session).unwrap();
    let none = deeds::drill(&world, &session, &Answer::Words(&all[1]), &TRIP);
    assert_eq!(none.map(|_| ()), Err(BackupError::Open(BackupOpenError::NoSuchSlot)));
}

#[test]
fn the_set_that_was_in_use_comes_back_where_a_new_one_has_no_first_backup() {
    let place = MemoryPlace::honest();
    let world = world(place, hand());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    let first = deeds::current(&session).unwrap().unwrap().id();
    let ready = deeds::set_up(&world, &session, plan(true), &TRIP).unwrap();
    assert_eq!(ready.keep(&mut session).unwrap(), Some(first));
    assert_eq!(deeds::current(&session).unwrap().unwrap().id(), ready.set().id());
    deeds::go_back(&mut session, first).unwrap();
    assert_eq!(deeds::current(&session).unwrap().unwrap().id(), first);
    assert_eq!(session.vault().backup_sets().unwrap().iter().filter(|set| set.is_on).count(), 1);
}
