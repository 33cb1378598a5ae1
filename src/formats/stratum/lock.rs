//! The locks, each with its own sign: Argon2id and AES-256-GCM; before that PBKDF2-HMAC-SHA1 and AES-256-CBC.

use std::fmt;

use zeroize::Zeroizing;

use crate::chance::{Entropy, draw};
use crate::formats::kdf_bounds::{Argon2id, Pbkdf2, PbkdfHash};
use crate::formats::stratum::{ID, read};
use crate::formats::{FormatError, Imported, Locked, UnlockError, WriteError, aes_cbc, gcm, json};

/// The sign of a file locked with Argon2id.
pub(super) const STRONG: &[u8; 16] = b"AUTHENTICATORPRO";

/// The sign of a file of older versions.
pub(super) const LEGACY: &[u8; 16] = b"AuthenticatorPro";

/// Argon2id's memory in KiB, passes and lanes; the file does not say them.
const ARGON2: (u64, u64, u64) = (65_536, 3, 4);

/// Rounds of PBKDF2; the file does not say them.
const LEGACY_ROUNDS: u64 = 64_000;

/// The length of Argon2's salt.
const SALT: usize = 16;

/// A backup that waits for its password.
pub(super) enum LockedBackup {
    Legacy { kdf: Pbkdf2, iv: [u8; aes_cbc::BLOCK], bytes: Vec<u8> },
    Strong { kdf: Argon2id, nonce: [u8; 12], bytes: Vec<u8> },
}

impl LockedBackup {
    /// Reads the sign and what the lock needs; `None` for a file without a sign.
    pub(super) fn parse(bytes: &[u8]) -> Result<Option<Self>, FormatError> {
        let damaged = || FormatError::Damaged("length");
        if let Some(rest) = bytes.strip_prefix(STRONG) {
            let (salt, rest) = rest.split_first_chunk::<SALT>().ok_or_else(damaged)?;
            let (nonce, bytes) = rest.split_first_chunk::<12>().ok_or_else(damaged)?;
            let kdf = Argon2id::new(ARGON2.0, ARGON2.1, ARGON2.2, salt.to_vec())?;
            return Ok(Some(Self::Strong { kdf, nonce: *nonce, bytes: bytes.to_vec() }));
        }
        let Some(rest) = bytes.strip_prefix(LEGACY) else { return Ok(None) };
        let (salt, rest) = rest.split_first_chunk::<20>().ok_or_else(damaged)?;
        let (iv, bytes) = rest.split_first_chunk::<{ aes_cbc::BLOCK }>().ok_or_else(damaged)?;
        if bytes.is_empty() || bytes.len() % aes_cbc::BLOCK != 0 {
            return Err(damaged());
        }
        let kdf = Pbkdf2::new(PbkdfHash::Sha1, LEGACY_ROUNDS, salt.to_vec())?;
        Ok(Some(Self::Legacy { kdf, iv: *iv, bytes: bytes.to_vec() }))
    }
}

impl fmt::Debug for LockedBackup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("LockedBackup(…)")
    }
}

impl Locked for LockedBackup {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let password = password.as_bytes();
        match self {
            Self::Strong { kdf, nonce, bytes } => {
                let plain = gcm::open(&kdf.key(password)?, nonce, b"", bytes).ok_or(UnlockError::WrongPassword)?;
                Ok(read::backup(&json::parse(&plain)?)?)
            }
            Self::Legacy { kdf, iv, bytes } => {
                let plain = aes_cbc::open(&kdf.key(password), iv, bytes).ok_or(UnlockError::WrongPassword)?;
                // The padding of a wrong password is right now and then; what it leaves is no object.
                if plain.trim_ascii_start().first() != Some(&b'{') {
                    return Err(UnlockError::WrongPassword);
                }
                Ok(read::backup(&json::parse(&plain)?)?)
            }
        }
    }
}

/// A locked file around a content.
pub(super) fn sealed(plain: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let (salt, nonce): ([u8; SALT], [u8; 12]) = (draw(chance)?, draw(chance)?);
    let kdf = Argon2id::new(ARGON2.0, ARGON2.1, ARGON2.2, salt.to_vec()).map_err(|_| WriteError::NotReadBack)?;
    let key = kdf.key(password.as_bytes()).map_err(|_| WriteError::NotReadBack)?;
    let sealed = gcm::seal(&key, &nonce, b"", plain).ok_or(WriteError::NotReadBack)?;
    Ok(Zeroizing::new([STRONG.as_slice(), &salt, &nonce, &sealed].concat()))
}

#[cfg(test)]
mod tests {
    use super::{LEGACY, LockedBackup, STRONG};
    use crate::formats::FormatError;

    #[test]
    fn a_sign_with_too_little_behind_it_is_damaged() {
        for (sign, shortest) in [(STRONG, 28), (LEGACY, 52)] {
            let length = |length: usize| LockedBackup::parse(&[sign.as_slice(), &vec![1; length]].concat());
            assert!(matches!(length(shortest), Ok(Some(_))));
            assert_eq!(length(shortest - 1).err(), Some(FormatError::Damaged("length")));
        }
        assert_eq!(
            LockedBackup::parse(&[LEGACY.as_slice(), &[1; 53]].concat()).err(),
            Some(FormatError::Damaged("length"))
        );
        assert!(matches!(LockedBackup::parse(b"{}"), Ok(None)));
    }
}
