//! An error at every single file operation of a backup and its retention, done or not done, and a crash after every
//! one: a backup that was known to be good stays, and no name ever stands for half a file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pulih::backup::{BackupOpener, DeviceType, FileName, SealedBackup};
use pulih::edge::FolderPlace;
use pulih::ops::backup as deeds;
use pulih::ops::{Session, World};
use pulih::ports::{FileError, FileErrorKind, FileLock, Files, Look, NewFile, Trip};

use crate::model::{Disk, Model, Wreckage};
use crate::worlds::{Hand, back_up, hand, session, set_up, world};

const FOLDER: &str = "/place/backups";

/// Files of which one call fails, before or after it was done.
#[derive(Clone)]
struct Failing {
    disk: Arc<Mutex<Model>>,
    plan: Arc<Plan>,
}

struct Plan {
    at: Mutex<Option<(usize, bool)>>,
    calls: AtomicUsize,
}

impl Failing {
    fn new(inner: Model) -> Self {
        let plan = Plan { at: Mutex::new(None), calls: AtomicUsize::new(0) };
        Self { disk: Arc::new(Mutex::new(inner)), plan: Arc::new(plan) }
    }

    /// From now on this disk is there, and nothing fails.
    fn hold(&self, disk: &Disk) -> Model {
        let model = Model::holding(disk);
        *self.disk.lock().unwrap() = model.clone();
        *self.plan.at.lock().unwrap() = None;
        model
    }

    fn inner(&self) -> Model {
        self.disk.lock().unwrap().clone()
    }

    /// From now on the call of this number fails.
    fn fail(&self, at: usize, is_done: bool) {
        self.plan.calls.store(0, Ordering::Relaxed);
        *self.plan.at.lock().unwrap() = Some((at, is_done));
    }
}

impl Plan {
    fn call<T>(&self, path: &Path, deed: impl FnOnce() -> Result<T, FileError>) -> Result<T, FileError> {
        let number = self.calls.fetch_add(1, Ordering::Relaxed);
        match *self.at.lock().unwrap() {
            Some((at, is_done)) if at == number => {
                if is_done {
                    drop(deed());
                }
                Err(FileError::new(FileErrorKind::Other("input/output error".to_owned()), path))
            }
            _ => deed(),
        }
    }
}

impl Files for Failing {
    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
        self.plan.call(path, || self.inner().read(path, most))
    }

    fn look(&self, path: &Path) -> Result<Option<Look>, FileError> {
        self.plan.call(path, || self.inner().look(path))
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf, FileError> {
        self.plan.call(path, || self.inner().resolve(path))
    }

    fn create_new(&self, path: &Path) -> Result<Box<dyn NewFile>, FileError> {
        let file = self.plan.call(path, || self.inner().create_new(path))?;
        Ok(Box::new(FailingFile { inner: file, plan: self.plan.clone(), path: path.to_owned() }))
    }

    fn create_folder(&self, path: &Path) -> Result<(), FileError> {
        self.plan.call(path, || self.inner().create_folder(path))
    }

    fn link(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        self.plan.call(to, || self.inner().link(from, to))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        self.plan.call(to, || self.inner().rename(from, to))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        self.plan.call(to, || self.inner().rename_new(from, to))
    }

    fn remove(&self, path: &Path) -> Result<(), FileError> {
        self.plan.call(path, || self.inner().remove(path))
    }

    fn sync_folder(&self, path: &Path) -> Result<(), FileError> {
        self.plan.call(path, || self.inner().sync_folder(path))
    }

    fn list(&self, path: &Path) -> Result<Vec<OsString>, FileError> {
        self.plan.call(path, || self.inner().list(path))
    }

    fn lock(&self, path: &Path, wait: Duration) -> Result<Box<dyn FileLock>, FileError> {
        self.plan.call(path, || self.inner().lock(path, wait))
    }
}

struct FailingFile {
    inner: Box<dyn NewFile>,
    plan: Arc<Plan>,
    path: PathBuf,
}

impl NewFile for FailingFile {
    fn write_all(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        self.plan.call(&self.path, || self.inner.write_all(bytes))
    }

    fn sync(&mut self) -> Result<(), FileError> {
        self.plan.call(&self.path, || self.inner.sync())
    }
}

/// A set whose next backup lets older files go: made once, copied for each test.
struct Bench {
    model: Model,
    files: Failing,
    world: World,
    clock: Arc<Hand>,
    session: Session,
}

fn bench() -> Bench {
    let model = Model::new();
    let files = Failing::new(model.clone());
    let clock = hand();
    let place = FolderPlace::new(Arc::new(files.clone()), clock.clone(), FOLDER.into());
    let world = world(Arc::new(place), clock.clone());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    for _ in 0..14 {
        clock.go(300);
        back_up(&world, &mut session).unwrap();
    }
    clock.go(300);
    Bench { model, files, world, clock, session }
}

/// The good backups on a disk; a name that stands for anything else is the failure.
fn good(session: &Session, disk: &Disk) -> Vec<String> {
    let set = deeds::current(session).unwrap().unwrap();
    let mut good = Vec::new();
    for (path, bytes) in disk {
        let Some(name) = path.file_name().and_then(|name| name.to_str()).and_then(FileName::parse) else { continue };
        let sealed = SealedBackup::parse(bytes.clone()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        sealed
            .open(&BackupOpener::Set(&set), DeviceType::running())
            .unwrap_or_else(|error| panic!("{name}: {error:?}"));
        good.push(name.as_str().to_owned());
    }
    good
}

#[test]
fn an_error_at_any_operation_costs_no_good_backup() {
    let (mut tried, mut refused) = (0, 0);
    let Bench { model, files, world, session, .. } = bench();
    let disk = model.disk();
    for is_done in [false, true] {
        for at in 0.. {
            let model = files.hold(&disk);
            let before = good(&session, &model.disk());
            let newest = before.iter().max().unwrap().clone();
            files.fail(at, is_done);
            let receipt = deeds::backup_job(&world, &session, false).and_then(|job| job.run(&world, &Trip::PLAIN));
            let has_failed = files.plan.calls.load(Ordering::Relaxed) > at;
            let after = good(&session, &model.disk());
            match &receipt {
                Ok(receipt) => assert!(after.contains(&receipt.written.name), "call {at}: {receipt:?}"),
                Err(_) => {
                    refused += 1;
                    assert!(before.iter().all(|name| after.contains(name)), "call {at}: an older one went");
                }
            }
            assert!(after.contains(&newest), "call {at}: the newest good one went");
            tried += 1;
            if !has_failed {
                assert!(receipt.is_ok());
                break;
            }
        }
    }
    assert!(tried > 20 && refused > 5, "{tried} tried, {refused} refused");
    println!("{tried} errors injected, {refused} backups refused");
}

#[test]
fn a_crash_after_any_operation_leaves_the_last_good_backup() {
    let Bench { model, world, clock, mut session, .. } = bench();
    let start = model.log().len();
    let known = good(&session, &model.disk());
    let newest = known.iter().max().unwrap().clone();
    let receipt = back_up(&world, &mut session).unwrap();
    assert!(receipt.is_confirmed && !receipt.removed.is_empty(), "{receipt:?}");
    clock.go(1);
    let log = model.log();
    let mut wrecks = 0;
    for end in start..=log.len() {
        let wreckage = Wreckage::after(&log[..end]);
        for way in 0..wreckage.count().min(512) {
            let left = good(&session, &wreckage.disk(way));
            assert!(left.contains(&newest), "after operation {end}");
            wrecks += 1;
        }
        if end == log.len() {
            let left = good(&session, &wreckage.disk(0));
            assert!(left.contains(&receipt.written.name), "what was said to be safe is");
        }
    }
    assert!(wrecks > 10, "{wrecks}");
    println!("{wrecks} crashes");
}
