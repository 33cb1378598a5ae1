//! Argon2id and its price: what a file may ask for, what we write, and how the price is found for a computer.

use std::time::Duration;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroize;

use crate::secret::{Key32, Passphrase};
use crate::vault::enc::enc;
use crate::vault::{OpenError, SealError};

/// Argon2id parameters (RFC 9106).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct KdfParams {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// The lowest price that is written. Reading goes lower, with a remark.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct KdfFloor(pub KdfParams);

const MIB: u32 = 1024;

impl KdfParams {
    /// Where calibration starts: 256 MiB, three passes, four lanes.
    pub const START: Self = Self { memory_kib: 256 * MIB, passes: 3, lanes: 4 };

    /// The least that a reader accepts, and what tests use: 8 MiB, one pass, one lane.
    pub const LEAST: Self = Self { memory_kib: 8 * MIB, passes: 1, lanes: 1 };

    /// The memory in MiB, rounded up.
    #[must_use]
    pub const fn memory_mib(self) -> u32 {
        self.memory_kib.div_ceil(MIB)
    }

    /// These parameters, if a vault may be written with them.
    ///
    /// # Errors
    /// [`SealError::Cost`] below the floor or outside the reader's bounds.
    pub fn at_least(self, floor: KdfFloor) -> Result<Self, SealError> {
        if floor.allows(self) && self.check().is_ok() { Ok(self) } else { Err(SealError::Cost) }
    }

    /// Whether they are at least what any writer ever wrote. If not, the header that holds them is damaged.
    #[must_use]
    pub(super) const fn is_sane(self) -> bool {
        const MOST_LANES: u32 = 16;
        self.memory_kib >= Self::LEAST.memory_kib && self.passes >= 1 && self.lanes >= 1 && self.lanes <= MOST_LANES
    }

    /// Whether they lie within the reader's bounds; asked before anything is allocated.
    ///
    /// # Errors
    /// [`OpenError::TooCostly`] above the bounds, [`OpenError::Damaged`] below them.
    pub fn check(self) -> Result<(), OpenError> {
        const MOST_MEMORY: u32 = 1024 * MIB;
        const MOST_MEMORY_TIMES_PASSES: u64 = 8 * 1024 * 1024;
        const MOST_PASSES: u32 = 16;
        let work = u64::from(self.memory_kib) * u64::from(self.passes);
        if self.memory_kib > MOST_MEMORY || self.passes > MOST_PASSES || work > MOST_MEMORY_TIMES_PASSES {
            return Err(OpenError::TooCostly { memory_mib: u64::from(self.memory_mib()), passes: self.passes });
        }
        if self.is_sane() { Ok(()) } else { Err(OpenError::Damaged) }
    }
}

impl KdfFloor {
    /// The floor for a person's vault: 64 MiB, three passes (the second option of RFC 9106, section 4).
    pub const PERSON: Self = Self(KdfParams { memory_kib: 64 * MIB, passes: 3, lanes: 1 });

    /// Whether parameters cost at least this much.
    #[must_use]
    pub const fn allows(self, params: KdfParams) -> bool {
        params.memory_kib >= self.0.memory_kib && params.passes >= self.0.passes
    }
}

/// The parameters that take about half a second on this computer, never below `floor`.
///
/// `measure` runs one derivation and says how long it took, or `None` where the memory is not there.
/// Memory is what costs an attacker most. A slow computer gives up memory down to the floor and keeps the passes; a fast
/// one has all the memory of the start and takes more passes.
#[must_use]
pub fn calibrate(floor: KdfFloor, measure: &mut dyn FnMut(KdfParams) -> Option<Duration>) -> KdfParams {
    const TARGET_MS: u128 = 500;
    const SLOW_MS: u128 = 750;
    let mut params = KdfParams::START;
    loop {
        let took = measure(params).map(|took| took.as_millis().max(1));
        match took {
            Some(took) if took <= SLOW_MS => {
                let passes = u128::from(params.passes) * TARGET_MS / took;
                params.passes = u32::try_from(passes).unwrap_or(u32::MAX).clamp(params.passes, 16);
                return params;
            }
            _ if params.memory_kib / 2 < floor.0.memory_kib => {
                return KdfParams { memory_kib: floor.0.memory_kib.max(params.memory_kib), ..params };
            }
            _ => params.memory_kib /= 2,
        }
    }
}

/// One derivation whose result is thrown away, for [`calibrate`] to be timed. Returns whether the memory was there.
#[must_use]
pub fn rehearse(params: KdfParams) -> bool {
    params.check().is_ok() && argon2id(b"rehearsal", &[0; 32], params).is_ok()
}

/// The key of a passphrase slot: `Argon2id(enc("PULIH1 passphrase", [passphrase]), salt, params)`.
///
/// # Errors
/// [`OpenError::TooCostly`], [`OpenError::Damaged`] (see [`KdfParams::check`]), [`OpenError::NoMemory`].
pub fn passphrase_key(passphrase: &Passphrase, salt: &[u8; 32], params: KdfParams) -> Result<Key32, OpenError> {
    params.check()?;
    argon2id(&enc("PULIH1 passphrase", &[passphrase.expose()]), salt, params)
}

/// `Argon2id v1.3`, RFC 9106, 32 bytes out. The working memory is wiped.
#[inline(never)]
pub(super) fn argon2id(input: &[u8], salt: &[u8; 32], params: KdfParams) -> Result<Key32, OpenError> {
    let no_memory = OpenError::NoMemory { memory_mib: params.memory_mib() };
    let cost = Params::new(params.memory_kib, params.passes, params.lanes, Some(32)).map_err(|_| OpenError::Damaged)?;
    let count = cost.block_count();
    let mut blocks: Vec<Block> = Vec::new();
    blocks.try_reserve_exact(count).map_err(|_| no_memory)?;
    blocks.resize(count, Block::new());
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, cost);
    let key = Key32::filled(|key| argon2.hash_password_into_with_memory(input, salt, key, blocks.as_mut_slice()));
    blocks.zeroize();
    key.map_err(|_| no_memory)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{KdfFloor, KdfParams, calibrate, passphrase_key, rehearse};
    use crate::secret::Passphrase;
    use crate::vault::{OpenError, SealError};

    fn params(memory_mib: u32, passes: u32, lanes: u32) -> KdfParams {
        KdfParams { memory_kib: memory_mib * 1024, passes, lanes }
    }

    /// A computer that needs this many milliseconds for a MiB and a pass, and has this much memory.
    fn computer(us_per_mib: u64, has_mib: u32) -> KdfParams {
        calibrate(KdfFloor::PERSON, &mut |asked| {
            let work = u64::from(asked.memory_mib()) * u64::from(asked.passes);
            (asked.memory_mib() <= has_mib).then(|| Duration::from_micros(work * us_per_mib))
        })
    }

    #[test]
    fn a_price_is_refused_before_anything_is_allocated() {
        let costly = |price: KdfParams| matches!(price.check(), Err(OpenError::TooCostly { .. }));
        assert!(costly(KdfParams { memory_kib: u32::MAX, passes: 1, lanes: 1 }));
        assert!(costly(KdfParams { memory_kib: 1024 * 1024 + 1, passes: 1, lanes: 1 }));
        assert!(costly(params(8, 17, 1)));
        assert!(costly(params(1024, 9, 1)));
        assert_eq!(params(1024, 8, 16).check(), Ok(()));
        assert_eq!(params(8, 1, 1).check(), Ok(()));
        for price in [params(7, 1, 1), params(8, 0, 1), params(8, 1, 0), params(8, 1, 17)] {
            assert_eq!(price.check(), Err(OpenError::Damaged), "{price:?}");
        }
    }

    #[test]
    fn a_persons_vault_is_never_written_below_the_floor() {
        assert_eq!(params(64, 3, 1).at_least(KdfFloor::PERSON), Ok(params(64, 3, 1)));
        assert_eq!(params(63, 3, 4).at_least(KdfFloor::PERSON), Err(SealError::Cost));
        assert_eq!(params(64, 2, 4).at_least(KdfFloor::PERSON), Err(SealError::Cost));
        assert_eq!(params(2048, 3, 4).at_least(KdfFloor::PERSON), Err(SealError::Cost));
        assert_eq!(KdfParams::LEAST.at_least(KdfFloor(KdfParams::LEAST)), Ok(KdfParams::LEAST));
    }

    #[test]
    fn calibration_takes_about_half_a_second_and_keeps_the_floor() {
        assert_eq!(computer(650, 4096), KdfParams::START);
        assert_eq!(computer(100, 4096), params(256, 16, 4));
        assert_eq!(computer(300, 4096), params(256, 6, 4));
        assert_eq!(computer(1300, 4096), params(128, 3, 4));
        assert_eq!(computer(90_000, 4096), params(64, 3, 4));
        assert_eq!(computer(300, 100), params(64, 16, 4));
        assert_eq!(computer(300, 1), params(64, 3, 4));
    }

    #[test]
    fn salt_price_and_passphrase_all_make_the_key() {
        let key = |text: &str, salt: u8, price| {
            passphrase_key(&Passphrase::parse(text).unwrap(), &[salt; 32], price).unwrap()
        };
        let least = KdfParams::LEAST;
        assert_eq!(key("a", 1, least), key("a", 1, least));
        assert_ne!(key("a", 1, least), key("b", 1, least));
        assert_ne!(key("a", 1, least), key("a", 2, least));
        assert_ne!(key("a", 1, least), key("a", 1, params(8, 2, 1)));
        assert!(rehearse(least));
        assert!(!rehearse(params(4096, 1, 1)));
    }
}
