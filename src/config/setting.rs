//! Every setting there is: its name, what it can be, what it is. The one list from which the file is read and written, and
//! from which faces offer them.

use crate::config::choice::{CardShape, Codes, Color, Depth, Signs, Sort, Theme, named, names};
use crate::config::{CLIPBOARD_SECONDS, Config, LARGEST_CORRECTION};
use crate::words::Language;

/// A setting.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Setting {
    /// `card`: whether the chosen account is opened in place.
    Card,
    /// `clipboard-seconds`: after how many seconds the clipboard is cleared.
    ClipboardSeconds,
    /// `clock-correction`: how many seconds codes are ahead of this computer's clock.
    ClockCorrection,
    /// `codes`: which codes are seen at once.
    Codes,
    /// `color`: whether colours are used.
    Color,
    /// `color-depth`: how many colours the terminal has.
    ColorDepth,
    /// `group-digits`: whether the digits of a code stand in groups.
    GroupDigits,
    /// `language`: the person's language.
    Language,
    /// `lock-on-suspend`: lock when Ctrl-Z stops the program.
    LockOnSuspend,
    /// `mouse`: whether the mouse is listened to.
    Mouse,
    /// `remember-place`: whether the screen opens where it was left.
    RememberPlace,
    /// `reminders`: whether a start reminds of what backups need.
    Reminders,
    /// `sort`: what the accounts are ordered by when the vault opens.
    Sort,
    /// `theme`: the colours.
    Theme,
    /// `unicode`: whether signs beyond ASCII are used.
    Unicode,
}

/// What a setting is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Value {
    /// A whole number.
    Number(u16),
    /// Seconds, forwards or backwards.
    Seconds(i32),
    /// On or off.
    Switch(bool),
    /// One of the setting's words.
    Word(&'static str),
}

/// What a setting can be.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Kind {
    /// A whole number between two others, both included; `steps` are those that are offered.
    Number {
        /// The least.
        least: u16,
        /// The most.
        most: u16,
        /// Those that a person is offered.
        steps: &'static [u16],
    },
    /// Seconds, so many forwards or backwards at most.
    Seconds {
        /// The most.
        most: u32,
    },
    /// On or off.
    Switch,
    /// One of these words.
    Words(Vec<&'static str>),
}

/// The word that leaves a choice to the program.
const AUTO: &str = "auto";

impl Setting {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 15] = [
        Self::Language,
        Self::Theme,
        Self::Color,
        Self::ColorDepth,
        Self::Unicode,
        Self::Codes,
        Self::GroupDigits,
        Self::Card,
        Self::Sort,
        Self::RememberPlace,
        Self::Mouse,
        Self::ClipboardSeconds,
        Self::LockOnSuspend,
        Self::Reminders,
        Self::ClockCorrection,
    ];

    /// Its name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::ClipboardSeconds => "clipboard-seconds",
            Self::ClockCorrection => "clock-correction",
            Self::Codes => "codes",
            Self::Color => "color",
            Self::ColorDepth => "color-depth",
            Self::GroupDigits => "group-digits",
            Self::Language => "language",
            Self::LockOnSuspend => "lock-on-suspend",
            Self::Mouse => "mouse",
            Self::RememberPlace => "remember-place",
            Self::Reminders => "reminders",
            Self::Sort => "sort",
            Self::Theme => "theme",
            Self::Unicode => "unicode",
        }
    }

    /// The setting of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// A sentence or two that help with it: their id.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Card => "setting-card-about",
            Self::ClipboardSeconds => "setting-clipboard-about",
            Self::ClockCorrection => "setting-clock-about",
            Self::Codes => "setting-codes-about",
            Self::Color => "setting-color-about",
            Self::ColorDepth => "setting-depth-about",
            Self::GroupDigits => "setting-group-digits-about",
            Self::Language => "setting-language-about",
            Self::LockOnSuspend => "setting-lock-on-suspend-about",
            Self::Mouse => "setting-mouse-about",
            Self::RememberPlace => "setting-remember-about",
            Self::Reminders => "setting-reminders-about",
            Self::Sort => "setting-sort-about",
            Self::Theme => "setting-theme-about",
            Self::Unicode => "setting-unicode-about",
        }
    }

    /// What it can be.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::ClipboardSeconds => {
                Kind::Number { least: 1, most: 3600, steps: &[5, 10, 15, CLIPBOARD_SECONDS, 30, 45, 60, 120, 300] }
            }
            Self::ClockCorrection => Kind::Seconds { most: LARGEST_CORRECTION },
            Self::Codes => Kind::Words(names(Codes::NAMES)),
            Self::Color => Kind::Words(names(Color::NAMES)),
            Self::ColorDepth => Kind::Words(names(Depth::NAMES)),
            Self::Language => Kind::Words([AUTO].into_iter().chain(Language::ALL.map(Language::tag)).collect()),
            Self::Sort => Kind::Words(names(Sort::NAMES)),
            Self::Theme => Kind::Words(names(Theme::NAMES)),
            Self::Unicode => Kind::Words(names(Signs::NAMES)),
            Self::Card => Kind::Words(names(CardShape::NAMES)),
            Self::GroupDigits | Self::LockOnSuspend | Self::Mouse | Self::RememberPlace | Self::Reminders => {
                Kind::Switch
            }
        }
    }

    /// What it is unless a person says otherwise.
    #[must_use]
    pub fn default_value(self) -> Value {
        Config::default().value(self)
    }

    /// The value that is offered after this one, or before it, round and round.
    #[must_use]
    pub fn beside(self, value: Value, is_forward: bool) -> Value {
        let all: Vec<Value> = match self.kind() {
            Kind::Seconds { most } => return a_second_on(value, most, is_forward),
            Kind::Number { steps, .. } => steps.iter().copied().map(Value::Number).collect(),
            Kind::Switch => vec![Value::Switch(false), Value::Switch(true)],
            Kind::Words(words) => words.into_iter().map(Value::Word).collect(),
        };
        let at = all.iter().position(|other| *other == value).or_else(|| place_among(&all, value, is_forward));
        let count = all.len().max(1);
        let next = at.map_or(0, |at| if is_forward { at + 1 } else { at + count - 1 });
        all.get(next % count).copied().unwrap_or(value)
    }
}

/// One second more or less, round and round.
fn a_second_on(value: Value, most: u32, is_forward: bool) -> Value {
    let Value::Seconds(seconds) = value else { return value };
    let most = i32::try_from(most).unwrap_or(i32::MAX);
    let next = seconds.saturating_add(if is_forward { 1 } else { -1 });
    Value::Seconds(if next.abs() > most { most.saturating_mul(-next.signum()) } else { next })
}

/// Where a number that is not offered would stand, so that the next step goes to its neighbour.
fn place_among(all: &[Value], value: Value, is_forward: bool) -> Option<usize> {
    let number = |value: &Value| if let Value::Number(number) = value { Some(*number) } else { None };
    let own = number(&value)?;
    let above = all.iter().position(|other| number(other).is_some_and(|other| other > own)).unwrap_or(all.len());
    Some(if is_forward { (above + all.len()).saturating_sub(1) } else { above })
}

impl Config {
    /// What a setting is.
    #[must_use]
    pub fn value(&self, setting: Setting) -> Value {
        match setting {
            Setting::Card => Value::Word(self.card.name()),
            Setting::ClipboardSeconds => Value::Number(self.clipboard_seconds),
            Setting::ClockCorrection => Value::Seconds(self.clock_correction),
            Setting::Codes => Value::Word(self.codes.name()),
            Setting::Color => Value::Word(self.color.name()),
            Setting::ColorDepth => Value::Word(self.color_depth.name()),
            Setting::GroupDigits => Value::Switch(self.group_digits),
            Setting::Language => Value::Word(self.language.map_or(AUTO, Language::tag)),
            Setting::LockOnSuspend => Value::Switch(self.lock_on_suspend),
            Setting::Mouse => Value::Switch(self.mouse),
            Setting::RememberPlace => Value::Switch(self.remember_place),
            Setting::Reminders => Value::Switch(self.reminders),
            Setting::Sort => Value::Word(self.sort.name()),
            Setting::Theme => Value::Word(self.theme.name()),
            Setting::Unicode => Value::Word(self.unicode.name()),
        }
    }

    /// Sets a setting. Returns whether it can be that.
    pub fn put(&mut self, setting: Setting, value: Value) -> bool {
        match (setting, value) {
            (Setting::ClipboardSeconds, Value::Number(seconds)) if (1..=3600).contains(&seconds) => {
                self.clipboard_seconds = seconds;
            }
            (Setting::ClockCorrection, Value::Seconds(by)) if by.unsigned_abs() <= LARGEST_CORRECTION => {
                self.clock_correction = by;
            }
            (Setting::GroupDigits, Value::Switch(is_on)) => self.group_digits = is_on,
            (Setting::LockOnSuspend, Value::Switch(is_on)) => self.lock_on_suspend = is_on,
            (Setting::Mouse, Value::Switch(is_on)) => self.mouse = is_on,
            (Setting::RememberPlace, Value::Switch(is_on)) => self.remember_place = is_on,
            (Setting::Reminders, Value::Switch(is_on)) => self.reminders = is_on,
            (setting, Value::Word(word)) => return self.put_word(setting, word).is_some(),
            _ => return false,
        }
        true
    }

    fn put_word(&mut self, setting: Setting, word: &str) -> Option<()> {
        match setting {
            Setting::Card => self.card = named(CardShape::NAMES, word)?,
            Setting::Codes => self.codes = named(Codes::NAMES, word)?,
            Setting::Color => self.color = named(Color::NAMES, word)?,
            Setting::ColorDepth => self.color_depth = named(Depth::NAMES, word)?,
            Setting::Language if word == AUTO => self.language = None,
            Setting::Language => self.language = Some(Language::from_tag(word)?),
            Setting::Sort => self.sort = named(Sort::NAMES, word)?,
            Setting::Theme => self.theme = named(Theme::NAMES, word)?,
            Setting::Unicode => self.unicode = named(Signs::NAMES, word)?,
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Config, Kind, Setting, Value};

    #[test]
    fn every_setting_can_be_set_to_everything_that_it_offers_and_to_nothing_else() {
        for setting in Setting::ALL {
            let mut value = setting.default_value();
            for _ in 0..12 {
                value = setting.beside(value, true);
                let mut config = Config::default();
                assert!(config.put(setting, value), "{setting:?} {value:?}");
                assert_eq!(config.value(setting), value);
            }
            let mut config = Config::default();
            assert!(!config.put(setting, Value::Word("no such word")), "{setting:?}");
            assert!(!config.put(setting, Value::Number(0)), "{setting:?}");
            assert_eq!(Setting::from_name(setting.name()), Some(setting));
        }
    }

    #[test]
    fn the_choices_go_round_in_both_directions() {
        for setting in Setting::ALL {
            let first = setting.default_value();
            assert_eq!(setting.beside(setting.beside(first, true), false), first, "{setting:?}");
        }
        assert_eq!(Setting::Mouse.kind(), Kind::Switch);
    }

    #[test]
    fn a_correction_goes_second_by_second_from_end_to_end_and_no_further() {
        let step = |seconds, is_forward| Setting::ClockCorrection.beside(Value::Seconds(seconds), is_forward);
        assert_eq!((step(0, true), step(0, false)), (Value::Seconds(1), Value::Seconds(-1)));
        assert_eq!((step(172_800, true), step(-172_800, false)), (Value::Seconds(-172_800), Value::Seconds(172_800)));
        let mut config = Config::default();
        assert!(!config.put(Setting::ClockCorrection, Value::Seconds(172_801)));
        assert!(!config.put(Setting::ClockCorrection, Value::Seconds(i32::MIN)));
    }

    #[test]
    fn a_number_that_is_not_offered_steps_to_its_neighbours() {
        let step = |number, is_forward| Setting::ClipboardSeconds.beside(Value::Number(number), is_forward);
        assert_eq!((step(25, true), step(25, false)), (Value::Number(30), Value::Number(20)));
        assert_eq!((step(999, true), step(999, false)), (Value::Number(5), Value::Number(300)));
        assert_eq!((step(1, true), step(1, false)), (Value::Number(5), Value::Number(300)));
    }
}
