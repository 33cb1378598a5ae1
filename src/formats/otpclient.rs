//! OTPClient's database, versions 1 to 3. Version 1 has no sign at all; the later ones begin with the program's name.
//! Its exports are files of other apps. Source: `db-common` of the program.

use std::fmt;

use aes_gcm::aead::consts::U16;
use aes_gcm::aes::Aes256;
use aes_gcm::{AeadInOut, AesGcm, KeyInit};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::formats::gathering::{Gathering, title};
use crate::formats::json::{self, Fields};
use crate::formats::kdf_bounds::{Argon2id, Pbkdf2, PbkdfHash};
use crate::formats::raw_code::{CodeType, Names, RawCode};
use crate::formats::unmarked::is_likely_sealed;
use crate::formats::{
    About, Arrival, Foreign, Format, FormatError, Imported, Likeness, Locked, Parsed, Reason, Spot, UnlockError,
};
use crate::otp::OtpKey;
use crate::otp::uri::UriKey;
use crate::secret::Key32;

/// The id in commands and JSON.
const ID: &str = "otpclient";

/// How a database of version 2 or 3 begins.
const SIGN: &[u8; 9] = b"OTPClient";

/// The length of the nonce, which is longer than is usual.
const NONCE: usize = 16;

/// The length of the salt.
const SALT: usize = 32;

/// The length of the tag at the end.
const TAG: usize = 16;

/// Rounds of PBKDF2 in version 1.
const ROUNDS: u64 = 100_000;

/// Argon2id's passes, memory in KiB and lanes, where the header of version 2 ends before it states them.
const ARGON2: (u64, u64, u64) = (4, 131_072, 4);

/// The database of OTPClient.
#[derive(Debug)]
pub struct OtpClient;

impl Format for OtpClient {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "OTPClient", how: "how-otpclient", reads: "database, versions 1 to 3" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let bytes = file.bytes();
        if bytes.starts_with(SIGN) {
            return Likeness::Sure;
        }
        let is_long_enough = bytes.len() > NONCE + SALT + TAG;
        if is_long_enough && is_likely_sealed(bytes) { Likeness::Possible } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        Ok(Parsed::Locked(Box::new(LockedDatabase { ways: ways(file.bytes())? })))
    }
}

/// A database that waits for its password.
struct LockedDatabase {
    ways: Vec<Way>,
}

/// One way to read the header.
struct Way {
    kdf: Kdf,
    nonce: [u8; NONCE],
    header: Vec<u8>,
    body: Vec<u8>,
}

enum Kdf {
    Argon2id(Argon2id),
    Pbkdf2(Pbkdf2),
}

/// The ways in which the header can be read. Version 2 was written with the cost and, at first, without it.
fn ways(bytes: &[u8]) -> Result<Vec<Way>, FormatError> {
    let damaged = || FormatError::Damaged("header");
    let Some(rest) = bytes.strip_prefix(SIGN) else {
        let salt = bytes.get(NONCE..NONCE + SALT).ok_or_else(damaged)?;
        let kdf = Kdf::Pbkdf2(Pbkdf2::new(PbkdfHash::Sha512, ROUNDS, salt.to_vec())?);
        return Ok(vec![Way::new(kdf, bytes, 0, NONCE + SALT).ok_or_else(damaged)?]);
    };
    // Version 3 has its numbers packed and the highest byte first; version 2 as they lay in memory.
    let packed = number(rest, 0, u32::from_be_bytes).ok_or_else(damaged)?;
    let in_memory = number(rest, 3, u32::from_le_bytes).ok_or_else(damaged)?;
    match (packed, in_memory) {
        (3, _) => {
            let start = SIGN.len() + 4;
            Ok(vec![argon2id(bytes, start, u32::from_be_bytes)?.ok_or_else(damaged)?])
        }
        (_, 2) => {
            let start = SIGN.len() + 3 + 4;
            let salt = bytes.get(start + NONCE..start + NONCE + SALT).ok_or_else(damaged)?;
            let early = Argon2id::new(ARGON2.1, ARGON2.0, ARGON2.2, salt.to_vec())?;
            let early = Way::new(Kdf::Argon2id(early), bytes, start, start + NONCE + SALT);
            let stated = argon2id(bytes, start, u32::from_le_bytes)?;
            let ways: Vec<Way> = stated.into_iter().chain(early).collect();
            if ways.is_empty() { Err(damaged()) } else { Ok(ways) }
        }
        (found, _) if (4..0x1_0000).contains(&found) => Err(FormatError::TooNew { found: u64::from(found) }),
        _ => Err(damaged()),
    }
}

fn number(bytes: &[u8], at: usize, read: fn([u8; 4]) -> u32) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(read)
}

/// The way by a header that states its cost behind the salt: passes, memory, lanes. `None` where these are outside of
/// what the program itself writes or reads, and so are something else.
fn argon2id(bytes: &[u8], start: usize, read: fn([u8; 4]) -> u32) -> Result<Option<Way>, FormatError> {
    let costs = start + NONCE + SALT;
    let Some(salt) = bytes.get(start + NONCE..costs) else { return Ok(None) };
    let cost = |place: usize| number(bytes, costs + 4 * place, read).map(u64::from);
    let (Some(passes), Some(memory), Some(lanes)) = (cost(0), cost(1), cost(2)) else { return Ok(None) };
    if !(1..=100).contains(&passes) || !(8 * 1024..=4 * 1024 * 1024).contains(&memory) || !(1..=64).contains(&lanes) {
        return Ok(None);
    }
    let kdf = Kdf::Argon2id(Argon2id::new(memory, passes, lanes, salt.to_vec())?);
    Ok(Way::new(kdf, bytes, start, costs + 12))
}

impl Way {
    /// The nonce at `start`; the header, which is authenticated, up to `end`; the rest is the body with its tag.
    fn new(kdf: Kdf, bytes: &[u8], start: usize, end: usize) -> Option<Self> {
        let nonce = bytes.get(start..)?.first_chunk().copied()?;
        let (header, body) = bytes.split_at_checked(end)?;
        (body.len() >= TAG).then(|| Self { kdf, nonce, header: header.to_vec(), body: body.to_vec() })
    }

    fn open(&self, password: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>, FormatError> {
        let key = match &self.kdf {
            Kdf::Argon2id(kdf) => kdf.key(password)?,
            Kdf::Pbkdf2(kdf) => kdf.key(password),
        };
        Ok(self.opened(&key))
    }

    fn opened(&self, key: &Key32) -> Option<Zeroizing<Vec<u8>>> {
        let (body, tag) = self.body.split_at_checked(self.body.len().checked_sub(TAG)?)?;
        let tag: [u8; TAG] = tag.try_into().ok()?;
        let mut bytes = Zeroizing::new(body.to_vec());
        let cipher = AesGcm::<Aes256, U16>::new(key.expose().into());
        let (nonce, tag) = ((&self.nonce).into(), (&tag).into());
        cipher.decrypt_inout_detached(nonce, &self.header, bytes.as_mut_slice().into(), tag).ok()?;
        Some(bytes)
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
        // Older versions counted the password's characters and took as many bytes.
        let characters = password.chars().count();
        let short = password.as_bytes().get(..characters).filter(|_| characters < password.len());
        for password in [Some(password.as_bytes()), short].into_iter().flatten() {
            for way in &self.ways {
                if let Some(plain) = way.open(password)? {
                    return Ok(content(&plain)?);
                }
            }
        }
        Err(UnlockError::WrongPassword)
    }
}

fn content(plain: &[u8]) -> Result<Imported, FormatError> {
    // Some versions seal the zero with which C ends a text.
    let json = json::parse(plain.strip_suffix(b"\0").unwrap_or(plain))?;
    let mut gathering = Gathering::new(ID);
    for (item, value) in (1..).zip(json.items().ok_or(FormatError::Damaged("JSON"))?) {
        let spot = Spot::Item(item);
        match Fields::of(value) {
            None => gathering.complain(spot, "", Reason::NotAnEntry)?,
            Some(token) => {
                let text = |name| token.text(name).unwrap_or_default();
                gathering.settle(spot, &title(text("issuer"), text("label")), arrival(token))?;
            }
        }
    }
    gathering.finish()
}

fn arrival(token: Fields<'_>) -> Result<Arrival, Reason> {
    Ok(Arrival::new(token.text("issuer")?, token.text("label")?, key(token)?))
}

fn key(token: Fields<'_>) -> Result<Option<UriKey>, Reason> {
    let secret = token.text("secret")?;
    if secret.trim().is_empty() {
        return Ok(None);
    }
    let named = CodeType::parse(token.text("type")?)?;
    // The program has no type for Steam and knows it by its issuer.
    let is_steam = named == CodeType::Totp
        && token.value("issuer").and_then(Value::as_str).is_some_and(|it| it.eq_ignore_ascii_case("steam"));
    let type_ = if is_steam { CodeType::Steam } else { named };
    let raw = RawCode::of(token, type_, &Names { algorithm: "algo", ..Names::USUAL })?;
    raw.with_key(OtpKey::from_base32(secret)?).map(Some)
}

#[cfg(test)]
mod tests {
    use aes_gcm::aead::consts::U16;
    use aes_gcm::aes::Aes256;
    use aes_gcm::{AeadInOut, AesGcm, KeyInit};

    use super::{OtpClient, content};
    use crate::formats::kdf_bounds::Argon2id;
    use crate::formats::{Foreign, Format, FormatError, Imported, Likeness, Parsed, UnlockError};

    const PLAIN: &str = r#"[{"type":"TOTP","label":"a","issuer":"I","secret":"JBSWY3DPEHPK3PXP","digits":6,"algo":"SHA1","period":30}]"#;

    /// A header as version 2 or 3 writes it, with so much memory in KiB.
    fn header(version: u8, memory: u32, states_cost: bool) -> Vec<u8> {
        let order = |number: u32| if version == 3 { number.to_be_bytes() } else { number.to_le_bytes() };
        let mut header = b"OTPClient".to_vec();
        header.extend([0; 3].get(..if version == 2 { 3 } else { 0 }).unwrap());
        header.extend(order(u32::from(version)));
        header.extend([7; 16]);
        header.extend([8; 32]);
        if states_cost {
            [1, memory, 1].into_iter().for_each(|number| header.extend(order(number)));
        }
        header
    }

    fn sealed(header: &[u8], cost: (u64, u64, u64), password: &[u8]) -> Foreign {
        let key = Argon2id::new(cost.0, cost.1, cost.2, vec![8; 32]).unwrap().key(password).unwrap();
        let mut bytes = PLAIN.as_bytes().to_vec();
        let cipher = AesGcm::<Aes256, U16>::new(key.expose().into());
        let tag = cipher.encrypt_inout_detached((&[7; 16]).into(), header, bytes.as_mut_slice().into()).unwrap();
        Foreign::new([header, &bytes, &tag].concat(), None).unwrap()
    }

    fn open(file: &Foreign, password: &str) -> Result<Imported, UnlockError> {
        assert_eq!(OtpClient.sniff(file), Likeness::Sure);
        match OtpClient.parse(file)? {
            Parsed::Locked(locked) => locked.open(password),
            Parsed::Plain(_) => panic!("locked"),
        }
    }

    #[test]
    fn both_later_headers_are_read_and_the_early_one_that_states_no_cost() {
        for (file, name) in [
            (sealed(&header(3, 8192, true), (8192, 1, 1), b"right"), "3"),
            (sealed(&header(2, 8192, true), (8192, 1, 1), b"right"), "2"),
            (sealed(&header(2, 0, false), (131_072, 4, 4), b"right"), "early 2"),
        ] {
            assert_eq!(open(&file, "right").map(|it| it.arrivals.len()), Ok(1), "{name}");
        }
        let file = sealed(&header(3, 8192, true), (8192, 1, 1), b"right");
        assert_eq!(open(&file, "wrong"), Err(UnlockError::WrongPassword));
    }

    #[test]
    fn a_password_that_was_cut_by_an_old_version_still_opens() {
        let file = sealed(&header(2, 8192, true), (8192, 1, 1), &"lösen".as_bytes()[..5]);
        assert_eq!(open(&file, "lösen").map(|it| it.arrivals.len()), Ok(1));
    }

    #[test]
    fn what_costs_too_much_or_is_too_new_is_refused_before_a_password_is_asked_for() {
        let refusal = |mut header: Vec<u8>| {
            header.extend([1; 40]);
            OtpClient.parse(&Foreign::new(header, None).unwrap()).err()
        };
        assert_eq!(refusal(header(3, 1 << 21, true)), Some(FormatError::TooCostly { mebibytes: 2048 }));
        assert_eq!(refusal(header(2, 1 << 21, true)), Some(FormatError::TooCostly { mebibytes: 2048 }));
        assert_eq!(refusal(b"OTPClient\0\0\0\x04".to_vec()), Some(FormatError::TooNew { found: 4 }));
        assert_eq!(refusal(b"OTPClient\0\0\0\0".to_vec()), Some(FormatError::Damaged("header")));
    }

    #[test]
    fn steam_is_known_by_its_issuer_and_one_bad_token_never_loses_another() {
        let token = |issuer: &str, type_: &str| serde_json::json!({"type": type_, "label": "a", "issuer": issuer, "secret": "JBSWY3DPEHPK3PXP", "digits": 5, "algo": "SHA1"});
        let list =
            serde_json::json!([token("Steam", "TOTP"), token("I", "X"), 5, token("I", "HOTP")]).to_string() + "\0";
        let imported = content(list.as_bytes()).unwrap();
        let types: Vec<_> = imported.arrivals.iter().map(|it| it.type_name().to_owned()).collect();
        assert_eq!((types.join(" "), imported.complaints.len()), ("steam hotp".to_owned(), 2));
    }
}
