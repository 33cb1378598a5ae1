//! Settings: as typed in the file, as meant by the program. Pure: a text comes in, settings and complaints go out.
//!
//! A bad file never stands between a person and the vault: what cannot be meant is complained of, and the default holds.
//! When to lock by itself is not a setting here: it lies inside the vault, so that nobody changes it from outside.

mod choice;
mod colours;
mod complaint;
mod edit;
mod providers;
mod setting;

use std::time::Duration;

use toml_edit::{Document, Item, TableLike};

use crate::provider::ProviderSetup;
use crate::text::Text;
use crate::words::Language;

pub use choice::{CardShape, Codes, Color, Depth, Signs, Sort, Theme};
pub use colours::{Rgb, ThemeFile};
pub use complaint::{Complaint, nearest_of};
pub use edit::{template, with};
pub use setting::{Kind, Setting, Value};

/// How long a code stays on the clipboard unless the settings say otherwise.
pub const CLIPBOARD_SECONDS: u16 = 20;

/// The largest correction of the clock, in seconds: two days. Beyond that the date is wrong, and that is for the system to set.
pub const LARGEST_CORRECTION: u32 = 48 * 3600;

/// The largest settings file that is read, in bytes; the whole of ours is under four kilobytes.
pub const LARGEST_FILE: u64 = 256 * 1024;

/// What a person has settled. What each of them is for stands at [`Setting`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Config {
    /// `card`
    pub card: CardShape,
    /// `clock-correction`, in seconds: what codes are computed ahead of this computer's clock
    pub clock_correction: i32,
    /// `clipboard-seconds`, 1 to 3600
    pub clipboard_seconds: u16,
    /// `codes`
    pub codes: Codes,
    /// `color`
    pub color: Color,
    /// `color-depth`
    pub color_depth: Depth,
    /// `group-digits`
    pub group_digits: bool,
    /// `[keys]`: other keys, as they are typed. What they mean is for the face to say.
    pub keys: Vec<KeyLine>,
    /// `language`; `None` takes the system's
    pub language: Option<Language>,
    /// `lock-on-suspend`
    pub lock_on_suspend: bool,
    /// `mouse`
    pub mouse: bool,
    /// `[providers]`: where accounts are signed in to
    pub providers: Vec<ProviderSetup>,
    /// `remember-place`
    pub remember_place: bool,
    /// `reminders`
    pub reminders: bool,
    /// `sort`
    pub sort: Sort,
    /// `theme`
    pub theme: Theme,
    /// `unicode`
    pub unicode: Signs,
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

impl Default for Config {
    fn default() -> Self {
        Self {
            card: CardShape::default(),
            clipboard_seconds: CLIPBOARD_SECONDS,
            clock_correction: 0,
            codes: Codes::default(),
            color: Color::default(),
            color_depth: Depth::default(),
            group_digits: true,
            keys: Vec::new(),
            language: None,
            lock_on_suspend: false,
            mouse: true,
            providers: Vec::new(),
            remember_place: true,
            reminders: true,
            sort: Sort::default(),
            theme: Theme::default(),
            unicode: Signs::default(),
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
                ("providers", Some(table)) => config.providers = providers::read(text, table, &mut complaints),
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

    /// The provider that signs in the accounts of this service, if one is configured; the first one counts.
    #[must_use]
    pub fn provider_for(&self, service: &str) -> Option<&ProviderSetup> {
        self.providers.iter().find(|provider| provider.is_for(service))
    }

    /// How long a code stays on the clipboard.
    #[must_use]
    pub fn clear_after(&self) -> Duration {
        Duration::from_secs(self.clipboard_seconds.into())
    }

    fn take(&mut self, key: &str, item: &Item) -> Result<(), Wrong> {
        let setting = match key {
            "auto-lock" => return Err(Wrong::InTheVault),
            "keys" => return Err(Wrong::Value(Text::new("config-wants-keys-table"))),
            "providers" => return Err(Wrong::Value(Text::new("config-wants-provider-table"))),
            key => Setting::from_name(key).ok_or(Wrong::Key)?,
        };
        let value = meant(setting, item).filter(|value| self.put(setting, *value));
        value.map(|_| ()).ok_or_else(|| Wrong::Value(wanted(setting)))
    }
}

/// What a value of the file means for a setting.
fn meant(setting: Setting, item: &Item) -> Option<Value> {
    match setting.kind() {
        Kind::Number { least, most, .. } => {
            let number = u16::try_from(item.as_integer()?).ok()?;
            (least..=most).contains(&number).then_some(Value::Number(number))
        }
        Kind::Seconds { most } => {
            let seconds = i32::try_from(item.as_integer()?).ok()?;
            (seconds.unsigned_abs() <= most).then_some(Value::Seconds(seconds))
        }
        Kind::Switch => item.as_bool().map(Value::Switch),
        Kind::Words(words) => {
            let typed = item.as_str()?;
            words.into_iter().find(|word| *word == typed).map(Value::Word)
        }
    }
}

/// Says what a setting can be.
#[must_use]
pub fn wanted(setting: Setting) -> Text {
    match setting.kind() {
        Kind::Number { least, most, .. } => {
            Text::new("config-wants-number").number("least", least).number("most", most)
        }
        Kind::Seconds { most } => Text::new("config-wants-seconds").number("most", most),
        Kind::Switch => Text::new("config-wants-switch"),
        Kind::Words(words) => {
            let words: Vec<String> = words.into_iter().map(|word| format!("\"{word}\"")).collect();
            Text::new("config-wants-word").word("words", words.join(", "))
        }
    }
}

fn keys(item: &Item) -> Result<Vec<String>, Wrong> {
    let one = item.as_str().map(|key| Some(vec![key.to_owned()]));
    let several = || item.as_array()?.iter().map(|key| key.as_str().map(str::to_owned)).collect();
    one.unwrap_or_else(several).ok_or_else(|| Wrong::Value(Text::new("config-wants-keys")))
}

/// What is wrong with one line, before it is known which.
enum Wrong {
    InTheVault,
    Key,
    Value(Text),
}

impl Wrong {
    fn at(self, key: &str, line: usize) -> Complaint {
        let key = key.to_owned();
        match self {
            Self::InTheVault => Complaint::InTheVault { key, line },
            Self::Key => Complaint::UnknownKey { suggestion: complaint::nearest(&key), key, line },
            Self::Value(wanted) => Complaint::BadValue { key, line, wanted },
        }
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

#[cfg(test)]
mod tests {
    use super::{CardShape, Codes, Color, Complaint, Config, Depth, KeyLine, Setting, Signs, Sort, Theme};
    use crate::words::Language;

    #[test]
    fn an_empty_file_is_the_defaults() {
        assert_eq!(Config::read(""), (Config::default(), Vec::new()));
        assert_eq!(Config::read("# nothing here\n").0.clipboard_seconds, 20);
    }

    #[test]
    fn every_setting_is_meant_as_it_is_typed() {
        let typed = "card = \"closed\"\nlanguage = \"sv\"\ncolor = \"never\"\nclipboard-seconds = 45\ncodes = \"hidden\"\n\
             mouse = false\nlock-on-suspend = true\ncolor-depth = \"256\"\ngroup-digits = false\nremember-place = false\n\
             reminders = false\nclock-correction = -90\n\
             sort = \"name\"\ntheme = \"paper\"\nunicode = \"never\"\n";
        let meant = Config {
            card: CardShape::Closed,
            clipboard_seconds: 45,
            clock_correction: -90,
            codes: Codes::Hidden,
            color: Color::Never,
            color_depth: Depth::TwoHundred,
            group_digits: false,
            keys: Vec::new(),
            language: Some(Language::Sv),
            lock_on_suspend: true,
            mouse: false,
            providers: Vec::new(),
            remember_place: false,
            reminders: false,
            sort: Sort::Name,
            theme: Theme::Paper,
            unicode: Signs::Never,
        };
        assert_eq!(Config::read(typed), (meant, Vec::new()));
        assert!(Setting::ALL.iter().all(|setting| typed.contains(setting.name())));
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
        for typed in [
            "clipboard-seconds = 0",
            "clipboard-seconds = \"20\"",
            "clipboard-seconds = 99999",
            "clock-correction = 172801",
            "clock-correction = -172801",
            "clock-correction = \"90\"",
            "theme = \"pink\"",
            "mouse = 1",
        ] {
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
