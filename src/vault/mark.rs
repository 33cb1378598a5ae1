//! The rollback mark: what this computer remembers of the newest state of a vault, sealed with a key that only the
//! vault's payload holds.

use crate::chance::Entropy;
use crate::secret::Key32;
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::{OpenError, SealError, VaultId};

/// The newest state of a vault that this computer has seen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Mark {
    /// Its generation.
    pub generation: u64,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
}

impl Mark {
    /// Seals it for one vault: 112 bytes.
    pub(super) fn seal(&self, key: &Key32, vault: VaultId, chance: &dyn Entropy) -> Result<Vec<u8>, SealError> {
        let mut plain = self.generation.to_le_bytes().to_vec();
        plain.extend_from_slice(&self.digest);
        boxed::seal(key, Purpose::Mark, &vault.0, &plain, chance)
    }

    /// Opens it.
    pub(super) fn open(key: &Key32, vault: VaultId, bytes: &[u8]) -> Result<Self, OpenError> {
        let plain = boxed::open(key, Purpose::Mark, &vault.0, bytes).map_err(|error| match error {
            BoxError::Damaged => OpenError::Damaged,
            BoxError::WrongKey => OpenError::WrongKey,
        })?;
        let (generation, digest) = plain.split_first_chunk::<8>().ok_or(OpenError::Damaged)?;
        let digest = <[u8; 32]>::try_from(digest).map_err(|_| OpenError::Damaged)?;
        Ok(Self { generation: u64::from_le_bytes(*generation), digest })
    }
}

#[cfg(test)]
mod tests {
    use super::Mark;
    use crate::secret::Key32;
    use crate::vault::testing::Counting;
    use crate::vault::{OpenError, VaultId};

    #[test]
    fn a_mark_comes_back_for_its_own_vault_and_no_other() {
        let key = Key32::copied(&[1; 32]).unwrap();
        let mark = Mark { generation: 42, digest: [7; 32] };
        let sealed = mark.seal(&key, VaultId([2; 16]), &Counting::new()).unwrap();
        assert_eq!(sealed.len(), 112);
        assert_eq!(Mark::open(&key, VaultId([2; 16]), &sealed), Ok(mark));
        assert_eq!(Mark::open(&key, VaultId([3; 16]), &sealed), Err(OpenError::WrongKey));
        assert_eq!(Mark::open(&key, VaultId([2; 16]), &sealed[..111]), Err(OpenError::Damaged));
    }
}
