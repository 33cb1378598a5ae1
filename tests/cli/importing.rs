//! Importing by command: seen first, asked where somebody sits, taken in whole or not at all.

use serde_json::json;

use crate::bench::{Bench, OLD, PULIH, sample};
use crate::terminal::Seat;

/// Two that are new, one that is there, one that has another key there.
const LIST: &str = "otpauth://totp/Fjordmail:anna?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Fjordmail
otpauth://totp/Havsbank:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Havsbank
otpauth://totp/Deno:Mason?secret=4SJHB4GSD43FZBAI7C2HLRJGPQ&issuer=Deno
otpauth://totp/Issuu:Backup?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Issuu
";

/// An account whose key needs a PIN that the list does not have.
const NEEDS_PIN: &str = "motp://Kontor:anna?secret=00112233445566778899aabbccddeeff\n";

/// At a terminal, opened with the passphrase.
fn seat(bench: &Bench, args: &[&str]) -> Seat {
    let mut seat = Seat::take(bench, args, &[]);
    seat.until("Passphrase:");
    seat.press(&format!("{OLD}\r"));
    seat
}

#[test]
fn at_a_terminal_everything_is_seen_first_and_only_a_yes_brings_it_in() {
    let bench = Bench::new();
    let file = bench.file("list.txt", LIST);
    for (answer, code, count) in [("no", 1, 3), ("", 1, 3), ("yes", 0, 5)] {
        let mut seat = seat(&bench, &["import", &file]);
        let seen = seat.until("(yes/no)");
        for line in [
            "[x] Fjordmail:anna: new",
            "[x] Havsbank:anna: new",
            "[ ] Deno:Mason: there already",
            "[ ] Issuu:Backup: there with another key",
            "Bring 2 accounts in?",
        ] {
            assert!(seen.contains(line), "{seen}");
        }
        seat.press(&format!("{answer}\r"));
        let (ended, rest) = seat.ended();
        assert_eq!((ended, bench.accounts().len()), (code, count), "{rest}");
        assert_eq!(rest.contains("list.txt is not encrypted"), code == 0, "{rest}");
    }
}

#[test]
fn a_yes_beforehand_and_a_file_with_nothing_new_ask_nothing() {
    let bench = Bench::new();
    let file = bench.file("list.txt", LIST);
    let (code, rest) = seat(&bench, &["import", &file, "--yes"]).ended();
    assert!(code == 0 && rest.contains("Added: 2"), "{rest}");
    let before = std::fs::read(bench.vault()).unwrap();
    let (code, rest) = seat(&bench, &["import", &file]).ended();
    assert!(code == 0 && rest.contains("Added: 0") && !rest.contains("(yes/no)"), "{rest}");
    assert_eq!(std::fs::read(bench.vault()).unwrap(), before);
}

#[test]
fn a_wrong_password_of_a_file_is_asked_for_again() {
    let bench = Bench::new();
    let expected: serde_json::Value = serde_json::from_slice(&std::fs::read(sample("expected.json")).unwrap()).unwrap();
    let password = expected["aegis-encrypted.json"]["passwords"][0].as_str().unwrap().to_owned();
    let mut seat = seat(&bench, &["import", &sample("aegis-encrypted.json")]);
    seat.until("Password of aegis-encrypted.json (Aegis):");
    seat.press("rubbish\r");
    seat.until("Password of aegis-encrypted.json (Aegis):");
    seat.press(&format!("{password}\r"));
    let seen = seat.until("(yes/no)");
    assert!(!seen.contains(&password), "{seen}");
    seat.press("yes\r");
    let (code, rest) = seat.ended();
    assert!(code == 0 || code == 8, "{rest}");
    assert!(!rest.contains("is not encrypted"), "{rest}");
}

#[test]
fn a_pin_that_the_file_does_not_have_is_asked_for_or_comes_by_a_descriptor() {
    let bench = Bench::new();
    let file = bench.file("pins.txt", NEEDS_PIN);
    let state = |bench: &Bench| bench.json(&["show", "Kontor"], &[OLD])["state"].clone();
    bench.ran(&["import", &file], &[OLD]).done();
    assert_eq!(state(&bench), json!("missing"));
    let mut seat = seat(&bench, &["import", &file]);
    seat.until("PIN of Kontor:anna");
    assert!(!seat.echoes());
    seat.press("1234\r");
    assert!(seat.until("(yes/no)").contains("[x] Kontor:anna: brings a missing key"));
    seat.press("yes\r");
    assert_eq!(seat.ended().0, 0);
    assert_eq!(state(&bench), json!("ready"));

    let other = Bench::new();
    let file = other.file("pins.txt", NEEDS_PIN);
    other.ran(&["import", &file, "--pin-fd", "0"], &[OLD, "1234"]).done();
    let code = |bench: &Bench| bench.ran(&["code", "Kontor", "--at", "1111111111"], &[OLD]).done();
    assert_eq!(code(&bench), code(&other));
}

#[test]
fn standard_input_is_a_file_like_any_other_behind_the_secrets_that_stand_there() {
    let bench = Bench::new();
    let said = bench.bare(&["import", "-", "--dry-run"], &[LIST.trim_end()]).done();
    assert_eq!(said.lines().count(), 4, "{said}");
    let applied = bench.json(&["import", "-"], &[OLD, LIST.trim_end()]);
    assert_eq!(applied["applied"]["added"], json!(2));
    let expected: serde_json::Value = serde_json::from_slice(&std::fs::read(sample("expected.json")).unwrap()).unwrap();
    let password = expected["aegis-encrypted.json"]["passwords"][0].as_str().unwrap();
    let file = std::fs::read_to_string(sample("aegis-encrypted.json")).unwrap();
    let read = bench.json(&["import", "-", "--file-password-fd", "0"], &[OLD, password, &file]);
    assert!(!read["entries"].as_array().unwrap().is_empty());
    bench.bare(&["import", "-", "-", "--dry-run"], &[LIST]).refused(2);
    bench.bare(&["import", "-", "--dry-run"], &[]).refused(4);
}

#[test]
fn a_database_opens_with_its_key_file_alone_or_with_both() {
    let bench = Bench::new();
    let path = |name: &str| sample(name);
    let key = path("keepass.keyx");
    let alone = path("keepass-4-key-file.kdbx");
    let read = bench.bare(&["import", &alone, "--key-file", &key, "--dry-run"], &[]).done();
    assert_eq!(read.lines().count(), 9, "{read}");
    let (both, password) = (path("keepass-3-both.kdbx"), "a published test password");
    let with = ["import", &both, "--key-file", &key, "--dry-run", "--file-password-fd", "0"];
    assert_eq!(bench.bare(&with, &[password]).done().lines().count(), 9);
    bench.bare(&["import", &both, "--key-file", &key, "--dry-run"], &[]).refused(3);
    bench.bare(&["import", &both, "--dry-run", "--file-password-fd", "0"], &[password]).refused(3);
    let said = bench.bare(&["import", &path("uris.txt"), "--key-file", &key, "--dry-run"], &[]).refused(4);
    assert!(said.contains("key file"), "{said}");
    bench.bare(&["import", &both, "--key-file", &path("gone.keyx"), "--dry-run"], &[]).refused(1);
}

#[test]
fn several_files_are_one_import_and_the_one_that_cannot_be_read_is_named() {
    let bench = Bench::new();
    let (one, two) = (bench.file("one.txt", LIST), bench.file("two.txt", NEEDS_PIN));
    let read = bench.json(&["import", &one, &two], &[OLD]);
    assert_eq!((read["entries"].as_array().unwrap().len(), &read["applied"]["added"]), (5, &json!(3)));
    let broken = bench.file("broken.json", "{\"a\": ");
    let said = bench.ran(&["import", &one, &broken], &[OLD]).refused(4);
    assert!(said.starts_with("broken.json: "), "{said}");
    let folder = bench.path("vaults");
    let said = bench.ran(&["import", folder.to_str().unwrap()], &[OLD]).refused(1);
    assert!(said.contains("is a folder"), "{said}");
}

#[test]
fn json_says_how_each_entry_stands_to_the_vault() {
    let bench = Bench::new();
    let read = bench.json(&["import", &bench.file("list.txt", LIST), "--dry-run"], &[OLD]);
    let standings: Vec<_> = read["standings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["standing"].clone(), one["differs_in"].clone()))
        .collect();
    let none = json!(null);
    let expected = [
        (json!("new"), none.clone()),
        (json!("new"), none.clone()),
        (json!("same"), none),
        (json!("changed"), json!("key")),
    ];
    assert_eq!(standings, expected);
}

#[test]
fn what_another_program_saves_between_the_preview_and_the_yes_is_kept() {
    let bench = Bench::new();
    let file = bench.file("list.txt", LIST);
    let mut seat = seat(&bench, &["import", &file]);
    seat.until("(yes/no)");
    bench.ran(&["pin", "Deno"], &[OLD]).done();
    // The file is in memory since it was read: taking it away changes nothing.
    std::fs::remove_file(&file).unwrap();
    seat.press("yes\r");
    let (code, rest) = seat.ended();
    assert_eq!(code, 0, "{rest}");
    assert_eq!(bench.accounts().len(), 5);
    assert_eq!(bench.json(&["show", "Deno"], &[OLD])["pinned"], json!(true));
}

#[test]
fn a_yes_to_something_that_would_now_do_something_else_does_nothing() {
    let bench = Bench::new();
    let file = bench.file("list.txt", LIST);
    let mut seat = seat(&bench, &["import", &file]);
    seat.until("(yes/no)");
    bench.ran(&["import", &file], &[OLD]).done();
    let before = std::fs::read(bench.vault()).unwrap();
    seat.press("yes\r");
    let (code, rest) = seat.ended();
    assert_eq!(code, 7, "{rest}");
    assert_eq!(std::fs::read(bench.vault()).unwrap(), before);
}

#[test]
fn hostile_names_reach_the_terminal_as_plain_text_of_a_bounded_length() {
    let bench = Bench::new();
    let long = "x".repeat(3000);
    let list = format!(
        "otpauth://totp/%1b%5D0;owned%07%1b%5B2Jbank%E2%80%AEknab:a%0Ab?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\n\
         otpauth://totp/{long}:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n"
    );
    let huge = json!([{"secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "issuer": "y".repeat(10_000), "label": "\u{1b}[31mred",
                       "digits": 6, "type": "TOTP", "algorithm": "SHA1", "thumbnail": "Default", "last_used": 0,
                       "used_frequency": 0, "period": 30, "tags": []}]);
    let (one, two) = (bench.file("hostile\u{1b}[2J.txt", list), bench.file("huge.json", huge.to_string()));
    let mut seat = seat(&bench, &["import", &one, &two]);
    let seen = seat.until("(yes/no)");
    assert!(!seen.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{seen:?}");
    assert!(seen.lines().all(|line| line.chars().count() < 1200), "{seen}");
    seat.press("yes\r");
    let (_, rest) = seat.ended();
    assert!(!rest.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{rest:?}");
}

#[test]
fn secrets_by_descriptor_mean_a_script_also_at_a_terminal() {
    let bench = Bench::new();
    let file = bench.file("list.txt", LIST);
    let script = format!("exec {PULIH} \"$@\" 3<'{}'", bench.file("secret", format!("{OLD}\n")));
    let mut args = vec!["-c".to_owned(), script, "sh".to_owned()];
    args.extend(bench.places());
    args.extend(["import", &file, "--passphrase-fd", "3"].map(str::to_owned));
    let (code, rest) = Seat::run(&bench, "/bin/sh", &args, &[]).ended();
    assert!(code == 0 && rest.contains("Added: 2") && !rest.contains("(yes/no)"), "{rest}");
}
