//! Places that backups lie in, one operation a call. What the operations promise is little on purpose, so that a server
//! that lies a bit still serves: files are whole and never change, names are unique, and everything is read back.

use std::sync::Arc;
use std::time::Duration;

use crate::backup::PlaceAddress;
use crate::ports::FileError;
use crate::secret::Secret;
use crate::text::{Explain, Text};

/// Opens places by their addresses.
pub trait Places: Send + Sync {
    /// The place at an address. Nothing is asked of it yet.
    ///
    /// # Errors
    /// [`PlaceError::NotHere`] for a kind of place that this build cannot reach.
    fn open(&self, address: &PlaceAddress, secret: Option<&Secret>) -> Result<Arc<dyn Place>, PlaceError>;
}

/// A place that holds whole files which never change. Names are plain: no separators, not empty, no dot in front.
pub trait Place: Send + Sync {
    /// What it is, for a person.
    fn describe(&self) -> PlaceDescription;

    /// Makes the place itself where it is not there yet and can be made. Only who sets a place up asks for it: later, a
    /// place that is not there is a disk that is not connected.
    ///
    /// # Errors
    /// [`PlaceError`].
    fn prepare(&self) -> Result<(), PlaceError> {
        Ok(())
    }

    /// All files in it, in no order; where the place lists folders or hidden files too, those are left out.
    ///
    /// # Errors
    /// [`PlaceError`].
    fn list(&self, trip: &Trip<'_>) -> Result<Vec<PlaceEntry>, PlaceError>;

    /// A whole file of at most `most` bytes.
    ///
    /// # Errors
    /// [`PlaceError`]; [`PlaceError::TooLarge`] beyond `most`.
    fn get(&self, name: &str, most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError>;

    /// The first `most` bytes of a file, or all of a shorter one.
    ///
    /// # Errors
    /// [`PlaceError`].
    fn get_start(&self, name: &str, most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError>;

    /// Puts a new file there, whole or not at all, as far as the place can. Never over one that is there, as far as the
    /// place can refuse: the probe tells.
    ///
    /// # Errors
    /// [`PlaceError`]; [`PlaceError::Exists`]. After any other error the file may be there all the same.
    fn put_new(&self, name: &str, bytes: &[u8], trip: &Trip<'_>) -> Result<PutReceipt, PlaceError>;

    /// Removes a file.
    ///
    /// # Errors
    /// [`PlaceError`]; [`PlaceError::NotFound`] where none is.
    fn delete(&self, name: &str, trip: &Trip<'_>) -> Result<(), PlaceError>;
}

/// What a place is, for a person.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PlaceDescription {
    /// The address, without anything secret.
    pub address: PlaceAddress,
    /// Whether it is reached over a network by this program itself.
    pub is_remote: bool,
}

/// A file in a place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PlaceEntry {
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: u64,
}

/// A file that was put in a place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PutReceipt {
    /// Whether the place confirmed that it will last; a disk that cannot sync a folder does not.
    pub is_confirmed: bool,
}

/// How a call is made: how long it may take, whether somebody called it off, who is told how far it is.
#[derive(Clone, Copy)]
pub struct Trip<'a> {
    /// How long one operation may take before it is given up.
    pub time_limit: Duration,
    /// Whether the person wants no more of it; asked between pieces.
    pub is_cancelled: &'a (dyn Fn() -> bool + Sync),
    /// Told how many of how many bytes are done.
    pub progress: &'a (dyn Fn(u64, u64) + Sync),
}

impl Trip<'static> {
    /// A minute, not called off, nobody told.
    pub const PLAIN: Self = Self { time_limit: Duration::from_secs(60), is_cancelled: &|| false, progress: &|_, _| {} };
}

impl Trip<'_> {
    /// The same for a piece of something whose progress is told by somebody else.
    #[must_use]
    pub const fn untold(&self) -> Self {
        Self { progress: &|_, _| {}, ..*self }
    }
}

/// Why a place did not do what was asked.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PlaceError {
    /// Somebody called it off.
    #[error("called off")]
    Cancelled,
    /// The server does not prove that it is who it says; in the checker's words.
    #[error("certificate: {0}")]
    Certificate(String),
    /// This computer's clock and the server's are too far apart for a signature.
    #[error("clock")]
    Clock,
    /// The connection broke off in the middle.
    #[error("cut short")]
    CutShort,
    /// Not allowed.
    #[error("denied")]
    Denied,
    /// A file of that name is there.
    #[error("exists")]
    Exists,
    /// The server answers with an error of its own; its status.
    #[error("failing: {0}")]
    Failing(u16),
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// No room left.
    #[error("full")]
    Full,
    /// The place itself is not there: a folder that is gone, a bucket that nobody made.
    #[error("the place is gone")]
    Gone,
    /// A name that no place takes.
    #[error("not a plain name")]
    Name,
    /// No such file.
    #[error("no such file")]
    NotFound,
    /// This build cannot reach this kind of place.
    #[error("not here")]
    NotHere,
    /// It answered, and not in a way that makes sense; in its words.
    #[error("not understood: {0}")]
    NotUnderstood(String),
    /// It sends us elsewhere, and what opens it is not said to others.
    #[error("redirected from {from} to {to}")]
    Redirected {
        /// What was asked.
        from: String,
        /// Where it sends us.
        to: String,
    },
    /// The bucket lies in another region, which is this one.
    #[error("in the region {0}")]
    Region(String),
    /// It took too long.
    #[error("timed out")]
    TimedOut,
    /// More bytes than allowed.
    #[error("too large")]
    TooLarge,
    /// More files in it than are looked through.
    #[error("too many")]
    TooMany,
    /// Nothing may be written there.
    #[error("cannot be written")]
    Unwritable,
    /// It cannot be reached; in the system's words.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// Name or password are not the place's.
    #[error("wrong secret")]
    WrongSecret,
}

impl Explain for PlaceError {
    fn what(&self) -> Text {
        match self {
            Self::Cancelled => Text::new("err-place-cancelled"),
            Self::Certificate(words) => Text::new("err-place-certificate").word("words", words),
            Self::Clock => Text::new("err-place-clock"),
            Self::CutShort => Text::new("err-place-cut-short"),
            Self::Denied => Text::new("err-place-denied"),
            Self::Exists => Text::new("err-place-exists"),
            Self::Failing(status) => Text::new("err-place-failing").number("status", *status),
            Self::File(error) => error.what(),
            Self::Full => Text::new("err-place-full"),
            Self::Gone => Text::new("err-place-gone"),
            Self::Name | Self::NotFound => Text::new("err-place-not-found"),
            Self::NotHere => Text::new("err-place-not-here"),
            Self::NotUnderstood(words) => Text::new("err-place-not-understood").word("words", words),
            Self::Redirected { from, to } => Text::new("err-place-redirected").word("from", from).word("to", to),
            Self::Region(region) => Text::new("err-place-region").word("region", region),
            Self::TimedOut => Text::new("err-place-timed-out"),
            Self::TooLarge => Text::new("err-place-too-large"),
            Self::TooMany => Text::new("err-place-too-many"),
            Self::Unreachable(words) => Text::new("err-place-unreachable").word("words", words),
            Self::Unwritable => Text::new("err-place-unwritable"),
            Self::WrongSecret => Text::new("err-place-wrong-secret"),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Region(region) => return Some(Text::new("fix-place-region").word("region", region)),
            Self::Cancelled => "fix-place-cancelled",
            Self::Certificate(_) => "fix-place-certificate",
            Self::Clock => "fix-place-clock",
            Self::Denied | Self::Unwritable => "fix-place-denied",
            Self::Exists => "fix-place-again",
            Self::File(error) => return error.fix(),
            Self::Full => "fix-place-full",
            Self::Gone => "fix-place-gone",
            Self::Name | Self::NotFound => "fix-place-not-found",
            Self::NotHere => "fix-place-not-here",
            Self::NotUnderstood(_) | Self::TooLarge => "fix-place-not-understood",
            Self::Failing(_) => "fix-place-failing",
            Self::Redirected { .. } => "fix-place-redirected",
            Self::CutShort | Self::TimedOut | Self::Unreachable(_) => "fix-place-unreachable",
            Self::TooMany => "fix-place-too-many",
            Self::WrongSecret => "fix-place-wrong-secret",
        }))
    }
}
