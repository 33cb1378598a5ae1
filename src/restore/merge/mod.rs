//! Merging one book into another: each account compared first, nothing touched; then done as chosen, whole.
//!
//! Nothing is overwritten without a choice, and no key that is here is ever lost by one: a key that another takes the
//! place of goes to the account's history, and what could not be kept there comes in beside. A key from over there comes
//! too, unless it was deleted there, or the person keeps an account that has no usable key of its own, whose history it
//! would be a stranger in: it then stays where it came from.

mod apply;
mod compare;
#[cfg(test)]
mod tests;

use crate::account::{Account, AccountId, Book};
use crate::restore::merge::compare::Compared;
use crate::secret::Private;

pub use apply::{Merged, merge};
pub(in crate::restore) use compare::had_key;

/// What a merge would do, for a preview and for [`merge`].
#[derive(Debug)]
pub struct MergePlan {
    /// Each account that may come, in its own order.
    pub rows: Vec<MergeRow>,
    /// The groups of the book they come from.
    pub groups: Vec<Private>,
}

/// An account that may come, how it stands to the book, and what is to be done.
#[derive(Debug)]
pub struct MergeRow {
    /// The account.
    pub theirs: Account,
    /// How it stands.
    pub standing: Standing,
    /// What is to be done.
    pub choice: Choice,
}

impl MergeRow {
    /// How it stands and what becomes of it, as the catalogue has both.
    #[must_use]
    pub const fn said(&self) -> [&'static str; 2] {
        let standing = match self.standing {
            Standing::Changed(_) => "restore-standing-changed",
            Standing::Conflict(_) => "restore-standing-conflict",
            Standing::Fills(_) => "restore-standing-fills",
            Standing::New => "restore-standing-new",
            Standing::Same(_) => "restore-standing-same",
            Standing::Trashed(_) => "restore-standing-trashed",
        };
        let choice = match (self.choice, self.standing) {
            (Choice::KeepMine, Standing::New) => "restore-choice-leave",
            (_, Standing::New) => "restore-choice-add",
            (Choice::KeepBoth, _) => "restore-choice-both",
            (Choice::KeepMine, _) => "restore-choice-mine",
            (Choice::TakeTheirs, _) => "restore-choice-theirs",
        };
        [standing, choice]
    }
}

/// How an account that may come stands to the book.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// Both are the same account, and what is known of it differs, or one of the keys is known to be the older one.
    Changed(AccountId),
    /// Both are the same account with two keys, and nobody but the service knows which one counts.
    Conflict(AccountId),
    /// The book has the name alone, and the other has its key.
    Fills(AccountId),
    /// The book has nothing like it.
    New,
    /// The book has all of it.
    Same(AccountId),
    /// The book has it in the trash.
    Trashed(AccountId),
}

impl Standing {
    /// The account of the book, where there is one.
    #[must_use]
    pub const fn account(self) -> Option<AccountId> {
        match self {
            Self::Changed(id) | Self::Conflict(id) | Self::Fills(id) | Self::Same(id) | Self::Trashed(id) => Some(id),
            Self::New => None,
        }
    }

    /// The name as commands and JSON write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Changed(_) => "changed",
            Self::Conflict(_) => "conflict",
            Self::Fills(_) => "fills",
            Self::New => "new",
            Self::Same(_) => "same",
            Self::Trashed(_) => "in-trash",
        }
    }
}

/// What is to be done with an account that may come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Choice {
    /// It comes in beside the one of the book.
    KeepBoth,
    /// The book's stays as it is; a key of the other that it lacks goes to its history, in the trash too. Where the book
    /// has no usable key of the account, sealed or by name alone, the other's does not come. A new one does not come in.
    KeepMine,
    /// The other's wins; a key that it replaces goes to the history.
    TakeTheirs,
}

impl Choice {
    /// The choice of this name: `mine`, `theirs`, `both`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "both" => Some(Self::KeepBoth),
            "mine" => Some(Self::KeepMine),
            "theirs" => Some(Self::TakeTheirs),
            _ => None,
        }
    }

    /// The name as commands and JSON write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::KeepBoth => "both",
            Self::KeepMine => "mine",
            Self::TakeTheirs => "theirs",
        }
    }
}

/// How many rows stand how.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct MergeCounts {
    /// Rows that differ, and bring no other key, or one that is known to be older or newer.
    pub changed: usize,
    /// Rows with another key.
    pub conflict: usize,
    /// Rows that bring the key of an account of the book.
    pub fills: usize,
    /// Rows that the book has nothing like.
    pub new: usize,
    /// Rows that the book has.
    pub same: usize,
    /// Rows that the book has in the trash.
    pub trashed: usize,
}

impl MergePlan {
    /// How many rows stand how.
    #[must_use]
    pub fn counts(&self) -> MergeCounts {
        let mut counts = MergeCounts::default();
        for row in &self.rows {
            *match row.standing {
                Standing::Changed(_) => &mut counts.changed,
                Standing::Conflict(_) => &mut counts.conflict,
                Standing::Fills(_) => &mut counts.fills,
                Standing::New => &mut counts.new,
                Standing::Same(_) => &mut counts.same,
                Standing::Trashed(_) => &mut counts.trashed,
            } += 1;
        }
        counts
    }

    /// The same choice for all rows that differ from an account of the book.
    pub fn choose(&mut self, choice: Choice) {
        for row in &mut self.rows {
            if matches!(row.standing, Standing::Changed(_) | Standing::Conflict(_)) {
                row.choice = choice;
            }
        }
    }

    /// Only these accounts of the other book are to come, with the groups they are in. The others leave the plan:
    /// nothing is decided for them.
    pub fn only(&mut self, wanted: impl Fn(&Account) -> bool) {
        self.rows.retain(|row| wanted(&row.theirs));
        self.groups.retain(|group| self.rows.iter().any(|row| row.theirs.groups.contains(group)));
        for row in &mut self.rows {
            // Whoever names an account wants it, also from the trash and in the place of what is here.
            row.choice = Choice::TakeTheirs;
        }
    }
}

/// Compares a book with the one that is here.
#[must_use]
pub fn plan(incoming: Book, current: &Book) -> MergePlan {
    let mut compared = Compared::new(&incoming, current);
    let groups = incoming.groups().to_vec();
    let row = |theirs| {
        let standing = compared.standing(&theirs);
        let choice = compared.usual_choice(&theirs, standing);
        MergeRow { theirs, standing, choice }
    };
    MergePlan { rows: incoming.into_accounts().into_iter().map(row).collect(), groups }
}
