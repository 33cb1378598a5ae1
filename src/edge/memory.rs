//! Keys kept out of the swap file, as far as the system allows. What is locked stays so until the program ends.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use zeroize::zeroize_stack;

use crate::edge::os;
use crate::ports::{LockedMemory, Memory};

/// Our own bound: well below the 8 MiB that systems grant by default, and room for thousands of keys.
const MOST_BYTES: usize = 1024 * 1024;

/// How much of the stack is wiped: more than unlocking was measured to use.
const SCRUBBED: usize = 256 * 1024;

/// Locked pages, each counted once.
#[derive(Debug, Default)]
pub struct SystemMemory {
    pages: Mutex<Pages>,
}

#[derive(Debug, Default)]
struct Pages {
    locked: BTreeSet<usize>,
    /// Pages that the system refused, or that went past our bound: no more of them than could be locked.
    refused: BTreeSet<usize>,
}

impl SystemMemory {
    /// Nothing locked yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Memory for SystemMemory {
    fn lock(&self, region: &[u8]) {
        let size = os::page_size();
        let most = MOST_BYTES / size;
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        for page in pages_of(region, size) {
            if pages.locked.contains(&page) {
                continue;
            }
            if pages.locked.len() < most && os::lock_page(page, size) {
                pages.locked.insert(page);
            } else if pages.refused.len() < most {
                pages.refused.insert(page);
            }
        }
    }

    fn locked(&self) -> LockedMemory {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let count = |pages: usize| u64::try_from(pages).unwrap_or(u64::MAX);
        LockedMemory {
            bytes: count(pages.locked.len().saturating_mul(os::page_size())),
            limit: os::lockable_bytes(),
            refused: count(pages.refused.len()),
        }
    }

    fn give_back(&self) {
        os::give_back_free_pages();
    }

    #[inline(never)]
    fn scrub_stack(&self) {
        zeroize_stack::<SCRUBBED>();
    }
}

/// The addresses of the pages that a region touches; none for an empty one.
fn pages_of(region: &[u8], size: usize) -> impl Iterator<Item = usize> {
    let first = region.as_ptr().addr() & !(size - 1);
    let end = region.as_ptr().addr() + region.len();
    (first..end).step_by(size).take(if region.is_empty() { 0 } else { usize::MAX })
}

#[cfg(test)]
mod tests {
    use super::{SystemMemory, pages_of};
    use crate::ports::Memory;

    #[test]
    fn a_region_touches_every_page_from_its_first_byte_to_its_last() {
        let bytes = vec![0_u8; 3 * 4096];
        let start = bytes.as_ptr().addr().next_multiple_of(4096) - bytes.as_ptr().addr();
        assert_eq!(pages_of(&bytes[start..start + 4096], 4096).count(), 1);
        assert_eq!(pages_of(&bytes[start..=start + 4096], 4096).count(), 2);
        assert_eq!(pages_of(&bytes[start + 4095..start + 4097], 4096).count(), 2);
        assert_eq!(pages_of(&bytes[start..start], 4096).count(), 0);
    }

    #[test]
    fn a_page_is_counted_once_however_many_keys_lie_on_it() {
        let memory = SystemMemory::new();
        let keys = Box::new([0_u8; 64]);
        for key in keys.chunks(16) {
            memory.lock(key);
        }
        let locked = memory.locked();
        assert!(locked.bytes + locked.refused > 0, "{locked:?}");
        assert!(locked.bytes <= 2 * 4096 && locked.refused <= 8, "{locked:?}");
    }
}
