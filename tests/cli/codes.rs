//! Codes on standard output: right, alone, and counted before they are seen.

use std::process::Command;

use serde_json::json;

use crate::bench::{Bench, CODE_AT_1111111111, KEY, OLD, PULIH, finish};

/// What oathtool says, where it is there.
fn oathtool(args: &[&str]) -> Option<String> {
    let output = Command::new("oathtool").args(args).output();
    let Ok(output) = output else {
        println!("skipped, oathtool is not here: {args:?}");
        return None;
    };
    Some(String::from_utf8(output.stdout).unwrap().trim().to_owned())
}

#[test]
fn one_code_stands_alone_on_standard_output_and_is_the_one_of_oathtool() {
    let bench = Bench::new();
    let ran = bench.ran(&["code", "Deno", "--at", "1111111111"], &[OLD]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "292491\n", ""));
    if let Some(said) = oathtool(&["--totp", "-b", "-N", "@1111111111", KEY]) {
        assert_eq!(said, CODE_AT_1111111111);
    }
}

#[test]
fn json_tells_from_when_to_when_a_code_is_good() {
    let bench = Bench::new();
    let said = bench.json(&["code", "Deno", "--at", "1111111111"], &[OLD]);
    let wanted = json!({
        "issuer": "Deno", "name": "Mason", "type": "totp", "code": CODE_AT_1111111111,
        "valid_from": 1_111_111_110, "valid_until": 1_111_111_140,
    });
    assert_eq!(said, wanted);
    let next = bench.json(&["code", "Deno", "--next", "--at", "1111111111"], &[OLD]);
    assert_eq!(next["valid_from"], json!(1_111_111_140));
    assert_ne!(next["code"], said["code"]);
}

#[test]
fn a_counter_is_on_the_disk_before_its_code_is_seen() {
    let bench = Bench::new();
    let mut seen = Vec::new();
    for counter in 1..4 {
        let code = bench.json(&["code", "Issuu:James"], &[OLD]);
        assert_eq!((&code["valid_from"], &code["valid_until"]), (&json!(null), &json!(null)));
        assert_eq!(bench.json(&["show", "Issuu:James"], &[OLD])["counter"], json!(counter + 1));
        if let Some(said) = oathtool(&["-b", "-c", &counter.to_string(), "YOOMIXWS5GN6RTBPUFFWKTW5M4"]) {
            assert_eq!(code["code"], json!(said));
        }
        seen.push(code["code"].clone());
    }
    seen.dedup();
    assert_eq!(seen.len(), 3);
}

#[test]
fn six_at_once_are_given_six_codes_of_one_counter() {
    let bench = Bench::new();
    let all = |args: &[&str]| -> Vec<crate::bench::Ran> {
        let started: Vec<_> = (0..6)
            .map(|place| {
                let mut command = bench.command(PULIH);
                command.args(bench.places()).args(args.iter().map(|arg| arg.replace("{}", &place.to_string())));
                command.args(["--passphrase-fd", "0"]);
                command
            })
            .collect();
        std::thread::scope(|scope| {
            let runs: Vec<_> = started.into_iter().map(|command| scope.spawn(|| finish(command, &[OLD]))).collect();
            runs.into_iter().map(|run| run.join().unwrap()).collect()
        })
    };
    let mut codes: Vec<String> = all(&["code", "Issuu:James"]).into_iter().map(crate::bench::Ran::done).collect();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 6);
    assert_eq!(bench.json(&["show", "Issuu:James"], &[OLD])["counter"], json!(7));
    for ran in all(&["group", "add", "Group {}"]) {
        ran.done();
    }
    assert_eq!(bench.json(&["group"], &[OLD]).as_array().unwrap().len(), 6);
}

#[test]
fn where_a_counter_cannot_be_saved_no_code_is_seen() {
    let bench = Bench::new();
    let lock =
        std::fs::OpenOptions::new().create(true).append(true).open(bench.path("vaults/mine.pulih.lock")).unwrap();
    lock.lock().unwrap();
    let ran = bench.ran(&["code", "Issuu:James"], &[OLD]);
    assert_eq!(ran.out, "");
    assert_ne!(ran.code, 0);
    assert_eq!(bench.ran(&["code", "Deno", "--at", "1111111111"], &[OLD]).done().trim(), CODE_AT_1111111111);
    drop(lock);
    bench.ran(&["code", "Issuu:James"], &[OLD]).done();
}

#[test]
fn a_time_based_code_leaves_the_vault_untouched() {
    let bench = Bench::new();
    let before = std::fs::read(bench.vault()).unwrap();
    bench.ran(&["code", "Deno"], &[OLD]).done();
    assert_eq!(std::fs::read(bench.vault()).unwrap(), before);
}

#[test]
fn a_counter_can_be_set_and_goes_on_from_there() {
    let bench = Bench::new();
    bench.ran(&["edit", "Issuu:James", "--counter", "41"], &[OLD]).done();
    bench.ran(&["code", "Issuu:James", "--next"], &[OLD]).done();
    assert_eq!(bench.json(&["show", "Issuu:James"], &[OLD])["counter"], json!(43));
    bench.ran(&["edit", "Deno", "--counter", "41"], &[OLD]).refused(1);
    let said = bench.ran(&["edit", "Issuu:James", "--counter", "42", "--note", "x"], &[OLD]).refused(1);
    assert!(said.contains("43"), "{said}");
    assert_eq!(bench.json(&["show", "Issuu:James"], &[OLD])["counter"], json!(43));
    bench.ran(&["edit", "Issuu:James", "--counter", "43"], &[OLD]).done();
}

#[test]
fn lines_after_the_passphrase_stay_for_the_next_reader() {
    let bench = Bench::new();
    let script = r#""$0" "$@" list --passphrase-fd 0 >/dev/null && cat"#;
    let mut command = bench.command("sh");
    command.args(["-c", script, PULIH]).args(bench.places());
    let ran = finish(command, &[OLD, "second line", "third line"]);
    assert_eq!(ran.out, "second line\nthird line\n");
}

#[test]
fn a_descriptor_of_its_own_serves_as_well_and_one_that_is_not_open_is_named() {
    let bench = Bench::new();
    let file = bench.file("passphrase", format!("{OLD}\n"));
    let script = r#"exec "$@" --passphrase-fd 7 7<"$0""#;
    let mut command = bench.command("sh");
    command.args(["-c", script, &file, PULIH]).args(bench.places()).arg("list");
    assert!(finish(command, &[]).done().contains("Deno"));
    let said = bench.bare(&["list", "--passphrase-fd", "77"], &[]).refused(2);
    assert!(said.contains("77"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_that_is_started_is_given_no_descriptor_of_the_starter() {
    let bench = Bench::new();
    let script = format!("#!/bin/sh\nif [ -e /proc/self/fd/9 ]; then echo seen >\"$HOME/seen\"; fi\necho '{OLD}'\n");
    let program = bench.file("askpass", script);
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let mut command = bench.command("sh");
    command.env("PULIH_ASKPASS", &program).args(["-c", r#"exec "$@" 9<"$0""#, &program, PULIH]);
    command.args(bench.places()).arg("list");
    assert!(finish(command, &[]).done().contains("Deno"));
    assert!(!bench.path("seen").exists());
    let checks = bench.json(&["doctor"], &[]);
    let mine = checks.to_string();
    assert!(mine.contains("descriptors"), "{mine}");
}

#[test]
fn an_askpass_program_answers_in_the_place_of_a_terminal() {
    let bench = Bench::new();
    let program = bench.file("askpass", format!("#!/bin/sh\necho '{OLD}'\n"));
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let mut command = bench.command(PULIH);
    command.env("PULIH_ASKPASS", &program).args(bench.places()).arg("list");
    assert!(finish(command, &[]).done().contains("Deno"));
}
