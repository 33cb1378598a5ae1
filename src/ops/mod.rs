//! What the program can do, one deed a function. Both faces call these and nothing below them that acts.

pub mod accounts;
mod at_home;
pub mod backup;
pub mod bulk;
pub mod circular;
pub mod clock;
mod deed_error;
pub mod demo;
pub mod device_key;
pub mod doctor;
pub mod export;
pub mod groups;
pub mod help;
pub mod import;
pub mod keys;
pub mod kit;
pub mod letter;
mod mark;
pub mod new_key;
mod paper;
pub mod passphrase;
pub mod protection;
pub mod readiness;
pub mod recovery_codes;
pub mod restore;
mod save;
mod save_error;
mod session;
mod session_remark;
pub mod settings;
pub mod sign_in;
pub mod sign_out;
mod state_file;
mod taking;
#[cfg(test)]
mod testing;
pub mod to_do;
mod typed_key;
mod vault_file;
pub mod whereabouts;

pub use save::{SaveJob, SaveReceipt};
pub use save_error::{LoadError, SaveError};
pub use session::{Locked, Session, create, load};
pub use session_remark::SessionRemark;

pub use crate::ports::World;
