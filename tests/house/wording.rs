//! What no sentence may say: that the contact of a sealed account verifies somebody, or that something is sent. The words
//! and their reasons are in `forbidden.toml`.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{ArrayOfTables, Document, Item, TableLike};

use crate::catalogue::{Sentence, read};
use crate::{Source, no_complaints, sources, top};

const LANGUAGES: [&str; 3] = ["en", "sv", "id"];

/// One reason, and what may not be said for it.
struct Rule {
    reason: String,
    words: BTreeMap<&'static str, Vec<String>>,
    /// The sentences that may say it.
    except: BTreeSet<String>,
}

#[test]
fn nothing_calls_the_contact_a_verification_or_promises_that_something_is_sent() {
    let rules = rules(&file());
    for tag in LANGUAGES {
        let (sentences, _) = read(&sources(&format!("assets/i18n/{tag}"), &[".ftl"]));
        no_complaints(&said(tag, &rules, &sentences));
    }
}

#[test]
fn an_exception_that_nobody_needs_is_none() {
    let rules = rules(&file());
    let all = LANGUAGES.map(|tag| (tag, read(&sources(&format!("assets/i18n/{tag}"), &[".ftl"])).0));
    let mut complaints = Vec::new();
    for rule in &rules {
        for id in &rule.except {
            let says = |(tag, sentences): &(&str, BTreeMap<String, Sentence>)| {
                sentences.get(id).is_some_and(|sentence| word_of(tag, rule, sentence).is_some())
            };
            if !all.iter().any(says) {
                complaints.push(format!("{id} is excepted from “{}” and says nothing of it", rule.reason));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_word_of_the_list_is_found_where_it_is_said() {
    let rules = rules(&file());
    let mut count = 0;
    for rule in &rules {
        for (tag, words) in &rule.words {
            for word in words {
                // Also where a sentence is broken in the middle of it.
                let sentences = made_up(&word.to_uppercase().replace(' ', "\n    "));
                assert!(!said(tag, std::slice::from_ref(rule), &sentences).is_empty(), "{tag}: {word}");
                count += 1;
            }
        }
    }
    assert!(count > 100, "the list was not read: {count}");
}

#[test]
fn what_the_pages_say_may_be_said() {
    let rules = rules(&file());
    for (tag, words) in [
        ("en", "Confirm your e-mail address or phone number. Type it in full; nothing is sent."),
        ("sv", "Bekräfta din e-postadress eller ditt telefonnummer. Skriv den i sin helhet; inget skickas."),
        ("id", "Konfirmasi alamat email atau nomor telepon. Ketik lengkap; tidak ada yang dikirim."),
    ] {
        no_complaints(&said(tag, &rules, &made_up(words)));
    }
}

fn made_up(words: &str) -> BTreeMap<String, Sentence> {
    read(&[Source::new("x.ftl", &format!("made-up = Nu: {words} dan\n"))]).0
}

/// A complaint for each sentence that says what it may not.
fn said(tag: &str, rules: &[Rule], sentences: &BTreeMap<String, Sentence>) -> Vec<String> {
    let mut complaints = Vec::new();
    for rule in rules {
        for (id, sentence) in sentences.iter().filter(|(id, _)| !rule.except.contains(*id)) {
            if let Some(word) = word_of(tag, rule, sentence) {
                complaints.push(format!("{tag}: {id} says “{word}”. {}", rule.reason));
            }
        }
    }
    complaints
}

/// The word of the rule that a sentence says.
fn word_of<'a>(tag: &str, rule: &'a Rule, sentence: &Sentence) -> Option<&'a str> {
    let plain = sentence.words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    rule.words.get(tag)?.iter().map(String::as_str).find(|word| plain.contains(*word))
}

#[expect(clippy::disallowed_methods, reason = "a test that reads the project's own sources")]
fn file() -> String {
    std::fs::read_to_string(top().join("tests/house/forbidden.toml")).expect("the list of forbidden words")
}

fn rules(text: &str) -> Vec<Rule> {
    let document = Document::parse(text.to_owned()).expect("a list that can be read");
    let tables: &ArrayOfTables = document["rule"].as_array_of_tables().expect("[[rule]]");
    tables.iter().map(|table| rule(table)).collect()
}

fn rule(table: &dyn TableLike) -> Rule {
    for (key, _) in table.iter() {
        assert!(["reason", "except"].contains(&key) || LANGUAGES.contains(&key), "{key} means nothing");
    }
    let list = |key: &str| -> Vec<String> {
        let array = table.get(key).and_then(Item::as_array);
        let word = |value: &toml_edit::Value| value.as_str().expect("a word").to_owned();
        array.map(|array| array.iter().map(word).collect()).unwrap_or_default()
    };
    let words: BTreeMap<_, _> = LANGUAGES.into_iter().map(|tag| (tag, list(tag))).collect();
    for (tag, words) in &words {
        assert!(!words.is_empty(), "a rule says nothing of {tag}");
        assert!(
            words.iter().all(|word| *word == word.to_lowercase()),
            "small letters, or it is never found: {words:?}"
        );
    }
    let reason = table.get("reason").and_then(Item::as_str).expect("a reason").to_owned();
    Rule { reason, words, except: list("except").into_iter().collect() }
}
