//! The vault file: open and seal, bytes on one side and an [`OpenVault`] on the other. No files here.
//!
//! docs/vault-format.md is the specification, and an independent reader keeps it honest. A room reads top-down:
//! `boxed` (the one sealing construction), `kdf`, `slot`, `container`, `payload`, then [`SealedVault`] and
//! [`OpenVault`], which put them together.

pub mod backup;
mod boxed;
mod container;
mod device;
mod enc;
mod error;
mod export;
mod file_kind;
mod frame;
mod kdf;
#[cfg(test)]
mod known;
mod mark;
mod open;
mod payload;
mod sealed;
mod sign_in;
mod slot;
#[cfg(test)]
mod testing;
mod tries;
mod words;

pub use backup::{BackupAccount, BackupSet, Carried, OpenPart};
pub use container::LARGEST_FILE;
pub use error::{OpenError, ParseError, SealError};
pub use export::{SealedExport, is_export, seal_export};
pub use file_kind::is_backup;
pub use kdf::{KdfFloor, KdfParams, calibrate, rehearse};
pub use mark::Mark;
pub use open::{OpenRemark, OpenVault, PassphraseCheck, VaultSettings};
pub use sealed::{Opener, SealedVault};
pub use sign_in::{Contact, ContactError, ContactKind, MOST_CONTACTS, SignInKeys, SignedIn};
pub use slot::{SlotKind, SlotSummary};
pub use tries::Tries;
pub use words::{RecoveryWords, WORD_COUNT, WordsError};

/// 16 random bytes that name a vault for good.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct VaultId(pub [u8; 16]);

/// How much of the stack is overwritten after keys were worked with.
const STACK: usize = 256 * 1024;

/// What only the fuzzer calls: what lies behind a seal that it cannot make up.
#[cfg(fuzzing)]
pub mod fuzzing {
    /// The payload, with and without its padding.
    pub fn payload(bytes: &[u8]) {
        super::payload::fuzz(bytes);
    }
}
