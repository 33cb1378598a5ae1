//! The content: groups and entries, the same whether it was locked or not.

use std::collections::HashMap;

use serde_json::Value;

use crate::formats::aegis::{ID, number};
use crate::formats::gathering::Gathering;
use crate::formats::json::Fields;
use crate::formats::raw_code::{CodeType, Names, RawCode};
use crate::formats::{Arrival, FormatError, Imported, Reason, Remark, Spot};
use crate::otp::OtpKey;
use crate::otp::uri::UriKey;

/// The newest version of the content that is known.
const NEWEST: u64 = 3;

/// Reads the content, entry by entry.
///
/// # Errors
/// [`FormatError::TooNew`], [`FormatError::Damaged`], [`FormatError::TooMany`], [`FormatError::NoAccounts`].
pub(super) fn content(content: Fields<'_>) -> Result<Imported, FormatError> {
    match number(content, "version")? {
        1..=NEWEST => {}
        0 => return Err(FormatError::Damaged("version")),
        found => return Err(FormatError::TooNew { found }),
    }
    let entries = content.value("entries").and_then(Value::as_array).ok_or(FormatError::Damaged("entries"))?;
    let mut gathering = Gathering::new(ID);
    let groups = Groups::new(content, &mut gathering);
    let mut icons = 0;
    for (item, entry) in (1..).zip(entries) {
        icons += take(&mut gathering, Spot::Item(item), entry, &groups)?;
    }
    if icons > 0 {
        gathering.note_on_file(Remark::IconsLeftOut(icons));
    }
    gathering.finish()
}

/// The names of groups by their ids.
struct Groups<'a>(HashMap<&'a str, &'a str>);

impl<'a> Groups<'a> {
    fn new(content: Fields<'a>, gathering: &mut Gathering) -> Self {
        let mut names = HashMap::new();
        for group in content.list("groups").iter().filter_map(Fields::of) {
            if let (Ok(id), Ok(name)) = (group.text("uuid"), group.text("name")) {
                gathering.group(name);
                names.insert(id, name);
            }
        }
        Self(names)
    }
}

/// Takes one entry in, or a complaint about it. Returns how many pictures it had.
fn take(gathering: &mut Gathering, spot: Spot, entry: &Value, groups: &Groups<'_>) -> Result<usize, FormatError> {
    let Some(fields) = Fields::of(entry) else {
        return gathering.complain(spot, "", Reason::NotAnEntry).map(|()| 0);
    };
    let text = |name| fields.text(name).unwrap_or_default();
    let (issuer, name) = (text("issuer"), text("name"));
    let title = if issuer.is_empty() { name.to_owned() } else { format!("{issuer}: {name}") };
    let mut remarks = Vec::new();
    match arrival(fields, groups, &mut remarks) {
        Ok(arrival) => {
            for group in &arrival.groups {
                gathering.group(group);
            }
            remarks.into_iter().for_each(|remark| gathering.note(spot, &title, remark));
            gathering.take(spot, arrival)?;
        }
        Err(reason) => gathering.complain(spot, &title, reason)?,
    }
    Ok(usize::from(fields.value("icon").is_some()))
}

fn arrival(fields: Fields<'_>, groups: &Groups<'_>, remarks: &mut Vec<Remark>) -> Result<Arrival, Reason> {
    let key = key(fields, remarks)?;
    let mut arrival = Arrival::new(fields.text("issuer")?, fields.text("name")?, key);
    arrival.note = fields.text("note")?.into();
    arrival.pinned = fields.is("favorite")?;
    for id in fields.list("groups").iter().filter_map(Value::as_str) {
        match groups.0.get(id) {
            Some(name) => arrival.groups.push((*name).into()),
            None => remarks.push(Remark::GroupUnknown(id.to_owned())),
        }
    }
    // Version 1 has one group by its name, and some files of version 2 still do.
    let group = fields.text("group")?;
    if !group.is_empty() && arrival.groups.is_empty() {
        arrival.groups.push(groups.0.get(group).copied().unwrap_or(group).into());
    }
    Ok(arrival)
}

fn key(fields: Fields<'_>, remarks: &mut Vec<Remark>) -> Result<Option<UriKey>, Reason> {
    let type_ = CodeType::parse(fields.text("type")?)?;
    let info = fields.object("info").ok_or(Reason::BadField("info"))?;
    let secret = info.text("secret")?;
    if secret.trim().is_empty() {
        return Ok(None);
    }
    let mut algorithm = info.text("algo")?;
    if algorithm.eq_ignore_ascii_case("MD5") && matches!(type_, CodeType::Hotp | CodeType::Totp) {
        // The app itself computes such entries with SHA-1.
        remarks.push(Remark::AlgorithmReplaced("MD5"));
        algorithm = "SHA1";
    }
    let names = Names { algorithm: "algo", pin: "pin", ..Names::USUAL };
    let raw = RawCode { algorithm, ..RawCode::of(info, type_, &names)? };
    raw.with_key(OtpKey::from_base32(secret)?).map(Some)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::content;
    use crate::account::Credential;
    use crate::formats::json::Fields;
    use crate::formats::{FormatError, Imported, Reason, Remark, Spot};
    use crate::otp::OutOfRange;

    fn read(value: &Value) -> Result<Imported, FormatError> {
        content(Fields::of(value).unwrap())
    }

    fn totp(name: &str) -> Value {
        let info = json!({"secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "algo": "SHA1", "digits": 6, "period": 30});
        json!({"type": "totp", "issuer": "Example", "name": name, "info": info})
    }

    #[test]
    fn one_bad_entry_never_loses_another() {
        let mut bad = totp("bad");
        bad["info"]["period"] = json!(0);
        let mut unknown = totp("unknown");
        unknown["type"] = json!("sotp");
        let mut number = totp("");
        number["name"] = json!(7);
        let entries = json!({"version": 3, "entries": [totp("a"), bad, 5, unknown, number, totp("b")]});
        let imported = read(&entries).unwrap();
        assert_eq!(imported.arrivals.iter().map(|it| it.name.to_string()).collect::<Vec<_>>(), ["a", "b"]);
        let complaints: Vec<_> = imported.complaints.into_iter().map(|it| (it.spot, it.reason)).collect();
        let expected = [
            (Spot::Item(2), Reason::OutOfRange(OutOfRange::Period(0))),
            (Spot::Item(3), Reason::NotAnEntry),
            (Spot::Item(4), Reason::UnknownType("sotp".to_owned())),
            (Spot::Item(5), Reason::BadField("name")),
        ];
        assert_eq!(complaints, expected);
    }

    #[test]
    fn groups_come_by_id_or_as_in_version_one_by_name() {
        let mut by_id = totp("a");
        by_id["groups"] = json!(["1", "2"]);
        let mut by_name = totp("b");
        by_name["group"] = json!("Old");
        let groups = json!([{"uuid": "1", "name": "Work"}, {"uuid": "3", "name": "Empty"}]);
        let imported = read(&json!({"version": 2, "entries": [by_id, by_name], "groups": groups})).unwrap();
        let names: Vec<_> = imported.groups.iter().map(|group| group.to_string()).collect();
        assert_eq!(names, ["Work", "Empty", "Old"]);
        assert_eq!(imported.notes.iter().filter(|it| it.remark == Remark::GroupUnknown("2".to_owned())).count(), 1);
        assert_eq!(imported.arrivals.iter().map(|it| it.groups.len()).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn pictures_are_left_out_and_counted() {
        let mut entry = totp("a");
        entry["icon"] = json!("AAAA");
        let imported = read(&json!({"version": 1, "entries": [entry, totp("b")]})).unwrap();
        assert_eq!(imported.notes.iter().map(|it| &it.remark).collect::<Vec<_>>(), [&Remark::IconsLeftOut(1)]);
    }

    #[test]
    fn an_entry_without_a_key_comes_in_without_codes() {
        let mut entry = totp("a");
        entry["info"]["secret"] = json!("");
        let imported = read(&json!({"version": 3, "entries": [entry]})).unwrap();
        assert!(matches!(imported.arrivals[0].credential, Credential::Missing(_)));
    }

    #[test]
    fn versions_that_nobody_knows_are_refused() {
        assert_eq!(read(&json!({"version": 4, "entries": []})), Err(FormatError::TooNew { found: 4 }));
        assert_eq!(read(&json!({"version": 0, "entries": []})), Err(FormatError::Damaged("version")));
        assert_eq!(read(&json!({"version": 3})), Err(FormatError::Damaged("entries")));
        assert_eq!(read(&json!({"version": 3, "entries": []})), Err(FormatError::NoAccounts));
    }
}
