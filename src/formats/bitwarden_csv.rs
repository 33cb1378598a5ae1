//! The table that Bitwarden exports, of a person (`folder,favorite,…`) or of an organisation (`collections,…`).

use crate::formats::csv_logins::is_yes;
use crate::formats::csv_table::{Row, Table, header};
use crate::formats::login::Login;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, csv_logins};

/// Bitwarden's table.
#[derive(Debug)]
pub struct BitwardenCsv;

impl Format for BitwardenCsv {
    fn id(&self) -> &'static str {
        "bitwarden-csv"
    }

    fn about(&self) -> About {
        About { app: "Bitwarden", how: "how-bitwarden-csv", reads: "CSV of a person or an organisation" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let names = header(file.text().unwrap_or_default());
        let has = |name: &str| names.iter().any(|it| it == name);
        if has("login_totp") && has("login_username") { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        csv_logins::parse(self.id(), file, login)
    }
}

fn login<'r>(table: &Table<'_>, row: &'r Row<'_>) -> Login<'r> {
    let groups = match table.has("collections") {
        true => table.cell(row, &["collections"]).split(',').collect(),
        false => vec![table.cell(row, &["folder"])],
    };
    Login {
        title: table.cell(row, &["name"]),
        name: table.cell(row, &["login_username"]),
        code: table.cell(row, &["login_totp"]),
        note: table.cell(row, &["notes"]),
        groups,
        is_pinned: is_yes(table.cell(row, &["favorite"])),
        is_trashed: false,
    }
}

#[cfg(test)]
mod tests {
    use super::BitwardenCsv;
    use crate::formats::testing::{KEY, names, plain};

    #[test]
    fn a_persons_table_has_a_folder_and_favourites() {
        let text = format!(
            "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n\
             Work,1,login,Example,a note,,0,,anna,pw,{KEY}\n,,login,Steam,,,0,,gabe,pw,steam://{KEY}\n\
             ,,note,Nothing,text,,0,,,,\n"
        );
        let imported = plain(&BitwardenCsv, text);
        assert_eq!(names(&imported), [("Example", "anna"), ("Steam", "gabe")]);
        let it = &imported.arrivals[0];
        assert_eq!((it.pinned, &*it.note, it.groups.len()), (true, "a note", 1));
        assert_eq!((imported.arrivals[1].type_name(), imported.complaints.len()), ("steam", 0));
    }

    #[test]
    fn an_organisations_table_has_collections() {
        let text = format!(
            "collections,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n\
             \"Ops,Web\",login,Example,,,0,,anna,pw,{KEY}\n"
        );
        let imported = plain(&BitwardenCsv, text);
        assert_eq!(imported.groups.iter().map(|group| group.as_str()).collect::<Vec<_>>(), ["Ops", "Web"]);
    }
}
