//! The codec: the only module that names bincode. It sees bytes that were authenticated, and nothing else
//! (docs/decisions/0002-bincode.md).

use bincode::config;
use bincode::enc::write::SizeWriter;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// More than a file can hold, so that a hostile length is refused before memory is reserved for it.
const LIMIT: usize = 64 * 1024 * 1024;

/// The value does not have the form of its type, or bytes are left over.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BadForm;

/// How many bytes the value takes.
pub fn size(value: &impl Serialize) -> Result<usize, BadForm> {
    let mut writer = SizeWriter::default();
    bincode::serde::encode_into_writer(value, &mut writer, config::legacy()).map_err(|_| BadForm)?;
    Ok(writer.bytes_written)
}

/// Writes the value so that it fills `out` to the last byte.
pub fn write(value: &impl Serialize, out: &mut [u8]) -> Result<(), BadForm> {
    let expected = out.len();
    let written = bincode::serde::encode_into_slice(value, out, config::legacy()).map_err(|_| BadForm)?;
    if written == expected { Ok(()) } else { Err(BadForm) }
}

/// Reads a value that takes all of `bytes`.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BadForm> {
    let limited = config::legacy().with_limit::<LIMIT>();
    let (value, used) = bincode::serde::decode_from_slice(bytes, limited).map_err(|_| BadForm)?;
    if used == bytes.len() { Ok(value) } else { Err(BadForm) }
}
