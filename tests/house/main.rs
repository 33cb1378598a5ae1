//! The house's own rules, read off its sources: who may call whom, what may stand where, and that the catalogue says
//! everything in every language. Each rule is a function over sources, and is seen to fail on made-up ones.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where something is not as it must be")]

mod catalogue;
mod documents;
mod files;
mod floors;
mod lexer;
mod uses;
mod wording;

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project: its path from the top, with `/`, and its text.
pub struct Source {
    /// Such as `src/vault/mod.rs`.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Source {
    /// A made-up one.
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }
}

/// The files under `folder` whose names end in one of `endings`, in order of their paths.
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    gather(&top().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The folder that holds `Cargo.toml`.
pub fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[expect(clippy::disallowed_methods, reason = "a test that reads the project's own sources")]
fn gather(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.expect("a folder that can be read").path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            gather(&path, endings, found);
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let inside = path.strip_prefix(top()).expect("a path inside the project");
            let text = fs::read_to_string(&path).unwrap_or_default();
            found.push(Source { path: inside.to_string_lossy().replace('\\', "/"), text });
        }
    }
}

/// Fails with all complaints at once, one a line.
#[track_caller]
pub fn no_complaints(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
