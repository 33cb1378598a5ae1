//! The program at rest: it sleeps, and what it writes is what changed.

use std::fs;
use std::time::{Duration, Instant};

use super::pty::Pty;
use super::{demo, folder};

/// How long nothing may happen.
const REST: Duration = Duration::from_secs(2);

/// Longer than what was begun takes to end, on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often the threads of a process have gone to sleep since they were started. Each time something woke them before.
fn sleeps(process: i32) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let counts = tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("status")).ok());
    counts.filter_map(|status| number(&status, "voluntary_ctxt_switches:")).sum()
}

fn number(facts: &str, name: &str) -> Option<u64> {
    facts.lines().find_map(|line| line.strip_prefix(name)).and_then(|number| number.trim().parse().ok())
}

fn process(pty: &Pty) -> i32 {
    pty.id().as_raw_nonzero().get()
}

/// Waits for a stretch of time in which nothing woke the program. One that wakes at intervals never has one.
fn assert_sleeps(pty: &Pty) {
    let since = Instant::now();
    loop {
        let before = sleeps(process(pty));
        std::thread::sleep(REST);
        let woken = sleeps(process(pty)) - before;
        if woken == 0 {
            return;
        }
        assert!(since.elapsed() < PATIENCE, "woken {woken} times in {REST:?}, and so ever since");
    }
}

#[test]
fn a_locked_program_is_never_woken() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.send("y").hear("\x1b]52;c;").send("\x0c").see("This vault is locked");
    assert_sleeps(&pty);
    println!("checked: no thread was woken for {REST:?} while locked");
    pty.send("\x03");
    assert!(pty.end().success());
}

#[test]
fn where_nothing_moves_nothing_wakes_an_open_vault_either() {
    let folder = folder();
    let mut pty = demo(folder.path());
    pty.send("?").see("Keys");
    assert_sleeps(&pty);
    pty.send("\x03");
    assert!(pty.end().success());
}

#[test]
fn a_changed_frame_is_one_write_and_an_unchanged_one_is_none() {
    let folder = folder();
    let mut pty = demo(folder.path());
    // The settings stand still, so that every write below comes from a key.
    pty.send("S").see("after 5 minutes");
    assert_sleeps(&pty);
    let Ok(facts) = fs::read_to_string(format!("/proc/{}/io", process(&pty))) else {
        return println!("skipped: memory: what another process writes may not be looked at here");
    };
    let before = (number(&facts, "syscw:").unwrap(), pty.frames());
    for key in ["j", "j", "k"] {
        let frames = pty.frames();
        pty.send(key).see_frames(frames + 1);
    }
    pty.send("\u{e000}\x1b[I\x1b[<35;10;10M");
    assert_sleeps(&pty);
    let facts = fs::read_to_string(format!("/proc/{}/io", process(&pty))).unwrap();
    let after = (number(&facts, "syscw:").unwrap(), pty.frames());
    assert_eq!(after.0 - before.0, after.1 - before.1, "writes and frames");
    assert_eq!(after.1 - before.1, 3, "three keys changed something, and the rest did not");
    println!("checked: {} frames, each one write", after.1 - before.1);
    pty.send("\x03");
    assert!(pty.end().success());
}
