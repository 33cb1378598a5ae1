//! A file of another app: its bytes, and its text and JSON as far as it has them, each looked at once.

use std::cell::OnceCell;

use zeroize::Zeroizing;

use crate::formats::json::{self, Json};
use crate::formats::salvage::{self, Cut};
use crate::formats::{FormatError, unmarked};

/// The largest file that is looked at, in bytes.
pub const LONGEST_FILE: u64 = 64 * 1024 * 1024;

/// A file of another app, wiped when dropped.
#[derive(Debug)]
pub struct Foreign {
    bytes: Zeroizing<Vec<u8>>,
    name: String,
    text: OnceCell<Option<Zeroizing<String>>>,
    json: OnceCell<Result<(Json, Option<Cut>), FormatError>>,
}

impl Foreign {
    /// A file's bytes, and its name where it has one.
    ///
    /// # Errors
    /// [`FormatError::TooLarge`].
    pub fn new(bytes: Vec<u8>, name: Option<&str>) -> Result<Self, FormatError> {
        let bytes = Zeroizing::new(bytes);
        if bytes.len() as u64 > LONGEST_FILE {
            return Err(FormatError::TooLarge);
        }
        let name = name.unwrap_or_default().to_owned();
        Ok(Self { bytes, name, text: OnceCell::new(), json: OnceCell::new() })
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The ending of the name in lower case, without the dot; a hint, never a proof.
    #[must_use]
    pub fn extension(&self) -> String {
        self.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
    }

    /// The text without its byte-order mark; `None` for what is no text in UTF-8 or in UTF-16 with a mark.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.get_or_init(|| decoded(&self.bytes).map(tidy)).as_deref().map(String::as_str)
    }

    /// The JSON value, for a text that begins like one.
    pub(in crate::formats) fn json(&self) -> Option<&Json> {
        self.json_result()?.as_ref().ok().map(|(json, _)| json)
    }

    /// Where its JSON breaks off, if it does.
    pub(in crate::formats) fn cut(&self) -> Option<&Cut> {
        self.json_result()?.as_ref().ok()?.1.as_ref()
    }

    /// What keeps it from being looked into, where that is known.
    pub(in crate::formats) fn trouble(&self) -> Option<FormatError> {
        if self.bytes.is_empty() {
            return Some(FormatError::Empty);
        }
        if unmarked::is_pgp(&self.bytes) {
            return Some(FormatError::Pgp);
        }
        match self.json_result()? {
            // Nobody knows what was whole in it, so that the end is what is wrong with it.
            Ok((_, Some(_))) => json::parse(self.text()?.trim_start().as_bytes()).err(),
            Ok((_, None)) => None,
            Err(error) => Some(error.clone()),
        }
    }

    fn json_result(&self) -> Option<&Result<(Json, Option<Cut>), FormatError>> {
        let text = self.text()?.trim_start();
        text.starts_with(['{', '[']).then(|| self.json.get_or_init(|| salvage::parse(text.as_bytes())))
    }
}

fn decoded(bytes: &[u8]) -> Option<Zeroizing<String>> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

/// Without the zero bytes that some copy along, and with line ends that lines are split at: old Macs wrote one of their own.
fn tidy(mut text: Zeroizing<String>) -> Zeroizing<String> {
    let end = text.trim_end_matches('\0').len();
    text.truncate(end);
    let is_of_old_macs = text.contains('\r') && !text.contains('\n');
    if is_of_old_macs { Zeroizing::new(text.replace('\r', "\n")) } else { text }
}

fn utf8(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // JSON that breaks off in the midst of a letter is still a text as far as it goes.
        Err(error) if error.error_len().is_none() && matches!(bytes.trim_ascii_start(), [b'{' | b'[', ..]) => {
            std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?
        }
        Err(_) => return None,
    };
    Some(Zeroizing::new(text.to_owned()))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Zeroizing<String>> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return None;
    }
    let units = pairs.filter_map(|pair| pair.try_into().ok()).map(unit);
    // Three bytes of UTF-8 for each unit are the most, so that the text never grows and leaves a copy behind.
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() / 2 * 3));
    for character in char::decode_utf16(units) {
        text.push(character.ok()?);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{Foreign, LONGEST_FILE};
    use crate::formats::FormatError;

    fn text(bytes: &[u8]) -> Option<String> {
        Foreign::new(bytes.to_vec(), None).unwrap().text().map(str::to_owned)
    }

    #[test]
    fn text_is_read_with_and_without_marks() {
        assert_eq!(text(b"a\xc3\xa5").as_deref(), Some("aå"));
        assert_eq!(text(b"\xef\xbb\xbfa").as_deref(), Some("a"));
        assert_eq!(text(b"\xff\xfea\x00\xe5\x00").as_deref(), Some("aå"));
        assert_eq!(text(b"\xfe\xff\x00a\xd8\x3d\xde\x00").as_deref(), Some("a😀"));
    }

    #[test]
    fn line_ends_of_old_macs_and_zero_bytes_at_the_end_are_in_nobodys_way() {
        assert_eq!(text(b"a\rb\r\0\0").as_deref(), Some("a\nb\n"));
        assert_eq!(text(b"a\r\nb\rc").as_deref(), Some("a\r\nb\rc"));
    }

    #[test]
    fn what_is_no_text_is_not_guessed_at() {
        assert_eq!(text(b"\xff\xfea"), None);
        assert_eq!(text(b"\xfe\xff\xd8\x3d\x00a"), None);
        assert_eq!(text(b"caf\xe9"), None);
    }

    #[test]
    fn a_file_that_is_too_large_is_refused_before_it_is_looked_at() {
        let bytes = vec![0; usize::try_from(LONGEST_FILE).unwrap() + 1];
        assert_eq!(Foreign::new(bytes, None).err(), Some(FormatError::TooLarge));
    }

    #[test]
    fn the_ending_of_a_name_is_a_hint() {
        let file = Foreign::new(Vec::new(), Some("backup.2026.JSON")).unwrap();
        assert_eq!(file.extension(), "json");
    }
}
