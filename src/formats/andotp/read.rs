//! The entries, the same whether they were locked or not.

use serde_json::Value;

use crate::formats::andotp::ID;
use crate::formats::gathering::{Gathering, title};
use crate::formats::json::Fields;
use crate::formats::raw_code::{CodeType, Names, RawCode, motp};
use crate::formats::{Arrival, FormatError, Imported, Reason, Spot};
use crate::moment::Moment;
use crate::otp::OtpKey;
use crate::otp::uri::UriKey;

/// Reads the entries one by one.
pub(super) fn entries(entries: &[Value]) -> Result<Imported, FormatError> {
    let mut gathering = Gathering::new(ID);
    for (item, entry) in (1..).zip(entries) {
        let spot = Spot::Item(item);
        let Some(fields) = Fields::of(entry) else {
            gathering.complain(spot, "", Reason::NotAnEntry)?;
            continue;
        };
        let (issuer, name) = who(fields);
        gathering.settle(spot, &title(issuer, name), arrival(fields, issuer, name))?;
    }
    gathering.finish()
}

/// Older files have no issuer; they put it in front of the label.
fn who(entry: Fields<'_>) -> (&str, &str) {
    let text = |name| entry.text(name).unwrap_or_default();
    match text("label").split_once(" - ") {
        Some((issuer, name)) if !entry.has("issuer") => (issuer.trim(), name.trim()),
        _ => (text("issuer"), text("label")),
    }
}

fn arrival(entry: Fields<'_>, issuer: &str, name: &str) -> Result<Arrival, Reason> {
    for name in ["issuer", "label"] {
        entry.text(name)?;
    }
    let mut arrival = Arrival::new(issuer, name, key(entry)?);
    arrival.groups = entry.list("tags").iter().filter_map(Value::as_str).map(Into::into).collect();
    arrival.icon = Some(entry.text("thumbnail")?).filter(|name| *name != "Default").unwrap_or_default().into();
    // How often and when it was used is no reason to leave it out.
    arrival.use_count = entry.number("used_frequency").ok().flatten().unwrap_or_default();
    let used = entry.number("last_used").ok().flatten().and_then(|used| i64::try_from(used).ok());
    arrival.last_used = used.filter(|used| *used > 0).map(Moment::from_unix_ms);
    Ok(arrival)
}

fn key(entry: Fields<'_>) -> Result<Option<UriKey>, Reason> {
    let secret = entry.text("secret")?;
    if secret.trim().is_empty() {
        return Ok(None);
    }
    // The oldest files have time-based codes only and say nothing of it.
    let type_ = match entry.text("type")? {
        "" => CodeType::Totp,
        name => CodeType::parse(name)?,
    };
    let pin = entry.text("pin")?;
    if type_ == CodeType::Motp {
        return motp(secret, pin).map(Some);
    }
    let raw = RawCode::of(entry, type_, &Names { pin: "pin", ..Names::USUAL })?;
    raw.with_key(OtpKey::from_base32(secret)?).map(Some)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::entries;
    use crate::formats::{Imported, Reason};
    use crate::otp::uri::KeyWithoutPin;
    use crate::otp::{KeyError, MotpSecret};

    const KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    fn read(value: Value) -> Imported {
        entries(value.as_array().unwrap()).unwrap()
    }

    #[test]
    fn older_files_have_the_issuer_in_the_label() {
        let imported = read(json!([
            {"secret": KEY, "label": "Example - anna - work", "type": "TOTP"},
            {"secret": KEY, "label": "anna - work", "issuer": "", "type": "TOTP"},
            {"secret": KEY, "label": "anna"},
        ]));
        let names: Vec<_> = imported.arrivals.iter().map(|it| (it.issuer.to_string(), it.name.to_string())).collect();
        let pairs = [("Example", "anna - work"), ("", "anna - work"), ("", "anna")];
        assert_eq!(names, pairs.map(|(issuer, name)| (issuer.to_owned(), name.to_owned())));
    }

    #[test]
    fn what_the_app_keeps_beside_the_key_comes_along() {
        let imported =
            read(json!([{"secret": KEY, "issuer": "I", "label": "a", "type": "HOTP", "counter": 7, "tags": ["Work"],
                                    "thumbnail": "Github", "last_used": 1_700_000_000_123_u64, "used_frequency": 4}]));
        let [arrival] = imported.arrivals.as_slice() else { panic!("one") };
        assert_eq!((arrival.use_count, &*arrival.icon, arrival.groups.len()), (4, "Github", 1));
        assert_eq!(arrival.last_used.map(|it| it.unix_ms()), Some(1_700_000_000_123));
        assert_eq!(imported.groups.len(), 1);
    }

    #[test]
    fn mobile_otp_has_its_text_in_base32_and_is_asked_for_its_pin() {
        // "MFRDGYLCMMYTEMZU" is base32 of the text ab3abc1234.
        let entry = |secret: &str| json!({"secret": secret, "label": "a", "type": "MOTP", "algorithm": "MD5"});
        let imported = read(json!([entry("MFRDGYLCMMYTEMZU"), entry("AB3ABC1894"), entry("!")]));
        let texts = imported.arrivals.iter().map(|it| match &it.without_pin {
            Some(KeyWithoutPin::Motp(secret)) => secret.expose().to_owned(),
            other => panic!("{other:?}"),
        });
        assert_eq!(texts.collect::<Vec<_>>(), ["ab3abc1234", "ab3abc1894"]);
        assert_eq!(MotpSecret::new("AB3").map(|it| it.expose().to_owned()), Ok("ab3".to_owned()));
        let reasons: Vec<_> = imported.complaints.into_iter().map(|it| it.reason).collect();
        assert_eq!(reasons, [Reason::Key(KeyError::NotBase32 { position: 1 })]);
    }

    #[test]
    fn one_bad_entry_never_loses_another() {
        let imported = read(json!([
            null,
            {"secret": KEY, "label": 7},
            {"secret": KEY, "label": "a", "type": "NEW"},
            {"secret": KEY, "label": "a", "type": "TOTP", "algorithm": "MD5"},
            {"secret": "", "label": "no key", "type": "TOTP"},
            {"secret": KEY, "label": "good", "type": "STEAM", "digits": 5},
        ]));
        assert_eq!(imported.arrivals.iter().map(|it| it.name.to_string()).collect::<Vec<_>>(), ["no key", "good"]);
        assert_eq!(imported.complaints.len(), 4);
    }
}
