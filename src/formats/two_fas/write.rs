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
use crate::formats::{Unfit, WriteError};
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

/// A backup of these accounts, locked where there is a password.
pub(super) fn backup(
    accounts: &[&Account],
    password: Option<&str>,
    chance: &dyn Entropy,
) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let ids = group_ids(accounts, chance)?;
    let ready = accounts.iter().filter_map(|account| Some((*account, account.params().ok()?)));
    let services: Vec<Value> =
        ready.enumerate().map(|(place, (account, params))| service(account, params, place, &ids)).collect();
    if services.is_empty() {
        return Err(WriteError::NoAccounts);
    }
    let groups: Vec<Value> =
        ids.iter().map(|(name, id)| json!({ "id": id, "name": name, "isExpanded": true, "updatedAt": 0 })).collect();
    let mut file = json!({
        "services": [],
        "groups": groups,
        "updatedAt": 0,
        "schemaVersion": NEWEST,
        "appVersionCode": APP_VERSION.0,
        "appVersionName": APP_VERSION.1,
        "appOrigin": "android",
    });
    let mut put = |name: &str, value: Value| file.as_object_mut().map(|top| top.insert(name.to_owned(), value));
    match password {
        None => {
            put("services", Value::Array(services));
        }
        Some(password) => {
            let seal = Seal::new(password, chance)?;
            let plain = Json::new(Value::Array(services)).to_bytes();
            put("servicesEncrypted", json!(seal.sealed(&plain, chance)?));
            // Without the reference the app takes the file for a plain one.
            put("reference", json!(seal.reference(chance)?));
        }
    }
    Ok(Json::new(file).to_bytes())
}

fn group_ids<'a>(accounts: &[&'a Account], chance: &dyn Entropy) -> Result<BTreeMap<&'a str, String>, NoEntropy> {
    let mut ids = BTreeMap::new();
    for group in accounts.iter().filter_map(|account| account.groups.first()) {
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
