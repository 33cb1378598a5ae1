//! QR codes in pictures and on the screen.

mod codes;
mod picture;
mod screen;

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::ports::{Pixels, ScanError, Scanner, Surroundings};

/// Reads QR codes, with what this computer has.
#[derive(Clone, Debug)]
pub struct SystemScanner {
    around: ScreenTools,
}

/// Where programs that take a picture of the screen are looked for.
#[derive(Clone, Debug)]
struct ScreenTools {
    folders: Vec<PathBuf>,
    has_desktop: bool,
    is_wayland: bool,
}

impl SystemScanner {
    /// The screen is that of the desktop the program runs on.
    #[must_use]
    pub fn new(around: &Surroundings) -> Self {
        Self {
            around: ScreenTools {
                folders: around.program_folders.clone(),
                has_desktop: around.has_desktop,
                is_wayland: around.is_wayland,
            },
        }
    }
}

impl Scanner for SystemScanner {
    fn scan_picture(&self, bytes: &[u8]) -> Result<Vec<Zeroizing<String>>, ScanError> {
        let found = codes::read(picture::decode(bytes)?);
        if found.is_empty() { Err(ScanError::NoCode) } else { Ok(found) }
    }

    fn scan_pixels(&self, picture: &Pixels) -> Result<Vec<Zeroizing<String>>, ScanError> {
        let found = codes::read(picture::grey(picture)?);
        if found.is_empty() { Err(ScanError::NoCode) } else { Ok(found) }
    }

    fn scan_screen(&self) -> Result<Vec<Zeroizing<String>>, ScanError> {
        self.scan_picture(&screen::take(&self.around)?)
    }
}
