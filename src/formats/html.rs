//! Pages for printing: the table of Aegis, and any page in which `otpauth://` URIs stand as text (Stratum) or as QR codes
//! in pictures of its own (`<img src="data:…">`). Aegis's period stands only in the picture.

use std::collections::HashSet;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::account::Credential;
use crate::formats::gathering::{Gathering, title};
use crate::formats::html_pictures::Pictures;
use crate::formats::login::is_uri;
use crate::formats::raw_code::{CodeType, RawCode, with_pin};
use crate::formats::transfer::Transfers;
use crate::formats::{About, Arrival, Foreign, Format, FormatError, Likeness, Parsed, Reason, Remark, Spot, qr};
use crate::otp::uri::{self, KeyWithoutPin, UriKey};
use crate::otp::{MotpSecret, OtpKey, OtpParams};

/// How URIs begin that are looked for in a page.
const SCHEMES: [&str; 6] =
    ["apple-otpauth://", "lpaauth-migration://", "motp://", "otpauth-migration://", "otpauth://", "steam://"];

/// A page.
#[derive(Debug)]
pub struct Html;

impl Format for Html {
    fn id(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> About {
        let reads = "Aegis's table; otpauth URIs in the text of any page (Stratum) and in its pictures";
        About { app: "HTML page", how: "how-html", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let Some(text) = file.text() else { return Likeness::None };
        let start: String = text.trim_start().chars().take(1024).collect::<String>().to_ascii_lowercase();
        let is_page = start.starts_with("<!doctype html") || start.starts_with('<') && start.contains("<html");
        // A drawing with URIs in its descriptions, as the pages of our own sheet are.
        let is_drawing = start.starts_with('<') && start.contains("<svg") && next_uri(text, 0).is_some();
        if is_page || is_drawing { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let text = file.text().ok_or(FormatError::NotRecognised)?;
        let mut gathering = Gathering::new(self.id());
        match Table::of(text) {
            Some(table) => table.gather(&mut gathering)?,
            None => gather_uris(&mut gathering, text)?,
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

fn gather_uris(gathering: &mut Gathering, page: &str) -> Result<(), FormatError> {
    let mut transfers = Transfers::default();
    let mut known = HashSet::new();
    for uri in uris(page) {
        // A page often has a URI as its text and once more as what the text leads to.
        if !known.insert(<[u8; 32]>::from(Sha256::digest(uri.as_bytes()))) {
            continue;
        }
        let spot = Spot::Item(known.len());
        qr::take(gathering, &mut transfers, spot, &uri)?;
    }
    for text in Pictures::default().codes(page)?.iter().filter(|text| is_uri(text)) {
        // What stands beside its picture may be written a little otherwise there.
        let is_new = known.insert(<[u8; 32]>::from(Sha256::digest(text.trim().as_bytes())));
        if is_new && !gathering.has_same_code(text.trim()) {
            qr::take(gathering, &mut transfers, Spot::Item(known.len()), text.trim())?;
        }
    }
    transfers.gather(gathering)
}

/// The URIs of a page, in order. In a text one ends where the text does, in a tag with the quotes around it.
fn uris(page: &str) -> impl Iterator<Item = Zeroizing<String>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = next_uri(page, from)?;
        let before = page.get(..at).and_then(|before| before.trim_end().chars().next_back());
        let ends: &[char] = match before {
            Some('\'') => &['\''],
            Some('"') => &['"'],
            Some('>') => &['<', '\n', '\r'],
            _ => &['<', '>', '"', ' ', '\t', '\n', '\r'],
        };
        let rest = page.get(at..)?;
        let uri = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
        from = at + uri.len();
        Some(unescaped(uri.trim()))
    })
}

/// Where the next URI begins: one of the schemes in any case, and not in the midst of another word. Each byte is
/// looked at once, however many URIs there are.
fn next_uri(page: &str, mut from: usize) -> Option<usize> {
    loop {
        let colon = from + page.get(from..)?.find("://")?;
        let end = colon + 3;
        let begins = |scheme: &str| {
            let at = end.checked_sub(scheme.len()).filter(|at| *at >= from)?;
            let is_it = page.get(at..end)?.eq_ignore_ascii_case(scheme);
            let before = page.as_bytes().get(..at).and_then(|before| before.last());
            (is_it && !before.is_some_and(|it| it.is_ascii_alphanumeric() || *it == b'-')).then_some(at)
        };
        if let Some(at) = SCHEMES.iter().find_map(|scheme| begins(scheme)) {
            return Some(at);
        }
        from = end;
    }
}

/// A text of HTML with its character references resolved. An unknown one is left as it is.
fn unescaped(text: &str) -> Zeroizing<String> {
    // Nothing that is resolved is longer than what stood for it.
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text;
    while let Some((before, reference)) = rest.split_once('&') {
        plain.push_str(before);
        match reference.split_once(';').and_then(|(name, after)| Some((character(name)?, after))) {
            Some((character, after)) => {
                plain.push(character);
                rest = after;
            }
            None => {
                plain.push('&');
                rest = reference;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn character(name: &str) -> Option<char> {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    Some(match name {
        "amp" => '&',
        "apos" => '\'',
        "gt" => '>',
        "lt" => '<',
        "nbsp" => ' ',
        "quot" => '"',
        _ => match name.strip_prefix('#')?.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16)?,
            None => number(name.strip_prefix('#')?, 10)?,
        },
    })
}

/// The table of Aegis: its headings are English in every language.
struct Table<'a> {
    headings: Vec<String>,
    rows: Vec<&'a str>,
}

impl<'a> Table<'a> {
    fn of(page: &'a str) -> Option<Self> {
        let mut rows = between(page, "<tr", "</tr>");
        let headings: Vec<String> = cells(rows.next()?, "<th", "</th>").map(|it| it.to_string()).collect();
        ["Issuer", "Name", "Type", "Secret"].iter().all(|name| headings.iter().any(|it| it == name)).then_some(())?;
        Some(Self { headings, rows: rows.collect() })
    }

    fn gather(&self, gathering: &mut Gathering) -> Result<(), FormatError> {
        let mut pictures = Pictures::default();
        for (item, text) in (1..).zip(&self.rows) {
            let cells: Vec<Zeroizing<String>> = cells(text, "<td", "</td>").collect();
            let row = Row { headings: &self.headings, cells: &cells };
            let title = title(row.text("Issuer"), row.text("Name"));
            let mut entry = row.arrival();
            if let Ok(Credential::Ready(params @ OtpParams::Totp { .. })) = entry.as_mut().map(|it| &mut it.credential)
            {
                // Where there are more pictures than are looked at, the rest is as without them.
                match pictures.codes(text).ok().and_then(|codes| pictured(&codes, params)) {
                    Some(whole) => *params = whole,
                    None => gathering.note(Spot::Item(item), &title, Remark::PeriodAssumed),
                }
            }
            gathering.settle(Spot::Item(item), &title, entry)?;
        }
        Ok(())
    }
}

/// The parameters that a row's picture has for the key of the row, the period with them.
fn pictured(codes: &[Zeroizing<String>], params: &OtpParams) -> Option<OtpParams> {
    codes.iter().find_map(|code| match uri::read(code.trim()).ok()?.key {
        UriKey::Ready(whole @ OtpParams::Totp { .. }) if whole.expose_key() == params.expose_key() => Some(whole),
        _ => None,
    })
}

struct Row<'a> {
    headings: &'a [String],
    cells: &'a [Zeroizing<String>],
}

impl Row<'_> {
    fn text(&self, heading: &str) -> &str {
        let place = self.headings.iter().position(|it| it == heading);
        place.and_then(|place| self.cells.get(place)).map(|it| it.trim()).unwrap_or_default()
    }

    /// A cell that says something: the app writes a dash where there is nothing.
    fn given(&self, heading: &str) -> &str {
        Some(self.text(heading)).filter(|text| *text != "-").unwrap_or_default()
    }

    fn number(&self, heading: &'static str) -> Result<Option<u64>, Reason> {
        match self.given(heading) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| Reason::BadField(heading)),
        }
    }

    fn arrival(&self) -> Result<Arrival, Reason> {
        if self.cells.len() != self.headings.len() {
            return Err(Reason::NotAnEntry);
        }
        let mut arrival = Arrival::new(self.text("Issuer"), self.text("Name"), self.key()?);
        arrival.note = self.text("Note").into();
        arrival.pinned = self.text("Favorite") == "true";
        Ok(arrival)
    }

    fn key(&self) -> Result<Option<UriKey>, Reason> {
        let secret = self.given("Secret");
        if secret.is_empty() {
            return Ok(None);
        }
        let (type_, pin) = (CodeType::parse(self.text("Type"))?, self.given("PIN"));
        if type_ == CodeType::Motp {
            return with_pin(KeyWithoutPin::Motp(MotpSecret::new(secret)?), pin).map(Some);
        }
        let raw = RawCode {
            type_,
            algorithm: self.given("Algo"),
            digits: self.number("Digits")?,
            period: None,
            counter: self.number("Counter")?,
            pin,
        };
        raw.with_key(OtpKey::from_base32(secret)?).map(Some)
    }
}

/// What stands between a tag and its end, the attributes of the tag left out.
fn between<'a>(text: &'a str, open: &'static str, close: &'static str) -> impl Iterator<Item = &'a str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (_, tag) = rest.split_once(open)?;
        let (_, inside) = tag.split_once('>')?;
        let (inside, after) = inside.split_once(close)?;
        rest = after;
        Some(inside)
    })
}

/// The texts of a row's cells; a cell that holds a tag has none.
fn cells(row: &str, open: &'static str, close: &'static str) -> impl Iterator<Item = Zeroizing<String>> {
    between(row, open, close).map(|cell| if cell.starts_with('<') { Zeroizing::default() } else { unescaped(cell) })
}

#[cfg(test)]
mod tests {
    use super::Html;
    use crate::formats::{Foreign, Format, Imported, Likeness, Parsed, Remark};

    fn read(page: &str) -> Imported {
        let file = Foreign::new(page.as_bytes().to_vec(), None).unwrap();
        assert_eq!(Html.sniff(&file), Likeness::Sure);
        match Html.parse(&file) {
            Ok(Parsed::Plain(imported)) => imported,
            other => panic!("{other:?}"),
        }
    }

    const KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    #[test]
    fn a_file_that_only_speaks_of_a_page_is_none() {
        for text in ["{\"note\":\"<html>\"}", "<?xml version='1.0'?><map><string>&lt;html</string></map>", "html"] {
            let file = Foreign::new(text.as_bytes().to_vec(), None).unwrap();
            assert_eq!(Html.sniff(&file), Likeness::None, "{text}");
        }
    }

    #[test]
    fn a_large_page_is_looked_through_once() {
        let line = |n: usize| format!("<p>https://example.com <code>otpauth://totp/{n}?secret={KEY}</code>");
        let page = format!("<html>{}</html>", (0..20_000).map(line).collect::<String>());
        assert_eq!(read(&page).arrivals.len(), 20_000);
    }

    #[test]
    fn uris_in_the_text_and_in_links_are_found_once() {
        let page = format!(
            "<!DOCTYPE html><html><p><code>otpauth://totp/Tom &amp; Co:a?secret={KEY}&amp;issuer=Tom%20%26%20Co</code>\
             <a href='otpauth://totp/b?secret={KEY}'>b</a><a href=\"OTPAUTH://totp/c?secret={KEY}\">\
             OTPAUTH://totp/c?secret={KEY}</a><p>see otpauth://totp/d?secret={KEY}, or xotpauth://totp/e?secret={KEY}\
             <img src=\"data:image/png;base64,AAAA\"><code>otpauth://totp/bad?secret=1</code></html>"
        );
        let imported = read(&page);
        let names: Vec<_> = imported.arrivals.iter().map(|it| it.name.to_string()).collect();
        assert_eq!(names[..3], ["a", "b", "c"]);
        assert_eq!(imported.arrivals.first().map(|it| &*it.issuer), Some("Tom & Co"));
        assert_eq!(imported.complaints.len() + imported.arrivals.len(), 5);
    }

    #[test]
    fn the_table_of_aegis_is_read_row_by_row_and_says_what_it_does_not_hold() {
        let head = "<html><head><title>Aegis</title></head><body><h1>Aegis</h1><table><tr><th>Issuer</th><th>Name</th>\
                    <th>Type</th><th>QR Code</th><th>UUID</th><th>Note</th><th>Favorite</th><th>Algo</th><th>Digits</th>\
                    <th>Secret</th><th>Counter</th><th>PIN</th></tr>";
        let row = |issuer: &str, type_: &str, secret: &str, counter: &str, pin: &str| {
            format!(
                "<tr><td>{issuer}</td><td>a</td><td>{type_}</td><td class='qr'><img src=\"data:image/png;base64,A\"/></td>\
                 <td>uuid</td><td>n&#39;s</td><td>true</td><td>SHA1</td><td>6</td><td>{secret}</td><td>{counter}</td>\
                 <td>{pin}</td></tr>"
            )
        };
        let rows = [
            row("A &amp; B", "TOTP", KEY, "-", "-"),
            row("H", "HOTP", KEY, "7", "-"),
            row("S", "Steam", KEY, "-", "-"),
            row("M", "MOTP", "0a1b2c3d4e5f6071", "-", "1234"),
            row("bad", "NEW", KEY, "-", "-"),
            "<tr><td>x</td></tr>".into(),
        ];
        let imported = read(&format!("{head}{}</table></body></html>", rows.concat()));
        let types: Vec<_> = imported.arrivals.iter().map(|it| it.type_name().to_owned()).collect();
        assert_eq!(types, ["totp", "hotp", "steam", "motp"]);
        let first = imported.arrivals.first().unwrap();
        assert_eq!((&*first.issuer, &*first.note, first.pinned), ("A & B", "n's", true));
        assert_eq!(imported.notes.iter().filter(|note| note.remark == Remark::PeriodAssumed).count(), 1);
        assert_eq!(imported.complaints.len(), 2);
    }
}
