//! How a restore went: it always ends with counts, and with what is left to do.

use std::collections::HashSet;

use crate::account::{AccountId, Book};
use crate::backup::ComesBack;
use crate::restore::incoming::{Counts, comes_back};
use crate::restore::merge::Merged;
use crate::text::Text;

/// How a restore went.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Report {
    /// Accounts that came in.
    pub restored: usize,
    /// Accounts that were here and are others than before.
    pub merged: usize,
    /// Accounts that stayed as they were, or were left out.
    pub skipped: usize,
    /// What those that came need before they give codes.
    pub counts: Counts,
    /// The accounts that came and wait for a sign-in or a new key, in order: the to-do list.
    pub to_do: Vec<AccountId>,
    /// What did not go as it should, although it is done.
    pub remarks: Vec<Text>,
}

impl Report {
    /// Of a vault that was made of a backup.
    #[must_use]
    pub fn new(book: &Book, remarks: Vec<Text>) -> Self {
        let counts = Counts::of(book.live());
        Self { restored: counts.all(), merged: 0, skipped: 0, counts, to_do: to_do(book, |_| true), remarks }
    }

    /// What those that came need, counted as the preview counts it.
    #[must_use]
    pub fn left(&self) -> Text {
        let left = Text::new("restore-done-left").number("codes", self.counts.codes_at_once);
        let left = left.number("signin", self.counts.sign_in).number("add", self.counts.add_key);
        left.number("todo", self.to_do.len())
    }

    /// Of a merge into this book.
    #[must_use]
    pub fn of_merge(merged: &Merged, book: &Book) -> Self {
        let came: HashSet<AccountId> =
            [&merged.added, &merged.filled, &merged.taken].into_iter().flatten().copied().collect();
        Self {
            restored: merged.added.len(),
            merged: merged.merged(),
            skipped: merged.skipped(),
            counts: Counts::of(book.live().filter(|account| came.contains(&account.id))),
            to_do: to_do(book, |id| came.contains(id)),
            remarks: Vec::new(),
        }
    }
}

fn to_do(book: &Book, counts: impl Fn(&AccountId) -> bool) -> Vec<AccountId> {
    let waits = book.live().filter(|account| comes_back(account) != ComesBack::CodesAtOnce);
    waits.map(|account| account.id).filter(|id| counts(id)).collect()
}
