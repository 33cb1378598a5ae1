//! Proton Pass's exports: the zip archive (whose `Proton Pass/data.json` is JSON), that JSON by itself, and the table.
//! An archive that was exported with a passphrase holds an OpenPGP message, which is not for us to open.

use serde_json::Value;

use crate::formats::csv_table::{Row, Table, header};
use crate::formats::json::{self, Fields};
use crate::formats::login::{Login, Logins};
use crate::formats::zipped::Zipped;
use crate::formats::{
    About, Foreign, Format, FormatError, Imported, Likeness, Parsed, Reason, Spot, csv_logins, locked_member,
};

/// The id in commands and JSON.
const ID: &str = "proton-pass";

/// The state of an item that lies in the trash; 1 is an active one.
const TRASHED: u64 = 2;

/// Proton Pass.
#[derive(Debug)]
pub struct ProtonPass;

impl Format for ProtonPass {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "Proton Pass", how: "how-proton-pass", reads: "zip, JSON and CSV; not encrypted with OpenPGP" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let names = header(file.text().unwrap_or_default());
        let has = |name: &str| names.iter().any(|it| it == name);
        let is_table = ["type", "name", "totp"].into_iter().all(has) && (has("vault") || has("createtime"));
        let is_json = file.json().and_then(|json| json.fields()).is_some_and(|top| top.object("vaults").is_some());
        if is_table || is_json || archive(file).is_some() { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        if let Some((zipped, member)) = archive(file) {
            return match member.ends_with(".json") {
                true => locked_member::parse(ID, zipped, &member, |bytes| vaults(&json::parse(bytes)?)),
                false => Err(FormatError::Pgp),
            };
        }
        match file.json() {
            Some(json) => Ok(Parsed::Plain(vaults(json)?)),
            None => csv_logins::parse(ID, file, login),
        }
    }
}

/// The archive and its member with the vaults: `data.json`, or `data.pgp` where it is encrypted.
fn archive(file: &Foreign) -> Option<(Zipped<'_>, String)> {
    if !Zipped::is_likely(file.bytes()) {
        return None;
    }
    let zipped = Zipped::parse(file.bytes()).ok()?;
    let is_data = |name: &&str| matches!(*name, "Proton Pass/data.json" | "Proton Pass/data.pgp");
    let name = zipped.names().find(is_data).map(str::to_owned)?;
    Some((zipped, name))
}

fn login<'r>(table: &Table<'_>, row: &'r Row<'_>) -> Login<'r> {
    let (user, email) = (table.cell(row, &["username"]), table.cell(row, &["email"]));
    Login {
        title: table.cell(row, &["name"]),
        name: if user.is_empty() { email } else { user },
        code: table.cell(row, &["totp"]),
        note: table.cell(row, &["note"]),
        groups: vec![table.cell(row, &["vault"])],
        ..Login::default()
    }
}

fn vaults(json: &json::Json) -> Result<Imported, FormatError> {
    let top = json.fields().ok_or(FormatError::Damaged("data.json"))?;
    let vaults = top.value("vaults").and_then(Value::as_object).ok_or(FormatError::Damaged("vaults"))?;
    let (mut logins, mut number) = (Logins::new(ID), 0);
    for vault in vaults.values().filter_map(Fields::of) {
        let name = vault.text("name").unwrap_or_default();
        for item in vault.list("items") {
            number += 1;
            take_item(&mut logins, Spot::Item(number), item, name)?;
        }
    }
    logins.finish()
}

/// An item may have a code of its own and more in extra fields.
fn take_item(logins: &mut Logins, spot: Spot, item: &Value, vault: &str) -> Result<(), FormatError> {
    let fields = Fields::of(item);
    let Some((fields, data)) = fields.and_then(|fields| Some((fields, fields.object("data")?))) else {
        return logins.gathering().complain(spot, "", Reason::NotAnEntry);
    };
    let (metadata, content) = (data.object("metadata"), data.object("content"));
    let codes = codes(content, data);
    if codes.is_empty() {
        logins.pass_over();
    }
    for code in codes {
        let login = Login {
            title: text(metadata, "name"),
            name: user_name(content),
            code,
            note: text(metadata, "note"),
            groups: vec![vault],
            is_pinned: fields.is("pinned").unwrap_or_default(),
            is_trashed: fields.number("state") == Ok(Some(TRASHED)),
        };
        logins.take(spot, &login)?;
    }
    Ok(())
}

fn text<'a>(fields: Option<Fields<'a>>, name: &'static str) -> &'a str {
    fields.and_then(|fields| fields.text(name).ok()).unwrap_or_default()
}

/// The codes of a login, of its extra fields, and of the sections of an item of the person's own making.
fn codes<'a>(content: Option<Fields<'a>>, data: Fields<'a>) -> Vec<&'a str> {
    let sections = content.map(|content| content.list("sections")).unwrap_or_default();
    let in_sections = sections.iter().filter_map(Fields::of).flat_map(|section| section.list("sectionFields"));
    let extra = data.list("extraFields").iter().chain(in_sections).filter_map(Fields::of);
    let extra = extra.filter(|field| field.text("type") == Ok("totp"));
    let extra = extra.map(|field| text(field.object("data"), "totpUri"));
    std::iter::once(text(content, "totpUri")).chain(extra).filter(|code| !code.trim().is_empty()).collect()
}

/// Newer versions tell user name and address apart.
fn user_name(content: Option<Fields<'_>>) -> &str {
    let names = ["itemUsername", "username", "itemEmail"].map(|name| text(content, name));
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use serde_json::{Value, json};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::ProtonPass;
    use crate::formats::testing::{KEY, names, plain, refusal};
    use crate::formats::{FormatError, Remark};

    fn item(name: &str, code: &str, extra: &[&str], state: u8) -> Value {
        let extra: Vec<Value> =
            extra.iter().map(|code| json!({"fieldName": "x", "type": "totp", "data": {"totpUri": code}})).collect();
        json!({"state": state, "pinned": false, "data": {
            "type": "login", "metadata": {"name": name, "note": "a note"}, "extraFields": extra,
            "content": {"itemEmail": "anna@example.com", "itemUsername": "", "totpUri": code},
        }})
    }

    fn data() -> String {
        let uri = format!("otpauth://totp/Shop:bo?secret={KEY}&issuer=Shop");
        let items = [
            item("Example", KEY, &[&uri], 1),
            item("Gone", KEY, &[], 2),
            item("No code", "", &[], 1),
            json!({"state": 1, "data": {"type": "custom", "metadata": {"name": "Own"}, "content": {"sections": [
                {"sectionName": "x", "sectionFields": [{"fieldName": "y", "type": "totp", "data": {"totpUri": KEY}}]}]}}}),
            item("Bad", "otpauth://totp/x?secret=A1", &[], 1),
        ];
        json!({"version": "1.2", "encrypted": false, "vaults": {"id=": {"name": "Personal", "items": items}}})
            .to_string()
    }

    fn archive(name: &str, text: &str) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn the_archive_and_its_json_are_read_alike() {
        for bytes in [archive("Proton Pass/data.json", &data()), data().into_bytes()] {
            let imported = plain(&ProtonPass, bytes);
            let address = "anna@example.com";
            assert_eq!(names(&imported), [("Example", address), ("Shop", "bo"), ("Gone", address), ("Own", "")]);
            assert_eq!(imported.arrivals.iter().map(|it| it.trashed).collect::<Vec<_>>(), [false, false, true, false]);
            assert_eq!((imported.groups.len(), imported.complaints.len()), (1, 1));
            assert!(imported.notes.iter().any(|note| note.remark == Remark::WithoutCode(1)));
        }
    }

    #[test]
    fn an_encrypted_archive_is_refused_with_the_way_out() {
        let bytes = archive("Proton Pass/data.pgp", "-----BEGIN PGP MESSAGE-----");
        assert_eq!(refusal(&ProtonPass, bytes), Some(FormatError::Pgp));
    }

    #[test]
    fn the_table_has_the_vault_as_group() {
        let text = format!(
            "type,name,url,email,username,password,note,totp,createTime,modifyTime,vault\n\
             login,Example,https://example.com,anna@example.com,,pw,n,{KEY},1,2,Personal\nalias,x,,,,,,,1,2,Personal\n"
        );
        let imported = plain(&ProtonPass, text);
        assert_eq!((names(&imported), imported.groups.len()), (vec![("Example", "anna@example.com")], 1));
    }
}
