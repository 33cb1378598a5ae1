//! The person at the terminal, for the command line: questions and secrets. Results go elsewhere.

use zeroize::Zeroizing;

use crate::secret::{Passphrase, Typed};
use crate::text::{Explain, Text};

/// The person at the terminal, for the command line: questions and secrets. Results go elsewhere.
pub trait Console: Send + Sync {
    /// Whether somebody can be asked.
    fn is_interactive(&self) -> bool;

    /// Asks for something secret without showing it, and gives it back as it was typed.
    ///
    /// # Errors
    /// [`ConsoleError`].
    fn ask_typed(&self, prompt: &str) -> Result<Typed, ConsoleError>;

    /// Asks for one of our own passphrases without showing it.
    ///
    /// # Errors
    /// [`ConsoleError`].
    fn ask_secret(&self, prompt: &str) -> Result<Passphrase, ConsoleError> {
        Passphrase::parse(self.ask_typed(prompt)?.expose()).map_err(|_| ConsoleError::BadLine)
    }

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

    /// Everything that is left of a file descriptor, to its end. One byte more than `most` says that there is more.
    ///
    /// # Errors
    /// [`ConsoleError::BadFd`].
    fn rest_of_fd(&self, fd: i32, most: u64) -> Result<Vec<u8>, ConsoleError>;
}

/// Why nothing was answered.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ConsoleError {
    /// The person left with Ctrl-C or Ctrl-D.
    #[error("left")]
    Left,
    /// The program that asks in the place of the terminal cannot be started.
    #[error("no askpass program")]
    NoAskpass,
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

impl Explain for ConsoleError {
    fn what(&self) -> Text {
        match self {
            Self::BadFd(fd) => Text::new("err-console-bad-fd").number("fd", *fd),
            Self::BadLine => Text::new("err-console-bad-line"),
            Self::Left => Text::new("err-console-left"),
            Self::NoAskpass => Text::new("err-console-no-askpass"),
            Self::NoTerminal => Text::new("err-console-no-terminal"),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::BadFd(_) => Some(Text::new("fix-console-bad-fd")),
            Self::BadLine => Some(Text::new("fix-console-bad-line")),
            Self::Left => Some(Text::new("fix-console-left")),
            Self::NoAskpass => Some(Text::new("fix-console-no-askpass")),
            Self::NoTerminal => Some(Text::new("fix-console-no-terminal")),
        }
    }
}
