//! The lock: a master key in slots, each under a password through scrypt, everything sealed with AES-256-GCM.

use std::fmt;

use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit};
use data_encoding::{BASE64, HEXLOWER, HEXLOWER_PERMISSIVE};
use scrypt::{Params, scrypt};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::chance::{Entropy, draw};
use crate::formats::aegis::read::content;
use crate::formats::aegis::{FILE_VERSION, ID, number};
use crate::formats::json::{self, Fields, Json};
use crate::formats::uuid::uuid;
use crate::formats::{FormatError, Imported, Locked, UnlockError, WriteError, base64};
use crate::secret::Key32;

/// The most memory that one slot may ask for, in bytes.
const MOST_MEMORY: u64 = if cfg!(fuzzing) { 1 << 14 } else { 1 << 30 };

/// The most work that all slots together may ask for, as bytes of memory that are filled: about a minute.
const MOST_WORK: u64 = if cfg!(fuzzing) { 1 << 14 } else { 16 << 30 };

/// The kind of slot that a password opens; the others are for raw keys and fingerprints.
const PASSWORD_SLOT: u64 = 1;

/// scrypt's N as Aegis itself uses it, as a power of two.
const WRITTEN_LOG_N: u8 = 15;

/// scrypt's block size as Aegis itself uses it.
const WRITTEN_R: u32 = 8;

/// A vault that waits for its password.
pub(super) struct LockedVault {
    slots: Vec<Slot>,
    sealed: Sealed,
}

/// Something sealed with AES-256-GCM: nonce, tag and what is between.
struct Sealed {
    nonce: [u8; 12],
    tag: [u8; 16],
    bytes: Vec<u8>,
}

/// One way to the master key.
struct Slot {
    params: Params,
    salt: Vec<u8>,
    is_repaired: bool,
    master_key: Sealed,
}

impl LockedVault {
    /// Reads the header and bounds what the slots cost, before anybody is asked for a password.
    pub(super) fn parse(top: Fields<'_>) -> Result<Self, FormatError> {
        let header = top.object("header").ok_or(FormatError::Damaged("header"))?;
        let content = top.text("db").map_err(|_| FormatError::Damaged("db"))?;
        let bytes = base64::decoded(content).ok_or(FormatError::Damaged("db"))?;
        let sealed = Sealed::parse(header.object("params"), bytes, "params")?;
        let slots = header.list("slots").iter().filter_map(Fields::of);
        let mut passwords = slots.filter(|slot| slot.number("type") == Ok(Some(PASSWORD_SLOT))).peekable();
        if passwords.peek().is_none() {
            return Err(FormatError::NoPassword);
        }
        let slots = passwords.map(Slot::parse).collect::<Result<Vec<_>, _>>()?;
        let work = slots.iter().map(Slot::work).fold(0, u64::saturating_add);
        if work > MOST_WORK {
            return Err(FormatError::TooCostly { mebibytes: work >> 20 });
        }
        Ok(Self { slots, sealed })
    }
}

impl fmt::Debug for LockedVault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LockedVault({} slots)", self.slots.len())
    }
}

impl Locked for LockedVault {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let master = self.slots.iter().find_map(|slot| slot.open(password)).ok_or(UnlockError::WrongPassword)?;
        let plain = self.sealed.open(&master).ok_or(FormatError::Damaged("db"))?;
        let json = json::parse(&plain)?;
        let fields = json.fields().ok_or(FormatError::Damaged("db"))?;
        Ok(content(fields)?)
    }
}

impl Slot {
    fn parse(slot: Fields<'_>) -> Result<Self, FormatError> {
        let number = |name| number(slot, name).and_then(|it| u32::try_from(it).map_err(|_| FormatError::Damaged(name)));
        let (n, r, p) = (number("n")?, number("r")?, number("p")?);
        if !n.is_power_of_two() || r == 0 || p == 0 {
            return Err(FormatError::Damaged("slots"));
        }
        let memory = 128_u64.saturating_mul(u64::from(r)).saturating_mul(u64::from(n.max(p)));
        if memory > MOST_MEMORY {
            return Err(FormatError::TooCostly { mebibytes: memory >> 20 });
        }
        let log_n = u8::try_from(n.ilog2()).map_err(|_| FormatError::Damaged("n"))?;
        let params = Params::new(log_n, r, p).map_err(|_| FormatError::Damaged("slots"))?;
        let key = hex(slot, "key").filter(|key| key.len() == 32).ok_or(FormatError::Damaged("key"))?;
        let master_key = Sealed::parse(slot.object("key_params"), key, "key_params")?;
        let salt = hex(slot, "salt").ok_or(FormatError::Damaged("salt"))?;
        Ok(Self { params, salt, is_repaired: slot.is("repaired") == Ok(true), master_key })
    }

    /// Memory times passes; twice where an old mistake makes a second try needful.
    fn work(&self) -> u64 {
        let tries = if self.is_repaired { 1 } else { 2 };
        128 * u64::from(self.params.r()) * self.params.n() * u64::from(self.params.p()) * tries
    }

    /// The master key, if the password is the slot's.
    fn open(&self, password: &str) -> Option<Key32> {
        let padded = || (!self.is_repaired).then(|| padded_by_java(password)).flatten();
        self.open_with(password.as_bytes()).or_else(|| self.open_with(&padded()?))
    }

    fn open_with(&self, password: &[u8]) -> Option<Key32> {
        let key = Key32::filled(|key| scrypt(password, &self.salt, &self.params, key)).ok()?;
        Key32::copied(&self.master_key.open(&key)?)
    }
}

impl Sealed {
    fn parse(params: Option<Fields<'_>>, bytes: Vec<u8>, part: &'static str) -> Result<Self, FormatError> {
        let damaged = FormatError::Damaged(part);
        let params = params.ok_or(damaged.clone())?;
        let nonce = hex(params, "nonce").and_then(|nonce| nonce.try_into().ok()).ok_or(damaged.clone())?;
        let tag = hex(params, "tag").and_then(|tag| tag.try_into().ok()).ok_or(damaged)?;
        Ok(Self { nonce, tag, bytes })
    }

    fn open(&self, key: &Key32) -> Option<Zeroizing<Vec<u8>>> {
        let mut bytes = Zeroizing::new(self.bytes.clone());
        let cipher = Aes256Gcm::new(key.expose().into());
        let (nonce, tag) = ((&self.nonce).into(), (&self.tag).into());
        cipher.decrypt_inout_detached(nonce, b"", bytes.as_mut_slice().into(), tag).ok()?;
        Some(bytes)
    }

    /// Seals bytes in place. A nonce is never used twice: the key is new for each file.
    fn new(key: &Key32, nonce: [u8; 12], mut bytes: Zeroizing<Vec<u8>>) -> Option<Self> {
        let cipher = Aes256Gcm::new(key.expose().into());
        let tag = cipher.encrypt_inout_detached((&nonce).into(), b"", bytes.as_mut_slice().into()).ok()?;
        Some(Self { nonce, tag: tag.into(), bytes: std::mem::take(&mut *bytes) })
    }

    fn params(&self) -> Value {
        json!({ "nonce": HEXLOWER.encode(&self.nonce), "tag": HEXLOWER.encode(&self.tag) })
    }
}

fn hex(fields: Fields<'_>, name: &'static str) -> Option<Vec<u8>> {
    HEXLOWER_PERMISSIVE.decode(fields.text(name).ok()?.as_bytes()).ok()
}

/// The password as versions before `repaired` used it by mistake: the whole buffer that Java's encoder had made, the
/// unused end of it included. Up to 64 bytes the zeros change nothing, since HMAC pads with zeros itself.
fn padded_by_java(password: &str) -> Option<Zeroizing<Vec<u8>>> {
    let units = password.encode_utf16().count();
    // The encoder reckons with 1.1 bytes for each unit, and doubles the room and one when that is too little.
    let mut room = units.saturating_mul(11) / 10;
    while room < password.len() {
        room = room.saturating_mul(2).saturating_add(1);
    }
    if room <= 64 || room == password.len() {
        return None;
    }
    let mut padded = Zeroizing::new(vec![0; room]);
    padded.get_mut(..password.len())?.copy_from_slice(password.as_bytes());
    Some(padded)
}

/// A locked file around a content: a new master key, one slot for the password.
pub(super) fn locked(content: &Json, password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let salt: [u8; 32] = draw(chance)?;
    let master = Key32::filled(|key| chance.fill(key))?;
    // These two are only `None` for lengths that cannot occur; a file that could not be opened is never given out.
    let params = Params::new(WRITTEN_LOG_N, WRITTEN_R, 1).map_err(|_| WriteError::NotReadBack)?;
    let slot_key =
        Key32::filled(|key| scrypt(password.as_bytes(), &salt, &params, key)).map_err(|_| WriteError::NotReadBack)?;
    let master_bytes = Zeroizing::new(master.expose().to_vec());
    let sealed_master = Sealed::new(&slot_key, draw(chance)?, master_bytes).ok_or(WriteError::NotReadBack)?;
    let sealed = Sealed::new(&master, draw(chance)?, content.to_bytes()).ok_or(WriteError::NotReadBack)?;
    let slot = json!({
        "type": PASSWORD_SLOT,
        "uuid": uuid(draw(chance)?),
        "key": HEXLOWER.encode(&sealed_master.bytes),
        "key_params": sealed_master.params(),
        "n": params.n(),
        "r": params.r(),
        "p": params.p(),
        "salt": HEXLOWER.encode(&salt),
        "repaired": true,
        "is_backup": false,
    });
    let header = json!({ "slots": [slot], "params": sealed.params() });
    let file = json!({ "version": FILE_VERSION, "header": header, "db": BASE64.encode(&sealed.bytes) });
    Ok(Json::new(file).to_bytes())
}

#[cfg(test)]
mod tests {
    use super::{LockedVault, Slot, padded_by_java};
    use crate::formats::FormatError;
    use crate::formats::json::Fields;

    #[test]
    fn only_long_passwords_were_padded() {
        assert!(padded_by_java("short").is_none());
        assert!(padded_by_java(&"x".repeat(58)).is_none());
        assert_eq!(padded_by_java(&"x".repeat(60)).map(|it| it.len()), Some(66));
        // 40 units of two bytes: 44 is too little, 89 has room for the 80.
        assert_eq!(padded_by_java(&"å".repeat(40)).map(|it| it.len()), Some(89));
    }

    #[test]
    fn many_slots_together_may_not_cost_more_than_a_minute() {
        let params = serde_json::json!({"nonce": "00".repeat(12), "tag": "00".repeat(16)});
        let slot = serde_json::json!({"type": 1, "n": 1 << 20, "r": 8, "p": 1, "repaired": true, "key": "00".repeat(32),
            "salt": "00".repeat(32), "key_params": params});
        let refusal = |slots: usize| {
            let header = serde_json::json!({"slots": vec![slot.clone(); slots], "params": params});
            let file = serde_json::json!({"header": header, "db": ""});
            LockedVault::parse(Fields::of(&file).unwrap()).err()
        };
        assert_eq!(refusal(16), None);
        assert_eq!(refusal(17), Some(FormatError::TooCostly { mebibytes: 17 * 1024 }));
        assert_eq!(refusal(0), Some(FormatError::NoPassword));
    }

    fn refusal(n: u64, r: u64, p: u64) -> Option<FormatError> {
        let (key, salt, nonce, tag) = ("00".repeat(32), "00".repeat(32), "00".repeat(12), "00".repeat(16));
        let params = serde_json::json!({"nonce": nonce, "tag": tag});
        let slot = serde_json::json!({"n": n, "r": r, "p": p, "key": key, "salt": salt, "key_params": params});
        Slot::parse(Fields::of(&slot).unwrap()).err()
    }

    #[test]
    fn what_a_slot_costs_is_bounded_before_it_runs() {
        assert_eq!(refusal(32_768, 8, 1), None);
        assert_eq!(refusal(1 << 20, 8, 1), None);
        assert_eq!(refusal(1 << 21, 8, 1), Some(FormatError::TooCostly { mebibytes: 2048 }));
        assert!(matches!(refusal(1 << 31, 1 << 31, 1), Some(FormatError::TooCostly { .. })));
        assert!(matches!(refusal(2, 8, 1 << 31), Some(FormatError::TooCostly { .. })));
        for (n, r, p) in [(0, 8, 1), (3, 8, 1), (2, 0, 1), (2, 8, 0), (1 << 40, 8, 1)] {
            assert!(matches!(refusal(n, r, p), Some(FormatError::Damaged(_))), "{n} {r} {p}");
        }
    }
}
