//! What a settings file gets wrong, and the names that were probably meant.

use crate::config::Setting;
use crate::text::{Explain, Text};

/// What a settings file gets wrong. The default holds in its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Complaint {
    /// A value that the key cannot have.
    BadValue {
        /// The key.
        key: String,
        /// The line, counted from 1.
        line: usize,
        /// What it may be.
        wanted: Text,
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
            Self::BadValue { wanted, .. } => wanted.clone(),
            Self::InTheVault { .. } => Text::new("fix-config-in-vault"),
            Self::NotToml { .. } => Text::new("fix-config-not-toml"),
            Self::OthersMayWrite => Text::new("fix-config-others-write"),
            Self::UnknownKey { suggestion: Some(key), .. } => Text::new("fix-config-key-meant").word("key", *key),
            Self::UnknownKey { .. } => Text::new("fix-config-key").word("keys", known().collect::<Vec<_>>().join(", ")),
        })
    }
}

/// Every key of the file, as it is typed.
fn known() -> impl Iterator<Item = &'static str> {
    Setting::ALL.map(Setting::name).into_iter().chain(["keys", "providers"])
}

/// The key that differs least from what was typed, if it is near enough to have been meant.
pub fn nearest(typed: &str) -> Option<&'static str> {
    nearest_of(known(), typed)
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
