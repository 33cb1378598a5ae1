//! The file system, one operation a call, so that a test can record, drop and fail each of them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::moment::Moment;
use crate::text::{Explain, Text};

/// The file system, one operation a call, so that a test can record, drop and fail each of them.
pub trait Files: Send + Sync {
    /// Reads a regular file of at most `most` bytes; a link as the last component is not followed.
    ///
    /// # Errors
    /// [`FileError`].
    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, FileError>;

    /// The first `most` bytes of a regular file, or all of a shorter one.
    ///
    /// # Errors
    /// [`FileError`].
    fn read_start(&self, path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
        let mut bytes = self.read(path, crate::vault::LARGEST_FILE as u64)?;
        bytes.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    /// What lies at a path; `None` where nothing does.
    ///
    /// # Errors
    /// [`FileError`] when that cannot be told.
    fn look(&self, path: &Path) -> Result<Option<Look>, FileError>;

    /// How many bytes a person may still write where this path is, or would be; `None` where the system does not tell.
    fn room(&self, path: &Path) -> Option<u64> {
        let _ = path;
        None
    }

    /// The path with links resolved, for a file that exists.
    ///
    /// # Errors
    /// [`FileError`].
    fn resolve(&self, path: &Path) -> Result<PathBuf, FileError>;

    /// Makes a new file that only its owner may read (0600). Never opens one that is there.
    ///
    /// # Errors
    /// [`FileError`]; [`FileErrorKind::Exists`] when something is there.
    fn create_new(&self, path: &Path) -> Result<Box<dyn NewFile>, FileError>;

    /// Makes a folder that only its owner may enter (0700), and its parents, and makes their names last.
    /// One that is there is fine.
    ///
    /// # Errors
    /// [`FileError`].
    fn create_folder(&self, path: &Path) -> Result<(), FileError>;

    /// A second name for a file; never replaces one.
    ///
    /// # Errors
    /// [`FileError`]; [`FileErrorKind::Unsupported`] on file systems without hard links.
    fn link(&self, from: &Path, to: &Path) -> Result<(), FileError>;

    /// Renames, replacing what is at `to` in one step.
    ///
    /// # Errors
    /// [`FileError`].
    fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError>;

    /// Renames only if nothing is at `to`, in one step.
    ///
    /// # Errors
    /// [`FileError`]; [`FileErrorKind::Exists`] when something is there.
    fn rename_new(&self, from: &Path, to: &Path) -> Result<(), FileError>;

    /// Removes a file.
    ///
    /// # Errors
    /// [`FileError`].
    fn remove(&self, path: &Path) -> Result<(), FileError>;

    /// Makes the names in a folder last.
    ///
    /// # Errors
    /// [`FileError`].
    fn sync_folder(&self, path: &Path) -> Result<(), FileError>;

    /// The names in a folder, in no order.
    ///
    /// # Errors
    /// [`FileError`].
    fn list(&self, path: &Path) -> Result<Vec<OsString>, FileError>;

    /// Holds a lock file until the value is dropped.
    ///
    /// # Errors
    /// [`FileError`]; [`FileErrorKind::Locked`] when another program still holds it after `wait`.
    fn lock(&self, path: &Path, wait: Duration) -> Result<Box<dyn FileLock>, FileError>;
}

/// A file that is being written.
pub trait NewFile: Send {
    /// Writes all of it.
    ///
    /// # Errors
    /// [`FileError`].
    fn write_all(&mut self, bytes: &[u8]) -> Result<(), FileError>;

    /// Makes the content last.
    ///
    /// # Errors
    /// [`FileError`].
    fn sync(&mut self) -> Result<(), FileError>;
}

/// A held lock; dropping it lets go.
pub trait FileLock: Send {}

/// What lies at a path.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Look {
    /// A regular file, a folder, a link, something else.
    pub kind: LookKind,
    /// Bytes.
    pub length: u64,
    /// When it was last written, where the system tells.
    pub modified: Option<Moment>,
    /// Whether it belongs to the person who runs the program.
    pub is_ours: bool,
    /// Whether group or others may read or write it.
    pub is_open_to_others: bool,
    /// Whether others may replace what is ours in this folder: writable by everybody, and not sticky.
    pub others_may_replace: bool,
    /// How many names the file has.
    pub links: u64,
}

/// The kind of thing at a path.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LookKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A device, a pipe, a socket.
    Other,
}

/// Why a file operation did not work.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{kind:?} at {}", path.display())]
pub struct FileError {
    /// The sort.
    pub kind: FileErrorKind,
    /// Where.
    pub path: PathBuf,
}

/// The sorts of file errors that make a difference to a person.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum FileErrorKind {
    /// Not allowed.
    Denied,
    /// Something is there already.
    Exists,
    /// No room left.
    Full,
    /// The system lets nobody here write files as large as this (`ulimit -f`, or the file system's own bound).
    Limited,
    /// Another program holds it.
    Locked,
    /// A part of the path is no folder.
    NotAFolder,
    /// Nothing is there.
    NotFound,
    /// Belongs to somebody else.
    NotOurs,
    /// Not a regular file.
    NotRegular,
    /// A folder in which everybody may replace files.
    OpenFolder,
    /// Anything else, in the system's words.
    Other(String),
    /// More bytes than allowed.
    TooLarge,
    /// The file system cannot do this.
    Unsupported,
}

impl FileError {
    /// An error of this sort at this path.
    #[must_use]
    pub fn new(kind: FileErrorKind, path: &Path) -> Self {
        Self { kind, path: path.to_owned() }
    }

    /// The same, said of the file that a person knows: what is written goes by another name until it is whole.
    #[must_use]
    pub fn said_of(self, path: &Path) -> Self {
        Self::new(self.kind, path)
    }
}

impl Explain for FileError {
    fn what(&self) -> Text {
        let text = Text::new(match &self.kind {
            FileErrorKind::Denied => "err-file-denied",
            FileErrorKind::Exists => "err-file-exists",
            FileErrorKind::Full => "err-file-full",
            FileErrorKind::Limited => "err-file-limited",
            FileErrorKind::Locked => "err-file-locked",
            FileErrorKind::NotAFolder => "err-file-not-a-folder",
            FileErrorKind::NotFound => "err-file-not-found",
            FileErrorKind::NotOurs => "err-file-not-ours",
            FileErrorKind::NotRegular => "err-file-not-regular",
            FileErrorKind::OpenFolder => "err-file-open-folder",
            FileErrorKind::Other(_) => "err-file-other",
            FileErrorKind::TooLarge => "err-file-too-large",
            FileErrorKind::Unsupported => "err-file-unsupported",
        });
        let text = text.word("path", self.path.to_string_lossy());
        match &self.kind {
            FileErrorKind::Other(words) => text.word("words", words.clone()),
            _ => text,
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self.kind {
            FileErrorKind::Denied => "fix-file-denied",
            FileErrorKind::Exists => "fix-file-exists",
            FileErrorKind::Full => "fix-file-full",
            FileErrorKind::Limited => "fix-file-limited",
            FileErrorKind::Locked => "fix-file-locked",
            FileErrorKind::NotAFolder => "fix-file-not-a-folder",
            FileErrorKind::NotFound => "fix-file-not-found",
            FileErrorKind::NotOurs => "fix-file-not-ours",
            FileErrorKind::NotRegular => "fix-file-not-regular",
            FileErrorKind::OpenFolder => "fix-file-open-folder",
            FileErrorKind::Other(_) => "fix-file-other",
            FileErrorKind::TooLarge => "fix-file-too-large",
            FileErrorKind::Unsupported => "fix-file-unsupported",
        }))
    }
}
