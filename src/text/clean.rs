//! Text from outside made safe to show and to keep: no control characters, no invisible ones that reorder or hide.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use zeroize::Zeroizing;

/// At most this many combining marks stay on one base character; more are a way to overwrite neighbouring lines.
const MARKS_PER_BASE: usize = 4;

/// A text after cleaning, and how many characters had to go.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Cleaned {
    /// What is left, in Unicode normal form C.
    pub text: String,
    /// Hidden or control characters that were taken out.
    pub removed: usize,
}

/// Cleans a text of one line: line breaks and tabs become spaces, the ends are trimmed.
#[must_use]
pub fn clean_line(text: &str) -> Cleaned {
    if is_plain(text) {
        return Cleaned { text: text.trim().to_owned(), removed: 0 };
    }
    let Cleaned { text, removed } = clean(text);
    // What is only passed through may be a key: it is wiped, and never grows.
    let text = Zeroizing::new(text);
    let mut line = Zeroizing::new(String::with_capacity(text.len()));
    line.extend(text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c }));
    Cleaned { text: line.trim().to_owned(), removed }
}

/// Cleans a text that may have several lines: `\n` and tab stay, `\r\n` becomes `\n`.
#[must_use]
pub fn clean(text: &str) -> Cleaned {
    if is_plain(text) {
        return Cleaned { text: text.to_owned(), removed: 0 };
    }
    let mut kept = String::with_capacity(text.len());
    let mut removed = 0;
    let mut marks = 0;
    let mut before: Option<char> = None;
    for character in text.nfc() {
        if character == '\r' {
            continue;
        }
        marks = if is_combining_mark(character) { marks + 1 } else { 0 };
        if is_hidden(character, before) || marks > MARKS_PER_BASE {
            removed += 1;
            continue;
        }
        kept.push(character);
        before = Some(character);
    }
    Cleaned { text: kept, removed }
}

/// Whether there are only letters, digits and signs of ASCII, which most texts are made of and which need no table.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether a character is a control or a format character that must not be shown.
/// Joiners stay between letters of scripts that need them (Indic, Arabic, emoji): there they carry meaning.
fn is_hidden(character: char, before: Option<char>) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{200c}' | '\u{200d}' => !before.is_some_and(needs_joiners),
        '\u{2028}' | '\u{2029}' => true,
        '\u{fe00}'..='\u{fe0f}' => before.is_none(),
        _ => matches!(
            character.general_category(),
            GeneralCategory::Control | GeneralCategory::Format | GeneralCategory::Surrogate
        ),
    }
}

/// Whether joiners after this character change what is seen: Arabic, Indic and south-east Asian scripts, emoji.
fn needs_joiners(character: char) -> bool {
    matches!(character,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
        | '\u{2600}'..='\u{27bf}' | '\u{fb50}'..='\u{feff}' | '\u{1f000}'..='\u{1faff}')
}

/// The text as it is compared when searching: lower case, without diacritics (`Försäkring` becomes `forsakring`).
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ø' => 'o',
            'đ' => 'd',
            'ł' => 'l',
            'ı' => 'i',
            other => other,
        })
        .collect()
}

/// Whether one word mixes Latin with Cyrillic or Greek letters, as look-alike names do.
#[must_use]
pub fn has_lookalikes(text: &str) -> bool {
    !text.is_ascii()
        && text.split(|c: char| !c.is_alphabetic()).any(|word| {
            let latin = word.chars().any(|c| matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}'));
            let other = word.chars().any(|c| matches!(c, '\u{370}'..='\u{52f}'));
            latin && other
        })
}

#[cfg(test)]
mod tests {
    use super::{clean, clean_line, fold, has_lookalikes};

    #[test]
    fn escape_sequences_lose_their_teeth() {
        let cleaned = clean_line("Bank\u{1b}]0;owned\u{7}\u{9b}31m");
        assert_eq!((cleaned.text.as_str(), cleaned.removed), ("Bank]0;owned31m", 3));
    }

    #[test]
    fn characters_that_reorder_or_hide_are_taken_out() {
        for hidden in ['\u{202e}', '\u{2066}', '\u{61c}', '\u{200f}', '\u{2028}', '\u{e0041}', '\u{feff}', '\u{200b}'] {
            let cleaned = clean_line(&format!("a{hidden}b"));
            assert_eq!((cleaned.text.as_str(), cleaned.removed), ("ab", 1), "{hidden:?}");
        }
    }

    #[test]
    fn joiners_stay_where_a_script_needs_them() {
        assert_eq!(clean("क्\u{200d}ष").removed, 0);
        assert_eq!(clean("👩\u{200d}💻").removed, 0);
        assert_eq!(clean("pay\u{200d}pal").text, "paypal");
    }

    #[test]
    fn a_pile_of_marks_is_cut_down() {
        let pile = format!("e{}", "\u{316}".repeat(40));
        assert_eq!(clean(&pile).text.chars().count(), 5);
    }

    #[test]
    fn lines_stay_in_a_note_and_go_from_a_name() {
        assert_eq!(clean("one\r\ntwo").text, "one\ntwo");
        assert_eq!(clean_line(" one\r\ntwo ").text, "one two");
    }

    #[test]
    fn folding_finds_names_without_their_marks() {
        assert_eq!(fold("Försäkringskassan"), "forsakringskassan");
        assert_eq!(fold("ŁÓDŹ"), "lodz");
    }

    #[test]
    fn mixed_scripts_in_one_word_are_noticed() {
        assert!(has_lookalikes("PаyPal"));
        assert!(!has_lookalikes("Яндекс Mail"));
    }
}
