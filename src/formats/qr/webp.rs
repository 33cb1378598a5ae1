//! What stands in the chunks of a WebP file, looked at before its decoder is let in: that decoder makes room for the size that
//! a frame claims before it compares it with the picture's, and takes the size of an animation's frames on trust.

/// The picture is one frame as large as it says: no animation, and no lossy frame of another size.
pub(super) fn is_one_frame(bytes: &[u8], width: u32, height: u32) -> bool {
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some((name, body, after)) = chunk(rest) {
        let fits = match name {
            b"ANIM" | b"ANMF" => false,
            b"VP8 " => lossy_size(body) == Some((width, height)),
            _ => true,
        };
        if !fits {
            return false;
        }
        rest = after;
    }
    true
}

/// Name and content of the first chunk, and what follows it: contents are padded to two bytes.
fn chunk(bytes: &[u8]) -> Option<(&[u8; 4], &[u8], &[u8])> {
    let (name, rest) = bytes.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let body = rest.get(..length).unwrap_or(rest);
    Some((name, body, rest.get(length.checked_next_multiple_of(2)?..).unwrap_or_default()))
}

/// Width and height in the header of a lossy key frame (RFC 6386, section 9.1).
fn lossy_size(frame: &[u8]) -> Option<(u32, u32)> {
    let side = |low: u8, high: u8| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
    match frame {
        [_, _, _, 0x9d, 0x01, 0x2a, a, b, c, d, ..] => Some((side(*a, *b), side(*c, *d))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::is_one_frame;

    fn webp(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut file = b"RIFF\0\0\0\0WEBP".to_vec();
        for (name, body) in chunks {
            file.extend(*name);
            file.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
            file.extend(*body);
            file.extend([0].iter().take(body.len() % 2));
        }
        file
    }

    /// The header of a frame of 300 by 200, which says 44 and 1, 200 and 0.
    const FRAME: &[u8] = &[0x30, 0, 0, 0x9d, 0x01, 0x2a, 44, 1, 200, 0, 0];

    #[test]
    fn a_lossy_frame_of_the_size_that_the_picture_says_is_let_through() {
        assert!(is_one_frame(&webp(&[(b"VP8X", &[0; 10]), (b"VP8 ", FRAME)]), 300, 200));
        assert!(is_one_frame(&webp(&[(b"VP8L", b"/....")]), 300, 200));
    }

    #[test]
    fn a_frame_of_another_size_and_an_animation_are_not() {
        for (width, height) in [(301, 200), (300, 201), (16_383, 16_383)] {
            assert!(!is_one_frame(&webp(&[(b"ALPH", b"odd"), (b"VP8 ", FRAME)]), width, height));
        }
        for moving in [b"ANIM", b"ANMF"] {
            assert!(!is_one_frame(&webp(&[(b"VP8X", &[0; 10]), (moving, &[0; 6])]), 300, 200));
        }
        assert!(!is_one_frame(&webp(&[(b"VP8 ", b"too short")]), 300, 200));
    }

    #[test]
    fn a_file_that_ends_early_ends_the_look() {
        let whole = webp(&[(b"VP8X", &[0; 10]), (b"VP8 ", FRAME)]);
        for end in 0..whole.len() {
            let _ = is_one_frame(&whole[..end], 300, 200);
        }
        assert!(is_one_frame(b"RIFF\0\0\0\0WEBPVP8X\xff\xff\xff\xff", 1, 1));
    }
}
