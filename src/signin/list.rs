//! The to-do list: which accounts are on it, how far each is. It is kept with the accounts, so that it can be left and
//! taken up again, on this computer or after a restore on the next one.

use crate::account::{Account, AccountId, Book, Credential, ProviderTrouble, SignInProgress};
use crate::moment::Moment;

/// The number of the fact in an account's `ext` (docs/vault-format.md, section 8).
const TO_DO: u16 = 2;

/// The version of its bytes.
const VERSION: u16 = 1;

/// What is kept of an account that is or was on the list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ToDo {
    /// When it came onto the list.
    pub since: Moment,
}

/// How far an account is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Standing {
    /// Its code was accepted, or it never needed anything.
    Done,
    /// The key is here and its service refuses it.
    Refused,
    /// The key is here, locked.
    Sealed,
    /// Only the name is here, and nobody has signed in.
    SignIn,
    /// Its person has signed in; the key is still missing.
    AddKey,
    /// The key is here, and no code of it was accepted yet.
    Untried,
    /// Signing in at its provider does not work; the manual way is left.
    Stuck(ProviderTrouble),
    /// Its provider or service lets nobody on before this moment.
    Waiting(Moment),
}

/// A row of the list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Item {
    /// Which account.
    pub id: AccountId,
    /// How far it is.
    pub standing: Standing,
}

/// "2 of 5 done".
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Progress {
    /// Accounts of the list that have their key.
    pub done: usize,
    /// All accounts of the list.
    pub all: usize,
}

/// What an account's list entry says; `None` where it is on no list, or where a newer version wrote it.
#[must_use]
pub fn to_do(account: &Account) -> Option<ToDo> {
    let (_, bytes) = account.ext.iter().find(|(number, _)| *number == TO_DO)?;
    let (version, rest) = bytes.split_first_chunk::<2>()?;
    let since = Moment::from_unix(i64::from_le_bytes(rest.try_into().ok()?));
    (u16::from_le_bytes(*version) == VERSION).then_some(ToDo { since })
}

/// Keeps the entry; `None` takes the account off the list.
fn keep(account: &mut Account, entry: Option<ToDo>) {
    account.ext.retain(|(number, _)| *number != TO_DO);
    if let Some(ToDo { since }) = entry {
        let bytes = [VERSION.to_le_bytes().as_slice(), &since.unix().to_le_bytes()].concat();
        account.ext.push((TO_DO, bytes));
    }
}

/// Whether the key came back or was added, and nobody has said yet that a code of it was accepted.
#[must_use]
pub fn is_untried(account: &Account) -> bool {
    matches!(account.credential, Credential::Ready(_))
        && account.refused.is_none()
        && account.accepted.is_none()
        && to_do(account).is_some()
}

/// How far an account is.
#[must_use]
pub fn standing(account: &Account, now: Moment) -> Standing {
    match &account.credential {
        Credential::Sealed(_) => Standing::Sealed,
        Credential::Missing(_) => on_the_way(account, now).unwrap_or(Standing::SignIn),
        Credential::Ready(_) if account.refused.is_some() => on_the_way(account, now).unwrap_or(Standing::Refused),
        Credential::Ready(_) if is_untried(account) => Standing::Untried,
        Credential::Ready(_) => Standing::Done,
    }
}

/// How far one without a usable key has come. A pin alone says nothing: it came with a backup, and nobody has signed in
/// since.
fn on_the_way(account: &Account, now: Moment) -> Option<Standing> {
    match account.progress {
        SignInProgress::Confirmed { .. } => Some(Standing::AddKey),
        SignInProgress::NotBegun => None,
        SignInProgress::Stuck { why, .. } => Some(Standing::Stuck(why)),
        SignInProgress::Waiting { until } => (until > now).then_some(Standing::Waiting(until)),
    }
}

/// Ends the waits that are over, and says whose: their accounts are at their beginning again, with the badge that says so.
pub fn end_waits(book: &mut Book, now: Moment) -> Vec<AccountId> {
    let is_over = |account: &Account| {
        matches!(account.progress, SignInProgress::Waiting { until } if until <= now) && account.needs_sign_in()
    };
    let begin_again = |account: &mut Account| {
        account.progress = SignInProgress::NotBegun;
        account.id
    };
    live_mut(book).filter(|account| is_over(account)).map(begin_again).collect()
}

/// Whether there is something to do for an account now.
#[must_use]
pub const fn has_turn(standing: Standing) -> bool {
    !matches!(standing, Standing::Done | Standing::Waiting(_))
}

/// The accounts of the list, in the order of the book: all that need the person, and those that were on it with them.
#[must_use]
pub fn items(book: &Book, now: Moment) -> Vec<Item> {
    let on_list = |account: &&Account| account.needs_sign_in() || to_do(account).is_some();
    let item = |account: &Account| Item { id: account.id, standing: standing(account, now) };
    book.live().filter(on_list).map(item).collect()
}

/// How many of the list have their key.
#[must_use]
pub fn progress(book: &Book) -> Progress {
    let on_list = |account: &&Account| account.needs_sign_in() || to_do(account).is_some();
    let all = book.live().filter(on_list);
    all.fold(Progress::default(), |sum, account| Progress {
        done: sum.done + usize::from(!account.needs_sign_in()),
        all: sum.all + 1,
    })
}

/// Puts every account that needs the person onto the list. Returns whether something is to be saved.
pub fn join(book: &mut Book, now: Moment) -> bool {
    let mut has_joined = false;
    for account in live_mut(book).filter(|account| account.needs_sign_in() && to_do(account).is_none()) {
        keep(account, Some(ToDo { since: now }));
        has_joined = true;
    }
    has_joined
}

/// A list on which nothing is left to do is over: its entries go, so that the next one counts from its own start.
/// Returns whether something is to be saved.
pub fn clear_done(book: &mut Book, now: Moment) -> bool {
    let all = items(book, now);
    if all.iter().any(|item| item.standing != Standing::Done) {
        return false;
    }
    live_mut(book).filter(|account| to_do(account).is_some()).for_each(|account| keep(account, None));
    !all.is_empty()
}

/// The accounts that are not in the trash, to change them.
fn live_mut(book: &mut Book) -> impl Iterator<Item = &mut Account> {
    book.all_mut().filter(|account| account.trashed.is_none())
}

#[cfg(test)]
mod tests {
    use super::{Progress, Standing, clear_done, end_waits, is_untried, items, join, keep, progress, standing, to_do};
    use crate::account::{Account, AccountId, Badge, Book, Credential, SignInProgress};
    use crate::moment::Moment;
    use crate::otp::{Algorithm, Digits, OtpKey, OtpParams, Period};
    use crate::secret::Secret;
    use crate::signin::testing::{NOW, missing};

    fn key() -> OtpParams {
        let key = OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap();
        OtpParams::Totp { key, algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY }
    }

    #[test]
    fn the_list_counts_those_that_are_done_until_all_are() {
        let ready = Account::ready(AccountId([9; 16]), "GitHub", "anna", key(), NOW);
        let mut book = Book::new(vec![missing(1, "Contoso"), ready, missing(2, "Contoso")], Vec::new());
        assert!(join(&mut book, NOW) && !join(&mut book, NOW));
        assert_eq!(progress(&book), Progress { done: 0, all: 2 });
        let one = book.get_mut(AccountId([1; 16])).unwrap();
        one.credential = Credential::Ready(key());
        assert!(is_untried(one));
        assert_eq!(progress(&book), Progress { done: 1, all: 2 });
        assert!(!clear_done(&mut book, NOW));
        for number in [1, 2] {
            let account = book.get_mut(AccountId([number; 16])).unwrap();
            (account.credential, account.accepted) = (Credential::Ready(key()), Some(NOW));
        }
        assert_eq!(progress(&book), Progress { done: 2, all: 2 });
        assert!(clear_done(&mut book, NOW) && !clear_done(&mut book, NOW));
        assert_eq!(progress(&book), Progress::default());
        assert!(items(&book, NOW).is_empty());
    }

    #[test]
    fn a_wait_that_is_over_is_ended_and_the_account_has_its_turn_again() {
        let tomorrow = Moment::from_unix(1_800_057_600);
        let mut book = Book::new(vec![missing(1, "Contoso"), missing(2, "Contoso")], Vec::new());
        let id = AccountId([1; 16]);
        book.get_mut(id).unwrap().progress = SignInProgress::Waiting { until: tomorrow };
        assert_eq!(standing(book.get(id).unwrap(), NOW), Standing::Waiting(tomorrow));
        assert!(end_waits(&mut book, NOW).is_empty());
        assert_eq!(standing(book.get(id).unwrap(), tomorrow), Standing::SignIn);
        assert_eq!(end_waits(&mut book, tomorrow), [id]);
        assert_eq!(book.get(id).unwrap().badge(), Some(Badge::SignIn));
        assert!(end_waits(&mut book, tomorrow).is_empty(), "it is said once");
    }

    #[test]
    fn what_a_newer_version_wrote_is_no_entry_and_other_facts_stay() {
        let mut account = missing(1, "Contoso");
        account.ext = vec![(7, vec![1]), (2, vec![2, 0, 1, 2, 3, 4, 5, 6, 7, 8])];
        assert_eq!(to_do(&account), None);
        for cut in 0..10 {
            account.ext[1].1 = vec![1; cut];
            assert_eq!(to_do(&account), None, "{cut}");
        }
        keep(&mut account, None);
        assert_eq!(account.ext, [(7, vec![1])]);
    }
}
