//! Writing: each account a login whose code is a URI, groups as folders.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::account::Account;
use crate::chance::{Entropy, NoEntropy, draw};
use crate::formats::json::Json;
use crate::formats::uuid::uuid;
use crate::formats::{Ready, Unfit};
use crate::otp::OtpParams;
use crate::otp::uri::{LONGEST_URI, SteamForm, write_as};

/// The type of an item that is a login.
const LOGIN: u8 = 1;

/// Whether the app has such codes: it counts no HOTP up, and knows no PIN.
pub(super) fn fits(account: &Account, params: &OtpParams) -> Result<(), Unfit> {
    match params {
        OtpParams::Hotp { .. } | OtpParams::Motp { .. } | OtpParams::Yandex { .. } => Err(Unfit::Kind),
        OtpParams::Steam { .. } | OtpParams::Totp { .. } => {
            let length = write_as(&account.issuer, &account.name, params, SteamForm::Scheme).len();
            if length > LONGEST_URI { Err(Unfit::TooLong) } else { Ok(()) }
        }
    }
}

/// An export in plain text with these accounts and their folders.
pub(super) fn content(accounts: &[Ready<'_>], chance: &dyn Entropy) -> Result<Json, NoEntropy> {
    let folders = folder_ids(accounts, chance)?;
    let items: Vec<Value> = accounts.iter().map(|(account, params)| item(account, params, &folders)).collect();
    let folders: Vec<Value> = folders.iter().map(|(name, id)| json!({ "id": id, "name": name })).collect();
    Ok(Json::new(json!({ "encrypted": false, "folders": folders, "items": items })))
}

/// An item is in one folder: the first group.
fn folder_ids<'a>(accounts: &[Ready<'a>], chance: &dyn Entropy) -> Result<BTreeMap<&'a str, String>, NoEntropy> {
    let mut ids = BTreeMap::new();
    for group in accounts.iter().filter_map(|(account, _)| account.groups.first()) {
        if !ids.contains_key(group.as_str()) {
            ids.insert(group.as_str(), uuid(draw(chance)?));
        }
    }
    Ok(ids)
}

fn item(account: &Account, params: &OtpParams, folders: &BTreeMap<&str, String>) -> Value {
    let folder = account.groups.first().and_then(|group| folders.get(group.as_str()));
    let note = Some(account.note.as_str()).filter(|note| !note.is_empty());
    let totp = write_as(&account.issuer, &account.name, params, SteamForm::Scheme);
    json!({
        "id": uuid(account.id.0),
        "organizationId": null,
        "folderId": folder,
        "type": LOGIN,
        "reprompt": 0,
        "name": account.title(),
        "notes": note,
        "favorite": account.pinned,
        "login": { "uris": [], "username": *account.name, "password": null, "totp": *totp },
        "collectionIds": null,
    })
}
