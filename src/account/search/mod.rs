//! Filtering while typing: a small fuzzy matcher over folded text, kept between keys and not rebuilt.
//!
//! A query is words; an account is found when every word is. A word is found in issuer and name when its letters come
//! there in order (`ghan` finds `GitHub anna`), and in a group or a note when it stands there as it is: letters strewn
//! over a long note would find everything. `#work` keeps to a group, a lone `!` to accounts that need the person.

mod bits;
mod fold;
mod query;
mod word;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;

use zeroize::Zeroizing;

use crate::account::search::fold::{Letters, each_letter, folded_length};
use crate::account::search::query::{Query, squeezed};
use crate::account::search::word::{IN_GROUP, IN_NOTE, Word};
use crate::account::{Account, Book};

/// Everything that can be searched, folded once. Rebuilt when the book changes, not when a key is pressed.
/// It holds names, so its texts are wiped when it is dropped.
#[derive(Default)]
pub struct Index {
    rows: Vec<Row>,
    /// Issuer, a space and name of one account after another, folded.
    heads: Zeroizing<Vec<u8>>,
    /// The notes, folded.
    notes: Zeroizing<Vec<u8>>,
    /// The names of the groups, folded and squeezed.
    groups: Vec<Zeroizing<String>>,
    /// The groups of one account after another, as places in `groups`.
    memberships: Vec<usize>,
}

/// An account in the index: where its texts end, and which letters they have.
struct Row {
    row: usize,
    head_end: usize,
    note_end: usize,
    memberships_end: usize,
    head: Letters,
    note: Letters,
    /// A bit for each of the first 64 bytes of the head at which a word starts.
    starts: u64,
    needs_sign_in: bool,
}

/// What of an account is searched.
struct Texts<'a> {
    head: &'a [u8],
    note: &'a [u8],
    groups: &'a [usize],
}

/// An account that matches.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Hit {
    /// The account's place in [`Book::all`] when the index was made.
    pub row: usize,
    /// How good the match is; larger is better, 0 where no word was asked for.
    pub score: i32,
}

/// Which characters of an account matched: places counted in `char`s from 0, ascending.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Marks {
    /// In the issuer.
    pub issuer: Vec<usize>,
    /// In the name.
    pub name: Vec<usize>,
}

impl Index {
    /// Folds the live accounts of a book.
    #[must_use]
    pub fn new(book: &Book) -> Self {
        let live = || book.all().iter().enumerate().filter(|(_, account)| account.trashed.is_none());
        // Counted first: a buffer that grows leaves names behind in the memory that it gives back.
        let (heads, notes) = live().fold((0, 0), |(heads, notes), (_, account)| {
            let head = folded_length(&account.issuer) + 1 + folded_length(&account.name);
            (heads + head, notes + folded_length(&account.note))
        });
        let mut index = Self {
            rows: Vec::with_capacity(live().count()),
            heads: Zeroizing::new(Vec::with_capacity(heads)),
            notes: Zeroizing::new(Vec::with_capacity(notes)),
            groups: book.groups().iter().map(|group| squeezed(group)).collect(),
            memberships: Vec::new(),
        };
        let places = book.group_places();
        live().for_each(|(row, account)| index.add(row, account, &places));
        index
    }

    /// How many accounts can be found.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nothing to find.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The accounts that match every word of `query`, the best first, equal ones in the book's order. Without a word
    /// all that the group and the `!` leave, in the book's order.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let query = Query::parse(query, &self.groups);
        let mut places = Vec::new();
        // Room for all at once: growing copies, and a page that is never written costs nothing.
        let mut hits = Vec::with_capacity(self.rows.len());
        hits.extend(self.accounts().filter_map(|(row, texts)| row.hit(&query, &texts, &mut places)));
        if !query.words.is_empty() {
            hits.sort_by_key(|hit| Reverse(hit.score));
        }
        hits
    }

    fn accounts(&self) -> impl Iterator<Item = (&Row, Texts<'_>)> {
        let (mut head, mut note, mut group) = (0, 0, 0);
        self.rows.iter().map(move |row| {
            let texts = Texts {
                head: self.heads.get(head..row.head_end).unwrap_or_default(),
                note: self.notes.get(note..row.note_end).unwrap_or_default(),
                groups: self.memberships.get(group..row.memberships_end).unwrap_or_default(),
            };
            (head, note, group) = (row.head_end, row.note_end, row.memberships_end);
            (row, texts)
        })
    }

    fn add(&mut self, row: usize, account: &Account, groups: &HashMap<&str, usize>) {
        let (mut head, mut note, mut starts) = (Letters::default(), Letters::default(), 0);
        let begin = self.heads.len();
        each_letter_of_head(account, |_, letter| {
            let at = self.heads.len() - begin;
            if letter.starts_word && at < 64 {
                starts |= 1 << at;
            }
            head.add(letter.folded);
            self.heads.extend_from_slice(letter.folded);
        });
        each_letter(&account.note, |letter| {
            note.add(letter.folded);
            self.notes.extend_from_slice(letter.folded);
        });
        self.memberships.extend(account.groups.iter().filter_map(|group| groups.get(group.as_str())));
        self.rows.push(Row {
            row,
            head_end: self.heads.len(),
            note_end: self.notes.len(),
            memberships_end: self.memberships.len(),
            head,
            note,
            starts,
            needs_sign_in: account.needs_sign_in(),
        });
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Index({} accounts)", self.rows.len())
    }
}

impl Row {
    /// The hit, if every word of the query is found. `places` is scratch space that lives as long as the search.
    fn hit(&self, query: &Query, texts: &Texts<'_>, places: &mut Vec<usize>) -> Option<Hit> {
        let may_have = |word: &Word| self.head.or(self.note).have(word.letters) || word.is_in_groups(texts.groups);
        if !query.admits(self.needs_sign_in, texts.groups) || !query.words.iter().all(may_have) {
            return None;
        }
        let mut score = 0;
        for word in &query.words {
            let in_head = self.head.have(word.letters).then(|| word.find(texts.head, self.starts, places)).flatten();
            score += in_head
                .or_else(|| word.is_in_groups(texts.groups).then_some(IN_GROUP))
                .or_else(|| (self.note.have(word.letters) && word.stands_in(texts.note)).then_some(IN_NOTE))?;
        }
        Some(Hit { row: self.row, score })
    }
}

/// Which characters of issuer and name a query matches, to be shown. Asked for the rows on the screen only.
#[must_use]
pub fn marks(query: &str, account: &Account) -> Marks {
    let (mut head, mut owners, mut starts) = (Zeroizing::new(Vec::new()), Vec::new(), 0);
    each_letter_of_head(account, |field, letter| {
        if letter.starts_word && head.len() < 64 {
            starts |= 1 << head.len();
        }
        head.extend_from_slice(letter.folded);
        owners.resize(head.len(), (field, letter.index));
    });
    let (mut marks, mut places) = (Marks::default(), Vec::new());
    for word in &Query::parse(query, &[]).words {
        if word.places(&head, starts, &mut places).is_none() {
            continue;
        }
        for (field, index) in places.iter().filter_map(|place| owners.get(*place)) {
            match field {
                Field::Issuer => marks.issuer.push(*index),
                Field::Name => marks.name.push(*index),
            }
        }
    }
    for list in [&mut marks.issuer, &mut marks.name] {
        list.sort_unstable();
        list.dedup();
    }
    marks
}

/// A part of the head.
#[derive(Clone, Copy)]
enum Field {
    Issuer,
    Name,
}

/// The letters of issuer, a space and name. The space belongs to the issuer and no word has one, so it never matches.
fn each_letter_of_head(account: &Account, mut visit: impl FnMut(Field, fold::Letter<'_>)) {
    each_letter(&account.issuer, |letter| visit(Field::Issuer, letter));
    visit(Field::Issuer, fold::Letter { index: usize::MAX, folded: b" ", starts_word: false });
    each_letter(&account.name, |letter| visit(Field::Name, letter));
}

#[cfg(test)]
mod tests;
