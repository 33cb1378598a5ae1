//! The import screen on a desktop: what was copied, and what is on the screen, by a key each. Only where it is asked for, since
//! it copies: `PULIH_TEST_SERVICES` names `import-clipboard` where there is a desktop, and `import-screen` where the code
//! `PULIH_TEST_PICTURE` is in sight on it.

use std::fs::File;
use std::process::{Command, Stdio};

use super::pty::Pty;
use super::{folder, pulih};

/// The picture, if this part is asked for.
#[expect(clippy::print_stdout, reason = "what is skipped is said")]
fn picture(part: &str) -> Option<String> {
    let asked = std::env::var("PULIH_TEST_SERVICES").unwrap_or_default();
    if !asked.split(',').any(|it| it == part) {
        println!("skipped: {part}: PULIH_TEST_SERVICES does not name it");
        return None;
    }
    Some(std::env::var("PULIH_TEST_PICTURE").unwrap())
}

/// At the import screen of a demo on this desktop.
fn at_the_import(folder: &std::path::Path) -> Pty {
    let mut command = pulih(folder);
    command.arg("--demo");
    command.env_remove("SSH_TTY");
    for name in ["DISPLAY", "PATH", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    let mut pty = Pty::start(command);
    pty.see("GitHub").send("i").see("Type or paste the path");
    pty
}

/// Another program copies: what is in this file, as this sort of content.
fn copied(sort: &str, path: &str) {
    let is_wayland = std::env::var_os("WAYLAND_DISPLAY").is_some();
    let (program, args) = match is_wayland {
        true => ("wl-copy", vec!["--type", sort]),
        false => ("xclip", vec!["-selection", "clipboard", "-target", sort, "-in"]),
    };
    let mut run = Command::new(program);
    run.args(args).stdin(File::open(path).unwrap()).stdout(Stdio::null()).stderr(Stdio::null());
    assert!(run.status().unwrap().success(), "{program}");
}

const CONTROL_V: &str = "\x16";
const F3: &str = "\x1bOR";

#[test]
fn a_code_in_a_copied_picture_and_in_a_copied_file_is_shown_before_it_comes_in() {
    let Some(picture) = picture("import-clipboard") else { return };
    let folder = folder();
    let mut pty = at_the_import(folder.path());
    copied("image/png", &picture);
    pty.send(CONTROL_V).see("1 new").see("mira").send("\x1b").see("GitHub");

    let list = folder.path().join("list");
    std::fs::write(&list, format!("file://{picture}\r\n")).unwrap();
    copied("text/uri-list", &list.to_string_lossy());
    pty.send("i").see("Type or paste the path").send(CONTROL_V).see("1 new").see("mira").send("\x03");
    assert!(pty.end().success());
    println!("checked: a copied picture and a copied file were read on the import screen");
}

#[test]
fn a_code_on_the_screen_is_shown_before_it_comes_in() {
    if picture("import-screen").is_none() {
        return;
    }
    let folder = folder();
    let mut pty = at_the_import(folder.path());
    pty.send(F3).see("1 new").see("mira").send("\x03");
    assert!(pty.end().success());
    println!("checked: a code on the screen was read on the import screen");
}
