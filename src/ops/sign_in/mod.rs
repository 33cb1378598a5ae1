//! Signing in to restore an account: the answers to a sealed one, the waits between wrong ones, a new key for one whose
//! key is not here. Signing in at a provider is for other rooms.

mod error;
mod unlock;
mod waits;

pub use error::SignInError;
pub use unlock::{Answers, Opened, UnlockJob, offer_to, unlock_sealed};
pub use waits::{wait_left, wrong_answers};

use crate::account::{Account, AccountId, Credential, SignInProgress, SignInSlot};
use crate::moment::Moment;
use crate::ops::Session;
use crate::ops::accounts::DeedError;
use crate::otp::OtpParams;

/// The slots of a sealed account, whose hints are shown: which contacts can be typed. Nothing for an account that is
/// not sealed.
#[must_use]
pub fn slots(account: &Account) -> &[SignInSlot] {
    match &account.credential {
        Credential::Sealed(sealed) => &sealed.slots,
        Credential::Missing(_) | Credential::Ready(_) => &[],
    }
}

/// Puts a new key into an account: row, groups, note, order and history stay, and the key before goes to the history.
/// The badge is gone then, since a key is here; saving is the caller's next step.
///
/// # Errors
/// [`DeedError::NotFound`]. Nothing has changed then.
pub fn add_key(session: &mut Session, id: AccountId, params: OtpParams, now: Moment) -> Result<(), DeedError> {
    let account = session.book_mut().get_mut(id).filter(|account| account.trashed.is_none());
    let account = account.ok_or(DeedError::NotFound)?;
    account.put_key(params, now);
    (account.accepted, account.refused) = (None, None);
    account.progress = SignInProgress::NotBegun;
    account.changed = now;
    Ok(())
}

/// Remembers how far an account has come on its way back; saving is the caller's next step.
///
/// # Errors
/// [`DeedError::NotFound`].
pub fn set_progress(session: &mut Session, id: AccountId, progress: SignInProgress) -> Result<(), DeedError> {
    let account = session.book_mut().get_mut(id).ok_or(DeedError::NotFound)?;
    account.progress = progress;
    Ok(())
}

#[cfg(test)]
mod tests;
