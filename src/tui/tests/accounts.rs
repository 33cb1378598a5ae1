//! The accounts screen: choosing, searching, copying, deleting, locking.

use std::time::Duration;

use crate::account::AccountId;
use crate::tui::effect::{Effect, Ending};
use crate::tui::home::Question;
use crate::tui::model::{Gate, Place};
use crate::tui::testing::{Bench, NOW, ready, samples, totp};
use crate::words::Language;

fn chosen(bench: &Bench) -> String {
    bench.home().chosen().map(|account| account.title().to_owned()).unwrap_or_default()
}

#[test]
fn pinned_accounts_stand_first_and_the_rest_in_their_order() {
    let screen = Bench::open().screen();
    let places = ["Amazon", "GitHub", "Gitea", "Kulturbanken"].map(|title| screen.find(title).unwrap());
    assert!(places.is_sorted(), "{screen}");
}

#[test]
fn y_copies_the_code_that_is_shown_and_says_until_when() {
    let mut bench = Bench::open();
    bench.press("y").answer();
    let code = samples()[7].code_at(NOW).unwrap();
    assert_eq!(bench.copied(), [code.expose()]);
    assert!(bench.screen().contains("Copied. Cleared in 20 s."));
    assert!(bench.screen().contains(&*code.grouped()));
}

#[test]
fn the_clipboard_is_emptied_after_its_time_and_not_before() {
    let mut bench = Bench::open();
    bench.press("y").answer();
    bench.wait(Duration::from_secs(19));
    assert!(!bench.asked.iter().any(|effect| matches!(effect, Effect::ClearClipboard)));
    bench.wait(Duration::from_secs(1));
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::ClearClipboard)));
    assert!(bench.screen().contains("Clipboard cleared."));
}

#[test]
fn n_copies_the_code_after_this_one() {
    let mut bench = Bench::open();
    bench.press("n");
    assert_eq!(bench.copied(), [samples()[7].next_code_at(NOW).unwrap().expose()]);
}

#[test]
fn typing_filters_and_enter_copies_what_was_found() {
    let mut bench = Bench::open();
    bench.press("/ g i t e");
    assert_eq!(chosen(&bench), "Gitea", "the best match is chosen");
    bench.press("enter");
    assert_eq!(bench.copied(), [samples()[1].code_at(NOW).unwrap().expose()]);
    bench.press("d");
    assert!(bench.home().question.is_some(), "the list has the focus again");
}

#[test]
fn while_searching_the_card_names_the_key_that_copies_there() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut bench = Bench::open_with(samples(), Language::En, width, height);
        bench.press("/");
        let screen = bench.screen();
        assert!(screen.contains("⏎ copy") && !screen.contains("y copy") && !screen.contains("n copy"), "{screen}");
    }
}

#[test]
fn no_letter_is_a_command_while_the_search_has_the_focus() {
    let mut bench = Bench::open();
    bench.press("/").type_text("dqapt?");
    assert!(bench.home().question.is_none() && bench.home().over.is_none() && bench.model.help.is_none());
    assert!(bench.screen().contains("/ dqapt?"));
}

#[test]
fn esc_clears_the_search_first_and_leaves_it_then() {
    let mut bench = Bench::open();
    bench.press("/ g esc");
    assert!(bench.screen().contains("8 of 8"));
    assert!(bench.home().accounts.is_searching());
    bench.press("esc");
    assert!(!bench.home().accounts.is_searching());
}

#[test]
fn tab_walks_through_the_groups_and_back_to_all() {
    let mut bench = Bench::open();
    bench.press("tab");
    assert!(bench.screen().contains("2 of 8"), "{}", bench.screen());
    bench.press("tab");
    assert_eq!(chosen(&bench), "Kulturbanken");
    bench.press("tab");
    assert!(bench.screen().contains("Old forum") && !bench.screen().contains("GitHub"));
    bench.press("tab tab");
    assert!(bench.screen().contains("8 of 8"));
}

#[test]
fn an_account_without_a_key_shows_its_badge_and_never_a_digit() {
    let mut bench = Bench::open();
    bench.press("tab tab tab");
    let screen = bench.screen();
    assert!(screen.contains("◐ Sign in to restore your account"), "{screen}");
    assert!(screen.contains("▲ Action required"), "{screen}");
    bench.press("y n enter y n enter esc");
    assert_eq!(bench.copied(), [""; 0]);
}

#[test]
fn a_deleted_account_is_asked_about_then_saved_then_brought_back() {
    let mut bench = Bench::open();
    bench.press("d");
    assert_eq!(bench.home().question, Some(Question::Delete(AccountId([8; 16]))));
    assert!(bench.screen().contains("Amazon (anna.ek@example.com) goes to the trash."));
    assert_eq!(bench.saves(), 0);
    bench.press("y");
    assert_eq!(bench.saves(), 1);
    assert!(!bench.screen().contains("anna.ek@example.com)"), "{}", bench.screen());
    assert_eq!(bench.home().shelf.len(), 7);
    bench.press("u");
    assert_eq!((bench.home().shelf.len(), chosen(&bench).as_str()), (8, "Amazon"));
}

#[test]
fn a_no_keeps_the_account() {
    for no in ["n", "esc"] {
        let mut bench = Bench::open();
        bench.press("d").press(no);
        assert_eq!((bench.home().shelf.len(), bench.saves(), bench.home().question), (8, 0, None));
    }
}

#[test]
fn enter_is_no_yes_to_a_question() {
    let mut bench = Bench::open();
    bench.press("d enter space");
    assert_eq!((bench.home().shelf.len(), bench.home().question.is_some()), (8, true));
}

#[test]
fn an_undo_is_over_after_ten_seconds_and_the_trash_still_has_it() {
    let mut bench = Bench::open();
    bench.press("d y").wait(Duration::from_secs(10));
    bench.press("u");
    assert_eq!(bench.home().shelf.len(), 7);
    bench.press("t");
    assert!(bench.screen().contains("Amazon"));
    bench.press("b");
    assert_eq!(bench.home().shelf.len(), 8);
}

#[test]
fn what_is_removed_for_good_is_asked_about_once_more() {
    let mut bench = Bench::open();
    bench.press("d y t x");
    assert!(bench.screen().contains("Remove it for good?"));
    bench.press("y");
    assert!(bench.screen().contains("The trash is empty."));
    assert_eq!(bench.home().session.book().all().len(), 7);
}

#[test]
fn the_vault_locks_by_key_and_nothing_secret_stays() {
    let mut bench = Bench::open();
    bench.press("^l");
    assert!(matches!(bench.model.place, Place::Gate(Gate::Unlock(_))));
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::ClearClipboard)));
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::Forget)));
    assert!(bench.screen().contains("This vault is locked"));
}

#[test]
fn the_vault_locks_after_five_idle_minutes_and_a_key_starts_them_anew() {
    let mut bench = Bench::open();
    bench.wait(Duration::from_secs(299)).press("j").wait(Duration::from_secs(299));
    assert!(matches!(bench.model.place, Place::Home(_)));
    bench.wait(Duration::from_secs(1));
    assert!(matches!(bench.model.place, Place::Gate(Gate::Unlock(_))));
}

#[test]
fn a_late_answer_to_a_locked_vault_changes_nothing() {
    let mut bench = Bench::open();
    bench.press("p");
    let ticket = bench.saving().unwrap();
    bench.saved().press("^l");
    let late = crate::tui::msg::Answer::Saved(Ok(crate::tui::testing::receipt()));
    bench.hand(crate::tui::msg::Msg::Came(ticket, late));
    assert!(matches!(bench.model.place, Place::Gate(Gate::Unlock(_))));
}

#[test]
fn hidden_codes_show_dots_in_their_groups_and_still_copy() {
    let mut bench = Bench::open();
    bench.press(".");
    let screen = bench.screen();
    assert!(screen.contains("••• •••") && screen.contains("•••• ••••"), "{screen}");
    let code = samples()[7].code_at(NOW).unwrap();
    assert!(!screen.contains(&*code.grouped()));
    bench.press("y");
    assert_eq!(bench.copied(), [code.expose()]);
}

#[test]
fn each_account_counts_down_its_own_period() {
    let screen = Bench::open().screen();
    let row = screen.lines().find(|line| line.contains("Kulturbanken")).unwrap();
    assert!(row.ends_with("48s"), "{row}");
    assert!(screen.contains("18 s left"), "{screen}");
}

#[test]
fn codes_change_with_the_clock() {
    let mut bench = Bench::open();
    let before = samples()[7].next_code_at(NOW).unwrap();
    bench.wait(Duration::from_secs(18));
    bench.press("y");
    assert_eq!(bench.copied(), [before.expose()]);
}

#[test]
fn leaving_with_nothing_unsaved_just_ends() {
    let mut bench = Bench::open();
    bench.press("q");
    assert!(matches!(bench.asked.as_slice(), [Effect::Remember(..), Effect::End(Ending::Left)]), "{:?}", bench.asked);
}

#[test]
fn the_chosen_account_is_always_on_the_screen() {
    let accounts: Vec<_> = (0..100).map(|id| ready(id, &format!("Service {id:03}"), "anna", totp(id, 6, 30))).collect();
    let mut bench = Bench::open_with(accounts, Language::En, 80, 24);
    for keys in ["pgdn", "G", "pgup", "g g", "j", "k", "end", "home", "^d", "^u", "pgdn"] {
        bench.press(keys);
        assert!(bench.screen().contains(&chosen(&bench)), "after {keys}");
    }
    bench.press("G");
    assert_eq!(chosen(&bench), "Service 099");
}

#[test]
fn a_code_that_is_nearly_over_is_copied_and_the_next_one_offered() {
    let mut bench = Bench::open();
    bench.wait(Duration::from_secs(15)).press("y").answer();
    assert!(!bench.screen().contains("copies the next one"), "three seconds are enough: {}", bench.screen());
    bench.wait(Duration::from_secs(1)).press("y").answer();
    assert!(bench.screen().contains("this code ends in 2 s. n copies the next one."), "{}", bench.screen());
    bench.press("n").answer();
    assert!(bench.screen().contains("Copied. Cleared in"), "{}", bench.screen());
}

#[test]
fn a_long_badge_leaves_the_name_room_to_be_read() {
    for (width, height) in [(120, 40), (60, 16), (110, 24)] {
        let bench = Bench::open_with(samples(), Language::En, width, height);
        let screen = bench.screen();
        let row = screen.lines().find(|line| line.contains("Contoso")).unwrap();
        assert!(row.contains("anna@con"), "{width}: {row}");
    }
}

#[test]
fn the_time_that_is_left_is_seen_at_every_size() {
    for (width, height) in [(120, 40), (80, 24), (60, 16), (40, 10)] {
        let screen = Bench::open_with(samples(), Language::En, width, height).screen();
        assert!(screen.contains("18 s") || screen.contains("18s"), "{width}x{height}: {screen}");
    }
}

#[test]
fn the_footer_names_nothing_that_can_do_nothing() {
    let footer = |bench: &Bench| bench.screen().lines().last().unwrap_or_default().to_owned();
    let mut empty = Bench::open_with(Vec::new(), Language::En, 120, 24);
    let said = footer(&empty);
    assert!(["open", "edit", "delete", "mark"].iter().all(|verb| !said.contains(verb)), "{said}");
    assert!(said.contains("a add") && said.contains("i import"), "{said}");
    empty.press("t");
    assert!(!footer(&empty).contains("bring back") && !footer(&empty).contains("x "), "{}", footer(&empty));
    let mut bench = Bench::open();
    bench.press("/").type_text("qqqqq");
    assert!(!footer(&bench).contains("copy") && footer(&bench).contains("Esc"), "{}", footer(&bench));
    let mut bench = Bench::open_with(samples(), Language::En, 120, 24);
    bench.press("j enter r");
    let said = footer(&bench);
    assert!(said.contains("a add") && !said.contains("remove") && !said.contains("copy"), "{said}");
    bench.paste("one").press("enter").saved();
    assert!(footer(&bench).contains("x remove"), "{}", footer(&bench));
}
