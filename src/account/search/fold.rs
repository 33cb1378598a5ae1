//! Folded text letter by letter, with the place each letter came from; and which letters a text has, as bits.

use zeroize::Zeroizing;

use crate::text;

/// A character of a text as it is compared: none, one or several bytes of UTF-8.
#[derive(Clone, Copy)]
pub(super) struct Letter<'a> {
    /// Which `char` of the text it is.
    pub(super) index: usize,
    /// It folded, as `text::fold` does.
    pub(super) folded: &'a [u8],
    /// Whether a word starts with it: after a sign, at a capital after a small letter, at a figure after a letter.
    pub(super) starts_word: bool,
}

/// Shows every character of a text to `visit`.
pub(super) fn each_letter(text: &str, mut visit: impl FnMut(Letter<'_>)) {
    let mut before = ' ';
    for (index, character) in text.chars().enumerate() {
        let starts_word = starts_word(before, character);
        before = character;
        if character.is_ascii() {
            let mut small = [0];
            character.to_ascii_lowercase().encode_utf8(&mut small);
            visit(Letter { index, folded: &small, starts_word });
        } else {
            let folded = Zeroizing::new(text::fold(character.encode_utf8(&mut [0; 4])));
            visit(Letter { index, folded: folded.as_bytes(), starts_word });
        }
    }
}

/// How many bytes a text has when it is folded.
pub(super) fn folded_length(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let mut length = 0;
    each_letter(text, |letter| length += letter.folded.len());
    length
}

fn starts_word(before: char, character: char) -> bool {
    match (before.is_alphanumeric(), character.is_alphanumeric()) {
        (_, false) => false,
        (false, true) => true,
        (true, true) => {
            before.is_lowercase() && character.is_uppercase() || before.is_alphabetic() && character.is_ascii_digit()
        }
    }
}

/// Which letters a text has: a bit for each of a-z and 0-9, the other bytes share the rest. Tells most accounts that
/// cannot match from those that may, without a look at their texts.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Letters(u64);

impl Letters {
    pub(super) fn of(folded: &[u8]) -> Self {
        let mut letters = Self::default();
        letters.add(folded);
        letters
    }

    pub(super) fn add(&mut self, folded: &[u8]) {
        for byte in folded {
            let bit = match byte {
                b'a'..=b'z' => byte - b'a',
                b'0'..=b'9' => byte - b'0' + 26,
                other => other % 28 + 36,
            };
            self.0 |= 1 << bit;
        }
    }

    /// The letters of both.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `wanted` may be there.
    pub(super) const fn have(self, wanted: Self) -> bool {
        self.0 & wanted.0 == wanted.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, each_letter, folded_length};
    use crate::text::fold;

    fn folded(text: &str) -> String {
        let mut bytes = Vec::new();
        each_letter(text, |letter| bytes.extend_from_slice(letter.folded));
        assert_eq!(bytes.len(), folded_length(text));
        String::from_utf8(bytes).expect("folded text is text")
    }

    #[test]
    fn letter_by_letter_is_the_same_as_all_at_once() {
        for text in ["GitHub", "Försäkring", "ﬁne ﷺ", "Straße İstanbul", "Ωμέγα ΣΑΣ", "日本 パ", "e\u{301}", ""]
        {
            assert_eq!(folded(text), fold(text), "{text}");
        }
    }

    #[test]
    fn words_start_where_the_eye_sees_them_start() {
        let starts = |text: &str| {
            let mut found = Vec::new();
            each_letter(text, |letter| found.extend(letter.starts_word.then_some(letter.index)));
            found
        };
        assert_eq!(starts("GitHub anna.k@ex-2.com"), [0, 3, 7, 12, 14, 17, 19]);
        assert_eq!(starts("area51 USA"), [0, 4, 7]);
    }

    #[test]
    fn a_text_that_lacks_a_letter_is_told_apart() {
        let text = Letters::of("github anna ä".as_bytes());
        assert!(text.have(Letters::of(b"gang")));
        assert!(!text.have(Letters::of(b"z")));
        assert!(!text.have(Letters::of(b"7")));
    }
}
