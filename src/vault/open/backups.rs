//! What an open vault keeps for its backups: sets, places, and what makes one due.

use crate::secret::{Key32, Secret};
use crate::vault::backup::{BackupSet, KnownPlace};
use crate::vault::open::OpenVault;
use crate::vault::words::RecoveryWords;
use crate::vault::{OpenError, SealError, payload};

/// The numbers in the payload's `ext` (docs/vault-format.md, section 8).
const SETS: u16 = 1;
const PLACES: u16 = 2;

impl OpenVault {
    /// The backup sets, the one in use first.
    ///
    /// # Errors
    /// [`OpenError::TooNew`] where a newer version wrote them, [`OpenError::Damaged`].
    pub fn backup_sets(&self) -> Result<Vec<BackupSet>, OpenError> {
        self.ext(SETS).map_or(Ok(Vec::new()), payload::decode_sets)
    }

    /// Keeps these backup sets.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn set_backup_sets(&mut self, sets: &[BackupSet]) -> Result<(), SealError> {
        let bytes = payload::encode_sets(sets)?;
        self.set_ext(SETS, (!sets.is_empty()).then(|| Secret::copied(&bytes)));
        Ok(())
    }

    /// The places that backups lie in.
    ///
    /// # Errors
    /// As [`Self::backup_sets`].
    pub fn places(&self) -> Result<Vec<KnownPlace>, OpenError> {
        self.ext(PLACES).map_or(Ok(Vec::new()), payload::decode_places)
    }

    /// Keeps these places.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn set_places(&mut self, places: &[KnownPlace]) -> Result<(), SealError> {
        let bytes = payload::encode_places(places)?;
        self.set_ext(PLACES, (!places.is_empty()).then(|| Secret::copied(&bytes)));
        Ok(())
    }

    /// SHA-256 over what of the accounts makes a backup due when it changes: not counters, use counts or what services
    /// said. It tells about the content, so it stays inside the vault.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn content_fingerprint(&self) -> Result<[u8; 32], SealError> {
        payload::content_fingerprint(self.book())
    }

    /// Whether these are the vault's recovery words; `None` where it has none.
    #[must_use]
    pub fn has_these_words(&self, words: &RecoveryWords) -> Option<bool> {
        self.contents.words_key.as_ref().map(|key| *key == words.slot_key())
    }

    /// The slot key of the recovery words.
    pub(in crate::vault) const fn words_key(&self) -> Option<&Key32> {
        self.contents.words_key.as_ref()
    }
}
