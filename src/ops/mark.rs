//! The rollback mark: the newest state of each vault that this computer has seen, kept in the state folder.
//!
//! A vault older than its mark was put back by somebody, and is not written to before the person says that it was them.

use std::path::Path;

use crate::ops::World;
use crate::ops::state_file::StateFile;
use crate::ports::{FileError, FileErrorKind};
use crate::vault::{Mark, OpenVault, VaultId};

/// Marks are about 120 bytes.
const MOST_BYTES: u64 = 4096;

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
    place: StateFile,
    bytes: Vec<u8>,
}

/// Compares a vault with its mark. Writes nothing.
pub(super) fn judge(world: &World, vault: &OpenVault, digest: [u8; 32]) -> Verdict {
    let place = place_of(&world.state, vault.id());
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
        Ok(Self { place: place_of(&world.state, vault.id()), bytes })
    }

    /// Writes it in place of the one before.
    pub(super) fn write(&self, world: &World) -> Result<(), FileError> {
        let _held = self.place.hold(&*world.files)?;
        self.put(world)
    }

    fn put(&self, world: &World) -> Result<(), FileError> {
        self.place.put(world, &self.bytes)
    }
}

/// Where the mark of a vault lies.
fn place_of(state: &Path, id: VaultId) -> StateFile {
    StateFile::of(state, "marks", id)
}
