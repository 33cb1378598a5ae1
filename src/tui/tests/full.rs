//! One account over the whole screen.

use crate::account::{Account, OldKey, RecoveryCode};
use crate::secret::Secret;
use crate::tui::home::{Over, Question};
use crate::tui::testing::{Bench, NOW, ready, samples, totp};
use crate::words::Language;

fn full_of_facts() -> Account {
    let mut account = ready(9, "Post", "anna", totp(9, 6, 30));
    account.groups = vec!["Work".into(), "Home".into()];
    account.note = "The first line.\nThe second line.".into();
    account.history = vec![OldKey { params: totp(1, 8, 60), replaced: NOW }];
    (account.use_count, account.last_used) = (3, Some(NOW));
    let code = |text: &str, used| RecoveryCode { code: Secret::copied(text.as_bytes()), used };
    account.recovery_codes = vec![code("first-code", true), code("second-code", false)];
    account
}

fn is_full(bench: &Bench) -> bool {
    bench.home().full.is_some()
}

#[test]
fn enter_opens_it_enter_copies_there_and_esc_leaves_it() {
    let mut bench = Bench::open();
    bench.press("enter");
    assert!(is_full(&bench) && bench.copied().is_empty());
    bench.press("enter");
    assert_eq!(bench.copied(), [samples()[7].code_at(NOW).unwrap().expose()]);
    bench.press("n");
    assert_eq!(bench.copied()[1], samples()[7].next_code_at(NOW).unwrap().expose());
    bench.press("esc");
    assert!(!is_full(&bench) && bench.screen().contains("8 of 8"));
}

#[test]
fn every_fact_is_told_and_no_secret() {
    let bench_at = |width, height| {
        let mut bench = Bench::open_with(vec![full_of_facts()], Language::En, width, height);
        bench.press("enter");
        bench
    };
    let screen = bench_at(80, 40).screen();
    for fact in [
        "Post",
        "anna",
        "Work, Home",
        "Third-party",
        "TOTP · SHA-1 · 6 digits · 30 s",
        "The key",
        "1 of 2 left",
        "The first line.",
        "The second line.",
        "3 times, last on 2027-01-15",
        "8 digits · 60 s, until 2027-01-15",
    ] {
        assert!(screen.contains(fact), "{fact}: {screen}");
    }
    assert!(!screen.contains("second-code"), "{screen}");
    let mut small = bench_at(40, 10);
    let mut seen = small.screen();
    for _ in 0..20 {
        seen.push_str(&small.press("j").screen());
    }
    assert!(seen.contains("The second line.") && seen.contains("until"), "{seen}");
    let end = small.screen();
    assert_ne!(small.press("k").screen(), end, "the last row is the last one");
}

#[test]
fn an_account_without_a_key_shows_its_tile_and_no_digit_in_its_place() {
    for (width, height) in [(80, 24), (120, 40), (40, 10)] {
        let mut bench = Bench::open_with(vec![samples().remove(5)], Language::En, width, height);
        bench.press("enter");
        let screen = bench.screen().replace('\n', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains("Sign in to restore"), "{screen}");
        assert!(screen.contains("Only the name of this"), "{screen}");
        assert!(!screen.contains('█') && !screen.contains("Next"), "{screen}");
        bench.press("enter n y");
        assert_eq!(bench.copied(), [""; 0]);
    }
}

#[test]
fn arrows_and_letters_go_to_the_accounts_beside_it_in_the_order_of_the_list() {
    let mut bench = Bench::open();
    bench.press("enter l l right");
    assert!(bench.screen().contains("Kulturbanken") && bench.screen().contains("4 of 8"), "{}", bench.screen());
    bench.press("h left left left left");
    assert!(bench.screen().contains("Amazon") && is_full(&bench));
    bench.press("l esc");
    assert_eq!(bench.home().chosen().unwrap().title(), "GitHub", "the list stands where the person went");
}

#[test]
fn a_form_in_front_of_it_comes_back_to_it_also_when_the_account_leaves_the_list() {
    let mut bench = Bench::open();
    bench.press("tab enter e");
    assert!(matches!(bench.home().over, Some(Over::Edit(_))));
    bench.press("tab tab tab ^u ^s");
    assert!(is_full(&bench) && bench.home().over.is_none());
    assert_eq!(bench.home().chosen().unwrap().title(), "GitHub", "no group any more, and still in front");
    assert!(bench.screen().contains("GitHub"), "{}", bench.screen());
}

#[test]
fn a_deleted_account_leaves_the_screen_and_u_brings_it_back() {
    let mut bench = Bench::open();
    bench.press("enter d");
    assert!(matches!(bench.home().question, Some(Question::Delete(_))));
    bench.press("n");
    assert!(is_full(&bench));
    bench.press("d y");
    assert!(!is_full(&bench) && bench.home().shelf.len() == 7);
    bench.press("u");
    assert_eq!(bench.home().chosen().unwrap().title(), "Amazon");
}

#[test]
fn a_counter_based_code_is_saved_before_it_stands_there_in_large_digits() {
    let mut bench = Bench::open_with(vec![samples().remove(3)], Language::En, 80, 24);
    bench.press("enter");
    assert!(bench.screen().contains("⏎ takes the next code."), "{}", bench.screen());
    bench.press("enter");
    assert!(!bench.screen().contains('█') && bench.saves() == 1);
    bench.saved();
    assert!(bench.screen().contains('█') && bench.screen().contains("Counter 42"), "{}", bench.screen());
}

#[test]
fn hidden_codes_are_dots_here_too() {
    let mut bench = Bench::open();
    bench.press("enter .");
    assert!(bench.screen().contains("• • •") && !bench.screen().contains('█'), "{}", bench.screen());
}
