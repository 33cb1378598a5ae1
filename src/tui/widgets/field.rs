//! A line that is typed into: one for plain texts, one for secrets. Pasted texts are data, never keys.

use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use crate::secret::Typed;
use crate::text::{clean, clean_line};
use crate::tui::action::Action;
use crate::tui::msg::Press;

/// The most characters a plain field takes, the size of the longest address that is read (4,096 bytes).
const MOST: usize = 4096;

/// A plain text being typed. Wiped when dropped: names are nobody else's business either.
#[derive(Debug, Default)]
pub struct Field {
    text: Zeroizing<String>,
    /// A byte position at the edge of a character.
    cursor: usize,
    /// Whether it takes several lines.
    has_lines: bool,
}

impl Field {
    /// A field that has a text already.
    #[must_use]
    pub fn with(text: &str) -> Self {
        Self { text: Zeroizing::new(text.to_owned()), cursor: text.len(), has_lines: false }
    }

    /// A field of several lines that has a text already.
    #[must_use]
    pub fn with_lines(text: &str) -> Self {
        Self { has_lines: true, ..Self::with(text) }
    }

    /// An empty field of several lines for secrets: its buffer never grows, so that no copy stays behind.
    #[must_use]
    pub fn for_secrets() -> Self {
        Self { text: Zeroizing::new(String::with_capacity(MOST)), cursor: 0, has_lines: true }
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    #[must_use]
    pub fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    /// What stands after the cursor.
    #[must_use]
    pub fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Wipes it.
    pub fn clear(&mut self) {
        let empty = Zeroizing::new(String::with_capacity(self.text.capacity()));
        *self = Self { text: empty, cursor: 0, has_lines: self.has_lines };
    }

    /// Goes to the line below or above. Returns whether there was one.
    pub fn went(&mut self, is_down: bool) -> bool {
        let column = self.before().rsplit('\n').next().unwrap_or_default().graphemes(true).count();
        let starts: Vec<usize> = [0].into_iter().chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let line = starts.iter().rposition(|start| *start <= self.cursor).unwrap_or(0);
        let there = if is_down { line.checked_add(1) } else { line.checked_sub(1) };
        let Some(start) = there.and_then(|place| starts.get(place)).copied() else { return false };
        let text = self.text.get(start..).unwrap_or_default().split('\n').next().unwrap_or_default();
        self.cursor = start + text.graphemes(true).take(column).map(str::len).sum::<usize>();
        true
    }

    /// Takes a key or a paste. Returns whether the text changed.
    pub fn pressed(&mut self, press: &Press) -> bool {
        match press {
            Press::Paste(text) => self.cleaned(text).chars().filter(|character| self.insert(*character)).count() > 0,
            Press::Type(character) => self.insert(*character),
            Press::Do(action) => self.edited(*action),
        }
    }

    fn cleaned(&self, text: &str) -> Zeroizing<String> {
        Zeroizing::new(if self.has_lines { clean(text).text } else { clean_line(text).text })
    }

    fn insert(&mut self, character: char) -> bool {
        if self.text.len() + character.len_utf8() > MOST {
            return false;
        }
        self.make_room(character.len_utf8());
        self.text.insert(self.cursor, character);
        self.cursor += character.len_utf8();
        true
    }

    /// A text that grows by itself leaves what was typed behind.
    fn make_room(&mut self, more: usize) {
        let needed = self.text.len() + more;
        if needed > self.text.capacity() {
            let mut larger = String::with_capacity(needed.max(2 * self.text.capacity()).max(64));
            larger.push_str(&self.text);
            self.text = Zeroizing::new(larger);
        }
    }

    fn edited(&mut self, action: Action) -> bool {
        let length = self.text.len();
        match action {
            Action::FieldBreak if self.has_lines => drop(self.insert('\n')),
            Action::FieldClear => self.clear(),
            Action::FieldEnd => self.cursor = length,
            Action::FieldErase => self.erase_back_to(self.left()),
            Action::FieldEraseAfter => self.erase_after(),
            Action::FieldEraseWord => self.erase_back_to(self.word_start()),
            Action::FieldLeft => self.cursor = self.left(),
            Action::FieldRight => self.cursor += self.after().graphemes(true).next().map_or(0, str::len),
            Action::FieldStart => self.cursor = 0,
            _ => {}
        }
        self.text.len() != length
    }

    fn left(&self) -> usize {
        self.cursor - self.before().graphemes(true).next_back().map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        let trimmed = self.before().trim_end();
        trimmed.rfind(char::is_whitespace).map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8))
    }

    fn erase_back_to(&mut self, start: usize) {
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }

    fn erase_after(&mut self) {
        let end = self.cursor + self.after().graphemes(true).next().map_or(0, str::len);
        self.text.replace_range(self.cursor..end, "");
    }
}

/// A secret being typed: a buffer that never grows, shown as dots until the person asks.
#[derive(Debug, Default)]
pub struct SecretField {
    typed: Typed,
    is_shown: bool,
    is_full: bool,
}

impl SecretField {
    /// What was typed.
    #[must_use]
    pub const fn typed(&self) -> &Typed {
        &self.typed
    }

    /// Whether it is to be shown in clear.
    #[must_use]
    pub const fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// Whether something was refused because there was no room for it.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.is_full
    }

    /// Wipes it, and hides what comes.
    pub fn clear(&mut self) {
        self.typed.clear();
        (self.is_shown, self.is_full) = (false, false);
    }

    /// Takes a key or a paste. Returns whether the secret changed.
    pub fn pressed(&mut self, press: &Press) -> bool {
        let before = self.typed.characters();
        match press {
            Press::Paste(text) => {
                for character in text.chars().filter(|character| !character.is_control()) {
                    self.push(character);
                }
            }
            Press::Type(character) => self.push(*character),
            Press::Do(Action::FieldClear | Action::FieldEraseWord) => self.typed.clear(),
            Press::Do(Action::FieldErase) => self.typed.pop(),
            Press::Do(Action::FieldShow) => self.is_shown = !self.is_shown,
            Press::Do(_) => {}
        }
        self.typed.characters() != before
    }

    fn push(&mut self, character: char) {
        self.is_full = !self.typed.push(character);
    }
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::{Field, SecretField};
    use crate::tui::action::Action;
    use crate::tui::msg::Press;

    fn typed(text: &str) -> Field {
        let mut field = Field::default();
        for character in text.chars() {
            field.pressed(&Press::Type(character));
        }
        field
    }

    #[test]
    fn the_cursor_walks_over_whole_characters() {
        let mut field = typed("ae\u{301}😀");
        for _ in 0..2 {
            field.pressed(&Press::Do(Action::FieldLeft));
        }
        assert_eq!((field.before(), field.after()), ("a", "e\u{301}😀"));
        field.pressed(&Press::Do(Action::FieldEraseAfter));
        assert_eq!(field.text(), "a😀");
        field.pressed(&Press::Do(Action::FieldStart));
        field.pressed(&Press::Do(Action::FieldErase));
        assert_eq!(field.text(), "a😀");
    }

    #[test]
    fn a_word_goes_at_once() {
        let mut field = typed("one two ");
        field.pressed(&Press::Do(Action::FieldEraseWord));
        assert_eq!(field.text(), "one ");
        field.pressed(&Press::Do(Action::FieldEraseWord));
        assert_eq!(field.text(), "");
    }

    #[test]
    fn a_paste_is_cleaned_and_bounded() {
        let mut field = Field::default();
        field.pressed(&Press::Paste(Zeroizing::new("a\u{1b}[2Jb\nc\u{202e}".to_owned())));
        assert_eq!(field.text(), "a[2Jb c");
        field.pressed(&Press::Paste(Zeroizing::new("x".repeat(9000))));
        assert_eq!(field.text().len(), 4096);
    }

    #[test]
    fn a_field_of_lines_breaks_where_asked_and_the_cursor_walks_between_them() {
        let mut field = Field::with_lines("first\nsecond");
        field.pressed(&Press::Do(Action::FieldBreak));
        field.pressed(&Press::Paste(Zeroizing::new("third\nfourth\u{1b}".to_owned())));
        assert_eq!(field.text(), "first\nsecond\nthird\nfourth");
        assert!(!field.went(true) && field.went(false) && field.went(false) && field.went(false));
        assert_eq!(field.before(), "first");
        assert!(!field.went(false));
        field.clear();
        assert!(field.pressed(&Press::Do(Action::FieldBreak)), "an emptied field still takes lines");
        assert!(!typed("one").pressed(&Press::Do(Action::FieldBreak)), "a line stays a line");
    }

    #[test]
    fn a_secret_is_hidden_again_once_wiped() {
        let mut field = SecretField::default();
        field.pressed(&Press::Type('x'));
        field.pressed(&Press::Do(Action::FieldShow));
        assert!(field.is_shown());
        field.clear();
        assert!(!field.is_shown() && field.typed().is_empty());
    }

    #[test]
    fn a_full_secret_field_says_so() {
        let mut field = SecretField::default();
        field.pressed(&Press::Paste(Zeroizing::new("x".repeat(1025))));
        assert!(field.is_full());
        assert_eq!(field.typed().characters(), 1024);
    }
}
