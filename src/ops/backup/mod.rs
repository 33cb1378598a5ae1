//! Backups as deeds: set up, back up, list, fetch, verify, drill. The same for both faces.
//!
//! What is slow takes a [`crate::ports::Trip`] and runs on a worker; what changes the vault is noted afterwards, and the
//! caller saves.

mod check;
mod compare;
mod error;
mod find;
mod job;
mod offered;
mod probe;
mod setup;

pub use check::{
    Answer, Checked, Drill, DrillJob, VerifyJob, Which, drill, drill_job, note_checked, note_drill, verify, verify_job,
};
pub use compare::{OpenJob, Pick, open_job};
pub use error::{BackupError, Doubt};
pub use find::{FetchError, connect, fetch, list, read_file};
pub use job::{BackupJob, BackupReceipt, backup_job, contents, current, is_due, last_verified, note, place_of, status};
pub use offered::{offered, offered_to_restore};
pub use probe::{Probed, probe};
pub use setup::{COST, Plan, SetUp, go_back, set_up, turn_off};
