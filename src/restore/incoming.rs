//! What was opened and may come: a backup's accounts, or those of another vault, by what each needs from the person.

use crate::account::{Account, Book, Credential};
use crate::backup::{BackupContents, BackupFacts, ComesBack, OpenBackup};
use crate::moment::Moment;
use crate::secret::Private;
use crate::vault::VaultSettings;

/// Accounts that were opened and may come in. Everything in it is authentic.
#[derive(Debug)]
pub struct Incoming {
    /// The accounts and groups.
    pub book: Book,
    /// When the backup was made; `None` for another vault.
    pub created: Option<Moment>,
    /// What the computer was called that made it; may be empty.
    pub computer: Private,
    /// What the header of a backup says, now verified.
    pub facts: Option<BackupFacts>,
    /// The settings that travel along.
    pub settings: Option<VaultSettings>,
}

impl Incoming {
    /// From a backup.
    #[must_use]
    pub fn backup(opened: OpenBackup) -> Self {
        let OpenBackup { facts, contents, .. } = opened;
        let (created, settings, computer) = (contents.created, contents.settings, contents.computer.clone());
        let book = BackupContents::into_book(contents);
        Self { book, created: Some(created), computer, facts: Some(facts), settings: Some(settings) }
    }

    /// From another vault, whose settings stay with it.
    #[must_use]
    pub fn vault(book: Book) -> Self {
        Self { book, created: None, computer: Private::default(), facts: None, settings: None }
    }

    /// How many live accounts give codes at once, wait for a sign-in, need their key again.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(self.book.live())
    }

    /// A second copy of the accounts, for a vault of its own.
    #[must_use]
    pub fn duplicate_book(&self) -> Book {
        Book::new(self.book.all().iter().map(Account::duplicate).collect(), self.book.groups().to_vec())
    }
}

/// Accounts counted by what each needs before it gives codes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// Nothing.
    pub codes_at_once: usize,
    /// Password and contact.
    pub sign_in: usize,
    /// The key, added again at the service.
    pub add_key: usize,
}

impl Counts {
    /// Counts accounts.
    #[must_use]
    pub fn of<'a>(accounts: impl Iterator<Item = &'a Account>) -> Self {
        let mut counts = Self::default();
        for account in accounts {
            *match comes_back(account) {
                ComesBack::AddKey => &mut counts.add_key,
                ComesBack::CodesAtOnce => &mut counts.codes_at_once,
                ComesBack::SignIn => &mut counts.sign_in,
            } += 1;
        }
        counts
    }

    /// All of them.
    #[must_use]
    pub const fn all(self) -> usize {
        self.codes_at_once + self.sign_in + self.add_key
    }
}

/// What a person has to do before an account gives codes.
#[must_use]
pub const fn comes_back(account: &Account) -> ComesBack {
    match &account.credential {
        Credential::Missing(_) => ComesBack::AddKey,
        Credential::Ready(_) => ComesBack::CodesAtOnce,
        Credential::Sealed(_) => ComesBack::SignIn,
    }
}

/// Its name in a preview, as the catalogue has it.
#[must_use]
pub const fn said_of(comes_back: ComesBack) -> &'static str {
    match comes_back {
        ComesBack::AddKey => "restore-comes-add-key",
        ComesBack::CodesAtOnce => "restore-comes-codes",
        ComesBack::SignIn => "restore-comes-sign-in",
    }
}
