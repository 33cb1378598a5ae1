//! A small file of one vault in the state folder: written whole, in place of the one before, while its lock is held.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::chance::draw;
use crate::ops::World;
use crate::ports::{FileError, FileErrorKind, FileLock, Files};
use crate::vault::VaultId;

/// How long another program may hold the lock: writing takes two syncs.
const PATIENCE: Duration = Duration::from_secs(5);

/// The file of one vault in one folder of the state folder.
#[derive(Clone, Debug)]
pub(super) struct StateFile {
    folder: PathBuf,
    name: String,
}

impl StateFile {
    /// The file in `folder` that is called after the vault.
    pub(super) fn of(state: &Path, folder: &str, id: VaultId) -> Self {
        let name: String = id.0.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { folder: state.join(folder), name }
    }

    /// Where it lies.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// What lies there; `None` where nothing does.
    pub(super) fn read(&self, world: &World, most: u64) -> Result<Option<Vec<u8>>, FileError> {
        match world.files.read(&self.path(), most) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(FileError { kind: FileErrorKind::NotFound, .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Keeps other programs from writing it until the lock is dropped.
    pub(super) fn hold(&self, files: &dyn Files) -> Result<Box<dyn FileLock>, FileError> {
        files.create_folder(&self.folder)?;
        files.lock(&self.folder.join(format!("{}.lock", self.name)), PATIENCE)
    }

    /// Writes it in place of the one before; whoever calls holds the lock.
    pub(super) fn put(&self, world: &World, bytes: &[u8]) -> Result<(), FileError> {
        let files = &*world.files;
        let path = self.path();
        let random = draw::<8>(&*world.entropy).map_err(|_| FileError::new(no_chance(), &path))?;
        let temporary = self.folder.join(format!(".{}.{:016x}.tmp", self.name, u64::from_be_bytes(random)));
        let written = write_and_sync(files, &temporary, bytes).and_then(|()| files.rename(&temporary, &path));
        if written.is_err() {
            // The first error is the one to tell of; a temporary file left behind harms nothing.
            drop(files.remove(&temporary));
        }
        written?;
        files.sync_folder(&self.folder)
    }
}

/// Makes a new file with this content, and makes the content last.
pub(super) fn write_and_sync(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut file = files.create_new(path)?;
    file.write_all(bytes)?;
    file.sync()
}

/// No random bytes for a name: said as the system's error it is.
pub(super) fn no_chance() -> FileErrorKind {
    FileErrorKind::Other(crate::chance::NoEntropy.to_string())
}
