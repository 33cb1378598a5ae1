//! `enc`: several byte strings as one, so that no two lists give the same bytes (docs/vault-format.md, "enc").

use zeroize::Zeroizing;

/// `u32 length ‖ domain ‖ u32 count ‖ (u32 length ‖ part)*`, little-endian. Wiped, since parts may be passphrases.
#[must_use]
pub fn enc(domain: &str, parts: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let length = 8 + domain.len() + parts.iter().map(|part| 4 + part.len()).sum::<usize>();
    let mut out = Zeroizing::new(Vec::with_capacity(length));
    put(&mut out, domain.as_bytes());
    out.extend_from_slice(&count(parts.len()));
    for part in parts {
        put(&mut out, part);
    }
    out
}

fn put(out: &mut Vec<u8>, part: &[u8]) {
    out.extend_from_slice(&count(part.len()));
    out.extend_from_slice(part);
}

/// No part is ever near 4 GiB: passphrases end at 1024 bytes, labels at 64 KiB.
fn count(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::enc;

    #[test]
    fn lists_that_join_to_the_same_text_stay_apart() {
        assert_ne!(enc("d", &[b"ab", b"c"]), enc("d", &[b"a", b"bc"]));
        assert_ne!(enc("d", &[b"ab"]), enc("d", &[b"ab", b""]));
        assert_eq!(*enc("d", &[b"ab"]), b"\x01\0\0\0d\x01\0\0\0\x02\0\0\0ab");
    }
}
