//! Changing an account in its form.

use crate::account::{Kind, Protection};
use crate::tui::home::Home;
use crate::tui::testing::{Bench, samples};
use crate::words::Language;

fn at(keys: &str) -> Bench {
    let mut bench = Bench::open();
    bench.press(keys);
    bench
}

fn groups(home: &Home) -> Vec<&str> {
    home.chosen().unwrap().groups.iter().map(|group| group.as_str()).collect()
}

#[test]
fn the_form_shows_what_is_there_and_what_was_typed_is_saved() {
    let mut bench = at("j e");
    assert!(bench.screen().contains("Change GitHub") && bench.screen().contains("red folder"), "{}", bench.screen());
    bench.type_text(" at work").press("tab ^u").type_text("bo").press("^s");
    assert_eq!(bench.saves(), 1);
    let account = bench.home().chosen().unwrap();
    assert_eq!((account.title(), &*account.name), ("GitHub at work", "bo"));
    assert_eq!(account.groups, samples()[0].groups);
    assert!(bench.home().over.is_none() && bench.screen().contains("GitHub at work is changed."));
}

#[test]
fn enter_goes_from_field_to_field_and_saves_after_the_last_one() {
    let mut bench = at("j e enter enter enter enter");
    bench.press("^u").type_text("First line").press("^j").type_text("Second line").press("enter");
    assert_eq!(&*bench.home().chosen().unwrap().note, "First line\nSecond line");
    assert_eq!(bench.saves(), 1);
}

#[test]
fn the_arrows_walk_through_the_note_before_they_leave_it() {
    let mut bench = at("j e backtab ^u");
    bench.type_text("one").press("^j").type_text("two").press("up").type_text("!").press("up").type_text(", Own");
    bench.press("^s");
    assert_eq!(&*bench.home().chosen().unwrap().note, "one!\ntwo");
    assert_eq!(groups(bench.home()), ["Work", "Own"]);
}

#[test]
fn groups_are_put_taken_and_made_by_name() {
    let mut bench = at("j e tab tab tab ^u");
    bench.type_text(" home ,Travel,").press("^s");
    assert_eq!(groups(bench.home()), ["Home", "Travel"]);
    assert!(bench.home().session.book().groups().iter().any(|group| group.as_str() == "Travel"));
}

#[test]
fn a_group_with_a_comma_in_its_name_stays_one_group() {
    let mut accounts = samples();
    accounts[0].groups = vec!["Home, sweet".into(), "Work".into()];
    let mut bench = Bench::open_with(accounts, Language::En, 80, 24);
    bench.press("j e tab tab tab").type_text(", Own").press("^s");
    assert_eq!(groups(bench.home()), ["Home, sweet", "Work", "Own"]);
}

#[test]
fn the_kind_turns_and_backups_carry_less_with_it_but_never_more_and_that_is_said() {
    let mut bench = at("j e tab tab left ^s");
    for (kind, keys) in [(Kind::WorkOrSchool, "e tab tab right ^s"), (Kind::ThirdParty, "")] {
        let account = bench.home().chosen().unwrap();
        assert_eq!((account.kind, account.protection), (kind, Protection::DeviceBound));
        assert!(bench.screen().contains("Backups carry its name alone"), "{}", bench.screen());
        bench.press(keys);
    }
}

#[test]
fn a_counter_goes_up_and_never_down() {
    let mut bench = at("j j j j e tab tab tab tab ^u");
    bench.type_text("40").press("^s");
    assert_eq!(bench.saves(), 0);
    assert!(bench.screen().replace('\n', " ").contains("stands at 41"), "{}", bench.screen());
    bench.press("^u").type_text("50").press("^s");
    let counter = bench.home().chosen().unwrap().params().unwrap().counter().unwrap();
    assert_eq!((counter.get(), bench.saves()), (50, 1));
}

#[test]
fn an_account_without_any_name_is_refused_and_nothing_of_the_form_is_done() {
    let mut bench = at("j e ^u tab ^u tab tab ^u");
    bench.type_text("Elsewhere").press("^s");
    assert!(bench.home().over.is_some());
    let account = bench.home().chosen().unwrap();
    assert_eq!((account.title(), account.groups.len(), bench.saves()), ("GitHub", 1, 0));
    assert!(!bench.home().session.book().groups().iter().any(|group| group.as_str() == "Elsewhere"));
}

#[test]
fn esc_and_saving_without_a_change_leave_everything_as_it_was() {
    let mut bench = at("j e");
    bench.type_text("x").press("esc");
    assert!(bench.screen().contains("What you typed here is not saved."), "{}", bench.screen());
    bench.press("y");
    assert_eq!((bench.home().chosen().unwrap().title(), bench.saves()), ("GitHub", 0));
    bench.press("e tab esc");
    assert!(bench.home().over.is_none(), "nothing differs");
    bench.press("e ^s");
    assert_eq!(bench.saves(), 0);
    assert!(bench.home().over.is_none() && bench.screen().contains("Nothing was changed."));
}

#[test]
fn on_the_lowest_screen_too_the_form_says_what_is_wrong() {
    for (width, height) in [(40, 10), (60, 10), (80, 24)] {
        let mut bench = Bench::open_with(vec![samples().remove(3)], Language::En, width, height);
        bench.press("e ^u tab ^u ^s");
        let screen = bench.screen();
        assert!(screen.contains("Account") && screen.contains("name"), "{screen}");
        bench.press("esc n backtab backtab");
        assert!(bench.screen().contains("Note"), "{width}x{height}: {}", bench.screen());
    }
}
