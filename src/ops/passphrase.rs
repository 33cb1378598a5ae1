//! Which passphrases are good enough, the same for every way to choose one. Nothing here looks at a vault.
//!
//! NIST SP 800-63B-4, 3.1.1.2: length and a block list, no rules of composition.

use zeroize::Zeroizing;

use crate::secret::Passphrase;
use crate::text::{Explain, Text, fold};

/// Fewer characters than this are refused.
pub const LEAST_CHARACTERS: usize = 8;

/// Fewer characters than this get a remark: what NIST asks for where a passphrase is the only factor.
pub const GOOD_CHARACTERS: usize = 15;

/// What a person should hear of a passphrase that is accepted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PassphraseRemark {
    /// Long, and in every list of phrases: fine to try the program with, not to keep.
    Known,
    /// Shorter than [`GOOD_CHARACTERS`].
    Short,
}

impl PassphraseRemark {
    /// The sentence.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Known => Text::new("passphrase-remark-known"),
            Self::Short => Text::new("passphrase-remark-short").number("good", GOOD_CHARACTERS),
        }
    }
}

/// Why a passphrase is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PassphraseRefusal {
    /// One of those that are tried first.
    #[error("a common passphrase")]
    Common,
    /// Shorter than [`LEAST_CHARACTERS`].
    #[error("shorter than {LEAST_CHARACTERS} characters")]
    TooShort,
}

impl Explain for PassphraseRefusal {
    fn what(&self) -> Text {
        match self {
            Self::Common => Text::new("err-passphrase-common"),
            Self::TooShort => Text::new("err-passphrase-too-short").number("least", LEAST_CHARACTERS),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-passphrase-words"))
    }
}

/// Judges a new passphrase. One that is in use already is never judged again.
///
/// # Errors
/// [`PassphraseRefusal`].
pub fn judge(passphrase: &Passphrase) -> Result<Option<PassphraseRemark>, PassphraseRefusal> {
    match passphrase.characters() {
        short if short < LEAST_CHARACTERS => Err(PassphraseRefusal::TooShort),
        long if long >= GOOD_CHARACTERS && is_listed(passphrase) => Ok(Some(PassphraseRemark::Known)),
        _ if is_listed(passphrase) || is_all_one_run(passphrase) => Err(PassphraseRefusal::Common),
        middling if middling < GOOD_CHARACTERS => Ok(Some(PassphraseRemark::Short)),
        _ => Ok(None),
    }
}

/// Whether it is on the block list, digits and signs behind it left out.
fn is_listed(passphrase: &Passphrase) -> bool {
    let text = folded(passphrase);
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation());
    COMMON.lines().any(|common| common == *text || common == bare)
}

/// Whether it is one character or a run of neighbours all through.
fn is_all_one_run(passphrase: &Passphrase) -> bool {
    is_a_run(&folded(passphrase))
}

fn folded(passphrase: &Passphrase) -> Zeroizing<String> {
    Zeroizing::new(fold(std::str::from_utf8(passphrase.expose()).unwrap_or_default()))
}

/// `aaaaaaaa`, `abcdefgh`, `87654321`: every step from one character to the next is the same, and at most one.
fn is_a_run(text: &str) -> bool {
    let steps =
        || text.chars().zip(text.chars().skip(1)).map(|(a, b)| i64::from(u32::from(b)) - i64::from(u32::from(a)));
    let Some(first) = steps().next() else { return true };
    first.abs() <= 1 && steps().all(|step| step == first)
}

/// What is tried first, folded, one a line: words and keyboard walks in the three languages, with this program's name.
const COMMON: &str = include_str!("../../assets/common-passphrases.txt");

#[cfg(test)]
mod tests {
    use super::{COMMON, PassphraseRefusal, PassphraseRemark, judge};
    use crate::secret::Passphrase;

    fn judged(text: &str) -> Result<Option<PassphraseRemark>, PassphraseRefusal> {
        judge(&Passphrase::parse(text).unwrap())
    }

    #[test]
    fn eight_characters_are_the_least_counted_as_a_person_counts() {
        assert_eq!(judged("åäöåäöx"), Err(PassphraseRefusal::TooShort));
        assert_eq!(judged("åäöåäöxy"), Ok(Some(PassphraseRemark::Short)));
    }

    #[test]
    fn fifteen_characters_pass_without_a_word_and_without_rules() {
        assert_eq!(judged("fourteen chars"), Ok(Some(PassphraseRemark::Short)));
        assert_eq!(judged("plain long words"), Ok(None));
    }

    #[test]
    fn what_is_tried_first_is_refused_in_any_case_and_with_digits_behind_it() {
        for common in ["password", "PassWord2024!", "qwertyuiop", "lösenord", "katasandi"] {
            assert_eq!(judged(common), Err(PassphraseRefusal::Common), "{common}");
        }
    }

    #[test]
    fn a_long_phrase_that_everybody_knows_passes_with_a_remark() {
        assert_eq!(judged("correct horse battery staple"), Ok(Some(PassphraseRemark::Known)));
    }

    #[test]
    fn one_character_all_through_and_runs_are_refused() {
        for run in ["aaaaaaaaaaaaaaaaaaaa", "abcdefghijkl", "9876543210"] {
            assert_eq!(judged(run), Err(PassphraseRefusal::Common), "{run}");
        }
    }

    #[test]
    fn the_list_is_folded_so_that_it_can_be_met() {
        for line in COMMON.lines() {
            assert_eq!(crate::text::fold(line), line);
            assert!(!line.is_empty());
        }
    }
}
