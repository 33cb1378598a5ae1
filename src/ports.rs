//! What the world can do, as traits: the only list of it. `edge` implements them; tests put their own in place.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use zeroize::Zeroizing;

pub use crate::chance::{Entropy, NoEntropy};
use crate::moment::{Moment, Tick};
use crate::secret::{Key32, Passphrase};

/// Clocks.
pub trait Clock: Send + Sync {
    /// The wall clock.
    fn now(&self) -> Moment;

    /// A clock that never goes backwards and stands still for nobody.
    fn tick(&self) -> Tick;
}

/// The file system, one operation a call, so that a test can record, drop and fail each of them.
pub trait Files: Send + Sync {
    /// Reads a regular file of at most `most` bytes; a link as the last component is not followed.
    ///
    /// # Errors
    /// [`FileError`].
    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, FileError>;

    /// What lies at a path; `None` where nothing does.
    ///
    /// # Errors
    /// [`FileError`] when that cannot be told.
    fn look(&self, path: &Path) -> Result<Option<Look>, FileError>;

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

    /// Makes a folder that only its owner may enter (0700), and its parents. One that is there is fine.
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
    /// Another program holds it.
    Locked,
    /// Nothing is there.
    NotFound,
    /// Not a regular file.
    NotRegular,
    /// Anything else, in the system's words.
    Other(String),
    /// More bytes than allowed.
    TooLarge,
    /// The file system cannot do this.
    Unsupported,
}

/// The clipboard of the person who sits at the terminal.
pub trait Clipboard: Send + Sync {
    /// Puts a text there, marked as a secret where the system knows that.
    ///
    /// # Errors
    /// [`ClipboardError`].
    fn copy(&self, text: &str) -> Result<CopiedTo, ClipboardError>;

    /// Empties it, if what lies there is still `text` or that cannot be told.
    ///
    /// # Errors
    /// [`ClipboardError`].
    fn clear(&self, text: &str) -> Result<(), ClipboardError>;

    /// A text that lies there.
    ///
    /// # Errors
    /// [`ClipboardError`].
    fn text(&self) -> Result<Zeroizing<String>, ClipboardError>;
}

/// Where a copied text went.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum CopiedTo {
    /// The system's clipboard.
    System,
    /// The terminal was asked (OSC 52); it gives no answer.
    Terminal,
    /// The terminal was asked from within tmux, which may keep it to itself.
    TerminalInTmux,
}

/// Why nothing was copied.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ClipboardError {
    /// No clipboard can be reached.
    #[error("no clipboard")]
    None,
    /// It holds something that is no text.
    #[error("not text")]
    NotText,
}

/// The computer's key store (Secret Service, Keychain, Credential Manager).
pub trait KeyStore: Send + Sync {
    /// The key kept under a name; `None` where there is none.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn get(&self, name: &str) -> Result<Option<Key32>, KeyStoreError>;

    /// Keeps a key under a name.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn put(&self, name: &str, key: &Key32) -> Result<(), KeyStoreError>;

    /// Forgets the key under a name. None there is fine.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn remove(&self, name: &str) -> Result<(), KeyStoreError>;
}

/// Why the key store did not answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum KeyStoreError {
    /// There is none on this computer.
    #[error("no key store")]
    Absent,
    /// It is there, and locked or refusing.
    #[error("the key store is locked")]
    Locked,
}

/// Memory that is kept from the swap file.
pub trait Memory: Send + Sync {
    /// Locks the pages of a region, as far as the system allows. Never fails: a page that cannot be locked is wiped
    /// like the others.
    fn lock(&self, region: &[u8]);

    /// Overwrites the part of the stack that deeper calls have left behind.
    fn scrub_stack(&self);
}

/// QR codes in pictures.
pub trait Scanner: Send + Sync {
    /// The texts of all codes in a picture file's bytes (PNG or JPEG).
    ///
    /// # Errors
    /// [`ScanError`].
    fn scan_picture(&self, bytes: &[u8]) -> Result<Vec<Zeroizing<String>>, ScanError>;

    /// The texts of all codes on the screen.
    ///
    /// # Errors
    /// [`ScanError`].
    fn scan_screen(&self) -> Result<Vec<Zeroizing<String>>, ScanError>;
}

/// Why no code was read.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ScanError {
    /// The picture holds no code that can be read.
    #[error("no code in the picture")]
    NoCode,
    /// The bytes are no picture.
    #[error("not a picture")]
    NotAPicture,
    /// No program that can take a picture of the screen is there.
    #[error("no way to see the screen")]
    NoScreen,
    /// More pixels than allowed.
    #[error("picture too large")]
    TooLarge,
    /// This build has no QR reader.
    #[error("built without a QR reader")]
    Unavailable,
}

/// The person at the terminal, for the command line: questions and secrets. Results go elsewhere.
pub trait Console: Send + Sync {
    /// Whether somebody can be asked.
    fn is_interactive(&self) -> bool;

    /// Asks for a secret without showing it.
    ///
    /// # Errors
    /// [`ConsoleError`].
    fn ask_secret(&self, prompt: &str) -> Result<Passphrase, ConsoleError>;

    /// Asks for a line.
    ///
    /// # Errors
    /// [`ConsoleError`].
    fn ask_line(&self, prompt: &str) -> Result<Zeroizing<String>, ConsoleError>;

    /// One line from a file descriptor, without its end. Several calls read one line after another.
    ///
    /// # Errors
    /// [`ConsoleError`].
    fn line_from_fd(&self, fd: i32) -> Result<Zeroizing<String>, ConsoleError>;
}

/// Why nothing was answered.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ConsoleError {
    /// The person left with Ctrl-C or Ctrl-D.
    #[error("left")]
    Left,
    /// There is no terminal to ask on.
    #[error("no terminal")]
    NoTerminal,
    /// The file descriptor cannot be read.
    #[error("descriptor {0} cannot be read")]
    BadFd(i32),
    /// The line is empty or too long.
    #[error("not a usable line")]
    BadLine,
}
