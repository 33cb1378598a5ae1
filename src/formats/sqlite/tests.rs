//! Databases that SQLite itself writes, read here.

use crate::formats::sqlite::Database;
use crate::formats::testing::database as written;
use crate::formats::{FormatError, Reason};

/// Numbers and texts of the table `t`.
fn rows(bytes: &[u8]) -> Vec<(Option<i64>, String)> {
    let database = Database::parse(bytes).unwrap();
    let table = database.table("t").unwrap();
    let rows = database.rows(table).map(Result::unwrap);
    rows.map(|row| (row.number("n").unwrap(), row.text("x").unwrap().to_string())).collect()
}

#[test]
fn numbers_of_every_size_and_texts_come_as_they_were_written() {
    let numbers = [0, 1, -1, 127, -128, 32_767, -8_388_608, 1 << 31, -(1 << 40), i64::MAX, i64::MIN];
    let values: Vec<String> = numbers.iter().map(|number| format!("({number}, 'å{number}')")).collect();
    let bytes = written(&format!("CREATE TABLE T (N INTEGER, \"X\" TEXT); INSERT INTO T VALUES {}", values.join(",")));
    let expected: Vec<_> = numbers.iter().map(|number| (Some(*number), format!("å{number}"))).collect();
    assert_eq!(rows(&bytes), expected);
}

#[test]
fn thousands_of_rows_and_texts_of_many_pages_come_in_order_whatever_the_size_of_a_page() {
    for size in [512, 1024, 4096, 65_536] {
        let sql = format!(
            "PRAGMA page_size = {size}; CREATE TABLE t (n, x); CREATE INDEX i ON t (x);
             WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n < 2999)
             INSERT INTO t SELECT n, printf('%.*c', n % 500 * 7 + 1, 'x') FROM c"
        );
        let rows = rows(&written(&sql));
        assert_eq!(rows.len(), 3000);
        assert!(
            (0_i64..).zip(&rows).all(|(at, (n, x))| *n == Some(at) && x.len() as i64 == at % 500 * 7 + 1),
            "{size}"
        );
    }
}

#[test]
fn texts_in_utf_16_are_read_and_rows_older_than_a_column_lack_it() {
    for encoding in ["UTF-16le", "UTF-16be"] {
        let sql = format!(
            "PRAGMA encoding = '{encoding}'; CREATE TABLE t (n); INSERT INTO t VALUES (5), ('7');
             ALTER TABLE t ADD COLUMN x TEXT; INSERT INTO t VALUES (6, 'å😀')"
        );
        let expected = [(Some(5), String::new()), (Some(7), String::new()), (Some(6), "å😀".to_owned())];
        assert_eq!(rows(&written(&sql)), expected);
    }
}

#[test]
fn what_is_no_number_and_no_text_is_said_to_be_none() {
    let bytes = written("CREATE TABLE t (n, x); INSERT INTO t VALUES (1.5, x'00ff'), ('x', -1)");
    let database = Database::parse(&bytes).unwrap();
    let rows: Vec<_> = database.rows(database.table("t").unwrap()).map(Result::unwrap).collect();
    assert_eq!(rows[0].number("n"), Err(Reason::BadField("n")));
    assert_eq!(rows[0].text("x"), Err(Reason::BadField("x")));
    assert_eq!(rows[1].number("n"), Err(Reason::BadField("n")));
    assert_eq!(rows[1].count("x"), Err(Reason::BadField("x")));
    assert_eq!(rows[1].text("nothing").unwrap().as_str(), "");
}

#[test]
fn a_log_beside_the_file_is_seen_in_its_header() {
    let mut bytes = written("CREATE TABLE t (n)");
    assert!(!Database::parse(&bytes).unwrap().is_logged());
    bytes[18..20].copy_from_slice(&[2, 2]);
    assert!(Database::parse(&bytes).unwrap().is_logged());
}

#[test]
fn a_page_that_points_to_itself_ends_and_is_said_to_be_damaged() {
    let mut bytes = written(
        "PRAGMA page_size = 512; CREATE TABLE t (n, x);
         WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n < 200)
         INSERT INTO t SELECT n, printf('%.*c', 90, 'x') FROM c",
    );
    let whole = rows(&bytes).len();
    // The second page is the root of the table; its right-most pointer is made to point to the page itself.
    assert_eq!(bytes[512], 0x05);
    bytes[520..524].copy_from_slice(&2_u32.to_be_bytes());
    let database = Database::parse(&bytes).unwrap();
    let rows: Vec<_> = database.rows(database.table("t").unwrap()).collect();
    assert_eq!(rows.iter().filter(|row| row.is_err()).count(), 1);
    assert!(matches!(rows.last(), Some(Err(Reason::DamagedPage))) && rows.len() < whole && rows.len() > 100);
}

#[test]
fn rows_never_have_more_bytes_than_the_file() {
    let mut bytes =
        written("PRAGMA page_size = 4096; CREATE TABLE t (n, x); INSERT INTO t VALUES (1, printf('%.*c', 3000, 'x'))");
    // The second page says that it has the same row a thousand times.
    let cell: [u8; 2] = bytes[4096 + 8..4096 + 10].try_into().unwrap();
    bytes[4096 + 3..4096 + 5].copy_from_slice(&400_u16.to_be_bytes());
    (0..400).for_each(|place| bytes[4096 + 8 + 2 * place..][..2].copy_from_slice(&cell));
    let database = Database::parse(&bytes).unwrap();
    let read = database.rows(database.table("t").unwrap()).filter(Result::is_ok).count();
    assert!((1..=2).contains(&read), "{read}");
}

#[test]
fn no_cut_or_changed_database_makes_anything_panic() {
    let whole = written(
        "PRAGMA page_size = 512; CREATE TABLE t (n, x); INSERT INTO t VALUES (1, 'one'), (2, printf('%.*c', 2000, 'x'))",
    );
    let read = |bytes: &[u8]| {
        let Ok(database) = Database::parse(bytes) else { return };
        let Some(table) = database.table("t") else { return };
        for row in database.rows(table).flatten() {
            drop((row.text("x"), row.number("n")));
        }
    };
    for at in 0..whole.len() {
        read(&whole[..at]);
        for flip in [0x01, 0x80, 0xff] {
            let mut changed = whole.clone();
            changed[at] ^= flip;
            read(&changed);
        }
    }
    assert_eq!(Database::parse(b"SQLite format 3\0").err(), Some(FormatError::Damaged("SQLite")));
    assert_eq!(Database::parse(b"SQLite format 4\0").err(), Some(FormatError::NotRecognised));
}
