//! Why a backup was not made or not checked, in words.

use crate::backup::BackupOpenError;
use crate::chance::NoEntropy;
use crate::ops::SaveError;
use crate::ops::backup::FetchError;
use crate::ops::passphrase::PassphraseRefusal;
use crate::ports::PlaceError;
use crate::text::{Explain, Text};
use crate::vault::{OpenError, SealError};

/// Why a backup was not made or not checked. The vault and the backups that are there are as they were.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum BackupError {
    /// The person is to be asked first.
    #[error("asks first: {0:?}")]
    Asks(Doubt),
    /// A backup that the place gave is none, or it gave none.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// There is no backup to check.
    #[error("no backup there")]
    NoneThere,
    /// No backups are set up.
    #[error("not set up")]
    NotSetUp,
    /// It did not open.
    #[error(transparent)]
    Open(#[from] BackupOpenError),
    /// The new recovery password is not good enough.
    #[error(transparent)]
    Password(#[from] PassphraseRefusal),
    /// The place did not do what was asked.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The place gave back something else than was put there.
    #[error("the place gave back something else")]
    ReadBack,
    /// What the vault keeps of its backups cannot be read.
    #[error("records: {0}")]
    Records(OpenError),
    /// Nothing was sealed, or the vault was not saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// What a person is asked before a backup is made.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Doubt {
    /// The vault holds no account.
    Empty,
    /// The place holds none of the earlier backups: a disk that is not connected may leave an empty folder.
    Emptied,
    /// It holds less than half as many as the last backup.
    MuchSmaller {
        /// Accounts now.
        now: u64,
        /// Accounts in the last backup.
        before: u64,
    },
}

impl Doubt {
    /// Whether a vault with `now` accounts is to be asked about, after a backup with `before`.
    #[must_use]
    pub const fn of(now: u64, before: u64) -> Option<Self> {
        match (now, before) {
            (0, _) => Some(Self::Empty),
            (now, before) if now.saturating_mul(2) < before => Some(Self::MuchSmaller { now, before }),
            _ => None,
        }
    }

    /// What is said of it.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Empty => Text::new("backup-doubt-empty"),
            Self::Emptied => Text::new("backup-doubt-emptied"),
            Self::MuchSmaller { now, before } => {
                Text::new("backup-doubt-smaller").number("now", now).number("before", before)
            }
        }
    }
}

impl From<SealError> for BackupError {
    fn from(error: SealError) -> Self {
        Self::Save(error.into())
    }
}

impl From<NoEntropy> for BackupError {
    fn from(error: NoEntropy) -> Self {
        SealError::from(error).into()
    }
}

impl From<OpenError> for BackupError {
    fn from(error: OpenError) -> Self {
        Self::Records(error)
    }
}

impl Explain for BackupError {
    fn what(&self) -> Text {
        match self {
            Self::Asks(doubt) => doubt.text(),
            Self::Fetch(error) => error.what(),
            Self::NoneThere => Text::new("err-backup-none-there"),
            Self::NotSetUp => Text::new("err-backup-not-set-up"),
            Self::Open(error) => error.what(),
            Self::Password(error) => error.what(),
            Self::Place(error) => error.what(),
            Self::ReadBack => Text::new("err-backup-read-back"),
            Self::Records(OpenError::TooNew { found }) => Text::new("err-backup-records-new").number("found", *found),
            Self::Records(_) => Text::new("err-backup-records"),
            Self::Save(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Asks(Doubt::Emptied) => Some(Text::new("fix-backup-doubt-emptied")),
            Self::Asks(_) => Some(Text::new("fix-backup-doubt")),
            Self::Fetch(error) => error.fix(),
            Self::NoneThere => Some(Text::new("fix-backup-none-there")),
            Self::NotSetUp => Some(Text::new("fix-backup-not-set-up")),
            Self::Open(error) => error.fix(),
            Self::Password(error) => error.fix(),
            Self::Place(error) => error.fix(),
            Self::ReadBack => Some(Text::new("fix-backup-read-back")),
            Self::Records(OpenError::TooNew { .. }) => Some(Text::new("fix-vault-too-new")),
            Self::Records(_) => Some(Text::new("fix-backup-records")),
            Self::Save(error) => error.fix(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Doubt;

    #[test]
    fn an_empty_and_a_much_smaller_vault_are_asked_about() {
        assert_eq!(Doubt::of(0, 0), Some(Doubt::Empty));
        assert_eq!(Doubt::of(0, 9), Some(Doubt::Empty));
        assert_eq!(Doubt::of(4, 9), Some(Doubt::MuchSmaller { now: 4, before: 9 }));
        assert_eq!(Doubt::of(5, 9), None);
        assert_eq!(Doubt::of(1, 2), None);
        assert_eq!(Doubt::of(1, 0), None);
    }
}
