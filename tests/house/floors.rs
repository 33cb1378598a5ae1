//! Who may call whom: a room imports from lower floors or from its own folder.

use std::collections::BTreeSet;

use crate::lexer::{line_of, parts};
use crate::{Source, no_complaints, sources};

/// Each room and its floor. A new room needs a line here, and with it a decision.
const FLOORS: &[(&str, u8)] = &[
    ("asking", 1),
    ("chance", 1),
    ("moment", 1),
    ("secret", 1),
    ("text", 1),
    ("otp", 2),
    ("words", 2),
    ("account", 3),
    ("formats", 4),
    ("vault", 4),
    ("backup", 5),
    ("provider", 5),
    ("config", 6),
    ("ports", 6),
    ("restore", 6),
    ("signin", 6),
    ("edge", 7),
    ("ops", 7),
    ("cli", 8),
    ("tui", 8),
];

/// The room that only `main` may call: the others know the world by its ports.
const WALLED: &str = "edge";

/// Libraries that belong to certain rooms: the start of the paths that may name them, and why.
const BELONGS: &[(&str, &[&str], &str)] = &[
    ("aes", &["src/formats/"], "our own files know one cipher; this one is for what other apps write"),
    ("aes_gcm", &["src/formats/"], "our own files know one cipher; this one is for what other apps write"),
    ("arboard", &["src/edge/"], "the clipboard is a port"),
    ("argon2", &["src/vault/", "src/formats/"], "our keys are derived in one room, other apps' in another"),
    ("bincode", &["src/vault/payload/codec.rs"], "the codec is unmaintained: one module names it"),
    ("cbc", &["src/formats/"], "our own files know one cipher; this one is for what other apps write"),
    ("chacha20", &["src/formats/"], "our own files know one cipher; this one is for what other apps write"),
    (
        "chacha20poly1305",
        &["src/vault/", "src/formats/cotp/"],
        "our own sealing is done in one room; one other app seals with it too",
    ),
    ("clap", &["src/cli/"], "arguments belong to the command line"),
    ("clap_complete", &["src/cli/"], "arguments belong to the command line"),
    ("clap_mangen", &["src/cli/"], "arguments belong to the command line"),
    ("crossterm", &["src/tui/"], "the screen belongs to the terminal face"),
    ("csv", &["src/formats/"], "tables are what other apps write"),
    ("etcetera", &["src/edge/"], "where files lie is asked of the system"),
    ("flate2", &["src/formats/"], "our own files are not packed"),
    ("fluent_bundle", &["src/words/"], "sentences are made in one room"),
    ("getrandom", &["src/edge/"], "chance is a port"),
    (
        "image",
        &["src/formats/qr/", "src/formats/testing.rs"],
        "pictures of codes are one more format; the screen gives the same",
    ),
    ("keepass", &["src/formats/kdbx/tests.rs"], "what it reads is not bounded; ours is compared with it in tests"),
    ("keyring_core", &["src/edge/"], "the key store is a port"),
    ("pbkdf2", &["src/formats/"], "our own files know one key derivation; this one is for what other apps write"),
    ("poly1305", &["src/formats/"], "our own files know one cipher; this one is for what other apps write"),
    ("quick_xml", &["src/formats/"], "XML is what other apps write"),
    ("ratatui", &["src/tui/"], "the screen belongs to the terminal face"),
    ("openidconnect", &["src/edge/"], "providers are a port"),
    (
        "rusqlite",
        &["src/formats/testing.rs"],
        "nothing of another app's database is carried out; ours is compared with it in tests",
    ),
    ("rustix", &["src/edge/"], "system calls are made at the edge"),
    ("rxing", &["src/formats/qr/"], "pictures of codes are one more format; the screen gives the same"),
    ("salsa20", &["src/formats/"], "our own files know one cipher; this one is for what other apps write"),
    ("scrypt", &["src/formats/"], "our own files know one key derivation; scrypt is for what other apps write"),
    (
        "serde_json",
        &[
            "src/formats/",
            "src/cli/",
            "src/edge/provider/",
            "src/ops/import/",
            "src/vault/known.rs",
            "src/vault/payload/mod.rs",
            "src/vault/sign_in/vectors.rs",
        ],
        "JSON is what other programs read and write",
    ),
    ("signal_hook", &["src/edge/"], "signals come from the system"),
    ("sys_locale", &["src/edge/"], "the language is asked of the system"),
    (
        "toml_edit",
        &["src/config", "src/cli/", "src/signin/services.rs"],
        "settings are read in one room, and our own list of services in another",
    ),
    ("totp_rs", &["src/otp/"], "its keys and codes print themselves; they stay inside"),
    ("twofish", &["src/formats/"], "our own files know one cipher; this one is for what other apps write"),
    ("zip", &["src/formats/"], "archives are what other apps write"),
];

/// Where types may derive serde's traits.
const SERDE: &[&str] = &["src/vault/payload/", "src/edge/provider/wire.rs"];

#[test]
fn a_room_calls_only_the_floors_below_it() {
    no_complaints(&sources("src", &[".rs"]).iter().flat_map(floors).collect::<Vec<_>>());
}

#[test]
fn every_library_stays_in_its_room() {
    no_complaints(&sources("src", &[".rs"]).iter().flat_map(belongings).collect::<Vec<_>>());
}

#[test]
fn serde_is_derived_where_bytes_are_meant_and_nowhere_else() {
    no_complaints(&sources("src", &[".rs"]).iter().flat_map(serde_derives).collect::<Vec<_>>());
}

#[test]
fn no_screen_knows_another_and_no_format_another() {
    let all = sources("src", &[".rs"]);
    no_complaints(&siblings(&all, "src/tui/screens/", |_| true));
    // What several formats use is no format: it does not implement the trait.
    no_complaints(&siblings(&all, "src/formats/", |text| text.contains("impl Format for")));
}

#[test]
fn every_room_has_a_floor_and_every_floor_its_room() {
    let found = sources("src", &[".rs"]);
    let rooms = |room: &str| found.iter().any(|source| room_of(&source.path) == Some(room));
    let gone: Vec<String> = FLOORS
        .iter()
        .filter(|(room, _)| !rooms(room))
        .map(|(room, _)| format!("{room} has a floor and is not there"))
        .collect();
    no_complaints(&gone);
}

/// Complaints about the `crate::` paths of a source.
fn floors(source: &Source) -> Vec<String> {
    let Some(room) = room_of(&source.path) else { return Vec::new() };
    let Some(floor) = floor_of(room) else { return vec![format!("{}: the room {room} has no floor", source.path)] };
    let parts = parts(&source.text);
    called_rooms(&parts.code, &source.path)
        .into_iter()
        .filter(|(_, called)| called != room)
        .filter(|(_, called)| called == WALLED || floor_of(called).is_none_or(|other| other >= floor))
        .map(|(at, called)| {
            format!("{}:{}: {room} (floor {floor}) calls {called}", source.path, line_of(&source.text, at))
        })
        .collect()
}

/// The room of a path: the first folder or file under `src`; the two roots have none.
fn room_of(path: &str) -> Option<&str> {
    let room = path.strip_prefix("src/")?.split('/').next()?.trim_end_matches(".rs");
    (!matches!(room, "lib" | "main")).then_some(room)
}

fn floor_of(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

/// The rooms that code names, with the place: `crate::room`, `crate::{room, other::{…}}`, and `super::` paths that
/// climb to the top.
fn called_rooms(code: &str, path: &str) -> Vec<(usize, String)> {
    let mut called = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if !ends_in_name(&code[..at]) {
            called.extend(first_names(&code[at + "crate::".len()..]).into_iter().map(|name| (at, name)));
        }
    }
    let climb = "super::".repeat(depth(path, "src/"));
    for (at, _) in code.match_indices(&climb) {
        let name = first_names(code[at..].trim_start_matches("super::"));
        called.extend(name.into_iter().filter(|name| floor_of(name).is_some()).map(|name| (at, name)));
    }
    called
}

fn ends_in_name(code: &str) -> bool {
    code.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '$')
}

/// The first name of a path, or of each path in braces.
fn first_names(rest: &str) -> Vec<String> {
    let Some(group) = rest.trim_start().strip_prefix('{') else { return vec![name_at(rest)] };
    let (mut names, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(name_at(&group[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(name_at(&group[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn name_at(rest: &str) -> String {
    rest.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Complaints about libraries that are named outside their rooms.
fn belongings(source: &Source) -> Vec<String> {
    let code = parts(&source.text).code;
    let mut complaints = Vec::new();
    for (library, rooms, reason) in BELONGS {
        if rooms.iter().any(|room| source.path.starts_with(room)) {
            continue;
        }
        for (at, _) in code.match_indices(library) {
            let after = &code[at + library.len()..];
            let is_path =
                after.starts_with("::") || after.trim_start().starts_with(';') && code[..at].ends_with("use ");
            if is_path && !ends_in_name(&code[..at]) {
                complaints.push(format!("{}:{}: {library} here: {reason}", source.path, line_of(&code, at)));
            }
        }
    }
    complaints
}

fn serde_derives(source: &Source) -> Vec<String> {
    if SERDE.iter().any(|room| source.path.starts_with(room)) {
        return Vec::new();
    }
    let code = parts(&source.text).code;
    code.match_indices("derive(")
        .filter(|(at, _)| {
            let list = &code[*at..*at + code[*at..].find(')').unwrap_or(0)];
            list.contains("Serialize") || list.contains("Deserialize")
        })
        .map(|(at, _)| format!("{}:{}: a type that derives serde", source.path, line_of(&code, at)))
        .collect()
}

/// Complaints about files of one folder that name another file or folder of it, if both have a text that `counts`.
fn siblings(all: &[Source], folder: &str, counts: impl Fn(&str) -> bool) -> Vec<String> {
    let name = |path: &str| Some(path.strip_prefix(folder)?.split('/').next()?.trim_end_matches(".rs").to_owned());
    let counting = all.iter().filter(|source| counts(&source.text));
    let mut children: BTreeSet<String> = counting.filter_map(|source| name(&source.path)).collect();
    children.remove("mod");
    let child = |path: &str| name(path).filter(|name| children.contains(name));
    let module = format!("crate::{}", folder.trim_start_matches("src/").replace('/', "::"));
    let mut complaints = Vec::new();
    for source in all {
        let Some(own) = child(&source.path) else { continue };
        let code = parts(&source.text).code;
        let climb = "super::".repeat(depth(&source.path, folder));
        for road in [&module, &climb] {
            for (at, _) in code.match_indices(road.as_str()) {
                let named = first_names(&code[at + road.len()..]).into_iter();
                let others = named.filter(|name| *name != own && children.contains(name));
                complaints
                    .extend(others.map(|name| format!("{}:{}: {own} names {name}", source.path, line_of(&code, at))));
            }
        }
    }
    complaints
}

/// How many `super::` lead from a file to the module that is `folder`.
fn depth(path: &str, folder: &str) -> usize {
    path.strip_prefix(folder).map_or(0, |inside| inside.split('/').count() - usize::from(inside.ends_with("/mod.rs")))
}

#[cfg(test)]
mod tests {
    use super::{belongings, floors, serde_derives, siblings};
    use crate::Source;

    fn complaints(path: &str, text: &str) -> usize {
        floors(&Source::new(path, text)).len()
    }

    #[test]
    fn a_call_upwards_or_sideways_is_seen_however_it_is_written() {
        assert_eq!(complaints("src/otp/key.rs", "use crate::account::Account;"), 1);
        assert_eq!(complaints("src/otp.rs", "fn f() { crate::words::say() }"), 1);
        assert_eq!(complaints("src/vault/mod.rs", "use crate::{formats::Format, account::Book, ops};"), 2);
        assert_eq!(complaints("src/ops/save.rs", "use crate::edge::files;"), 1);
        assert_eq!(complaints("src/cli/list.rs", "use crate::tui::model;"), 1);
        assert_eq!(complaints("src/tui/run.rs", "use crate::edge::SystemClock;"), 1);
        assert_eq!(complaints("src/words/mod.rs", "use super::otp::Digits;"), 1);
        assert_eq!(complaints("src/words/deep/down.rs", "use super::super::super::account::Book;"), 1);
        assert_eq!(complaints("src/account/book.rs", "pub(in crate::vault) fn f() {}"), 1);
        assert_eq!(complaints("src/attic/mod.rs", ""), 1);
    }

    #[test]
    fn a_call_downwards_home_or_in_a_comment_is_fine() {
        assert_eq!(
            complaints("src/vault/mod.rs", "use crate::{account::{Book, Find}, secret::Key32, vault::slot};"),
            0
        );
        assert_eq!(
            complaints("src/otp/key.rs", "// crate::tui\n/// [`crate::cli`]\nconst A: &str = \"crate::ops\";"),
            0
        );
        assert_eq!(complaints("src/account/search/tests.rs", "use super::super::Book; use mycrate::tui;"), 0);
        assert_eq!(complaints("src/main.rs", "use pulih::edge; use pulih::tui;"), 0);
    }

    #[test]
    fn a_library_outside_its_room_is_seen() {
        let count = |path: &str, text: &str| belongings(&Source::new(path, text)).len();
        assert_eq!(count("src/vault/mod.rs", "use bincode::config;"), 1);
        assert_eq!(count("src/vault/payload/codec.rs", "use bincode::config;"), 0);
        assert_eq!(count("src/ops/a.rs", "fn f(frame: ratatui::Frame) { clap::f(); my_clap::g(); }"), 2);
        assert_eq!(count("src/otp/a.rs", "use image;"), 1);
        assert_eq!(count("src/otp/a.rs", "let image = self.image; image.crop(); // bincode::x"), 0);
    }

    #[test]
    fn a_serde_derive_on_a_domain_type_is_seen() {
        let count = |path: &str, text: &str| serde_derives(&Source::new(path, text)).len();
        assert_eq!(count("src/account/record.rs", "#[derive(Debug, serde::Serialize)]\nstruct A;"), 1);
        assert_eq!(count("src/formats/aegis.rs", "#[derive(Deserialize)]\nstruct A;"), 1);
        assert_eq!(count("src/vault/payload/v1.rs", "#[derive(Deserialize)]\nstruct A;"), 0);
        assert_eq!(count("src/account/record.rs", "#[derive(Debug)]\nstruct Serialize;"), 0);
    }

    #[test]
    fn a_screen_that_knows_another_is_seen() {
        let count = |text: &str| {
            let all = [
                Source::new("src/tui/screens/accounts.rs", text),
                Source::new("src/tui/screens/unlock/mod.rs", "use crate::tui::screens::unlock::field;"),
                Source::new("src/tui/screens/shared.rs", ""),
            ];
            siblings(&all, "src/tui/screens/", |text| !text.is_empty()).len()
        };
        assert_eq!(count("use crate::tui::screens::unlock::Unlock;"), 1);
        assert_eq!(count("use super::{unlock, shared};"), 1);
        assert_eq!(count("use crate::tui::screens::shared::row; use crate::tui::keymap;"), 0);
    }
}
