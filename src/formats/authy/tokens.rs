//! A token as the app and its server have it, with names that are told apart as the app shows them.

use data_encoding::HEXLOWER_PERMISSIVE;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::formats::json::Fields;
use crate::formats::kdf_bounds::{Pbkdf2, PbkdfHash};
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::{Arrival, FormatError, Reason, aes_cbc, base64};
use crate::otp::OtpKey;
use crate::secret::Secret;

/// The rounds where a token does not state them.
const ROUNDS: u64 = 1000;

/// How long a code of Authy's own tokens lasts, and how many digits it has where the token does not say.
const OWN_PERIOD: u64 = 10;
const OWN_DIGITS: u64 = 7;

/// What stands between issuer and account in a name.
const BETWEEN: [&str; 3] = [": ", ":", " - "];

/// A token, or what it is called and what is wrong with it.
pub(super) type Read = Result<Token, (String, Reason)>;

/// A token.
pub(super) struct Token {
    pub(super) issuer: String,
    pub(super) name: String,
    pub(super) key: Key,
    pub(super) rounds: u64,
    digits: Option<u64>,
    period: Option<u64>,
}

/// The key, open or not.
pub(super) enum Key {
    Base32(Zeroizing<String>),
    Hex(Zeroizing<String>),
    Missing,
    Sealed(Sealed),
}

/// A key under the backup password.
pub(super) struct Sealed {
    kdf: Pbkdf2,
    iv: [u8; aes_cbc::BLOCK],
    bytes: Vec<u8>,
}

impl Token {
    /// Reads a token.
    ///
    /// # Errors
    /// [`FormatError::TooManyRounds`] for the whole file; what else is wrong is said of the token.
    pub(super) fn parse(item: &Value) -> Result<Read, FormatError> {
        let Some(fields) = Fields::of(item) else { return Ok(Err((String::new(), Reason::NotAnEntry))) };
        let rounds = first_number(fields, &["key_derivation_iterations", "keyDerivationIterations"]).unwrap_or(ROUNDS);
        let (issuer, name) = names(fields);
        let is_own = fields.value("secretSeed").or_else(|| fields.value("secret_seed")).is_some();
        let (issuer, name) = if is_own { (text(fields, &["name"]).to_owned(), String::new()) } else { (issuer, name) };
        let period = is_own.then_some(OWN_PERIOD);
        let key = match key(fields, rounds) {
            Ok(key) => key,
            Err(Trouble::File(error)) => return Err(error),
            Err(Trouble::Token(reason)) => return Ok(Err((format!("{issuer}: {name}"), reason))),
        };
        match fields.number("digits") {
            Ok(digits) => {
                let digits = digits.or(is_own.then_some(OWN_DIGITS));
                Ok(Ok(Self { issuer, name, key, rounds, digits, period }))
            }
            Err(reason) => Ok(Err((format!("{issuer}: {name}"), reason))),
        }
    }

    /// The account with this key, or the one that the file has in plain text.
    pub(super) fn arrival(&self, opened: Option<OtpKey>) -> Result<Arrival, Reason> {
        let key = match (&self.key, opened) {
            (_, Some(key)) => key,
            (Key::Base32(text), None) => OtpKey::from_base32(text)?,
            (Key::Hex(text), None) => {
                let bytes = HEXLOWER_PERMISSIVE.decode(text.as_bytes()).map_err(|_| Reason::BadField("secretSeed"))?;
                OtpKey::new(Secret::taken(bytes))?
            }
            (Key::Missing | Key::Sealed(_), None) => return Ok(Arrival::new(&self.issuer, &self.name, None)),
        };
        let (digits, period) = (self.digits, self.period);
        let raw = RawCode { type_: CodeType::Totp, algorithm: "", digits, period, counter: None, pin: "" };
        Ok(Arrival::new(&self.issuer, &self.name, Some(raw.with_key(key)?)))
    }
}

impl Sealed {
    /// The key, if the password is the one. A wrong one gives bad padding or something that is no key.
    pub(super) fn open(&self, password: &str) -> Option<OtpKey> {
        let plain = aes_cbc::open(&self.kdf.key(password.as_bytes()), &self.iv, &self.bytes)?;
        OtpKey::from_base32(std::str::from_utf8(&plain).ok()?).ok()
    }
}

/// What is wrong: with the whole file, or with the token.
enum Trouble {
    File(FormatError),
    Token(Reason),
}

fn key(fields: Fields<'_>, rounds: u64) -> Result<Key, Trouble> {
    let plain = text(fields, &["decryptedSecret", "decrypted_seed"]);
    let own = text(fields, &["secretSeed", "secret_seed"]);
    let sealed = text(fields, &["encryptedSecret", "encrypted_seed"]);
    // What the exporting script writes where the password was wrong. Without its colon all of it is base32.
    if plain.trim_start().to_ascii_lowercase().starts_with("decryption failed") {
        return Err(Trouble::Token(Reason::BadField("decryptedSecret")));
    }
    if !plain.trim().is_empty() {
        return Ok(Key::Base32(Zeroizing::new(plain.to_owned())));
    }
    if !own.trim().is_empty() {
        return Ok(Key::Hex(Zeroizing::new(own.trim().to_owned())));
    }
    if sealed.trim().is_empty() {
        return Ok(Key::Missing);
    }
    let bad = |name| Trouble::Token(Reason::BadField(name));
    let bytes = base64::decoded(sealed).ok_or_else(|| bad("encrypted_seed"))?;
    let salt = text(fields, &["salt"]).as_bytes().to_vec();
    let kdf = Pbkdf2::new(PbkdfHash::Sha1, rounds, salt).map_err(Trouble::File)?;
    let iv = match text(fields, &["unique_iv", "uniqueIv"]) {
        "" => [0; aes_cbc::BLOCK],
        hex => HEXLOWER_PERMISSIVE
            .decode(hex.as_bytes())
            .ok()
            .and_then(|iv| iv.try_into().ok())
            .ok_or_else(|| bad("unique_iv"))?,
    };
    Ok(Key::Sealed(Sealed { kdf, iv, bytes }))
}

fn text<'a>(fields: Fields<'a>, names: &[&'static str]) -> &'a str {
    names.iter().filter_map(|name| fields.text(name).ok()).find(|text| !text.is_empty()).unwrap_or_default()
}

fn first_number(fields: Fields<'_>, names: &[&'static str]) -> Option<u64> {
    names.iter().find_map(|name| fields.number(name).ok().flatten())
}

/// The kind of account that says nothing of the service, and how its pictures are called.
const ANY_KIND: &str = "authenticator";

/// Issuer and account. The app guesses the issuer too; it then stands in the name a second time, and there as the service
/// writes itself.
fn names(fields: Fields<'_>) -> (String, String) {
    let name = text(fields, &["name"]).trim();
    let original = text(fields, &["originalName", "original_name"]);
    let stated = text(fields, &["originalIssuer", "original_issuer", "issuer"]).trim();
    let kind = text(fields, &["accountType", "account_type"]);
    let own = |word: &str| (!word.starts_with(ANY_KIND)).then(|| capitalised(word));
    let (issuer, is_guessed) = match (stated, original.split_once(':'), name.split_once(" - ")) {
        (stated, ..) if !stated.is_empty() => (stated.to_owned(), false),
        (_, Some((issuer, _)), _) | (_, None, Some((issuer, _))) => (issuer.trim().to_owned(), false),
        _ => match (own(kind), name.split_once(": ")) {
            (Some(kind), _) if !kind.is_empty() => (kind, true),
            (_, Some((issuer, _))) => (issuer.trim().to_owned(), true),
            (..) => (own(text(fields, &["logo"])).unwrap_or_default(), true),
        },
    };
    match apart(name, &issuer) {
        Some((shown, account)) if is_guessed => (shown.to_owned(), account.trim().to_owned()),
        Some((_, account)) => (issuer, account.trim().to_owned()),
        None => (issuer, name.to_owned()),
    }
}

/// The issuer as it stands in the name, in whatever letters, and what follows it.
fn apart<'a>(name: &'a str, issuer: &str) -> Option<(&'a str, &'a str)> {
    let (shown, rest) = name.split_at_checked(issuer.len()).filter(|_| !issuer.is_empty())?;
    let account = BETWEEN.iter().find_map(|between| rest.strip_prefix(between))?;
    (shown.to_lowercase() == issuer.to_lowercase()).then_some((shown, account))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Fields, key, names};

    fn named(token: Value) -> (String, String) {
        names(Fields::of(&token).unwrap())
    }

    #[test]
    fn a_kind_that_says_nothing_is_no_issuer() {
        let token =
            |name: &str, kind: &str, logo: &str| named(json!({"name": name, "account_type": kind, "logo": logo}));
        for (name, kind, logo, issuer, account) in [
            ("GitHub: anna", "authenticator", "authenticator_blue", "GitHub", "anna"),
            ("GitHub: anna", "github", "github", "GitHub", "anna"),
            ("anna@example.com", "authenticator", "dropbox", "Dropbox", "anna@example.com"),
            ("anna@example.com", "authenticator", "authenticator_red", "", "anna@example.com"),
            ("Shop - anna", "authenticator", "", "Shop", "anna"),
        ] {
            assert_eq!(token(name, kind, logo), (issuer.to_owned(), account.to_owned()), "{name} {kind} {logo}");
        }
    }

    #[test]
    fn words_that_stand_for_a_key_are_no_key() {
        for said in ["Decryption failed", "Decryption failed: wrong password?"] {
            let token = json!({"name": "Shop: anna", "decryptedSecret": said});
            assert!(key(Fields::of(&token).unwrap(), 1_000).is_err(), "{said}");
        }
    }

    #[test]
    fn what_is_stated_is_kept_as_it_is_written() {
        let token = json!({"name": "shop: anna", "issuer": "SHOP", "account_type": "authenticator"});
        assert_eq!(named(token), ("SHOP".to_owned(), "anna".to_owned()));
    }
}
