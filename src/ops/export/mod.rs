//! Export: what the target cannot hold is said first; then bytes, read back and compared; then a new file.

mod check;
mod choice;
mod draft;
mod file;
mod job;
mod own;
mod report;
mod selection;
mod sheet;

use crate::formats::WriteError;
use crate::ops::LoadError;
use crate::ops::passphrase::PassphraseRefusal;
use crate::ports::FileError;
use crate::secret::PassphraseError;
use crate::text::{Explain, Text};
use crate::vault::{OpenError, SealError};

pub use choice::{Choice, choice, choices};
pub use draft::{Bytes, Draft, draft};
pub use file::{names, write_files};
pub use job::{Job, completed};
pub(in crate::ops) use own::{ID as OWN, LockedExport};
pub use report::{LeftOut, LossReport, Lossy, WhyLeftOut};
pub use selection::Selection;

/// Why nothing was exported.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ExportError {
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// The format is locked with a password, and none was given.
    #[error("no password")]
    NoPassword,
    /// What was given is no passphrase for a file of ours.
    #[error("no passphrase: {0:?}")]
    Password(PassphraseError),
    /// The passphrase that was typed again does not open the vault.
    #[error("the passphrase: {0}")]
    Proof(OpenError),
    /// What lies on the disk is not what was written.
    #[error("read back differs")]
    ReadBack,
    /// The password is one that is tried first.
    #[error(transparent)]
    Refused(#[from] PassphraseRefusal),
    /// Our own file could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// There is no format of this name to write.
    #[error("no format {0} to write")]
    UnknownFormat(String),
    /// The vault that the passphrase belongs to could not be read.
    #[error("the vault: {0}")]
    Vault(LoadError),
    /// The bytes could not be made.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl Explain for ExportError {
    fn what(&self) -> Text {
        match self {
            Self::File(error) => error.what(),
            Self::NoPassword => Text::new("err-export-no-password"),
            Self::Password(error) => error.what(),
            Self::Proof(error) => error.what(),
            Self::ReadBack => Text::new("err-export-read-back"),
            Self::Refused(error) => error.what(),
            Self::Seal(error) => error.what(),
            Self::UnknownFormat(id) => Text::new("err-export-unknown-format").word("id", id),
            Self::Vault(error) => error.what(),
            Self::Write(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::File(error) => error.fix(),
            Self::NoPassword => Some(Text::new("fix-export-no-password")),
            Self::Password(error) => error.fix(),
            Self::Proof(error) => error.fix(),
            Self::ReadBack => Some(Text::new("fix-export-read-back")),
            Self::Refused(error) => error.fix(),
            Self::Seal(error) => error.fix(),
            Self::UnknownFormat(_) => {
                let ids: Vec<&str> = choices().iter().map(|choice| choice.id).collect();
                Some(Text::new("fix-import-unknown-format").word("ids", ids.join(", ")))
            }
            Self::Vault(error) => error.fix(),
            Self::Write(error) => error.fix(),
        }
    }
}
