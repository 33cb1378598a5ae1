//! Signing out and in again, as a script does it.

use serde_json::Value;

use crate::bench::{Bench, OLD, PULIH, Ran, finish};

fn json(ran: Ran) -> Value {
    serde_json::from_str(&ran.done()).unwrap()
}

#[test]
fn a_vault_that_was_signed_out_of_is_whole_and_comes_back() {
    let bench = Bench::new();
    let vault = std::fs::read(bench.vault()).unwrap();
    let signed_out = json(bench.bare(&["sign-out", "--yes", "--json"], &[]));
    let aside = signed_out["to"].as_str().unwrap().to_owned();
    assert_eq!(std::fs::read(&aside).unwrap(), vault);
    assert!(!bench.vault().exists());
    let said = bench.bare(&["list"], &[]).refused(1);
    assert!(said.contains(&aside) && said.contains("sign-out --undo"), "{said}");
    bench.bare(&["sign-out", "--yes"], &[]).refused(1);

    let back = json(bench.bare(&["sign-out", "--undo", "--json"], &[]));
    assert_eq!(back["from"].as_str(), Some(aside.as_str()));
    assert_eq!(std::fs::read(bench.vault()).unwrap(), vault);
    assert_eq!(bench.ran(&["list"], &[OLD]).code, 0);
    bench.bare(&["sign-out", "--undo"], &[]).refused(1);
}

#[test]
fn nobody_is_signed_out_without_a_yes_and_no_vault_is_replaced() {
    let bench = Bench::new();
    let mut command = bench.command("setsid");
    command.args(["--wait", PULIH]).args(bench.places()).arg("sign-out");
    let said = finish(command, &[]).refused(2);
    assert!(said.contains("--yes") && bench.vault().exists(), "{said}");

    bench.bare(&["sign-out", "--yes"], &[]).done();
    std::fs::write(bench.vault(), b"somebody's").unwrap();
    let said = bench.bare(&["sign-out", "--undo"], &[]).refused(1);
    assert!(said.contains("never replaced"), "{said}");
    assert_eq!(std::fs::read(bench.vault()).unwrap(), b"somebody's");
}
