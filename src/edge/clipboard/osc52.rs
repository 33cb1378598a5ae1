//! The terminal's own clipboard: the escape sequence OSC 52 (xterm's "Manipulate Selection Data"). It gives no answer.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use data_encoding::BASE64;
use zeroize::{Zeroize, Zeroizing};

use crate::ports::ClipboardError;

/// Where this kind of system has the terminal of a process, whatever its output was turned to.
const TERMINAL: &str = if cfg!(windows) { "CONOUT$" } else { "/dev/tty" };

/// The terminal that the sequence is written to.
pub(super) struct Terminal {
    path: PathBuf,
}

impl Terminal {
    pub(super) fn of_process() -> Self {
        Self { path: TERMINAL.into() }
    }

    pub(super) fn is_there(&self) -> bool {
        OpenOptions::new().write(true).open(&self.path).is_ok()
    }

    pub(super) fn copy(&self, text: &str) -> Result<(), ClipboardError> {
        self.write(&sequence(text))
    }

    /// An empty selection. What lies there now cannot be told, so it is emptied in any case.
    pub(super) fn clear(&self) -> Result<(), ClipboardError> {
        self.write(&sequence(""))
    }

    fn write(&self, sequence: &str) -> Result<(), ClipboardError> {
        let mut terminal = OpenOptions::new().write(true).open(&self.path).map_err(|_| ClipboardError::None)?;
        // One write, so that nothing else that is written there comes in between.
        terminal.write_all(sequence.as_bytes()).map_err(|_| ClipboardError::None)
    }
}

fn sequence(text: &str) -> Zeroizing<String> {
    let mut encoded = BASE64.encode(text.as_bytes());
    let sequence = Zeroizing::new(format!("\x1b]52;c;{encoded}\x1b\\"));
    encoded.zeroize();
    sequence
}

#[cfg(test)]
mod tests {
    use super::{Terminal, sequence};
    use crate::ports::ClipboardError;

    #[test]
    fn a_text_travels_in_base64_between_the_brackets_of_the_sequence() {
        assert_eq!(&*sequence("123456"), "\x1b]52;c;MTIzNDU2\x1b\\");
        assert_eq!(&*sequence(""), "\x1b]52;c;\x1b\\");
    }

    #[test]
    fn without_a_terminal_it_says_so() {
        let terminal = Terminal { path: "/nonexistent/tty".into() };
        assert!(!terminal.is_there());
        assert_eq!(terminal.copy("123456"), Err(ClipboardError::None));
    }
}
