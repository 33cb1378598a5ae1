//! The person's place at this computer: its keyboard, and who tells that nobody sits there any more.

use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::edge::{os, session};
use crate::ports::{Absence, GuardState, Seat, Typing};

/// The terminal on standard input, the clocks, and the session service.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemSeat;

impl SystemSeat {
    /// Nothing is watched yet.
    #[must_use]
    pub fn new() -> Self {
        Self
    }
}

impl Seat for SystemSeat {
    fn typed(&self, bytes: &mut [u8], wait: Option<Duration>) -> Typing {
        os::typed(bytes, wait)
    }

    fn watch_absence(&self) -> Receiver<Absence> {
        let (tell, absences) = channel();
        let clock = tell.clone();
        watch("clock", move || os::watch_clock(|| clock.send(Absence::ClockMoved).is_ok()));
        watch("session", move || session::watch(&|absence| tell.send(absence).is_ok()));
        absences
    }

    fn tells_of_absence(&self) -> GuardState {
        session::answers()
    }
}

/// Watches in a thread of its own. Without one this sign is missing, like on a computer that does not give it.
fn watch(name: &str, watching: impl FnOnce() + Send + 'static) {
    let _ = thread::Builder::new().name(name.to_owned()).spawn(watching);
}
