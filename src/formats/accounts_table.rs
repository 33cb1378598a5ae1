//! The table `accounts` as Google Authenticator once made it and Authenticator Plus took it over: a row an account.

use data_encoding::HEXLOWER_PERMISSIVE;

use crate::account::{Credential, MissingReason};
use crate::formats::gathering::{Gathering, title};
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::sqlite::{Database, Row, Table};
use crate::formats::{Arrival, FormatError, Reason, Spot};
use crate::otp::OtpKey;
use crate::secret::Secret;

/// The name of the table.
pub(in crate::formats) const TABLE: &str = "accounts";

/// Whether a table is such a one.
pub(in crate::formats) fn is_it(table: &Table) -> bool {
    ["email", "secret", "type"].iter().all(|column| table.has(column))
}

/// Takes all rows in.
///
/// # Errors
/// [`FormatError::TooMany`].
pub(in crate::formats) fn gather(
    gathering: &mut Gathering,
    database: &Database<'_>,
    table: &Table,
) -> Result<(), FormatError> {
    for (item, row) in (1..).zip(database.rows(table)) {
        let (title, entry) = match row {
            Ok(row) => (label(&row), arrival(&row)),
            Err(reason) => (String::new(), Err(reason)),
        };
        gathering.settle(Spot::Item(item), &title, entry)?;
    }
    Ok(())
}

fn label(row: &Row<'_>) -> String {
    let text = |column| row.text(column).unwrap_or_default();
    title(&text("issuer"), &text("email"))
}

fn arrival(row: &Row<'_>) -> Result<Arrival, Reason> {
    let (issuer, email, group) = (row.text("issuer")?, row.text("email")?, row.text("category")?);
    let (issuer, name) = parted(issuer.trim(), email.trim());
    // A key under the phone's own lock is no use here; the account is.
    if row.count("isencrypted")?.unwrap_or(0) != 0 {
        let mut arrival = Arrival::new(issuer, name, None);
        if let Credential::Missing(hint) = &mut arrival.credential {
            hint.reason = MissingReason::DeviceKeyGone;
        }
        return Ok(arrival);
    }
    let mut arrival = Arrival::new(issuer, name, key(row)?);
    if !group.is_empty() && *group != *NO_GROUP {
        arrival.groups.push(group.as_str().into());
    }
    Ok(arrival)
}

/// What Authenticator Plus calls the list of all accounts, which is no group.
const NO_GROUP: &str = "All Accounts";

fn key(row: &Row<'_>) -> Result<Option<crate::otp::uri::UriKey>, Reason> {
    let secret = row.text("secret")?;
    if secret.trim().is_empty() {
        return Ok(None);
    }
    let (type_, digits) = match row.count("type")?.ok_or(Reason::BadField("type"))? {
        0 => (CodeType::Totp, None),
        1 => (CodeType::Hotp, None),
        // Battle.net, whose keys stand there in hexadecimal.
        2 => (CodeType::Totp, Some(8)),
        other => return Err(Reason::UnknownType(other.to_string())),
    };
    let raw = RawCode { type_, algorithm: "", digits, period: None, counter: row.count("counter")?, pin: "" };
    let key = match digits {
        Some(_) => {
            let bytes = HEXLOWER_PERMISSIVE.decode(secret.trim().as_bytes()).map_err(|_| Reason::BadField("secret"))?;
            OtpKey::new(Secret::taken(bytes))?
        }
        None => OtpKey::from_base32(&secret)?,
    };
    raw.with_key(key).map(Some)
}

/// Issuer and name: the name is often written behind the issuer, and older rows have the issuer only there.
fn parted<'a>(issuer: &'a str, email: &'a str) -> (&'a str, &'a str) {
    if issuer.is_empty() {
        return email.split_once(':').map_or(("", email), |(issuer, name)| (issuer.trim(), name.trim()));
    }
    let rest = email.strip_prefix(issuer).and_then(|rest| rest.trim_start().strip_prefix(':'));
    (issuer, rest.map_or(email, str::trim))
}
