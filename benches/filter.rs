//! Typing into the search line: what a key costs before anything is drawn.

mod support;

use divan::Bencher;
use pulih::account::{Index, marks};
use support::{SIZES, book, growth, heading};

/// What is typed: common and rare, one word and two, found everywhere and nowhere, letters strewn about.
const QUERIES: [&str; 8] = ["a", "git", "gith", "kultur anna", "fmex", "#work bud", "nobody at all", "försäk"];

fn main() {
    divan::main();
    heading();
    for query in QUERIES {
        growth(&format!("search “{query}”"), |size| Index::new(&book(size)), |index| index.search(query).len());
    }
    growth("mark the letters of 20 rows", book, |book| {
        book.live().take(20).map(|account| marks("ghan", account).name.len()).sum::<usize>()
    });
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn search(bencher: Bencher<'_, '_>, accounts: usize) {
    let index = Index::new(&book(accounts));
    bencher.bench_local(|| index.search("kultur anna").len());
}
