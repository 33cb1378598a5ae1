//! The locks, which no sign tells apart. New: rounds, salt, nonce, then AES-256-GCM under PBKDF2-HMAC-SHA1. Old (up to
//! 0.6.2): nonce, then AES-256-GCM under a single SHA-256.

use std::fmt;

use zeroize::Zeroizing;

use crate::chance::{Entropy, draw};
use crate::formats::andotp::{ID, read};
use crate::formats::kdf_bounds::{Pbkdf2, PbkdfHash, sha256_key};
use crate::formats::{FormatError, Imported, Locked, UnlockError, WriteError, gcm, salvage};
use crate::secret::Key32;

/// The rounds that are written: the middle of what the app draws.
const WRITTEN_ROUNDS: u32 = 150_000;

/// The length of salt and nonce.
const SALT: usize = 12;

/// A backup that waits for its password.
pub(super) struct LockedBackup {
    bytes: Vec<u8>,
    new: Option<Pbkdf2>,
}

impl LockedBackup {
    /// Reads it in both ways. Rounds beyond all bounds are those of an old file, whose nonce begins there.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, FormatError> {
        if bytes.len() < SALT + gcm::TAG {
            return Err(FormatError::Damaged("length"));
        }
        let new = bytes.split_first_chunk::<4>().and_then(|(rounds, rest)| {
            let salt = rest.get(..SALT).filter(|_| rest.len() >= 2 * SALT + gcm::TAG)?;
            Pbkdf2::new(PbkdfHash::Sha1, u64::from(u32::from_be_bytes(*rounds)), salt.to_vec()).ok()
        });
        Ok(Self { bytes: bytes.to_vec(), new })
    }

    fn plain(&self, password: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let new = self.new.as_ref().and_then(|kdf| opened(&kdf.key(password), self.bytes.get(4 + SALT..)?));
        new.or_else(|| opened(&sha256_key(password)?, &self.bytes))
    }
}

fn opened(key: &Key32, bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = bytes.split_first_chunk::<SALT>()?;
    gcm::open(key, nonce, b"", sealed)
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
        let plain = self.plain(password.as_bytes()).ok_or(UnlockError::WrongPassword)?;
        // OTPClient 3.1 counts characters where it means bytes, and cuts off the end of what it seals.
        let (json, cut) = salvage::parse(&plain)?;
        let mut imported = read::entries(json.items().ok_or(FormatError::Damaged("JSON"))?)?;
        if let Some(cut) = cut {
            cut.report(&mut imported);
        }
        Ok(imported)
    }
}

/// A file in the new way around a content.
pub(super) fn sealed(plain: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let (salt, nonce): ([u8; SALT], [u8; SALT]) = (draw(chance)?, draw(chance)?);
    let kdf = Pbkdf2::new(PbkdfHash::Sha1, u64::from(WRITTEN_ROUNDS), salt.to_vec());
    let key = kdf.map_err(|_| WriteError::NotReadBack)?.key(password.as_bytes());
    let sealed = gcm::seal(&key, &nonce, b"", plain).ok_or(WriteError::NotReadBack)?;
    Ok(Zeroizing::new([WRITTEN_ROUNDS.to_be_bytes().as_slice(), &salt, &nonce, &sealed].concat()))
}

#[cfg(test)]
mod tests {
    use super::LockedBackup;
    use crate::formats::kdf_bounds::sha256_key;
    use crate::formats::{FormatError, Locked, Reason, Remark, UnlockError, gcm};

    const PLAIN: &str = "[{\"secret\":\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\",\"label\":\"a\",\"type\":\"TOTP\"}]";

    fn old(plain: &str) -> LockedBackup {
        let nonce = [0xff; 12];
        let sealed = gcm::seal(&sha256_key(b"right").unwrap(), &nonce, b"", plain.as_bytes()).unwrap();
        LockedBackup::parse(&[nonce.as_slice(), &sealed].concat()).unwrap()
    }

    #[test]
    fn a_file_of_an_old_version_opens_though_its_nonce_looks_like_endless_rounds() {
        assert!(old(PLAIN).new.is_none());
        assert_eq!(old(PLAIN).open("right").map(|it| it.arrivals.len()), Ok(1));
        assert_eq!(old(PLAIN).open("wrong"), Err(UnlockError::WrongPassword));
    }

    #[test]
    fn what_was_cut_before_it_was_sealed_is_read_as_far_as_it_goes() {
        let cut = PLAIN.replace(']', ",{\"secret\":\"JBSWY3DP\",\"label\":\"b\",\"per");
        let imported = old(&cut).open("right").unwrap();
        assert_eq!((imported.arrivals.len(), imported.complaints.len()), (1, 1));
        assert_eq!(imported.complaints.first().map(|it| (&*it.title, &it.reason)), Some(("b", &Reason::CutOff)));
        assert!(imported.notes.iter().any(|note| note.remark == Remark::CutOff));
    }

    #[test]
    fn what_is_too_short_is_damaged() {
        assert_eq!(LockedBackup::parse(&[7; 27]).err(), Some(FormatError::Damaged("length")));
        assert!(LockedBackup::parse(&[0; 28]).is_ok());
    }
}
