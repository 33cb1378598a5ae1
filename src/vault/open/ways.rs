//! The ways to open a vault: another passphrase, recovery words, the key store, added and taken away.
//!
//! Whatever takes a way away makes a new vault key, so that who has the old way and an old copy of the file does not
//! hold the key of the new one.

use crate::chance::Entropy;
use crate::secret::{Key32, Passphrase};
use crate::vault::kdf::{KdfParams, passphrase_key};
use crate::vault::open::{OpenRemark, OpenVault, draw_key, open_error};
use crate::vault::slot::{Slot, SlotKind};
use crate::vault::words::RecoveryWords;
use crate::vault::{OpenError, SealError, VaultId};

/// Tells whether a passphrase is a vault's, without the vault.
#[derive(Clone, Debug)]
pub struct PassphraseCheck {
    vault: VaultId,
    slots: Vec<Slot>,
}

impl PassphraseCheck {
    /// Whether the passphrase opens the vault. Slow: run it on a worker.
    ///
    /// # Errors
    /// [`OpenError::WrongKey`] for another passphrase, [`OpenError::NoSuchSlot`] where the vault has none.
    pub fn check(&self, passphrase: &Passphrase) -> Result<(), OpenError> {
        let mut last = OpenError::NoSuchSlot;
        for slot in &self.slots {
            let Some((params, salt)) = slot.kdf() else { continue };
            // The vault was opened, so its slots are those that its header was sealed with; a box that opens is enough.
            match slot.unwrap_with(self.vault, &passphrase_key(passphrase, salt, *params)?) {
                Ok(_) => return Ok(()),
                Err(error) => last = open_error(error),
            }
        }
        Err(last)
    }
}

impl OpenVault {
    /// Whether a passphrase is this vault's (asked again before a key is shown). Slow.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn check_passphrase(&self, passphrase: &Passphrase) -> Result<(), OpenError> {
        self.passphrase_slot(passphrase).map(|_| ())
    }

    /// What it takes to check a passphrase elsewhere, on a worker for instance: wrapped keys, nothing that is secret.
    #[must_use]
    pub fn passphrase_check(&self) -> PassphraseCheck {
        let slots = self.header.slots.iter().filter(|slot| slot.kdf().is_some()).cloned().collect();
        PassphraseCheck { vault: self.header.vault, slots }
    }

    /// A new passphrase: a new vault key, every slot wrapped again, the key-store slot only if its key is given.
    /// Slots of kinds that this version does not know hold the old vault key and go.
    ///
    /// # Errors
    /// [`SealError`]. Then nothing has changed.
    pub fn change_passphrase(
        &mut self,
        new: &Passphrase,
        kdf: KdfParams,
        key_store: Option<&Key32>,
        chance: &dyn Entropy,
    ) -> Result<(), SealError> {
        let words = self.contents.words_key.as_ref().map(Key32::duplicate);
        self.rekey((new, kdf), words.as_ref(), key_store, chance)
    }

    /// Wraps the vault key again under the same passphrase at another cost; what [`OpenRemark::WeakCost`] asks for.
    /// Slow: it checks the passphrase first.
    ///
    /// # Errors
    /// [`SealError`]; [`SealError::WrongPassphrase`].
    pub fn strengthen(
        &mut self,
        passphrase: &Passphrase,
        kdf: KdfParams,
        chance: &dyn Entropy,
    ) -> Result<(), SealError> {
        let (place, _) = self.passphrase_slot(passphrase).map_err(seal_error)?;
        let stronger = Slot::for_passphrase(self.header.vault, &self.vault_key, passphrase, kdf, chance)?;
        if let Some(slot) = self.header.slots.get_mut(place) {
            *slot = stronger;
        }
        self.remarks.retain(|remark| *remark != OpenRemark::WeakCost);
        Ok(())
    }

    /// New recovery words, drawn and put in place at once; see [`Self::put_words`].
    ///
    /// # Errors
    /// [`SealError`]; [`SealError::WrongPassphrase`]. Then nothing has changed.
    pub fn renew_words(
        &mut self,
        passphrase: &Passphrase,
        key_store: Option<&Key32>,
        chance: &dyn Entropy,
    ) -> Result<RecoveryWords, SealError> {
        let words = RecoveryWords::draw(chance)?;
        self.put_words(&words, passphrase, key_store, chance)?;
        Ok(words)
    }

    /// Puts these recovery words in the place of those before: after they were shown and some of them asked back.
    ///
    /// Where there were words before, also a new vault key: otherwise whoever has the old words and an older copy of the
    /// file would hold the key of the new one. The key-store slot then stays only if its key is given. Slow: it checks
    /// the passphrase first.
    ///
    /// # Errors
    /// [`SealError`]; [`SealError::WrongPassphrase`]. Then nothing has changed.
    pub fn put_words(
        &mut self,
        words: &RecoveryWords,
        passphrase: &Passphrase,
        key_store: Option<&Key32>,
        chance: &dyn Entropy,
    ) -> Result<(), SealError> {
        let (_, kdf) = self.passphrase_slot(passphrase).map_err(seal_error)?;
        if self.put_first_words(words, chance)? {
            return Ok(());
        }
        self.rekey((passphrase, kdf), Some(&words.slot_key()), key_store, chance)
    }

    /// The first recovery words of a vault that has none; the person has shown to know the passphrase elsewhere
    /// ([`Self::passphrase_check`]). Nothing is taken away by it, so that the vault key stays. Returns whether they were
    /// put: a vault that has words keeps those.
    ///
    /// # Errors
    /// [`SealError`]. Then nothing has changed.
    pub fn put_first_words(&mut self, words: &RecoveryWords, chance: &dyn Entropy) -> Result<bool, SealError> {
        if self.has_slot(SlotKind::Words) {
            return Ok(false);
        }
        let key = words.slot_key();
        self.put_slot(Slot::for_key(SlotKind::Words, self.header.vault, &self.vault_key, &key, chance)?);
        self.contents.words_key = Some(key);
        Ok(true)
    }

    /// Takes the recovery words away: a new vault key, so that the passphrase is asked for. Slow.
    ///
    /// # Errors
    /// [`SealError`]; [`SealError::WrongPassphrase`]. Then nothing has changed.
    pub fn remove_words(
        &mut self,
        passphrase: &Passphrase,
        key_store: Option<&Key32>,
        chance: &dyn Entropy,
    ) -> Result<(), SealError> {
        let (_, kdf) = self.passphrase_slot(passphrase).map_err(seal_error)?;
        self.rekey((passphrase, kdf), None, key_store, chance)
    }

    /// A slot for the key store; the key is to be put there once the vault is saved.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn add_key_store(&mut self, chance: &dyn Entropy) -> Result<Key32, SealError> {
        let key = draw_key(chance)?;
        self.put_slot(Slot::for_key(SlotKind::KeyStore, self.header.vault, &self.vault_key, &key, chance)?);
        Ok(key)
    }

    /// Takes the key-store slot away: a new vault key, so that the passphrase is asked for. Slow.
    ///
    /// # Errors
    /// [`SealError`]; [`SealError::WrongPassphrase`]. Then nothing has changed.
    pub fn remove_key_store(&mut self, passphrase: &Passphrase, chance: &dyn Entropy) -> Result<(), SealError> {
        let (_, kdf) = self.passphrase_slot(passphrase).map_err(seal_error)?;
        self.change_passphrase(passphrase, kdf, None, chance)
    }

    /// A new vault key and only these slots.
    fn rekey(
        &mut self,
        (passphrase, kdf): (&Passphrase, KdfParams),
        words: Option<&Key32>,
        key_store: Option<&Key32>,
        chance: &dyn Entropy,
    ) -> Result<(), SealError> {
        let vault = self.header.vault;
        let vault_key = draw_key(chance)?;
        let mut slots = vec![Slot::for_passphrase(vault, &vault_key, passphrase, kdf, chance)?];
        for (kind, key) in [(SlotKind::Words, words), (SlotKind::KeyStore, key_store)] {
            if let Some(key) = key {
                slots.push(Slot::for_key(kind, vault, &vault_key, key, chance)?);
            }
        }
        self.contents.words_key = words.map(Key32::duplicate);
        self.header.slots = slots;
        self.vault_key = vault_key;
        self.remarks.retain(|remark| *remark != OpenRemark::WeakCost);
        Ok(())
    }

    fn has_slot(&self, kind: SlotKind) -> bool {
        self.header.slots.iter().any(|slot| slot.kind() == kind)
    }

    /// Puts a slot in the place of all others of its kind.
    fn put_slot(&mut self, slot: Slot) {
        self.header.slots.retain(|other| other.kind() != slot.kind());
        self.header.slots.push(slot);
    }

    /// The slot that this passphrase opens to this very vault key, and its cost.
    fn passphrase_slot(&self, passphrase: &Passphrase) -> Result<(usize, KdfParams), OpenError> {
        let mut last = OpenError::NoSuchSlot;
        for (place, slot) in self.header.slots.iter().enumerate() {
            let Some((params, salt)) = slot.kdf() else { continue };
            let key = passphrase_key(passphrase, salt, *params)?;
            match slot.unwrap_with(self.header.vault, &key) {
                Ok(opened) if opened == self.vault_key => return Ok((place, *params)),
                Ok(_) => last = OpenError::Damaged,
                Err(error) => last = open_error(error),
            }
        }
        Err(last)
    }
}

const fn seal_error(error: OpenError) -> SealError {
    match error {
        OpenError::NoMemory { .. } => SealError::NoMemory,
        OpenError::TooCostly { .. } => SealError::Cost,
        _ => SealError::WrongPassphrase,
    }
}
