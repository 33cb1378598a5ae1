//! Why a vault file was not read or not saved, in words.

use std::path::Path;

use crate::ports::FileError;
use crate::text::{Explain, Text};
use crate::vault::{OpenError, ParseError, SealError};

/// Why the vault file was not read.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum LoadError {
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// No vault there.
    #[error("no vault")]
    None,
    /// What is there is no vault that can be opened.
    #[error(transparent)]
    Parse(#[from] ParseError),
}

/// Why nothing was saved. The file on the disk is as it was.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SaveError {
    /// There is a vault already.
    #[error("exists")]
    Exists,
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// Somebody else wrote the file since it was read. What is in memory can be written beside it:
    /// [`Session::save_beside`](crate::ops::Session::save_beside).
    #[error("changed by somebody else")]
    ChangedElsewhere,
    /// What was read back is not what was written.
    #[error("read back differs")]
    ReadBack,
    /// The vault is older than the mark and was not accepted.
    #[error("read only")]
    ReadOnly,
    /// Sealing did not work.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// What was sealed did not open again, so it was not written.
    #[error("sealed bytes do not open: {0}")]
    Unopenable(OpenError),
}

impl SaveError {
    /// The same, said of the vault: what is written goes by another name until it is whole.
    pub(super) fn said_of(self, vault: &Path) -> Self {
        match self {
            Self::File(error) => Self::File(error.said_of(vault)),
            other => other,
        }
    }
}

impl Explain for LoadError {
    fn what(&self) -> Text {
        match self {
            Self::File(error) => error.what(),
            Self::None => Text::new("err-load-none"),
            Self::Parse(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::File(error) => error.fix(),
            Self::None => Some(Text::new("fix-load-none")),
            Self::Parse(error) => error.fix(),
        }
    }
}

impl Explain for SaveError {
    fn what(&self) -> Text {
        match self {
            Self::ChangedElsewhere => Text::new("err-save-changed-elsewhere"),
            Self::Exists => Text::new("err-save-exists"),
            Self::File(error) => Text::new("err-save-file").text("why", error.what()),
            Self::ReadBack => Text::new("err-save-read-back"),
            Self::ReadOnly => Text::new("err-save-read-only"),
            Self::Seal(error) => error.what(),
            Self::Unopenable(_) => Text::new("err-save-unopenable"),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::ChangedElsewhere => Some(Text::new("fix-save-changed-elsewhere")),
            Self::Exists => Some(Text::new("fix-save-exists")),
            Self::File(error) => error.fix(),
            Self::ReadBack => Some(Text::new("fix-save-read-back")),
            Self::ReadOnly => Some(Text::new("fix-save-read-only")),
            Self::Seal(error) => error.fix(),
            Self::Unopenable(_) => Some(Text::new("fix-save-unopenable")),
        }
    }
}
