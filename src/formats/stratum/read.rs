//! The content, the same whether it was locked or not.

use std::collections::HashMap;

use serde_json::Value;

use crate::formats::gathering::{Gathering, title};
use crate::formats::json::{Fields, Json};
use crate::formats::raw_code::{CodeType, Names, RawCode, with_pin};
use crate::formats::stratum::ID;
use crate::formats::{Arrival, FormatError, Imported, Reason, Remark, Spot};
use crate::otp::uri::{KeyWithoutPin, UriKey};
use crate::otp::{MotpSecret, OtpKey};

/// What the app calls the parts of a code; its hashes are numbers.
const NAMES: Names = Names { algorithm: "", digits: "Digits", period: "Period", counter: "Counter", pin: "Pin" };

/// Reads the accounts one by one.
pub(super) fn backup(json: &Json) -> Result<Imported, FormatError> {
    let top = json.fields().ok_or(FormatError::Damaged("JSON"))?;
    let entries =
        top.value("Authenticators").and_then(Value::as_array).ok_or(FormatError::Damaged("Authenticators"))?;
    let mut gathering = Gathering::new(ID);
    let groups = Groups::new(top, &mut gathering);
    let mut pictures = 0;
    for (item, entry) in (1..).zip(entries) {
        let spot = Spot::Item(item);
        let Some(fields) = Fields::of(entry) else {
            gathering.complain(spot, "", Reason::NotAnEntry)?;
            continue;
        };
        let text = |name| fields.text(name).unwrap_or_default();
        pictures += usize::from(text("Icon").starts_with('@'));
        let title = title(text("Issuer"), text("Username"));
        let mut entry = arrival(fields);
        if let Ok(arrival) = &mut entry {
            groups.join(arrival, text("Secret"), |id| gathering.note(spot, &title, Remark::GroupUnknown(id)));
        }
        gathering.settle(spot, &title, entry)?;
    }
    if pictures > 0 {
        gathering.note_on_file(Remark::IconsLeftOut(pictures));
    }
    gathering.finish()
}

/// The names of groups by their ids, and the ids of each key's groups: the app knows accounts by their keys.
struct Groups<'a> {
    names: HashMap<&'a str, &'a str>,
    of_key: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Groups<'a> {
    fn new(top: Fields<'a>, gathering: &mut Gathering) -> Self {
        let (mut names, mut of_key) = (HashMap::new(), HashMap::<_, Vec<_>>::new());
        for group in top.list("Categories").iter().filter_map(Fields::of) {
            if let (Ok(id), Ok(name)) = (group.text("Id"), group.text("Name")) {
                gathering.group(name);
                names.insert(id, name);
            }
        }
        for binding in top.list("AuthenticatorCategories").iter().filter_map(Fields::of) {
            if let (Ok(id), Ok(key)) = (binding.text("CategoryId"), binding.text("AuthenticatorSecret")) {
                of_key.entry(key).or_default().push(id);
            }
        }
        Self { names, of_key }
    }

    fn join(&self, arrival: &mut Arrival, key: &str, mut unknown: impl FnMut(String)) {
        for id in self.of_key.get(key).into_iter().flatten() {
            match self.names.get(id) {
                Some(name) => arrival.groups.push((*name).into()),
                None => unknown((*id).to_owned()),
            }
        }
    }
}

fn arrival(entry: Fields<'_>) -> Result<Arrival, Reason> {
    let mut arrival = Arrival::new(entry.text("Issuer")?, entry.text("Username")?, key(entry)?);
    arrival.use_count = entry.number("CopyCount").ok().flatten().unwrap_or_default();
    let icon = entry.text("Icon")?;
    if !icon.starts_with('@') {
        arrival.icon = icon.into();
    }
    Ok(arrival)
}

fn key(entry: Fields<'_>) -> Result<Option<UriKey>, Reason> {
    let secret = entry.text("Secret")?;
    if secret.trim().is_empty() {
        return Ok(None);
    }
    let (type_, pin) = (type_(entry)?, entry.text("Pin")?);
    if type_ == CodeType::Motp {
        // The text itself is hashed.
        return with_pin(KeyWithoutPin::Motp(MotpSecret::new(secret)?), pin).map(Some);
    }
    let raw = RawCode { algorithm: algorithm(entry)?, ..RawCode::of(entry, type_, &NAMES)? };
    raw.with_key(OtpKey::from_base32(secret)?).map(Some)
}

fn type_(entry: Fields<'_>) -> Result<CodeType, Reason> {
    match entry.number("Type")?.ok_or(Reason::BadField("Type"))? {
        1 => Ok(CodeType::Hotp),
        2 => Ok(CodeType::Totp),
        3 => Ok(CodeType::Motp),
        4 => Ok(CodeType::Steam),
        5 => Ok(CodeType::Yandex),
        other => Err(Reason::UnknownType(other.to_string())),
    }
}

fn algorithm(entry: Fields<'_>) -> Result<&'static str, Reason> {
    match entry.number("Algorithm")? {
        None | Some(0) => Ok("SHA1"),
        Some(1) => Ok("SHA256"),
        Some(2) => Ok("SHA512"),
        Some(other) => Err(Reason::UnknownAlgorithm(other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::backup;
    use crate::formats::json::Json;
    use crate::formats::{FormatError, Imported, Reason, Remark};
    use crate::otp::uri::KeyWithoutPin;

    const KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    fn read(value: Value) -> Result<Imported, FormatError> {
        backup(&Json::new(value))
    }

    #[test]
    fn old_files_lack_lists_and_counts() {
        let imported =
            read(json!({"Authenticators": [{"Type": 2, "Issuer": "I", "Username": null, "Secret": KEY}]})).unwrap();
        assert_eq!(imported.arrivals.first().map(|it| (&*it.issuer, &*it.name, it.use_count)), Some(("I", "", 0)));
        assert_eq!(read(json!({"Authenticators": {}})), Err(FormatError::Damaged("Authenticators")));
    }

    #[test]
    fn groups_hang_on_the_key_and_pictures_are_counted() {
        let entry = json!({"Type": 2, "Issuer": "I", "Secret": KEY, "Icon": "@1234", "CopyCount": 3});
        let bindings =
            json!([{"CategoryId": "1", "AuthenticatorSecret": KEY}, {"CategoryId": "2", "AuthenticatorSecret": KEY}]);
        let categories = json!([{"Id": "1", "Name": "Work"}, {"Id": "3", "Name": "Empty"}]);
        let file = json!({"Authenticators": [entry], "Categories": categories, "AuthenticatorCategories": bindings});
        let imported = read(file).unwrap();
        let [arrival] = imported.arrivals.as_slice() else { panic!("one") };
        assert_eq!((arrival.groups.len(), imported.groups.len(), arrival.use_count), (1, 2, 3));
        let remarks: Vec<_> = imported.notes.iter().map(|note| note.remark.clone()).collect();
        assert_eq!(remarks, [Remark::GroupUnknown("2".to_owned()), Remark::IconsLeftOut(1)]);
    }

    #[test]
    fn mobile_otp_keeps_its_text_as_it_is() {
        let entry = json!({"Type": 3, "Issuer": "I", "Secret": "Not hex at all!!", "Pin": null});
        let imported = read(json!({"Authenticators": [entry]})).unwrap();
        let key = imported.arrivals.first().and_then(|it| it.without_pin.as_ref());
        assert!(matches!(key, Some(KeyWithoutPin::Motp(secret)) if secret.expose() == "Not hex at all!!"));
    }

    #[test]
    fn unknown_kinds_and_hashes_are_complaints() {
        let entry =
            |type_: u8, algorithm: u8| json!({"Type": type_, "Issuer": "I", "Secret": KEY, "Algorithm": algorithm});
        let file =
            json!({"Authenticators": [entry(6, 0), entry(2, 3), entry(0, 0), {"Secret": KEY}, "x", entry(2, 2)]});
        let imported = read(file).unwrap();
        let reasons: Vec<_> = imported.complaints.into_iter().map(|it| it.reason).collect();
        let expected = [
            Reason::UnknownType("6".to_owned()),
            Reason::UnknownAlgorithm("3".to_owned()),
            Reason::UnknownType("0".to_owned()),
            Reason::BadField("Type"),
            Reason::NotAnEntry,
        ];
        assert_eq!((reasons.as_slice(), imported.arrivals.len()), (expected.as_slice(), 1));
    }
}
