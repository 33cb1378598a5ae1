//! QR codes, in picture files and on the screen.

use zeroize::Zeroizing;

use crate::text::{Explain, Text};

/// QR codes in pictures.
pub trait Scanner: Send + Sync {
    /// The texts of all codes in a picture file's bytes (PNG or JPEG).
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
    /// The picture holds no code that can be read.
    #[error("no code in the picture")]
    NoCode,
    /// The bytes are no picture.
    #[error("not a picture")]
    NotAPicture,
    /// No program that can take a picture of the screen is there.
    #[error("no way to see the screen")]
    NoScreen,
    /// More pixels than allowed.
    #[error("picture too large")]
    TooLarge,
    /// This build has no QR reader.
    #[error("built without a QR reader")]
    Unavailable,
}

impl Explain for ScanError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::NoCode => "err-scan-no-code",
            Self::NoScreen => "err-scan-no-screen",
            Self::NotAPicture => "err-scan-not-a-picture",
            Self::TooLarge => "err-scan-too-large",
            Self::Unavailable => "err-scan-unavailable",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::NoCode => "fix-scan-no-code",
            Self::NoScreen => "fix-scan-no-screen",
            Self::NotAPicture => "fix-scan-not-a-picture",
            Self::TooLarge => "fix-scan-too-large",
            Self::Unavailable => "fix-scan-unavailable",
        }))
    }
}
