//! A picture file as shades of grey, refused by its header when it would cost too much.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};
use zeroize::Zeroizing;

use crate::formats::PictureError;

/// The largest file, side and number of pixels, and the most memory a decoder may take (docs/threat-model.md).
const MOST_FILE_BYTES: usize = 32 * 1024 * 1024;
const MOST_SIDE: u32 = 10_000;
const MOST_PIXELS: u64 = 64 * 1024 * 1024;
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// Shades of grey, row by row. Wiped when dropped: a QR code is a key.
pub(super) struct Grey {
    pub shades: Zeroizing<Vec<u8>>,
    pub width: u32,
    pub height: u32,
}

/// Decodes a PNG or JPEG file.
pub(super) fn decode(bytes: &[u8]) -> Result<Grey, PictureError> {
    let (width, height) = size(bytes)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(bytes)?);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let shades = reader.decode().map_err(|_| PictureError::NotAPicture)?.into_luma8();
    Ok(Grey { shades: Zeroizing::new(shades.into_raw()), width, height })
}

/// Width and height by the header, within the limits.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), PictureError> {
    if bytes.len() > MOST_FILE_BYTES {
        return Err(PictureError::TooLarge);
    }
    let size = ImageReader::with_format(Cursor::new(bytes), format(bytes)?).into_dimensions();
    let (width, height) = size.map_err(|_| PictureError::NotAPicture)?;
    check_size(width, height)?;
    Ok((width, height))
}

fn format(bytes: &[u8]) -> Result<ImageFormat, PictureError> {
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) => Ok(format),
        _ => Err(PictureError::NotAPicture),
    }
}

/// A decoded picture in shades of grey, by the weights of ITU-R BT.709.
pub(super) fn grey(width: u32, height: u32, rgba: &[u8]) -> Result<Grey, PictureError> {
    check_size(width, height)?;
    if rgba.len() as u64 != u64::from(width) * u64::from(height) * 4 {
        return Err(PictureError::NotAPicture);
    }
    let shade = |pixel: &[u8; 4]| {
        let [red, green, blue, _] = pixel.map(u32::from);
        u8::try_from((red * 2126 + green * 7152 + blue * 722) / 10_000).unwrap_or(u8::MAX)
    };
    let shades = rgba.as_chunks().0.iter().map(shade).collect();
    Ok(Grey { shades: Zeroizing::new(shades), width, height })
}

fn check_size(width: u32, height: u32) -> Result<(), PictureError> {
    let is_large = width.max(height) > MOST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS;
    if is_large { Err(PictureError::TooLarge) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::formats::PictureError;

    /// The first bytes of a PNG file that claims a size; nothing follows.
    fn claiming(width: u32, height: u32) -> Vec<u8> {
        let mut chunk = b"IHDR".to_vec();
        chunk.extend(width.to_be_bytes());
        chunk.extend(height.to_be_bytes());
        chunk.extend([8, 0, 0, 0, 0]);
        let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
        file.extend(&chunk);
        file.extend(crc32(&chunk).to_be_bytes());
        file.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
        file
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 })
        })
    }

    #[test]
    fn a_picture_that_claims_to_be_huge_is_refused_by_its_header() {
        assert_eq!(decode(&claiming(10_001, 1)).err(), Some(PictureError::TooLarge));
        assert_eq!(decode(&claiming(10_000, 10_000)).err(), Some(PictureError::TooLarge));
        assert!(decode(&claiming(2_000_000_000, 2_000_000_000)).is_err());
    }

    #[test]
    fn what_is_no_picture_is_said_to_be_none() {
        for bytes in [&b""[..], b"otpauth://totp/x", b"GIF89a\x01\0\x01\0\0\0\0;", b"\x89PNG\r\n\x1a\n"] {
            assert_eq!(decode(bytes).err(), Some(PictureError::NotAPicture));
        }
        assert_eq!(decode(&claiming(10, 10)).err(), Some(PictureError::NotAPicture), "a header and nothing behind it");
    }
}
