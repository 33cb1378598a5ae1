//! The database of Microsoft Authenticator (`PhoneFactor`), as a rooted Android phone has it. Accounts of Microsoft's own
//! often have no key in it; they come in by name, to be signed in to again. Columns differ from version to version and
//! are taken by name.

use crate::account::{Credential, EnrolHint, Kind, MissingReason};
use crate::formats::gathering::{Gathering, title};
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::sqlite::{Database, Row};
use crate::formats::{About, Arrival, Foreign, Format, FormatError, Likeness, Parsed, Reason, Spot, base64};
use crate::otp::OtpKey;
use crate::secret::Secret;

/// The id in commands and JSON.
const ID: &str = "microsoft";

/// The table.
const TABLE: &str = "accounts";

/// Microsoft Authenticator.
#[derive(Debug)]
pub struct Microsoft;

impl Format for Microsoft {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        let reads = "database of the Android app (PhoneFactor); accounts without a key come in by name";
        About { app: "Microsoft Authenticator", how: "how-microsoft", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_ours = |database: Database<'_>| database.table(TABLE).is_some_and(|it| it.has("oath_secret_key"));
        if Database::parse(file.bytes()).is_ok_and(is_ours) { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let database = Database::parse(file.bytes())?;
        let table = database.table(TABLE).ok_or(FormatError::NotRecognised)?;
        let mut gathering = Gathering::of_database(ID, &database);
        for (item, row) in (1..).zip(database.rows(table)) {
            let (title, entry) = match row {
                Ok(row) => (label(&row), arrival(&row)),
                Err(reason) => (String::new(), Err(reason)),
            };
            gathering.settle(Spot::Item(item), &title, entry)?;
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

fn label(row: &Row<'_>) -> String {
    let text = |column| row.text(column).unwrap_or_default();
    title(&text("name"), &text("username"))
}

fn arrival(row: &Row<'_>) -> Result<Arrival, Reason> {
    let (issuer, name) = (row.text("name")?, row.text("username")?);
    let kind = kind(row.count("account_type")?.ok_or(Reason::BadField("account_type"))?)?;
    let issuer = if kind == Kind::ThirdParty { issuer.as_str() } else { without_number(&issuer) };
    let secret = row.text("oath_secret_key")?;
    let (bytes, digits) = match kind {
        // What such a row may hold is of no use away from the phone.
        Kind::WorkOrSchool => (None, None),
        _ if secret.trim().is_empty() => (None, None),
        Kind::Personal { .. } => {
            let bytes = base64::decoded(&secret).ok_or(Reason::BadField("oath_secret_key"))?;
            (Some(OtpKey::new(Secret::taken(bytes))?), Some(8))
        }
        Kind::ThirdParty => (Some(OtpKey::from_base32(&secret)?), None),
    };
    let raw = RawCode { type_: CodeType::Totp, algorithm: "", digits, period: None, counter: None, pin: "" };
    let key = bytes.map(|key| raw.with_key(key)).transpose()?;
    let mut arrival = Arrival::new(issuer, &name, key);
    arrival.kind = kind;
    if let Credential::Missing(hint) = &mut arrival.credential {
        *hint = hint_of(row, kind)?;
    }
    Ok(arrival)
}

fn kind(number: u64) -> Result<Kind, Reason> {
    match number {
        0 => Ok(Kind::ThirdParty),
        1 => Ok(Kind::Personal { passwordless: false }),
        2 => Ok(Kind::WorkOrSchool),
        other => Err(Reason::UnknownType(other.to_string())),
    }
}

/// The phone numbers personal accounts of the same name: the second "Personal" is called "Personal 2".
fn without_number(issuer: &str) -> &str {
    match issuer.rsplit_once(' ') {
        Some((before, number)) if !before.is_empty() && number.parse::<u8>().is_ok() => before,
        _ => issuer,
    }
}

/// What is known of a key that is not there. One that is there under the phone's own lock is as good as gone.
fn hint_of(row: &Row<'_>, kind: Kind) -> Result<EnrolHint, Reason> {
    let is_sealed = !row.text("encrypted_oath_secret_key")?.is_empty();
    let reason = if is_sealed { MissingReason::DeviceKeyGone } else { MissingReason::NotInImport };
    let type_name = if kind == Kind::WorkOrSchool { "" } else { "totp" };
    Ok(EnrolHint { reason, type_name: type_name.to_owned(), device_sealed: None })
}

#[cfg(test)]
mod tests {
    use super::Microsoft;
    use crate::account::{Credential, Kind, MissingReason};
    use crate::formats::testing::{KEY, database, names, plain};
    use crate::formats::{Imported, Reason, Remark};

    fn read(rows: &str) -> Imported {
        let columns = "_id INTEGER PRIMARY KEY, name TEXT NOT NULL, username TEXT, oath_secret_key TEXT, \
                       account_type INTEGER, encrypted_oath_secret_key TEXT";
        plain(&Microsoft, database(&format!("CREATE TABLE `accounts` ({columns}); INSERT INTO accounts VALUES {rows}")))
    }

    #[test]
    fn third_party_keys_are_base32_and_personal_ones_base64_with_eight_digits() {
        let imported = read(&format!(
            "(1, 'Example', 'anna', '{}', 0, ''), (2, 'Personal', 'a@example.com', 'AAECAwQFBgcICQoLDA0ODw==', 1, '')",
            KEY.to_lowercase()
        ));
        assert_eq!(names(&imported), [("Example", "anna"), ("Personal", "a@example.com")]);
        let digits: Vec<_> = imported.arrivals.iter().map(|it| (it.params().unwrap().digits(), it.kind)).collect();
        assert_eq!(digits, [(6, Kind::ThirdParty), (8, Kind::Personal { passwordless: false })]);
        assert_eq!(imported.arrivals[1].params().unwrap().expose_key()[..3], [0, 1, 2]);
    }

    #[test]
    fn accounts_without_a_key_come_in_by_name_with_the_reason() {
        let imported = read(
            "(1, 'Personal 2', 'b@example.com', '', 1, ''), (2, 'Contoso', 'b', '', 2, NULL), (3, 'Shop 7', 'b', '', 0, 'AAAA')",
        );
        assert_eq!(names(&imported), [("Personal", "b@example.com"), ("Contoso", "b"), ("Shop 7", "b")]);
        let reasons: Vec<_> = imported
            .arrivals
            .iter()
            .map(|it| match &it.credential {
                Credential::Missing(hint) => (hint.reason, hint.type_name.as_str()),
                other => panic!("{other:?}"),
            })
            .collect();
        let (gone, locked) = (MissingReason::NotInImport, MissingReason::DeviceKeyGone);
        assert_eq!(reasons, [(gone, "totp"), (gone, ""), (locked, "totp")]);
        assert_eq!(imported.notes.iter().filter(|note| note.remark == Remark::KeyMissing).count(), 3);
    }

    #[test]
    fn an_unknown_kind_and_a_bad_key_are_complaints_and_the_others_come_in() {
        let imported = read(&format!(
            "(1, 'A', 'a', '{KEY}', 3, ''), (2, 'B', 'b', '1', 0, ''), (3, 'C', 'c', '!', 1, ''), (4, 'D', 'd', '{KEY}', 0, '')"
        ));
        assert_eq!(names(&imported), [("D", "d")]);
        let titles: Vec<_> = imported.complaints.iter().map(|it| it.title.to_string()).collect();
        assert_eq!(titles, ["A: a", "B: b", "C: c"]);
        assert_eq!(imported.complaints[0].reason, Reason::UnknownType("3".to_owned()));
    }

    #[test]
    fn a_log_beside_the_file_is_remarked_on() {
        let mut bytes = database(&format!(
            "CREATE TABLE accounts (name, username, oath_secret_key, account_type);
             INSERT INTO accounts VALUES ('A', 'a', '{KEY}', 0)"
        ));
        bytes[18..20].copy_from_slice(&[2, 2]);
        let imported = plain(&Microsoft, bytes);
        assert_eq!(imported.notes.iter().map(|note| &note.remark).collect::<Vec<_>>(), [&Remark::LogBeside]);
    }
}
