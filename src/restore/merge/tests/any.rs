//! Any two books merged: what holds whatever lies in them and whatever is chosen.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

use super::{Counting, NOW, book, hotp, missing, ready, sealed, seals, totp, totp_of};
use crate::account::{Account, AccountId, Book, Credential, OldKey, RecoveryCode, is_same_code};
use crate::otp::OtpParams;
use crate::restore::merge::{Choice, MergePlan, MergeRow, merge, plan};
use crate::secret::Secret;

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
    fn every_usable_key_of_theirs_comes_unless_it_is_refused_where_no_key_is_here(
        mine in any_recipes(), theirs in any_recipes(), choice in any_choice(),
    ) {
        let mut book = made_all(&mine);
        let plan = chosen(&theirs, &book, choice);
        // What a person says no to where no usable key is here does not come.
        let comes = |row: &&MergeRow| {
            let mine = row.standing.account().and_then(|id| book.get(id));
            row.choice != Choice::KeepMine
                || mine.is_none_or(|mine| matches!(mine.credential, Credential::Ready(_)))
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
