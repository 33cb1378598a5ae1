//! The system's clipboard, told that what it gets is a secret. It lives as long as this value: on Linux the program
//! that copied is the one that answers who pastes.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use arboard::{Clipboard, Error};
use zeroize::Zeroizing;

use crate::ports::{ClipboardError, Pixels, Surroundings};

/// The system's clipboard, reached for at the first use.
pub(super) struct SystemBoard {
    board: Mutex<Board>,
    wl_copy: Option<PathBuf>,
    is_x11: bool,
}

enum Board {
    NotTried,
    Open(Clipboard),
    Unreachable,
}

impl SystemBoard {
    pub(super) fn new(around: &Surroundings) -> Self {
        let wl_copy = || around.program_folders.iter().map(|folder| folder.join("wl-copy")).find(|path| path.is_file());
        Self {
            board: Mutex::new(Board::NotTried),
            wl_copy: if around.is_wayland { wl_copy() } else { None },
            is_x11: cfg!(all(unix, not(target_os = "macos"))) && !around.is_wayland,
        }
    }

    pub(super) fn is_reachable(&self) -> bool {
        self.with(|_| Ok(())).is_ok()
    }

    pub(super) fn copy(&self, text: &str) -> Result<(), ClipboardError> {
        self.with(|board| as_secret(board.set()).text(text))
    }

    /// Somebody else's text stays: it is emptied only if it is ours or cannot be told.
    pub(super) fn clear(&self, text: &str) -> Result<(), ClipboardError> {
        self.with(|board| match board.get_text().map(Zeroizing::new) {
            Ok(now) if *now != text => Ok(()),
            Err(Error::ContentNotAvailable) => Ok(()),
            _ => self.empty(board, text),
        })
    }

    /// Files that were copied are a text of their paths, a line each.
    pub(super) fn text(&self) -> Result<Zeroizing<String>, ClipboardError> {
        match self.read(Clipboard::get_text) {
            Err(ClipboardError::NotText) => {
                let files = self.read(|board| board.get().file_list())?;
                let lines: Vec<String> = files.iter().map(|path| path.to_string_lossy().into_owned()).collect();
                if lines.is_empty() { Err(ClipboardError::NotText) } else { Ok(Zeroizing::new(lines.join("\n"))) }
            }
            text => text.map(Zeroizing::new),
        }
    }

    pub(super) fn picture(&self) -> Result<Pixels, ClipboardError> {
        let picture = self.read(Clipboard::get_image)?;
        let rgba = Zeroizing::new(picture.bytes.into_owned());
        let side = |side: usize| u32::try_from(side).map_err(|_| ClipboardError::NotText);
        Ok(Pixels { width: side(picture.width)?, height: side(picture.height)?, rgba })
    }

    /// Some compositors keep what was copied when its owner lets go; `wl-copy --clear` reaches those.
    fn empty(&self, board: &mut Clipboard, text: &str) -> Result<(), Error> {
        if self.is_x11 {
            // Not let go of: the library hears of that in a thread of its own, later, and forgets what was copied meanwhile.
            return as_secret(board.set()).text("");
        }
        let cleared = board.clear();
        let is_still_there = board.get_text().map(Zeroizing::new).is_ok_and(|now| *now == text);
        match &self.wl_copy {
            Some(program) if is_still_there || cleared.is_err() => run_wl_copy(program),
            _ => cleared,
        }
    }

    /// Programs such as xclip answer a wish for a text with the picture that they hold, which the library finds odd: what is
    /// odd in an answer is what lies there, and no clipboard that is out of reach.
    fn read<T>(&self, deed: impl FnOnce(&mut Clipboard) -> Result<T, Error>) -> Result<T, ClipboardError> {
        self.with(|board| {
            deed(board).map_err(|error| match error {
                Error::Unknown { .. } => Error::ConversionFailure,
                known => known,
            })
        })
    }

    fn with<T>(&self, deed: impl FnOnce(&mut Clipboard) -> Result<T, Error>) -> Result<T, ClipboardError> {
        let mut board = self.board.lock().unwrap_or_else(PoisonError::into_inner);
        if let Board::NotTried = *board {
            *board = Clipboard::new().map_or(Board::Unreachable, Board::Open);
        }
        let Board::Open(open) = &mut *board else { return Err(ClipboardError::None) };
        deed(open).map_err(|error| match error {
            Error::ContentNotAvailable | Error::ConversionFailure => ClipboardError::NotText,
            _ => ClipboardError::None,
        })
    }
}

/// The hint that clipboard histories and clouds heed: `x-kde-passwordManagerHint`, `org.nspasteboard.ConcealedType`,
/// and the three formats of Windows.
fn as_secret(set: arboard::Set<'_>) -> arboard::Set<'_> {
    #[cfg(target_os = "macos")]
    use arboard::SetExtApple as _;
    #[cfg(all(unix, not(target_os = "macos")))]
    use arboard::SetExtLinux as _;
    #[cfg(windows)]
    use arboard::SetExtWindows as _;
    #[cfg(windows)]
    let set = set.exclude_from_monitoring().exclude_from_cloud();
    set.exclude_from_history()
}

fn run_wl_copy(program: &PathBuf) -> Result<(), Error> {
    let mut run = Command::new(program);
    run.arg("--clear").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let is_cleared = run.status().is_ok_and(|status| status.success());
    if is_cleared { Ok(()) } else { Err(Error::ClipboardNotSupported) }
}
