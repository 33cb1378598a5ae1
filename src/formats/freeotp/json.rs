//! FreeOTP+'s JSON, which it also writes by itself. The counter in it is that of the last code; cotp writes the next
//! one instead, so that its files come out one too high, which is said.

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::freeotp::token::{self, Counts, STEAM, Who};
use crate::formats::gathering::Gathering;
use crate::formats::json::{Fields, Json};
use crate::formats::{
    About, Foreign, Format, FormatError, Likeness, Loss, Parsed, Ready, Reason, Remark, Spot, Target, Unfit, WriteError,
};
use crate::otp::OtpParams;

/// The JSON of FreeOTP+.
#[derive(Debug)]
pub struct FreeOtpPlus;

impl Format for FreeOtpPlus {
    fn id(&self) -> &'static str {
        "freeotp-plus"
    }

    fn about(&self) -> About {
        About { app: "FreeOTP+", how: "how-freeotp-plus", reads: "JSON" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let top = file.json().and_then(|json| json.fields());
        let is_like_token = |value: &Value| Fields::of(value).is_some_and(|it| it.has("label") && it.has("secret"));
        let is_backup = top.is_some_and(|top| {
            top.has("tokenOrder") && top.has("tokens") || top.list("tokens").iter().any(is_like_token)
        });
        if is_backup { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
        let top = json.fields().ok_or(FormatError::NotRecognised)?;
        let tokens = top.value("tokens").and_then(Value::as_array).ok_or(FormatError::Damaged("tokens"))?;
        let mut gathering = Gathering::new(self.id());
        for (item, value) in (1..).zip(tokens) {
            let spot = Spot::Item(item);
            match Fields::of(value) {
                None => gathering.complain(spot, "", Reason::NotAnEntry)?,
                Some(token) => {
                    let entry = token::key(token).and_then(|key| token::arrival(token, key, Counts::Last));
                    gathering.settle(spot, &Who::of(token).title(), entry)?;
                }
            }
        }
        if is_of_cotp(tokens) {
            gathering.note_on_file(Remark::CounterAhead);
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

/// Whether counters come from cotp: it knows only one of the two issuers, and a type that the app does not have.
fn is_of_cotp(tokens: &[Value]) -> bool {
    let is_hotp = |token: &Fields<'_>| token.text("type").is_ok_and(|it| it.eq_ignore_ascii_case("hotp"));
    let tokens = || tokens.iter().filter_map(Fields::of);
    tokens().any(|token| is_hotp(&token)) && tokens().all(|token| !token.has("issuerInt"))
}

impl Target for FreeOtpPlus {
    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        fits(account, params)?;
        Ok(Loss::all_but(&[], account))
    }

    fn plain(&self, accounts: &[Ready<'_>], _: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        let (order, tokens): (Vec<Value>, Vec<Value>) =
            accounts.iter().map(|(account, params)| (json!(id(account)), token_of(account, params))).unzip();
        Ok(Json::new(json!({ "tokenOrder": order, "tokens": tokens })).to_bytes())
    }
}

/// The app takes 6 to 9 digits and 5 seconds or more, and makes Steam's codes of what is called Steam and of nothing
/// else.
fn fits(account: &Account, params: &OtpParams) -> Result<(), Unfit> {
    let is_named_steam = account.issuer.as_str() == STEAM;
    match params {
        OtpParams::Motp { .. } | OtpParams::Yandex { .. } => Err(Unfit::Kind),
        OtpParams::Steam { .. } if is_named_steam => Ok(()),
        OtpParams::Steam { .. } => Err(Unfit::Kind),
        OtpParams::Totp { .. } if is_named_steam => Err(Unfit::Kind),
        _ if !(6..=9).contains(&params.digits()) => Err(Unfit::Numbers),
        _ if params.period().is_some_and(|period| period.seconds() < 5) => Err(Unfit::Numbers),
        OtpParams::Hotp { .. } | OtpParams::Totp { .. } => Ok(()),
    }
}

fn id(account: &Account) -> String {
    format!("{}:{}", account.issuer.as_str(), account.name.as_str())
}

fn token_of(account: &Account, params: &OtpParams) -> Value {
    let secret: Vec<i8> = params.expose_key().iter().map(|byte| byte.cast_signed()).collect();
    let type_ = if matches!(params, OtpParams::Hotp { .. }) { "HOTP" } else { "TOTP" };
    json!({
        "algo": params.algorithm().map(|algorithm| algorithm.name()),
        // A counter is below 2^63, so that this is minus one for the first and otherwise one less.
        "counter": params.counter().map_or(0, |counter| counter.get().cast_signed() - 1),
        "digits": params.digits(),
        "issuerExt": *account.issuer,
        "issuerInt": *account.issuer,
        "label": *account.name,
        "period": params.period().map_or(30, |period| period.seconds()),
        "secret": secret,
        "type": type_,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::FreeOtpPlus;
    use crate::formats::{Foreign, Format, Imported, Likeness, Parsed, Remark};

    fn read(tokens: serde_json::Value) -> Imported {
        let bytes = json!({"tokenOrder": [], "tokens": tokens}).to_string().into_bytes();
        let file = Foreign::new(bytes, None).unwrap();
        assert_eq!(FreeOtpPlus.sniff(&file), Likeness::Sure);
        match FreeOtpPlus.parse(&file) {
            Ok(Parsed::Plain(imported)) => imported,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn counters_that_another_program_wrote_are_told_of() {
        let token = |type_: &str| json!({"label": "a", "issuerExt": "I", "secret": [1], "type": type_, "counter": 4});
        assert!(read(json!([token("HOTP")])).notes.iter().any(|note| note.remark == Remark::CounterAhead));
        assert!(read(json!([token("TOTP")])).notes.iter().all(|note| note.remark != Remark::CounterAhead));
        let mut own = token("HOTP");
        own["issuerInt"] = json!("I");
        assert!(read(json!([own])).notes.iter().all(|note| note.remark != Remark::CounterAhead));
    }

    #[test]
    fn one_bad_token_never_loses_another() {
        let imported = read(json!([5, {"label": "a", "secret": "x"}, {"label": "b", "secret": [1]}]));
        assert_eq!((imported.arrivals.len(), imported.complaints.len()), (1, 2));
    }
}
