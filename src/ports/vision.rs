//! QR codes, in picture files and on the screen.

use zeroize::Zeroizing;

use crate::formats::PictureError;
use crate::text::{Explain, Text};

/// QR codes in pictures.
pub trait Scanner: Send + Sync {
    /// The texts of all codes in a picture file's bytes.
    ///
    /// # Errors
    /// [`ScanError`].
    fn scan_picture(&self, bytes: &[u8]) -> Result<Vec<Zeroizing<String>>, ScanError>;

    /// The texts of all codes in a picture that is decoded already.
    ///
    /// # Errors
    /// [`ScanError`].
    fn scan_pixels(&self, picture: &Pixels) -> Result<Vec<Zeroizing<String>>, ScanError>;

    /// The texts of all codes on the screen.
    ///
    /// # Errors
    /// [`ScanError`].
    fn scan_screen(&self) -> Result<Vec<Zeroizing<String>>, ScanError>;
}

/// A decoded picture, row by row, four bytes a pixel: red, green, blue, opacity. Wiped when dropped.
#[derive(Debug)]
pub struct Pixels {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// The bytes.
    pub rgba: Zeroizing<Vec<u8>>,
}

/// Why no code was read.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ScanError {
    /// No program that can take a picture of the screen is there.
    #[error("no way to see the screen")]
    NoScreen,
    /// There is a picture, and no code was found in it.
    #[error(transparent)]
    Picture(#[from] PictureError),
}

impl Explain for ScanError {
    fn what(&self) -> Text {
        match self {
            Self::NoScreen => Text::new("err-scan-no-screen"),
            Self::Picture(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::NoScreen => Some(Text::new("fix-scan-no-screen")),
            Self::Picture(error) => error.fix(),
        }
    }
}
