//! Signals of the system, as values: what wants the program to end, to stop for a while, or to go on.

/// Signals of the system, as values: what wants the program to end, to stop for a while, or to go on.
pub trait Signals: Send {
    /// Waits for the next one. `None`: no more will come.
    fn wait(&mut self) -> Option<Signal>;

    /// Something that stops the process, to be used while another thread waits here.
    fn stopper(&self) -> Box<dyn Stopper>;
}

/// Stops the process as the shell's Ctrl-Z does.
pub trait Stopper: Send {
    /// Stops the whole process; returns when it is told to go on.
    fn stop(&self);
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
    /// SIGTSTP: the person wants the shell back for a while.
    Suspend,
    /// SIGTERM.
    Terminate,
}

impl Signal {
    /// The number that POSIX gives it, where it ends a program: exit codes are 128 and this.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Continue => 18,
            Self::HangUp => 1,
            Self::Interrupt => 2,
            Self::Quit => 3,
            Self::Suspend => 20,
            Self::Terminate => 15,
        }
    }
}
