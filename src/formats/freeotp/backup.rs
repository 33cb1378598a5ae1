//! FreeOTP 2's backup: each key sealed with AES-256-GCM under a master key, which is sealed under the password.

use std::collections::HashMap;
use std::fmt;

use crate::formats::freeotp::java_map::{self, BEGINNING, Pair};
use crate::formats::freeotp::token::{self, Counts, Who, signed_bytes};
use crate::formats::gathering::Gathering;
use crate::formats::json::{self, Fields, Json};
use crate::formats::kdf_bounds::{Pbkdf2, PbkdfHash};
use crate::formats::{
    About, Arrival, Foreign, Format, FormatError, Imported, Likeness, Locked, Parsed, Reason, Spot, UnlockError, gcm,
};
use crate::otp::OtpKey;
use crate::secret::{Key32, Secret};

/// The id in commands and JSON.
const ID: &str = "freeotp-2";

/// The name under which the master key stands.
const MASTER: &str = "masterKey";

/// What the names of tokens end with; the key of a token stands under the name without it.
const TOKEN: &str = "-token";

/// The backup of FreeOTP 2.
#[derive(Debug)]
pub struct FreeOtp2;

impl Format for FreeOtp2 {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "FreeOTP 2", how: "how-freeotp-2", reads: "externalBackup.xml, which is no XML; encrypted" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        if file.bytes().starts_with(BEGINNING) { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        Ok(Parsed::Locked(Box::new(LockedBackup::new(java_map::parse(file.bytes())?)?)))
    }
}

/// A backup that waits for its password.
struct LockedBackup {
    kdf: Pbkdf2,
    master: Sealed,
    pairs: Vec<Pair>,
}

/// A key sealed with AES-256-GCM; what it is for is bound to it.
struct Sealed {
    bytes: Vec<u8>,
    nonce: [u8; 12],
    purpose: String,
}

impl LockedBackup {
    /// Reads the master key's lock and bounds its cost, before anybody is asked for a password.
    fn new(pairs: Vec<Pair>) -> Result<Self, FormatError> {
        let damaged = || FormatError::Damaged(MASTER);
        let (_, text) = pairs.iter().find(|(name, _)| name == MASTER).ok_or_else(damaged)?;
        let json = json::parse(text.as_bytes())?;
        let fields = json.fields().ok_or_else(damaged)?;
        let hash = match fields.text("mAlgorithm").unwrap_or_default().to_ascii_lowercase().as_str() {
            "pbkdf2withhmacsha1" => PbkdfHash::Sha1,
            "pbkdf2withhmacsha256" => PbkdfHash::Sha256,
            "pbkdf2withhmacsha512" => PbkdfHash::Sha512,
            _ => return Err(FormatError::Damaged("mAlgorithm")),
        };
        let rounds = fields.number("mIterations").ok().flatten().ok_or_else(damaged)?;
        let salt = fields.value("mSalt").and_then(signed_bytes).ok_or_else(damaged)?;
        let kdf = Pbkdf2::new(hash, rounds, salt.to_vec())?;
        let master = fields.object("mEncryptedKey").and_then(Sealed::of).ok_or_else(damaged)?;
        Ok(Self { kdf, master, pairs })
    }

    fn arrival(token: Fields<'_>, sealed: Option<&&str>, master: &Key32) -> Result<Arrival, Reason> {
        let key = match sealed {
            Some(sealed) => Some(key(sealed, master).ok_or(Reason::BadField("key"))??),
            None => None,
        };
        token::arrival(token, key, Counts::Next)
    }
}

impl fmt::Debug for LockedBackup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LockedBackup({} texts)", self.pairs.len())
    }
}

impl Locked for LockedBackup {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let plain = self.master.open(&self.kdf.key(password.as_bytes())).ok_or(UnlockError::WrongPassword)?;
        let master = Key32::copied(&plain).ok_or(FormatError::Damaged(MASTER))?;
        let texts: HashMap<&str, &str> = self.pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let mut gathering = Gathering::new(ID);
        let tokens = self.pairs.iter().filter_map(|(name, text)| Some((name.strip_suffix(TOKEN)?, text)));
        let mut item = 0;
        for (id, text) in tokens {
            item += 1;
            let spot = Spot::Item(item);
            let json = json::parse(text.as_bytes());
            match json.as_ref().ok().and_then(Json::fields) {
                None => gathering.complain(spot, id, Reason::NotAnEntry)?,
                Some(token) => {
                    gathering.settle(spot, &Who::of(token).title(), Self::arrival(token, texts.get(id), &master))?;
                }
            }
        }
        // A key that nothing is known of is not passed over in silence.
        let is_key = |text: &str| text.contains("mCipherText") && text.contains("\"key\"");
        for (name, _) in self.pairs.iter().filter(|(name, text)| is_key(text) && name != MASTER) {
            if !texts.contains_key(format!("{name}{TOKEN}").as_str()) {
                item += 1;
                gathering.complain(Spot::Item(item), name, Reason::BadField("token"))?;
            }
        }
        Ok(gathering.finish()?)
    }
}

/// The key of a token: JSON in JSON. `None` where it does not open.
fn key(text: &str, master: &Key32) -> Option<Result<OtpKey, Reason>> {
    let outer = json::parse(text.as_bytes()).ok()?;
    let inner = json::parse(outer.fields()?.text("key").ok()?.as_bytes()).ok()?;
    let plain = Sealed::of(inner.fields()?)?.open(master)?;
    Some(OtpKey::new(Secret::copied(&plain)).map_err(Reason::Key))
}

impl Sealed {
    fn of(fields: Fields<'_>) -> Option<Self> {
        fields.text("mCipher").is_ok_and(|it| it.eq_ignore_ascii_case("AES/GCM/NoPadding")).then_some(())?;
        let bytes = |name| fields.value(name).and_then(signed_bytes);
        let nonce = nonce(&bytes("mParameters")?)?;
        Some(Self { bytes: bytes("mCipherText")?.to_vec(), nonce, purpose: fields.text("mToken").ok()?.to_owned() })
    }

    fn open(&self, key: &Key32) -> Option<zeroize::Zeroizing<Vec<u8>>> {
        gcm::open(key, &self.nonce, self.purpose.as_bytes(), &self.bytes)
    }
}

/// The nonce in its DER: alone, or with the tag's length behind it (RFC 5084, section 3.2).
fn nonce(der: &[u8]) -> Option<[u8; 12]> {
    let inner = match der {
        [0x30, length, inner @ ..] if usize::from(*length) == inner.len() => inner,
        other => other,
    };
    let rest = inner.strip_prefix(b"\x04\x0c")?;
    rest.first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{FreeOtp2, LockedBackup, nonce};
    use crate::formats::freeotp::java_map::tests::{head, text};
    use crate::formats::kdf_bounds::{Pbkdf2, PbkdfHash};
    use crate::formats::{Foreign, Format, FormatError, Imported, Parsed, Reason, UnlockError, gcm};
    use crate::secret::Key32;

    fn signed(bytes: &[u8]) -> Vec<i8> {
        bytes.iter().map(|byte| byte.cast_signed()).collect()
    }

    fn sealed(key: &Key32, plain: &[u8], purpose: &str) -> serde_json::Value {
        let nonce = [9; 12];
        let bytes = gcm::seal(key, &nonce, purpose.as_bytes(), plain).unwrap();
        let der = [b"\x30\x11\x04\x0c".as_slice(), &nonce, b"\x02\x01\x10"].concat();
        json!({"mCipher": "AES/GCM/NoPadding", "mCipherText": signed(&bytes), "mParameters": signed(&der), "mToken": purpose})
    }

    fn master(rounds: u64) -> String {
        let kdf = Pbkdf2::new(PbkdfHash::Sha512, 1000, vec![1; 32]).unwrap();
        let key = sealed(&kdf.key(b"right"), &[5; 32], "AES");
        json!({"mAlgorithm": "PBKDF2withHmacSHA512", "mIterations": rounds, "mSalt": vec![1; 32], "mEncryptedKey": key})
            .to_string()
    }

    fn opened(pairs: &[(&str, String)], password: &str) -> Result<Imported, UnlockError> {
        let count = u32::try_from(pairs.len()).unwrap();
        let texts = pairs.iter().flat_map(|(name, value)| [text(name), text(value)]);
        let file = Foreign::new(std::iter::once(head(count)).chain(texts).flatten().collect(), None).unwrap();
        match FreeOtp2.parse(&file)? {
            Parsed::Locked(locked) => locked.open(password),
            Parsed::Plain(_) => panic!("locked"),
        }
    }

    #[test]
    fn keys_open_under_the_master_key_and_one_bad_one_never_loses_another() {
        let under = Key32::copied(&[5; 32]).unwrap();
        let key = |plain: &[u8]| json!({"key": sealed(&under, plain, "HmacSHA1").to_string()}).to_string();
        let other = json!({"key": sealed(&Key32::copied(&[6; 32]).unwrap(), b"x", "HmacSHA1").to_string()}).to_string();
        let token = |label: &str| json!({"label": label, "type": "HOTP", "counter": 4}).to_string();
        let pairs = [
            ("1-token", token("a")),
            ("1", key(b"12345678901234567890")),
            (super::MASTER, master(1000)),
            ("2-token", token("b")),
            ("2", other),
            ("3-token", token("c")),
            ("4", key(b"1")),
            ("5-token", "[".to_owned()),
        ];
        let imported = opened(&pairs, "right").unwrap();
        let states: Vec<_> = imported.arrivals.iter().map(|it| (&*it.name, it.params().is_some())).collect();
        assert_eq!(states, [("a", true), ("c", false)]);
        let reasons: Vec<_> = imported.complaints.iter().map(|it| it.reason.clone()).collect();
        assert_eq!(reasons, [Reason::BadField("key"), Reason::NotAnEntry, Reason::BadField("token")]);
        assert_eq!(opened(&pairs, "wrong"), Err(UnlockError::WrongPassword));
    }

    #[test]
    fn rounds_beyond_all_bounds_are_refused_before_a_password_is_asked_for() {
        let refusal = |text: String| LockedBackup::new(vec![(super::MASTER.to_owned(), text.into())]).err();
        assert_eq!(refusal(master(10_000_001)), Some(FormatError::TooManyRounds { rounds: 10_000_001 }));
        assert_eq!(
            refusal(master(1).replace("Sha512", "").replace("HmacSHA512", "X")),
            Some(FormatError::Damaged("mAlgorithm"))
        );
        assert_eq!(LockedBackup::new(Vec::new()).err(), Some(FormatError::Damaged(super::MASTER)));
    }

    #[test]
    fn the_nonce_stands_alone_or_in_a_sequence() {
        let alone = [b"\x04\x0c".as_slice(), &[3; 12]].concat();
        assert_eq!(nonce(&alone), Some([3; 12]));
        assert_eq!(nonce(&[b"\x30\x11".as_slice(), &alone, b"\x02\x01\x10"].concat()), Some([3; 12]));
        assert_eq!(nonce(b"\x04\x0c123"), None);
    }
}
