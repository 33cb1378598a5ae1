//! The lock: a key from the password by PBKDF2 or Argon2id, stretched with HKDF's second half (RFC 5869, 2.3), and
//! texts of the form `2.iv|bytes|mac`: AES-256-CBC, then HMAC-SHA-256 over both.

use std::fmt;

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::chance::{Entropy, draw};
use crate::formats::bitwarden::{ID, read};
use crate::formats::json::{self, Fields, Json};
use crate::formats::kdf_bounds::{Argon2id, Pbkdf2, PbkdfHash};
use crate::formats::uuid::uuid;
use crate::formats::{FormatError, Imported, Locked, UnlockError, WriteError, aes_cbc, base64};
use crate::secret::Key32;

/// The rounds of PBKDF2 that the app itself writes.
const WRITTEN_ROUNDS: u64 = 600_000;

/// The only form of sealed text that exports use: AES-256-CBC with HMAC-SHA-256.
const SEALED_FORM: &str = "2.";

/// An export that waits for its password.
#[derive(Debug)]
pub(super) struct LockedExport {
    kdf: Kdf,
    validation: Sealed,
    content: Sealed,
}

/// How the password becomes a key. The salt is the text as it stands in the file, not what it decodes to.
#[derive(Debug)]
enum Kdf {
    Argon2id(Argon2id),
    Pbkdf2(Pbkdf2),
}

/// The two keys: one opens, the other proves.
struct Keys {
    opens: Key32,
    proves: Key32,
}

/// A sealed text.
struct Sealed {
    iv: [u8; aes_cbc::BLOCK],
    bytes: Vec<u8>,
    mac: Vec<u8>,
}

impl LockedExport {
    /// Reads what the file says of its lock, and bounds what it costs, before anybody is asked for a password.
    pub(super) fn parse(top: Fields<'_>) -> Result<Self, FormatError> {
        let kdf = Kdf::parse(top)?;
        let validation = Sealed::parse(top, "encKeyValidation_DO_NOT_EDIT")?;
        Ok(Self { kdf, validation, content: Sealed::parse(top, "data")? })
    }
}

impl Locked for LockedExport {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let keys = Keys::new(&self.kdf.key(password)?);
        if !self.validation.is_proved_by(&keys) {
            return Err(UnlockError::WrongPassword);
        }
        let plain = self.content.open(&keys).ok_or(FormatError::Damaged("data"))?;
        let json = json::parse(&plain)?;
        Ok(read::items(json.fields().ok_or(FormatError::Damaged("data"))?)?)
    }
}

impl Kdf {
    fn parse(top: Fields<'_>) -> Result<Self, FormatError> {
        let number = |name| top.number(name).ok().flatten().ok_or(FormatError::Damaged(name));
        let salt = top.text("salt").map_err(|_| FormatError::Damaged("salt"))?.as_bytes();
        match number("kdfType")? {
            0 => Ok(Self::Pbkdf2(Pbkdf2::new(PbkdfHash::Sha256, number("kdfIterations")?, salt.to_vec())?)),
            1 => {
                // The file counts in MiB.
                let memory_kib = number("kdfMemory")?.saturating_mul(1024);
                let (passes, lanes) = (number("kdfIterations")?, number("kdfParallelism")?);
                Ok(Self::Argon2id(Argon2id::new(memory_kib, passes, lanes, Sha256::digest(salt).to_vec())?))
            }
            found => Err(FormatError::TooNew { found }),
        }
    }

    fn key(&self, password: &str) -> Result<Key32, FormatError> {
        match self {
            Self::Argon2id(kdf) => kdf.key(password.as_bytes()),
            Self::Pbkdf2(kdf) => Ok(kdf.key(password.as_bytes())),
        }
    }
}

impl Keys {
    fn new(key: &Key32) -> Self {
        Self { opens: expanded(key, b"enc"), proves: expanded(key, b"mac") }
    }
}

/// `HKDF-Expand-SHA-256(key, label, 32)`, RFC 5869, section 2.3, for the one block that is needed.
fn expanded(key: &Key32, label: &[u8]) -> Key32 {
    let mut mac = mac(key);
    mac.update(label);
    mac.update(&[1]);
    let bytes = Zeroizing::new(<[u8; 32]>::from(mac.finalize().into_bytes()));
    let filled = Key32::filled(|key| {
        key.copy_from_slice(&*bytes);
        Ok::<(), std::convert::Infallible>(())
    });
    match filled {
        Ok(key) => key,
        Err(never) => match never {},
    }
}

/// `HMAC-SHA-256`, RFC 2104. The key is padded to the hash's block here, as the standard does it anyway.
fn mac(key: &Key32) -> Hmac<Sha256> {
    let mut block = Zeroizing::new([0; 64]);
    block.iter_mut().zip(key.expose()).for_each(|(place, byte)| *place = *byte);
    <Hmac<Sha256> as KeyInit>::new((&*block).into())
}

impl Sealed {
    fn parse(top: Fields<'_>, name: &'static str) -> Result<Self, FormatError> {
        let damaged = || FormatError::Damaged(name);
        let text = top.text(name).map_err(|_| damaged())?;
        let text = text.strip_prefix(SEALED_FORM).ok_or_else(damaged)?;
        let mut parts = text.split('|').map(|part| base64::decoded(part).ok_or_else(damaged));
        let mut part = || parts.next().unwrap_or_else(|| Err(damaged()));
        let iv = part()?.try_into().map_err(|_| damaged())?;
        Ok(Self { iv, bytes: part()?, mac: part()? })
    }

    fn is_proved_by(&self, keys: &Keys) -> bool {
        let mut mac = mac(&keys.proves);
        mac.update(&self.iv);
        mac.update(&self.bytes);
        mac.verify_slice(&self.mac).is_ok()
    }

    fn open(&self, keys: &Keys) -> Option<Zeroizing<Vec<u8>>> {
        if self.is_proved_by(keys) { aes_cbc::open(&keys.opens, &self.iv, &self.bytes) } else { None }
    }

    fn new(keys: &Keys, iv: [u8; aes_cbc::BLOCK], plain: &[u8]) -> Self {
        let bytes = aes_cbc::seal(&keys.opens, &iv, plain);
        let mut mac = mac(&keys.proves);
        mac.update(&iv);
        mac.update(&bytes);
        Self { iv, mac: mac.finalize().into_bytes().to_vec(), bytes }
    }

    fn text(&self) -> String {
        let [iv, bytes, mac] = [self.iv.as_slice(), &self.bytes, &self.mac].map(|part| BASE64.encode(part));
        format!("{SEALED_FORM}{iv}|{bytes}|{mac}")
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Sealed({} bytes)", self.bytes.len())
    }
}

/// A locked file around a content.
pub(super) fn locked(content: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let salt = BASE64.encode(&draw::<16>(chance)?);
    // It is only an error for rounds that are not ours.
    let kdf = Pbkdf2::new(PbkdfHash::Sha256, WRITTEN_ROUNDS, salt.as_bytes().to_vec());
    let keys = Keys::new(&kdf.map_err(|_| WriteError::NotReadBack)?.key(password.as_bytes()));
    let validation = Sealed::new(&keys, draw(chance)?, uuid(draw(chance)?).as_bytes());
    let sealed = Sealed::new(&keys, draw(chance)?, content);
    Ok(Json::new(json!({
        "encrypted": true,
        "passwordProtected": true,
        "salt": salt,
        "kdfType": 0,
        "kdfIterations": WRITTEN_ROUNDS,
        "kdfMemory": null,
        "kdfParallelism": null,
        "encKeyValidation_DO_NOT_EDIT": validation.text(),
        "data": sealed.text(),
    }))
    .to_bytes())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Keys, Sealed};
    use crate::formats::bitwarden::Bitwarden;
    use crate::formats::kdf_bounds::{Pbkdf2, PbkdfHash};
    use crate::formats::testing::{KEY, names, opened, refusal};
    use crate::formats::{FormatError, UnlockError};

    fn export() -> Value {
        let kdf = Pbkdf2::new(PbkdfHash::Sha256, 1000, b"c2FsdA==".to_vec()).unwrap();
        let keys = Keys::new(&kdf.key("pass wörd".as_bytes()));
        let items =
            json!({"encrypted": false, "items": [{"name": "Example", "login": {"username": "anna", "totp": KEY}}]});
        json!({
            "encrypted": true, "passwordProtected": true, "salt": "c2FsdA==", "kdfType": 0, "kdfIterations": 1000,
            "encKeyValidation_DO_NOT_EDIT": Sealed::new(&keys, [1; 16], b"an id").text(),
            "data": Sealed::new(&keys, [2; 16], items.to_string().as_bytes()).text(),
        })
    }

    #[test]
    fn the_password_opens_it_and_no_other_does() {
        let imported = opened(&Bitwarden, export().to_string(), "pass wörd").unwrap();
        assert_eq!(names(&imported), [("Example", "anna")]);
        assert_eq!(opened(&Bitwarden, export().to_string(), "pass word"), Err(UnlockError::WrongPassword));
    }

    #[test]
    fn content_that_was_changed_is_damage_and_no_wrong_password() {
        let (mut export, keys) = (export(), Keys::new(&crate::secret::Key32::copied(&[1; 32]).unwrap()));
        export["data"] = json!(Sealed::new(&keys, [2; 16], b"{}").text());
        let damaged = UnlockError::Format(FormatError::Damaged("data"));
        assert_eq!(opened(&Bitwarden, export.to_string(), "pass wörd"), Err(damaged));
    }

    #[test]
    fn what_it_costs_is_bounded_before_a_password_is_asked() {
        let refused = |fields: Value| {
            let mut export = export();
            fields.as_object().unwrap().iter().for_each(|(name, value)| export[name] = value.clone());
            refusal(&Bitwarden, export.to_string())
        };
        let rounds = 10_000_001;
        assert_eq!(refused(json!({"kdfIterations": rounds})), Some(FormatError::TooManyRounds { rounds }));
        let memory = json!({"kdfType": 1, "kdfMemory": 1025, "kdfParallelism": 4, "kdfIterations": 3});
        assert!(matches!(refused(memory), Some(FormatError::TooCostly { .. })));
        assert_eq!(refused(json!({"kdfType": 2})), Some(FormatError::TooNew { found: 2 }));
        assert_eq!(refused(json!({"data": "0.x|y"})), Some(FormatError::Damaged("data")));
    }
}
