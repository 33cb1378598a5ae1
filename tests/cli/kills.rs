//! `kill -9` through the binary, at each file operation of backup, retention, restore, merge and sign-out in turn: the
//! kernel reports every operation in the vault's folder, the state folder and the place, and the kill follows on the one
//! that was chosen. So the kills fall where files change, without a hook in the program and without a clock. Whatever lies
//! there then, the vault is whole under its name or beside it, and the last verified backup opens.
//!
//! `PULIH_TEST_BINARY` names another binary, such as the released one.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::inotify;

use crate::bench::{Bench, KEY, OLD, PULIH, Ran, finish};

const PASSWORD: &str = "a lamp beside the harbour";
const NEW: &str = "five other words than those";

/// How many kills each deed gets, spread over its operations; and with another binary, in a suite that has more time.
const EACH: usize = 2;
const EACH_OF_ANOTHER: usize = 6;

/// Longer than anything here takes on the slowest machine; only a failing test waits so long.
const PATIENCE: Timespec = Timespec { tv_sec: 60, tv_nsec: 0 };

/// How many kills each deed gets now.
fn each() -> usize {
    if binary() == PULIH { EACH } else { EACH_OF_ANOTHER }
}

fn binary() -> String {
    std::env::var("PULIH_TEST_BINARY").unwrap_or_else(|_| PULIH.to_owned())
}

/// Everything that lies in the folders, by path.
type Lying = BTreeMap<PathBuf, Vec<u8>>;

fn lying(bench: &Bench) -> Lying {
    let mut all = Lying::new();
    let mut folders = vec![bench.path("vaults"), bench.path("state"), bench.path("stick")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap()) {
            match entry.file_type().unwrap().is_dir() {
                true => folders.push(entry.path()),
                false => drop(all.insert(entry.path(), std::fs::read(entry.path()).unwrap())),
            }
        }
    }
    all
}

/// Puts everything back as it was.
fn lay(bench: &Bench, files: &Lying) {
    for path in lying(bench).keys().filter(|path| !files.contains_key(*path)) {
        std::fs::remove_file(path).unwrap();
    }
    for (path, bytes) in files {
        std::fs::write(path, bytes).unwrap();
        std::fs::set_permissions(path, PermissionsExt::from_mode(0o600)).unwrap();
    }
}

fn command(bench: &Bench, args: &[&str]) -> Command {
    let mut command = bench.command(&binary());
    command.args(bench.places()).args(args).current_dir(bench.path("."));
    command
}

fn run(bench: &Bench, args: &[&str], lines: &[&str]) -> Ran {
    finish(command(bench, args), lines)
}

/// Starts the deed and kills it behind its `at`-th file operation. Returns how many it was seen to do, and whether it
/// was killed before it ended.
fn killed(bench: &Bench, deed: &Deed, at: usize) -> (usize, bool) {
    let events = watch(bench);
    let mut command = command(bench, deed.args);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let lines: String = deed.lines.iter().map(|line| format!("{line}\n")).collect();
    // A program that reads nothing has closed its end.
    let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), lines.as_bytes());
    // A second descriptor ends with the process: whoever waits for operations hears of the end too.
    let pid = rustix::process::Pid::from_child(&child);
    let process = rustix::process::pidfd_open(pid, rustix::process::PidfdFlags::empty()).unwrap();
    let mut seen = 0;
    loop {
        let mut fds = [PollFd::new(&events, PollFlags::IN), PollFd::new(&process, PollFlags::IN)];
        assert!(poll(&mut fds, Some(&PATIENCE)).unwrap() > 0, "{}: nothing happens", deed.name);
        let (has_operation, has_ended) = (!fds[0].revents().is_empty(), !fds[1].revents().is_empty());
        if has_operation {
            seen += count(&events);
        }
        if seen >= at && !has_ended {
            child.kill().unwrap();
        }
        if (has_ended && !has_operation) || seen >= at {
            break;
        }
    }
    let ended = child.wait().unwrap();
    (seen + count(&events), ended.code().is_none())
}

fn watch(bench: &Bench) -> OwnedFd {
    let events = inotify::init(inotify::CreateFlags::CLOEXEC | inotify::CreateFlags::NONBLOCK).unwrap();
    let changes = inotify::WatchFlags::CREATE
        | inotify::WatchFlags::MODIFY
        | inotify::WatchFlags::CLOSE_WRITE
        | inotify::WatchFlags::MOVED_FROM
        | inotify::WatchFlags::MOVED_TO
        | inotify::WatchFlags::DELETE;
    for folder in ["vaults", "state", "state/marks", "stick"] {
        std::fs::create_dir_all(bench.path(folder)).unwrap();
        inotify::add_watch(&events, bench.path(folder), changes).unwrap();
    }
    events
}

/// How many operations wait to be counted.
fn count(events: &OwnedFd) -> usize {
    let mut buffer = [MaybeUninit::uninit(); 4096];
    let mut reader = inotify::Reader::new(events, &mut buffer);
    std::iter::from_fn(|| reader.next().ok().map(drop)).count()
}

struct Deed {
    name: &'static str,
    args: &'static [&'static str],
    lines: &'static [&'static str],
    /// Exit codes of the same command run again after a kill: it is done now, or there is nothing left to do.
    again: &'static [i32],
}

const DEEDS: &[Deed] = &[
    Deed { name: "backup and retention", args: &["backup", "now", "--passphrase-fd", "0"], lines: &[OLD], again: &[0] },
    Deed {
        name: "restore in the place of a vault",
        args: &[
            "restore",
            "--replace",
            "--from",
            "stick",
            "--account",
            "mira@example.com",
            "--recovery-password-fd",
            "0",
            "--passphrase-fd",
            "0",
        ],
        lines: &[NEW, PASSWORD],
        again: &[0],
    },
    Deed {
        name: "merge",
        args: &[
            "restore",
            "--merge",
            "--from",
            "stick",
            "--account",
            "mira@example.com",
            "--recovery-password-fd",
            "0",
            "--passphrase-fd",
            "0",
        ],
        lines: &[OLD, PASSWORD],
        again: &[0],
    },
    Deed { name: "sign-out", args: &["sign-out", "--yes"], lines: &[], again: &[0, 1] },
    Deed { name: "sign-in again", args: &["sign-out", "--undo"], lines: &[], again: &[0, 1] },
];

/// A vault with twelve backups behind it, so that the next lets the oldest go.
fn prepared() -> (Bench, Lying) {
    let bench = Bench::new();
    std::fs::create_dir(bench.path("stick")).unwrap();
    let cost = ["--kdf-memory", "64", "--kdf-time", "3"];
    let setup = ["backup", "setup", "--account", "mira@example.com", "--place", "stick", "--passphrase-fd", "0"];
    run(&bench, &[&setup[..], &["--recovery-password-fd", "0"], &cost].concat(), &[OLD, PASSWORD]).done();
    for _ in 0..11 {
        run(&bench, &["backup", "now", "--passphrase-fd", "0"], &[OLD]).done();
    }
    // Something for a merge to bring back: it goes while the stick is away, so the backups still have it.
    std::fs::rename(bench.path("stick"), bench.path("away")).unwrap();
    std::fs::write(bench.path("stick"), "").unwrap();
    run(&bench, &["rm", "Issuu:Backup", "--passphrase-fd", "0"], &[OLD]).done();
    run(&bench, &["trash", "empty", "--yes", "--passphrase-fd", "0"], &[OLD]).done();
    std::fs::remove_file(bench.path("stick")).unwrap();
    std::fs::rename(bench.path("away"), bench.path("stick")).unwrap();
    let files = lying(&bench);
    (bench, files)
}

#[test]
fn a_kill_at_any_file_operation_costs_neither_a_vault_nor_a_verified_backup() {
    let (bench, before) = prepared();
    let (mut tried, mut kills, mut after_a_change) = (0, 0, 0);
    for deed in DEEDS {
        lay(&bench, &before);
        if deed.name == "sign-in again" {
            run(&bench, &["sign-out", "--yes"], &[]).done();
        }
        let start = lying(&bench);
        let (operations, _) = killed(&bench, deed, usize::MAX);
        assert!(operations >= 3, "{}: only {operations} operations", deed.name);
        let turns = each().min(operations);
        for turn in 0..turns {
            lay(&bench, &start);
            let at = 1 + (2 * turn + 1) * operations / (2 * turns + 1);
            let (seen, was_killed) = killed(&bench, deed, at);
            tried += 1;
            kills += usize::from(was_killed);
            after_a_change += usize::from(was_killed && lying(&bench) != start);
            let what = format!("{}, behind operation {at} of {operations} (saw {seen})", deed.name);
            println!("{what}{}", if was_killed { "" } else { ": had ended" });
            nothing_is_lost(&bench, &start, &what);
            let again = run(&bench, deed.args, deed.lines);
            assert!(deed.again.contains(&again.code), "{what}: {again:?}");
        }
        nothing_is_lost(&bench, &start, &format!("{}, after all", deed.name));
    }
    println!("{kills} kills of {tried} came before the end, {after_a_change} of them after something had changed");
    assert!(2 * kills >= tried && 2 * after_a_change >= tried, "the kills come too late to tell anything");
}

/// The vault of before opens whole, at its place or beside it; and the newest backup of before lies where it was, byte by
/// byte, and opens.
fn nothing_is_lost(bench: &Bench, before: &Lying, what: &str) {
    let folder = bench.path("vaults");
    let is_vault = |path: &Path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        path.parent() == Some(&folder)
            && (name == "mine.pulih" || name.starts_with("mine.pulih.signed-out-") && name.ends_with('Z'))
    };
    let vaults: Vec<PathBuf> = lying(bench).into_keys().filter(|path| is_vault(path)).collect();
    let opens = |path: &PathBuf| {
        // On a computer that has never seen it: what was laid back is older than what was seen here meanwhile.
        drop(std::fs::remove_dir_all(bench.path("elsewhere")));
        let mut command = bench.command(&binary());
        command.arg("--vault").arg(path).arg("--state").arg(bench.path("elsewhere"));
        command.args(["list", "--passphrase-fd", "0"]);
        let ran = finish(command, &[OLD]);
        ran.code == 0 && ran.out.contains("Deno") && ran.out.contains("Issuu")
    };
    assert!(vaults.iter().any(opens), "{what}: the vault of before is lost, there are {vaults:?}");

    let stick = bench.path("stick");
    let newest = before.iter().rfind(|(path, _)| path.starts_with(&stick) && is_backup(path));
    let (path, bytes) = newest.unwrap();
    assert!(std::fs::read(path).is_ok_and(|now| now == *bytes), "{what}: {} is lost", path.display());
    let plan = ["restore", "--plan", "--json", "--from", "stick", "--account", "mira@example.com"];
    let planned = run(bench, &[&plan[..], &["--recovery-password-fd", "0"]].concat(), &[PASSWORD]);
    assert!(planned.code == 0 && planned.out.contains("Deno") && !planned.out.contains(KEY), "{what}: {planned:?}");
}

fn is_backup(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "pulih-backup")
}
