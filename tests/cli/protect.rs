//! What backups carry of accounts, from the command line.

use std::os::unix::fs::PermissionsExt;

use serde_json::{Value, json};

use crate::bench::{Bench, OLD, Ran};

const PASSWORD: &str = "a kettle on the blue shelf";
const SEAL: [&str; 9] =
    ["--sign-in", "--password-fd", "0", "--contact-fd", "0", "--kdf-memory", "64", "--kdf-time", "3"];

fn object(ran: Ran) -> Value {
    serde_json::from_str(&ran.done()).unwrap()
}

fn protected(bench: &Bench, queries: &[&str], flags: &[&str], lines: &[&str]) -> Ran {
    let lines: Vec<&str> = [OLD].into_iter().chain(lines.iter().copied()).collect();
    bench.ran(&[&["protect"], queries, flags].concat(), &lines)
}

#[test]
fn a_selection_is_sealed_under_a_password_and_two_contacts() {
    let bench = Bench::new();
    let flags = [&SEAL[..], &["--contact-fd", "0", "--json"]].concat();
    let answers = [PASSWORD, "mira@example.com", "0046 70 123 45 67"];
    let ran = protected(&bench, &["Deno", "Issuu:Backup"], &flags, &answers);
    assert!(ran.err.contains("Never use the service's own password"), "{}", ran.err);
    let done = object(ran);
    assert_eq!((&done["protection"], &done["changed"]), (&json!("sign-in"), &json!(2)));
    assert_eq!(done["raised"].as_array().unwrap().len(), 2);
    let show = bench.json(&["show", "Deno"], &[OLD]);
    assert_eq!((show["protection"].as_str(), show["state"].as_str()), (Some("sign-in"), Some("ready")));
    // Lowering asks, and a script says yes beforehand.
    assert_eq!(protected(&bench, &["Deno"], &["--standard"], &[]).code, 2);
    let lowered = object(protected(&bench, &["Deno"], &["--standard", "--yes", "--json"], &[]));
    assert_eq!((&lowered["changed"], lowered["lowered"].as_array().unwrap().len()), (&json!(1), 1));
}

#[test]
fn what_is_raised_after_a_backup_is_still_in_the_older_ones_and_that_is_said() {
    let bench = Bench::new();
    let place = bench.path("backups").to_str().unwrap().to_owned();
    let setup = [
        "backup",
        "setup",
        "--account",
        "mira",
        "--place",
        &place,
        "--recovery-password-fd",
        "0",
        "--kdf-memory",
        "64",
        "--kdf-time",
        "3",
    ];
    bench.ran(&setup, &[OLD, "a lamp beside the harbour"]).done();
    let ran = protected(&bench, &["Deno"], &[&SEAL[..], &["--json"]].concat(), &[PASSWORD, "mira@example.com"]);
    assert!(ran.err.contains("Older backups still hold the key"), "{}", ran.err);
    assert_eq!(object(ran)["older_backups_hold_keys"], json!(true));
    let drill =
        bench.ran(&["backup", "drill", "--recovery-password-fd", "0", "--json"], &[OLD, "a lamp beside the harbour"]);
    let drill = object(drill);
    assert_eq!((drill["codes_at_once"].as_array().unwrap().len(), drill["sign_in"].as_array().unwrap().len()), (2, 1));
}

#[test]
fn a_device_bound_account_stays_with_this_computer() {
    let bench = Bench::new();
    let ran = protected(&bench, &["Deno"], &["--device", "--json"], &[]);
    assert!(ran.err.contains("state folder"), "where the key lies is said: {}", ran.err);
    let done = object(ran);
    assert_eq!((&done["device_key"], &done["changed"]), (&json!("file"), &json!(1)));
    let files: Vec<_> = std::fs::read_dir(bench.path("state/device")).unwrap().map(|entry| entry.unwrap()).collect();
    let key = files.iter().find(|file| file.path().extension().is_none()).unwrap();
    assert_eq!(key.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    bench.ran(&["code", "Deno"], &[OLD]).done();

    let other = Bench::new();
    std::fs::copy(bench.vault(), other.vault()).unwrap();
    let list = other.ran(&["list", "--json"], &[OLD]);
    assert!(list.err.contains("bound to another computer"), "{}", list.err);
    let list: Value = object(list);
    assert_eq!((&list[0]["state"], &list[0]["reason"]), (&json!("missing"), &json!("device-key-gone")));
    assert_eq!(other.ran(&["code", "Deno"], &[OLD]).code, 6);
    // And back again.
    std::fs::copy(other.vault(), bench.vault()).unwrap();
    bench.ran(&["code", "Deno"], &[OLD]).done();
}

#[test]
fn another_kind_never_makes_backups_carry_more_and_what_they_carry_less_of_is_said() {
    let bench = Bench::new();
    let kind = |kind: &str| bench.ran(&["edit", "Deno", "--kind", kind, "--json"], &[OLD]);
    for given in ["work", "third-party", "passwordless", "personal"] {
        let ran = kind(given);
        assert!(ran.err.contains("Backups carry its name alone.") && ran.err.contains("pulih protect"), "{}", ran.err);
        let account = object(ran);
        assert_eq!((&account["kind"], &account["protection"]), (&json!(given), &json!("device-bound")));
    }
    object(protected(&bench, &["Deno"], &["--standard", "--yes", "--json"], &[]));
    let ran = kind("third-party");
    assert!(!ran.err.contains("name alone"), "{}", ran.err);
    assert_eq!(object(ran)["protection"], "standard");
    let uri = "otpauth://totp/Contoso:mira?secret=BASUQXMPQ5WWVLEZLPP7L3I3CY&issuer=Contoso";
    let ran = bench.ran(&["add", "--uri-fd", "0", "--kind", "work"], &[OLD, uri]);
    assert!(ran.err.contains("Backups carry its name alone."), "{}", ran.err);
}

#[test]
fn what_cannot_be_done_has_its_exit_code_and_changes_nothing() {
    let bench = Bench::new();
    assert_eq!(protected(&bench, &["Deno"], &[], &[]).code, 2);
    assert_eq!(protected(&bench, &["Deno"], &["--device", "--standard"], &[]).code, 2);
    assert_eq!(protected(&bench, &["nobody"], &["--device"], &[]).code, 5);
    assert_eq!(protected(&bench, &["Deno"], &SEAL, &[PASSWORD, "not a contact"]).code, 2);
    assert_eq!(protected(&bench, &["Deno"], &SEAL, &["password1", "mira@example.com"]).code, 1);
    assert_eq!(protected(&bench, &["Deno"], &["--standard"], &[]).code, 1);
    let list = bench.json(&["list"], &[OLD]);
    assert!(list.as_array().unwrap().iter().all(|one| one["protection"] == "standard"), "{list}");
}
