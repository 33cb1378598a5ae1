//! The app's own database (`authenticator.db3`) without a lock: the tables hold what the backup's lists do, so each row
//! is made into an entry of those lists.

use serde_json::{Map, Value, json};

use crate::formats::json::Json;
use crate::formats::sqlite::{Database, Row};
use crate::formats::stratum::read;
use crate::formats::{FormatError, Imported, Note, Remark};

/// The table of accounts.
const ACCOUNTS: &str = "authenticator";

/// The columns of texts and of numbers, and what the backup calls them.
const TEXTS: [(&str, &str); 5] =
    [("icon", "Icon"), ("issuer", "Issuer"), ("username", "Username"), ("secret", "Secret"), ("pin", "Pin")];
const NUMBERS: [(&str, &str); 6] = [
    ("type", "Type"),
    ("algorithm", "Algorithm"),
    ("digits", "Digits"),
    ("period", "Period"),
    ("counter", "Counter"),
    ("copycount", "CopyCount"),
];
const GROUP: [(&str, &str); 2] = [("id", "Id"), ("name", "Name")];
const BINDING: [(&str, &str); 2] = [("categoryid", "CategoryId"), ("authenticatorsecret", "AuthenticatorSecret")];

/// Whether bytes are such a database.
pub(super) fn is_it(bytes: &[u8]) -> bool {
    Database::parse(bytes).is_ok_and(|it| it.table(ACCOUNTS).is_some_and(|table| table.has("secret")))
}

/// Reads the accounts with their groups.
pub(super) fn read(bytes: &[u8]) -> Result<Imported, FormatError> {
    let database = Database::parse(bytes)?;
    let lists = json!({
        "Authenticators": list(&database, ACCOUNTS, &TEXTS, &NUMBERS),
        "Categories": list(&database, "category", &GROUP, &[]),
        "AuthenticatorCategories": list(&database, "authenticatorcategory", &BINDING, &[]),
    });
    let mut imported = read::backup(&Json::new(lists))?;
    if database.is_logged() {
        imported.notes.push(Note { entry: None, remark: Remark::LogBeside });
    }
    Ok(imported)
}

type Columns = [(&'static str, &'static str)];

/// The rows of a table as objects. One that cannot be read is `null`, which is no entry.
fn list(database: &Database<'_>, table: &str, texts: &Columns, numbers: &Columns) -> Vec<Value> {
    let Some(table) = database.table(table) else { return Vec::new() };
    database.rows(table).map(|row| row.map_or(Value::Null, |row| object(&row, texts, numbers))).collect()
}

/// A row as an object. What is of the wrong sort stays so, for whoever looks at the field.
fn object(row: &Row<'_>, texts: &Columns, numbers: &Columns) -> Value {
    let text = |column| row.text(column).map_or(Value::Bool(false), |text| Value::from(text.as_str()));
    let number = |column| row.count(column).map_or(Value::Bool(false), |number| json!(number));
    let texts = texts.iter().map(|(column, name)| ((*name).to_owned(), text(column)));
    let numbers = numbers.iter().map(|(column, name)| ((*name).to_owned(), number(column)));
    Value::Object(texts.chain(numbers).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use crate::formats::stratum::Stratum;
    use crate::formats::testing::{KEY, database, names, plain};
    use crate::formats::{Reason, Remark};

    #[test]
    fn accounts_and_groups_come_out_of_the_apps_own_tables() {
        let imported = plain(
            &Stratum,
            database(&format!(
                "CREATE TABLE authenticator (type integer, icon varchar, issuer varchar, username varchar, secret varchar \
                 primary key not null, pin varchar, algorithm integer, digits integer, period integer, counter bigint, \
                 copyCount integer, ranking integer);
                 CREATE TABLE category (id varchar primary key, name varchar, ranking integer);
                 CREATE TABLE authenticatorcategory (categoryId varchar, authenticatorSecret varchar, ranking integer);
                 INSERT INTO authenticator VALUES (2, '@1234', 'Example', 'anna', '{KEY}', NULL, 1, 8, 60, 0, 3, 0),
                   (9, NULL, 'Other', 'ben', 'AAAA', NULL, 0, 6, 30, 0, 0, 0), (2, NULL, 'Bad', 'c', x'00', NULL, 0, 6, 30, 0, 0, 0);
                 INSERT INTO category VALUES ('1', 'Work', 0);
                 INSERT INTO authenticatorcategory VALUES ('1', '{KEY}', 0)"
            )),
        );
        assert_eq!(names(&imported), [("Example", "anna")]);
        let arrival = &imported.arrivals[0];
        assert_eq!((arrival.params().unwrap().digits(), arrival.use_count, &*arrival.groups[0]), (8, 3, "Work"));
        let reasons: Vec<_> = imported.complaints.iter().map(|it| it.reason.clone()).collect();
        assert_eq!(reasons, [Reason::UnknownType("9".to_owned()), Reason::BadField("Secret")]);
        assert!(imported.notes.iter().any(|note| note.remark == Remark::IconsLeftOut(1)));
    }
}
