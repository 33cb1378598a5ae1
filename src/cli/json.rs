//! Accounts as JSON. The keys are a contract; more may be added, none taken away.

use serde_json::{Value, json};

use crate::account::{Account, AccountId, Badge, Book, Credential};
use crate::cli::out::Out;

/// An account as `list --json` writes it; never a secret. `order` counts from 0.
pub(in crate::cli) fn account(account: &Account, order: usize) -> Value {
    json!({
        "id": account.id.to_string(),
        "issuer": Out::word(&account.issuer),
        "name": Out::word(&account.name),
        "kind": account.kind.name(),
        "type": type_name(account),
        "state": account.credential.state_name(),
        "reason": reason(account),
        "badge": account.badge().map(Badge::name),
        "protection": account.protection.name(),
        "groups": account.groups.iter().map(|group| Out::word(group)).collect::<Vec<_>>(),
        "pinned": account.pinned,
        "order": order,
    })
}

/// The kind of code, also of an account whose key is not here, as far as that is known.
pub(in crate::cli) fn type_name(account: &Account) -> Option<&str> {
    match &account.credential {
        Credential::Missing(hint) if hint.type_name.is_empty() => None,
        Credential::Missing(hint) => Some(&hint.type_name),
        Credential::Ready(params) => Some(params.type_name()),
        // The numbers of docs/vault-format.md.
        Credential::Sealed(sealed) => match sealed.label.otp_type {
            1 => Some("totp"),
            2 => Some("hotp"),
            3 => Some("steam"),
            4 => Some("motp"),
            5 => Some("yandex"),
            _ => None,
        },
    }
}

/// Why an account needs the person: `sign-in`, the names of `MissingReason`, `refused`; null where it needs nothing.
fn reason(account: &Account) -> Option<&'static str> {
    match &account.credential {
        Credential::Missing(hint) => Some(hint.reason.name()),
        Credential::Ready(_) => account.refused.map(|_| "refused"),
        Credential::Sealed(_) => Some("sign-in"),
    }
}

/// Adds to an object.
pub(in crate::cli) fn put(object: &mut Value, key: &str, value: impl Into<Value>) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value.into());
    }
}

/// Where an account stands among those that are not in the trash, from 0.
pub(in crate::cli) fn order(book: &Book, id: AccountId) -> usize {
    book.live().take_while(|account| account.id != id).count()
}
