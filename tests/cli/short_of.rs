//! What a restore does where it is short of something: files that may not grow, a full disk, too little memory.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use crate::bench::{Bench, OLD, PULIH, Ran, finish};
use crate::going_wrong::{ACCOUNT, NEW, PASSWORD, SECRETS, everything, is_back, kept, lost, said};

/// A shell that lets programs have no more than this.
fn limited(bench: &Bench, limit: &str, args: &[&str], lines: &[&str]) -> Ran {
    let mut command = bench.command("/bin/sh");
    let script = format!("ulimit {limit} || exit 99; exec \"$0\" \"$@\"");
    command.args(["-c", &script, PULIH]).args(bench.places()).args(args).current_dir(bench.path(""));
    finish(command, lines)
}

/// What needs room, from a vault and without one: the arguments, and the lines that answer.
fn what_needs_room() -> [(bool, Vec<&'static str>, [&'static str; 2]); 4] {
    let restore = ["restore", "--from", "stick", "--account", ACCOUNT];
    let with = |more: &[&'static str]| [&restore[..], &SECRETS, more].concat();
    [
        (false, with(&[]), [NEW, PASSWORD]),
        (true, with(&["--replace"]), [NEW, PASSWORD]),
        // What is the same needs no save, so that it has to differ.
        (true, with(&["--merge", "--choose", "both"]), [OLD, PASSWORD]),
        (true, vec!["backup", "now", "--passphrase-fd", "0"], [OLD, ""]),
    ]
}

#[test]
fn files_that_may_not_grow_are_an_error_and_leave_nothing_half_written() {
    for (has_vault, args, lines) in what_needs_room() {
        let bench = if has_vault { changed() } else { lost() };
        let before = everything(&bench);
        let ran = limited(&bench, "-f 16", &args, &lines);
        said(ran, 1, "no file of this size", "ulimit -f");
        assert_eq!(everything(&bench), before, "{args:?}");
    }
}

/// A computer whose vault has lost an account that its backups still have.
fn changed() -> Bench {
    let bench = kept();
    let stick = bench.path("stick");
    std::fs::rename(&stick, bench.path("away")).unwrap();
    std::fs::write(&stick, "").unwrap();
    for args in [&["rm", "Issuu:Backup"][..], &["trash", "empty", "--yes"]] {
        bench.ran(args, &[OLD]).done();
    }
    std::fs::remove_file(&stick).unwrap();
    std::fs::rename(bench.path("away"), &stick).unwrap();
    bench
}

#[test]
fn a_full_disk_is_said_with_the_name_of_the_file_and_leaves_nothing_half_written() {
    let Some(apart) = namespace() else {
        println!("skipped, no disk can be mounted here: the full disk");
        return;
    };
    for (has_vault, args, lines) in what_needs_room() {
        let bench = if has_vault { changed() } else { lost() };
        // The disk of the vault is full, and for a backup that of the stick.
        let (full, room, what) =
            if args[0] == "backup" { ("stick", 72, "no room left") } else { ("vaults", 28, "no room left for") };
        std::fs::create_dir_all(bench.path(full)).unwrap();
        let room = if has_vault { room } else { 8 };
        let before = everything(&bench);
        std::fs::create_dir(bench.path("after")).unwrap();
        let mut command = bench.command(apart[0]);
        let script = "mkdir \"$0\".was && cp -p \"$0\"/* \"$0\".was/ 2>/dev/null; \
                      mount -t tmpfs -o size=\"$1\"k,mode=700 none \"$0\" || exit 99; \
                      cp -p \"$0\".was/* \"$0\"/ 2>/dev/null; rm -r \"$0\".was; shift; \
                      \"$@\"; code=$?; cp -pR \"$0\"/. after; exit $code";
        command.args(&apart[1..]).args(["/bin/sh", "-c", script, full, &room.to_string(), PULIH]);
        command.args(bench.places()).args(&args).current_dir(bench.path(""));
        let ran = finish(command, &lines);
        assert!(!ran.err.contains(".tmp.\n"), "the name of a file that nobody knows: {ran:?}");
        said(ran, 1, what, "Make room");
        let moved = |(path, bytes): (PathBuf, Vec<u8>)| match path.strip_prefix(bench.path("after")) {
            Ok(rest) => (bench.path(full).join(rest), bytes),
            Err(_) => (path, bytes),
        };
        let after: BTreeMap<PathBuf, Vec<u8>> = everything(&bench).into_iter().map(moved).collect();
        assert_eq!(after, before, "{args:?}");
    }
}

/// What starts a program with mounts of its own, where that is allowed.
fn namespace() -> Option<&'static [&'static str]> {
    const WAYS: [&[&str]; 2] = [&["unshare", "--mount"], &["unshare", "--user", "--map-root-user", "--mount"]];
    let works = |way: &&&[&str]| {
        let mut command = Command::new(way[0]);
        command.args(&way[1..]).args(["/bin/sh", "-c", "mount -t tmpfs none /mnt"]);
        command.output().is_ok_and(|output| output.status.success())
    };
    WAYS.iter().find(works).copied()
}

#[test]
fn too_little_memory_for_the_password_is_said_and_the_words_open_it_with_less() {
    let bench = Bench::new();
    let words = bench.ran(&["words", "--new"], &[OLD]).done();
    let setup = ["backup", "setup", "--account", ACCOUNT, "--place", "stick", "--recovery-password-fd", "0"];
    let mut command = bench.command(PULIH);
    command.args(bench.places()).args(setup).args(["--passphrase-fd", "0"]).current_dir(bench.path(""));
    finish(command, &[OLD, PASSWORD]).done();
    std::fs::remove_dir_all(bench.path("vaults")).unwrap();
    std::fs::remove_dir_all(bench.path("state")).unwrap();
    let before = everything(&bench);
    let from = ["restore", "--from", "stick"];
    let by_account = [&from[..], &["--account", ACCOUNT], &SECRETS].concat();
    let little = limited(&bench, "-v 180000", &by_account, &[NEW, PASSWORD]);
    said(little, 1, "takes 256 MiB of memory", "recovery words, which need no memory");
    let by_words = [&from[..], &["--recovery-words-fd", "0", "--passphrase-fd", "0"]].concat();
    // Too little for the new vault's own passphrase.
    said(limited(&bench, "-v 60000", &by_words, &[NEW, words.trim()]), 1, "not enough memory", "Close other programs");
    assert_eq!(everything(&bench), before);
    limited(&bench, "-v 180000", &by_words, &[NEW, words.trim()]).done();
    is_back(&bench);
}
