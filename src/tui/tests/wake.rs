//! The loop sleeps until the next moment that changes a cell, and no longer.

use std::time::Duration;

use crate::moment::{Moment, Tick};
use crate::tui::msg::Msg;
use crate::tui::testing::{Bench, samples};
use crate::tui::wake::sleep;
use crate::words::Language;

#[test]
fn while_a_gauge_is_seen_the_loop_wakes_at_the_next_second_of_the_wall_clock() {
    let mut bench = Bench::open();
    bench.hand(Msg::Time(Moment::from_unix_ms(1_800_000_012_250), Tick(Duration::from_millis(70))));
    assert_eq!(sleep(&bench.model), Some(Duration::from_millis(750)));
}

#[test]
fn a_locked_vault_wakes_nobody() {
    let mut bench = Bench::open();
    bench.press("^l");
    assert_eq!(sleep(&bench.model), None);
}

#[test]
fn in_the_settings_only_the_lock_is_waited_for() {
    let mut bench = Bench::open();
    bench.press("S");
    assert_eq!(sleep(&bench.model), Some(Duration::from_secs(300)));
}

#[test]
fn an_empty_vault_has_nothing_that_moves_but_the_lock() {
    let bench = Bench::open_with(Vec::new(), Language::En, 80, 24);
    assert_eq!(sleep(&bench.model), Some(Duration::from_secs(300)));
}

#[test]
fn a_notice_ends_by_itself() {
    let mut bench = Bench::open_with(samples(), Language::En, 80, 24);
    bench.press("p");
    assert!(bench.screen().contains("No longer pinned."));
    bench.wait(Duration::from_secs(5));
    assert!(!bench.screen().contains("No longer pinned."));
}
