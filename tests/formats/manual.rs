//! `docs/formats.md` is written from the one list of formats, and this keeps it true.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use pulih::formats::FORMATS;
use pulih::ops::export::choices;
use pulih::words::{Catalog, Language};

use crate::fixtures;

const HEAD: &str = "# Formats of other apps

Written from the list of formats in the program; `PULIH_WRITE_DOCS=1 cargo test --test formats manual` writes it anew.

A file is recognised by its content, whatever it is called; `pulih import FILE --from ID` says which format it is.
`pulih import FILE --dry-run` shows what would come in and needs no vault.

What one entry gets wrong is reported with its place, and the others come in. Nothing unknown is guessed at: an unknown
type of code or hash is a complaint, not a code that is wrong. Files may have up to 64 MiB and 100,000 entries, and what
a file asks for to turn a password into a key is bounded before the password is asked for.

How long a locked file takes is what its app made it cost: mostly under a second, a minute at most. Esc on the screen, or Ctrl-C on
the command line, stops an import at any moment with nothing stored. The making of a key cannot be broken off in the midst; what a
worker that nobody waits for any more still finds is thrown away.
";

/// Our own file is read by a way of its own, which is no other app's format.
const OWN: &str = "| `pulih` | Pulih | An export of Pulih, with its password (.pulih-export); not a vault and not a backup | `pulih export --to pulih FILE` |";

const EXPORT: &str = "
## Export

`pulih export --to ID FILE` says first what each account would lose. Accounts without a usable key are left out by name.
The file is new, for its owner alone, and is read back and compared before it is given out. Names without a lock are
plain text: whoever reads such a file has all the codes.

`tests/live/peers.sh` has other programs read them: cotp (Aegis, andOTP, FreeOTP+, URIs), andotp-decrypt, the Python package 2fas, zbarimg for
the QR codes, and readers written for it. `tests/live/otpclient.sh` has OTPClient (4.0.2) take in our Aegis,
andOTP, 2FAS and Stratum files and compares what it then writes itself. Its command line takes plain files for encrypted ones, and means a list
of addresses by FreeOTP+, so it has not read our FreeOTP+ file; and it opens files with a password of ASCII alone.

";

fn manual() -> String {
    let words = Catalog::new(Language::En);
    let mut text = format!(
        "{HEAD}\n## Import\n\n| id | app | what is read | how the file is got out of the app |\n|---|---|---|---|\n"
    );
    for format in FORMATS {
        let about = format.about();
        let _ = writeln!(text, "| `{}` | {} | {} | {} |", format.id(), about.app, about.reads, words.line(about.how));
    }
    let _ = writeln!(text, "{OWN}");
    text.push_str(EXPORT);
    text.push_str("| id | for | lock | what it keeps |\n|---|---|---|---|\n");
    for choice in choices() {
        let lock = if choice.is_locked { "with a password" } else { "none" };
        let _ = writeln!(text, "| `{}` | {} | {lock} | {} |", choice.id, choice.app(), words.line(choice.keeps()));
    }
    text
}

fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats.md")
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test is not the program: it may write its own document")]
fn the_page_on_formats_is_as_the_list_has_it() {
    if std::env::var_os("PULIH_WRITE_DOCS").is_some() {
        std::fs::write(place(), manual()).unwrap();
    }
    let page = String::from_utf8(fixtures::bytes(&place())).unwrap();
    assert!(page == manual(), "docs/formats.md is old: PULIH_WRITE_DOCS=1 cargo test --test formats manual");
}
