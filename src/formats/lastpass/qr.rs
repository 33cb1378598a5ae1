//! The transfer codes: gzip in base64 of JSON, whose `content` is gzip in base64 of JSON again. How far they unpack is
//! bounded at both doors.

use std::io::Read;

use data_encoding::BASE64_NOPAD;
use flate2::read::GzDecoder;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::formats::gathering::{Gathering, title};
use crate::formats::json::{self, Fields};
use crate::formats::lastpass::file::{Given, key};
use crate::formats::lines::lines;
use crate::formats::{About, Arrival, Foreign, Format, FormatError, Likeness, Parsed, Reason, Spot};

/// The longest payload in base64. A code of the largest size holds less than a tenth of it.
const LONGEST_PAYLOAD: usize = 64 * 1024;

/// The most bytes that a payload unpacks to.
const MOST_UNPACKED: usize = 1024 * 1024;

/// The version of the code that is known.
const VERSION: u64 = 3;

/// The most accounts in one code.
const MOST_ACCOUNTS: usize = 1000;

/// Transfer codes of LastPass Authenticator.
#[derive(Debug)]
pub struct LastPassQr;

impl Format for LastPassQr {
    fn id(&self) -> &'static str {
        "lastpass-qr"
    }

    fn about(&self) -> About {
        About { app: "LastPass Authenticator", how: "how-lastpass-qr", reads: "transfer codes" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let Some(text) = file.text() else { return Likeness::None };
        let mut lines = lines(text).peekable();
        let has_some = lines.peek().is_some();
        if has_some && lines.all(|(_, line)| is_transfer(line)) { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let mut gathering = Gathering::new(self.id());
        for (spot, line) in lines(file.text().ok_or(FormatError::NotRecognised)?) {
            take(&mut gathering, spot, line)?;
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

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
    let decoded: Zeroizing<Vec<u8>> = Zeroizing::new(percent_decode_str(data.ok_or(Reason::Transfer)?).collect());
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use data_encoding::BASE64;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use serde_json::json;

    use super::LastPassQr;
    use crate::formats::{Foreign, Format, Imported, Likeness, Parsed, Reason};

    fn packed(bytes: &[u8]) -> String {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        BASE64.encode(&encoder.finish().unwrap())
    }

    fn code(inner: &[u8]) -> String {
        let outer = json!({"content": packed(inner), "version": 3}).to_string();
        format!("lpaauth-migration://offline?data={}", packed(outer.as_bytes()).replace('+', "%2B"))
    }

    fn read(text: String) -> Imported {
        let file = Foreign::new(text.into_bytes(), None).unwrap();
        assert_eq!(LastPassQr.sniff(&file), Likeness::Sure);
        match LastPassQr.parse(&file) {
            Ok(Parsed::Plain(imported)) => imported,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn accounts_come_by_their_short_names() {
        let account = json!({"oIN": "Original", "iN": "", "uN": "anna", "s": "JBSWY3DPEHPK3PXP", "d": 6, "tS": 30, "a": "SHA1", "iF": true});
        let imported = read(code(json!({"a": [account, 5]}).to_string().as_bytes()));
        let [arrival] = imported.arrivals.as_slice() else { panic!("one") };
        assert_eq!((&*arrival.issuer, &*arrival.name, arrival.pinned), ("Original", "anna", true));
        assert_eq!(imported.complaints.len(), 1);
    }

    #[test]
    fn what_unpacks_too_far_or_not_at_all_is_refused() {
        let bomb = vec![b' '; 32 * 1024 * 1024];
        let codes = [
            code(&bomb),
            format!("lpaauth-migration://offline?data={}", packed(&bomb)),
            code(b"{}"),
            "lpaauth-migration://offline?data=AAAA".to_owned(),
            "lpaauth-migration://offline".to_owned(),
        ];
        for code in codes {
            let imported = read(code);
            assert_eq!(imported.complaints.first().map(|it| &it.reason), Some(&Reason::Transfer));
        }
    }
}
