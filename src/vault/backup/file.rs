//! A backup file: its form, the ways to open it, and what comes out. Nothing is written here.

use sha2::{Digest, Sha256};

use crate::secret::{Key32, Passphrase};
use crate::vault::backup::header::{BackupHeader, SetId};
use crate::vault::backup::{
    BackupContents, BackupFacts, BackupOpenError, BackupParseError, BackupSet, DeviceType, RecoveryName, recovery_key,
};
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::container::LARGEST_FILE;
use crate::vault::frame::{self, View};
use crate::vault::payload;
use crate::vault::slot::{Kdf, Slot, SlotKind};
use crate::vault::words::RecoveryWords;
use crate::vault::{OpenError, STACK};

/// What somebody opens a backup with.
#[derive(Debug)]
pub enum BackupOpener<'a> {
    /// Name and password of the recovery account.
    Account {
        /// The name.
        name: &'a RecoveryName,
        /// The password.
        password: &'a Passphrase,
    },
    /// The set's own key, which a live vault keeps.
    Set(&'a BackupSet),
    /// The recovery words.
    Words(&'a RecoveryWords),
}

/// A backup file whose form is right, before anything of it was opened.
#[derive(Debug)]
pub struct SealedBackup {
    bytes: Vec<u8>,
    views: Vec<View<BackupHeader>>,
}

/// A backup that opened: everything in it is authentic.
#[derive(Debug)]
pub struct OpenBackup {
    /// What its header says, now verified.
    pub facts: BackupFacts,
    /// What it holds.
    pub contents: BackupContents,
    /// Whether a damaged header was repaired from its mirror.
    pub is_healed: bool,
}

impl SealedBackup {
    /// Reads the form of a backup file; no key derivation yet.
    ///
    /// # Errors
    /// [`BackupParseError`].
    pub fn parse(bytes: Vec<u8>) -> Result<Self, BackupParseError> {
        if bytes.len() > LARGEST_FILE {
            return Err(BackupParseError::TooLarge);
        }
        let views = match frame::readings(&bytes, BackupParseError::Damaged, BackupHeader::parse) {
            (Ok(front), Some(Ok(mirror))) => vec![front, mirror],
            (Ok(view), _) | (Err(_), Some(Ok(view))) => vec![view],
            (Err(error @ BackupParseError::TooNew { .. }), _)
            | (Err(_), Some(Err(error @ BackupParseError::TooNew { .. }))) => return Err(error),
            (Err(BackupParseError::NotABackup), _) if frame::has_our_end(&bytes) => {
                return Err(BackupParseError::Damaged);
            }
            (Err(error), _) => return Err(error),
        };
        Ok(Self { bytes, views })
    }

    /// What it says of itself, not yet verified.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "parse keeps no backup without a header")]
    #[expect(clippy::expect_used, reason = "parse keeps no backup without a header")]
    pub fn facts(&self) -> BackupFacts {
        self.views.first().expect("a parsed backup has a header").header.facts()
    }

    /// SHA-256 of the file.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// Opens it on a computer of the kind `running`. Slow for a recovery account: run it on a worker.
    ///
    /// # Errors
    /// [`BackupOpenError`].
    pub fn open(&self, opener: &BackupOpener<'_>, running: DeviceType) -> Result<OpenBackup, BackupOpenError> {
        let opened = self.open_by_any_view(opener, running);
        // What key derivation, decryption and decoding left on the stack.
        zeroize::zeroize_stack::<STACK>();
        opened
    }

    #[inline(never)]
    fn open_by_any_view(&self, opener: &BackupOpener<'_>, running: DeviceType) -> Result<OpenBackup, BackupOpenError> {
        let mut ring = KeyRing { opener, running, derived: Vec::new() };
        let mut worst = BackupOpenError::NoSuchSlot;
        for view in &self.views {
            match ring.set_key(&view.header).and_then(|key| self.opened(view, &key)) {
                Ok(opened) => return Ok(opened),
                Err(error) => worst = weightier(worst, error),
            }
        }
        Err(worst)
    }

    fn opened(&self, view: &View<BackupHeader>, key: &Key32) -> Result<OpenBackup, BackupOpenError> {
        let header = self.bytes.get(view.header_at.clone()).unwrap_or_default();
        let sealed = self.bytes.get(view.payload_at.clone()).unwrap_or_default();
        // The key is right, so a payload that says "another key" was sealed under another header.
        let plain = boxed::open(key, Purpose::Payload, header, sealed).map_err(|_| BackupOpenError::Damaged)?;
        let contents = payload::decode_backup(&plain).map_err(named)?;
        Ok(OpenBackup { facts: view.header.facts(), contents, is_healed: !view.is_whole })
    }
}

/// The opener, and what was already derived from it: header and mirror mostly hold the same slots.
struct KeyRing<'a> {
    opener: &'a BackupOpener<'a>,
    running: DeviceType,
    derived: Vec<(Kdf, Key32)>,
}

impl KeyRing<'_> {
    fn set_key(&mut self, header: &BackupHeader) -> Result<Key32, BackupOpenError> {
        let wanted = match self.opener {
            BackupOpener::Set(set) if set.id() == header.set => return Ok(set.key().duplicate()),
            BackupOpener::Set(_) => return Err(BackupOpenError::WrongKey),
            BackupOpener::Account { .. } => SlotKind::RecoveryAccount,
            BackupOpener::Words(_) => SlotKind::Words,
        };
        if !header.device.fits(self.running) {
            return Err(BackupOpenError::OtherDevice { made_for: header.device, is_edited: false });
        }
        let mut worst = BackupOpenError::NoSuchSlot;
        for slot in header.slots.iter().filter(|slot| slot.kind() == wanted) {
            match self.try_slot(slot, header.set, header.device) {
                Ok(key) => return Ok(key),
                Err(error) => worst = weightier(worst, error),
            }
        }
        Err(worst)
    }

    fn try_slot(&mut self, slot: &Slot, set: SetId, device: DeviceType) -> Result<Key32, BackupOpenError> {
        let key = match self.opener {
            BackupOpener::Account { name, password } => self.derive(name, password, slot)?,
            BackupOpener::Words(words) => words.slot_key(),
            BackupOpener::Set(_) => return Err(BackupOpenError::NoSuchSlot),
        };
        match slot.unwrap_in(&BackupHeader::slot_context(set, device), &key) {
            Ok(set_key) => Ok(set_key),
            Err(BoxError::Damaged) => Err(BackupOpenError::Damaged),
            Err(BoxError::WrongKey) => Err(self.why(slot, set, &key)),
        }
    }

    /// A right answer for another kind of computer means that the header was edited; no further key derivation is
    /// needed to see it.
    fn why(&self, slot: &Slot, set: SetId, key: &Key32) -> BackupOpenError {
        let opens_for = |device: &DeviceType| slot.unwrap_in(&BackupHeader::slot_context(set, *device), key).is_ok();
        match DeviceType::ALL.into_iter().find(opens_for) {
            // Made for any computer, and somebody wrote another kind into the header.
            Some(DeviceType::Portable) => BackupOpenError::Damaged,
            Some(made_for) => BackupOpenError::OtherDevice { made_for, is_edited: true },
            None => match self.opener {
                BackupOpener::Account { .. } => BackupOpenError::WrongAccount,
                BackupOpener::Set(_) => BackupOpenError::WrongKey,
                BackupOpener::Words(_) => BackupOpenError::WrongWords,
            },
        }
    }

    fn derive(&mut self, name: &RecoveryName, password: &Passphrase, slot: &Slot) -> Result<Key32, BackupOpenError> {
        let Some(kdf) = slot.kdf() else { return Err(BackupOpenError::NoSuchSlot) };
        if let Some((_, key)) = self.derived.iter().find(|(known, _)| known == kdf) {
            return Ok(key.duplicate());
        }
        let key = recovery_key(name, password, &kdf.1, kdf.0).map_err(named)?;
        self.derived.push((*kdf, key.duplicate()));
        Ok(key)
    }
}

const fn named(error: OpenError) -> BackupOpenError {
    match error {
        OpenError::Damaged => BackupOpenError::Damaged,
        OpenError::NoMemory { memory_mib } => BackupOpenError::NoMemory { memory_mib },
        OpenError::NoSuchSlot => BackupOpenError::NoSuchSlot,
        OpenError::TooCostly { memory_mib, passes } => BackupOpenError::TooCostly { memory_mib, passes },
        OpenError::TooNew { found } => BackupOpenError::TooNew { found },
        OpenError::WrongKey => BackupOpenError::WrongKey,
    }
}

/// Of several slots and two headers, the answer that says most: what is known for certain goes first.
fn weightier(one: BackupOpenError, other: BackupOpenError) -> BackupOpenError {
    const fn weight(error: BackupOpenError) -> u8 {
        match error {
            BackupOpenError::NoSuchSlot => 0,
            BackupOpenError::OtherDevice { is_edited: false, .. } => 1,
            BackupOpenError::TooCostly { .. } => 2,
            BackupOpenError::WrongAccount | BackupOpenError::WrongKey | BackupOpenError::WrongWords => 3,
            BackupOpenError::NoMemory { .. } => 4,
            BackupOpenError::Damaged => 5,
            BackupOpenError::OtherDevice { is_edited: true, .. } => 6,
            BackupOpenError::TooNew { .. } => 7,
        }
    }
    if weight(other) > weight(one) { other } else { one }
}
