//! Linux: a terminal that is given back even when the process crashes.
#![expect(unsafe_code, reason = "a signal handler is a matter between C and the kernel")]

use std::mem::MaybeUninit;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

use libc::{
    SIGABRT, SIGALRM, SIGBUS, SIGFPE, SIGILL, SIGPROF, SIGSEGV, SIGSYS, SIGTRAP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU,
    SIGXFSZ, c_int, termios,
};

/// The signals that end a process and that nobody here takes as values: its own mistakes, and what others rarely send.
const CRASHES: [c_int; 14] = [
    SIGABRT, SIGALRM, SIGBUS, SIGFPE, SIGILL, SIGPROF, SIGSEGV, SIGSYS, SIGTRAP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU,
    SIGXFSZ,
];

/// What is written and set by the handler. Made once, never changed and never freed, so that a handler may look at it
/// at any moment.
struct Before {
    farewell: &'static [u8],
    modes: termios,
}

static BEFORE: AtomicPtr<Before> = AtomicPtr::new(null_mut());

/// Remembers the modes of the terminal as they are now. From now on a crash sets them again and writes `farewell`, and
/// then ends the process as it would have ended it anyway.
pub(in crate::edge) fn give_back_in_a_crash(farewell: &'static [u8]) {
    let mut modes = MaybeUninit::<termios>::uninit();
    // SAFETY: tcgetattr(3) writes a whole termios to the place that it is given, if it answers 0.
    let modes = unsafe {
        if libc::tcgetattr(libc::STDIN_FILENO, modes.as_mut_ptr()) != 0 {
            return;
        }
        modes.assume_init()
    };
    let before = Box::into_raw(Box::new(Before { farewell, modes }));
    // What was remembered before stays where it is: a handler on another thread may be looking at it.
    BEFORE.store(before, Ordering::Release);
    CRASHES.into_iter().for_each(install);
}

fn install(signal: c_int) {
    // SAFETY: an all-zero sigaction is a valid one without flags; the handler has the form that C expects of a handler
    // without SA_SIGINFO, and calls only what may be called in one. The standard library has given each thread a stack
    // of its own for handlers (SA_ONSTACK), so this also works when the ordinary stack is used up.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = crashed as extern "C" fn(c_int) as libc::sighandler_t;
        // The second time the signal does what it does by itself.
        action.sa_flags = libc::SA_ONSTACK | libc::SA_RESETHAND | libc::SA_NODEFER;
        libc::sigaction(signal, &raw const action, null_mut());
    }
}

/// The handler. Nothing here allocates, locks or prints: write(2), tcsetattr(3) and raise(3) are safe in one (POSIX 2.4.3).
extern "C" fn crashed(signal: c_int) {
    let before = BEFORE.load(Ordering::Acquire);
    // SAFETY: the pointer is null or leads to what was leaked on purpose and is never changed.
    if let Some(before) = unsafe { before.as_ref() } {
        // SAFETY: the addresses and lengths are those of a living slice and a living termios.
        unsafe {
            libc::write(libc::STDOUT_FILENO, before.farewell.as_ptr().cast(), before.farewell.len());
            libc::tcsetattr(libc::STDIN_FILENO, libc::TCSANOW, &raw const before.modes);
        }
    }
    // SAFETY: raise(3) takes a number; the handler is no longer installed, so this ends the process.
    unsafe {
        libc::raise(signal);
    }
}
