//! The palette: everything by name, and each deed as if its key had been pressed.

use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::home::{Over, Question};
use crate::tui::keymap::Context;
use crate::tui::model::{Gate, Place};
use crate::tui::msg::Msg;
use crate::tui::testing::{Bench, samples};
use crate::words::{Catalog, Language};

#[test]
fn a_colon_and_control_p_open_it_and_esc_leaves_everything_as_it_was() {
    for key in [":", "^p"] {
        let mut bench = Bench::open();
        let before = bench.press("j j").screen();
        bench.press(key);
        assert!(bench.screen().contains("Everything you can do here"), "{key}: {}", bench.screen());
        bench.press("t down esc");
        assert_eq!(bench.screen(), before);
        assert!(bench.asked.is_empty(), "{:?}", bench.asked);
    }
}

#[test]
fn it_offers_every_deed_that_is_live_once_with_a_key_that_does_it() {
    let mut bench = Bench::open();
    let live = bench.model.live();
    bench.press(":");
    let mut seen = String::new();
    for _ in 0..90 {
        seen.push_str(&bench.press("down").screen());
    }
    let words = Catalog::new(Language::En);
    let keyboard = &bench.model.desk.keyboard;
    for binding in
        live.iter().flat_map(|context| keyboard.of(*context)).filter(|binding| binding.action != Action::Palette)
    {
        let name = words.line(binding.about);
        // What has a key of a more particular place is told of under that name.
        let is_first =
            live.iter().flat_map(|context| keyboard.of(*context)).find(|other| other.action == binding.action);
        assert!(is_first.is_some_and(|first| first.about != binding.about) || seen.contains(&name), "{name}");
    }
    let screen = bench.screen();
    assert_eq!(screen.matches("To the last row").count(), 1, "{screen}");
    assert!(screen.lines().any(|line| line.contains("To the last row") && line.contains("End")), "{screen}");
}

#[test]
fn typing_filters_by_name_and_by_the_verb_of_the_footer() {
    let mut bench = Bench::open();
    bench.press(":").type_text("SETT");
    assert!(bench.screen().contains("▌ Settings"), "{}", bench.screen());
    bench.press("^u").type_text("import");
    assert!(bench.screen().contains("▌ Bring accounts in from another app"), "{}", bench.screen());
    bench.press("^u").type_text("qqq");
    assert!(bench.screen().contains("Nothing by that name"), "{}", bench.screen());
    bench.press("enter");
    assert!(bench.model.palette.is_some() && bench.asked.is_empty(), "nothing is chosen, so nothing is done");
}

#[test]
fn letters_match_without_their_marks_in_the_language_of_the_person() {
    let mut bench = Bench::open_with(samples(), Language::Sv, 80, 24);
    let name = Catalog::new(Language::Sv).line("tui-do-hide");
    assert!(!name.is_ascii(), "{name}");
    bench.press(":").type_text(&crate::text::fold(&name));
    assert!(bench.screen().contains(&format!("▌ {name}")), "{}", bench.screen());
}

#[test]
fn enter_does_what_the_key_would_have_done() {
    let mut bench = Bench::open();
    bench.press(":").type_text("trash").press("enter");
    assert!(matches!(bench.home().over, Some(Over::Trash(_))), "{}", bench.screen());
    assert!(bench.model.palette.is_none());
    let mut bench = Bench::open();
    bench.press("^p").type_text("copy the next").press("enter");
    let code = samples()[7].next_code_at(crate::tui::testing::NOW).unwrap();
    assert_eq!(bench.copied(), [code.expose()]);
    bench.press(":").type_text("help").press("enter");
    assert!(bench.model.help.is_some() && bench.model.palette.is_none());
    assert_eq!(bench.model.live_behind_help(), [Context::Accounts, Context::List]);
}

#[test]
fn arrows_control_n_and_control_p_and_the_wheel_choose() {
    let mut bench = Bench::open();
    let chosen = |bench: &Bench| {
        let screen = bench.screen();
        screen.lines().skip(6).find(|line| line.contains("│  ▌")).map(str::to_owned).unwrap_or(screen)
    };
    bench.press(":");
    let first = chosen(&bench);
    let second = chosen(bench.press("down"));
    assert_ne!(first, second);
    assert_eq!(chosen(bench.press("^p")), first);
    assert_eq!(chosen(bench.press("^n")), second);
    bench.hand(Msg::Wheeled { is_down: false });
    assert_eq!(chosen(&bench), first);
}

#[test]
fn a_dangerous_deed_still_asks_its_question() {
    let mut bench = Bench::open();
    let chosen = bench.home().chosen().unwrap().id;
    bench.press(":").type_text("delete").press("enter");
    assert_eq!(bench.home().question, Some(Question::Delete(chosen)));
    assert_eq!(bench.saves(), 0);
    bench.press("n");
    assert_eq!(bench.home().session.book().trash().count(), 0);
}

#[test]
fn what_is_typed_stays_in_its_line() {
    let mut bench = Bench::open();
    let before = bench.home().chosen().unwrap().id;
    bench.press(":").type_text("dypnut.0123q:JK/?").paste("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP");
    assert!(bench.home().over.is_none() && bench.home().question.is_none() && bench.model.help.is_none());
    assert!(!bench.home().accounts.is_searching() && !bench.home().accounts.is_hidden());
    assert!(bench.asked.is_empty(), "{:?}", bench.asked);
    assert_eq!(bench.home().chosen().unwrap().id, before);
    bench.press("esc");
    assert!(bench.screen().contains("Search name, account"), "{}", bench.screen());
}

#[test]
fn where_letters_are_typed_nothing_opens_it() {
    let mut bench = Bench::open();
    bench.press("/ : ^p");
    assert!(bench.model.palette.is_none() && bench.home().accounts.is_searching());
    bench.press("esc esc t ^p");
    assert!(bench.model.palette.is_none(), "in other lists control and p goes up");
    bench.press(":");
    assert!(bench.model.palette.is_some(), "and a colon opens it there too");
}

#[test]
fn locking_takes_it_away() {
    let mut bench = Bench::open();
    bench.press(": ^l");
    assert!(matches!(bench.model.place, Place::Gate(Gate::Unlock(_))));
    assert!(bench.model.palette.is_none());
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::Forget)));
    let mut bench = Bench::open();
    bench.press(":").wait(std::time::Duration::from_secs(301));
    assert!(bench.model.palette.is_none() && bench.screen().contains("This vault is locked"));
}

#[test]
fn help_tells_of_it_and_comes_back_to_it() {
    let mut bench = Bench::open();
    bench.press(": f1");
    assert!(bench.screen().contains("Do what is chosen"), "{}", bench.screen());
    bench.press("esc");
    assert!(bench.screen().contains("Everything you can do here"));
}

#[test]
fn help_tells_of_no_key_that_means_something_else_on_the_screen_in_front() {
    let mut bench = Bench::open();
    let screen = bench.press("? pgdn").screen();
    let up = screen.lines().find(|line| line.contains("One row up")).unwrap();
    assert!(up.contains("↑  k") && !up.contains("^P"), "{up}");
}
