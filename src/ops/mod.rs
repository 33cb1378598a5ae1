//! What the program can do, one deed a function. Both faces call these and nothing below them that acts.

pub mod accounts;
pub mod demo;
pub mod groups;
pub mod passphrase;
mod session;

pub use session::{LoadError, Locked, SaveError, SaveJob, SaveReceipt, Session, SessionRemark, create, load};

pub use crate::ports::World;
