//! One word of a query against one text: whether it is there, where, and how good that is.
//!
//! The scores follow fzf's first algorithm (greedy, then shortened from behind): a point for each letter, more where a
//! word starts or letters follow each other, less for gaps.

use zeroize::Zeroizing;

use crate::account::search::bits::{self, Short};
use crate::account::search::fold::Letters;
use crate::text::fold;

/// What a word is worth that stands in the name of a group or in a note: less than any match in issuer or name.
pub(super) const IN_GROUP: i32 = 8;
pub(super) const IN_NOTE: i32 = 4;

const LETTER: i32 = 16;
const GAP_BEGINS: i32 = 3;
const GAP_GOES_ON: i32 = 1;
const WORD_STARTS: i32 = 8;
const FOLLOWS: i32 = 4;
const WORD_ENDS: i32 = 4;
/// The issuer counts a little more than the name.
const TEXT_STARTS: i32 = 4;
/// Gaps never cost so much that a letter is worth nothing; a sum stays above [`IN_GROUP`].
const LEAST: i32 = IN_GROUP + 1;

/// A word that was typed, folded.
pub(super) struct Word {
    folded: Zeroizing<String>,
    /// The groups whose names have the word in them.
    groups: Vec<usize>,
    pub(super) letters: Letters,
    is_ascii: bool,
}

impl Word {
    /// `None` when nothing is left of it: a lone accent, say.
    pub(super) fn new(typed: &str, groups: &[Zeroizing<String>]) -> Option<Self> {
        let folded = Zeroizing::new(fold(typed));
        let having = groups.iter().enumerate().filter(|(_, name)| name.contains(folded.as_str()));
        let groups = having.map(|(place, _)| place).collect();
        (!folded.is_empty()).then(|| Self {
            letters: Letters::of(folded.as_bytes()),
            is_ascii: folded.is_ascii(),
            groups,
            folded,
        })
    }

    /// How well the word matches `text`; `None` when it does not. `places` is scratch space.
    pub(super) fn find(&self, text: &[u8], starts: u64, places: &mut Vec<usize>) -> Option<i32> {
        if let Some(begin) = self.best_whole(text, starts) {
            return Some(score_whole(begin, self.folded.len(), text, starts));
        }
        self.strewn(text, places)?;
        Some(score_strewn(places, text, starts))
    }

    /// The bytes of `text` that [`Word::find`] scores, ascending.
    pub(super) fn places(&self, text: &[u8], starts: u64, places: &mut Vec<usize>) -> Option<()> {
        let Some(begin) = self.best_whole(text, starts) else { return self.strewn(text, places) };
        places.clear();
        places.extend(begin..begin + self.folded.len());
        Some(())
    }

    /// Whether the word stands in `text` as it is.
    pub(super) fn stands_in(&self, text: &[u8]) -> bool {
        occurrences(text, self.folded.as_bytes()).next().is_some()
    }

    /// Whether one of these groups has the word in its name.
    pub(super) fn is_in_groups(&self, groups: &[usize]) -> bool {
        groups.iter().any(|group| self.groups.contains(group))
    }

    /// Where the word stands in one piece: at a word's start if it does somewhere, else where it does first.
    fn best_whole(&self, text: &[u8], starts: u64) -> Option<usize> {
        if let Some(text) = Short::of(text) {
            let begins = text.begins(self.folded.as_bytes());
            let best = if begins & starts == 0 { begins } else { begins & starts };
            return bits::first(best);
        }
        let mut first = None;
        for begin in occurrences(text, self.folded.as_bytes()) {
            if is_set(starts, begin) {
                return Some(begin);
            }
            first = first.or(Some(begin));
        }
        first
    }

    /// The letters with anything between: from where they end first back, so that they lie as close as they can.
    fn strewn(&self, text: &[u8], places: &mut Vec<usize>) -> Option<()> {
        // One letter stands in one piece or not at all.
        if self.folded.len() == 1 {
            return None;
        }
        places.clear();
        if let Some(text) = self.is_ascii.then(|| Short::of(text)).flatten() {
            let mut bytes = self.folded.bytes();
            let after = |end, byte| Some(bits::first(bits::from(end, text.places(byte)))? + 1);
            let end = bytes.clone().try_fold(0, after)?;
            // The last letter ends where all end.
            places.push(end - 1);
            bytes.next_back();
            bytes.rev().try_fold(end - 1, |end, byte| {
                let place = bits::last(bits::before(end, text.places(byte)))?;
                places.push(place);
                Some(place)
            })?;
        } else {
            let after =
                |end: usize, letter: &[u8]| Some(end + occurrences(text.get(end..)?, letter).next()? + letter.len());
            let mut end = letters(&self.folded).try_fold(0, after)?;
            for letter in letters(&self.folded).rev() {
                let begin = text.get(..end)?.windows(letter.len()).rposition(|window| window == letter)?;
                places.extend((begin..begin + letter.len()).rev());
                end = begin;
            }
        }
        places.reverse();
        Some(())
    }
}

/// The letters of a text as the bytes of each: UTF-8 tells where a letter begins, so bytes are compared safely.
fn letters(text: &str) -> impl DoubleEndedIterator<Item = &[u8]> {
    text.char_indices().filter_map(|(at, letter)| text.as_bytes().get(at..at + letter.len_utf8()))
}

/// The places at which `wanted` begins in `text`. Two letters are compared at once where there are two: a branch that
/// is hardly ever taken costs nothing, one that is taken now and then costs most.
fn occurrences<'a>(text: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> {
    let (one, two) = match wanted {
        [one] => (Some(*one), None),
        [first, second, ..] => (None, Some((*first, *second))),
        [] => (None, None),
    };
    let alone = text.iter().enumerate().filter(move |(_, byte)| Some(**byte) == one).map(|(at, _)| at);
    let pairs = text.windows(2).enumerate().filter(move |(_, pair)| match (pair, two) {
        ([a, b], Some((first, second))) => (*a == first) & (*b == second),
        _ => false,
    });
    let begins = pairs.map(|(at, _)| at).filter(move |at| text.get(*at..).is_some_and(|rest| rest.starts_with(wanted)));
    alone.take(if one.is_some() { usize::MAX } else { 0 }).chain(begins)
}

/// The score of a word that stands at `begin` in one piece: [`score_strewn`] without looking at each letter.
fn score_whole(begin: usize, length: usize, text: &[u8], starts: u64) -> i32 {
    let followers = length - 1;
    let bonus = if is_set(starts, begin) {
        2 * WORD_STARTS + WORD_STARTS * count(followers)
    } else {
        let inner = starts.checked_shr(shift(begin + 1)).unwrap_or(0) & bits::low(followers);
        FOLLOWS * count(followers) + (WORD_STARTS - FOLLOWS) * count(inner.count_ones())
    };
    LETTER * count(length) + bonus + at_the_ends(begin, begin + length, text)
}

/// The score of letters at these places.
fn score_strewn(places: &[usize], text: &[u8], starts: u64) -> i32 {
    let (mut total, mut run, mut before) = (0i32, 0, None);
    for place in places.iter().copied() {
        let start = if is_set(starts, place) { WORD_STARTS } else { 0 };
        let bonus = match before {
            Some(before) if before + 1 == place => start.max(run).max(FOLLOWS),
            Some(before) => start - GAP_BEGINS - GAP_GOES_ON * count(place - before - 2),
            None => 2 * start,
        };
        if before.is_none_or(|before| before + 1 != place) {
            run = start;
        }
        total = total.saturating_add(LETTER + bonus);
        before = Some(place);
    }
    let ends = places.first().zip(before).map_or(0, |(first, last)| at_the_ends(*first, last + 1, text));
    total.saturating_add(ends).max(LEAST)
}

/// What a match gets for where it begins and ends.
fn at_the_ends(begin: usize, end: usize, text: &[u8]) -> i32 {
    let starts_text = if begin == 0 { TEXT_STARTS } else { 0 };
    let ends_word = text.get(end).is_none_or(|next| !next.is_ascii_alphanumeric());
    starts_text + if ends_word { WORD_ENDS } else { 0 }
}

/// A count as a score has it; more than a score can tell is as much as it can tell.
fn count(number: impl TryInto<i32>) -> i32 {
    number.try_into().unwrap_or(i32::MAX / 64)
}

fn shift(places: usize) -> u32 {
    u32::try_from(places).unwrap_or(u32::MAX)
}

const fn is_set(bits: u64, place: usize) -> bool {
    place < 64 && bits >> place & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::{Word, score_strewn, score_whole};

    #[test]
    fn a_word_in_one_piece_scores_the_same_letter_by_letter() {
        let text = [b'a'; 90];
        for starts in [0, 1, 0b1010_0110, u64::MAX, 1 << 63, 0x8000_0000_0000_0003] {
            for (begin, length) in [(0, 1), (0, 9), (1, 5), (2, 1), (60, 8), (63, 2), (64, 3), (80, 10)] {
                let places: Vec<usize> = (begin..begin + length).collect();
                assert_eq!(
                    score_whole(begin, length, &text, starts),
                    score_strewn(&places, &text, starts),
                    "{starts:b} {begin} {length}"
                );
            }
        }
    }

    #[test]
    fn letters_of_one_byte_are_found_as_letters_of_several_are() {
        let text = "örebro läns bibliotek".as_bytes();
        for typed in ["bib", "rbt", "olk", "xyz", "oreb", "k"] {
            let Some(word) = Word::new(typed, &[]) else { panic!("{typed} is a word") };
            let slow = Word { is_ascii: false, ..Word::new(typed, &[]).expect("a word") };
            assert_eq!(word.find(text, 0, &mut Vec::new()), slow.find(text, 0, &mut Vec::new()), "{typed}");
        }
    }
}
