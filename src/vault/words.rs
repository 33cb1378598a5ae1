//! Recovery words: twelve words of the BIP-39 English list, 128 bits and a checksum. Only chance makes them.

use bip39::Language;
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::chance::{Entropy, NoEntropy};
use crate::secret::{Key32, Secret};

/// How many words there are.
pub const WORD_COUNT: usize = 12;

const ENTROPY: usize = 16;

/// Twelve words of the BIP-39 English list: 128 bits and a checksum.
#[derive(Debug, Eq, PartialEq)]
pub struct RecoveryWords(Secret);

/// Why something typed is not a set of recovery words.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum WordsError {
    /// All words are known, and they do not belong together.
    #[error("checksum")]
    Checksum,
    /// The word at this place, counted from 1, is not in the list.
    #[error("word {position} is unknown")]
    UnknownWord {
        /// Its place, counted from 1.
        position: usize,
    },
    /// Not twelve.
    #[error("{found} words")]
    WrongCount {
        /// How many there were.
        found: usize,
    },
}

impl RecoveryWords {
    /// New words.
    ///
    /// # Errors
    /// [`NoEntropy`] as from the source.
    pub fn draw(chance: &dyn Entropy) -> Result<Self, NoEntropy> {
        let mut entropy = Zeroizing::new([0; ENTROPY]);
        chance.fill(entropy.as_mut_slice())?;
        Ok(Self(Secret::copied(entropy.as_slice())))
    }

    /// Reads what a person typed: any white space between, any case, four letters of a word are enough.
    ///
    /// # Errors
    /// [`WordsError`].
    pub fn parse(typed: &str) -> Result<Self, WordsError> {
        let found = typed.split_whitespace().count();
        if found != WORD_COUNT {
            return Err(WordsError::WrongCount { found });
        }
        let mut bits = Zeroizing::new([0_u8; ENTROPY + 1]);
        for (place, word) in typed.split_whitespace().enumerate() {
            let index = index_of(word).ok_or(WordsError::UnknownWord { position: place + 1 })?;
            put_bits(bits.as_mut_slice(), place, index);
        }
        let words = Self(Secret::copied(bits.get(..ENTROPY).unwrap_or_default()));
        if bits.last() == Some(&words.checksum()) { Ok(words) } else { Err(WordsError::Checksum) }
    }

    /// The words, in order. They are the secret itself: show them once and keep them nowhere.
    #[must_use]
    pub fn expose(&self) -> Vec<&'static str> {
        let bytes = Zeroizing::new([self.0.expose(), &[self.checksum()]].concat());
        let bit = |index: usize| bytes.get(index / 8).map_or(0, |byte| usize::from(byte >> (7 - index % 8) & 1));
        let list = Language::English.word_list();
        (0..WORD_COUNT)
            .map(|place| (0..11).fold(0, |index, step| index << 1 | bit(place * 11 + step)))
            .map(|index| list.get(index).copied().unwrap_or_default())
            .collect()
    }

    /// Whether `typed` is the word at this place, counted from 1; four letters are enough. For asking some of them back.
    #[must_use]
    pub fn is_word(&self, position: usize, typed: &str) -> bool {
        let wanted = position.checked_sub(1).and_then(|index| self.expose().get(index).copied());
        let list = Language::English.word_list();
        let said = index_of(typed).and_then(|index| list.get(usize::from(index)).copied());
        wanted.is_some() && wanted == said
    }

    /// The key of the words' slot: HKDF-SHA-256 without salt, info `PULIH1 recovery words`, 32 bytes.
    #[must_use]
    #[expect(clippy::expect_used, reason = "32 bytes are one block")]
    pub(super) fn slot_key(&self) -> Key32 {
        Key32::filled(|key| Hkdf::<Sha256>::new(None, self.0.expose()).expand(b"PULIH1 recovery words", key))
            .expect("32 bytes can be expanded")
    }

    /// The first four bits of the SHA-256 of the entropy, in the upper half of the byte.
    fn checksum(&self) -> u8 {
        Sha256::digest(self.0.expose()).first().map_or(0, |byte| byte & 0xf0)
    }
}

/// The place of a word in the list. Four letters name a word for certain; fewer only where they are the whole word.
fn index_of(typed: &str) -> Option<u16> {
    let typed = Zeroizing::new(typed.trim().to_lowercase());
    let list = Language::English.word_list();
    let whole = list.iter().position(|word| *word == *typed);
    let found = whole.or_else(|| {
        let is_enough = typed.chars().count() >= 4;
        list.iter().position(|word| is_enough && word.starts_with(typed.as_str()))
    });
    found.and_then(|index| u16::try_from(index).ok())
}

fn put_bits(bits: &mut [u8], place: usize, index: u16) {
    for step in 0..11 {
        let at = place * 11 + step;
        if let Some(byte) = bits.get_mut(at / 8).filter(|_| index >> (10 - step) & 1 == 1) {
            *byte |= 0x80 >> (at % 8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RecoveryWords, WordsError};
    use crate::secret::Secret;
    use crate::vault::testing::Counting;

    fn words(entropy: [u8; 16]) -> RecoveryWords {
        RecoveryWords(Secret::copied(&entropy))
    }

    #[test]
    fn the_words_are_those_of_the_standard() {
        let said = |entropy| words(entropy).expose().join(" ");
        assert_eq!(
            said([0; 16]),
            "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
        );
        assert_eq!(said([0x7f; 16]), "legal winner thank year wave sausage worth useful legal winner thank yellow");
        assert_eq!(said([0xff; 16]), "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong");
    }

    #[test]
    fn any_words_come_back_whole_or_by_four_letters_in_any_case() {
        for seed in 0..50_u8 {
            let drawn = RecoveryWords::draw(&Counting::from(seed)).unwrap();
            let spoken = drawn.expose();
            assert_eq!(RecoveryWords::parse(&spoken.join("\n ")).as_ref(), Ok(&drawn));
            let short: Vec<String> = spoken.iter().map(|word| word.to_uppercase().chars().take(4).collect()).collect();
            assert_eq!(RecoveryWords::parse(&short.join(" ")).as_ref(), Ok(&drawn));
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let typed = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        assert!(RecoveryWords::parse(typed).is_ok());
        assert_eq!(RecoveryWords::parse("legal winner"), Err(WordsError::WrongCount { found: 2 }));
        assert_eq!(RecoveryWords::parse(&typed.replace("year", "yeer")), Err(WordsError::UnknownWord { position: 4 }));
        assert_eq!(RecoveryWords::parse(&typed.replace("year", "yea")), Err(WordsError::UnknownWord { position: 4 }));
        assert_eq!(RecoveryWords::parse(&typed.replace("year", "wave")), Err(WordsError::Checksum));
    }

    #[test]
    fn some_words_can_be_asked_back() {
        let words = words([0x7f; 16]);
        assert!(words.is_word(3, "thank"));
        assert!(words.is_word(3, " THAN "));
        assert!(!words.is_word(3, "year"));
        assert!(!words.is_word(0, "legal"));
        assert!(!words.is_word(13, "legal"));
    }

    #[test]
    fn four_letters_name_a_word_for_certain() {
        let list = bip39::Language::English.word_list();
        let mut starts: Vec<&str> = list.iter().map(|word| &word[..word.len().min(4)]).collect();
        starts.sort_unstable();
        starts.dedup();
        assert_eq!(starts.len(), list.len());
    }
}
