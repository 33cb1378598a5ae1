//! The person's place at the computer: what is typed there, and the signs that nobody sits there any more.

use std::fmt;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::ports::GuardState;

/// The person's place at the computer.
pub trait Seat: Send + Sync {
    /// Waits for what is typed at the terminal, at most for `wait`, and writes it into `bytes`. The bytes go nowhere
    /// else, so whoever wipes `bytes` has wiped them.
    fn typed(&self, bytes: &mut [u8], wait: Option<Duration>) -> Typing;

    /// From now on the signs of absence that this computer gives come as values. A computer that gives none is silent.
    fn watch_absence(&self) -> Receiver<Absence>;

    /// Whether the computer tells when it goes to sleep and when its session is locked. Asks it, which may take a moment.
    fn tells_of_absence(&self) -> GuardState;
}

/// What came of waiting for something typed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Typing {
    /// So many bytes came.
    Came(usize),
    /// The terminal is gone; nothing more will come.
    Ended,
    /// Nothing came in the time given.
    Nothing,
}

/// A sign that perhaps nobody sits at the computer any more.
#[derive(Debug)]
pub enum Absence {
    /// The computer is about to sleep, and waits a little while this is held.
    AboutToSleep(Hold),
    /// The wall clock was set, or the computer has just woken up. A look at the clocks tells which.
    ClockMoved,
    /// The computer has slept.
    HasSlept,
    /// The session of the desktop was locked.
    SessionLocked,
}

/// What the computer waits for before it sleeps. Dropping it lets it sleep.
pub struct Hold(#[expect(dead_code, reason = "it is held, and never looked at")] Box<dyn Send>);

impl Hold {
    /// Holds the computer back for as long as `what` lives.
    #[must_use]
    pub fn new(what: impl Send + 'static) -> Self {
        Self(Box::new(what))
    }
}

impl fmt::Debug for Hold {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Hold")
    }
}
