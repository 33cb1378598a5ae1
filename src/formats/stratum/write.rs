//! Writing: every field that the app writes, names cut to what its screens take.

use std::collections::BTreeSet;

use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha1::{Digest, Sha1};
use zeroize::Zeroizing;

use crate::account::Account;
use crate::formats::json::Json;
use crate::formats::{Ready, Unfit};
use crate::otp::{Algorithm, OtpParams};

/// The longest issuer that the app takes, in UTF-16 units.
const LONGEST_ISSUER: usize = 32;

/// The longest name that the app takes, in UTF-16 units.
const LONGEST_NAME: usize = 40;

/// Whether the app has such codes: it offers 6 to 10 digits, for counters 6 to 8.
pub(super) fn fits(params: &OtpParams) -> Result<(), Unfit> {
    let digits = match params {
        OtpParams::Hotp { .. } => 6..=8,
        OtpParams::Totp { .. } => 6..=10,
        OtpParams::Motp { .. } | OtpParams::Steam { .. } | OtpParams::Yandex { .. } => return Ok(()),
    };
    if digits.contains(&params.digits()) { Ok(()) } else { Err(Unfit::Numbers) }
}

/// Whether the names come out of the app otherwise than they went in.
pub(super) fn changes_names(account: &Account) -> bool {
    names(account) != (account.issuer.as_str(), account.name.as_str())
}

/// Issuer and name as the app takes them: the issuer is never empty.
fn names(account: &Account) -> (&str, &str) {
    match account.issuer.is_empty() {
        true => (start(&account.name, LONGEST_ISSUER), ""),
        false => (start(&account.issuer, LONGEST_ISSUER), start(&account.name, LONGEST_NAME)),
    }
}

fn start(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > most
    });
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The content of a file with these accounts and their groups.
pub(super) fn backup(ready: &[Ready<'_>]) -> Zeroizing<Vec<u8>> {
    let entries: Vec<Value> =
        ready.iter().enumerate().map(|(place, (account, params))| entry(account, params, place)).collect();
    let groups: BTreeSet<&str> = ready.iter().flat_map(|(account, _)| &account.groups).map(|it| it.as_str()).collect();
    let categories: Vec<Value> = groups
        .iter()
        .enumerate()
        .map(|(place, name)| json!({ "Id": group_id(name), "Name": name, "Ranking": place }))
        .collect();
    let bindings: Vec<Value> =
        ready.iter().enumerate().flat_map(|(place, (account, params))| bindings(account, params, place)).collect();
    let file = json!({
        "Authenticators": entries,
        "Categories": categories,
        "AuthenticatorCategories": bindings,
        "CustomIcons": [],
    });
    Json::new(file).to_bytes()
}

fn bindings(account: &Account, params: &OtpParams, place: usize) -> Vec<Value> {
    let binding = |group: &crate::secret::Private| json!({ "CategoryId": group_id(group), "AuthenticatorSecret": *secret(params), "Ranking": place });
    account.groups.iter().map(binding).collect()
}

/// As the app makes it of a name.
fn group_id(name: &str) -> String {
    HEXLOWER.encode(&Sha1::digest(name.as_bytes())).chars().take(8).collect()
}

fn secret(params: &OtpParams) -> Zeroizing<String> {
    match params {
        OtpParams::Motp { secret, .. } => Zeroizing::new(secret.expose().to_owned()),
        _ => params.key_base32(),
    }
}

fn entry(account: &Account, params: &OtpParams, place: usize) -> Value {
    let (issuer, name) = names(account);
    json!({
        "Type": type_(params),
        "Icon": null,
        "Issuer": issuer,
        "Username": name,
        "Secret": *secret(params),
        "Pin": params.pin().map(|pin| pin.expose()),
        "Algorithm": match params.algorithm() {
            None | Some(Algorithm::Sha1) => 0,
            Some(Algorithm::Sha256) => 1,
            Some(Algorithm::Sha512) => 2,
        },
        "Digits": params.digits(),
        "Period": params.period().map_or(30, |period| period.seconds()),
        "Counter": params.counter().map_or(0, |counter| counter.get()),
        "CopyCount": account.use_count,
        "Ranking": place,
    })
}

fn type_(params: &OtpParams) -> u8 {
    match params {
        OtpParams::Hotp { .. } => 1,
        OtpParams::Totp { .. } => 2,
        OtpParams::Motp { .. } => 3,
        OtpParams::Steam { .. } => 4,
        OtpParams::Yandex { .. } => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::{group_id, start};

    #[test]
    fn names_are_cut_between_characters() {
        assert_eq!(start("abc", 2), "ab");
        assert_eq!(start("a😀b", 2), "a");
        assert_eq!(start("å", 1), "å");
    }

    #[test]
    fn the_id_of_a_group_is_the_beginning_of_a_hash() {
        // SHA-1 of "abc", FIPS 180-4's first example.
        assert_eq!(group_id("abc"), "a9993e36");
    }
}
