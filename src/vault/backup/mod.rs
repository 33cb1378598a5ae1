//! Backup files: what may travel of an account, the set that a vault keeps, and the file between them. Bytes only;
//! names, places and rules are for the rooms above.
//!
//! docs/vault-format.md, part three, is the specification.

mod account;
mod contents;
mod device;
mod error;
mod file;
mod header;
#[cfg(test)]
mod leak;
mod place;
mod recovery;
mod set;

pub use account::{BackupAccount, Carried, ComesBack, NameOnly, OpenPart};
pub use contents::{BackupContents, Earlier};
pub use device::DeviceType;
pub use error::{BackupOpenError, BackupParseError};
pub use file::{BackupOpener, OpenBackup, SealedBackup};
pub use header::{BackupFacts, HEADER_MOST, SetId};
pub use place::KnownPlace;
pub use recovery::{RecoveryName, RecoveryNameError, recovery_key};
pub use set::{BackupSet, PlaceId, SealedFile, Ways, Written};
