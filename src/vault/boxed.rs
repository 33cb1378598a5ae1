//! The sealing box: the only construction in which anything of ours is encrypted (docs/vault-format.md, "The box").
//!
//! XChaCha20-Poly1305 with a commitment in front of it, so that a wrong key and a damaged box are two different
//! answers, and so that no box opens under two keys.

use std::ops::Deref;

use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::{Zeroizing, optimization_barrier};

use crate::chance::{Entropy, draw};
use crate::secret::Key32;
use crate::vault::SealError;

/// How much longer a box is than what lies in it: nonce 24, commitment 32, tag 16.
pub const OVERHEAD: usize = NONCE + COMMITMENT + TAG;

const NONCE: usize = 24;
const COMMITMENT: usize = 32;
const TAG: usize = 16;

/// What a box is for; boxes of one purpose never open as another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Purpose {
    /// A key that only this computer can open.
    DeviceBound,
    /// The rollback mark.
    Mark,
    /// All that a file holds.
    Payload,
    /// An account's key under its own sign-in.
    SignInSecret,
    /// The account key under password and contact.
    SignInSlot,
    /// The vault key under one way to open it.
    Slot,
    /// Wrong answers to accounts' sign-ins.
    Tries,
}

impl Purpose {
    /// The name that goes into the key derivation.
    const fn name(self) -> &'static str {
        match self {
            Self::DeviceBound => "device-bound",
            Self::Mark => "hwm",
            Self::Payload => "payload",
            Self::SignInSecret => "sign-in secret",
            Self::SignInSlot => "sign-in slot",
            Self::Slot => "slot",
            Self::Tries => "sign-in tries",
        }
    }
}

/// Why a box did not open.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BoxError {
    /// The key, the purpose and the associated data fit, and the content was changed; or it is too short for a box.
    Damaged,
    /// Another key, purpose or associated data.
    WrongKey,
}

/// Seals `plain` and adds the box to `out`, which then grows by [`OVERHEAD`] more than `plain` is long.
///
/// # Errors
/// [`SealError::NoEntropy`]; [`SealError::TooLarge`] beyond what the cipher allows (256 GiB).
pub fn seal_onto(
    out: &mut Vec<u8>,
    key: &Key32,
    purpose: Purpose,
    aad: &[u8],
    plain: &[u8],
    chance: &dyn Entropy,
) -> Result<(), SealError> {
    let nonce: [u8; NONCE] = draw(chance)?;
    let derived = derive(key, purpose, aad, &nonce);
    // Reserved first, so that the plain text never lies in a buffer that is moved and left behind.
    out.reserve_exact(plain.len() + OVERHEAD);
    out.extend_from_slice(&nonce);
    out.extend_from_slice(derived.commitment());
    let start = out.len();
    out.extend_from_slice(plain);
    let buffer = InOutBuf::from(out.get_mut(start..).unwrap_or_default());
    let tag =
        derived.cipher().encrypt_inout_detached(&XNonce::from(nonce), aad, buffer).map_err(|_| SealError::TooLarge)?;
    out.extend_from_slice(&tag);
    Ok(())
}

/// Seals `plain` into a box of its own.
///
/// # Errors
/// As [`seal_onto`].
pub fn seal(
    key: &Key32,
    purpose: Purpose,
    aad: &[u8],
    plain: &[u8],
    chance: &dyn Entropy,
) -> Result<Vec<u8>, SealError> {
    let mut out = Vec::new();
    seal_onto(&mut out, key, purpose, aad, plain, chance)?;
    Ok(out)
}

/// Opens a box.
///
/// # Errors
/// [`BoxError`].
pub fn open(key: &Key32, purpose: Purpose, aad: &[u8], boxed: &[u8]) -> Result<Plain, BoxError> {
    let (nonce, rest) = boxed.split_first_chunk::<NONCE>().ok_or(BoxError::Damaged)?;
    let (commitment, rest) = rest.split_first_chunk::<COMMITMENT>().ok_or(BoxError::Damaged)?;
    let (sealed, tag) = rest.split_last_chunk::<TAG>().ok_or(BoxError::Damaged)?;
    let derived = derive(key, purpose, aad, nonce);
    if !bool::from(derived.commitment().ct_eq(commitment)) {
        return Err(BoxError::WrongKey);
    }
    let mut plain = Plain(sealed.to_vec());
    derived
        .cipher()
        .decrypt_inout_detached(&XNonce::from(*nonce), aad, InOutBuf::from(plain.0.as_mut_slice()), &Tag::from(*tag))
        .map_err(|_| BoxError::Damaged)?;
    Ok(plain)
}

/// What lay in a box, wiped when dropped: by one fill instead of byte after byte, which for the tens of megabytes of a
/// large vault is a tenth of the time that opening takes.
pub struct Plain(Vec<u8>);

impl Deref for Plain {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        self.0.fill(0);
        // Without it the compiler may leave the fill out, since nobody reads what is given back.
        optimization_barrier(self.0.as_slice());
    }
}

/// The two halves of the key derivation's output: 32 bytes of key, 32 bytes of commitment.
struct Derived(Box<Zeroizing<[u8; 64]>>);

impl Derived {
    fn commitment(&self) -> &[u8] {
        self.0.get(32..).unwrap_or_default()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        let (key, _) = self.0.split_first_chunk::<32>().unwrap_or((&[0; 32], &[]));
        XChaCha20Poly1305::new(key.into())
    }
}

/// HKDF-SHA-256 (RFC 5869) over the key, with the nonce as salt and purpose and associated data as info.
#[expect(clippy::expect_used, reason = "64 bytes are two blocks; the limit is 255")]
fn derive(key: &Key32, purpose: Purpose, aad: &[u8], nonce: &[u8; NONCE]) -> Derived {
    let digest = Sha256::digest(aad);
    let info: [&[u8]; 4] = [b"PULIH1\0", purpose.name().as_bytes(), b"\0", &digest];
    let mut derived = Derived(Box::new(Zeroizing::new([0; 64])));
    Hkdf::<Sha256>::new(Some(nonce), key.expose())
        .expand_multi_info(&info, derived.0.as_mut_slice())
        .expect("64 bytes can be expanded");
    derived
}

#[cfg(test)]
mod tests {
    use super::{BoxError, OVERHEAD, Purpose, open, seal};
    use crate::secret::Key32;
    use crate::vault::testing::Counting;

    fn key(byte: u8) -> Key32 {
        Key32::copied(&[byte; 32]).unwrap()
    }

    #[test]
    fn what_was_sealed_comes_back() {
        for length in [0, 1, 32, 1000] {
            let plain = vec![7; length];
            let boxed = seal(&key(1), Purpose::Slot, b"aad", &plain, &Counting::new()).unwrap();
            assert_eq!(boxed.len(), length + OVERHEAD);
            assert_eq!(*open(&key(1), Purpose::Slot, b"aad", &boxed).unwrap(), plain);
        }
    }

    #[test]
    fn another_key_purpose_or_header_is_a_wrong_key() {
        let boxed = seal(&key(1), Purpose::Slot, b"aad", b"plain", &Counting::new()).unwrap();
        assert_eq!(open(&key(2), Purpose::Slot, b"aad", &boxed).err(), Some(BoxError::WrongKey));
        assert_eq!(open(&key(1), Purpose::Payload, b"aad", &boxed).err(), Some(BoxError::WrongKey));
        assert_eq!(open(&key(1), Purpose::Slot, b"aae", &boxed).err(), Some(BoxError::WrongKey));
    }

    #[test]
    fn a_changed_bit_after_the_commitment_is_damage_and_before_its_end_a_wrong_key() {
        let boxed = seal(&key(1), Purpose::Slot, b"aad", b"plain", &Counting::new()).unwrap();
        for index in 0..boxed.len() {
            for bit in 0..8 {
                let mut changed = boxed.clone();
                changed[index] ^= 1 << bit;
                let expected = if index < 56 { BoxError::WrongKey } else { BoxError::Damaged };
                assert_eq!(open(&key(1), Purpose::Slot, b"aad", &changed).err(), Some(expected), "byte {index}");
            }
        }
    }

    #[test]
    fn every_purpose_has_a_name_of_its_own() {
        let purposes = [
            Purpose::DeviceBound,
            Purpose::Mark,
            Purpose::Payload,
            Purpose::SignInSecret,
            Purpose::SignInSlot,
            Purpose::Slot,
        ];
        let mut names: Vec<&str> = purposes.iter().map(|purpose| purpose.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), purposes.len());
    }

    #[test]
    fn a_cut_box_never_opens() {
        let boxed = seal(&key(1), Purpose::Slot, b"aad", b"plain", &Counting::new()).unwrap();
        for length in 0..boxed.len() {
            assert!(open(&key(1), Purpose::Slot, b"aad", &boxed[..length]).is_err());
        }
    }
}
