//! Signals as values over a channel, from a thread of their own.

use std::sync::mpsc::Receiver;

use crate::edge::os;
use crate::ports::{Process, Signal};

/// This process.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemProcess;

impl SystemProcess {
    /// Nothing is watched yet.
    #[must_use]
    pub fn new() -> Self {
        Self
    }
}

impl Process for SystemProcess {
    fn watch_signals(&self) -> Option<Receiver<Signal>> {
        os::watch_signals()
    }

    fn suspend(&self) {
        os::suspend();
    }

    fn give_back_in_a_crash(&self, farewell: &'static [u8]) {
        #[cfg(target_os = "linux")]
        os::give_back_in_a_crash(farewell);
        #[cfg(not(target_os = "linux"))]
        let _ = farewell;
    }

    fn end_by(&self, signal: Signal) {
        os::end_by(signal);
    }
}
