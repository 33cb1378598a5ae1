//! Import: from a file's bytes or a pasted text to accounts, then to a plan against the book, then into the book.
//!
//! Nothing is stored before the plan is applied, and it is applied whole or not at all. Saving is the caller's.

mod apply;
mod json;
mod plan;

use std::path::Path;

use crate::formats::{self, Foreign, FormatError, Imported, LONGEST_FILE, Parsed};
use crate::ops::World;
use crate::ops::export::{LockedExport, OWN};
use crate::ports::FileError;
use crate::text::{Explain, Text};
use crate::vault::is_export;

pub use apply::{Applied, OnDuplicate, apply};
pub use json::as_json;
pub use plan::{Difference, ImportPlan, PlanCounts, Row, Standing, plan};
pub(in crate::ops) use plan::{has_same_key, is_same_code};

/// How the files of this program begin, see `docs/vault-format.md`. Their content looks random, as that of other apps'
/// locked files does.
pub(in crate::ops) const OURS: &[u8] = b"\x89PL";

/// Reads a file of another app. `format` is a format's id where the person named one; otherwise content decides.
/// The last link of the path is followed, since a person named it.
///
/// # Errors
/// [`ImportError`].
pub fn read_file(world: &World, path: &Path, format: Option<&str>) -> Result<Parsed, ImportError> {
    let resolved = world.files.resolve(path)?;
    let bytes = world.files.read(&resolved, LONGEST_FILE)?;
    read_bytes(bytes, path.file_name().and_then(|name| name.to_str()), format)
}

/// Reads a file's bytes. `name` is the file's name, a hint where there is one.
///
/// # Errors
/// [`ImportError::Format`], [`ImportError::Ours`], [`ImportError::UnknownFormat`].
pub fn read_bytes(bytes: Vec<u8>, name: Option<&str>, format: Option<&str>) -> Result<Parsed, ImportError> {
    if is_export(&bytes) && format.is_none_or(|id| id == OWN) {
        return Ok(Parsed::Locked(Box::new(LockedExport::parse(bytes)?)));
    }
    let format = match format {
        Some(OWN) => return Err(FormatError::NotRecognised.into()),
        Some(id) => Some(formats::by_id(id).ok_or_else(|| ImportError::UnknownFormat(id.to_owned()))?),
        None => None,
    };
    if bytes.starts_with(OURS) {
        return Err(ImportError::Ours);
    }
    Ok(formats::read(&Foreign::new(bytes, name)?, format)?)
}

/// Reads a pasted text: one URI or several, Google's transfer codes, or the content of a whole file.
///
/// # Errors
/// [`ImportError::Format`].
pub fn read_text(text: &str) -> Result<Parsed, ImportError> {
    read_bytes(text.trim().as_bytes().to_vec(), None, None)
}

/// Reads the texts of several QR codes as one list, so that the parts of a transfer find each other.
///
/// # Errors
/// [`ImportError::Format`].
pub fn read_codes<T: AsRef<str>>(texts: &[T]) -> Result<Imported, ImportError> {
    let length = texts.iter().map(|text| text.as_ref().len() + 1).sum();
    let mut list = Vec::with_capacity(length);
    for text in texts {
        list.extend_from_slice(text.as_ref().trim().as_bytes());
        list.push(b'\n');
    }
    // A picture holds no locked file, and a code that is no account shall be a complaint of its own.
    match read_bytes(list, None, Some("uri-list"))? {
        Parsed::Plain(imported) => Ok(imported),
        Parsed::Locked(_) => Err(ImportError::Format(FormatError::NotRecognised)),
    }
}

/// Why nothing was read.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ImportError {
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// The content cannot be used.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// A vault or a backup: it is opened or restored, not imported.
    #[error("a file of this program")]
    Ours,
    /// There is no format of this id.
    #[error("no format {0}")]
    UnknownFormat(String),
}

impl Explain for ImportError {
    fn what(&self) -> Text {
        match self {
            Self::File(error) => error.what(),
            Self::Format(error) => error.what(),
            Self::Ours => Text::new("err-import-ours"),
            Self::UnknownFormat(id) => Text::new("err-import-unknown-format").word("id", id),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::File(error) => error.fix(),
            Self::Format(error) => error.fix(),
            Self::Ours => Some(Text::new("fix-import-ours")),
            Self::UnknownFormat(_) => {
                let own = std::iter::once(OWN);
                let ids: Vec<&str> = own.chain(formats::FORMATS.iter().map(|format| format.id())).collect();
                Some(Text::new("fix-import-unknown-format").word("ids", ids.join(", ")))
            }
        }
    }
}
