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

    /// A key as the settings write it: `a`, `G`, `enter`, `f2`, `ctrl-f`, `alt-x`, `shift-tab`.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = written;
        while let Some((name, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            modifiers |= match name.to_ascii_lowercase().as_str() {
                "alt" => KeyModifiers::ALT,
                "ctrl" => KeyModifiers::CONTROL,
                "shift" => KeyModifiers::SHIFT,
                _ => return None,
            };
            rest = after;
        }
        let is_shifted = modifiers.contains(KeyModifiers::SHIFT);
        modifiers.remove(KeyModifiers::SHIFT);
        let code = match code(rest)? {
            KeyCode::Tab if is_shifted => KeyCode::BackTab,
            KeyCode::Char(character) if is_shifted && character.is_alphabetic() => {
                KeyCode::Char(character.to_ascii_uppercase())
            }
            _ if is_shifted => return None,
            KeyCode::Char(character) if modifiers.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(character.to_ascii_lowercase())
            }
            code => code,
        };
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
        let bare = match (self.modifiers.contains(KeyModifiers::CONTROL), self.code) {
            (true, KeyCode::Char(character)) => format!("^{}", character.to_ascii_uppercase()),
            (true, _) => format!("^{bare}"),
            (false, _) => bare,
        };
        if self.modifiers.contains(KeyModifiers::ALT) { format!("M-{bare}") } else { bare }
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let mut characters = name.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return (!character.is_control() && character != ' ').then_some(KeyCode::Char(character));
    }
    Some(match name.to_ascii_lowercase().as_str() {
        "backspace" => KeyCode::Backspace,
        "backtab" => KeyCode::BackTab,
        "delete" | "del" => KeyCode::Delete,
        "down" => KeyCode::Down,
        "end" => KeyCode::End,
        "enter" | "return" => KeyCode::Enter,
        "esc" | "escape" => KeyCode::Esc,
        "home" => KeyCode::Home,
        "insert" => KeyCode::Insert,
        "left" => KeyCode::Left,
        "pagedown" | "pgdn" => KeyCode::PageDown,
        "pageup" | "pgup" => KeyCode::PageUp,
        "right" => KeyCode::Right,
        "space" => KeyCode::Char(' '),
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        other => {
            let number = other.strip_prefix('f')?.parse().ok()?;
            KeyCode::F(Some(number).filter(|number| (1..=12).contains(number))?)
        }
    })
}

/// One key, or several that are pressed one after the other.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Chord(Vec<Key>);

/// The most keys of a chord. Nobody remembers more.
const LONGEST: usize = 4;

impl Chord {
    /// These keys, one after the other.
    #[must_use]
    pub fn new(keys: &[Key]) -> Self {
        Self(keys.to_vec())
    }

    /// A chord as the settings write it: keys with blanks between them, such as `g g`.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let keys: Option<Vec<Key>> = written.split_whitespace().map(Key::parse).collect();
        keys.filter(|keys| (1..=LONGEST).contains(&keys.len())).map(Self)
    }

    /// Its keys.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Whether it begins with a key that types a character, so that a field swallows it.
    #[must_use]
    pub fn types(&self) -> bool {
        self.0.first().is_some_and(|key| key.typed().is_some())
    }

    /// Whether one of the two is the other, or its beginning: then only one of them can be pressed.
    #[must_use]
    pub fn is_in_the_way_of(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }

    /// As it is written for a person.
    #[must_use]
    pub fn name(&self, unicode: bool) -> String {
        name_of(&self.0, unicode)
    }
}

/// Keys as they are written for a person, one after the other.
#[must_use]
pub fn name_of(keys: &[Key], unicode: bool) -> String {
    keys.iter().map(|key| key.name(unicode)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::{Chord, Key};

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

    #[test]
    fn keys_are_read_as_the_settings_write_them() {
        let known = [
            ("a", Key::of('a')),
            ("G", Key::of('G')),
            ("shift-g", Key::of('G')),
            ("-", Key::of('-')),
            ("ctrl-F", Key::ctrl('f')),
            ("space", Key::of(' ')),
            ("shift-tab", Key::plain(KeyCode::BackTab)),
            ("F2", Key::plain(KeyCode::F(2))),
            ("alt-enter", Key { code: KeyCode::Enter, modifiers: KeyModifiers::ALT }),
            ("ctrl--", Key::ctrl('-')),
        ];
        for (written, key) in known {
            assert_eq!(Key::parse(written), Some(key), "{written}");
        }
        for written in ["", " ", "ctrl", "ctrl-", "meta-x", "f0", "f13", "ab", "shift-enter", "\u{7}"] {
            assert_eq!(Key::parse(written), None, "{written:?}");
        }
    }

    #[test]
    fn a_chord_is_one_to_four_keys() {
        let chord = Chord::parse("g ctrl-x").unwrap();
        assert_eq!(chord.keys(), [Key::of('g'), Key::ctrl('x')]);
        assert_eq!(chord.name(true), "g ^X");
        assert!(chord.is_in_the_way_of(&Chord::parse("g").unwrap()));
        assert!(!chord.is_in_the_way_of(&Chord::parse("g g").unwrap()));
        assert_eq!((Chord::parse(""), Chord::parse("a b c d e")), (None, None));
    }
}
