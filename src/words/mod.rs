//! The catalogue: a [`Text`] in a person's language. Fluent files, compiled in.

use crate::text::Text;

/// A language of the catalogue.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Indonesian.
    Id,
    /// Swedish.
    Sv,
}

impl Language {
    /// The language of a tag such as `sv-SE`, `id_ID.UTF-8`; `None` for one that the catalogue does not have.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let _ = tag;
        todo!()
    }
}

/// All sentences in one language. A value, not a global; not `Sync` on purpose.
pub struct Catalog {}

impl Catalog {
    /// The catalogue of a language; an id that is missing there is said in English.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let _ = language;
        todo!()
    }
    /// A message in the person's language. Words from outside are cleaned.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        let _ = text;
        todo!()
    }
    /// A message without arguments.
    #[must_use]
    pub fn line(&self, id: &'static str) -> String {
        self.say(&Text::new(id))
    }
}
