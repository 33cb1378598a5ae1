//! What the sources say is in the catalogue, with the arguments it takes; and what is in the catalogue is said somewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Sentence, english};
use crate::lexer::{line_of, parts};
use crate::{Source, no_complaints, sources};

/// Words with dashes that begin like sentences of the catalogue and are none: options, names in files.
const NO_SENTENCES: &[&str] = &[];

#[test]
fn every_sentence_that_the_sources_name_is_in_the_catalogue() {
    let catalogue = english();
    no_complaints(&said(&catalogue).iter().flat_map(|source| unknown(source, &catalogue)).collect::<Vec<_>>());
}

#[test]
fn every_sentence_of_the_catalogue_is_said_somewhere() {
    let catalogue = english();
    no_complaints(&unsaid(&said(&catalogue), &catalogue));
}

#[test]
fn every_sentence_is_given_the_arguments_it_takes() {
    let catalogue = english();
    no_complaints(&said(&catalogue).iter().flat_map(|source| arguments(source, &catalogue)).collect::<Vec<_>>());
}

/// The sources that speak; what their tests say counts like the rest, except here in `words`, whose tests make ids up.
fn said(catalogue: &BTreeMap<String, Sentence>) -> Vec<Source> {
    assert!(!catalogue.is_empty(), "there is no catalogue");
    let mut all = sources("src", &[".rs"]);
    for source in &mut all {
        if source.path.starts_with("src/words/") {
            source.text = source.text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        }
    }
    all
}

/// What looks like an id: small letters and figures in groups, with dashes between.
fn is_id(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// The first word of an id. What begins like a sentence of the catalogue is meant as one, in tables too.
fn family(id: &str) -> &str {
    id.split('-').next().unwrap_or_default()
}

fn unknown(source: &Source, catalogue: &BTreeMap<String, Sentence>) -> Vec<String> {
    let families: BTreeSet<&str> = catalogue.keys().map(|id| family(id)).collect();
    let parts = parts(&source.text);
    let asked = |at: usize| {
        let before = parts.code[..at].trim_end();
        before.ends_with("Text::new(") || before.ends_with(".line(")
    };
    parts
        .strings
        .iter()
        .filter(|(at, text)| asked(*at) || is_id(text) && families.contains(family(text)))
        .filter(|(_, text)| !NO_SENTENCES.contains(&text.as_str()))
        .filter(|(_, text)| !catalogue.contains_key(text))
        .map(|(at, text)| format!("{}:{}: \"{text}\" is not in the catalogue", source.path, line_of(&source.text, *at)))
        .collect()
}

/// Ids that are put together while running. The command line's own tests know which of them there are to be.
const PUT_TOGETHER: &[&str] = &["arg-", "cmd-"];

fn unsaid(all: &[Source], catalogue: &BTreeMap<String, Sentence>) -> Vec<String> {
    let said: BTreeSet<String> =
        all.iter().flat_map(|source| parts(&source.text).strings).map(|(_, text)| text).collect();
    catalogue
        .iter()
        .filter(|(id, _)| !said.contains(*id) && !PUT_TOGETHER.iter().any(|family| id.starts_with(family)))
        .map(|(id, sentence)| format!("{}: {id} is said nowhere", sentence.file))
        .collect()
}

/// `Text::new("id").number("count", …).word(…)`: the names must be the sentence's. A text that goes on being built
/// elsewhere may lack some here, and is known by not ending where its chain ends.
fn arguments(source: &Source, catalogue: &BTreeMap<String, Sentence>) -> Vec<String> {
    let parts = parts(&source.text);
    let mut complaints = Vec::new();
    for (at, id) in &parts.strings {
        if !parts.code[..*at].trim_end().ends_with("Text::new(") {
            continue;
        }
        let Some(sentence) = catalogue.get(id) else { continue };
        let (given, is_open) = chain(&source.text, &parts.code, *at);
        let line = line_of(&source.text, *at);
        for name in given.difference(&sentence.arguments) {
            complaints.push(format!("{}:{line}: {id} takes no ${name}", source.path));
        }
        if !is_open {
            for name in sentence.arguments.difference(&given) {
                complaints.push(format!("{}:{line}: {id} is not given ${name}", source.path));
            }
        }
    }
    complaints
}

/// The names of the arguments in the chain of calls after the string at `at`, and whether the text may get more of
/// them elsewhere: when it is bound to a name, or is an arm of a choice that a chain follows.
fn chain(text: &str, code: &str, at: usize) -> (BTreeSet<String>, bool) {
    let mut names = BTreeSet::new();
    let Some(mut end) = code[at..].find(')').map(|length| at + length + 1) else { return (names, true) };
    loop {
        let rest = &code[end..];
        let call = rest.trim_start();
        let Some(method) = [".number(", ".text(", ".word("].iter().find(|method| call.starts_with(**method)) else {
            break;
        };
        let open = end + (rest.len() - call.len()) + method.len();
        let argument = text[open..].trim_start();
        let Some(name) = argument.strip_prefix('"').and_then(|name| name.split('"').next()) else {
            return (names, true);
        };
        names.insert(name.to_owned());
        end = closed(code, open);
    }
    (names, is_open(code, at, end))
}

/// Where the bracket that was opened just before `open` closes.
fn closed(code: &str, open: usize) -> usize {
    let mut depth = 1;
    for (at, letter) in code[open..].char_indices() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return open + at + 1;
        }
    }
    code.len()
}

fn is_open(code: &str, at: usize, end: usize) -> bool {
    let before = code[..at].trim_end().trim_end_matches("Text::new(").trim_end();
    let is_arm = before.ends_with("=>");
    let is_bound = before.ends_with('=') || is_arm && is_choice_bound(before);
    let after = code[end..].trim_start();
    let beyond = after.trim_start_matches(|c: char| c == ',' || c == '}' || c == ')' || c.is_whitespace());
    let goes_on = [".number(", ".text(", ".word("].iter().any(|method| beyond.starts_with(method));
    is_bound || goes_on || after.starts_with('.')
}

/// Whether the choice that an arm belongs to is given a name: `let said = match … { … => `.
fn is_choice_bound(arm: &str) -> bool {
    let mut depth = 0;
    let open = arm.char_indices().rev().find(|(_, letter)| {
        match letter {
            '}' | ')' => depth += 1,
            '{' | '(' => depth -= 1,
            _ => {}
        }
        depth < 0
    });
    let Some((open, _)) = open else { return false };
    let statement = arm[..open].rsplit([';', '{', '}']).next().unwrap_or_default();
    statement.contains("match ") && statement.contains(" = ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{arguments, unknown, unsaid};
    use crate::Source;
    use crate::catalogue::{Sentence, read};

    fn catalogue() -> BTreeMap<String, Sentence> {
        read(&[Source::new("x.ftl", "err-a = A.\nerr-b = B { $count }.\ntui-c = C\n")]).0
    }

    fn source(text: &str) -> Source {
        Source::new("src/a.rs", text)
    }

    #[test]
    fn a_sentence_that_is_not_there_is_seen() {
        let count = |text| unknown(&source(text), &catalogue()).len();
        assert_eq!(count("Text::new(\"err-a\"); words.line(\"tui-c\")"), 0);
        assert_eq!(count("Text::new(\n    \"err-x\",\n)"), 1);
        assert_eq!(count("words.line(\"anything\")"), 1);
        assert_eq!(count("const TABLE: &[&str] = &[\"tui-c\", \"tui-d\"];"), 1);
        assert_eq!(count("// Text::new(\"err-x\")\nlet a = \"device-bound\";"), 0);
    }

    #[test]
    fn a_sentence_that_nobody_says_is_seen() {
        assert_eq!(unsaid(&[source("[\"err-a\", \"err-b\"]")], &catalogue()), ["x.ftl: tui-c is said nowhere"]);
    }

    #[test]
    fn an_argument_too_few_or_too_many_is_seen() {
        let count = |text| arguments(&source(text), &catalogue()).len();
        assert_eq!(count("f(Text::new(\"err-b\").number(\"count\", g(1)))"), 0);
        assert_eq!(count("f(Text::new(\"err-b\"))"), 1);
        assert_eq!(count("Self::A => Text::new(\"err-b\"),"), 1);
        assert_eq!(count("f(Text::new(\"err-a\").word(\"path\", x))"), 1);
        assert_eq!(count("f(Text::new(\"err-b\")\n    .number(\"cuont\", 1))"), 2);
        assert_eq!(count("let text = Text::new(\"err-b\");"), 0);
        assert_eq!(count("let said = match x { A => f(), B(_) => Text::new(\"err-b\"), };"), 0);
        assert_eq!(count("match x { _ => Text::new(\"err-b\"), }.number(\"count\", 1)"), 0);
    }
}
