//! `pulih restore` as a script does it: another vault merged, a folder without backups, a vault in the way.

use serde_json::Value;

use crate::bench::{Bench, OLD};

#[test]
fn another_vault_is_planned_merged_and_merged_again_without_a_change() {
    let (mine, theirs) = (Bench::new(), Bench::new());
    let other = theirs.vault().to_str().unwrap().to_owned();
    let args = ["restore", "--from", &other, "--merge", "--recovery-password-fd", "0", "--json"];
    let before = mine.accounts();
    let planned: Value =
        serde_json::from_str(&mine.ran(&[&args[..], &["--plan"]].concat(), &[OLD, OLD]).done()).unwrap();
    assert!(planned["rows"].as_array().unwrap().iter().all(|row| row["standing"] == "same"), "{planned}");
    let merged: Value = serde_json::from_str(&mine.ran(&args, &[OLD, OLD]).done()).unwrap();
    assert_eq!((merged["restored"].as_u64(), merged["merged"].as_u64()), (Some(0), Some(0)), "{merged}");
    assert_eq!(mine.accounts(), before);
    mine.ran(&args, &[OLD, "another passphrase"]).refused(3);
}

#[test]
fn a_vault_in_the_way_is_named_with_both_ways_out_and_nothing_is_touched() {
    let bench = Bench::new();
    let vault = std::fs::read(bench.vault()).unwrap();
    let folder = bench.path("no-backups");
    std::fs::create_dir(&folder).unwrap();
    let folder = folder.to_str().unwrap();
    let said = bench.bare(&["restore", "--from", folder], &[]).refused(1);
    assert!(said.contains("--merge") && said.contains("--replace"), "{said}");
    let said = bench.bare(&["restore", "--from", folder, "--replace"], &[]).refused(1);
    assert!(said.contains("There are no backups in"), "{said}");
    let said = bench.bare(&["restore", "--from", "/nowhere/at/all", "--replace"], &[]).refused(1);
    assert!(!said.is_empty());
    assert_eq!(std::fs::read(bench.vault()).unwrap(), vault);
}
