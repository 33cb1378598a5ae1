//! One deed on many accounts at once, and the one step that takes it back. Saving is the caller's next step.

use std::collections::BTreeSet;

use crate::account::{Account, AccountId, Book};
use crate::moment::Moment;
use crate::ops::accounts::DeedError;
use crate::ops::groups;
use crate::secret::Private;

/// What a deed has changed, as it was before: undo puts back this, and leaves alone whatever else happened since.
#[derive(Debug, Eq, PartialEq)]
pub struct Before {
    accounts: Vec<(AccountId, Was)>,
    /// A group that the deed had to make.
    made: Option<Private>,
}

#[derive(Debug, Eq, PartialEq)]
enum Was {
    In(Vec<Private>),
    Live,
    Pinned(bool),
}

impl Before {
    /// How many accounts the deed has changed.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.accounts.len()
    }

    /// Whether it has changed none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.accounts.is_empty()
    }

    /// The first account that it has changed.
    #[must_use]
    pub fn first(&self) -> Option<AccountId> {
        self.accounts.first().map(|(id, _)| *id)
    }
}

/// Moves accounts into the trash. Those that lie there already stay as they are.
#[must_use]
pub fn trash(book: &mut Book, ids: &BTreeSet<AccountId>, now: Moment) -> Before {
    each(book, ids, |account| {
        account.trashed = Some(now);
        Some(Was::Live)
    })
}

/// Pins accounts to the top, or lets them go.
#[must_use]
pub fn pin(book: &mut Book, ids: &BTreeSet<AccountId>, is_pinned: bool, now: Moment) -> Before {
    each(book, ids, |account| {
        let was = std::mem::replace(&mut account.pinned, is_pinned);
        (was != is_pinned).then(|| {
            account.changed = now;
            Was::Pinned(was)
        })
    })
}

/// Puts accounts into a group, which is made if it is not there.
///
/// # Errors
/// [`DeedError::GroupNameless`], [`DeedError::TooLong`]. Nothing has changed then.
pub fn put(book: &mut Book, ids: &BTreeSet<AccountId>, group: &str, now: Moment) -> Result<Before, DeedError> {
    let is_new = groups::find(book, group).is_err();
    if is_new {
        groups::add(book, group)?;
    }
    let group = groups::find(book, group)?.clone();
    let before = each(book, ids, |account| {
        (!account.groups.contains(&group)).then(|| {
            let was = account.groups.clone();
            account.groups.push(group.clone());
            account.changed = now;
            Was::In(was)
        })
    });
    Ok(Before { made: is_new.then_some(group), ..before })
}

/// Takes accounts out of a group.
///
/// # Errors
/// [`DeedError::NoSuchGroup`].
pub fn take(book: &mut Book, ids: &BTreeSet<AccountId>, group: &str, now: Moment) -> Result<Before, DeedError> {
    let group = groups::find(book, group)?.clone();
    Ok(each(book, ids, |account| {
        account.groups.contains(&group).then(|| {
            let was = account.groups.clone();
            account.groups.retain(|one| *one != group);
            account.changed = now;
            Was::In(was)
        })
    }))
}

/// Takes a deed back, all of it. Returns how many accounts it found again.
pub fn undo(book: &mut Book, before: Before) -> usize {
    let Before { mut accounts, made } = before;
    accounts.sort_by_key(|(id, _)| *id);
    let mut found = 0;
    for account in book.all_mut() {
        let Ok(place) = accounts.binary_search_by_key(&account.id, |(id, _)| *id) else { continue };
        let Some((_, was)) = accounts.get_mut(place) else { continue };
        found += 1;
        match was {
            Was::In(groups) => account.groups = std::mem::take(groups),
            Was::Live => account.trashed = None,
            Was::Pinned(was) => account.pinned = *was,
        }
    }
    if let Some(group) = made.filter(|group| !book.all().iter().any(|account| account.groups.contains(group))) {
        book.remove_group(&group);
    }
    found
}

/// One walk over the book for all of them; only live accounts are touched.
fn each(book: &mut Book, ids: &BTreeSet<AccountId>, mut deed: impl FnMut(&mut Account) -> Option<Was>) -> Before {
    let meant = book.all_mut().filter(|account| account.trashed.is_none() && ids.contains(&account.id));
    let accounts = meant.filter_map(|account| Some((account.id, deed(account)?))).collect();
    Before { accounts, made: None }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{pin, put, take, trash, undo};
    use crate::account::{Account, AccountId, Book, Credential, EnrolHint};
    use crate::moment::Moment;
    use crate::ops::accounts::DeedError;

    const NOW: Moment = Moment::from_unix(1_700_000_000);

    fn book() -> Book {
        let account = |id| {
            let missing = Credential::Missing(EnrolHint::default());
            Account::with_credential(AccountId([id; 16]), "Post", "anna", missing, NOW)
        };
        Book::new((1..=4).map(account).collect(), vec!["Work".into()])
    }

    fn ids(ids: &[u8]) -> BTreeSet<AccountId> {
        ids.iter().map(|id| AccountId([*id; 16])).collect()
    }

    #[test]
    fn many_go_into_the_trash_and_come_back_in_one_step() {
        let mut book = book();
        let before = trash(&mut book, &ids(&[1, 3]), NOW);
        assert_eq!((before.len(), book.trash().count()), (2, 2));
        assert_eq!(undo(&mut book, before), 2);
        assert_eq!(book.trash().count(), 0);
    }

    #[test]
    fn undo_brings_back_only_what_this_deed_has_put_into_the_trash() {
        let mut book = book();
        assert!(book.delete(AccountId([1; 16]), NOW));
        let before = trash(&mut book, &ids(&[1, 2]), NOW);
        assert_eq!(before.len(), 1);
        undo(&mut book, before);
        assert_eq!(book.trash().count(), 1);
    }

    #[test]
    fn pins_go_back_to_how_each_of_them_was() {
        let mut book = book();
        drop(pin(&mut book, &ids(&[2]), true, NOW));
        let before = pin(&mut book, &ids(&[1, 2, 3]), true, NOW);
        assert_eq!(before.len(), 2);
        undo(&mut book, before);
        let pinned: Vec<bool> = book.all().iter().map(|account| account.pinned).collect();
        assert_eq!(pinned, [false, true, false, false]);
    }

    #[test]
    fn a_new_group_is_made_for_them_and_goes_again_with_the_undo_unless_somebody_else_is_in_it() {
        let mut book = book();
        let before = put(&mut book, &ids(&[1, 2]), "Travel", NOW).unwrap();
        assert_eq!(book.groups().len(), 2);
        undo(&mut book, before);
        assert_eq!(book.groups().len(), 1);
        let before = put(&mut book, &ids(&[1, 2]), "Travel", NOW).unwrap();
        crate::ops::groups::put(&mut book, AccountId([3; 16]), "Travel", NOW).unwrap();
        undo(&mut book, before);
        assert_eq!((book.groups().len(), book.all()[0].groups.len(), book.all()[2].groups.len()), (2, 0, 1));
    }

    #[test]
    fn who_is_in_a_group_already_stays_there_when_the_deed_is_taken_back() {
        let mut book = book();
        put(&mut book, &ids(&[1]), "work", NOW).unwrap();
        let before = put(&mut book, &ids(&[1, 2]), "WORK", NOW).unwrap();
        assert_eq!(before.len(), 1);
        undo(&mut book, before);
        assert_eq!((book.all()[0].groups.len(), book.all()[1].groups.len()), (1, 0));
        let before = take(&mut book, &ids(&[1, 2]), "Work", NOW).unwrap();
        assert_eq!((before.len(), book.all()[0].groups.len()), (1, 0));
        undo(&mut book, before);
        assert_eq!(book.all()[0].groups.len(), 1);
    }

    #[test]
    fn a_group_without_a_name_and_one_that_is_not_there_change_nothing() {
        let mut book = book();
        assert_eq!(put(&mut book, &ids(&[1]), " ", NOW), Err(DeedError::GroupNameless));
        assert_eq!(take(&mut book, &ids(&[1]), "Nobody", NOW), Err(DeedError::NoSuchGroup("Nobody".to_owned())));
    }
}
