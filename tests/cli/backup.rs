//! Backups from the command line: set up, made after each change, listed, verified, drilled.

use serde_json::Value;

use crate::bench::{Bench, KEY, OLD, PULIH, Ran, finish};

const PASSWORD: &str = "a lamp beside the harbour";

fn setup(bench: &Bench, more: &[&str]) -> Ran {
    let place = bench.path("backups").to_str().unwrap().to_owned();
    let args = ["backup", "setup", "--account", "Mira@Example.com", "--place", &place, "--recovery-password-fd", "0"];
    let cost = ["--kdf-memory", "64", "--kdf-time", "3"];
    bench.ran(&[&args[..], &cost, more].concat(), &[OLD, PASSWORD])
}

fn files(bench: &Bench) -> Vec<String> {
    let names = std::fs::read_dir(bench.path("backups")).unwrap();
    let mut names: Vec<String> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn object(ran: Ran) -> Value {
    serde_json::from_str(&ran.done()).unwrap()
}

#[test]
fn backups_are_set_up_made_after_a_change_listed_verified_and_drilled() {
    let bench = Bench::new();
    let set = object(setup(&bench, &["--json"]));
    assert_eq!(
        (set["account"].as_str(), set["device_type"].as_str()),
        (Some("mira@example.com"), Some(pulih::backup::DeviceType::running().name()))
    );
    assert_eq!(files(&bench), [set["file"].as_str().unwrap()]);

    // Taking a code of a counter changes the vault and not what a backup is for.
    bench.ran(&["code", "Issuu:James"], &[OLD]).done();
    assert_eq!(files(&bench).len(), 1);
    let uri = format!("otpauth://totp/Ferry:Mira?secret={KEY}&issuer=Ferry");
    bench.ran(&["add", "--uri-fd", "0"], &[OLD, &uri]).done();
    assert_eq!(files(&bench).len(), 2, "a change is backed up at once");

    let list = bench.json(&["backup", "list"], &[OLD]);
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), 2);
    for row in list {
        assert!(row["fits"].as_bool().unwrap() && row["verified_at"].is_i64(), "{row}");
        assert_eq!(row["set"], set["set"]);
    }
    let place = bench.path("backups").to_str().unwrap().to_owned();
    let bare = bench.bare(&["backup", "list", "--place", &place, "--json"], &[]);
    assert_eq!(object(bare).as_array().unwrap().len(), 2, "without a vault too");

    let now = bench.json(&["backup", "now"], &[OLD]);
    assert!(now["verified_at"].is_i64() && now["removed"] == serde_json::json!([]));
    bench.ran(&["backup", "verify", "--all"], &[OLD]).done();

    let drill = object(bench.ran(&["backup", "drill", "--recovery-password-fd", "0", "--json"], &[OLD, PASSWORD]));
    assert_eq!(drill["codes_at_once"].as_array().unwrap().len(), 4);
    assert_eq!(drill["file"], now["file"]);
    assert!(!drill.to_string().contains(KEY));
    let status = bench.json(&["backup", "status"], &[OLD]);
    assert_eq!((status["backups"].as_bool(), status["is_due"].as_bool()), (Some(true), Some(false)));
    assert_eq!(status["reminders"], serde_json::json!(["make-words"]));
}

#[test]
fn what_goes_wrong_has_its_exit_code_and_costs_nothing() {
    let bench = Bench::new();
    assert_eq!(bench.ran(&["backup", "now"], &[OLD]).code, 1);
    setup(&bench, &["--portable"]).done();
    let file = bench.path("backups").join(&files(&bench)[0]);
    let wrong = bench.ran(&["backup", "drill", "--recovery-password-fd", "0"], &[OLD, "another lamp entirely"]);
    assert_eq!(wrong.code, 3, "{wrong:?}");

    let show = object(bench.bare(&["backup", "show", file.to_str().unwrap(), "--json"], &[]));
    assert_eq!((show["device_type"].as_str(), show["fits"].as_bool()), (Some("any"), Some(true)));
    let foreign = bench.file("notes.txt", "nothing of ours");
    assert_eq!(bench.bare(&["backup", "show", &foreign], &[]).code, 4);

    let mut bytes = std::fs::read(&file).unwrap();
    bytes[9_000] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    assert_eq!(bench.ran(&["backup", "verify"], &[OLD]).code, 4);

    // The place goes away: what is changed is saved all the same, and it is said.
    std::fs::remove_dir_all(bench.path("backups")).unwrap();
    std::fs::write(bench.path("backups"), "a file in its place").unwrap();
    let pinned = bench.ran(&["pin", "Deno"], &[OLD]);
    assert_eq!(pinned.code, 0);
    assert!(pinned.err.contains("not backed up"), "{pinned:?}");
    assert_eq!(bench.ran(&["backup", "now"], &[OLD]).code, 1);
    let asked = bench.ran(&["backup", "off"], &[OLD]);
    assert!(asked.code != 0 && asked.err.contains("--yes"), "{asked:?}");
    assert!(bench.ran(&["pin", "Deno", "--off"], &[OLD]).err.contains("backed up"), "they are still on");
    bench.ran(&["backup", "off", "--yes"], &[OLD]).done();
    assert!(!bench.ran(&["pin", "Deno"], &[OLD]).err.contains("backed up"));
}

#[test]
fn an_emptied_vault_asks_before_it_is_backed_up() {
    let bench = Bench::new();
    setup(&bench, &[]).done();
    for query in ["Deno", "Issuu:James", "Issuu:Backup"] {
        bench.ran(&["rm", query], &[OLD]).done();
    }
    let before = files(&bench).len();
    let asked = bench.ran(&["backup", "now"], &[OLD]);
    assert!(asked.code != 0 && asked.err.contains("--yes"), "{asked:?}");
    assert_eq!(files(&bench).len(), before);
    bench.ran(&["backup", "now", "--yes"], &[OLD]).done();
    assert_eq!(files(&bench).len(), before + 1);
}

#[test]
fn what_differs_between_two_backups_is_named_without_a_key() {
    let bench = Bench::new();
    setup(&bench, &[]).done();
    let uri = format!("otpauth://totp/Ferry:Mira?secret={KEY}&issuer=Ferry");
    bench.ran(&["add", "--uri-fd", "0"], &[OLD, &uri]).done();
    bench.ran(&["pin", "Deno"], &[OLD]).done();
    let list = bench.json(&["backup", "list"], &[OLD]);
    let names: Vec<&str> = list.as_array().unwrap().iter().map(|row| row["file"].as_str().unwrap()).collect();
    let [newest, .., oldest] = names.as_slice() else { panic!("{names:?}") };
    let found = bench.json(&["backup", "diff", oldest, newest], &[OLD]);
    assert_eq!(found["new"], serde_json::json!([{"issuer": "Ferry", "name": "Mira"}]));
    assert_eq!(found["changed"][0]["fields"], serde_json::json!(["pinned"]));
    assert!(!found.to_string().contains(KEY));
    let file = bench.path("backups").join(newest);
    let now = bench.json(&["backup", "diff", file.to_str().unwrap()], &[OLD]);
    assert_eq!(
        (&now["new"], &now["gone"], &now["changed"]),
        (&serde_json::json!([]), &serde_json::json!([]), &serde_json::json!([]))
    );
    assert_eq!(bench.ran(&["backup", "diff", "no-such-file"], &[OLD]).code, 1);
}

#[test]
fn a_place_is_the_same_folder_wherever_the_program_is_started() {
    let bench = Bench::new();
    let mut command = bench.command(PULIH);
    command.current_dir(bench.path(".")).args(bench.places()).args([
        "backup",
        "setup",
        "--account",
        "mira@example.com",
    ]);
    command.args(["--place", "backups", "--recovery-password-fd", "0", "--kdf-memory", "64", "--kdf-time", "3"]);
    command.args(["--passphrase-fd", "0"]);
    finish(command, &[OLD, PASSWORD]).done();
    bench.ran(&["backup", "now"], &[OLD]).done();
    assert_eq!(files(&bench).len(), 2, "started elsewhere");

    std::fs::remove_file(bench.vault()).unwrap();
    let args =
        ["restore", "--from", "~/backups", "--account", "mira@example.com", "--recovery-password-fd", "0", "--plan"];
    bench.bare(&args, &[PASSWORD]).done();
}

#[test]
fn a_missing_stick_is_missed_and_nothing_is_written_in_its_place() {
    let bench = Bench::new();
    setup(&bench, &[]).done();
    let (stick, away) = (bench.path("backups"), bench.path("away"));
    std::fs::rename(&stick, &away).unwrap();
    let now = bench.ran(&["backup", "now"], &[OLD]);
    assert!(now.code == 1 && now.err.contains("not there") && now.err.contains("Connect the disk"), "{now:?}");
    let pinned = bench.ran(&["pin", "Deno"], &[OLD]);
    assert!(pinned.code == 0 && pinned.err.contains("not backed up"), "{pinned:?}");
    assert!(!stick.exists());
    let status = bench.ran(&["backup", "status"], &[OLD]);
    let said = format!("{}{}", status.out, status.err);
    assert!(said.contains("Connect the disk") && !said.contains("pulih backup setup"), "{status:?}");

    // The folder that a missing disk leaves is no place where backups go on as if nothing was.
    std::fs::create_dir(&stick).unwrap();
    let pinned = bench.ran(&["pin", "Deno", "--off"], &[OLD]);
    assert!(pinned.code == 0 && pinned.err.contains("None of the earlier backups"), "{pinned:?}");
    let now = bench.ran(&["backup", "now"], &[OLD]);
    assert!(now.code != 0 && now.err.contains("--yes"), "{now:?}");
    assert!(files(&bench).is_empty());
    bench.ran(&["backup", "now", "--yes"], &[OLD]).done();
    assert_eq!(files(&bench).len(), 1);
}
