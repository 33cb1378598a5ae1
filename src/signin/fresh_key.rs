//! The new key as it is typed, pasted or read from a code: what it is, and whether it is for this account.

use zeroize::Zeroizing;

use crate::account::{Account, Credential, has_same_key};
use crate::otp::uri::{self, UriError, UriKey, UriNote};
use crate::otp::{Algorithm, Counter, Digits, KeyError, OtpKey, OtpParams, Period};
use crate::text::{Explain, Text, fold};

/// A key that can take an account's place.
#[derive(Debug)]
pub struct FreshKey {
    /// The key and what goes with it.
    pub params: OtpParams,
    /// What a person should look at before saying yes.
    pub remarks: Vec<Text>,
}

/// Why there is no key to add.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum FreshKeyError {
    /// Nothing was typed, or the picture has no code.
    #[error("nothing there")]
    Empty,
    /// It is neither a link nor base32.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Several codes were found.
    #[error("{0} codes")]
    Many(usize),
    /// It needs a PIN, and there is no room for one here.
    #[error("it needs a PIN")]
    NeedsPin,
    /// It is the key that is here already.
    #[error("the same key")]
    Same,
    /// The link cannot be used.
    #[error(transparent)]
    Uri(#[from] UriError),
}

impl Explain for FreshKeyError {
    fn what(&self) -> Text {
        match self {
            Self::Empty => Text::new("err-signin-no-key"),
            Self::Key(error) => error.what(),
            Self::Many(count) => Text::new("err-signin-many-codes").number("count", *count),
            Self::NeedsPin => Text::new("err-signin-needs-pin"),
            Self::Same => Text::new("err-signin-same-key"),
            Self::Uri(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Empty => Some(Text::new("fix-signin-no-key")),
            Self::Key(error) => error.fix(),
            Self::Many(_) => Some(Text::new("fix-signin-many-codes")),
            Self::NeedsPin => Some(Text::new("fix-signin-needs-pin")),
            Self::Same => Some(Text::new("fix-signin-same-key")),
            Self::Uri(error) => error.fix(),
        }
    }
}

/// Reads a link or base32. What base32 leaves open is as the account had it, so far as that is known.
///
/// # Errors
/// [`FreshKeyError`].
pub fn read_key(typed: &str, account: &Account) -> Result<FreshKey, FreshKeyError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(FreshKeyError::Empty);
    }
    let fresh = if typed.contains("://") { linked(typed, account)? } else { bare(typed, account)? };
    let is_there = matches!(&account.credential, Credential::Ready(old) if has_same_key(old, &fresh.params));
    if is_there && account.refused.is_some() { Err(FreshKeyError::Same) } else { Ok(fresh) }
}

/// Reads the one code that a picture or a screen shows.
///
/// # Errors
/// [`FreshKeyError`].
pub fn read_codes(codes: &[Zeroizing<String>], account: &Account) -> Result<FreshKey, FreshKeyError> {
    match codes {
        [] => Err(FreshKeyError::Empty),
        [one] => read_key(one, account),
        many => Err(FreshKeyError::Many(many.len())),
    }
}

fn linked(link: &str, account: &Account) -> Result<FreshKey, FreshKeyError> {
    let read = uri::read(link).map_err(|refusal| refusal.why)?;
    let mut remarks: Vec<Text> = read.notes.iter().map(UriNote::what).collect();
    let differs = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && fold(one) != fold(other);
    if differs(&read.issuer, &account.issuer) || differs(&read.name, &account.name) {
        let found = if read.issuer.is_empty() { read.name.as_str() } else { read.issuer.as_str() };
        let found = crate::text::clean_line(&format!("{found} {}", read.name.as_str())).text;
        remarks.insert(0, Text::new("signin-other-name").word("found", found));
    }
    match read.key {
        UriKey::NeedsPin(_) => Err(FreshKeyError::NeedsPin),
        UriKey::Ready(params) => Ok(FreshKey { params, remarks }),
    }
}

fn bare(typed: &str, account: &Account) -> Result<FreshKey, FreshKeyError> {
    let key = OtpKey::from_base32(typed)?;
    let known = match &account.credential {
        Credential::Missing(hint) => hint.type_name.as_str(),
        Credential::Ready(params) => params.type_name(),
        Credential::Sealed(_) => "",
    };
    let params = match known {
        "hotp" => {
            let counter = Counter::default();
            OtpParams::Hotp { key, algorithm: Algorithm::Sha1, digits: Digits::SIX, counter }
        }
        "steam" => OtpParams::Steam { key },
        "motp" | "yandex" => return Err(FreshKeyError::NeedsPin),
        _ => OtpParams::Totp { key, algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY },
    };
    Ok(FreshKey { params, remarks: Vec::new() })
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::{FreshKeyError, read_codes, read_key};
    use crate::account::{Account, AccountId, Credential, EnrolHint};
    use crate::moment::Moment;

    const KEY: &str = "4SJH B4GS D43F ZBAI 7C2H LRJG PQ";

    fn account(type_name: &str) -> Account {
        let hint = EnrolHint { type_name: type_name.to_owned(), ..EnrolHint::default() };
        Account::with_credential(
            AccountId([1; 16]),
            "Contoso",
            "anna@example.com",
            Credential::Missing(hint),
            Moment::from_unix(0),
        )
    }

    #[test]
    fn base32_with_gaps_and_links_are_keys() {
        assert_eq!(read_key(KEY, &account("")).unwrap().params.type_name(), "totp");
        assert_eq!(read_key(KEY, &account("steam")).unwrap().params.type_name(), "steam");
        assert_eq!(read_key(KEY, &account("hotp")).unwrap().params.type_name(), "hotp");
        let link = "otpauth://totp/Contoso:anna@example.com?secret=4SJHB4GSD43FZBAI7C2HLRJGPQ&issuer=Contoso&digits=8";
        let fresh = read_key(link, &account("")).unwrap();
        assert_eq!((fresh.params.digits(), fresh.remarks.len()), (8, 0));
    }

    #[test]
    fn a_link_of_another_account_is_remarked() {
        let link = "otpauth://totp/Fabrikam:bo?secret=4SJHB4GSD43FZBAI7C2HLRJGPQ&issuer=Fabrikam";
        assert_eq!(read_key(link, &account("")).unwrap().remarks[0].id, "signin-other-name");
    }

    #[test]
    fn what_is_no_key_or_one_of_many_is_refused() {
        assert_eq!(read_key("  ", &account("")).unwrap_err(), FreshKeyError::Empty);
        assert!(matches!(read_key("not a key!", &account("")), Err(FreshKeyError::Key(_))));
        assert!(matches!(read_key("https://example.com/x", &account("")), Err(FreshKeyError::Uri(_))));
        assert_eq!(read_key(KEY, &account("motp")).unwrap_err(), FreshKeyError::NeedsPin);
        let codes = [Zeroizing::new(KEY.to_owned()), Zeroizing::new(KEY.to_owned())];
        assert_eq!(read_codes(&codes, &account("")).unwrap_err(), FreshKeyError::Many(2));
        assert_eq!(read_codes(&[], &account("")).unwrap_err(), FreshKeyError::Empty);
    }

    #[test]
    fn the_key_that_was_refused_is_not_taken_again() {
        let mut account = account("");
        account.credential = Credential::Ready(read_key(KEY, &account).unwrap().params);
        account.refused = Some(Moment::from_unix(1));
        assert_eq!(read_key(KEY, &account).unwrap_err(), FreshKeyError::Same);
    }
}
