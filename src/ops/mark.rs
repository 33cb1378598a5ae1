//! The rollback mark: the newest state of each vault that this computer has seen, kept in the state folder.
//!
//! A vault older than its mark was put back by somebody, and is not written to before the person says that it was them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::chance::draw;
use crate::ops::World;
use crate::ports::{FileError, FileErrorKind, Files};
use crate::vault::{Mark, OpenVault, VaultId};

/// Marks are about 120 bytes.
const MOST_BYTES: u64 = 4096;

/// How long another program may hold the mark's lock: writing a mark takes two syncs.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the mark says of a vault that was just opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Verdict {
    /// The vault is the one that was marked.
    Known,
    /// The mark has the same generation and another digest: two programs went on from one state.
    Forked,
    /// The vault is newer than the mark, as after a crash between saving and marking.
    Newer,
    /// The vault is older than the mark by this many saves.
    Older {
        /// How many.
        by: u64,
    },
    /// There is a mark, and it can't be read or belongs to another key.
    Unreadable,
    /// No mark: the first time on this computer.
    Unknown,
}

/// A mark that is sealed and ready to be written.
#[derive(Debug)]
pub(super) struct SealedMark {
    place: MarkPlace,
    bytes: Vec<u8>,
}

/// The files of one vault's mark.
#[derive(Clone, Debug)]
struct MarkPlace {
    folder: PathBuf,
    name: String,
}

/// Compares a vault with its mark. Writes nothing.
pub(super) fn judge(world: &World, vault: &OpenVault, digest: [u8; 32]) -> Verdict {
    let place = MarkPlace::of(&world.state, vault.id());
    let bytes = match world.files.read(&place.path(), MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(FileError { kind: FileErrorKind::NotFound, .. }) => return Verdict::Unknown,
        Err(_) => return Verdict::Unreadable,
    };
    let Ok(mark) = vault.open_mark(&bytes) else { return Verdict::Unreadable };
    match vault.generation().cmp(&mark.generation) {
        std::cmp::Ordering::Greater => Verdict::Newer,
        std::cmp::Ordering::Equal if mark.digest == digest => Verdict::Known,
        std::cmp::Ordering::Equal => Verdict::Forked,
        std::cmp::Ordering::Less => Verdict::Older { by: mark.generation - vault.generation() },
    }
}

/// Marks a vault that was opened and is newer than its mark, or has none. Returns whether that lasts.
///
/// Compared again while the lock is held: another program may have saved, and marked, a newer state meanwhile.
pub(super) fn catch_up(world: &World, vault: &OpenVault, digest: [u8; 32]) -> bool {
    let Ok(sealed) = SealedMark::seal(world, vault, Mark { generation: vault.generation(), digest }) else {
        return false;
    };
    let Ok(_held) = sealed.place.hold(&*world.files) else { return false };
    match judge(world, vault, digest) {
        Verdict::Newer | Verdict::Unknown => sealed.put(world).is_ok(),
        Verdict::Forked | Verdict::Known | Verdict::Older { .. } | Verdict::Unreadable => true,
    }
}

impl SealedMark {
    /// Seals a mark with the vault's key.
    pub(super) fn seal(world: &World, vault: &OpenVault, mark: Mark) -> Result<Self, crate::vault::SealError> {
        let bytes = vault.seal_mark(&mark, &*world.entropy)?;
        Ok(Self { place: MarkPlace::of(&world.state, vault.id()), bytes })
    }

    /// Writes it in place of the one before.
    pub(super) fn write(&self, world: &World) -> Result<(), FileError> {
        let _held = self.place.hold(&*world.files)?;
        self.put(world)
    }

    fn put(&self, world: &World) -> Result<(), FileError> {
        let files = &*world.files;
        let path = self.place.path();
        let random = draw::<8>(&*world.entropy).map_err(|_| FileError::new(no_chance(), &path))?;
        let temporary = self.place.folder.join(format!(".{}.{:016x}.tmp", self.place.name, u64::from_be_bytes(random)));
        let written = write_and_sync(files, &temporary, &self.bytes).and_then(|()| files.rename(&temporary, &path));
        if written.is_err() {
            // The first error is the one to tell of; a temporary file left behind harms nothing.
            drop(files.remove(&temporary));
        }
        written?;
        files.sync_folder(&self.place.folder)
    }
}

impl MarkPlace {
    fn of(state: &Path, id: VaultId) -> Self {
        let name: String = id.0.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { folder: state.join("marks"), name }
    }

    fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    fn hold(&self, files: &dyn Files) -> Result<Box<dyn crate::ports::FileLock>, FileError> {
        files.create_folder(&self.folder)?;
        files.lock(&self.folder.join(format!("{}.lock", self.name)), PATIENCE)
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
