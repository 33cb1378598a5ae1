//! The payload: what a vault holds, as padded bytes and as domain values. Schemas, their migration, padding.

mod backup_records;
mod backup_v1;
mod backup_wire;
mod bounds_v1;
mod carried;
mod codec;
mod pad;
mod progress;
mod read_v1;
mod v1;
mod write_v1;

use std::sync::OnceLock;

use zeroize::Zeroizing;

use crate::account::Book;
use crate::moment::Moment;
#[cfg(test)]
use crate::otp::OtpParams;
use crate::secret::{Key32, Secret};
use crate::vault::device::DeviceLock;
use crate::vault::{OpenError, SealError, VaultSettings};

pub use carried::{
    SealedContent, content_fingerprint, decode_backup, decode_places, decode_sets, device_record, encode_backup,
    encode_places, encode_sets, label_of, open_sealed_content, read_device_record, sealed_content,
};
pub use pad::is_padded_size;

/// All that a vault holds, as the program works with it.
#[derive(Debug)]
pub struct Contents {
    /// When the vault was made.
    pub created: Moment,
    /// Seals the rollback mark; the same for all of the vault's life.
    pub mark_key: Key32,
    /// The slot key of the recovery words, so that a new vault key can be wrapped without asking for them.
    pub words_key: Option<Key32>,
    /// Settings that nobody edits from outside.
    pub settings: VaultSettings,
    /// The accounts.
    pub book: Book,
    /// Facts of other rooms and of newer versions, kept byte for byte. Keys of backups are among them.
    pub ext: Vec<(u16, Secret)>,
    /// This computer's device key, where it is known; it is in no file of ours.
    pub device: OnceLock<DeviceLock>,
}

impl Contents {
    /// The padded bytes that go into the payload box.
    pub fn encode(&self) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let payload = write_v1::payload(self)?;
        let size = codec::size(&payload).map_err(|_| SealError::TooLarge)?;
        let written = pad::pad(SCHEMA_BYTES + size, |out| {
            let (schema, rest) = out.split_first_chunk_mut::<SCHEMA_BYTES>().ok_or(codec::BadForm)?;
            *schema = <v1::PayloadV1>::NUMBER.to_le_bytes();
            codec::write(&payload, rest)
        });
        written.ok_or(SealError::TooLarge)?.map_err(|_| SealError::TooLarge)
    }

    /// Reads padded bytes; also the schema they had, where it was an older one.
    pub fn decode(padded: &[u8]) -> Result<(Self, Option<u16>), OpenError> {
        let inside = pad::unpad(padded).ok_or(OpenError::Damaged)?;
        let (schema, bytes) = inside.split_first_chunk::<SCHEMA_BYTES>().ok_or(OpenError::Damaged)?;
        let schema = u16::from_le_bytes(*schema);
        let payload = v1::PayloadV1::<read_v1::ReadAccounts>::read(schema, bytes)?;
        let contents = read_v1::contents(payload).ok_or(OpenError::Damaged)?;
        Ok((contents, (schema != <v1::PayloadV1>::NUMBER).then_some(schema)))
    }
}

/// Reads bytes as a payload, as they are and with the padding that they would need.
#[cfg(fuzzing)]
pub fn fuzz(bytes: &[u8]) {
    drop(Contents::decode(bytes));
    let padded = pad::pad(bytes.len(), |out| {
        out.copy_from_slice(bytes);
        Ok::<(), OpenError>(())
    });
    if let Some(Ok(padded)) = padded {
        if let Ok((contents, _)) = Contents::decode(&padded) {
            drop(contents.encode());
        }
    }
}

#[cfg(test)]
impl Contents {
    /// Schema and record as they are, padded.
    pub fn pad_record(inside: &[u8]) -> Zeroizing<Vec<u8>> {
        let fill = |out: &mut [u8]| {
            out.copy_from_slice(inside);
            Ok::<(), OpenError>(())
        };
        pad::pad(inside.len(), fill).unwrap().unwrap()
    }
}

/// A record of schema 1, read and written by the other codec.
#[cfg(test)]
pub fn reencode_with_wincode(record: &[u8]) -> Vec<u8> {
    use serde_wincode::SerdeCompat;

    let read = <SerdeCompat<v1::PayloadV1> as wincode::Deserialize<'_>>::deserialize(record).unwrap();
    <SerdeCompat<v1::PayloadV1> as wincode::Serialize>::serialize(&read).unwrap()
}

/// A sealed record by itself, as the vectors have it.
#[cfg(test)]
pub fn read_sealed_record(bytes: &[u8]) -> crate::account::SealedCredential {
    read_v1::sealed_key(&mut codec::read::<v1::SealedV1>(bytes).unwrap()).unwrap()
}

/// Its bytes.
#[cfg(test)]
pub fn sealed_record(sealed: &crate::account::SealedCredential) -> Vec<u8> {
    let wire = write_v1::sealed_key(sealed);
    let mut bytes = vec![0; codec::size(&wire).unwrap()];
    codec::write(&wire, &mut bytes).unwrap();
    bytes
}

/// What lay under a seal, as the vectors write it.
#[cfg(test)]
pub fn described(content: &SealedContent) -> serde_json::Value {
    use data_encoding::HEXLOWER;
    use serde_json::json;

    let otp = |params: &OtpParams| {
        let otp = write_v1::otp(params);
        json!({
            "otp_type": otp.otp_type, "algorithm": otp.algorithm, "digits": otp.digits, "period": otp.period,
            "counter": otp.counter, "key": HEXLOWER.encode(&otp.key), "pin": otp.pin,
        })
    };
    let code =
        |code: &crate::account::RecoveryCode| json!({"code": HEXLOWER.encode(code.code.expose()), "used": code.used});
    let old = |old: &crate::account::OldKey| json!({"otp": otp(&old.params), "replaced": old.replaced.unix_ms()});
    json!({
        "otp": otp(&content.params),
        "note": content.note.as_str(),
        "recovery_codes": content.recovery_codes.iter().map(code).collect::<Vec<_>>(),
        "history": content.history.iter().map(old).collect::<Vec<_>>(),
    })
}

const SCHEMA_BYTES: usize = 2;

/// A schema of the payload. The first one reads itself; each later one reads itself, or the one before it and brings
/// that forward with a pure function, and so on down the chain.
trait Schema: Sized {
    /// Its number in the file.
    const NUMBER: u16;

    /// Reads bytes of this schema or of any older one.
    fn read(schema: u16, bytes: &[u8]) -> Result<Self, OpenError>;
}

impl<L: serde::de::DeserializeOwned> Schema for v1::PayloadV1<L> {
    const NUMBER: u16 = 1;

    fn read(schema: u16, bytes: &[u8]) -> Result<Self, OpenError> {
        read_exactly(schema, bytes)
    }
}

/// Reads bytes of just this schema.
fn read_exactly<T: Schema + serde::de::DeserializeOwned>(schema: u16, bytes: &[u8]) -> Result<T, OpenError> {
    if schema > T::NUMBER {
        return Err(OpenError::TooNew { found: schema });
    }
    let is_this = schema == T::NUMBER;
    is_this.then(|| codec::read(bytes)).and_then(Result::ok).ok_or(OpenError::Damaged)
}

/// Reads bytes of this schema, or of an older one and brings them forward.
#[cfg_attr(not(test), expect(dead_code, reason = "schema 2 will be its first user"))]
fn read_or_migrate<Older: Schema, T: Schema + serde::de::DeserializeOwned>(
    schema: u16,
    bytes: &[u8],
    migrate: impl FnOnce(Older) -> T,
) -> Result<T, OpenError> {
    if schema >= T::NUMBER { read_exactly(schema, bytes) } else { Older::read(schema, bytes).map(migrate) }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::{Schema, codec, read_exactly, read_or_migrate};
    use crate::vault::OpenError;

    /// Three schemas as they will be one day: each knows only the one before it.
    #[derive(Deserialize, Serialize)]
    struct First {
        name: String,
    }
    #[derive(Deserialize, Serialize)]
    struct Second {
        names: Vec<String>,
    }
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Third {
        names: Vec<String>,
        count: u32,
    }

    impl Schema for First {
        const NUMBER: u16 = 1;
        fn read(schema: u16, bytes: &[u8]) -> Result<Self, OpenError> {
            read_exactly(schema, bytes)
        }
    }
    impl Schema for Second {
        const NUMBER: u16 = 2;
        fn read(schema: u16, bytes: &[u8]) -> Result<Self, OpenError> {
            read_or_migrate(schema, bytes, |older: First| Self { names: vec![older.name] })
        }
    }
    impl Schema for Third {
        const NUMBER: u16 = 3;
        fn read(schema: u16, bytes: &[u8]) -> Result<Self, OpenError> {
            read_or_migrate(schema, bytes, |older: Second| Self { count: 7, names: older.names })
        }
    }

    fn bytes(value: &impl Serialize) -> Vec<u8> {
        let mut out = vec![0; codec::size(value).unwrap()];
        codec::write(value, &mut out).unwrap();
        out
    }

    #[test]
    fn an_older_schema_is_brought_forward_step_by_step() {
        let expected = Third { names: vec!["Anna".to_owned()], count: 7 };
        assert_eq!(Third::read(1, &bytes(&First { name: "Anna".to_owned() })).as_ref(), Ok(&expected));
        assert_eq!(Third::read(2, &bytes(&Second { names: vec!["Anna".to_owned()] })).as_ref(), Ok(&expected));
        assert_eq!(Third::read(3, &bytes(&expected)).as_ref(), Ok(&expected));
    }

    #[test]
    fn a_newer_schema_is_named_and_one_that_never_was_is_damage() {
        assert_eq!(Third::read(4, &[]).err(), Some(OpenError::TooNew { found: 4 }));
        assert_eq!(Third::read(0, &[]).err(), Some(OpenError::Damaged));
    }

    #[test]
    fn bytes_that_are_left_over_or_missing_are_damage() {
        let whole = bytes(&Third { names: vec!["Anna".to_owned()], count: 7 });
        assert_eq!(Third::read(3, &[whole.as_slice(), &[0]].concat()).err(), Some(OpenError::Damaged));
        for length in 0..whole.len() {
            assert_eq!(Third::read(3, &whole[..length]).err(), Some(OpenError::Damaged));
        }
    }

    #[test]
    fn a_hostile_length_reserves_nothing_and_does_not_panic() {
        let hostile = [u64::MAX, 1 << 62, 1 << 40, 64 * 1024 * 1024 + 1, 1 << 25];
        for length in hostile {
            let bytes = [length.to_le_bytes().as_slice(), &[0; 64]].concat();
            assert_eq!(Third::read(3, &bytes).err(), Some(OpenError::Damaged), "{length}");
            assert_eq!(First::read(1, &bytes).err(), Some(OpenError::Damaged), "{length}");
        }
    }
}
