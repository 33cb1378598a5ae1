//! Systems that are no Unix, in what the standard library offers.

use std::fs::{DirBuilder, File, Metadata, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::Ownership;
use crate::ports::{GuardState, Signal, Typing};

/// Opens for reading.
pub(in crate::edge) fn open_for_reading(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// Opens a lock file, making it where there is none.
pub(in crate::edge) fn open_lock(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

/// A person's own folders on Windows are theirs alone already; new files take that over.
pub(in crate::edge) fn for_owner_only(_how: &mut OpenOptions) {}

/// Makes folders.
pub(in crate::edge) fn folder_builder() -> DirBuilder {
    DirBuilder::new()
}

/// Not told here.
pub(in crate::edge) const fn room(_path: &Path) -> Option<u64> {
    None
}

/// Windows has no call for this; NTFS keeps names in its journal.
pub(in crate::edge) fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Not here: the caller links and removes instead.
pub(in crate::edge) fn rename_without_replacing(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The standard library tells nothing of owners here.
pub(in crate::edge) fn ownership(_facts: &Metadata) -> Ownership {
    Ownership { is_ours: true, is_open_to_others: false, others_may_replace: false, links: 1 }
}

/// Links are followed here.
pub(in crate::edge) fn is_link_refusal(_error: &io::Error) -> bool {
    false
}

/// No rights are borrowed by files here.
pub(in crate::edge) fn has_borrowed_rights() -> bool {
    false
}

/// See [`for_owner_only`].
pub(in crate::edge) fn hide_new_files() -> GuardState {
    GuardState::NotHere
}

/// The standard library passes on nothing here but the three streams.
pub(in crate::edge) fn keep_descriptors() -> GuardState {
    GuardState::Holds
}

/// Not asked for here yet.
pub(in crate::edge) fn forbid_core_dumps() -> GuardState {
    GuardState::NotHere
}

/// Not asked for here yet.
pub(in crate::edge) fn forbid_looking_in() -> GuardState {
    GuardState::NotHere
}

/// Not asked for here yet.
pub(in crate::edge) fn forbid_new_rights() -> GuardState {
    GuardState::NotHere
}

/// Unknown.
pub(in crate::edge) fn lockable_bytes() -> Option<u64> {
    None
}

/// What Windows uses on every computer it runs on.
pub(in crate::edge) fn page_size() -> usize {
    4096
}

/// Not asked for here yet; the allocator keeps what is free.
pub(in crate::edge) fn give_back_free_pages() {}

/// Not asked for here yet; keys are wiped all the same.
pub(in crate::edge) fn lock_page(_address: usize, _size: usize) -> bool {
    false
}

/// No signals here.
pub(in crate::edge) fn watch_signals() -> Option<Receiver<Signal>> {
    None
}

/// The reader of the screen library is used here.
pub(in crate::edge) fn typed(_bytes: &mut [u8], _wait: Option<Duration>) -> Typing {
    Typing::Ended
}

/// Not known here.
pub(in crate::edge) fn slept() -> Duration {
    Duration::ZERO
}

/// Not told here; a moved clock is seen at the next look at it.
pub(in crate::edge) fn watch_clock(_tell: impl FnMut() -> bool) {}

/// Such a limit is an error here.
pub(in crate::edge) fn outlive_file_limits() {}

/// Nothing stops a process here.
pub(in crate::edge) fn suspend() {}

/// Nothing ends a process by a signal here.
pub(in crate::edge) fn end_by(_signal: Signal) {}

/// The console that a program was started from.
pub(in crate::edge) const TERMINAL: &str = "CON";

/// Not here yet: keys cannot be read unseen, and so no secret is asked for.
pub(in crate::edge) struct Unseen;

impl Unseen {
    /// # Errors
    /// Always.
    pub(in crate::edge) fn start(_terminal: &File) -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Not known here.
pub(in crate::edge) fn is_nobodys(_stream: impl Sized) -> bool {
    false
}

/// Not known here.
pub(in crate::edge) fn others_may_write(_facts: &Metadata) -> bool {
    false
}

/// Descriptors by number are a matter of Unix.
pub(in crate::edge) fn read_byte(_descriptor: i32, _byte: &mut [u8; 1]) -> io::Result<Option<()>> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(in crate::edge) fn read_some(_descriptor: i32, _bytes: &mut [u8]) -> io::Result<usize> {
    Err(io::ErrorKind::Unsupported.into())
}
