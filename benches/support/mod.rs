//! What the benches share: books of any size, and the table that shows how a cost grows, sizes side by side in one run.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a bench looks at the clock")]
#![expect(clippy::expect_used, reason = "a bench stops where something is not as it must be")]

use std::time::{Duration, Instant};

use pulih::account::{Account, AccountId, Book};
use pulih::moment::Moment;
use pulih::otp::{Algorithm, Digits, OtpKey, OtpParams, Period};
use pulih::secret::Secret;

/// How many accounts.
pub const SIZES: [usize; 3] = [100, 10_000, 100_000];

/// The moment at which everything happens.
pub const NOW: Moment = Moment::from_unix(1_800_000_000);

/// A book of invented accounts, the same each time: services, people, groups, and a note at every fifth.
pub fn book(accounts: usize) -> Book {
    const SERVICES: [&str; 12] = [
        "GitHub",
        "Amazon",
        "Kulturbanken",
        "Fjordmail",
        "Contoso",
        "Norrland University",
        "Example Cloud",
        "Twinvoice",
        "Chatterbox",
        "Bicycle Rental",
        "Perpustakaan Kota",
        "Försäkringsbolaget",
    ];
    const PEOPLE: [&str; 7] = ["anna.ek", "budi", "cyrus", "dewi.lestari", "emil", "farah", "göran"];
    let named = |list: &[&'static str], place: usize| list.get(place % list.len()).copied().unwrap_or_default();
    let account = |place: usize| {
        let name = format!("{}{}@example{}.com", named(&PEOPLE, place / 12), place / 84, place % 5);
        let id = AccountId((place as u128).to_be_bytes());
        let mut account = Account::ready(id, named(&SERVICES, place), &name, params(place), NOW);
        account.groups = vec![named(&["Work", "Home", "Money"], place).into()];
        if place.is_multiple_of(5) {
            account.note = "The recovery codes are in the safe, red folder.".into();
        }
        account
    };
    Book::new((0..accounts).map(account).collect(), Vec::new())
}

fn params(place: usize) -> OtpParams {
    let key = [[7; 12].as_slice(), (place as u64).to_be_bytes().as_slice()].concat();
    let key = OtpKey::new(Secret::taken(key)).expect("a key of 20 bytes");
    OtpParams::Totp { key, algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY }
}

/// The heading of the table.
pub fn heading() {
    print!("\n{:<34}", "fastest of a few runs");
    SIZES.iter().for_each(|size| print!("{size:>12}"));
    println!("{:>22}", "grows by");
}

/// Measures one deed at every size and prints a line: the fastest run of each, and how much that is of the one before.
/// The fastest, since whatever else the computer does only ever adds. `prepare` makes what the deed needs and is not
/// counted.
pub fn growth<T, R>(what: &str, mut prepare: impl FnMut(usize) -> T, mut deed: impl FnMut(&mut T) -> R) {
    let fastest: Vec<Duration> = SIZES
        .iter()
        .map(|size| {
            let mut prepared = prepare(*size);
            let runs = if *size > 50_000 { 7 } else { 21 };
            let took = (0..runs).map(|_| {
                let since = Instant::now();
                let result = deed(&mut prepared);
                let elapsed = since.elapsed();
                drop(std::hint::black_box(result));
                elapsed
            });
            took.min().unwrap_or_default()
        })
        .collect();
    print!("{what:<34}");
    fastest.iter().for_each(|took| print!("{:>12}", format!("{took:.2?}")));
    let steps: Vec<String> = fastest
        .iter()
        .zip(fastest.iter().skip(1))
        .map(|(before, after)| format!("×{:.1}", after.as_secs_f64() / before.as_secs_f64()))
        .collect();
    println!("{:>22}", steps.join("  "));
}
