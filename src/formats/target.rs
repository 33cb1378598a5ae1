//! Writing for other apps: what a format cannot hold is said for each account before a byte is made.

use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::WriteError;
use crate::otp::OtpParams;

/// An account with a usable key, and that key.
pub type Ready<'a> = (&'a Account, &'a OtpParams);

/// A format that is written.
pub trait Target: Sync {
    /// The name in commands under which a format that can be locked is written in plain text all the same; none where
    /// the app knows no lock.
    fn plain_id(&self) -> Option<&'static str> {
        None
    }

    /// Whether it can be locked with a password.
    fn can_lock(&self) -> bool {
        self.plain_id().is_some()
    }

    /// Whether the app keeps only one account of those that share a key.
    fn keeps_one_per_key(&self) -> bool {
        false
    }

    /// What would be lost of an account.
    ///
    /// # Errors
    /// [`Unfit`] when it cannot be written at all.
    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit>;

    /// The file of these accounts in plain text. There is at least one, and all of them fit.
    ///
    /// # Errors
    /// [`WriteError`].
    fn plain(&self, accounts: &[Ready<'_>], chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError>;

    /// The lock around a whole file in plain text, as most apps have it.
    ///
    /// # Errors
    /// [`WriteError`]; [`WriteError::NoLock`] where the app knows none.
    fn seal(&self, _: &[u8], _: &str, _: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        Err(WriteError::NoLock)
    }

    /// The file of these accounts under a password: the plain one, sealed, unless the app locks only a part of it.
    ///
    /// # Errors
    /// As [`Self::seal`].
    fn locked(
        &self,
        accounts: &[Ready<'_>],
        password: &str,
        chance: &dyn Entropy,
    ) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        self.seal(&self.plain(accounts, chance)?, password, chance)
    }

    /// Writes accounts that fit, locked with `password` or in plain text. Accounts without a usable key are left out.
    ///
    /// # Errors
    /// [`WriteError`].
    fn write(
        &self,
        accounts: &[&Account],
        password: Option<&str>,
        chance: &dyn Entropy,
    ) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        let ready: Vec<Ready<'_>> =
            accounts.iter().filter_map(|account| Some((*account, account.params().ok()?))).collect();
        match password {
            _ if ready.is_empty() => Err(WriteError::NoAccounts),
            Some(password) => self.locked(&ready, password, chance),
            None => self.plain(&ready, chance),
        }
    }
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
    /// The key itself, which stays on this computer.
    Key,
    /// Whose account it is, and what a backup carries of it.
    Kind,
    /// Its names as they are: the format cuts them, or wants an issuer where there is none.
    Names,
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
        Self::all_but(&[Self::Groups, Self::Note, Self::Pinned], account)
    }

    /// What an account has beyond its names and its key, without what the format holds.
    pub(in crate::formats) fn all_but(held: &[Self], account: &Account) -> Vec<Self> {
        let is_special =
            account.kind.name() != "third-party" || account.protection != account.kind.default_protection();
        let all = [
            (Self::Groups, !account.groups.is_empty()),
            (Self::History, !account.history.is_empty()),
            (Self::Icon, !account.icon.is_empty()),
            (Self::Kind, is_special),
            (Self::Note, !account.note.is_empty()),
            (Self::Pinned, account.pinned),
            (Self::RecoveryCodes, !account.recovery_codes.is_empty()),
            (Self::Usage, account.use_count > 0),
        ];
        all.into_iter().filter(|(loss, is_there)| *is_there && !held.contains(loss)).map(|(loss, _)| loss).collect()
    }
}

/// Why an account cannot be written in a format.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unfit {
    /// The format has no such kind of code.
    Kind,
    /// The format has such codes, but not with these digits or this period.
    Numbers,
    /// Another account that is written before it has the same key, and the app keeps one account a key.
    SameKey,
    /// Its names are longer than the format takes.
    TooLong,
}
