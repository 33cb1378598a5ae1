//! The keys of JSON are a contract: these are all of them, as scripts know them.

use serde_json::{Value, json};

use crate::bench::{Bench, KEY, OLD};

/// An answer with the ids, which differ from run to run, taken out.
fn without_ids(mut value: Value) -> Value {
    for one in value.as_array_mut().unwrap() {
        let id = one.as_object_mut().unwrap().remove("id").unwrap();
        assert_eq!(id.as_str().unwrap().len(), 32);
    }
    value
}

#[test]
fn list_says_all_that_is_no_secret() {
    let bench = Bench::new();
    bench.ran(&["pin", "Deno"], &[OLD]).done();
    let row = |issuer: &str, name: &str, kind_of_code: &str, pinned: bool, order: usize| {
        json!({
            "issuer": issuer, "name": name, "kind": "third-party", "type": kind_of_code, "state": "ready",
            "reason": null, "badge": null, "protection": "standard", "groups": [], "pinned": pinned, "order": order,
        })
    };
    let wanted = json!([
        row("Deno", "Mason", "totp", true, 0),
        row("Issuu", "James", "hotp", false, 1),
        row("Issuu", "Backup", "totp", false, 2),
    ]);
    assert_eq!(without_ids(bench.json(&["list"], &[OLD])), wanted);
    let found = without_ids(bench.json(&["list", "issuu"], &[OLD]));
    assert_eq!(found, json!([wanted[1], wanted[2]]));
}

#[test]
fn list_says_what_accounts_without_a_key_need() {
    let bench = Bench::empty();
    let list: Value = serde_json::from_str(&bench.bare(&["--demo", "list", "--json"], &[]).done()).unwrap();
    let states: Vec<(&str, bool)> =
        list.as_array().unwrap().iter().map(|one| (one["state"].as_str().unwrap(), one["reason"].is_null())).collect();
    for state in ["ready", "sealed", "missing"] {
        assert!(states.iter().any(|(there, _)| *there == state), "the demo has no {state} account");
    }
    assert!(states.iter().filter(|(state, _)| *state != "ready").all(|(_, is_silent)| !is_silent));
}

#[test]
fn import_says_the_entries_and_their_keys_only_when_asked() {
    let bench = Bench::empty();
    let list = format!(
        "otpauth://totp/Deno:Mason?secret={KEY}&issuer=Deno\n\
         otpauth://motp/Door:anna?secret=0123456789abcdef&issuer=Door\nnonsense\n"
    );
    let file = bench.file("list.txt", list);
    let dry = |more: &[&str]| {
        let args: Vec<&str> = ["import", &file, "--dry-run", "--json"].iter().chain(more).copied().collect();
        let ran = bench.bare(&args, &[]);
        assert_eq!(ran.code, 8);
        serde_json::from_str::<Value>(&ran.out).unwrap()
    };
    let quiet = dry(&[]);
    let first = json!({
        "issuer": "Deno", "name": "Mason", "type": "totp", "algorithm": "SHA1", "digits": 6, "period": 30,
        "counter": null, "note": "", "groups": [], "pinned": false, "state": "ready", "reason": null,
    });
    assert_eq!((&quiet["format"], &quiet["entries"][0]), (&json!("uri-list"), &first));
    assert_eq!(quiet["entries"][1]["reason"], json!("pin-not-in-import"));
    assert_eq!(quiet["complaints"].as_array().unwrap().len(), 1);
    assert!(quiet["complaints"][0]["entry"].is_string() && quiet["complaints"][0]["reason"].is_string());
    assert!(quiet["notes"].is_array());
    let open = dry(&["--show-secrets"]);
    assert_eq!((&open["entries"][0]["secret"], &open["entries"][0]["pin"]), (&json!(KEY), &json!(null)));
}

#[test]
fn duplicates_are_skipped_replaced_or_kept_as_was_said() {
    let list = |period: u8| format!("otpauth://totp/Deno:Mason?secret={KEY}&issuer=Deno&period={period}\n");
    for (how, accounts, period) in [("skip", 3, 30), ("replace", 3, 60), ("keep-both", 4, 30)] {
        let bench = Bench::new();
        let file = bench.file("list.txt", list(60));
        let said = bench.json(&["import", &file, "--on-duplicate", how], &[OLD]);
        assert_eq!(said["counts"]["changed"], json!(1), "{said}");
        assert_eq!(bench.accounts().len(), accounts, "{how}");
        let ids: Vec<Value> = bench.json(&["list", "Deno"], &[OLD]).as_array().unwrap().clone();
        let first = ids[0]["id"].as_str().unwrap();
        assert_eq!(bench.json(&["show", first], &[OLD])["period"], json!(period), "{how}");
    }
}
