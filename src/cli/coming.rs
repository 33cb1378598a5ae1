//! What comes back with a backup: in its three groups as scripts read them, and with words as a person does.

use serde_json::{Value, json};

use crate::account::{Account, Book};
use crate::backup::{BackupContents, ComesBack};
use crate::cli::json as wire;
use crate::restore::comes_back;
use crate::restore::merge::{Choice, MergeRow, Standing};
use crate::vault::BackupAccount;

/// The accounts of a backup as a vault would hold them.
pub(in crate::cli) fn back(contents: BackupContents) -> Book {
    Book::new(contents.accounts.into_iter().map(BackupAccount::restored).collect(), contents.groups)
}

/// The accounts in their three groups, as `list` writes them, and what else is to be said.
pub(in crate::cli) fn with(book: &Book, beside: Value) -> Value {
    let mut value = groups(book);
    if let Value::Object(beside) = beside {
        beside.into_iter().for_each(|(key, said)| wire::put(&mut value, &key, said));
    }
    value
}

/// The accounts in their three groups, as `list` writes them.
pub(in crate::cli) fn groups(book: &Book) -> Value {
    let of = |wanted: ComesBack| {
        let live = book.live().enumerate().filter(|(_, account)| comes_back(account) == wanted);
        live.map(|(order, account)| wire::account(account, order)).collect::<Vec<_>>()
    };
    json!({
        "codes_at_once": of(ComesBack::CodesAtOnce),
        "sign_in": of(ComesBack::SignIn),
        "add_key": of(ComesBack::AddKey),
    })
}

/// Which of the three groups an account is in.
pub(in crate::cli) const fn group(account: &Account) -> &'static str {
    match comes_back(account) {
        ComesBack::AddKey => "restore-comes-add-key",
        ComesBack::CodesAtOnce => "restore-comes-codes",
        ComesBack::SignIn => "restore-comes-sign-in",
    }
}

/// How an account of a backup stands to the one that is here, and what becomes of it.
pub(in crate::cli) const fn row(row: &MergeRow) -> [&'static str; 2] {
    let standing = match row.standing {
        Standing::Changed(_) => "restore-standing-changed",
        Standing::Conflict(_) => "restore-standing-conflict",
        Standing::Fills(_) => "restore-standing-fills",
        Standing::New => "restore-standing-new",
        Standing::Same(_) => "restore-standing-same",
        Standing::Trashed(_) => "restore-standing-trashed",
    };
    let choice = match (row.choice, row.standing) {
        (Choice::KeepMine, Standing::New) => "restore-choice-leave",
        (_, Standing::New) => "restore-choice-add",
        (Choice::KeepBoth, _) => "restore-choice-both",
        (Choice::KeepMine, _) => "restore-choice-mine",
        (Choice::TakeTheirs, _) => "restore-choice-theirs",
    };
    [standing, choice]
}
