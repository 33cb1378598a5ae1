//! The values of a row, section 2.1 of the format: a header of types, then the values one after the other.

use std::ops::Range;

use zeroize::Zeroizing;

use crate::formats::sqlite::pages::varint;

/// How texts are written in a database.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Encoding {
    Utf16Be,
    Utf16Le,
    Utf8,
}

impl Encoding {
    /// As the header of the file says; a database that nothing was written to says nothing.
    pub(super) fn of(file: &[u8]) -> Option<Self> {
        match u32::from_be_bytes(file.get(56..)?.first_chunk().copied()?) {
            0 | 1 => Some(Self::Utf8),
            2 => Some(Self::Utf16Le),
            3 => Some(Self::Utf16Be),
            _ => None,
        }
    }

    fn text(self, bytes: &[u8]) -> Option<Zeroizing<String>> {
        let unit = match self {
            Self::Utf8 => return std::str::from_utf8(bytes).ok().map(|text| Zeroizing::new(text.to_owned())),
            Self::Utf16Be => u16::from_be_bytes,
            Self::Utf16Le => u16::from_le_bytes,
        };
        let (units, rest) = bytes.as_chunks::<2>();
        // Three bytes of UTF-8 for each unit are the most, so that the text never grows and leaves a copy behind.
        let mut text = Zeroizing::new(String::with_capacity(units.len() * 3));
        for character in char::decode_utf16(units.iter().copied().map(unit)) {
            text.push(character.ok()?);
        }
        rest.is_empty().then_some(text)
    }
}

/// A value, as far as anybody asks for it.
pub(super) enum Value {
    Integer(i64),
    Null,
    /// Bytes, or a number with a fraction.
    Other,
    Text(Zeroizing<String>),
}

/// The bytes of a row, and where its values stand.
pub(super) struct Record {
    payload: Zeroizing<Vec<u8>>,
    values: Vec<(u64, Range<usize>)>,
    encoding: Encoding,
}

impl Record {
    pub(super) fn parse(payload: Zeroizing<Vec<u8>>, encoding: Encoding) -> Option<Self> {
        let (header, after) = varint(&payload)?;
        let header = usize::try_from(header).ok()?;
        let mut types = after.get(..header.checked_sub(payload.len() - after.len())?)?;
        let (mut values, mut at) = (Vec::new(), header);
        while !types.is_empty() {
            let (type_, rest) = varint(types)?;
            let end = at.checked_add(length(type_)?)?;
            if end > payload.len() {
                return None;
            }
            values.push((type_, at..end));
            (at, types) = (end, rest);
        }
        Some(Self { payload, values, encoding })
    }

    /// The value in a column; rows that are older than the column have none. `None` for a text that is none.
    pub(super) fn value(&self, column: usize) -> Option<Value> {
        let Some((type_, range)) = self.values.get(column) else { return Some(Value::Null) };
        let bytes = self.payload.get(range.clone())?;
        Some(match type_ {
            0 => Value::Null,
            1..=6 => Value::Integer(integer(bytes)),
            8 => Value::Integer(0),
            9 => Value::Integer(1),
            13.. if type_ % 2 == 1 => Value::Text(self.encoding.text(bytes)?),
            _ => Value::Other,
        })
    }
}

/// How many bytes a value of a type has; `None` for the two types that no file may have.
fn length(type_: u64) -> Option<usize> {
    match type_ {
        0 | 8 | 9 => Some(0),
        1..=4 => usize::try_from(type_).ok(),
        5 => Some(6),
        6 | 7 => Some(8),
        10 | 11 => None,
        _ => usize::try_from((type_ - 12) / 2).ok(),
    }
}

/// Up to eight bytes, the first with the sign.
fn integer(bytes: &[u8]) -> i64 {
    let sign = if bytes.first().is_some_and(|byte| byte & 0x80 != 0) { -1 } else { 0 };
    bytes.iter().fold(sign, |number, byte| number << 8 | i64::from(*byte))
}
