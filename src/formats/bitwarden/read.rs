//! The items: logins with a code become accounts, all others are counted.

use std::collections::HashMap;

use serde_json::Value;

use crate::formats::bitwarden::ID;
use crate::formats::json::Fields;
use crate::formats::login::{Login, Logins};
use crate::formats::{FormatError, Imported, Reason, Spot};

/// Reads an export in plain text.
///
/// # Errors
/// [`FormatError::Damaged`], [`FormatError::TooMany`], [`FormatError::NoAccounts`].
pub(super) fn items(top: Fields<'_>) -> Result<Imported, FormatError> {
    let items = top.value("items").and_then(Value::as_array).ok_or(FormatError::Damaged("items"))?;
    let mut logins = Logins::new(ID);
    let groups = Groups::new(top);
    for (number, item) in (1..).zip(items) {
        let spot = Spot::Item(number);
        match Fields::of(item) {
            Some(fields) => take(&mut logins, spot, fields, &groups)?,
            None => logins.gathering().complain(spot, "", Reason::NotAnEntry)?,
        }
    }
    logins.finish()
}

/// The names of folders and collections by their ids.
struct Groups<'a>(HashMap<&'a str, &'a str>);

impl<'a> Groups<'a> {
    fn new(top: Fields<'a>) -> Self {
        let all = top.list("folders").iter().chain(top.list("collections")).filter_map(Fields::of);
        let named = all.filter_map(|group| Some((group.text("id").ok()?, group.text("name").ok()?)));
        Self(named.collect())
    }

    fn of(&self, item: Fields<'_>) -> Vec<&'a str> {
        let folder = item.value("folderId").into_iter();
        let ids = folder.chain(item.list("collectionIds")).filter_map(Value::as_str);
        ids.filter_map(|id| self.0.get(id).copied()).collect()
    }
}

fn take(logins: &mut Logins, spot: Spot, item: Fields<'_>, groups: &Groups<'_>) -> Result<(), FormatError> {
    let Some(login) = item.object("login") else {
        // Notes, cards and the like.
        logins.pass_over();
        return Ok(());
    };
    match login_of(item, login, groups) {
        Ok(login) => logins.take(spot, &login),
        Err(reason) => logins.gathering().complain(spot, item.text("name").unwrap_or_default(), reason),
    }
}

fn login_of<'a>(item: Fields<'a>, login: Fields<'a>, groups: &Groups<'a>) -> Result<Login<'a>, Reason> {
    Ok(Login {
        title: item.text("name")?,
        name: login.text("username")?,
        code: login.text("totp")?,
        note: item.text("notes")?,
        groups: groups.of(item),
        is_pinned: item.is("favorite")?,
        is_trashed: item.value("deletedDate").is_some(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::formats::bitwarden::Bitwarden;
    use crate::formats::testing::{KEY, names, plain, refusal};
    use crate::formats::{Closed, FormatError, Reason, Remark};

    fn item(name: &str, totp: Value) -> Value {
        json!({"type": 1, "name": name, "notes": null, "favorite": false, "folderId": null,
               "login": {"uris": [], "username": "anna", "password": "pw", "totp": totp}})
    }

    #[test]
    fn logins_with_a_code_come_in_and_all_others_are_counted() {
        let uri = format!("otpauth://totp/Shop:bo?secret={KEY}&issuer=Shop");
        let mut folder = item("Example", json!(KEY));
        folder["folderId"] = json!("f1");
        folder["favorite"] = json!(true);
        folder["notes"] = json!("a note");
        let items = json!([folder, item("Title", json!(uri)), item("Game", json!(format!("steam://{KEY}"))),
            item("None", json!(null)), item("Empty", json!("")), {"type": 2, "name": "A note"}, item("Bad", json!("A1")),
            item("Wrong", json!(7)), 5]);
        let imported = plain(
            &Bitwarden,
            json!({"encrypted": false, "folders": [{"id": "f1", "name": "Work"}], "items": items}).to_string(),
        );
        assert_eq!(names(&imported), [("Example", "anna"), ("Shop", "bo"), ("Game", "anna")]);
        let it = &imported.arrivals[0];
        assert_eq!((it.pinned, &*it.note, it.groups.len()), (true, "a note", 1));
        assert!(imported.notes.iter().any(|note| note.remark == Remark::WithoutCode(3)));
        let reasons: Vec<_> = imported.complaints.iter().map(|it| &it.reason).collect();
        assert!(matches!(reasons.as_slice(), [Reason::Key(_), Reason::BadField("totp"), Reason::NotAnEntry]));
    }

    #[test]
    fn an_organisations_collections_are_groups() {
        let mut shared = item("Example", json!(KEY));
        shared["collectionIds"] = json!(["c1", "c2", "gone"]);
        let collections = json!([{"id": "c1", "name": "Ops"}, {"id": "c2", "name": "Web"}]);
        let export = json!({"encrypted": false, "collections": collections, "items": [shared]});
        let imported = plain(&Bitwarden, export.to_string());
        assert_eq!(imported.groups.iter().map(|group| group.as_str()).collect::<Vec<_>>(), ["Ops", "Web"]);
    }

    #[test]
    fn an_export_under_the_accounts_own_key_is_refused_with_the_way_out() {
        let export =
            json!({"encrypted": true, "encKeyValidation_DO_NOT_EDIT": "2.x|y|z", "items": [{"name": "2.x|y|z"}]});
        let expected = FormatError::Closed(Closed::BitwardenAccount);
        assert_eq!(refusal(&Bitwarden, export.to_string()), Some(expected));
    }
}
