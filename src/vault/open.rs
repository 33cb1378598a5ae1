//! An open vault: what it holds, the ways to open it, and how it is sealed again.

use zeroize::Zeroizing;

use crate::account::Book;
use crate::chance::{Entropy, draw};
use crate::moment::Moment;
use crate::secret::{Key32, Passphrase};
use crate::text::Text;
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::container::{self, Header, LARGEST_FILE};
use crate::vault::kdf::{KdfParams, passphrase_key};
use crate::vault::mark::Mark;
use crate::vault::payload::Contents;
use crate::vault::slot::{Slot, SlotKind, SlotSummary};
use crate::vault::words::RecoveryWords;
use crate::vault::{OpenError, STACK, SealError, VaultId};

/// Settings that travel inside the vault, so that nobody edits them from outside.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct VaultSettings {
    /// Lock after this many seconds without a key; 0 is never.
    pub auto_lock_seconds: u32,
}

impl Default for VaultSettings {
    /// Five minutes.
    fn default() -> Self {
        Self { auto_lock_seconds: 300 }
    }
}

/// What happened while opening that the person should hear of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OpenRemark {
    /// The front header was damaged; its mirror was used and the next save repairs it. Or the mirror was.
    Healed,
    /// The passphrase's cost lies below today's floor; [`OpenVault::strengthen`] wraps it again.
    WeakCost,
    /// The payload had an older schema and was migrated.
    Migrated {
        /// The schema it had.
        from: u16,
    },
}

impl OpenRemark {
    /// The remark as a sentence.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Healed => Text::new("remark-vault-healed"),
            Self::Migrated { from } => Text::new("remark-vault-migrated").number("from", from),
            Self::WeakCost => Text::new("remark-vault-weak-cost"),
        }
    }
}

/// An open vault: the book, the settings that nobody outside may edit, and the keys to seal it again.
#[derive(Debug)]
pub struct OpenVault {
    header: Header,
    vault_key: Key32,
    contents: Contents,
    remarks: Vec<OpenRemark>,
}

impl OpenVault {
    /// A new, empty vault, generation 0 until it is first saved.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn create(
        passphrase: &Passphrase,
        kdf: KdfParams,
        now: Moment,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        let vault = VaultId(draw(chance)?);
        let vault_key = draw_key(chance)?;
        let slot = Slot::for_passphrase(vault, &vault_key, passphrase, kdf, chance)?;
        let header = Header { vault, generation: 0, writer: draw(chance)?, slots: vec![slot], unknown: Vec::new() };
        let contents = Contents {
            created: now,
            mark_key: draw_key(chance)?,
            words_key: None,
            settings: VaultSettings::default(),
            book: Book::default(),
            ext: Vec::new(),
        };
        Ok(Self { header, vault_key, contents, remarks: Vec::new() })
    }

    pub(super) const fn opened(header: Header, vault_key: Key32, contents: Contents, remarks: Vec<OpenRemark>) -> Self {
        Self { header, vault_key, contents, remarks }
    }

    /// The accounts.
    #[must_use]
    pub const fn book(&self) -> &Book {
        &self.contents.book
    }

    /// The accounts, to change them.
    pub const fn book_mut(&mut self) -> &mut Book {
        &mut self.contents.book
    }

    /// The settings inside the vault.
    #[must_use]
    pub const fn settings(&self) -> &VaultSettings {
        &self.contents.settings
    }

    /// The settings inside the vault, to change them.
    pub const fn settings_mut(&mut self) -> &mut VaultSettings {
        &mut self.contents.settings
    }

    /// The vault's id.
    #[must_use]
    pub const fn id(&self) -> VaultId {
        self.header.vault
    }

    /// When the vault was made.
    #[must_use]
    pub const fn created(&self) -> Moment {
        self.contents.created
    }

    /// 16 random bytes of who last wrote it.
    #[must_use]
    pub const fn writer(&self) -> [u8; 16] {
        self.header.writer
    }

    /// The generation of the file it was opened from, or that was last confirmed saved.
    #[must_use]
    pub const fn generation(&self) -> u64 {
        self.header.generation
    }

    /// What happened while opening.
    #[must_use]
    pub fn remarks(&self) -> &[OpenRemark] {
        &self.remarks
    }

    /// The ways to open it.
    #[must_use]
    pub fn slots(&self) -> Vec<SlotSummary> {
        self.header.slots.iter().map(Slot::summary).collect()
    }

    /// What another room keeps in the vault under its number (docs/vault-format.md lists them).
    #[must_use]
    pub fn ext(&self, number: u16) -> Option<&[u8]> {
        self.contents.ext.iter().find(|(tag, _)| *tag == number).map(|(_, value)| value.as_slice())
    }

    /// Keeps bytes under a number, replacing those that were there; `None` removes them.
    pub fn set_ext(&mut self, number: u16, value: Option<Vec<u8>>) {
        self.contents.ext.retain(|(tag, _)| *tag != number);
        self.contents.ext.extend(value.map(|value| (number, value)));
    }

    /// Shows every key of the vault itself, one after the other, so that its memory can be kept from the swap file.
    /// The keys of accounts are the book's.
    pub fn each_key(&self, show: &mut dyn FnMut(&[u8])) {
        let keys = [Some(&self.vault_key), Some(&self.contents.mark_key), self.contents.words_key.as_ref()];
        keys.into_iter().flatten().for_each(|key| show(key.expose()));
    }

    /// Seals everything as the next generation. The bytes can leave the process; nothing changes until [`Self::saved`].
    ///
    /// # Errors
    /// [`SealError`].
    pub fn seal(&self, chance: &dyn Entropy) -> Result<Vec<u8>, SealError> {
        let sealed = self.seal_next(chance);
        zeroize::zeroize_stack::<STACK>();
        sealed
    }

    /// The bytes of the last [`Self::seal`] are safe on the disk as this generation.
    pub fn saved(&mut self, generation: u64) {
        self.header.generation = generation;
        self.remarks.retain(|remark| *remark == OpenRemark::WeakCost);
    }

    /// Whether these bytes are this vault, open with its key, and hold what is in memory: what a save reads back.
    ///
    /// # Errors
    /// [`OpenError::WrongKey`] for another vault or another key, [`OpenError::Damaged`] for everything else.
    pub fn verify(&self, bytes: &[u8]) -> Result<(), OpenError> {
        let views = container::parse(bytes).map_err(|_| OpenError::Damaged)?;
        let [view] = views.as_slice() else { return Err(OpenError::Damaged) };
        if view.header.vault != self.header.vault {
            return Err(OpenError::WrongKey);
        }
        let header = bytes.get(view.header_at.clone()).unwrap_or_default();
        let payload = bytes.get(view.payload_at.clone()).unwrap_or_default();
        let plain = boxed::open(&self.vault_key, Purpose::Payload, header, payload).map_err(open_error)?;
        let expected = self.contents.encode().map_err(|_| OpenError::Damaged)?;
        let is_same = view.is_whole && view.header.slots == self.header.slots && plain == expected;
        if is_same { Ok(()) } else { Err(OpenError::Damaged) }
    }

    /// Whether a passphrase is this vault's (asked again before a key is shown). Slow.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn check_passphrase(&self, passphrase: &Passphrase) -> Result<(), OpenError> {
        self.passphrase_slot(passphrase).map(|_| ())
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
        let key = words.slot_key();
        if self.has_slot(SlotKind::Words) {
            return self.rekey((passphrase, kdf), Some(&key), key_store, chance);
        }
        self.put_slot(Slot::for_key(SlotKind::Words, self.header.vault, &self.vault_key, &key, chance)?);
        self.contents.words_key = Some(key);
        Ok(())
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

    /// The mark that remembers the newest generation seen on this computer, sealed.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn seal_mark(&self, mark: &Mark, chance: &dyn Entropy) -> Result<Vec<u8>, SealError> {
        mark.seal(&self.contents.mark_key, self.header.vault, chance)
    }

    /// Opens such a mark.
    ///
    /// # Errors
    /// [`OpenError`] when it is not this vault's or damaged.
    pub fn open_mark(&self, bytes: &[u8]) -> Result<Mark, OpenError> {
        Mark::open(&self.contents.mark_key, self.header.vault, bytes)
    }

    #[inline(never)]
    fn seal_next(&self, chance: &dyn Entropy) -> Result<Vec<u8>, SealError> {
        let generation = self.header.generation.checked_add(1).ok_or(SealError::TooLarge)?;
        let header = Header { generation, ..self.header.clone() }.encode();
        let plain: Zeroizing<Vec<u8>> = self.contents.encode()?;
        let bytes = container::assemble(&header, |out| {
            boxed::seal_onto(out, &self.vault_key, Purpose::Payload, &header, &plain, chance)
        })?;
        if bytes.len() > LARGEST_FILE { Err(SealError::TooLarge) } else { Ok(bytes) }
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

fn draw_key(chance: &dyn Entropy) -> Result<Key32, SealError> {
    Ok(Key32::filled(|bytes| chance.fill(bytes))?)
}

const fn open_error(error: BoxError) -> OpenError {
    match error {
        BoxError::Damaged => OpenError::Damaged,
        BoxError::WrongKey => OpenError::WrongKey,
    }
}

const fn seal_error(error: OpenError) -> SealError {
    match error {
        OpenError::NoMemory { .. } => SealError::NoMemory,
        OpenError::TooCostly { .. } => SealError::Cost,
        _ => SealError::WrongPassphrase,
    }
}
