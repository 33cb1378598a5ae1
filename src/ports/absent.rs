//! A computer that has none of it: for the demo, and for tests that need no more.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use zeroize::Zeroizing;

use crate::backup::PlaceAddress;
use crate::formats::PictureError;
use crate::ports::{
    Absence, Browser, Clipboard, ClipboardError, ClipboardRoute, Console, ConsoleError, CopiedTo, FileError,
    FileErrorKind, FileLock, Files, GuardState, KeyStore, KeyStoreError, LockedMemory, Look, Memory, NewFile,
    NoBrowser, Pixels, Place, PlaceError, Places, Process, Provider, ProviderError, ScanError, Scanner, Seat, Signal,
    TimeError, TimeServers, Told, Typing, Visit,
};
use crate::provider::{Identity, ProviderSetup};
use crate::secret::{Key32, Secret, Typed};

/// Every port, with nothing behind it: each deed answers that it cannot be done here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Absent;

impl Browser for Absent {
    fn open(&self, _address: &str) -> Result<(), NoBrowser> {
        Err(NoBrowser)
    }
}

impl Clipboard for Absent {
    fn route(&self) -> ClipboardRoute {
        ClipboardRoute::None
    }

    fn copy(&self, _text: &str) -> Result<CopiedTo, ClipboardError> {
        Err(ClipboardError::None)
    }

    fn clear(&self, _text: &str) -> Result<(), ClipboardError> {
        Err(ClipboardError::None)
    }

    fn text(&self) -> Result<Zeroizing<String>, ClipboardError> {
        Err(ClipboardError::None)
    }

    fn picture(&self) -> Result<Pixels, ClipboardError> {
        Err(ClipboardError::None)
    }
}

impl Console for Absent {
    fn is_interactive(&self) -> bool {
        false
    }

    fn ask_typed(&self, _prompt: &str) -> Result<Typed, ConsoleError> {
        Err(ConsoleError::NoTerminal)
    }

    fn ask_line(&self, _prompt: &str) -> Result<Zeroizing<String>, ConsoleError> {
        Err(ConsoleError::NoTerminal)
    }

    fn line_from_fd(&self, fd: i32) -> Result<Zeroizing<String>, ConsoleError> {
        Err(ConsoleError::BadFd(fd))
    }

    fn rest_of_fd(&self, fd: i32, _most: u64) -> Result<Vec<u8>, ConsoleError> {
        Err(ConsoleError::BadFd(fd))
    }
}

impl Files for Absent {
    fn read(&self, path: &Path, _most: u64) -> Result<Vec<u8>, FileError> {
        Err(FileError::new(FileErrorKind::NotFound, path))
    }

    fn look(&self, _path: &Path) -> Result<Option<Look>, FileError> {
        Ok(None)
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf, FileError> {
        Err(FileError::new(FileErrorKind::NotFound, path))
    }

    fn create_new(&self, path: &Path) -> Result<Box<dyn NewFile>, FileError> {
        Err(FileError::new(FileErrorKind::Unsupported, path))
    }

    fn create_folder(&self, path: &Path) -> Result<(), FileError> {
        Err(FileError::new(FileErrorKind::Unsupported, path))
    }

    fn link(&self, _from: &Path, to: &Path) -> Result<(), FileError> {
        Err(FileError::new(FileErrorKind::Unsupported, to))
    }

    fn rename(&self, _from: &Path, to: &Path) -> Result<(), FileError> {
        Err(FileError::new(FileErrorKind::Unsupported, to))
    }

    fn rename_new(&self, _from: &Path, to: &Path) -> Result<(), FileError> {
        Err(FileError::new(FileErrorKind::Unsupported, to))
    }

    fn remove(&self, path: &Path) -> Result<(), FileError> {
        Err(FileError::new(FileErrorKind::NotFound, path))
    }

    fn sync_folder(&self, path: &Path) -> Result<(), FileError> {
        Err(FileError::new(FileErrorKind::NotFound, path))
    }

    fn list(&self, path: &Path) -> Result<Vec<OsString>, FileError> {
        Err(FileError::new(FileErrorKind::NotFound, path))
    }

    fn lock(&self, path: &Path, _wait: Duration) -> Result<Box<dyn FileLock>, FileError> {
        Err(FileError::new(FileErrorKind::Unsupported, path))
    }
}

impl KeyStore for Absent {
    fn get(&self, _name: &str) -> Result<Option<Key32>, KeyStoreError> {
        Err(KeyStoreError::Absent)
    }

    fn put(&self, _name: &str, _key: &Key32) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Absent)
    }

    fn remove(&self, _name: &str) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Absent)
    }
}

impl Memory for Absent {
    fn lock(&self, _region: &[u8]) {}

    fn locked(&self) -> LockedMemory {
        LockedMemory::default()
    }

    fn give_back(&self) {}

    fn scrub_stack(&self) {}
}

impl Places for Absent {
    fn open(&self, _address: &PlaceAddress, _secret: Option<&Secret>) -> Result<Arc<dyn Place>, PlaceError> {
        Err(PlaceError::NotHere)
    }
}

impl Process for Absent {
    fn watch_signals(&self) -> Option<Receiver<Signal>> {
        None
    }

    fn suspend(&self) {}

    fn give_back_in_a_crash(&self, _farewell: &'static [u8]) {}

    fn end_by(&self, _signal: Signal) {}
}

impl Provider for Absent {
    fn sign_in_by_browser(&self, _setup: &ProviderSetup, _visit: &Visit<'_>) -> Result<Identity, ProviderError> {
        Err(ProviderError::NotHere)
    }

    fn sign_in_by_code(&self, _setup: &ProviderSetup, _visit: &Visit<'_>) -> Result<Identity, ProviderError> {
        Err(ProviderError::NotHere)
    }
}

impl Seat for Absent {
    fn typed(&self, _bytes: &mut [u8], _wait: Option<Duration>) -> Typing {
        Typing::Ended
    }

    fn watch_absence(&self) -> Receiver<Absence> {
        channel().1
    }

    fn tells_of_absence(&self) -> GuardState {
        GuardState::NotHere
    }
}

impl Scanner for Absent {
    fn scan_picture(&self, _bytes: &[u8]) -> Result<Vec<Zeroizing<String>>, ScanError> {
        Err(ScanError::Picture(PictureError::Unavailable))
    }

    fn scan_pixels(&self, _picture: &Pixels) -> Result<Vec<Zeroizing<String>>, ScanError> {
        Err(ScanError::Picture(PictureError::Unavailable))
    }

    fn scan_screen(&self) -> Result<Vec<Zeroizing<String>>, ScanError> {
        Err(ScanError::Picture(PictureError::Unavailable))
    }
}

impl TimeServers for Absent {
    fn ask(&self, _address: &str) -> Result<Told, TimeError> {
        Err(TimeError::NotHere)
    }
}
