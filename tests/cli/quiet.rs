//! What must not be seen: secrets where nobody asked for them, and signs that steer a terminal.

use crate::bench::{Bench, KEY, OLD, Ran};

/// Neither stream holds any of these.
#[track_caller]
fn silent_on(ran: &Ran, secrets: &[&str]) {
    for secret in secrets {
        assert!(!ran.out.contains(secret) && !ran.err.contains(secret), "{secret} is in {ran:?}");
    }
}

#[test]
fn no_command_says_a_secret_that_it_was_not_asked_for() {
    let bench = Bench::new();
    let uri = format!("otpauth://totp/More:anna?secret={KEY}&issuer=More");
    let file = bench.file("list.txt", format!("{uri}\notpauth://totp/Bad:x?secret={KEY}1\n{KEY}\n"));
    for (args, lines) in [
        (&["add", "--uri-fd", "0", "-v"][..], &[OLD, uri.as_str()][..]),
        (&["import", &file, "-v"], &[OLD]),
        (&["import", &file, "--json"], &[OLD]),
        (&["list", "--json", "-v"], &[OLD]),
        (&["show", "Deno"], &[OLD]),
        (&["show", "Deno", "--json"], &[OLD]),
        (&["show", "Deno", "--qr"], &[OLD]),
        (&["edit", "Deno", "--note", "x"], &[OLD]),
        (&["doctor"], &[OLD]),
        (&["list"], &["a wrong passphrase"]),
        (&["passwd", "--new-passphrase-fd", "0"], &[OLD, "password1"]),
        (&["add", "--secret-fd", "0", "--issuer", "Odd"], &[OLD, "4SJHB4GSD43FZBAI7C2HLRJGPQ!"]),
    ] {
        silent_on(&bench.ran(args, lines), &[KEY, OLD, "a wrong passphrase", "password1", "4SJHB4GSD43F"]);
    }
}

#[test]
fn the_key_is_shown_as_uri_when_it_is_asked_for() {
    let bench = Bench::new();
    let uri = bench.ran(&["show", "Deno", "--uri"], &[OLD]).done();
    assert!(uri.contains(KEY) && uri.starts_with("otpauth://totp/"), "{uri}");
    let code = bench.ran(&["show", "Deno", "--qr", "--plain"], &[OLD]).done();
    assert!(code.is_ascii() && code.contains("##"), "{code}");
}

#[test]
fn names_from_outside_cannot_steer_the_terminal() {
    let bench = Bench::new();
    let hostile = "otpauth://totp/Bank%1B%5D0%3Bowned%07%C2%9B31m:%E2%80%AEanna%0A%0Dfake?secret=JBSWY3DPEHPK3PXP";
    bench.ran(&["add", "--uri-fd", "0", "--group", "G\u{1b}[2J"], &[OLD, hostile]).done();
    bench.ran(&["edit", "Deno", "--note", "one\u{1b}[31m\u{202e}two"], &[OLD]).done();
    for args in
        [&["list"][..], &["list", "--json"], &["show", "Deno"], &["group"], &["code", "an"], &["code", "x\u{1b}[7my"]]
    {
        let ran = bench.ran(args, &[OLD]);
        let both = format!("{}{}", ran.out, ran.err);
        let bad = |c: char| c.is_control() && c != '\n' && c != '\t' || "\u{202e}\u{9b}".contains(c);
        assert!(!both.contains(bad), "{args:?}: {both:?}");
    }
}

#[test]
fn colours_come_when_they_are_wanted_and_never_in_plain_mode() {
    let bench = Bench::empty();
    let said = |args: &[&str]| bench.bare(args, &[]).out;
    assert!(!said(&["--demo", "list"]).contains('\u{1b}'));
    assert!(said(&["--demo", "--color", "always", "list"]).contains("\u{1b}[33m"));
    assert!(!said(&["--demo", "--color", "always", "--plain", "list"]).contains('\u{1b}'));
}

#[test]
fn quiet_says_only_what_went_wrong() {
    let bench = Bench::new();
    let ran = bench.ran(&["pin", "Deno", "-q"], &[OLD]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    bench.ran(&["pin", "nobody", "-q"], &[OLD]).refused(5);
}

#[test]
fn a_bad_settings_file_is_told_of_and_stands_in_nobodys_way() {
    let bench = Bench::new();
    bench.file("config.toml", "langauge = \"sv\"\nclipboard-seconds = \"x\"\n");
    let ran = bench.ran(&["list"], &[OLD]);
    assert!(ran.err.contains("language") && ran.err.contains("clipboard-seconds"), "{}", ran.err);
    assert!(ran.done().contains("Deno"));
    bench.file("config.toml", "this is not toml at all");
    assert!(bench.ran(&["list"], &[OLD]).done().contains("Deno"));
}

#[test]
fn a_settings_file_that_others_may_write_is_told_of_and_not_taken() {
    let bench = Bench::new();
    let file = bench.file("config.toml", "language = \"id\"\n");
    for (mode, is_taken) in [(0o644, true), (0o660, false), (0o602, false)] {
        std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
        let ran = bench.ran(&["pin", "Deno"], &[OLD]);
        assert_eq!((ran.code, ran.err.contains("chmod go-w")), (0, !is_taken), "{mode:o}: {ran:?}");
    }
}

#[test]
fn a_settings_file_that_was_named_and_is_not_there_ends_it_before_anything_is_done() {
    let bench = Bench::new();
    let nowhere = bench.path("nowhere.toml");
    let said = bench.ran(&["list", "--config", nowhere.to_str().unwrap()], &[OLD]).refused(1);
    assert!(said.contains("nowhere.toml"), "{said}");
    bench.bare(&["--version", "--config", nowhere.to_str().unwrap()], &[]).done();
    assert_eq!(bench.ran(&["pin", "Deno", "-q"], &[OLD]).err, "");
}

#[test]
fn the_demo_touches_no_file() {
    let bench = Bench::empty();
    bench.bare(&["--demo", "list"], &[]).done();
    bench.bare(&["--demo", "rm", "Steam"], &[]).done();
    let left: Vec<_> = std::fs::read_dir(bench.path("")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}
