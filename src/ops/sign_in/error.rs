//! Why a sealed account was not opened.

use std::time::Duration;

use crate::ports::FileError;
use crate::text::{Explain, Text};
use crate::vault::{ContactError, OpenError, SealError};

/// Why a sealed account was not opened. Nothing is lost by any of them.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SignInError {
    /// What was typed is no contact at all. Nothing was tried, and it does not count.
    #[error(transparent)]
    Contact(#[from] ContactError),
    /// The password or the contact is another one. Which of them is not known to anybody here.
    #[error("the password or the contact did not match")]
    NoMatch,
    /// No such account, or none that is sealed.
    #[error("not sealed")]
    NotSealed,
    /// The seal itself does not hold: changed, damaged, too costly, made by a newer version.
    #[error(transparent)]
    Seal(OpenError),
    /// Wrong answers cannot be counted, and without counting nothing is tried.
    #[error(transparent)]
    State(#[from] FileError),
    /// Wrong answers cannot be counted: sealing the counter did not work.
    #[error(transparent)]
    StateSeal(#[from] SealError),
    /// Too early after a wrong answer.
    #[error("wait for {0:?}")]
    Wait(Duration),
}

impl From<OpenError> for SignInError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::NoSuchSlot | OpenError::WrongKey => Self::NoMatch,
            OpenError::Damaged
            | OpenError::NoMemory { .. }
            | OpenError::TooCostly { .. }
            | OpenError::TooNew { .. } => Self::Seal(error),
        }
    }
}

/// Seconds, rounded up: who is told "0 s" would try again too early.
#[must_use]
pub fn seconds(wait: Duration) -> u64 {
    wait.as_millis().div_ceil(1000).try_into().unwrap_or(u64::MAX)
}

impl Explain for SignInError {
    fn what(&self) -> Text {
        match self {
            Self::Contact(error) => error.what(),
            Self::NoMatch => Text::new("err-sign-in-no-match"),
            Self::NotSealed => Text::new("err-sign-in-not-sealed"),
            Self::Seal(OpenError::NoMemory { .. } | OpenError::TooCostly { .. } | OpenError::TooNew { .. }) => {
                self.inner()
            }
            Self::Seal(_) => Text::new("err-sign-in-damaged"),
            Self::State(error) => error.what(),
            Self::StateSeal(error) => error.what(),
            Self::Wait(wait) => Text::new("err-sign-in-wait").number("seconds", seconds(*wait)),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(match self {
            Self::Contact(error) => return error.fix(),
            Self::NoMatch => Text::new("fix-sign-in-no-match"),
            Self::NotSealed => Text::new("fix-sign-in-not-sealed"),
            Self::Seal(OpenError::NoMemory { .. }) => Text::new("fix-vault-no-memory"),
            Self::Seal(OpenError::TooCostly { .. }) => Text::new("fix-sign-in-damaged"),
            Self::Seal(OpenError::TooNew { .. }) => Text::new("fix-vault-too-new"),
            Self::Seal(_) => Text::new("fix-sign-in-damaged"),
            Self::State(_) => Text::new("fix-sign-in-state"),
            Self::StateSeal(error) => return error.fix(),
            Self::Wait(_) => Text::new("fix-sign-in-wait"),
        })
    }
}

impl SignInError {
    /// What the vault says of the few errors that are the same for it.
    fn inner(&self) -> Text {
        match self {
            Self::Seal(error) => error.what(),
            _ => Text::new("err-sign-in-damaged"),
        }
    }
}
