//! The frame that all our files share: a header of tagged parts, the payload box, the header again, an end mark. What
//! the parts mean is for who reads them.

use std::ops::Range;

use crate::vault::boxed;
use crate::vault::payload::is_padded_size;

/// The version of the container that this program writes, and the newest that it reads.
const VERSION: u16 = 1;

const END_MAGIC: [u8; 8] = *b"\x89PLVE\x1a\n\0";

/// Magic, version, least reader, length of what follows.
const PREFIX: usize = 16;
/// Length of the mirror, end magic.
const TRAILER: usize = 12;
const LARGEST_HEADER: usize = 65_536;

/// A tag and its value.
pub type Part<'a> = (u16, &'a [u8]);

/// Why bytes do not begin with a header.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HeaderError {
    /// Another magic, a broken form.
    Form,
    /// A newer version's.
    TooNew {
        /// The container version that it asks for.
        found: u16,
    },
}

/// One reading of a file: a header, and where the payload lies by it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct View<H> {
    /// The header that was read.
    pub header: H,
    /// Its bytes, which the payload's seal binds.
    pub header_at: Range<usize>,
    /// The payload box.
    pub payload_at: Range<usize>,
    /// Whether header, mirror and end agree; if not, opening by this view is a repair.
    pub is_whole: bool,
}

/// A header of these parts, prefix included. They are in the order of their tags.
pub fn encode_header(magic: [u8; 8], parts: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (tag, value) in parts {
        body.extend_from_slice(&tag.to_le_bytes());
        body.extend_from_slice(&length32(value.len()));
        body.extend_from_slice(value);
    }
    let mut out = magic.to_vec();
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&length32(body.len()));
    out.extend_from_slice(&body);
    out
}

/// The parts of the header at the start of `bytes`, and how long it is. Tags never decrease, and only `repeating` may
/// occur twice.
pub fn read_header(bytes: &[u8], magic: [u8; 8], repeating: u16) -> Result<(Vec<Part<'_>>, usize), HeaderError> {
    let prefix: &[u8; PREFIX] = bytes.first_chunk().ok_or(HeaderError::Form)?;
    let (found, rest) = prefix.split_first_chunk::<8>().ok_or(HeaderError::Form)?;
    let &[v0, v1, r0, r1, l0, l1, l2, l3] = rest else { return Err(HeaderError::Form) };
    let (version, min_reader) = (u16::from_le_bytes([v0, v1]), u16::from_le_bytes([r0, r1]));
    if *found != magic || version == 0 || min_reader == 0 || min_reader > version {
        return Err(HeaderError::Form);
    }
    if min_reader > VERSION {
        return Err(HeaderError::TooNew { found: min_reader });
    }
    let length = u32::from_le_bytes([l0, l1, l2, l3]) as usize;
    let end = PREFIX + length;
    let body = bytes.get(PREFIX..end).filter(|_| length <= LARGEST_HEADER).ok_or(HeaderError::Form)?;
    Ok((read_parts(body, repeating).ok_or(HeaderError::Form)?, end))
}

/// A whole file around an encoded header: `fill` adds the payload box.
pub fn assemble<E>(header: &[u8], fill: impl FnOnce(&mut Vec<u8>) -> Result<(), E>) -> Result<Vec<u8>, E> {
    let mut out = header.to_vec();
    fill(&mut out)?;
    out.extend_from_slice(&trailer(header));
    Ok(out)
}

/// All that follows the payload box: the mirror, its length and the end.
pub fn trailer(header: &[u8]) -> Vec<u8> {
    [header, &length32(header.len()), &END_MAGIC].concat()
}

/// By the front header, and by the mirror where it was looked at.
pub type Readings<H, E> = (Result<View<H>, E>, Option<Result<View<H>, E>>);

/// The readings of a file by its front header and by the mirror at its end. The second is `None` where the first is
/// whole: then they are the same.
pub fn readings<H, E: Copy>(bytes: &[u8], damaged: E, read: impl Fn(&[u8]) -> Result<(H, usize), E>) -> Readings<H, E> {
    let front = front(bytes, damaged, &read);
    if front.as_ref().is_ok_and(|view| view.is_whole) {
        return (front, None);
    }
    (front, Some(mirror(bytes, damaged, &read)))
}

/// Whether a file ends as ours do.
pub fn has_our_end(bytes: &[u8]) -> bool {
    bytes.ends_with(&END_MAGIC)
}

fn front<H, E: Copy>(bytes: &[u8], damaged: E, read: &impl Fn(&[u8]) -> Result<(H, usize), E>) -> Result<View<H>, E> {
    let (header, length) = read(bytes)?;
    let view = view(bytes, header, 0, length).ok_or(damaged)?;
    let again = bytes.get(view.payload_at.end..).unwrap_or_default();
    let expected = trailer(bytes.get(..length).unwrap_or_default());
    Ok(View { is_whole: again == expected, ..view })
}

fn mirror<H, E: Copy>(bytes: &[u8], damaged: E, read: &impl Fn(&[u8]) -> Result<(H, usize), E>) -> Result<View<H>, E> {
    let (rest, end) = bytes.split_last_chunk::<8>().ok_or(damaged)?;
    let (rest, length) = rest.split_last_chunk::<4>().ok_or(damaged)?;
    let length = u32::from_le_bytes(*length) as usize;
    let start = rest.len().checked_sub(length).ok_or(damaged)?;
    let (header, found) = read(rest.get(start..).unwrap_or_default())?;
    if *end != END_MAGIC || found != length {
        return Err(damaged);
    }
    view(bytes, header, start, length).ok_or(damaged)
}

fn view<H>(bytes: &[u8], header: H, start: usize, length: usize) -> Option<View<H>> {
    let end = bytes.len().checked_sub(TRAILER + length)?;
    let inside = end.checked_sub(length + boxed::OVERHEAD)?;
    let view = View { header, header_at: start..start + length, payload_at: length..end, is_whole: false };
    is_padded_size(inside).then_some(view)
}

fn read_parts(mut bytes: &[u8], repeating: u16) -> Option<Vec<Part<'_>>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    while !bytes.is_empty() {
        let (tag, rest) = bytes.split_first_chunk::<2>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let tag = u16::from_le_bytes(*tag);
        let (value, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        if parts.last().is_some_and(|&(before, _)| tag < before || (tag == before && tag != repeating)) {
            return None;
        }
        parts.push((tag, value));
        bytes = rest;
    }
    Some(parts)
}

/// Every length here is below the 64 MiB of a file.
fn length32(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}
