//! A vault in use: load, open, change, save.

use std::path::Path;

use crate::account::Book;
use crate::ops::World;
use crate::ports::FileError;
use crate::secret::Passphrase;
use crate::vault::{KdfParams, OpenError, OpenVault, Opener, ParseError, SealError, SealedVault};

/// A vault file that was read and not opened yet.
#[derive(Debug)]
pub struct Locked {
    #[expect(dead_code, reason = "stub")]
    sealed: SealedVault,
}

/// An open vault and what is known of its file. In memory only for the demo.
#[derive(Debug)]
pub struct Session {}

/// What the person should hear of after opening.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SessionRemark {
    /// First time this computer sees the vault: no rollback mark yet.
    FirstUseHere,
    /// The file has more than one name; saving detaches the others.
    HardLinked,
    /// The vault said something (healed, weak cost, migrated).
    Vault(crate::vault::OpenRemark),
}

/// A save that can run on a worker: it carries ciphertext only.
#[derive(Debug)]
pub struct SaveJob {}

/// A save that is safe on the disk.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SaveReceipt {
    /// The generation that was written.
    pub generation: u64,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
    /// Whether the disk confirmed it; otherwise "saved, but this disk did not confirm it".
    pub is_confirmed: bool,
}

/// Reads the vault file. Opening it never changes it.
///
/// # Errors
/// [`LoadError`].
pub fn load(world: &World, path: &Path) -> Result<Locked, LoadError> {
    let _ = (world, path);
    todo!()
}

/// Makes a vault where none is, and saves it.
///
/// # Errors
/// [`SaveError`]; [`SaveError::Exists`] when there is one.
pub fn create(world: &World, path: &Path, passphrase: &Passphrase, kdf: KdfParams) -> Result<Session, SaveError> {
    let _ = (world, path, passphrase, kdf);
    todo!()
}

impl Locked {
    /// The ways to open it.
    #[must_use]
    pub fn slots(&self) -> Vec<crate::vault::SlotSummary> {
        todo!()
    }
    /// The vault's id, not yet authenticated: what its key is called in the key store.
    #[must_use]
    pub fn id(&self) -> crate::vault::VaultId {
        todo!()
    }
    /// Opens it and checks the rollback mark. Slow for a passphrase: run it on a worker.
    ///
    /// # Errors
    /// The vault as it was, and why.
    pub fn open(self, world: &World, opener: &Opener<'_>, accept_older: bool) -> Result<Session, (Self, OpenError)> {
        let _ = (world, opener, accept_older);
        todo!()
    }
}

impl Session {
    /// A session without a file, for the demo: saving does nothing.
    #[must_use]
    pub fn in_memory(vault: OpenVault) -> Self {
        let _ = vault;
        todo!()
    }
    /// The accounts.
    #[must_use]
    pub fn book(&self) -> &Book {
        todo!()
    }
    /// The accounts, to change them; the next save carries it.
    pub fn book_mut(&mut self) -> &mut Book {
        todo!()
    }
    /// The vault itself (settings, slots, passphrase).
    #[must_use]
    pub fn vault(&self) -> &OpenVault {
        todo!()
    }
    /// The vault itself, to change it.
    pub fn vault_mut(&mut self) -> &mut OpenVault {
        todo!()
    }
    /// What the person should hear of after opening.
    #[must_use]
    pub fn remarks(&self) -> &[SessionRemark] {
        todo!()
    }
    /// Whether this vault is older than the one last used on this computer, and so is not written until accepted.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        todo!()
    }
    /// Seals what is to be saved.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn save_job(&self, world: &World) -> Result<SaveJob, SaveError> {
        let _ = world;
        todo!()
    }
    /// A save has come back.
    pub fn saved(&mut self, receipt: SaveReceipt) {
        let _ = receipt;
        todo!()
    }
    /// Seals and writes at once, for the command line.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn save(&mut self, world: &World) -> Result<SaveReceipt, SaveError> {
        let _ = world;
        todo!()
    }
}

impl SaveJob {
    /// Writes it: lock, compare, temporary file, sync, read back, keep the previous one, rename, sync the folder, mark.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn run(self, world: &World) -> Result<SaveReceipt, SaveError> {
        let _ = world;
        todo!()
    }
}

/// Why the vault file was not read.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum LoadError {
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// No vault there.
    #[error("no vault")]
    None,
    /// What is there is no vault that can be opened.
    #[error(transparent)]
    Parse(#[from] ParseError),
}

/// Why nothing was saved. The file on the disk is as it was.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SaveError {
    /// There is a vault already.
    #[error("exists")]
    Exists,
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// Somebody else wrote the file since it was read.
    #[error("changed by somebody else")]
    ChangedElsewhere,
    /// What was read back is not what was written.
    #[error("read back differs")]
    ReadBack,
    /// The vault is older than the mark and was not accepted.
    #[error("read only")]
    ReadOnly,
    /// Sealing did not work.
    #[error(transparent)]
    Seal(#[from] SealError),
}
