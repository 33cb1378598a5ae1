//! What would come back of a backup, in three groups, and what would not: the drill and every preview.

use crate::account::{Account, Book, Credential};
use crate::vault::backup::{BackupAccount, BackupContents, Carried, ComesBack};

/// The live accounts of a backup by what a person has to do for each, in their order.
#[derive(Debug, Default)]
pub struct Outlook<'a> {
    /// Codes are there at once.
    pub codes_at_once: Vec<&'a BackupAccount>,
    /// Password and contact first.
    pub sign_in: Vec<&'a BackupAccount>,
    /// The key is to be added again at the service.
    pub add_key: Vec<&'a BackupAccount>,
    /// How many lie in the backup's trash.
    pub trashed: usize,
}

/// What a vault holds and its backup does not.
#[derive(Debug, Default)]
pub struct LeftOut<'a> {
    /// Accounts that came after the backup.
    pub accounts: Vec<&'a Account>,
    /// Accounts that come back without their note, recovery codes or old keys, because those are as sensitive as the key.
    pub belongings: Vec<&'a Account>,
}

impl<'a> Outlook<'a> {
    /// What would come back.
    #[must_use]
    pub fn of(contents: &'a BackupContents) -> Self {
        let mut outlook = Self { trashed: contents.accounts.len(), ..Self::default() };
        for account in contents.live() {
            outlook.trashed -= 1;
            match account.comes_back() {
                ComesBack::AddKey => outlook.add_key.push(account),
                ComesBack::CodesAtOnce => outlook.codes_at_once.push(account),
                ComesBack::SignIn => outlook.sign_in.push(account),
            }
        }
        outlook
    }

    /// How many accounts would come back, trash left out.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.codes_at_once.len() + self.sign_in.len() + self.add_key.len()
    }
}

impl<'a> LeftOut<'a> {
    /// What of a book would not come back.
    #[must_use]
    pub fn of(book: &'a Book, contents: &BackupContents) -> Self {
        let mut left = Self::default();
        for account in book.live() {
            match contents.accounts.iter().find(|kept| kept.id == account.id) {
                None => left.accounts.push(account),
                Some(kept) if loses_belongings(account, kept) => left.belongings.push(account),
                Some(_) => {}
            }
        }
        left
    }
}

fn loses_belongings(account: &Account, kept: &BackupAccount) -> bool {
    let has_some = !account.note.is_empty() || !account.recovery_codes.is_empty() || !account.history.is_empty();
    let are_left = match kept.carried() {
        Carried::Name(_) => true,
        Carried::Open(_) => false,
        // Sealed with its key when the key was here; what was written beside a sealed key since is not in the seal.
        Carried::Sealed(_) => matches!(account.credential, Credential::Sealed(_)),
    };
    has_some && are_left
}
