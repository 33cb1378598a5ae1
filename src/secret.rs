//! Secrets as types: boxed, wiped when dropped, never printed, and looked at by name only.
//!
//! `expose` and `duplicate` are the two words a reviewer searches for. Whether memory is locked against swapping
//! is for the edge to arrange; here it is only owned and wiped.

mod typed;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

pub use typed::{Typed, extend_wiping};

/// Bytes that nobody else may see: an OTP key, a recovery code, a PIN.
pub struct Secret(Box<[u8]>);

impl Secret {
    /// Copies `bytes` into a box of its own. The caller wipes the source.
    #[must_use]
    pub fn copied(bytes: &[u8]) -> Self {
        Self(bytes.into())
    }

    /// Takes the bytes over: as they lie where nothing is spare, and otherwise by a copy, with the source wiped.
    #[must_use]
    pub fn taken(mut bytes: Vec<u8>) -> Self {
        if bytes.len() == bytes.capacity() {
            return Self(bytes.into_boxed_slice());
        }
        let secret = Self::copied(&bytes);
        bytes.zeroize();
        secret
    }

    /// The bytes. The name is meant to be searched for.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// The bytes as text, where they are text.
    #[must_use]
    pub fn expose_text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self::copied(&self.0)
    }

    /// How many bytes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Secret {}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Secret({} bytes)", self.0.len())
    }
}

/// A 256-bit key that never moves: it is filled in place inside its box.
pub struct Key32(Box<[u8; 32]>);

impl Key32 {
    /// A key whose bytes `fill` writes in place, so that no copy stays on the stack.
    pub fn filled<E>(fill: impl FnOnce(&mut [u8; 32]) -> Result<(), E>) -> Result<Self, E> {
        let mut key = Self(Box::new([0; 32]));
        fill(&mut key.0)?;
        Ok(key)
    }

    /// A copy of `bytes`, if there are exactly 32 of them.
    #[must_use]
    pub fn copied(bytes: &[u8]) -> Option<Self> {
        let mut key = Self(Box::new([0; 32]));
        if bytes.len() != key.0.len() {
            return None;
        }
        key.0.copy_from_slice(bytes);
        Some(key)
    }

    /// The bytes. The name is meant to be searched for.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        let mut key = Self(Box::new([0; 32]));
        key.0.copy_from_slice(&*self.0);
        key
    }
}

impl PartialEq for Key32 {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&*other.0).into()
    }
}

impl Eq for Key32 {}

impl Drop for Key32 {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Key32 {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key32(32 bytes)")
    }
}

/// The longest passphrase that is accepted, in bytes of UTF-8. Longer ones are refused, never cut.
pub const PASSPHRASE_CAPACITY: usize = 1024;

/// A passphrase in Unicode normal form KC, not trimmed and not changed otherwise (NIST SP 800-63B-4, 3.1.1.2).
pub struct Passphrase(Secret);

impl Passphrase {
    /// Normalises what was typed.
    ///
    /// # Errors
    /// [`PassphraseError::Empty`], or [`PassphraseError::TooLong`] above [`PASSPHRASE_CAPACITY`] bytes.
    pub fn parse(typed: &str) -> Result<Self, PassphraseError> {
        if typed.is_empty() {
            return Err(PassphraseError::Empty);
        }
        if typed.len() > PASSPHRASE_CAPACITY {
            return Err(PassphraseError::TooLong);
        }
        // Counted first and then filled, so that no buffer grows and leaves a copy behind.
        let size = typed.nfkc().map(char::len_utf8).sum();
        let mut bytes = Vec::with_capacity(size);
        for character in typed.nfkc() {
            let mut encoded = Zeroizing::new([0; 4]);
            bytes.extend_from_slice(character.encode_utf8(&mut *encoded).as_bytes());
        }
        Ok(Self(Secret::taken(bytes)))
    }

    /// The UTF-8 bytes in normal form.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        self.0.expose()
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self(self.0.duplicate())
    }

    /// How many characters it has, as a person counts them when typing.
    #[must_use]
    pub fn characters(&self) -> usize {
        self.0.expose_text().map_or(0, |text| text.chars().count())
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Passphrase {}

impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Passphrase(…)")
    }
}

/// Why something typed cannot be a passphrase.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PassphraseError {
    /// Nothing was typed.
    Empty,
    /// More than [`PASSPHRASE_CAPACITY`] bytes.
    TooLong,
}

/// A text that tells about a person (an issuer, a name, a note): wiped when dropped, and not printed by `Debug`.
#[derive(Clone, Default, Eq, PartialEq)]
pub struct Private(Zeroizing<Box<str>>);

impl Private {
    /// Copies `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Private {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Hash for Private {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl From<&str> for Private {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Private {
    fn from(text: String) -> Self {
        // What was spare is wiped by the allocator.
        Self(Zeroizing::new(text.into_boxed_str()))
    }
}

impl fmt::Debug for Private {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Private({} characters)", self.0.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::{Key32, Passphrase, PassphraseError, Private, Secret};

    #[test]
    fn debug_shows_how_much_there_is_and_nothing_of_what_it_is() {
        let secret = Secret::copied(b"abcdefghij");
        assert_eq!(format!("{secret:?}"), "Secret(10 bytes)");
        assert_eq!(format!("{:?}", Private::new("Anna")), "Private(4 characters)");
        let key = Key32::filled(|bytes| {
            bytes.fill(0x41);
            Ok::<(), ()>(())
        });
        assert_eq!(format!("{key:?}"), "Ok(Key32(32 bytes))");
        assert_eq!(format!("{:?}", Passphrase::parse("open sesame")), "Ok(Passphrase(…))");
    }

    #[test]
    fn bytes_without_spare_room_are_taken_as_they_lie_and_others_by_a_copy() {
        let exact = vec![7; 20];
        let place = exact.as_ptr();
        assert_eq!(Secret::taken(exact).expose().as_ptr(), place);
        let mut spare = Vec::with_capacity(64);
        spare.extend_from_slice(b"abc");
        assert_eq!(Secret::taken(spare).expose(), b"abc");
    }

    #[test]
    fn a_passphrase_is_normalised_and_otherwise_left_alone() -> Result<(), PassphraseError> {
        let composed = Passphrase::parse(" \u{fb01}ne \u{e9} ")?;
        let decomposed = Passphrase::parse(" fine e\u{301} ")?;
        assert_eq!(composed, decomposed);
        assert_eq!(composed.expose(), " fine é ".as_bytes());
        Ok(())
    }

    #[test]
    fn a_passphrase_is_refused_rather_than_cut() {
        assert_eq!(Passphrase::parse("").err(), Some(PassphraseError::Empty));
        assert!(Passphrase::parse(&"x".repeat(1024)).is_ok());
        assert_eq!(Passphrase::parse(&"x".repeat(1025)).err(), Some(PassphraseError::TooLong));
    }
}
