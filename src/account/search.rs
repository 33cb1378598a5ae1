//! Filtering while typing: a small fuzzy matcher over folded text, kept between keys and not rebuilt.

use crate::account::{AccountId, Book};

/// Everything that can be searched, folded once. Rebuilt when the book changes, not when a key is pressed.
#[derive(Debug, Default)]
pub struct Index {}

/// An account that matches, and where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Hit {
    /// The account.
    pub id: AccountId,
    /// How good the match is; larger is better.
    pub score: i32,
}

impl Index {
    /// Folds the live accounts of a book.
    #[must_use]
    pub fn new(book: &Book) -> Self {
        let _ = book;
        todo!()
    }
}
