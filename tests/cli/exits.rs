//! Every exit code has its test, and every refusal its two sentences.

use crate::bench::{Bench, OLD, PULIH, finish};

#[test]
fn one_is_what_could_not_be_done() {
    let said = Bench::empty().ran(&["list"], &[OLD]).refused(1);
    assert!(said.contains("no vault"), "{said}");
}

#[test]
fn two_is_wrong_usage_with_what_was_meant() {
    let bench = Bench::empty();
    for (args, hint) in [
        (&["lst"][..], "list"),
        (&["code"], "<QUERY>"),
        (&["list", "--jsn"], "--json"),
        (&["keystore", "maybe"], "pulih"),
        (&["--color", "blue", "list"], "never"),
        (&["export", "--to", "nothing", "x"], "aegis"),
    ] {
        let said = bench.bare(args, &[]).refused(2);
        assert!(said.contains(hint), "{args:?}: {said}");
    }
    let ran = bench.bare(&["init", "--kdf-memory", "8", "--passphrase-fd", "0"], &[OLD]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(!bench.vault().exists());
}

#[test]
fn two_is_a_command_that_says_too_little_and_is_told_in_one_sentence_what() {
    let bench = Bench::new();
    let said = bench.ran(&["edit", "Deno"], &[OLD]).refused(2);
    assert!(said.contains("--issuer, --name") && said.lines().count() == 2, "{said}");
    let said = bench.ran(&["list", "--group", ""], &[OLD]).refused(2);
    assert!(said.contains("--group") && said.contains("pulih group"), "{said}");
}

#[test]
fn one_names_the_file_of_an_export_as_it_was_typed() {
    let bench = Bench::new();
    let to = bench.path("nowhere/mine.txt");
    let args = ["export", "--to", "uri-list", to.to_str().unwrap(), "--yes"];
    let said = bench.ran(&args, &[OLD]).refused(1);
    assert!(said.contains("/nowhere.") && !said.contains("mine"), "{said}");
    let folder = bench.path("shut");
    std::fs::create_dir(&folder).unwrap();
    let to = folder.join("x".repeat(250));
    let said = bench.ran(&["export", "--to", "uri-list", to.to_str().unwrap(), "--yes"], &[OLD]).refused(1);
    assert!(said.contains(&format!("{}", to.display())) && !said.contains(".xxx"), "{said}");
}

#[test]
fn two_names_the_flag_where_nobody_can_be_asked() {
    let bench = Bench::new();
    let mut command = bench.command("setsid");
    command.args(["--wait", PULIH]).args(bench.places()).arg("list");
    let said = finish(command, &[]).refused(2);
    assert!(said.contains("--passphrase-fd"), "{said}");
}

#[test]
fn three_is_a_wrong_passphrase_a_wrong_password_and_wrong_words() {
    let bench = Bench::new();
    bench.ran(&["list"], &["another four words"]).refused(3);
    let words = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    bench.ran(&["words", "--new"], &[OLD]).done();
    bench.bare(&["list", "--recovery-words-fd", "0"], &[words]).refused(3);
    bench.bare(&["list", "--recovery-words-fd", "0"], &["legal winner"]).refused(3);
    let file = crate::bench::sample("aegis-encrypted.json");
    bench.bare(&["import", &file, "--dry-run", "--file-password-fd", "0"], &["not it"]).refused(3);
}

#[test]
fn four_is_damaged_foreign_or_not_recognised_and_each_says_what() {
    let bench = Bench::new();
    let whole = std::fs::read(bench.vault()).unwrap();
    let mut damaged = whole.clone();
    for byte in damaged.iter_mut().skip(1000) {
        *byte ^= 0x55;
    }
    let sentences = [damaged, b"not a vault at all, only text".to_vec()].map(|bytes| {
        std::fs::write(bench.vault(), &bytes).unwrap();
        let said = bench.ran(&["list"], &[OLD]).refused(4);
        assert_eq!(std::fs::read(bench.vault()).unwrap(), bytes, "a file that cannot be opened was changed");
        said
    });
    assert_ne!(sentences[0], sentences[1]);
    let nobodys = bench.file("nobodys.bin", b"\x00\x01\x02");
    bench.bare(&["import", &nobodys, "--dry-run"], &[]).refused(4);
    bench.bare(&["import", &bench.file("empty", ""), "--dry-run"], &[]).refused(4);
}

#[test]
fn five_is_not_found_or_not_just_one_and_the_candidates_can_be_typed() {
    let bench = Bench::new();
    bench.ran(&["code", "nobody"], &[OLD]).refused(5);
    bench.ran(&["group", "rm", "nowhere"], &[OLD]).refused(5);
    let said = bench.ran(&["code", "Issuu"], &[OLD]).refused(5);
    assert!(said.contains("Issuu:James") && said.contains("Issuu:Backup"), "{said}");
    let id = said.lines().find(|line| line.contains("Backup")).and_then(|line| line.split_whitespace().next()).unwrap();
    bench.ran(&["code", id], &[OLD]).done();
}

#[test]
fn five_lists_no_more_candidates_than_can_be_looked_through() {
    let bench = Bench::new();
    let line = |place| format!("otpauth://totp/Many:anna{place}?secret=JBSWY3DPEHPK3PX{}\n", ['P', 'Q'][place % 2]);
    let list: String = (0..23_usize).map(line).collect();
    bench.ran(&["import", &bench.file("list.txt", list)], &[OLD]).done();
    let said = bench.ran(&["code", "many"], &[OLD]).refused(5);
    assert_eq!(said.matches("Many:anna").count(), 20, "{said}");
    assert!(said.lines().last().is_some_and(|last| last.contains('3')), "{said}");
    bench.ran(&["code", "Mason deno"], &[OLD]).done();
}

#[test]
fn six_is_an_account_that_needs_a_sign_in() {
    let bench = Bench::empty();
    let said = bench.bare(&["--demo", "code", "Contoso"], &[]).refused(6);
    assert!(!said.chars().any(|c| c.is_ascii_digit()), "{said}");
}

#[test]
fn seven_is_a_vault_that_is_older_than_the_one_last_used_here() {
    let bench = Bench::new();
    bench.ran(&["pin", "Deno"], &[OLD]).done();
    let older = std::fs::read(bench.vault()).unwrap();
    bench.ran(&["pin", "Deno", "--off"], &[OLD]).done();
    let newer = std::fs::read(bench.vault()).unwrap();
    std::fs::write(bench.vault(), &older).unwrap();
    for args in [&["list"][..], &["code", "Issuu:James"], &["rm", "Deno"]] {
        bench.ran(args, &[OLD]).refused(7);
        assert_eq!(std::fs::read(bench.vault()).unwrap(), older);
    }
    assert!(bench.ran(&["list", "--accept-older"], &[OLD]).done().contains("Deno"));
    std::fs::write(bench.vault(), &newer).unwrap();
    bench.ran(&["list"], &[OLD]).done();
}

#[test]
fn two_is_a_number_that_the_kind_of_code_does_not_have() {
    let bench = Bench::new();
    for args in [
        &["--type", "totp", "--counter", "5"][..],
        &["--type", "steam", "--digits", "8"],
        &["--type", "hotp", "--period", "60"],
    ] {
        let args = [&["add", "--secret-fd", "0", "--issuer", "X"], args].concat();
        let said = bench.ran(&args, &[OLD, crate::bench::KEY]).refused(2);
        assert!(said.contains(args[args.len() - 2]), "{said}");
    }
    bench.ran(&["add", "--uri-fd", "0", "--digits", "8"], &[OLD]).refused(2);
}

#[test]
fn four_is_also_a_vault_that_is_to_be_imported() {
    let bench = Bench::new();
    let said = bench.bare(&["import", "--dry-run", bench.vault().to_str().unwrap()], &[]).refused(4);
    assert!(said.contains("--vault"), "{said}");
}

#[test]
fn five_says_that_an_account_lies_in_the_trash() {
    let bench = Bench::new();
    bench.ran(&["rm", "Deno"], &[OLD]).done();
    let said = bench.ran(&["code", "Deno"], &[OLD]).refused(5);
    assert!(said.contains("pulih trash restore"), "{said}");
}

#[test]
fn seven_tells_a_fork_from_an_older_vault() {
    let bench = Bench::new();
    let before = std::fs::read(bench.vault()).unwrap();
    bench.ran(&["pin", "Deno"], &[OLD]).done();
    let mark = bench.path("marks-of-the-first");
    std::fs::rename(bench.path("state"), &mark).unwrap();
    std::fs::write(bench.vault(), &before).unwrap();
    bench.ran(&["group", "add", "Else"], &[OLD]).done();
    std::fs::remove_dir_all(bench.path("state")).unwrap();
    std::fs::rename(&mark, bench.path("state")).unwrap();
    let said = bench.ran(&["list"], &[OLD]).refused(7);
    assert!(said.contains("same number") && !said.contains("older than"), "{said}");
}

#[test]
fn eight_is_partly_done_with_what_was_left_out() {
    let bench = Bench::new();
    let list = "otpauth://totp/New:anna?secret=JBSWY3DPEHPK3PXP\nthis is no address\notpauth://totp/Bad:bo?secret=1\n";
    let ran = bench.ran(&["import", &bench.file("list.txt", list)], &[OLD]);
    assert_eq!((ran.code, ran.out.as_str()), (8, ""));
    assert!(ran.err.contains("2") && ran.err.contains("3"), "{}", ran.err);
    assert!(bench.accounts().contains(&"New:anna".to_owned()));
    assert_eq!(bench.accounts().len(), 4);
}

#[test]
fn eight_is_also_a_transfer_of_which_a_part_is_missing() {
    let bench = Bench::new();
    let file = crate::bench::sample("transfer-part-missing.txt");
    let ran = bench.ran(&["import", &file, "--json", "--quiet"], &[OLD]);
    assert_eq!(ran.code, 8, "{ran:?}");
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let missing = &report["missing_parts"][0];
    assert!(missing["parts"].as_array().is_some_and(|parts| !parts.is_empty()) && missing["of"].is_u64(), "{report}");
    assert!(!ran.err.is_empty());
    assert_eq!(bench.ran(&["import", &file, "--dry-run"], &[]).code, 8);
    bench.ran(&["import", &crate::bench::sample("transfer.txt"), "--dry-run"], &[]).done();
}

#[test]
fn one_is_words_that_nobody_can_read() {
    let bench = Bench::new();
    for to in [">&-", ">/dev/null"] {
        let mut command = bench.command("sh");
        command.args(["-c", &format!(r#"exec "$0" "$@" {to}"#), PULIH]).args(bench.places());
        command.args(["words", "--new", "--passphrase-fd", "0"]);
        finish(command, &[OLD]).refused(1);
    }
    assert_eq!(bench.json(&["words"], &[OLD])["has_words"], serde_json::json!(false));
}

#[test]
fn zero_also_when_the_reader_of_a_pipe_has_seen_enough() {
    let bench = Bench::new();
    let script = r#"{ "$0" "$@"; echo "ended with $?" >&2; } | true"#;
    let mut command = bench.command("sh");
    command.args(["-c", script, PULIH]).args(bench.places()).args(["list", "--passphrase-fd", "0"]);
    let ran = finish(command, &[OLD]);
    assert!(ran.err.contains("ended with 0"), "{ran:?}");
    assert!(!ran.err.contains("panicked"), "{ran:?}");
}
