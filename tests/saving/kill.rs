//! `kill -9` in the middle of saving, two hundred times, on a real disk; and the same loop saving in place, which is
//! seen to lose the vault.
#![expect(clippy::disallowed_methods, reason = "a process is started and killed here, and its files are looked at")]

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::worlds::{create, disk_world, folder_on_disk, grow, grow_and_save, is_whole, open};

/// How many processes are killed.
const KILLS: usize = 200;

/// What the started process is told by: which way it saves, and where.
const WAY: &str = "PULIH_TEST_SAVING_WAY";
const FOLDER: &str = "PULIH_TEST_SAVING_FOLDER";

/// Not a test of its own: the process that is killed. Without its variables it does nothing.
#[test]
fn the_process_that_is_killed() {
    let (Ok(way), Ok(folder)) = (env::var(WAY), env::var(FOLDER)) else { return };
    let world = disk_world(Path::new(&folder));
    let mut session = open(&world).unwrap();
    match way.as_str() {
        "recipe" => loop {
            let receipt = grow_and_save(&mut session, &world).unwrap();
            acknowledge(receipt.generation);
        },
        "in place" => {
            // Sealed before, so that the time goes into writing, as it does for a large vault on a slow disk.
            let sealed: Vec<_> = (0..40)
                .map(|_| {
                    grow(&mut session);
                    let generation = session.vault().generation() + 1;
                    let bytes = session.vault().seal(&*world.entropy).unwrap();
                    session.vault_mut().saved(generation);
                    (generation, bytes)
                })
                .collect();
            for (generation, bytes) in sealed.iter().cycle() {
                fs::write(&world.vault, bytes).unwrap();
                acknowledge(*generation);
            }
        }
        other => panic!("{other}?"),
    }
}

fn acknowledge(generation: u64) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\nsafe {generation}").unwrap();
    out.flush().unwrap();
}

/// Starts a process that saves, kills it at some moment after its first save, and returns the last generation that it
/// said was safe.
fn kill_one(way: &str, folder: &Path) -> u64 {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "kill::the_process_that_is_killed", "--nocapture"])
        .env(WAY, way)
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let first = first_safe(&mut said, &mut child);
    // Any moment of the next few saves. This wait is the experiment: it waits for nothing.
    thread::sleep(Duration::from_micros(any_below(40_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    // A last line without its end was not heard.
    let whole = rest.rsplit_once('\n').map_or("", |(whole, _)| whole);
    whole.lines().filter_map(safe).next_back().unwrap_or(first)
}

fn first_safe(said: &mut impl BufRead, child: &mut Child) -> u64 {
    let mut line = String::new();
    loop {
        line.clear();
        if said.read_line(&mut line).unwrap() == 0 {
            panic!("the process ended by itself: {:?}", child.wait());
        }
        if let Some(generation) = safe(line.trim_end()) {
            return generation;
        }
    }
}

fn safe(line: &str) -> Option<u64> {
    line.strip_prefix("safe ")?.parse().ok()
}

fn any_below(most: u64) -> u64 {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).unwrap();
    u64::from_le_bytes(bytes) % most
}

/// A new vault now and then, so that it does not grow with the number of kills.
fn fresh(way: &str) -> tempfile::TempDir {
    let folder = folder_on_disk();
    create(&disk_world(folder.path())).unwrap_or_else(|error| panic!("{way}: {error:?}"));
    folder
}

#[test]
fn two_hundred_of_two_hundred_kills_leave_the_last_acknowledged_state() {
    let (mut before_acknowledging, mut left_behind) = (0, 0);
    let mut folder = fresh("recipe");
    for kill in 0..KILLS {
        if kill % 20 == 0 {
            folder = fresh("recipe");
        }
        let acknowledged = kill_one("recipe", folder.path());
        let session = open(&disk_world(folder.path())).unwrap_or_else(|error| panic!("kill {kill}: {error}"));
        let generation = session.vault().generation();
        assert!(generation == acknowledged || generation == acknowledged + 1, "{acknowledged}, then {generation}");
        assert!(is_whole(&session), "kill {kill}: generation {generation} is not whole");
        assert!(!session.is_read_only(), "kill {kill}: {:?}", session.remarks());
        before_acknowledging += usize::from(generation > acknowledged);
        left_behind += usize::from(temporary_files(folder.path()) > 0);
    }
    println!(
        "{KILLS} of {KILLS} kills left the last acknowledged state; {before_acknowledging} fell between writing and \
         acknowledging, {left_behind} left a temporary file"
    );
    assert!(before_acknowledging + left_behind > 0, "no kill fell into a save");
}

fn temporary_files(folder: &Path) -> usize {
    fs::read_dir(folder)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().extension() == Some("tmp".as_ref()))
        .count()
}

#[test]
fn saving_in_place_loses_the_vault_to_a_kill() {
    for kill in 1..=KILLS {
        let folder = fresh("in place");
        kill_one("in place", folder.path());
        if let Err(error) = open(&disk_world(folder.path())) {
            println!("saving in place: kill {kill} left {error}");
            return;
        }
    }
    panic!("{KILLS} kills, and a vault that was saved in place survived them all: the kills hit nothing");
}
