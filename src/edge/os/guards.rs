//! Unix: the process itself.

use rustix::process::{Resource, Rlimit, getegid, geteuid, getgid, getrlimit, getuid, setrlimit, umask};

use crate::edge::process::state_of;
use crate::ports::GuardState;

/// Whether the program was started with another person's rights.
pub(in crate::edge) fn has_borrowed_rights() -> bool {
    getuid() != geteuid() || getgid() != getegid()
}

/// The number of the person that the program runs for.
#[cfg(all(target_os = "linux", feature = "session"))]
pub(in crate::edge) fn person() -> u32 {
    getuid().as_raw()
}

/// `umask 077`.
pub(in crate::edge) fn hide_new_files() -> GuardState {
    umask(rustix::fs::Mode::from_bits_retain(0o077));
    GuardState::Holds
}

/// Close-on-exec for all descriptors but the three streams: whoever started us may have left theirs open, and those of
/// `--passphrase-fd` and its kind are no matter of an askpass or clipboard program. Here they stay open.
pub(in crate::edge) fn keep_descriptors() -> GuardState {
    #[cfg(target_os = "linux")]
    {
        let (first, last, how) = (3_u32, u32::MAX, libc::CLOSE_RANGE_CLOEXEC);
        #[expect(unsafe_code, reason = "a call of C with three numbers; rustix has none that only marks descriptors")]
        // SAFETY: with this flag close_range(2) closes nothing and touches no memory.
        let answer = unsafe { libc::syscall(libc::SYS_close_range, first, last, how) };
        if answer == 0 { GuardState::Holds } else { GuardState::Refused }
    }
    #[cfg(not(target_os = "linux"))]
    GuardState::NotHere
}

/// `RLIMIT_CORE` 0, also for what is started from here.
pub(in crate::edge) fn forbid_core_dumps() -> GuardState {
    state_of(setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }))
}

/// `PR_SET_DUMPABLE` 0: no debugger, and `/proc/PID` belongs to root.
pub(in crate::edge) fn forbid_looking_in() -> GuardState {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        state_of(set_dumpable_behavior(DumpableBehavior::NotDumpable))
    }
    #[cfg(not(target_os = "linux"))]
    GuardState::NotHere
}

/// `PR_SET_NO_NEW_PRIVS`: programs started from here gain no rights by being started.
pub(in crate::edge) fn forbid_new_rights() -> GuardState {
    #[cfg(target_os = "linux")]
    {
        #[expect(unsafe_code, reason = "a call of C with five numbers, none of them an address")]
        // SAFETY: this option of prctl(2) reads its numbers and touches no memory.
        let answer = unsafe { libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) };
        if answer == 0 { GuardState::Holds } else { GuardState::Refused }
    }
    #[cfg(not(target_os = "linux"))]
    GuardState::NotHere
}

/// The bytes that this process may lock; `None` without a limit.
pub(in crate::edge) fn lockable_bytes() -> Option<u64> {
    getrlimit(Resource::Memlock).current
}

/// The size of a page.
pub(in crate::edge) fn page_size() -> usize {
    rustix::param::page_size()
}
