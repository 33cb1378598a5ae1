use std::sync::Arc;
use std::time::Duration;

use super::{Answers, SignInError, UnlockJob, offer_to, slots, unlock_sealed, wait_left, wrong_answers};
use crate::account::{Account, AccountId, Credential, Protection};
use crate::moment::Moment;
use crate::ops::Session;
use crate::ops::testing::{NOW, Ring, world};
use crate::otp::{OtpKey, OtpParams};
use crate::ports::World;
use crate::secret::{Passphrase, Secret};
use crate::vault::{BackupAccount, Contact, ContactError, KdfParams, OpenError, OpenVault, SignInKeys};

const PASSWORD: &str = "lamp over the quiet harbour";
const EMAIL: &str = "mira@example.com";

fn password(text: &str) -> Passphrase {
    Passphrase::parse(text).unwrap()
}

fn steam(byte: u8) -> OtpParams {
    OtpParams::Steam { key: OtpKey::new(Secret::copied(&[byte; 20])).unwrap() }
}

fn id(number: u8) -> AccountId {
    AccountId([number; 16])
}

/// An account as it comes out of a backup.
fn restored(world: &World, number: u8, keys: &mut SignInKeys<'_>) -> Account {
    let mut account = Account::ready(id(number), "Harbour Bank", "mira", steam(number), NOW);
    account.protection = Protection::SignIn;
    account.note = "box 4".into();
    let contacts = [Contact::parse(EMAIL).unwrap()];
    account.sign_in = Some(Box::new(keys.protect([number; 16], &contacts, KdfParams::LEAST, &*world.entropy).unwrap()));
    BackupAccount::of(&account, &*world.entropy).unwrap().restored()
}

/// A vault in memory with three sealed accounts, the third under another password.
fn sealed_three() -> (World, Session) {
    let world = world(NOW, Arc::new(Ring::default()));
    let vault = OpenVault::create(&password("four words like these"), KdfParams::LEAST, NOW, &*world.entropy).unwrap();
    let mut session = Session::in_memory(vault);
    let (own, other) = (password(PASSWORD), password("another one for this"));
    let mut keys = SignInKeys::new(&own);
    for number in [1, 2] {
        let account = restored(&world, number, &mut keys);
        session.book_mut().add(account);
    }
    let account = restored(&world, 3, &mut SignInKeys::new(&other));
    session.book_mut().add(account);
    (world, session)
}

fn at(world: &World, later: i64) -> World {
    let mut world = world.clone();
    world.clock = super::super::testing::world(Moment::from_unix(NOW.unix() + later), Arc::new(Ring::default())).clock;
    world
}

#[test]
fn the_right_answers_bring_the_key_back_and_keep_it_protected() {
    let (world, mut session) = sealed_three();
    assert_eq!(&*slots(session.book().get(id(1)).unwrap())[0].hint, "m•••@e•••.com");
    unlock_sealed(&mut session, &world, id(1), &password(PASSWORD), EMAIL).unwrap();
    let account = session.book().get(id(1)).unwrap();
    assert_eq!(account.credential, Credential::Ready(steam(1)));
    assert_eq!((&*account.note, account.protection), ("box 4", Protection::SignIn));
    // What a backup carries of it opens with the same answers again.
    let again = BackupAccount::of(account, &*world.entropy).unwrap().restored();
    *session.book_mut().get_mut(id(1)).unwrap() = again;
    assert_eq!(unlock_sealed(&mut session, &world, id(1), &password(PASSWORD), EMAIL), Ok(()));
}

#[test]
fn wrong_answers_wait_longer_each_time_and_lose_nothing() {
    let (world, mut session) = sealed_three();
    let mut elapsed = 0;
    for (number, wait) in [1, 2, 4, 8, 16, 32, 60, 60, 60].into_iter().enumerate() {
        let world = at(&world, elapsed);
        let answer = unlock_sealed(&mut session, &world, id(1), &password("wrong and wrong"), EMAIL);
        assert_eq!(answer, Err(SignInError::NoMatch), "answer {number}");
        assert_eq!(wait_left(&session, &world, id(1)), Duration::from_secs(wait));
        let early = unlock_sealed(&mut session, &world, id(1), &password(PASSWORD), EMAIL);
        assert_eq!(early, Err(SignInError::Wait(Duration::from_secs(wait))), "even the right one waits");
        elapsed += i64::try_from(wait).unwrap();
    }
    assert_eq!(wrong_answers(&session, &world, id(1)), 9);
    let later = at(&world, elapsed);
    assert_eq!(unlock_sealed(&mut session, &later, id(1), &password(PASSWORD), EMAIL), Ok(()));
}

#[test]
fn what_is_no_contact_at_all_is_said_and_does_not_count() {
    let (world, mut session) = sealed_three();
    let answer = unlock_sealed(&mut session, &world, id(1), &password(PASSWORD), "070");
    assert_eq!(answer, Err(SignInError::Contact(ContactError::Country)));
    assert_eq!(wait_left(&session, &world, id(1)), Duration::ZERO);
}

#[test]
fn a_broken_seal_is_no_wrong_answer() {
    let (world, mut session) = sealed_three();
    if let Credential::Sealed(sealed) = &mut session.book_mut().get_mut(id(1)).unwrap().credential {
        sealed.label.digits = 8;
    }
    let answer = unlock_sealed(&mut session, &world, id(1), &password(PASSWORD), EMAIL);
    assert_eq!(answer, Err(SignInError::Seal(OpenError::Damaged)));
    assert_eq!(wrong_answers(&session, &world, id(1)), 0);
}

#[test]
fn the_same_answers_open_the_others_that_they_fit_and_cost_the_rest_no_wait() {
    let (world, mut session) = sealed_three();
    let answers = Answers { password: password(PASSWORD), contact: EMAIL.into() };
    let opened = UnlockJob::of(&mut session, &world, id(1), answers).unwrap().run();
    let (ready, answers) = opened.keep(&mut session, &world).unwrap();
    assert_eq!((ready, offer_to(&session)), (vec![id(1)], vec![id(2), id(3)]));
    let rest = UnlockJob::for_the_rest(&session, &offer_to(&session), answers).run();
    assert_eq!(rest.keep(&mut session, &world).unwrap().0, [id(2)]);
    assert_eq!((offer_to(&session), wait_left(&session, &world, id(3))), (vec![id(3)], Duration::ZERO));
}

#[test]
fn a_row_that_was_renamed_noted_and_moved_still_opens() {
    let (world, mut session) = sealed_three();
    session.book_mut().move_to(id(1), id(3));
    let account = session.book_mut().get_mut(id(1)).unwrap();
    (account.issuer, account.name, account.note) = ("Harbour".into(), "m".into(), "mine".into());
    unlock_sealed(&mut session, &world, id(1), &password(PASSWORD), EMAIL).unwrap();
    let account = session.book().get(id(1)).unwrap();
    assert_eq!((&*account.issuer, &*account.note), ("Harbour", "box 4\nmine"));
}

#[test]
fn what_is_not_sealed_or_lies_in_the_trash_is_not_opened() {
    let (world, mut session) = sealed_three();
    let unlock = |session: &mut Session, number| unlock_sealed(session, &world, id(number), &password(PASSWORD), EMAIL);
    assert_eq!(unlock(&mut session, 9), Err(SignInError::NotSealed));
    assert!(session.book_mut().delete(id(2), NOW));
    assert_eq!(unlock(&mut session, 2), Err(SignInError::NotSealed));
    unlock(&mut session, 1).unwrap();
    assert_eq!(unlock(&mut session, 1), Err(SignInError::NotSealed));
}
