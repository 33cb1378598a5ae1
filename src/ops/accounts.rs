//! What can be done to accounts, the same for both faces: add, edit, delete, bring back, pin, take a code.
//!
//! These change the book in memory; saving is the caller's next step. Groups have a file of their own.

use std::num::NonZeroU64;

use crate::account::{Account, AccountId, Book, Find, Kind, NotReady, OldKey};
use crate::chance::{Entropy, NoEntropy, draw};
use crate::moment::Moment;
use crate::ops::SaveReceipt;
use crate::otp::{
    Algorithm, Code, Counter, Digits, KeyError, MotpSecret, OtpKey, OtpParams, OutOfRange, Period, Pin, YandexKey,
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
        account.issuer == issuer && account.name == name && account.params().is_ok_and(|old| same_key(old, &draft.params))
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
    let old = std::mem::replace(&mut account.credential, crate::account::Credential::Ready(params));
    if let crate::account::Credential::Ready(params) = old {
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
            account.credential = crate::account::Credential::Ready(params);
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
    let used_up = |_| NotReady::NoCode(crate::otp::CodeError::CounterAtItsEnd);
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
    pub digits: Option<NonZeroU64>,
    /// Seconds of TOTP; thirty when nothing is said.
    pub period: Option<NonZeroU64>,
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
                period: self.period.map_or(Ok(Period::THIRTY), |seconds| Period::new(seconds.get()))?,
            }),
            "yandex" => Ok(OtpParams::Yandex {
                key: YandexKey::new(OtpKey::from_base32(self.secret)?)?,
                pin: self.pin()?,
            }),
            other => Err(DeedError::UnknownType(other.to_owned())),
        }
    }

    fn algorithm(&self) -> Result<Algorithm, DeedError> {
        let Some(name) = self.algorithm else { return Ok(Algorithm::default()) };
        Algorithm::parse(name).ok_or_else(|| DeedError::UnknownAlgorithm(name.to_owned()))
    }

    fn digits(&self) -> Result<Digits, OutOfRange> {
        self.digits.map_or(Ok(Digits::SIX), |digits| Digits::new(digits.get()))
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
            Self::NoEntropy(_) => Text::new("err-account-no-entropy"),
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
            Self::NoEntropy(_) => Some(Text::new("fix-account-no-entropy")),
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
