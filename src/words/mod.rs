//! The catalogue: a [`Text`] in a person's language. Fluent files, compiled in; who says what is for the other rooms.

mod ground;
mod language;

use std::cell::OnceCell;
use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use language::Language;

use crate::text::{Arg, Text, clean_line};

/// The largest whole number that a 64-bit float, which Fluent counts in, tells from its neighbours (2^53).
const LARGEST_EXACT: i64 = 1 << 53;

/// All sentences in one language. A value, not a global; not `Sync` on purpose.
pub struct Catalog {
    language: Language,
    chosen: Sentences,
    /// Read only when the chosen language lacks a sentence.
    english: OnceCell<Sentences>,
}

impl Catalog {
    /// The catalogue of a language; an id that is missing there is said in English.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, chosen: Sentences::read(language), english: OnceCell::new() }
    }

    /// The language that was chosen.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A message in the person's language. Words from outside are cleaned.
    ///
    /// An id that even English lacks is shown in angle brackets; a test sees to it that none does.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        let args = self.arguments(text);
        self.chosen
            .say(text.id, &args)
            .or_else(|| self.english.get_or_init(|| Sentences::read(Language::En)).say(text.id, &args))
            .unwrap_or_else(|| format!("<{}>", text.id))
    }

    /// A message without arguments.
    #[must_use]
    pub fn line(&self, id: &'static str) -> String {
        self.say(&Text::new(id))
    }

    /// The message of an id that is put together while running, without arguments; `None` where there is none.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<String> {
        let none = FluentArgs::new();
        self.chosen.say(id, &none).or_else(|| self.english.get_or_init(|| Sentences::read(Language::En)).say(id, &none))
    }

    fn arguments(&self, text: &Text) -> FluentArgs<'static> {
        text.args.iter().map(|(name, arg)| (*name, self.argument(arg))).collect()
    }

    fn argument(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(number) if number.saturating_abs() > LARGEST_EXACT => number.to_string().into(),
            Arg::Number(number) => (*number).into(),
            Arg::Text(text) => self.say(text).into(),
            Arg::Word(word) => clean_line(word).text.into(),
        }
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Catalog({:?})", self.language)
    }
}

/// The sentences of one language, ready to be filled in.
struct Sentences(FluentBundle<FluentResource>);

impl Sentences {
    fn read(language: Language) -> Self {
        let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // The marks that isolate right-to-left text would be cells of their own on many terminals.
        bundle.set_use_isolating(false);
        for source in language.sources() {
            // What cannot be read is left out and what comes twice stays as it was; tests allow neither.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    fn say(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.0.get_message(id)?.value()?;
        // An argument that is not given shows as its name; there is nobody else to tell.
        let mut unsaid: Vec<FluentError> = Vec::new();
        Some(self.0.format_pattern(pattern, Some(args), &mut unsaid).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalog, Language};
    use crate::text::Text;

    fn said(language: Language, number: i64) -> String {
        Catalog::new(language).say(&Text::new("count-accounts").number("count", number))
    }

    /// A sentence with a word from outside and another sentence in it.
    fn quoted(word: &str) -> Text {
        Text::new("complaint").word("entry", word).text("reason", Text::new("badge-action"))
    }

    #[test]
    fn numbers_agree_with_their_nouns_in_each_language() {
        assert_eq!(
            [0, 1, 2, 21].map(|number| said(Language::En, number)),
            ["0 accounts", "1 account", "2 accounts", "21 accounts"]
        );
        assert_eq!(
            [0, 1, 2, 21].map(|number| said(Language::Sv, number)),
            ["0 konton", "1 konto", "2 konton", "21 konton"]
        );
        assert_eq!([0, 1, 2, 21].map(|number| said(Language::Id, number)), ["0 akun", "1 akun", "2 akun", "21 akun"]);
    }

    #[test]
    fn the_words_of_the_pages_stay_as_they_are() {
        let lines = |id| Language::ALL.map(|language| Catalog::new(language).line(id));
        assert_eq!(
            lines("badge-sign-in"),
            [
                "Sign in to restore your account",
                "Masuk untuk memulihkan akun Anda",
                "Logga in för att återställa ditt konto"
            ]
        );
        assert_eq!(lines("badge-action"), ["Action required", "Tindakan diperlukan", "Åtgärd krävs"]);
    }

    #[test]
    fn a_word_from_outside_cannot_steer_the_terminal() {
        let text = quoted("Bank\u{1b}[2J\u{202e}\nevil");
        assert_eq!(Catalog::new(Language::En).say(&text), "Bank[2J evil: Action required");
    }

    #[test]
    fn a_word_from_outside_is_not_read_as_a_sentence_of_ours() {
        let text = quoted("{ $reason } { badge-action }");
        assert_eq!(Catalog::new(Language::En).say(&text), "{ $reason } { badge-action }: Action required");
    }

    #[test]
    fn a_message_inside_a_message_speaks_the_same_language() {
        assert_eq!(Catalog::new(Language::Sv).say(&quoted("Bank")), "Bank: Åtgärd krävs");
    }

    #[test]
    fn large_numbers_stay_exact() {
        assert_eq!(said(Language::En, i64::MAX), "9223372036854775807 accounts");
        assert_eq!(said(Language::En, i64::MIN), "-9223372036854775808 accounts");
        assert_eq!(said(Language::En, 1_234_567), "1234567 accounts");
    }

    #[test]
    fn an_id_that_no_language_has_is_seen_as_such() {
        assert_eq!(Catalog::new(Language::Sv).line("no-such-sentence"), "<no-such-sentence>");
    }

    #[test]
    fn english_is_read_only_when_it_is_needed() {
        let catalog = Catalog::new(Language::Sv);
        let _ = catalog.line("badge-action");
        assert!(catalog.english.get().is_none());
        let _ = catalog.line("no-such-sentence");
        assert!(catalog.english.get().is_some());
    }
}
