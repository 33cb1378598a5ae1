//! What a backup holds, as values: read from a file, or gathered from a vault.

use crate::account::Book;
use crate::chance::Entropy;
use crate::moment::Moment;
use crate::secret::Private;
use crate::vault::backup::{BackupAccount, RecoveryName};
use crate::vault::{SealError, VaultSettings};

/// All that a backup holds. Its accounts have no room for a device-bound key.
#[derive(Debug, Eq, PartialEq)]
pub struct BackupContents {
    /// When the backup was made, to the millisecond.
    pub created: Moment,
    /// The recovery account of the set.
    pub recovery_account: RecoveryName,
    /// What the computer that wrote it is called; may be empty.
    pub computer: Private,
    /// The settings that travel inside the vault.
    pub settings: VaultSettings,
    /// All groups in the person's order.
    pub groups: Vec<Private>,
    /// The accounts in the person's order, those in the trash included.
    pub accounts: Vec<BackupAccount>,
    /// The files of the set before this one, newest first.
    pub earlier: Vec<Earlier>,
    /// Facts that a newer version wrote.
    pub ext: Vec<(u16, Vec<u8>)>,
}

/// A file of the same set that was written before.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Earlier {
    /// Its generation.
    pub generation: u64,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
}

impl BackupContents {
    /// What a backup carries of a book.
    ///
    /// # Errors
    /// [`SealError`] where an account under its own sign-in cannot be sealed.
    pub fn of(book: &Book, chance: &dyn Entropy) -> Result<Vec<BackupAccount>, SealError> {
        book.all().iter().map(|account| BackupAccount::of(account, chance)).collect()
    }

    /// The accounts that are not in the trash.
    pub fn live(&self) -> impl Iterator<Item = &BackupAccount> {
        self.accounts.iter().filter(|account| account.trashed.is_none())
    }

    /// The accounts and groups as a vault's book.
    #[must_use]
    pub fn into_book(self) -> Book {
        Book::new(self.accounts.into_iter().map(BackupAccount::restored).collect(), self.groups)
    }
}
