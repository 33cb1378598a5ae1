//! Settings: as typed in the file, as meant by the program. Pure: a text comes in, settings and complaints go out.
//!
//! A bad file never stands between a person and the vault: what cannot be meant is complained of, and the default holds.
//! When to lock by itself is not a setting here: it lies inside the vault, so that nobody changes it from outside.

use std::time::Duration;

use toml_edit::{Document, Item, TableLike};

use crate::text::{Explain, Text};
use crate::words::Language;

/// How long a code stays on the clipboard unless the settings say otherwise.
pub const CLIPBOARD_SECONDS: u16 = 20;

/// The largest settings file that is read, in bytes; the whole of ours is under one kilobyte.
pub const LARGEST_FILE: u64 = 256 * 1024;

/// What a person has settled.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Config {
    /// `clipboard-seconds`: after how many seconds the clipboard is cleared; 1 to 3600.
    pub clipboard_seconds: u16,
    /// `codes`: whether codes are seen at once (`shown`) or when asked for (`hidden`).
    pub codes: Codes,
    /// `color`: whether colours are used.
    pub color: Color,
    /// `language`: the person's language; `None` takes the system's.
    pub language: Option<Language>,
    /// `lock-on-suspend`: lock when Ctrl-Z stops the program.
    pub lock_on_suspend: bool,
    /// `mouse`: whether the mouse is listened to.
    pub mouse: bool,
    /// `[keys]`: other keys, as they are typed. What they mean is for the face to say.
    pub keys: Vec<KeyLine>,
}

/// A line of `[keys]`: a deed and its keys.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct KeyLine {
    /// The place that it counts in, from `[keys.in-PLACE]`; everywhere without one.
    pub context: Option<String>,
    /// The deed.
    pub action: String,
    /// The keys that are to do it.
    pub keys: Vec<String>,
    /// The line, counted from 1.
    pub line: usize,
}

/// When codes are seen.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Codes {
    /// When they are asked for.
    Hidden,
    /// At once.
    #[default]
    Shown,
}

/// Whether colours are used.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Color {
    /// Also into a pipe, and with `NO_COLOR`.
    Always,
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Never.
    Never,
}

impl Color {
    /// The choice of this name: `auto`, `always`, `never`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "always" => Some(Self::Always),
            "auto" => Some(Self::Auto),
            "never" => Some(Self::Never),
            _ => None,
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            clipboard_seconds: CLIPBOARD_SECONDS,
            codes: Codes::default(),
            color: Color::default(),
            language: None,
            lock_on_suspend: false,
            mouse: true,
            keys: Vec::new(),
        }
    }
}

impl Config {
    /// Reads a settings file. Complaints name their line; the rest of the file counts all the same.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<Complaint>) {
        let mut config = Self::default();
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(error) => return (config, vec![Complaint::NotToml { line: line_of(text, error.span()) }]),
        };
        let mut complaints = Vec::new();
        for (key, item) in document.as_table() {
            let line = line_of_key(text, document.as_table(), key);
            match (key, item.as_table_like()) {
                ("keys", Some(table)) => config.take_keys(text, None, table, &mut complaints),
                _ => complaints.extend(config.take(key, item).err().map(|wrong| wrong.at(key, line))),
            }
        }
        (config, complaints)
    }

    fn take_keys(&mut self, text: &str, context: Option<&str>, table: &dyn TableLike, complaints: &mut Vec<Complaint>) {
        for (key, item) in table.iter() {
            let line = line_of_key(text, table, key);
            match (context, key.strip_prefix("in-"), item.as_table_like()) {
                (None, Some(context), Some(table)) => self.take_keys(text, Some(context), table, complaints),
                _ => match keys(item) {
                    Err(wrong) => complaints.push(wrong.at(key, line)),
                    Ok(keys) => {
                        let context = context.map(str::to_owned);
                        self.keys.push(KeyLine { context, action: key.to_owned(), keys, line });
                    }
                },
            }
        }
    }

    /// How long a code stays on the clipboard.
    #[must_use]
    pub fn clear_after(&self) -> Duration {
        Duration::from_secs(self.clipboard_seconds.into())
    }

    fn take(&mut self, key: &str, item: &Item) -> Result<(), Wrong> {
        match key {
            "clipboard-seconds" => self.clipboard_seconds = seconds(item)?,
            "codes" => self.codes = word(item, "config-wants-codes", codes)?,
            "color" => self.color = word(item, "config-wants-color", Color::from_name)?,
            "language" => self.language = Some(word(item, "config-wants-language", Language::from_tag)?),
            "lock-on-suspend" => self.lock_on_suspend = switch(item)?,
            "mouse" => self.mouse = switch(item)?,
            "keys" => return Err(Wrong::Value("config-wants-keys-table")),
            "auto-lock" => return Err(Wrong::InTheVault),
            _ => return Err(Wrong::Key),
        }
        Ok(())
    }
}

/// Every key there is, as it is typed.
const KEYS: [&str; 7] = ["clipboard-seconds", "codes", "color", "keys", "language", "lock-on-suspend", "mouse"];

fn codes(name: &str) -> Option<Codes> {
    match name {
        "hidden" => Some(Codes::Hidden),
        "shown" => Some(Codes::Shown),
        _ => None,
    }
}

fn keys(item: &Item) -> Result<Vec<String>, Wrong> {
    let one = item.as_str().map(|key| Some(vec![key.to_owned()]));
    let several = || item.as_array()?.iter().map(|key| key.as_str().map(str::to_owned)).collect();
    one.unwrap_or_else(several).ok_or(Wrong::Value("config-wants-keys"))
}

fn seconds(item: &Item) -> Result<u16, Wrong> {
    let typed = item.as_integer().and_then(|seconds| u16::try_from(seconds).ok());
    typed.filter(|seconds| (1..=3600).contains(seconds)).ok_or(Wrong::Value("config-wants-seconds"))
}

fn switch(item: &Item) -> Result<bool, Wrong> {
    item.as_bool().ok_or(Wrong::Value("config-wants-switch"))
}

fn word<T>(item: &Item, wanted: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<T, Wrong> {
    item.as_str().and_then(parse).ok_or(Wrong::Value(wanted))
}

/// What is wrong with one line, before it is known which.
enum Wrong {
    InTheVault,
    Key,
    Value(&'static str),
}

impl Wrong {
    fn at(self, key: &str, line: usize) -> Complaint {
        let key = key.to_owned();
        match self {
            Self::InTheVault => Complaint::InTheVault { key, line },
            Self::Key => Complaint::UnknownKey { suggestion: nearest(&key), key, line },
            Self::Value(wanted) => Complaint::BadValue { key, line, wanted },
        }
    }
}

/// What a settings file gets wrong. The default holds in its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Complaint {
    /// A value that the key cannot have.
    BadValue {
        /// The key.
        key: String,
        /// The line, counted from 1.
        line: usize,
        /// What it may be, as an id of the catalogue.
        wanted: &'static str,
    },
    /// A setting that lies inside the vault.
    InTheVault {
        /// The key.
        key: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// The file is not TOML.
    NotToml {
        /// The line, counted from 1.
        line: usize,
    },
    /// Others than its owner may write the file, so none of it is taken.
    OthersMayWrite,
    /// A key that nobody knows.
    UnknownKey {
        /// The key.
        key: String,
        /// The line, counted from 1.
        line: usize,
        /// The key that was probably meant.
        suggestion: Option<&'static str>,
    },
}

impl Explain for Complaint {
    fn what(&self) -> Text {
        match self {
            Self::BadValue { key, line, .. } => Text::new("err-config-value").word("key", key).number("line", *line),
            Self::InTheVault { key, line } => Text::new("err-config-in-vault").word("key", key).number("line", *line),
            Self::NotToml { line } => Text::new("err-config-not-toml").number("line", *line),
            Self::OthersMayWrite => Text::new("err-config-others-write"),
            Self::UnknownKey { key, line, .. } => Text::new("err-config-key").word("key", key).number("line", *line),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(match self {
            Self::BadValue { wanted, .. } => Text::new(wanted),
            Self::InTheVault { .. } => Text::new("fix-config-in-vault"),
            Self::NotToml { .. } => Text::new("fix-config-not-toml"),
            Self::OthersMayWrite => Text::new("fix-config-others-write"),
            Self::UnknownKey { suggestion: Some(key), .. } => Text::new("fix-config-key-meant").word("key", *key),
            Self::UnknownKey { .. } => Text::new("fix-config-key").word("keys", KEYS.join(", ")),
        })
    }
}

fn line_of_key(text: &str, table: &dyn TableLike, key: &str) -> usize {
    let span = table.key(key).and_then(toml_edit::Key::span).or_else(|| table.get(key).and_then(Item::span));
    line_of(text, span)
}

fn line_of(text: &str, span: Option<std::ops::Range<usize>>) -> usize {
    let start = span.map_or(0, |span| span.start);
    text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1
}

/// The key that differs least from what was typed, if it is near enough to have been meant.
fn nearest(typed: &str) -> Option<&'static str> {
    nearest_of(KEYS.into_iter(), typed)
}

/// The name that differs least from what was typed, if it is near enough to have been meant.
#[must_use]
pub fn nearest_of(names: impl Iterator<Item = &'static str>, typed: &str) -> Option<&'static str> {
    let (distance, name) = names.map(|name| (distance(typed, name), name)).min()?;
    (distance <= 2 || name.starts_with(typed)).then_some(name)
}

/// How many characters have to be changed, added or taken out (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, left) in one.chars().enumerate() {
        let mut next = vec![index + 1];
        for (above, right) in row.windows(2).zip(&other) {
            let [diagonal, up] = above else { continue };
            let before = next.last().copied().unwrap_or_default();
            next.push((diagonal + usize::from(left != *right)).min(up + 1).min(before + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Codes, Color, Complaint, Config, KEYS, KeyLine};
    use crate::words::Language;

    #[test]
    fn an_empty_file_is_the_defaults() {
        assert_eq!(Config::read(""), (Config::default(), Vec::new()));
        assert_eq!(Config::read("# nothing here\n").0.clipboard_seconds, 20);
    }

    #[test]
    fn every_setting_is_meant_as_it_is_typed() {
        let typed = "language = \"sv\"\ncolor = \"never\"\nclipboard-seconds = 45\ncodes = \"hidden\"\nmouse = false\nlock-on-suspend = true\n";
        let meant = Config {
            clipboard_seconds: 45,
            codes: Codes::Hidden,
            color: Color::Never,
            language: Some(Language::Sv),
            lock_on_suspend: true,
            mouse: false,
            keys: Vec::new(),
        };
        assert_eq!(Config::read(typed), (meant, Vec::new()));
        assert!(KEYS.iter().filter(|key| **key != "keys").all(|key| typed.contains(key)));
    }

    #[test]
    fn an_unknown_key_is_named_with_the_one_that_was_meant() {
        let (config, complaints) = Config::read("# mine\nlangauge = \"sv\"\nmouse = false\n");
        assert!(!config.mouse);
        let wanted = Complaint::UnknownKey { key: "langauge".to_owned(), line: 2, suggestion: Some("language") };
        assert_eq!(complaints, [wanted]);
        let far = Config::read("wallpaper = 1").1;
        assert!(matches!(far.as_slice(), [Complaint::UnknownKey { suggestion: None, .. }]));
    }

    #[test]
    fn a_value_that_cannot_be_is_complained_of_and_the_default_holds() {
        for typed in ["clipboard-seconds = 0", "clipboard-seconds = \"20\"", "clipboard-seconds = 99999"] {
            let (config, complaints) = Config::read(typed);
            assert_eq!(config, Config::default());
            assert!(matches!(complaints.as_slice(), [Complaint::BadValue { line: 1, .. }]), "{typed}");
        }
        assert!(matches!(Config::read("language = \"xx\"").1.as_slice(), [Complaint::BadValue { .. }]));
    }

    #[test]
    fn when_to_lock_is_no_matter_of_this_file() {
        assert!(matches!(Config::read("auto-lock = 5").1.as_slice(), [Complaint::InTheVault { line: 1, .. }]));
    }

    #[test]
    fn a_file_that_is_not_toml_leaves_the_defaults() {
        let (config, complaints) = Config::read("mouse = false\nthis is not toml\n");
        assert_eq!(config, Config::default());
        assert_eq!(complaints, [Complaint::NotToml { line: 2 }]);
    }

    #[test]
    fn keys_are_read_as_they_are_typed_with_their_place_and_their_line() {
        let typed = "[keys]\nlock = \"ctrl-k\"\n[keys.in-accounts]\ncopy = [\"c\", \"g c\"]\nedit = 3\n";
        let (config, complaints) = Config::read(typed);
        let line = |context: Option<&str>, action: &str, keys: &[&str], line| KeyLine {
            context: context.map(str::to_owned),
            action: action.to_owned(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            line,
        };
        assert_eq!(config.keys, [line(None, "lock", &["ctrl-k"], 2), line(Some("accounts"), "copy", &["c", "g c"], 4)]);
        assert!(matches!(complaints.as_slice(), [Complaint::BadValue { line: 5, .. }]), "{complaints:?}");
        assert!(matches!(Config::read("keys = 1").1.as_slice(), [Complaint::BadValue { .. }]));
    }
}
