//! The URIs that codes travel in: `otpauth://` and its relatives, read as apps really write them and written in one
//! canonical way. Lists of them are for `formats`, pictures of them for the faces.

mod explain;
mod given;
mod label;
mod parts;
mod read;
mod secrets;
mod write;

use crate::otp::{KeyError, MotpSecret, OtpParams, OutOfRange, Pin, YandexKey};
use crate::secret::Private;

pub use read::read;
pub use write::{SteamForm, write, write_as};

/// The longest URI that is written, in bytes.
pub const LONGEST_URI: usize = 4096;

/// The longest URI that is read, in bytes. Ente has notes in it, which are several bytes for each letter once escaped.
pub const LONGEST_READ: usize = 64 * 1024;

/// The longest issuer that is kept, in characters.
pub const LONGEST_ISSUER: usize = 128;

/// The longest name that is kept, in characters.
pub const LONGEST_NAME: usize = 256;

/// What a URI says of an account.
#[derive(Debug, Eq, PartialEq)]
pub struct UriAccount {
    /// The service; may be empty.
    pub issuer: Private,
    /// The account at the service; may be empty.
    pub name: Private,
    /// What its codes are made from.
    pub key: UriKey,
    /// What else some apps put in.
    pub extras: UriExtras,
    /// What was assumed, changed or looks odd, in the order in which it was met.
    pub notes: Vec<UriNote>,
}

/// What a URI gives of the key.
#[derive(Debug, Eq, PartialEq)]
pub enum UriKey {
    /// The key without the PIN that its codes also need.
    NeedsPin(KeyWithoutPin),
    /// All that codes are made from.
    Ready(OtpParams),
}

/// A key of a kind that needs a PIN, before the person has said it.
#[derive(Debug, Eq, PartialEq)]
pub enum KeyWithoutPin {
    /// Mobile-OTP.
    Motp(MotpSecret),
    /// Yandex.
    Yandex(YandexKey),
}

impl KeyWithoutPin {
    /// The parameters with the PIN.
    #[must_use]
    pub fn with_pin(self, pin: Pin) -> OtpParams {
        match self {
            Self::Motp(secret) => OtpParams::Motp { secret, pin },
            Self::Yandex(key) => OtpParams::Yandex { key, pin },
        }
    }

    /// The name as [`OtpParams::type_name`] gives it.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::Motp(_) => "motp",
            Self::Yandex(_) => "yandex",
        }
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        match self {
            Self::Motp(secret) => Self::Motp(secret.duplicate()),
            Self::Yandex(key) => Self::Yandex(key.duplicate()),
        }
    }
}

/// What some apps add to a URI; kept as text for those who know what to do with it.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct UriExtras {
    /// `codeDisplay`: what Ente keeps beside the key, as JSON.
    pub code_display: Private,
    /// `image` or `icon`: the address or name of a picture. Never fetched.
    pub icon: Private,
    /// The issuer of the label where the `issuer` parameter said something else and won.
    pub other_issuer: Private,
    /// `tags`, each as it came.
    pub tags: Vec<Private>,
}

/// Something about a URI that a person may want to know; the account was taken all the same.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum UriNote {
    /// The issuer or name was longer than is kept, and was cut.
    Cut,
    /// This many hidden characters were removed from issuer and name.
    HiddenRemoved(usize),
    /// The parameter `issuer` won over this issuer in the label.
    IssuerInLabel(String),
    /// The parameter `issuer` was cut off by an unescaped `&`; the label's was taken.
    IssuerRepaired,
    /// Issuer or name mix letters of scripts that look alike.
    LookAlikes,
    /// The parameter occurred again with another value; the first was taken.
    Repeated(String),
    /// The key has this many bytes, fewer than the 16 of RFC 4226.
    ShortKey(usize),
    /// Parameters that nothing is known of; they were left out.
    Unknown(Vec<String>),
    /// This many digits are outside the usual 6 to 8.
    UnusualDigits(u8),
}

/// A URI that gives no account: what it called itself, and why.
#[derive(Debug, Eq, PartialEq)]
pub struct UriRefusal {
    /// Issuer and name as far as they could be read, to find the entry again.
    pub title: Private,
    /// Why.
    pub why: UriError,
}

/// Why a URI gives no account.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum UriError {
    /// A number that is none, or negative.
    #[error("{parameter} is not a number that can be used")]
    BadNumber {
        /// The parameter.
        parameter: &'static str,
        /// What it said.
        value: String,
    },
    /// The key cannot be read.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// It holds no key at all.
    #[error("no key")]
    NoKey,
    /// It begins with none of the schemes.
    #[error("not an account URI")]
    NotAnAccount,
    /// A number outside what can be.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// It asks an app to register for push approval; there is no key in it.
    #[error("push registration")]
    Push(PushApp),
    /// Longer than [`LONGEST_READ`].
    #[error("too long")]
    TooLong,
    /// It carries several accounts of another app; that is for an import.
    #[error("a transfer of several accounts")]
    Transfer,
    /// Two keys that differ.
    #[error("two keys")]
    TwoKeys,
    /// A hash that is none of the three.
    #[error("unknown algorithm {0}")]
    UnknownAlgorithm(String),
    /// A type of code that is not known.
    #[error("unknown type {0}")]
    UnknownType(String),
}

/// Whose push approval a URI registers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PushApp {
    /// Duo Mobile.
    Duo,
    /// Microsoft Authenticator.
    Microsoft,
    /// Okta Verify.
    Okta,
}
