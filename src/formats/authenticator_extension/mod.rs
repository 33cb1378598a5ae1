//! The backup of the browser extension Authenticator: JSON by the hash of each entry, in plain text, with each key
//! under a password (old), or with each entry under a password (version 3). Its lists of URIs are another format.

mod entry;
mod lock;

use serde_json::Value;

use crate::formats::authenticator_extension::entry::{Rank, arrival};
use crate::formats::authenticator_extension::lock::LockedBackup;
use crate::formats::gathering::Gathering;
use crate::formats::json::{self, Fields, Json};
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, Reason, Spot};

/// The id in commands and JSON.
const ID: &str = "authenticator-extension";

/// Names at the top that are no entries.
const NOT_ENTRIES: [&str; 3] = ["LocalStorage", "UserSettings", "key"];

/// The browser extension Authenticator.
#[derive(Debug)]
pub struct AuthenticatorExtension;

impl Format for AuthenticatorExtension {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        let reads = "backup, plain and with a password (old and version 3)";
        About { app: "Authenticator (browser extension)", how: "how-authenticator-extension", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_ours = file.json().and_then(Json::fields).is_some_and(|top| entries(top).any(|(_, it)| is_entry(it)));
        if is_ours { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
        let top = json.fields().ok_or(FormatError::NotRecognised)?;
        let is_locked = entries(top).any(|(_, it)| it.is("encrypted") == Ok(true) || it.has("data"));
        if is_locked {
            // It is read a second time, since the locked file outlives the one that was looked at.
            let own = json::parse(&json.to_bytes())?;
            return Ok(Parsed::Locked(Box::new(LockedBackup::new(own)?)));
        }
        let mut gathering = Gathering::new(ID);
        for (spot, fields) in ranked(top) {
            take(&mut gathering, spot, fields.map(|fields| (fields, None)))?;
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

/// The values at the top that could be entries, by their names.
fn entries(top: Fields<'_>) -> impl Iterator<Item = (&str, Fields<'_>)> {
    top.iter().filter(|(name, _)| !NOT_ENTRIES.contains(name)).filter_map(|(name, it)| Some((name, Fields::of(it)?)))
}

fn is_entry(fields: Fields<'_>) -> bool {
    let is_named = fields.text("dataType").is_ok_and(|type_| matches!(type_, "EncOTPStorage" | "OTPStorage"));
    is_named || ["hash", "secret", "index"].into_iter().all(|name| fields.has(name))
}

/// The entries in the order in which the extension shows them; what is none is there to be complained of.
fn ranked(top: Fields<'_>) -> Vec<(Spot, Result<Fields<'_>, Reason>)> {
    let values = top.iter().filter(|(name, _)| !NOT_ENTRIES.contains(name)).map(|(_, it)| it);
    let is_key = |it: &Value| Fields::of(it).is_some_and(|it| it.text("dataType") == Ok("Key"));
    let entry = |it| Fields::of(it).filter(|it| is_entry(*it)).ok_or(Reason::NotAnEntry);
    let mut all: Vec<_> = values.filter(|it| !is_key(it)).map(entry).collect();
    all.sort_by_key(|it| it.as_ref().map_or(Rank::LAST, |fields| Rank::of(*fields)));
    (1..).map(Spot::Item).zip(all).collect()
}

/// Takes an entry in, with a key that was opened where it was locked.
fn take(
    gathering: &mut Gathering,
    spot: Spot,
    entry: Result<(Fields<'_>, Option<&str>), Reason>,
) -> Result<(), FormatError> {
    let title = entry.as_ref().ok().and_then(|(fields, _)| fields.text("issuer").ok()).unwrap_or_default().to_owned();
    match entry.and_then(|(fields, secret)| arrival(fields, secret)) {
        Ok(arrival) => gathering.take(spot, arrival),
        Err(reason) => gathering.complain(spot, &title, reason),
    }
}
