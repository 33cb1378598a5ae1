//! What the program can do, one deed a function. Both faces call these and nothing below them that acts.

pub mod accounts;
pub mod demo;
pub mod groups;
pub mod passphrase;
mod session;

pub use session::{LoadError, Locked, SaveError, SaveJob, SaveReceipt, Session, SessionRemark, create, load};

use std::path::PathBuf;
use std::sync::Arc;

use crate::ports::{Clipboard, Clock, Console, Entropy, Files, KeyStore, Memory, Scanner};

/// The ports and paths that deeds work with. Cheap to clone; a worker takes its own.
#[derive(Clone)]
pub struct World {
    /// Clocks.
    pub clock: Arc<dyn Clock>,
    /// The clipboard.
    pub clipboard: Arc<dyn Clipboard>,
    /// The person at the terminal.
    pub console: Arc<dyn Console>,
    /// Random bytes.
    pub entropy: Arc<dyn Entropy>,
    /// Files.
    pub files: Arc<dyn Files>,
    /// The key store.
    pub key_store: Arc<dyn KeyStore>,
    /// Locked memory.
    pub memory: Arc<dyn Memory>,
    /// QR codes.
    pub scanner: Arc<dyn Scanner>,
    /// The vault file.
    pub vault: PathBuf,
    /// The folder of rollback marks and counters.
    pub state: PathBuf,
}
