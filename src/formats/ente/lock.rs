//! The lock: Argon2id with the cost that the file states, and one message of libsodium's secret stream.

use std::fmt;

use data_encoding::BASE64;
use serde_json::json;
use zeroize::Zeroizing;

use crate::chance::{Entropy, draw};
use crate::formats::ente::{ID, list, secret_stream};
use crate::formats::json::{Fields, Json};
use crate::formats::kdf_bounds::Argon2id;
use crate::formats::{FormatError, Imported, Locked, UnlockError, WriteError};

/// The version of the file that is read and written. There has been only this one.
const VERSION: u64 = 1;

/// The memory that is written, in bytes. The app takes a gibibyte where it can, and reads any value.
const WRITTEN_MEMORY: u64 = 256 << 20;

/// The passes that are written.
const WRITTEN_PASSES: u64 = 4;

/// An export that waits for its password.
pub(super) struct LockedExport {
    kdf: Argon2id,
    header: [u8; secret_stream::HEADER],
    bytes: Vec<u8>,
}

impl LockedExport {
    pub(super) fn parse(top: Fields<'_>) -> Result<Self, FormatError> {
        match top.number("version") {
            Ok(None | Some(VERSION)) => {}
            Ok(Some(found)) if found > VERSION => return Err(FormatError::TooNew { found }),
            _ => return Err(FormatError::Damaged("version")),
        }
        let damaged = || FormatError::Damaged("kdfParams");
        let kdf = top.object("kdfParams").ok_or_else(damaged)?;
        let number = |name| kdf.number(name).ok().flatten().ok_or_else(damaged);
        let salt = kdf.base64("salt").map_err(|_| damaged())?;
        let kdf = Argon2id::new(number("memLimit")? / 1024, number("opsLimit")?, 1, salt)?;
        let header = top.base64("encryptionNonce").ok().and_then(|header| header.try_into().ok());
        let header = header.ok_or(FormatError::Damaged("encryptionNonce"))?;
        let bytes = top.base64("encryptedData").map_err(|_| FormatError::Damaged("encryptedData"))?;
        Ok(Self { kdf, header, bytes })
    }
}

impl fmt::Debug for LockedExport {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("LockedExport(…)")
    }
}

impl Locked for LockedExport {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let key = self.kdf.key(password.as_bytes())?;
        let plain = secret_stream::open(&key, &self.header, &self.bytes).ok_or(UnlockError::WrongPassword)?;
        let text = std::str::from_utf8(&plain).map_err(|_| FormatError::Damaged("encryptedData"))?;
        Ok(list(text)?)
    }
}

/// A locked file around a list.
pub(super) fn sealed(plain: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let (salt, header): ([u8; 16], [u8; secret_stream::HEADER]) = (draw(chance)?, draw(chance)?);
    let kdf = Argon2id::new(WRITTEN_MEMORY / 1024, WRITTEN_PASSES, 1, salt.to_vec());
    let key = kdf.and_then(|kdf| kdf.key(password.as_bytes())).map_err(|_| WriteError::NotReadBack)?;
    let file = json!({
        "version": VERSION,
        "kdfParams": { "memLimit": WRITTEN_MEMORY, "opsLimit": WRITTEN_PASSES, "salt": BASE64.encode(&salt) },
        "encryptedData": BASE64.encode(&secret_stream::seal(&key, &header, plain)),
        "encryptionNonce": BASE64.encode(&header),
    });
    Ok(Json::new(file).to_bytes())
}
