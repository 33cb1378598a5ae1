//! What a person does with the command line from the first day on, one deed a test.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use serde_json::json;

use crate::bench::{Bench, CODE_AT_1111111111, KEY, OLD, PULIH, finish, sample};

const NEW: &str = "five other words than those";

#[test]
fn a_vault_is_made_for_its_owner_alone_and_not_twice() {
    let bench = Bench::empty();
    bench.ran(&["init", "--kdf-memory", "64", "--kdf-time", "3"], &[OLD]).done();
    let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(bench.vault()), mode(bench.path("vaults"))), (0o600, 0o700));
    let before = std::fs::read(bench.vault()).unwrap();
    bench.ran(&["init", "--kdf-memory", "64", "--kdf-time", "3"], &[OLD]).refused(1);
    assert_eq!(std::fs::read(bench.vault()).unwrap(), before);
}

#[test]
fn a_locked_file_of_another_app_is_brought_in_with_both_secrets_on_one_descriptor() {
    let bench = Bench::new();
    let file = sample("aegis-encrypted.json");
    let expected: serde_json::Value = serde_json::from_slice(&std::fs::read(sample("expected.json")).unwrap()).unwrap();
    let expected = &expected["aegis-encrypted.json"];
    let password = expected["passwords"][0].as_str().unwrap();
    let before = bench.accounts().len();
    let ran = bench.ran(&["import", &file, "--file-password-fd", "0"], &[OLD, password]);
    assert!(ran.code == 0 || ran.code == 8, "{ran:?}");
    let count = expected["entries"].as_array().unwrap().len();
    assert_eq!(bench.accounts().len(), before + count);
    let again = bench.ran(&["import", &file, "--file-password-fd", "0"], &[OLD, password]);
    assert!(again.code == 0 || again.code == 8, "{again:?}");
    assert_eq!(bench.accounts().len(), before + count);
}

#[test]
fn the_acceptance_journey_with_a_real_file() {
    let Some(folder) = std::env::var_os("PULIH_FIXTURES").map(PathBuf::from) else {
        println!("skipped, PULIH_FIXTURES is not set: the journey with aegis-encrypted.json");
        return;
    };
    let bench = Bench::empty();
    bench.ran(&["init", "--kdf-memory", "64", "--kdf-time", "3"], &[OLD]).done();
    let file = folder.join("written/aegis-encrypted.json");
    bench.ran(&["import", file.to_str().unwrap(), "--file-password-fd", "0"], &[OLD, "written-pass"]).done();
    assert_eq!(
        bench.accounts(),
        [
            "Deno:Mason",
            "SPDX:James",
            "Airbnb:Elijah",
            "Issuu:James",
            "Air Canada:Benjamin",
            "WWE:Mason",
            "Boeing:Sophia",
            "Naïve & Co:zoë@example.com"
        ]
    );
    let code = bench.ran(&["code", "Deno", "--at", "1111111111"], &[OLD]).done();
    assert_eq!(code.trim(), CODE_AT_1111111111);
}

#[test]
fn an_account_is_added_changed_deleted_and_brought_back() {
    let bench = Bench::new();
    let uri = "otpauth://totp/Example:bo%40example.com?secret=JRZCL47CMXVOQMNPZR2F7J4RGI&issuer=Example";
    bench.ran(&["add", "--uri-fd", "0", "--group", "Home", "--note", "the blue one"], &[OLD, uri]).done();
    bench.ran(&["edit", "Example", "--issuer", "Sample", "--kind", "work"], &[OLD]).done();
    let shown = bench.json(&["show", "sample"], &[OLD]);
    assert_eq!((&shown["name"], &shown["note"]), (&json!("bo@example.com"), &json!("the blue one")));
    assert_eq!((&shown["kind"], &shown["protection"]), (&json!("work"), &json!("device-bound")));
    bench.ran(&["rm", "Sample"], &[OLD]).done();
    assert!(!bench.accounts().contains(&"Sample:bo@example.com".to_owned()));
    assert!(bench.ran(&["trash"], &[OLD]).done().contains("Sample"));
    bench.ran(&["trash", "restore", "sample"], &[OLD]).done();
    assert!(bench.accounts().contains(&"Sample:bo@example.com".to_owned()));
}

#[test]
fn a_new_account_goes_into_the_groups_that_are_there_and_into_no_twin_of_one() {
    let bench = Bench::new();
    bench.ran(&["group", "add", "Work"], &[OLD]).done();
    let uri = "otpauth://totp/Example:bo?secret=JRZCL47CMXVOQMNPZR2F7J4RGI&issuer=Example";
    let said = bench.ran(&["add", "--uri-fd", "0", "--group", ""], &[OLD, uri]).refused(1);
    assert!(said.contains("group"), "{said}");
    let groups = ["--group", "work", "--group", "Home", "--group", "WORK"];
    bench.ran(&[&["add", "--uri-fd", "0"], &groups[..]].concat(), &[OLD, uri]).done();
    assert_eq!(bench.json(&["show", "Example"], &[OLD])["groups"], json!(["Work", "Home"]));
    assert_eq!(bench.json(&["group"], &[OLD]).as_array().map(Vec::len), Some(2));
}

#[test]
fn a_link_with_the_key_that_is_there_does_not_turn_its_counter_back() {
    let bench = Bench::new();
    bench.ran(&["edit", "Issuu:James", "--counter", "8"], &[OLD]).done();
    for (given, expected) in [("1", 8), ("12", 12)] {
        let uri = format!("otpauth://hotp/Issuu:James?secret=YOOMIXWS5GN6RTBPUFFWKTW5M4&issuer=Issuu&counter={given}");
        bench.ran(&["edit", "Issuu:James", "--uri-fd", "0"], &[OLD, &uri]).done();
        assert_eq!(bench.json(&["show", "Issuu:James"], &[OLD])["counter"], expected);
    }
}

#[test]
fn an_account_is_shown_in_whole_sentences_in_every_language() {
    let bench = Bench::new();
    for (language, carried) in [("en", "The key"), ("sv", "Nyckeln"), ("id", "Kuncinya")] {
        let out = bench.ran(&["--lang", language, "show", "Deno"], &[OLD]).done();
        assert!(out.contains(carried) && !out.contains('<'), "{out}");
    }
}

#[test]
fn what_is_not_in_the_trash_and_a_group_without_a_name_are_told_as_such() {
    let bench = Bench::new();
    let said = bench.ran(&["trash", "restore", "Deno"], &[OLD]).refused(5);
    assert!(said.contains("pulih trash list"), "{said}");
    let said = bench.ran(&["group", "add", " "], &[OLD]).refused(1);
    assert!(said.contains("group"), "{said}");
}

#[test]
fn the_trash_is_emptied_only_with_a_yes() {
    let bench = Bench::new();
    bench.ran(&["rm", "Deno"], &[OLD]).done();
    assert!(detached(&bench, &["trash", "empty"]).refused(2).contains("--yes"));
    bench.ran(&["trash", "empty", "--yes"], &[OLD]).done();
    bench.ran(&["trash", "restore", "Deno"], &[OLD]).refused(5);
}

#[test]
fn groups_hold_accounts_and_pins_hold_them_on_top() {
    let bench = Bench::new();
    bench.ran(&["group", "add", "Work"], &[OLD]).done();
    bench.ran(&["group", "put", "Deno", "work"], &[OLD]).done();
    bench.ran(&["group", "rename", "Work", "Office"], &[OLD]).done();
    bench.ran(&["pin", "Deno"], &[OLD]).done();
    let office = bench.json(&["list", "--group", "office"], &[OLD]);
    assert_eq!(office.as_array().unwrap().len(), 1);
    assert_eq!((&office[0]["groups"], &office[0]["pinned"]), (&json!(["Office"]), &json!(true)));
    bench.ran(&["group", "take", "Deno", "Office"], &[OLD]).done();
    bench.ran(&["pin", "Deno", "--off"], &[OLD]).done();
    let deno = bench.json(&["show", "Deno"], &[OLD]);
    assert_eq!((&deno["groups"], &deno["pinned"]), (&json!([]), &json!(false)));
    bench.ran(&["group", "rm", "Office"], &[OLD]).done();
    assert_eq!(bench.json(&["group"], &[OLD]), json!([]));
}

#[test]
fn what_was_exported_comes_back_whole_and_is_nobody_elses() {
    let bench = Bench::new();
    let locked = bench.path("out.json").to_str().unwrap().to_owned();
    bench.ran(&["export", "--to", "aegis", &locked, "--file-password-fd", "0"], &[OLD, "a file password"]).done();
    assert_eq!(std::fs::metadata(&locked).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!std::fs::read_to_string(&locked).unwrap().contains(KEY));
    let plain = bench.path("out.txt").to_str().unwrap().to_owned();
    assert!(detached(&bench, &["export", "--to", "uri-list", &plain]).refused(2).contains("--yes"));
    bench.ran(&["export", "--to", "uri-list", &plain, "--yes"], &[OLD]).done();
    assert!(std::fs::read_to_string(&plain).unwrap().contains(KEY));
    for (file, lines) in [(&locked, &["a file password"][..]), (&plain, &[])] {
        let args = ["import", file, "--dry-run", "--json", "--show-secrets", "--file-password-fd", "0"];
        let read: serde_json::Value = serde_json::from_str(&bench.bare(&args, lines).done()).unwrap();
        let names: Vec<&str> =
            read["entries"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Mason", "James", "Backup"]);
        assert_eq!((&read["entries"][0]["secret"], &read["entries"][1]["counter"]), (&json!(KEY), &json!(1)));
    }
}

#[test]
fn an_export_never_replaces_a_file_without_being_told_to() {
    let bench = Bench::new();
    let file = bench.file("there.txt", "precious");
    bench.ran(&["export", "--to", "uri-list", &file, "--yes"], &[OLD]).refused(1);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "precious");
    bench.ran(&["export", "--to", "uri-list", &file, "--yes", "--force"], &[OLD]).done();
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("otpauth://"));
}

#[test]
fn an_export_never_takes_the_place_of_a_vault_even_when_told_to_replace() {
    let bench = Bench::new();
    let before = std::fs::read(bench.vault()).unwrap();
    let args = ["export", "--to", "uri-list", "--yes", "--force", bench.vault().to_str().unwrap()].map(str::to_owned);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    bench.ran(&args, &[OLD]).refused(1);
    assert_eq!(std::fs::read(bench.vault()).unwrap(), before);
}

#[test]
fn after_a_change_of_the_passphrase_the_old_one_opens_nothing_here() {
    let bench = Bench::new();
    bench.ran(&["pin", "Deno"], &[OLD]).done();
    bench.ran(&["passwd", "--new-passphrase-fd", "0"], &[OLD, NEW]).done();
    bench.ran(&["list"], &[OLD]).refused(3);
    assert!(bench.ran(&["list"], &[NEW]).done().contains("Deno"));
    let left: Vec<_> = std::fs::read_dir(bench.path("vaults")).unwrap().map(|entry| entry.unwrap().path()).collect();
    for file in left.iter().filter(|file| std::fs::metadata(file).unwrap().len() > 0) {
        let mut command = bench.command(PULIH);
        command.arg("--vault").arg(file).arg("--state").arg(bench.path("elsewhere"));
        command.args(["list", "--passphrase-fd", "0"]);
        assert_ne!(finish(command, &[OLD]).code, 0, "{} opens with the old passphrase", file.display());
    }
}

#[test]
fn a_passphrase_that_everybody_tries_is_not_taken() {
    let bench = Bench::new();
    for (new, why) in [("short", "fewer"), ("Password123!", "tried first"), ("abcdefghijklmnop", "tried first")] {
        let said = bench.ran(&["passwd", "--new-passphrase-fd", "0"], &[OLD, new]).refused(1);
        assert!(said.contains(why), "{said}");
    }
    assert!(bench.ran(&["list"], &[OLD]).done().contains("Deno"));
}

#[test]
fn the_words_open_the_vault_and_new_words_take_their_place() {
    let bench = Bench::new();
    let words = |ran: String| ran.trim().to_owned();
    let first = words(bench.ran(&["words", "--new"], &[OLD]).done());
    assert_eq!(first.split(' ').count(), 12);
    assert!(bench.bare(&["list", "--recovery-words-fd", "0"], &[&first]).done().contains("Deno"));
    let second = words(bench.ran(&["words", "--new"], &[OLD]).done());
    bench.bare(&["list", "--recovery-words-fd", "0"], &[&first]).refused(3);
    let reset = bench.bare(&["passwd", "--recovery-words-fd", "0", "--new-passphrase-fd", "0"], &[&second, NEW]);
    reset.done();
    assert!(bench.ran(&["list"], &[NEW]).done().contains("Deno"));
}

#[test]
fn the_doctor_needs_no_vault_and_names_a_repair_for_what_is_not_good() {
    let bench = Bench::new();
    let checks: serde_json::Value = serde_json::from_str(&bench.bare(&["doctor", "--json"], &[]).done()).unwrap();
    let names: Vec<&str> = checks.as_array().unwrap().iter().map(|one| one["check"].as_str().unwrap()).collect();
    for name in ["clock", "vault", "permissions", "state", "key-store", "memory", "core-dumps", "terminal", "clipboard"]
    {
        assert!(names.contains(&name), "{name} is not looked at");
    }
    for check in checks.as_array().unwrap() {
        assert_eq!(check["state"] == "good", check["repair"].is_null(), "{check}");
    }
    std::fs::set_permissions(bench.vault(), std::fs::Permissions::from_mode(0o644)).unwrap();
    let ran = bench.bare(&["doctor"], &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("chmod 600"), "{}", ran.out);
}

/// Runs with the passphrase on standard input and without a terminal, also where the tests have one.
fn detached(bench: &Bench, args: &[&str]) -> crate::bench::Ran {
    let mut command = bench.command("setsid");
    command.args(["--wait", PULIH]).args(bench.places()).args(args).args(["--passphrase-fd", "0"]);
    finish(command, &[OLD])
}
