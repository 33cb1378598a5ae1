//! Pages and the trees that they make: from the root of a table to the bytes of its rows. Every page is looked at once,
//! however the file links them, and no more bytes are read as rows than the file has.

use std::collections::HashSet;

use zeroize::Zeroizing;

/// Kinds of pages of a table: leaves hold rows, inner pages point to others.
const INNER: u8 = 0x05;
const LEAF: u8 = 0x0d;

/// How long the header of the file is, which stands at the start of the first page.
const FILE_HEADER: usize = 100;

/// The least that a page must have for rows: a number of the format.
const LEAST_USABLE: usize = 480;

/// The pages of a file.
#[derive(Clone, Copy)]
pub(super) struct Pages<'a> {
    bytes: &'a [u8],
    size: usize,
    usable: usize,
}

/// The end of a branch.
pub(super) enum Leaf<'a> {
    /// A page with rows.
    Page(Page<'a>),
    /// A page that is not there, of another kind, or met before.
    Unreadable,
}

/// A page of a tree.
pub(super) struct Page<'a> {
    bytes: &'a [u8],
    /// Where its own header begins.
    start: usize,
}

impl<'a> Pages<'a> {
    /// Reads the size of pages from the header of the file.
    pub(super) fn parse(bytes: &'a [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 16)? {
            1 => 65_536,
            size => usize::from(size),
        };
        if bytes.len() < FILE_HEADER || !size.is_power_of_two() || size < 512 {
            return None;
        }
        let usable = size.checked_sub(usize::from(*bytes.get(20)?)).filter(|usable| *usable >= LEAST_USABLE)?;
        Some(Self { bytes, size, usable })
    }

    /// How many bytes all rows of a table may have together: each byte of the file belongs to one row at most.
    pub(super) const fn budget(&self) -> usize {
        self.bytes.len()
    }

    /// The leaves of a tree, in order. Unreadable ones are one at the end, however many they are.
    pub(super) fn leaves(&self, root: u32) -> Vec<Leaf<'a>> {
        let (mut leaves, mut met, mut waiting, mut is_whole) = (Vec::new(), HashSet::new(), vec![root], true);
        while let Some(number) = waiting.pop() {
            let page = self.tree_page(number).filter(|_| met.insert(number));
            match page.map(|page| (page.kind(), page)) {
                Some((Some(LEAF), page)) => leaves.push(Leaf::Page(page)),
                Some((Some(INNER), page)) => {
                    let children: Vec<Option<u32>> = page.children().collect();
                    is_whole &= children.iter().all(Option::is_some);
                    waiting.extend(children.into_iter().rev().flatten());
                }
                _ => is_whole = false,
            }
        }
        if !is_whole {
            leaves.push(Leaf::Unreadable);
        }
        leaves
    }

    fn tree_page(&self, number: u32) -> Option<Page<'a>> {
        Some(Page { bytes: self.page(number)?, start: if number == 1 { FILE_HEADER } else { 0 } })
    }

    /// A page by its number, from 1.
    fn page(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_sub(1)?.checked_mul(self.size)?;
        self.bytes.get(start..start.checked_add(self.size)?)
    }
}

impl<'a> Page<'a> {
    fn kind(&self) -> Option<u8> {
        self.bytes.get(self.start).copied()
    }

    /// The pages below an inner page; `None` where a pointer leads out of the page.
    fn children(&self) -> impl Iterator<Item = Option<u32>> {
        self.cells(12).map(|cell| cell.and_then(|cell| u32_at(cell, 0))).chain([u32_at(self.bytes, self.start + 8)])
    }

    /// The bytes of each row of a leaf; `None` for one that is damaged. `budget` is what is left of the file's bytes.
    pub(super) fn payloads(
        &self,
        pages: &Pages<'a>,
        budget: &mut usize,
    ) -> impl Iterator<Item = Option<Zeroizing<Vec<u8>>>> {
        self.cells(8).map(move |cell| payload(cell?, pages, budget))
    }

    /// The bytes from each cell's start to the end of the page.
    fn cells(&self, header: usize) -> impl Iterator<Item = Option<&'a [u8]>> {
        let count = u16_at(self.bytes, self.start + 3).unwrap_or(0);
        let pointers = self.start + header;
        (0..usize::from(count)).map(move |cell| {
            let at = u16_at(self.bytes, pointers + 2 * cell)?;
            self.bytes.get(usize::from(at)..)
        })
    }
}

/// A row's bytes: those in its cell, and those on the chain of pages behind it.
fn payload(cell: &[u8], pages: &Pages<'_>, budget: &mut usize) -> Option<Zeroizing<Vec<u8>>> {
    let (length, after) = varint(cell)?;
    let (_, after) = varint(after)?;
    let length = usize::try_from(length).ok()?;
    *budget = budget.checked_sub(length)?;
    let here = local(length, pages.usable);
    let mut bytes = Zeroizing::new(Vec::with_capacity(length));
    bytes.extend_from_slice(after.get(..here)?);
    let mut next = if here < length { u32_at(after, here)? } else { 0 };
    while bytes.len() < length {
        let page = pages.page(next)?;
        let missing = length - bytes.len();
        bytes.extend(page.get(4..pages.usable)?.iter().take(missing));
        next = u32_at(page, 0)?;
    }
    Some(bytes)
}

/// How much of a row stands in its cell: section 1.6 of the format.
fn local(length: usize, usable: usize) -> usize {
    let most = usable - 35;
    if length <= most {
        return length;
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let fitting = least + (length - least) % (usable - 4);
    if fitting <= most { fitting } else { least }
}

/// A number of one to nine bytes, and what follows it.
pub(super) fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut number = 0_u64;
    for (place, byte) in bytes.iter().enumerate().take(9) {
        if place == 8 {
            return Some((number << 8 | u64::from(*byte), bytes.get(9..)?));
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, bytes.get(place + 1..)?));
        }
    }
    None
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..)?.first_chunk().copied()?))
}
