//! A picture file as shades of grey, refused by its header when it would cost too much.

use std::io::Cursor;

use image::{ImageError, ImageFormat, ImageReader, Limits};
use zeroize::Zeroizing;

use crate::formats::PictureError;
use crate::formats::qr::grey::{Decoded, Grey};
use crate::formats::qr::webp;

/// The largest file, side and number of pixels, and the most memory a decoder may take (docs/threat-model.md).
const MOST_FILE_BYTES: usize = 32 * 1024 * 1024;
const MOST_SIDE: u32 = 10_000;
const MOST_PIXELS: u64 = 64 * 1024 * 1024;
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// The decoder of WebP takes up to eight bytes a pixel and keeps to no limit, so its pictures may have half the pixels: those
/// of a screen of 7680 by 4320 still.
const MOST_WEBP_PIXELS: u64 = MOST_MEMORY / 8;

/// Decodes a PNG, JPEG, WebP, GIF or BMP file; of a GIF that moves, its first frame.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, PictureError> {
    let (width, height) = size(bytes)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(bytes)?);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let picture = reader.decode().map_err(refusal)?;
    if picture.color().has_alpha() {
        let pairs = Zeroizing::new(picture.into_luma_alpha8().into_raw());
        return Ok(Decoded::from_grey_and_opacity(width, height, &pairs));
    }
    let shades = Zeroizing::new(picture.into_luma8().into_raw());
    Ok(Decoded { grey: Grey { shades, width, height }, opacity: None })
}

/// Width and height by the header, within the limits.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), PictureError> {
    if bytes.len() > MOST_FILE_BYTES {
        return Err(PictureError::TooLarge);
    }
    let format = format(bytes)?;
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(refusal)?;
    check_size(width, height)?;
    if format == ImageFormat::WebP {
        check_webp(bytes, width, height)?;
    }
    Ok((width, height))
}

fn format(bytes: &[u8]) -> Result<ImageFormat, PictureError> {
    use ImageFormat::{Bmp, Gif, Jpeg, Png, WebP};
    match image::guess_format(bytes) {
        Ok(format @ (Png | Jpeg | WebP | Gif | Bmp)) => Ok(format),
        _ => Err(PictureError::NotAPicture),
    }
}

fn refusal(error: ImageError) -> PictureError {
    match error {
        ImageError::Limits(_) => PictureError::TooLarge,
        _ => PictureError::NotAPicture,
    }
}

/// Neither side nor number of pixels is above what is read.
pub(super) fn check_size(width: u32, height: u32) -> Result<(), PictureError> {
    let is_large = width.max(height) > MOST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS;
    if is_large { Err(PictureError::TooLarge) } else { Ok(()) }
}

fn check_webp(bytes: &[u8], width: u32, height: u32) -> Result<(), PictureError> {
    if u64::from(width) * u64::from(height) > MOST_WEBP_PIXELS {
        return Err(PictureError::TooLarge);
    }
    if webp::is_one_frame(bytes, width, height) { Ok(()) } else { Err(PictureError::NotAPicture) }
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
        for bytes in [&b""[..], b"otpauth://totp/x", b"GIF89a\x01\0\x01\0\0\0\0;", b"BM", b"\x89PNG\r\n\x1a\n"] {
            assert_eq!(decode(bytes).err(), Some(PictureError::NotAPicture));
        }
        assert_eq!(decode(&claiming(10, 10)).err(), Some(PictureError::NotAPicture), "a header and nothing behind it");
    }

    /// A GIF and a BMP file that claim a size; nothing follows.
    fn gif(width: u16, height: u16) -> Vec<u8> {
        [b"GIF89a".as_slice(), &width.to_le_bytes(), &height.to_le_bytes(), b"\0\0\0,\0\0\0\0"].concat()
    }

    fn bmp(width: i32, height: i32) -> Vec<u8> {
        let (width, height) = (width.to_le_bytes(), height.to_le_bytes());
        let head = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".as_slice();
        [head, &width, &height, b"\x01\0\x18\0", &[0; 24]].concat()
    }

    /// A lossless WebP file, whose sides are one less than they are, fourteen bits each.
    fn webp(width: u32, height: u32) -> Vec<u8> {
        let sides = (width - 1) | ((height - 1) << 14);
        [b"RIFF\x12\0\0\0WEBPVP8L\x05\0\0\0/".as_slice(), &sides.to_le_bytes(), &[0]].concat()
    }

    #[test]
    fn the_limits_hold_for_every_sort_of_picture() {
        let (side, pixels) = ([10_001, 1], [9_000, 8_000]);
        for [width, height] in [side, pixels] {
            let (short, long) = (|it: u32| u16::try_from(it).unwrap(), |it: u32| i32::try_from(it).unwrap());
            for file in [gif(short(width), short(height)), bmp(long(width), long(height)), webp(width, height)] {
                assert_eq!(decode(&file).err(), Some(PictureError::TooLarge), "{:?}", &file[..4]);
            }
        }
        assert_eq!(decode(&webp(8_000, 4_320)).err(), Some(PictureError::TooLarge), "eight bytes a pixel");
        for file in [gif(100, 100), bmp(100, 100), webp(100, 100), bmp(-1, 1), bmp(i32::MAX, i32::MIN)] {
            assert!(decode(&file).is_err(), "a header and nothing behind it");
        }
    }
}
