//! Pages of memory: kept out of the swap file and out of crash dumps, and given back.
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

/// Hands free pages back to the system, where the allocator keeps them for later: after opening, those are most of what it has.
pub(in crate::edge) fn give_back_free_pages() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: it frees nothing that is in use; whether anything was free does not matter.
    let _ = unsafe { libc::malloc_trim(0) };
}

/// Leaves the page out of core dumps, where the system knows that. A refusal costs nothing: dumps are off anyway.
fn keep_from_dumps(page: *mut c_void, size: usize) {
    #[cfg(target_os = "linux")]
    // SAFETY: the advice touches no content; it only says what a dump is to leave out.
    let _ = unsafe { rustix::mm::madvise(page, size, rustix::mm::Advice::LinuxDontDump) };
    #[cfg(not(target_os = "linux"))]
    let _ = (page, size);
}
