//! The lock: Argon2id, then AES-256-GCM with a fixed text as associated data.

use std::fmt;

use data_encoding::BASE64;
use serde_json::json;
use zeroize::Zeroizing;

use crate::chance::{Entropy, draw};
use crate::formats::json::{self, Fields, Json};
use crate::formats::kdf_bounds::Argon2id;
use crate::formats::proton_authenticator::{ID, VERSION, read};
use crate::formats::{FormatError, Imported, Locked, UnlockError, WriteError, gcm};

/// What the tag is bound to.
const LABEL: &[u8] = b"proton.authenticator.export.v1";

/// The cost, which the file does not state: memory in KiB, passes, lanes.
const COST: (u64, u64, u64) = (19_456, 2, 1);

/// The length of a nonce in bytes.
const NONCE: usize = 12;

/// An export that waits for its password.
pub(super) struct LockedExport {
    kdf: Argon2id,
    nonce: [u8; NONCE],
    sealed: Vec<u8>,
}

impl LockedExport {
    pub(super) fn parse(top: Fields<'_>) -> Result<Self, FormatError> {
        let bytes = |name| top.base64(name).map_err(|_| FormatError::Damaged(name));
        let content = bytes("content")?;
        let (nonce, sealed) = content.split_first_chunk().ok_or(FormatError::Damaged("content"))?;
        Ok(Self { kdf: kdf(bytes("salt")?)?, nonce: *nonce, sealed: sealed.to_vec() })
    }
}

impl fmt::Debug for LockedExport {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LockedExport({} bytes)", self.sealed.len())
    }
}

impl Locked for LockedExport {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let key = self.kdf.key(password.as_bytes())?;
        let plain = gcm::open(&key, &self.nonce, LABEL, &self.sealed).ok_or(UnlockError::WrongPassword)?;
        let json = json::parse(&plain)?;
        Ok(read::entries(json.fields().ok_or(FormatError::Damaged("content"))?)?)
    }
}

fn kdf(salt: Vec<u8>) -> Result<Argon2id, FormatError> {
    let (memory_kib, passes, lanes) = COST;
    Argon2id::new(memory_kib, passes, lanes, salt)
}

/// A locked file around a content.
pub(super) fn locked(content: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let (salt, nonce) = (draw::<16>(chance)?, draw::<NONCE>(chance)?);
    // Without the memory for the derivation nothing is written; a length that cannot be sealed does not occur.
    let kdf = kdf(salt.to_vec()).map_err(|_| WriteError::NotReadBack)?;
    let key = kdf.key(password.as_bytes()).map_err(|_| WriteError::NotReadBack)?;
    let sealed = gcm::seal(&key, &nonce, LABEL, content).ok_or(WriteError::NotReadBack)?;
    let content = BASE64.encode(&[nonce.as_slice(), &sealed].concat());
    Ok(Json::new(json!({ "version": VERSION, "salt": BASE64.encode(&salt), "content": content })).to_bytes())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::locked;
    use crate::chance::{Entropy, NoEntropy};
    use crate::formats::proton_authenticator::ProtonAuthenticator;
    use crate::formats::testing::{KEY, names, opened, refusal};
    use crate::formats::{FormatError, UnlockError};

    struct Fixed;

    impl Entropy for Fixed {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
            bytes.fill(7);
            Ok(())
        }
    }

    #[test]
    fn the_password_opens_it_and_no_other_does() {
        let uri = format!("otpauth://totp/anna?secret={KEY}&issuer=Example");
        let content =
            json!({"version": 1, "entries": [{"content": {"uri": uri, "entry_type": "Totp", "name": "anna"}}]});
        let bytes = locked(content.to_string().as_bytes(), "pass wörd", &Fixed).unwrap();
        assert_eq!(names(&opened(&ProtonAuthenticator, &*bytes, "pass wörd").unwrap()), [("Example", "anna")]);
        assert_eq!(opened(&ProtonAuthenticator, &*bytes, "pass word"), Err(UnlockError::WrongPassword));
    }

    #[test]
    fn a_file_that_breaks_off_is_damaged() {
        let text = json!({"version": 1, "salt": "AAAAAAAAAAAAAAAAAAAAAA==", "content": "AAAA"}).to_string();
        assert_eq!(refusal(&ProtonAuthenticator, text), Some(FormatError::Damaged("content")));
    }
}
