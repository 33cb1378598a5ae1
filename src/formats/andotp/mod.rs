//! andOTP's backup, plain or encrypted (of version 0.6.3 and later, and of older ones), and what OTPClient and cotp
//! write in its name. Source: `Entry` and `EncryptionHelper` of the app. OpenPGP is for gpg.

mod lock;
mod read;
mod write;

use serde_json::Value;
use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::andotp::lock::LockedBackup;
use crate::formats::json::Fields;
use crate::formats::unmarked::is_likely_sealed;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Loss, Parsed, Ready, Target, Unfit, WriteError};
use crate::otp::OtpParams;

/// The id in commands and JSON.
const ID: &str = "andotp";

/// The backup of andOTP.
#[derive(Debug)]
pub struct AndOtp;

impl Format for AndOtp {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "andOTP", how: "how-andotp", reads: "JSON, plain and encrypted (new and old); not OpenPGP" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_list = |items: &[Value]| items.iter().any(is_entry) && !items.iter().any(is_of_others);
        if file.json().and_then(|json| json.items()).is_some_and(is_list) {
            return Likeness::Sure;
        }
        if is_likely_sealed(file.bytes()) { Likeness::Possible } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let Some(json) = file.json() else {
            return match file.text() {
                Some(_) => Err(file.trouble().unwrap_or(FormatError::NotRecognised)),
                None => Ok(Parsed::Locked(Box::new(LockedBackup::parse(file.bytes())?))),
            };
        };
        Ok(Parsed::Plain(read::entries(json.items().ok_or(FormatError::NotRecognised)?)?))
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

/// Whether an item has what each of its entries has and those of other lists do not.
fn is_entry(item: &Value) -> bool {
    let has = |fields: Fields<'_>, name| fields.has(name);
    Fields::of(item).is_some_and(|it| {
        has(it, "secret") && has(it, "label") && !has(it, "algo") && (has(it, "type") || has(it, "thumbnail"))
    })
}

/// Whether an item has what none of its entries has: it belongs to a list that somebody wrote.
fn is_of_others(item: &Value) -> bool {
    const OTHER_NAMES: [&str; 5] = ["account", "name", "otpauth", "service", "uri"];
    Fields::of(item).is_some_and(|it| OTHER_NAMES.iter().any(|name| it.has(name)))
}

impl Target for AndOtp {
    fn plain_id(&self) -> Option<&'static str> {
        Some("andotp-plain")
    }

    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        let mut losses = Loss::all_but(&[Loss::Groups, Loss::Usage], account);
        match params {
            OtpParams::Yandex { .. } => return Err(Unfit::Kind),
            // The app asks for the PIN each time.
            OtpParams::Motp { .. } => losses.push(Loss::Pin),
            OtpParams::Hotp { .. } | OtpParams::Steam { .. } | OtpParams::Totp { .. } => {}
        }
        losses.sort_unstable();
        Ok(losses)
    }

    fn plain(&self, accounts: &[Ready<'_>], _: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        Ok(write::entries(accounts))
    }

    fn seal(&self, plain: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        lock::sealed(plain, password, chance)
    }
}
