//! Transfer codes of Google Authenticator (`otpauth-migration://`): several accounts in a protobuf message, spread
//! over several codes that come in any order, twice, or not at all. Read by hand, since it is one message type.

use std::collections::BTreeMap;

use data_encoding::{BASE64_NOPAD, Encoding};
use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

use crate::formats::gathering::Gathering;
use crate::formats::protobuf::{Field, fields};
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::{Arrival, FormatError, Reason, Remark, Spot, parts};
use crate::otp::OtpKey;
use crate::secret::Secret;

/// The longest payload, in bytes of base64. The app puts ten accounts into one, about a thousandth of this.
const LONGEST_PAYLOAD: usize = 64 * 1024;

/// The most accounts in one payload.
const MOST_ACCOUNTS: usize = 100;

/// The most parts of a transfer.
const MOST_PARTS: u32 = 1000;

/// Whether a line is such a code.
pub(in crate::formats) fn is_transfer(line: &str) -> bool {
    let scheme = "otpauth-migration:";
    line.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// The transfers of a file, part by part as they are met.
#[derive(Default)]
pub(in crate::formats) struct Transfers {
    parts: Vec<Part>,
}

/// One code.
struct Part {
    spot: Spot,
    payload: Zeroizing<Vec<u8>>,
    transfer: i64,
    index: u32,
    of: u32,
}

impl Transfers {
    /// Takes a code in. One that is there already is not taken twice.
    pub(in crate::formats) fn take(&mut self, spot: Spot, uri: &str) -> Result<(), Reason> {
        let part = Part::parse(spot, payload(uri)?)?;
        if self.parts.iter().all(|known| known.payload != part.payload) {
            self.parts.push(part);
        }
        Ok(())
    }

    /// Puts the accounts of all transfers into the gathering, each transfer in the order of its parts, and says
    /// which parts are missing.
    pub(in crate::formats) fn gather(mut self, gathering: &mut Gathering) -> Result<(), FormatError> {
        let mut first_met = BTreeMap::new();
        for (order, part) in self.parts.iter().enumerate() {
            first_met.entry(part.transfer).or_insert(order);
        }
        self.parts.sort_by_key(|part| (first_met.get(&part.transfer).copied(), part.index));
        for part in &self.parts {
            part.gather(gathering)?;
        }
        let mut transfers: Vec<_> = first_met.into_iter().collect();
        transfers.sort_by_key(|(_, order)| *order);
        for (transfer, _) in transfers {
            let of = self.parts.iter().filter(|part| part.transfer == transfer).map(|part| part.of).max().unwrap_or(0);
            let is_there = |index| self.parts.iter().any(|part| part.transfer == transfer && part.index == index);
            let missing: Vec<u32> = (0..of).filter(|index| !is_there(*index)).map(|index| index + 1).collect();
            if !missing.is_empty() {
                gathering.note_on_file(Remark::PartsMissing { transfer, missing, of });
            }
        }
        Ok(())
    }
}

impl Part {
    /// MigrationPayload: 1 accounts, 2 version, 3 size of the batch, 4 index in it, 5 id of it.
    fn parse(spot: Spot, payload: Zeroizing<Vec<u8>>) -> Result<Self, Reason> {
        let (mut transfer, mut index, mut of, mut accounts, mut known) = (0, 0, 1, 0, 0);
        for field in fields(&payload) {
            known += 1;
            match field? {
                (1, Field::Bytes(_)) => accounts += 1,
                (2, Field::Number(_)) => {}
                (3, Field::Number(size)) => of = u32::try_from(size).map_err(|_| Reason::Transfer)?,
                (4, Field::Number(place)) => index = u32::try_from(place).map_err(|_| Reason::Transfer)?,
                (5, Field::Number(id)) => transfer = id.cast_signed(),
                (1..=5, _) => return Err(Reason::Transfer),
                _ => known -= 1,
            }
        }
        // Bytes that are no message at all can look like one of unknown fields.
        if known == 0 || accounts > MOST_ACCOUNTS || of > MOST_PARTS || index >= MOST_PARTS {
            return Err(Reason::Transfer);
        }
        Ok(Self { spot, transfer, index, of: of.max(index + 1), payload })
    }

    fn gather(&self, gathering: &mut Gathering) -> Result<(), FormatError> {
        for field in fields(&self.payload) {
            let Ok((1, Field::Bytes(bytes))) = field else { continue };
            let mut who = Who::default();
            match account(bytes, &mut who) {
                Ok(mut arrival) => {
                    arrival.part = Some(parts::Part { transfer: self.transfer, index: self.index });
                    gathering.take(self.spot, arrival)?;
                }
                Err(reason) => gathering.complain(self.spot, &who.title(), reason)?,
            }
        }
        Ok(())
    }
}

/// What an account calls itself, known also where the rest cannot be read.
#[derive(Default)]
struct Who {
    issuer: String,
    name: String,
}

impl Who {
    fn title(&self) -> String {
        if self.issuer.is_empty() { self.name.clone() } else { format!("{}:{}", self.issuer, self.name) }
    }

    /// The name is often written as `issuer:name`, also where the issuer has a field of its own.
    fn tidy(&mut self) {
        let issuer = self.issuer.trim();
        if issuer.is_empty() {
            if let Some((before, after)) = self.name.split_once(':') {
                (self.issuer, self.name) = (before.trim().to_owned(), after.trim().to_owned());
            }
        } else if let Some(rest) = self.name.trim_start().strip_prefix(issuer)
            && let Some(name) = rest.trim_start().strip_prefix(':')
        {
            self.name = name.trim().to_owned();
        }
    }
}

/// OtpParameters: 1 key, 2 name, 3 issuer, 4 algorithm, 5 digits, 6 type, 7 counter.
fn account(bytes: &[u8], who: &mut Who) -> Result<Arrival, Reason> {
    let mut key = None;
    let mut raw = RawCode { type_: CodeType::Totp, algorithm: "", digits: None, period: None, counter: None, pin: "" };
    for field in fields(bytes) {
        match field? {
            (1, Field::Bytes(secret)) => key = Some(Secret::copied(secret)),
            (2, Field::Bytes(name)) => who.name = String::from_utf8_lossy(name).into_owned(),
            (3, Field::Bytes(issuer)) => who.issuer = String::from_utf8_lossy(issuer).into_owned(),
            (4, Field::Number(number)) => raw.algorithm = algorithm(number)?,
            (5, Field::Number(number)) => raw.digits = Some(digits(number)?),
            (6, Field::Number(number)) => raw.type_ = type_(number)?,
            (7, Field::Number(counter)) => raw.counter = Some(counter),
            (1..=7, _) => return Err(Reason::Transfer),
            _ => {}
        }
    }
    who.tidy();
    let key = match key.filter(|key| !key.is_empty()) {
        Some(key) => Some(raw.with_key(OtpKey::new(key)?)?),
        None => None,
    };
    Ok(Arrival::new(&who.issuer, &who.name, key))
}

fn algorithm(number: u64) -> Result<&'static str, Reason> {
    match number {
        0 | 1 => Ok("SHA1"),
        2 => Ok("SHA256"),
        3 => Ok("SHA512"),
        4 => Err(Reason::UnknownAlgorithm("MD5".to_owned())),
        other => Err(Reason::UnknownAlgorithm(other.to_string())),
    }
}

fn digits(number: u64) -> Result<u64, Reason> {
    match number {
        0 | 1 => Ok(6),
        2 => Ok(8),
        _ => Err(Reason::BadField("digits")),
    }
}

fn type_(number: u64) -> Result<CodeType, Reason> {
    match number {
        0 | 2 => Ok(CodeType::Totp),
        1 => Ok(CodeType::Hotp),
        other => Err(Reason::UnknownType(other.to_string())),
    }
}

/// The bytes of the parameter `data`. A space is a plus that was taken for one, padding may be missing, and either
/// alphabet will do.
fn payload(uri: &str) -> Result<Zeroizing<Vec<u8>>, Reason> {
    let (_, query) = uri.split_once('?').ok_or(Reason::Transfer)?;
    let data = query
        .split('&')
        .filter_map(|part| part.split_once('='))
        .find(|(name, _)| name.eq_ignore_ascii_case("data"))
        .map(|(_, value)| value)
        .ok_or(Reason::Transfer)?;
    if data.is_empty() || data.len() > LONGEST_PAYLOAD {
        return Err(Reason::Transfer);
    }
    let mut text = Zeroizing::new(Vec::with_capacity(data.len()));
    text.extend(percent_decode_str(data).filter(|byte| *byte != b'=' && !b"\r\n\t".contains(byte)).map(
        |byte| match byte {
            b' ' | b'-' => b'+',
            b'_' => b'/',
            other => other,
        },
    ));
    Ok(Zeroizing::new(lenient_base64().and_then(|base64| base64.decode(&text).ok()).ok_or(Reason::Transfer)?))
}

/// Base64 whose last character may have bits to spare, as cut-off padding leaves it.
fn lenient_base64() -> Option<Encoding> {
    let mut specification = BASE64_NOPAD.specification();
    specification.check_trailing_bits = false;
    specification.encoding().ok()
}

#[cfg(test)]
mod tests {
    use super::{Transfers, is_transfer};
    use crate::formats::gathering::Gathering;
    use crate::formats::{Imported, Reason, Remark, Spot};

    /// One account made of its fields.
    fn account(issuer: &str, name: &str) -> Vec<u8> {
        let mut bytes = vec![0x0a, 20];
        bytes.extend([7; 20]);
        for (tag, text) in [(0x12, name), (0x1a, issuer)] {
            bytes.extend([tag, u8::try_from(text.len()).unwrap()]);
            bytes.extend(text.as_bytes());
        }
        bytes
    }

    /// A code of one account; `id` as its protobuf bytes.
    fn code(name: &str, index: u8, size: u8, id: &[u8]) -> String {
        let account = account("Example", name);
        let mut bytes = vec![0x0a, u8::try_from(account.len()).unwrap()];
        bytes.extend(account);
        bytes.extend([0x10, 1, 0x18, size, 0x20, index, 0x28]);
        bytes.extend(id);
        format!("otpauth-migration://offline?data={}", data_encoding::BASE64.encode(&bytes))
    }

    fn gathered(codes: &[String]) -> Imported {
        let (mut transfers, mut gathering) = (Transfers::default(), Gathering::new("test"));
        for (line, code) in (1..).zip(codes) {
            transfers.take(Spot::Line(line), code).unwrap();
        }
        transfers.gather(&mut gathering).unwrap();
        gathering.finish().unwrap()
    }

    fn names(imported: &Imported) -> Vec<&str> {
        imported.arrivals.iter().map(|arrival| &*arrival.name).collect()
    }

    /// Minus one, as protobuf writes a negative number.
    const MINUS_ONE: &[u8] = &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];

    #[test]
    fn parts_are_put_in_order_and_a_repeated_one_is_taken_once() {
        let codes = [code("c", 2, 3, MINUS_ONE), code("a", 0, 3, MINUS_ONE), code("b", 1, 3, MINUS_ONE)];
        let imported = gathered(&[codes[0].clone(), codes[1].clone(), codes[0].clone(), codes[2].clone()]);
        assert_eq!(names(&imported), ["a", "b", "c"]);
        assert!(imported.notes.is_empty());
    }

    #[test]
    fn a_missing_part_is_reported_and_the_others_are_kept() {
        let imported = gathered(&[code("a", 0, 3, &[9]), code("c", 2, 3, &[9]), code("x", 0, 1, &[8])]);
        assert_eq!(names(&imported), ["a", "c", "x"]);
        let missing = Remark::PartsMissing { transfer: 9, missing: vec![2], of: 3 };
        assert_eq!(imported.notes.iter().map(|note| &note.remark).collect::<Vec<_>>(), [&missing]);
    }

    #[test]
    fn parts_that_come_in_another_file_are_no_longer_missing() {
        let first = gathered(&[code("a", 0, 2, &[9])]);
        let second = gathered(&[code("b", 1, 2, &[9])]);
        assert!(!first.notes.is_empty() && !second.notes.is_empty());
        let both = first.with(second);
        assert_eq!(names(&both), ["a", "b"]);
        assert!(both.notes.is_empty());
    }

    #[test]
    fn the_issuer_in_front_of_the_name_is_taken_away() {
        assert_eq!(names(&gathered(&[code("Example: anna", 0, 1, &[1])])), ["anna"]);
        assert_eq!(names(&gathered(&[code("Other: anna", 0, 1, &[1])])), ["Other: anna"]);
    }

    #[test]
    fn what_is_no_transfer_is_refused() {
        let refused = |uri: &str| Transfers::default().take(Spot::Line(1), uri).err();
        for data in [
            "",
            "?",
            "?data=",
            "?datafail=CjUK",
            "?data=invaliddata",
            "?data=rSQ04U9PcneFhvjOxzmevg%3D%3D",
            "?data=eAE%3D",
        ] {
            assert_eq!(refused(&format!("otpauth-migration://offline{data}")), Some(Reason::Transfer), "{data}");
        }
        let many = "A".repeat(65 * 1024);
        assert_eq!(refused(&format!("otpauth-migration://offline?data={many}")), Some(Reason::Transfer));
        assert!(is_transfer("OTPAUTH-MIGRATION://offline"));
        assert!(!is_transfer("otpauthmigration://offline"));
    }
}
