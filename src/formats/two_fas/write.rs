//! Writing: schema 4 as the Android app does, with what the app requires of each service.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::{Entropy, NoEntropy, draw};
use crate::formats::json::Json;
use crate::formats::two_fas::NEWEST;
use crate::formats::two_fas::lock::Seal;
use crate::formats::uuid::uuid;
use crate::formats::{Ready, Unfit, WriteError};
use crate::otp::OtpParams;

/// The version of the Android app whose files these are like.
const APP_VERSION: (u64, &str) = (5_000_012, "5.2.0");

/// The collection of pictures that the app shows for a service it does not know.
const NO_PICTURE: &str = "a5b3fb65-4ec5-43e6-8ec1-49e24ca9e7ad";

/// Whether the app has such codes: it offers 5 to 8 digits and four periods.
pub(super) fn fits(params: &OtpParams) -> Result<(), Unfit> {
    let has_digits = (5..=8).contains(&params.digits());
    let has_period = params.period().is_none_or(|period| [10, 30, 60, 90].contains(&period.seconds()));
    match params {
        OtpParams::Motp { .. } | OtpParams::Yandex { .. } => Err(Unfit::Kind),
        _ if has_digits && has_period => Ok(()),
        _ => Err(Unfit::Numbers),
    }
}

/// A backup of these accounts in plain text.
pub(super) fn plain(accounts: &[Ready<'_>], chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let ids = group_ids(accounts, chance)?;
    Ok(file(&ids, [("services", services(accounts, &ids))]))
}

/// A backup of these accounts under a password. Its groups stay in plain text there.
pub(super) fn locked(
    accounts: &[Ready<'_>],
    password: &str,
    chance: &dyn Entropy,
) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let ids = group_ids(accounts, chance)?;
    let seal = Seal::new(password, chance)?;
    let sealed = seal.sealed(&Json::new(services(accounts, &ids)).to_bytes(), chance)?;
    // Without the reference the app takes the file for a plain one.
    let reference = seal.reference(chance)?;
    Ok(file(&ids, [("services", json!([])), ("servicesEncrypted", json!(sealed)), ("reference", json!(reference))]))
}

/// The file around what is special to a plain or to a locked one.
fn file<const N: usize>(groups: &BTreeMap<&str, String>, special: [(&str, Value); N]) -> Zeroizing<Vec<u8>> {
    let groups: Vec<Value> =
        groups.iter().map(|(name, id)| json!({ "id": id, "name": name, "isExpanded": true, "updatedAt": 0 })).collect();
    let mut file = json!({
        "groups": groups,
        "updatedAt": 0,
        "schemaVersion": NEWEST,
        "appVersionCode": APP_VERSION.0,
        "appVersionName": APP_VERSION.1,
        "appOrigin": "android",
    });
    if let Some(top) = file.as_object_mut() {
        top.extend(special.map(|(name, value)| (name.to_owned(), value)));
    }
    Json::new(file).to_bytes()
}

fn services(accounts: &[Ready<'_>], groups: &BTreeMap<&str, String>) -> Value {
    let service = |(place, (account, params)): (usize, &Ready<'_>)| service(account, params, place, groups);
    accounts.iter().enumerate().map(service).collect()
}

fn group_ids<'a>(accounts: &[Ready<'a>], chance: &dyn Entropy) -> Result<BTreeMap<&'a str, String>, NoEntropy> {
    let mut ids = BTreeMap::new();
    for group in accounts.iter().filter_map(|(account, _)| account.groups.first()) {
        if !ids.contains_key(group.as_str()) {
            ids.insert(group.as_str(), uuid(draw(chance)?));
        }
    }
    Ok(ids)
}

fn service(account: &Account, params: &OtpParams, place: usize, groups: &BTreeMap<&str, String>) -> Value {
    let shown = if account.issuer.is_empty() { &account.name } else { &account.issuer };
    let initials: String = shown.chars().filter(|c| c.is_alphanumeric()).take(2).flat_map(char::to_uppercase).collect();
    let group = account.groups.first().and_then(|group| groups.get(group.as_str()));
    let mut service = json!({
        "name": **shown,
        "secret": *params.key_base32(),
        "updatedAt": 0,
        "otp": otp(account, params),
        "order": { "position": place },
        "icon": {
            "selected": "Label",
            "label": { "text": initials, "backgroundColor": "Default" },
            "iconCollection": { "id": NO_PICTURE },
        },
    });
    if let (Some(fields), Some(id)) = (service.as_object_mut(), group) {
        fields.insert("groupId".to_owned(), json!(id));
    }
    service
}

fn otp(account: &Account, params: &OtpParams) -> Value {
    let mut otp = json!({
        "label": *account.name,
        "account": *account.name,
        "issuer": *account.issuer,
        "digits": params.digits(),
        "algorithm": params.algorithm().map(|algorithm| algorithm.name()),
        "tokenType": params.type_name().to_ascii_uppercase(),
        "source": "Manual",
    });
    let number = match (params.counter(), params.period()) {
        (Some(counter), _) => ("counter", json!(counter.get())),
        (None, period) => ("period", json!(period.map(|period| period.seconds()))),
    };
    if let Some(fields) = otp.as_object_mut() {
        fields.insert(number.0.to_owned(), number.1);
    }
    otp
}
