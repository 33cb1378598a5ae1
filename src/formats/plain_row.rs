//! A row or object that names the parts of a code one by one: issuer, name, secret, digits and so on, under the many
//! names that programs give them. A URI in it wins over all of them.

use std::borrow::Cow;

use crate::formats::gathering::Gathering;
use crate::formats::login::is_uri;
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::{Arrival, FormatError, Reason, Remark, Spot, uri_entry};
use crate::otp::OtpKey;
use crate::otp::uri;

/// The names of the service; a title counts only where no column is more precise.
pub(in crate::formats) const ISSUER: &[&str] = &["issuer", "service", "title", "site", "website", "provider"];

/// The names of the account.
pub(in crate::formats) const NAME: &[&str] =
    &["name", "account", "label", "username", "user name", "user", "email", "login", "account_name", "accountname"];

/// The names of the key.
pub(in crate::formats) const SECRET: &[&str] = &[
    "secret",
    "seed",
    "key",
    "otpsecret",
    "otp_secret",
    "otp secret",
    "secretkey",
    "secret_key",
    "totp_secret",
    "timeotp-secret-base32",
    "hmacotp-secret-base32",
];

/// The names of an address, which may be the URI.
pub(in crate::formats) const URI: &[&str] = &["uri", "url"];

/// The names of the URI, which may also be a bare key.
pub(in crate::formats) const CODE: &[&str] =
    &["otpauth", "otp_url", "totp", "otp", "login_totp", "otpauthurl", "otpurl", "otpauth_url"];

/// The names of the type.
const TYPE: &[&str] = &["type", "otp_type", "otptype", "kind", "tokentype"];

/// The names of the hash.
const ALGORITHM: &[&str] = &["algorithm", "algo", "hash"];

/// The names of the number of digits.
const DIGITS: &[&str] = &["digits", "length"];

/// The names of the period.
const PERIOD: &[&str] = &["period", "timestep", "time_step", "step", "interval", "timer"];

/// The names of the counter.
const COUNTER: &[&str] = &["counter", "hmacotp-counter"];

/// The names of the PIN.
const PIN: &[&str] = &["pin"];

/// The names of the note.
const NOTE: &[&str] = &["notes", "note", "comment", "extra"];

/// The names of the groups, with `;` between.
const GROUPS: &[&str] = &["tags", "groups", "tag", "group", "folder", "category"];

/// The names of the pin to the top.
const PINNED: &[&str] = &["favorite", "favourite", "pinned", "fav"];

/// What a row says under the first of some names that has something; empty where none does.
pub(in crate::formats) trait Say {
    /// The text of the first of these names that is not empty.
    fn say(&self, names: &[&str]) -> Cow<'_, str>;

    /// A URI anywhere in it.
    fn uri(&self) -> Option<Cow<'_, str>>;
}

/// What became of a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::formats) enum Taken {
    /// It is an entry or a complaint.
    Yes,
    /// It has no key, and `must_have_key` said that it is no account then.
    WithoutCode,
}

/// Takes a row in, or a complaint about it. A row without a key is an account without codes, or none at all where
/// `must_have_key` says so: in a table of passwords.
///
/// # Errors
/// [`FormatError::TooMany`].
pub(in crate::formats) fn take(
    gathering: &mut Gathering,
    spot: Spot,
    row: &impl Say,
    must_have_key: bool,
) -> Result<Taken, FormatError> {
    let (issuer, name) = names(row);
    let has_key = row.uri().is_some() || !key(row).is_empty();
    if !has_key && (must_have_key || issuer.is_empty() && name.is_empty()) {
        return Ok(Taken::WithoutCode);
    }
    match arrival(row, &issuer, &name) {
        Ok((arrival, remarks)) => uri_entry::take_noted(gathering, spot, arrival, remarks)?,
        Err(reason) => gathering.complain(spot, &Arrival::new(&issuer, &name, None).title(), reason)?,
    }
    Ok(Taken::Yes)
}

/// Issuer and name. A lone `name` is the service where another column is the account; where it is all there is, it is
/// read as the label of a URI is.
fn names<'r>(row: &'r impl Say) -> (Cow<'r, str>, Cow<'r, str>) {
    let issuer = row.say(ISSUER);
    let account = row.say(NAME.get(1..).unwrap_or_default());
    match (issuer.is_empty(), account.is_empty()) {
        (true, false) => (row.say(&["name"]), account),
        (true, true) => label(row.say(&["name"])),
        _ => (issuer, row.say(NAME)),
    }
}

fn label(name: Cow<'_, str>) -> (Cow<'_, str>, Cow<'_, str>) {
    match name.split_once(':') {
        Some((issuer, account)) => (issuer.trim().to_owned().into(), account.trim().to_owned().into()),
        None => (Cow::Borrowed(""), name),
    }
}

fn key<'r>(row: &'r impl Say) -> Cow<'r, str> {
    let key = row.say(SECRET);
    // A bare key may stand where a URI could.
    if key.is_empty() { row.say(CODE) } else { key }
}

fn arrival(row: &impl Say, issuer: &str, name: &str) -> Result<(Arrival, Vec<Remark>), Reason> {
    let (mut arrival, remarks) = match row.uri() {
        Some(uri) => from_uri(&uri, issuer, name)?,
        None => (from_parts(row, issuer, name)?, Vec::new()),
    };
    let note = row.say(NOTE);
    if !note.is_empty() {
        arrival.note = (&*note).into();
    }
    let groups = row.say(GROUPS);
    arrival.groups.extend(groups.split(';').map(str::trim).filter(|group| !group.is_empty()).map(Into::into));
    arrival.pinned |= matches!(row.say(PINNED).to_ascii_lowercase().as_str(), "1" | "true" | "yes");
    Ok((arrival, remarks))
}

fn from_uri(uri: &str, issuer: &str, name: &str) -> Result<(Arrival, Vec<Remark>), Reason> {
    let (mut arrival, remarks) = uri_entry::arrival(uri::read(uri).map_err(|refusal| refusal.why)?);
    if arrival.issuer.is_empty() {
        arrival.issuer = issuer.into();
    }
    if arrival.name.is_empty() {
        arrival.name = name.into();
    }
    Ok((arrival, remarks))
}

fn from_parts(row: &impl Say, issuer: &str, name: &str) -> Result<Arrival, Reason> {
    let key = key(row);
    if key.trim().is_empty() {
        return Ok(Arrival::new(issuer, name, None));
    }
    let (type_, counter) = (row.say(TYPE), number("counter", &row.say(COUNTER))?);
    let type_ = match type_.trim() {
        // Some tables have a column for the counter and none for the type.
        "" if counter.is_some() => CodeType::Hotp,
        "" => CodeType::Totp,
        name => CodeType::parse(name)?,
    };
    let (algorithm, pin) = (row.say(ALGORITHM), row.say(PIN));
    let raw = RawCode {
        type_,
        algorithm: &algorithm,
        digits: number("digits", &row.say(DIGITS))?,
        period: number("period", &row.say(PERIOD))?,
        counter,
        pin: &pin,
    };
    let key = match type_ {
        CodeType::Motp => motp_key(&key)?,
        _ => OtpKey::from_base32(&key)?,
    };
    Ok(Arrival::new(issuer, name, Some(raw.with_key(key)?)))
}

/// The key of Mobile-OTP is written in hexadecimal; only some write base32 of that.
fn motp_key(text: &str) -> Result<OtpKey, Reason> {
    match data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()) {
        Ok(bytes) => Ok(OtpKey::new(crate::secret::Secret::taken(bytes))?),
        Err(_) => Ok(OtpKey::from_base32(text)?),
    }
}

fn number(name: &'static str, text: &str) -> Result<Option<u64>, Reason> {
    match text.trim() {
        "" | "null" | "None" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Reason::BadField(name)),
    }
}

/// Whether a text is a URI of an account, and not the address of a web page.
pub(in crate::formats) fn is_account_uri(text: &str) -> bool {
    let scheme = text.trim().split("://").next().unwrap_or_default().to_ascii_lowercase();
    is_uri(text) && matches!(scheme.as_str(), "apple-otpauth" | "motp" | "otpauth" | "steam")
}
