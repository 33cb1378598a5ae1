//! Groups: make, rename, remove, put an account in, take it out. Saving is the caller's next step.

use crate::account::{AccountId, Book};
use crate::moment::Moment;
use crate::ops::deed_error::{DeedError, Field, line};
use crate::secret::Private;
use crate::text::fold;

/// The group that a person means: the very name, or the one group that differs only in case and marks.
///
/// # Errors
/// [`DeedError::NoSuchGroup`].
pub fn find<'a>(book: &'a Book, name: &str) -> Result<&'a Private, DeedError> {
    let wanted = fold(name.trim());
    let groups = book.groups();
    let exact = groups.iter().find(|group| ***group == *name);
    exact
        .or_else(|| groups.iter().find(|group| fold(group) == wanted))
        .ok_or_else(|| DeedError::NoSuchGroup(name.to_owned()))
}

/// Makes a group.
///
/// # Errors
/// [`DeedError::GroupExists`], [`DeedError::GroupNameless`], [`DeedError::TooLong`].
pub fn add(book: &mut Book, name: &str) -> Result<(), DeedError> {
    let name = new_name(book, name)?;
    book.add_group(&name);
    Ok(())
}

/// Gives a group another name; its accounts stay in it.
///
/// # Errors
/// [`DeedError::NoSuchGroup`], and those of [`add`].
pub fn rename(book: &mut Book, old: &str, new: &str) -> Result<(), DeedError> {
    let old = find(book, old)?.clone();
    let only_spelling = fold(&old) == fold(new.trim());
    let new = if only_spelling { name(new)? } else { new_name(book, new)? };
    book.rename_group(&old, &new);
    Ok(())
}

/// Removes a group; its accounts stay.
///
/// # Errors
/// [`DeedError::NoSuchGroup`].
pub fn remove(book: &mut Book, name: &str) -> Result<(), DeedError> {
    let name = find(book, name)?.clone();
    book.remove_group(&name);
    Ok(())
}

/// Puts an account into a group that is there. In it already is fine.
///
/// # Errors
/// [`DeedError::NoSuchGroup`], [`DeedError::NotFound`].
pub fn put(book: &mut Book, id: AccountId, group: &str, now: Moment) -> Result<(), DeedError> {
    let group = find(book, group)?.clone();
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    if !account.groups.contains(&group) {
        account.groups.push(group);
        account.changed = now;
    }
    Ok(())
}

/// Takes an account out of a group. Not in it is fine.
///
/// # Errors
/// [`DeedError::NoSuchGroup`], [`DeedError::NotFound`].
pub fn take(book: &mut Book, id: AccountId, group: &str, now: Moment) -> Result<(), DeedError> {
    let group = find(book, group)?.clone();
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    if account.groups.contains(&group) {
        account.groups.retain(|one| *one != group);
        account.changed = now;
    }
    Ok(())
}

/// The groups that somebody lists: those that are there, in their own spelling, and new ones; each once. Nothing is made.
///
/// # Errors
/// [`DeedError::GroupNameless`], [`DeedError::TooLong`].
pub fn named(book: &Book, typed: &[Private]) -> Result<Vec<Private>, DeedError> {
    let mut named: Vec<Private> = Vec::with_capacity(typed.len());
    for typed in typed {
        let new = name(typed)?;
        let twin = |group: &&Private| fold(group) == fold(&new);
        let known = find(book, &new).ok().or_else(|| named.iter().find(twin));
        let group = known.cloned().unwrap_or(new);
        if !named.contains(&group) {
            named.push(group);
        }
    }
    Ok(named)
}

fn name(typed: &str) -> Result<Private, DeedError> {
    let name = line(typed, Field::Group)?;
    if name.is_empty() { Err(DeedError::GroupNameless) } else { Ok(name) }
}

fn new_name(book: &Book, typed: &str) -> Result<Private, DeedError> {
    let name = name(typed)?;
    match find(book, &name) {
        Ok(group) => Err(DeedError::GroupExists(group.as_str().to_owned())),
        Err(_) => Ok(name),
    }
}

#[cfg(test)]
mod tests {
    use super::{add, find, put, remove, rename, take};
    use crate::account::{Account, AccountId, Book, Credential, EnrolHint};
    use crate::moment::Moment;
    use crate::ops::accounts::DeedError;

    const NOW: Moment = Moment::from_unix(1_700_000_000);
    const ID: AccountId = AccountId([1; 16]);

    fn book() -> Book {
        let account = Account::with_credential(ID, "Post", "anna", Credential::Missing(EnrolHint::default()), NOW);
        Book::new(vec![account], vec!["Työ".into()])
    }

    #[test]
    fn a_group_is_found_without_its_case_and_marks() {
        assert_eq!(find(&book(), "tyo").map(|group| group.as_str().to_owned()), Ok("Työ".to_owned()));
        assert_eq!(find(&book(), "koti"), Err(DeedError::NoSuchGroup("koti".to_owned())));
    }

    #[test]
    fn a_second_group_of_the_same_name_is_refused() {
        assert_eq!(add(&mut book(), "TYÖ"), Err(DeedError::GroupExists("Työ".to_owned())));
        assert_eq!(add(&mut book(), " \u{202e} "), Err(DeedError::GroupNameless));
    }

    #[test]
    fn an_account_goes_in_and_out_of_a_group_and_follows_its_new_name() {
        let mut book = book();
        put(&mut book, ID, "työ", NOW).unwrap();
        put(&mut book, ID, "työ", NOW).unwrap();
        rename(&mut book, "Työ", "työ").unwrap();
        assert_eq!(book.get(ID).map(|account| account.groups.clone()), Some(vec!["työ".into()]));
        take(&mut book, ID, "työ", NOW).unwrap();
        assert!(book.get(ID).unwrap().groups.is_empty());
        remove(&mut book, "työ").unwrap();
        assert!(book.groups().is_empty());
    }
}
