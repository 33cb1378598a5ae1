//! Import: from a file's bytes or a pasted text to accounts, then to a plan against the book, then into the book.
//!
//! Nothing is stored before the plan is applied, and it is applied whole or not at all. Saving is the caller's.

mod apply;
mod json;
pub mod paths;
mod plan;
mod source;
mod undo;

use std::path::PathBuf;

use crate::formats::{self, Foreign, FormatError, Imported, Parsed};
use crate::ops::export::{LockedExport, OWN};
use crate::ports::{ClipboardError, FileError, ScanError};
use crate::text::{Explain, Text};
use crate::vault::{is_backup, is_export};

pub use crate::account::Difference;
pub use apply::{Applied, OnDuplicate, apply};
pub use json::as_json;
pub use plan::{ImportPlan, PlanCounts, Row, Standing, give_pin, plan};
pub use source::{Entry, Found, Source, gather, give_key_file, list_folder, read_file, read_key_file};
pub use undo::{NotTakenBack, TakenBack, Undo};

/// How the files of this program begin, see `docs/vault-format.md`. Their content looks random, as that of other apps'
/// locked files does.
pub(in crate::ops) const OURS: &[u8] = b"\x89PL";

/// What the app of a format is called, ours included.
#[must_use]
pub fn app_name(format: &'static str) -> &'static str {
    match format {
        OWN => "Pulih",
        other => formats::by_id(other).map_or(other, |format| format.about().app),
    }
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
    if is_backup(&bytes) {
        return Err(ImportError::OurBackup);
    }
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
    /// The clipboard gave nothing.
    #[error(transparent)]
    Clipboard(#[from] ClipboardError),
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// A folder was named, not a file.
    #[error("a folder")]
    Folder(PathBuf),
    /// The content cannot be used.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// One of several files could not be read; this is what it is called.
    #[error("in {0}: {1}")]
    In(String, Box<ImportError>),
    /// A backup: it is restored, not imported.
    #[error("a backup of this program")]
    OurBackup,
    /// A vault: it is opened, not imported.
    #[error("a file of this program")]
    Ours,
    /// No QR code was read.
    #[error(transparent)]
    Scan(#[from] ScanError),
    /// There is no format of this id.
    #[error("no format {0}")]
    UnknownFormat(String),
}

impl Explain for ImportError {
    fn what(&self) -> Text {
        match self {
            Self::Clipboard(error) => error.what(),
            Self::File(error) => error.what(),
            Self::Folder(path) => Text::new("err-import-folder").word("path", path.to_string_lossy()),
            Self::Format(error) => error.what(),
            Self::In(name, error) => Text::new("err-import-in").word("name", name).text("why", error.what()),
            Self::OurBackup | Self::Ours => Text::new("err-import-ours"),
            Self::Scan(error) => error.what(),
            Self::UnknownFormat(id) => Text::new("err-import-unknown-format").word("id", id),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Clipboard(error) => error.fix(),
            Self::File(error) => error.fix(),
            Self::Folder(_) => Some(Text::new("fix-import-folder")),
            Self::Format(error) => error.fix(),
            Self::In(_, error) => error.fix(),
            Self::OurBackup => Some(Text::new("fix-import-ours-backup")),
            Self::Ours => Some(Text::new("fix-import-ours")),
            Self::Scan(error) => error.fix(),
            Self::UnknownFormat(_) => {
                let own = std::iter::once(OWN);
                let ids: Vec<&str> = own.chain(formats::FORMATS.iter().map(|format| format.id())).collect();
                Some(Text::new("fix-import-unknown-format").word("ids", ids.join(", ")))
            }
        }
    }
}
