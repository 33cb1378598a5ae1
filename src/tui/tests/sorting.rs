//! The order of the list, and moving accounts in it.

use crate::tui::testing::{Bench, NOW, samples};
use crate::words::Language;

/// The titles from the top, pinned one first.
fn titles(bench: &Bench) -> Vec<String> {
    let home = bench.home();
    let all = home.session.book().all();
    let rows = home.shelf.rows(home.session.book(), "", crate::tui::shelf::Group::All);
    rows.iter().map(|row| all[*row].title().to_owned()).collect()
}

fn used() -> Bench {
    let mut accounts = samples();
    (accounts[4].use_count, accounts[4].last_used) = (9, Some(NOW));
    (accounts[1].use_count, accounts[1].last_used) = (2, Some(crate::moment::Moment::from_unix(NOW.unix() + 5)));
    Bench::open_with(accounts, Language::En, 80, 24)
}

#[test]
fn s_goes_through_the_orders_and_pinned_accounts_stay_on_top() {
    let mut bench = used();
    let own = titles(&bench);
    bench.press("O");
    assert_eq!(titles(&bench)[..4], ["Amazon", "Contoso", "Example VPN", "Gitea"]);
    assert!(bench.screen().contains("Ordered by name."));
    bench.press("O");
    assert_eq!(titles(&bench)[..4], ["Amazon", "Steam", "Gitea", "GitHub"]);
    bench.press("O");
    assert_eq!(titles(&bench)[..4], ["Amazon", "Gitea", "Steam", "GitHub"]);
    bench.press("O");
    assert_eq!(titles(&bench), own);
    assert_eq!(bench.saves(), 0);
}

#[test]
fn the_choice_stays_on_its_account_and_the_list_does_not_jump_while_copying() {
    let mut bench = used();
    bench.press("j j O");
    assert_eq!(bench.home().chosen().unwrap().title(), "Gitea");
    bench.press("O");
    let before = titles(&bench);
    bench.press("G y y y").answer();
    assert_eq!(titles(&bench), before);
}

#[test]
fn moving_changes_the_own_order_and_is_saved() {
    let mut bench = Bench::open();
    bench.press("j J");
    assert_eq!(titles(&bench)[..3], ["Amazon", "Gitea", "GitHub"]);
    assert_eq!((bench.home().chosen().unwrap().title(), bench.saves()), ("GitHub", 1));
    bench.saved().press("K");
    assert_eq!(titles(&bench)[..3], ["Amazon", "GitHub", "Gitea"]);
}

#[test]
fn nothing_moves_over_the_pinned_ones_or_the_ends_or_in_another_order() {
    let mut bench = Bench::open();
    let own = titles(&bench);
    bench.press("j K g g K J G J / a enter K esc O K");
    assert!(bench.screen().contains("Accounts are moved in your own order"));
    bench.press("O O O");
    assert_eq!((titles(&bench), bench.saves()), (own, 0));
}
