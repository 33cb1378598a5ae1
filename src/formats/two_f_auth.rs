//! The export of 2FAuth (self-hosted): JSON with all parts of each account. Pictures are left out and counted.

use serde_json::Value;

use crate::formats::gathering::Gathering;
use crate::formats::json::{Fields, Json};
use crate::formats::raw_code::{CodeType, Names, RawCode};
use crate::formats::{About, Arrival, Foreign, Format, FormatError, Likeness, Parsed, Reason, Remark, Spot};
use crate::otp::OtpKey;

/// The newest version of the file that is known.
const NEWEST: u64 = 1;

/// 2FAuth.
#[derive(Debug)]
pub struct TwoFAuth;

impl Format for TwoFAuth {
    fn id(&self) -> &'static str {
        "2fauth"
    }

    fn about(&self) -> About {
        About { app: "2FAuth", how: "how-2fauth", reads: "JSON, schema 1" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let top = file.json().and_then(Json::fields);
        let is_ours = top.is_some_and(|top| ["app", "schema", "data"].into_iter().all(|name| top.has(name)));
        if is_ours { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let top = file.json().and_then(Json::fields).ok_or(FormatError::NotRecognised)?;
        match top.number("schema").ok().flatten().ok_or(FormatError::Damaged("schema"))? {
            NEWEST => {}
            found => return Err(FormatError::TooNew { found }),
        }
        let items = top.value("data").and_then(Value::as_array).ok_or(FormatError::Damaged("data"))?;
        let (mut gathering, mut icons) = (Gathering::new(self.id()), 0);
        for (number, item) in (1..).zip(items) {
            icons += take(&mut gathering, Spot::Item(number), item)?;
        }
        if icons > 0 {
            gathering.note_on_file(Remark::IconsLeftOut(icons));
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

/// Takes one account in, or a complaint about it. Returns how many pictures it had.
fn take(gathering: &mut Gathering, spot: Spot, item: &Value) -> Result<usize, FormatError> {
    let Some(fields) = Fields::of(item) else {
        return gathering.complain(spot, "", Reason::NotAnEntry).map(|()| 0);
    };
    match arrival(fields) {
        Ok(arrival) => gathering.take(spot, arrival)?,
        Err(reason) => gathering.complain(spot, fields.text("service").unwrap_or_default(), reason)?,
    }
    Ok(usize::from(fields.value("icon_file").is_some()))
}

fn arrival(fields: Fields<'_>) -> Result<Arrival, Reason> {
    let secret = fields.text("secret")?;
    let raw = RawCode::of(fields, CodeType::parse(fields.text("otp_type")?)?, &Names::USUAL)?;
    let key = match secret.trim() {
        "" => None,
        secret => Some(raw.with_key(OtpKey::from_base32(secret)?)?),
    };
    Ok(Arrival::new(fields.text("service")?, fields.text("account")?, key))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::TwoFAuth;
    use crate::formats::testing::{KEY, names, plain, refusal};
    use crate::formats::{FormatError, Reason, Remark};

    fn account(type_: &str, service: &str, secret: &str) -> Value {
        json!({"otp_type": type_, "account": "anna", "service": service, "icon": null, "secret": secret, "digits": 7,
               "algorithm": "sha256", "period": 60, "counter": 3, "legacy_uri": "x"})
    }

    #[test]
    fn all_types_come_in_and_one_bad_account_loses_no_other() {
        let mut with_icon = account("steamtotp", "Steam", KEY);
        with_icon["icon_file"] = json!("AAAA");
        let data = json!([
            account("totp", "Example", KEY),
            account("hotp", "Counter", KEY),
            with_icon,
            account("totp", "Lost", "*indecipherable*"),
            account("sotp", "New", KEY)
        ]);
        let text = json!({"app": "2fauth_v5.0.0", "schema": 1, "datetime": "x", "data": data}).to_string();
        let imported = plain(&TwoFAuth, text);
        assert_eq!(names(&imported), [("Example", "anna"), ("Counter", "anna"), ("Steam", "anna")]);
        let params = imported.arrivals[0].params().unwrap();
        assert_eq!((params.digits(), params.period().map(|it| it.seconds())), (7, Some(60)));
        let reasons: Vec<_> = imported.complaints.iter().map(|it| &it.reason).collect();
        assert!(matches!(reasons.as_slice(), [Reason::Key(_), Reason::UnknownType(_)]));
        assert!(imported.notes.iter().any(|note| note.remark == Remark::IconsLeftOut(1)));
    }

    #[test]
    fn a_schema_that_nobody_knows_is_refused() {
        let text = json!({"app": "x", "schema": 2, "data": []}).to_string();
        assert_eq!(refusal(&TwoFAuth, text), Some(FormatError::TooNew { found: 2 }));
    }
}
