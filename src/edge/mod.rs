//! The real world behind one wall: the ports, implemented. What is done with them is for `ops`.
//!
//! Only `main` and integration tests import this room.
#![expect(clippy::disallowed_methods, reason = "this is the wall: disk, clock and environment are touched here only")]

mod clock;
mod console;
mod entropy;
mod files;
mod memory;
mod os;
mod paths;
mod process;
mod signals;
mod surroundings;

use std::sync::Arc;

pub use clock::SystemClock;
pub use console::Terminal;
pub use entropy::SystemEntropy;
pub use files::SystemFiles;
pub use memory::SystemMemory;
pub use paths::{NoHome, Places};
pub use process::guard_process;
pub use signals::SystemProcess;
pub use surroundings::read_surroundings;

use crate::ports::{Absent, Guard, Surroundings, World};

/// The world as it is. `guards` is what [`guard_process`] answered at the start.
#[must_use]
pub fn world(at: &Places, surroundings: Surroundings, guards: Vec<Guard>) -> World {
    World {
        clipboard: Arc::new(Absent),
        clock: Arc::new(SystemClock::new()),
        console: Arc::new(Terminal::new(surroundings.askpass.clone())),
        entropy: Arc::new(SystemEntropy),
        files: Arc::new(SystemFiles),
        guards: guards.into(),
        key_store: Arc::new(Absent),
        memory: Arc::new(SystemMemory::new()),
        process: Arc::new(SystemProcess::new()),
        scanner: Arc::new(Absent),
        surroundings: Arc::new(surroundings),
        state: at.state.clone(),
        vault: at.vault.clone(),
    }
}
