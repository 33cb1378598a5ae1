//! cotp: its database (Argon2id, XChaCha20-Poly1305), its JSON, and its list of URIs as JSON.

mod lock;

use serde_json::Value;

use crate::formats::cotp::lock::LockedDatabase;
use crate::formats::gathering::{Gathering, title};
use crate::formats::json::{Fields, Json};
use crate::formats::raw_code::{CodeType, Names, RawCode, with_pin};
use crate::formats::{
    About, Arrival, Foreign, Format, FormatError, Imported, Likeness, Parsed, Reason, Spot, uri_entry,
};
use crate::otp::uri::{KeyWithoutPin, UriKey};
use crate::otp::{MotpSecret, OtpKey};

/// The id in commands and JSON.
const ID: &str = "cotp";

/// The files of cotp.
#[derive(Debug)]
pub struct Cotp;

impl Format for Cotp {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "cotp", how: "how-cotp", reads: "database, JSON, list of URIs as JSON" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let Some(top) = file.json().and_then(|json| json.fields()) else { return Likeness::None };
        let is_database = ["version", "nonce", "salt", "cipher"].iter().all(|name| top.has(name));
        let is_uris = top.list("items").first().and_then(Value::as_str).is_some_and(|it| it.starts_with("otpauth:"));
        if is_database || top.has("version") && top.has("elements") || is_uris {
            Likeness::Sure
        } else {
            Likeness::None
        }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
        let top = json.fields().ok_or(FormatError::NotRecognised)?;
        if top.has("cipher") {
            return Ok(Parsed::Locked(Box::new(LockedDatabase::parse(top)?)));
        }
        if top.has("items") { Ok(Parsed::Plain(uris(top.list("items"))?)) } else { Ok(Parsed::Plain(content(json)?)) }
    }
}

fn uris(items: &[Value]) -> Result<Imported, FormatError> {
    let mut gathering = Gathering::new(ID);
    for (item, value) in (1..).zip(items) {
        match value.as_str() {
            Some(uri) => uri_entry::take(&mut gathering, Spot::Item(item), uri)?,
            None => gathering.complain(Spot::Item(item), "", Reason::NotAnEntry)?,
        }
    }
    gathering.finish()
}

/// The elements; the oldest versions had the list alone.
fn content(json: &Json) -> Result<Imported, FormatError> {
    let elements = json.fields().and_then(|top| top.value("elements")).and_then(Value::as_array).map(Vec::as_slice);
    let elements = elements.or_else(|| json.items()).ok_or(FormatError::Damaged("elements"))?;
    let mut gathering = Gathering::new(ID);
    for (item, value) in (1..).zip(elements) {
        let spot = Spot::Item(item);
        match Fields::of(value) {
            None => gathering.complain(spot, "", Reason::NotAnEntry)?,
            Some(element) => {
                let text = |name| element.text(name).unwrap_or_default();
                gathering.settle(spot, &title(text("issuer"), text("label")), arrival(element))?;
            }
        }
    }
    gathering.finish()
}

fn arrival(element: Fields<'_>) -> Result<Arrival, Reason> {
    Ok(Arrival::new(element.text("issuer")?, element.text("label")?, key(element)?))
}

fn key(element: Fields<'_>) -> Result<Option<UriKey>, Reason> {
    let secret = element.text("secret")?;
    if secret.trim().is_empty() {
        return Ok(None);
    }
    let (type_, pin) = (CodeType::parse(element.text("type")?)?, element.text("pin")?);
    if type_ == CodeType::Motp {
        return with_pin(KeyWithoutPin::Motp(MotpSecret::new(secret)?), pin).map(Some);
    }
    let raw = RawCode::of(element, type_, &Names { pin: "pin", ..Names::USUAL })?;
    raw.with_key(OtpKey::from_base32(secret)?).map(Some)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Cotp;
    use crate::formats::{Foreign, Format, Imported, Likeness, Parsed, Reason};

    fn read(file: &Value) -> Imported {
        let file = Foreign::new(file.to_string().into_bytes(), None).unwrap();
        assert_eq!(Cotp.sniff(&file), Likeness::Sure);
        match Cotp.parse(&file) {
            Ok(Parsed::Plain(imported)) => imported,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn all_its_types_are_read_and_an_unknown_one_is_a_complaint() {
        let key = "JBSWY3DPEHPK3PXPJBSWY3DPEH";
        let element = |type_: &str, secret: &str, pin: Option<&str>| {
            json!({"secret": secret, "issuer": "I", "label": "a", "digits": 6, "type": type_, "algorithm": "SHA1",
                   "period": 30, "counter": null, "pin": pin})
        };
        let imported = read(&json!({"version": 2, "elements": [
            element("TOTP", key, None), element("HOTP", key, None), element("STEAM", key, None),
            element("YANDEX", key, Some("1234")), element("MOTP", "0a1b2c3d4e5f6071", Some("1234")),
            element("NEW", key, None), 5,
        ]}));
        let types: Vec<_> = imported.arrivals.iter().map(|it| it.type_name().to_owned()).collect();
        assert_eq!(types, ["totp", "hotp", "steam", "yandex", "motp"]);
        assert!(imported.arrivals.iter().all(|it| it.params().is_some()));
        let reasons: Vec<_> = imported.complaints.into_iter().map(|it| it.reason).collect();
        assert_eq!(reasons, [Reason::UnknownType("NEW".to_owned()), Reason::NotAnEntry]);
    }

    #[test]
    fn its_list_of_uris_is_read_one_by_one() {
        let uri = "otpauth://totp/Example:anna?secret=JBSWY3DPEHPK3PXP&lock=false";
        let imported = read(&json!({"items": [uri, "otpauth://totp/x", 7]}));
        assert_eq!((imported.arrivals.len(), imported.complaints.len()), (1, 2));
    }

    #[test]
    fn items_of_another_app_are_not_taken() {
        let file = Foreign::new(json!({"items": [{"name": "x"}]}).to_string().into_bytes(), None).unwrap();
        assert_eq!(Cotp.sniff(&file), Likeness::None);
    }
}
