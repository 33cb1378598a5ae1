//! What can be done to accounts, the same for both faces: add, edit, delete, bring back, pin.
//!
//! These change the book in memory; saving is the caller's next step. Groups, codes and typed keys have files of their own.

use crate::account::{Account, AccountId, Book, Credential, Find, Kind, has_same_key};
use crate::chance::{Entropy, draw};
use crate::moment::Moment;
use crate::ops::{groups, protection};
use crate::otp::{Counter, OtpParams, OutOfRange};
use crate::secret::Private;

pub use crate::ops::deed_error::{DeedError, Field, ISSUER_MOST, NAME_MOST, NOTE_MOST};
pub use crate::ops::taking::{AfterSave, Skip, Taken, take_code};
pub use crate::ops::typed_key::TypedKey;

use crate::ops::deed_error::{line, paragraph};

/// A new account as a person gave it.
#[derive(Debug)]
pub struct Draft {
    /// The service.
    pub issuer: Private,
    /// The account at the service.
    pub name: Private,
    /// A free text.
    pub note: Private,
    /// The groups to put it in, by the rules of [`groups::find`]; new ones are made.
    pub groups: Vec<Private>,
    /// Whose account it is.
    pub kind: Kind,
    /// The key and what goes with it.
    pub params: OtpParams,
}

impl Draft {
    /// Another one, key and all.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        let Self { issuer, name, note, groups, kind, params } = self;
        let (issuer, name, note) = (issuer.clone(), name.clone(), note.clone());
        Self { issuer, name, note, groups: groups.clone(), kind: *kind, params: params.duplicate() }
    }
}

/// Adds an account at the end of the book. What a backup carries of it follows from its kind.
///
/// # Errors
/// [`DeedError::Nameless`], [`DeedError::GroupNameless`], [`DeedError::TooLong`], [`DeedError::AlreadyThere`],
/// [`DeedError::NoEntropy`]. The book is then as it was.
pub fn add(book: &mut Book, draft: Draft, now: Moment, chance: &dyn Entropy) -> Result<AccountId, DeedError> {
    let issuer = line(&draft.issuer, Field::Issuer)?;
    let name = line(&draft.name, Field::Name)?;
    if issuer.is_empty() && name.is_empty() {
        return Err(DeedError::Nameless);
    }
    let twin = |account: &&Account| {
        account.issuer == issuer
            && account.name == name
            && account.params().is_ok_and(|old| has_same_key(old, &draft.params))
    };
    if book.live().any(|account| twin(&account)) {
        return Err(DeedError::AlreadyThere);
    }
    draft.params.counter().map_or(Ok(()), has_codes)?;
    let mut account = Account::ready(AccountId(draw(chance)?), &issuer, &name, draft.params, now);
    account.note = paragraph(&draft.note)?;
    account.groups = groups::named(book, &draft.groups)?;
    account.kind = draft.kind;
    account.protection = draft.kind.default_protection();
    let id = account.id;
    book.add(account);
    Ok(id)
}

/// What is to change of an account; `None` leaves a field as it is.
#[derive(Debug, Default)]
pub struct Change {
    /// The service.
    pub issuer: Option<Private>,
    /// The account at the service.
    pub name: Option<Private>,
    /// A free text.
    pub note: Option<Private>,
    /// Whose account it is. Where the old kind's own protection stood, a stricter one follows; never does a backup carry
    /// more, which is a decision of its own ([`protection`]).
    pub kind: Option<Kind>,
    /// A new key, put in as [`Account::put_key`] does: another one goes to the account's history.
    pub params: Option<OtpParams>,
}

/// Changes an account. All or nothing: with an error the account is as it was.
///
/// # Errors
/// [`DeedError::NotFound`], [`DeedError::Nameless`], [`DeedError::TooLong`].
pub fn edit(book: &mut Book, id: AccountId, change: Change, now: Moment) -> Result<(), DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    let issuer = change.issuer.map_or(Ok(account.issuer.clone()), |text| line(&text, Field::Issuer))?;
    let name = change.name.map_or(Ok(account.name.clone()), |text| line(&text, Field::Name))?;
    let note = change.note.map_or(Ok(account.note.clone()), |text| paragraph(&text))?;
    if issuer.is_empty() && name.is_empty() {
        return Err(DeedError::Nameless);
    }
    (account.issuer, account.name, account.note) = (issuer, name, note);
    if let Some(kind) = change.kind {
        let (was, wanted) = (account.kind.default_protection(), kind.default_protection());
        if account.protection == was && protection::carries_less(wanted, was) {
            account.protection = wanted;
        }
        account.kind = kind;
    }
    if let Some(params) = change.params {
        account.put_key(params, now);
    }
    account.changed = now;
    Ok(())
}

/// Sets the counter of a counter-based account, after the service has gone on without it. The key stays. Never back: a
/// code that was seen would be given once more.
///
/// # Errors
/// [`DeedError::CounterBack`], [`DeedError::NotFound`], [`DeedError::NotReady`].
pub fn set_counter(book: &mut Book, id: AccountId, wanted: Counter) -> Result<(), DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    has_codes(wanted)?;
    let mut params = account.params()?.duplicate();
    if let OtpParams::Hotp { counter, .. } = &mut params {
        if wanted.get() < counter.get() {
            return Err(DeedError::CounterBack(*counter));
        }
        *counter = wanted;
        account.credential = Credential::Ready(params);
    }
    Ok(())
}

/// A code is given once the counter behind it is kept: the last counter of all gives none.
fn has_codes(counter: Counter) -> Result<(), DeedError> {
    counter.next().map(drop).map_err(|_| OutOfRange::Counter(counter.get()).into())
}

/// Moves an account into the trash, from where it can be brought back.
///
/// # Errors
/// [`DeedError::NotFound`].
pub fn delete(book: &mut Book, id: AccountId, now: Moment) -> Result<(), DeedError> {
    if book.delete(id, now) { Ok(()) } else { Err(DeedError::NotFound) }
}

/// Takes an account out of the trash: undo of [`delete`].
///
/// # Errors
/// [`DeedError::NotFound`].
pub fn bring_back(book: &mut Book, id: AccountId) -> Result<(), DeedError> {
    if book.bring_back(id) { Ok(()) } else { Err(DeedError::NotFound) }
}

/// Removes everything in the trash for good. Returns how many went. Ask first.
pub fn empty_trash(book: &mut Book) -> usize {
    let gone = book.trash().map(|account| account.id).collect();
    book.erase_all(&gone)
}

/// What a person means by `query` among the accounts in the trash; the rules are those of [`Book::find`].
#[must_use]
pub fn find_in_trash<'a>(book: &'a Book, query: &str) -> Find<'a> {
    book.find_in_trash(query)
}

/// Pins an account to the top, or lets it go.
///
/// # Errors
/// [`DeedError::NotFound`].
pub fn pin(book: &mut Book, id: AccountId, is_pinned: bool, now: Moment) -> Result<(), DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    if account.pinned != is_pinned {
        (account.pinned, account.changed) = (is_pinned, now);
    }
    Ok(())
}

/// Moves an account so that it stands where `target` stands now, in the person's own order.
///
/// # Errors
/// [`DeedError::NotFound`].
pub fn put_beside(book: &mut Book, id: AccountId, target: AccountId) -> Result<(), DeedError> {
    if book.move_to(id, target) { Ok(()) } else { Err(DeedError::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::{
        Change, DeedError, Draft, Field, Skip, Taken, TypedKey, add, bring_back, delete, edit, empty_trash,
        find_in_trash, set_counter, take_code,
    };
    use crate::account::{AccountId, Book, Credential, EnrolHint, Find, Kind, Protection};
    use crate::chance::{Entropy, NoEntropy};
    use crate::moment::Moment;
    use crate::ops::SaveReceipt;
    use crate::otp::{Counter, KeyError, OutOfRange};
    use crate::secret::Private;

    const NOW: Moment = Moment::from_unix(1_700_000_000);
    const RECEIPT: SaveReceipt =
        SaveReceipt { generation: 2, digest: [0; 32], is_confirmed: true, is_previous_kept: true, is_marked: true };

    struct Counting(std::sync::atomic::AtomicU8);

    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
            bytes.fill(self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
            Ok(())
        }
    }

    fn key(type_name: &str) -> TypedKey<'_> {
        let secret = "4SJHB4GSD43FZBAI7C2HLRJGPQ";
        TypedKey { type_name, secret, pin: None, algorithm: None, digits: None, period: None, counter: None }
    }

    fn draft(issuer: &str, name: &str, key: &TypedKey<'_>) -> Draft {
        Draft {
            issuer: issuer.into(),
            name: name.into(),
            note: "".into(),
            groups: Vec::new(),
            kind: Kind::ThirdParty,
            params: key.params().unwrap(),
        }
    }

    fn book_with(key: &TypedKey<'_>) -> (Book, AccountId) {
        let mut book = Book::default();
        let chance = Counting(1.into());
        let id = add(&mut book, draft("Deno", "mason", key), NOW, &chance).unwrap();
        (book, id)
    }

    #[test]
    fn names_are_cleaned_before_they_are_kept() {
        let mut book = Book::default();
        let id = add(&mut book, draft(" De\u{1b}no\u{202e} ", "", &key("totp")), NOW, &Counting(1.into())).unwrap();
        assert_eq!(book.get(id).map(|account| account.issuer.as_str()), Some("Deno"));
        let nameless = add(&mut book, draft("\u{202e}", " ", &key("totp")), NOW, &Counting(2.into()));
        assert_eq!(nameless, Err(DeedError::Nameless));
    }

    #[test]
    fn the_same_account_with_the_same_key_is_not_added_twice() {
        let (mut book, _) = book_with(&key("totp"));
        let chance = Counting(9.into());
        assert_eq!(add(&mut book, draft("Deno", "mason", &key("totp")), NOW, &chance), Err(DeedError::AlreadyThere));
        assert!(add(&mut book, draft("Deno", "mason", &key("steam")), NOW, &chance).is_ok());
    }

    #[test]
    fn a_field_that_is_too_long_changes_nothing() {
        let (mut book, id) = book_with(&key("totp"));
        let change = Change { issuer: Some("New".into()), name: Some("x".repeat(257).into()), ..Change::default() };
        assert_eq!(edit(&mut book, id, change, NOW), Err(DeedError::TooLong(Field::Name)));
        assert_eq!(book.get(id).map(|account| account.issuer.as_str()), Some("Deno"));
    }

    #[test]
    fn a_new_key_keeps_the_old_one_in_the_history() {
        let (mut book, id) = book_with(&key("totp"));
        let params = key("steam").params().unwrap();
        edit(&mut book, id, Change { params: Some(params), ..Change::default() }, NOW).unwrap();
        let account = book.get(id).unwrap();
        assert_eq!(account.params().map(|params| params.type_name()), Ok("steam"));
        assert_eq!(account.history.first().map(|old| old.params.type_name()), Some("totp"));
    }

    #[test]
    fn the_same_key_never_turns_a_counter_back_and_is_no_key_of_before() {
        let (mut book, id) = book_with(&TypedKey { counter: Some(7), ..key("hotp") });
        for (given, expected) in [(0, 7), (9, 9)] {
            let params = TypedKey { counter: Some(given), ..key("hotp") }.params().unwrap();
            edit(&mut book, id, Change { params: Some(params), ..Change::default() }, NOW).unwrap();
            let account = book.get(id).unwrap();
            let counter = account.params().unwrap().counter().unwrap().get();
            assert_eq!((counter, account.history.len()), (expected, 0));
        }
    }

    #[test]
    fn what_the_service_said_of_a_key_is_not_said_of_the_next_one() {
        for forget_key in [false, true] {
            let (mut book, id) = book_with(&key("totp"));
            let account = book.get_mut(id).unwrap();
            (account.accepted, account.refused) = (Some(NOW), Some(NOW));
            if forget_key {
                account.credential = Credential::Missing(EnrolHint::default());
            }
            let params = key("steam").params().unwrap();
            edit(&mut book, id, Change { params: Some(params), ..Change::default() }, NOW).unwrap();
            let account = book.get(id).unwrap();
            assert_eq!((account.accepted, account.refused), (None, None));
        }
    }

    #[test]
    fn another_pin_makes_another_key() {
        let with_pin = |pin| TypedKey { pin: Some(pin), ..key("motp") };
        let (mut book, _) = book_with(&with_pin("1234"));
        let chance = Counting(9.into());
        let again = add(&mut book, draft("Deno", "mason", &with_pin("1234")), NOW, &chance);
        assert_eq!(again, Err(DeedError::AlreadyThere));
        assert!(add(&mut book, draft("Deno", "mason", &with_pin("4321")), NOW, &chance).is_ok());
    }

    #[test]
    fn an_account_goes_into_the_groups_that_are_there_and_into_each_once() {
        let mut book = Book::new(Vec::new(), vec!["Work".into()]);
        let named = |groups: &[&str]| {
            let groups = groups.iter().map(|group| Private::from(*group)).collect();
            Draft { groups, ..draft("Deno", "mason", &key("totp")) }
        };
        let nameless = add(&mut book, named(&["Home", " "]), NOW, &Counting(1.into()));
        assert_eq!(nameless, Err(DeedError::GroupNameless));
        assert_eq!((book.all().len(), book.groups().len()), (0, 1), "nothing has changed");
        let id = add(&mut book, named(&["work", "Home", "WORK", "home"]), NOW, &Counting(2.into())).unwrap();
        assert_eq!(book.get(id).map(|account| account.groups.clone()), Some(vec!["Work".into(), "Home".into()]));
        assert_eq!(book.groups(), ["Work".into(), "Home".into()]);
    }

    #[test]
    fn a_kind_brings_its_stricter_protection_and_never_a_weaker_one() {
        let (mut book, id) = book_with(&key("totp"));
        let to = |kind| Change { kind: Some(kind), ..Change::default() };
        let protection = |book: &Book| book.get(id).map(|account| account.protection);
        for kind in [Kind::WorkOrSchool, Kind::ThirdParty, Kind::WorkOrSchool] {
            edit(&mut book, id, to(kind), NOW).unwrap();
            assert_eq!(protection(&book), Some(Protection::DeviceBound), "{kind:?}");
        }
        for chosen in [Protection::SignIn, Protection::Standard] {
            book.get_mut(id).unwrap().protection = chosen;
            edit(&mut book, id, to(Kind::Personal { passwordless: true }), NOW).unwrap();
            assert_eq!(protection(&book), Some(chosen));
        }
    }

    #[test]
    fn a_counter_without_a_code_is_none_to_begin_with() {
        let at = |counter| TypedKey { counter: Some(counter), ..key("hotp") };
        let last = (1 << 63) - 1;
        let added = add(&mut Book::default(), draft("Deno", "mason", &at(last)), NOW, &Counting(1.into()));
        assert_eq!(added, Err(DeedError::Range(OutOfRange::Counter(last))));
        let (mut book, id) = book_with(&at(last - 1));
        assert!(take_code(&mut book, id, Skip::None, NOW).is_ok());
        let set = set_counter(&mut book, id, Counter::new(last).unwrap());
        assert_eq!(set, Err(DeedError::Range(OutOfRange::Counter(last))));
    }

    #[test]
    fn a_counter_moves_on_before_its_code_can_be_seen() {
        let (mut book, id) = book_with(&TypedKey { counter: Some(7), ..key("hotp") });
        let counter = |book: &Book| book.get(id).unwrap().params().unwrap().counter().unwrap().get();
        let Taken::AfterSave(waiting) = take_code(&mut book, id, Skip::None, NOW).unwrap() else { panic!("at once") };
        assert_eq!(counter(&book), 8);
        let seventh = waiting.reveal(&RECEIPT);
        let Taken::AfterSave(waiting) = take_code(&mut book, id, Skip::One, NOW).unwrap() else { panic!("at once") };
        assert_eq!(counter(&book), 10);
        assert_ne!(waiting.reveal(&RECEIPT).expose(), seventh.expose());
    }

    #[test]
    fn a_time_based_code_comes_at_once_and_is_counted() {
        let (mut book, id) = book_with(&key("totp"));
        assert!(matches!(take_code(&mut book, id, Skip::None, NOW), Ok(Taken::AtOnce(_))));
        let account = book.get(id).unwrap();
        assert_eq!((account.use_count, account.last_used), (1, Some(NOW)));
    }

    #[test]
    fn what_was_deleted_comes_back_until_the_trash_is_emptied() {
        let (mut book, id) = book_with(&key("totp"));
        delete(&mut book, id, NOW).unwrap();
        assert_eq!(delete(&mut book, id, NOW), Err(DeedError::NotFound));
        assert!(matches!(take_code(&mut book, id, Skip::None, NOW), Err(DeedError::NotReady(_))));
        assert!(matches!(find_in_trash(&book, "den"), Find::One(_)));
        bring_back(&mut book, id).unwrap();
        assert_eq!(empty_trash(&mut book), 0);
        delete(&mut book, id, NOW).unwrap();
        assert_eq!(empty_trash(&mut book), 1);
    }

    #[test]
    fn a_typed_key_is_taken_as_a_whole_or_not_at_all() {
        let bad = TypedKey { secret: "abc1", ..key("totp") };
        assert_eq!(bad.params(), Err(DeedError::Key(KeyError::NotBase32 { position: 4 })));
        assert_eq!(key("motp").params(), Err(DeedError::PinNeeded));
        assert_eq!(key("totq").params(), Err(DeedError::UnknownType("totq".to_owned())));
        assert!(matches!(TypedKey { digits: Some(11), ..key("totp") }.params(), Err(DeedError::Range(_))));
        let unknown = TypedKey { algorithm: Some("MD5"), ..key("hotp") };
        assert_eq!(unknown.params(), Err(DeedError::UnknownAlgorithm("MD5".to_owned())));
    }
}
