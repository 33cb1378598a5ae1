//! The container of a vault: what the parts of its header mean. Form only; nothing is opened here, and the bytes around
//! the parts are the frame's.

use crate::vault::file_kind::{BACKUP_MAGIC, FileKind};
use crate::vault::frame::{self, HeaderError, Part};
use crate::vault::slot::{Slot, SlotKind};
use crate::vault::{ParseError, VaultId};

/// The largest file that is read or written.
pub const LARGEST_FILE: usize = 64 * 1024 * 1024;

const MOST_SLOTS: usize = 16;
/// Each costs an Argon2 run when a passphrase is wrong.
const MOST_PASSPHRASE_SLOTS: usize = 8;

const VAULT_ID: u16 = 0x0001;
const GENERATION: u16 = 0x0002;
const WRITER: u16 = 0x0003;
const SLOT: u16 = 0x0010;
const CRITICAL: u16 = 0x8000;

/// What the header says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Header {
    /// Which file it is the header of.
    pub kind: FileKind,
    /// The vault's id.
    pub vault: VaultId,
    /// One more with every save.
    pub generation: u64,
    /// 16 random bytes, drawn when the vault is made and kept.
    pub writer: [u8; 16],
    /// The ways to open it, in order.
    pub slots: Vec<Slot>,
    /// Parts that this version does not know and may ignore, kept byte for byte.
    pub unknown: Vec<(u16, Vec<u8>)>,
}

impl Header {
    /// The bytes of the header, prefix included.
    pub fn encode(&self) -> Vec<u8> {
        frame::encode_header(self.kind.magic(), &self.parts())
    }

    /// Reads a header from the start of `bytes`; also how long it is.
    fn parse(bytes: &[u8], kind: FileKind) -> Result<(Self, usize), ParseError> {
        let (parts, end) = frame::read_header(bytes, kind.magic(), SLOT).map_err(|error| match error {
            HeaderError::Form => ParseError::Damaged,
            HeaderError::TooNew { found } => ParseError::TooNew { found },
        })?;
        // Every part has its exact length or is kept whole, and none may be out of order: what is read here is written
        // as the same bytes, so no header can be read in two ways.
        Ok((Self::from_parts(&parts, kind)?, end))
    }

    fn from_parts(parts: &[Part<'_>], kind: FileKind) -> Result<Self, ParseError> {
        let (mut vault, mut generation, mut writer) = (None, None, None);
        let (mut slots, mut unknown) = (Vec::new(), Vec::new());
        for &(tag, value) in parts {
            match tag {
                VAULT_ID => vault = Some(fixed(value)?),
                GENERATION => generation = Some(u64::from_le_bytes(fixed(value)?)),
                WRITER => writer = Some(fixed(value)?),
                SLOT => slots.push(Slot::parse(value).ok_or(ParseError::Damaged)?),
                tag if tag & CRITICAL != 0 => return Err(ParseError::TooNew { found: tag }),
                _ => unknown.push((tag, value.to_vec())),
            }
        }
        let passphrases = slots.iter().filter(|slot| slot.kind() == SlotKind::Passphrase).count();
        let (Some(vault), Some(generation), Some(writer)) = (vault, generation, writer) else {
            return Err(ParseError::Damaged);
        };
        if slots.is_empty() || slots.len() > MOST_SLOTS || passphrases > MOST_PASSPHRASE_SLOTS {
            return Err(ParseError::Damaged);
        }
        Ok(Self { kind, vault: VaultId(vault), generation, writer, slots, unknown })
    }

    /// All parts in the order of their tags; slots keep theirs.
    fn parts(&self) -> Vec<(u16, Vec<u8>)> {
        let mut parts = vec![
            (VAULT_ID, self.vault.0.to_vec()),
            (GENERATION, self.generation.to_le_bytes().to_vec()),
            (WRITER, self.writer.to_vec()),
        ];
        parts.extend(self.slots.iter().map(|slot| (SLOT, slot.encode())));
        parts.extend(self.unknown.iter().cloned());
        parts.sort_by_key(|(tag, _)| *tag);
        parts
    }
}

/// One reading of a file: a header, and where the payload lies by it.
pub type View = frame::View<Header>;

/// The ways to read a vault: by its front header, by the mirror at its end, or both where they differ.
///
/// # Errors
/// [`ParseError`] where neither can be read.
pub fn parse(bytes: &[u8]) -> Result<Vec<View>, ParseError> {
    if bytes.len() > LARGEST_FILE {
        return Err(ParseError::TooLarge);
    }
    if bytes.starts_with(&BACKUP_MAGIC) {
        return Err(ParseError::Backup);
    }
    if bytes.starts_with(&FileKind::Export.magic()) {
        return Err(ParseError::Export);
    }
    parse_as(bytes, FileKind::Vault)
}

/// The same for a file of this kind.
///
/// # Errors
/// As [`parse`].
pub fn parse_as(bytes: &[u8], kind: FileKind) -> Result<Vec<View>, ParseError> {
    if bytes.len() > LARGEST_FILE {
        return Err(ParseError::TooLarge);
    }
    match frame::readings(bytes, ParseError::Damaged, |bytes| Header::parse(bytes, kind)) {
        (front, None) => front.map(|view| vec![view]),
        (front, Some(mirror)) => both(front, mirror, bytes, kind),
    }
}

/// What two readings that do not agree are worth.
fn both(
    front: Result<View, ParseError>,
    mirror: Result<View, ParseError>,
    bytes: &[u8],
    kind: FileKind,
) -> Result<Vec<View>, ParseError> {
    match (front, mirror) {
        (Ok(front), Ok(mirror)) => Ok(vec![front, mirror]),
        (Ok(view), Err(_)) | (Err(_), Ok(view)) => Ok(vec![view]),
        (Err(error @ ParseError::TooNew { .. }), Err(_)) | (Err(_), Err(error @ ParseError::TooNew { .. })) => {
            Err(error)
        }
        _ if looks_like_ours(bytes, kind) => Err(ParseError::Damaged),
        _ => Err(ParseError::NotAVault),
    }
}

/// Begins or ends as our files of this kind do, even where line ends were translated or the file was cut.
fn looks_like_ours(bytes: &[u8], kind: FileKind) -> bool {
    let start = bytes.get(..bytes.len().min(4)).unwrap_or_default();
    (!start.is_empty() && kind.magic().starts_with(start)) || frame::has_our_end(bytes)
}

fn fixed<const N: usize>(value: &[u8]) -> Result<[u8; N], ParseError> {
    value.try_into().map_err(|_| ParseError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::{FileKind, Header, parse, parse_as};
    use crate::secret::Key32;
    use crate::vault::frame::assemble;
    use crate::vault::slot::{Slot, SlotKind};
    use crate::vault::testing::Counting;
    use crate::vault::{ParseError, VaultId};

    fn header() -> Header {
        let key = Key32::copied(&[1; 32]).unwrap();
        let slot = Slot::for_key(SlotKind::Words, VaultId([9; 16]), &key, &key, &Counting::new()).unwrap();
        Header {
            kind: FileKind::Vault,
            vault: VaultId([9; 16]),
            generation: 7,
            writer: [3; 16],
            slots: vec![slot],
            unknown: Vec::new(),
        }
    }

    fn file(header: &Header) -> Vec<u8> {
        let fill = |out: &mut Vec<u8>| {
            out.extend_from_slice(&[0; 16_384 + 72]);
            Ok::<(), ()>(())
        };
        assemble(&header.encode(), fill).unwrap()
    }

    #[test]
    fn a_whole_file_is_read_in_one_way() {
        let views = parse(&file(&header())).unwrap();
        assert_eq!(views.len(), 1);
        assert_eq!(views[0].header, header());
        assert_eq!(views[0].payload_at.len(), 16_384 + 72);
    }

    #[test]
    fn a_part_that_may_be_ignored_is_kept_and_one_that_may_not_is_refused() {
        let mut header = header();
        header.unknown = vec![(0x0007, vec![1, 2, 3]), (0x0099, vec![])];
        assert_eq!(parse(&file(&header)).unwrap()[0].header, header);
        header.unknown.push((0x8050, vec![]));
        assert_eq!(parse(&file(&header)), Err(ParseError::TooNew { found: 0x8050 }));
    }

    #[test]
    fn a_header_that_is_not_in_order_or_says_something_twice_is_damaged() {
        let swapped = |mut bytes: Vec<u8>| {
            let (vault, generation) = (bytes[16..38].to_vec(), bytes[38..52].to_vec());
            bytes.splice(16..52, [generation, vault].concat());
            bytes
        };
        let bytes = header().encode();
        assert!(Header::parse(&bytes, FileKind::Vault).is_ok());
        assert_eq!(Header::parse(&swapped(bytes.clone()), FileKind::Vault).err(), Some(ParseError::Damaged));
        let mut header = header();
        header.unknown = vec![(0x0003, vec![3; 16])];
        assert_eq!(Header::parse(&header.encode(), FileKind::Vault).err(), Some(ParseError::Damaged));
    }

    #[test]
    fn whatever_is_read_is_written_as_the_same_bytes() {
        let mut header = header();
        header.unknown = vec![(0x0007, vec![1, 2, 3]), (0x0099, vec![])];
        let bytes = header.encode();
        let mut read = 0;
        for bit in 16 * 8..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            if let Ok((header, _)) = Header::parse(&changed, FileKind::Vault) {
                assert_eq!(header.encode(), changed, "bit {bit}");
                read += 1;
            }
        }
        assert!(read > 1000, "{read} of {} changed headers could be read", bytes.len() * 8);
    }

    #[test]
    fn a_file_of_one_kind_is_not_read_as_another() {
        let export = file(&Header { kind: FileKind::Export, ..header() });
        assert_eq!(parse(&export).err(), Some(ParseError::Export));
        assert_eq!(parse_as(&export, FileKind::Export).unwrap()[0].header.kind, FileKind::Export);
        assert_eq!(parse_as(&file(&header()), FileKind::Export).err(), Some(ParseError::Damaged));
        assert_eq!(parse_as(b"{}", FileKind::Export).err(), Some(ParseError::NotAVault));
    }

    #[test]
    fn too_many_slots_are_refused() {
        let mut header = header();
        header.slots = vec![header.slots[0].clone(); 16];
        assert!(Header::parse(&header.encode(), FileKind::Vault).is_ok());
        header.slots.push(header.slots[0].clone());
        assert_eq!(Header::parse(&header.encode(), FileKind::Vault).err(), Some(ParseError::Damaged));
        header.slots.clear();
        assert_eq!(Header::parse(&header.encode(), FileKind::Vault).err(), Some(ParseError::Damaged));
    }

    #[test]
    fn each_foreign_start_has_its_own_answer() {
        let answer = |bytes: &[u8]| parse(bytes).err();
        assert_eq!(answer(b""), Some(ParseError::NotAVault));
        assert_eq!(answer(b"{\"accounts\":[]}"), Some(ParseError::NotAVault));
        assert_eq!(answer(b"\x89PLB\r\n\x1a\n rest"), Some(ParseError::Backup));
        assert_eq!(answer(b"\x89PLX\r\n\x1a\n rest"), Some(ParseError::Export));
        assert_eq!(answer(b"\x89PLV\n\x1a\n rest"), Some(ParseError::Damaged));
        assert_eq!(answer(b"\x89P"), Some(ParseError::Damaged));
        assert_eq!(answer(&vec![0; 64 * 1024 * 1024 + 1]), Some(ParseError::TooLarge));
    }

    #[test]
    fn a_newer_container_is_refused_by_its_number() {
        let mut bytes = file(&header());
        let mirror = bytes.len() - 12 - header().encode().len();
        for at in [8, 10, mirror + 8, mirror + 10] {
            bytes[at] = 2;
        }
        assert_eq!(parse(&bytes), Err(ParseError::TooNew { found: 2 }));
    }
}
