//! What is to be said to a person, before it is put into a language: an id of the catalogue and its arguments.
//!
//! Rooms below the faces return [`Text`]; only `words` turns it into sentences.

mod clean;

pub use clean::{Cleaned, clean, clean_line, fold, has_lookalikes};

/// A message of the catalogue with its arguments.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Text {
    /// The id in `assets/i18n/*/*.ftl`.
    pub id: &'static str,
    /// Named arguments, in any order.
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Text`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Arg {
    /// A number; the catalogue picks the plural by it.
    Number(i64),
    /// Another message, put into the same language first.
    Text(Text),
    /// A word from outside (a name, a path). It is cleaned before it is shown.
    Word(String),
}

impl Text {
    /// A message without arguments.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds a number.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: impl TryInto<i64>) -> Self {
        self.args.push((name, Arg::Number(value.try_into().unwrap_or(i64::MAX))));
        self
    }

    /// Adds a word from outside.
    #[must_use]
    pub fn word(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::Word(value.into())));
        self
    }

    /// Adds another message.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: Self) -> Self {
        self.args.push((name, Arg::Text(value)));
        self
    }
}

/// An error that can speak to a person: one sentence for what is wrong, one for what helps.
pub trait Explain {
    /// What is wrong.
    fn what(&self) -> Text;

    /// What helps, where that is known.
    fn fix(&self) -> Option<Text>;
}

/// The two sentences of an error, as a value that outlives it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Trouble {
    /// What went wrong.
    pub what: Text,
    /// What helps.
    pub fix: Option<Text>,
}

impl Trouble {
    /// Those of an error.
    #[must_use]
    pub fn of(error: &dyn Explain) -> Self {
        Self { what: error.what(), fix: error.fix() }
    }
}

impl Explain for Trouble {
    fn what(&self) -> Text {
        self.what.clone()
    }

    fn fix(&self) -> Option<Text> {
        self.fix.clone()
    }
}
