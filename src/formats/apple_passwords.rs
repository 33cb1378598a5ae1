//! The table that Apple's Passwords app and Safari export (`Title,URL,Username,Password,Notes,OTPAuth`; older ones
//! without `Notes`).

use crate::formats::csv_table::{Row, Table, header};
use crate::formats::login::Login;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, csv_logins};

/// Apple Passwords.
#[derive(Debug)]
pub struct ApplePasswords;

impl Format for ApplePasswords {
    fn id(&self) -> &'static str {
        "apple-passwords"
    }

    fn about(&self) -> About {
        About { app: "Apple Passwords", how: "how-apple-passwords", reads: "CSV, also of Safari" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let names = header(file.text().unwrap_or_default());
        let known = ["title", "url", "username", "password", "notes", "otpauth"];
        let is_ours = known.iter().filter(|name| **name != "notes").all(|name| names.iter().any(|it| it == name));
        let has_others = names.iter().any(|name| !known.contains(&name.as_str()));
        if is_ours && !has_others { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        csv_logins::parse(self.id(), file, login)
    }
}

fn login<'r>(table: &Table<'_>, row: &'r Row<'_>) -> Login<'r> {
    Login {
        title: title(table.cell(row, &["title"]), table.cell(row, &["username"])),
        name: table.cell(row, &["username"]),
        code: table.cell(row, &["otpauth"]),
        note: table.cell(row, &["notes"]),
        ..Login::default()
    }
}

/// The app puts the user name behind the title: `example.com (anna)`.
fn title<'r>(title: &'r str, user: &str) -> &'r str {
    let split = title.strip_suffix(')').and_then(|title| title.rsplit_once(" ("));
    split.filter(|(_, behind)| behind.eq_ignore_ascii_case(user)).map_or(title, |(site, _)| site)
}

#[cfg(test)]
mod tests {
    use super::ApplePasswords;
    use crate::formats::Remark;
    use crate::formats::testing::{KEY, names, plain};

    #[test]
    fn rows_with_a_code_come_in_and_the_others_are_counted() {
        let text = format!(
            "Title,URL,Username,Password,Notes,OTPAuth\n\
             example.com (anna),https://example.com/,anna,\"p,w\",\"a\nnote\",otpauth://totp/?secret={KEY}\n\
             Router (home),,admin,pw,,{KEY}\n\
             No code,https://example.org/,b,pw,,\n"
        );
        let imported = plain(&ApplePasswords, text);
        assert_eq!(names(&imported), [("example.com", "anna"), ("Router (home)", "admin")]);
        assert_eq!(&*imported.arrivals[0].note, "a\nnote");
        assert_eq!(imported.notes.iter().map(|note| &note.remark).collect::<Vec<_>>(), [&Remark::WithoutCode(1)]);
    }

    #[test]
    fn the_older_table_of_safari_has_no_notes() {
        let text = format!("Title,Url,Username,Password,OTPAuth\nExample,,anna,pw,otpauth://totp/Shop:a?secret={KEY}");
        assert_eq!(names(&plain(&ApplePasswords, text)), [("Shop", "a")]);
    }
}
