//! QR codes in pictures, from the bytes of a file or from pixels, and what their texts are taken for. Limits stand before
//! anything is decoded. Where pictures come from is for others.

#[cfg(feature = "qr")]
mod codes;
#[cfg(feature = "qr")]
mod file;
#[cfg(feature = "qr")]
mod grey;
#[cfg(feature = "qr")]
mod webp;

use zeroize::Zeroizing;

use crate::formats::gathering::Gathering;
use crate::formats::transfer::{self, Transfers};
use crate::formats::{FormatError, PictureError, Reason, Spot, lastpass_transfer, login, uri_entry};

/// Takes the text of a code in. What is no URI may be anything, a password even: it is not repeated.
pub(in crate::formats) fn take(
    gathering: &mut Gathering,
    transfers: &mut Transfers,
    spot: Spot,
    text: &str,
) -> Result<(), FormatError> {
    if transfer::is_transfer(text) {
        transfers.take(spot, text).or_else(|reason| gathering.complain(spot, "", reason))
    } else if lastpass_transfer::is_transfer(text) {
        lastpass_transfer::take(gathering, spot, text)
    } else if login::is_uri(text) {
        uri_entry::take(gathering, spot, text)
    } else {
        gathering.complain(spot, "", Reason::NotAUri)
    }
}

/// The texts of all codes in the bytes of a picture file: PNG, JPEG, WebP, GIF or BMP.
///
/// # Errors
/// [`PictureError`].
#[cfg(feature = "qr")]
pub fn codes_in_file(bytes: &[u8]) -> Result<Vec<Zeroizing<String>>, PictureError> {
    found(&file::decode(bytes)?)
}

/// The texts of all codes in a decoded picture, four bytes a pixel: red, green, blue, opacity.
///
/// # Errors
/// [`PictureError`].
#[cfg(feature = "qr")]
pub fn codes_in_pixels(width: u32, height: u32, rgba: &[u8]) -> Result<Vec<Zeroizing<String>>, PictureError> {
    found(&grey::Decoded::from_rgba(width, height, rgba)?)
}

#[cfg(feature = "qr")]
fn found(picture: &grey::Decoded) -> Result<Vec<Zeroizing<String>>, PictureError> {
    picture.views().map(codes::read).find(|texts| !texts.is_empty()).ok_or(PictureError::NoCode)
}

/// How many pixels a picture says it has; `None` where it is none that is read.
#[cfg(feature = "qr")]
pub(in crate::formats) fn pixels(bytes: &[u8]) -> Option<u64> {
    file::size(bytes).ok().map(|(width, height)| u64::from(width) * u64::from(height))
}

/// A build without a QR reader reads no picture.
#[cfg(not(feature = "qr"))]
pub(in crate::formats) const fn pixels(_bytes: &[u8]) -> Option<u64> {
    None
}

/// A build without a QR reader finds none.
///
/// # Errors
/// [`PictureError::Unavailable`].
#[cfg(not(feature = "qr"))]
pub fn codes_in_file(_bytes: &[u8]) -> Result<Vec<Zeroizing<String>>, PictureError> {
    Err(PictureError::Unavailable)
}

#[cfg(test)]
#[cfg(feature = "qr")]
mod tests {
    use super::codes_in_pixels;

    #[test]
    fn a_code_is_read_on_a_ground_that_can_be_seen_through() {
        let code = fast_qr::QRBuilder::new("otpauth://totp/x?secret=AAAA").build().unwrap();
        let side = code.size * 4 + 32;
        for dark in [[0, 0, 0, 255], [255, 255, 255, 255]] {
            let mut rgba = vec![0; side * side * 4];
            for (y, x) in (0..code.size * 4).flat_map(|y| (0..code.size * 4).map(move |x| (y, x))) {
                if code[y / 4][x / 4].value() {
                    let at = ((y + 16) * side + x + 16) * 4;
                    rgba[at..at + 4].copy_from_slice(&dark);
                }
            }
            let side = u32::try_from(side).unwrap();
            assert_eq!(codes_in_pixels(side, side, &rgba).unwrap()[0].as_str(), "otpauth://totp/x?secret=AAAA");
        }
    }
}
