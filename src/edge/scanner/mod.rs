//! QR codes on the screen and in pictures; how they are read from a picture's bytes is for `formats`.

mod screen;

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::formats::{codes_in_file, codes_in_pixels};
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
        Ok(codes_in_file(bytes)?)
    }

    fn scan_pixels(&self, picture: &Pixels) -> Result<Vec<Zeroizing<String>>, ScanError> {
        Ok(codes_in_pixels(picture.width, picture.height, &picture.rgba)?)
    }

    fn scan_screen(&self) -> Result<Vec<Zeroizing<String>>, ScanError> {
        self.scan_picture(&screen::take(&self.around)?)
    }
}
