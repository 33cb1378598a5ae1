//! Importing an encrypted Aegis file: open it (scrypt costs the same whatever lies in it), read it, compare it with the
//! book, and take it in.

mod support;

use divan::Bencher;
use pulih::account::Book;
use pulih::edge::SystemEntropy;
use pulih::formats::{Imported, Parsed, by_id};
use pulih::ops::import::{OnDuplicate, apply, plan, read_bytes};
use support::{NOW, SIZES, book, growth, heading};
use zeroize::Zeroizing;

const PASSWORD: &str = "for a bench only";

fn main() {
    divan::main();
    heading();
    growth("write an encrypted file", book, |book| file(book).len());
    growth("open and read it", |size| file(&book(size)), |bytes| read(bytes).arrivals.len());
    growth("all of it, into an empty book", |size| file(&book(size)), |bytes| import(bytes, &mut Book::default()));
    growth(
        "all of it, into the same book",
        |size| (file(&book(size)), book(size)),
        |(bytes, book)| import(bytes, book),
    );
    growth(
        "a group for every second account",
        |size| file(&in_groups(size)),
        |bytes| import(bytes, &mut Book::default()),
    );
    growth(
        "all of it, in place of the same",
        |size| (file(&in_groups(size)), in_groups(size)),
        |(bytes, book)| import_as(bytes, book, OnDuplicate::Replace),
    );
}

/// As many groups as half the accounts: what is looked up for each must not be looked for among all.
fn in_groups(size: usize) -> Book {
    let mut book = book(size);
    let groups = (0..size).map(|place| format!("Group {}", place / 2));
    book.all_mut().zip(groups).for_each(|(account, group)| account.groups = vec![group.into()]);
    Book::new(book.into_accounts(), Vec::new())
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn import_encrypted(bencher: Bencher<'_, '_>, accounts: usize) {
    let bytes = file(&book(accounts));
    bencher.bench_local(|| import(&bytes, &mut Book::default()));
}

#[expect(clippy::expect_used, reason = "a bench stops where something is not as it must be")]
fn file(book: &Book) -> Zeroizing<Vec<u8>> {
    let target = by_id("aegis").and_then(|format| format.target()).expect("Aegis files are written");
    let accounts: Vec<_> = book.live().collect();
    target.write(&accounts, Some(PASSWORD), &SystemEntropy).expect("a file")
}

#[expect(clippy::expect_used, clippy::panic, reason = "a bench stops where something is not as it must be")]
fn read(bytes: &[u8]) -> Imported {
    match read_bytes(bytes.to_vec(), Some("aegis.json"), None).expect("a file that is known") {
        Parsed::Locked(locked) => locked.open(PASSWORD).expect("a file that opens"),
        Parsed::Plain(_) => panic!("an encrypted file asks for its password"),
    }
}

fn import(bytes: &[u8], book: &mut Book) -> usize {
    import_as(bytes, book, OnDuplicate::Skip)
}

#[expect(clippy::expect_used, reason = "a bench stops where something is not as it must be")]
fn import_as(bytes: &[u8], book: &mut Book, policy: OnDuplicate) -> usize {
    let planned = plan(read(bytes), book);
    apply(planned, book, policy, NOW, &SystemEntropy).expect("ids can be drawn");
    book.all().len()
}
