//! Several accounts at once: marked, then pinned, grouped or put into the trash, and all of it taken back in one step.

use crate::tui::home::{Over, Question};
use crate::tui::testing::{Bench, ready, samples, totp};
use crate::words::Language;

fn marked(bench: &Bench) -> usize {
    bench.home().accounts.marked().len()
}

fn in_group(bench: &Bench, group: &str) -> Vec<String> {
    let live = bench.home().session.book().live();
    let inside = live.filter(|account| account.groups.iter().any(|one| **one == *group));
    inside.map(|account| account.title().to_owned()).collect()
}

#[test]
fn space_marks_and_goes_on_and_takes_the_mark_off_again() {
    let mut bench = Bench::open();
    bench.press("space space");
    assert_eq!((marked(&bench), bench.home().chosen().unwrap().title()), (2, "Gitea"));
    assert!(bench.screen().contains("✓ 2 marked"), "{}", bench.screen());
    bench.press("k space");
    assert_eq!(marked(&bench), 1);
    bench.press("esc");
    assert_eq!(marked(&bench), 0);
    assert!(!bench.screen().contains("marked"), "{}", bench.screen());
}

#[test]
fn all_that_are_listed_are_marked_by_one_key_and_marks_outlive_another_search() {
    let mut bench = Bench::open();
    bench.press("/").type_text("git").press("^n");
    bench.press("esc esc *");
    assert_eq!(marked(&bench), 8);
    bench.press("*");
    assert_eq!(marked(&bench), 0);
    bench.press("tab ^a tab ^a");
    assert_eq!(marked(&bench), 3, "two of Work, one of Home");
}

#[test]
fn many_go_into_the_trash_after_a_question_that_names_them_and_come_back_in_one_step() {
    let mut bench = Bench::open();
    bench.press("space space space d");
    assert_eq!(bench.home().question, Some(Question::DeleteMarked));
    let screen = bench.screen().replace("│", " ").split_whitespace().collect::<Vec<_>>().join(" ");
    // The book's own order names them: pinned ones stand first only in the list.
    assert!(screen.contains("3 accounts go to the trash: GitHub, Gitea, Amazon."), "{screen}");
    bench.press("n");
    assert_eq!((bench.home().session.book().trash().count(), marked(&bench)), (0, 3));
    bench.press("d y");
    assert_eq!((bench.home().session.book().trash().count(), marked(&bench), bench.saves()), (3, 0, 1));
    assert!(bench.screen().contains("3 accounts are in the trash.  u undo"), "{}", bench.screen());
    bench.press("u");
    assert_eq!(bench.home().shelf.len(), 8);
}

#[test]
fn a_question_about_very_many_names_the_first_and_counts_the_rest() {
    let accounts = (0..40).map(|id| ready(id, &format!("Service {id:02}"), "anna", totp(id, 6, 30))).collect();
    let mut bench = Bench::open_with(accounts, Language::En, 80, 24);
    bench.press("* d");
    let screen = bench.screen().replace("│", " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("40 accounts go to the trash:") && screen.contains("and 35 more."), "{screen}");
}

#[test]
fn pins_are_set_on_all_or_taken_off_all_and_taken_back_as_they_were() {
    let pinned = |bench: &Bench| bench.home().session.book().live().filter(|account| account.pinned).count();
    let mut bench = Bench::open();
    bench.press("space space p");
    assert_eq!(pinned(&bench), 2);
    bench.press("p");
    assert_eq!(pinned(&bench), 0);
    bench.press("p u");
    assert_eq!(pinned(&bench), 0);
}

#[test]
fn the_panel_puts_all_that_are_marked_into_a_group_and_out_of_it() {
    let mut bench = Bench::open();
    bench.press("j space space #");
    assert!(matches!(bench.home().over, Some(Over::Groups(_))));
    assert!(
        bench.screen().contains("Groups of 2 accounts") && bench.screen().contains("[-] Work"),
        "{}",
        bench.screen()
    );
    bench.press("enter");
    assert_eq!(in_group(&bench, "Work"), ["GitHub", "Gitea", "Contoso"]);
    assert!(bench.screen().contains("[x] Work"), "{}", bench.screen());
    bench.press("enter");
    assert_eq!(in_group(&bench, "Work"), ["Contoso"]);
    bench.press("esc u");
    assert_eq!(in_group(&bench, "Work"), ["GitHub", "Gitea", "Contoso"]);
}

#[test]
fn a_name_that_no_group_has_makes_one_and_the_undo_takes_it_away_again() {
    let mut bench = Bench::open();
    bench.press("#").type_text("Travel");
    assert!(bench.screen().contains("[+] New group “Travel”"), "{}", bench.screen());
    bench.press("enter");
    assert_eq!(in_group(&bench, "Travel"), ["Amazon"]);
    bench.press("esc u");
    assert!(in_group(&bench, "Travel").is_empty());
    assert_eq!(bench.home().session.book().groups().len(), 2);
    bench.press("#").type_text("wORK");
    assert!(!bench.screen().contains("New group"), "the group is there, spelt otherwise: {}", bench.screen());
}

#[test]
fn the_notice_tells_of_undo_only_where_the_key_does_it() {
    let mut bench = Bench::open();
    bench.press("d y");
    assert!(bench.screen().contains("Amazon is in the trash.  u undo"), "{}", bench.screen());
    bench.press("/");
    assert!(!bench.screen().contains("u undo"), "a letter is typed here: {}", bench.screen());
    bench.press("esc a");
    assert!(bench.screen().contains("is in the trash.") && !bench.screen().contains("u undo"), "{}", bench.screen());
}

#[test]
fn the_footer_has_what_is_done_to_marks_first_and_nothing_that_needs_a_code_where_there_is_none() {
    let footer = |bench: &Bench| bench.screen().trim_end().lines().last().unwrap_or_default().to_owned();
    let mut bench = Bench::open();
    assert!(footer(&bench).contains("copy"), "{}", footer(&bench));
    bench.press("space");
    let marked = footer(&bench);
    let place = |text: &str| marked.find(text).unwrap_or(usize::MAX);
    assert!(place("delete") < place("search") && !marked.contains("copy"), "{marked}");
    bench.press("esc end");
    let is_ready = bench.home().chosen().is_some_and(|account| account.params().is_ok());
    assert!(!is_ready && !footer(&bench).contains("copy"), "{}", footer(&bench));
}

#[test]
fn an_account_over_the_whole_screen_is_meant_alone_whatever_is_marked() {
    let mut bench = Bench::open_with(samples(), Language::En, 80, 24);
    bench.press("space space space enter d");
    assert!(matches!(bench.home().question, Some(Question::Delete(_))));
    bench.press("n p");
    assert!(bench.home().chosen().unwrap().pinned && marked(&bench) == 3);
}

#[test]
fn behind_a_question_and_the_panel_a_counter_based_account_still_names_its_key() {
    for keys in ["d", "#"] {
        let mut bench = Bench::open_with(samples(), Language::En, 110, 40);
        bench.press(keys);
        assert!(bench.screen().contains("y next code"), "{keys}: {}", bench.screen());
    }
}
