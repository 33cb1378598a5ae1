//! Tables of other apps' databases (SQLite 3, <https://sqlite.org/fileformat2.html>), read page by page in memory.
//! Nothing of the file is carried out: no view, trigger, index or expression. Which table means what is for each format.

mod columns;
mod pages;
mod record;

use std::borrow::Cow;

use zeroize::Zeroizing;

use crate::formats::sqlite::pages::{Leaf, Pages};
use crate::formats::sqlite::record::{Encoding, Record, Value};
use crate::formats::{FormatError, Reason};

/// How a database begins.
pub(in crate::formats) const MAGIC: &[u8] = b"SQLite format 3\0";

/// Where the list of all tables begins, and what its columns are.
const SCHEMA_ROOT: u32 = 1;
const SCHEMA: [&str; 5] = ["type", "name", "tbl_name", "rootpage", "sql"];

/// A database in memory.
pub(in crate::formats) struct Database<'a> {
    pages: Pages<'a>,
    encoding: Encoding,
    tables: Vec<Table>,
    is_logged: bool,
}

/// A table, as the database lists it. Names are in lower case: SQLite does not tell `Name` from `name`.
#[derive(Debug)]
pub(in crate::formats) struct Table {
    name: String,
    root: u32,
    columns: Vec<String>,
}

impl Table {
    /// Whether there is a column of this name, in lower case.
    pub(in crate::formats) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|known| known == column)
    }
}

impl<'a> Database<'a> {
    /// Reads the list of tables.
    ///
    /// # Errors
    /// [`FormatError::NotRecognised`] for another file, [`FormatError::Damaged`].
    pub(in crate::formats) fn parse(bytes: &'a [u8]) -> Result<Self, FormatError> {
        if !bytes.starts_with(MAGIC) {
            return Err(FormatError::NotRecognised);
        }
        let pages = Pages::parse(bytes).ok_or_else(damaged)?;
        let encoding = Encoding::of(bytes).ok_or_else(damaged)?;
        let is_logged = bytes.get(18..20).is_some_and(|versions| versions.contains(&2));
        let mut database = Self { pages, encoding, tables: Vec::new(), is_logged };
        database.tables = database.listed()?;
        Ok(database)
    }

    /// Whether the app writes to a log beside the file first: the file alone may then be older than what the app shows.
    pub(in crate::formats) const fn is_logged(&self) -> bool {
        self.is_logged
    }

    /// The table of this name, in lower case.
    pub(in crate::formats) fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// The rows of a table, in the order of their numbers. What cannot be read is a reason in its place.
    pub(in crate::formats) fn rows<'t>(&'t self, table: &'t Table) -> impl Iterator<Item = Result<Row<'t>, Reason>> {
        self.records(table.root).map(|record| Ok(Row { record: record?, columns: Cow::Borrowed(&table.columns) }))
    }

    fn records(&self, root: u32) -> impl Iterator<Item = Result<Record, Reason>> {
        let mut budget = self.pages.budget();
        self.pages.leaves(root).into_iter().flat_map(move |leaf| {
            let records = match leaf {
                Leaf::Page(page) => page.payloads(&self.pages, &mut budget).map(Self::record(self.encoding)).collect(),
                Leaf::Unreadable => vec![Err(Reason::DamagedPage)],
            };
            records.into_iter()
        })
    }

    fn record(encoding: Encoding) -> impl Fn(Option<Zeroizing<Vec<u8>>>) -> Result<Record, Reason> {
        move |payload| payload.and_then(|payload| Record::parse(payload, encoding)).ok_or(Reason::NotAnEntry)
    }

    fn listed(&self) -> Result<Vec<Table>, FormatError> {
        let columns: Vec<String> = SCHEMA.iter().map(|&name| name.to_owned()).collect();
        let mut tables = Vec::new();
        for record in self.records(SCHEMA_ROOT) {
            let row = Row { record: record.map_err(|_| damaged())?, columns: Cow::Borrowed(&columns) };
            tables.extend(table(&row).map_err(|_| damaged())?);
        }
        Ok(tables)
    }
}

/// A table of the list; `None` for indexes and the like, which have no rows of their own.
fn table(row: &Row<'_>) -> Result<Option<Table>, Reason> {
    let (kind, root) = (row.text("type")?, row.number("rootpage")?);
    let root = root.and_then(|root| u32::try_from(root).ok()).filter(|root| *root > 0);
    match root {
        Some(root) if *kind == "table" => {
            // A table whose columns nobody can name is none that any format looks for.
            let columns = columns::names(&row.text("sql")?).unwrap_or_default();
            Ok(Some(Table { name: row.text("name")?.to_lowercase(), root, columns }))
        }
        _ => Ok(None),
    }
}

fn damaged() -> FormatError {
    FormatError::Damaged("SQLite")
}

/// A row of a table.
pub(in crate::formats) struct Row<'t> {
    record: Record,
    columns: Cow<'t, [String]>,
}

impl Row<'_> {
    /// A text. A column that the row does not have, or that holds nothing, is empty; a number is written out.
    ///
    /// # Errors
    /// [`Reason::BadField`] for bytes and for what is no text.
    pub(in crate::formats) fn text(&self, column: &'static str) -> Result<Zeroizing<String>, Reason> {
        match self.value(column)? {
            Value::Null => Ok(Zeroizing::default()),
            Value::Integer(number) => Ok(Zeroizing::new(number.to_string())),
            Value::Text(text) => Ok(text),
            Value::Other => Err(Reason::BadField(column)),
        }
    }

    /// A whole number; a text of digits is one.
    ///
    /// # Errors
    /// [`Reason::BadField`].
    pub(in crate::formats) fn number(&self, column: &'static str) -> Result<Option<i64>, Reason> {
        match self.value(column)? {
            Value::Null => Ok(None),
            Value::Integer(number) => Ok(Some(number)),
            Value::Text(text) if text.trim().is_empty() => Ok(None),
            Value::Text(text) => text.trim().parse().map(Some).map_err(|_| Reason::BadField(column)),
            Value::Other => Err(Reason::BadField(column)),
        }
    }

    /// A whole number from 0.
    ///
    /// # Errors
    /// [`Reason::BadField`].
    pub(in crate::formats) fn count(&self, column: &'static str) -> Result<Option<u64>, Reason> {
        let number = self.number(column)?.map(u64::try_from).transpose();
        number.map_err(|_| Reason::BadField(column))
    }

    fn value(&self, column: &'static str) -> Result<Value, Reason> {
        let Some(place) = self.columns.iter().position(|known| known == column) else { return Ok(Value::Null) };
        self.record.value(place).ok_or(Reason::BadField(column))
    }
}

#[cfg(test)]
mod tests;
