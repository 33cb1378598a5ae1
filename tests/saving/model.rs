//! Files in memory that log every operation, and from the log tell what a disk may hold after a crash.
//!
//! The disk is as unkind as it may be: what was written to a file lasts from its sync on and may be there in part, in
//! zeros or not at all before; each name in a folder may be any that it was since the folder's last sync,
//! independent of every other name. A rename swaps what a name stands for in one step, so a name that was replaced is
//! never gone.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use pulih::ports::{FileError, FileErrorKind, FileLock, Files, Look, LookKind, NewFile};

/// A file's content, whatever it is called.
type Inode = usize;

/// One operation that changed something, or made it last.
#[derive(Clone, Debug)]
pub enum Op {
    /// The program was told, and tells the person, that this generation is safe.
    Acknowledged(u64),
    Name(PathBuf, Option<Inode>),
    SyncFile(Inode),
    SyncFolder(PathBuf),
    Write(Inode, Vec<u8>),
}

/// What a disk holds: content by name.
pub type Disk = BTreeMap<PathBuf, Vec<u8>>;

#[derive(Clone, Default)]
pub struct Model(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    log: Vec<Op>,
    names: BTreeMap<PathBuf, Inode>,
    contents: Vec<Vec<u8>>,
    folders: BTreeSet<PathBuf>,
    syncs: usize,
    skipped_sync: Option<usize>,
    has_broken_folder_sync: bool,
    writes_other_bytes: bool,
    has_no_links: bool,
    takes_nothing_new: bool,
}

impl Model {
    /// An empty disk.
    pub fn new() -> Self {
        Self::holding(&Disk::new())
    }

    /// A disk on which all of this lasts.
    pub fn holding(disk: &Disk) -> Self {
        let model = Self::default();
        let mut state = model.state();
        for (path, content) in disk {
            let inode = state.contents.len();
            state.contents.push(content.clone());
            state.names.insert(path.clone(), inode);
            state.folders.extend(path.ancestors().skip(1).map(Path::to_owned));
        }
        drop(state);
        model
    }

    /// Names of the same content become names of one file, as links were before the crash.
    pub fn with_links_again(self) -> Self {
        let mut guard = self.state();
        let state = &mut *guard;
        for inode in state.names.values_mut() {
            let first = state.contents.iter().position(|content| *content == state.contents[*inode]);
            *inode = first.unwrap();
        }
        drop(guard);
        self
    }

    /// A file system without second names, such as FAT.
    pub fn without_links(self) -> Self {
        self.state().has_no_links = true;
        self
    }

    /// Does not do the sync of this number, and says that it did.
    pub fn skipping_sync(self, number: usize) -> Self {
        self.state().skipped_sync = Some(number);
        self
    }

    /// From now on folders are not synced, and that is said.
    pub fn break_folder_sync(&self) {
        self.state().has_broken_folder_sync = true;
    }

    /// From now on no file may be made, as in a folder of somebody else.
    pub fn take_nothing_new(&self) {
        self.state().takes_nothing_new = true;
    }

    /// From now on one bit of each write is another one, and nothing is said.
    pub fn write_other_bytes(&self) {
        self.state().writes_other_bytes = true;
    }

    pub fn acknowledge(&self, generation: u64) {
        self.state().log.push(Op::Acknowledged(generation));
    }

    pub fn log(&self) -> Vec<Op> {
        self.state().log.clone()
    }

    /// How many syncs were asked for.
    pub fn syncs(&self) -> usize {
        self.state().syncs
    }

    /// What everybody sees now, without a crash.
    pub fn disk(&self) -> Disk {
        let state = self.state();
        state.names.iter().map(|(path, inode)| (path.clone(), state.contents[*inode].clone())).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

impl State {
    fn name(&mut self, path: &Path, inode: Option<Inode>) {
        match inode {
            Some(inode) => self.names.insert(path.to_owned(), inode),
            None => self.names.remove(path),
        };
        self.log.push(Op::Name(path.to_owned(), inode));
    }

    fn find(&self, path: &Path) -> Result<Inode, FileError> {
        self.names.get(path).copied().ok_or_else(|| FileError::new(FileErrorKind::NotFound, path))
    }

    fn sync(&mut self, op: Op) {
        if self.skipped_sync != Some(self.syncs) {
            self.log.push(op);
        }
        self.syncs += 1;
    }
}

impl Files for Model {
    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
        let state = self.state();
        let content = state.contents[state.find(path)?].clone();
        if content.len() as u64 <= most { Ok(content) } else { Err(FileError::new(FileErrorKind::TooLarge, path)) }
    }

    fn look(&self, path: &Path) -> Result<Option<Look>, FileError> {
        let state = self.state();
        let look = |kind, length, links| Look {
            kind,
            length,
            modified: None,
            is_ours: true,
            is_open_to_others: false,
            others_may_replace: false,
            links,
        };
        if let Some(inode) = state.names.get(path) {
            let links = state.names.values().filter(|other| *other == inode).count();
            return Ok(Some(look(LookKind::File, state.contents[*inode].len() as u64, links as u64)));
        }
        Ok(state.folders.contains(path).then(|| look(LookKind::Folder, 0, 1)))
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf, FileError> {
        match self.look(path)? {
            Some(_) => Ok(path.to_owned()),
            None => Err(FileError::new(FileErrorKind::NotFound, path)),
        }
    }

    fn create_new(&self, path: &Path) -> Result<Box<dyn NewFile>, FileError> {
        let mut state = self.state();
        if state.names.contains_key(path) {
            return Err(FileError::new(FileErrorKind::Exists, path));
        }
        if state.takes_nothing_new {
            return Err(FileError::new(FileErrorKind::Denied, path));
        }
        let inode = state.contents.len();
        state.contents.push(Vec::new());
        state.name(path, Some(inode));
        Ok(Box::new(Writing { model: self.clone(), inode }))
    }

    /// Folders last at once: the port promises that.
    fn create_folder(&self, path: &Path) -> Result<(), FileError> {
        self.state().folders.extend(path.ancestors().map(Path::to_owned));
        Ok(())
    }

    fn link(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        let mut state = self.state();
        if state.has_no_links {
            return Err(FileError::new(FileErrorKind::Unsupported, to));
        }
        if state.names.contains_key(to) {
            return Err(FileError::new(FileErrorKind::Exists, to));
        }
        let inode = state.find(from)?;
        state.name(to, Some(inode));
        Ok(())
    }

    /// Two names of one file are left as they are, as rename(2) has it.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        let mut state = self.state();
        let inode = state.find(from)?;
        if state.names.get(to) != Some(&inode) {
            state.name(to, Some(inode));
            state.name(from, None);
        }
        Ok(())
    }

    fn rename_new(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        if self.state().names.contains_key(to) {
            return Err(FileError::new(FileErrorKind::Exists, to));
        }
        self.rename(from, to)
    }

    fn remove(&self, path: &Path) -> Result<(), FileError> {
        let mut state = self.state();
        state.find(path)?;
        state.name(path, None);
        Ok(())
    }

    fn sync_folder(&self, path: &Path) -> Result<(), FileError> {
        let mut state = self.state();
        if state.has_broken_folder_sync {
            return Err(FileError::new(FileErrorKind::Unsupported, path));
        }
        state.sync(Op::SyncFolder(path.to_owned()));
        Ok(())
    }

    fn list(&self, path: &Path) -> Result<Vec<OsString>, FileError> {
        let state = self.state();
        let here = state.names.keys().filter(|name| name.parent() == Some(path));
        Ok(here.filter_map(|name| name.file_name().map(ToOwned::to_owned)).collect())
    }

    fn lock(&self, _path: &Path, _wait: Duration) -> Result<Box<dyn FileLock>, FileError> {
        Ok(Box::new(NoLock))
    }
}

/// Nobody else is here.
struct NoLock;

impl FileLock for NoLock {}

struct Writing {
    model: Model,
    inode: Inode,
}

impl NewFile for Writing {
    fn write_all(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let mut state = self.model.state();
        let mut bytes = bytes.to_vec();
        if state.writes_other_bytes {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        }
        state.contents[self.inode].extend_from_slice(&bytes);
        state.log.push(Op::Write(self.inode, bytes));
        Ok(())
    }

    fn sync(&mut self) -> Result<(), FileError> {
        self.model.state().sync(Op::SyncFile(self.inode));
        Ok(())
    }
}

/// What a crash after the first `end` operations may leave: every choice for every name and every file.
pub struct Wreckage {
    names: Vec<(PathBuf, Vec<Option<Inode>>)>,
    contents: Vec<Vec<Vec<u8>>>,
}

impl Wreckage {
    pub fn after(log: &[Op]) -> Self {
        let mut names: BTreeMap<PathBuf, Vec<Option<Inode>>> = BTreeMap::new();
        let mut contents: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
        for op in log {
            match op {
                Op::Acknowledged(_) => {}
                Op::Name(path, inode) => {
                    let seen = names.entry(path.clone()).or_insert_with(|| vec![None]);
                    seen.push(*inode);
                    contents.resize(contents.len().max(inode.map_or(0, |inode| inode + 1)), Default::default());
                }
                Op::SyncFile(inode) => contents[*inode].0 = contents[*inode].1.clone(),
                Op::SyncFolder(folder) => {
                    for (_, seen) in names.iter_mut().filter(|(path, _)| path.parent() == Some(folder)) {
                        seen.drain(..seen.len() - 1);
                    }
                }
                Op::Write(inode, bytes) => contents[*inode].1.extend_from_slice(bytes),
            }
        }
        Self {
            names: names.into_iter().map(|(path, seen)| (path, distinct(seen))).collect(),
            contents: contents.into_iter().map(|(lasting, written)| torn(lasting, written)).collect(),
        }
    }

    /// How many ways there are.
    pub fn count(&self) -> usize {
        self.axes().iter().product()
    }

    /// The disk of one of the ways.
    pub fn disk(&self, way: usize) -> Disk {
        let mut rest = way;
        let choice: Vec<usize> = self
            .axes()
            .iter()
            .map(|size| {
                let chosen = rest % size;
                rest /= size;
                chosen
            })
            .collect();
        let (of_names, of_contents) = choice.split_at(self.names.len());
        let there = self.names.iter().zip(of_names).filter_map(|((path, seen), at)| Some((path, seen[*at]?)));
        there.map(|(path, inode)| (path.clone(), self.contents[inode][of_contents[inode]].clone())).collect()
    }

    fn axes(&self) -> Vec<usize> {
        self.names.iter().map(|(_, seen)| seen.len()).chain(self.contents.iter().map(Vec::len)).collect()
    }
}

/// What of a file may be there: what lasts, and of what was written since nothing, half, zeros behind a half, all.
fn torn(lasting: Vec<u8>, written: Vec<u8>) -> Vec<Vec<u8>> {
    let half = written[..lasting.len().max(written.len() / 2)].to_vec();
    let mut zeros = half.clone();
    zeros.resize(written.len(), 0);
    distinct(vec![lasting, half, zeros, written])
}

fn distinct<T: PartialEq>(values: Vec<T>) -> Vec<T> {
    values.into_iter().fold(Vec::new(), |mut kept, value| {
        if !kept.contains(&value) {
            kept.push(value);
        }
        kept
    })
}
