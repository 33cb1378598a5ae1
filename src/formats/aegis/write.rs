//! Writing: the keys that the app requires of each entry, in the newest version of the content.

use std::collections::BTreeMap;

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::{Entropy, NoEntropy, draw};
use crate::formats::Ready;
use crate::formats::aegis::FILE_VERSION;
use crate::formats::json::Json;
use crate::formats::uuid::uuid;
use crate::otp::OtpParams;

/// The version of the content that is written.
const CONTENT_VERSION: u64 = 3;

/// Whether the app has such codes. Its mOTP secrets are bytes, so a text that is no hexadecimal does not go in.
pub(super) fn fits(params: &OtpParams) -> bool {
    match params {
        OtpParams::Motp { secret, .. } => HEXLOWER.decode(secret.expose().as_bytes()).is_ok(),
        _ => true,
    }
}

/// The content of a file with these accounts and their groups.
pub(super) fn content(accounts: &[Ready<'_>], chance: &dyn Entropy) -> Result<Json, NoEntropy> {
    let groups = group_ids(accounts, chance)?;
    let entries: Vec<Value> = accounts.iter().map(|(account, params)| entry(account, params, &groups)).collect();
    let groups: Vec<Value> = groups.iter().map(|(name, id)| json!({ "uuid": id, "name": name })).collect();
    Ok(Json::new(json!({ "version": CONTENT_VERSION, "entries": entries, "groups": groups, "icons_optimized": true })))
}

/// A file in plain text around a content.
pub(super) fn plain(content: Json) -> Zeroizing<Vec<u8>> {
    let header = json!({ "slots": null, "params": null });
    Json::new(json!({ "version": FILE_VERSION, "header": header, "db": content.into_value() })).to_bytes()
}

fn group_ids<'a>(accounts: &[Ready<'a>], chance: &dyn Entropy) -> Result<BTreeMap<&'a str, String>, NoEntropy> {
    let mut ids = BTreeMap::new();
    for group in accounts.iter().flat_map(|(account, _)| &account.groups) {
        if !ids.contains_key(group.as_str()) {
            ids.insert(group.as_str(), uuid(draw(chance)?));
        }
    }
    Ok(ids)
}

/// The account's own id stands for the entry's: two exports of one account are then the same entry.
fn entry(account: &Account, params: &OtpParams, groups: &BTreeMap<&str, String>) -> Value {
    let groups: Vec<&String> = account.groups.iter().filter_map(|group| groups.get(group.as_str())).collect();
    json!({
        "type": params.type_name(),
        "uuid": uuid(account.id.0),
        "name": *account.name,
        "issuer": *account.issuer,
        "note": *account.note,
        "favorite": account.pinned,
        "icon": null,
        "icon_mime": null,
        "info": info(params),
        "groups": groups,
    })
}

fn info(params: &OtpParams) -> Value {
    let digits = params.digits();
    let algorithm = params.algorithm().map_or("MD5", |algorithm| algorithm.name());
    let period = params.period().map(|period| period.seconds());
    let secret = match params {
        // The app keeps the 16 bytes that count and drops the checksum.
        OtpParams::Yandex { key, .. } => Zeroizing::new(BASE32_NOPAD.encode(key.expose())),
        _ => params.key_base32(),
    };
    let mut info = json!({ "secret": *secret, "algo": algorithm, "digits": digits });
    let mut put = |name: &str, value: Value| {
        if let Some(fields) = info.as_object_mut() {
            fields.insert(name.to_owned(), value);
        }
    };
    match params.counter() {
        Some(counter) => put("counter", json!(counter.get())),
        None => put("period", json!(period)),
    }
    if let Some(pin) = params.pin() {
        put("pin", json!(pin.expose()));
    }
    info
}
