//! The real world behind one wall: the ports, implemented. What is done with them is for `ops`.
//!
//! Only `main` and integration tests import this room.
#![expect(clippy::disallowed_methods, reason = "this is the wall: disk, clock and environment are touched here only")]

mod browser;
mod clipboard;
mod clock;
mod console;
mod entropy;
mod files;
#[cfg(feature = "keystore")]
mod key_store;
mod memory;
#[cfg(feature = "remote")]
pub mod net;
mod os;
mod paths;
mod places;
mod process;
#[cfg(feature = "remote")]
mod provider;
#[cfg(feature = "qr")]
mod scanner;
mod seat;
mod session;
mod signals;
mod surroundings;
#[cfg(feature = "remote")]
mod time_server;

use std::sync::Arc;

pub use browser::SystemBrowser;
pub use clipboard::PersonsClipboard;
pub use clock::SystemClock;
pub use console::Terminal;
pub use entropy::SystemEntropy;
pub use files::{SystemFiles, others_may_write};
#[cfg(feature = "keystore")]
pub use key_store::SystemKeyStore;
pub use memory::SystemMemory;
pub use paths::{NoHome, Places};
pub use places::{FolderPlace, ReachablePlaces};
#[cfg(feature = "remote")]
pub use places::{Patience, ServerPlace};
pub use process::{BorrowedRights, guard_process, results_are_lost};
#[cfg(feature = "remote")]
pub use provider::{Pause, SystemProvider};
#[cfg(feature = "qr")]
pub use scanner::SystemScanner;
pub use seat::SystemSeat;
pub use signals::SystemProcess;
pub use surroundings::read_surroundings;
#[cfg(feature = "remote")]
pub use time_server::HttpTime;

#[cfg(not(all(feature = "keystore", feature = "qr", feature = "remote")))]
use crate::ports::Absent;
use crate::ports::{Clock, Guard, KeyStore, Provider, Scanner, Surroundings, TimeServers, World};

/// The world as it is. `guards` is what [`guard_process`] answered at the start.
#[must_use]
pub fn world(at: &Places, surroundings: Surroundings, guards: Vec<Guard>) -> World {
    let clock = Arc::new(SystemClock::new());
    World {
        browser: Arc::new(SystemBrowser::new(&surroundings)),
        clipboard: Arc::new(PersonsClipboard::new(&surroundings)),
        clock: clock.clone(),
        console: Arc::new(Terminal::new(surroundings.askpass.clone())),
        entropy: Arc::new(SystemEntropy),
        files: Arc::new(SystemFiles),
        guards: guards.into(),
        key_store: key_store(),
        memory: Arc::new(SystemMemory::new()),
        places: Arc::new(ReachablePlaces::new(Arc::new(SystemFiles), clock.clone())),
        process: Arc::new(SystemProcess::new()),
        provider: provider(clock.clone()),
        scanner: scanner(&surroundings),
        seat: Arc::new(SystemSeat::new()),
        time: time(clock),
        surroundings: Arc::new(surroundings),
        state: at.state.clone(),
        vault: at.vault.clone(),
    }
}

#[cfg(feature = "keystore")]
fn key_store() -> Arc<dyn KeyStore> {
    Arc::new(SystemKeyStore::new())
}

#[cfg(not(feature = "keystore"))]
fn key_store() -> Arc<dyn KeyStore> {
    Arc::new(Absent)
}

#[cfg(feature = "remote")]
fn provider(clock: Arc<dyn Clock>) -> Arc<dyn Provider> {
    Arc::new(SystemProvider::new(clock, Arc::new(SystemEntropy)))
}

#[cfg(not(feature = "remote"))]
fn provider(_clock: Arc<dyn Clock>) -> Arc<dyn Provider> {
    Arc::new(Absent)
}

#[cfg(feature = "remote")]
fn time(clock: Arc<dyn Clock>) -> Arc<dyn TimeServers> {
    Arc::new(HttpTime::new(clock))
}

#[cfg(not(feature = "remote"))]
fn time(_clock: Arc<dyn Clock>) -> Arc<dyn TimeServers> {
    Arc::new(Absent)
}

#[cfg(feature = "qr")]
fn scanner(around: &Surroundings) -> Arc<dyn Scanner> {
    Arc::new(SystemScanner::new(around))
}

#[cfg(not(feature = "qr"))]
fn scanner(_around: &Surroundings) -> Arc<dyn Scanner> {
    Arc::new(Absent)
}
