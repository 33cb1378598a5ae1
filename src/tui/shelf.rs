//! What of the book is listed: the index that is searched, the order, the groups with their counts.
//! Made when the book changes; a key press only reads it.

use std::cmp::Reverse;

use crate::account::{Account, Book, Index};
use crate::config::Sort as Settled;
use crate::moment::Moment;
use crate::text::fold;

/// The listed side of a book.
#[derive(Debug)]
pub struct Shelf {
    index: Index,
    order: Vec<usize>,
    sort: Sort,
    groups: Vec<(Group, usize)>,
}

/// A part of the accounts.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Group {
    /// All that are not in the trash.
    #[default]
    All,
    /// Those in the group at this place of the book's list.
    Named(usize),
    /// Those without a usable key.
    NeedsYou,
    /// Those that are pinned.
    Pinned,
}

/// What the accounts are ordered by. Pinned ones stand first in any order.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Sort {
    /// How often a code was taken, the most first.
    Most,
    /// Service, then account.
    Name,
    /// The person's own order.
    #[default]
    Own,
    /// When a code was last taken, the latest first.
    Recent,
}

impl Sort {
    /// The order that the settings name; the person's own where they leave it open.
    #[must_use]
    pub const fn settled(sort: Settled) -> Self {
        match sort {
            Settled::Last | Settled::Own => Self::Own,
            Settled::Most => Self::Most,
            Settled::Name => Self::Name,
            Settled::Recent => Self::Recent,
        }
    }

    /// How the settings name it.
    #[must_use]
    pub const fn to_settle(self) -> Settled {
        match self {
            Self::Most => Settled::Most,
            Self::Name => Settled::Name,
            Self::Own => Settled::Own,
            Self::Recent => Settled::Recent,
        }
    }

    /// The order after this one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Own => Self::Name,
            Self::Name => Self::Most,
            Self::Most => Self::Recent,
            Self::Recent => Self::Own,
        }
    }
}

impl Shelf {
    /// The shelf of a book.
    #[must_use]
    pub fn new(book: &Book, sort: Sort) -> Self {
        Self { index: Index::new(book), groups: counted(book), order: ordered(book, sort), sort }
    }

    /// Orders the accounts anew. The index stays as it is.
    pub fn resort(&mut self, book: &Book, sort: Sort) {
        (self.order, self.sort) = (ordered(book, sort), sort);
    }

    /// What the accounts are ordered by.
    #[must_use]
    pub const fn sort(&self) -> Sort {
        self.sort
    }

    /// How many accounts there are outside the trash.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The groups in the order in which they are shown, each with how many accounts it has.
    #[must_use]
    pub fn groups(&self) -> &[(Group, usize)] {
        &self.groups
    }

    /// The group after `group`, or before it, round and round.
    #[must_use]
    pub fn neighbour(&self, group: Group, is_forward: bool) -> Group {
        let count = self.groups.len();
        let at = self.groups.iter().position(|(other, _)| *other == group).unwrap_or(0);
        let next = if is_forward { at + 1 } else { at + count - 1 };
        self.groups.get(next % count.max(1)).map_or(Group::All, |(group, _)| *group)
    }

    /// The rows of the book that a query and a group leave: the best match first, without a query pinned ones first.
    #[must_use]
    pub fn rows(&self, book: &Book, query: &str, group: Group) -> Vec<usize> {
        let is_in = |row: &usize| book.all().get(*row).is_some_and(|account| is_in(account, book, group));
        if query.trim().is_empty() {
            return self.order.iter().copied().filter(is_in).collect();
        }
        let hits = self.index.search(query);
        // Room for all at once: a list that grows is copied again and again.
        let mut rows = Vec::with_capacity(hits.len());
        rows.extend(hits.iter().map(|hit| hit.row).filter(is_in));
        rows
    }
}

/// The rows outside the trash, in order. What is equal keeps the person's own order.
fn ordered(book: &Book, sort: Sort) -> Vec<usize> {
    let mut live: Vec<(usize, &Account)> =
        book.all().iter().enumerate().filter(|(_, account)| account.trashed.is_none()).collect();
    match sort {
        Sort::Most => live.sort_by_key(|(_, account)| Reverse(account.use_count)),
        Sort::Name => live.sort_by_cached_key(|(_, account)| (fold(account.title()), fold(&account.name))),
        Sort::Own => {}
        Sort::Recent => live.sort_by_key(|(_, account)| Reverse(account.last_used.map(Moment::unix))),
    }
    live.sort_by_key(|(_, account)| !account.pinned);
    live.into_iter().map(|(row, _)| row).collect()
}

fn is_in(account: &Account, book: &Book, group: Group) -> bool {
    match group {
        Group::All => true,
        Group::Named(place) => book.groups().get(place).is_some_and(|name| account.groups.contains(name)),
        Group::NeedsYou => account.needs_sign_in(),
        Group::Pinned => account.pinned,
    }
}

/// All groups with their counts; "needs you" and "pinned" only where there is something in them.
fn counted(book: &Book) -> Vec<(Group, usize)> {
    let places = book.group_places();
    let mut named = vec![0; book.groups().len()];
    let (mut all, mut needs_you, mut pinned) = (0, 0, 0);
    for account in book.live() {
        all += 1;
        needs_you += usize::from(account.needs_sign_in());
        pinned += usize::from(account.pinned);
    }
    for (group, _) in book.memberships() {
        if let Some(count) = places.get(group.as_str()).and_then(|place| named.get_mut(*place)) {
            *count += 1;
        }
    }
    let named = named.into_iter().enumerate().map(|(place, count)| (Group::Named(place), count));
    let special = [(Group::NeedsYou, needs_you), (Group::Pinned, pinned)].into_iter().filter(|(_, count)| *count > 0);
    [(Group::All, all)].into_iter().chain(named).chain(special).collect()
}
