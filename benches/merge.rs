//! Merging books and telling them apart: every account of one is looked for in the other, and must not be looked for
//! among all.

mod support;

use divan::Bencher;
use pulih::account::{Account, AccountId, Book};
use pulih::edge::SystemEntropy;
use pulih::restore::merge::{Choice, merge, plan};
use pulih::restore::{Difference, Report};
use support::{NOW, SIZES, book, growth, heading};

fn main() {
    divan::main();
    heading();
    growth("what differs, known by id", |size| (book(size), book(size)), |(one, other)| between(one, other));
    growth("what differs, known by names", |size| (book(size), renumbered(size)), |(one, other)| between(one, other));
    growth("a merge of the same, in its place", |size| (book(size), book(size)), |(one, other)| merged(one, other));
    growth("a merge of the same, by names", |size| (renumbered(size), book(size)), |(one, other)| merged(one, other));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn merge_known_by_names(bencher: Bencher<'_, '_>, accounts: usize) {
    let (theirs, mut mine) = (renumbered(accounts), book(accounts));
    bencher.bench_local(|| merged(&theirs, &mut mine));
}

/// The same accounts with other ids, as another program's export brings them back.
fn renumbered(size: usize) -> Book {
    let mut book = book(size);
    book.all_mut().zip(0u128..).for_each(|(account, place)| account.id = AccountId((place | 1 << 100).to_be_bytes()));
    book
}

fn between(earlier: &Book, later: &Book) -> usize {
    Difference::between(earlier, later).same
}

/// Theirs wins everywhere, so that every account is put in the place of one.
#[expect(clippy::expect_used, reason = "a bench stops where something is not as it must be")]
fn merged(theirs: &Book, mine: &mut Book) -> usize {
    let incoming = Book::new(theirs.all().iter().map(Account::duplicate).collect(), theirs.groups().to_vec());
    let mut plan = plan(incoming, mine);
    plan.rows.iter_mut().for_each(|row| row.choice = Choice::TakeTheirs);
    let merged = merge(plan, mine, NOW, &SystemEntropy).expect("ids can be drawn");
    Report::of_merge(&merged, mine).merged
}
