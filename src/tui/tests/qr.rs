//! The key as a QR code: only after the passphrase, and only where there is a key.

use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use ratatui::style::Color;

use crate::formats::QrCode;
use crate::otp::uri;
use crate::tui::effect::Effect;
use crate::tui::home::Over;
use crate::tui::msg::Msg;
use crate::tui::testing::{Bench, PASSPHRASE, samples};
use crate::words::Language;

fn asked(width: u16, height: u16) -> Bench {
    let mut bench = Bench::open_with(samples(), Language::En, width, height);
    bench.press("j v");
    bench
}

fn shown(width: u16, height: u16) -> Bench {
    let mut bench = asked(width, height);
    bench.type_text(PASSPHRASE).press("enter").proved();
    bench
}

/// The modules that are drawn in half blocks, dark on light, from the first cell on.
fn drawn(buffer: &Buffer) -> Vec<Vec<bool>> {
    let is_painted = |x: u16, y: u16| buffer[(x, y)].bg == Color::White;
    let columns = (0..buffer.area.width).take_while(|x| is_painted(*x, 0)).count();
    let rows = (0..buffer.area.height).take_while(|y| is_painted(0, *y)).count();
    let halves = |y: usize, is_top: bool| -> Vec<bool> {
        (0..columns)
            .map(|x| {
                let symbol = buffer[(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())].symbol();
                symbol == "█" || symbol == if is_top { "▀" } else { "▄" }
            })
            .collect()
    };
    (0..rows).flat_map(|y| [halves(y, true), halves(y, false)]).collect()
}

#[test]
fn what_is_drawn_is_the_link_of_the_account_with_light_around_it() {
    let account = samples().remove(0);
    let link = uri::write(&account.issuer, &account.name, account.params().unwrap());
    for (width, height, code, quiet) in
        [(120, 40, QrCode::of(&link).unwrap(), 4), (80, 24, QrCode::smallest(&link).unwrap(), 2)]
    {
        let drawn = drawn(&shown(width, height).buffer());
        let side = code.side() - 2 * (4 - quiet);
        assert_eq!(drawn.first().map(Vec::len), Some(side), "{width}");
        for (row, line) in drawn.iter().take(side).enumerate() {
            for (column, is_dark) in line.iter().enumerate() {
                assert_eq!(*is_dark, code.is_dark(row + 4 - quiet, column + 4 - quiet), "{row} {column}");
            }
        }
    }
}

#[test]
fn nothing_is_shown_before_the_passphrase_and_a_wrong_one_shows_nothing() {
    let mut bench = asked(120, 40);
    assert!(bench.screen().contains("QR code of GitHub"), "{}", bench.screen());
    bench.type_text("another passphrase").press("enter");
    assert!(bench.screen().contains("Checking …"));
    assert!(!bench.screen().contains('▀'), "{}", bench.screen());
    bench.proved();
    assert!(bench.screen().contains("Check the keyboard layout"), "{}", bench.screen());
    assert!(!bench.screen().contains('▀') && !bench.screen().contains("another"), "{}", bench.screen());
    bench.type_text(PASSPHRASE).press("enter").proved();
    assert!(bench.screen().contains('▀') && bench.screen().contains("has the key"), "{}", bench.screen());
    bench.press("esc");
    assert!(bench.home().over.is_none());
}

#[test]
fn who_leaves_while_the_passphrase_is_checked_sees_no_code_afterwards() {
    let mut bench = asked(120, 40);
    bench.type_text(PASSPHRASE).press("enter esc");
    assert!(bench.home().over.is_none());
    bench.proved();
    assert!(bench.home().over.is_none());
    bench.press("v");
    assert!(!bench.screen().contains('▀'), "{}", bench.screen());
}

#[test]
fn from_the_account_over_the_whole_screen_it_comes_back_there() {
    let mut bench = Bench::open_with(samples(), Language::En, 120, 40);
    bench.press("enter v");
    assert!(matches!(bench.home().over, Some(Over::Qr(_))));
    bench.press("esc");
    assert!(bench.home().over.is_none() && bench.home().full.is_some());
}

#[test]
fn an_account_without_a_key_says_why_there_is_no_code_and_asks_nothing() {
    let mut bench = Bench::open_with(vec![samples().remove(5)], Language::En, 80, 24);
    bench.press("v");
    assert!(bench.screen().contains("There is no key to show."), "{}", bench.screen());
    assert!(bench.screen().contains("Only the name of this account is here"), "{}", bench.screen());
    bench.type_text(PASSPHRASE).press("enter");
    assert!(!bench.asked.iter().any(|effect| matches!(effect, Effect::Prove(..))));
    bench.press("esc");
    assert!(bench.home().over.is_none());
}

#[test]
fn a_window_that_is_too_small_says_what_it_needs_and_then_shows_it() {
    let mut bench = shown(40, 10);
    let screen = bench.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    let needed = screen.split("at least ").nth(1).and_then(|rest| rest.split(" (").next()).unwrap().to_owned();
    let (columns, rows) = needed.split_once(" × ").unwrap();
    let size = Size::new(columns.parse().unwrap(), rows.parse().unwrap());
    bench.hand(Msg::Resized(Size { height: size.height - 1, ..size }));
    assert!(!bench.screen().contains('▀'));
    bench.hand(Msg::Resized(size));
    assert!(bench.screen().contains('▀'), "{needed}: {}", bench.screen());
}
