//! Where a byte stands in a short text, as the bits of a number. Whole words are then found with a few shifts and not one branch
//! that a processor could guess wrong: of a hundred thousand accounts most have what is looked for, each in another place.

/// A text of at most 64 bytes, a bit for each.
#[derive(Clone, Copy)]
pub(super) struct Short<'a>(&'a [u8]);

impl<'a> Short<'a> {
    /// `None` for a longer one.
    pub(super) const fn of(text: &'a [u8]) -> Option<Self> {
        if text.len() <= 64 { Some(Self(text)) } else { None }
    }

    /// The places of a byte.
    #[inline]
    pub(super) fn places(self, byte: u8) -> u64 {
        let (words, rest) = self.0.as_chunks::<8>();
        let whole = words.iter().zip((0..).step_by(8)).fold(0, |places, (word, at)| places | equal(byte, *word) << at);
        match self.0.last_chunk::<8>() {
            _ if rest.is_empty() => whole,
            // Some of these were looked at before, with the same result.
            Some(word) => whole | equal(byte, *word) << (self.0.len() - 8),
            None => rest.iter().zip(0..).fold(0, |places, (other, at)| places | u64::from(*other == byte) << at),
        }
    }

    /// The places at which `wanted` begins.
    pub(super) fn begins(self, wanted: &[u8]) -> u64 {
        let mut begins = u64::MAX;
        for (byte, shift) in wanted.iter().zip(0..) {
            begins &= self.places(*byte).checked_shr(shift).unwrap_or(0);
            if begins == 0 {
                break;
            }
        }
        begins
    }
}

/// The first place.
pub(super) const fn first(places: u64) -> Option<usize> {
    if places == 0 { None } else { Some(places.trailing_zeros() as usize) }
}

/// The last place.
pub(super) const fn last(places: u64) -> Option<usize> {
    if places == 0 { None } else { Some(63 - places.leading_zeros() as usize) }
}

/// Those of the places that come before `end`.
pub(super) const fn before(end: usize, places: u64) -> u64 {
    places & low(end)
}

/// Those of the places that do not.
pub(super) const fn from(begin: usize, places: u64) -> u64 {
    places & !low(begin)
}

/// As many low bits as asked for.
pub(super) const fn low(bits: usize) -> u64 {
    if bits >= 64 { u64::MAX } else { (1 << bits) - 1 }
}

/// Which of eight bytes are this one, a bit for each, the first one lowest.
const fn equal(byte: u8, word: [u8; 8]) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = 0x7F * ONES;
    // A byte that is the same is zero now, and only a zero keeps its high bit clear through this.
    let differs = u64::from_le_bytes(word) ^ (ONES * byte as u64);
    let same = !(((differs & LOW) + LOW) | differs | LOW);
    // Eight high bits gathered in the top byte.
    (same >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::{Short, before, first, from, last};

    /// A text whose bytes repeat, with some that differ in one bit only.
    fn text(length: usize) -> Vec<u8> {
        (0..length).map(|at| [0, 1, b'a', 0x80, b'b', 0xFF, b'a' | 0x80, b'a', b'a'][at * at % 9]).collect()
    }

    #[test]
    fn every_place_is_found_and_no_other() {
        for length in [0, 1, 7, 8, 9, 31, 63, 64] {
            let text = text(length);
            for byte in 0..=255 {
                let places = Short::of(&text).unwrap().places(byte);
                let slow = text.iter().enumerate().filter(|(_, other)| **other == byte);
                assert_eq!(places, slow.fold(0, |places, (at, _)| places | 1 << at), "{byte} in {length}");
            }
        }
        assert!(Short::of(&text(65)).is_none());
    }

    #[test]
    fn a_word_begins_where_it_stands_whole() {
        for length in [0, 3, 17, 64] {
            let text = text(length);
            for wanted in [&b"a"[..], b"aa", b"ab", &text, &[7; 90]] {
                let slow = text.windows(wanted.len().max(1)).enumerate().filter(|(_, window)| window == &wanted);
                let slow = slow.fold(0, |places, (at, _)| places | 1 << at);
                assert!(
                    wanted.is_empty() || Short::of(&text).unwrap().begins(wanted) == slow,
                    "{wanted:?} in {length}"
                );
            }
        }
    }

    #[test]
    fn places_are_counted_from_both_ends() {
        let places = 1 | 1 << 5 | 1 << 63;
        assert_eq!((first(places), last(places), first(0), last(0)), (Some(0), Some(63), None, None));
        assert_eq!(
            (before(5, places), before(6, places), before(64, places), before(99, places)),
            (1, 33, places, places)
        );
        assert_eq!(
            (from(0, places), from(1, places), from(6, places), from(64, places)),
            (places, places - 1, 1 << 63, 0)
        );
    }
}
