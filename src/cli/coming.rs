//! What comes back with a backup, in its three groups as scripts read them.

use serde_json::{Value, json};

use crate::account::Book;
use crate::backup::ComesBack;
use crate::cli::json as wire;
use crate::restore::comes_back;

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
