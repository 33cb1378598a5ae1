//! What can be done to accounts, the same for both faces: add, edit, delete, bring back, pin, take a code.
//!
//! These change the book in memory; saving is the caller's next step. Groups have a file of their own.

use crate::account::{Account, AccountId, Book, Credential, Find, Kind, NotReady, OldKey};
use crate::chance::{Entropy, NoEntropy, draw};
use crate::moment::Moment;
use crate::ops::SaveReceipt;
use crate::otp::{
    Algorithm, Code, CodeError, Counter, Digits, KeyError, MotpSecret, OtpKey, OtpParams, OutOfRange, Period, Pin,
    YandexKey,
};
use crate::secret::Private;
use crate::text::{Explain, Text, clean, clean_line, fold};

/// The longest issuer, in characters.
pub const ISSUER_MOST: usize = 128;

/// The longest name of an account or a group, in characters.
pub const NAME_MOST: usize = 256;

/// The longest note, in characters.
pub const NOTE_MOST: usize = 4096;

/// A new account as a person gave it.
#[derive(Debug)]
pub struct Draft {
    /// The service.
    pub issuer: Private,
    /// The account at the service.
    pub name: Private,
    /// A free text.
    pub note: Private,
    /// The groups to put it in; new ones are made.
    pub groups: Vec<Private>,
    /// Whose account it is.
    pub kind: Kind,
    /// The key and what goes with it.
    pub params: OtpParams,
}

/// Adds an account at the end of the book. What a backup carries of it follows from its kind.
///
/// # Errors
/// [`DeedError::Nameless`], [`DeedError::TooLong`], [`DeedError::AlreadyThere`], [`DeedError::NoEntropy`].
pub fn add(book: &mut Book, draft: Draft, now: Moment, chance: &dyn Entropy) -> Result<AccountId, DeedError> {
    let issuer = line(&draft.issuer, Field::Issuer)?;
    let name = line(&draft.name, Field::Name)?;
    if issuer.is_empty() && name.is_empty() {
        return Err(DeedError::Nameless);
    }
    let twin = |account: &&Account| {
        account.issuer == issuer
            && account.name == name
            && account.params().is_ok_and(|old| same_key(old, &draft.params))
    };
    if book.live().any(|account| twin(&account)) {
        return Err(DeedError::AlreadyThere);
    }
    let mut account = Account::ready(AccountId(draw(chance)?), &issuer, &name, draft.params, now);
    account.note = paragraph(&draft.note)?;
    account.groups = draft.groups.iter().map(|group| line(group, Field::Group)).collect::<Result<_, _>>()?;
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
    /// Whose account it is. The protection follows, if it was the old kind's own.
    pub kind: Option<Kind>,
    /// A new key; the old one goes to the account's history.
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
        if account.protection == account.kind.default_protection() {
            account.protection = kind.default_protection();
        }
        account.kind = kind;
    }
    if let Some(params) = change.params {
        replace_key(account, params, now);
    }
    account.changed = now;
    Ok(())
}

/// Puts a new key in the place of what was there. What the service said of the old one is forgotten.
fn replace_key(account: &mut Account, params: OtpParams, now: Moment) {
    let old = std::mem::replace(&mut account.credential, Credential::Ready(params));
    if let Credential::Ready(params) = old {
        account.history.insert(0, OldKey { params, replaced: now });
    }
    (account.accepted, account.refused) = (None, None);
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
    let gone: Vec<AccountId> = book.trash().map(|account| account.id).collect();
    gone.into_iter().filter_map(|id| book.erase(id)).count()
}

/// What a person means by `query` among the accounts in the trash; the rules are those of [`Book::find`].
#[must_use]
pub fn find_in_trash<'a>(book: &'a Book, query: &str) -> Find<'a> {
    let wanted = fold(query.trim());
    let full = |account: &Account| format!("{}:{}", fold(&account.issuer), fold(&account.name));
    let is_exact = |account: &&Account| {
        account.id.to_string() == wanted
            || fold(&account.issuer) == wanted
            || fold(&account.name) == wanted
            || full(account) == wanted
    };
    let exact: Vec<&Account> = book.trash().filter(is_exact).collect();
    let matches = match exact.as_slice() {
        [] => book.trash().filter(|account| full(account).contains(&wanted)).collect(),
        _ => exact,
    };
    match matches.as_slice() {
        [] => Find::None,
        [one] => Find::One(one),
        _ => Find::Many(matches),
    }
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

/// A code that was taken. A counter-based one can be looked at only with the receipt of the save that keeps its counter.
#[derive(Debug)]
pub enum Taken {
    /// Time-based: it can be shown at once; the save of the use count may follow when it likes.
    AtOnce(Code),
    /// Counter-based: save, then [`AfterSave::reveal`].
    AfterSave(AfterSave),
}

/// A counter-based code that waits for its counter to be saved.
#[derive(Debug)]
pub struct AfterSave(Code);

impl AfterSave {
    /// The code, now that its counter is safe.
    #[must_use]
    pub fn reveal(self, receipt: &SaveReceipt) -> Code {
        let _ = receipt;
        self.0
    }
}

/// Takes the code of an account: counts the use and moves a counter on. `skip` leaves out that many codes (the next one
/// is `skip` 1).
///
/// # Errors
/// [`DeedError::NotFound`], [`DeedError::NotReady`]; nothing has changed then.
pub fn take_code(book: &mut Book, id: AccountId, skip: Skip, now: Moment) -> Result<Taken, DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    let code = match skip {
        Skip::None => account.code_at(now),
        Skip::One => account.next_code_at(now),
    }?;
    let taken = match advanced(account.params()?, skip)? {
        Some(params) => {
            account.credential = Credential::Ready(params);
            Taken::AfterSave(AfterSave(code))
        }
        None => Taken::AtOnce(code),
    };
    account.use_count = account.use_count.saturating_add(1);
    account.last_used = Some(now);
    Ok(taken)
}

/// Which code is meant.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Skip {
    /// The present one.
    #[default]
    None,
    /// The one after it.
    One,
}

/// The parameters after a counter-based code was used; `None` for time-based ones.
fn advanced(params: &OtpParams, skip: Skip) -> Result<Option<OtpParams>, NotReady> {
    let mut after = params.duplicate();
    let OtpParams::Hotp { counter, .. } = &mut after else { return Ok(None) };
    let used_up = |_| NotReady::NoCode(CodeError::CounterAtItsEnd);
    if skip == Skip::One {
        *counter = counter.next().map_err(used_up)?;
    }
    *counter = counter.next().map_err(used_up)?;
    Ok(Some(after))
}

/// A key as a person types it into a form or gives it by flags.
#[derive(Debug)]
pub struct TypedKey<'a> {
    /// `totp`, `hotp`, `steam`, `motp` or `yandex`.
    pub type_name: &'a str,
    /// Base32; for mOTP the text that is hashed.
    pub secret: &'a str,
    /// The PIN of mOTP and Yandex.
    pub pin: Option<&'a str>,
    /// The hash of TOTP and HOTP; SHA-1 when nothing is said.
    pub algorithm: Option<&'a str>,
    /// Digits of TOTP and HOTP; six when nothing is said.
    pub digits: Option<u64>,
    /// Seconds of TOTP; thirty when nothing is said.
    pub period: Option<u64>,
    /// Counter of HOTP; zero when nothing is said.
    pub counter: Option<u64>,
}

impl TypedKey<'_> {
    /// The parameters, once every part of them is right.
    ///
    /// # Errors
    /// [`DeedError::UnknownType`], [`DeedError::UnknownAlgorithm`], [`DeedError::PinNeeded`], [`DeedError::Key`],
    /// [`DeedError::Range`].
    pub fn params(&self) -> Result<OtpParams, DeedError> {
        match self.type_name {
            "hotp" => Ok(OtpParams::Hotp {
                key: OtpKey::from_base32(self.secret)?,
                algorithm: self.algorithm()?,
                digits: self.digits()?,
                counter: Counter::new(self.counter.unwrap_or(0))?,
            }),
            "motp" => Ok(OtpParams::Motp { secret: MotpSecret::new(self.secret)?, pin: self.pin()? }),
            "steam" => Ok(OtpParams::Steam { key: OtpKey::from_base32(self.secret)? }),
            "totp" => Ok(OtpParams::Totp {
                key: OtpKey::from_base32(self.secret)?,
                algorithm: self.algorithm()?,
                digits: self.digits()?,
                period: self.period.map_or(Ok(Period::THIRTY), Period::new)?,
            }),
            "yandex" => {
                Ok(OtpParams::Yandex { key: YandexKey::new(OtpKey::from_base32(self.secret)?)?, pin: self.pin()? })
            }
            other => Err(DeedError::UnknownType(other.to_owned())),
        }
    }

    fn algorithm(&self) -> Result<Algorithm, DeedError> {
        let Some(name) = self.algorithm else { return Ok(Algorithm::default()) };
        Algorithm::parse(name).ok_or_else(|| DeedError::UnknownAlgorithm(name.to_owned()))
    }

    fn digits(&self) -> Result<Digits, OutOfRange> {
        self.digits.map_or(Ok(Digits::SIX), Digits::new)
    }

    fn pin(&self) -> Result<Pin, DeedError> {
        Ok(Pin::new(self.pin.ok_or(DeedError::PinNeeded)?)?)
    }
}

/// A field whose length is bounded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Field {
    /// The name of a group.
    Group,
    /// The service.
    Issuer,
    /// The account at the service.
    Name,
    /// The free text.
    Note,
}

impl Field {
    /// The most characters it may have.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Issuer => ISSUER_MOST,
            Self::Group | Self::Name => NAME_MOST,
            Self::Note => NOTE_MOST,
        }
    }

    /// What a person calls it.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Group => Text::new("field-group"),
            Self::Issuer => Text::new("field-issuer"),
            Self::Name => Text::new("field-name"),
            Self::Note => Text::new("field-note"),
        }
    }
}

/// A text of one line as it is kept: cleaned, trimmed, not too long.
pub(in crate::ops) fn line(text: &str, field: Field) -> Result<Private, DeedError> {
    bounded(clean_line(text).text, field)
}

fn paragraph(text: &str) -> Result<Private, DeedError> {
    bounded(clean(text).text, Field::Note)
}

fn bounded(text: String, field: Field) -> Result<Private, DeedError> {
    let text = Private::from(text);
    if text.chars().count() > field.most() { Err(DeedError::TooLong(field)) } else { Ok(text) }
}

/// Whether two keys give the same codes, wherever a counter stands.
fn same_key(one: &OtpParams, other: &OtpParams) -> bool {
    one.type_name() == other.type_name() && subtle::ConstantTimeEq::ct_eq(one.expose_key(), other.expose_key()).into()
}

/// Why a deed was not done. Nothing has changed then.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DeedError {
    /// The same issuer, name and key are there.
    #[error("already there")]
    AlreadyThere,
    /// A group of this name is there.
    #[error("group exists")]
    GroupExists(String),
    /// The key is not one.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Neither an issuer nor a name.
    #[error("no name")]
    Nameless,
    /// No random bytes.
    #[error(transparent)]
    NoEntropy(#[from] NoEntropy),
    /// No group of this name.
    #[error("no such group")]
    NoSuchGroup(String),
    /// No such account, or not where it was looked for.
    #[error("not found")]
    NotFound,
    /// The account shows no code.
    #[error(transparent)]
    NotReady(#[from] NotReady),
    /// The kind of code needs a PIN.
    #[error("needs a PIN")]
    PinNeeded,
    /// A number is outside what can be.
    #[error(transparent)]
    Range(#[from] OutOfRange),
    /// A text is too long.
    #[error("too long")]
    TooLong(Field),
    /// A hash that is not known.
    #[error("unknown hash")]
    UnknownAlgorithm(String),
    /// A kind of code that is not known.
    #[error("unknown kind of code")]
    UnknownType(String),
}

impl Explain for DeedError {
    fn what(&self) -> Text {
        match self {
            Self::AlreadyThere => Text::new("err-account-already-there"),
            Self::GroupExists(name) => Text::new("err-group-exists").word("group", name),
            Self::Key(error) => error.what(),
            Self::Nameless => Text::new("err-account-nameless"),
            Self::NoEntropy(error) => error.what(),
            Self::NoSuchGroup(name) => Text::new("err-group-none").word("group", name),
            Self::NotFound => Text::new("err-account-not-found"),
            Self::NotReady(why) => why.what(),
            Self::PinNeeded => Text::new("err-account-pin-needed"),
            Self::Range(error) => error.what(),
            Self::TooLong(field) => Text::new("err-account-too-long").text("field", field.text()),
            Self::UnknownAlgorithm(name) => Text::new("err-account-unknown-algorithm").word("name", name),
            Self::UnknownType(name) => Text::new("err-account-unknown-type").word("name", name),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::AlreadyThere => Some(Text::new("fix-account-already-there")),
            Self::GroupExists(_) => Some(Text::new("fix-group-exists")),
            Self::Key(error) => error.fix(),
            Self::Nameless => Some(Text::new("fix-account-nameless")),
            Self::NoEntropy(error) => error.fix(),
            Self::NoSuchGroup(_) => Some(Text::new("fix-group-none")),
            Self::NotFound => Some(Text::new("fix-account-not-found")),
            Self::NotReady(why) => why.fix(),
            Self::PinNeeded => Some(Text::new("fix-account-pin-needed")),
            Self::Range(error) => error.fix(),
            Self::TooLong(field) => Some(Text::new("fix-account-too-long").number("most", field.most())),
            Self::UnknownAlgorithm(_) => Some(Text::new("fix-account-unknown-algorithm")),
            Self::UnknownType(_) => Some(Text::new("fix-account-unknown-type")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Change, DeedError, Draft, Field, Skip, Taken, TypedKey, add, bring_back, delete, edit, empty_trash,
        find_in_trash, take_code,
    };
    use crate::account::{AccountId, Book, Find, Kind, Protection};
    use crate::chance::{Entropy, NoEntropy};
    use crate::moment::Moment;
    use crate::ops::SaveReceipt;
    use crate::otp::KeyError;

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
    fn the_protection_follows_the_kind_unless_the_person_chose_it() {
        let (mut book, id) = book_with(&key("totp"));
        let to = |kind| Change { kind: Some(kind), ..Change::default() };
        edit(&mut book, id, to(Kind::WorkOrSchool), NOW).unwrap();
        assert_eq!(book.get(id).map(|account| account.protection), Some(Protection::DeviceBound));
        book.get_mut(id).unwrap().protection = Protection::SignIn;
        edit(&mut book, id, to(Kind::ThirdParty), NOW).unwrap();
        assert_eq!(book.get(id).map(|account| account.protection), Some(Protection::SignIn));
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
