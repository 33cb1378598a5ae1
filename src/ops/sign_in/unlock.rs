//! A sealed account is opened: password, then one of its contacts, both typed in full. The slow part runs on a worker,
//! with nothing of the vault but the sealed record.

use std::collections::HashMap;

use crate::account::{Account, AccountId, Credential, Protection, SealedCredential, SignInProgress};
use crate::moment::Moment;
use crate::ops::sign_in::{SignInError, waits};
use crate::ops::{Session, World};
use crate::secret::{Passphrase, Private};
use crate::vault::{Contact, ContactError, OpenError, SignInKeys, SignedIn};

/// What a person answered.
#[derive(Debug)]
pub struct Answers {
    /// The account's sign-in password.
    pub password: Passphrase,
    /// The contact as it was typed.
    pub contact: Private,
}

/// Answers on their way to one account or more, for a worker.
#[derive(Debug)]
pub struct UnlockJob {
    answers: Answers,
    sealed: Vec<(AccountId, SealedCredential)>,
    /// Whether a wrong answer counts: not where answers that opened one account are tried on the others.
    counts: bool,
}

/// What the worker found; [`Opened::keep`] puts it into the vault.
#[derive(Debug)]
pub struct Opened {
    /// The answers, for [`offer_to`] once they were right.
    pub answers: Answers,
    outcomes: Vec<(AccountId, [u8; 16], Result<SignedIn, OpenError>)>,
    counts: bool,
}

/// Opens a sealed account at once, for the command line: waits, counts, derives, and puts the key into the account.
/// Slow. Saving is the caller's next step.
///
/// # Errors
/// [`SignInError`]. The account is then as it was.
pub fn unlock_sealed(
    session: &mut Session,
    world: &World,
    id: AccountId,
    password: &Passphrase,
    contact: &str,
) -> Result<(), SignInError> {
    let answers = Answers { password: password.duplicate(), contact: contact.into() };
    let opened = UnlockJob::of(session, world, id, answers)?.run();
    world.memory.scrub_stack();
    opened.keep(session, world).map(drop)
}

/// The accounts that the same answers may be offered to after they opened one: all others that are sealed.
#[must_use]
pub fn offer_to(session: &Session) -> Vec<AccountId> {
    let is_sealed = |account: &&Account| matches!(account.credential, Credential::Sealed(_));
    session.book().live().filter(is_sealed).map(|account| account.id).collect()
}

impl UnlockJob {
    /// One account's answers. They count as wrong from here on until they were found to be right.
    ///
    /// # Errors
    /// [`SignInError::Contact`], [`SignInError::NotSealed`], [`SignInError::Wait`], [`SignInError::State`].
    pub fn of(session: &mut Session, world: &World, id: AccountId, answers: Answers) -> Result<Self, SignInError> {
        let sealed = sealed(session, id)?;
        check_form(&answers.contact, &sealed)?;
        waits::begin(session, world, sealed.seal_id)?;
        Ok(Self { answers, sealed: vec![(id, sealed)], counts: true })
    }

    /// The same answers for other accounts, once they opened one: one confirmation, one derivation where they were
    /// sealed together, and no wait where they do not fit.
    #[must_use]
    pub fn for_the_rest(session: &Session, ids: &[AccountId], answers: Answers) -> Self {
        let sealed = ids.iter().filter_map(|id| Some((*id, sealed(session, *id).ok()?))).collect();
        Self { answers, sealed, counts: false }
    }

    /// Derives and opens. Slow: run it on a worker.
    #[must_use]
    pub fn run(self) -> Opened {
        let Self { answers, sealed, counts } = self;
        let mut keys = SignInKeys::new(&answers.password);
        let mut open = |(id, sealed): (AccountId, SealedCredential)| {
            let opened = keys.open(&sealed, &answers.contact);
            (id, sealed.seal_id, opened)
        };
        let outcomes = sealed.into_iter().map(&mut open).collect();
        drop(keys);
        Opened { answers, outcomes, counts }
    }
}

impl Opened {
    /// Puts what was opened into the vault and returns the accounts that are Ready now, with the answers. Saving is the
    /// caller's next step.
    ///
    /// # Errors
    /// [`SignInError::NoMatch`], [`SignInError::Seal`] where one account was asked for and did not open;
    /// [`SignInError::State`], [`SignInError::StateSeal`] where its answers still count as wrong. All accounts are then as
    /// they were.
    pub fn keep(self, session: &mut Session, world: &World) -> Result<(Vec<AccountId>, Answers), SignInError> {
        let (mut found, mut seals, places) = (Vec::new(), Vec::new(), session.book().places());
        for (id, seal_id, outcome) in self.outcomes {
            match outcome {
                Ok(signed_in) => {
                    let account = places.get(&id).and_then(|place| session.book().all().get(*place));
                    // It may have been deleted, or opened, while the key was derived.
                    if account.is_some_and(|account| is_sealed_as(account, seal_id)) {
                        found.push((id, signed_in));
                        seals.push(seal_id);
                    }
                }
                Err(error) if self.counts => {
                    if error != OpenError::WrongKey {
                        // Not the person's fault, and not compared with anything.
                        waits::right(session, world, &[seal_id])?;
                    }
                    return Err(error.into());
                }
                Err(_) => {}
            }
        }
        if self.counts && found.is_empty() {
            return Err(SignInError::NotSealed);
        }
        // Before anything is put in: it is the only thing here that can say no.
        waits::right(session, world, &seals)?;
        Ok((put_all(found, &places, session, world.clock.now()), self.answers))
    }
}

fn put_all(
    found: Vec<(AccountId, SignedIn)>,
    places: &HashMap<AccountId, usize>,
    session: &mut Session,
    now: Moment,
) -> Vec<AccountId> {
    let one = |(id, signed_in)| {
        put(session.book_mut().at_mut(*places.get(&id)?)?, signed_in, now);
        Some(id)
    };
    found.into_iter().filter_map(one).collect()
}

fn sealed(session: &Session, id: AccountId) -> Result<SealedCredential, SignInError> {
    let account = session.book().get(id).filter(|account| account.trashed.is_none());
    match account.map(|account| &account.credential) {
        Some(Credential::Sealed(sealed)) => Ok(sealed.as_ref().clone()),
        Some(Credential::Missing(_) | Credential::Ready(_)) | None => Err(SignInError::NotSealed),
    }
}

fn is_sealed_as(account: &Account, seal_id: [u8; 16]) -> bool {
    matches!(&account.credential, Credential::Sealed(sealed) if sealed.seal_id == seal_id)
}

/// Whether what was typed is a contact at all, by any slot's country; only its form is looked at.
fn check_form(typed: &str, sealed: &SealedCredential) -> Result<(), ContactError> {
    let mut last = ContactError::Empty;
    for slot in &sealed.slots {
        match Contact::parse_for(typed, slot) {
            Ok(_) => return Ok(()),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// What lay in the seal goes into the row, beside what was written there meanwhile.
fn put(account: &mut Account, signed_in: SignedIn, now: Moment) {
    let SignedIn { params, note, recovery_codes, history, protection } = signed_in;
    account.credential = Credential::Ready(params);
    account.add_sealed(note, recovery_codes, history);
    if account.protection != Protection::DeviceBound {
        account.protection = Protection::SignIn;
        account.sign_in = Some(Box::new(protection));
    }
    account.progress = SignInProgress::NotBegun;
    account.accepted = None;
    account.changed = now;
}
