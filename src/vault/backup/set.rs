//! A backup set as a live vault keeps it: its key, its slots and what it has written. With it a backup asks for nothing.

use sha2::{Digest, Sha256};

use crate::chance::{Entropy, draw};
use crate::moment::Moment;
use crate::secret::{Key32, Passphrase};
use crate::vault::backup::header::{BackupHeader, SetId};
use crate::vault::backup::{BackupContents, BackupOpener, BackupParseError, DeviceType, RecoveryName, SealedBackup};
use crate::vault::boxed::{self, Purpose};
use crate::vault::container::LARGEST_FILE;
use crate::vault::kdf::KdfParams;
use crate::vault::slot::{Slot, SlotKind, SlotSummary};
use crate::vault::{OpenVault, SealError, frame, payload};

/// 16 random bytes that name a place in a vault.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct PlaceId(pub [u8; 16]);

/// A backup set as a live vault keeps it.
#[derive(Debug, Eq, PartialEq)]
pub struct BackupSet {
    pub(in crate::vault) id: SetId,
    pub(in crate::vault) key: Key32,
    pub(in crate::vault) device: DeviceType,
    pub(in crate::vault) account: RecoveryName,
    pub(in crate::vault) slots: Vec<Slot>,
    /// When the set was made.
    pub created: Moment,
    /// Whether backups are made after changes.
    pub is_on: bool,
    /// The generation of the last file that was written; 0 before the first.
    pub generation: u64,
    /// SHA-256 of that file; zeros before the first.
    pub last_digest: [u8; 32],
    /// [`OpenVault::content_fingerprint`] of what that file holds.
    pub content: Option<[u8; 32]>,
    /// How many accounts, trash left out, that file holds.
    pub live_accounts: u64,
    /// When the password was last typed and opened a file that was read back.
    pub password_checked: Option<Moment>,
    /// When the recovery words were last asked back.
    pub words_checked: Option<Moment>,
    /// Where its files go.
    pub place: Option<PlaceId>,
    /// The files that this vault wrote and did not remove again, oldest first.
    pub files: Vec<Written>,
    pub(in crate::vault) ext: Vec<(u16, Vec<u8>)>,
}

/// A file that this vault wrote.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Written {
    /// Its name in the place.
    pub name: String,
    /// Its generation.
    pub generation: u64,
    /// SHA-256 of it.
    pub digest: [u8; 32],
    /// When it was made.
    pub created: Moment,
    /// When it was last read back and opened.
    pub verified: Option<Moment>,
}

/// The ways to open a set's files: wrapped keys, nothing that is secret.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Ways(Vec<Slot>);

/// A new backup file, sealed and opened again: it can leave the process.
#[derive(Debug)]
pub struct SealedFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// SHA-256 of it.
    pub digest: [u8; 32],
    /// Its generation.
    pub generation: u64,
    /// When it was made.
    pub created: Moment,
    /// Its set.
    pub set: SetId,
}

impl BackupSet {
    /// A new set under a recovery account. Recovery words of the vault open it too. Slow: run it on a worker.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn create(
        vault: &OpenVault,
        (account, password): (RecoveryName, &Passphrase),
        kdf: KdfParams,
        device: DeviceType,
        now: Moment,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        let mut set = Self::create_alone((account, password), kdf, device, now, chance)?;
        set.follow_words(vault, chance)?;
        Ok(set)
    }

    /// A new set under a recovery account, without the vault at hand: [`BackupSet::follow_words`] takes up its recovery
    /// words later. Slow: run it on a worker.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn create_alone(
        (account, password): (RecoveryName, &Passphrase),
        kdf: KdfParams,
        device: DeviceType,
        now: Moment,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        let id = SetId(draw(chance)?);
        let key = Key32::filled(|bytes| chance.fill(bytes))?;
        let context = BackupHeader::slot_context(id, device);
        let slots = vec![Slot::for_account(&context, &key, (&account, password), kdf, chance)?];
        Ok(Self {
            id,
            key,
            device,
            account,
            slots,
            created: now,
            is_on: true,
            generation: 0,
            last_digest: [0; 32],
            content: None,
            live_accounts: 0,
            password_checked: None,
            words_checked: None,
            place: None,
            files: Vec::new(),
            ext: Vec::new(),
        })
    }

    /// A second copy, key included.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self {
            id: self.id,
            key: self.key.duplicate(),
            device: self.device,
            account: self.account.clone(),
            slots: self.slots.clone(),
            created: self.created,
            is_on: self.is_on,
            generation: self.generation,
            last_digest: self.last_digest,
            content: self.content,
            live_accounts: self.live_accounts,
            password_checked: self.password_checked,
            words_checked: self.words_checked,
            place: self.place,
            files: self.files.clone(),
            ext: self.ext.clone(),
        }
    }

    /// The set's id.
    #[must_use]
    pub const fn id(&self) -> SetId {
        self.id
    }

    pub(in crate::vault) const fn key(&self) -> &Key32 {
        &self.key
    }

    /// For which kind of computer its files are.
    #[must_use]
    pub const fn device(&self) -> DeviceType {
        self.device
    }

    /// The recovery account.
    #[must_use]
    pub const fn account(&self) -> &RecoveryName {
        &self.account
    }

    /// The ways to open its files.
    #[must_use]
    pub fn slots(&self) -> Vec<SlotSummary> {
        self.slots.iter().map(Slot::summary).collect()
    }

    /// Whether recovery words open its files.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.slots.iter().any(|slot| slot.kind() == SlotKind::Words)
    }

    /// Shows its key, so that its memory can be kept from the swap file.
    pub fn each_key(&self, show: &mut dyn FnMut(&[u8])) {
        show(self.key.expose());
    }

    /// Takes up the vault's recovery words, where they came, changed or went since: the next file opens with those.
    /// Returns whether something changed. Files that are there open as before.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn follow_words(&mut self, vault: &OpenVault, chance: &dyn Entropy) -> Result<bool, SealError> {
        if self.follows_words(vault) {
            return Ok(false);
        }
        let context = BackupHeader::slot_context(self.id, self.device);
        self.slots.retain(|slot| slot.kind() != SlotKind::Words);
        self.words_checked = None;
        if let Some(key) = vault.words_key() {
            self.slots.push(Slot::for_words_in_backup(&context, &self.key, key, chance)?);
        }
        Ok(true)
    }

    /// Whether the set opens with the vault's recovery words as they are now, or has none where the vault has none.
    #[must_use]
    pub fn follows_words(&self, vault: &OpenVault) -> bool {
        let context = BackupHeader::slot_context(self.id, self.device);
        let mut words = self.slots.iter().filter(|slot| slot.kind() == SlotKind::Words);
        match vault.words_key() {
            None => words.next().is_none(),
            Some(key) => words.any(|slot| slot.unwrap_in(&context, key).is_ok()),
        }
    }

    /// The ways to open its files, to be noted once a file that has them was read back.
    #[must_use]
    pub fn ways(&self) -> Ways {
        Ways(self.slots.clone())
    }

    /// Takes up the ways that a file was sealed with, unless the set has the vault's words already. Returns whether the
    /// words of that file are the vault's words now: they may have changed while it was on its way.
    pub fn take_ways(&mut self, ways: &Ways, vault: &OpenVault) -> bool {
        let mut sealed = self.duplicate();
        sealed.slots.clone_from(&ways.0);
        let follows = sealed.follows_words(vault);
        if follows && !self.follows_words(vault) {
            (self.slots, self.words_checked) = (sealed.slots, None);
        }
        follows
    }

    /// Seals the next file of the set and opens it again from its bytes. Nothing changes until the caller notes it.
    ///
    /// # Errors
    /// [`SealError`].
    pub fn seal(
        &self,
        contents: &BackupContents,
        app_version: &str,
        chance: &dyn Entropy,
    ) -> Result<SealedFile, SealError> {
        let sealed = self.seal_next(contents, app_version, chance);
        zeroize::zeroize_stack::<{ crate::vault::STACK }>();
        sealed
    }

    #[inline(never)]
    fn seal_next(
        &self,
        contents: &BackupContents,
        app_version: &str,
        chance: &dyn Entropy,
    ) -> Result<SealedFile, SealError> {
        let generation = self.generation.checked_add(1).ok_or(SealError::TooLarge)?;
        let header = self.header(generation, contents.created, app_version).encode();
        let plain = payload::encode_backup(contents)?;
        let bytes = frame::assemble(&header, |out| {
            boxed::seal_onto(out, &self.key, Purpose::Payload, &header, &plain, chance)
        })?;
        if bytes.len() > LARGEST_FILE || !self.opens_to(&bytes, contents) {
            return Err(SealError::TooLarge);
        }
        let digest = Sha256::digest(&bytes).into();
        Ok(SealedFile { bytes, digest, generation, created: contents.created, set: self.id })
    }

    /// Whether bytes are a whole file of this set that opens with its key and holds just this.
    fn opens_to(&self, bytes: &[u8], contents: &BackupContents) -> bool {
        let opened = SealedBackup::parse(bytes.to_vec())
            .map_err(|_: BackupParseError| ())
            .and_then(|sealed| sealed.open(&BackupOpener::Set(self), self.device).map_err(|_| ()));
        opened.is_ok_and(|opened| !opened.is_healed && opened.contents == *contents)
    }

    fn header(&self, generation: u64, created: Moment, app_version: &str) -> BackupHeader {
        let minute = created.unix() - created.unix().rem_euclid(60);
        BackupHeader {
            set: self.id,
            generation,
            device: self.device,
            created: Moment::from_unix(minute),
            app_version: app_version.chars().filter(char::is_ascii_graphic).take(32).collect(),
            previous: self.last_digest,
            slots: self.slots.clone(),
            unknown: Vec::new(),
        }
    }
}
