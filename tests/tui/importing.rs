//! A locked file of another app brought in by a person: chosen by completion, opened, looked at, taken in, taken back.

use std::path::Path;

use crate::{demo, folder};

/// The password of the sample.
const PASSWORD: &str = "a published test password";

#[test]
fn a_locked_file_comes_in_and_goes_again_by_one_undo() {
    let folder = folder();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/aegis-encrypted.json");
    std::fs::copy(sample, folder.path().join("my keys.json")).unwrap();
    let mut pty = demo(folder.path());
    pty.send("i").see("my keys.json");
    pty.send("my\t").see("my\\ keys.json");
    pty.send("\r").see("needs its password").send("rubbish\r").see("does not open");
    pty.send(PASSWORD).send("\r").see(" ticked").see("Nordbank");
    // The file is in memory since it was read.
    std::fs::remove_file(folder.path().join("my keys.json")).unwrap();
    pty.send("/nordbank").see("New 1").send("\r \x1b").see("[ ] Nordbank");
    pty.send("\r").see("u takes the import back.").see_no("not encrypted");
    pty.send("u").see("Take the import back?").send("y").see("The import is taken back");
    pty.send("q");
    assert!(pty.end().success());
    assert!(!pty.raw().contains(PASSWORD) && !pty.raw().contains("rubbish"), "a password is never on the screen");
}

#[test]
fn a_dropped_file_that_is_no_export_is_said_so_and_a_hostile_name_steers_nothing() {
    let folder = folder();
    let name = "evil\u{202e}gpj.json";
    std::fs::write(folder.path().join(name), "{\"a\": ").unwrap();
    let mut pty = demo(folder.path());
    pty.paste(&format!("'{}'", folder.path().join(name).display())).see("JSON");
    pty.send("\x1b").see("Search name").send("q");
    assert!(pty.end().success());
    assert!(!pty.raw().contains('\u{202e}'));
}
