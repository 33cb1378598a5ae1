//! The book: all accounts of a vault in the person's order, the groups, and the trash.

use std::collections::{HashMap, HashSet};

use crate::account::{Account, AccountId};
use crate::moment::{Moment, days};
use crate::secret::Private;
use crate::text::fold;

/// How many days a deleted account can be brought back.
pub const TRASH_DAYS: u64 = 30;

/// All accounts, in order. Those in the trash keep their place.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Book {
    accounts: Vec<Account>,
    groups: Vec<Private>,
}

/// What a query names.
#[derive(Debug)]
pub enum Find<'a> {
    /// Several, in order: the person has to say more.
    Many(Vec<&'a Account>),
    /// None.
    None,
    /// Just one.
    One(&'a Account),
}

impl Book {
    /// A book as a vault holds it. Groups that accounts name but the list does not are added to the list.
    #[must_use]
    pub fn new(accounts: Vec<Account>, groups: Vec<Private>) -> Self {
        let mut book = Self { accounts, groups };
        book.complete_groups();
        book
    }

    /// All accounts, those in the trash included, in order.
    #[must_use]
    pub fn all(&self) -> &[Account] {
        &self.accounts
    }

    /// All accounts, those in the trash included, to change them.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Account> {
        self.accounts.iter_mut()
    }

    /// All accounts, taken out of the book.
    #[must_use]
    pub fn into_accounts(self) -> Vec<Account> {
        self.accounts
    }

    /// The accounts that are not in the trash, in order.
    pub fn live(&self) -> impl Iterator<Item = &Account> {
        self.accounts.iter().filter(|account| account.trashed.is_none())
    }

    /// The accounts in the trash, in order.
    pub fn trash(&self) -> impl Iterator<Item = &Account> {
        self.accounts.iter().filter(|account| account.trashed.is_some())
    }

    /// The groups in order, empty ones included.
    #[must_use]
    pub fn groups(&self) -> &[Private] {
        &self.groups
    }

    /// The live accounts with each group they are in. One that names a group twice is in it once.
    pub fn memberships(&self) -> impl Iterator<Item = (&Private, &Account)> {
        self.live().flat_map(|account| {
            let is_first = |at: usize, group| !account.groups.iter().take(at).any(|other| other == group);
            let groups = account.groups.iter().enumerate().filter(move |(at, group)| is_first(*at, *group));
            groups.map(move |(_, group)| (group, account))
        })
    }

    /// Where each group stands in [`Book::groups`], for a walk over many accounts.
    #[must_use]
    pub fn group_places(&self) -> HashMap<&str, usize> {
        self.groups.iter().enumerate().map(|(place, group)| (group.as_str(), place)).collect()
    }

    /// The account of this id, wherever it lies.
    #[must_use]
    pub fn get(&self, id: AccountId) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }

    /// The account of this id, to change it.
    pub fn get_mut(&mut self, id: AccountId) -> Option<&mut Account> {
        self.accounts.iter_mut().find(|account| account.id == id)
    }

    /// Where each account stands, for a deed that looks many of them up. It holds until one is added, moved or erased.
    #[must_use]
    pub fn places(&self) -> HashMap<AccountId, usize> {
        self.accounts.iter().enumerate().map(|(place, account)| (account.id, place)).collect()
    }

    /// The account at a place, to change it.
    pub fn at_mut(&mut self, place: usize) -> Option<&mut Account> {
        self.accounts.get_mut(place)
    }

    /// Puts an account at the end.
    pub fn add(&mut self, account: Account) {
        self.add_groups(&account.groups);
        self.accounts.push(account);
    }

    /// Puts accounts at the end. One walk over the groups for all of them.
    pub fn add_all(&mut self, accounts: Vec<Account>) {
        self.accounts.extend(accounts);
        self.complete_groups();
    }

    /// Moves an account into the trash. Returns whether it was there and live.
    pub fn delete(&mut self, id: AccountId, now: Moment) -> bool {
        match self.get_mut(id) {
            Some(account) if account.trashed.is_none() => {
                account.trashed = Some(now);
                true
            }
            _ => false,
        }
    }

    /// Takes an account out of the trash. Returns whether it lay there.
    pub fn bring_back(&mut self, id: AccountId) -> bool {
        self.get_mut(id).is_some_and(|account| account.trashed.take().is_some())
    }

    /// Removes an account for good. Returns it, so that the caller can still undo.
    pub fn erase(&mut self, id: AccountId) -> Option<Account> {
        let index = self.accounts.iter().position(|account| account.id == id)?;
        Some(self.accounts.remove(index))
    }

    /// Removes these accounts for good, in one walk. Returns how many there were.
    pub fn erase_all(&mut self, ids: &HashSet<AccountId>) -> usize {
        let before = self.accounts.len();
        self.accounts.retain(|account| !ids.contains(&account.id));
        before - self.accounts.len()
    }

    /// Removes for good what has lain in the trash for more than [`TRASH_DAYS`]. Returns how many went.
    pub fn empty_old_trash(&mut self, now: Moment) -> usize {
        let before = self.accounts.len();
        let limit = days(TRASH_DAYS);
        self.accounts.retain(|account| account.trashed.is_none_or(|since| now.since(since) <= limit));
        before - self.accounts.len()
    }

    /// Moves an account so that it stands where `target` stands now. Returns whether both were found.
    pub fn move_to(&mut self, id: AccountId, target: AccountId) -> bool {
        let place = |wanted| self.accounts.iter().position(|account| account.id == wanted);
        let (Some(from), Some(to)) = (place(id), place(target)) else { return false };
        let account = self.accounts.remove(from);
        self.accounts.insert(to, account);
        true
    }

    /// Adds a group at the end. Returns whether it is new.
    pub fn add_group(&mut self, name: &str) -> bool {
        let is_new = !self.groups.iter().any(|group| **group == *name);
        if is_new {
            self.groups.push(name.into());
        }
        is_new
    }

    /// Adds groups at the end, those that are new. One walk for all of them.
    pub fn add_groups(&mut self, names: &[Private]) {
        let mut known: HashSet<&str> = self.groups.iter().map(Private::as_str).collect();
        let new: Vec<Private> = names.iter().filter(|name| known.insert(name)).cloned().collect();
        self.groups.extend(new);
    }

    /// Removes those of these groups that no account is in, one walk for all of them.
    pub fn remove_empty_groups(&mut self, names: &[Private]) {
        let used: HashSet<&str> =
            self.accounts.iter().flat_map(|account| &account.groups).map(Private::as_str).collect();
        let gone: HashSet<&str> = names.iter().map(Private::as_str).filter(|name| !used.contains(name)).collect();
        self.groups.retain(|group| !gone.contains(group.as_str()));
    }

    /// Gives a group another name, in the list and in its accounts. Returns whether there was such a group.
    pub fn rename_group(&mut self, old: &str, new: &str) -> bool {
        if !self.remove_from_list(old) {
            return false;
        }
        self.add_group(new);
        for account in &mut self.accounts {
            if let Some(place) = account.groups.iter().position(|group| **group == *old) {
                account.groups.remove(place);
                if !account.groups.iter().any(|group| **group == *new) {
                    account.groups.push(new.into());
                }
            }
        }
        true
    }

    /// Removes a group; its accounts stay. Returns whether there was such a group.
    pub fn remove_group(&mut self, name: &str) -> bool {
        for account in &mut self.accounts {
            account.groups.retain(|group| **group != *name);
        }
        self.remove_from_list(name)
    }

    /// What a person means by `query` on the command line: an id; an exact issuer, name or `issuer:name`; a part of
    /// `issuer:name`; or words that all stand somewhere in it. The first of these that names a live account counts.
    #[must_use]
    pub fn find(&self, query: &str) -> Find<'_> {
        find_among(&self.live().collect::<Vec<_>>(), query)
    }

    /// The same among the accounts in the trash.
    #[must_use]
    pub fn find_in_trash(&self, query: &str) -> Find<'_> {
        find_among(&self.trash().collect::<Vec<_>>(), query)
    }

    fn remove_from_list(&mut self, name: &str) -> bool {
        let before = self.groups.len();
        self.groups.retain(|group| **group != *name);
        before != self.groups.len()
    }

    fn complete_groups(&mut self) {
        let mut known: HashSet<&str> = self.groups.iter().map(Private::as_str).collect();
        let named = self.accounts.iter().flat_map(|account| &account.groups);
        let new: Vec<Private> = named.filter(|group| known.insert(group)).cloned().collect();
        self.groups.extend(new);
    }
}

fn find_among<'a>(accounts: &[&'a Account], query: &str) -> Find<'a> {
    let wanted = fold(query.trim());
    if let Some(account) = accounts.iter().find(|account| account.id.to_string() == wanted) {
        return Find::One(account);
    }
    let full = |account: &Account| format!("{}:{}", fold(&account.issuer), fold(&account.name));
    let is_exact =
        |account: &Account| fold(&account.issuer) == wanted || fold(&account.name) == wanted || full(account) == wanted;
    let has_part = |account: &Account| full(account).contains(&wanted);
    let has_words = |account: &Account| {
        let full = full(account);
        wanted.split_whitespace().all(|word| full.contains(word))
    };
    let ways: [&dyn Fn(&Account) -> bool; 3] = [&is_exact, &has_part, &has_words];
    let found = |is_meant: &&dyn Fn(&Account) -> bool| -> Vec<&'a Account> {
        accounts.iter().copied().filter(|account| is_meant(account)).collect()
    };
    let matches = ways.iter().map(found).find(|found| !found.is_empty()).unwrap_or_default();
    match matches.as_slice() {
        [] => Find::None,
        [one] => Find::One(one),
        _ => Find::Many(matches),
    }
}

#[cfg(test)]
mod tests {
    use super::{Book, Find};
    use crate::account::{Account, AccountId, Credential, EnrolHint};
    use crate::moment::Moment;

    const NOW: Moment = Moment::from_unix(1_700_000_000);

    fn account(id: u8, issuer: &str, name: &str) -> Account {
        Account::with_credential(AccountId([id; 16]), issuer, name, Credential::Missing(EnrolHint::default()), NOW)
    }

    fn book() -> Book {
        Book::new(vec![account(1, "GitHub", "anna"), account(2, "GitHub", "bo"), account(3, "Git", "cy")], Vec::new())
    }

    #[test]
    fn an_exact_issuer_wins_over_a_part_of_another() {
        assert!(matches!(book().find("git"), Find::One(found) if *found.name == *"cy"));
        assert!(matches!(book().find("GITHUB"), Find::Many(found) if found.len() == 2));
        assert!(matches!(book().find("hub:b"), Find::One(found) if *found.name == *"bo"));
        assert!(matches!(book().find("nobody"), Find::None));
    }

    #[test]
    fn words_in_any_order_name_an_account_that_nothing_else_does() {
        assert!(matches!(book().find("github anna"), Find::One(found) if *found.name == *"anna"));
        assert!(matches!(book().find("BO  hub"), Find::One(found) if *found.issuer == *"GitHub"));
        assert!(matches!(book().find("git n"), Find::One(found) if *found.name == *"anna"));
        assert!(matches!(book().find("github cy"), Find::None));
    }

    #[test]
    fn an_id_names_just_one() {
        assert!(matches!(book().find(&"02".repeat(16)), Find::One(found) if *found.name == *"bo"));
    }

    #[test]
    fn the_trash_keeps_an_account_for_thirty_days_and_no_longer() {
        let mut book = book();
        let day = |days: i64| Moment::from_unix(NOW.unix() + days * 86_400);
        assert!(book.delete(AccountId([1; 16]), NOW));
        assert!(!book.delete(AccountId([1; 16]), NOW));
        assert_eq!((book.live().count(), book.trash().count()), (2, 1));
        assert_eq!(book.empty_old_trash(day(30)), 0);
        assert!(book.bring_back(AccountId([1; 16])));
        assert!(book.delete(AccountId([1; 16]), NOW));
        assert_eq!(book.empty_old_trash(day(31)), 1);
        assert_eq!(book.all().len(), 2);
    }

    #[test]
    fn a_renamed_group_takes_its_accounts_along() {
        let mut book = book();
        if let Some(account) = book.get_mut(AccountId([1; 16])) {
            account.groups = vec!["Work".into(), "Job".into()];
        }
        let mut book = Book::new(std::mem::take(&mut book.accounts), Vec::new());
        assert!(book.rename_group("Job", "Work"));
        assert_eq!(book.groups().len(), 1);
        assert_eq!(book.all().first().map(|account| account.groups.len()), Some(1));
        assert!(book.remove_group("Work"));
        assert!(book.groups().is_empty());
    }

    #[test]
    fn a_moved_account_stands_where_the_other_stood() {
        let mut book = book();
        assert!(book.move_to(AccountId([3; 16]), AccountId([1; 16])));
        let order: Vec<u8> = book.all().iter().map(|account| account.id.0[0]).collect();
        assert_eq!(order, [3, 1, 2]);
    }
}
