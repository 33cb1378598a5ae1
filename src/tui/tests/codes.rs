//! Recovery codes: hidden until asked for, ticked off, removed and taken back, saved in the vault.

use std::time::Duration;

use crate::tui::home::Over;
use crate::tui::testing::{Bench, samples};
use crate::words::Language;

/// The recovery codes of GitHub's account: nothing kept yet.
fn open() -> Bench {
    let mut bench = Bench::open_with(vec![samples().remove(0)], Language::En, 80, 24);
    bench.press("enter r");
    assert!(matches!(bench.home().over, Some(Over::Codes(_))));
    bench
}

fn with_codes() -> Bench {
    let mut bench = open();
    bench.paste("1. aaaa-1111\n2. bbbb-2222\n3. cccc-3333").press("enter").saved();
    bench
}

fn kept(bench: &Bench) -> Vec<(String, bool)> {
    let account = &bench.home().session.book().all()[0];
    let text = |code: &crate::account::RecoveryCode| code.code.expose_text().unwrap().to_owned();
    account.recovery_codes.iter().map(|code| (text(code), code.used)).collect()
}

#[test]
fn pasted_codes_are_counted_before_they_are_kept_and_then_saved() {
    let mut bench = open();
    assert!(bench.screen().contains("No recovery codes are kept here."), "{}", bench.screen());
    bench.paste("1. aaaa-1111\n2. bbbb-2222");
    assert!(bench.screen().contains("2 codes are read."), "{}", bench.screen());
    assert!(kept(&bench).is_empty());
    bench.press("enter");
    assert_eq!((kept(&bench).len(), bench.saves()), (2, 1));
    assert!(bench.screen().contains("2 recovery codes added."), "{}", bench.screen());
}

#[test]
fn typed_codes_stand_one_a_line_and_esc_keeps_none_of_them() {
    let mut bench = open();
    bench.press("a").type_text("q1").press("^j").type_text("u2").press("esc");
    assert!(kept(&bench).is_empty() && matches!(bench.home().over, Some(Over::Codes(_))));
    bench.press("a").type_text("q1").press("^j").type_text("u2").press("enter");
    assert_eq!(kept(&bench), [("q1".to_owned(), false), ("u2".to_owned(), false)]);
}

#[test]
fn codes_are_hidden_until_asked_for_and_hidden_again_the_next_time() {
    let mut bench = with_codes();
    assert!(!bench.screen().contains("aaaa") && bench.screen().contains("•••••••••"), "{}", bench.screen());
    bench.press(".");
    assert!(bench.screen().contains("aaaa-1111"), "{}", bench.screen());
    bench.press("esc r");
    assert!(!bench.screen().contains("aaaa"), "{}", bench.screen());
}

#[test]
fn a_used_code_is_ticked_off_and_unticked_and_each_time_saved() {
    let mut bench = with_codes();
    let saves = bench.saves();
    bench.press("j space").saved();
    assert_eq!((kept(&bench)[1].1, bench.saves()), (true, saves + 1));
    assert!(bench.screen().contains("2 of 3 left") && bench.screen().contains("[x]"), "{}", bench.screen());
    bench.press("enter").saved();
    assert_eq!((kept(&bench)[1].1, bench.saves()), (false, saves + 2));
    bench.press("esc");
    assert!(bench.screen().contains("3 of 3 left"), "{}", bench.screen());
}

#[test]
fn a_removed_code_comes_back_to_its_place_by_one_key_for_a_while() {
    let mut bench = with_codes();
    bench.press("j x y");
    assert_eq!(kept(&bench).len(), 2);
    assert!(bench.screen().contains("The recovery code is removed.  u undo"), "{}", bench.screen());
    bench.press("u");
    assert_eq!(kept(&bench)[1].0, "bbbb-2222");
    bench.press("x y").wait(Duration::from_secs(10)).press("u");
    assert_eq!(kept(&bench).len(), 2);
    assert!(bench.screen().contains("There is nothing to take back."), "{}", bench.screen());
}

#[test]
fn a_code_that_was_not_used_goes_after_a_yes_and_a_used_one_at_once() {
    let mut bench = with_codes();
    bench.press("x");
    assert_eq!(kept(&bench).len(), 3);
    assert!(bench.screen().contains("Code 1 of GitHub (anna.ek@example.com) was not used"), "{}", bench.screen());
    bench.press("n x enter esc");
    assert_eq!(kept(&bench).len(), 3);
    bench.press("x y x");
    assert_eq!((kept(&bench).len(), kept(&bench)[0].0.as_str()), (2, "bbbb-2222"), "each one is asked about");
    bench.press("n space x");
    assert_eq!(kept(&bench), [("cccc-3333".to_owned(), false)]);
}

#[test]
fn a_code_is_copied_as_it_is_and_nothing_is_when_there_is_none() {
    let mut bench = with_codes();
    bench.press("j y");
    assert_eq!(bench.copied(), ["bbbb-2222"]);
    let mut bench = open();
    bench.press("y x space j k G");
    assert_eq!((bench.copied().len(), bench.saves()), (0, 0));
}

#[test]
fn what_is_too_much_is_said_and_stays_in_the_field() {
    let mut bench = open();
    let many: String = (0..=100).map(|number| format!("code{number}\n")).collect();
    bench.paste(&many).press("enter");
    assert!(bench.screen().contains("too many recovery codes"), "{}", bench.screen());
    assert!(kept(&bench).is_empty());
}
