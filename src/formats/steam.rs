//! Steam Guard's keys: the file of the Android app (one account, or several under `accounts`), and the `.maFile` of
//! Steam Desktop Authenticator. Where that program has encrypted them, its manifest says so and they are refused.

use data_encoding::BASE64;
use serde_json::Value;

use crate::formats::gathering::Gathering;
use crate::formats::json::{Fields, Json};
use crate::formats::{About, Arrival, Closed, Foreign, Format, FormatError, Likeness, Parsed, Reason, Spot, base64};
use crate::otp::uri::UriKey;
use crate::otp::{OtpKey, OtpParams};
use crate::secret::Secret;

/// Steam.
#[derive(Debug)]
pub struct Steam;

impl Format for Steam {
    fn id(&self) -> &'static str {
        "steam"
    }

    fn about(&self) -> About {
        About { app: "Steam", how: "how-steam", reads: "SteamGuard JSON with one or several accounts, maFile" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let top = file.json().and_then(Json::fields);
        let is_ours = is_encrypted(file) || top.is_some_and(|top| !accounts(top).is_empty() || is_manifest(top));
        if is_ours { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        if is_encrypted(file) {
            return Err(FormatError::Closed(Closed::SteamDesktop));
        }
        let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
        let top = json.fields().ok_or(FormatError::NotRecognised)?;
        let mut gathering = Gathering::new(self.id());
        for (number, account) in (1..).zip(accounts(top)) {
            take(&mut gathering, Spot::Item(number), account)?;
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

/// An encrypted maFile is base64 and nothing more; its manifest names salts.
fn is_encrypted(file: &Foreign) -> bool {
    let top = file.json().and_then(Json::fields);
    let is_locked_manifest = top.is_some_and(|top| is_manifest(top) && top.is("encrypted") == Ok(true));
    let is_base64 =
        || file.text().is_some_and(|text| BASE64.decode(text.trim().as_bytes()).is_ok_and(|it| !it.is_empty()));
    is_locked_manifest || file.extension() == "mafile" && top.is_none() && is_base64()
}

fn is_manifest(top: Fields<'_>) -> bool {
    let mut entries = top.list("entries").iter().filter_map(Fields::of);
    entries.any(|entry| entry.has("steamid") && entry.has("filename"))
}

/// The accounts: the object itself, or those that it has by their ids.
fn accounts(top: Fields<'_>) -> Vec<Fields<'_>> {
    if top.has("shared_secret") {
        return vec![top];
    }
    let accounts = top.value("accounts").and_then(Value::as_object);
    let accounts = accounts.into_iter().flat_map(|accounts| accounts.values()).filter_map(Fields::of);
    accounts.filter(|account| account.has("shared_secret")).collect()
}

fn take(gathering: &mut Gathering, spot: Spot, account: Fields<'_>) -> Result<(), FormatError> {
    match arrival(account) {
        Ok(arrival) => gathering.take(spot, arrival),
        Err(reason) => gathering.complain(spot, account.text("account_name").unwrap_or_default(), reason),
    }
}

fn arrival(account: Fields<'_>) -> Result<Arrival, Reason> {
    let secret = account.text("shared_secret")?.trim();
    let key = match secret {
        "" => None,
        secret => {
            let bytes = base64::decoded(secret).ok_or(Reason::BadField("shared_secret"))?;
            Some(UriKey::Ready(OtpParams::Steam { key: OtpKey::new(Secret::taken(bytes))? }))
        }
    };
    let mut arrival = Arrival::new("Steam", account.text("account_name")?, key);
    let code = account.text("revocation_code")?;
    if !code.is_empty() {
        // The one thing that helps who loses the key. The field's own name says what it is, in any language.
        arrival.note = format!("revocation_code: {code}").as_str().into();
    }
    Ok(arrival)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Steam;
    use crate::formats::testing::{names, plain, refusal};
    use crate::formats::{Closed, Foreign, FormatError, Reason, detect};

    fn account(name: &str, secret: &str) -> Value {
        json!({"shared_secret": secret, "account_name": name, "revocation_code": "R1", "steamguard_scheme": "2"})
    }

    const SECRET: &str = "+RZkyNdohTrt3lqTbBa6iA==";

    #[test]
    fn one_account_or_several_are_read() {
        let one = plain(&Steam, account("gabe", SECRET).to_string());
        assert_eq!((names(&one), one.arrivals[0].type_name()), (vec![("Steam", "gabe")], "steam"));
        assert_eq!(&*one.arrivals[0].note, "revocation_code: R1");
        let both = json!({"accounts": {"1": account("gabe", SECRET), "2": account("bad", "!")}});
        let both = plain(&Steam, both.to_string());
        assert_eq!(
            (names(&both), &both.complaints[0].reason),
            (vec![("Steam", "gabe")], &Reason::BadField("shared_secret"))
        );
    }

    #[test]
    fn encrypted_files_of_the_desktop_program_are_refused_with_the_way_out() {
        let closed = FormatError::Closed(Closed::SteamDesktop);
        let entry = json!({"encryption_iv": "x", "encryption_salt": "y", "filename": "1.maFile", "steamid": 1});
        let manifest = json!({"encrypted": true, "entries": [entry]}).to_string();
        assert_eq!(refusal(&Steam, manifest), Some(closed.clone()));
        let file = Foreign::new(SECRET.as_bytes().to_vec(), Some("7656.maFile")).unwrap();
        assert_eq!(detect(&file).and_then(|format| format.parse(&file).map(drop)), Err(closed));
    }
}
