//! The clipboard: the system's where there is one, the terminal's own over SSH and where there is none.

mod osc52;
#[cfg(feature = "clipboard")]
mod system;
#[cfg(not(feature = "clipboard"))]
#[path = "none.rs"]
mod system;

use zeroize::Zeroizing;

use crate::ports::{Clipboard, ClipboardError, ClipboardRoute, CopiedTo, Pixels, Surroundings};
use osc52::Terminal;
use system::SystemBoard;

/// The clipboard of the person who sits at the terminal.
pub struct PersonsClipboard {
    system: Option<SystemBoard>,
    terminal: Terminal,
    is_tmux: bool,
}

impl PersonsClipboard {
    /// Over SSH the system's clipboard would be that of the far computer, where nobody sits: it is left alone.
    #[must_use]
    pub fn new(around: &Surroundings) -> Self {
        let is_here = around.has_desktop && !around.is_ssh;
        Self {
            system: is_here.then(|| SystemBoard::new(around)),
            terminal: Terminal::of_process(),
            is_tmux: around.is_tmux,
        }
    }

    fn system(&self) -> Option<&SystemBoard> {
        self.system.as_ref().filter(|board| board.is_reachable())
    }
}

impl Clipboard for PersonsClipboard {
    fn route(&self) -> ClipboardRoute {
        match self.system() {
            Some(_) => ClipboardRoute::System,
            None if self.terminal.is_there() => ClipboardRoute::Terminal,
            None => ClipboardRoute::None,
        }
    }

    fn copy(&self, text: &str) -> Result<CopiedTo, ClipboardError> {
        if let Some(board) = self.system() {
            board.copy(text)?;
            return Ok(CopiedTo::System);
        }
        self.terminal.copy(text)?;
        Ok(if self.is_tmux { CopiedTo::TerminalInTmux } else { CopiedTo::Terminal })
    }

    fn clear(&self, text: &str) -> Result<(), ClipboardError> {
        match self.system() {
            Some(board) => board.clear(text),
            None => self.terminal.clear(),
        }
    }

    /// A terminal is not asked: answering would type the clipboard into whatever reads its input.
    fn text(&self) -> Result<Zeroizing<String>, ClipboardError> {
        self.system().ok_or(ClipboardError::None)?.text()
    }

    fn picture(&self) -> Result<Pixels, ClipboardError> {
        self.system().ok_or(ClipboardError::None)?.picture()
    }
}

#[cfg(test)]
mod tests {
    use super::PersonsClipboard;
    use crate::ports::Surroundings;

    #[test]
    fn over_ssh_the_far_computers_clipboard_is_left_alone() {
        let around = Surroundings { has_desktop: true, is_ssh: true, ..Surroundings::default() };
        assert!(PersonsClipboard::new(&around).system.is_none());
        let around = Surroundings { is_ssh: false, ..around };
        assert!(PersonsClipboard::new(&around).system.is_some());
    }
}
