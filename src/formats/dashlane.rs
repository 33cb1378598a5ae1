//! Dashlane's table of logins (`credentials.csv`), alone or in the zip archive of the whole export. The last column was
//! called `otpSecret` at first and is a URI or a key in `otpUrl` now. Its encrypted `.dash` files only Dashlane opens.

use crate::formats::csv_table::{Row, Table, header};
use crate::formats::login::Login;
use crate::formats::zipped::Zipped;
use crate::formats::{
    About, Closed, Foreign, Format, FormatError, Imported, Likeness, Parsed, csv_logins, locked_member,
};

/// The id in commands and JSON.
const ID: &str = "dashlane";

/// The member of the archive that holds logins.
const MEMBER: &str = "credentials.csv";

/// Dashlane.
#[derive(Debug)]
pub struct Dashlane;

impl Format for Dashlane {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About {
            app: "Dashlane",
            how: "how-dashlane",
            reads: "credentials.csv with otpSecret or otpUrl, also in its zip",
        }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let names = header(file.text().unwrap_or_default());
        let has = |name: &str| names.iter().any(|it| it == name);
        let is_table = has("username2") && has("title") && names.iter().any(|name| name.starts_with("otp"));
        if is_table || member(file).is_some() || is_dash(file) { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        if is_dash(file) {
            return Err(FormatError::Closed(Closed::Dash));
        }
        match member(file) {
            Some((zipped, member)) => locked_member::parse(ID, zipped, &member, read_member),
            None => csv_logins::parse(ID, file, login),
        }
    }
}

/// Nothing in an encrypted file is known for sure but its ending; a table in plain text is read whatever its name.
fn is_dash(file: &Foreign) -> bool {
    file.extension() == "dash" && header(file.text().unwrap_or_default()).is_empty()
}

fn member(file: &Foreign) -> Option<(Zipped<'_>, String)> {
    if !Zipped::is_likely(file.bytes()) {
        return None;
    }
    let zipped = Zipped::parse(file.bytes()).ok()?;
    let name = zipped.names().find(|name| name.rsplit('/').next() == Some(MEMBER)).map(str::to_owned)?;
    Some((zipped, name))
}

fn read_member(bytes: &[u8]) -> Result<Imported, FormatError> {
    match csv_logins::parse(ID, &Foreign::new(bytes.to_vec(), Some(MEMBER))?, login)? {
        Parsed::Plain(imported) => Ok(imported),
        Parsed::Locked(_) => Err(FormatError::NotRecognised),
    }
}

fn login<'r>(table: &Table<'_>, row: &'r Row<'_>) -> Login<'r> {
    Login {
        title: table.cell(row, &["title"]),
        name: names(table, row).unwrap_or_default(),
        code: table.cells_of(row, "otp").find(|code| !code.is_empty()).unwrap_or_default(),
        note: table.cell(row, &["note"]),
        groups: vec![table.cell(row, &["category"])],
        ..Login::default()
    }
}

fn names<'r>(table: &Table<'_>, row: &'r Row<'_>) -> Option<&'r str> {
    table.cells_of(row, "username").find(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::Dashlane;
    use crate::formats::testing::{KEY, names, plain};
    use crate::formats::{Closed, Foreign, FormatError, detect};

    fn table(last: &str, code: &str) -> String {
        format!(
            "username,username2,username3,title,password,note,url,category,{last}\n\
             ,anna,,Example,pw,a note,https://example.com,Work,{code}\nx,,,No code,pw,,,,\n"
        )
    }

    #[test]
    fn both_headers_are_read() {
        for text in [table("otpSecret", KEY), table("otpUrl", &format!("otpauth://totp/?secret={KEY}"))] {
            let imported = plain(&Dashlane, text);
            assert_eq!((names(&imported), imported.groups.len()), (vec![("Example", "anna")], 1));
        }
    }

    #[test]
    fn the_table_is_found_in_the_archive() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [("export/ids.csv", "a,b\n".to_owned()), ("export/credentials.csv", table("otpUrl", KEY))] {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        let bytes = writer.finish().unwrap().into_inner();
        assert_eq!(names(&plain(&Dashlane, bytes)), [("Example", "anna")]);
    }

    #[test]
    fn an_encrypted_file_is_refused_with_the_way_out() {
        let file = Foreign::new(b"\x01\x02rubbish".to_vec(), Some("Dashlane Export.dash")).unwrap();
        let refusal = detect(&file).and_then(|format| format.parse(&file).map(drop));
        assert_eq!(refusal, Err(FormatError::Closed(Closed::Dash)));
    }
}
