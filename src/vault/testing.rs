//! Chance for tests: bytes that count up, so that no two draws are alike and every run is.

use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use crate::chance::{Entropy, NoEntropy};

/// Random-looking bytes from a seed and a counter.
pub struct Counting {
    seed: u8,
    drawn: AtomicU64,
}

impl Counting {
    /// From seed 0.
    pub fn new() -> Self {
        Self::from(0)
    }

    /// From a seed.
    pub fn from(seed: u8) -> Self {
        Self { seed, drawn: AtomicU64::new(0) }
    }
}

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        for chunk in bytes.chunks_mut(32) {
            let count = self.drawn.fetch_add(1, Ordering::Relaxed);
            let block = Sha256::digest([&[self.seed], count.to_le_bytes().as_slice()].concat());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
        Ok(())
    }
}
