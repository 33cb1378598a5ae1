//! The ways in which entries hold codes, in the order in which they are looked for: a URI or KeeOtp's query in `otp`
//! (KeePassXC, KeePassDX, Strongbox, KeeOtp), `TOTP Seed` with `TOTP Settings` (KeeTrayTOTP), `TimeOtp-…` and
//! `HmacOtp-…` (KeePass 2.47 and later).

use data_encoding::HEXLOWER_PERMISSIVE;
use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

use crate::formats::gathering::title;
use crate::formats::kdbx::ID;
use crate::formats::kdbx::tree::Entry;
use crate::formats::login::{Login, Logins, is_uri};
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::{Arrival, FormatError, Imported, Reason, Remark, Spot, base64};
use crate::otp::OtpKey;
use crate::otp::uri::UriKey;
use crate::secret::Secret;

/// Takes all entries in that have a code and do not lie in the recycle bin.
pub(super) fn gather(entries: Vec<Entry>) -> Result<Imported, FormatError> {
    let (mut logins, mut in_bin) = (Logins::new(ID), 0);
    for (item, entry) in (1..).zip(&entries) {
        let found = Found::of(entry);
        if entry.is_in_bin {
            in_bin += usize::from(found.is_some());
            continue;
        }
        let (spot, path) = (Spot::Item(item), &*entry.path);
        match found {
            None => logins.pass_over(),
            Some(Found::Text(code)) => logins.take(spot, &as_login(entry, code, path))?,
            Some(Found::Key(key)) => {
                let arrival = key.map(|key| arrival(entry, key, path));
                logins.gathering().settle(spot, &title(entry.text("Title"), entry.text("UserName")), arrival)?;
            }
        }
    }
    if in_bin > 0 {
        logins.gathering().note_on_file(Remark::TrashLeftOut(in_bin));
    }
    logins.finish()
}

fn as_login<'a>(entry: &'a Entry, code: &'a str, path: &'a str) -> Login<'a> {
    let tags = entry.tags.iter().map(String::as_str);
    Login {
        title: entry.text("Title"),
        name: entry.text("UserName"),
        code,
        note: entry.text("Notes"),
        groups: std::iter::once(path).chain(tags).collect(),
        ..Login::default()
    }
}

fn arrival(entry: &Entry, key: Option<UriKey>, path: &str) -> Arrival {
    let mut arrival = Arrival::new(entry.text("Title"), entry.text("UserName"), key);
    arrival.note = entry.text("Notes").into();
    let groups = std::iter::once(path).chain(entry.tags.iter().map(String::as_str));
    arrival.groups = groups.filter(|group| !group.is_empty()).map(Into::into).collect();
    arrival
}

/// What an entry has of a code.
enum Found<'a> {
    /// A key with what belongs to it, or why there is none; `None` where the field for it is empty.
    Key(Result<Option<UriKey>, Reason>),
    /// A URI, or a bare key.
    Text(&'a str),
}

impl<'a> Found<'a> {
    fn of(entry: &'a Entry) -> Option<Self> {
        let otp = entry.text("otp").trim();
        if otp.contains("key=") && !is_uri(otp) {
            return Some(Self::Key(kee_otp(otp)));
        }
        if !otp.is_empty() {
            return Some(Self::Text(otp));
        }
        if !entry.text("TOTP Seed").trim().is_empty() {
            return Some(Self::Key(tray(entry)));
        }
        let ways = [("TimeOtp-Secret", CodeType::Totp), ("HmacOtp-Secret", CodeType::Hotp)];
        ways.into_iter().find_map(|(name, type_)| keepass(entry, name, type_)).map(Self::Key)
    }
}

/// KeeOtp: `key=BASE32&step=30&size=6&type=totp&otpHashMode=sha1&counter=0`, and `encoding=` where the key is written
/// in another way than base32.
fn kee_otp(query: &str) -> Result<Option<UriKey>, Reason> {
    let value = |name: &str| {
        let parts = query.split('&').filter_map(|part| part.split_once('='));
        let value =
            parts.into_iter().find(|(known, _)| known.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value);
        Zeroizing::new(percent_decode_str(value.unwrap_or_default()).decode_utf8_lossy().trim().to_owned())
    };
    let (type_, key) = (value("type"), value("key"));
    let algorithm = value("otpHashMode");
    let raw = RawCode {
        type_: if type_.is_empty() { CodeType::Totp } else { CodeType::parse(&type_)? },
        algorithm: &algorithm,
        digits: number(&value("size"), "size")?,
        period: number(&value("step"), "step")?,
        counter: number(&value("counter"), "counter")?,
        pin: "",
    };
    let bytes = match value("encoding").to_ascii_lowercase().as_str() {
        "" | "base32" => return in_base32(&raw, &key),
        _ if key.is_empty() => return Ok(None),
        "base64" => base64::decoded(&key),
        "hex" => HEXLOWER_PERMISSIVE.decode(&packed(&key)).ok(),
        "utf8" | "utf-8" => Some(key.as_bytes().to_vec()),
        _ => None,
    };
    raw.with_key(taken(bytes.ok_or(Reason::BadField("encoding"))?)?).map(Some)
}

/// KeeTrayTOTP: `30;6`, or `30;S` for Steam; an address to take the time from may follow.
fn tray(entry: &Entry) -> Result<Option<UriKey>, Reason> {
    let mut settings = entry.text("TOTP Settings").split(';').map(str::trim);
    let (period, length) = (settings.next().unwrap_or_default(), settings.next().unwrap_or_default());
    let is_steam = length.eq_ignore_ascii_case("s");
    let raw = RawCode {
        type_: if is_steam { CodeType::Steam } else { CodeType::Totp },
        algorithm: "",
        digits: if is_steam { None } else { number(length, "TOTP Settings")? },
        period: number(period, "TOTP Settings")?,
        counter: None,
        pin: "",
    };
    in_base32(&raw, entry.text("TOTP Seed"))
}

/// KeePass itself: the key in one of four writings, each with a name of its own.
fn keepass(entry: &Entry, name: &str, type_: CodeType) -> Option<Result<Option<UriKey>, Reason>> {
    let given = |ending: &str| Some(entry.text(&format!("{name}{ending}"))).filter(|text| !text.trim().is_empty());
    let bad = Reason::BadField(if type_ == CodeType::Hotp { "HmacOtp-Secret" } else { "TimeOtp-Secret" });
    let key = if let Some(text) = given("") {
        OtpKey::new(Secret::copied(text.as_bytes())).map_err(Into::into)
    } else if let Some(text) = given("-Hex") {
        HEXLOWER_PERMISSIVE.decode(&packed(text)).map_err(|_| bad).and_then(taken)
    } else if let Some(text) = given("-Base32") {
        OtpKey::from_base32(text).map_err(Into::into)
    } else {
        base64::decoded(given("-Base64")?).ok_or(bad).and_then(taken)
    };
    Some(key.and_then(|key| {
        let algorithm = entry.text("TimeOtp-Algorithm");
        let is_timed = type_ == CodeType::Totp;
        let raw = RawCode {
            type_,
            algorithm: if is_timed { algorithm } else { "" },
            digits: if is_timed { number(entry.text("TimeOtp-Length"), "TimeOtp-Length")? } else { None },
            period: if is_timed { number(entry.text("TimeOtp-Period"), "TimeOtp-Period")? } else { None },
            counter: number(entry.text("HmacOtp-Counter"), "HmacOtp-Counter")?,
            pin: "",
        };
        raw.with_key(key).map(Some)
    }))
}

fn packed(text: &str) -> Zeroizing<Vec<u8>> {
    let mut packed = Zeroizing::new(Vec::with_capacity(text.len()));
    packed.extend(text.bytes().filter(|byte| !byte.is_ascii_whitespace()));
    packed
}

fn taken(bytes: Vec<u8>) -> Result<OtpKey, Reason> {
    Ok(OtpKey::new(Secret::taken(bytes))?)
}

fn in_base32(raw: &RawCode<'_>, key: &str) -> Result<Option<UriKey>, Reason> {
    if key.trim().is_empty() {
        return Ok(None);
    }
    raw.with_key(OtpKey::from_base32(key)?).map(Some)
}

fn number(text: &str, field: &'static str) -> Result<Option<u64>, Reason> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Reason::BadField(field)),
    }
}
