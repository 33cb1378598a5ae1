//! Pages of memory kept out of the swap file and out of crash dumps.
#![expect(unsafe_code, reason = "the calls take addresses; each is of pages that hold a live slice")]

use std::ffi::c_void;

use rustix::mm::mlock;

/// Locks one page. Whether the system agreed.
pub(in crate::edge) fn lock_page(address: usize, size: usize) -> bool {
    let page = std::ptr::without_provenance_mut::<c_void>(address);
    // SAFETY: locking neither reads nor changes what lies there, and the kernel refuses what is not mapped.
    let is_locked = unsafe { mlock(page, size) }.is_ok();
    keep_from_dumps(page, size);
    is_locked
}

/// Leaves the page out of core dumps, where the system knows that. A refusal costs nothing: dumps are off anyway.
fn keep_from_dumps(page: *mut c_void, size: usize) {
    #[cfg(target_os = "linux")]
    // SAFETY: the advice touches no content; it only says what a dump is to leave out.
    let _ = unsafe { rustix::mm::madvise(page, size, rustix::mm::Advice::LinuxDontDump) };
    #[cfg(not(target_os = "linux"))]
    let _ = (page, size);
}
