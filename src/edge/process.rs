//! What is asked of the system before anything secret is read. What it refuses is told to the doctor and stops nothing.

use crate::edge::os;
use crate::ports::{Guard, GuardKind, GuardState};
use crate::text::{Explain, Text};

/// Guards the process: no core dumps, no looking into its memory, new files for their owner only, nothing of ours
/// for programs that are started from here.
///
/// # Errors
/// [`BorrowedRights`] when the program was given another person's rights: it then does nothing at all.
pub fn guard_process() -> Result<Vec<Guard>, BorrowedRights> {
    if os::has_borrowed_rights() {
        return Err(BorrowedRights);
    }
    os::outlive_file_limits();
    Ok(vec![
        Guard { kind: GuardKind::FileMode, state: os::hide_new_files() },
        Guard { kind: GuardKind::Descriptors, state: os::keep_descriptors() },
        Guard { kind: GuardKind::CoreDumps, state: os::forbid_core_dumps() },
        Guard { kind: GuardKind::Dumpable, state: os::forbid_looking_in() },
        Guard { kind: GuardKind::NewPrivileges, state: os::forbid_new_rights() },
    ])
}

/// Whether nobody can see what is written to standard output: it was closed, or leads to the null device.
#[must_use]
pub fn results_are_lost() -> bool {
    os::is_nobodys(std::io::stdout())
}

/// The program runs with another person's rights (set-user-id or set-group-id).
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("runs with another person's rights")]
pub struct BorrowedRights;

impl Explain for BorrowedRights {
    fn what(&self) -> Text {
        Text::new("err-borrowed-rights")
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-borrowed-rights"))
    }
}

/// Whether a request was granted.
pub(in crate::edge) fn state_of<T, E>(answer: Result<T, E>) -> GuardState {
    if answer.is_ok() { GuardState::Holds } else { GuardState::Refused }
}
