//! A key as it was pressed, and how it is written in footers and help.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key with the modifiers that make a difference.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Control and Alt; Shift is already in the character.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A character key.
    #[must_use]
    pub const fn of(character: char) -> Self {
        Self::plain(KeyCode::Char(character))
    }

    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::NONE }
    }

    /// A character key with Control.
    #[must_use]
    pub const fn ctrl(character: char) -> Self {
        Self { code: KeyCode::Char(character), modifiers: KeyModifiers::CONTROL }
    }

    /// The key of an event; `None` for the letting go of one.
    #[must_use]
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let code = match event.code {
            KeyCode::Char(character) if modifiers.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(character.to_ascii_lowercase())
            }
            other => other,
        };
        // AltGr comes as Control and Alt on some systems; what it types is a character, not a command.
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let modifiers = if modifiers == both { KeyModifiers::NONE } else { modifiers };
        Some(Self { code, modifiers })
    }

    /// The character that it types, if it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(character) if self.modifiers.is_empty() && !character.is_control() => Some(character),
            _ => None,
        }
    }

    /// The key as it is written for a person; `unicode` allows signs beyond ASCII.
    #[must_use]
    pub fn name(self, unicode: bool) -> String {
        let sign = |signs: &str, ascii: &str| if unicode { signs.to_owned() } else { ascii.to_owned() };
        let bare = match self.code {
            KeyCode::BackTab => sign("⇧⇥", "S-Tab"),
            KeyCode::Backspace => sign("⌫", "Backspace"),
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(character) => character.to_string(),
            KeyCode::Delete => "Del".to_owned(),
            KeyCode::Down => sign("↓", "Down"),
            KeyCode::End => "End".to_owned(),
            KeyCode::Enter => sign("⏎", "Enter"),
            KeyCode::Esc => "Esc".to_owned(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Home => "Home".to_owned(),
            KeyCode::Left => sign("←", "Left"),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::Right => sign("→", "Right"),
            KeyCode::Tab => sign("⇥", "Tab"),
            KeyCode::Up => sign("↑", "Up"),
            other => format!("{other:?}"),
        };
        match (self.modifiers.contains(KeyModifiers::CONTROL), self.code) {
            (true, KeyCode::Char(character)) => format!("^{}", character.to_ascii_uppercase()),
            _ => bare,
        }
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::Key;

    #[test]
    fn letting_a_key_go_is_no_key() {
        let released = KeyEvent::new_with_kind(KeyCode::Char('q'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(Key::from_event(released), None);
    }

    #[test]
    fn shift_is_in_the_character() {
        let event = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(Key::from_event(event), Some(Key::of('G')));
    }

    #[test]
    fn keys_are_written_as_people_know_them() {
        assert_eq!(Key::ctrl('l').name(true), "^L");
        assert_eq!(Key::plain(KeyCode::Enter).name(true), "⏎");
        assert_eq!(Key::plain(KeyCode::Enter).name(false), "Enter");
    }
}
