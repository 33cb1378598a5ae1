//! What a backup carries of accounts, one or many at once: the key, the key under the account's own sign-in, or the name.
//! The slow part of setting up a sign-in runs on a worker.

use std::collections::{BTreeSet, HashSet};

use crate::account::{Account, AccountId, Book, Credential, Protection, SignInProtection};
use crate::chance::Entropy;
use crate::moment::Moment;
use crate::ops::Session;
use crate::ops::passphrase::{self, PassphraseRefusal, PassphraseRemark};
use crate::secret::Passphrase;
use crate::text::{Explain, Text};
use crate::vault::{Contact, KdfFloor, KdfParams, SealError, SignInKeys};

/// What a sign-in password costs: the seals leave the computer (256 MiB, four passes).
pub const COST: KdfParams = crate::ops::backup::COST;

/// What sign-in protection is set up with. Typed twice, both of it; that is the faces' part.
#[derive(Debug)]
pub struct Enrolment {
    /// A password that is used nowhere else, and is not the service's own.
    pub password: Passphrase,
    /// 1 to 4 contacts.
    pub contacts: Vec<Contact>,
    /// What the password costs.
    pub cost: KdfParams,
}

/// What a change would do, before anything is done.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Preview {
    /// Accounts of which a backup would carry less than before: older backups still hold the key.
    pub raised: Vec<AccountId>,
    /// Accounts of which a backup would carry more than before.
    pub lowered: Vec<AccountId>,
    /// Accounts that stay as they are.
    pub same: Vec<AccountId>,
    /// Accounts whose key is not here or is sealed, so that it cannot be protected otherwise.
    pub not_here: Vec<AccountId>,
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Protected {
    /// How many accounts have another protection now, or new answers.
    pub changed: usize,
    /// Of how many a backup carries less now.
    pub raised: usize,
    /// Whether backups are there that still hold the keys of those that were raised.
    pub older_backups_hold_keys: bool,
}

/// Why nothing was protected.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ProtectionError {
    /// No contact, more than four, or one of them twice.
    #[error("one to four different contacts")]
    Contacts,
    /// None of the accounts can have it.
    #[error("nothing to change")]
    Nothing,
    /// The password is not good enough.
    #[error(transparent)]
    Password(#[from] PassphraseRefusal),
    /// Sealing did not work.
    #[error(transparent)]
    Seal(#[from] SealError),
}

impl Explain for ProtectionError {
    fn what(&self) -> Text {
        match self {
            Self::Contacts => Text::new("err-protect-contacts"),
            Self::Nothing => Text::new("err-protect-nothing"),
            Self::Password(error) => error.what(),
            Self::Seal(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Contacts => Some(Text::new("fix-protect-contacts")),
            Self::Nothing => Some(Text::new("fix-protect-nothing")),
            Self::Password(error) => error.fix(),
            Self::Seal(error) => error.fix(),
        }
    }
}

impl Enrolment {
    /// Whether it will do, and what is to be said of the password.
    ///
    /// # Errors
    /// [`ProtectionError::Password`], [`ProtectionError::Contacts`].
    pub fn judge(&self) -> Result<Option<PassphraseRemark>, ProtectionError> {
        let remark = passphrase::judge(&self.password)?;
        let spelled: BTreeSet<&str> = self.contacts.iter().map(Contact::as_str).collect();
        let is_fine =
            (1..=crate::vault::MOST_CONTACTS).contains(&spelled.len()) && spelled.len() == self.contacts.len();
        if is_fine { Ok(remark) } else { Err(ProtectionError::Contacts) }
    }
}

/// What a change would do to these accounts. Those in the trash are left alone.
#[must_use]
pub fn preview(book: &Book, ids: &BTreeSet<AccountId>, wanted: Protection) -> Preview {
    let mut preview = Preview::default();
    for account in book.live().filter(|account| ids.contains(&account.id)) {
        let list = match effect(account, wanted) {
            Effect::Lowered => &mut preview.lowered,
            Effect::NotHere => &mut preview.not_here,
            Effect::Raised => &mut preview.raised,
            Effect::Same => &mut preview.same,
        };
        list.push(account.id);
    }
    preview
}

enum Effect {
    Lowered,
    NotHere,
    Raised,
    Same,
}

fn effect(account: &Account, wanted: Protection) -> Effect {
    let is_ready = matches!(account.credential, Credential::Ready(_));
    let (before, after) = (strength(account.protection), strength(wanted));
    match (is_ready, wanted) {
        // What a backup carries of it cannot be changed without its key.
        (false, Protection::Standard | Protection::SignIn) if before != after => Effect::NotHere,
        (true, Protection::SignIn) if before == after && account.sign_in.is_none() => Effect::Raised,
        _ if after > before => Effect::Raised,
        _ if after < before => Effect::Lowered,
        _ => Effect::Same,
    }
}

/// Whether a backup carries less with the one than with the other.
#[must_use]
pub const fn carries_less(one: Protection, other: Protection) -> bool {
    strength(one) > strength(other)
}

/// How little of an account leaves the computer.
const fn strength(protection: Protection) -> u8 {
    match protection {
        Protection::Standard => 0,
        Protection::SignIn => 1,
        Protection::DeviceBound => 2,
    }
}

/// Standard or device-bound protection; saving is the caller's next step.
///
/// # Errors
/// [`ProtectionError::Nothing`]; for [`Protection::SignIn`] too, which takes an [`Enrolment`].
pub fn protect(
    session: &mut Session,
    ids: &BTreeSet<AccountId>,
    wanted: Protection,
    now: Moment,
) -> Result<Protected, ProtectionError> {
    if wanted == Protection::SignIn {
        return Err(ProtectionError::Nothing);
    }
    let preview = preview(session.book(), ids, wanted);
    let chosen: HashSet<AccountId> = preview.raised.iter().chain(&preview.lowered).copied().collect();
    for account in session.book_mut().all_mut().filter(|account| chosen.contains(&account.id)) {
        account.protection = wanted;
        account.sign_in = None;
        account.changed = now;
    }
    done(session, &preview, preview.raised.len() + preview.lowered.len())
}

/// Sign-in protection on its way, for a worker.
#[derive(Debug)]
pub struct SignInJob {
    enrolment: Enrolment,
    ids: Vec<AccountId>,
    preview: Preview,
}

/// Account keys that are ready, each wrapped for each contact; [`SealedUp::put`] puts them into the vault.
#[derive(Debug)]
pub struct SealedUp {
    made: Vec<(AccountId, SignInProtection)>,
    preview: Preview,
}

impl SignInJob {
    /// Sign-in protection for the accounts whose key is here. Those that have it already get the new answers.
    ///
    /// # Errors
    /// [`ProtectionError`].
    pub fn of(session: &Session, ids: &BTreeSet<AccountId>, enrolment: Enrolment) -> Result<Self, ProtectionError> {
        enrolment.judge()?;
        let preview = preview(session.book(), ids, Protection::SignIn);
        let with_key = session.book().live().filter(|account| matches!(account.credential, Credential::Ready(_)));
        let ready: HashSet<AccountId> = with_key.map(|account| account.id).collect();
        let lists = [&preview.raised, &preview.lowered, &preview.same];
        let ids: Vec<_> = lists.into_iter().flatten().filter(|id| ready.contains(id)).copied().collect();
        if ids.is_empty() { Err(ProtectionError::Nothing) } else { Ok(Self { enrolment, ids, preview }) }
    }

    /// The same at another price.
    #[cfg(test)]
    pub fn at_cost(mut self, cost: KdfParams) -> Self {
        self.enrolment.cost = cost;
        self
    }

    /// Derives and wraps; with less memory on a computer that does not have so much, down to the floor. Slow: run it on
    /// a worker.
    ///
    /// # Errors
    /// [`ProtectionError::Seal`].
    pub fn run(self, chance: &dyn Entropy) -> Result<SealedUp, ProtectionError> {
        let Self { enrolment, ids, preview } = self;
        let mut cost = enrolment.cost;
        loop {
            let less = KdfParams { memory_kib: cost.memory_kib / 2, ..cost };
            match wrapped(&enrolment, &ids, cost, chance) {
                Ok(made) => return Ok(SealedUp { made, preview }),
                Err(SealError::NoMemory) if KdfFloor::PERSON.allows(less) => cost = less,
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn wrapped(
    enrolment: &Enrolment,
    ids: &[AccountId],
    cost: KdfParams,
    chance: &dyn Entropy,
) -> Result<Vec<(AccountId, SignInProtection)>, SealError> {
    let mut keys = SignInKeys::new(&enrolment.password);
    let mut one = |id: &AccountId| Ok((*id, keys.protect(id.0, &enrolment.contacts, cost, chance)?));
    ids.iter().map(&mut one).collect()
}

impl SealedUp {
    /// Puts the account keys into the vault; saving is the caller's next step.
    ///
    /// # Errors
    /// [`ProtectionError::Nothing`] where the accounts went meanwhile.
    pub fn put(&self, session: &mut Session, now: Moment) -> Result<Protected, ProtectionError> {
        let (mut changed, places) = (0, session.book().places());
        for (id, protection) in &self.made {
            let account = places.get(id).and_then(|place| session.book_mut().at_mut(*place));
            // Its key may have gone, or it itself, while the answers were derived.
            let Some(account) = account.filter(|it| matches!(it.credential, Credential::Ready(_))) else { continue };
            account.protection = Protection::SignIn;
            account.sign_in = Some(Box::new(protection.duplicate()));
            account.changed = now;
            changed += 1;
        }
        done(session, &self.preview, changed)
    }
}

fn done(session: &Session, preview: &Preview, changed: usize) -> Result<Protected, ProtectionError> {
    if changed == 0 {
        return Err(ProtectionError::Nothing);
    }
    let raised = preview.raised.len();
    Ok(Protected { changed, raised, older_backups_hold_keys: raised > 0 && has_backups(session) })
}

/// Whether this vault has written a backup. Records that cannot be read may well speak of some.
#[must_use]
pub fn has_backups(session: &Session) -> bool {
    session.vault().backup_sets().map_or(true, |sets| sets.iter().any(|set| !set.files.is_empty()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use super::{Enrolment, ProtectionError, SignInJob, preview, protect};
    use crate::account::{Account, AccountId, Credential, EnrolHint, Protection};
    use crate::ops::Session;
    use crate::ops::testing::{NOW, Ring, world};
    use crate::otp::{OtpKey, OtpParams};
    use crate::ports::World;
    use crate::secret::{Passphrase, Secret};
    use crate::vault::{BackupAccount, Contact, KdfParams, OpenVault};

    fn account(number: u8, protection: Protection) -> Account {
        let params = OtpParams::Steam { key: OtpKey::new(Secret::copied(&[number; 20])).unwrap() };
        let mut account = Account::ready(AccountId([number; 16]), "Ferry", "anna", params, NOW);
        account.protection = protection;
        account
    }

    fn missing(number: u8) -> Account {
        let credential = Credential::Missing(EnrolHint::default());
        Account::with_credential(AccountId([number; 16]), "Forum", "anna", credential, NOW)
    }

    fn session() -> (World, Session) {
        let world = world(NOW, Arc::new(Ring::default()));
        let passphrase = Passphrase::parse("four words like these").unwrap();
        let vault = OpenVault::create(&passphrase, KdfParams::LEAST, NOW, &*world.entropy).unwrap();
        let mut session = Session::in_memory(vault);
        let accounts = vec![
            account(1, Protection::Standard),
            account(2, Protection::Standard),
            missing(3),
            account(4, Protection::DeviceBound),
        ];
        session.book_mut().add_all(accounts);
        (world, session)
    }

    fn ids(ids: &[u8]) -> BTreeSet<AccountId> {
        ids.iter().map(|id| AccountId([*id; 16])).collect()
    }

    fn enrolment(password: &str, contacts: &[&str]) -> Enrolment {
        Enrolment {
            password: Passphrase::parse(password).unwrap(),
            contacts: contacts.iter().map(|typed| Contact::parse(typed).unwrap()).collect(),
            cost: KdfParams::LEAST,
        }
    }

    #[test]
    fn a_selection_gets_sign_in_protection_each_with_its_own_key() {
        let (world, mut session) = session();
        let answers = enrolment("lamp over the quiet harbour", &["mira@example.com", "+46701234567"]);
        let job = SignInJob::of(&session, &ids(&[1, 2, 3, 4]), answers).unwrap();
        let done = job.run(&*world.entropy).unwrap().put(&mut session, NOW).unwrap();
        // The one that was bound to this computer travels from now on, sealed.
        assert_eq!((done.changed, done.raised), (3, 2));
        let key = |number| {
            let account = session.book().get(AccountId([number; 16])).unwrap();
            *account.sign_in.as_ref().unwrap().account_key.expose()
        };
        assert!(key(1) != key(2) && key(2) != key(4));
        let carried = BackupAccount::of(session.book().get(AccountId([1; 16])).unwrap(), &*world.entropy).unwrap();
        assert!(matches!(carried.restored().credential, Credential::Sealed(_)));
        assert_eq!(session.book().get(AccountId([3; 16])).unwrap().protection, Protection::Standard);
    }

    #[test]
    fn the_preview_says_what_is_raised_lowered_and_not_here() {
        let (_, session) = session();
        let seen = preview(session.book(), &ids(&[1, 3, 4]), Protection::SignIn);
        assert_eq!((seen.raised, seen.lowered), (vec![AccountId([1; 16])], vec![AccountId([4; 16])]));
        assert_eq!(seen.not_here, [AccountId([3; 16])]);
        let seen = preview(session.book(), &ids(&[1, 3, 4]), Protection::DeviceBound);
        assert_eq!((seen.raised.len(), seen.same.len(), seen.not_here.len()), (2, 1, 0));
    }

    #[test]
    fn going_back_to_standard_forgets_the_account_key() {
        let (world, mut session) = session();
        let answers = enrolment("lamp over the quiet harbour", &["mira@example.com"]);
        let job = SignInJob::of(&session, &ids(&[1]), answers).unwrap();
        job.run(&*world.entropy).unwrap().put(&mut session, NOW).unwrap();
        let done = protect(&mut session, &ids(&[1]), Protection::Standard, NOW).unwrap();
        assert_eq!((done.changed, done.raised), (1, 0));
        assert!(session.book().get(AccountId([1; 16])).unwrap().sign_in.is_none());
        assert_eq!(protect(&mut session, &ids(&[1]), Protection::Standard, NOW), Err(ProtectionError::Nothing));
        assert_eq!(protect(&mut session, &ids(&[1]), Protection::SignIn, NOW), Err(ProtectionError::Nothing));
    }

    #[test]
    fn a_weak_password_and_the_same_contact_twice_are_refused() {
        let (_, session) = session();
        let refused = |answers| SignInJob::of(&session, &ids(&[1]), answers).err();
        assert!(matches!(refused(enrolment("password1", &["a@b.se"])), Some(ProtectionError::Password(_))));
        let good = "lamp over the quiet harbour";
        assert_eq!(refused(enrolment(good, &[])), Some(ProtectionError::Contacts));
        assert_eq!(refused(enrolment(good, &["a@b.se", "A@B.se"])), Some(ProtectionError::Contacts));
        let five = ["a@b.se", "b@b.se", "c@b.se", "d@b.se", "e@b.se"];
        assert_eq!(refused(enrolment(good, &five)), Some(ProtectionError::Contacts));
    }
}
