//! Tables as spreadsheets and password managers write them (RFC 4180, made tolerant): a header by whose names the
//! cells are found, `,` `;` or tab between cells, quoted cells with line breaks, rows that are longer or shorter than
//! the header. What the columns mean is for each format.

use std::borrow::Cow;
use std::fmt;

use zeroize::Zeroize;

use crate::formats::{FormatError, MOST_ENTRIES};

/// What may stand between cells, the likeliest first.
const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// The most columns that are looked at; the widest format in use has 21.
const MOST_COLUMNS: usize = 256;

/// A table with a header.
pub(in crate::formats) struct Table<'a> {
    header: Vec<String>,
    rows: Vec<Row<'a>>,
}

/// A row that is not blank.
pub(in crate::formats) struct Row<'a> {
    /// The line in which it begins, from 1.
    pub(in crate::formats) line: usize,
    cells: Vec<Cell<'a>>,
}

/// A cell: a piece of the text, or a copy without the doubled quotes, which is wiped.
struct Cell<'a>(Cow<'a, str>);

impl Drop for Cell<'_> {
    fn drop(&mut self) {
        if let Cow::Owned(text) = &mut self.0 {
            text.zeroize();
        }
    }
}

impl<'a> Table<'a> {
    /// Reads all rows. Blank lines are passed over.
    ///
    /// # Errors
    /// [`FormatError::NotRecognised`] without a header, [`FormatError::TooMany`].
    pub(in crate::formats) fn parse(text: &'a str) -> Result<Self, FormatError> {
        let mut reader = Reader::new(text);
        let header = reader.next().ok_or(FormatError::NotRecognised)?;
        let header = header.cells.iter().map(|cell| folded(&cell.0)).collect();
        let mut rows = Vec::new();
        for row in reader {
            if rows.len() > MOST_ENTRIES {
                return Err(FormatError::TooMany);
            }
            rows.push(row);
        }
        Ok(Self { header, rows })
    }

    /// The rows.
    pub(in crate::formats) fn rows(&self) -> &[Row<'a>] {
        &self.rows
    }

    /// Whether the header has this name, in any case.
    pub(in crate::formats) fn has(&self, name: &str) -> bool {
        self.header.iter().any(|known| known == name)
    }

    /// The cell of the first of these names that the header has; empty where the row ends before it.
    pub(in crate::formats) fn cell<'r>(&self, row: &'r Row<'_>, names: &[&str]) -> &'r str {
        let column = names.iter().find_map(|name| self.header.iter().position(|known| known == name));
        column.and_then(|column| row.cells().nth(column)).unwrap_or_default()
    }

    /// The cells of all columns whose name begins so, in their order: exports number what they have several of.
    pub(in crate::formats) fn cells_of<'r>(&self, row: &'r Row<'_>, beginning: &str) -> impl Iterator<Item = &'r str> {
        let is_meant = |(name, _): &(&String, &str)| name.starts_with(beginning);
        self.header.iter().zip(row.cells()).filter(is_meant).map(|(_, cell)| cell).collect::<Vec<_>>().into_iter()
    }
}

impl Row<'_> {
    /// The cells, trimmed.
    pub(in crate::formats) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.0.trim())
    }
}

impl fmt::Debug for Table<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Table({} columns, {} rows)", self.header.len(), self.rows.len())
    }
}

/// The names of the header in lower case; none for a text whose first line is no header of at least two columns.
pub(in crate::formats) fn header(text: &str) -> Vec<String> {
    // A header with a bracket or a URI is a line of another format.
    let line = text.trim_start().lines().next().unwrap_or_default();
    if line.starts_with(['{', '[', '<', '#']) || line.contains("://") {
        return Vec::new();
    }
    let names: Vec<String> = Reader::new(text).next().map(|row| row.cells().map(folded).collect()).unwrap_or_default();
    if names.len() > 1 { names } else { Vec::new() }
}

/// A name as it is compared: in lower case, without blanks at its ends.
fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Reads rows one by one.
struct Reader<'a> {
    rest: &'a str,
    line: usize,
    delimiter: char,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        // Spreadsheets take a first line `sep=;` as a word about the delimiter.
        match text.split_once('\n').filter(|(first, _)| first.trim().to_ascii_lowercase().starts_with("sep=")) {
            Some((_, rest)) => Self { rest, line: 2, delimiter: delimiter(rest) },
            None => Self { rest: text, line: 1, delimiter: delimiter(text) },
        }
    }

    /// The next cell and whether the row ends with it.
    fn cell(&mut self) -> (Cell<'a>, bool) {
        let blanks = self.rest.len() - self.rest.trim_start_matches(' ').len();
        let quoted = self.rest.get(blanks..).and_then(|rest| rest.strip_prefix('"'));
        let inside = quoted.map(quoted_length);
        let (cell, rest) = match (quoted, inside) {
            (Some(quoted), Some(Some(length))) => {
                let inside = quoted.get(..length).unwrap_or_default();
                (unquoted(inside), quoted.get(length + 1..).unwrap_or_default())
            }
            // No quote, or one that is never closed: then it is a quote and nothing else.
            _ => (Cow::Borrowed(""), self.rest),
        };
        let end = rest.find([self.delimiter, '\n']).unwrap_or(rest.len());
        // Behind a closing quote there should be nothing; what is there all the same is kept.
        let tail = rest.get(..end).unwrap_or_default();
        let cell = match (cell.is_empty(), tail.trim().is_empty()) {
            (true, _) => Cow::Borrowed(tail),
            (false, true) => cell,
            (false, false) => Cow::Owned(cell.into_owned() + tail),
        };
        let after = rest.get(end..).unwrap_or_default();
        let is_last = !after.starts_with(self.delimiter);
        let next = after.get(1..).unwrap_or_default();
        let passed = self.rest.len() - next.len();
        self.line += self.rest.get(..passed).unwrap_or_default().matches('\n').count();
        self.rest = next;
        (Cell(cell), is_last)
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        while !self.rest.is_empty() {
            let line = self.line;
            let mut cells = Vec::new();
            loop {
                let (cell, is_last) = self.cell();
                if cells.len() < MOST_COLUMNS {
                    cells.push(cell);
                }
                if is_last {
                    break;
                }
            }
            if cells.iter().any(|cell| !cell.0.trim().is_empty()) {
                return Some(Row { line, cells });
            }
        }
        None
    }
}

/// How long what stands between quotes is; `None` where they are not closed.
fn quoted_length(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text.get(at..)?.find('"')?;
        match text.get(at + 1..) {
            Some(after) if after.starts_with('"') => at += 2,
            _ => return Some(at),
        }
    }
}

fn unquoted(inside: &str) -> Cow<'_, str> {
    if !inside.contains('"') {
        return Cow::Borrowed(inside);
    }
    // As long as the source at most, so that it never grows and leaves a copy behind.
    let mut text = String::with_capacity(inside.len());
    let mut was_quote = false;
    for character in inside.chars() {
        was_quote = character == '"' && !was_quote;
        if !was_quote {
            text.push(character);
        }
    }
    Cow::Owned(text)
}

/// The one that the first line has most of.
fn delimiter(text: &str) -> char {
    let line = text.trim_start().lines().next().unwrap_or_default();
    let count = |delimiter: &char| line.matches(*delimiter).count();
    // `max_by_key` takes the last of equals; the likeliest comes first in the list.
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Reader, Table, header};

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        Reader::new(text).map(|row| (row.line, row.cells.iter().map(|cell| cell.0.to_string()).collect())).collect()
    }

    #[test]
    fn cells_are_found_by_the_header_in_any_case_and_order() {
        let table = Table::parse("\n Title ,OTPAuth\r\nExample, x \r\n\r\nshort").unwrap();
        assert!(table.has("title") && table.has("otpauth") && !table.has("url"));
        let cells: Vec<_> = table.rows().iter().map(|row| (row.line, table.cell(row, &["otpauth"]))).collect();
        assert_eq!(cells, [(3, "x"), (5, "")]);
        assert_eq!(table.cell(&table.rows()[0], &["name", "title"]), "Example");
        assert_eq!(table.cell(&table.rows()[0], &["gone"]), "");
    }

    #[test]
    fn quotes_hold_delimiters_line_breaks_and_quotes() {
        let text = "a,b\n\"1,\n\"\"2\"\"\",\"\"\n\"x\" y,z\"z\n\"never closed,q";
        let expected = [
            (1, vec!["a", "b"]),
            (2, vec!["1,\n\"2\"", ""]),
            (4, vec!["x y", "z\"z"]),
            (5, vec!["\"never closed", "q"]),
        ];
        let expected: Vec<(usize, Vec<String>)> =
            expected.into_iter().map(|(line, row)| (line, row.into_iter().map(str::to_owned).collect())).collect();
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn semicolons_and_tabs_are_told_from_commas_by_the_header() {
        for text in ["a;b\n1;2,5", "a\tb\n1\t2,5", "sep=;\na;b\n1;2,5"] {
            let table = Table::parse(text).unwrap();
            assert_eq!(table.cell(&table.rows()[0], &["b"]), "2,5");
        }
        assert_eq!(Table::parse("a,b;c\n1,2").map(|table| table.has("b;c")), Ok(true));
    }

    #[test]
    fn columns_of_one_beginning_come_in_their_order() {
        let table = Table::parse("otpUrl,x,otpUrl 2\n1,2,3").unwrap();
        assert_eq!(table.cells_of(&table.rows()[0], "otpurl").collect::<Vec<_>>(), ["1", "3"]);
    }

    #[test]
    fn json_and_lines_of_uris_have_no_header() {
        for text in ["", "one", "{\"a\":1,\"b\":2}", "otpauth://totp/a?x=1,otpauth://totp/b", "<a>,<b>"] {
            assert!(header(text).is_empty(), "{text}");
        }
        assert_eq!(header("A,b\n"), ["a", "b"]);
        assert_eq!(header("sep=,\r\nA,b\n"), ["a", "b"]);
        assert_eq!(rows("sep=,\na,b\n").first().map(|(line, _)| *line), Some(2));
    }

    proptest! {
        #[test]
        fn what_another_writer_writes_is_read_as_it_reads_it(
            table in proptest::collection::vec(proptest::collection::vec("[a-z\"\n, é]{1,6}", 2..5), 1..5)
        ) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            writer.write_record(["a", "b"]).unwrap();
            table.iter().for_each(|row| writer.write_record(row).unwrap());
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let ours: Vec<Vec<String>> = rows(&text).into_iter().skip(1).map(|(_, row)| row).collect();
            // Rows without a single letter are blank to us, and blanks before a quote are no part of a cell.
            let is_said = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
            prop_assert_eq!(ours, table.iter().filter(is_said).cloned().collect::<Vec<_>>());
        }

        #[test]
        fn nothing_makes_it_panic(text in "[\"a,;\t\r\n]{0,40}") {
            let _ = Table::parse(&text);
            let _ = header(&text);
        }
    }
}
