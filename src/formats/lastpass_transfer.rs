//! Transfer codes of LastPass Authenticator (`lpaauth-migration://`): gzip in base64 of JSON, whose `content` is gzip in base64 of JSON again. How far they unpack is
//! bounded at both doors.

use std::io::Read;

use data_encoding::BASE64_NOPAD;
use flate2::read::GzDecoder;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::formats::gathering::{Gathering, title};
use crate::formats::json::{self, Fields};
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::{Arrival, FormatError, Reason, Spot};
use crate::otp::OtpKey;
use crate::otp::uri::UriKey;

/// The longest payload in base64. A code of the largest size holds less than a tenth of it.
const LONGEST_PAYLOAD: usize = 64 * 1024;

/// The most bytes that a payload unpacks to.
const MOST_UNPACKED: usize = 1024 * 1024;

/// The version of the code that is known.
const VERSION: u64 = 3;

/// The most accounts in one code.
const MOST_ACCOUNTS: usize = 1000;

/// Whether a line is such a code.
pub(in crate::formats) fn is_transfer(line: &str) -> bool {
    let scheme = "lpaauth-migration:";
    line.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// Takes the accounts of a code in, or a complaint about it.
///
/// # Errors
/// [`FormatError::TooMany`].
pub(in crate::formats) fn take(gathering: &mut Gathering, spot: Spot, line: &str) -> Result<(), FormatError> {
    let json = match content(line) {
        Ok(json) => json,
        Err(reason) => return gathering.complain(spot, "", reason),
    };
    let accounts = json.fields().map(|top| top.list("a")).unwrap_or_default();
    if accounts.is_empty() || accounts.len() > MOST_ACCOUNTS {
        return gathering.complain(spot, "", Reason::Transfer);
    }
    accounts.iter().try_for_each(|account| take_account(gathering, spot, account))
}

fn take_account(gathering: &mut Gathering, spot: Spot, value: &Value) -> Result<(), FormatError> {
    let Some(account) = Fields::of(value) else { return gathering.complain(spot, "", Reason::NotAnEntry) };
    // What the person typed, else what the service said.
    let either = |typed, original| {
        let typed: &str = account.text(typed).unwrap_or_default().trim();
        if typed.is_empty() { account.text(original).unwrap_or_default().trim() } else { typed }
    };
    let (issuer, name) = match (either("iN", "oIN"), either("uN", "oUN")) {
        ("", name) => (name, ""),
        both => both,
    };
    gathering.settle(spot, &title(issuer, name), arrival(account, issuer, name))
}

fn arrival(account: Fields<'_>, issuer: &str, name: &str) -> Result<Arrival, Reason> {
    for name in ["iN", "oIN", "uN", "oUN"] {
        account.text(name)?;
    }
    let key = key(&Given {
        secret: account.text("s")?,
        algorithm: account.text("a")?,
        digits: account.number("d")?,
        period: account.number("tS")?,
    })?;
    let mut arrival = Arrival::new(issuer, name, key);
    arrival.pinned = account.is("iF")?;
    Ok(arrival)
}

fn content(line: &str) -> Result<json::Json, Reason> {
    let data = line.split_once('?').and_then(|(_, query)| query.split('&').find_map(|part| part.strip_prefix("data=")));
    let data = data.ok_or(Reason::Transfer)?;
    let mut decoded = Zeroizing::new(Vec::with_capacity(data.len()));
    decoded.extend(percent_decode_str(data));
    let outer = parsed(&decoded)?;
    let fields = outer.fields().ok_or(Reason::Transfer)?;
    match fields.number("version")? {
        None | Some(VERSION) => parsed(fields.text("content")?.as_bytes()),
        Some(_) => Err(Reason::BadField("version")),
    }
}

fn parsed(base64: &[u8]) -> Result<json::Json, Reason> {
    unpacked(base64).and_then(|bytes| json::parse(&bytes).ok()).ok_or(Reason::Transfer)
}

/// Base64, then gzip, within bounds. A space is a plus that was taken for one.
fn unpacked(base64: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if base64.is_empty() || base64.len() > LONGEST_PAYLOAD {
        return None;
    }
    let kept = base64.iter().filter(|byte| !b"=\r\n".contains(byte));
    let text: Vec<u8> = kept.map(|byte| if *byte == b' ' { b'+' } else { *byte }).collect();
    let packed = BASE64_NOPAD.decode(&Zeroizing::new(text)).ok()?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(MOST_UNPACKED + 1));
    GzDecoder::new(packed.as_slice()).take(MOST_UNPACKED as u64 + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() <= MOST_UNPACKED).then_some(bytes)
}

/// What both kinds of file say of a code; there are time-based ones only.
pub(in crate::formats) struct Given<'a> {
    pub(in crate::formats) secret: &'a str,
    pub(in crate::formats) algorithm: &'a str,
    pub(in crate::formats) digits: Option<u64>,
    pub(in crate::formats) period: Option<u64>,
}

pub(in crate::formats) fn key(given: &Given<'_>) -> Result<Option<UriKey>, Reason> {
    if given.secret.trim().is_empty() {
        return Ok(None);
    }
    // The app itself names the longer hashes so in some versions.
    let algorithm = match given.algorithm {
        "SHA1-256" => "SHA256",
        "SHA1-512" => "SHA512",
        other => other,
    };
    let raw = RawCode {
        type_: CodeType::Totp,
        algorithm,
        digits: given.digits,
        period: given.period,
        counter: None,
        pin: "",
    };
    raw.with_key(OtpKey::from_base32(given.secret)?).map(Some)
}
