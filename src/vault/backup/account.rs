//! An account as a backup carries it. Its type has no room for the key of a device-bound account, and none for an open
//! key beside a sealed one: what must not travel cannot be said.

use crate::account::{
    Account, AccountId, Credential, EnrolHint, Kind, MissingReason, OldKey, Protection, ProviderPin, RecoveryCode,
    SealedCredential, SignInProgress,
};
use crate::chance::Entropy;
use crate::moment::Moment;
use crate::otp::OtpParams;
use crate::secret::Private;
use crate::vault::SealError;
use crate::vault::sign_in;

/// An account as a backup carries it: made by [`BackupAccount::of`] from a vault's, or read from a file.
///
/// Whose protection is not standard cannot be given an open part from outside:
///
/// ```compile_fail
/// fn leak(account: &mut pulih::vault::BackupAccount, key: pulih::vault::OpenPart) {
///     account.carried = pulih::vault::Carried::Open(key);
/// }
/// ```
#[derive(Debug, Eq, PartialEq)]
pub struct BackupAccount {
    /// Names the account for good.
    pub id: AccountId,
    /// Whose account it is.
    pub kind: Kind,
    /// What a backup carries of it.
    pub protection: Protection,
    /// The service.
    pub issuer: Private,
    /// The account at the service.
    pub name: Private,
    /// The names of the groups it is in.
    pub groups: Vec<Private>,
    /// Whether it stays on top.
    pub pinned: bool,
    /// How often a code was taken.
    pub use_count: u64,
    /// When a code was last taken.
    pub last_used: Option<Moment>,
    /// When the account came into the vault.
    pub created: Moment,
    /// When it was last changed by a person.
    pub changed: Moment,
    /// Since when it lies in the trash.
    pub trashed: Option<Moment>,
    /// When the service accepted a code.
    pub accepted: Option<Moment>,
    /// When the service refused a code.
    pub refused: Option<Moment>,
    /// Who signed in at the provider.
    pub provider_pin: Option<Box<ProviderPin>>,
    /// The name of a picture.
    pub icon: Private,
    pub(in crate::vault) carried: Carried,
}

/// What a backup carries of an account, beyond what everybody who opens it may see.
#[derive(Debug, Eq, PartialEq)]
pub enum Carried {
    /// The name alone.
    Name(NameOnly),
    /// Everything: the account has standard protection.
    Open(OpenPart),
    /// Everything, under the account's own sign-in.
    Sealed(SealedCredential),
}

/// Why only the name is here, and what kind of code it gave.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NameOnly {
    /// Why.
    pub reason: MissingReason,
    /// `totp`, `hotp`, ...; empty where unknown.
    pub type_name: String,
}

/// What lies open in a backup of an account with standard protection.
#[derive(Debug, Eq, PartialEq)]
pub struct OpenPart {
    /// The key, or why the vault itself did not have it.
    pub key: Result<OtpParams, NameOnly>,
    /// A free text.
    pub note: Private,
    /// The service's recovery codes.
    pub recovery_codes: Vec<RecoveryCode>,
    /// Keys that were replaced, newest first.
    pub history: Vec<OldKey>,
    /// Facts that a newer version wrote.
    pub ext: Vec<(u16, Vec<u8>)>,
}

/// What a person has to do before a restored account gives codes: the three groups of every preview.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum ComesBack {
    /// Nothing: its codes are there at once.
    CodesAtOnce,
    /// Sign in with password and contact.
    SignIn,
    /// Add the key again at the service.
    AddKey,
}

impl BackupAccount {
    /// What a backup carries of a vault's account, by its protection.
    ///
    /// # Errors
    /// [`SealError`] where an account under its own sign-in cannot be sealed.
    pub fn of(account: &Account, chance: &dyn Entropy) -> Result<Self, SealError> {
        Ok(Self {
            id: account.id,
            kind: account.kind,
            protection: account.protection,
            issuer: account.issuer.clone(),
            name: account.name.clone(),
            groups: account.groups.clone(),
            pinned: account.pinned,
            use_count: account.use_count,
            last_used: account.last_used,
            created: account.created,
            changed: account.changed,
            trashed: account.trashed,
            accepted: account.accepted,
            refused: account.refused,
            provider_pin: account.provider_pin.clone(),
            icon: account.icon.clone(),
            carried: Carried::of(account, chance)?,
        })
    }

    /// What it carries beyond the name.
    #[must_use]
    pub const fn carried(&self) -> &Carried {
        &self.carried
    }

    /// What a person has to do before it gives codes.
    #[must_use]
    pub const fn comes_back(&self) -> ComesBack {
        match &self.carried {
            Carried::Name(_) | Carried::Open(OpenPart { key: Err(_), .. }) => ComesBack::AddKey,
            Carried::Open(OpenPart { key: Ok(_), .. }) => ComesBack::CodesAtOnce,
            Carried::Sealed(_) => ComesBack::SignIn,
        }
    }

    /// What a row is called: `issuer`, or the name where there is no issuer.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.issuer.is_empty() { &self.name } else { &self.issuer }
    }

    /// What kind of code it gives: `totp`, `hotp`, ...; `None` where that is not known.
    #[must_use]
    pub fn type_name(&self) -> Option<&str> {
        let name = match &self.carried {
            Carried::Name(name) | Carried::Open(OpenPart { key: Err(name), .. }) => &name.type_name,
            Carried::Open(OpenPart { key: Ok(params), .. }) => params.type_name(),
            Carried::Sealed(sealed) => sign_in::type_name(&sealed.label),
        };
        (!name.is_empty()).then_some(name)
    }

    /// The account as a vault holds it.
    #[must_use]
    pub fn restored(self) -> Account {
        let (credential, open) = self.carried.restored();
        let (note, recovery_codes, history, ext) = open.unwrap_or_default();
        Account {
            id: self.id,
            kind: self.kind,
            protection: self.protection,
            issuer: self.issuer,
            name: self.name,
            note,
            groups: self.groups,
            pinned: self.pinned,
            credential,
            sign_in: None,
            recovery_codes,
            use_count: self.use_count,
            last_used: self.last_used,
            created: self.created,
            changed: self.changed,
            trashed: self.trashed,
            history,
            accepted: self.accepted,
            refused: self.refused,
            provider_pin: self.provider_pin,
            progress: SignInProgress::default(),
            icon: self.icon,
            ext,
        }
    }
}

/// Note, recovery codes, history and unknown facts of an open part.
type Beside = (Private, Vec<RecoveryCode>, Vec<OldKey>, Vec<(u16, Vec<u8>)>);

impl Carried {
    fn of(account: &Account, chance: &dyn Entropy) -> Result<Self, SealError> {
        Ok(match (account.protection, &account.credential) {
            (Protection::DeviceBound, Credential::Ready(params)) => Self::Name(NameOnly::withheld(params.type_name())),
            (Protection::DeviceBound, Credential::Sealed(sealed)) => {
                Self::Name(NameOnly::withheld(sign_in::type_name(&sealed.label)))
            }
            (Protection::DeviceBound | Protection::SignIn, Credential::Missing(hint)) => Self::Name(NameOnly::of(hint)),
            (Protection::SignIn, Credential::Ready(params)) => match &account.sign_in {
                Some(protection) => Self::Sealed(sign_in::seal(account, params, protection, chance)?),
                // Nothing to seal it with: then it does not travel.
                None => Self::Name(NameOnly::withheld(params.type_name())),
            },
            // Came sealed, from a backup or an import: it goes on as it is.
            (Protection::SignIn | Protection::Standard, Credential::Sealed(sealed)) => {
                Self::Sealed(sealed.as_ref().clone())
            }
            (Protection::Standard, Credential::Missing(hint)) => {
                Self::Open(OpenPart::of(account, Err(NameOnly::of(hint))))
            }
            (Protection::Standard, Credential::Ready(params)) => {
                Self::Open(OpenPart::of(account, Ok(params.duplicate())))
            }
        })
    }

    fn restored(self) -> (Credential, Option<Beside>) {
        match self {
            Self::Name(name) => (name.restored(), None),
            Self::Open(OpenPart { key, note, recovery_codes, history, ext }) => {
                let credential = key.map_or_else(NameOnly::restored, Credential::Ready);
                (credential, Some((note, recovery_codes, history, ext)))
            }
            Self::Sealed(sealed) => (Credential::Sealed(Box::new(sealed)), None),
        }
    }
}

impl OpenPart {
    fn of(account: &Account, key: Result<OtpParams, NameOnly>) -> Self {
        let code = |code: &RecoveryCode| RecoveryCode { code: code.code.duplicate(), used: code.used };
        let old = |old: &OldKey| OldKey { params: old.params.duplicate(), replaced: old.replaced };
        Self {
            key,
            note: account.note.clone(),
            recovery_codes: account.recovery_codes.iter().map(code).collect(),
            history: account.history.iter().map(old).collect(),
            ext: account.ext.clone(),
        }
    }
}

impl NameOnly {
    fn of(hint: &EnrolHint) -> Self {
        // A key that another computer's device key would open does not travel either.
        Self { reason: hint.reason, type_name: hint.type_name.clone() }
    }

    fn withheld(type_name: &str) -> Self {
        Self { reason: MissingReason::DeviceBound, type_name: type_name.to_owned() }
    }

    fn restored(self) -> Credential {
        Credential::Missing(EnrolHint { reason: self.reason, type_name: self.type_name, device_sealed: None })
    }
}
