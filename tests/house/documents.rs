//! The documents say what is there: every room, every library that does cryptography, every purpose of the box.

use crate::lexer::parts;
use crate::{Source, no_complaints, sources, top};

/// The libraries that do cryptography, or draw random bytes for it.
const CRYPTOGRAPHY: &[&str] = &[
    "aes",
    "aes-gcm",
    "argon2",
    "bip39",
    "cbc",
    "chacha20",
    "chacha20poly1305",
    "getrandom",
    "hkdf",
    "hmac",
    "md-5",
    "pbkdf2",
    "poly1305",
    "scrypt",
    "sha1",
    "sha2",
    "subtle",
    "totp-rs",
    "zeroize",
];

#[test]
fn the_inventory_names_every_library_and_every_purpose() {
    let inventory = read("docs/crypto-inventory.md");
    let purposes = purposes(&read("src/vault/boxed.rs"));
    assert!(purposes.len() >= 6, "the purposes were not found: {purposes:?}");
    let manifest = read("Cargo.toml");
    for library in CRYPTOGRAPHY {
        assert!(manifest.contains(&format!("\n{library} = ")), "{library} is not used any more");
    }
    let names = CRYPTOGRAPHY.iter().map(|name| (*name).to_owned()).chain(purposes);
    no_complaints(&unnamed(&inventory, names));
}

#[test]
fn the_map_of_the_house_names_every_room() {
    let rooms = sources("src", &[".rs"]).into_iter().filter_map(|source| {
        Some(source.path.strip_prefix("src/")?.split('/').next()?.trim_end_matches(".rs").to_owned())
    });
    no_complaints(&unnamed(&read("docs/architecture.md"), rooms));
}

#[test]
fn the_readme_gives_the_two_commands_and_the_version_has_its_changes() {
    let readme = read("README.md");
    for command in ["cargo run --release -- --demo", "cargo test"] {
        assert!(readme.lines().any(|line| line.trim() == command), "the README lacks the line: {command}");
    }
    let version = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(read("CHANGELOG.md").contains(&version), "the changelog lacks {version}");
}

#[test]
fn every_link_between_the_documents_leads_somewhere() {
    let mut pages: Vec<Source> = sources("docs", &[".md"]);
    for name in ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"] {
        pages.push(Source { path: name.to_owned(), text: read(name) });
    }
    no_complaints(
        &pages.iter().flat_map(|page| dead_links(page, &|path| top().join(path).exists())).collect::<Vec<_>>(),
    );
}

#[expect(clippy::disallowed_methods, clippy::panic, reason = "a test that reads the project's own files")]
fn read(path: &str) -> String {
    std::fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names that a page does not set as code.
fn unnamed(page: &str, names: impl Iterator<Item = String>) -> Vec<String> {
    let has = |name: &str| {
        page.contains(&format!("`{name}`"))
            || page.contains(&format!("`{name}/"))
            || page.contains(&format!("`{name}."))
    };
    let mut missing: Vec<String> =
        names.filter(|name| !has(name)).map(|name| format!("`{name}` is not named")).collect();
    missing.dedup();
    missing
}

/// The names of the purposes, as `Purpose::name` gives them.
fn purposes(source: &str) -> Vec<String> {
    let end = source.find("#[cfg(test)]").unwrap_or(source.len());
    let parts = parts(&source[..end]);
    let is_arm = |at: usize| parts.code[..at].trim_end().ends_with("=>");
    parts.strings.iter().filter(|(at, _)| is_arm(*at)).map(|(_, name)| name.clone()).collect()
}

/// The links of a page to files that are not there. Links to other hosts are left alone.
fn dead_links(page: &Source, exists: &dyn Fn(&str) -> bool) -> Vec<String> {
    let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let links = page.text.match_indices("](").filter_map(|(at, _)| page.text[at + 2..].split(')').next());
    links
        .map(|link| link.split('#').next().unwrap_or_default())
        .filter(|link| !link.is_empty() && !link.contains("://"))
        .filter(|link| !exists(&resolved(folder, link)))
        .map(|link| format!("{}: {link} is not there", page.path))
        .collect()
}

fn resolved(folder: &str, link: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in link.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::{dead_links, purposes, unnamed};
    use crate::Source;

    #[test]
    fn what_a_page_leaves_out_is_seen() {
        let names = ["slot", "payload", "vault"].map(str::to_owned);
        assert_eq!(unnamed("the `slot` and `vault/kdf.rs`, payload", names.into_iter()), ["`payload` is not named"]);
    }

    #[test]
    fn the_purposes_are_read_off_the_source() {
        let source = "match self { Self::A => \"a\", Self::B => \"b c\" }\nf(\"d\");\n#[cfg(test)] x => \"e\"";
        assert_eq!(purposes(source), ["a", "b c"]);
    }

    #[test]
    fn a_link_that_leads_nowhere_is_seen() {
        let page = Source::new("docs/decisions/a.md", "[b](b.md) [c](../c.md#part) [d](https://example.com/d) [e](#e)");
        assert_eq!(dead_links(&page, &|path| path == "docs/c.md"), ["docs/decisions/a.md: b.md is not there"]);
    }
}
