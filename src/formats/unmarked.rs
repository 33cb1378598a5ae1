//! Files that are nothing but sealed bytes, without a sign of who wrote them: only a password tells. And the signs of
//! files that are surely something else.

/// The shortest sealed file of an app in use: nonce and tag around nothing.
const SHORTEST: usize = 28;

/// How files begin that are no sealed bytes: pictures, archives, databases, programs, documents, sound.
const SIGNS: [&[u8]; 22] = [
    b"\x00\x00\x00",
    b"\x03\xd9\xa2\x9a",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\x89PNG",
    b"\xac\xed\x00\x05",
    b"\xfd7zXZ",
    b"\xff\xd8\xff",
    b"7z\xbc\xaf\x27\x1c",
    b"AUTHENTICATORPRO",
    b"AuthenticatorPro",
    b"BM",
    b"BZh",
    b"GIF8",
    b"ID3",
    b"II*\x00",
    b"MZ",
    b"OTPClient",
    b"OggS",
    b"PK",
    b"RIFF",
    b"SQLite format 3",
];

/// Whether bytes could come out of a cipher: no text, no known sign, and as many different ones as chance gives.
pub(in crate::formats) fn is_likely_sealed(bytes: &[u8]) -> bool {
    bytes.len() >= SHORTEST
        && !SIGNS.iter().any(|sign| bytes.starts_with(sign))
        && std::str::from_utf8(bytes).is_err()
        && !is_pgp(bytes)
        && is_like_chance(bytes)
}

/// Whether the first 256 bytes have as many different values as random ones would: about 162 of 256, and nearly all of
/// a few. Four fifths of that are asked for, which random bytes miss less than once in a billion.
fn is_like_chance(bytes: &[u8]) -> bool {
    let bytes = bytes.get(..256).unwrap_or(bytes);
    let mut is_there = [false; 256];
    for byte in bytes {
        if let Some(place) = is_there.get_mut(usize::from(*byte)) {
            *place = true;
        }
    }
    let different = is_there.iter().filter(|it| **it).count();
    // 256 × (1 − (255/256)^n), as the alternating series n − n²/512 + n³/393216 − …, near enough from below.
    let count = bytes.len();
    let expected = count - count * count / 512 + count * count * count / 400_000;
    different * 5 >= expected.min(162) * 4
}

/// Whether a file is an OpenPGP message (RFC 9580): in its armour, or beginning with a packet that holds the key of
/// the session.
pub(in crate::formats) fn is_pgp(bytes: &[u8]) -> bool {
    if bytes.trim_ascii_start().starts_with(b"-----BEGIN PGP MESSAGE") {
        return true;
    }
    let body = match bytes {
        [0x84 | 0x8c, _, body @ ..] | [0x85 | 0x8d, _, _, body @ ..] => body,
        [0xc1 | 0xc3, 192..=223, _, body @ ..] | [0xc1 | 0xc3, 0..=191, body @ ..] => body,
        _ => return false,
    };
    // Public key: version 3, eight bytes of key id, algorithm. Passphrase: version 4, cipher, kind of derivation.
    matches!(body, [3, _, _, _, _, _, _, _, _, 1 | 2 | 16 | 18 | 25, ..] | [4, 1..=13, 0 | 1 | 3 | 4, ..])
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::{is_likely_sealed, is_pgp};

    /// Bytes that look like chance and are the same each time.
    fn random(length: usize) -> Vec<u8> {
        (0..length).step_by(32).flat_map(|block| Sha256::digest(block.to_be_bytes())).take(length).collect()
    }

    #[test]
    fn sealed_bytes_of_any_length_are_told_from_other_files() {
        for length in [28, 29, 44, 64, 100, 200, 255, 256, 1000, 5000] {
            assert!(is_likely_sealed(&random(length)), "{length}");
        }
        assert!(!is_likely_sealed(&random(27)));
        assert!(!is_likely_sealed(&[b"\x89PNG".as_slice(), &random(100)].concat()));
        assert!(!is_likely_sealed("some text, long enough, with å".as_bytes()));
        assert!(!is_likely_sealed(&[0xff; 100]));
        let waves: Vec<u8> = (0..2000_u32).map(|n| if n % 4 < 2 { 0xff } else { (n % 16) as u8 }).collect();
        assert!(!is_likely_sealed(&waves));
    }

    #[test]
    fn openpgp_is_known_by_its_first_packet() {
        assert!(is_pgp(b"\n-----BEGIN PGP MESSAGE-----\n"));
        let to_key = [0x85, 0x01, 0x0c, 3, 1, 2, 3, 4, 5, 6, 7, 8, 1, 7];
        let to_passphrase = [0x8c, 0x0d, 4, 9, 3, 8];
        let new_style = [0xc3, 0x0d, 4, 9, 3, 8];
        assert!(is_pgp(&to_key) && is_pgp(&to_passphrase) && is_pgp(&new_style));
        assert!(!is_pgp(&[0x85, 0x01, 0x0c, 7, 1, 2]) && !is_pgp(&[0x8c, 0x0d, 4, 99, 3]) && !is_pgp(b""));
    }
}
