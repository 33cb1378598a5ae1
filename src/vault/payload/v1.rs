//! Schema 1, frozen: these structs are the bytes (docs/vault-format.md, "Payload, schema 1"). Never change a released
//! one; what is new goes into `ext` or into a schema of its own.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A fact that a newer version wrote: a number and bytes, kept as they are.
pub type ExtV1 = (u16, Vec<u8>);

/// All that a vault holds. `L` is the list of accounts, or what is read in its place: so that the accounts of a large
/// vault need not be in memory twice.
#[derive(Deserialize, Serialize, ZeroizeOnDrop)]
pub struct PayloadV1<L = Vec<AccountV1>> {
    pub created: i64,
    pub mark_key: [u8; 32],
    pub words_key: Option<[u8; 32]>,
    pub settings: SettingsV1,
    pub groups: Vec<String>,
    /// Each wipes itself when it is dropped.
    #[zeroize(skip)]
    pub accounts: L,
    pub ext: Vec<ExtV1>,
}

/// Settings that nobody edits from outside.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct SettingsV1 {
    pub auto_lock_seconds: u32,
}

/// One account.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct AccountV1 {
    #[serde(with = "two_numbers")]
    pub id: [u8; 16],
    pub kind: u8,
    pub passwordless: bool,
    pub protection: u8,
    pub issuer: String,
    pub name: String,
    pub note: String,
    pub groups: Vec<String>,
    pub pinned: bool,
    pub credential: CredentialV1,
    pub sign_in: Option<SignInV1>,
    pub recovery_codes: Vec<RecoveryCodeV1>,
    pub use_count: u64,
    pub last_used: Option<i64>,
    pub created: i64,
    pub changed: i64,
    pub trashed: Option<i64>,
    pub history: Vec<OldKeyV1>,
    pub accepted: Option<i64>,
    pub refused: Option<i64>,
    pub provider_pin: Option<ProviderPinV1>,
    pub icon: String,
    pub ext: Vec<ExtV1>,
}

/// The key, or what stands in its place. The order is the number on the wire: 0, 1, 2.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub enum CredentialV1 {
    Missing(MissingV1),
    Ready(OtpV1),
    Sealed(SealedV1),
}

/// Only the name is here.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct MissingV1 {
    pub reason: u8,
    pub type_name: String,
    pub device_sealed: Option<Vec<u8>>,
}

/// What codes are made from.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct OtpV1 {
    pub otp_type: u8,
    pub algorithm: u8,
    pub digits: u8,
    pub period: u32,
    pub counter: u64,
    #[serde(with = "whole")]
    pub key: Vec<u8>,
    pub pin: String,
}

/// A key under the account's own sign-in.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct SealedV1 {
    pub seal_id: [u8; 16],
    pub label: LabelV1,
    pub slots: Vec<SignInSlotV1>,
    pub sealed: Vec<u8>,
}

/// What a seal binds.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct LabelV1 {
    pub issuer: String,
    pub name: String,
    pub otp_type: u8,
    pub algorithm: u8,
    pub digits: u8,
    pub period: u32,
}

/// One contact's way to the account key.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct SignInSlotV1 {
    pub contact_kind: u8,
    pub hint: String,
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
    pub salt: [u8; 32],
    pub sealed: Vec<u8>,
}

/// What a live vault keeps for an account with sign-in protection.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct SignInV1 {
    pub account_key: [u8; 32],
    pub slots: Vec<SignInSlotV1>,
    pub seal_id: [u8; 16],
}

/// A recovery code of the service.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCodeV1 {
    pub code: Vec<u8>,
    pub used: bool,
}

/// A key that was replaced.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct OldKeyV1 {
    pub otp: OtpV1,
    pub replaced: i64,
}

/// Who signed in at the provider.
#[derive(Deserialize, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct ProviderPinV1 {
    pub issuer: String,
    pub subject: String,
    pub confirmed: i64,
    pub second_factor: u8,
}

/// Sixteen bytes read and written as two numbers and not one by one, which is a sixth of the time that opening takes. In the
/// file they are the same sixteen bytes, since numbers are little-endian there.
mod two_numbers {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8; 16], out: S) -> Result<S::Ok, S::Error> {
        let number = u128::from_le_bytes(*bytes);
        (number as u64, (number >> 64) as u64).serialize(out)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(bytes: D) -> Result<[u8; 16], D::Error> {
        let (low, high) = <(u64, u64)>::deserialize(bytes)?;
        Ok((u128::from(high) << 64 | u128::from(low)).to_le_bytes())
    }
}

/// Bytes read and written in one piece and not one by one. In the file they are what a list of numbers is.
mod whole {
    use std::fmt;

    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], out: S) -> Result<S::Ok, S::Error> {
        out.serialize_bytes(bytes)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(bytes: D) -> Result<Vec<u8>, D::Error> {
        bytes.deserialize_byte_buf(Whole)
    }

    struct Whole;

    impl Visitor<'_> for Whole {
        type Value = Vec<u8>;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("bytes")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }

        fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
            Ok(bytes)
        }
    }
}
