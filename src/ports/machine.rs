//! What the computer does for a program that holds secrets: a key store, locked memory, guards around the process.

use crate::secret::Key32;
use crate::text::{Explain, Text};

/// The computer's key store (Secret Service, Keychain, Credential Manager).
pub trait KeyStore: Send + Sync {
    /// The key kept under a name; `None` where there is none.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn get(&self, name: &str) -> Result<Option<Key32>, KeyStoreError>;

    /// Keeps a key under a name.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn put(&self, name: &str, key: &Key32) -> Result<(), KeyStoreError>;

    /// Forgets the key under a name. None there is fine.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn remove(&self, name: &str) -> Result<(), KeyStoreError>;
}

/// Why the key store did not answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum KeyStoreError {
    /// There is none on this computer.
    #[error("no key store")]
    Absent,
    /// It is there, and locked or refusing.
    #[error("the key store is locked")]
    Locked,
    /// What lies there under our name is none of our keys.
    #[error("not a key of ours")]
    NotAKey,
}

/// Memory that is kept from the swap file.
pub trait Memory: Send + Sync {
    /// Hands memory that nothing uses back to the system: after a big piece of work.
    fn give_back(&self);

    /// Locks the pages of a region, as far as the system allows. Never fails: a page that cannot be locked is wiped
    /// like the others.
    fn lock(&self, region: &[u8]);

    /// How much is locked, and whether the system ever said no.
    fn locked(&self) -> LockedMemory;

    /// Overwrites the part of the stack that deeper calls have left behind.
    fn scrub_stack(&self);
}

/// How much memory is kept from the swap file.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct LockedMemory {
    /// Bytes of locked pages.
    pub bytes: u64,
    /// Bytes that the system lets this process lock; `None` where it sets no limit or does not tell.
    pub limit: Option<u64>,
    /// Pages that the system refused to lock, or that went past our own bound.
    pub refused: u64,
}

/// One protection of the process, and whether it holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Guard {
    /// Which.
    pub kind: GuardKind,
    /// Whether it holds.
    pub state: GuardState,
}

/// The protections that are asked for before anything secret is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum GuardKind {
    /// A crash leaves no picture of the memory on the disk.
    CoreDumps,
    /// Programs started from here are not given the files that were open when this one was started.
    Descriptors,
    /// Other programs of the same person can't read the memory.
    Dumpable,
    /// New files are for their owner only.
    FileMode,
    /// Programs started from here gain no rights.
    NewPrivileges,
}

/// Whether a protection holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum GuardState {
    /// It holds.
    Holds,
    /// This kind of computer has nothing like it, or this build does not ask for it.
    NotHere,
    /// The system refused.
    Refused,
}

impl Explain for KeyStoreError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::Absent => "err-key-store-absent",
            Self::Locked => "err-key-store-locked",
            Self::NotAKey => "err-key-store-not-a-key",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Absent => "fix-key-store-absent",
            Self::Locked => "fix-key-store-locked",
            Self::NotAKey => "fix-key-store-not-a-key",
        }))
    }
}
