//! AES-256-CBC with PKCS#7 padding (NIST SP 800-38A, 6.2; RFC 5652, 6.3), as other apps' files use it. It proves nothing
//! by itself: where a format has a checksum, that is looked at first. Nothing of ours is sealed with it.

use aes::Aes256;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use zeroize::Zeroizing;

use crate::secret::Key32;

/// The block of AES in bytes.
pub(in crate::formats) const BLOCK: usize = 16;

/// Opens whole blocks; `None` for another length, and where the padding is none: the key is then a wrong one.
pub(in crate::formats) fn open(key: &Key32, iv: &[u8; BLOCK], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(sealed.to_vec());
    let cipher = cbc::Decryptor::<Aes256>::new(key.expose().into(), iv.into());
    let length = cipher.decrypt_padded::<Pkcs7>(&mut bytes).ok()?.len();
    bytes.truncate(length);
    Some(bytes)
}

/// Seals bytes; one block more than they fill. Whoever calls it draws an `iv` for each.
pub(in crate::formats) fn seal(key: &Key32, iv: &[u8; BLOCK], plain: &[u8]) -> Vec<u8> {
    let cipher = cbc::Encryptor::<Aes256>::new(key.expose().into(), iv.into());
    cipher.encrypt_padded_vec::<Pkcs7>(plain)
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::{open, seal};
    use crate::secret::Key32;

    fn bytes<const N: usize>(hex: &str) -> [u8; N] {
        HEXLOWER.decode(hex.as_bytes()).unwrap().try_into().unwrap()
    }

    #[test]
    fn the_vector_of_the_standard_comes_out() {
        // NIST SP 800-38A, F.2.5: the first block of CBC-AES256; the padding's block follows it.
        let key = bytes::<32>("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
        let key = Key32::copied(&key).unwrap();
        let iv = bytes("000102030405060708090a0b0c0d0e0f");
        let plain = bytes::<16>("6bc1bee22e409f96e93d7e117393172a");
        let sealed = seal(&key, &iv, &plain);
        assert_eq!((HEXLOWER.encode(&sealed[..16]).as_str(), sealed.len()), ("f58c4c04d6e5f1ba779eabfb5f7bfbd6", 32));
        assert_eq!(open(&key, &iv, &sealed).map(|it| it.to_vec()), Some(plain.to_vec()));
    }

    #[test]
    fn what_is_not_whole_or_not_padded_does_not_open() {
        let (key, iv) = (Key32::copied(&[7; 32]).unwrap(), [1; 16]);
        let sealed = seal(&key, &iv, b"a text");
        assert_eq!(open(&key, &iv, &sealed).as_deref().map(Vec::as_slice), Some(b"a text".as_slice()));
        assert!(open(&key, &iv, &sealed[1..]).is_none());
        assert!(open(&key, &iv, b"").is_none());
        // Without its last block there is no padding left.
        assert!(open(&key, &iv, &seal(&key, &iv, &[0; 16])[..16]).is_none());
    }
}
