//! A terminal that does not show what is typed, for as long as a value lives.

use std::fs::File;
use std::io;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::signals::is_watched;

/// The terminal that a process was started from.
pub(in crate::edge) const TERMINAL: &str = "/dev/tty";

/// While this lives, keys come byte by byte and are not shown; Ctrl-C comes as a byte too. Dropping it gives the
/// terminal back, and so does a signal that ends the program.
pub(in crate::edge) struct Unseen;

/// The terminal that has to be given back, and how it was. One question is asked at a time.
static BORROWED: Mutex<Option<(File, Termios)>> = Mutex::new(None);

impl Unseen {
    /// # Errors
    /// When the file is no terminal.
    pub(in crate::edge) fn start(terminal: &File) -> io::Result<Self> {
        let before = tcgetattr(terminal)?;
        let mut during = before.clone();
        during.local_modes -= LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG;
        during.special_codes[SpecialCodeIndex::VMIN] = 1;
        during.special_codes[SpecialCodeIndex::VTIME] = 0;
        give_back_on_signals()?;
        *borrowed() = Some((terminal.try_clone()?, before));
        let unseen = Self;
        // Now, and what was typed ahead stays: a person who is faster than the question is not asked twice.
        tcsetattr(terminal, OptionalActions::Now, &during)?;
        Ok(unseen)
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        give_back(&mut borrowed());
    }
}

fn borrowed() -> MutexGuard<'static, Option<(File, Termios)>> {
    BORROWED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether there was something to give back.
fn give_back(borrowed: &mut Option<(File, Termios)>) -> bool {
    let Some((terminal, before)) = borrowed.take() else { return false };
    // There is nobody to tell if it does not work: the terminal is gone then.
    let _ = tcsetattr(&terminal, OptionalActions::Now, &before);
    true
}

/// From the first question on, signals that end the program end it after the terminal was given back. The thread stays:
/// once a signal is watched, the system no longer ends the program by it. What comes after the questions is left to
/// whoever takes signals as values, if somebody does.
fn give_back_on_signals() -> io::Result<()> {
    static STARTED: Once = Once::new();
    let mut started = Ok(());
    STARTED.call_once(|| {
        started = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM]).map(|mut signals| {
            std::thread::spawn(move || {
                for signal in &mut signals {
                    if give_back(&mut borrowed()) || !is_watched() {
                        let _ = emulate_default_handler(signal);
                    }
                }
            });
        });
    });
    started
}
