//! 1Password's exports: the archive of all vaults (`.1pux`, whose `export.data` is JSON) and the table of logins.

use serde_json::Value;

use crate::formats::csv_logins::is_yes;
use crate::formats::csv_table::{Row, Table, header};
use crate::formats::json::{self, Fields};
use crate::formats::login::{Login, Logins};
use crate::formats::zipped::Zipped;
use crate::formats::{
    About, Foreign, Format, FormatError, Imported, Likeness, Parsed, Reason, Spot, csv_logins, locked_member,
};

/// The id in commands and JSON.
const ID: &str = "1password";

/// The member of the archive that holds the vaults.
const MEMBER: &str = "export.data";

/// 1Password.
#[derive(Debug)]
pub struct OnePassword;

impl Format for OnePassword {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "1Password", how: "how-1password", reads: "1PUX and CSV" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let names = header(file.text().unwrap_or_default());
        let has = |name: &str| names.iter().any(|it| it == name);
        let is_table = has("otpauth") && (has("archived") || has("tags") || has("favorite"));
        if is_table || archive(file).is_some() { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        match archive(file) {
            Some(zipped) => locked_member::parse(ID, zipped, MEMBER, vaults),
            None => csv_logins::parse(ID, file, login),
        }
    }
}

fn login<'r>(table: &Table<'_>, row: &'r Row<'_>) -> Login<'r> {
    Login {
        title: table.cell(row, &["title"]),
        name: table.cell(row, &["username"]),
        code: table.cell(row, &["otpauth"]),
        note: table.cell(row, &["notes"]),
        groups: table.cell(row, &["tags"]).split([';', ',']).map(str::trim).collect(),
        is_pinned: is_yes(table.cell(row, &["favorite"])),
        is_trashed: false,
    }
}

fn archive(file: &Foreign) -> Option<Zipped<'_>> {
    if !Zipped::is_likely(file.bytes()) {
        return None;
    }
    Zipped::parse(file.bytes()).ok().filter(|zipped| zipped.has(MEMBER))
}

/// Reads `export.data`: accounts, in them vaults, in them items.
fn vaults(bytes: &[u8]) -> Result<Imported, FormatError> {
    let json = json::parse(bytes)?;
    let top = json.fields().ok_or(FormatError::Damaged(MEMBER))?;
    let accounts = top.value("accounts").and_then(Value::as_array).ok_or(FormatError::Damaged("accounts"))?;
    let vaults = accounts.iter().filter_map(Fields::of).flat_map(|account| account.list("vaults"));
    let items = vaults.filter_map(Fields::of).flat_map(|vault| vault.list("items"));
    let mut logins = Logins::new(ID);
    for (number, item) in (1..).zip(items) {
        take_item(&mut logins, Spot::Item(number), item)?;
    }
    logins.finish()
}

/// An item may have several codes, each in a field of a section.
fn take_item(logins: &mut Logins, spot: Spot, item: &Value) -> Result<(), FormatError> {
    // In the first version of the format each item was wrapped once more.
    let fields = Fields::of(item).map(|fields| fields.object("item").unwrap_or(fields));
    let Some(fields) = fields else { return logins.gathering().complain(spot, "", Reason::NotAnEntry) };
    let (overview, details) = (fields.object("overview"), fields.object("details"));
    let text =
        |fields: Option<Fields<'_>>, name| fields.and_then(|it| it.text(name).ok()).unwrap_or_default().to_owned();
    let (title, note) = (text(overview, "title"), zeroize::Zeroizing::new(text(details, "notesPlain")));
    let sections = details.map(|details| details.list("sections")).unwrap_or_default();
    let codes: Vec<&str> = sections.iter().filter_map(Fields::of).flat_map(codes).collect();
    if codes.is_empty() {
        logins.pass_over();
    }
    for code in codes {
        let login = Login {
            title: &title,
            name: details.and_then(user_name).unwrap_or_default(),
            code,
            note: &note,
            groups: overview.map(tags).unwrap_or_default(),
            is_pinned: fields.number("favIndex").ok().flatten().is_some_and(|index| index > 0),
            is_trashed: fields.text("state") == Ok("deleted") || fields.text("trashed") == Ok("Y"),
        };
        logins.take(spot, &login)?;
    }
    Ok(())
}

fn codes(section: Fields<'_>) -> Vec<&str> {
    let fields = section.list("fields").iter().filter_map(Fields::of);
    let values = fields.filter_map(|field| field.object("value"));
    values.filter_map(|value| value.value("totp")?.as_str()).filter(|code| !code.trim().is_empty()).collect()
}

fn user_name(details: Fields<'_>) -> Option<&str> {
    let fields = details.list("loginFields").iter().filter_map(Fields::of);
    let mut names = fields.filter(|field| field.text("designation") == Ok("username"));
    names.find_map(|field| field.value("value")?.as_str())
}

fn tags(overview: Fields<'_>) -> Vec<&str> {
    overview.list("tags").iter().filter_map(Value::as_str).collect()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use serde_json::{Value, json};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::OnePassword;
    use crate::formats::testing::{KEY, names, plain};
    use crate::formats::{Reason, Remark};

    fn archive(items: &[Value]) -> Vec<u8> {
        let data = json!({"accounts": [{"attrs": {}, "vaults": [{"attrs": {"name": "Private"}, "items": items}]}]});
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [("export.attributes", "{}".to_owned()), ("export.data", data.to_string())] {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn item(title: &str, codes: &[&str]) -> Value {
        let fields: Vec<Value> =
            codes.iter().map(|code| json!({"title": "one-time password", "value": {"totp": code}})).collect();
        json!({
            "favIndex": 1, "state": "active", "overview": {"title": title, "tags": ["Work"]},
            "details": {
                "loginFields": [{"designation": "password", "value": "pw"}, {"designation": "username", "value": "anna"}],
                "notesPlain": "a note",
                "sections": [{"fields": [{"title": "x", "value": {"string": "y"}}]}, {"fields": fields}],
            },
        })
    }

    #[test]
    fn all_codes_of_an_item_come_in_with_its_names_and_tags() {
        let uri = format!("otpauth://totp/Shop:bo?secret={KEY}&issuer=Shop");
        let wrapped = json!({"item": item("Wrapped", &[KEY])});
        let items = [item("Example", &[KEY, &uri]), item("No code", &[]), wrapped, json!(7), item("Bad", &["A1"])];
        let imported = plain(&OnePassword, archive(&items));
        assert_eq!(names(&imported), [("Example", "anna"), ("Shop", "bo"), ("Wrapped", "anna")]);
        let it = &imported.arrivals[0];
        assert_eq!((it.pinned, &*it.note, it.groups.len()), (true, "a note", 1));
        let reasons: Vec<_> = imported.complaints.iter().map(|it| &it.reason).collect();
        assert!(matches!(reasons.as_slice(), [Reason::NotAnEntry, Reason::Key(_)]), "{reasons:?}");
        assert!(imported.notes.iter().any(|note| note.remark == Remark::WithoutCode(1)));
    }

    #[test]
    fn the_table_has_tags_and_favourites() {
        let text = format!(
            "Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\n\
             Example,https://example.com,anna,pw,{KEY},true,false,work;dev,\"two\nlines\"\nNone,,b,pw,,false,false,,\n"
        );
        let imported = plain(&OnePassword, text);
        assert_eq!(names(&imported), [("Example", "anna")]);
        let it = &imported.arrivals[0];
        assert_eq!((it.pinned, &*it.note, it.groups.len()), (true, "two\nlines", 2));
    }
}
