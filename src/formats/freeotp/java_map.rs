//! A map of texts as Java serialises it (Java Object Serialization Specification, chapter 6), as far as one app's
//! backup needs it: one `HashMap` whose keys and values are texts. Nothing else is made of such bytes.

use zeroize::Zeroizing;

use crate::formats::FormatError;

/// How such a file begins: magic number, version, a new object, the description of its class.
pub(super) const BEGINNING: &[u8] = b"\xac\xed\x00\x05\x73\x72\x00\x11java.util.HashMap";

/// The number of the first text; class and map have the two before it.
const FIRST_HANDLE: u32 = 0x7e_0002;

/// The most bytes that all texts may have together, those that are repeated by reference included.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// A key and its value.
pub(super) type Pair = (String, Zeroizing<String>);

/// The pairs of a map, in its order.
///
/// # Errors
/// [`FormatError::Damaged`], [`FormatError::UnpacksTooFar`].
pub(super) fn parse(bytes: &[u8]) -> Result<Vec<Pair>, FormatError> {
    let mut reader = Reader { rest: bytes.strip_prefix(BEGINNING).ok_or_else(damaged)?, texts: Vec::new(), length: 0 };
    let count = reader.head().ok_or_else(damaged)?;
    let mut pairs = Vec::new();
    for _ in 0..count {
        let key = reader.text()?;
        let value = reader.text()?;
        pairs.push((key.to_string(), value));
    }
    Ok(pairs)
}

fn damaged() -> FormatError {
    FormatError::Damaged("Java map")
}

struct Reader<'a> {
    rest: &'a [u8],
    texts: Vec<Zeroizing<String>>,
    length: usize,
}

impl<'a> Reader<'a> {
    /// The class with its two fields, their values, and the block with capacity and size. Returns the size.
    fn head(&mut self) -> Option<u32> {
        let (_uid, _flags) = (self.take::<8>()?, self.take::<1>()?);
        let fields = u16::from_be_bytes(self.take()?);
        let mut values = 0;
        for _ in 0..fields {
            let [kind] = self.take::<1>()?;
            // A float and an int, four bytes each; a field of another kind is of another class.
            matches!(kind, b'F' | b'I').then_some(())?;
            let length = u16::from_be_bytes(self.take()?);
            self.slice(usize::from(length))?;
            values += 4;
        }
        // End of the annotations, no parent class.
        (self.take()? == [0x78, 0x70]).then_some(())?;
        self.slice(values)?;
        (self.take()? == [0x77, 0x08]).then_some(())?;
        let _capacity = self.take::<4>()?;
        self.take().map(u32::from_be_bytes)
    }

    fn text(&mut self) -> Result<Zeroizing<String>, FormatError> {
        let [sign] = self.take().ok_or_else(damaged)?;
        let text = match sign {
            0x74 => {
                let length = u16::from_be_bytes(self.take().ok_or_else(damaged)?);
                self.new_text(usize::from(length))?
            }
            0x7c => {
                let length = u64::from_be_bytes(self.take().ok_or_else(damaged)?);
                self.new_text(usize::try_from(length).map_err(|_| damaged())?)?
            }
            0x71 => {
                let handle = u32::from_be_bytes(self.take().ok_or_else(damaged)?);
                let place = handle.checked_sub(FIRST_HANDLE).and_then(|place| usize::try_from(place).ok());
                place.and_then(|place| self.texts.get(place)).cloned().ok_or_else(damaged)?
            }
            _ => return Err(damaged()),
        };
        self.length = self.length.saturating_add(text.len());
        if self.length > MOST_TEXT { Err(FormatError::UnpacksTooFar) } else { Ok(text) }
    }

    fn new_text(&mut self, length: usize) -> Result<Zeroizing<String>, FormatError> {
        let text = self.slice(length).and_then(modified_utf8).ok_or_else(damaged)?;
        self.texts.push(text.clone());
        Ok(text)
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk::<N>()?;
        self.rest = rest;
        Some(*taken)
    }

    fn slice(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }
}

/// Java's own UTF-8: NUL in two bytes, and characters beyond 16 bits as two surrogates of three bytes each.
fn modified_utf8(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let mut units = Zeroizing::new(Vec::with_capacity(bytes.len()));
    let mut rest = bytes;
    while !rest.is_empty() {
        let bits = |byte: &u8| u16::from(byte & 0x3f);
        let unit;
        (unit, rest) = match rest {
            [one @ 1..=0x7f, rest @ ..] => (u16::from(*one), rest),
            [one @ 0xc0..=0xdf, two @ 0x80..=0xbf, rest @ ..] => (u16::from(one & 0x1f) << 6 | bits(two), rest),
            [one @ 0xe0..=0xef, two @ 0x80..=0xbf, three @ 0x80..=0xbf, rest @ ..] => {
                (u16::from(one & 0x0f) << 12 | bits(two) << 6 | bits(three), rest)
            }
            _ => return None,
        };
        units.push(unit);
    }
    // Three bytes of UTF-8 for each unit are the most, so that the text never grows and leaves a copy behind.
    let mut text = Zeroizing::new(String::with_capacity(units.len() * 3));
    for character in char::decode_utf16(units.iter().copied()) {
        text.push(character.ok()?);
    }
    Some(text)
}

#[cfg(test)]
pub(super) mod tests {
    use super::{BEGINNING, modified_utf8, parse};
    use crate::formats::FormatError;

    /// The head of a map of `count` pairs as Java writes it.
    pub(in crate::formats::freeotp) fn head(count: u32) -> Vec<u8> {
        let class = b"\x05\x07\xda\xc1\xc3\x16\x60\xd1\x03\x00\x02F\x00\x0aloadFactorI\x00\x09threshold\x78\x70";
        let values = b"\x3f\x40\x00\x00\x00\x00\x00\x0c\x77\x08\x00\x00\x00\x10";
        [BEGINNING, class, values, &count.to_be_bytes()].concat()
    }

    pub(in crate::formats::freeotp) fn text(text: &str) -> Vec<u8> {
        let length = u16::try_from(text.len()).unwrap();
        [b"\x74".as_slice(), &length.to_be_bytes(), text.as_bytes()].concat()
    }

    fn pairs(parts: &[Vec<u8>]) -> Result<Vec<(String, String)>, FormatError> {
        Ok(parse(&parts.concat())?.into_iter().map(|(key, value)| (key, value.to_string())).collect())
    }

    #[test]
    fn pairs_come_in_order_long_ones_and_repeated_ones_too() {
        let long = [b"\x7c\x00\x00\x00\x00\x00\x00\x00\x02".as_slice(), b"cd"].concat();
        let again = b"\x71\x00\x7e\x00\x03".to_vec();
        let map = [head(2), text("a"), text("b"), long, again, b"\x78".to_vec()];
        assert_eq!(pairs(&map), Ok(vec![("a".into(), "b".into()), ("cd".into(), "b".into())]));
    }

    #[test]
    fn other_things_than_texts_and_cut_maps_are_damaged() {
        let damaged = Err(FormatError::Damaged("Java map"));
        assert_eq!(pairs(&[head(1), text("a"), b"\x73\x72".to_vec()]), damaged);
        assert_eq!(pairs(&[head(1), text("a"), b"\x71\x00\x7e\x00\x01".to_vec()]), damaged);
        assert_eq!(pairs(&[head(1), text("a"), b"\x71\x00\x7e\x00\x07".to_vec()]), damaged);
        assert_eq!(pairs(&[head(u32::MAX), text("a")]), damaged);
        assert_eq!(pairs(&[head(1), b"\x7c\xff\xff\xff\xff\xff\xff\xff\xff".to_vec()]), damaged);
        assert_eq!(pairs(&[b"\xac\xed\x00\x05".to_vec()]), damaged);
    }

    #[test]
    fn references_do_not_make_a_small_file_large() {
        let long = [b"\x7c\x00\x00\x00\x00\x00\x10\x00\x00".as_slice(), &vec![b'x'; 1 << 20]].concat();
        let again = b"\x71\x00\x7e\x00\x02".repeat(199);
        assert_eq!(pairs(&[head(100), long, again]), Err(FormatError::UnpacksTooFar));
    }

    #[test]
    fn javas_own_utf8_is_read() {
        let read = |bytes: &[u8]| modified_utf8(bytes).map(|text| text.to_string());
        assert_eq!(read(b"a\xc0\x80\xc3\xa5\xe2\x82\xac\xed\xa0\xbd\xed\xb8\x80").as_deref(), Some("a\0å€😀"));
        for wrong in [b"\x00".as_slice(), b"\xc3", b"\xed\xa0\xbd", b"\xf0\x9f\x98\x80", b"\x80"] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
