//! The real program in a pseudo terminal: what a person sees, and that the terminal is given back whatever happens.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a test looks at the disk, and a panic is its report"
)]

#[path = "../support/chance.rs"]
mod chance;
#[cfg(feature = "remote")]
#[path = "../support/dav.rs"]
#[expect(dead_code, reason = "shared with the tests of backups, which use more of it")]
mod dav;
#[cfg(all(feature = "clipboard", feature = "qr"))]
mod desktop;
#[cfg(feature = "remote")]
#[path = "../support/http.rs"]
#[expect(dead_code, reason = "shared with the tests of backups, which use more of it")]
mod http;
mod importing;
mod journey;
mod manual;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(all(feature = "qr", feature = "remote"))]
#[path = "../support/oath.rs"]
mod oath;
#[cfg(all(feature = "qr", feature = "remote"))]
#[path = "../support/person.rs"]
mod person;
#[cfg(all(feature = "qr", feature = "remote"))]
#[path = "../support/pictures.rs"]
mod pictures;
mod pty;
#[cfg(target_os = "linux")]
mod quiet;
mod restoring;
mod rough;
#[cfg(all(target_os = "linux", feature = "session"))]
mod session;
#[cfg(all(feature = "qr", feature = "remote"))]
#[path = "../provider/signing.rs"]
#[expect(dead_code, reason = "the suite of the provider uses all of it")]
mod signing;
#[cfg(all(feature = "qr", feature = "remote"))]
mod signing_in;
#[cfg(all(feature = "qr", feature = "remote"))]
#[path = "../provider/stand.rs"]
#[expect(dead_code, reason = "the suite of the provider uses all of it")]
mod stand;
#[path = "../svg/mod.rs"]
mod svg;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use portable_pty::CommandBuilder;
use pty::Pty;
use pulih::edge;
use pulih::moment::{Moment, Tick};
use pulih::ports::{Clock, World};
use pulih::tui::{Options, run};
use pulih::words::{Catalog, Language};
use rustix::process::Signal;

/// A passphrase of tests.
const PASSPHRASE: &str = "several plain words";

/// A link that brings an account.
const LINK: &str = "otpauth://totp/Fjordmail:anna?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Fjordmail";

/// The variable that makes this test program the one in the terminal.
const CHILD: &str = "PULIH_TEST_CHILD";

/// The program: `PULIH_TEST_BINARY`, or the one that was built for the tests.
fn binary() -> String {
    std::env::var("PULIH_TEST_BINARY").unwrap_or_else(|_| env!("CARGO_BIN_EXE_pulih").to_owned())
}

fn pulih(folder: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(binary());
    command.env_clear();
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", "en_US.UTF-8"), ("SSH_TTY", "/dev/pts/0")] {
        command.env(name, value);
    }
    command.env("HOME", folder);
    command.cwd(folder);
    command
}

fn demo(folder: &Path) -> Pty {
    let mut command = pulih(folder);
    command.arg("--demo");
    let mut pty = Pty::start(command);
    pty.see("Pulih, demo");
    pty
}

/// The program with the vault of this folder, if there is one.
fn with_a_vault(folder: &Path) -> Pty {
    let mut command = pulih(folder);
    command.args(["--vault", "v.pulih", "--state", "state"]);
    Pty::start(command)
}

/// The program with a vault that was just made.
fn with_a_new_vault(folder: &Path) -> Pty {
    let mut pty = with_a_vault(folder);
    pty.see("Nothing is written until you choose.").send("j\r").see("The same again");
    pty.send(PASSPHRASE).send("\r").send(PASSPHRASE).send("\r").see("The vault is made and saved.");
    pty
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn the_demo_shows_codes_finds_an_account_and_leaves() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.see("GitHub").see("Needs you").see("Locks in");
    pty.send("/kulturb").see("  1 of 20").see_no("Amazon").send("\x1b").see("Amazon").send("\x1b").see("Search name");
    pty.send("q");
    assert!(pty.end().success());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the demo writes nothing");
}

#[test]
fn a_code_goes_to_the_terminals_clipboard_and_is_wiped_from_it_when_leaving() {
    let folder = folder();
    let mut pty = demo(folder.path());
    // The next code: the one of now may be about to end, and then that is what is said.
    pty.send("n").hear("\x1b]52;c;").see("Sent to your terminal's clipboard. Cleared in 20 s.");
    pty.send("q").hear("\x1b]52;c;\x1b\\");
    assert!(pty.end().success());
}

#[test]
fn every_signal_that_ends_the_program_gives_the_terminal_back_first() {
    let folder = folder();
    for signal in [Signal::INT, Signal::TERM, Signal::HUP, Signal::QUIT] {
        let mut pty = demo(folder.path());
        pty.signal(signal);
        assert!(!pty.end().success(), "{signal:?} is no success");
    }
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_takes_it_again() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.send("\x1a").see_stopped().assert_given_back();
    pty.signal(Signal::CONT).send("/kulturb").see("  1 of 20").see_no("Amazon");
    pty.send("\x1b\x1b");
    pty.send("\x03");
    assert!(pty.end().success());
}

#[test]
fn a_stop_from_outside_does_the_same() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.signal(Signal::TSTP).see_stopped().assert_given_back();
    pty.signal(Signal::CONT).send("S").see("after 5 minutes");
    pty.send("\x03");
    assert!(pty.end().success());
}

#[test]
fn a_storm_of_sizes_ends_in_a_whole_screen() {
    let folder = folder();
    let mut pty = demo(folder.path());
    for step in 0..60_u16 {
        pty.resize(1 + step * 37 % 150, 1 + step * 23 % 60);
    }
    pty.resize(130, 40).see("GROUPS").see("Locks in").send("j").resize(20, 5).see("Make the window");
    pty.resize(80, 24).see("Search name").send("q");
    assert!(pty.end().success());
}

#[test]
fn no_color_means_no_colour_and_the_words_stay() {
    let folder = folder();
    let mut command = pulih(folder.path());
    command.env("NO_COLOR", "1");
    command.arg("--demo");
    let mut pty = Pty::start(command);
    pty.see("Sign in to restore your account").send("q");
    assert!(pty.end().success());
    assert!(!pty.raw().contains("[38;5;") && !pty.raw().contains("[48;5;"), "no colour is ever set");
}

#[test]
fn a_frame_is_one_synchronized_update_and_nothing_is_asked_but_the_background_once() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.send("j").send("k").send("q");
    assert!(pty.end().success());
    let raw = pty.raw();
    assert_eq!(raw.matches("\x1b[?2026h").count() + 1, raw.matches("\x1b[?2026l").count(), "leaving ends one more");
    // Questions to the terminal (cursor, device, colours) would be answered into the keys.
    for question in ["\x1b[6n", "\x1b[c", "\x1b]10;?"] {
        assert!(!raw.contains(question), "{question:?}");
    }
    assert_eq!(raw.matches("\x1b]11;?").count(), 1);
}

#[test]
fn the_answer_of_the_background_changes_the_colours_and_is_never_a_key() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.hear("\x1b]11;?").send("/").see("/ ▏");
    // It comes late, into a field, in two parts, and ends as some terminals end it. The dark blue is for light grounds only.
    pty.send("\x1b]11;rgb:ffff/")
        .send("ffff/fefe\x1b\\")
        .hear("38;5;25;")
        .send("kulturb")
        .see("/ kulturb▏")
        .see("  1 of 20");
    pty.send("\x03");
    assert!(pty.end().success());
}

#[test]
fn a_theme_that_was_chosen_asks_nothing_and_paints_its_ground() {
    let folder = folder();
    std::fs::write(folder.path().join("mine.toml"), "theme = \"nord\"\ncolor-depth = \"full\"\n").unwrap();
    let mut command = pulih(folder.path());
    command.args(["--demo", "--config", "mine.toml"]);
    let mut pty = Pty::start(command);
    pty.see("Pulih, demo").hear("48;2;46;52;64").send("q");
    assert!(pty.end().success());
    assert!(!pty.raw().contains("\x1b]11;?"));
}

#[test]
fn a_setting_is_written_at_once_and_counts_at_the_next_start() {
    let folder = folder();
    let mine = folder.path().join("mine.toml");
    std::fs::write(&mine, "# my own words\nmouse = true # the wheel\n").unwrap();
    let start = || {
        let mut command = pulih(folder.path());
        command.args(["--demo", "--config", "mine.toml"]);
        let mut pty = Pty::start(command);
        pty.see("20 ");
        pty
    };
    let mut pty = start();
    // Up from the last row to the first: the language, to Swedish in two steps back from "as the computer has it".
    pty.send("S").see("as the computer has it").send("h").see("Svenska").send("\x1b").see("20 konton").send("q");
    assert!(pty.end().success());
    let text = std::fs::read_to_string(&mine).unwrap();
    assert_eq!(text, "# my own words\nmouse = true # the wheel\nlanguage = \"sv\"\n");
    let mut pty = start();
    pty.see("konton").send("q");
    assert!(pty.end().success());
}

#[test]
fn a_settings_file_that_is_broken_is_said_and_left_alone() {
    let folder = folder();
    let mine = folder.path().join("mine.toml");
    let broken = "mouse = true\nthis is not toml\n";
    std::fs::write(&mine, broken).unwrap();
    let mut command = pulih(folder.path());
    command.args(["--demo", "--config", "mine.toml"]);
    let mut pty = Pty::start(command);
    pty.see("cannot be read at line 2").see("Pulih, demo");
    pty.send("S").see("Settings").send("l").see("it was not written").send("q").send("q");
    assert!(pty.end().success());
    assert_eq!(std::fs::read_to_string(&mine).unwrap(), broken);
}

#[test]
fn the_mouse_is_listened_to_until_the_program_ends_and_a_click_on_a_code_copies_it() {
    let folder = folder();
    let mut pty = demo(folder.path());
    assert!(pty.listens_to_the_mouse());
    assert!(!pty.raw().contains("[?1003h") && !pty.raw().contains("[?1002h"), "no movement wakes the program");
    pty.send("\x1b[<0;55;7M\x1b[<0;55;7m").hear("\x1b]52;c;").send("\x1a").see_stopped().assert_given_back();
    pty.signal(Signal::CONT).send("S").see("after 5 minutes");
    assert!(pty.listens_to_the_mouse());
    pty.send("\x03");
    assert!(pty.end().success());
}

#[test]
fn a_mouse_that_the_settings_leave_to_the_terminal_is_not_taken() {
    let folder = folder();
    std::fs::write(folder.path().join("mine.toml"), "mouse = false\n").unwrap();
    let mut command = pulih(folder.path());
    command.args(["--demo", "--config", "mine.toml"]);
    let mut pty = Pty::start(command);
    pty.see("Pulih, demo");
    assert!(!pty.listens_to_the_mouse());
    pty.send("q");
    assert!(pty.end().success());
    assert!(!pty.raw().contains("[?1000h"));
}

#[test]
fn a_rubbish_paste_is_text_and_never_keys() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.paste("q\x03\x1b[31m\r\nd y \u{202e}").see("no setup link");
    pty.send("/").paste("qqqq").see("/ qqqq");
    pty.send("\x03");
    assert!(pty.end().success());
}

#[test]
fn a_vault_is_made_filled_locked_and_opened_after_a_wrong_passphrase() {
    let folder = folder();
    let mut pty = with_a_new_vault(folder.path());
    pty.paste(LINK).see("Read from the link").send("\r").see("Fjordmail is added.").see("1 of 1");
    pty.send("\x0c").see("This vault is locked").see_no("Fjordmail");
    pty.send("wrong\r").see("Check the keyboard layout").send(PASSPHRASE).send("\r").see("1 of 1");
    pty.send("q");
    assert!(pty.end().success());
    assert!(!pty.raw().contains(PASSPHRASE), "a passphrase is never on the screen");

    let mut pty = with_a_vault(folder.path());
    pty.see("This vault is locked").send(PASSPHRASE).send("\r").see("Fjordmail").send("q");
    assert!(pty.end().success());
}

#[test]
fn a_panic_gives_the_terminal_back_and_says_where_it_was_but_not_what() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["the_program_that_panics", "--exact", "--nocapture"]);
    command.env(CHILD, "panic");
    let mut pty = Pty::start(command);
    pty.hear_the_end().assert_given_back();
    let raw = pty.raw();
    assert!(raw.contains("main.rs:") && raw.contains("The vault on the disk was not changed."), "{raw}");
    assert!(!raw.contains("do not print me"), "{raw}");
}

/// Not a test by itself: what [`a_panic_gives_the_terminal_back_and_says_where_it_was_but_not_what`] runs in a terminal.
#[test]
fn the_program_that_panics() {
    if std::env::var_os(CHILD).is_none() {
        return;
    }
    let places = edge::Places { vault: "/nowhere/v".into(), state: "/nowhere/s".into(), config: "/nowhere/c".into() };
    let world = edge::world(&places, edge::read_surroundings(), Vec::new());
    let world = World { clock: Arc::new(Bomb(AtomicUsize::new(0))), ..world };
    let words = Catalog::new(Language::En);
    let _ = run(world, Options { demo: true, ..Options::default() }, words);
}

/// A clock that panics once the program is well under way.
struct Bomb(AtomicUsize);

impl Clock for Bomb {
    fn now(&self) -> Moment {
        assert!(self.0.fetch_add(1, Ordering::Relaxed) < 6, "do not print me");
        Moment::from_unix(1_800_000_000)
    }

    fn tick(&self) -> Tick {
        Tick::default()
    }
}
