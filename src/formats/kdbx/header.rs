//! The header, which is not encrypted: how the database is sealed, and what it costs to open. All of it is checked before
//! anybody is asked for a password.

use aes::Aes256;
use aes::cipher::{BlockCipherEncrypt, KeyInit};
use argon2::{Algorithm, Version};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

use crate::formats::FormatError;
use crate::formats::kdf_bounds::Argon2id;
use crate::secret::Key32;

/// How all files of KeePass begin.
pub(super) const MAGIC: &[u8] = b"\x03\xd9\xa2\x9a";

/// The second four bytes: KeePass 1, test versions of KeePass 2, and all that came after.
const FIRST: u32 = 0xb54b_fb65;
const SECOND: u32 = 0xb54b_fb66;
const CURRENT: u32 = 0xb54b_fb67;

/// Where the fields begin.
const FIELDS: usize = 12;

/// The most rounds of AES: about half a minute, a hundred times what KeePass proposes after measuring a second.
const MOST_ROUNDS: u64 = if cfg!(fuzzing) { 100 } else { 1_000_000_000 };

/// What tells the ciphers and derivations apart.
const AES: &[u8] = b"\x31\xc1\xf2\xe6\xbf\x71\x43\x50\xbe\x58\x05\x21\x6a\xfc\x5a\xff";
const TWOFISH: &[u8] = b"\xad\x68\xf2\x9f\x57\x6f\x4b\xb9\xa3\x6a\xd4\x7a\xf9\x65\x34\x6c";
const CHACHA20: &[u8] = b"\xd6\x03\x8a\x2b\x8b\x6f\x4c\xb5\xa5\x24\x33\x9a\x31\xdb\xb5\x9a";
const AES_ROUNDS: &[u8] = b"\xc9\xd9\xf3\x9a\x62\x8a\x44\x60\xbf\x74\x0d\x08\xc1\x8a\x4f\xea";
const AES_ROUNDS_4: &[u8] = b"\x7c\x02\xbb\x82\x79\xa7\x4a\xc0\x92\x7d\x11\x4a\x00\x64\x82\x38";
const ARGON2D: &[u8] = b"\xef\x63\x6d\xdf\x8c\x29\x44\x4b\x91\xf7\xa9\xa4\x03\xe3\x0a\x0c";
const ARGON2ID: &[u8] = b"\x9e\x29\x8b\x19\x56\xdb\x47\x73\xb2\x3d\xfc\x3e\xc6\xf0\xa1\xe6";

/// The kinds of file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Four,
    Old,
    Three,
}

impl Kind {
    pub(super) fn of(file: &[u8]) -> Result<Self, FormatError> {
        let (sign, version) = (u32_at(file, 4).ok_or(DAMAGED)?, u32_at(file, 8));
        match (sign, version.map(|version| version >> 16)) {
            (FIRST | SECOND, _) | (CURRENT, Some(0..=2)) => Ok(Self::Old),
            (CURRENT, Some(3)) => Ok(Self::Three),
            (CURRENT, Some(4)) => Ok(Self::Four),
            (CURRENT, Some(found)) => Err(FormatError::TooNew { found: found.into() }),
            _ => Err(DAMAGED),
        }
    }
}

/// How the stream is sealed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Cipher {
    Aes,
    ChaCha20,
    Twofish,
}

/// How single fields are hidden inside of the XML.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum FieldCipher {
    ChaCha20,
    None,
    Salsa20,
}

impl FieldCipher {
    pub(super) fn of(number: u32) -> Result<Self, FormatError> {
        match number {
            0 => Ok(Self::None),
            2 => Ok(Self::Salsa20),
            3 => Ok(Self::ChaCha20),
            _ => Err(FormatError::Damaged("field cipher")),
        }
    }
}

/// What a header says.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) kind: Kind,
    pub(super) cipher: Cipher,
    pub(super) is_packed: bool,
    pub(super) seed: [u8; 32],
    pub(super) iv: Vec<u8>,
    pub(super) derivation: Derivation,
    /// Of kind 3: how fields are hidden, and the bytes that the opened stream begins with.
    pub(super) fields: (FieldCipher, Vec<u8>),
    pub(super) first_bytes: Vec<u8>,
    /// Where what is sealed begins.
    pub(super) end: usize,
}

/// How the key is made from the password.
#[derive(Debug)]
pub(super) enum Derivation {
    Aes { seed: [u8; 32], rounds: u64 },
    Argon2(Argon2id),
}

const DAMAGED: FormatError = FormatError::Damaged("header");

impl Header {
    pub(super) fn parse(file: &[u8]) -> Result<Self, FormatError> {
        let kind = Kind::of(file)?;
        let (fields, end) = fields(file, kind)?;
        if kind == Kind::Four && !is_whole(file, end) {
            return Err(DAMAGED);
        }
        let field = |id: u8| fields.iter().find(|(known, _)| *known == id).map(|(_, bytes)| *bytes);
        let derivation = match field(11) {
            Some(dictionary) if kind == Kind::Four => Derivation::of(dictionary)?,
            _ if kind == Kind::Four => return Err(DAMAGED),
            _ => Derivation::aes(field(5), field(6).and_then(|rounds| u64_at(rounds, 0)))?,
        };
        let hidden = match kind {
            Kind::Four => FieldCipher::None,
            _ => FieldCipher::of(field(10).and_then(|number| u32_at(number, 0)).ok_or(DAMAGED)?)?,
        };
        Ok(Self {
            kind,
            cipher: cipher(field(2).ok_or(DAMAGED)?)?,
            is_packed: match field(3).and_then(|flags| u32_at(flags, 0)) {
                Some(0) => false,
                Some(1) => true,
                _ => return Err(FormatError::Damaged("compression")),
            },
            seed: field(4).and_then(|seed| seed.try_into().ok()).ok_or(DAMAGED)?,
            iv: field(7).ok_or(DAMAGED)?.to_vec(),
            derivation,
            fields: (hidden, field(8).unwrap_or_default().to_vec()),
            first_bytes: field(9).unwrap_or_default().to_vec(),
            end,
        })
    }
}

/// Whether the hash of the header stands behind it, as in kind 4. It proves nothing; it tells damage from a wrong password
/// before what a header asks for is done.
fn is_whole(file: &[u8], end: usize) -> bool {
    let (head, rest) = file.split_at_checked(end).unwrap_or_default();
    rest.get(..32).is_some_and(|hash| Sha256::digest(head).as_slice() == hash)
}

/// The fields by their numbers, and where they end.
type Fields<'a> = (Vec<(u8, &'a [u8])>, usize);

fn fields(file: &[u8], kind: Kind) -> Result<Fields<'_>, FormatError> {
    let (mut fields, mut at) = (Vec::new(), FIELDS);
    loop {
        let id = *file.get(at).ok_or(DAMAGED)?;
        let (length, start) = match kind {
            Kind::Four => (u32_at(file, at + 1).and_then(|length| usize::try_from(length).ok()), at + 5),
            _ => (u16_at(file, at + 1).map(usize::from), at + 3),
        };
        let end = length.and_then(|length| start.checked_add(length)).ok_or(DAMAGED)?;
        fields.push((id, file.get(start..end).ok_or(DAMAGED)?));
        at = end;
        if id == 0 {
            return Ok((fields, at));
        }
    }
}

fn cipher(id: &[u8]) -> Result<Cipher, FormatError> {
    match id {
        AES => Ok(Cipher::Aes),
        CHACHA20 => Ok(Cipher::ChaCha20),
        TWOFISH => Ok(Cipher::Twofish),
        _ => Err(FormatError::Damaged("cipher")),
    }
}

impl Derivation {
    fn aes(seed: Option<&[u8]>, rounds: Option<u64>) -> Result<Self, FormatError> {
        let seed = seed.and_then(|seed| seed.try_into().ok()).ok_or(DAMAGED)?;
        let rounds = rounds.ok_or(DAMAGED)?;
        if rounds > MOST_ROUNDS {
            return Err(FormatError::TooManyRounds { rounds });
        }
        Ok(Self::Aes { seed, rounds })
    }

    /// From the dictionary of kind 4. Memory stands there in bytes.
    fn of(dictionary: &[u8]) -> Result<Self, FormatError> {
        let values = values(dictionary).ok_or(DAMAGED)?;
        let bytes = |name: &str| values.iter().find(|(known, _)| *known == name.as_bytes()).map(|(_, bytes)| *bytes);
        let number = |name| bytes(name).and_then(number).ok_or(DAMAGED);
        let algorithm = match bytes("$UUID").ok_or(DAMAGED)? {
            AES_ROUNDS | AES_ROUNDS_4 => return Self::aes(bytes("S"), bytes("R").and_then(self::number)),
            ARGON2D => Algorithm::Argon2d,
            ARGON2ID => Algorithm::Argon2id,
            _ => return Err(FormatError::Damaged("key derivation")),
        };
        let version = match number("V")? {
            0x10 => Version::V0x10,
            0x13 => Version::V0x13,
            _ => return Err(FormatError::Damaged("Argon2")),
        };
        let salt = bytes("S").ok_or(DAMAGED)?.to_vec();
        let argon2 = Argon2id::new(number("M")? / 1024, number("I")?, number("P")?, salt)?;
        Ok(Self::Argon2(argon2.in_variant(algorithm, version)))
    }

    /// The key from the two hashes of the password.
    pub(super) fn key(&self, composite: &Key32) -> Result<Key32, FormatError> {
        match self {
            Self::Aes { seed, rounds } => aes_rounds(seed, *rounds, composite).ok_or(DAMAGED),
            Self::Argon2(argon2) => argon2.key(composite.expose()),
        }
    }
}

/// Both halves encrypted over and over, then hashed.
fn aes_rounds(seed: &[u8; 32], rounds: u64, composite: &Key32) -> Option<Key32> {
    let cipher = Aes256::new(seed.into());
    let (first, second) = composite.expose().split_first_chunk::<16>()?;
    let mut blocks = [(*first).into(), <[u8; 16]>::try_from(second).ok()?.into()];
    for _ in 0..rounds {
        cipher.encrypt_blocks(&mut blocks);
    }
    let mut hash = Sha256::new();
    for block in &mut blocks {
        hash.update(*block);
        block.zeroize();
    }
    let mut hash: [u8; 32] = hash.finalize().into();
    let key = Key32::copied(&hash);
    hash.zeroize();
    key
}

/// The names and bytes of a dictionary: a version, then type, name and value, each with its length.
fn values(mut dictionary: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    dictionary = dictionary.get(2..)?;
    let mut values = Vec::new();
    while let [type_, rest @ ..] = dictionary {
        if *type_ == 0 {
            break;
        }
        let (name, rest) = counted(rest)?;
        let (value, rest) = counted(rest)?;
        values.push((name, value));
        dictionary = rest;
    }
    Some(values)
}

fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = usize::try_from(u32_at(bytes, 0)?).ok()?;
    bytes.get(4..)?.split_at_checked(length)
}

/// A number of four or eight bytes.
fn number(bytes: &[u8]) -> Option<u64> {
    match bytes.len() {
        4 => u32_at(bytes, 0).map(u64::from),
        8 => u64_at(bytes, 0),
        _ => None,
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..)?.first_chunk().copied()?))
}
