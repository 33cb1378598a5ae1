//! The to-do list of accounts that need a sign-in or a new key: what the flow wants kept, done to the book. Saving is the
//! caller's next step.

use crate::account::{AccountId, Book, Credential, SignInProgress};
use crate::moment::Moment;
use crate::ops::accounts::{Change, DeedError, edit, set_counter};
use crate::signin::{Keep, clear_done, end_waits, join};

/// Takes the list up: one that is over makes room, and everything that needs the person is on it. Returns whether
/// something is to be saved.
pub fn begin(book: &mut Book, now: Moment) -> bool {
    let is_changed = !end_waits(book, now).is_empty() | clear_done(book, now);
    join(book, now) || is_changed
}

/// Does what the flow wants kept. All or nothing: with an error the account is as it was.
///
/// # Errors
/// [`DeedError::NotFound`], [`DeedError::NotReady`], [`DeedError::CounterBack`].
pub fn keep(book: &mut Book, id: AccountId, keep: &Keep, now: Moment) -> Result<(), DeedError> {
    // Whoever comes here without the list is on it from now on: how far the account is, is kept there.
    join(book, now);
    match keep {
        Keep::Accepted => accepted(book, id, now),
        Keep::Again => again(book, id),
        Keep::Counter(counter) => set_counter(book, id, *counter).and_then(|()| again(book, id)),
        Keep::Key(params) => {
            edit(book, id, Change { params: Some(params.duplicate()), ..Change::default() }, now)?;
            // The way is over; a code that is refused later begins another.
            come(book, id, SignInProgress::NotBegun)
        }
        Keep::OldKey => take_old_key_back(book, id, now),
        Keep::Person(pin) => {
            book.get_mut(id).ok_or(DeedError::NotFound)?.provider_pin = Some(Box::new(pin.clone()));
            come(book, id, SignInProgress::Confirmed { at: now })
        }
        Keep::Progress(so_far) => come(book, id, *so_far),
        Keep::Refused => refused(book, id, now),
    }
}

/// How far the account has come, for its badge.
fn come(book: &mut Book, id: AccountId, progress: SignInProgress) -> Result<(), DeedError> {
    book.get_mut(id).ok_or(DeedError::NotFound)?.progress = progress;
    Ok(())
}

/// The service accepted a code: the keys of before are known to be good for nothing.
fn accepted(book: &mut Book, id: AccountId, now: Moment) -> Result<(), DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    account.params()?;
    (account.accepted, account.refused, account.progress) = (Some(now), None, SignInProgress::NotBegun);
    account.history.clear();
    Ok(())
}

fn again(book: &mut Book, id: AccountId) -> Result<(), DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    (account.accepted, account.refused, account.progress) = (None, None, SignInProgress::NotBegun);
    Ok(())
}

/// The service refused a code. The key stays: it may be the clock.
fn refused(book: &mut Book, id: AccountId, now: Moment) -> Result<(), DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    account.params()?;
    (account.accepted, account.refused, account.progress) = (None, Some(now), SignInProgress::NotBegun);
    join(book, now);
    Ok(())
}

/// Takes the key of before back, the last one first: for a new key that was added to the wrong row.
///
/// # Errors
/// [`DeedError::NotFound`] also where there is none.
fn take_old_key_back(book: &mut Book, id: AccountId, now: Moment) -> Result<(), DeedError> {
    let account = book.get_mut(id).filter(|account| !account.history.is_empty()).ok_or(DeedError::NotFound)?;
    let old = account.history.remove(0);
    account.credential = Credential::Ready(old.params);
    (account.accepted, account.refused, account.changed) = (None, Some(now), now);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{begin, keep};
    use crate::account::{Account, AccountId, Badge, Book, Credential, EnrolHint, ProviderPin, SecondFactor};
    use crate::moment::Moment;
    use crate::ops::accounts::DeedError;
    use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams, Period};
    use crate::secret::{Private, Secret};
    use crate::signin::{Keep, Standing, progress, standing};

    const NOW: Moment = Moment::from_unix(1_800_000_000);
    const ID: AccountId = AccountId([1; 16]);

    fn key(byte: u8) -> OtpKey {
        OtpKey::new(Secret::copied(&[byte; 20])).unwrap()
    }

    fn totp(byte: u8) -> OtpParams {
        OtpParams::Totp { key: key(byte), algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY }
    }

    fn missing() -> Book {
        let credential = Credential::Missing(EnrolHint::default());
        let mut account = Account::with_credential(ID, "Contoso", "anna", credential, NOW);
        (account.note, account.groups) = ("a note".into(), vec!["Work".into()]);
        Book::new(vec![account], vec!["Work".into()])
    }

    fn is(book: &Book) -> Standing {
        standing(book.get(ID).unwrap(), NOW)
    }

    #[test]
    fn a_name_gets_its_codes_back_step_by_step_and_keeps_its_row() {
        let mut book = missing();
        assert!(begin(&mut book, NOW) && !begin(&mut book, NOW));
        assert_eq!(is(&book), Standing::SignIn);
        let pin = ProviderPin {
            issuer: Private::new("https://login.example.com"),
            subject: Private::new("7"),
            confirmed: NOW,
            second_factor: SecondFactor::NotReported,
        };
        keep(&mut book, ID, &Keep::Person(pin), NOW).unwrap();
        assert_eq!(is(&book), Standing::AddKey);
        assert_eq!(
            book.get(ID).unwrap().badge(),
            Some(Badge::Confirmed { at: NOW }),
            "a sign-in alone takes none away"
        );
        assert!(matches!(keep(&mut book, ID, &Keep::Accepted, NOW), Err(DeedError::NotReady(_))));
        keep(&mut book, ID, &Keep::Key(totp(1)), NOW).unwrap();
        assert_eq!(is(&book), Standing::Untried);
        keep(&mut book, ID, &Keep::Accepted, NOW).unwrap();
        assert_eq!((is(&book), book.get(ID).unwrap().badge()), (Standing::Done, None));
        keep(&mut book, ID, &Keep::Refused, NOW).unwrap();
        assert_eq!(book.get(ID).unwrap().badge(), Some(Badge::Refused { at: NOW }), "not the one of the way before");
        keep(&mut book, ID, &Keep::Accepted, NOW).unwrap();
        assert_eq!((progress(&book).done, progress(&book).all), (1, 1));
        let account = book.get(ID).unwrap();
        assert_eq!((account.note.as_str(), account.groups.len()), ("a note", 1));
        assert!(begin(&mut book, NOW), "a list that is over makes room");
        assert_eq!(progress(&book).all, 0);
    }

    #[test]
    fn an_old_key_stays_until_the_new_one_is_accepted() {
        let mut book = missing();
        begin(&mut book, NOW);
        keep(&mut book, ID, &Keep::Key(totp(1)), NOW).unwrap();
        keep(&mut book, ID, &Keep::Refused, NOW).unwrap();
        assert_eq!(is(&book), Standing::Refused);
        keep(&mut book, ID, &Keep::Key(totp(2)), NOW).unwrap();
        assert_eq!(book.get(ID).unwrap().history.len(), 1);
        keep(&mut book, ID, &Keep::OldKey, NOW).unwrap();
        assert_eq!((is(&book), book.get(ID).unwrap().params().unwrap()), (Standing::Refused, &totp(1)));
        keep(&mut book, ID, &Keep::Key(totp(2)), NOW).unwrap();
        keep(&mut book, ID, &Keep::Accepted, NOW).unwrap();
        assert!(book.get(ID).unwrap().history.is_empty());
        assert_eq!(keep(&mut book, ID, &Keep::OldKey, NOW), Err(DeedError::NotFound));
    }

    #[test]
    fn a_counter_goes_on_and_never_back() {
        let counting = |at| {
            let counter = Counter::new(at).unwrap();
            OtpParams::Hotp { key: key(1), algorithm: Algorithm::Sha1, digits: Digits::SIX, counter }
        };
        let mut book = Book::new(vec![Account::ready(ID, "Bank", "anna", counting(5), NOW)], Vec::new());
        keep(&mut book, ID, &Keep::Refused, NOW).unwrap();
        keep(&mut book, ID, &Keep::Counter(Counter::new(9).unwrap()), NOW).unwrap();
        assert_eq!(is(&book), Standing::Untried);
        assert!(keep(&mut book, ID, &Keep::Counter(Counter::new(8).unwrap()), NOW).is_err());
    }
}
