//! The mouse does what keys do, and nothing behind what is in front.

use std::time::Duration;

use crate::tui::msg::Msg;
use crate::tui::testing::{Bench, NOW, samples};
use crate::words::Language;

fn chosen(bench: &Bench) -> String {
    bench.home().chosen().map(|account| account.title().to_owned()).unwrap_or_default()
}

#[test]
fn a_click_chooses_a_row_and_the_next_one_on_it_copies() {
    let mut bench = Bench::open();
    bench.click("Gitea");
    assert_eq!((chosen(&bench).as_str(), bench.copied().len()), ("Gitea", 0));
    bench.click("Gitea");
    assert_eq!(bench.copied(), [samples()[1].code_at(NOW).unwrap().expose()]);
}

#[test]
fn a_click_on_a_code_copies_it_at_once_below_an_open_card_too() {
    for (width, height) in [(80, 24), (120, 40), (40, 10)] {
        let mut bench = Bench::open_with(samples(), Language::En, width, height);
        let code = samples()[0].code_at(NOW).unwrap();
        bench.click(&code.grouped());
        assert_eq!((chosen(&bench).as_str(), bench.copied()), ("GitHub", vec![code.expose().to_owned()]));
    }
}

#[test]
fn a_click_into_the_open_card_or_on_the_large_code_beside_the_list_copies() {
    for (width, height, text) in [(80, 24, "Next "), (120, 40, "▀▀"), (160, 40, "██")] {
        let mut bench = Bench::open_with(samples(), Language::En, width, height);
        bench.click(text);
        assert_eq!(bench.copied(), [samples()[7].code_at(NOW).unwrap().expose()], "{width}");
    }
}

#[test]
fn a_click_on_a_group_shows_its_accounts_as_a_tab_and_beside_the_list() {
    for (width, height, text) in [(80, 24, "Home 1"), (120, 40, "Home")] {
        let mut bench = Bench::open_with(samples(), Language::En, width, height);
        bench.click(text);
        assert!(bench.screen().contains("1 of 8"), "{}", bench.screen());
        assert_eq!(chosen(&bench), "Kulturbanken");
        bench.click("Needs you");
        assert!(bench.screen().contains("2 of 8"), "{}", bench.screen());
    }
}

#[test]
fn the_wheel_walks_through_the_list_and_through_help() {
    let mut bench = Bench::open();
    bench.hand(Msg::Wheeled { is_down: true });
    assert_eq!(chosen(&bench), "GitHub");
    bench.hand(Msg::Wheeled { is_down: false });
    assert_eq!(chosen(&bench), "Amazon");
    bench.press("?");
    let before = bench.screen();
    bench.hand(Msg::Wheeled { is_down: true });
    assert_ne!(bench.screen(), before);
    assert_eq!(chosen(&bench), "Amazon");
}

#[test]
fn nothing_is_clicked_through_a_question_a_form_or_help() {
    for keys in ["d", "a", "S", "?"] {
        let mut bench = Bench::open();
        bench.press(keys);
        for y in 0..24 {
            for x in [3, 20, 50] {
                let at = ratatui::layout::Position::new(x, y);
                assert_eq!(crate::tui::view::spot(&bench.model, &bench.words, at), None, "{keys} {x} {y}");
            }
        }
    }
}

#[test]
fn a_click_on_the_line_that_filters_puts_the_focus_there_and_a_row_takes_it_back() {
    let mut bench = Bench::open();
    bench.click("Search name").type_text("git");
    assert!(bench.home().accounts.is_searching());
    bench.click("Gitea");
    assert!(!bench.home().accounts.is_searching());
    assert_eq!(chosen(&bench), "Gitea");
}

#[test]
fn the_mouse_counts_as_somebody_who_sits_there() {
    let mut bench = Bench::open();
    bench.wait(Duration::from_secs(299));
    bench.hand(Msg::Wheeled { is_down: true });
    bench.wait(Duration::from_secs(299));
    assert!(bench.model.home().is_some());
}

#[test]
fn a_click_on_a_badge_opens_the_account_that_says_what_helps() {
    let mut bench = Bench::open();
    bench.click("Action required");
    assert!(bench.home().full.is_some() && bench.copied().is_empty());
    assert!(bench.screen().contains("Only the name of this account is here"), "{}", bench.screen());
}

#[test]
fn a_click_on_the_large_code_copies_it_and_one_on_a_fact_does_nothing() {
    let mut bench = Bench::open();
    bench.press("enter").click("██");
    assert_eq!(bench.copied(), [samples()[7].code_at(NOW).unwrap().expose()]);
    bench.click("Third-party");
    assert_eq!(bench.copied().len(), 1);
}

#[test]
fn a_click_in_the_palette_does_what_stands_there() {
    let mut bench = Bench::open();
    bench.press(":").click("Search while typing");
    assert!(bench.model.palette.is_none() && bench.home().accounts.is_searching());
    bench.press("esc :").type_text("trash").click("The trash");
    assert!(matches!(bench.home().over, Some(crate::tui::home::Over::Trash(_))), "{}", bench.screen());
}
