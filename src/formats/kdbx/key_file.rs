//! Key files: a part of a database's lock beside its password, or in its place. What they look like is what KeePass
//! makes of them: its XML in two versions, 32 bytes, 64 digits, and otherwise any file whatever, by its hash.

use data_encoding::HEXLOWER_PERMISSIVE;
use quick_xml::Reader;
use quick_xml::events::Event;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::formats::{FormatError, base64};
use crate::secret::Key32;

/// The largest XML that is looked at; a key file of KeePass has a few hundred bytes.
const LONGEST_XML: usize = 64 * 1024;

/// The key that a file stands for.
///
/// # Errors
/// [`FormatError::Damaged`] for KeePass's own XML with a key in it that is none.
pub(super) fn key(file: &[u8]) -> Result<Key32, FormatError> {
    if let Some(said) = in_xml(file) {
        return said.ok_or(FormatError::Damaged("KeyFile"));
    }
    let from_digits = || {
        let mut bytes = Zeroizing::new(HEXLOWER_PERMISSIVE.decode(file).ok().filter(|_| file.len() == 64)?);
        let key = Key32::copied(&bytes);
        bytes.zeroize();
        key
    };
    let whole = || Key32::copied(&Zeroizing::new(<[u8; 32]>::from(Sha256::digest(file)))[..]);
    Key32::copied(file).or_else(from_digits).or_else(whole).ok_or(FormatError::Damaged("KeyFile"))
}

/// The key in KeePass's XML; `None` for what is no such XML.
fn in_xml(file: &[u8]) -> Option<Option<Key32>> {
    let text = std::str::from_utf8(file).ok().filter(|text| text.len() <= LONGEST_XML)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let (mut path, mut version, mut data) =
        (Vec::new(), String::new(), Zeroizing::new(String::with_capacity(file.len())));
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => path.push(tag.name().as_ref().to_owned()),
            Event::End(_) => drop(path.pop()),
            Event::Text(part) => match path.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
                ["KeyFile", "Meta", "Version"] => version.push_str(part.xml10_content().trim()),
                ["KeyFile", "Key", "Data"] => data.push_str(&part.xml10_content()),
                _ => {}
            },
            Event::DocType(_) | Event::GeneralRef(_) => return None,
            Event::Eof => break,
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::Empty(_) | Event::PI(_) => {}
        }
    }
    if data.is_empty() {
        return None;
    }
    data.retain(|character| !character.is_whitespace());
    let bytes = match version.split('.').next() {
        Some("2") => HEXLOWER_PERMISSIVE.decode(data.as_bytes()).ok(),
        _ => base64::decoded(&data),
    };
    Some(bytes.map(Zeroizing::new).and_then(|bytes| Key32::copied(&bytes)))
}

#[cfg(test)]
mod tests {
    use super::key;
    use crate::formats::FormatError;

    const BYTES: [u8; 32] = [7; 32];

    fn xml(version: &str, data: &str) -> String {
        format!(
            "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<KeyFile>\n\t<Meta><Version>{version}</Version></Meta>\n\t<Key>\n\t\t<Data Hash=\"00\">\n{data}\n</Data>\n\t</Key>\n</KeyFile>"
        )
    }

    #[test]
    fn a_key_is_read_from_each_way_of_writing_it() {
        let hex = data_encoding::HEXUPPER.encode(&BYTES);
        let spaced = format!("{} {}", &hex[..32], &hex[32..]);
        for file in [
            BYTES.to_vec(),
            hex.clone().into_bytes(),
            hex.to_lowercase().into_bytes(),
            xml("1.00", &data_encoding::BASE64.encode(&BYTES)).into_bytes(),
            xml("2.0", &spaced).into_bytes(),
        ] {
            assert_eq!(key(&file).unwrap().expose(), &BYTES, "{}", String::from_utf8_lossy(&file));
        }
    }

    #[test]
    fn any_other_file_is_its_hash_and_a_broken_key_is_said() {
        use sha2::{Digest, Sha256};
        for file in [b"".as_slice(), b"a holiday picture", b"<html></html>", &[0; 33]] {
            assert_eq!(key(file).unwrap().expose().as_slice(), Sha256::digest(file).as_slice());
        }
        assert_eq!(key(xml("2.0", "0011").as_bytes()).err(), Some(FormatError::Damaged("KeyFile")));
    }
}
