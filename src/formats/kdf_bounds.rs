//! Keys from passwords as other apps derive them: PBKDF2 and Argon2id. What a file asks for is bounded when it is
//! parsed, before anybody is asked for a password; what the key then opens is for each format. A fuzzer opens thousands of
//! files in a second, so the bounds are low for it.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use pbkdf2::pbkdf2_hmac;
use sha1::Sha1;
use sha2::{Sha256, Sha512};
use zeroize::{Zeroize, Zeroizing};

use crate::formats::FormatError;
use crate::secret::Key32;

/// The most rounds of PBKDF2 that a file may ask for: ten times what the most careful app writes, and a few seconds.
const MOST_ROUNDS: u64 = if cfg!(fuzzing) { 100 } else { 10_000_000 };

/// The most memory of Argon2 that a file may ask for, in KiB: 1 GiB, as Ente's usual setting takes.
const MOST_MEMORY_KIB: u64 = if cfg!(fuzzing) { 64 } else { 1024 * 1024 };

/// The most memory times passes of Argon2, in KiB: four times Ente's usual setting, about a minute.
const MOST_WORK_KIB: u64 = if cfg!(fuzzing) { 64 } else { 16 * 1024 * 1024 };

/// The most lanes of Argon2.
const MOST_LANES: u32 = 64;

/// The hash inside of PBKDF2.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::formats) enum PbkdfHash {
    Sha1,
    Sha256,
    Sha512,
}

/// `PBKDF2-HMAC`, RFC 8018, section 5.2, with bearable rounds.
#[derive(Debug)]
pub(in crate::formats) struct Pbkdf2 {
    hash: PbkdfHash,
    rounds: u32,
    salt: Vec<u8>,
}

impl Pbkdf2 {
    /// # Errors
    /// [`FormatError::TooManyRounds`], [`FormatError::Damaged`] for no round at all.
    pub(in crate::formats) fn new(hash: PbkdfHash, rounds: u64, salt: Vec<u8>) -> Result<Self, FormatError> {
        match u32::try_from(rounds) {
            Ok(0) => Err(FormatError::Damaged("iterations")),
            Ok(few) if rounds <= MOST_ROUNDS => Ok(Self { hash, rounds: few, salt }),
            _ => Err(FormatError::TooManyRounds { rounds }),
        }
    }

    /// The key of 32 bytes.
    pub(in crate::formats) fn key(&self, password: &[u8]) -> Key32 {
        let filled = Key32::filled(|key| {
            self.fill(password, key);
            Ok::<(), std::convert::Infallible>(())
        });
        match filled {
            Ok(key) => key,
            Err(never) => match never {},
        }
    }

    /// As many bytes as there is room for.
    pub(in crate::formats) fn fill(&self, password: &[u8], out: &mut [u8]) {
        match self.hash {
            PbkdfHash::Sha1 => pbkdf2_hmac::<Sha1>(password, &self.salt, self.rounds, out),
            PbkdfHash::Sha256 => pbkdf2_hmac::<Sha256>(password, &self.salt, self.rounds, out),
            PbkdfHash::Sha512 => pbkdf2_hmac::<Sha512>(password, &self.salt, self.rounds, out),
        }
    }
}

/// `Argon2id` version 1.3, RFC 9106, with bearable memory and passes.
#[derive(Debug)]
pub(in crate::formats) struct Argon2id {
    algorithm: Algorithm,
    version: Version,
    params: Params,
    salt: Vec<u8>,
}

impl Argon2id {
    /// # Errors
    /// [`FormatError::TooCostly`], [`FormatError::Damaged`] for what the standard does not allow.
    pub(in crate::formats) fn new(
        memory_kib: u64,
        passes: u64,
        lanes: u64,
        salt: Vec<u8>,
    ) -> Result<Self, FormatError> {
        let work = memory_kib.saturating_mul(passes);
        if memory_kib > MOST_MEMORY_KIB || work > MOST_WORK_KIB {
            return Err(FormatError::TooCostly { mebibytes: work.max(memory_kib) / 1024 });
        }
        if salt.len() < argon2::MIN_SALT_LEN {
            return Err(FormatError::Damaged("salt"));
        }
        let damaged = || FormatError::Damaged("Argon2");
        let number = |number: u64| u32::try_from(number).map_err(|_| damaged());
        let (memory_kib, passes, lanes) = (number(memory_kib)?, number(passes)?, number(lanes)?);
        if lanes > MOST_LANES {
            return Err(damaged());
        }
        let params = Params::new(memory_kib, passes, lanes, Some(32)).map_err(|_| damaged())?;
        Ok(Self { algorithm: Algorithm::Argon2id, version: Version::V0x13, params, salt })
    }

    /// The same as another variant of Argon2, which costs as much; KeePass began with `Argon2d`.
    pub(in crate::formats) fn in_variant(self, algorithm: Algorithm, version: Version) -> Self {
        Self { algorithm, version, ..self }
    }

    /// The key of 32 bytes. The working memory is wiped.
    ///
    /// # Errors
    /// [`FormatError::TooCostly`] where the computer does not have the memory.
    #[inline(never)]
    pub(in crate::formats) fn key(&self, password: &[u8]) -> Result<Key32, FormatError> {
        let no_memory = || FormatError::TooCostly { mebibytes: u64::from(self.params.m_cost()) / 1024 };
        let count = self.params.block_count();
        let mut blocks: Vec<Block> = Vec::new();
        blocks.try_reserve_exact(count).map_err(|_| no_memory())?;
        blocks.resize(count, Block::new());
        let argon2 = Argon2::new(self.algorithm, self.version, self.params.clone());
        let key = Key32::filled(|key| {
            argon2.hash_password_into_with_memory(password, &self.salt, key, blocks.as_mut_slice())
        });
        blocks.zeroize();
        key.map_err(|_| no_memory())
    }
}

/// `SHA-256(password)`, what the oldest formats take for a derivation.
pub(in crate::formats) fn sha256_key(password: &[u8]) -> Option<Key32> {
    use sha2::Digest;
    Key32::copied(&Zeroizing::new(<[u8; 32]>::from(Sha256::digest(password)))[..])
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::{Argon2id, Pbkdf2, PbkdfHash, sha256_key};
    use crate::formats::FormatError;

    #[test]
    fn the_vectors_of_rfc_6070_come_out() {
        let vectors = [
            ("password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
            ("password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1"),
        ];
        for (password, salt, rounds, expected) in vectors {
            let mut key = [0; 20];
            let kdf = Pbkdf2::new(PbkdfHash::Sha1, rounds, salt.as_bytes().to_vec()).unwrap();
            kdf.fill(password.as_bytes(), &mut key);
            assert_eq!(HEXLOWER.encode(&key), expected, "{rounds}");
        }
    }

    #[test]
    fn the_other_hashes_are_not_mixed_up() {
        // RFC 7914, section 11, and its like for SHA-512; the first 32 bytes.
        let key = |hash| Pbkdf2::new(hash, 1, b"salt".to_vec()).unwrap().key(b"passwd");
        let hex = |hash| HEXLOWER.encode(key(hash).expose());
        assert_eq!(hex(PbkdfHash::Sha256), "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
        assert_eq!(hex(PbkdfHash::Sha512), "c74319d99499fc3e9013acff597c23c5baf0a0bec5634c46b8352b793e324723");
    }

    #[test]
    fn rounds_are_bounded_before_they_run() {
        let refusal = |rounds| Pbkdf2::new(PbkdfHash::Sha1, rounds, Vec::new()).err();
        assert_eq!(refusal(10_000_000), None);
        assert_eq!(refusal(10_000_001), Some(FormatError::TooManyRounds { rounds: 10_000_001 }));
        assert_eq!(refusal(1 << 33), Some(FormatError::TooManyRounds { rounds: 1 << 33 }));
        assert_eq!(refusal(0), Some(FormatError::Damaged("iterations")));
    }

    #[test]
    fn memory_and_passes_are_bounded_before_they_run() {
        let refusal = |memory, passes, lanes, salt| Argon2id::new(memory, passes, lanes, vec![0; salt]).err();
        assert_eq!(refusal(1024 * 1024, 16, 1, 16), None);
        assert_eq!(refusal(10, 1, 1, 16), None);
        let costly = |mebibytes| Some(FormatError::TooCostly { mebibytes });
        assert_eq!(refusal(1024 * 1024 + 1024, 1, 1, 16), costly(1025));
        assert_eq!(refusal(1024 * 1024, 17, 1, 16), costly(17 * 1024));
        assert!(matches!(refusal(u64::MAX, u64::MAX, 1, 16), Some(FormatError::TooCostly { .. })));
        assert_eq!(refusal(64, 1, 1, 7), Some(FormatError::Damaged("salt")));
        for (memory, passes, lanes) in [(64, 0, 1), (64, 1, 0), (7, 1, 1), (1024, 1, 65)] {
            let refusal = refusal(memory, passes, lanes, 16);
            assert!(matches!(refusal, Some(FormatError::Damaged("Argon2"))), "{memory} {passes} {lanes}");
        }
    }

    #[test]
    fn argon2id_agrees_with_another_program() {
        // echo -n password | argon2 somesalt -id -t 2 -k 256 -p 1 -l 32
        let key = Argon2id::new(256, 2, 1, b"somesalt".to_vec()).unwrap().key(b"password").unwrap();
        let expected = "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe";
        assert_eq!(HEXLOWER.encode(key.expose()), expected);
    }

    #[test]
    fn the_oldest_derivation_is_one_hash() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256_key(b"abc").map(|key| HEXLOWER.encode(key.expose())).as_deref(), Some(expected));
    }
}
