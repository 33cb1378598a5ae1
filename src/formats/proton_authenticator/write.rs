//! Writing: a URI an entry, with the name alone in its label as the app itself writes it.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::account::Account;
use crate::formats::json::Json;
use crate::formats::proton_authenticator::VERSION;
use crate::formats::uuid::uuid;
use crate::formats::{Ready, Unfit};
use crate::otp::OtpParams;
use crate::otp::uri::{self, LONGEST_URI, SteamForm, write_as};

/// The most digits that the app takes.
const MOST_DIGITS: u8 = 9;

/// The longest period that the app takes, in seconds: it counts them in 16 bits, and takes 30 where they do not fit.
const LONGEST_PERIOD: u32 = 65_535;

/// Whether the app has such codes.
pub(super) fn fits(account: &Account, params: &OtpParams) -> Result<(), Unfit> {
    match params {
        OtpParams::Hotp { .. } | OtpParams::Motp { .. } | OtpParams::Yandex { .. } => Err(Unfit::Kind),
        OtpParams::Totp { digits, period, .. } if digits.get() > MOST_DIGITS || period.seconds() > LONGEST_PERIOD => {
            Err(Unfit::Numbers)
        }
        OtpParams::Steam { .. } | OtpParams::Totp { .. } => {
            if uri_of(account, params).len() > LONGEST_URI {
                Err(Unfit::TooLong)
            } else {
                Ok(())
            }
        }
    }
}

/// An export in plain text with these accounts.
pub(super) fn content(accounts: &[Ready<'_>]) -> Json {
    let entries: Vec<Value> = accounts.iter().map(|(account, params)| entry(account, params)).collect();
    Json::new(json!({ "version": VERSION, "entries": entries }))
}

fn entry(account: &Account, params: &OtpParams) -> Value {
    let is_steam = matches!(params, OtpParams::Steam { .. });
    let note = Some(account.note.as_str()).filter(|note| !note.is_empty());
    let content = json!({
        "uri": *uri_of(account, params),
        "entry_type": if is_steam { "Steam" } else { "Totp" },
        "name": *account.name,
    });
    json!({ "id": uuid(account.id.0), "content": content, "note": note })
}

fn uri_of(account: &Account, params: &OtpParams) -> Zeroizing<String> {
    // A name with a colon would be taken apart if it stood alone; then the issuer goes before it.
    if matches!(params, OtpParams::Steam { .. }) || account.name.contains(':') || account.issuer.is_empty() {
        return write_as(&account.issuer, &account.name, params, SteamForm::Scheme);
    }
    // The writer leaves room enough for an issuer, so that the text does not grow and leave a copy behind.
    let mut uri = uri::write("", &account.name, params);
    uri.push_str("&issuer=");
    uri.extend(utf8_percent_encode(&account.issuer, NON_ALPHANUMERIC));
    uri
}

#[cfg(test)]
mod tests {
    use super::{fits, uri_of};
    use crate::account::{Account, AccountId};
    use crate::formats::Unfit;
    use crate::formats::testing::KEY;
    use crate::moment::Moment;
    use crate::otp::{Algorithm, Digits, OtpKey, OtpParams, Period};

    fn account(issuer: &str, name: &str, digits: u64, period: u64) -> Account {
        let (key, algorithm) = (OtpKey::from_base32(KEY).unwrap(), Algorithm::Sha1);
        let (digits, period) = (Digits::new(digits).unwrap(), Period::new(period).unwrap());
        let params = OtpParams::Totp { key, algorithm, digits, period };
        Account::ready(AccountId([1; 16]), issuer, name, params, Moment::from_unix(0))
    }

    #[test]
    fn numbers_that_the_app_would_replace_are_refused() {
        let unfit = |digits, period| {
            let account = account("Example", "anna", digits, period);
            fits(&account, account.params().unwrap()).err()
        };
        assert_eq!((unfit(9, 65_535), unfit(6, 30)), (None, None));
        assert_eq!((unfit(10, 30), unfit(6, 65_536)), (Some(Unfit::Numbers), Some(Unfit::Numbers)));
    }

    #[test]
    fn the_label_is_the_name_alone_unless_it_has_a_colon() {
        let uri = |issuer, name| {
            let account = account(issuer, name, 6, 30);
            uri_of(&account, account.params().unwrap()).to_string()
        };
        assert!(uri("Ex & Co", "anna").starts_with("otpauth://totp/anna?secret="));
        assert!(uri("Ex & Co", "anna").ends_with("&issuer=Ex%20%26%20Co"));
        assert!(uri("Example", "a:b").starts_with("otpauth://totp/Example:a%3Ab?"));
    }
}
