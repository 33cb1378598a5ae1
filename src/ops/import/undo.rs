//! An import taken back whole: what came in goes, what was changed is as it was. What else happened to the book since
//! then stays; only a hand on the import's own accounts closes this way, since something of it would be lost.

use std::collections::{HashMap, HashSet};

use crate::account::{Account, AccountId, Book, Credential, has_same_key};
use crate::moment::Moment;
use crate::otp::OtpParams;
use crate::secret::Private;
use crate::text::{Explain, Text};

/// What an import did, so that it can be taken back as one deed.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Undo {
    added: HashMap<AccountId, Facts>,
    before: Vec<Account>,
    remembered: HashSet<AccountId>,
    changed: HashMap<AccountId, Facts>,
    /// The groups that were there before; once it is closed, those that came.
    groups: Vec<Private>,
}

/// What an undo did.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TakenBack {
    /// Accounts that are gone again.
    pub removed: usize,
    /// Accounts that are as they were.
    pub restored: usize,
}

/// Why an import cannot be taken back any more: this account of it was changed since.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("an account was changed since")]
pub struct NotTakenBack {
    /// What the account is called, or was.
    pub title: Private,
}

/// What a person sees and changes of an account; counters and use counts move by themselves.
#[derive(Debug, Eq, PartialEq)]
struct Facts {
    issuer: Private,
    name: Private,
    note: Private,
    groups: Vec<Private>,
    pinned: bool,
    marks: [&'static str; 3],
    changed: Moment,
    trashed: Option<Moment>,
    lengths: [usize; 2],
}

impl Undo {
    /// Before anything is changed.
    pub(in crate::ops::import) fn of(book: &Book) -> Self {
        Self { groups: book.groups().to_vec(), ..Self::default() }
    }

    /// An account is about to be changed. Only its first state counts.
    pub(in crate::ops::import) fn remember(&mut self, account: &Account) {
        if self.remembered.insert(account.id) {
            self.before.push(account.duplicate());
        }
    }

    /// Everything is done: from here on, changes are those of somebody else.
    pub(in crate::ops::import) fn close(&mut self, book: &Book, added: &[AccountId]) {
        let now: HashMap<AccountId, &Account> = book.all().iter().map(|account| (account.id, account)).collect();
        let facts = |id: AccountId| now.get(&id).map(|account| (id, Facts::of(account)));
        self.added = added.iter().filter_map(|id| facts(*id)).collect();
        self.changed = self.before.iter().filter_map(|before| facts(before.id)).collect();
        let was_there: HashSet<&str> = self.groups.iter().map(Private::as_str).collect();
        self.groups = book.groups().iter().filter(|group| !was_there.contains(group.as_str())).cloned().collect();
    }

    /// How many accounts would go, and how many would be as they were.
    #[must_use]
    pub fn counts(&self) -> TakenBack {
        TakenBack { removed: self.added.len(), restored: self.before.len() }
    }

    /// Whether it can still be done.
    ///
    /// # Errors
    /// [`NotTakenBack`].
    pub fn check(&self, book: &Book) -> Result<(), NotTakenBack> {
        let now: HashMap<AccountId, &Account> = book.all().iter().map(|account| (account.id, account)).collect();
        let changed = self.added.iter().chain(&self.changed).find(|(id, facts)| {
            // Gone for good, an account of the import needs no undo; changed, it does not come back by one.
            now.get(id).is_none_or(|account| Facts::of(account) != **facts)
        });
        match changed {
            None => Ok(()),
            Some((_, facts)) => Err(NotTakenBack { title: facts.title().clone() }),
        }
    }

    /// Takes the import back: all of it or nothing. Who wants to keep the way open asks [`Self::check`] first.
    ///
    /// # Errors
    /// [`NotTakenBack`]; nothing has changed then.
    pub fn take_back(self, book: &mut Book) -> Result<TakenBack, NotTakenBack> {
        self.check(book)?;
        let counts = self.counts();
        book.erase_all(&self.added.keys().copied().collect::<HashSet<_>>());
        let places = book.places();
        for before in self.before {
            if let Some(account) = places.get(&before.id).and_then(|place| book.at_mut(*place)) {
                restore(account, before);
            }
        }
        book.remove_empty_groups(&self.groups);
        Ok(counts)
    }
}

impl Facts {
    fn of(account: &Account) -> Self {
        Self {
            issuer: account.issuer.clone(),
            name: account.name.clone(),
            note: account.note.clone(),
            groups: account.groups.clone(),
            pinned: account.pinned,
            marks: [account.kind.name(), account.protection.name(), account.credential.state_name()],
            changed: account.changed,
            trashed: account.trashed,
            lengths: [account.history.len(), account.recovery_codes.len()],
        }
    }

    fn title(&self) -> &Private {
        if self.issuer.is_empty() { &self.name } else { &self.issuer }
    }
}

/// Puts an account back as it was. How often its codes were taken is not the import's.
fn restore(account: &mut Account, before: Account) {
    let mut now = std::mem::replace(account, before);
    std::mem::swap(&mut account.use_count, &mut now.use_count);
    std::mem::swap(&mut account.last_used, &mut now.last_used);
    if let (Credential::Ready(now), Credential::Ready(restored)) = (&now.credential, &mut account.credential) {
        keep_counter(now, restored);
    }
}

/// A code that was seen since is not given once more, where the key is the same.
fn keep_counter(now: &OtpParams, restored: &mut OtpParams) {
    let is_same = has_same_key(now, restored);
    if let (OtpParams::Hotp { counter: now, .. }, OtpParams::Hotp { counter: restored, .. }) = (now, restored)
        && is_same
    {
        *restored = (*restored).max(*now);
    }
}

impl Explain for NotTakenBack {
    fn what(&self) -> Text {
        Text::new("err-import-not-taken-back").word("title", self.title.as_str())
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-import-not-taken-back"))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::{TakenBack, Undo};
    use crate::account::{Account, AccountId, Book, Credential, EnrolHint};
    use crate::chance::{Entropy, NoEntropy};
    use crate::formats::{Arrival, Imported};
    use crate::moment::Moment;
    use crate::ops::import::{OnDuplicate, apply, plan};
    use crate::otp::uri::UriKey;
    use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams};
    use crate::secret::Secret;

    const NOW: Moment = Moment::from_unix(1_800_000_000);
    const LATER: Moment = Moment::from_unix(1_800_000_060);

    struct Chance(AtomicU8);

    impl Entropy for Chance {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
            bytes.fill(self.0.fetch_add(1, Ordering::Relaxed));
            Ok(())
        }
    }

    fn hotp(key: u8, counter: u64) -> OtpParams {
        OtpParams::Hotp {
            key: OtpKey::new(Secret::copied(&[key; 20])).unwrap(),
            algorithm: Algorithm::Sha1,
            digits: Digits::SIX,
            counter: Counter::new(counter).unwrap(),
        }
    }

    /// `a` with a key, `b` with another, `c` by name alone; a group of its own.
    fn book() -> Book {
        let ready = |id, name, key| Account::ready(AccountId([id; 16]), "I", name, hotp(key, 5), NOW);
        let nameless =
            Account::with_credential(AccountId([0xc0; 16]), "I", "c", Credential::Missing(EnrolHint::default()), NOW);
        Book::new(vec![ready(0xa0, "a", 1), ready(0xb0, "b", 2), nameless], vec!["Mine".into()])
    }

    /// The same key as `a` further on, another key for `b`, the key for `c`, one that is new; all in a new group.
    fn imported(book: &mut Book) -> Undo {
        let arrival = |name, key, counter| {
            let mut arrival = Arrival::new("I", name, Some(UriKey::Ready(hotp(key, counter))));
            arrival.groups = vec!["Theirs".into()];
            arrival
        };
        let arrivals = vec![arrival("a", 1, 8), arrival("b", 3, 0), arrival("c", 4, 0), arrival("new", 5, 0)];
        let groups = vec!["Theirs".into(), "Empty".into()];
        let file = Imported { format: "test", arrivals, groups, complaints: Vec::new(), notes: Vec::new() };
        let applied = apply(plan(file, book), book, OnDuplicate::Replace, LATER, &Chance(1.into())).unwrap();
        assert_eq!((applied.added.len(), applied.filled.len(), applied.replaced.len()), (1, 1, 2));
        applied.undo
    }

    #[test]
    fn the_book_is_as_it_was_but_for_counters_that_went_on() {
        let mut book = book();
        let undo = imported(&mut book);
        assert_ne!(book, self::book());
        assert_eq!(undo.take_back(&mut book), Ok(TakenBack { removed: 1, restored: 3 }));
        let mut expected = self::book();
        expected.get_mut(AccountId([0xa0; 16])).unwrap().credential = Credential::Ready(hotp(1, 8));
        assert_eq!(book, expected);
    }

    #[test]
    fn what_happened_to_others_since_then_stays() {
        let mut book = book();
        let undo = imported(&mut book);
        book.add(Account::ready(AccountId([0xe0; 16]), "Later", "e", hotp(9, 0), LATER));
        book.move_to(AccountId([0xe0; 16]), AccountId([0xa0; 16]));
        book.add_group("Made by hand");
        let taken = book.all().iter().find(|account| &*account.name == "new").unwrap().id;
        book.get_mut(taken).unwrap().use_count += 1;
        assert!(undo.take_back(&mut book).is_ok());
        let names: Vec<&str> = book.all().iter().map(|account| &*account.name).collect();
        assert_eq!(names, ["e", "a", "b", "c"]);
        let groups: Vec<&str> = book.groups().iter().map(|group| &**group).collect();
        assert_eq!(groups, ["Mine", "Made by hand"]);
    }

    #[test]
    fn a_hand_on_one_of_its_accounts_closes_the_way_and_is_named() {
        let deeds: [fn(&mut Book, AccountId); 3] = [
            |book, id| book.get_mut(id).unwrap().note = "mine".into(),
            |book, id| assert!(book.delete(id, LATER)),
            |book, id| assert!(book.erase(id).is_some()),
        ];
        for deed in deeds {
            for name in ["new", "b"] {
                let mut book = book();
                let undo = imported(&mut book);
                let id = book.all().iter().find(|account| &*account.name == name).unwrap().id;
                deed(&mut book, id);
                assert!(undo.check(&book).is_err());
                assert_eq!(&*undo.take_back(&mut book).unwrap_err().title, "I");
                assert!(book.all().iter().any(|account| &*account.name == "c" && account.params().is_ok()));
            }
        }
    }
}
