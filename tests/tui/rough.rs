//! Rough handling: terminals without room, storms, rubbish, ends in the middle of things. The program goes on, or ends with
//! the terminal given back.

use rustix::process::Signal;

use super::pty::Pty;
use super::{LINK, PASSPHRASE, demo, folder, pulih, with_a_new_vault, with_a_vault};

fn demo_of_size(cols: u16, rows: u16) -> (Pty, tempfile::TempDir) {
    let folder = folder();
    let mut command = pulih(folder.path());
    command.arg("--demo");
    (Pty::sized(command, cols, rows), folder)
}

#[test]
fn a_terminal_of_one_cell_is_waited_out() {
    let (mut pty, _folder) = demo_of_size(1, 1);
    pty.see("M").resize(80, 24).see("GitHub").resize(1, 1).see_no("GitHub");
    pty.send("jk\r?").resize(80, 24).see("Keys").send("\x03");
    assert!(pty.end().success());
}

#[test]
fn the_smallest_terminal_of_use_lists_and_copies() {
    let (mut pty, _folder) = demo_of_size(40, 10);
    pty.see("GitHub").send("y").hear("\x1b]52;c;").send("\x03");
    assert!(pty.end().success());
}

#[test]
fn sizes_that_change_while_keys_come_end_in_a_whole_screen() {
    let folder = folder();
    let mut pty = demo(folder.path());
    for step in 0..200_u16 {
        pty.resize(1 + step * 53 % 220, 1 + step * 31 % 70)
            .send(["j", "k", "/", "x", "\x1b[A", "\x7f"][usize::from(step % 6)]);
    }
    pty.resize(100, 30).send("\x15").see("20 of 20").send("\x03");
    assert!(pty.end().success());
}

#[test]
fn a_paste_of_a_megabyte_of_anything_is_one_text_and_no_keys() {
    let folder = folder();
    let mut pty = demo(folder.path());
    let rubbish: Vec<u8> = (0..1_000_000_u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 21) as u8).collect();
    pty.send_bytes(b"\x1b[200~").send_bytes(&rubbish).send_bytes(b"q\x03\x1b[201~").see("no setup link");
    pty.send("/").send_bytes(b"\x1b[200~").send_bytes(&rubbish).send_bytes(b"\x1b[201~").see("Nothing found");
    pty.send("\x15").see("20 of 20").send("\x03");
    assert!(pty.end().success());
}

#[test]
fn a_paste_that_is_too_long_is_said() {
    let folder = folder();
    let mut pty = demo(folder.path());
    let much = vec![b'q'; 5 * 1024 * 1024];
    pty.send_bytes(b"\x1b[200~").send_bytes(&much).send_bytes(b"\x1b[201~").see("The pasted text is too long");
    pty.send("q");
    assert!(pty.end().success());
}

#[test]
fn rubbish_of_the_mouse_and_answers_that_nobody_asked_for_do_nothing() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.send_bytes(b"\x1b[<999;65535;65535M\x1b[<0;0;0M\x1b[<;;;;M\x1b[<0;99999999999999999999;1M\x1b[M\xff\xff\xff");
    pty.send_bytes(
        b"\x1b[<35;10;10M\x1b[<0;70000;3m\x1b[?62;22c\x1b[24;80R\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1bP>|xterm\x1b\\",
    );
    pty.send_bytes(b"\xff\xfe\xc3\x28\xf0\x9f\x1b[99999999999;5~\x1b[200");
    // The last one is the beginning of something that never comes; a key that breaks it off is a key.
    pty.send("\x15").send("/kulturb").see("  1 of 20").send("\x03");
    assert!(pty.end().success());
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    let folder = folder();
    for with_signal in [true, false] {
        let mut command = pulih(folder.path());
        command.arg("--demo");
        if !with_signal {
            // In a session of its own the program is not told, and only sees that nothing more comes.
            command.env("PATH", std::env::var_os("PATH").unwrap());
            let words = command.get_argv().clone();
            command.get_argv_mut().clear();
            command.get_argv_mut().extend(["setsid", "--wait"].map(Into::into));
            command.get_argv_mut().extend(words);
        }
        let mut pty = Pty::start(command);
        pty.see("Pulih, demo");
        assert!(!pty.hang_up().success(), "with a signal: {with_signal}");
    }
}

#[test]
fn a_vault_whose_terminal_goes_away_is_whole() {
    let folder = folder();
    let mut pty = with_a_new_vault(folder.path());
    // Hung up in the middle of the form, and then in the middle of a save.
    pty.paste(LINK).see("Read from the link");
    pty.hang_up();
    let mut pty = with_a_vault(folder.path());
    pty.see("This vault is locked").send(PASSPHRASE).send("\r").see("No accounts yet.");
    pty.paste(LINK).see("Read from the link").send("\r");
    pty.hang_up();
    let mut pty = with_a_vault(folder.path());
    pty.see("This vault is locked").send(PASSPHRASE).send("\r").see_no("This vault is locked").send("q");
    assert!(pty.end().success());
}

#[cfg(target_os = "linux")]
#[test]
fn a_crash_gives_the_terminal_back_and_ends_as_a_crash() {
    let folder = folder();
    for signal in [
        Signal::ABORT,
        Signal::ALARM,
        Signal::BUS,
        Signal::FPE,
        Signal::ILL,
        Signal::PROF,
        Signal::SEGV,
        Signal::SYS,
        Signal::TRAP,
        Signal::USR1,
        Signal::USR2,
        Signal::VTALARM,
        Signal::XCPU,
        Signal::XFSZ,
    ] {
        let mut pty = demo(folder.path());
        pty.signal(signal);
        let ended = pty.end();
        assert!(ended.signal().is_some(), "{signal:?}: {ended:?}");
    }
}

#[test]
fn two_signals_at_once_end_it_once() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.signal(Signal::TERM).signal(Signal::HUP);
    assert!(!pty.end().success());
}
