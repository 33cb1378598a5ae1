//! A QR code as a PNG picture (ISO/IEC 15948): one bit a pixel, no colours to go wrong.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use zeroize::Zeroizing;

use crate::formats::QrCode;

/// Pixels of a module's side: large enough for a phone in front of a screen.
const SCALE: usize = 8;

/// The picture of a code; `None` where it has no bytes to be put into, which does not happen to one that exists.
#[must_use]
pub fn png(code: &QrCode) -> Option<Zeroizing<Vec<u8>>> {
    let side = code.side() * SCALE;
    let length = u32::try_from(side).ok()?.to_be_bytes();
    // 1 bit a pixel, grey, and the one way each to pack, filter and not interlace that there is.
    let header = [length.as_slice(), &length, &[1, 0, 0, 0, 0]].concat();
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&pixels(code, side)).ok()?;
    let packed = Zeroizing::new(packed.finish().ok()?);
    let mut out = Zeroizing::new(Vec::with_capacity(packed.len() + 64));
    out.extend_from_slice(b"\x89PNG\r\n\x1a\n");
    for (name, content) in [(b"IHDR", header.as_slice()), (b"IDAT", &packed), (b"IEND", &[])] {
        chunk(&mut out, name, content)?;
    }
    Some(out)
}

/// The rows from the top, each with its filter (none) in front; a light pixel is a one.
fn pixels(code: &QrCode, side: usize) -> Zeroizing<Vec<u8>> {
    let mut rows = Zeroizing::new(Vec::with_capacity(side * (side / 8 + 2)));
    for row in 0..side {
        rows.push(0);
        for byte in 0..side.div_ceil(8) {
            let bit = |bit: usize| u8::from(!code.is_dark(row / SCALE, (byte * 8 + bit) / SCALE)) << (7 - bit);
            rows.push((0..8).map(bit).sum());
        }
    }
    rows
}

fn chunk(out: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) -> Option<()> {
    out.extend_from_slice(&u32::try_from(content.len()).ok()?.to_be_bytes());
    let mut check = Crc::new();
    for part in [name.as_slice(), content] {
        check.update(part);
        out.extend_from_slice(part);
    }
    out.extend_from_slice(&check.sum().to_be_bytes());
    Some(())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{SCALE, png};
    use crate::formats::QrCode;

    /// That pictures are read by other programs too is seen where they are read back.
    #[test]
    fn its_rows_unpack_to_the_modules() {
        let code = QrCode::of("otpauth://totp/Example:anna?secret=GEZDGNBVGY3TQOJQ").unwrap();
        let picture = png(&code).unwrap();
        let side = code.side() * SCALE;
        assert_eq!(
            &picture[16..26],
            [&(side as u32).to_be_bytes()[..], &(side as u32).to_be_bytes(), &[1, 0]].concat()
        );
        let length = u32::from_be_bytes(picture[33..37].try_into().unwrap()) as usize;
        let mut rows = Vec::new();
        flate2::read::ZlibDecoder::new(&picture[41..41 + length]).read_to_end(&mut rows).unwrap();
        let width = side / 8 + 1;
        assert_eq!(rows.len(), side * width);
        for (y, row) in rows.chunks(width).enumerate() {
            assert_eq!(row[0], 0);
            for x in 0..side {
                let is_dark = row[1 + x / 8] >> (7 - x % 8) & 1 == 0;
                assert_eq!(is_dark, code.is_dark(y / SCALE, x / SCALE), "{x} {y}");
            }
        }
    }
}
