//! Any size, any text, any keys: drawing never panics, and what does not fit is cut.

use proptest::prelude::{ProptestConfig, any, prop, proptest};
use proptest::sample::select;
use ratatui::layout::Size;

use crate::tui::msg::Msg;
use crate::tui::testing::{Bench, ready, samples, totp};
use crate::words::Language;

const KEYS: &[&str] = &[
    "j",
    "k",
    "g",
    "G",
    "pgdn",
    "pgup",
    "tab",
    "backtab",
    "/",
    "esc",
    "enter",
    "a",
    "e",
    "^j",
    "^s",
    "i",
    "d",
    "E",
    "y",
    "n",
    "u",
    "p",
    "s",
    "J",
    "K",
    ":",
    "^p",
    "o",
    ".",
    "t",
    "S",
    "?",
    "x",
    "b",
    "B",
    "space",
    "*",
    "#",
    "r",
    "v",
    "h",
    "l",
    "left",
    "right",
    "up",
    "down",
    "backspace",
    "^l",
    "^w",
    "^u",
    "f1",
    "f2",
    "m",
    "home",
    "end",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_keys_at_any_size_draw_a_screen(
        keys in prop::collection::vec(select(KEYS), 0..40),
        sizes in prop::collection::vec((0u16..140, 0u16..50), 1..4),
    ) {
        let mut bench = Bench::open();
        for (place, key) in keys.iter().enumerate() {
            let (width, height) = sizes[place % sizes.len()];
            bench.hand(Msg::Resized(Size::new(width, height)));
            bench.press(key);
            bench.buffer();
        }
    }

    #[test]
    fn any_names_draw_a_screen(
        issuer in any::<String>(),
        name in any::<String>(),
        note in any::<String>(),
        query in any::<String>(),
        width in 40u16..130,
        height in 10u16..45,
    ) {
        let mut account = ready(9, &issuer, &name, totp(9, 10, 86_400));
        account.note = note.as_str().into();
        account.groups = vec![name.as_str().into()];
        let mut accounts = samples();
        accounts.insert(0, account);
        let mut bench = Bench::open_with(accounts, Language::Id, width, height);
        bench.buffer();
        bench.press("tab").buffer();
        bench.press("/").paste(&query).buffer();
        bench.press("esc esc d").buffer();
    }
}

#[test]
fn one_cell_is_enough_not_to_fall_over() {
    for (width, height) in [(1, 1), (0, 0), (1, 50), (200, 1), (39, 9), (40, 10)] {
        Bench::open_with(samples(), Language::Sv, width, height).buffer();
    }
}

#[test]
fn a_window_that_is_too_small_says_what_it_needs() {
    let bench = Bench::open_with(samples(), Language::En, 39, 12);
    assert!(bench.screen().replace('\n', " ").contains("at least 40 × 10"), "{}", bench.screen());
}

#[test]
fn forty_by_ten_shows_codes() {
    let screen = Bench::open_with(samples(), Language::En, 40, 10).screen();
    let code = samples()[0].code_at(crate::tui::testing::NOW).unwrap();
    assert!(screen.contains("GitHub") && screen.contains(&*code.grouped()), "{screen}");
}
