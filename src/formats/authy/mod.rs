//! Authy has no export; people get its tokens out in four ways: the preferences of the Android app, a dump of what its
//! server sends (locked or already opened by a script), and a list that a script in the desktop app writes. Authy's own
//! tokens (seven digits, ten seconds) are read like the others.

mod lock;
mod tokens;

use serde_json::Value;

use crate::formats::android_prefs::Prefs;
use crate::formats::authy::lock::LockedTokens;
use crate::formats::authy::tokens::{Key, Token};
use crate::formats::json::{self, Fields, Json};
use crate::formats::login::{Login, Logins};
use crate::formats::{About, Foreign, Format, FormatError, Imported, Likeness, Parsed, Reason, Spot};

/// The id in commands and JSON.
const ID: &str = "authy";

/// How the names of the preferences with tokens begin.
const PREFS: &str = "com.authy.storage.tokens.";

/// The lists in a dump of the server, with the one that a script has opened.
const LISTS: [&str; 3] = ["apps", "authenticator_tokens", "decrypted_authenticator_tokens"];

/// Authy.
#[derive(Debug)]
pub struct Authy;

impl Format for Authy {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        let reads = "preferences of the Android app, dumps of the server's answer, lists of the desktop script";
        About { app: "Authy", how: "how-authy", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_prefs = file.text().is_some_and(|text| Prefs::is_likely(text) && text.contains(PREFS));
        let is_dump = file.json().and_then(Json::fields).is_some_and(is_dump);
        if is_prefs || is_dump || script(file).is_some() { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        if let Some(items) = script(file) {
            return Ok(Parsed::Plain(listed(items)?));
        }
        match file.json() {
            Some(json) => dump(json.fields().ok_or(FormatError::NotRecognised)?),
            None => prefs(file.text().ok_or(FormatError::NotRecognised)?),
        }
    }
}

fn is_dump(top: Fields<'_>) -> bool {
    top.has("authenticator_tokens") || top.has("decrypted_authenticator_tokens")
}

/// The list that the script writes; lists of other apps have neither of these two together.
fn script(file: &Foreign) -> Option<&[Value]> {
    let items = file.json()?.items()?;
    let first = Fields::of(items.first()?)?;
    let is_script = first.has("uri") && first.has("secret") && first.has("name") && !first.has("type");
    is_script.then_some(items)
}

fn listed(items: &[Value]) -> Result<Imported, FormatError> {
    let mut logins = Logins::new(ID);
    for (number, item) in (1..).zip(items) {
        let spot = Spot::Item(number);
        let Some(fields) = Fields::of(item) else {
            logins.gathering().complain(spot, "", Reason::NotAnEntry)?;
            continue;
        };
        let text = |name| fields.text(name).unwrap_or_default();
        let code = if text("uri").trim().is_empty() { text("secret") } else { text("uri") };
        logins.take(spot, &Login { name: text("name"), code, ..Login::default() })?;
    }
    logins.finish()
}

fn dump(top: Fields<'_>) -> Result<Parsed, FormatError> {
    tokens(LISTS.into_iter().flat_map(|name| top.list(name)), Vec::new())
}

/// A list that is no JSON is a complaint, so that it does not lose the other.
fn prefs(text: &str) -> Result<Parsed, FormatError> {
    let prefs = Prefs::parse(text)?;
    let (mut lists, mut bad) = (Vec::new(), Vec::new());
    for (name, text) in prefs.iter().filter(|(name, _)| name.starts_with(PREFS)) {
        match json::parse(text.as_bytes()) {
            Ok(list) if list.items().is_some() => lists.push(list),
            // Other preferences of the same family are numbers and the like.
            Ok(_) => {}
            Err(_) => bad.push((name.to_owned(), Reason::BadField("tokens"))),
        }
    }
    tokens(lists.iter().filter_map(Json::items).flatten(), bad)
}

/// Reads tokens; they wait for the password where one of them is locked.
fn tokens<'a>(items: impl Iterator<Item = &'a Value>, bad: Vec<(String, Reason)>) -> Result<Parsed, FormatError> {
    let mut all = Vec::new();
    for (number, item) in (1..).zip(items) {
        all.push((Spot::Item(number), Token::parse(item)?));
    }
    let after = all.len() + 1;
    all.extend((after..).zip(bad).map(|(number, bad)| (Spot::Item(number), Err(bad))));
    let is_locked = all.iter().any(|(_, token)| token.as_ref().is_ok_and(|token| matches!(token.key, Key::Sealed(_))));
    let tokens = LockedTokens::new(all)?;
    if is_locked { Ok(Parsed::Locked(Box::new(tokens))) } else { Ok(Parsed::Plain(tokens.plain()?)) }
}
