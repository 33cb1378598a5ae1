//! The tables of password managers: each row an entry, told by the names in the header.

use crate::formats::csv_table::{Row, Table};
use crate::formats::login::{Login, Logins};
use crate::formats::{Foreign, FormatError, Parsed, Spot};

/// What a row says, by the columns of one app.
pub(in crate::formats) type ReadRow = for<'r> fn(&Table<'_>, &'r Row<'_>) -> Login<'r>;

/// Reads a table row by row.
///
/// # Errors
/// [`FormatError::NotRecognised`] for what is no table, [`FormatError::TooMany`], [`FormatError::NoAccounts`].
pub(in crate::formats) fn parse(
    format: &'static str,
    file: &Foreign,
    read_row: ReadRow,
) -> Result<Parsed, FormatError> {
    let table = Table::parse(file.text().ok_or(FormatError::NotRecognised)?)?;
    let mut logins = Logins::new(format);
    for row in table.rows() {
        logins.take(Spot::Line(row.line), &read_row(&table, row))?;
    }
    Ok(Parsed::Plain(logins.finish()?))
}

/// Yes as tables write it; anything else is no.
pub(in crate::formats) fn is_yes(cell: &str) -> bool {
    matches!(cell.to_ascii_lowercase().as_str(), "1" | "true" | "yes")
}
