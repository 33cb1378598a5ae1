//! Tables and JSON lists without an app: rows and objects that name the parts of a code one by one.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::formats::csv_table::{Row, Table, header};
use crate::formats::gathering::Gathering;
use crate::formats::plain_row::{CODE, ISSUER, NAME, SECRET, Say, Taken, URI, is_account_uri, take};
use crate::formats::{Foreign, FormatError, Imported, Parsed, Reason, Remark, Spot, uri_entry};

/// Reads a file that is a JSON list or else a table.
///
/// # Errors
/// [`FormatError`] when it is neither.
pub(in crate::formats) fn read(format: &'static str, file: &Foreign) -> Result<Parsed, FormatError> {
    let imported = match items(file) {
        Some(items) => list(format, items)?,
        None => table(format, file.text().ok_or(FormatError::NotRecognised)?)?,
    };
    Ok(Parsed::Plain(imported))
}

/// The items of a file that is a JSON list, or an object with one list in it.
pub(in crate::formats) fn items(file: &Foreign) -> Option<&[Value]> {
    let json = file.json()?;
    json.items().or_else(|| {
        let mut lists = json.fields()?.iter().filter_map(|(_, value)| value.as_array());
        lists.next().filter(|_| lists.next().is_none()).map(Vec::as_slice)
    })
}

/// Whether a text is a table with columns that codes could come from.
pub(in crate::formats) fn is_table(text: &str) -> bool {
    let names = header(text);
    let has = |known: &[&str]| names.iter().any(|name| known.contains(&name.as_str()));
    let has_names = has(ISSUER) || has(NAME);
    (has(SECRET) || has(CODE)) && has_names || (has_names || has(URI)) && text.contains("otpauth://")
}

/// Whether a list has objects that codes could come from, or URIs.
pub(in crate::formats) fn is_list(items: &[Value]) -> bool {
    let is_row = |item: &Map<String, Value>| {
        let row = Object(item);
        !row.say(SECRET).is_empty() || row.uri().is_some()
    };
    let is_one = |item: &Value| match item {
        Value::Object(item) => Some(is_row(item)),
        Value::String(text) => Some(is_account_uri(text)),
        _ => None,
    };
    items.iter().find_map(is_one).unwrap_or(false)
}

/// Reads a table.
///
/// # Errors
/// [`FormatError`].
fn table(format: &'static str, text: &str) -> Result<Imported, FormatError> {
    let table = Table::parse(text)?;
    let must_have_key = table.has("password");
    let mut rows = Rows::new(format);
    for row in table.rows() {
        let line = Line { table: &table, row };
        rows.take(Spot::Line(row.line), &line, must_have_key)?;
    }
    rows.finish()
}

/// Reads a JSON list of objects or URIs.
///
/// # Errors
/// [`FormatError`].
fn list(format: &'static str, items: &[Value]) -> Result<Imported, FormatError> {
    let mut rows = Rows::new(format);
    for (number, item) in (1..).zip(items) {
        let spot = Spot::Item(number);
        match item {
            Value::Object(item) => rows.take(spot, &Object(item), item.contains_key("password"))?,
            Value::String(text) if is_account_uri(text) => uri_entry::take(&mut rows.gathering, spot, text.trim())?,
            _ => rows.gathering.complain(spot, "", Reason::NotAnEntry)?,
        }
    }
    rows.finish()
}

/// Rows that are taken in one by one, those without a code counted.
struct Rows {
    gathering: Gathering,
    without_code: usize,
}

impl Rows {
    fn new(format: &'static str) -> Self {
        Self { gathering: Gathering::new(format), without_code: 0 }
    }

    fn take(&mut self, spot: Spot, row: &impl Say, must_have_key: bool) -> Result<(), FormatError> {
        if take(&mut self.gathering, spot, row, must_have_key)? == Taken::WithoutCode {
            self.without_code += 1;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Imported, FormatError> {
        if self.without_code > 0 {
            self.gathering.note_on_file(Remark::WithoutCode(self.without_code));
        }
        self.gathering.finish()
    }
}

/// A row of a table.
struct Line<'a> {
    table: &'a Table<'a>,
    row: &'a Row<'a>,
}

impl Say for Line<'_> {
    fn say(&self, names: &[&str]) -> Cow<'_, str> {
        let cells = names.iter().map(|name| unguarded(self.table.cell(self.row, &[name])));
        Cow::Borrowed(first_said(cells))
    }

    fn uri(&self) -> Option<Cow<'_, str>> {
        self.row.cells().map(unguarded).find(|cell| is_account_uri(cell)).map(Cow::Borrowed)
    }
}

fn first_said<'a>(mut texts: impl Iterator<Item = &'a str>) -> &'a str {
    texts.find(|text| !text.is_empty()).unwrap_or_default()
}

/// Without the apostrophe that keeps a spreadsheet from taking the cell for a formula.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// A JSON object. Names are compared in any case.
struct Object<'a>(&'a Map<String, Value>);

impl Say for Object<'_> {
    fn say(&self, names: &[&str]) -> Cow<'_, str> {
        let value = |name: &&str| self.0.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, it)| it);
        names.iter().filter_map(value).map(said).find(|text| !text.is_empty()).unwrap_or_default()
    }

    fn uri(&self) -> Option<Cow<'_, str>> {
        self.0.values().filter_map(Value::as_str).find(|text| is_account_uri(text)).map(Cow::Borrowed)
    }
}

/// A value as a cell would have it. Keys and URIs are texts, so that no copy of them is made here.
fn said(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(";").into(),
        Value::Bool(is) => Cow::Borrowed(if *is { "true" } else { "" }),
        Value::Number(number) => number.to_string().into(),
        Value::Null | Value::Object(_) => Cow::Borrowed(""),
        Value::String(text) => Cow::Borrowed(text.trim()),
    }
}
