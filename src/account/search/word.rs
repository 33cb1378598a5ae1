//! One word of a query against one text: whether it is there, where, and how good that is.
//!
//! The scores follow fzf's first algorithm (greedy, then shortened from behind): a point for each letter, more where a
//! word starts or letters follow each other, less for gaps.

use zeroize::Zeroizing;

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
}

impl Word {
    /// `None` when nothing is left of it: a lone accent, say.
    pub(super) fn new(typed: &str, groups: &[Zeroizing<String>]) -> Option<Self> {
        let folded = Zeroizing::new(fold(typed));
        let having = groups.iter().enumerate().filter(|(_, name)| name.contains(folded.as_str()));
        let groups = having.map(|(place, _)| place).collect();
        (!folded.is_empty()).then(|| Self { letters: Letters::of(folded.as_bytes()), groups, folded })
    }

    /// How well the word matches `text`, and in `places` the bytes that match; `None` when it does not.
    pub(super) fn find(&self, text: &[u8], starts: u64, places: &mut Vec<usize>) -> Option<i32> {
        places.clear();
        match self.best_whole(text, starts) {
            Some(begin) => places.extend(begin..begin + self.folded.len()),
            None => self.strewn(text, places)?,
        }
        Some(score(places, text, starts))
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
        let mut first = None;
        for begin in occurrences(text, self.folded.as_bytes()) {
            if is_set(starts, begin) {
                return Some(begin);
            }
            first = first.or(Some(begin));
        }
        first
    }

    /// The letters one after another with anything between: the first place they end at, and from there back, so that
    /// they lie as close as they can.
    fn strewn(&self, text: &[u8], places: &mut Vec<usize>) -> Option<()> {
        let mut end = 0;
        for letter in letters(&self.folded) {
            end += occurrences(text.get(end..)?, letter).next()? + letter.len();
        }
        for letter in letters(&self.folded).rev() {
            let begin = text.get(..end)?.windows(letter.len()).rposition(|window| window == letter)?;
            places.extend((begin..begin + letter.len()).rev());
            end = begin;
        }
        places.reverse();
        Some(())
    }
}

/// The letters of a text as the bytes of each: UTF-8 tells where a letter begins, so bytes are compared safely.
fn letters(text: &str) -> impl DoubleEndedIterator<Item = &[u8]> {
    text.char_indices().filter_map(|(at, letter)| text.as_bytes().get(at..at + letter.len_utf8()))
}

/// The places at which `wanted` begins in `text`.
fn occurrences<'a>(text: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> {
    let first = wanted.first().copied();
    text.iter()
        .enumerate()
        .filter(move |(_, byte)| Some(**byte) == first)
        .map(|(at, _)| at)
        .filter(move |at| text.get(*at..).is_some_and(|rest| rest.starts_with(wanted)))
}

fn score(places: &[usize], text: &[u8], starts: u64) -> i32 {
    let (mut total, mut run, mut before) = (0i32, 0, None);
    for place in places.iter().copied() {
        let start = if is_set(starts, place) { WORD_STARTS } else { 0 };
        let bonus = match before {
            Some(before) if before + 1 == place => start.max(run).max(FOLLOWS),
            Some(before) => {
                total -= GAP_BEGINS + GAP_GOES_ON * i32::try_from(place - before - 2).unwrap_or(i32::MAX / 2);
                start
            }
            None => 2 * start + if place == 0 { TEXT_STARTS } else { 0 },
        };
        if before.is_none_or(|before| before + 1 != place) {
            run = start;
        }
        total = total.saturating_add(LETTER + bonus);
        before = Some(place);
    }
    let ends_word = before.is_some_and(|last| text.get(last + 1).is_none_or(|next| !next.is_ascii_alphanumeric()));
    (total + if ends_word { WORD_ENDS } else { 0 }).max(LEAST)
}

const fn is_set(bits: u64, place: usize) -> bool {
    place < 64 && bits >> place & 1 == 1
}
