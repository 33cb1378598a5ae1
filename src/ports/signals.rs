//! This process among others: signals as values, stopping for a while, ending by a signal.

use std::sync::mpsc::Receiver;

/// This process among others.
pub trait Process: Send + Sync {
    /// From now on these signals come as values, and no longer end or stop the program by themselves.
    /// Each receiver gets each of them. `None` where the system has no signals.
    fn watch_signals(&self) -> Option<Receiver<Signal>>;

    /// Stops the whole process, as the shell's Ctrl-Z does, and comes back when it is told to go on.
    fn suspend(&self);

    /// From now on a crash of the process (a fault, an abort) first gives the terminal the modes that it has now and
    /// writes `farewell` to it. Asked before the terminal is taken over. Does nothing where the system has no way.
    fn give_back_in_a_crash(&self, farewell: &'static [u8]);

    /// Ends this process the way an uncaught signal does, so that whoever started it can tell. Nothing is dropped.
    fn end_by(&self, signal: Signal);
}

/// The signals that make a difference to a program on a terminal.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Signal {
    /// SIGCONT: the process goes on after it was stopped.
    Continue,
    /// SIGHUP: the terminal is gone.
    HangUp,
    /// SIGINT.
    Interrupt,
    /// SIGQUIT.
    Quit,
    /// SIGWINCH: the terminal has another size.
    Resize,
    /// SIGTSTP: the person wants the shell back for a while.
    Suspend,
    /// SIGTERM.
    Terminate,
}

impl Signal {
    /// The number that Linux gives it; an exit code of 128 and this is how a shell tells of a program that it ended.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Continue => 18,
            Self::HangUp => 1,
            Self::Interrupt => 2,
            Self::Quit => 3,
            Self::Resize => 28,
            Self::Suspend => 20,
            Self::Terminate => 15,
        }
    }
}
