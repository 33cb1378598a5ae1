//! What a deed takes and what it refuses: how long a text may be, and why nothing was done.

use crate::account::NotReady;
use crate::chance::NoEntropy;
use crate::otp::{Counter, KeyError, OutOfRange};
use crate::secret::Private;
use crate::text::{Explain, Text, clean, clean_line};

/// The longest issuer, in characters.
pub const ISSUER_MOST: usize = 128;

/// The longest name of an account or a group, in characters.
pub const NAME_MOST: usize = 256;

/// The longest note, in characters.
pub const NOTE_MOST: usize = 4096;

/// Why a deed was not done. Nothing has changed then.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DeedError {
    /// The same issuer, name and key are there.
    #[error("already there")]
    AlreadyThere,
    /// The counter stands here already, beyond the wanted one: its codes were seen.
    #[error("counter goes back")]
    CounterBack(Counter),
    /// A group of this name is there.
    #[error("group exists")]
    GroupExists(String),
    /// A group without a name.
    #[error("nameless group")]
    GroupNameless,
    /// The key is not one.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Neither an issuer nor a name.
    #[error("no name")]
    Nameless,
    /// No random bytes.
    #[error(transparent)]
    NoEntropy(#[from] NoEntropy),
    /// No group of this name.
    #[error("no such group")]
    NoSuchGroup(String),
    /// No such account, or not where it was looked for.
    #[error("not found")]
    NotFound,
    /// The account shows no code.
    #[error(transparent)]
    NotReady(#[from] NotReady),
    /// The kind of code needs a PIN.
    #[error("needs a PIN")]
    PinNeeded,
    /// A number is outside what can be.
    #[error(transparent)]
    Range(#[from] OutOfRange),
    /// A text is too long.
    #[error("too long")]
    TooLong(Field),
    /// More recovery codes than an account can have.
    #[error("too many recovery codes")]
    TooManyCodes,
    /// A hash that is not known.
    #[error("unknown hash")]
    UnknownAlgorithm(String),
    /// A kind of code that is not known.
    #[error("unknown kind of code")]
    UnknownType(String),
}

impl Explain for DeedError {
    fn what(&self) -> Text {
        match self {
            Self::AlreadyThere => Text::new("err-account-already-there"),
            Self::CounterBack(at) => Text::new("err-counter-back").word("counter", at.get().to_string()),
            Self::GroupExists(name) => Text::new("err-group-exists").word("group", name),
            Self::GroupNameless => Text::new("err-group-nameless"),
            Self::Key(error) => error.what(),
            Self::Nameless => Text::new("err-account-nameless"),
            Self::NoEntropy(error) => error.what(),
            Self::NoSuchGroup(name) => Text::new("err-group-none").word("group", name),
            Self::NotFound => Text::new("err-account-not-found"),
            Self::NotReady(why) => why.what(),
            Self::PinNeeded => Text::new("err-account-pin-needed"),
            Self::Range(error) => error.what(),
            Self::TooLong(field) => Text::new("err-account-too-long").text("field", field.text()),
            Self::TooManyCodes => Text::new("err-account-too-many-codes"),
            Self::UnknownAlgorithm(name) => Text::new("err-account-unknown-algorithm").word("name", name),
            Self::UnknownType(name) => Text::new("err-account-unknown-type").word("name", name),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::AlreadyThere => Some(Text::new("fix-account-already-there")),
            Self::CounterBack(_) => Some(Text::new("fix-counter-back")),
            Self::GroupExists(_) => Some(Text::new("fix-group-exists")),
            Self::GroupNameless => Some(Text::new("fix-group-nameless")),
            Self::Key(error) => error.fix(),
            Self::Nameless => Some(Text::new("fix-account-nameless")),
            Self::NoEntropy(error) => error.fix(),
            Self::NoSuchGroup(_) => Some(Text::new("fix-group-none")),
            Self::NotFound => Some(Text::new("fix-account-not-found")),
            Self::NotReady(why) => why.fix(),
            Self::PinNeeded => Some(Text::new("fix-account-pin-needed")),
            Self::Range(error) => error.fix(),
            Self::TooLong(field) => Some(Text::new("fix-account-too-long").number("most", field.most())),
            Self::TooManyCodes => {
                Some(Text::new("fix-account-too-many-codes").number("most", crate::ops::recovery_codes::CODES_MOST))
            }
            Self::UnknownAlgorithm(_) => Some(Text::new("fix-account-unknown-algorithm")),
            Self::UnknownType(_) => Some(Text::new("fix-account-unknown-type")),
        }
    }
}

/// A field whose length is bounded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Field {
    /// The name of a group.
    Group,
    /// The service.
    Issuer,
    /// The account at the service.
    Name,
    /// The free text.
    Note,
    /// A recovery code.
    RecoveryCode,
}

impl Field {
    /// The most characters it may have.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Issuer => ISSUER_MOST,
            Self::Group | Self::Name => NAME_MOST,
            Self::Note => NOTE_MOST,
            Self::RecoveryCode => crate::ops::recovery_codes::CODE_MOST,
        }
    }

    /// What a person calls it.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Group => Text::new("field-group"),
            Self::Issuer => Text::new("field-issuer"),
            Self::Name => Text::new("field-name"),
            Self::Note => Text::new("field-note"),
            Self::RecoveryCode => Text::new("field-recovery-code"),
        }
    }
}

/// A text of one line as it is kept: cleaned, trimmed, not too long.
pub(in crate::ops) fn line(text: &str, field: Field) -> Result<Private, DeedError> {
    bounded(clean_line(text).text, field)
}

pub(in crate::ops) fn paragraph(text: &str) -> Result<Private, DeedError> {
    bounded(clean(text).text, Field::Note)
}

fn bounded(text: String, field: Field) -> Result<Private, DeedError> {
    let text = Private::from(text);
    if text.chars().count() > field.most() { Err(DeedError::TooLong(field)) } else { Ok(text) }
}
