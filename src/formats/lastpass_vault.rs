//! The table that the LastPass password manager exports (`url,username,password,totp,extra,name,grouping,fav`). The
//! accounts of LastPass Authenticator are another file.

use crate::formats::csv_logins::is_yes;
use crate::formats::csv_table::{Row, Table, header};
use crate::formats::login::Login;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, csv_logins};

/// LastPass's table.
#[derive(Debug)]
pub struct LastPassVault;

impl Format for LastPassVault {
    fn id(&self) -> &'static str {
        "lastpass-vault"
    }

    fn about(&self) -> About {
        About { app: "LastPass", how: "how-lastpass-vault", reads: "CSV of the vault" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let names = header(file.text().unwrap_or_default());
        let has = |name: &str| names.iter().any(|it| it == name);
        if ["totp", "extra", "name", "grouping"].into_iter().all(has) { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        csv_logins::parse(self.id(), file, login)
    }
}

fn login<'r>(table: &Table<'_>, row: &'r Row<'_>) -> Login<'r> {
    Login {
        title: table.cell(row, &["name"]),
        name: table.cell(row, &["username"]),
        code: table.cell(row, &["totp"]),
        note: table.cell(row, &["extra"]),
        groups: vec![group(table.cell(row, &["grouping"]))],
        is_pinned: is_yes(table.cell(row, &["fav"])),
        is_trashed: false,
    }
}

/// Entries outside of any folder are in one that is called so.
fn group(group: &str) -> &str {
    if group == "(none)" { "" } else { group }
}

#[cfg(test)]
mod tests {
    use super::LastPassVault;
    use crate::formats::testing::{KEY, names, plain};

    #[test]
    fn rows_come_with_folder_favourite_and_note() {
        let spaced = KEY.to_lowercase();
        let text = format!(
            "url,username,password,totp,extra,name,grouping,fav\n\
             https://example.com,anna,pw,{spaced},\"a\nnote\",Example,Work\\Sub,1\n\
             https://example.org,b,pw,{KEY},,Other,(none),0\nhttp://sn,,,,text,A note,,0\n"
        );
        let imported = plain(&LastPassVault, text);
        assert_eq!(names(&imported), [("Example", "anna"), ("Other", "b")]);
        assert_eq!((imported.arrivals[0].pinned, &*imported.arrivals[0].note), (true, "a\nnote"));
        assert_eq!(imported.groups.iter().map(|group| group.as_str()).collect::<Vec<_>>(), ["Work\\Sub"]);
    }
}
