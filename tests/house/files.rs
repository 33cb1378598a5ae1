//! What may stand in a file: how long it is, which exceptions it makes, and that it names no machine of ours.

use crate::lexer::{line_of, parts};
use crate::{Source, no_complaints, sources};

/// Above this a file is split, or says here why not.
const LONGEST: usize = 400;

/// The files that are longer, each with its reason.
const LONGER: &[(&str, &str)] = &[];

/// Where `unsafe` may stand: locked memory, process hardening, signals.
const UNSAFE: &str = "src/edge/os/";

#[test]
fn a_file_fits_on_a_few_screens_or_says_why_not() {
    no_complaints(&lengths(&rust(), LONGER));
}

#[test]
fn every_exception_to_a_lint_gives_its_reason() {
    no_complaints(&rust().iter().flat_map(exceptions).collect::<Vec<_>>());
}

#[test]
fn unsafe_stands_at_the_edge_only_and_each_time_with_its_reason() {
    no_complaints(&rust().iter().flat_map(unsafes).collect::<Vec<_>>());
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    no_complaints(&sources("src", &[".rs"]).iter().flat_map(openings).collect::<Vec<_>>());
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let endings = [".rs", ".toml", ".md", ".ftl", ".py", ".sh", ".txt", ".json", "justfile"];
    let mut all: Vec<Source> =
        ["src", "tests", "benches", "assets", "docs"].iter().flat_map(|folder| sources(folder, &endings)).collect();
    all.extend(top_level());
    assert!(all.len() > 20, "only {} files were looked at", all.len());
    no_complaints(&all.iter().flat_map(places).collect::<Vec<_>>());
}

fn rust() -> Vec<Source> {
    ["src", "tests", "benches"].iter().flat_map(|folder| sources(folder, &[".rs"])).collect()
}

/// The files of the top folder and the script of the checks; the lock file is the package manager's.
#[expect(clippy::disallowed_methods, reason = "a test that reads the project's own files")]
fn top_level() -> Vec<Source> {
    let names = std::fs::read_dir(crate::top()).expect("the project's folder");
    let names = names.map(|entry| entry.expect("a folder that can be read").file_name().to_string_lossy().into_owned());
    names
        .filter(|name| name != "Cargo.lock" && name != ".git")
        .chain([".ci/run".to_owned()])
        .filter_map(|name| {
            std::fs::read_to_string(crate::top().join(&name)).ok().map(|text| Source { path: name, text })
        })
        .collect()
}

fn lengths(all: &[Source], longer: &[(&str, &str)]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in all {
        let lines = source.text.lines().count();
        let excused = longer.iter().any(|(path, reason)| *path == source.path && !reason.is_empty());
        match (lines > LONGEST, excused) {
            (true, false) => complaints.push(format!("{}: {lines} lines, more than {LONGEST}", source.path)),
            (false, true) => complaints.push(format!("{}: {lines} lines need no excuse any more", source.path)),
            _ => {}
        }
    }
    let gone = longer.iter().filter(|(path, _)| !all.iter().any(|source| source.path == *path));
    complaints.extend(gone.map(|(path, _)| format!("{path}: an excuse for a file that is not there")));
    complaints
}

fn exceptions(source: &Source) -> Vec<String> {
    let code = parts(&source.text).code;
    let mut complaints = Vec::new();
    for (word, needs_reason) in [("allow(", false), ("expect(", true)] {
        for (at, _) in code.match_indices(word) {
            let before = code[..at].trim_end();
            if !(before.ends_with("#[") || before.ends_with("#![") || before.ends_with(',') && is_cfg_attr(before)) {
                continue;
            }
            let attribute = &code[at..at + code[at..].find(']').unwrap_or(0)];
            if !needs_reason || !attribute.contains("reason") {
                complaints.push(format!("{}:{}: an exception without a reason", source.path, line_of(&code, at)));
            }
        }
    }
    complaints
}

fn is_cfg_attr(before: &str) -> bool {
    before.rfind("cfg_attr(").is_some_and(|at| !before[at..].contains(']'))
}

fn unsafes(source: &Source) -> Vec<String> {
    let code = parts(&source.text).code;
    let lines: Vec<&str> = source.text.lines().collect();
    let mut complaints = Vec::new();
    for (at, word) in code.match_indices("unsafe") {
        let is_word = |c: char| !(c.is_alphanumeric() || c == '_');
        if !(code[..at].chars().next_back().is_none_or(is_word) && code[at + word.len()..].starts_with(is_word)) {
            continue;
        }
        let line = line_of(&code, at);
        if !source.path.starts_with(UNSAFE) {
            complaints.push(format!("{}:{line}: unsafe outside {UNSAFE}", source.path));
        } else if !has_reason(&lines[..line - 1]) {
            complaints.push(format!("{}:{line}: unsafe without its reason above it", source.path));
        }
    }
    complaints
}

/// Whether the lines above end in a comment, attributes aside.
fn has_reason(above: &[&str]) -> bool {
    let line = above.iter().rev().map(|line| line.trim()).find(|line| !line.starts_with("#[") && !line.ends_with('='));
    line.is_some_and(|line| line.starts_with("//"))
}

fn openings(source: &Source) -> Vec<String> {
    let opens = source.text.starts_with("//! ") || source.path.ends_with("tests.rs");
    if opens { Vec::new() } else { vec![format!("{}: does not say what it is for", source.path)] }
}

/// Complaints about paths and hosts that mean something on one machine only. The words are put together here, so that
/// this file does not name them either.
fn places(source: &Source) -> Vec<String> {
    let words = [
        ["/wo", "rk/"],
        ["/tmp/", "wt"],
        ["/tmp/", "team"],
        ["/ro", "ot/"],
        ["/home/", "user"],
        ["/home/", "runner"],
        ["crates", ".io"],
        ["shared/", "design"],
        ["issues ", "show"],
    ];
    let words = words.iter().map(|halves| halves.concat());
    words
        .filter_map(|word| source.text.find(&word).map(|at| (word, at)))
        .map(|(word, at)| format!("{}:{}: names {word}", source.path, line_of(&source.text, at)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{exceptions, lengths, openings, places, unsafes};
    use crate::Source;

    #[test]
    fn a_long_file_is_seen_and_so_is_an_excuse_that_is_not_needed() {
        let long = Source::new("src/long.rs", &"\n".repeat(401));
        let short = Source::new("src/short.rs", "");
        assert_eq!(lengths(&[long], &[]).len(), 1);
        assert_eq!(lengths(&[short], &[("src/short.rs", "a table")]).len(), 1);
        assert_eq!(lengths(&[], &[("src/gone.rs", "a table")]).len(), 1);
        let long = Source::new("src/long.rs", &"\n".repeat(401));
        assert_eq!(lengths(&[long], &[("src/long.rs", "a table")]).len(), 0);
    }

    #[test]
    fn a_bare_exception_is_seen() {
        let count = |text: &str| exceptions(&Source::new("src/a.rs", text)).len();
        assert_eq!(count("#[allow(dead_code)]\nfn f() {}"), 1);
        assert_eq!(count("#![allow(dead_code, reason = \"r\")]"), 1);
        assert_eq!(count("#[expect(dead_code)]"), 1);
        assert_eq!(count("#[cfg_attr(test, expect(dead_code))]"), 1);
        assert_eq!(count("#[expect(dead_code, reason = \"used by tests\")]"), 0);
        assert_eq!(count("// #[allow(x)]\nlet a = value.expect(\"b\"); f(a, b.expect(\"c\"));"), 0);
    }

    #[test]
    fn unsafe_out_of_place_or_without_a_reason_is_seen() {
        let count = |path: &str, text: &str| unsafes(&Source::new(path, text)).len();
        assert_eq!(count("src/vault/mod.rs", "// fine\nunsafe { f() }"), 1);
        assert_eq!(count("src/edge/os/memory.rs", "let x = 1;\nunsafe { f() }"), 1);
        assert_eq!(count("src/edge/os/memory.rs", "// The page is ours.\nunsafe { f() }"), 0);
        assert_eq!(count("src/edge/os/memory.rs", "// The page is ours.\n#[inline]\nunsafe fn f() {}"), 0);
        assert_eq!(count("src/vault/mod.rs", "#![deny(unsafe_code)] // unsafe\nlet a = \"unsafe\";"), 0);
    }

    #[test]
    fn a_file_that_does_not_say_what_it_is_for_is_seen() {
        assert_eq!(openings(&Source::new("src/a.rs", "use b;")).len(), 1);
        assert_eq!(openings(&Source::new("src/a.rs", "//! A.\nuse b;")).len(), 0);
    }

    #[test]
    fn a_path_of_one_machine_is_seen() {
        let path = ["/ho", "me/user/x"].concat();
        assert_eq!(places(&Source::new("docs/a.md", &path)).len(), 1);
        assert_eq!(places(&Source::new("docs/a.md", "~/.local/share/pulih")).len(), 0);
    }
}
