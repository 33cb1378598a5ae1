//! Wrong answers to a sealed account are counted across starts, and no number of them loses anything.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use pulih::account::{AccountId, Protection};
use pulih::moment::{Moment, Tick};
use pulih::ops::sign_in::{Answers, SignInError, UnlockJob, unlock_sealed, wait_left, wrong_answers};
use pulih::ops::{Session, World};
use pulih::ports::{Absent, Clock};
use pulih::secret::Passphrase;
use pulih::vault::{BackupAccount, Contact, SignInKeys};

use crate::model::Model;
use crate::worlds::{COST, STATE, add, create, model_world, open};

struct At(i64);

impl Clock for At {
    fn now(&self) -> Moment {
        Moment::from_unix(1_800_000_000 + self.0)
    }

    fn tick(&self) -> Tick {
        Tick(Duration::ZERO)
    }
}

fn at(model: &Model, seconds: i64) -> World {
    World { clock: Arc::new(At(seconds)), ..model_world(model.clone()) }
}

fn right() -> Passphrase {
    Passphrase::parse("lamp over the quiet harbour").unwrap()
}

/// A saved vault with one sealed account.
fn sealed(model: &Model) -> AccountId {
    let world = at(model, 0);
    let mut session = create(&world).unwrap();
    add(&mut session, "mira");
    let password = right();
    for account in session.book_mut().all_mut() {
        let contacts = [Contact::parse("mira@example.com").unwrap()];
        account.protection = Protection::SignIn;
        account.sign_in =
            Some(Box::new(SignInKeys::new(&password).protect(account.id.0, &contacts, COST, &*world.entropy).unwrap()));
        *account = BackupAccount::of(account, &*world.entropy).unwrap().restored();
    }
    session.save(&world).unwrap();
    session.book().all()[0].id
}

/// Starts the program, answers wrongly, and leaves.
fn wrong(model: &Model, seconds: i64, id: AccountId) -> Result<(), SignInError> {
    let world = at(model, seconds);
    let mut session = open(&world).unwrap();
    let typed = Passphrase::parse("something else").unwrap();
    unlock_sealed(&mut session, &world, id, &typed, "mira@example.com")
}

fn opened(model: &Model, seconds: i64) -> (World, Session) {
    let world = at(model, seconds);
    let session = open(&world).unwrap();
    (world, session)
}

#[test]
fn waits_go_on_after_a_restart_and_end() {
    let model = Model::new();
    let id = sealed(&model);
    let mut now = 0;
    for wait in [1, 2, 4, 8, 16, 32, 60, 60] {
        assert_eq!(wrong(&model, now, id), Err(SignInError::NoMatch));
        assert_eq!(wrong(&model, now, id), Err(SignInError::Wait(Duration::from_secs(wait))));
        now += i64::try_from(wait).unwrap();
    }
    let (world, mut session) = opened(&model, now);
    assert_eq!((wrong_answers(&session, &world, id), wait_left(&session, &world, id)), (8, Duration::ZERO));
    unlock_sealed(&mut session, &world, id, &right(), "mira@example.com").unwrap();
    session.save(&world).unwrap();
    assert!(opened(&model, now).1.book().all()[0].params().is_ok());
}

#[test]
fn a_counter_that_was_damaged_locks_nobody_out() {
    let model = Model::new();
    let id = sealed(&model);
    assert_eq!(wrong(&model, 0, id), Err(SignInError::NoMatch));
    let mut disk = model.disk();
    let folder = Path::new(STATE).join("tries");
    let mut found = 0;
    for (path, bytes) in &mut disk {
        if path.starts_with(&folder) && path.extension().is_none() {
            *bytes = b"nothing of ours".to_vec();
            found += 1;
        }
    }
    assert_eq!(found, 1);
    let model = Model::holding(&disk);
    let (world, mut session) = opened(&model, 0);
    assert_eq!(unlock_sealed(&mut session, &world, id, &right(), "mira@example.com"), Ok(()));
}

#[test]
fn a_clock_that_was_set_back_costs_one_wait() {
    let model = Model::new();
    let id = sealed(&model);
    assert_eq!(wrong(&model, 1_000_000, id), Err(SignInError::NoMatch));
    assert_eq!(wrong(&model, 0, id), Err(SignInError::Wait(Duration::from_secs(1))));
    let (world, mut session) = opened(&model, 1);
    assert_eq!(unlock_sealed(&mut session, &world, id, &right(), "mira@example.com"), Ok(()));
}

#[test]
fn right_answers_that_cannot_be_counted_as_right_leave_the_account_sealed() {
    let model = Model::new();
    let id = sealed(&model);
    let (world, mut session) = opened(&model, 0);
    let answers = Answers { password: right(), contact: "mira@example.com".into() };
    let opened = UnlockJob::of(&mut session, &world, id, answers).unwrap().run();
    let kept = opened.keep(&mut session, &World { files: Arc::new(Absent), ..world });
    assert!(matches!(kept, Err(SignInError::State(_))), "{kept:?}");
    assert!(session.book().get(id).unwrap().params().is_err());
}
