//! The clipboard of the person who sits at the terminal, which over SSH is the terminal's own.

use zeroize::Zeroizing;

use crate::ports::Pixels;
use crate::text::{Explain, Text};

/// The clipboard of the person who sits at the terminal.
pub trait Clipboard: Send + Sync {
    /// Which way a copy would take. On [`ClipboardRoute::Terminal`] the escape sequence goes to the terminal itself:
    /// whoever draws there calls [`Self::copy`] and [`Self::clear`] between two frames.
    fn route(&self) -> ClipboardRoute;

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

    /// A picture that lies there.
    ///
    /// # Errors
    /// [`ClipboardError`]; [`ClipboardError::NotText`] where it holds neither a text nor a picture.
    fn picture(&self) -> Result<Pixels, ClipboardError>;
}

/// Which way a copy takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ClipboardRoute {
    /// None: neither a clipboard nor a terminal.
    None,
    /// The system's clipboard. May be slow, and may be called from a worker.
    System,
    /// The terminal is asked to (OSC 52).
    Terminal,
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

impl Explain for ClipboardError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::None => "err-clipboard-none",
            Self::NotText => "err-clipboard-not-text",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::None => "fix-clipboard-none",
            Self::NotText => "fix-clipboard-not-text",
        }))
    }
}
