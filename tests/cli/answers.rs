//! What a command answers where it was not quite meant so: nothing is guessed, nothing is repeated that could be a secret, and
//! no success is told of what did not come about.

use std::fs::File;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::bench::{Bench, KEY, OLD, PULIH, finish};

#[test]
fn a_query_that_may_be_a_secret_is_not_repeated() {
    let bench = Bench::new();
    let long = "x".repeat(5000);
    let uri = format!("otpauth://totp/x?secret={KEY}");
    for query in [uri.as_str(), KEY, "5OM4 WOOG PLQE F6UG N3CP EOOL WU", "https://example.com/?token=1", &long] {
        let said = bench.ran(&["code", query], &[OLD]).refused(5);
        assert!(!said.contains(query) && said.len() < 200, "{said}");
    }
    assert!(bench.ran(&["code", "nobody"], &[OLD]).refused(5).contains("nobody"));
    assert!(bench.ran(&["code", "SUNFLOWER"], &[OLD]).refused(5).contains("SUNFLOWER"));
}

/// A run whose standard output is closed.
fn closed(bench: &Bench, args: &[&str]) -> crate::bench::Ran {
    let mut command = bench.command("/bin/sh");
    command.args(["-c", "exec \"$@\" >&-", "sh", PULIH]).args(bench.places()).args(args).args(["--passphrase-fd", "0"]);
    finish(command, &[OLD])
}

#[test]
fn no_code_is_used_up_that_nobody_sees() {
    let bench = Bench::new();
    let said = closed(&bench, &["code", "James"]).refused(1);
    assert!(said.contains("only once"), "{said}");
    assert_eq!(bench.json(&["show", "James"], &[OLD])["counter"], json!(1));
    closed(&bench, &["show", "Deno", "--uri"]).refused(1);
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_a_full_disk_swallowed_is_no_success() {
    let bench = Bench::empty();
    for args in [&["--help"][..], &["--version"], &["code", "--help"]] {
        let mut command: Command = bench.command(PULIH);
        command.args(args).stdout(File::options().write(true).open("/dev/full").unwrap()).stderr(Stdio::piped());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("could not be written") && said.lines().count() == 2, "{said}");
    }
}

#[test]
fn a_moment_that_cannot_be_meant_is_a_mistake_in_the_command() {
    let bench = Bench::new();
    for at in ["-5", "9223372036854775807", "253402300800"] {
        let said = bench.ran(&["code", "Deno", "--at", at], &[OLD]).refused(2);
        assert!(said.contains("--at"), "{said}");
    }
    bench.ran(&["code", "Deno", "--at", "253402300799"], &[OLD]).done();
}

#[test]
fn an_export_goes_into_a_file_and_takes_a_group_in_any_case() {
    let bench = Bench::new();
    let said = bench.ran(&["export", "--to", "uri-list", "-", "--yes"], &[OLD]).refused(2);
    assert!(said.contains("./-"), "{said}");
    bench.ran(&["group", "add", "Work"], &[OLD]).done();
    bench.ran(&["group", "put", "Deno", "work"], &[OLD]).done();
    let file = bench.path("out.txt");
    let args = ["export", "--to", "uri-list", file.to_str().unwrap(), "--group", "WORK", "--dry-run"];
    assert_eq!(bench.json(&args, &[OLD])["written"], json!(1));
    assert_eq!(bench.ran(&["export", "--to", "uri-list", "x", "--group", "none", "--dry-run"], &[OLD]).code, 5);
}

#[test]
fn what_an_export_loses_has_names_for_scripts_and_words_for_people() {
    let bench = Bench::new();
    bench.ran(&["pin", "Deno"], &[OLD]).done();
    bench.ran(&["edit", "Deno", "--note", "the red folder"], &[OLD]).done();
    let file = bench.path("out.txt");
    let args = [
        "--lang",
        "sv",
        "export",
        "--to",
        "uri-list",
        file.to_str().unwrap(),
        "--account",
        "Deno",
        "--dry-run",
        "--json",
    ];
    let said: Value = serde_json::from_str(&bench.ran(&args, &[OLD]).out).unwrap();
    let lossy = &said["lossy"][0];
    assert_eq!(lossy["losses"], json!(["note", "pinned"]), "{said}");
    assert!(lossy["said"][1].as_str().unwrap().contains(' '), "{said}");
}

#[test]
fn what_is_no_json_is_not_given_for_it() {
    let bench = Bench::new();
    for args in [&["show", "Deno", "--qr", "--json"][..], &["man", "--json"], &["completions", "bash", "--json"]] {
        let said = bench.ran(args, &[OLD]).refused(2);
        assert!(said.contains("--json"), "{said}");
    }
}

#[test]
fn a_backup_among_the_files_is_told_from_a_vault_and_what_is_no_list_of_accounts_is_not_partly_done() {
    let bench = Bench::new();
    let place = bench.path("backups").to_str().unwrap().to_owned();
    let setup = ["backup", "setup", "--account", "mira", "--place", &place, "--recovery-password-fd", "0"];
    let cheap = ["--kdf-memory", "64", "--kdf-time", "3"];
    bench.ran(&[&setup[..], &cheap].concat(), &[OLD, "a lamp beside the harbour"]).done();
    let files = std::fs::read_dir(&place).unwrap().map(|entry| entry.unwrap().path());
    let backup =
        files.into_iter().find(|path| std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"\x89PLB"))).unwrap();
    let said = bench.bare(&["import", backup.to_str().unwrap(), "--dry-run"], &[]).refused(4);
    assert!(said.contains("pulih restore --from"), "{said}");
    let said = bench.bare(&["import", bench.vault().to_str().unwrap(), "--dry-run"], &[]).refused(4);
    assert!(said.contains("--vault"), "{said}");
    let text = bench.file("notes.txt", "I wrote down otpauth://totp/ somewhere\n");
    assert_eq!(bench.bare(&["import", &text, "--dry-run"], &[]).code, 4);
    assert_eq!(bench.ran(&["import", &text, "--yes"], &[OLD]).code, 4);
    let drill =
        bench.ran(&["backup", "drill", "--recovery-password-fd", "0", "--json"], &[OLD, "a lamp beside the harbour"]);
    let drill: Value = serde_json::from_str(&drill.done()).unwrap();
    let places: Vec<u64> =
        drill["codes_at_once"].as_array().unwrap().iter().map(|row| row["order"].as_u64().unwrap()).collect();
    assert_eq!(places, [0, 1, 2], "{drill}");
    assert!(drill["codes_at_once"][0].as_object().unwrap().contains_key("badge"));
    let plan = ["restore", "--from", &place, "--account", "mira", "--recovery-password-fd", "0", "--plan", "--merge"];
    let said = bench.ran(&plan, &[OLD, "a lamp beside the harbour"]).done();
    assert!(said.contains("the same\tkeep mine\tDeno:Mason"), "{said}");
}

#[test]
fn an_askpass_program_that_is_not_there_is_named() {
    let bench = Bench::new();
    let mut command = bench.command(PULIH);
    command.env("PULIH_ASKPASS", "/nosuch").args(bench.places()).arg("list");
    let said = finish(command, &[]).refused(1);
    assert!(said.contains("PULIH_ASKPASS"), "{said}");
    let mut command = bench.command(PULIH);
    command.env("PULIH_ASKPASS", "/bin/false").args(bench.places()).arg("list");
    finish(command, &[]).refused(1);
}

#[test]
fn help_of_a_command_is_the_same_by_both_ways() {
    let bench = Bench::empty();
    for path in [&["list"][..], &["backup", "setup"], &["sign-in"]] {
        let by_name = bench.bare(&[&["help"], path].concat(), &[]).done();
        assert_eq!(by_name, bench.bare(&[path, &["--help"]].concat(), &[]).done());
    }
    assert!(bench.bare(&["help", "back-up"], &[]).done().starts_with("Back"));
    bench.bare(&["help", "backup", "nothing"], &[]).refused(2);
}

#[test]
fn a_page_names_the_program_once_and_shells_know_the_formats() {
    let bench = Bench::empty();
    let page = bench.bare(&["man", "add"], &[]).done();
    let version = concat!("pulih ", env!("CARGO_PKG_VERSION"));
    assert!(page.contains(".TH pulih-add 1") && page.contains(version), "{page}");
    assert_eq!(page.matches(".ie ").count(), 1, "one preamble: {page}");
    let script = bench.bare(&["completions", "bash"], &[]).done();
    assert!(script.contains("html-sheet") && script.contains("aegis"), "no format ids");
}
