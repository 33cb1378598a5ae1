//! libsodium's `crypto_secretstream_xchacha20poly1305` for a stream of one message: XChaCha20 and Poly1305, with a
//! block of its own for the tag that says what the message is to the stream.

use chacha20::cipher::{KeyIvInit, StreamCipher};
use chacha20::{ChaCha20, R20, hchacha};
use poly1305::Poly1305;
use poly1305::universal_hash::KeyInit;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::secret::Key32;

/// The length of a stream's header, in bytes.
pub(super) const HEADER: usize = 24;

/// The length of the code behind a message, in bytes.
const MAC: usize = 16;

/// The block that carries the tag.
const BLOCK: usize = 64;

/// The tag of a stream's last message. Older files have 0, that of any message, on their only one.
const FINAL: u8 = 3;

/// Opens a message: the tag's byte, the body, the code.
pub(super) fn open(key: &Key32, header: &[u8; HEADER], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (tag, rest) = sealed.split_first()?;
    let (body, code) = rest.split_at_checked(rest.len().checked_sub(MAC)?)?;
    let mut stream = Stream::new(key, header)?;
    let mut block = Zeroizing::new([0; BLOCK]);
    *block.first_mut()? = *tag;
    stream.cipher.apply_keystream(block.as_mut_slice());
    let opened_tag = *block.first()?;
    *block.first_mut()? = *tag;
    let expected = stream.code(&block, body);
    let is_right: bool = expected.ct_eq(code).into();
    if !is_right || !matches!(opened_tag, 0 | FINAL) {
        return None;
    }
    let mut plain = Zeroizing::new(body.to_vec());
    stream.cipher.apply_keystream(&mut plain);
    Some(plain)
}

/// Seals the only message of a stream.
pub(super) fn seal(key: &Key32, header: &[u8; HEADER], plain: &[u8]) -> Vec<u8> {
    let Some(mut stream) = Stream::new(key, header) else { return Vec::new() };
    let mut block = [0; BLOCK];
    block[0] = FINAL;
    stream.cipher.apply_keystream(&mut block);
    let mut body = plain.to_vec();
    stream.cipher.apply_keystream(&mut body);
    let code = stream.code(&block, &body);
    [&block[..1], &body, &code].concat()
}

/// The key stream behind its first block, which gives the key of the code.
struct Stream {
    cipher: ChaCha20,
    code_key: Zeroizing<[u8; 32]>,
}

impl Stream {
    fn new(key: &Key32, header: &[u8; HEADER]) -> Option<Self> {
        let (input, rest) = header.split_first_chunk::<16>()?;
        let subkey = Zeroizing::new(<[u8; 32]>::from(hchacha::<R20>(key.expose().into(), input.into())));
        // The counter of the stream's first message, then what is left of the header.
        let mut nonce = [0; 12];
        nonce[0] = 1;
        nonce.get_mut(4..)?.copy_from_slice(rest);
        let mut cipher = ChaCha20::new((&*subkey).into(), (&nonce).into());
        let mut first = Zeroizing::new([0; BLOCK]);
        cipher.apply_keystream(first.as_mut_slice());
        let code_key = Zeroizing::new(*first.first_chunk()?);
        Some(Self { cipher, code_key })
    }

    /// Poly1305 over the tag's block, the body, as many zeros as the body has bytes beyond whole blocks (as the library
    /// really does), and both lengths.
    fn code(&self, block: &[u8; BLOCK], body: &[u8]) -> [u8; MAC] {
        let lengths = [0_u64.to_le_bytes(), ((BLOCK + body.len()) as u64).to_le_bytes()].concat();
        let zeros = [0; MAC];
        let zeros = zeros.get(..body.len() % MAC).unwrap_or_default();
        let input = [block.as_slice(), body, zeros, &lengths].concat();
        Poly1305::new((&*self.code_key).into()).compute_unpadded(&input).into()
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::BASE64;

    use super::{HEADER, open, seal};
    use crate::secret::Key32;

    fn key() -> Key32 {
        Key32::copied(&std::array::from_fn::<u8, 32, _>(|n| n as u8)).unwrap()
    }

    const HEAD: [u8; HEADER] = [0x40; HEADER];

    #[test]
    fn messages_of_every_length_open_again_and_nothing_that_was_changed_does() {
        for length in 0..70 {
            let plain = vec![b'x'; length];
            let sealed = seal(&key(), &HEAD, &plain);
            assert_eq!(sealed.len(), length + 17);
            assert_eq!(open(&key(), &HEAD, &sealed).map(|it| it.to_vec()), Some(plain), "{length}");
            for place in [0, length / 2 + 1, length + 16] {
                let mut changed = sealed.clone();
                changed[place] ^= 1;
                assert!(open(&key(), &HEAD, &changed).is_none(), "{length} {place}");
            }
        }
        assert!(open(&key(), &HEAD, &[0; 16]).is_none());
    }

    #[test]
    fn a_message_that_another_library_sealed_opens() {
        // PyNaCl's crypto_secretstream_xchacha20poly1305 with the same key.
        let header: [u8; HEADER] = BASE64.decode(b"Fz5Q9H20PYgZ+ppf0Q9K2aRW56v2RtZL").unwrap().try_into().unwrap();
        let sealed = BASE64.decode(b"NXfvkudGayAgYZGGrS6cuEo1itqbQ6O2Ey5fjDbZX0Vv9YsGXIcbgpquwIQB+AFvzQ==").unwrap();
        assert_eq!(
            open(&key(), &header, &sealed).map(|it| it.to_vec()),
            Some(b"otpauth://totp/a?secret=ABCDEFGH".to_vec())
        );
    }
}
