//! An open vault: what it holds, the ways to open it, and how it is sealed again.

mod backups;
mod bound;
mod ways;

pub use ways::PassphraseCheck;

use std::sync::OnceLock;

use zeroize::Zeroizing;

use crate::account::Book;
use crate::chance::{Entropy, draw};
use crate::moment::Moment;
use crate::secret::{Key32, Passphrase, Secret};
use crate::text::Text;
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::container::{self, Header, LARGEST_FILE};
use crate::vault::file_kind::FileKind;
use crate::vault::frame;
use crate::vault::kdf::KdfParams;
use crate::vault::mark::Mark;
use crate::vault::payload::Contents;
use crate::vault::slot::{Slot, SlotSummary};
use crate::vault::tries::Tries;
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
    healed_digest: Option<[u8; 32]>,
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
        Self::create_as(FileKind::Vault, passphrase, kdf, now, chance)
    }

    /// The same for a file of another kind.
    pub(super) fn create_as(
        kind: FileKind,
        passphrase: &Passphrase,
        kdf: KdfParams,
        now: Moment,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        let vault = VaultId(draw(chance)?);
        let vault_key = draw_key(chance)?;
        let slots = vec![Slot::for_passphrase(vault, &vault_key, passphrase, kdf, chance)?];
        let header = Header { kind, vault, generation: 0, writer: draw(chance)?, slots, unknown: Vec::new() };
        let contents = Contents {
            created: now,
            mark_key: draw_key(chance)?,
            words_key: None,
            settings: VaultSettings::default(),
            book: Book::default(),
            ext: Vec::new(),
            device: OnceLock::new(),
        };
        Ok(Self { header, vault_key, contents, remarks: Vec::new(), healed_digest: None })
    }

    pub(super) const fn opened(header: Header, vault_key: Key32, contents: Contents, remarks: Vec<OpenRemark>) -> Self {
        Self { header, vault_key, contents, remarks, healed_digest: None }
    }

    pub(super) fn healed_to(self, digest: Option<[u8; 32]>) -> Self {
        Self { healed_digest: digest, ..self }
    }

    /// The SHA-256 that the file would have if it were whole, where it was opened as a repair. Rollback marks speak of
    /// that one: a flipped bit in a header is no other state of the vault.
    #[must_use]
    pub const fn healed_digest(&self) -> Option<[u8; 32]> {
        self.healed_digest
    }

    pub(super) const fn vault_key(&self) -> &Key32 {
        &self.vault_key
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

    /// The accounts alone.
    pub(super) fn into_book(self) -> Book {
        self.contents.book
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
        self.contents.ext.iter().find(|(tag, _)| *tag == number).map(|(_, value)| value.expose())
    }

    /// Keeps bytes under a number, replacing those that were there; `None` removes them.
    pub fn set_ext(&mut self, number: u16, value: Option<Secret>) {
        self.contents.ext.retain(|(tag, _)| *tag != number);
        self.contents.ext.extend(value.map(|value| (number, value)));
    }

    /// Shows every key of the vault itself and what is kept under numbers, one after the other, so that its memory can be kept from the swap file.
    /// The keys of accounts are the book's.
    pub fn each_key(&self, show: &mut dyn FnMut(&[u8])) {
        let device = self.contents.device.get().map(|lock| &lock.key);
        let keys = [Some(&self.vault_key), Some(&self.contents.mark_key), self.contents.words_key.as_ref(), device];
        keys.into_iter().flatten().for_each(|key| show(key.expose()));
        self.contents.ext.iter().for_each(|(_, value)| show(value.expose()));
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
        let is_same = view.is_whole && view.header.slots == self.header.slots && *plain == **expected;
        if is_same { Ok(()) } else { Err(OpenError::Damaged) }
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

    /// Wrong answers to sign-ins, sealed for the state folder.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn seal_tries(&self, tries: &Tries, chance: &dyn Entropy) -> Result<Vec<u8>, SealError> {
        tries.seal(&self.contents.mark_key, self.header.vault, chance)
    }

    /// Opens them.
    ///
    /// # Errors
    /// [`OpenError`] when they are not this vault's or damaged.
    pub fn open_tries(&self, bytes: &[u8]) -> Result<Tries, OpenError> {
        Tries::open(&self.contents.mark_key, self.header.vault, bytes)
    }

    #[inline(never)]
    fn seal_next(&self, chance: &dyn Entropy) -> Result<Vec<u8>, SealError> {
        let generation = self.header.generation.checked_add(1).ok_or(SealError::TooLarge)?;
        let header = Header { generation, ..self.header.clone() }.encode();
        let plain: Zeroizing<Vec<u8>> = self.contents.encode()?;
        let bytes = frame::assemble(&header, |out| {
            boxed::seal_onto(out, &self.vault_key, Purpose::Payload, &header, &plain, chance)
        })?;
        if bytes.len() > LARGEST_FILE { Err(SealError::TooLarge) } else { Ok(bytes) }
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
