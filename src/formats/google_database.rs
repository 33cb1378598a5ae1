//! The database of Google Authenticator (`databases`) as older versions of the Android app kept it, on a rooted phone.
//! The app's way out today is its transfer codes.

use crate::formats::accounts_table::{TABLE, gather, is_it};
use crate::formats::gathering::Gathering;
use crate::formats::sqlite::{Database, Table};
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed};

/// The id in commands and JSON.
const ID: &str = "google-database";

/// The database of Google Authenticator.
#[derive(Debug)]
pub struct GoogleDatabase;

impl Format for GoogleDatabase {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        let reads = "database of older Android versions";
        About { app: "Google Authenticator", how: "how-google-database", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_ours = |table: &Table| is_it(table) && !table.has("category");
        let is_there = Database::parse(file.bytes()).is_ok_and(|it| it.table(TABLE).is_some_and(is_ours));
        if is_there { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let database = Database::parse(file.bytes())?;
        let table = database.table(TABLE).filter(|table| is_it(table)).ok_or(FormatError::NotRecognised)?;
        let mut gathering = Gathering::of_database(ID, &database);
        gather(&mut gathering, &database, table)?;
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

#[cfg(test)]
mod tests {
    use super::GoogleDatabase;
    use crate::account::{Credential, MissingReason};
    use crate::formats::testing::{KEY, database, names, plain};
    use crate::formats::{Imported, Reason};
    use crate::otp::Counter;

    fn read(rows: &str) -> Imported {
        let columns = "_id INTEGER PRIMARY KEY, email TEXT NOT NULL, secret TEXT NOT NULL, counter INTEGER DEFAULT 0, \
                       type INTEGER, provider INTEGER DEFAULT 0, issuer TEXT DEFAULT NULL, isencrypted INTEGER";
        plain(
            &GoogleDatabase,
            database(&format!(
                "CREATE TABLE accounts ({columns});
                 INSERT INTO accounts (email, secret, counter, type, issuer, isencrypted) VALUES {rows}"
            )),
        )
    }

    #[test]
    fn the_issuer_stands_in_its_column_or_before_the_name() {
        let imported = read(&format!(
            "('Example:anna', '{KEY}', 0, 0, 'Example', 0), ('Old: ben', '{KEY}', 0, 0, NULL, 0),
             ('cara', '{KEY}', 7, 1, '', 0), ('Other:dora', '{KEY}', 0, 0, 'Example', NULL)"
        ));
        assert_eq!(names(&imported), [("Example", "anna"), ("Old", "ben"), ("", "cara"), ("Example", "Other:dora")]);
        let counters: Vec<_> = imported.arrivals.iter().map(|it| it.params().unwrap().counter()).collect();
        assert_eq!(counters, [None, None, Some(Counter::new(7).unwrap()), None]);
    }

    #[test]
    fn a_key_under_the_phones_lock_leaves_the_name_and_an_unknown_kind_is_a_complaint() {
        let imported =
            read(&format!("('a', 'zzz', 0, 0, 'A', 1), ('b', '{KEY}', 0, 9, 'B', 0), ('c', '{KEY}', -1, 1, 'C', 0)"));
        let Credential::Missing(hint) = &imported.arrivals[0].credential else { panic!("missing") };
        assert_eq!((imported.arrivals.len(), hint.reason), (1, MissingReason::DeviceKeyGone));
        let reasons: Vec<_> = imported.complaints.iter().map(|it| it.reason.clone()).collect();
        assert_eq!(reasons, [Reason::UnknownType("9".to_owned()), Reason::BadField("counter")]);
    }
}
