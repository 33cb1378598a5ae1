//! The backup's schema 1, frozen: these structs are the bytes (docs/vault-format.md, "Backup payload, schema 1").
//! What an account is made of is shared with the vault's schema 1; what of it may travel is a type of its own here.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::vault::payload::v1::{ExtV1, LabelV1, OldKeyV1, OtpV1, ProviderPinV1, RecoveryCodeV1, SealedV1, SettingsV1};

/// All that a backup holds.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct BackupPayloadV1 {
    pub created: i64,
    pub recovery_account: String,
    pub computer: String,
    pub settings: SettingsV1,
    pub groups: Vec<String>,
    pub accounts: Vec<BackupAccountV1>,
    pub earlier: Vec<EarlierV1>,
    pub ext: Vec<ExtV1>,
}

/// A file of the same set that was written before this one.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct EarlierV1 {
    pub generation: u64,
    pub digest: [u8; 32],
}

/// One account: what everybody who opens the backup may see, and what it carries of the rest.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct BackupAccountV1 {
    pub id: [u8; 16],
    pub kind: u8,
    pub passwordless: bool,
    pub protection: u8,
    pub issuer: String,
    pub name: String,
    pub groups: Vec<String>,
    pub pinned: bool,
    pub use_count: u64,
    pub last_used: Option<i64>,
    pub created: i64,
    pub changed: i64,
    pub trashed: Option<i64>,
    pub accepted: Option<i64>,
    pub refused: Option<i64>,
    pub provider_pin: Option<ProviderPinV1>,
    pub icon: String,
    pub carried: CarriedV1,
}

/// What a backup carries of an account. The order is the number on the wire: 0, 1, 2.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub enum CarriedV1 {
    Name(NameOnlyV1),
    Open(OpenPartV1),
    Sealed(SealedV1),
}

/// The name alone: there is no field that a key could lie in.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct NameOnlyV1 {
    pub reason: u8,
    pub type_name: String,
}

/// An account of standard protection: everything.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct OpenPartV1 {
    pub key: OpenKeyV1,
    pub note: String,
    pub recovery_codes: Vec<RecoveryCodeV1>,
    pub history: Vec<OldKeyV1>,
    pub ext: Vec<ExtV1>,
}

/// The key, or why the vault itself did not have it. The order is the number on the wire: 0, 1.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub enum OpenKeyV1 {
    Missing(NameOnlyV1),
    Ready(OtpV1),
}

/// What lies under an account's own sign-in, beside the key (docs/vault-format.md, section 7).
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct SealedContentV1 {
    pub otp: OtpV1,
    pub note: String,
    pub recovery_codes: Vec<RecoveryCodeV1>,
    pub history: Vec<OldKeyV1>,
}

/// What lies in `device_sealed` of a missing key: the label as sealed, and the box.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct DeviceRecordV1 {
    pub label: LabelV1,
    pub sealed: Vec<u8>,
}

/// The payload's `ext` number 1: the backup sets of a vault, the one in use first.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct SetsV1 {
    pub sets: Vec<SetV1>,
}

/// What a live vault keeps of a backup set, so that backups ask for nothing.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct SetV1 {
    pub id: [u8; 16],
    pub key: [u8; 32],
    pub device_type: u8,
    pub recovery_account: String,
    pub slots: Vec<Vec<u8>>,
    pub created: i64,
    pub is_on: bool,
    pub generation: u64,
    pub last_digest: [u8; 32],
    pub content: Option<[u8; 32]>,
    pub live_accounts: u64,
    pub password_checked: Option<i64>,
    pub words_checked: Option<i64>,
    pub place: Option<[u8; 16]>,
    pub files: Vec<WrittenV1>,
    pub ext: Vec<ExtV1>,
}

/// A file that this vault wrote.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct WrittenV1 {
    pub name: String,
    pub generation: u64,
    pub digest: [u8; 32],
    pub created: i64,
    pub verified: Option<i64>,
}

/// The payload's `ext` number 2: the places.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct PlacesV1 {
    pub places: Vec<PlaceV1>,
}

/// A place, with what opens it.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct PlaceV1 {
    pub id: [u8; 16],
    pub address: String,
    pub secret: Option<Vec<u8>>,
    pub added: i64,
    pub refuses_overwrites: bool,
    pub ext: Vec<ExtV1>,
}
