//! Raivo's export: a zip archive under a password with a JSON list in it, or that list by itself. Every value in it is
//! a text. Source: `ExportHelper` of the app.

use serde_json::Value;

use crate::formats::gathering::{Gathering, title};
use crate::formats::json::{self, Fields};
use crate::formats::raw_code::{CodeType, Names, RawCode};
use crate::formats::zipped::Zipped;
use crate::formats::{
    About, Arrival, Foreign, Format, FormatError, Imported, Likeness, Parsed, Reason, Spot, locked_member,
};
use crate::otp::OtpKey;
use crate::otp::uri::UriKey;

/// The id in commands and JSON.
const ID: &str = "raivo";

/// The member of the archive that holds the list; there is a page for printing beside it.
const MEMBER: &str = "raivo-otp-export.json";

/// The export of Raivo.
#[derive(Debug)]
pub struct Raivo;

impl Format for Raivo {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "Raivo", how: "how-raivo", reads: "zip archive with a password, JSON" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_entry = |value: &Value| Fields::of(value).is_some_and(|it| it.has("kind") && it.has("timer"));
        let is_list = file.json().and_then(|json| json.items()).is_some_and(|items| items.iter().any(is_entry));
        let is_archive =
            Zipped::is_likely(file.bytes()) && Zipped::parse(file.bytes()).is_ok_and(|zipped| zipped.has(MEMBER));
        if is_list || is_archive { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        if Zipped::is_likely(file.bytes()) {
            return locked_member::parse(ID, Zipped::parse(file.bytes())?, MEMBER, member);
        }
        let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
        Ok(Parsed::Plain(list(json.items().ok_or(FormatError::NotRecognised)?)?))
    }
}

fn member(bytes: &[u8]) -> Result<Imported, FormatError> {
    list(json::parse(bytes)?.items().ok_or(FormatError::Damaged(MEMBER))?)
}

fn list(items: &[Value]) -> Result<Imported, FormatError> {
    let mut gathering = Gathering::new(ID);
    for (item, value) in (1..).zip(items) {
        let spot = Spot::Item(item);
        match Fields::of(value) {
            None => gathering.complain(spot, "", Reason::NotAnEntry)?,
            Some(entry) => {
                let text = |name| entry.text(name).unwrap_or_default();
                gathering.settle(spot, &title(text("issuer"), text("account")), arrival(entry))?;
            }
        }
    }
    gathering.finish()
}

fn arrival(entry: Fields<'_>) -> Result<Arrival, Reason> {
    let mut arrival = Arrival::new(entry.text("issuer")?, entry.text("account")?, key(entry)?);
    arrival.icon = entry.text("iconValue")?.into();
    arrival.pinned = entry.is("pinned")?;
    Ok(arrival)
}

fn key(entry: Fields<'_>) -> Result<Option<UriKey>, Reason> {
    let secret = entry.text("secret")?;
    if secret.trim().is_empty() {
        return Ok(None);
    }
    let type_ = CodeType::parse(entry.text("kind")?)?;
    let raw = RawCode::of(entry, type_, &Names { period: "timer", ..Names::USUAL })?;
    raw.with_key(OtpKey::from_base32(secret)?).map(Some)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::list;
    use crate::formats::Reason;
    use crate::otp::{Digits, KeyError, OtpParams};

    #[test]
    fn every_value_is_a_text_and_one_bad_entry_never_loses_another() {
        let entry = |secret: &str, kind: &str, pinned: &str| {
            json!({"issuer": "I", "account": "a", "secret": secret, "algorithm": "SHA1", "digits": "8", "kind": kind, "timer": "30",
                   "counter": "3", "pinned": pinned, "iconType": "raivo_repository", "iconValue": "a/b.png"})
        };
        let key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        let items = [
            entry(key, "HOTP", "true"),
            entry("Secret1One", "TOTP", "false"),
            entry(key, "", "false"),
            entry(key, "TOTP", "perhaps"),
            json!("x"),
            entry(key, "TOTP", "false"),
        ];
        let imported = list(&items).unwrap();
        let [first, second] = imported.arrivals.as_slice() else { panic!("two") };
        assert_eq!((first.pinned, second.pinned, &*first.icon), (true, false, "a/b.png"));
        assert!(matches!(first.params(), Some(OtpParams::Hotp { digits, .. }) if Digits::new(8) == Ok(*digits)));
        let reasons: Vec<_> = imported.complaints.into_iter().map(|it| it.reason).collect();
        let expected = [
            Reason::Key(KeyError::NotBase32 { position: 7 }),
            Reason::UnknownType(String::new()),
            Reason::BadField("pinned"),
            Reason::NotAnEntry,
        ];
        assert_eq!(reasons, expected);
    }
}
