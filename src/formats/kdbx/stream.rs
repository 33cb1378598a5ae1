//! What is sealed, from the bytes behind the header to the XML. Kind 4 is proved by HMAC before it is opened; kind 3 only
//! by the bytes that it begins with and by hashes inside.

use std::io::Read;

use aes::Aes256;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit, StreamCipher};
use chacha20::ChaCha20;
use flate2::read::GzDecoder;
use hmac::{Hmac, KeyInit, Mac};
use salsa20::Salsa20;
use sha2::{Digest, Sha256, Sha512};
use subtle::ConstantTimeEq;
use twofish::Twofish;
use zeroize::{Zeroize, Zeroizing};

use crate::formats::kdbx::header::{Cipher, FieldCipher, Header, Kind, u32_at};
use crate::formats::{FormatError, LONGEST_FILE, UnlockError};
use crate::secret::Key32;

/// The number with which Salsa20 hides fields, the same in all files.
const SALSA_NONCE: [u8; 8] = [0xe8, 0x30, 0x09, 0x4b, 0x97, 0x20, 0x5d, 0x2a];

/// The XML, and what its hidden fields are shown with.
pub(super) fn open(
    header: &Header,
    file: &[u8],
    password: Option<&str>,
    key_file: Option<&Key32>,
) -> Result<(Zeroizing<Vec<u8>>, Fields), UnlockError> {
    let password = password.map(|password| hashed(&[password.as_bytes()])).transpose()?;
    let parts: Vec<&[u8]> = password.iter().chain(key_file).map(|part| part.expose().as_slice()).collect();
    let composite = hashed(&parts)?;
    let derived = header.derivation.key(&composite)?;
    let key = hashed(&[&header.seed, derived.expose()])?;
    match header.kind {
        Kind::Four => {
            let sealed = proved(header, file, &derived)?;
            let opened = decrypted(header, &key, sealed).ok_or(DAMAGED)?;
            Ok(inner(unpacked(header, opened)?)?)
        }
        _ => {
            let sealed = file.get(header.end..).ok_or(DAMAGED)?;
            let opened = decrypted(header, &key, Zeroizing::new(sealed.to_vec()));
            let opened = opened.ok_or(UnlockError::WrongPassword)?;
            let blocks = opened.strip_prefix(header.first_bytes.as_slice()).ok_or(UnlockError::WrongPassword)?;
            let fields = Fields::new(header.fields.0, &header.fields.1)?;
            Ok((unpacked(header, joined(blocks)?)?, fields))
        }
    }
}

const DAMAGED: FormatError = FormatError::Damaged("KDBX");

fn hashed(parts: &[&[u8]]) -> Result<Key32, FormatError> {
    let mut hash = Sha256::new();
    parts.iter().for_each(|part| hash.update(part));
    Key32::copied(&Zeroizing::new(<[u8; 32]>::from(hash.finalize()))[..]).ok_or(DAMAGED)
}

/// Kind 4: the blocks behind the header, each proved with a key of its own.
fn proved(header: &Header, file: &[u8], derived: &Key32) -> Result<Zeroizing<Vec<u8>>, UnlockError> {
    let head = file.get(..header.end).ok_or(DAMAGED)?;
    // The hash of the header stands between, and was looked at with it.
    let behind = header.end.checked_add(32).and_then(|at| file.get(at..)).ok_or(DAMAGED)?;
    let (proof, mut rest) = behind.split_first_chunk::<32>().ok_or(DAMAGED)?;
    let base = Zeroizing::new(<[u8; 64]>::from(
        Sha512::new().chain_update(header.seed).chain_update(derived.expose()).chain_update([1]).finalize(),
    ));
    if !is_proved(&base, u64::MAX, &[head], proof) {
        return Err(UnlockError::WrongPassword);
    }
    let mut joined = Zeroizing::new(Vec::with_capacity(rest.len()));
    for number in 0_u64.. {
        let (proof, after) = rest.split_first_chunk::<32>().ok_or(DAMAGED)?;
        let length = u32_at(after, 0).and_then(|length| usize::try_from(length).ok()).ok_or(DAMAGED)?;
        let block = after.get(4..).and_then(|after| after.get(..length)).ok_or(DAMAGED)?;
        if !is_proved(&base, number, &[&number.to_le_bytes(), after.get(..4).ok_or(DAMAGED)?, block], proof) {
            return Err(DAMAGED.into());
        }
        if block.is_empty() {
            break;
        }
        joined.extend_from_slice(block);
        rest = after.get(4 + length..).ok_or(DAMAGED)?;
    }
    Ok(joined)
}

fn is_proved(base: &[u8; 64], number: u64, parts: &[&[u8]], proof: &[u8; 32]) -> bool {
    let key = Zeroizing::new(<[u8; 64]>::from(
        Sha512::new().chain_update(number.to_le_bytes()).chain_update(base).finalize(),
    ));
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&*key) else { return false };
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().as_slice().ct_eq(proof).into()
}

/// Kind 3: number, hash, length and bytes of each block; the last has no bytes.
fn joined(mut rest: &[u8]) -> Result<Zeroizing<Vec<u8>>, FormatError> {
    let mut joined = Zeroizing::new(Vec::with_capacity(rest.len()));
    loop {
        let (hash, after) = rest.get(4..).and_then(|rest| rest.split_first_chunk::<32>()).ok_or(DAMAGED)?;
        let length = u32_at(after, 0).and_then(|length| usize::try_from(length).ok()).ok_or(DAMAGED)?;
        if length == 0 {
            return Ok(joined);
        }
        let block = after.get(4..).and_then(|after| after.get(..length)).ok_or(DAMAGED)?;
        if Sha256::digest(block).as_slice() != hash {
            return Err(DAMAGED);
        }
        joined.extend_from_slice(block);
        rest = after.get(4 + length..).ok_or(DAMAGED)?;
    }
}

/// The stream decrypted in place; `None` where its length, its number or its padding does not fit.
fn decrypted(header: &Header, key: &Key32, mut bytes: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let (key, iv) = (key.expose().as_slice(), header.iv.as_slice());
    let length = match header.cipher {
        Cipher::Aes => {
            cbc::Decryptor::<Aes256>::new_from_slices(key, iv).ok()?.decrypt_padded::<Pkcs7>(&mut bytes).ok()?.len()
        }
        Cipher::ChaCha20 => {
            ChaCha20::new_from_slices(key, iv).ok()?.try_apply_keystream(&mut bytes).ok()?;
            bytes.len()
        }
        Cipher::Twofish => {
            cbc::Decryptor::<Twofish>::new_from_slices(key, iv).ok()?.decrypt_padded::<Pkcs7>(&mut bytes).ok()?.len()
        }
    };
    bytes.truncate(length);
    Some(bytes)
}

fn unpacked(header: &Header, bytes: Zeroizing<Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, FormatError> {
    if !header.is_packed {
        return Ok(bytes);
    }
    // The last four bytes say how much it is, so that the room never grows and leaves a copy behind.
    let said = bytes.len().checked_sub(4).and_then(|at| u32_at(&bytes, at)).ok_or(DAMAGED)?;
    if u64::from(said) > LONGEST_FILE {
        return Err(FormatError::UnpacksTooFar);
    }
    let said = usize::try_from(said).map_err(|_| DAMAGED)?;
    let mut unpacked = Zeroizing::new(vec![0; said]);
    let mut reader = GzDecoder::new(bytes.as_slice());
    reader.read_exact(&mut unpacked).map_err(|_| DAMAGED)?;
    match reader.read(&mut [0]) {
        Ok(0) => Ok(unpacked),
        Ok(_) => Err(FormatError::UnpacksTooFar),
        Err(_) => Err(DAMAGED),
    }
}

/// Kind 4: fields in front of the XML say how it hides its own.
fn inner(bytes: Zeroizing<Vec<u8>>) -> Result<(Zeroizing<Vec<u8>>, Fields), FormatError> {
    let (mut cipher, mut key, mut at) = (FieldCipher::None, Zeroizing::default(), 0_usize);
    loop {
        let id = *bytes.get(at).ok_or(DAMAGED)?;
        let length = u32_at(&bytes, at + 1).and_then(|length| usize::try_from(length).ok()).ok_or(DAMAGED)?;
        let end = (at + 5).checked_add(length).ok_or(DAMAGED)?;
        let field = bytes.get(at + 5..end).ok_or(DAMAGED)?;
        at = end;
        match id {
            0 => break,
            1 => cipher = FieldCipher::of(u32_at(field, 0).ok_or(DAMAGED)?)?,
            2 => key = Zeroizing::new(field.to_vec()),
            // Files that hang on entries, and what is not known.
            _ => {}
        }
    }
    let xml = bytes.get(at..).ok_or(DAMAGED)?;
    Ok((Zeroizing::new(xml.to_vec()), Fields::new(cipher, &key)?))
}

/// Shows hidden fields, each in its turn: they are all hidden with one long stream of bytes.
pub(super) enum Fields {
    ChaCha20(Box<ChaCha20>),
    None,
    Salsa20(Box<Salsa20>),
}

impl Fields {
    pub(super) fn new(cipher: FieldCipher, key: &[u8]) -> Result<Self, FormatError> {
        match cipher {
            FieldCipher::ChaCha20 => {
                let mut hash = <[u8; 64]>::from(Sha512::digest(key));
                let (key, rest) = hash.split_at(32);
                let nonce = rest.get(..12).ok_or(DAMAGED)?;
                let cipher = ChaCha20::new_from_slices(key, nonce).map_err(|_| DAMAGED);
                hash.zeroize();
                Ok(Self::ChaCha20(Box::new(cipher?)))
            }
            FieldCipher::None => Ok(Self::None),
            FieldCipher::Salsa20 => {
                let key = hashed(&[key])?;
                Ok(Self::Salsa20(Box::new(Salsa20::new(key.expose().into(), &SALSA_NONCE.into()))))
            }
        }
    }

    /// The next field, in place.
    pub(super) fn show(&mut self, bytes: &mut [u8]) -> Result<(), FormatError> {
        match self {
            Self::ChaCha20(cipher) => cipher.try_apply_keystream(bytes).map_err(|_| DAMAGED),
            Self::None => Ok(()),
            Self::Salsa20(cipher) => cipher.try_apply_keystream(bytes).map_err(|_| DAMAGED),
        }
    }
}
