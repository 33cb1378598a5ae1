//! A token: what the three kinds of file say of an account. The key stands in it as a list of signed bytes, or apart
//! from it.

use serde_json::Value;
use zeroize::Zeroizing;

use crate::formats::json::Fields;
use crate::formats::raw_code::{CodeType, Names, RawCode};
use crate::formats::{Arrival, Reason};
use crate::otp::OtpKey;
use crate::secret::Secret;

/// The issuer whose codes the apps show as Steam's, whatever else the token says.
pub(super) const STEAM: &str = "Steam";

/// How a file counts: the counter of the next code, or of the one that was shown last.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Counts {
    Last,
    Next,
}

/// What a token calls itself.
pub(super) struct Who<'a> {
    pub(super) issuer: &'a str,
    pub(super) name: &'a str,
}

impl<'a> Who<'a> {
    /// What the person typed wins over what the code brought, and its parameter over its label.
    pub(super) fn of(token: Fields<'a>) -> Self {
        let first = |names: &[&'static str]| {
            let mut texts = names.iter().filter_map(|name| token.text(name).ok().map(str::trim));
            texts.find(|text| !text.is_empty()).unwrap_or_default()
        };
        Self { issuer: first(&["issuerAlt", "issuerExt", "issuerInt"]), name: first(&["labelAlt", "label"]) }
    }

    pub(super) fn title(&self) -> String {
        crate::formats::gathering::title(self.issuer, self.name)
    }
}

/// The account of a token with its key; without one it comes in without codes.
pub(super) fn arrival(token: Fields<'_>, key: Option<OtpKey>, counts: Counts) -> Result<Arrival, Reason> {
    for name in ["issuerAlt", "issuerExt", "issuerInt", "labelAlt", "label"] {
        token.text(name)?;
    }
    let who = Who::of(token);
    let type_ = type_(token)?;
    let counter = if type_ == CodeType::Hotp { counter(token, counts)? } else { None };
    let names = Names { algorithm: "algo", counter: "", ..Names::USUAL };
    let raw = RawCode { counter, ..RawCode::of(token, type_, &names)? };
    let key = key.map(|key| raw.with_key(key)).transpose()?;
    let mut arrival = Arrival::new(who.issuer, who.name, key);
    arrival.icon = token.text("image").unwrap_or_default().into();
    Ok(arrival)
}

fn counter(token: Fields<'_>, counts: Counts) -> Result<Option<u64>, Reason> {
    Ok(match (counts, token.value("counter").and_then(Value::as_i64)) {
        // Minus one is the one before the first.
        (Counts::Last, Some(-1)) => Some(0),
        (Counts::Last, _) => token.number("counter")?.map(|counter| counter.saturating_add(1)),
        (Counts::Next, _) => token.number("counter")?,
    })
}

fn type_(token: Fields<'_>) -> Result<CodeType, Reason> {
    let named = match token.text("type")? {
        "" => CodeType::Totp,
        name => CodeType::parse(name)?,
    };
    let is_steam = ["issuerExt", "issuerInt"].iter().any(|name| token.text(name) == Ok(STEAM));
    Ok(if is_steam && named == CodeType::Totp { CodeType::Steam } else { named })
}

/// The key of a token that has it inside; `None` where there is none.
pub(super) fn key(token: Fields<'_>) -> Result<Option<OtpKey>, Reason> {
    let Some(list) = token.value("secret") else { return Ok(None) };
    let bytes = signed_bytes(list).ok_or(Reason::BadField("secret"))?;
    if bytes.is_empty() { Ok(None) } else { Ok(Some(OtpKey::new(Secret::copied(&bytes))?)) }
}

/// Bytes as Java's JSON writes them: numbers from −128 to 127; up to 255 as others do.
pub(super) fn signed_bytes(list: &Value) -> Option<Zeroizing<Vec<u8>>> {
    let list = list.as_array()?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(list.len()));
    for item in list {
        let number = item.as_i64()?;
        bytes.push(i8::try_from(number).map(i8::cast_unsigned).or_else(|_| u8::try_from(number)).ok()?);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Counts, arrival, key, signed_bytes};
    use crate::formats::json::Fields;
    use crate::formats::{Arrival, Reason};
    use crate::otp::{Counter, OtpParams};

    fn read(value: Value, counts: Counts) -> Result<Arrival, Reason> {
        let token = Fields::of(&value).unwrap();
        arrival(token, key(token)?, counts)
    }

    fn token(more: Value) -> Value {
        let mut token = json!({"label": "anna", "secret": [1, -2, 3], "issuerInt": "Int"});
        token.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        token
    }

    #[test]
    fn bytes_are_signed() {
        assert_eq!(signed_bytes(&json!([0, 127, -128, -1, 255])).unwrap().as_slice(), [0, 127, 128, 255, 255]);
        for wrong in [json!([256]), json!([-129]), json!([1.5]), json!("AQ==")] {
            assert!(signed_bytes(&wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn what_the_person_typed_wins() {
        let named = |more| read(token(more), Counts::Next).map(|it| (it.issuer.to_string(), it.name.to_string()));
        let pair = |issuer: &str, name: &str| Ok((issuer.to_owned(), name.to_owned()));
        assert_eq!(named(json!({})), pair("Int", "anna"));
        assert_eq!(named(json!({"issuerExt": "Ext", "labelAlt": "typed"})), pair("Ext", "typed"));
        assert_eq!(named(json!({"issuerExt": "Ext", "issuerAlt": "Alt", "labelAlt": ""})), pair("Alt", "anna"));
        assert_eq!(named(json!({"issuerAlt": 7})), Err(Reason::BadField("issuerAlt")));
    }

    #[test]
    fn a_counter_of_the_last_code_is_one_behind() {
        let counter = |counts| {
            let arrival = read(token(json!({"type": "HOTP", "counter": 9})), counts).unwrap();
            arrival.params().and_then(OtpParams::counter).map(Counter::get)
        };
        assert_eq!((counter(Counts::Last), counter(Counts::Next)), (Some(10), Some(9)));
        let before_all =
            |counts| read(token(json!({"type": "HOTP", "counter": -1})), counts).map(|it| it.params().is_some());
        assert_eq!(before_all(Counts::Last), Ok(true));
        assert_eq!(before_all(Counts::Next), Err(Reason::BadField("counter")));
    }

    #[test]
    fn missing_numbers_are_the_usual_and_steam_is_known_by_its_name() {
        let type_ = |more| read(token(more), Counts::Next).map(|it| it.type_name().to_owned());
        assert_eq!(type_(json!({"algo": null, "digits": null})), Ok("totp".to_owned()));
        assert_eq!(type_(json!({"issuerExt": "Steam", "digits": 6})), Ok("steam".to_owned()));
        assert_eq!(type_(json!({"algo": "SHA224"})), Err(Reason::UnknownAlgorithm("SHA224".to_owned())));
        assert_eq!(type_(json!({"type": "X"})), Err(Reason::UnknownType("X".to_owned())));
        assert_eq!(type_(json!({"secret": []})), Ok(String::new()));
    }
}
