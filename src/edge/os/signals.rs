//! Unix: signals.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use rustix::process::{getpid, kill_process};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::ports::Signal;

/// The signals that are watched, as numbers and as values.
const WATCHED: [(i32, Signal); 7] = [
    (SIGCONT, Signal::Continue),
    (SIGHUP, Signal::HangUp),
    (SIGINT, Signal::Interrupt),
    (SIGQUIT, Signal::Quit),
    (SIGTERM, Signal::Terminate),
    (SIGTSTP, Signal::Suspend),
    (SIGWINCH, Signal::Resize),
];

/// Whether somebody takes signals as values: then nobody else may end the program by them.
static IS_WATCHED: AtomicBool = AtomicBool::new(false);

/// Whether [`watch_signals`] was called.
pub(super) fn is_watched() -> bool {
    IS_WATCHED.load(Ordering::SeqCst)
}

/// Starts to watch. The thread ends when the receiver is gone and one more signal comes.
pub(in crate::edge) fn watch_signals() -> Option<Receiver<Signal>> {
    let mut signals = Signals::new(WATCHED.map(|(number, _)| number)).ok()?;
    IS_WATCHED.store(true, Ordering::SeqCst);
    let (send, receive) = channel();
    let watch = move || {
        for number in signals.forever() {
            let Some((_, signal)) = WATCHED.iter().find(|(watched, _)| *watched == number) else { continue };
            if send.send(*signal).is_err() {
                break;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(watch).ok()?;
    Some(receive)
}

/// A file that grows beyond what the system allows (`ulimit -f`) is then an error that can be told, and not the end of
/// the program in the middle of writing. Programs that are started from here have it as it was.
pub(in crate::edge) fn outlive_file_limits() {
    // Where it is refused the program ends there as others do, with the vault as it was.
    drop(signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))));
}

/// Stops the whole process. `SIGSTOP` and not `SIGTSTP`, which is watched and would only come back as a value.
pub(in crate::edge) fn suspend() {
    // It cannot be refused: a process may always signal itself.
    let _ = kill_process(getpid(), rustix::process::Signal::STOP);
}

/// Ends the process as the signal would have ended it unwatched.
pub(in crate::edge) fn end_by(signal: Signal) {
    let number = WATCHED.iter().find(|(_, watched)| *watched == signal).map(|(number, _)| *number);
    if let Some(number) = number {
        drop(emulate_default_handler(number));
    }
}
