//! The JSON that the app writes on both kinds of phone.

use std::collections::HashMap;

use serde_json::Value;

use crate::formats::gathering::{Gathering, title};
use crate::formats::json::Fields;
use crate::formats::lastpass_transfer::{Given, key};
use crate::formats::{About, Arrival, Foreign, Format, FormatError, Likeness, Parsed, Reason, Remark, Spot};
use crate::moment::Moment;

/// The folders that every file has: the one for no folder, and the favourites, which accounts say by themselves.
const OWN_FOLDERS: [u64; 2] = [0, 1];

/// The JSON of LastPass Authenticator.
#[derive(Debug)]
pub struct LastPass;

impl Format for LastPass {
    fn id(&self) -> &'static str {
        "lastpass"
    }

    fn about(&self) -> About {
        About { app: "LastPass Authenticator", how: "how-lastpass", reads: "JSON" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let Some(top) = file.json().and_then(|json| json.fields()) else { return Likeness::None };
        let is_account = |value: &Value| Fields::of(value).is_some_and(|it| it.has("issuerName") && it.has("secret"));
        let has_device = top.has("localDeviceId") || top.has("deviceId") || top.has("deviceName");
        let is_own = top.has("accounts") && (has_device || top.list("accounts").iter().any(is_account));
        if is_own { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
        let top = json.fields().ok_or(FormatError::NotRecognised)?;
        let accounts = top.value("accounts").and_then(Value::as_array).ok_or(FormatError::Damaged("accounts"))?;
        let mut gathering = Gathering::new(self.id());
        let folders = folders(top, &mut gathering);
        for (item, value) in (1..).zip(accounts) {
            let spot = Spot::Item(item);
            let Some(account) = Fields::of(value) else {
                gathering.complain(spot, "", Reason::NotAnEntry)?;
                continue;
            };
            let (issuer, name) = who(account);
            let title = title(issuer, name);
            let mut entry = arrival(account, issuer, name);
            let folder = account.object("folderData").and_then(|folder| folder.number("folderId").ok().flatten());
            if let (Ok(arrival), Some(id)) = (&mut entry, folder.filter(|id| !OWN_FOLDERS.contains(id))) {
                match folders.get(&id) {
                    Some(name) => arrival.groups.push((*name).into()),
                    None => gathering.note(spot, &title, Remark::GroupUnknown(id.to_string())),
                }
            }
            gathering.settle(spot, &title, entry)?;
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

fn folders<'a>(top: Fields<'a>, gathering: &mut Gathering) -> HashMap<u64, &'a str> {
    let mut folders = HashMap::new();
    for folder in top.list("folders").iter().filter_map(Fields::of) {
        let (Ok(Some(id)), Ok(name)) = (folder.number("id"), folder.text("name")) else { continue };
        if !OWN_FOLDERS.contains(&id) {
            gathering.group(name);
            folders.insert(id, name);
        }
    }
    folders
}

/// An account without an issuer is known by its user's name, as in the app.
fn who(account: Fields<'_>) -> (&str, &str) {
    let text = |name| account.text(name).unwrap_or_default().trim();
    if text("issuerName").is_empty() { (text("userName"), "") } else { (text("issuerName"), text("userName")) }
}

fn arrival(account: Fields<'_>, issuer: &str, name: &str) -> Result<Arrival, Reason> {
    account.text("issuerName")?;
    account.text("userName")?;
    let key = key(&Given {
        secret: account.text("secret")?,
        algorithm: account.text("algorithm")?,
        digits: account.number("digits")?,
        period: account.number("timeStep")?,
    })?;
    let mut arrival = Arrival::new(issuer, name, key);
    arrival.pinned = account.is("isFavorite")?;
    let created = account.number("creationTimestamp").ok().flatten().and_then(|it| i64::try_from(it).ok());
    arrival.created = created.filter(|created| *created > 0).map(Moment::from_unix_ms);
    Ok(arrival)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::LastPass;
    use crate::formats::{Foreign, Format, Imported, Likeness, Parsed, Remark};

    const KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    fn read(accounts: serde_json::Value) -> Imported {
        let folders = json!([{"id": 1, "name": "Favorites"}, {"id": 0, "name": "Other"}, {"id": 4, "name": "Work"}]);
        let file =
            json!({"deviceId": "", "localDeviceId": "x", "version": 3, "accounts": accounts, "folders": folders});
        let file = Foreign::new(file.to_string().into_bytes(), None).unwrap();
        assert_eq!(LastPass.sniff(&file), Likeness::Sure);
        match LastPass.parse(&file) {
            Ok(Parsed::Plain(imported)) => imported,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_the_app_keeps_comes_along() {
        let account = json!({"issuerName": "I", "userName": "a", "secret": KEY, "timeStep": 60, "digits": 8, "isFavorite": true,
            "algorithm": "SHA256", "creationTimestamp": 1_700_000_000_000_u64, "folderData": {"folderId": 4, "position": 0}});
        let other =
            json!({"issuerName": "", "userName": "only", "secret": KEY, "folderData": {"folderId": 7, "position": 0}});
        let imported = read(json!([account, other]));
        let [first, second] = imported.arrivals.as_slice() else { panic!("two") };
        assert_eq!((first.pinned, first.groups.len(), imported.groups.len()), (true, 1, 1));
        assert_eq!(first.created.map(|it| it.unix()), Some(1_700_000_000));
        assert_eq!((&*second.issuer, &*second.name), ("only", ""));
        assert!(imported.notes.iter().any(|note| note.remark == Remark::GroupUnknown("7".to_owned())));
    }

    #[test]
    fn one_bad_account_never_loses_another() {
        let account = |more: &str| json!({"issuerName": "I", "userName": "a", "secret": KEY, "algorithm": more});
        let imported = read(json!([account("SHA3"), 7, account("SHA1-256"), {"issuerName": 1, "secret": KEY}]));
        assert_eq!((imported.arrivals.len(), imported.complaints.len()), (1, 3));
    }
}
