//! Secrets on their way in: a field that never grows, and lists of bytes that grow without leaving copies.

use std::fmt;

use zeroize::Zeroize;

use crate::secret::PASSPHRASE_CAPACITY;

/// What a person is typing into a field for secrets: a buffer that is allocated once and never grows.
pub struct Typed {
    bytes: Box<[u8; PASSPHRASE_CAPACITY]>,
    length: usize,
}

impl Typed {
    /// An empty field.
    #[must_use]
    pub fn new() -> Self {
        Self { bytes: Box::new([0; PASSPHRASE_CAPACITY]), length: 0 }
    }

    /// Adds a character at the end. Returns whether there was room for it.
    pub fn push(&mut self, character: char) -> bool {
        let end = self.length + character.len_utf8();
        let Some(room) = self.bytes.get_mut(self.length..end) else { return false };
        character.encode_utf8(room);
        self.length = end;
        true
    }

    /// Takes the last character away.
    pub fn pop(&mut self) {
        let Some((start, _)) = self.expose().char_indices().next_back() else { return };
        if let Some(gone) = self.bytes.get_mut(start..self.length) {
            gone.zeroize();
        }
        self.length = start;
    }

    /// Wipes the field.
    pub fn clear(&mut self) {
        self.bytes.zeroize();
        self.length = 0;
    }

    /// What was typed. The name is meant to be searched for.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// How many characters were typed.
    #[must_use]
    pub fn characters(&self) -> usize {
        self.expose().chars().count()
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }
}

impl Default for Typed {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Typed {
    fn drop(&mut self) {
        self.clear();
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Typed(…)")
    }
}

/// Adds bytes to a list of them. A list that grows by itself leaves what it held where it was; here that is wiped.
pub fn extend_wiping(bytes: &mut Vec<u8>, more: &[u8]) {
    let needed = bytes.len() + more.len();
    if needed > bytes.capacity() {
        let mut larger = Vec::with_capacity(needed.max(2 * bytes.capacity()));
        larger.extend_from_slice(bytes);
        bytes.zeroize();
        *bytes = larger;
    }
    bytes.extend_from_slice(more);
}

#[cfg(test)]
mod tests {
    use super::{Typed, extend_wiping};

    #[test]
    fn a_field_takes_whole_characters_and_gives_them_back_one_by_one() {
        let mut field = Typed::new();
        for character in "aé😀".chars() {
            assert!(field.push(character));
        }
        assert_eq!((field.expose(), field.characters()), ("aé😀", 3));
        field.pop();
        assert_eq!(field.expose(), "aé");
        field.clear();
        assert!(field.is_empty());
    }

    #[test]
    fn a_full_field_says_so_and_keeps_what_it_has() {
        let mut field = Typed::new();
        for _ in 0..341 {
            assert!(field.push('€'));
        }
        assert!(!field.push('€'));
        assert!(field.push('x'));
        assert_eq!(field.characters(), 342);
    }

    #[test]
    fn a_list_that_grows_keeps_what_it_held() {
        let mut bytes = Vec::new();
        for byte in 0..200 {
            extend_wiping(&mut bytes, &[byte, byte]);
        }
        assert_eq!(bytes, (0..200).flat_map(|byte| [byte, byte]).collect::<Vec<u8>>());
    }
}
