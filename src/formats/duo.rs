//! The accounts of Duo Mobile as its Android app keeps them (`accounts.json`). Accounts that only approve by push have
//! no key, and are said so.

use serde_json::Value;

use crate::formats::gathering::Gathering;
use crate::formats::json::Fields;
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::{About, Arrival, Foreign, Format, FormatError, Likeness, Parsed, Reason, Spot};
use crate::otp::OtpKey;
use crate::otp::uri::{PushApp, UriError};

/// Duo Mobile.
#[derive(Debug)]
pub struct Duo;

impl Format for Duo {
    fn id(&self) -> &'static str {
        "duo"
    }

    fn about(&self) -> About {
        About { app: "Duo Mobile", how: "how-duo", reads: "accounts.json of the Android app" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let items = file.json().and_then(|json| json.items()).unwrap_or_default();
        let is_ours = items.iter().filter_map(Fields::of).any(|item| item.has("otpGenerator"));
        if is_ours { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let items = file.json().and_then(|json| json.items()).ok_or(FormatError::NotRecognised)?;
        let mut gathering = Gathering::new(self.id());
        for (number, item) in (1..).zip(items) {
            take(&mut gathering, Spot::Item(number), item)?;
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

fn take(gathering: &mut Gathering, spot: Spot, item: &Value) -> Result<(), FormatError> {
    let Some(fields) = Fields::of(item) else { return gathering.complain(spot, "", Reason::NotAnEntry) };
    match arrival(fields) {
        Ok(arrival) => gathering.take(spot, arrival),
        Err(reason) => gathering.complain(spot, fields.text("name").unwrap_or_default(), reason),
    }
}

fn arrival(fields: Fields<'_>) -> Result<Arrival, Reason> {
    let generator = fields.object("otpGenerator").ok_or(Reason::Uri(UriError::Push(PushApp::Duo)))?;
    let counter = generator.number("counter")?;
    let type_ = if counter.is_some() { CodeType::Hotp } else { CodeType::Totp };
    let raw = RawCode { type_, algorithm: "", digits: None, period: None, counter, pin: "" };
    let key = raw.with_key(OtpKey::from_base32(generator.text("otpSecret")?)?)?;
    // Most accounts have one name only, which says whose they are as the person put it.
    let (name, label) = (fields.text("name")?, fields.text("accountLabel")?);
    let (issuer, name) = if label.is_empty() { ("", name) } else { (name, label) };
    Ok(Arrival::new(issuer, name, Some(key)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Duo;
    use crate::formats::Reason;
    use crate::formats::testing::{KEY, names, plain};
    use crate::otp::uri::{PushApp, UriError};

    #[test]
    fn keys_come_in_and_push_accounts_are_said_to_have_none() {
        let list = json!([
            {"name": "Work", "accountType": "DuoAccount", "pkey": "x"},
            {"name": "Example", "accountType": "OtpAccount", "accountLabel": "anna", "otpGenerator": {"otpSecret": KEY}},
            {"name": "Counter", "accountType": "OtpAccount", "otpGenerator": {"otpSecret": KEY, "counter": 8}},
            {"name": "Bad", "otpGenerator": {"otpSecret": "A1"}},
        ]);
        let imported = plain(&Duo, list.to_string());
        assert_eq!(names(&imported), [("Example", "anna"), ("", "Counter")]);
        assert_eq!(imported.arrivals[1].params().and_then(|it| it.counter()).map(|it| it.get()), Some(8));
        let reasons: Vec<_> = imported.complaints.iter().map(|it| &it.reason).collect();
        assert!(matches!(reasons.as_slice(), [Reason::Uri(UriError::Push(PushApp::Duo)), Reason::Key(_)]));
    }
}
