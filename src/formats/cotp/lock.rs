//! The database: the cost of its derivation is fixed by the app, and not stated in it.

use std::fmt;

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use zeroize::Zeroizing;

use crate::formats::cotp::{ID, content};
use crate::formats::json::{self, Fields};
use crate::formats::kdf_bounds::Argon2id;
use crate::formats::{FormatError, Imported, Locked, UnlockError};

/// The version of the database that is known.
const VERSION: u64 = 1;

/// Argon2id's memory in KiB, passes and lanes.
const ARGON2: (u64, u64, u64) = (32_768, 4, 4);

/// A database that waits for its password.
pub(super) struct LockedDatabase {
    kdf: Argon2id,
    nonce: [u8; 24],
    bytes: Vec<u8>,
}

impl LockedDatabase {
    pub(super) fn parse(top: Fields<'_>) -> Result<Self, FormatError> {
        match top.number("version") {
            Ok(Some(VERSION)) => {}
            Ok(Some(found)) if found > VERSION => return Err(FormatError::TooNew { found }),
            _ => return Err(FormatError::Damaged("version")),
        }
        let bytes = |name| top.base64(name).map_err(|_| FormatError::Damaged(name));
        let kdf = Argon2id::new(ARGON2.0, ARGON2.1, ARGON2.2, bytes("salt")?)?;
        let nonce = bytes("nonce")?.try_into().map_err(|_| FormatError::Damaged("nonce"))?;
        Ok(Self { kdf, nonce, bytes: bytes("cipher")? })
    }

    fn plain(&self, password: &str) -> Result<Option<Zeroizing<Vec<u8>>>, FormatError> {
        let key = self.kdf.key(password.as_bytes())?;
        let tag = self.bytes.len().checked_sub(16).and_then(|body| self.bytes.split_at_checked(body));
        let Some((body, tag)) = tag else { return Ok(None) };
        let mut bytes = Zeroizing::new(body.to_vec());
        let Ok(tag) = <[u8; 16]>::try_from(tag) else { return Ok(None) };
        let cipher = XChaCha20Poly1305::new(key.expose().into());
        let nonce = (&self.nonce).into();
        let opened = cipher.decrypt_inout_detached(nonce, b"", bytes.as_mut_slice().into(), (&tag).into());
        Ok(opened.is_ok().then_some(bytes))
    }
}

impl fmt::Debug for LockedDatabase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("LockedDatabase(…)")
    }
}

impl Locked for LockedDatabase {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let plain = self.plain(password)?.ok_or(UnlockError::WrongPassword)?;
        Ok(content(&json::parse(&plain)?)?)
    }
}
