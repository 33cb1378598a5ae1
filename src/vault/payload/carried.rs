//! Bytes of what backups hold and of what a vault keeps of them: schema or version in front, the record after it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::account::{Account, Book, OldKey, RecoveryCode, SealedLabel};
use crate::otp::OtpParams;
use crate::secret::Private;
use crate::vault::backup::{BackupContents, BackupSet, KnownPlace};
use crate::vault::payload::backup_v1::{BackupPayloadV1, DeviceRecordV1, PlacesV1, SealedContentV1, SetsV1};
use crate::vault::payload::v1::{AccountV1, CredentialV1};
use crate::vault::payload::{backup_records, backup_wire, codec, pad, read_v1, write_v1};
use crate::vault::{OpenError, SealError};

/// The only schema of a backup's payload so far, and the only version of each record.
const FIRST: u16 = 1;
const NUMBER_BYTES: usize = 2;

/// The padded bytes that go into a backup's payload box.
pub fn encode_backup(contents: &BackupContents) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let payload = backup_wire::written(contents);
    if !payload.keeps_bounds() {
        return Err(SealError::TooLarge);
    }
    let size = codec::size(&payload).map_err(|_| SealError::TooLarge)?;
    let written = pad::pad(NUMBER_BYTES + size, |out| fill(out, &payload));
    written.ok_or(SealError::TooLarge)?.map_err(|_| SealError::TooLarge)
}

/// Reads padded bytes of a backup's payload.
pub fn decode_backup(padded: &[u8]) -> Result<BackupContents, OpenError> {
    let payload: BackupPayloadV1 = read(pad::unpad(padded).ok_or(OpenError::Damaged)?)?;
    let is_held = payload.keeps_bounds();
    is_held.then(|| backup_wire::contents(payload)).flatten().ok_or(OpenError::Damaged)
}

/// The bytes of a vault's backup sets.
pub fn encode_sets(sets: &[BackupSet]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    numbered(&backup_records::written_sets(sets))
}

/// Reads the bytes of a vault's backup sets.
pub fn decode_sets(bytes: &[u8]) -> Result<Vec<BackupSet>, OpenError> {
    backup_records::sets(read::<SetsV1>(bytes)?).ok_or(OpenError::Damaged)
}

/// The bytes of a vault's places.
pub fn encode_places(places: &[KnownPlace]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    numbered(&backup_records::written_places(places))
}

/// Reads the bytes of a vault's places.
pub fn decode_places(bytes: &[u8]) -> Result<Vec<KnownPlace>, OpenError> {
    Ok(backup_records::places(read::<PlacesV1>(bytes)?))
}

/// What lies under an account's own sign-in, beside the key: docs/vault-format.md, section 7, `content`.
pub fn sealed_content(account: &Account, params: &OtpParams) -> Result<Zeroizing<Vec<u8>>, SealError> {
    numbered(&backup_wire::sealed_content(account, params))
}

/// Reads it. Opened with a key that only a person's answers give, and read with no more trust than anything else.
pub fn open_sealed_content(bytes: &[u8]) -> Result<SealedContent, OpenError> {
    let content: SealedContentV1 = read(bytes)?;
    let is_held = content.keeps_bounds();
    is_held.then(|| backup_wire::read_sealed_content(content)).flatten().ok_or(OpenError::Damaged)
}

/// The bytes of `device_sealed`: the label as sealed, so that a row that was renamed elsewhere still opens, and the box.
pub fn device_record(label: &SealedLabel, sealed: Vec<u8>) -> Result<Vec<u8>, SealError> {
    let record = DeviceRecordV1 { label: write_v1::label(label), sealed };
    numbered(&record).map(|bytes| bytes.to_vec())
}

/// Reads them.
pub fn read_device_record(bytes: &[u8]) -> Result<(SealedLabel, Vec<u8>), OpenError> {
    let mut record: DeviceRecordV1 = read(bytes)?;
    let label = read_v1::label(&mut record.label).ok_or(OpenError::Damaged)?;
    Ok((label, std::mem::take(&mut record.sealed)))
}

/// What lay under an account's own sign-in, or under a computer's device key.
#[derive(Debug)]
pub struct SealedContent {
    /// The key and what goes with it.
    pub params: OtpParams,
    /// The account's note.
    pub note: Private,
    /// The service's recovery codes.
    pub recovery_codes: Vec<RecoveryCode>,
    /// Keys that were replaced, newest first.
    pub history: Vec<OldKey>,
}

impl SealedContent {
    /// Whether the key is of the kind, and has the numbers, that a label says.
    pub fn fits(&self, label: &SealedLabel) -> bool {
        let own = backup_wire::label_for(&label.issuer, &label.name, &self.params);
        own == *label
    }
}

/// The label that a seal of this account binds.
pub fn label_of(account: &Account, params: &OtpParams) -> SealedLabel {
    backup_wire::label_for(&account.issuer, &account.name, params)
}

/// SHA-256 over what of a book makes a backup due: not counters, use counts or what services said.
pub fn content_fingerprint(book: &Book) -> Result<[u8; 32], SealError> {
    let mut digest = Sha256::new();
    for group in book.groups() {
        digest.update(record(&group.as_str())?);
    }
    for account in book.all() {
        digest.update(record(&lasting(account))?);
    }
    Ok(digest.finalize().into())
}

/// An account without what changes by mere use.
fn lasting(account: &Account) -> AccountV1 {
    let mut wire = write_v1::account(account);
    (wire.use_count, wire.last_used, wire.accepted, wire.refused) = (0, None, None, None);
    if let CredentialV1::Ready(otp) = &mut wire.credential {
        otp.counter = 0;
    }
    wire
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, OpenError> {
    let (number, record) = bytes.split_first_chunk::<NUMBER_BYTES>().ok_or(OpenError::Damaged)?;
    match u16::from_le_bytes(*number) {
        FIRST => codec::read(record).map_err(|_| OpenError::Damaged),
        0 => Err(OpenError::Damaged),
        found => Err(OpenError::TooNew { found }),
    }
}

fn numbered(value: &impl Serialize) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let size = codec::size(value).map_err(|_| SealError::TooLarge)?;
    let mut out = Zeroizing::new(vec![0; NUMBER_BYTES + size]);
    fill(&mut out, value).map_err(|_| SealError::TooLarge)?;
    Ok(out)
}

fn record(value: &impl Serialize) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let mut out = Zeroizing::new(vec![0; codec::size(value).map_err(|_| SealError::TooLarge)?]);
    codec::write(value, &mut out).map_err(|_| SealError::TooLarge)?;
    Ok(out)
}

/// The number in front, the record after it.
fn fill(out: &mut [u8], value: &impl Serialize) -> Result<(), codec::BadForm> {
    let (number, rest) = out.split_first_chunk_mut::<NUMBER_BYTES>().ok_or(codec::BadForm)?;
    *number = FIRST.to_le_bytes();
    codec::write(value, rest)
}
