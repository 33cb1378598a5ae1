//! The manual's pages and pictures: the program is walked through set-up, backup, loss and restore, and what it shows is
//! drawn. They are kept true; `PULIH_WRITE_DOCS=1 cargo test --test tui manual` makes them anew.

mod captions;
pub mod picture;
mod program;
#[cfg(all(feature = "qr", feature = "remote"))]
mod sign_in;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use pulih::words::{Catalog, Language};

use crate::journey::{ACCOUNT, OLD, PASSWORD, Place, walk_back};
use crate::pty::Pty;
use crate::svg::svg;

/// When backups are set up: an evening.
const BEFORE: i64 = 1_795_291_200;

/// When it is all brought back: the next morning, 12 seconds into a period.
const AFTER: i64 = 1_795_332_612;

/// The stick, below the home that the pictures show.
const STICK: &str = "/home/mira/stick";

/// A page with its pictures, by their paths below `docs/manual`.
struct Page {
    language: Language,
    text: String,
    files: Vec<(String, String)>,
}

impl Page {
    fn new(language: Language, (title, opening): (&str, &str)) -> Self {
        Self { language, text: format!("# {title}\n\n{opening}\n"), files: Vec::new() }
    }

    fn add(&mut self, caption: &captions::Caption, screen: &vt100::Screen, is_whole: bool) {
        let (file, words) = (format!("{}/{}.svg", self.language.tag(), caption.file), caption.words(self.language));
        let number = self.files.len() + 1;
        let said = words.split("**").nth(1).unwrap_or_default().trim_end_matches(['.', ':', '?']);
        let _ = write!(self.text, "\n## {number}\n\n{words}\n\n![{said}]({file})\n");
        self.files.push((file, svg(&picture::cells(screen, is_whole), said)));
    }

    fn finish(mut self, name: &str, ending: &str) -> Vec<(String, String)> {
        let _ = write!(self.text, "\n{ending}\n");
        self.files.push((format!("{name}.md"), self.text));
        self.files
    }
}

/// Walks the whole way in a language.
fn walked(language: Language) -> Vec<(String, String)> {
    let (disk, words) = (crate::folder(), Catalog::new(language));
    let vault = program::vault(disk.path());
    std::fs::create_dir_all(vault.parent().unwrap()).unwrap();
    std::fs::create_dir_all(disk.path().join(STICK.trim_start_matches('/'))).unwrap();
    let earlier = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/earlier/twelve-accounts.pulih");
    std::fs::copy(earlier, &vault).unwrap();
    let mut page = Page::new(language, captions::opening(language));
    let start = |now, args: &[&str]| {
        // Commands answer in long lines.
        let columns = if args.is_empty() { 80 } else { 128 };
        Pty::sized(program::command(disk.path(), now, &[&["--lang", language.tag()], args].concat()), columns, 24)
    };
    let no = match language {
        Language::En => "no",
        Language::Id => "tidak",
        Language::Sv => "nej",
    };
    let line = |id: &'static str| words.line(id);

    let mut pty = start(BEFORE, &["backup", "setup", "--account", ACCOUNT, "--place", "~/stick", "--same-kind"]);
    let answers = [
        ("ask-passphrase", OLD),
        ("ask-recovery-password-new", PASSWORD),
        ("ask-recovery-password-twice", PASSWORD),
        // The page of words is a matter of its own.
        ("ask-kit-now", no),
    ];
    for (asked, answer) in answers {
        pty.hear(&line(asked)).send(answer).send("\r");
    }
    assert!(pty.end().success());
    page.add(&captions::SET_UP, &pty.terminal(), false);
    let mut pty = start(BEFORE + 3_600, &["backup", "now"]);
    pty.hear(&line("ask-passphrase")).send(OLD).send("\r");
    assert!(pty.end().success());
    page.add(&captions::NOW, &pty.terminal(), false);

    // The computer is gone; the stick is not.
    for gone in [".local/share", ".local/state"] {
        std::fs::remove_dir_all(disk.path().join(program::HOME.trim_start_matches('/')).join(gone)).unwrap();
    }
    let mut pty = start(AFTER, &[]);
    walk_back(&mut pty, &words, &Place::folder(STICK), "Fabrikam", |stop, pty| {
        page.add(&captions::of(stop), &pty.frame(), true)
    });
    pty.send("q");
    assert!(pty.end().success());
    let name = if language == Language::En { "README" } else { language.tag() };
    page.finish(name, captions::ending(language))
}

#[test]
#[cfg(target_os = "linux")]
fn the_manual_shows_what_the_program_does() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manual");
    let is_writing = std::env::var_os("PULIH_WRITE_DOCS").is_some();
    let mut old: Vec<PathBuf> = Vec::new();
    let pages = [Language::En, Language::Sv, Language::Id].into_iter().flat_map(walked);
    #[cfg(all(feature = "qr", feature = "remote"))]
    let pages = pages.chain([Language::En, Language::Sv, Language::Id].into_iter().flat_map(sign_in::walked));
    for (name, text) in pages {
        let path = folder.join(name);
        if is_writing {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &text).unwrap();
        }
        if std::fs::read_to_string(&path).unwrap_or_default() != text {
            old.push(path);
        }
    }
    assert!(old.is_empty(), "PULIH_WRITE_DOCS=1 cargo test --test tui manual, and look at {old:?}");
}
