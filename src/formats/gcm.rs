//! AES-256-GCM (NIST SP 800-38D) as other apps' files use it: the tag behind the bytes. Nothing of ours is sealed
//! with it.

use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit};
use zeroize::Zeroizing;

use crate::secret::Key32;

/// The length of a tag in bytes.
pub(in crate::formats) const TAG: usize = 16;

/// Opens bytes whose last 16 are the tag; `None` where key, nonce, `aad` and bytes do not belong together.
pub(in crate::formats) fn open(key: &Key32, nonce: &[u8; 12], aad: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (body, tag) = sealed.split_at_checked(sealed.len().checked_sub(TAG)?)?;
    let tag: [u8; TAG] = tag.try_into().ok()?;
    let mut bytes = Zeroizing::new(body.to_vec());
    let cipher = Aes256Gcm::new(key.expose().into());
    cipher.decrypt_inout_detached(nonce.into(), aad, bytes.as_mut_slice().into(), (&tag).into()).ok()?;
    Some(bytes)
}

/// Seals bytes and puts the tag behind them; `None` only for lengths that cannot occur. Whoever calls it draws a key
/// or a nonce of its own for each file.
pub(in crate::formats) fn seal(key: &Key32, nonce: &[u8; 12], aad: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(plain.len() + TAG));
    bytes.extend_from_slice(plain);
    let cipher = Aes256Gcm::new(key.expose().into());
    let tag = cipher.encrypt_inout_detached(nonce.into(), aad, bytes.as_mut_slice().into()).ok()?;
    bytes.extend_from_slice(&tag);
    Some(std::mem::take(&mut *bytes))
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::{open, seal};
    use crate::secret::Key32;

    #[test]
    fn the_vectors_of_its_authors_come_out() {
        // McGrew and Viega, "The Galois/Counter Mode of Operation", test cases 13 and 14.
        let key = Key32::copied(&[0; 32]).unwrap();
        let hex = |plain: &[u8]| HEXLOWER.encode(&seal(&key, &[0; 12], b"", plain).unwrap());
        assert_eq!(hex(b""), "530f8afbc74536b9a963b4f1c4cb738b");
        assert_eq!(hex(&[0; 16]), "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    }

    #[test]
    fn nothing_opens_that_was_changed() {
        let key = Key32::copied(&[7; 32]).unwrap();
        let sealed = seal(&key, &[1; 12], b"aad", b"plain").unwrap();
        assert_eq!(open(&key, &[1; 12], b"aad", &sealed).map(|it| it.to_vec()), Some(b"plain".to_vec()));
        assert!(open(&key, &[1; 12], b"", &sealed).is_none());
        assert!(open(&key, &[2; 12], b"aad", &sealed).is_none());
        assert!(open(&key, &[1; 12], b"aad", &sealed[1..]).is_none());
        assert!(open(&key, &[1; 12], b"aad", &sealed[..15]).is_none());
    }
}
