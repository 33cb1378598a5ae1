//! A plan carried out on the book, whole or not at all.

use std::collections::HashMap;

use crate::account::{Account, AccountId, Book, Credential};
use crate::chance::{Entropy, NoEntropy, draw};
use crate::formats::Arrival;
use crate::moment::Moment;
use crate::ops::import::plan::{ImportPlan, Row, Standing};
use crate::ops::import::undo::Undo;

/// What is done with accounts that the book has already.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum OnDuplicate {
    /// The file's account comes beside the book's.
    KeepBoth,
    /// The file's account wins; a key that it replaces goes to the account's history.
    Replace,
    /// The book's account stays as it is.
    #[default]
    Skip,
}

impl OnDuplicate {
    /// The policy of this name: `skip`, `replace`, `keep-both`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "keep-both" => Some(Self::KeepBoth),
            "replace" => Some(Self::Replace),
            "skip" => Some(Self::Skip),
            _ => None,
        }
    }
}

/// What was done. Every row of the plan is counted in just one of these.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Applied {
    /// Accounts that came in, in order.
    pub added: Vec<AccountId>,
    /// Accounts that were without a key and now have one.
    pub filled: Vec<AccountId>,
    /// Accounts that the file's took the place of.
    pub replaced: Vec<AccountId>,
    /// Rows that the book has already, or that the file has twice.
    pub skipped: usize,
    /// Rows that the person did not want.
    pub unwanted: usize,
    /// Entries that could not be read.
    pub complaints: usize,
    /// What takes all of it back.
    pub undo: Undo,
}

impl Applied {
    /// Whether the book is as it was.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.added.is_empty() && self.filled.is_empty() && self.replaced.is_empty()
    }
}

/// Carries a plan out. `policy` is for the rows for which nothing else was chosen. A missing key of an account of the book is filled in under every policy but
/// [`OnDuplicate::KeepBoth`], since nothing is lost by it. A sealed key is never replaced, since it could not be kept:
/// the file's account then comes beside it.
///
/// # Errors
/// [`NoEntropy`]; the book is then as it was.
pub fn apply(
    plan: ImportPlan,
    book: &mut Book,
    policy: OnDuplicate,
    now: Moment,
    chance: &dyn Entropy,
) -> Result<Applied, NoEntropy> {
    // All ids are drawn before the first change: chance is the only thing here that can say no.
    let ids = plan.rows.iter().map(|_| draw(chance).map(AccountId)).collect::<Result<Vec<_>, _>>()?;
    let mut applied = Applied { complaints: plan.complaints.len(), ..Applied::default() };
    let mut undo = Undo::of(book);
    let (mut newcomers, places) = (Vec::new(), book.places());
    for (row, id) in plan.rows.into_iter().zip(ids) {
        match deed(&row, book, &places, policy) {
            Deed::Add => newcomers.push(row.arrival.into_account(id, now)),
            Deed::Fill(place) => {
                applied.filled.extend(updated(book.at_mut(place), &mut undo, row.arrival, now));
            }
            Deed::Leave if row.is_wanted => applied.skipped += 1,
            Deed::Leave => applied.unwanted += 1,
            Deed::Replace(place) => {
                applied.replaced.extend(updated(book.at_mut(place), &mut undo, row.arrival, now));
            }
        }
    }
    applied.added = newcomers.iter().map(|account: &Account| account.id).collect();
    // A file of which nothing is taken leaves no empty groups behind either.
    if !applied.is_nothing() {
        book.add_groups(&plan.groups);
    }
    book.add_all(newcomers);
    undo.close(book, &applied.added);
    applied.undo = undo;
    Ok(applied)
}

enum Deed {
    Add,
    Fill(usize),
    Leave,
    Replace(usize),
}

/// What becomes of a row, with the place of the account that it is for.
fn deed(row: &Row, book: &Book, places: &HashMap<AccountId, usize>, policy: OnDuplicate) -> Deed {
    if !row.is_wanted {
        return Deed::Leave;
    }
    match (row.standing, row.choice(policy)) {
        (Standing::New, _) | (_, OnDuplicate::KeepBoth) => Deed::Add,
        (Standing::Fills(id), _) => places.get(&id).map_or(Deed::Leave, |place| Deed::Fill(*place)),
        (Standing::Repeated, _) | (_, OnDuplicate::Skip) => Deed::Leave,
        (Standing::Changed(id, _) | Standing::Same(id), OnDuplicate::Replace) => {
            let place = places.get(&id).and_then(|place| Some((*place, book.all().get(*place)?)));
            match place {
                Some((_, account)) if matches!(account.credential, Credential::Sealed(_)) => Deed::Add,
                Some((place, _)) => Deed::Replace(place),
                None => Deed::Leave,
            }
        }
    }
}

/// The account is remembered and takes over what the file has; its id, if it is there.
fn updated(account: Option<&mut Account>, undo: &mut Undo, arrival: Arrival, now: Moment) -> Option<AccountId> {
    let account = account?;
    undo.remember(account);
    update(account, arrival, now);
    Some(account.id)
}

/// Puts what the file has over what the account has. What the file lacks stays.
fn update(account: &mut Account, arrival: Arrival, now: Moment) {
    account.issuer = arrival.issuer;
    account.name = arrival.name;
    account.pinned |= arrival.pinned;
    account.changed = now;
    if !arrival.note.is_empty() {
        account.note = arrival.note;
    }
    if !arrival.icon.is_empty() {
        account.icon = arrival.icon;
    }
    for group in arrival.groups {
        if !account.groups.contains(&group) {
            account.groups.push(group);
        }
    }
    if let Credential::Ready(params) = arrival.credential {
        account.put_key(params, now);
    }
    if let Some(beyond) = arrival.beyond {
        beyond.join(account);
    }
}

#[cfg(test)]
mod tests {
    use super::{Applied, OnDuplicate, apply};
    use crate::account::Difference;
    use crate::account::{Account, AccountId, Book, Credential, EnrolHint};
    use crate::chance::{Entropy, NoEntropy};
    use crate::formats::{Arrival, Imported};
    use crate::moment::Moment;
    use crate::ops::import::{Standing, plan};
    use crate::otp::uri::UriKey;
    use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams, Period};
    use crate::secret::Secret;

    const NOW: Moment = Moment::from_unix(1_800_000_000);

    struct Chance(std::sync::atomic::AtomicU8);

    impl Entropy for Chance {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
            bytes.fill(self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
            Ok(())
        }
    }

    /// Chance that gives out after a few draws.
    struct Exhausted(std::sync::atomic::AtomicU8);

    impl Entropy for Exhausted {
        fn fill(&self, _: &mut [u8]) -> Result<(), NoEntropy> {
            let draws = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            if draws < 2 { Ok(()) } else { Err(NoEntropy) }
        }
    }

    fn totp(key: u8, digits: u64) -> OtpParams {
        OtpParams::Totp {
            key: OtpKey::new(Secret::copied(&[key; 20])).unwrap(),
            algorithm: Algorithm::Sha1,
            digits: Digits::new(digits).unwrap(),
            period: Period::THIRTY,
        }
    }

    fn hotp(counter: u64) -> OtpParams {
        OtpParams::Hotp {
            key: OtpKey::new(Secret::copied(&[9; 20])).unwrap(),
            algorithm: Algorithm::Sha1,
            digits: Digits::SIX,
            counter: Counter::new(counter).unwrap(),
        }
    }

    fn arrival(issuer: &str, name: &str, params: OtpParams) -> Arrival {
        Arrival::new(issuer, name, Some(UriKey::Ready(params)))
    }

    fn file(arrivals: Vec<Arrival>) -> Imported {
        Imported { format: "test", arrivals, groups: vec!["Empty".into()], complaints: Vec::new(), notes: Vec::new() }
    }

    /// A: a key. B: a key. C: HOTP at 5. D: the name alone.
    fn book() -> Book {
        let ready = |id, name, params| Account::ready(AccountId([id; 16]), "I", name, params, NOW);
        let missing = Credential::Missing(EnrolHint::default());
        let nameless = Account::with_credential(AccountId([0xd0; 16]), "I", "d", missing, NOW);
        let accounts =
            vec![ready(0xa0, "a", totp(1, 6)), ready(0xb0, "b", totp(2, 6)), ready(0xc0, "c", hotp(5)), nameless];
        Book::new(accounts, Vec::new())
    }

    /// Same, other key, other digits, other name, key for D, new, and new again.
    fn arrivals() -> Vec<Arrival> {
        vec![
            arrival("I", "a", totp(1, 6)),
            arrival("I", "b", totp(3, 6)),
            arrival("I", "a", totp(1, 8)),
            arrival("I", "renamed", totp(2, 6)),
            arrival("I", "d", totp(4, 6)),
            arrival("J", "new", totp(1, 6)),
            arrival("J", "new", totp(1, 6)),
        ]
    }

    fn run(policy: OnDuplicate, book: &mut Book, arrivals: Vec<Arrival>) -> Applied {
        apply(plan(file(arrivals), book), book, policy, NOW, &Chance(1.into())).unwrap()
    }

    #[test]
    fn each_row_says_how_it_stands_to_the_book() {
        let plan = plan(file(arrivals()), &book());
        let id = |first| AccountId([first; 16]);
        let standings: Vec<_> = plan.rows.iter().map(|row| row.standing).collect();
        let expected = [
            Standing::Same(id(0xa0)),
            Standing::Changed(id(0xb0), Difference::Key),
            Standing::Changed(id(0xa0), Difference::Parameters),
            Standing::Changed(id(0xb0), Difference::Name),
            Standing::Fills(id(0xd0)),
            Standing::New,
            Standing::Repeated,
        ];
        assert_eq!(standings, expected);
    }

    #[test]
    fn skipping_leaves_what_is_there_and_fills_what_is_missing() {
        let mut book = book();
        let applied = run(OnDuplicate::Skip, &mut book, arrivals());
        assert_eq!((applied.added.len(), applied.filled.len(), applied.skipped), (1, 1, 5));
        assert_eq!(book.live().count(), 5);
        assert_eq!(book.get(AccountId([0xb0; 16])).unwrap().params().unwrap(), &totp(2, 6));
        assert_eq!(book.get(AccountId([0xd0; 16])).unwrap().params().unwrap(), &totp(4, 6));
        assert!(book.groups().iter().any(|group| **group == *"Empty"));
    }

    #[test]
    fn replacing_keeps_the_old_key_in_the_history() {
        let mut book = book();
        book.get_mut(AccountId([0xb0; 16])).unwrap().accepted = Some(NOW);
        let applied = run(OnDuplicate::Replace, &mut book, vec![arrival("I", "b", totp(3, 6))]);
        assert_eq!(applied.replaced, [AccountId([0xb0; 16])]);
        let account = book.get(AccountId([0xb0; 16])).unwrap();
        assert_eq!(account.accepted, None, "its service never saw a code of this key");
        assert_eq!((account.params().unwrap(), account.history.len()), (&totp(3, 6), 1));
        assert_eq!(account.history[0].params, totp(2, 6));
    }

    #[test]
    fn a_counter_never_goes_down() {
        for (counter, expected) in [(3, 5), (8, 8)] {
            let mut book = book();
            run(OnDuplicate::Replace, &mut book, vec![arrival("I", "c", hotp(counter))]);
            let account = book.get(AccountId([0xc0; 16])).unwrap();
            assert_eq!((account.params().unwrap(), account.history.len()), (&hotp(expected), 0));
        }
    }

    #[test]
    fn keeping_both_adds_every_row() {
        let mut book = book();
        let applied = run(OnDuplicate::KeepBoth, &mut book, arrivals());
        assert_eq!((applied.added.len(), applied.skipped), (7, 0));
        assert_eq!(book.live().count(), 11);
    }

    #[test]
    fn a_row_that_is_not_wanted_is_left() {
        let mut book = book();
        let mut plan = plan(file(arrivals()), &book);
        plan.rows.iter_mut().for_each(|row| row.is_wanted = false);
        let applied = apply(plan, &mut book, OnDuplicate::KeepBoth, NOW, &Chance(1.into())).unwrap();
        assert_eq!((applied.unwanted, applied.added.len(), book.live().count()), (7, 0, 4));
        assert!(applied.is_nothing() && book.groups().is_empty(), "no empty group is left behind either");
    }

    #[test]
    fn what_was_chosen_for_a_row_wins_over_the_choice_for_all() {
        let mut book = book();
        let mut plan = plan(file(arrivals()), &book);
        plan.rows[1].choice = Some(OnDuplicate::KeepBoth);
        plan.rows[3].toggle(OnDuplicate::Skip);
        plan.rows[5].toggle(OnDuplicate::Skip);
        let taken: Vec<bool> = plan.rows.iter().map(|row| row.comes_in(OnDuplicate::Skip)).collect();
        assert_eq!(taken, [false, true, false, true, true, false, false]);
        let applied = apply(plan, &mut book, OnDuplicate::Skip, NOW, &Chance(1.into())).unwrap();
        assert_eq!((applied.added.len(), applied.filled.len(), applied.replaced.len()), (1, 1, 1));
        assert_eq!((applied.skipped, applied.unwanted), (3, 1));
        assert_eq!(&*book.get(AccountId([0xb0; 16])).unwrap().name, "renamed");
    }

    #[test]
    fn without_chance_nothing_at_all_is_changed() {
        let mut changed = book();
        let plan = plan(file(arrivals()), &changed);
        assert_eq!(apply(plan, &mut changed, OnDuplicate::Replace, NOW, &Exhausted(0.into())), Err(NoEntropy));
        assert_eq!(changed, book());
    }

    #[test]
    fn an_account_in_the_trash_does_not_stand_in_the_way() {
        let mut book = book();
        book.delete(AccountId([0xa0; 16]), NOW);
        let applied = run(OnDuplicate::Skip, &mut book, vec![arrival("I", "a", totp(1, 6))]);
        assert_eq!(applied.added.len(), 1);
    }

    #[test]
    fn a_file_without_the_key_takes_none_away() {
        let mut book = book();
        let applied = run(OnDuplicate::Replace, &mut book, vec![Arrival::new("I", "a", None)]);
        assert_eq!(applied.replaced.len(), 1);
        assert_eq!(book.get(AccountId([0xa0; 16])).unwrap().params().unwrap(), &totp(1, 6));
    }
}
