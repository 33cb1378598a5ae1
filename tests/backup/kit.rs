//! The recovery kit: whose words it takes, what its page holds and what its code does not, and when it counts as saved.

use pulih::backup::{KitState, Locator, Reminder};
use pulih::formats::QrCode;
use pulih::ops::backup::{self as deeds, BackupError};
use pulih::ops::kit::{self, Form, Kit, KitError, Origin};
use pulih::ops::{Session, World, keys};
use pulih::ports::Trip;
use pulih::vault::RecoveryWords;
use pulih::words::{Catalog, Language};

use crate::lies::MemoryPlace;
use crate::worlds::{back_up, hand, session, set_up, world};

fn with_words(world: &World, session: &mut Session) -> RecoveryWords {
    let words = keys::new_words(world).unwrap();
    assert!(session.vault_mut().put_first_words(&words, &*world.entropy).unwrap());
    words
}

fn state(session: &Session) -> KitState {
    kit::state(session, deeds::current(session).unwrap().as_ref())
}

#[test]
fn only_the_vaults_own_words_make_a_kit_and_only_where_there_is_a_set() {
    let world = world(MemoryPlace::honest(), hand());
    let mut session = session(&world, 3);
    let drawn = |origin| Kit::new(&world, &session, keys::new_words(&world).unwrap(), origin).map(drop);
    assert_eq!(drawn(Origin::Drawn), Err(KitError::Backup(BackupError::NotSetUp)));
    set_up(&world, &mut session, false);
    let kit = |session: &Session, words, origin| Kit::new(&world, session, words, origin).map(drop);
    let fresh = || keys::new_words(&world).unwrap();
    assert_eq!(kit(&session, fresh(), Origin::Typed), Err(KitError::NoWords));
    assert_eq!(kit(&session, fresh(), Origin::Drawn), Ok(()));
    let words = with_words(&world, &mut session);
    assert_eq!(kit(&session, fresh(), Origin::Typed), Err(KitError::OtherWords));
    assert_eq!(kit(&session, words, Origin::Typed), Ok(()));
}

#[test]
fn the_page_has_every_word_in_every_language_and_its_code_has_none() {
    let world = world(MemoryPlace::honest(), hand());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, true);
    let words = with_words(&world, &mut session);
    let kit = Kit::new(&world, &session, words, Origin::Typed).unwrap();
    let line = kit.locator().to_string();
    assert_eq!(Locator::parse(&line).as_ref(), Some(kit.locator()));
    assert!(kit.words().expose().iter().all(|word| !line.split(|c: char| !c.is_alphabetic()).any(|it| it == *word)));
    let code = QrCode::of(&line).unwrap();
    for language in Language::ALL {
        let words = Catalog::new(language);
        let page = |form| String::from_utf8(kit.drawn(form, &words).to_vec()).unwrap();
        let (text, svg) = (page(Form::Text), page(Form::Svg));
        for (number, word) in (1..).zip(kit.words().expose()) {
            assert!(text.contains(&format!("{number:>4}  {word}")), "{text}");
            assert!(svg.contains(&format!(">{number}</text>")) && svg.contains(&format!(">{word}</text>")), "{svg}");
        }
        for said in [&text, &svg] {
            assert!(said.contains("mira@example.com") && said.contains("/place"), "{said}");
            assert!(!said.contains('<') || said.starts_with("<svg"), "{said}");
            assert!(!said.contains(crate::worlds::PASSWORD), "the password is not on the page");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 76 || line.starts_with("pulih-kit:")), "{text}");
        assert!(svg.contains(&*code.svg_path()) && !svg.contains("href") && !svg.contains("<script"));
    }
}

#[test]
fn a_kit_counts_once_it_is_noted_and_until_there_are_other_words() {
    let world = world(MemoryPlace::honest(), hand());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    back_up(&world, &mut session).unwrap();
    assert_eq!(state(&session), KitState::NoWords);
    assert!(!deeds::is_due(&session));
    with_words(&world, &mut session);
    assert_eq!(state(&session), KitState::NotSaved);
    assert!(deeds::is_due(&session), "no backup opens with these words yet");
    kit::note_saved(&mut session, world.clock.now(), &*world.entropy).unwrap();
    assert_eq!(state(&session), KitState::Saved(world.clock.now()));
    assert!(deeds::is_due(&session), "no backup opens with these words yet");
    back_up(&world, &mut session).unwrap();
    assert_eq!((state(&session), deeds::is_due(&session)), (KitState::Saved(world.clock.now()), false));

    let passphrase = pulih::secret::Passphrase::parse("four words like these").unwrap();
    session.vault_mut().renew_words(&passphrase, None, &*world.entropy).unwrap();
    assert_eq!(state(&session), KitState::NotSaved, "a page of other words is worth nothing");
    back_up(&world, &mut session).unwrap();
    let status = deeds::status(&session, deeds::current(&session).unwrap().as_ref(), world.clock.now());
    assert_eq!((status.kit, status.is_due), (KitState::NotSaved, false));
    assert!(status.reminders.contains(&Reminder::MakeKit));
}

#[test]
fn words_that_change_while_a_backup_is_on_its_way_leave_another_one_due() {
    let world = world(MemoryPlace::honest(), hand());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    let receipt = deeds::backup_job(&world, &session, false).unwrap().run(&world, &Trip::PLAIN).unwrap();
    with_words(&world, &mut session);
    kit::note_saved(&mut session, world.clock.now(), &*world.entropy).unwrap();
    deeds::note(&mut session, &receipt).unwrap();
    assert!(deeds::is_due(&session), "the file that came does not open with the words");
    assert_eq!(state(&session), KitState::Saved(world.clock.now()));
}
