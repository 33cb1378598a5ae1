//! Reading a language's sentences, which every start of the program waits for, and saying one.

use divan::Bencher;
use pulih::text::Text;
use pulih::words::{Catalog, Language};

fn main() {
    divan::main();
}

#[divan::bench]
fn read_a_language() -> Catalog {
    Catalog::new(Language::Sv)
}

#[divan::bench]
fn say_a_sentence(bencher: Bencher<'_, '_>) {
    let words = Catalog::new(Language::Sv);
    bencher.bench_local(|| words.say(&Text::new("badge-sign-in")));
}
