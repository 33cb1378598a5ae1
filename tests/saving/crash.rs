//! A crash at every moment: each prefix of a recorded create, save, save is replayed with what had not been synced
//! lost, kept or torn in every combination, and what is left must open.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use pulih::ops::{self, LoadError, SessionRemark};

use crate::model::{Disk, Model, Op, Wreckage};
use crate::worlds::{STATE, VAULT, create, grow_and_save, is_whole, mark_path, model_world, open, open_at};

/// A recorded create, save, save: the operations, and the file of each generation.
struct Recording {
    log: Vec<Op>,
    files: BTreeMap<u64, Vec<u8>>,
    mark: PathBuf,
    syncs: usize,
}

fn record(model: &Model) -> Recording {
    let world = model_world(model.clone());
    let mut files = BTreeMap::new();
    let mut session = create(&world).unwrap();
    let mut keep = |generation: u64| {
        model.acknowledge(generation);
        files.insert(generation, model.disk()[Path::new(VAULT)].clone());
    };
    keep(1);
    for generation in [2, 3] {
        let receipt = grow_and_save(&mut session, &world).unwrap();
        assert_eq!(receipt.generation, generation);
        assert!(receipt.is_confirmed && receipt.is_previous_kept && receipt.is_marked, "{receipt:?}");
        keep(generation);
    }
    let mark = mark_path(&session, Path::new(STATE));
    Recording { log: model.log(), files, mark, syncs: model.syncs() }
}

/// What was tried and what went wrong.
#[derive(Debug, Default)]
struct Outcome {
    prefixes: usize,
    ways: usize,
    distinct: usize,
    violations: Vec<String>,
}

/// Which crashes are opened: all that differ, or one of those that differ only in leftovers.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Thoroughness {
    Every,
    WithoutLeftovers,
}

/// Goes through every crash of a recording.
fn crash_everywhere(recording: &Recording, thoroughness: Thoroughness) -> Outcome {
    let mut outcome = Outcome::default();
    let mut seen: HashSet<(Option<u64>, Disk)> = HashSet::new();
    for end in 0..=recording.log.len() {
        let log = &recording.log[..end];
        let acknowledged = log.iter().rev().find_map(|op| match op {
            Op::Acknowledged(generation) => Some(*generation),
            _ => None,
        });
        let wreckage = Wreckage::after(log);
        outcome.prefixes += 1;
        outcome.ways += wreckage.count();
        for way in 0..wreckage.count() {
            let disk = wreckage.disk(way);
            let mut what_matters = disk.clone();
            if thoroughness == Thoroughness::WithoutLeftovers {
                what_matters
                    .retain(|path, _| *path == Path::new(VAULT) || *path == previous() || *path == recording.mark);
            }
            if !seen.insert((acknowledged, what_matters)) {
                continue;
            }
            outcome.distinct += 1;
            if let Err(violation) = judge(recording, &disk, acknowledged) {
                outcome.violations.push(format!("after operation {end}, {acknowledged:?} acknowledged: {violation}"));
            }
        }
    }
    outcome
}

/// Whether what a crash left keeps every promise.
fn judge(recording: &Recording, disk: &Disk, acknowledged: Option<u64>) -> Result<(), String> {
    let world = model_world(Model::holding(disk));
    let Some(acknowledged) = acknowledged else {
        return match ops::load(&world, Path::new(VAULT)) {
            Err(LoadError::None) => Ok(()),
            Err(error) => Err(format!("half a vault: {error:?}")),
            Ok(_) => opens(disk, 1..=1),
        };
    };
    opens(disk, acknowledged..=acknowledged + 1)?;
    remembers(recording, disk, acknowledged)
}

/// The vault opens whole at one of these generations, is no stranger, and can be saved again.
fn opens(disk: &Disk, generations: std::ops::RangeInclusive<u64>) -> Result<(), String> {
    let model = Model::holding(disk).with_links_again();
    let world = model_world(model.clone());
    let mut session = open(&world)?;
    let generation = session.vault().generation();
    if !generations.contains(&generation) || !is_whole(&session) {
        return Err(format!("opened at generation {generation}"));
    }
    if session.is_read_only() {
        return Err(format!("read only: {:?}", session.remarks()));
    }
    if disk.contains_key(&previous()) {
        open_at(&world, &previous(), true).map_err(|error| format!(".prev: {error}"))?;
    }
    let receipt = grow_and_save(&mut session, &world).map_err(|error| format!("not saved again: {error:?}"))?;
    if temporary_files(&model.disk()) > temporary_files(disk) {
        return Err("a save leaves a temporary file behind".to_owned());
    }
    if receipt.is_previous_kept && receipt.is_marked { Ok(()) } else { Err(format!("{receipt:?}")) }
}

/// The mark knows the acknowledged state, so that the file of the state before is noticed when it is put back.
fn remembers(recording: &Recording, disk: &Disk, acknowledged: u64) -> Result<(), String> {
    let session = open(&model_world(Model::holding(disk)))?;
    if session.remarks().contains(&SessionRemark::FirstUseHere) {
        return Err("an acknowledged save is not remembered".to_owned());
    }
    let Some(older) = recording.files.get(&(acknowledged - 1)) else { return Ok(()) };
    let mut put_back = disk.clone();
    put_back.insert(VAULT.into(), older.clone());
    let session = open(&model_world(Model::holding(&put_back)))?;
    if session.is_read_only() { Ok(()) } else { Err("an older file put back is not noticed".to_owned()) }
}

fn temporary_files(disk: &Disk) -> usize {
    disk.keys().filter(|path| path.extension() == Some("tmp".as_ref())).count()
}

fn previous() -> PathBuf {
    PathBuf::from(format!("{VAULT}.prev"))
}

#[test]
fn a_crash_at_any_moment_leaves_the_old_or_the_new_state_and_never_less_than_was_acknowledged() {
    for (name, model) in [("with links", Model::new()), ("without links", Model::new().without_links())] {
        let recording = record(&model);
        let outcome = crash_everywhere(&recording, Thoroughness::Every);
        println!(
            "{name}: {} operations, {} syncs, {} prefixes, {} crashes, {} of them distinct, {} violations",
            recording.log.len(),
            recording.syncs,
            outcome.prefixes,
            outcome.ways,
            outcome.distinct,
            outcome.violations.len()
        );
        assert!(outcome.distinct > 50, "too few states to mean something");
        assert_eq!(outcome.violations, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_save_that_the_disk_did_not_confirm_is_not_remembered_as_the_newest() {
    let model = Model::new();
    let world = model_world(model.clone());
    let mut session = create(&world).unwrap();
    let log_before = model.log().len();
    model.break_folder_sync();
    let receipt = grow_and_save(&mut session, &world).unwrap();
    assert!(!receipt.is_confirmed && !receipt.is_marked, "{receipt:?}");
    for end in log_before..=model.log().len() {
        let wreckage = Wreckage::after(&model.log()[..end]);
        for way in 0..wreckage.count() {
            // Either state may be there; neither may look like an older vault that was put back.
            opens(&wreckage.disk(way), 1..=2).unwrap_or_else(|violation| panic!("operation {end}: {violation}"));
        }
    }
}

#[test]
fn leaving_out_any_one_sync_is_noticed() {
    for (name, make) in
        [("with links", Model::new as fn() -> Model), ("without links", || Model::new().without_links())]
    {
        let syncs = record(&make()).syncs;
        let mut unnoticed = Vec::new();
        for skipped in 0..syncs {
            let outcome = crash_everywhere(&record(&make().skipping_sync(skipped)), Thoroughness::WithoutLeftovers);
            println!("{name}: without sync {skipped} of {syncs}: {} violations", outcome.violations.len());
            if outcome.violations.is_empty() {
                unnoticed.push(skipped);
            }
        }
        assert_eq!(unnoticed, Vec::<usize>::new(), "{name}: a sync that changes nothing, or a check that sees nothing");
    }
}
