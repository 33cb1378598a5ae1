//! What the vault holds for an account: the key, the key under a lock of its own, or only the name.

use crate::account::Protection;
use crate::moment::Moment;
use crate::otp::{CodeError, OtpParams};
use crate::secret::{Key32, Private};
use crate::text::{Explain, Text};

/// The three states of an account. Only [`Credential::Ready`] gives codes.
#[derive(Debug, Eq, PartialEq)]
pub enum Credential {
    /// Only the name is here.
    Missing(EnrolHint),
    /// The key is here.
    Ready(OtpParams),
    /// The key is here, locked under this account's own sign-in.
    Sealed(Box<SealedCredential>),
}

impl Credential {
    /// The name as JSON writes it: `ready`, `sealed`, `missing`.
    #[must_use]
    pub const fn state_name(&self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::Ready(_) => "ready",
            Self::Sealed(_) => "sealed",
        }
    }
}

/// What is known about the key that is not here.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct EnrolHint {
    /// Why it is not here.
    pub reason: MissingReason,
    /// What kind of code it gave, so that the new key can be checked against it: `totp`, `hotp`, ...; empty where unknown.
    pub type_name: String,
    /// A key that this computer's device key would open, were it here.
    pub device_sealed: Option<DeviceSealed>,
}

/// Why a key is not here.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum MissingReason {
    /// The backup carries only the name (device-bound protection).
    #[default]
    DeviceBound,
    /// The key is in this file, but the device key that opens it is not on this computer.
    DeviceKeyGone,
    /// The other app's file had the account without a key.
    NotInImport,
    /// The other app's file had a key that needs a PIN which the file does not carry.
    PinNotInImport,
}

impl MissingReason {
    /// The name as JSON writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DeviceBound => "device-bound",
            Self::DeviceKeyGone => "device-key-gone",
            Self::NotInImport => "not-in-import",
            Self::PinNotInImport => "pin-not-in-import",
        }
    }
}

/// A key sealed under this computer's device key (docs/vault-format.md, "Device-bound accounts"), kept as it is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DeviceSealed(pub Vec<u8>);

/// A key sealed under the account's own sign-in, exactly as it came (docs/vault-format.md, "Sealed accounts").
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedCredential {
    /// The id it was sealed for; stays the same however the row is edited or merged.
    pub seal_id: [u8; 16],
    /// What it was sealed with as label; bound by the seal, apart from the displayed fields.
    pub label: SealedLabel,
    /// One slot for each contact, 1 to 4.
    pub slots: Vec<SignInSlot>,
    /// The sealed key.
    pub sealed: Vec<u8>,
}

/// The label that a seal binds: issuer, name, kind and parameters as they were when it was sealed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SealedLabel {
    /// Issuer as sealed.
    pub issuer: Private,
    /// Name as sealed.
    pub name: Private,
    /// `totp`, `hotp`, `steam`, `motp`, `yandex` as a number of the format document.
    pub otp_type: u8,
    /// Algorithm as a number of the format document.
    pub algorithm: u8,
    /// Digits as sealed.
    pub digits: u8,
    /// Period in seconds as sealed; 0 for HOTP.
    pub period: u32,
}

/// One contact's way to the account key.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SignInSlot {
    /// 1 e-mail, 2 phone.
    pub contact_kind: u8,
    /// The masked contact, such as `m•••@e•••.se`.
    pub hint: Private,
    /// Argon2id memory in KiB.
    pub memory_kib: u32,
    /// Argon2id passes.
    pub passes: u32,
    /// Argon2id lanes.
    pub lanes: u32,
    /// Argon2id salt.
    pub salt: [u8; 32],
    /// The account key in a box.
    pub sealed: Vec<u8>,
}

/// What a live vault keeps beside the key of an account with sign-in protection, so that backups ask for nothing.
#[derive(Debug, Eq, PartialEq)]
pub struct SignInProtection {
    /// The account key that seals the OTP key.
    pub account_key: Key32,
    /// One slot for each contact, 1 to 4.
    pub slots: Vec<SignInSlot>,
    /// The id that seals are made for.
    pub seal_id: [u8; 16],
}

/// Why an account shows no code.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NotReady {
    /// Only the name is here.
    #[error("only the name is here")]
    Missing(MissingReason),
    /// The code cannot be computed for this moment.
    #[error(transparent)]
    NoCode(#[from] CodeError),
    /// The key is locked under the account's own sign-in.
    #[error("the key is sealed")]
    Sealed,
    /// The account lies in the trash.
    #[error("the account is in the trash since {0:?}")]
    Trashed(Moment),
}

impl NotReady {
    /// What is said of it: the ids of what is wrong and of what helps.
    const fn ids(self) -> (&'static str, &'static str) {
        match self {
            Self::Missing(MissingReason::DeviceBound) => ("err-account-device-bound", "fix-account-device-bound"),
            Self::Missing(MissingReason::DeviceKeyGone) => {
                ("err-account-device-key-gone", "fix-account-device-key-gone")
            }
            Self::Missing(MissingReason::NotInImport) => ("err-account-not-in-import", "fix-account-not-in-import"),
            Self::Missing(MissingReason::PinNotInImport) => {
                ("err-account-pin-not-in-import", "fix-account-pin-not-in-import")
            }
            Self::NoCode(CodeError::Before1970) => ("err-code-before-1970", "fix-code-before-1970"),
            Self::NoCode(CodeError::CounterAtItsEnd) => ("err-code-counter-end", "fix-code-counter-end"),
            Self::Sealed => ("err-account-sealed", "fix-account-sealed"),
            Self::Trashed(_) => ("err-account-trashed", "fix-account-trashed"),
        }
    }
}

impl Explain for NotReady {
    fn what(&self) -> Text {
        Text::new(self.ids().0)
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(self.ids().1))
    }
}

impl Protection {
    /// The name as commands and JSON write it: `standard`, `sign-in`, `device-bound`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DeviceBound => "device-bound",
            Self::SignIn => "sign-in",
            Self::Standard => "standard",
        }
    }
}
