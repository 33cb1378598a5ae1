//! Why something did not open, and what is done about it: whether another file, another answer or another place helps.

use crate::backup::{BackupOpenError, BackupParseError};
use crate::text::{Explain, Text};

pub use crate::text::Trouble;
use crate::vault::{OpenError, ParseError, WordsError};

/// Why a backup or another vault did not open.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum OpenFailed {
    /// A worker ended in the middle of its work.
    #[error("broke")]
    Broke,
    /// Its bytes are no backup.
    #[error(transparent)]
    Form(#[from] BackupParseError),
    /// It is a backup, and did not open.
    #[error(transparent)]
    Open(#[from] BackupOpenError),
    /// The place did not give it.
    #[error("the place did not give it")]
    Place(Trouble),
    /// It is a vault, and did not open.
    #[error(transparent)]
    Vault(#[from] OpenError),
    /// Its bytes are no vault.
    #[error(transparent)]
    VaultForm(#[from] ParseError),
    /// What was typed is not twelve words of the list.
    #[error(transparent)]
    Words(#[from] WordsError),
}

/// What may help.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Helps {
    /// Another answer, or the same once more.
    Answer,
    /// Another file; the next older one is offered.
    File,
}

impl OpenFailed {
    /// Its two sentences.
    #[must_use]
    pub fn trouble(&self) -> Trouble {
        Trouble::of(self)
    }

    /// What may help. A file that is damaged, foreign or too new stays so.
    #[must_use]
    pub const fn helps(&self) -> Helps {
        match self {
            Self::Broke | Self::Place(_) | Self::Words(_) => Helps::Answer,
            Self::Form(_) | Self::VaultForm(_) => Helps::File,
            Self::Open(error) => match error {
                BackupOpenError::NoMemory { .. }
                | BackupOpenError::NoSuchSlot
                | BackupOpenError::WrongAccount
                | BackupOpenError::WrongKey
                | BackupOpenError::WrongWords => Helps::Answer,
                BackupOpenError::Damaged
                | BackupOpenError::OtherDevice { .. }
                | BackupOpenError::TooCostly { .. }
                | BackupOpenError::TooNew { .. } => Helps::File,
            },
            Self::Vault(error) => match error {
                OpenError::NoMemory { .. } | OpenError::NoSuchSlot | OpenError::WrongKey => Helps::Answer,
                OpenError::Damaged | OpenError::TooCostly { .. } | OpenError::TooNew { .. } => Helps::File,
            },
        }
    }
}

impl Explain for OpenFailed {
    fn what(&self) -> Text {
        match self {
            Self::Broke => Text::new("tui-worker-broke"),
            Self::Form(error) => error.what(),
            Self::Open(error) => error.what(),
            Self::Place(trouble) => trouble.what.clone(),
            Self::Vault(error) => error.what(),
            Self::VaultForm(error) => error.what(),
            Self::Words(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Broke => None,
            Self::Form(error) => error.fix(),
            Self::Open(error) => error.fix(),
            Self::Place(trouble) => trouble.fix.clone(),
            Self::Vault(error) => error.fix(),
            Self::VaultForm(error) => error.fix(),
            Self::Words(error) => error.fix(),
        }
    }
}
