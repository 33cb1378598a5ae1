//! Asking a server what time it is. What its answer means is for [`crate::signin`].

use crate::moment::Moment;
use crate::text::{Explain, Text};

/// Asks servers for the time. It blocks, and is called from a worker.
pub trait TimeServers: Send + Sync {
    /// What the server of this address says of the time in the head of an answer, whatever else it answers. Nothing of the
    /// person goes there; of the address only the server counts.
    ///
    /// # Errors
    /// [`TimeError`].
    fn ask(&self, address: &str) -> Result<Told, TimeError>;
}

/// What a server said.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Told {
    /// Its `Date`, as it stood there.
    pub date: String,
    /// When it was asked, by this computer's clock.
    pub before: Moment,
    /// When it had answered, by the same.
    pub after: Moment,
}

/// Why no time was told.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum TimeError {
    /// The address is none, or one that is not encrypted and not of this computer.
    #[error("not an address to ask")]
    Insecure,
    /// The server said no time, or none that can be read.
    #[error("no date")]
    NoDate,
    /// This build has no network.
    #[error("not here")]
    NotHere,
    /// Nobody answers; in the system's words.
    #[error("unreachable: {0}")]
    Unreachable(String),
}

impl Explain for TimeError {
    fn what(&self) -> Text {
        match self {
            Self::Insecure => Text::new("err-time-insecure"),
            Self::NoDate => Text::new("err-time-no-date"),
            Self::NotHere => Text::new("err-time-not-here"),
            Self::Unreachable(words) => Text::new("err-time-unreachable").word("words", words),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Insecure => "fix-time-insecure",
            Self::NoDate | Self::NotHere | Self::Unreachable(_) => "fix-time-type",
        }))
    }
}
