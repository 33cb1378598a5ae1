//! The Credential Exchange Format of the FIDO Alliance (version 1): accounts, in them items, in them credentials, of
//! which those of type `totp` are taken. Some programs write one account without the frame around it.

use std::collections::HashMap;

use serde_json::Value;

use crate::formats::gathering::Gathering;
use crate::formats::json::{Fields, Json};
use crate::formats::raw_code::{CodeType, Names, RawCode};
use crate::formats::uri_entry::take_noted;
use crate::formats::{About, Arrival, Foreign, Format, FormatError, Likeness, Parsed, Reason, Remark, Spot};
use crate::otp::OtpKey;

/// The major version that is known.
const MAJOR: u64 = 1;

/// How deep collections may hold collections. JSON itself is bounded to 32 levels, two for each of these.
const DEEPEST: usize = 16;

/// The Credential Exchange Format.
#[derive(Debug)]
pub struct Cxf;

impl Format for Cxf {
    fn id(&self) -> &'static str {
        "cxf"
    }

    fn about(&self) -> About {
        About { app: "FIDO Credential Exchange", how: "how-cxf", reads: "JSON, version 1, whole or one account" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let top = file.json().and_then(Json::fields);
        let is_ours = top.is_some_and(|top| top.has("exporterRpId") || has_credentials(top));
        if is_ours { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let top = file.json().and_then(Json::fields).ok_or(FormatError::NotRecognised)?;
        match top.object("version").and_then(|version| version.number("major").ok().flatten()) {
            None | Some(MAJOR) => {}
            Some(found) => return Err(FormatError::TooNew { found }),
        }
        let accounts = match top.has("accounts") {
            true => top.list("accounts").iter().filter_map(Fields::of).collect(),
            false => vec![top],
        };
        let mut reading = Reading { gathering: Gathering::new(self.id()), items: 0, without_code: 0 };
        for account in accounts {
            reading.account(account)?;
        }
        if reading.without_code > 0 {
            reading.gathering.note_on_file(Remark::WithoutCode(reading.without_code));
        }
        Ok(Parsed::Plain(reading.gathering.finish()?))
    }
}

fn has_credentials(account: Fields<'_>) -> bool {
    account.list("items").iter().filter_map(Fields::of).any(|item| item.has("credentials"))
}

struct Reading {
    gathering: Gathering,
    items: usize,
    without_code: usize,
}

impl Reading {
    fn account(&mut self, account: Fields<'_>) -> Result<(), FormatError> {
        let mut collections = HashMap::new();
        gather_collections(account.list("collections"), &mut collections, 0);
        for item in account.list("items") {
            self.items += 1;
            let spot = Spot::Item(self.items);
            match Fields::of(item) {
                Some(item) => self.item(spot, item, &collections)?,
                None => self.gathering.complain(spot, "", Reason::NotAnEntry)?,
            }
        }
        Ok(())
    }

    fn item(
        &mut self,
        spot: Spot,
        item: Fields<'_>,
        collections: &HashMap<&str, Vec<&str>>,
    ) -> Result<(), FormatError> {
        let credentials: Vec<Fields<'_>> = item.list("credentials").iter().filter_map(Fields::of).collect();
        let codes: Vec<_> = credentials.iter().filter(|it| it.text("type") == Ok("totp")).collect();
        if codes.is_empty() {
            self.without_code += 1;
        }
        for code in codes {
            match arrival(item, *code, &credentials) {
                Ok(mut arrival) => {
                    let id = item.text("id").unwrap_or_default();
                    let named = collections.get(id).into_iter().flatten().map(|name| (*name).into());
                    arrival.groups.extend(named);
                    take_noted(&mut self.gathering, spot, arrival, Vec::new())?;
                }
                Err(reason) => self.gathering.complain(spot, item.text("title").unwrap_or_default(), reason)?,
            }
        }
        Ok(())
    }
}

/// The titles of the collections that each item is in.
fn gather_collections<'a>(list: &'a [Value], of: &mut HashMap<&'a str, Vec<&'a str>>, depth: usize) {
    if depth == DEEPEST {
        return;
    }
    for collection in list.iter().filter_map(Fields::of) {
        let title = collection.text("title").unwrap_or_default();
        let items = collection.list("items").iter();
        for id in items.filter_map(|item| item.as_str().or_else(|| Fields::of(item)?.text("item").ok())) {
            of.entry(id).or_default().push(title);
        }
        gather_collections(collection.list("subCollections"), of, depth + 1);
    }
}

fn arrival(item: Fields<'_>, code: Fields<'_>, credentials: &[Fields<'_>]) -> Result<Arrival, Reason> {
    // The format has no name for Steam; programs that know it put it where the hash goes.
    let algorithm = code.text("algorithm")?;
    let is_steam = algorithm.eq_ignore_ascii_case("steam");
    let type_ = if is_steam { CodeType::Steam } else { CodeType::Totp };
    let raw = RawCode::of(code, type_, &Names::USUAL)?;
    let key = match code.text("secret")?.trim() {
        "" => None,
        secret => Some(raw.with_key(OtpKey::from_base32(secret)?)?),
    };
    let (issuer, name) = (field(code, "issuer"), field(code, "username"));
    let issuer = if issuer.is_empty() { item.text("title")? } else { issuer };
    let name = if name.is_empty() { user_name(credentials) } else { name };
    let mut arrival = Arrival::new(issuer, name, key);
    arrival.pinned = item.is("favorite")?;
    arrival.groups = item.list("tags").iter().filter_map(Value::as_str).map(Into::into).collect();
    let note = credentials.iter().find(|it| it.text("type") == Ok("note"));
    arrival.note = note.map(|note| field(*note, "content")).unwrap_or_default().into();
    Ok(arrival)
}

fn user_name<'a>(credentials: &[Fields<'a>]) -> &'a str {
    let login = credentials.iter().find(|it| it.text("type") == Ok("basic-auth"));
    login.map(|login| field(*login, "username")).unwrap_or_default()
}

/// A field that is a text, or an object with the text as its value.
fn field<'a>(fields: Fields<'a>, name: &'static str) -> &'a str {
    let inside = fields.object(name).and_then(|field| field.text("value").ok());
    inside.or_else(|| fields.text(name).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Cxf;
    use crate::formats::testing::{KEY, names, plain, refusal};
    use crate::formats::{FormatError, Reason, Remark};

    fn item(id: &str, code: Value) -> Value {
        let login = json!({"type": "basic-auth", "username": {"fieldType": "string", "value": "anna"}});
        let note = json!({"type": "note", "content": {"fieldType": "string", "value": "a note"}});
        json!({"id": id, "title": "Title", "favorite": true, "tags": ["tag"], "credentials": [login, code, note]})
    }

    fn account() -> Value {
        let full = json!({"type": "totp", "secret": KEY, "period": 60, "digits": 8, "algorithm": "sha256",
                          "issuer": "Example", "username": "bo"});
        let items = json!([
            item("1", full),
            item("2", json!({"type": "totp", "secret": KEY, "period": 30, "digits": 6})),
            item("3", json!({"type": "passkey"})),
            item("4", json!({"type": "totp", "secret": KEY, "algorithm": "md5"})),
            item("5", json!({"type": "totp", "secret": KEY, "algorithm": "steam", "username": "gabe"}))
        ]);
        let inner = json!([{"title": "Inner", "items": [{"item": "1"}]}]);
        json!({"id": "a", "username": "x", "email": "x", "items": items,
               "collections": [{"title": "Outer", "items": ["2"], "subCollections": inner}]})
    }

    #[test]
    fn the_whole_and_a_single_account_are_read_alike() {
        let whole =
            json!({"version": {"major": 1, "minor": 0}, "exporterRpId": "example.com", "accounts": [account()]});
        for text in [whole.to_string(), account().to_string()] {
            let imported = plain(&Cxf, text);
            assert_eq!(names(&imported), [("Example", "bo"), ("Title", "anna"), ("Title", "gabe")]);
            assert_eq!(imported.arrivals[2].type_name(), "steam");
            let it = &imported.arrivals[0];
            assert_eq!((it.pinned, &*it.note, it.params().map(|it| it.digits())), (true, "a note", Some(8)));
            assert_eq!(imported.groups.iter().map(|it| it.as_str()).collect::<Vec<_>>(), ["tag", "Inner", "Outer"]);
            assert_eq!(imported.complaints[0].reason, Reason::UnknownAlgorithm("md5".to_owned()));
            assert!(imported.notes.iter().any(|note| note.remark == Remark::WithoutCode(1)));
        }
    }

    #[test]
    fn a_version_that_nobody_knows_is_refused() {
        let text = json!({"version": {"major": 2, "minor": 0}, "exporterRpId": "x", "accounts": []}).to_string();
        assert_eq!(refusal(&Cxf, text), Some(FormatError::TooNew { found: 2 }));
    }
}
