//! Our own export: all that the accounts have, under a password, for any kind of computer. Other apps cannot read it.

use crate::account::{Account, Book, Credential, Protection};
use crate::chance::Entropy;
use crate::formats::{Arrival, FormatError, Imported, Locked, Loss, Spot, UnlockError};
use crate::moment::Moment;
use crate::ops::export::ExportError;
use crate::ops::passphrase;
use crate::secret::{Passphrase, Private};
use crate::vault::{BackupAccount, KdfFloor, KdfParams, OpenError, ParseError, SealError, SealedExport, seal_export};

/// The name in commands and JSON.
pub(in crate::ops) const ID: &str = "pulih";

/// The ending of its files, without the dot.
pub(super) const ENDING: &str = "pulih-export";

/// What its password costs: the file leaves the computer, and nobody waits for it every day.
const COST: KdfParams = KdfParams { memory_kib: 256 * 1024, passes: 4, lanes: 4 };

/// What is left on this computer of an account of which only the name travels: the key, and what is as secret as it.
pub(super) fn losses(account: &Account) -> Vec<Loss> {
    let travels = match (account.protection, &account.credential) {
        (Protection::DeviceBound, _) | (Protection::SignIn, Credential::Missing(_)) => false,
        // Nothing to seal it with, so it stays.
        (Protection::SignIn, Credential::Ready(_)) => account.sign_in.is_some(),
        (Protection::SignIn, Credential::Sealed(_)) | (Protection::Standard, _) => true,
    };
    if travels {
        return Vec::new();
    }
    let has = [
        (Loss::History, !account.history.is_empty()),
        (Loss::Key, matches!(account.credential, Credential::Ready(_))),
        (Loss::Note, !account.note.is_empty()),
        (Loss::RecoveryCodes, !account.recovery_codes.is_empty()),
    ];
    has.into_iter().filter(|(_, is_there)| *is_there).map(|(loss, _)| loss).collect()
}

/// An account as the file carries it: as a backup does.
pub(super) fn carried(account: &Account, chance: &dyn Entropy) -> Result<Account, SealError> {
    Ok(BackupAccount::of(account, chance)?.restored())
}

/// The file's bytes, opened once more and compared.
pub(super) fn write(
    accounts: &[Account],
    groups: &[Private],
    password: &str,
    now: Moment,
    chance: &dyn Entropy,
) -> Result<Vec<u8>, ExportError> {
    let password = Passphrase::parse(password).map_err(ExportError::Password)?;
    passphrase::judge(&password)?;
    // Sealed once: what is compared with the file is what was written.
    let accounts = accounts.iter().map(|account| carried(account, chance)).collect::<Result<Vec<_>, _>>()?;
    let book = || Book::new(accounts.iter().map(Account::duplicate).collect(), groups.to_vec());
    let bytes = sealed(&book, &password, now, chance)?;
    let opened = SealedExport::parse(bytes.clone()).ok().and_then(|export| export.open(&password).ok());
    if opened == Some(book()) { Ok(bytes) } else { Err(ExportError::Write(crate::formats::WriteError::NotReadBack)) }
}

/// With less memory on a computer that does not have so much, down to the floor.
fn sealed(
    book: &dyn Fn() -> Book,
    password: &Passphrase,
    now: Moment,
    chance: &dyn Entropy,
) -> Result<Vec<u8>, SealError> {
    let mut cost = COST;
    loop {
        let less = KdfParams { memory_kib: cost.memory_kib / 2, ..cost };
        match seal_export(book(), password, cost, now, chance) {
            Err(SealError::NoMemory) if KdfFloor::PERSON.allows(less) => cost = less,
            other => return other,
        }
    }
}

/// An export that waits for its password.
#[derive(Debug)]
pub(in crate::ops) struct LockedExport(SealedExport);

impl LockedExport {
    /// Reads the form of an export.
    ///
    /// # Errors
    /// [`FormatError`].
    pub fn parse(bytes: Vec<u8>) -> Result<Self, FormatError> {
        SealedExport::parse(bytes).map(Self).map_err(|error| match error {
            ParseError::TooLarge => FormatError::TooLarge,
            ParseError::TooNew { found } => FormatError::TooNew { found: found.into() },
            ParseError::Backup | ParseError::Damaged | ParseError::Export | ParseError::NotAVault => {
                FormatError::Damaged(ENDING)
            }
        })
    }
}

impl Locked for LockedExport {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        // What can be no passphrase at all can be none of this file.
        let password = Passphrase::parse(password).map_err(|_| UnlockError::WrongPassword)?;
        let book = self.0.open(&password).map_err(|error| match error {
            OpenError::Damaged => FormatError::Damaged(ENDING).into(),
            OpenError::NoMemory { memory_mib } => FormatError::TooCostly { mebibytes: memory_mib.into() }.into(),
            OpenError::NoSuchSlot => FormatError::NoPassword.into(),
            OpenError::TooCostly { memory_mib, .. } => FormatError::TooCostly { mebibytes: memory_mib }.into(),
            OpenError::TooNew { found } => FormatError::TooNew { found: found.into() }.into(),
            OpenError::WrongKey => UnlockError::WrongPassword,
        })?;
        let groups = book.groups().to_vec();
        let arrivals = (1..).zip(book.all()).map(|(number, it)| Arrival::of(it.duplicate(), Spot::Item(number)));
        let arrivals = arrivals.collect();
        Ok(Imported { format: ID, arrivals, groups, complaints: Vec::new(), notes: Vec::new() })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{carried, losses};
    use crate::account::{
        Account, AccountId, Credential, DeviceSealed, EnrolHint, MissingReason, OldKey, Protection, RecoveryCode,
    };
    use crate::formats::Loss;
    use crate::moment::Moment;
    use crate::ops::testing::{NOW, Ring, world};
    use crate::otp::{OtpKey, OtpParams};
    use crate::secret::{Passphrase, Secret};
    use crate::vault::{Contact, KdfParams, SignInKeys};

    fn account(protection: Protection) -> Account {
        let steam = || OtpParams::Steam { key: OtpKey::new(Secret::copied(&[7; 20])).unwrap() };
        let mut account = Account::ready(AccountId([1; 16]), "Ferry", "anna", steam(), Moment::from_unix(5));
        account.protection = protection;
        account.note = "deck 4".into();
        account.recovery_codes = vec![RecoveryCode { code: Secret::copied(b"1111"), used: true }];
        account.history = vec![OldKey { params: steam(), replaced: Moment::from_unix(3) }];
        account
    }

    fn as_carried(account: &Account) -> Account {
        carried(account, &*world(NOW, Arc::new(Ring::default())).entropy).unwrap()
    }

    #[test]
    fn an_account_with_sign_in_protection_is_carried_sealed_and_whole() {
        let chance = world(NOW, Arc::new(Ring::default())).entropy;
        let password = Passphrase::parse("lamp over the quiet harbour").unwrap();
        let contacts = [Contact::parse("anna@example.com").unwrap()];
        let mut protected = account(Protection::SignIn);
        let mut keys = SignInKeys::new(&password);
        protected.sign_in = Some(Box::new(keys.protect([1; 16], &contacts, KdfParams::LEAST, &*chance).unwrap()));
        assert_eq!(losses(&protected), []);
        let copy = as_carried(&protected);
        assert!(copy.sign_in.is_none() && copy.note.is_empty() && copy.recovery_codes.is_empty());
        let Credential::Sealed(sealed) = &copy.credential else { panic!("the key lies open in the export") };
        let opened = keys.open(sealed, "anna@example.com").unwrap();
        assert_eq!((&opened.params, &*opened.note), (protected.params().unwrap(), "deck 4"));
        protected.sign_in = None;
        assert_eq!(losses(&protected).len(), 4, "nothing to seal it with");
        assert!(matches!(as_carried(&protected).credential, Credential::Missing(_)));
    }

    #[test]
    fn an_account_is_carried_with_all_it_has() {
        let whole = account(Protection::Standard);
        assert_eq!(as_carried(&whole), whole);
        assert_eq!(losses(&whole), []);
    }

    #[test]
    fn what_is_bound_to_this_computer_stays_here_and_is_said() {
        let bound = account(Protection::DeviceBound);
        assert_eq!(losses(&bound), [Loss::History, Loss::Key, Loss::Note, Loss::RecoveryCodes]);
        let copy = as_carried(&bound);
        let expected = EnrolHint { reason: MissingReason::DeviceBound, type_name: "steam".into(), device_sealed: None };
        assert_eq!(copy.credential, Credential::Missing(expected));
        assert!(copy.note.is_empty() && copy.recovery_codes.is_empty() && copy.history.is_empty());
        assert_eq!((&*copy.issuer, &*copy.name, copy.protection), ("Ferry", "anna", Protection::DeviceBound));
    }

    #[test]
    fn a_box_that_only_this_computer_opens_does_not_travel() {
        let sealed = EnrolHint { device_sealed: Some(DeviceSealed(vec![1; 120])), ..EnrolHint::default() };
        let mut missing = account(Protection::Standard);
        missing.credential = Credential::Missing(sealed);
        assert_eq!(as_carried(&missing).credential, Credential::Missing(EnrolHint::default()));
    }
}
