//! The backup of Authenticator Plus: a zip archive with a list of URIs (`Accounts.txt`), with a password or without.
//! Its database (`authplus.db`) holds the same and is left alone there; without its lock it is read by itself.

use crate::formats::gathering::Gathering;
use crate::formats::lines::lines;
use crate::formats::login::is_uri;
use crate::formats::sqlite::Database;
use crate::formats::zipped::Zipped;
use crate::formats::{
    About, Foreign, Format, FormatError, Imported, Likeness, Parsed, Reason, accounts_table, locked_member, uri_entry,
};

/// The id in commands and JSON.
const ID: &str = "authenticator-plus";

/// The member with the list.
const MEMBER: &str = "Accounts.txt";

/// Authenticator Plus.
#[derive(Debug)]
pub struct AuthenticatorPlus;

impl Format for AuthenticatorPlus {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About {
            app: "Authenticator Plus",
            how: "how-authenticator-plus",
            reads: "zip with Accounts.txt; its database without a lock",
        }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        if archive(file).is_some() || database(file).is_some() { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        if let Some(database) = database(file) {
            return Ok(Parsed::Plain(read_database(&database)?));
        }
        let (zipped, member) = archive(file).ok_or(FormatError::NotRecognised)?;
        locked_member::parse(ID, zipped, &member, read_member)
    }
}

fn archive(file: &Foreign) -> Option<(Zipped<'_>, String)> {
    if !Zipped::is_likely(file.bytes()) {
        return None;
    }
    let zipped = Zipped::parse(file.bytes()).ok()?;
    let name = zipped.names().find(|name| name.rsplit('/').next() == Some(MEMBER)).map(str::to_owned)?;
    Some((zipped, name))
}

/// Its database: the accounts are as Google's, with the group that each is in.
fn database(file: &Foreign) -> Option<Database<'_>> {
    let database = Database::parse(file.bytes()).ok()?;
    let table = database.table(accounts_table::TABLE)?;
    (accounts_table::is_it(table) && table.has("category")).then_some(database)
}

fn read_database(database: &Database<'_>) -> Result<Imported, FormatError> {
    let table = database.table(accounts_table::TABLE).ok_or(FormatError::NotRecognised)?;
    let mut gathering = Gathering::of_database(ID, database);
    accounts_table::gather(&mut gathering, database, table)?;
    gathering.finish()
}

fn read_member(bytes: &[u8]) -> Result<Imported, FormatError> {
    let file = Foreign::new(bytes.to_vec(), Some(MEMBER))?;
    let mut gathering = Gathering::new(ID);
    for (spot, line) in lines(file.text().ok_or(FormatError::Damaged(MEMBER))?) {
        match is_uri(line) {
            true => uri_entry::take(&mut gathering, spot, line)?,
            false => gathering.complain(spot, "", Reason::NotAUri)?,
        }
    }
    gathering.finish()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::write::SimpleFileOptions;
    use zip::{AesMode, ZipWriter};

    use super::AuthenticatorPlus;
    use crate::formats::UnlockError;
    use crate::formats::testing::{KEY, database, names, opened, plain};

    fn archive(options: SimpleFileOptions) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in
            [("authplus.db", "x"), ("Accounts.txt", &format!("otpauth://totp/Example:anna?secret={KEY}\nx\n"))]
        {
            writer.start_file(name, options).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn the_database_has_groups_and_keys_of_battle_net() {
        let imported = plain(
            &AuthenticatorPlus,
            database(&format!(
                "CREATE TABLE accounts (_id INTEGER PRIMARY KEY, email TEXT, secret TEXT, counter INTEGER, type INTEGER, \
                 issuer TEXT, original_name TEXT, category TEXT);
                 CREATE TABLE category (_id INTEGER PRIMARY KEY, name TEXT);
                 INSERT INTO accounts VALUES (1, 'anna', '{KEY}', 0, 0, 'Example', '', 'Work'),
                   (2, 'EU-1', '000102030405060708090a0b0c0d0e0f10111213', 0, 2, 'Battle.net', '', 'All Accounts')"
            )),
        );
        assert_eq!(names(&imported), [("Example", "anna"), ("Battle.net", "EU-1")]);
        assert_eq!(imported.arrivals.iter().map(|it| it.groups.len()).collect::<Vec<_>>(), [1, 0]);
        let params = imported.arrivals[1].params().unwrap();
        assert_eq!((params.digits(), params.expose_key().len()), (8, 20));
    }

    #[test]
    fn the_list_is_read_with_and_without_a_password() {
        let open = plain(&AuthenticatorPlus, archive(SimpleFileOptions::default()));
        assert_eq!((names(&open), open.complaints.len()), (vec![("Example", "anna")], 1));
        let locked = archive(SimpleFileOptions::default().with_aes_encryption(AesMode::Aes256, "pw"));
        assert_eq!(names(&opened(&AuthenticatorPlus, &locked, "pw").unwrap()), [("Example", "anna")]);
        assert_eq!(opened(&AuthenticatorPlus, &locked, ""), Err(UnlockError::WrongPassword));
    }
}
