//! The rows of the settings, and how each of them and its values are said.

use crate::config::{Setting, Value};
use crate::text::Text;
use crate::tui::screens::settings::Shown;
use crate::words::Language;

/// A row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Row {
    /// When the vault locks by itself.
    AutoLock,
    /// A setting of the file.
    Setting(Setting),
}

impl Row {
    /// All of them, in their parts.
    pub const ALL: [Self; 16] = [
        Self::Setting(Setting::Language),
        Self::Setting(Setting::Theme),
        Self::Setting(Setting::Color),
        Self::Setting(Setting::ColorDepth),
        Self::Setting(Setting::Unicode),
        Self::Setting(Setting::Codes),
        Self::Setting(Setting::GroupDigits),
        Self::Setting(Setting::Card),
        Self::Setting(Setting::Sort),
        Self::Setting(Setting::RememberPlace),
        Self::Setting(Setting::Mouse),
        Self::AutoLock,
        Self::Setting(Setting::ClipboardSeconds),
        Self::Setting(Setting::LockOnSuspend),
        Self::Setting(Setting::Reminders),
        Self::Setting(Setting::ClockCorrection),
    ];

    /// The title of the part that begins with this row.
    pub const fn title(self) -> Option<&'static str> {
        match self {
            Self::AutoLock => Some("setting-part-safety"),
            Self::Setting(Setting::Codes) => Some("setting-part-accounts"),
            Self::Setting(Setting::Language) => Some("setting-part-look"),
            Self::Setting(_) => None,
        }
    }

    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AutoLock => "setting-auto-lock",
            Self::Setting(setting) => match setting {
                Setting::Card => "setting-card",
                Setting::ClipboardSeconds => "setting-clipboard",
                Setting::ClockCorrection => "setting-clock",
                Setting::Codes => "setting-codes",
                Setting::Color => "setting-color",
                Setting::ColorDepth => "setting-depth",
                Setting::GroupDigits => "setting-group-digits",
                Setting::Language => "setting-language",
                Setting::LockOnSuspend => "setting-lock-on-suspend",
                Setting::Mouse => "setting-mouse",
                Setting::RememberPlace => "setting-remember",
                Setting::Reminders => "setting-reminders",
                Setting::Sort => "setting-sort",
                Setting::Theme => "setting-theme",
                Setting::Unicode => "setting-unicode",
            },
        }
    }

    /// A sentence or two that help.
    pub const fn about(self) -> &'static str {
        match self {
            Self::AutoLock => "setting-auto-lock-about",
            Self::Setting(setting) => setting.about(),
        }
    }
}

/// How a value is said.
pub fn said(shown: Shown) -> Text {
    match shown {
        Shown::After(0) => Text::new("setting-never"),
        Shown::After(seconds) if seconds % 60 == 0 => {
            Text::new("setting-after-minutes").number("minutes", seconds / 60)
        }
        Shown::After(seconds) => Text::new("setting-after-seconds").number("seconds", seconds),
        Shown::Value(_, Value::Number(seconds)) => Text::new("setting-after-seconds").number("seconds", seconds),
        Shown::Value(_, Value::Seconds(seconds)) => said_seconds(seconds),
        Shown::Value(_, Value::Switch(true)) => Text::new("setting-on"),
        Shown::Value(_, Value::Switch(false)) => Text::new("setting-off"),
        Shown::Value(setting, Value::Word(word)) => said_word(setting, word),
    }
}

/// A correction of the clock.
fn said_seconds(seconds: i32) -> Text {
    let id = match seconds.signum() {
        0 => return Text::new("setting-clock-none"),
        1 => "setting-clock-later",
        _ => "setting-clock-earlier",
    };
    Text::new(id).number("seconds", seconds.unsigned_abs())
}

fn said_word(setting: Setting, word: &'static str) -> Text {
    if let (Setting::Language, Some(language)) = (setting, Language::from_tag(word)) {
        return Text::new("setting-own-name").word("name", language.own_name());
    }
    Text::new(match (setting, word) {
        (Setting::Language, _) => "setting-language-auto",
        (Setting::Theme, "auto") => "setting-theme-auto",
        (Setting::Theme, "dark") => "setting-theme-dark",
        (Setting::Theme, "high-contrast") => "setting-theme-high-contrast",
        (Setting::Theme, "light") => "setting-theme-light",
        (Setting::Theme, "paper") => "setting-theme-paper",
        (Setting::Theme, "terminal") => "setting-theme-terminal",
        (Setting::Theme, "gruvbox") => return Text::new("setting-own-name").word("name", "Gruvbox"),
        (Setting::Theme, "nord") => return Text::new("setting-own-name").word("name", "Nord"),
        (Setting::Color, "auto") => "setting-color-auto",
        (Setting::ColorDepth, "auto") => "setting-depth-auto",
        (Setting::ColorDepth, "full") => "setting-depth-full",
        (Setting::Unicode, "auto") => "setting-unicode-auto",
        (Setting::Card, "open") => "setting-card-open",
        (Setting::Card, "closed") => "setting-card-closed",
        (Setting::Codes, "shown") => "setting-codes-shown",
        (Setting::Codes, "selected") => "setting-codes-selected",
        (Setting::Codes, "hidden") => "setting-codes-hidden",
        (Setting::Sort, "last") => "setting-sort-last",
        (Setting::Sort, "most") => "setting-sort-most",
        (Setting::Sort, "name") => "setting-sort-name",
        (Setting::Sort, "own") => "setting-sort-own",
        (Setting::Sort, "recent") => "setting-sort-recent",
        (_, "always") => "setting-always",
        (_, "never") => "setting-never",
        (_, other) => return Text::new("setting-own-name").word("name", other),
    })
}

#[cfg(test)]
mod tests {
    use super::{Row, said};
    use crate::config::{Kind, Setting, Value};
    use crate::tui::screens::settings::Shown;
    use crate::words::{Catalog, Language};

    #[test]
    fn every_setting_has_a_row() {
        for setting in Setting::ALL {
            assert!(Row::ALL.contains(&Row::Setting(setting)), "{setting:?}");
        }
        assert_eq!(Row::ALL.len(), Setting::ALL.len() + 1);
    }

    #[test]
    fn every_value_is_said_in_words_and_no_two_alike() {
        for language in Language::ALL {
            let words = Catalog::new(language);
            for setting in Setting::ALL {
                let Kind::Words(all) = setting.kind() else { continue };
                let mut heard: Vec<String> =
                    all.iter().map(|word| words.say(&said(Shown::Value(setting, Value::Word(word))))).collect();
                // A name of a theme or a number may stand as it is; a word of English may not.
                let plain = ["auto", "always", "never", "open", "shown", "last"];
                assert!(
                    heard.iter().all(|said| !plain.contains(&said.as_str()) || language == Language::En),
                    "{heard:?}"
                );
                heard.sort();
                heard.dedup();
                assert_eq!(heard.len(), all.len(), "{setting:?} {heard:?}");
            }
        }
    }
}
