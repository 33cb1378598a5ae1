//! Base64 as other programs write it: with its padding or without, broken into lines, in either alphabet.

use data_encoding::BASE64_NOPAD;
use zeroize::Zeroizing;

/// The bytes of a text; `None` where it is no base64 in any of these ways.
pub(in crate::formats) fn decoded(text: &str) -> Option<Vec<u8>> {
    // Reserved at once: a list that grows leaves what it held behind.
    let mut packed = Zeroizing::new(Vec::with_capacity(text.len()));
    packed.extend(text.trim_end().trim_end_matches('=').bytes().filter(|byte| !byte.is_ascii_whitespace()).map(
        |byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            other => other,
        },
    ));
    BASE64_NOPAD.decode(&packed).ok()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn all_ways_of_writing_it_are_read() {
        for text in ["+/7+/g==", "+/7+/g", "-_7-_g", "+/7+\r\n/g==\n", " +/7+/g== "] {
            assert_eq!(decoded(text).as_deref(), Some([0xfb, 0xfe, 0xfe, 0xfe].as_slice()), "{text:?}");
        }
        assert_eq!(decoded("").as_deref(), Some([].as_slice()));
        assert_eq!((decoded("a"), decoded("=aaa"), decoded("a*aa")), (None, None, None));
    }
}
