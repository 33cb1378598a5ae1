//! Vaults for the tests: cheap key derivation, chance that repeats.

use std::sync::atomic::{AtomicU64, Ordering};

use pulih::chance::{Entropy, NoEntropy};
use pulih::moment::Moment;
use pulih::secret::Passphrase;
use pulih::vault::{KdfParams, OpenError, OpenVault, Opener, SealedVault};

pub const NOW: Moment = Moment::from_unix(1_700_000_000);

/// Chance that repeats: splitmix64 over a counter.
pub struct Chance(AtomicU64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Entropy for Chance {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        for chunk in bytes.chunks_mut(8) {
            let mut word = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            word ^= word >> 31;
            chunk.copy_from_slice(&word.to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

pub fn passphrase(text: &str) -> Passphrase {
    Passphrase::parse(text).unwrap()
}

pub fn vault(chance: &Chance) -> OpenVault {
    OpenVault::create(&passphrase("correct horse"), KdfParams::LEAST, NOW, chance).unwrap()
}

pub fn open(bytes: &[u8], opener: &Opener<'_>) -> Result<OpenVault, OpenError> {
    SealedVault::parse(bytes.to_vec()).unwrap().open(opener).map_err(|(_, error)| error)
}

pub fn open_with(bytes: &[u8], text: &str) -> Result<OpenVault, OpenError> {
    open(bytes, &Opener::Passphrase(&passphrase(text)))
}
