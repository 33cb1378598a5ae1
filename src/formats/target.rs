//! Writing for other apps: what a format cannot hold is said for each account before a byte is made.

use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::WriteError;
use crate::otp::OtpParams;

/// A format that is written.
pub trait Target: Sync {
    /// Whether it can be locked with a password.
    fn can_lock(&self) -> bool;

    /// The name in commands under which a format that can be locked is written in plain text all the same.
    fn plain_id(&self) -> Option<&'static str> {
        None
    }

    /// What would be lost of an account.
    ///
    /// # Errors
    /// [`Unfit`] when it cannot be written at all.
    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit>;

    /// Writes accounts that fit, locked with `password` or in plain text. Accounts without a usable key are left out.
    ///
    /// # Errors
    /// [`WriteError`].
    fn write(
        &self,
        accounts: &[&Account],
        password: Option<&str>,
        chance: &dyn Entropy,
    ) -> Result<Zeroizing<Vec<u8>>, WriteError>;
}

/// Something of an account that a format cannot hold.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Loss {
    /// The groups it is in.
    Groups,
    /// Keys that were replaced.
    History,
    /// The name of its picture.
    Icon,
    /// Whose account it is, and what a backup carries of it.
    Kind,
    /// Its note.
    Note,
    /// The PIN that its codes need.
    Pin,
    /// That it stays on top.
    Pinned,
    /// The service's recovery codes.
    RecoveryCodes,
    /// How often and when it was used.
    Usage,
}

impl Loss {
    /// What of the things that few formats hold an account has at all.
    pub(in crate::formats) fn usual(account: &Account) -> Vec<Self> {
        let has = |loss: Self, is_there: bool| is_there.then_some(loss);
        let is_special =
            account.kind.name() != "third-party" || account.protection != account.kind.default_protection();
        [
            has(Self::History, !account.history.is_empty()),
            has(Self::Icon, !account.icon.is_empty()),
            has(Self::Kind, is_special),
            has(Self::RecoveryCodes, !account.recovery_codes.is_empty()),
            has(Self::Usage, account.use_count > 0),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Why an account cannot be written in a format.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unfit {
    /// The format has no such kind of code.
    Kind,
    /// Its names are longer than the format takes.
    TooLong,
}
