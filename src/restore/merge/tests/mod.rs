//! What a merge does with accounts of every standing; with any two books in `any`.

mod any;

use super::{Choice, Merged, Standing, merge, plan};
use crate::account::{
    Account, AccountId, Book, Credential, EnrolHint, OldKey, SealedCredential, SealedLabel, SignInProtection,
};
use crate::chance::{Entropy, NoEntropy};
use crate::moment::Moment;
use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams, Period};
use crate::restore::merge::compare::has_key;
use crate::secret::{Key32, Secret};

pub(super) const NOW: Moment = Moment::from_unix(1_800_000_000);

/// Bytes that differ from call to call, and from those of the accounts.
#[derive(Default)]
pub(super) struct Counting(std::sync::atomic::AtomicU64);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        let call = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed).to_le_bytes();
        bytes.iter_mut().enumerate().for_each(|(at, byte)| *byte = 0x80 | call[at % 8]);
        Ok(())
    }
}

struct Nothing;

impl Entropy for Nothing {
    fn fill(&self, _: &mut [u8]) -> Result<(), NoEntropy> {
        Err(NoEntropy)
    }
}

fn key(number: u8) -> OtpKey {
    OtpKey::new(Secret::copied(&[number; 20])).unwrap()
}

pub(super) fn totp(number: u8) -> OtpParams {
    totp_of(number, 6)
}

pub(super) fn totp_of(number: u8, digits: u64) -> OtpParams {
    let digits = Digits::new(digits).unwrap();
    OtpParams::Totp { key: key(number), algorithm: Algorithm::Sha1, digits, period: Period::THIRTY }
}

pub(super) fn hotp(counter: u64) -> OtpParams {
    let counter = Counter::new(counter).unwrap();
    OtpParams::Hotp { key: key(9), algorithm: Algorithm::Sha1, digits: Digits::SIX, counter }
}

pub(super) fn sealed(number: u8) -> Credential {
    let label = SealedLabel { issuer: "I".into(), name: "n".into(), otp_type: 1, algorithm: 1, digits: 6, period: 30 };
    Credential::Sealed(Box::new(SealedCredential {
        seal_id: [number; 16],
        label,
        slots: Vec::new(),
        sealed: vec![number; 40],
    }))
}

pub(super) fn missing() -> Credential {
    Credential::Missing(EnrolHint::default())
}

fn account(id: u8, name: &str, credential: Credential) -> Account {
    Account::with_credential(AccountId([id; 16]), "I", name, credential, NOW)
}

pub(super) fn book(accounts: Vec<Account>) -> Book {
    Book::new(accounts, Vec::new())
}

fn standings(incoming: Vec<Account>, current: &Book) -> Vec<Standing> {
    plan(book(incoming), current).rows.iter().map(|row| row.standing).collect()
}

/// Merges with one choice for all that differ.
fn merged(incoming: Vec<Account>, current: &mut Book, choice: Choice) -> Merged {
    let mut plan = plan(book(incoming), current);
    plan.choose(choice);
    merge(plan, current, NOW, &Counting::default()).unwrap()
}

pub(super) fn ready(params: OtpParams) -> Credential {
    Credential::Ready(params)
}

#[test]
fn each_account_says_how_it_stands_to_the_book() {
    let mut current = book(vec![
        account(1, "a", ready(totp(1))),
        account(2, "b", ready(totp(2))),
        account(3, "c", missing()),
        account(4, "d", ready(hotp(5))),
        account(5, "e", ready(totp(5))),
    ]);
    current.delete(AccountId([5; 16]), NOW);
    let id = |number| AccountId([number; 16]);
    let incoming = vec![
        account(1, "a", ready(totp(1))),
        account(1, "renamed", ready(totp(1))),
        account(40, "b", ready(totp(7))),
        account(41, "c", ready(totp(3))),
        account(42, "d", ready(hotp(9))),
        account(5, "e", ready(totp(5))),
        account(43, "new", missing()),
        account(44, "b", missing()),
    ];
    let expected = [
        Standing::Same(id(1)),
        Standing::Changed(id(1)),
        Standing::Conflict(id(2)),
        Standing::Fills(id(3)),
        Standing::Same(id(4)),
        Standing::Trashed(id(5)),
        Standing::New,
        Standing::Same(id(2)),
    ];
    assert_eq!(standings(incoming, &current), expected);
}

#[test]
fn unless_chosen_otherwise_what_is_here_stays_and_what_is_missing_comes() {
    let mut current = book(vec![account(1, "a", ready(totp(1))), account(2, "b", missing())]);
    let incoming =
        vec![account(1, "a", ready(totp(7))), account(2, "b", ready(totp(2))), account(3, "c", ready(totp(3)))];
    let plan = plan(book(incoming), &current);
    let done = merge(plan, &mut current, NOW, &Counting::default()).unwrap();
    assert_eq!((done.added.len(), done.filled.len(), done.taken.len(), done.kept), (1, 1, 0, 1));
    let mine = current.get(AccountId([1; 16])).unwrap();
    assert_eq!(mine.params().unwrap(), &totp(1));
    assert!(has_key(mine, &totp(7)), "their key lies in the history");
    assert_eq!(current.get(AccountId([2; 16])).unwrap().params().unwrap(), &totp(2));
}

#[test]
fn theirs_takes_the_place_and_mine_goes_to_the_history() {
    let mut current = book(vec![account(1, "a", ready(totp(1)))]);
    current.get_mut(AccountId([1; 16])).unwrap().note = "mine".into();
    let done = merged(vec![account(1, "A", ready(totp(7)))], &mut current, Choice::TakeTheirs);
    assert_eq!(done.taken, [AccountId([1; 16])]);
    let mine = current.get(AccountId([1; 16])).unwrap();
    assert_eq!((mine.params().unwrap(), mine.name.as_str(), mine.note.as_str()), (&totp(7), "A", "mine"));
    assert_eq!(mine.history.iter().map(|old| &old.params).collect::<Vec<_>>(), [&totp(1)]);
}

#[test]
fn both_stay_and_a_second_merge_knows_them_again() {
    let mut current = book(vec![account(1, "a", ready(totp(1)))]);
    merged(vec![account(1, "a", ready(totp(7)))], &mut current, Choice::KeepBoth);
    assert_eq!(current.live().count(), 2);
    let done = merged(vec![account(1, "a", ready(totp(7)))], &mut current, Choice::KeepBoth);
    assert_eq!((done.added.len(), done.kept, current.live().count()), (0, 1, 2));
}

#[test]
fn a_key_that_is_known_to_be_newer_is_taken_and_an_older_one_is_not() {
    let mut theirs = account(1, "a", ready(totp(7)));
    theirs.history = vec![OldKey { params: totp(1), replaced: NOW }];
    let current = book(vec![account(1, "a", ready(totp(1)))]);
    let newer = plan(book(vec![theirs]), &current);
    assert_eq!(newer.rows.iter().map(|row| row.choice).collect::<Vec<_>>(), [Choice::TakeTheirs]);

    let mut mine = account(1, "a", ready(totp(7)));
    mine.history = vec![OldKey { params: totp(1), replaced: NOW }];
    let older = plan(book(vec![account(1, "renamed", ready(totp(1)))]), &book(vec![mine]));
    assert_eq!(older.rows.iter().map(|row| row.choice).collect::<Vec<_>>(), [Choice::KeepMine]);
}

#[test]
fn a_counter_is_no_conflict_and_the_larger_one_counts() {
    for (theirs, expected) in [(3, 5), (8, 8)] {
        let mut current = book(vec![account(1, "a", ready(hotp(5)))]);
        merged(vec![account(1, "a", ready(hotp(theirs)))], &mut current, Choice::KeepMine);
        assert_eq!(current.get(AccountId([1; 16])).unwrap().params().unwrap(), &hotp(expected));
    }
}

#[test]
fn a_key_that_is_here_is_never_replaced_by_a_name_or_a_sealed_one() {
    for theirs in [missing(), sealed(1)] {
        let mut current = book(vec![sealed_as(1, account(1, "a", ready(totp(1))))]);
        merged(vec![account(1, "renamed", theirs)], &mut current, Choice::TakeTheirs);
        let mine = current.get(AccountId([1; 16])).unwrap();
        assert_eq!((mine.params().unwrap(), mine.name.as_str()), (&totp(1), "renamed"));
    }
}

/// The account as backups seal it under this number.
fn sealed_as(number: u8, mut account: Account) -> Account {
    let account_key = Key32::filled(|bytes| Counting::default().fill(bytes)).unwrap();
    account.sign_in = Some(Box::new(SignInProtection { account_key, slots: Vec::new(), seal_id: [number; 16] }));
    account
}

#[test]
fn a_sealed_key_that_is_not_known_here_is_a_conflict_and_comes_in_beside_when_it_is_wanted() {
    let mine = || vec![account(1, "a", ready(totp(1)))];
    let theirs = || vec![account(1, "a", sealed(7))];
    assert_eq!(standings(theirs(), &book(mine())), [Standing::Conflict(AccountId([1; 16]))]);
    let known = book(vec![sealed_as(7, account(1, "a", ready(totp(1))))]);
    assert_eq!(standings(theirs(), &known), [Standing::Same(AccountId([1; 16]))]);
    for (choice, comes) in [(Choice::TakeTheirs, 1), (Choice::KeepBoth, 1), (Choice::KeepMine, 0)] {
        let mut current = book(mine());
        let done = merged(theirs(), &mut current, choice);
        assert_eq!((done.added.len(), done.merged(), done.kept), (comes, 0, 1 - comes), "{choice:?}");
        assert_eq!(seals(&current).len(), comes);
    }
}

#[test]
fn a_key_that_was_left_in_the_history_can_still_be_taken() {
    let mut current = book(vec![account(1, "a", ready(totp(1)))]);
    let theirs = || vec![account(1, "a", ready(totp(7)))];
    merged(theirs(), &mut current, Choice::KeepMine);
    assert_eq!(standings(theirs(), &current), [Standing::Changed(AccountId([1; 16]))]);
    merged(theirs(), &mut current, Choice::TakeTheirs);
    assert_eq!(current.get(AccountId([1; 16])).unwrap().params().unwrap(), &totp(7));
}

#[test]
fn a_sealed_key_is_kept_beside_whatever_is_chosen() {
    for choice in [Choice::TakeTheirs, Choice::KeepBoth] {
        let mut current = book(vec![account(1, "a", sealed(1))]);
        merged(vec![account(1, "a", ready(totp(1)))], &mut current, choice);
        assert_eq!(current.live().count(), 2);
    }
}

#[test]
fn one_account_comes_alone_also_from_the_trash() {
    let mut current = book(vec![account(1, "a", ready(totp(1))), account(2, "b", ready(totp(2)))]);
    current.delete(AccountId([2; 16]), NOW);
    let incoming = vec![account(1, "a", ready(totp(7))), account(2, "b", ready(totp(2))), account(3, "c", missing())];
    let mut plan = plan(book(incoming), &current);
    plan.only(|account| *account.name == *"b");
    let done = merge(plan, &mut current, NOW, &Counting::default()).unwrap();
    assert_eq!((done.taken, done.kept, done.left_out), (vec![AccountId([2; 16])], 0, 0));
    assert_eq!(current.live().count(), 2);
    assert!(!has_key(current.get(AccountId([1; 16])).unwrap(), &totp(7)), "nothing was decided for the others");
}

#[test]
fn one_account_comes_with_its_own_groups_alone_and_counts_as_merged_only_where_it_changed() {
    let mut theirs = account(2, "b", ready(totp(2)));
    theirs.groups = vec!["Work".into()];
    let mut current = book(vec![account(1, "a", ready(totp(1)))]);
    let incoming =
        || Book::new(vec![account(1, "a", ready(totp(1))), theirs.duplicate()], vec!["Home".into(), "Work".into()]);
    for (name, merged, groups) in [("a", 0, 0), ("b", 0, 1)] {
        let mut plan = plan(incoming(), &current);
        plan.only(|account| *account.name == *name);
        let done = merge(plan, &mut current, NOW, &Counting::default()).unwrap();
        assert_eq!((done.merged(), current.groups().len()), (merged, groups), "{name}");
    }
}

#[test]
fn an_account_that_stays_in_the_trash_keeps_their_key_for_the_day_it_comes_back() {
    let mut current = book(vec![account(1, "a", ready(totp(1)))]);
    current.delete(AccountId([1; 16]), NOW);
    let done = merged(vec![account(1, "a", ready(totp(7)))], &mut current, Choice::KeepMine);
    assert_eq!((done.kept, current.live().count()), (1, 0));
    let mine = current.get(AccountId([1; 16])).unwrap();
    assert_eq!((&mine.credential, has_key(mine, &totp(7))), (&ready(totp(1)), true));
}

#[test]
fn what_is_kept_without_a_usable_key_gets_none_into_its_history() {
    for kept in [sealed(1), missing()] {
        let mut current = book(vec![account(1, "a", kept)]);
        let mut plan = plan(book(vec![account(1, "a", ready(totp(1)))]), &current);
        plan.rows[0].choice = Choice::KeepMine;
        merge(plan, &mut current, NOW, &Counting::default()).unwrap();
        let mine = current.get(AccountId([1; 16])).unwrap();
        assert!(mine.history.is_empty() && mine.params().is_err() && current.all().len() == 1);
    }
}

#[test]
fn their_groups_come_with_what_is_taken_and_not_with_nothing() {
    let groups = |theirs: Account| {
        let mut current = book(vec![account(1, "a", ready(totp(1)))]);
        let incoming = Book::new(vec![theirs], vec!["Home".into(), "Travel".into()]);
        merge(plan(incoming, &current), &mut current, NOW, &Counting::default()).unwrap();
        current.groups().iter().map(|group| group.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(groups(account(1, "a", ready(totp(1)))), Vec::<String>::new());
    assert_eq!(groups(account(2, "b", ready(totp(2)))), ["Home", "Travel"]);
}

#[test]
fn without_chance_nothing_at_all_is_changed() {
    let mut current = book(vec![account(1, "a", ready(totp(1)))]);
    let plan = plan(book(vec![account(2, "b", ready(totp(2)))]), &current);
    assert_eq!(merge(plan, &mut current, NOW, &Nothing).err(), Some(NoEntropy));
    assert_eq!(current, book(vec![account(1, "a", ready(totp(1)))]));
}

pub(super) fn seals(book: &Book) -> Vec<&SealedCredential> {
    book.all().iter().filter_map(seal_of).collect()
}

fn seal_of(account: &Account) -> Option<&SealedCredential> {
    match &account.credential {
        Credential::Sealed(sealed) => Some(sealed),
        _ => None,
    }
}
