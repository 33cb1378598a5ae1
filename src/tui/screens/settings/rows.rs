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
    pub const ALL: [Self; 14] = [
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
    ];

    /// The title of the part that begins with this row.
    pub const fn title(self) -> Option<&'static str> {
        match self {
            Self::AutoLock => Some("set-part-safety"),
            Self::Setting(Setting::Codes) => Some("set-part-accounts"),
            Self::Setting(Setting::Language) => Some("set-part-look"),
            Self::Setting(_) => None,
        }
    }

    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AutoLock => "set-auto-lock",
            Self::Setting(setting) => match setting {
                Setting::Card => "set-card",
                Setting::ClipboardSeconds => "set-clipboard",
                Setting::Codes => "set-codes",
                Setting::Color => "set-color",
                Setting::ColorDepth => "set-depth",
                Setting::GroupDigits => "set-group-digits",
                Setting::Language => "set-language",
                Setting::LockOnSuspend => "set-lock-on-suspend",
                Setting::Mouse => "set-mouse",
                Setting::RememberPlace => "set-remember",
                Setting::Sort => "set-sort",
                Setting::Theme => "set-theme",
                Setting::Unicode => "set-unicode",
            },
        }
    }

    /// A sentence or two that help.
    pub const fn about(self) -> &'static str {
        match self {
            Self::AutoLock => "set-auto-lock-about",
            Self::Setting(setting) => about(setting),
        }
    }
}

/// A sentence or two that help with a setting.
#[must_use]
pub const fn about(setting: Setting) -> &'static str {
    match setting {
        Setting::Card => "set-card-about",
        Setting::ClipboardSeconds => "set-clipboard-about",
        Setting::Codes => "set-codes-about",
        Setting::Color => "set-color-about",
        Setting::ColorDepth => "set-depth-about",
        Setting::GroupDigits => "set-group-digits-about",
        Setting::Language => "set-language-about",
        Setting::LockOnSuspend => "set-lock-on-suspend-about",
        Setting::Mouse => "set-mouse-about",
        Setting::RememberPlace => "set-remember-about",
        Setting::Sort => "set-sort-about",
        Setting::Theme => "set-theme-about",
        Setting::Unicode => "set-unicode-about",
    }
}

/// How a value is said.
pub fn said(shown: Shown) -> Text {
    match shown {
        Shown::After(0) => Text::new("set-never"),
        Shown::After(seconds) if seconds % 60 == 0 => Text::new("set-after-minutes").number("minutes", seconds / 60),
        Shown::After(seconds) => Text::new("set-after-seconds").number("seconds", seconds),
        Shown::Value(_, Value::Number(seconds)) => Text::new("set-after-seconds").number("seconds", seconds),
        Shown::Value(_, Value::Switch(true)) => Text::new("set-on"),
        Shown::Value(_, Value::Switch(false)) => Text::new("set-off"),
        Shown::Value(setting, Value::Word(word)) => said_word(setting, word),
    }
}

fn said_word(setting: Setting, word: &'static str) -> Text {
    if let (Setting::Language, Some(language)) = (setting, Language::from_tag(word)) {
        return Text::new("set-own-name").word("name", language.own_name());
    }
    Text::new(match (setting, word) {
        (Setting::Language, _) => "set-language-auto",
        (Setting::Theme, "auto") => "set-theme-auto",
        (Setting::Theme, "dark") => "set-theme-dark",
        (Setting::Theme, "high-contrast") => "set-theme-high-contrast",
        (Setting::Theme, "light") => "set-theme-light",
        (Setting::Theme, "paper") => "set-theme-paper",
        (Setting::Theme, "terminal") => "set-theme-terminal",
        (Setting::Theme, "gruvbox") => return Text::new("set-own-name").word("name", "Gruvbox"),
        (Setting::Theme, "nord") => return Text::new("set-own-name").word("name", "Nord"),
        (Setting::Color, "auto") => "set-color-auto",
        (Setting::ColorDepth, "auto") => "set-depth-auto",
        (Setting::ColorDepth, "full") => "set-depth-full",
        (Setting::Unicode, "auto") => "set-unicode-auto",
        (Setting::Card, "open") => "set-card-open",
        (Setting::Card, "closed") => "set-card-closed",
        (Setting::Codes, "shown") => "set-codes-shown",
        (Setting::Codes, "selected") => "set-codes-selected",
        (Setting::Codes, "hidden") => "set-codes-hidden",
        (Setting::Sort, "last") => "set-sort-last",
        (Setting::Sort, "most") => "set-sort-most",
        (Setting::Sort, "name") => "set-sort-name",
        (Setting::Sort, "own") => "set-sort-own",
        (Setting::Sort, "recent") => "set-sort-recent",
        (_, "always") => "set-always",
        (_, "never") => "set-never",
        (_, other) => return Text::new("set-own-name").word("name", other),
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
