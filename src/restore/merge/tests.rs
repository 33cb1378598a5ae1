use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

use super::{Choice, MergePlan, Merged, Standing, merge, plan};
use crate::account::{
    Account, AccountId, Book, Credential, EnrolHint, OldKey, RecoveryCode, SealedCredential, SealedLabel, is_same_code,
};
use crate::chance::{Entropy, NoEntropy};
use crate::moment::Moment;
use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams, Period};
use crate::restore::merge::compare::has_key;
use crate::secret::Secret;

const NOW: Moment = Moment::from_unix(1_800_000_000);

/// Bytes that differ from call to call, and from those of the accounts.
#[derive(Default)]
struct Counting(std::sync::atomic::AtomicU64);

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

fn totp(number: u8) -> OtpParams {
    totp_of(number, 6)
}

fn totp_of(number: u8, digits: u64) -> OtpParams {
    let digits = Digits::new(digits).unwrap();
    OtpParams::Totp { key: key(number), algorithm: Algorithm::Sha1, digits, period: Period::THIRTY }
}

fn hotp(counter: u64) -> OtpParams {
    let counter = Counter::new(counter).unwrap();
    OtpParams::Hotp { key: key(9), algorithm: Algorithm::Sha1, digits: Digits::SIX, counter }
}

fn sealed(number: u8) -> Credential {
    let label = SealedLabel { issuer: "I".into(), name: "n".into(), otp_type: 1, algorithm: 1, digits: 6, period: 30 };
    Credential::Sealed(Box::new(SealedCredential {
        seal_id: [number; 16],
        label,
        slots: Vec::new(),
        sealed: vec![number; 40],
    }))
}

fn missing() -> Credential {
    Credential::Missing(EnrolHint::default())
}

fn account(id: u8, name: &str, credential: Credential) -> Account {
    Account::with_credential(AccountId([id; 16]), "I", name, credential, NOW)
}

fn book(accounts: Vec<Account>) -> Book {
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

fn ready(params: OtpParams) -> Credential {
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
        let mut current = book(vec![account(1, "a", ready(totp(1)))]);
        merged(vec![account(1, "renamed", theirs)], &mut current, Choice::TakeTheirs);
        let mine = current.get(AccountId([1; 16])).unwrap();
        assert_eq!((mine.params().unwrap(), mine.name.as_str()), (&totp(1), "renamed"));
    }
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
    assert_eq!((done.taken, done.kept, done.left_out), (vec![AccountId([2; 16])], 1, 1));
    assert_eq!(current.live().count(), 2);
}

#[test]
fn without_chance_nothing_at_all_is_changed() {
    let mut current = book(vec![account(1, "a", ready(totp(1)))]);
    let plan = plan(book(vec![account(2, "b", ready(totp(2)))]), &current);
    assert_eq!(merge(plan, &mut current, NOW, &Nothing).err(), Some(NoEntropy));
    assert_eq!(current, book(vec![account(1, "a", ready(totp(1)))]));
}

// -- any two books ---------------------------------------------------------------------------------------------------

fn any_params() -> impl Strategy<Value = (u8, u8)> {
    (0u8..5, 0u8..3)
}

fn params_of((kind, number): (u8, u8)) -> OtpParams {
    match kind {
        0 => hotp(u64::from(number)),
        1 => totp_of(number, 8),
        _ => totp(number),
    }
}

/// An account as numbers, so that it can be made twice.
type Recipe = ((u8, u8, u8), (u8, (u8, u8)), Option<(u8, u8)>, (bool, bool, Option<bool>));

fn any_recipe() -> impl Strategy<Value = Recipe> {
    (
        (0u8..6, 0u8..2, 0u8..3),
        (0u8..6, any_params()),
        prop::option::of(any_params()),
        (any::<bool>(), prop::bool::weighted(0.15), prop::option::of(any::<bool>())),
    )
}

fn made((names, credential, old, (has_note, is_trashed, code)): Recipe) -> Account {
    let credential = match credential.0 {
        0 => missing(),
        1 => sealed(credential.1.1),
        _ => ready(params_of(credential.1)),
    };
    let id = AccountId([names.0; 16]);
    let (issuer, name) = (format!("I{}", names.1), format!("n{}", names.2));
    let mut account = Account::with_credential(id, &issuer, &name, credential, NOW);
    account.history = old.map(|old| OldKey { params: params_of(old), replaced: NOW }).into_iter().collect();
    account.note = if has_note { "a note".into() } else { "".into() };
    account.trashed = is_trashed.then_some(NOW);
    account.recovery_codes =
        code.map(|used| RecoveryCode { code: Secret::copied(b"1234"), used }).into_iter().collect();
    account
}

/// A book of accounts with different ids.
fn any_recipes() -> impl Strategy<Value = Vec<Recipe>> {
    prop::collection::vec(any_recipe(), 0..6).prop_map(|mut recipes| {
        recipes.sort_by_key(|recipe| recipe.0.0);
        recipes.dedup_by_key(|recipe| recipe.0.0);
        recipes
    })
}

fn any_choice() -> impl Strategy<Value = Option<Choice>> {
    prop_oneof![Just(None), Just(Some(Choice::KeepBoth)), Just(Some(Choice::KeepMine)), Just(Some(Choice::TakeTheirs))]
}

fn made_all(recipes: &[Recipe]) -> Book {
    book(recipes.iter().map(|recipe| made(*recipe)).collect())
}

fn chosen(incoming: &[Recipe], current: &Book, choice: Option<Choice>) -> MergePlan {
    let mut plan = plan(made_all(incoming), current);
    if let Some(choice) = choice {
        plan.choose(choice);
    }
    plan
}

/// Every key of a book, those of the histories too.
fn keys(book: &Book) -> Vec<&OtpParams> {
    let of = |account| {
        let account: &Account = account;
        let now = match &account.credential {
            Credential::Ready(params) => Some(params),
            _ => None,
        };
        now.into_iter().chain(account.history.iter().map(|old| &old.params))
    };
    book.all().iter().flat_map(of).collect()
}

fn ready_ids(book: &Book) -> Vec<AccountId> {
    book.all().iter().filter(|one| matches!(one.credential, Credential::Ready(_))).map(|one| one.id).collect()
}

fn seals(book: &Book) -> Vec<&SealedCredential> {
    book.all().iter().filter_map(seal_of).collect()
}

fn seal_of(account: &Account) -> Option<&SealedCredential> {
    match &account.credential {
        Credential::Sealed(sealed) => Some(sealed),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_that_is_here_is_lost(mine in any_recipes(), theirs in any_recipes(), choice in any_choice()) {
        let (before, mut book) = (made_all(&mine), made_all(&mine));
        merge(chosen(&theirs, &book, choice), &mut book, NOW, &Counting::default()).unwrap();
        for key in keys(&before) {
            assert!(keys(&book).iter().any(|other| is_same_code(other, key)), "a key is gone");
        }
        for seal in seals(&before) {
            assert!(seals(&book).contains(&seal), "a sealed key is gone");
        }
        let ready = ready_ids(&book);
        assert!(ready_ids(&before).iter().all(|id| ready.contains(id)), "an account lost its key");
        assert!(book.live().count() >= before.live().count() && book.all().len() >= before.all().len());
        let mut ids: Vec<AccountId> = book.all().iter().map(|account| account.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), book.all().len(), "two accounts have one id");
    }

    #[test]
    fn every_usable_key_of_theirs_comes_unless_it_was_left_in_the_trash(
        mine in any_recipes(), theirs in any_recipes(), choice in any_choice(),
    ) {
        let mut book = made_all(&mine);
        let plan = chosen(&theirs, &book, choice);
        // What a person leaves in the trash, or says no to where only a sealed key is here, does not come.
        let comes = |row: &&super::MergeRow| {
            let mine = row.standing.account().and_then(|id| book.get(id));
            row.choice != Choice::KeepMine
                || mine.is_none_or(|mine| matches!(mine.credential, Credential::Ready(_)) && mine.trashed.is_none())
        };
        let coming: Vec<OtpParams> = plan
            .rows
            .iter()
            .filter(|row| row.theirs.trashed.is_none())
            .filter(comes)
            .filter_map(|row| row.theirs.params().ok().map(OtpParams::duplicate))
            .collect();
        merge(plan, &mut book, NOW, &Counting::default()).unwrap();
        for key in &coming {
            assert!(keys(&book).iter().any(|other| is_same_code(other, key)), "their key did not come");
        }
    }

    #[test]
    fn a_second_merge_changes_nothing(mine in any_recipes(), theirs in any_recipes(), choice in any_choice()) {
        let mut once = made_all(&mine);
        merge(chosen(&theirs, &once, choice), &mut once, NOW, &Counting::default()).unwrap();
        let count = once.all().len();
        let live = once.live().count();
        let second = merge(chosen(&theirs, &once, choice), &mut once, NOW, &Counting::default()).unwrap();
        assert!(second.added.is_empty() && second.filled.is_empty(), "{second:?}");
        assert_eq!((once.all().len(), once.live().count()), (count, live));
    }

    #[test]
    fn a_book_merged_into_itself_stays_as_it_is(mine in any_recipes(), choice in any_choice()) {
        let mut book = made_all(&mine);
        let done = merge(chosen(&mine, &book, choice), &mut book, NOW, &Counting::default()).unwrap();
        assert_eq!((done.added.len(), done.merged()), (0, 0));
        assert_eq!(book, made_all(&mine));
    }

    #[test]
    fn every_row_is_counted_once(mine in any_recipes(), theirs in any_recipes(), choice in any_choice()) {
        let mut book = made_all(&mine);
        let plan = chosen(&theirs, &book, choice);
        let rows = plan.rows.len();
        let done = merge(plan, &mut book, NOW, &Counting::default()).unwrap();
        assert_eq!(done.added.len() + done.merged() + done.skipped(), rows);
    }
}
