//! What a backup says in the clear: enough to list it, and nothing of what it holds.

use crate::moment::Moment;
use crate::vault::backup::{BackupParseError, DeviceType};
use crate::vault::frame::{self, Part};
use crate::vault::slot::{Slot, SlotKind, SlotSummary};

/// 16 random bytes that name a backup set for good.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct SetId(pub [u8; 16]);

/// How every backup begins.
const MAGIC: [u8; 8] = *b"\x89PLB\r\n\x1a\n";

/// How much of the start of a file is enough to read its header: the largest header there can be.
pub const HEADER_MOST: usize = 16 + 65_536;

const GENERATION: u16 = 0x0002;
const SLOT: u16 = 0x0010;
const CREATED_AT: u16 = 0x0042;
const APP_VERSION: u16 = 0x0043;
const PREV_DIGEST: u16 = 0x0044;
const BACKUP_SET: u16 = 0x8040;
const DEVICE_TYPE: u16 = 0x8041;
const CRITICAL: u16 = 0x8000;

const MOST_SLOTS: usize = 16;
/// Each costs an Argon2 run when a password is wrong.
const MOST_ACCOUNT_SLOTS: usize = 8;
const LONGEST_VERSION: usize = 32;

/// The header of a backup.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BackupHeader {
    /// The set it belongs to.
    pub set: SetId,
    /// 1 for the first file of a set, one more with every file.
    pub generation: u64,
    /// For which kind of computer.
    pub device: DeviceType,
    /// When it was made; in the file rounded down to the minute.
    pub created: Moment,
    /// The version of the program that wrote it, ASCII.
    pub app_version: String,
    /// SHA-256 of the set's file before this one; zeros for the first.
    pub previous: [u8; 32],
    /// The ways to open it.
    pub slots: Vec<Slot>,
    /// Parts that this version does not know and may ignore.
    pub unknown: Vec<(u16, Vec<u8>)>,
}

/// What a backup says of itself before it is opened: not yet verified.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BackupFacts {
    /// The set it belongs to.
    pub set: SetId,
    /// 1 for the first file of a set, one more with every file.
    pub generation: u64,
    /// For which kind of computer.
    pub device: DeviceType,
    /// When it was made, to the minute.
    pub created: Moment,
    /// The version of the program that wrote it.
    pub app_version: String,
    /// SHA-256 of the set's file before this one; zeros for the first.
    pub previous: [u8; 32],
    /// The ways to open it.
    pub slots: Vec<SlotSummary>,
}

impl BackupFacts {
    /// Reads the facts from the start of a file: all of it, or its first [`HEADER_MOST`] bytes.
    ///
    /// # Errors
    /// [`BackupParseError`]. A file whose front header is damaged may still open by its mirror: that takes all of it.
    pub fn read(start: &[u8]) -> Result<Self, BackupParseError> {
        BackupHeader::parse(start).map(|(header, _)| header.facts())
    }
}

impl BackupHeader {
    /// What of it is of interest before the file is opened.
    #[must_use]
    pub fn facts(&self) -> BackupFacts {
        BackupFacts {
            set: self.set,
            generation: self.generation,
            device: self.device,
            created: self.created,
            app_version: self.app_version.clone(),
            previous: self.previous,
            slots: self.slots.iter().map(Slot::summary).collect(),
        }
    }

    /// What the boxes of its slots are bound to, for a program of this kind: the set and the byte of the kind.
    pub fn slot_context(set: SetId, device: DeviceType) -> Vec<u8> {
        [set.0.as_slice(), &[device.number()]].concat()
    }

    /// The bytes of the header, prefix included.
    pub fn encode(&self) -> Vec<u8> {
        frame::encode_header(MAGIC, &self.parts())
    }

    /// Reads a header from the start of `bytes`; also how long it is.
    pub fn parse(bytes: &[u8]) -> Result<(Self, usize), BackupParseError> {
        let (parts, end) = frame::read_header(bytes, MAGIC, SLOT).map_err(|error| named(error, bytes))?;
        Ok((Self::from_parts(&parts)?, end))
    }

    fn from_parts(parts: &[Part<'_>]) -> Result<Self, BackupParseError> {
        // A newer version may have other rules for what is required, so its parts are looked at first.
        let is_unknown = |tag: u16| tag & CRITICAL != 0 && !matches!(tag, BACKUP_SET | DEVICE_TYPE);
        if let Some(&(tag, _)) = parts.iter().find(|(tag, _)| is_unknown(*tag)) {
            return Err(BackupParseError::TooNew { found: tag });
        }
        let one = |wanted: u16| parts.iter().find(|(tag, _)| *tag == wanted).map(|(_, value)| *value);
        let [device] = fixed(one(DEVICE_TYPE))?;
        let slots: Vec<Slot> =
            parts.iter().filter(|(tag, _)| *tag == SLOT).map(|(_, value)| slot(value)).collect::<Result<_, _>>()?;
        let header = Self {
            set: SetId(fixed(one(BACKUP_SET))?),
            generation: u64::from_le_bytes(fixed(one(GENERATION))?),
            device: DeviceType::of(device),
            created: Moment::from_unix(i64::from_le_bytes(fixed(one(CREATED_AT))?)),
            app_version: version(one(APP_VERSION))?,
            previous: fixed(one(PREV_DIGEST))?,
            slots,
            unknown: parts
                .iter()
                .filter(|(tag, _)| !is_known(*tag))
                .map(|(tag, value)| (*tag, value.to_vec()))
                .collect(),
        };
        if header.is_formed() { Ok(header) } else { Err(BackupParseError::Damaged) }
    }

    fn is_formed(&self) -> bool {
        let accounts = self.slots.iter().filter(|slot| slot.kind() == SlotKind::RecoveryAccount).count();
        !self.slots.is_empty() && self.slots.len() <= MOST_SLOTS && accounts <= MOST_ACCOUNT_SLOTS
    }

    fn parts(&self) -> Vec<(u16, Vec<u8>)> {
        let mut parts = vec![
            (GENERATION, self.generation.to_le_bytes().to_vec()),
            (CREATED_AT, self.created.unix().to_le_bytes().to_vec()),
            (APP_VERSION, self.app_version.clone().into_bytes()),
            (PREV_DIGEST, self.previous.to_vec()),
            (BACKUP_SET, self.set.0.to_vec()),
            (DEVICE_TYPE, vec![self.device.number()]),
        ];
        parts.extend(self.slots.iter().map(|slot| (SLOT, slot.encode())));
        parts.extend(self.unknown.iter().cloned());
        parts.sort_by_key(|(tag, _)| *tag);
        parts
    }
}

const fn is_known(tag: u16) -> bool {
    matches!(tag, GENERATION | SLOT | CREATED_AT | APP_VERSION | PREV_DIGEST | BACKUP_SET | DEVICE_TYPE)
}

fn slot(value: &[u8]) -> Result<Slot, BackupParseError> {
    Slot::parse_in_backup(value).ok_or(BackupParseError::Damaged)
}

fn version(value: Option<&[u8]>) -> Result<String, BackupParseError> {
    let is_fine = |text: &&str| text.len() <= LONGEST_VERSION && text.bytes().all(|byte| byte.is_ascii_graphic());
    let text = value.and_then(|value| std::str::from_utf8(value).ok()).filter(is_fine);
    text.map(str::to_owned).ok_or(BackupParseError::Damaged)
}

fn fixed<const N: usize>(value: Option<&[u8]>) -> Result<[u8; N], BackupParseError> {
    value.and_then(|value| value.try_into().ok()).ok_or(BackupParseError::Damaged)
}

/// Another of our files has its own answer; what does not begin as one of ours is no backup.
fn named(error: frame::HeaderError, bytes: &[u8]) -> BackupParseError {
    match error {
        frame::HeaderError::Form if begins(bytes, b"\x89PLB") => BackupParseError::Damaged,
        frame::HeaderError::Form if begins(bytes, b"\x89PLV") => BackupParseError::Vault,
        frame::HeaderError::Form if begins(bytes, b"\x89PLX") => BackupParseError::Export,
        frame::HeaderError::Form => BackupParseError::NotABackup,
        frame::HeaderError::TooNew { found } => BackupParseError::TooNew { found },
    }
}

/// Whether bytes begin with these four, or with as many of them as there are bytes.
fn begins(bytes: &[u8], start: &[u8; 4]) -> bool {
    let here = bytes.get(..bytes.len().min(4)).unwrap_or_default();
    !here.is_empty() && start.starts_with(here)
}
