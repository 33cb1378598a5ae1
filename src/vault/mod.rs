//! The vault file: open and seal, bytes on one side and an [`OpenVault`] on the other. No files here.

use crate::account::Book;
use crate::chance::{Entropy, NoEntropy};
use crate::moment::Moment;
use crate::secret::{Key32, Passphrase, Secret};

/// 16 random bytes that name a vault for good.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct VaultId(pub [u8; 16]);

/// Argon2id parameters (RFC 9106).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct KdfParams {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// What a slot opens with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SlotKind {
    /// The computer's key store.
    KeyStore,
    /// A kind this version does not know; kept as it is.
    Other(u8),
    /// A passphrase.
    Passphrase,
    /// Recovery words.
    Words,
}

/// A way to open the vault, as its header tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SlotSummary {
    /// What it opens with.
    pub kind: SlotKind,
    /// 16 random bytes.
    pub id: [u8; 16],
    /// What a passphrase costs.
    pub kdf: Option<KdfParams>,
}

/// Twelve words of the BIP-39 English list: 128 bits and a checksum.
#[derive(Debug)]
pub struct RecoveryWords(#[expect(dead_code)] Secret);

/// What somebody opens a vault with.
#[derive(Debug)]
pub enum Opener<'a> {
    /// The key that the computer's key store keeps.
    KeyStore(&'a Key32),
    /// The passphrase.
    Passphrase(&'a Passphrase),
    /// The recovery words.
    Words(&'a RecoveryWords),
}

/// A vault file whose form is right, before anything of it was opened.
#[derive(Debug)]
pub struct SealedVault {}

impl SealedVault {
    /// Reads the form of a vault file; no key derivation yet.
    ///
    /// # Errors
    /// [`ParseError`].
    pub fn parse(bytes: Vec<u8>) -> Result<Self, ParseError> {
        let _ = bytes;
        todo!()
    }
    /// The vault's id, not yet authenticated.
    #[must_use]
    pub fn id(&self) -> VaultId {
        todo!()
    }
    /// The ways to open it.
    #[must_use]
    pub fn slots(&self) -> Vec<SlotSummary> {
        todo!()
    }
    /// Opens it. Slow for a passphrase: run it on a worker. A wrong key gives the sealed vault back.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(self, opener: &Opener<'_>) -> Result<OpenVault, (Self, OpenError)> {
        let _ = opener;
        todo!()
    }
}

/// An open vault: the book, the settings that nobody outside may edit, and the keys to seal it again.
#[derive(Debug)]
pub struct OpenVault {}

/// Settings that travel inside the vault, so that nobody edits them from outside.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct VaultSettings {
    /// Lock after this many seconds without a key; 0 is never.
    pub auto_lock_seconds: u32,
}

/// What happened while opening that the person should hear of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OpenRemark {
    /// The front header was damaged; its mirror was used and the next save repairs it.
    Healed,
    /// The passphrase's cost lies below today's floor; the next save wraps it again.
    WeakCost,
    /// The payload had an older schema and was migrated.
    Migrated {
        /// The schema it had.
        from: u16,
    },
}

impl OpenVault {
    /// A new, empty vault, generation 0 until it is first saved.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn create(
        passphrase: &Passphrase,
        kdf: KdfParams,
        now: Moment,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        let _ = (passphrase, kdf, now, chance);
        todo!()
    }
    /// The accounts.
    #[must_use]
    pub fn book(&self) -> &Book {
        todo!()
    }
    /// The accounts, to change them.
    pub fn book_mut(&mut self) -> &mut Book {
        todo!()
    }
    /// The settings inside the vault.
    #[must_use]
    pub fn settings(&self) -> &VaultSettings {
        todo!()
    }
    /// The settings inside the vault, to change them.
    pub fn settings_mut(&mut self) -> &mut VaultSettings {
        todo!()
    }
    /// The vault's id.
    #[must_use]
    pub fn id(&self) -> VaultId {
        todo!()
    }
    /// The generation of the file it was opened from, or that was last confirmed saved.
    #[must_use]
    pub fn generation(&self) -> u64 {
        todo!()
    }
    /// What happened while opening.
    #[must_use]
    pub fn remarks(&self) -> &[OpenRemark] {
        todo!()
    }
    /// The ways to open it.
    #[must_use]
    pub fn slots(&self) -> Vec<SlotSummary> {
        todo!()
    }
    /// Seals everything as the next generation. The bytes can leave the process; nothing changes until [`Self::saved`].
    ///
    /// # Errors
    /// [`SealError`].
    pub fn seal(&self, chance: &dyn Entropy) -> Result<Vec<u8>, SealError> {
        let _ = chance;
        todo!()
    }
    /// The bytes of the last [`Self::seal`] are safe on the disk as this generation.
    pub fn saved(&mut self, generation: u64) {
        let _ = generation;
        todo!()
    }
    /// Whether these bytes are this vault, open with its key, and hold what is in memory: what a save reads back.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn verify(&self, bytes: &[u8]) -> Result<(), OpenError> {
        let _ = bytes;
        todo!()
    }
    /// Whether a passphrase is this vault's (asked again before a key is shown). Slow.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn check_passphrase(&self, passphrase: &Passphrase) -> Result<(), OpenError> {
        let _ = passphrase;
        todo!()
    }
    /// A new passphrase: a new vault key, every slot wrapped again, the key-store slot only if its key is given.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn change_passphrase(
        &mut self,
        new: &Passphrase,
        kdf: KdfParams,
        key_store: Option<&Key32>,
        chance: &dyn Entropy,
    ) -> Result<(), SealError> {
        let _ = (new, kdf, key_store, chance);
        todo!()
    }
    /// New recovery words; older ones stop working with the next save.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn renew_words(&mut self, chance: &dyn Entropy) -> Result<RecoveryWords, SealError> {
        let _ = chance;
        todo!()
    }
    /// A slot for the key store; the key is to be put there once the vault is saved.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn add_key_store(&mut self, chance: &dyn Entropy) -> Result<Key32, SealError> {
        let _ = chance;
        todo!()
    }
    /// Takes the key store's slot away; its key opens nothing once the vault is saved. Returns whether there was one.
    pub fn remove_key_store(&mut self) -> bool {
        todo!()
    }
    /// The mark that remembers the newest generation seen on this computer, sealed.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn seal_mark(&self, mark: &Mark, chance: &dyn Entropy) -> Result<Vec<u8>, SealError> {
        let _ = (mark, chance);
        todo!()
    }
    /// Opens such a mark.
    ///
    /// # Errors
    /// [`OpenError`] when it is not this vault's or damaged.
    pub fn open_mark(&self, bytes: &[u8]) -> Result<Mark, OpenError> {
        let _ = bytes;
        todo!()
    }
}

/// The newest state of a vault that this computer has seen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Mark {
    /// Its generation.
    pub generation: u64,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
}

/// Why bytes are no vault that can be opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ParseError {
    /// Begins like a vault, but the form is broken and the mirror does not help.
    #[error("damaged")]
    Damaged,
    /// Not a vault at all.
    #[error("not a vault")]
    NotAVault,
    /// Made by a newer version.
    #[error("written by a newer version ({found})")]
    TooNew {
        /// The version found.
        found: u16,
    },
    /// More than 64 MiB.
    #[error("too large")]
    TooLarge,
}

/// Why a vault did not open.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum OpenError {
    /// The key fits, the content does not: bits were changed.
    #[error("damaged")]
    Damaged,
    /// The computer has no memory for the key derivation.
    #[error("{memory_mib} MiB are not there")]
    NoMemory {
        /// What it asks for.
        memory_mib: u32,
    },
    /// The file has no slot of this kind.
    #[error("no such way to open it")]
    NoSuchSlot,
    /// The file asks for more than the reader's bound.
    #[error("asks for {memory_mib} MiB")]
    TooCostly {
        /// What it asks for.
        memory_mib: u64,
    },
    /// The payload was written by a newer version.
    #[error("payload schema {found} is newer")]
    TooNew {
        /// The schema found.
        found: u16,
    },
    /// The passphrase, the words or the key do not open it.
    #[error("wrong key")]
    WrongKey,
}

/// Why nothing was sealed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SealError {
    /// The cost lies outside the writer's bounds.
    #[error("cost out of bounds")]
    Cost,
    /// No random bytes.
    #[error(transparent)]
    NoEntropy(#[from] NoEntropy),
    /// No memory for the key derivation.
    #[error("no memory")]
    NoMemory,
    /// More than 64 MiB, or a field longer than the format allows.
    #[error("too large")]
    TooLarge,
}
