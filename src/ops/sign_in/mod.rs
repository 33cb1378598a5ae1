//! Signing in to restore an account: the answers to a sealed one, the waits between wrong
//! ones. What else brings an account back is in [`crate::ops::to_do`] and [`crate::ops::new_key`].

mod error;
mod unlock;
mod waits;

pub use error::SignInError;
pub use unlock::{Answers, Opened, UnlockJob, offer_to, unlock_sealed};
pub use waits::{wait_left, wrong_answers};

use crate::account::{Account, Credential, SignInSlot};

/// The slots of a sealed account, whose hints are shown: which contacts can be typed. Nothing for an account that is
/// not sealed.
#[must_use]
pub fn slots(account: &Account) -> &[SignInSlot] {
    match &account.credential {
        Credential::Sealed(sealed) => &sealed.slots,
        Credential::Missing(_) | Credential::Ready(_) => &[],
    }
}

#[cfg(test)]
mod tests;
