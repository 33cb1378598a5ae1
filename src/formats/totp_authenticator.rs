//! The backup of TOTP Authenticator (Binary Boot): base64 of AES-256-CBC under SHA-256 of a password, which is the
//! app's own where the person set none; inside, the first *name* of a JSON object is again JSON. Also its preferences.

use std::fmt;

use data_encoding::{BASE64, HEXLOWER_PERMISSIVE};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::formats::android_prefs::Prefs;
use crate::formats::gathering::Gathering;
use crate::formats::json::{self, Fields};
use crate::formats::kdf_bounds::sha256_key;
use crate::formats::raw_code::{CodeType, Names, RawCode};
use crate::formats::{
    About, Arrival, Foreign, Format, FormatError, Imported, Likeness, Locked, Parsed, Reason, Spot, UnlockError,
    aes_cbc, base64,
};
use crate::otp::OtpKey;
use crate::otp::uri::UriKey;
use crate::secret::Secret;

/// The id in commands and JSON.
const ID: &str = "totp-authenticator";

/// The name of the preference that holds all codes.
const PREF: &str = "STATIC_TOTP_CODES_LIST";

/// The password of a backup for which the person set none.
const DEFAULT_PASSWORD: &str = "TotpAuthenticator";

/// TOTP Authenticator.
#[derive(Debug)]
pub struct TotpAuthenticator;

impl Format for TotpAuthenticator {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "TOTP Authenticator", how: "how-totp-authenticator", reads: "encrypted backup, preferences" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let Some(text) = file.text() else { return Likeness::None };
        if Prefs::is_likely(text) && text.contains(PREF) {
            return Likeness::Sure;
        }
        // Any base64 of whole blocks could be one; nothing tells before it is opened.
        if file.extension() != "mafile" && sealed(text).is_some() { Likeness::Possible } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let text = file.text().ok_or(FormatError::NotRecognised)?;
        if Prefs::is_likely(text) {
            let prefs = Prefs::parse(text)?;
            return Ok(Parsed::Plain(codes(prefs.text(PREF).ok_or(FormatError::NotRecognised)?)?));
        }
        let backup = LockedBackup(sealed(text).ok_or(FormatError::NotRecognised)?);
        match backup.open(DEFAULT_PASSWORD) {
            Ok(imported) => Ok(Parsed::Plain(imported)),
            Err(UnlockError::Format(error)) => Err(error),
            Err(UnlockError::WrongPassword) => Ok(Parsed::Locked(Box::new(backup))),
        }
    }
}

/// A backup that waits for its password.
struct LockedBackup(Vec<u8>);

impl fmt::Debug for LockedBackup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LockedBackup({} bytes)", self.0.len())
    }
}

impl Locked for LockedBackup {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let wrong = || UnlockError::WrongPassword;
        let key = sha256_key(password.as_bytes()).ok_or_else(wrong)?;
        let plain = aes_cbc::open(&key, &[0; aes_cbc::BLOCK], &self.0).ok_or_else(wrong)?;
        // Padding fits by chance now and then; then what comes out is no JSON.
        let json = json::parse(&plain).map_err(|_| wrong())?;
        let names = match json.into_value() {
            Value::Object(fields) => fields.into_iter().map(|(name, _)| Zeroizing::new(name)).collect::<Vec<_>>(),
            _ => return Err(wrong()),
        };
        let list = names.iter().find(|name| name.trim_start().starts_with('[')).ok_or(FormatError::NoAccounts)?;
        Ok(codes(list)?)
    }
}

/// Base64 of at least two whole blocks.
fn sealed(text: &str) -> Option<Vec<u8>> {
    let text: String = text.split_whitespace().collect();
    let bytes = BASE64.decode(text.as_bytes()).ok()?;
    (bytes.len() >= 2 * aes_cbc::BLOCK && bytes.len() % aes_cbc::BLOCK == 0).then_some(bytes)
}

fn codes(list: &str) -> Result<Imported, FormatError> {
    let json = json::parse(list.as_bytes())?;
    let mut gathering = Gathering::new(ID);
    for (number, item) in (1..).zip(json.items().ok_or(FormatError::Damaged(PREF))?) {
        let spot = Spot::Item(number);
        // The app packs each code into a text of its own.
        let packed = item.as_str().and_then(|text| json::parse(text.as_bytes()).ok());
        let Some(fields) = packed.as_ref().map_or_else(|| Fields::of(item), |packed| packed.fields()) else {
            gathering.complain(spot, "", Reason::NotAnEntry)?;
            continue;
        };
        match arrival(fields) {
            Ok(arrival) => gathering.take(spot, arrival)?,
            Err(reason) => gathering.complain(spot, fields.text("issuer").unwrap_or_default(), reason)?,
        }
    }
    gathering.finish()
}

fn arrival(fields: Fields<'_>) -> Result<Arrival, Reason> {
    let raw = RawCode::of(fields, CodeType::Totp, &Names { algorithm: "", ..Names::USUAL })?;
    let key: Option<UriKey> = key(fields)?.map(|key| raw.with_key(key)).transpose()?;
    let mut arrival = Arrival::new(fields.text("issuer")?, fields.text("name")?, key);
    arrival.pinned = fields.is("isFavorite")?;
    Ok(arrival)
}

/// The key is written to one of three bases.
fn key(fields: Fields<'_>) -> Result<Option<OtpKey>, Reason> {
    let text = fields.text("key")?.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let bytes = match fields.number("base")? {
        Some(16) => HEXLOWER_PERMISSIVE.decode(text.as_bytes()),
        None | Some(32) => return Ok(Some(OtpKey::from_base32(text)?)),
        Some(64) => {
            let bytes = base64::decoded(text).ok_or(Reason::BadField("key"))?;
            return Ok(Some(OtpKey::new(Secret::taken(bytes))?));
        }
        Some(_) => return Err(Reason::BadField("base")),
    };
    Ok(Some(OtpKey::new(Secret::taken(bytes.map_err(|_| Reason::BadField("key"))?))?))
}

#[cfg(test)]
mod tests {
    use data_encoding::BASE64;
    use serde_json::json;

    use super::{DEFAULT_PASSWORD, PREF, TotpAuthenticator};
    use crate::formats::kdf_bounds::sha256_key;
    use crate::formats::testing::{KEY, names, opened, plain};
    use crate::formats::{Reason, UnlockError, aes_cbc};

    fn list() -> String {
        json!([
            {"issuer": "Example", "name": "anna", "key": KEY, "base": 32, "digits": "7", "period": "20", "isFavorite": true},
            {"issuer": "Hex", "name": "b", "key": "00ff".repeat(8), "base": 16, "digits": "6", "period": "30"},
            {"issuer": "Base64", "name": "c", "key": "+RZkyNdohTrt3lqTbBa6iA==", "base": 64},
            {"issuer": "Bad", "name": "d", "key": "x", "base": 58},
        ])
        .to_string()
    }

    fn backup(password: &str) -> String {
        let key = sha256_key(password.as_bytes()).unwrap();
        BASE64.encode(&aes_cbc::seal(&key, &[0; 16], json!({(list()): "x"}).to_string().as_bytes()))
    }

    #[test]
    fn a_backup_opens_with_its_password_and_without_one_by_itself() {
        let expected = [("Example", "anna"), ("Hex", "b"), ("Base64", "c")];
        let imported = opened(&TotpAuthenticator, backup("pw"), "pw").unwrap();
        assert_eq!(names(&imported), expected);
        assert_eq!(
            (imported.arrivals[0].pinned, imported.complaints[0].reason.clone()),
            (true, Reason::BadField("base"))
        );
        assert_eq!(opened(&TotpAuthenticator, backup("pw"), "other"), Err(UnlockError::WrongPassword));
        assert_eq!(names(&plain(&TotpAuthenticator, backup(DEFAULT_PASSWORD))), expected);
    }

    #[test]
    fn the_preferences_hold_the_same_list_with_each_code_packed_once_more() {
        let packed: Vec<String> =
            serde_json::from_str::<Vec<serde_json::Value>>(&list()).unwrap().iter().map(ToString::to_string).collect();
        let list = json!(packed).to_string().replace('"', "&quot;");
        let xml = format!("<?xml version='1.0'?><map><string name=\"{PREF}\">{list}</string></map>");
        assert_eq!(plain(&TotpAuthenticator, xml).arrivals.len(), 3);
    }
}
