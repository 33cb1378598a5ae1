//! The settings screen, and what settings do at once.

use crate::config::{CardShape, Codes, Config, Setting, Theme, Value};
use crate::ops::settings::NotSettled;
use crate::ops::whereabouts::Whereabouts;
use crate::ports::{FileError, FileErrorKind};
use crate::tui::effect::{Effect, Ending, Way};
use crate::tui::look::{Colours, Look};
use crate::tui::model::{Gate, Place};
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::screens::unlock;
use crate::tui::testing::{Bench, NOW, samples, session};
use crate::tui::theme::Role;
use crate::words::Language;

fn with_file() -> Bench {
    let mut bench = Bench::open();
    bench.model.desk.has_settings_file = true;
    bench
}

fn written(bench: &Bench) -> Vec<(Setting, Option<Value>)> {
    let settled =
        |effect: &Effect| if let Effect::Settle(setting, value) = effect { Some((*setting, *value)) } else { None };
    bench.asked.iter().filter_map(settled).collect()
}

#[test]
fn a_change_counts_at_once_and_is_written() {
    let mut bench = with_file();
    bench.press("S").press("left");
    assert_eq!(written(&bench), [(Setting::Language, Some(Value::Word("sv")))]);
    assert_eq!(bench.model.desk.language, Language::Sv);
    bench.press("backspace");
    assert_eq!(written(&bench).last(), Some(&(Setting::Language, None)));
    assert_eq!(bench.model.desk.config.language, None);
}

#[test]
fn every_row_can_be_reached_changed_both_ways_and_set_back() {
    let mut bench = with_file();
    bench.press("S");
    for setting in Setting::ALL {
        bench.press("g g");
        let place = crate::tui::screens::settings::Row::ALL
            .iter()
            .position(|row| *row == crate::tui::screens::settings::Row::Setting(setting))
            .unwrap();
        for _ in 0..place {
            bench.press("down");
        }
        assert!(bench.screen().contains(&format!("In the file: {}.", setting.name())), "{}", bench.screen());
        let default = setting.default_value();
        bench.press("right");
        assert_ne!(bench.model.desk.config.value(setting), default, "{setting:?}");
        bench.press("left left").press("backspace");
        assert_eq!(bench.model.desk.config, Config::default(), "{setting:?}");
        assert_eq!(bench.model.desk.language, Language::En);
    }
    bench.press("esc");
    assert!(bench.home().over.is_none());
}

#[test]
fn without_a_file_a_change_counts_and_nothing_is_written() {
    let mut bench = Bench::open();
    bench.press("S");
    assert!(bench.screen().contains("Changes count until you leave."));
    bench.press("right");
    assert_eq!(written(&bench), []);
    assert_ne!(bench.model.desk.config, Config::default());
}

#[test]
fn a_change_that_was_not_written_is_said() {
    let mut bench = with_file();
    bench.press("S").press("right");
    let error = NotSettled::File(FileError::new(FileErrorKind::Full, std::path::Path::new("/home/anna/config.toml")));
    bench.hand(Msg::Came(Ticket(0), Answer::NotSettled(error)));
    let screen = bench.screen();
    assert!(screen.contains("not written") && screen.contains("/home/anna/config.toml"), "{screen}");
}

#[test]
fn only_the_code_of_the_chosen_account_is_seen_where_that_is_settled() {
    let mut bench = Bench::open();
    let codes: Vec<String> = samples()
        .iter()
        .filter_map(|account| account.code_at(NOW).ok())
        .map(|code| code.grouped().to_string())
        .collect();
    bench.model.desk.settle(Setting::Codes, Some(Value::Word(Codes::Selected.name())));
    let config = bench.model.desk.config.clone();
    if let Place::Home(home) = &mut bench.model.place {
        home.accounts.settle(&config);
    }
    let seen = |bench: &Bench| codes.iter().filter(|code| bench.screen().contains(code.as_str())).count();
    for _ in 0..3 {
        assert_eq!(seen(&bench), 1, "{}", bench.screen());
        bench.press("down");
    }
}

#[test]
fn digits_stand_without_gaps_where_that_is_settled() {
    let mut bench = Bench::open();
    let code = samples()[7].code_at(NOW).unwrap();
    assert!(!bench.screen().contains(code.expose()));
    bench.model.desk.settle(Setting::GroupDigits, Some(Value::Switch(false)));
    assert!(bench.screen().contains(code.expose()), "{}", bench.screen());
}

#[test]
fn a_chosen_theme_paints_every_cell_also_below_a_panel() {
    let mut bench = Bench::open();
    bench.model.desk.config.theme = Theme::Nord;
    let look = Look { colours: Colours::Full, ground: None, unicode: true };
    bench.model.desk.theme = crate::tui::theme::Theme::new(Theme::Nord, look);
    let ground = bench.model.desk.theme.base().bg.unwrap();
    for keys in ["", ":", "esc d", "n ?"] {
        bench.press(keys);
        let buffer = bench.buffer();
        assert!(buffer.content().iter().all(|cell| cell.bg == ground), "{keys:?} {}", bench.screen());
        assert!(buffer.content().iter().all(|cell| cell.symbol() == " " || cell.fg != ratatui::style::Color::Reset));
    }
    assert!(bench.model.desk.theme.style(Role::Text).fg.is_some());
}

// -- where the person was --------------------------------------------------------------------------------------------

/// A locked vault that was just opened, and the vault's answer of where the person was.
fn opened(config: Config, here: Option<Whereabouts>) -> Bench {
    let mut bench = Bench::new(Language::En, 80, 24);
    bench.model.desk.config = config;
    bench.model.place = Place::Gate(Gate::Unlock(unlock::State::new(&[])));
    bench.type_text("a passphrase").press("enter");
    let Some(Effect::Open(ticket, Way::Passphrase(_))) = bench.asked.pop() else { unreachable!() };
    bench.hand(Msg::Came(ticket, Answer::Opened(Ok(Box::new(session(samples()))))));
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::Recall(_))), "{:?}", bench.asked);
    if let Some(here) = here {
        bench.hand(Msg::Came(Ticket(0), Answer::Recalled(here)));
    }
    bench
}

fn remembered(bench: &Bench) -> Whereabouts {
    let here = |effect: &Effect| if let Effect::Remember(_, here) = effect { Some(here.clone()) } else { None };
    bench.asked.iter().rev().find_map(here).expect("a place is remembered")
}

fn title(bench: &Bench) -> String {
    bench.home().chosen().unwrap().title().to_owned()
}

#[test]
fn after_an_unlock_the_same_account_is_chosen_in_the_same_order_and_nothing_is_searched_for() {
    let mut bench = opened(Config::default(), None);
    bench.press("O j j j / s t e a enter ^l");
    if bench.model.home().is_some_and(|home| home.is_unsaved()) {
        bench.saved();
    }
    let here = remembered(&bench);
    assert_eq!(here.sort, "name");
    let written = format!("{here:?}");
    assert!(!written.contains("Steam") && !written.contains("stea"), "{written}");
    let bench = opened(Config::default(), Some(here));
    assert_eq!(title(&bench), "Steam");
    assert!(bench.screen().contains("8 of 8"), "{}", bench.screen());
    let order = bench.home().shelf.sort();
    assert_eq!(order.to_settle(), crate::config::Sort::Name);
}

#[test]
fn leaving_remembers_the_place_too_and_the_demo_remembers_nothing() {
    let mut bench = opened(Config::default(), None);
    bench.press("j q");
    remembered(&bench);
    assert!(matches!(bench.asked.last(), Some(Effect::End(Ending::Left))));
    let mut demo = Bench::open();
    demo.model.desk.is_demo = true;
    demo.press("j q");
    assert!(demo.asked.iter().all(|effect| !matches!(effect, Effect::Remember(..))));
}

#[test]
fn a_settled_order_counts_before_the_one_that_was_left_and_a_place_may_be_forgotten() {
    let here = Whereabouts { account: Some(samples()[4].id), sort: "recent".to_owned() };
    let config = Config { sort: crate::config::Sort::Name, remember_place: false, ..Config::default() };
    let mut bench = opened(config, Some(here));
    assert_eq!(bench.home().shelf.sort().to_settle(), crate::config::Sort::Name);
    assert_eq!(title(&bench), "Amazon", "the pinned one stands first");
    bench.press("j q");
    assert_eq!(remembered(&bench).account, None);
}

#[test]
fn a_place_that_is_gone_or_nonsense_is_the_beginning() {
    let here = Whereabouts { account: Some(crate::account::AccountId([99; 16])), sort: "by the moon".to_owned() };
    let bench = opened(Config::default(), Some(here));
    assert_eq!(title(&bench), "Amazon");
}

#[test]
fn a_card_that_is_settled_as_closed_stays_closed() {
    let bench = opened(Config { card: CardShape::Closed, ..Config::default() }, None);
    assert!(!bench.screen().contains("█"), "{}", bench.screen());
}
