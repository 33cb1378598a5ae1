//! The catalogue says everything in every language: the same sentences, the same arguments, the right plurals.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;

use crate::{Source, no_complaints, sources};

/// The languages with the plural categories that whole numbers fall into (Unicode CLDR).
const LANGUAGES: &[(&str, &[&str])] = &[("en", &["one", "other"]), ("id", &["other"]), ("sv", &["one", "other"])];

/// A sentence of one language.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Sentence {
    /// The file it stands in.
    pub file: String,
    /// The names of its arguments.
    pub arguments: BTreeSet<String>,
    /// Those of them that are said, and not only chosen by.
    said: BTreeSet<String>,
    /// The choices of each selector.
    choices: Vec<Vec<String>>,
    /// All that is said literally.
    pub words: String,
}

/// The sentences of a language, by id, and what was wrong with the files.
pub fn read(files: &[Source]) -> (BTreeMap<String, Sentence>, Vec<String>) {
    let (mut sentences, mut complaints) = (BTreeMap::new(), Vec::new());
    for file in files {
        let resource = parser::parse(file.text.as_str()).unwrap_or_else(|(readable, errors)| {
            complaints.extend(errors.iter().map(|error| format!("{}: {error}", file.path)));
            readable
        });
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                if let Entry::Junk { content } = entry {
                    complaints.push(format!("{}: cannot be read: {}", file.path, content.trim()));
                }
                continue;
            };
            let name = file.path.rsplit('/').next().unwrap_or_default().to_owned();
            let mut sentence = Sentence { file: name, ..Sentence::default() };
            match &message.value {
                Some(pattern) => walk(pattern, &mut sentence),
                None => complaints.push(format!("{}: {} says nothing", file.path, message.id.name)),
            }
            if sentences.insert(message.id.name.to_owned(), sentence).is_some() {
                complaints.push(format!("{}: {} comes twice", file.path, message.id.name));
            }
        }
    }
    (sentences, complaints)
}

/// The catalogue in English.
pub fn english() -> BTreeMap<String, Sentence> {
    read(&sources("assets/i18n/en", &[".ftl"])).0
}

fn walk(pattern: &Pattern<&str>, sentence: &mut Sentence) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression } => walk_expression(expression, sentence),
            PatternElement::TextElement { value } => sentence.words.push_str(value),
        }
    }
}

fn walk_expression(expression: &Expression<&str>, sentence: &mut Sentence) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, sentence),
        Expression::Select { selector, variants } => {
            if let InlineExpression::VariableReference { id } = selector {
                sentence.arguments.insert(id.name.to_owned());
            }
            sentence.choices.push(variants.iter().map(choice).collect());
            variants.iter().for_each(|variant| walk(&variant.value, sentence));
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, sentence: &mut Sentence) {
    match inline {
        InlineExpression::VariableReference { id } => {
            sentence.arguments.insert(id.name.to_owned());
            sentence.said.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| walk_inline(argument, sentence));
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, sentence),
        _ => {}
    }
}

fn choice(variant: &Variant<&str>) -> String {
    match variant.key {
        VariantKey::Identifier { name } => name.to_owned(),
        VariantKey::NumberLiteral { value } => value.to_owned(),
    }
}

#[test]
fn every_file_of_the_catalogue_can_be_read_whole() {
    for (tag, _) in LANGUAGES {
        let (sentences, complaints) = read(&sources(&format!("assets/i18n/{tag}"), &[".ftl"]));
        no_complaints(&complaints);
        assert!(sentences.len() > 20, "{tag} has only {} sentences", sentences.len());
    }
}

#[test]
fn the_three_languages_say_the_same_with_the_same_arguments() {
    let all: Vec<_> =
        LANGUAGES.iter().map(|(tag, _)| (*tag, read(&sources(&format!("assets/i18n/{tag}"), &[".ftl"])).0)).collect();
    no_complaints(&differences(&all));
}

#[test]
fn numbers_have_the_plurals_of_their_language() {
    for (tag, categories) in LANGUAGES {
        let (sentences, _) = read(&sources(&format!("assets/i18n/{tag}"), &[".ftl"]));
        no_complaints(&plurals(tag, categories, &sentences));
    }
}

#[test]
fn english_keeps_its_manners() {
    no_complaints(&manners(&english()));
}

#[test]
fn the_words_of_the_pages_are_said_as_they_stand_there() {
    let said = |tag: &str, id: &str| {
        read(&sources(&format!("assets/i18n/{tag}"), &[".ftl"])).0.remove(id).map(|sentence| sentence.words)
    };
    for (tag, sign_in, action) in [
        ("en", "Sign in to restore your account", "Action required"),
        ("id", "Masuk untuk memulihkan akun Anda", "Tindakan diperlukan"),
        ("sv", "Logga in för att återställa ditt konto", "Åtgärd krävs"),
    ] {
        assert_eq!(said(tag, "badge-sign-in").as_deref(), Some(sign_in));
        assert_eq!(said(tag, "badge-action").as_deref(), Some(action));
    }
}

fn differences(all: &[(&str, BTreeMap<String, Sentence>)]) -> Vec<String> {
    let Some(((first_tag, first), others)) = all.split_first() else { return Vec::new() };
    let mut complaints = Vec::new();
    for (tag, other) in others {
        for (id, sentence) in first {
            match other.get(id) {
                None => complaints.push(format!("{tag}: {id} is not said")),
                // A language without plurals need not look at a number that others only choose by.
                Some(same) if same.said != sentence.said || !same.arguments.is_subset(&sentence.arguments) => {
                    complaints.push(format!(
                        "{tag}: {id} takes {:?}, in {first_tag} {:?}",
                        same.arguments, sentence.arguments
                    ))
                }
                Some(same) if same.file != sentence.file => {
                    complaints
                        .push(format!("{tag}: {id} stands in {}, in {first_tag} in {}", same.file, sentence.file));
                }
                Some(_) => {}
            }
        }
        let unknown = other.keys().filter(|id| !first.contains_key(*id));
        complaints.extend(unknown.map(|id| format!("{tag}: {id} is not in {first_tag}")));
    }
    complaints
}

/// A choice by number has every category of the language and none that the language does not have.
fn plurals(tag: &str, categories: &[&str], sentences: &BTreeMap<String, Sentence>) -> Vec<String> {
    const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    let mut complaints = Vec::new();
    for (id, sentence) in sentences {
        for choices in &sentence.choices {
            let is_number = choices.iter().all(|key| CATEGORIES.contains(&key.as_str()) || key.parse::<f64>().is_ok());
            if !is_number {
                continue;
            }
            let foreign =
                choices.iter().filter(|key| CATEGORIES.contains(&key.as_str()) && !categories.contains(&key.as_str()));
            complaints.extend(foreign.map(|key| format!("{tag}: {id} has [{key}], which the language never uses")));
            let missing = categories.iter().filter(|category| !choices.iter().any(|key| key == *category));
            complaints.extend(missing.map(|key| format!("{tag}: {id} lacks [{key}]")));
        }
    }
    complaints
}

/// No blame, no jargon of programs, no exclamation mark; what is wrong and what helps are sentences.
fn manners(sentences: &BTreeMap<String, Sentence>) -> Vec<String> {
    let mut complaints = Vec::new();
    for (id, sentence) in sentences {
        let words = sentence.words.to_lowercase();
        for bad in ["failed to", "invalid", "illegal", "oops", "!"] {
            if words.contains(bad) {
                complaints.push(format!("{id} says {bad:?}"));
            }
        }
        let is_sentence = id.starts_with("err-") || id.starts_with("fix-");
        if is_sentence && !sentence.words.trim_end().ends_with(['.', '?', ':']) && !sentence.words.is_empty() {
            complaints.push(format!("{id} is a sentence without its end"));
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::{differences, manners, plurals, read};
    use crate::Source;

    fn sentences(text: &str) -> std::collections::BTreeMap<String, super::Sentence> {
        read(&[Source::new("assets/i18n/xx/common.ftl", text)]).0
    }

    #[test]
    fn a_sentence_that_cannot_be_read_or_comes_twice_is_seen() {
        let complaints = |text| read(&[Source::new("x.ftl", text)]).1.len();
        assert!(complaints("a = { $count ->\n    [one] x\n    [other] y\n}\n") > 0);
        assert_eq!(complaints("a = 1\na = 2\n"), 1);
        assert_eq!(complaints("a = 1\nb = { $c }\n"), 0);
    }

    #[test]
    fn a_language_that_says_less_more_or_otherwise_is_seen() {
        let count = |other| differences(&[("en", sentences("a = { $x }\nb = b\n")), ("sv", sentences(other))]).len();
        assert_eq!(count("a = { $x }\nb = b\n"), 0);
        assert_eq!(count("a = { $x }\n"), 1);
        assert_eq!(count("a = { $y }\nb = b\n"), 1);
        assert_eq!(count("a = { $x }\nb = b\nc = c\n"), 1);
        let choosing = "a = { $n ->\n    [one] x\n   *[other] y\n}\n";
        assert_eq!(differences(&[("en", sentences(choosing)), ("id", sentences("a = y\n"))]).len(), 0);
        assert_eq!(differences(&[("id", sentences("a = y\n")), ("en", sentences(choosing))]).len(), 1);
    }

    #[test]
    fn a_plural_that_the_language_lacks_is_seen() {
        let text = "a = { $count ->\n    [one] x\n   *[other] y\n}\n";
        assert_eq!(plurals("id", &["other"], &sentences(text)).len(), 1);
        assert_eq!(plurals("sv", &["one", "other"], &sentences(text)).len(), 0);
        assert_eq!(plurals("sv", &["one", "other"], &sentences("a = { $count ->\n   *[other] y\n}\n")).len(), 1);
        assert_eq!(plurals("id", &["other"], &sentences("a = { $kind ->\n    [file] x\n   *[folder] y\n}\n")).len(), 0);
    }

    #[test]
    fn bad_manners_are_seen() {
        assert_eq!(manners(&sentences("err-a = Failed to open the file.\n")).len(), 1);
        assert_eq!(manners(&sentences("err-a = The file is not there\n")).len(), 1);
        assert_eq!(manners(&sentences("err-a = The file is not there.\nb = Save\n")).len(), 0);
    }
}
