//! The services, the same whether they were locked or not.

use std::collections::HashMap;

use serde_json::Value;

use crate::formats::gathering::{Gathering, title};
use crate::formats::json::Fields;
use crate::formats::raw_code::{CodeType, Names, RawCode};
use crate::formats::two_fas::ID;
use crate::formats::{Arrival, FormatError, Imported, Reason, Remark, Spot};
use crate::otp::OtpKey;

/// The names of groups by their ids, in the file's order.
pub(super) fn groups(top: Fields<'_>) -> Vec<(String, String)> {
    let group = |group: Fields<'_>| Some((group.text("id").ok()?.to_owned(), group.text("name").ok()?.to_owned()));
    top.list("groups").iter().filter_map(Fields::of).filter_map(group).collect()
}

/// Reads the services one by one.
pub(super) fn services(services: &[Value], groups: &[(String, String)]) -> Result<Imported, FormatError> {
    let mut gathering = Gathering::new(ID);
    groups.iter().for_each(|(_, name)| gathering.group(name));
    let groups: HashMap<&str, &str> = groups.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    for (item, service) in (1..).zip(services) {
        let spot = Spot::Item(item);
        let Some(fields) = Fields::of(service) else {
            gathering.complain(spot, "", Reason::NotAnEntry)?;
            continue;
        };
        let who = Who::of(fields);
        let title = title(who.issuer, who.name);
        let mut entry = key(fields, &who);
        let id = fields.text("groupId").unwrap_or_default();
        match (&mut entry, groups.get(id)) {
            (Ok(arrival), Some(name)) => arrival.groups.push((*name).into()),
            (Ok(_), None) if !id.is_empty() => gathering.note(spot, &title, Remark::GroupUnknown(id.to_owned())),
            _ => {}
        }
        gathering.settle(spot, &title, entry)?;
    }
    gathering.finish()
}

/// Issuer and name: those of the code, else those that the app shows.
struct Who<'a> {
    issuer: &'a str,
    name: &'a str,
}

impl<'a> Who<'a> {
    fn of(service: Fields<'a>) -> Self {
        let otp = |name| service.object("otp").and_then(|otp| otp.text(name).ok()).unwrap_or_default().trim();
        let shown = service.text("name").unwrap_or_default().trim();
        let issuer = if otp("issuer").is_empty() { shown } else { otp("issuer") };
        let name = if otp("account").is_empty() { without_issuer(otp("label"), issuer) } else { otp("account") };
        Self { issuer, name }
    }
}

fn without_issuer<'a>(label: &'a str, issuer: &str) -> &'a str {
    label.strip_prefix(issuer).and_then(|rest| rest.strip_prefix(':')).unwrap_or(label).trim()
}

fn key(service: Fields<'_>, who: &Who<'_>) -> Result<Arrival, Reason> {
    service.text("name")?;
    let empty = serde_json::Map::new();
    let otp = match service.value("otp") {
        None => Fields::from(&empty),
        Some(otp) => Fields::of(otp).ok_or(Reason::BadField("otp"))?,
    };
    for name in ["issuer", "account", "label"] {
        otp.text(name)?;
    }
    let secret = service.text("secret")?;
    if secret.trim().is_empty() {
        // Left behind by a synchronisation that went wrong.
        return Ok(Arrival::new(who.issuer, who.name, None));
    }
    // Schema 1 and 2 know no type: all their codes are time-based.
    let type_ = match otp.text("tokenType")? {
        "" => CodeType::Totp,
        name => CodeType::parse(name)?,
    };
    let raw = RawCode::of(otp, type_, &Names::USUAL)?;
    let key = raw.with_key(OtpKey::from_base32(secret)?)?;
    Ok(Arrival::new(who.issuer, who.name, Some(key)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::services;
    use crate::account::Credential;
    use crate::formats::{Imported, Reason, Remark};
    use crate::otp::{OtpParams, OutOfRange, Period};

    const KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    fn read(entries: Value) -> Imported {
        services(entries.as_array().unwrap(), &[("1".to_owned(), "Work".to_owned())]).unwrap()
    }

    #[test]
    fn schema_one_says_nothing_and_means_the_usual() {
        let imported = read(json!([{"name": "Example", "secret": KEY, "otp": {"label": "Example:anna"}}]));
        let [arrival] = imported.arrivals.as_slice() else { panic!("one") };
        assert_eq!((&*arrival.issuer, &*arrival.name, arrival.type_name()), ("Example", "anna", "totp"));
        assert_eq!(arrival.params().and_then(OtpParams::period), Some(Period::THIRTY));
    }

    #[test]
    fn the_account_wins_over_the_label_and_the_issuer_over_the_shown_name() {
        let otp = json!({"label": "x:y", "account": "anna", "issuer": "Issuer", "algorithm": null, "digits": null});
        let imported = read(json!([{"name": "Shown", "secret": KEY, "otp": otp}]));
        assert_eq!(imported.arrivals.first().map(|it| (&*it.issuer, &*it.name)), Some(("Issuer", "anna")));
    }

    #[test]
    fn a_lost_key_keeps_its_account() {
        let imported = read(json!([{"name": "Example", "secret": "", "otp": {"account": "a", "tokenType": "TOTP"}}]));
        let [arrival] = imported.arrivals.as_slice() else { panic!("one") };
        assert!(matches!(arrival.credential, Credential::Missing(_)));
        assert_eq!(imported.notes.first().map(|note| &note.remark), Some(&Remark::KeyMissing));
    }

    #[test]
    fn one_bad_service_never_loses_another() {
        let otp = |more: Value| json!({"name": "Example", "secret": KEY, "otp": more, "groupId": "1"});
        let imported = read(json!([
            otp(json!({"algorithm": "MD5"})),
            otp(json!({"tokenType": "PUSH"})),
            otp(json!({"period": 0})),
            otp(json!({"counter": -1, "tokenType": "HOTP"})),
            {"name": "Example", "secret": "not base32!"},
            7,
            {"name": 5, "secret": KEY},
            {"name": "x", "secret": KEY, "otp": []},
            {"name": "plain", "secret": KEY, "groupId": "2"},
            otp(json!({"tokenType": "STEAM", "digits": 5})),
        ]));
        let types: Vec<_> = imported.arrivals.iter().map(|it| it.type_name().to_owned()).collect();
        assert_eq!(types, ["totp", "steam"]);
        assert_eq!(imported.arrivals.last().map(|it| it.groups.len()), Some(1));
        assert!(imported.notes.iter().any(|note| note.remark == Remark::GroupUnknown("2".to_owned())));
        let reasons: Vec<_> = imported.complaints.into_iter().map(|it| it.reason).collect();
        let expected = [
            Reason::UnknownAlgorithm("MD5".to_owned()),
            Reason::UnknownType("PUSH".to_owned()),
            Reason::OutOfRange(OutOfRange::Period(0)),
            Reason::BadField("counter"),
        ];
        assert_eq!(reasons.get(..4), Some(expected.as_slice()));
        assert_eq!(
            reasons.get(5..),
            Some([Reason::NotAnEntry, Reason::BadField("name"), Reason::BadField("otp")].as_slice())
        );
    }
}
