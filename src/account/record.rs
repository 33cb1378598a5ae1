//! One account: what a person sees of it, and its credential.

use std::fmt;

use crate::account::{Credential, NotReady, SignInProgress, SignInProtection};
use crate::moment::Moment;
use crate::otp::{Code, OtpParams};
use crate::secret::{Private, Secret};

/// 16 random bytes that name an account for good.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct AccountId(pub [u8; 16]);

impl fmt::Display for AccountId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// Whose account it is; it decides what a backup carries by default.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Kind {
    /// A personal account of the Microsoft sort.
    Personal {
        /// Whether it also signs in without a password.
        passwordless: bool,
    },
    /// Any other service: Amazon, GitHub, a bank.
    #[default]
    ThirdParty,
    /// An account that an organisation gave out.
    WorkOrSchool,
}

impl Kind {
    /// The name as commands and JSON write it: `third-party`, `personal`, `passwordless`, `work`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Personal { passwordless: false } => "personal",
            Self::Personal { passwordless: true } => "passwordless",
            Self::ThirdParty => "third-party",
            Self::WorkOrSchool => "work",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "personal" => Some(Self::Personal { passwordless: false }),
            "passwordless" => Some(Self::Personal { passwordless: true }),
            "third-party" => Some(Self::ThirdParty),
            "work" => Some(Self::WorkOrSchool),
            _ => None,
        }
    }

    /// What a backup carries of such an account unless the person says otherwise.
    #[must_use]
    pub const fn default_protection(self) -> Protection {
        match self {
            Self::Personal { passwordless: false } | Self::ThirdParty => Protection::Standard,
            Self::Personal { passwordless: true } | Self::WorkOrSchool => Protection::DeviceBound,
        }
    }
}

/// What a backup carries of an account.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Protection {
    /// The name alone.
    DeviceBound,
    /// The key, sealed under password and contact.
    SignIn,
    /// The key.
    #[default]
    Standard,
}

/// A code of paper that a service gave out for the day the authenticator is lost.
#[derive(Debug, Eq, PartialEq)]
pub struct RecoveryCode {
    /// The code.
    pub code: Secret,
    /// Whether it was ticked off.
    pub used: bool,
}

/// A key that was replaced, kept until the new one is known to work.
#[derive(Debug, Eq, PartialEq)]
pub struct OldKey {
    /// The parameters with the key.
    pub params: OtpParams,
    /// When it was replaced.
    pub replaced: Moment,
}

/// Who signed in at the provider the first time; from then on only this person counts.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ProviderPin {
    /// `iss` of the ID token.
    pub issuer: Private,
    /// `sub` of the ID token (for Entra: `tid` and `oid`).
    pub subject: Private,
    /// When the identity was last confirmed.
    pub confirmed: Moment,
    /// What the provider said of a second factor.
    pub second_factor: SecondFactor,
}

/// What a provider said of a second factor.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum SecondFactor {
    /// It said nothing.
    #[default]
    NotReported,
    /// It named one.
    Reported,
}

/// One row of the accounts screen.
#[derive(Debug, Eq, PartialEq)]
pub struct Account {
    /// Names the account for good.
    pub id: AccountId,
    /// Whose account it is.
    pub kind: Kind,
    /// What a backup carries of it.
    pub protection: Protection,
    /// The service, such as `GitHub`.
    pub issuer: Private,
    /// The account at the service, such as `anna@example.com`.
    pub name: Private,
    /// A free text, several lines.
    pub note: Private,
    /// The names of the groups it is in.
    pub groups: Vec<Private>,
    /// Whether it stays on top.
    pub pinned: bool,
    /// The key, or what stands in its place.
    pub credential: Credential,
    /// What sign-in protection needs for unattended backups; present only with [`Protection::SignIn`] and a key.
    pub sign_in: Option<Box<SignInProtection>>,
    /// The service's recovery codes.
    pub recovery_codes: Vec<RecoveryCode>,
    /// How often a code was taken.
    pub use_count: u64,
    /// When a code was last taken.
    pub last_used: Option<Moment>,
    /// When the account came into this vault.
    pub created: Moment,
    /// When it was last changed by a person.
    pub changed: Moment,
    /// Since when it lies in the trash.
    pub trashed: Option<Moment>,
    /// Keys that were replaced, newest first.
    pub history: Vec<OldKey>,
    /// When the service accepted a code.
    pub accepted: Option<Moment>,
    /// When the service refused a code.
    pub refused: Option<Moment>,
    /// Who signed in at the provider.
    pub provider_pin: Option<Box<ProviderPin>>,
    /// How far it has come on the way back to a key that is not here.
    pub progress: SignInProgress,
    /// The name of a picture, as the other app had it.
    pub icon: Private,
    /// Facts that a newer version wrote; kept byte for byte.
    pub ext: Vec<(u16, Vec<u8>)>,
}

impl Account {
    /// An account with a key and defaults for all else.
    #[must_use]
    pub fn ready(id: AccountId, issuer: &str, name: &str, params: OtpParams, now: Moment) -> Self {
        Self::with_credential(id, issuer, name, Credential::Ready(params), now)
    }

    /// An account with any credential and defaults for all else.
    #[must_use]
    pub fn with_credential(id: AccountId, issuer: &str, name: &str, credential: Credential, now: Moment) -> Self {
        Self {
            id,
            kind: Kind::default(),
            protection: Protection::default(),
            issuer: issuer.into(),
            name: name.into(),
            note: Private::default(),
            groups: Vec::new(),
            pinned: false,
            credential,
            sign_in: None,
            recovery_codes: Vec::new(),
            use_count: 0,
            last_used: None,
            created: now,
            changed: now,
            trashed: None,
            history: Vec::new(),
            accepted: None,
            refused: None,
            provider_pin: None,
            progress: SignInProgress::default(),
            icon: Private::default(),
            ext: Vec::new(),
        }
    }

    /// The code at `now`: the only road to one.
    ///
    /// # Errors
    /// [`NotReady`] says why there is none; the account is then shown with its badge.
    pub fn code_at(&self, now: Moment) -> Result<Code, NotReady> {
        Ok(self.params()?.code_at(now)?)
    }

    /// The code after the one at `now`.
    ///
    /// # Errors
    /// As [`Account::code_at`].
    pub fn next_code_at(&self, now: Moment) -> Result<Code, NotReady> {
        Ok(self.params()?.next_code_at(now)?)
    }

    /// Whether it is usable and its codes are counted (HOTP, RFC 4226): each is taken, and uses one up.
    #[must_use]
    pub fn has_counter(&self) -> bool {
        self.params().is_ok_and(|params| params.counter().is_some())
    }

    /// The parameters of a usable account.
    ///
    /// # Errors
    /// [`NotReady`] when the key is not usable or the account lies in the trash.
    pub fn params(&self) -> Result<&OtpParams, NotReady> {
        if let Some(since) = self.trashed {
            return Err(NotReady::Trashed(since));
        }
        match &self.credential {
            Credential::Missing(hint) => Err(NotReady::Missing(hint.reason)),
            Credential::Ready(params) => Ok(params),
            Credential::Sealed(_) => Err(NotReady::Sealed),
        }
    }

    /// Whether it needs the person before it shows a code: sealed, missing, or refused by its service.
    #[must_use]
    pub fn needs_sign_in(&self) -> bool {
        !matches!(self.credential, Credential::Ready(_)) || self.refused.is_some()
    }

    /// What lay under a seal comes back into the row, beside what was written there meanwhile: nothing of either is lost.
    pub fn add_sealed(&mut self, note: Private, recovery_codes: Vec<RecoveryCode>, history: Vec<OldKey>) {
        if !note.is_empty() && note != self.note {
            let own = std::mem::take(&mut self.note);
            self.note =
                if own.is_empty() { note } else { Private::from(format!("{}\n{}", note.as_str(), own.as_str())) };
        }
        let own = std::mem::replace(&mut self.recovery_codes, recovery_codes);
        for code in own {
            if !self.recovery_codes.iter().any(|known| known.code == code.code) {
                self.recovery_codes.push(code);
            }
        }
        self.history.extend(history);
        self.history.sort_by_key(|old| std::cmp::Reverse(old.replaced));
    }

    /// What a row is called: `issuer`, or the name where there is no issuer.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.issuer.is_empty() { &self.name } else { &self.issuer }
    }
}
