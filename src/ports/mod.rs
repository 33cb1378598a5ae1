//! What the world can do, as traits: the only list of it. `edge` implements them; tests put their own in place.

mod absent;
mod clipboard;
mod console;
mod files;
mod machine;
mod place;
mod provider;
mod seat;
mod signals;
mod surroundings;
mod time_server;
mod vision;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use crate::chance::{Entropy, NoEntropy};
use crate::moment::{Moment, Tick};

pub use absent::Absent;
pub use clipboard::{Clipboard, ClipboardError, ClipboardRoute, CopiedTo};
pub use console::{Console, ConsoleError};
pub use files::{FileError, FileErrorKind, FileLock, Files, Look, LookKind, NewFile};
pub use machine::{Guard, GuardKind, GuardState, KeyStore, KeyStoreError, LockedMemory, Memory};
pub use place::{Place, PlaceDescription, PlaceEntry, PlaceError, Places, PutReceipt, Trip};
pub use provider::{Browser, NoBrowser, Provider, ProviderError, Visit, VisitStep};
pub use seat::{Absence, Hold, Seat, Typing};
pub use signals::{Process, Signal};
pub use surroundings::Surroundings;
pub use time_server::{TimeError, TimeServers, Told};
pub use vision::{Pixels, ScanError, Scanner};

/// Clocks.
pub trait Clock: Send + Sync {
    /// The wall clock, corrected.
    fn now(&self) -> Moment;

    /// A clock that never goes backwards and stands still for nobody.
    fn tick(&self) -> Tick;

    /// How long the computer has slept since this clock was made; zero where it does not tell.
    fn slept(&self) -> Duration {
        Duration::ZERO
    }

    /// From now on the wall clock says so many seconds more than the computer's, or less: for one that is wrong and cannot
    /// be set. A clock that somebody holds in the hand says what it says.
    fn correct(&self, seconds: i64) {
        let _ = seconds;
    }
}

/// The ports, paths and facts that deeds work with. Cheap to clone; a worker takes its own.
#[derive(Clone)]
pub struct World {
    /// Clocks.
    pub clock: Arc<dyn Clock>,
    /// The browser.
    pub browser: Arc<dyn Browser>,
    /// The clipboard.
    pub clipboard: Arc<dyn Clipboard>,
    /// The person at the terminal.
    pub console: Arc<dyn Console>,
    /// Random bytes.
    pub entropy: Arc<dyn Entropy>,
    /// Files.
    pub files: Arc<dyn Files>,
    /// What was done to protect the process at its start, for the doctor.
    pub guards: Arc<[Guard]>,
    /// The key store.
    pub key_store: Arc<dyn KeyStore>,
    /// Locked memory.
    pub memory: Arc<dyn Memory>,
    /// Places that backups lie in.
    pub places: Arc<dyn Places>,
    /// This process among others: signals, stopping, ending.
    pub process: Arc<dyn Process>,
    /// Sign-in providers.
    pub provider: Arc<dyn Provider>,
    /// QR codes.
    pub scanner: Arc<dyn Scanner>,
    /// The person's place at the computer.
    pub seat: Arc<dyn Seat>,
    /// Servers that tell the time.
    pub time: Arc<dyn TimeServers>,
    /// What the environment said when the program started.
    pub surroundings: Arc<Surroundings>,
    /// The vault file.
    pub vault: PathBuf,
    /// The folder of rollback marks and counters.
    pub state: PathBuf,
}
