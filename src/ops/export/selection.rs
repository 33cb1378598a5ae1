//! Which accounts are exported.

use std::collections::HashSet;

use crate::account::{Account, AccountId};

/// Accounts that are meant. The trash never is.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Selection {
    /// All.
    #[default]
    All,
    /// Those of a group.
    Group(String),
    /// Just these, whatever the order they are named in.
    Only(HashSet<AccountId>),
}

impl Selection {
    /// Whether an account is meant.
    #[must_use]
    pub fn holds(&self, account: &Account) -> bool {
        account.trashed.is_none()
            && match self {
                Self::All => true,
                Self::Group(name) => account.groups.iter().any(|group| **group == **name),
                Self::Only(ids) => ids.contains(&account.id),
            }
    }
}
