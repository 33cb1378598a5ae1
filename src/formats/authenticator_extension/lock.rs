//! The locks, all of them CryptoJS's: base64 of `Salted__`, salt, AES-256-CBC, with key and vector from MD5. Old backups
//! use the password itself, version 3 a text that Argon2id makes from it, and some in between a key of their own.

use std::collections::HashMap;
use std::fmt;

use data_encoding::BASE64_NOPAD;
use md5::{Digest, Md5};
use zeroize::Zeroizing;

use crate::formats::authenticator_extension::{ID, entries, ranked, take};
use crate::formats::gathering::Gathering;
use crate::formats::json::{self, Fields, Json};
use crate::formats::kdf_bounds::Argon2id;
use crate::formats::{FormatError, Imported, Locked, Reason, UnlockError, aes_cbc, base64};
use crate::secret::Key32;

/// The cost, which the file does not state: memory in KiB, passes, lanes.
const COST: (u64, u64, u64) = (19_456, 2, 1);

/// The version of keys that are made so.
const KEY_VERSION: u64 = 3;

/// The most keys in one backup. There is one, and another for a moment while the password is changed.
const MOST_KEYS: usize = 8;

/// What CryptoJS puts before the salt.
const SALTED: &[u8] = b"Salted__";

/// A backup that waits for its password.
pub(super) struct LockedBackup {
    json: Json,
    kdfs: HashMap<String, Argon2id>,
}

/// The texts that entries are locked with.
struct Passphrases<'a> {
    of_old_entries: Zeroizing<String>,
    by_key: HashMap<&'a str, Zeroizing<String>>,
}

impl LockedBackup {
    /// Reads the keys, and bounds how many there are, before anybody is asked for a password.
    pub(super) fn new(json: Json) -> Result<Self, FormatError> {
        let top = json.fields().ok_or(FormatError::NotRecognised)?;
        let mut kdfs = HashMap::new();
        for (_, key) in entries(top).filter(|(_, it)| it.text("dataType") == Ok("Key")) {
            match key.number("version").ok().flatten() {
                Some(KEY_VERSION) => {}
                Some(found) => return Err(FormatError::TooNew { found }),
                None => return Err(FormatError::Damaged("version")),
            }
            let text = |name| key.text(name).map_err(|_| FormatError::Damaged(name));
            let (memory_kib, passes, lanes) = COST;
            let kdf = Argon2id::new(memory_kib, passes, lanes, text("salt")?.as_bytes().to_vec())?;
            kdfs.insert(text("id")?.to_owned(), kdf);
        }
        if kdfs.len() > MOST_KEYS {
            return Err(FormatError::TooMany);
        }
        Ok(Self { json, kdfs })
    }

    fn passphrases(&self, top: Fields<'_>, password: &str) -> Result<Passphrases<'_>, UnlockError> {
        let wrong = UnlockError::WrongPassword;
        let of_old_entries = match top.object("key").and_then(|key| key.text("enc").ok()) {
            Some(sealed) => text_of(sealed, password).ok_or(wrong)?,
            None => Zeroizing::new(password.to_owned()),
        };
        let mut by_key = HashMap::new();
        for (id, kdf) in &self.kdfs {
            let key = kdf.key(password.as_bytes())?;
            by_key.insert(id.as_str(), Zeroizing::new(BASE64_NOPAD.encode(key.expose())));
        }
        Ok(Passphrases { of_old_entries, by_key })
    }
}

impl fmt::Debug for LockedBackup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LockedBackup({} keys)", self.kdfs.len())
    }
}

impl Locked for LockedBackup {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let top = self.json.fields().ok_or(FormatError::NotRecognised)?;
        let passphrases = self.passphrases(top, password)?;
        let (mut gathering, mut has_opened) = (Gathering::new(ID), false);
        for (spot, fields) in ranked(top) {
            let opened = fields.and_then(|fields| Ok((fields, passphrases.open(fields)?)));
            match opened {
                Ok((fields, Opened::Plain)) => take(&mut gathering, spot, Ok((fields, None)))?,
                Ok((fields, Opened::Secret(secret))) => {
                    has_opened = true;
                    take(&mut gathering, spot, Ok((fields, Some(&secret))))?;
                }
                Ok((_, Opened::Whole(json))) => {
                    has_opened = true;
                    take(&mut gathering, spot, json.fields().ok_or(Reason::NotAnEntry).map(|fields| (fields, None)))?;
                }
                Err(reason) => take(&mut gathering, spot, Err(reason))?,
            }
        }
        if has_opened { Ok(gathering.finish()?) } else { Err(UnlockError::WrongPassword) }
    }
}

/// What of an entry was locked.
enum Opened {
    Plain,
    Secret(Zeroizing<String>),
    Whole(Json),
}

impl Passphrases<'_> {
    fn open(&self, fields: Fields<'_>) -> Result<Opened, Reason> {
        if fields.has("data") {
            let passphrase = self.by_key.get(fields.text("keyId")?).ok_or(Reason::NotOpened)?;
            let plain = opened(fields.text("data")?, passphrase).ok_or(Reason::NotOpened)?;
            return Ok(Opened::Whole(json::parse(&plain).map_err(|_| Reason::NotOpened)?));
        }
        if !fields.is("encrypted")? {
            return Ok(Opened::Plain);
        }
        // A wrong password gives a text now and then, but hardly ever one of letters and digits alone.
        let secret = text_of(fields.text("secret")?, &self.of_old_entries).ok_or(Reason::NotOpened)?;
        let is_key = !secret.is_empty() && secret.chars().all(|it| it.is_ascii_alphanumeric() || "-=_ ".contains(it));
        if is_key { Ok(Opened::Secret(secret)) } else { Err(Reason::NotOpened) }
    }
}

fn text_of(sealed: &str, passphrase: &str) -> Option<Zeroizing<String>> {
    let plain = opened(sealed, passphrase)?;
    std::str::from_utf8(&plain).ok().map(|text| Zeroizing::new(text.to_owned()))
}

/// Opens what CryptoJS's `AES.encrypt(text, passphrase)` wrote.
fn opened(sealed: &str, passphrase: &str) -> Option<Zeroizing<Vec<u8>>> {
    let bytes = base64::decoded(sealed)?;
    let (salt, sealed) = bytes.strip_prefix(SALTED)?.split_at_checked(8)?;
    let (key, iv) = derived(passphrase.as_bytes(), salt)?;
    aes_cbc::open(&key, &iv, sealed)
}

/// `EVP_BytesToKey` of OpenSSL with MD5 and one round, for a key of 32 bytes and a vector of 16.
fn derived(passphrase: &[u8], salt: &[u8]) -> Option<(Key32, [u8; aes_cbc::BLOCK])> {
    let next = |before: &[u8]| {
        let hash = Md5::new().chain_update(before).chain_update(passphrase).chain_update(salt).finalize();
        Zeroizing::new(<[u8; 16]>::from(hash))
    };
    let first = next(&[]);
    let second = next(&*first);
    let iv = *next(&*second);
    let key = Zeroizing::new([*first, *second].concat());
    Some((Key32::copied(&key)?, iv))
}

#[cfg(test)]
mod tests {
    use data_encoding::{BASE64, BASE64_NOPAD};
    use serde_json::{Value, json};

    use super::{COST, derived};
    use crate::formats::authenticator_extension::AuthenticatorExtension;
    use crate::formats::kdf_bounds::Argon2id;
    use crate::formats::testing::{KEY, names, opened, plain};
    use crate::formats::{Reason, UnlockError, aes_cbc};

    fn sealed(text: &str, passphrase: &str) -> String {
        let (key, iv) = derived(passphrase.as_bytes(), b"saltsalt").unwrap();
        BASE64.encode(&[b"Salted__saltsalt", aes_cbc::seal(&key, &iv, text.as_bytes()).as_slice()].concat())
    }

    fn entry(index: u64, type_: &str, secret: &str) -> Value {
        json!({"hash": "x", "index": index, "type": type_, "secret": secret, "issuer": "Example::example.com",
               "account": format!("a{index}"), "encrypted": false, "dataType": "OTPStorage"})
    }

    #[test]
    fn plain_entries_come_in_their_order_with_all_types() {
        let backup = json!({
            "a": entry(2, "steam", KEY), "b": entry(1, "hex", "31323334353637383930"), "c": entry(3, "battle", "blz-AAAA"),
            "d": entry(4, "totp", "A1"), "e": entry(5, "sotp", KEY), "UserSettings": {"theme": "dark"}, "f": 7, "g": {"x": 1},
        });
        let imported = plain(&AuthenticatorExtension, backup.to_string());
        assert_eq!(names(&imported), [("Example", "a1"), ("Example", "a2"), ("Example", "a3"), ("Example", "a4")]);
        let digits: Vec<_> = imported.arrivals.iter().map(|it| it.params().unwrap().digits()).collect();
        assert_eq!(digits, [6, 5, 8, 6]);
        let reasons: Vec<_> = imported.complaints.iter().map(|it| &it.reason).collect();
        assert!(
            matches!(reasons.as_slice(), [Reason::UnknownType(_), Reason::NotAnEntry, Reason::NotAnEntry]),
            "{reasons:?}"
        );
    }

    #[test]
    fn old_backups_lock_each_key_with_the_password() {
        let mut locked = entry(1, "totp", &sealed(KEY, "pw"));
        locked["encrypted"] = json!(true);
        let mut bad = entry(2, "totp", "AAAA");
        bad["encrypted"] = json!(true);
        let backup = json!({"a": locked, "b": bad, "c": entry(3, "totp", KEY)}).to_string();
        let imported = opened(&AuthenticatorExtension, &backup, "pw").unwrap();
        assert_eq!(names(&imported), [("Example", "a1"), ("Example", "a3")]);
        assert_eq!(imported.complaints[0].reason, Reason::NotOpened);
        assert_eq!(opened(&AuthenticatorExtension, &backup, "other"), Err(UnlockError::WrongPassword));
    }

    #[test]
    fn some_old_backups_have_a_key_of_their_own() {
        let mut locked = entry(1, "totp", &sealed(KEY, "inner key"));
        locked["encrypted"] = json!(true);
        let backup = json!({"key": {"enc": sealed("inner key", "pw"), "hash": "x"}, "a": locked}).to_string();
        assert_eq!(names(&opened(&AuthenticatorExtension, &backup, "pw").unwrap()), [("Example", "a1")]);
        assert_eq!(opened(&AuthenticatorExtension, &backup, "other"), Err(UnlockError::WrongPassword));
    }

    #[test]
    fn version_three_locks_each_entry_with_what_argon2_makes_of_the_password() {
        let (memory, passes, lanes) = COST;
        let key = Argon2id::new(memory, passes, lanes, b"a salt that is text".to_vec()).unwrap().key(b"pw").unwrap();
        let passphrase = BASE64_NOPAD.encode(key.expose());
        let data = sealed(&entry(1, "totp", KEY).to_string(), &passphrase);
        let backup = json!({
            "k": {"dataType": "Key", "id": "k", "salt": "a salt that is text", "hash": "x", "version": 3},
            "a": {"dataType": "EncOTPStorage", "keyId": "k", "data": data, "index": 1},
        })
        .to_string();
        assert_eq!(names(&opened(&AuthenticatorExtension, &backup, "pw").unwrap()), [("Example", "a1")]);
        assert_eq!(opened(&AuthenticatorExtension, &backup, "other"), Err(UnlockError::WrongPassword));
    }
}
