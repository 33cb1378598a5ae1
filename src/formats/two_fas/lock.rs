//! The lock: PBKDF2-HMAC-SHA256 and AES-256-GCM. The salt is 256 bytes from Android and 32 from iOS; a second sealed
//! text, the reference, tells the app a wrong password.

use std::fmt;

use data_encoding::BASE64;

use crate::chance::{Entropy, draw};
use crate::formats::base64;
use crate::formats::gcm;
use crate::formats::json::{self, Fields};
use crate::formats::kdf_bounds::{Pbkdf2, PbkdfHash};
use crate::formats::two_fas::{ID, read};
use crate::formats::{FormatError, Imported, Locked, UnlockError, WriteError};
use crate::secret::Key32;

/// Rounds of PBKDF2; the file does not say them.
const ROUNDS: u64 = 10_000;

/// The text that the reference seals. The app compares nothing but whether it opens.
const REFERENCE: &str = "tRViSsLKzd86Hprh4ceC2OP7xazn4rrt4xhfEUbOjxLX8Rc3mkISXE0lWbmnWfggogbBJhtYgpK6fMl1D6mt\
                         sy92R3HkdGfwuXbzLebqVFJsR7IZ2w58t938iymwG4824igYy1wi6n2WDpO1Q1P69zwJGs2F5a1qP4MyIiDSD7NC\
                         V2OvidXQCBnDlGfmz0f1BQySRkkt4ryiJeCjD2o4QsveJ9uDBUn8ELyOrESv5R5DMDkD4iAF8TXU7KyoJujd";

/// A backup that waits for its password.
pub(super) struct LockedBackup {
    kdf: Pbkdf2,
    services: Sealed,
    reference: Option<Sealed>,
    groups: Vec<(String, String)>,
}

/// `b64(bytes and tag):b64(salt):b64(nonce)`.
struct Sealed {
    bytes: Vec<u8>,
    salt: Vec<u8>,
    nonce: [u8; 12],
}

impl LockedBackup {
    pub(super) fn parse(top: Fields<'_>) -> Result<Self, FormatError> {
        let sealed = |name| top.text(name).ok().and_then(Sealed::parse);
        let services = sealed("servicesEncrypted").ok_or(FormatError::Damaged("servicesEncrypted"))?;
        let reference = sealed("reference").filter(|reference| reference.salt == services.salt);
        let kdf = Pbkdf2::new(PbkdfHash::Sha256, ROUNDS, services.salt.clone())?;
        Ok(Self { kdf, services, reference, groups: read::groups(top) })
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
        let key = self.kdf.key(password.as_bytes());
        let open = |sealed: &Sealed| gcm::open(&key, &sealed.nonce, b"", &sealed.bytes);
        let Some(plain) = open(&self.services) else {
            let is_right = self.reference.as_ref().and_then(open).is_some();
            return Err(if is_right { damaged().into() } else { UnlockError::WrongPassword });
        };
        let services = json::parse(&plain)?;
        Ok(read::services(services.items().ok_or_else(damaged)?, &self.groups)?)
    }
}

fn damaged() -> FormatError {
    FormatError::Damaged("servicesEncrypted")
}

impl Sealed {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(':').map(base64::decoded);
        let (bytes, salt, nonce) = (parts.next()??, parts.next()??, parts.next()??);
        parts.next().is_none().then_some(())?;
        Some(Self { bytes, salt, nonce: nonce.try_into().ok()? })
    }
}

/// What a locked file is sealed with: one key, and a nonce of its own for each of the two texts.
pub(super) struct Seal {
    key: Key32,
    salt: [u8; 256],
}

impl Seal {
    pub(super) fn new(password: &str, chance: &dyn Entropy) -> Result<Self, WriteError> {
        let salt: [u8; 256] = draw(chance)?;
        // The rounds are a constant that is allowed.
        let kdf = Pbkdf2::new(PbkdfHash::Sha256, ROUNDS, salt.to_vec()).map_err(|_| WriteError::NotReadBack)?;
        Ok(Self { key: kdf.key(password.as_bytes()), salt })
    }

    pub(super) fn sealed(&self, plain: &[u8], chance: &dyn Entropy) -> Result<String, WriteError> {
        let nonce: [u8; 12] = draw(chance)?;
        let bytes = gcm::seal(&self.key, &nonce, b"", plain).ok_or(WriteError::NotReadBack)?;
        Ok([&bytes, self.salt.as_slice(), &nonce].map(|part| BASE64.encode(part)).join(":"))
    }

    pub(super) fn reference(&self, chance: &dyn Entropy) -> Result<String, WriteError> {
        self.sealed(REFERENCE.as_bytes(), chance)
    }
}

#[cfg(test)]
mod tests {
    use super::{REFERENCE, Sealed};

    #[test]
    fn the_reference_is_as_long_as_the_apps_own() {
        assert_eq!(REFERENCE.len(), 256);
        assert!(REFERENCE.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    }

    #[test]
    fn three_parts_and_a_nonce_of_twelve_bytes_are_asked_for() {
        let nonce = "AAAAAAAAAAAAAAAA";
        assert!(Sealed::parse(&format!("QUFB:QUFB:{nonce}")).is_some());
        for broken in ["", "QUFB", "QUFB:QUFB", "QUFB:QUFB:QUFB", &format!("QUFB:QUFB:{nonce}:{nonce}")] {
            assert!(Sealed::parse(broken).is_none(), "{broken}");
        }
    }
}
