//! The program's allocator: the system's, with every block overwritten before it is given back.
//!
//! Keys, passphrases and codes have types that wipe themselves. What is made on the way has not: a sentence with a name in it,
//! a drawn line, a list that grew and left its old half behind, a buffer inside a library. All of them pass through here.
#![expect(unsafe_code, reason = "an allocator is unsafe by its contract; each call hands that contract on")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::ptr;

use zeroize::optimization_barrier;

/// Where every block of the program comes from; of the benchmarks too, so that they tell what it costs.
#[global_allocator]
static MEMORY: Wiping<System> = Wiping(System);

/// From this size on a block is asked for in large pages: what opens a hundred thousand accounts then takes a third less time,
/// because the system hands memory out two megabytes at a time and not four kilobytes.
const LARGE: usize = 4 * 1024 * 1024;

/// An allocator that leaves nothing in what it hands back to the one below.
struct Wiping<A>(A);

// SAFETY: blocks come from the allocator below and go back to it with the layout they came with; between the two only their
// own bytes are written.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Wiping<A> {
    // SAFETY: the caller's promise, handed on.
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the same.
        let block = unsafe { self.0.alloc(layout) };
        in_large_pages(block, layout.size());
        block
    }

    // SAFETY: the caller's promise, handed on.
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the same.
        let block = unsafe { self.0.alloc_zeroed(layout) };
        in_large_pages(block, layout.size());
        block
    }

    // SAFETY: the block is live, of that size, and nobody's once the caller has handed it in.
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the same.
        unsafe {
            wipe(block, layout.size());
            self.0.dealloc(block, layout);
        }
    }

    /// Always by moving. Only the allocator below knows whether it could grow a block in place, and when it moves one it
    /// leaves the old bytes behind.
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller promises a size that is not zero and that fits; both blocks are as large as what is copied.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                ptr::copy_nonoverlapping(block, moved, layout.size().min(size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}

/// Asks for large pages under a large block. A system that has none, or a caller who got no block, changes nothing.
fn in_large_pages(block: *mut u8, size: usize) {
    if size >= LARGE && !block.is_null() {
        advise_large_pages(block, size);
    }
}

#[cfg(target_os = "linux")]
#[cold]
fn advise_large_pages(block: *mut u8, size: usize) {
    let page = rustix::param::page_size();
    let begin = block.map_addr(|address| address.next_multiple_of(page));
    let pages = (block.addr() + size - begin.addr()) / page * page;
    // SAFETY: the advice touches no content, and these are pages that the block fills.
    let _ = unsafe { rustix::mm::madvise(begin.cast(), pages, rustix::mm::Advice::LinuxHugepage) };
}

#[cfg(not(target_os = "linux"))]
fn advise_large_pages(_: *mut u8, _: usize) {}

/// Overwrites the block in a way that the compiler may not leave out although nobody reads it again.
///
/// # Safety
///
/// The block is live, at least that large, and nobody else looks at it.
unsafe fn wipe(block: *mut u8, size: usize) {
    // SAFETY: the caller's promise; once written, all of it may be read.
    unsafe {
        ptr::write_bytes(block, 0, size);
        optimization_barrier(std::slice::from_raw_parts(block, size));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Counts what it gets back, and how much of it still tells something.
    #[derive(Default)]
    struct Watching {
        returned: AtomicUsize,
        telling: AtomicUsize,
    }

    // SAFETY: the system's allocator does the work; a block is read while it is still live.
    unsafe impl GlobalAlloc for Watching {
        // SAFETY: the caller's promise, handed on.
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            // SAFETY: the same.
            unsafe { System.alloc(layout) }
        }

        // SAFETY: the caller's promise, handed on.
        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            // SAFETY: live until the next line, and written by the test or by wiping.
            let left = unsafe { std::slice::from_raw_parts(block, layout.size()) };
            self.returned.fetch_add(left.len(), Ordering::Relaxed);
            self.telling.fetch_add(left.iter().filter(|byte| **byte != 0).count(), Ordering::Relaxed);
            // SAFETY: the same.
            unsafe { System.dealloc(block, layout) }
        }
    }

    #[test]
    fn what_goes_back_tells_nothing() {
        let memory = Wiping(Watching::default());
        let layout = Layout::array::<u8>(100).unwrap();
        // SAFETY: a block of that layout, written as far as it is long, moved twice, and handed in once.
        unsafe {
            let block = memory.alloc(layout);
            ptr::write_bytes(block, 0xA7, 100);
            let block = memory.realloc(block, layout, 300);
            let kept = std::slice::from_raw_parts(block, 100).to_vec();
            assert_eq!(kept, [0xA7; 100], "moved whole");
            ptr::write_bytes(block, 0xA7, 300);
            let block = memory.realloc(block, Layout::array::<u8>(300).unwrap(), 40);
            memory.dealloc(block, Layout::array::<u8>(40).unwrap());
        }
        assert_eq!(memory.0.returned.load(Ordering::Relaxed), 440, "all three blocks");
        assert_eq!(memory.0.telling.load(Ordering::Relaxed), 0);
    }

    /// Where the system has large pages at all it has been asked for them, and the edges of the block are left alone.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_large_block_is_asked_for_in_large_pages() {
        let is_asked = |block: &[u8]| {
            let maps = std::fs::read_to_string("/proc/self/smaps").unwrap();
            let middle = block.as_ptr().addr() + block.len() / 2;
            let holds = |line: &str| {
                let (begin, end) = line.split_once(' ')?.0.split_once('-')?;
                let bound = |text| usize::from_str_radix(text, 16).ok();
                Some((bound(begin)?..bound(end)?).contains(&middle))
            };
            let mut of_block = maps.lines().skip_while(|line| holds(line) != Some(true));
            let flags = of_block.find(|line| line.starts_with("VmFlags:")).unwrap();
            flags.split(' ').any(|flag| flag == "hg")
        };
        let (large, small) = (vec![0xA7; 2 * LARGE + 77], vec![0xA7; LARGE - 1]);
        assert!(large.iter().all(|byte| *byte == 0xA7));
        assert_eq!(is_asked(&large), std::path::Path::new("/sys/kernel/mm/transparent_hugepage").exists());
        assert!(!is_asked(&small));
    }
}
