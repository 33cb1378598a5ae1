//! Saving: what is shown before and after the receipt, and what happens when there is none.

use std::time::Duration;

use crate::ops::SaveError;
use crate::ports::Signal;
use crate::tui::effect::{Effect, Ending};
use crate::tui::home::{Over, Question};
use crate::tui::model::Place;
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::{Bench, NOW, PASSPHRASE, samples};
use crate::tui::wake::sleep;
use crate::words::Language;

fn on_counter() -> Bench {
    let mut bench = Bench::open();
    bench.press("/").type_text("vpn").press("enter");
    bench
}

#[test]
fn a_counter_is_saved_before_its_code_is_seen() {
    let code = samples()[3].code_at(NOW).unwrap();
    let mut bench = on_counter();
    assert_eq!((bench.saves(), bench.copied().len()), (1, 0));
    assert!(!bench.screen().contains(&*code.grouped()));
    bench.saved();
    assert_eq!(bench.copied(), [code.expose()]);
    assert!(bench.screen().contains(&*code.grouped()), "{}", bench.screen());
    let counter = bench.home().chosen().and_then(|account| account.params().ok()?.counter());
    assert_eq!(counter.map(crate::otp::Counter::get), Some(42));
}

#[test]
fn a_counter_that_was_not_saved_shows_no_code_and_stays_unsaved() {
    let mut bench = on_counter();
    bench.not_saved(SaveError::ChangedElsewhere);
    assert_eq!(bench.copied(), [""; 0]);
    assert!(bench.home().is_unsaved());
    assert!(bench.screen().contains("Not saved"), "{}", bench.screen());
}

#[test]
fn a_taken_code_is_seen_for_a_minute() {
    let mut bench = on_counter();
    bench.saved();
    bench.wait(Duration::from_secs(59));
    assert!(bench.home().taken.is_some());
    bench.wait(Duration::from_secs(1));
    assert!(bench.home().taken.is_none());
    assert!(bench.screen().contains("y next code"));
}

/// The counter of the chosen account.
fn counter(bench: &Bench) -> u64 {
    bench.home().chosen().unwrap().params().unwrap().counter().unwrap().get()
}

#[test]
fn a_counter_based_code_in_sight_is_copied_again_and_no_other_one_is_used_up() {
    let code = samples()[3].code_at(NOW).unwrap();
    for (width, height) in [(80, 24), (120, 40), (40, 10)] {
        let mut bench = Bench::open_with(samples(), Language::En, width, height);
        bench.press("/").type_text("vpn").press("enter").saved();
        bench.press("y").click(&code.grouped());
        assert_eq!((counter(&bench), bench.saves()), (42, 1), "{width}");
        assert_eq!(bench.copied(), vec![code.expose(); 3], "{width}");
        bench.click("Example VPN");
        assert_eq!((counter(&bench), bench.saves()), (42, 1), "{width}: {}", bench.screen());
    }
}

#[test]
fn over_the_whole_screen_too_a_click_on_the_digits_copies_the_code_in_sight() {
    let mut bench = Bench::open_with(vec![samples().remove(3)], Language::En, 80, 24);
    bench.press("enter enter").saved().click("██").press("enter");
    assert_eq!((counter(&bench), bench.copied().len()), (42, 3));
}

#[test]
fn n_takes_the_next_counter_based_code_and_leaves_none_out() {
    let mut bench = on_counter();
    bench.saved();
    let second = bench.home().chosen().unwrap().code_at(NOW).unwrap();
    bench.press("n").saved();
    assert_eq!(counter(&bench), 43);
    assert_eq!(bench.copied()[1], second.expose());
}

#[test]
fn the_keys_of_a_counter_based_account_are_called_what_they_do() {
    let mut bench = Bench::open_with(vec![samples().remove(3)], Language::En, 80, 24);
    let footer = |bench: &Bench| bench.screen().lines().last().unwrap_or_default().to_owned();
    assert!(footer(&bench).contains("y next code"), "{}", footer(&bench));
    bench.press("y").saved();
    assert!(footer(&bench).contains("y copy"), "{}", footer(&bench));
    assert!(bench.screen().contains("y copy   n next code"), "{}", bench.screen());
    bench.press("enter");
    assert!(footer(&bench).contains("⏎ copy  n next code"), "{}", footer(&bench));
    bench.wait(Duration::from_secs(60));
    assert!(footer(&bench).contains("⏎ next code") && !footer(&bench).contains("n next"), "{}", footer(&bench));
}

#[test]
fn a_change_during_a_save_is_saved_by_the_next_one() {
    let mut bench = Bench::open();
    bench.press("p");
    bench.press("j p");
    assert_eq!(bench.saves(), 1);
    bench.saved();
    assert_eq!(bench.saves(), 2);
    bench.saved();
    assert_eq!((bench.saves(), bench.home().is_unsaved()), (2, false));
}

#[test]
fn leaving_waits_for_the_save() {
    let mut bench = Bench::open();
    bench.press("p q");
    assert!(!bench.asked.iter().any(|effect| matches!(effect, Effect::End(_))));
    bench.saved();
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::End(Ending::Left))));
}

#[test]
fn use_counts_alone_are_saved_when_leaving() {
    let mut bench = Bench::open();
    bench.press("y");
    assert_eq!(bench.saves(), 0);
    bench.press("q");
    assert_eq!(bench.saves(), 1);
    bench.saved();
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::End(Ending::Left))));
}

#[test]
fn a_vault_that_somebody_else_wrote_is_not_written_over_and_the_changes_are_kept_beside_it() {
    let mut bench = Bench::open();
    bench.press("d y");
    bench.not_saved(SaveError::ChangedElsewhere);
    assert_eq!(bench.home().question, Some(Question::KeepBeside(None)));
    bench.press("y");
    let Some(Effect::SaveBeside(ticket)) = bench.asked.pop() else { unreachable!() };
    bench.hand(Msg::Came(ticket, Answer::KeptBeside(Ok("/home/anna/vault.pulih.conflict-2-ab".into()))));
    assert!(!bench.home().is_unsaved());
    assert!(bench.screen().contains("vault.pulih.conflict-2-ab"), "{}", bench.screen());
}

#[test]
fn a_no_to_the_file_beside_still_asks_before_anything_is_lost() {
    let mut bench = Bench::open();
    bench.press("d y q");
    bench.not_saved(SaveError::ChangedElsewhere);
    bench.press("n");
    assert!(matches!(bench.home().question, Some(Question::Unsaved(_))));
    assert!(!bench.asked.iter().any(|effect| matches!(effect, Effect::End(_))));
}

#[test]
fn a_lock_that_would_lose_changes_hides_the_codes_and_asks() {
    let mut bench = Bench::open();
    bench.press("p ^l");
    bench.not_saved(SaveError::ReadBack);
    assert!(bench.home().accounts.is_hidden() && bench.home().question.is_some());
}

#[test]
fn leaving_without_a_save_is_a_question_and_a_no_keeps_everything() {
    let mut bench = Bench::open();
    bench.press("d y q");
    bench.not_saved(SaveError::ReadBack);
    assert!(matches!(bench.home().question, Some(Question::Unsaved(_))));
    bench.press("n");
    assert!(bench.home().is_unsaved());
    assert!(!bench.asked.iter().any(|effect| matches!(effect, Effect::End(_))));
    bench.press("q");
    bench.not_saved(SaveError::ReadBack);
    bench.press("y");
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::End(Ending::Left))));
}

#[test]
fn an_idle_vault_with_unsaved_changes_stays_open_rather_than_losing_them() {
    let mut bench = Bench::open();
    bench.press("p");
    bench.not_saved(SaveError::ReadBack);
    bench.wait(Duration::from_secs(3600));
    assert!(matches!(bench.model.place, Place::Home(_)));
}

#[test]
fn an_idle_vault_that_cannot_be_saved_hides_what_it_shows_and_keeps_what_changed() {
    let mut bench = Bench::open();
    bench.press("p").not_saved(SaveError::ReadBack);
    bench.press("j v").type_text(PASSPHRASE).press("enter").proved();
    assert!(matches!(bench.home().over, Some(Over::Qr(_))));
    assert!(sleep(&bench.model).is_some_and(|wait| wait <= Duration::from_secs(300)));
    bench.wait(Duration::from_secs(300));
    assert!(bench.home().over.is_none() && bench.home().accounts.is_hidden(), "{}", bench.screen());
    assert!(bench.home().is_unsaved() && bench.home().question.is_none());
    bench.not_saved(SaveError::ReadBack);
    assert!(bench.home().question.is_none(), "nobody sits here to be asked whether changes may go");
    assert!(bench.home().is_unsaved() && bench.home().session.book().all()[7].pinned != samples()[7].pinned);
}

#[test]
fn an_idle_vault_tries_to_save_again_as_often_as_it_would_lock_and_locks_once_that_works() {
    let mut bench = Bench::open();
    bench.press("p").not_saved(SaveError::ReadBack);
    for tries in 2..5 {
        bench.wait(Duration::from_secs(300));
        assert_eq!(bench.saves(), tries);
        bench.not_saved(SaveError::ReadBack).wait(Duration::from_secs(299));
        assert_eq!(bench.saves(), tries, "the disk is not asked all the time");
        assert!(sleep(&bench.model).is_some_and(|wait| !wait.is_zero()), "and nothing spins");
        bench.wait(Duration::from_secs(1)).not_saved(SaveError::ReadBack);
        bench.asked.truncate(bench.asked.len() - 1);
    }
    bench.wait(Duration::from_secs(300)).saved();
    assert_eq!(sleep(&bench.model), Some(Duration::ZERO));
    bench.wait(Duration::ZERO);
    assert!(matches!(bench.model.place, Place::Gate(_)), "{}", bench.screen());
}

#[test]
fn a_lock_that_would_lose_changes_leaves_no_key_on_the_screen() {
    let mut bench = Bench::open();
    bench.press("j v").type_text(PASSPHRASE).press("enter").proved();
    bench.press("^l");
    assert!(matches!(bench.model.place, Place::Gate(_)), "nothing was unsaved");
    let mut bench = Bench::open();
    bench.press("y enter j v").type_text(PASSPHRASE).press("enter").proved();
    bench.press("^l").not_saved(SaveError::ReadBack);
    assert!(bench.home().over.is_none() && bench.home().full.is_none() && bench.home().question.is_some());
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::ClearClipboard)));
}

#[test]
fn a_signal_ends_after_the_save_and_a_second_one_at_once() {
    let mut bench = Bench::open();
    bench.press("p");
    bench.hand(Msg::Signalled(Signal::Terminate));
    assert!(!bench.asked.iter().any(|effect| matches!(effect, Effect::End(_))));
    bench.hand(Msg::Signalled(Signal::Terminate));
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::End(Ending::Signal(Signal::Terminate)))));
}

#[test]
fn a_signal_does_not_ask_when_the_save_does_not_work() {
    let mut bench = Bench::open();
    bench.press("p");
    bench.hand(Msg::Signalled(Signal::HangUp));
    bench.not_saved(SaveError::ReadBack);
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::End(Ending::Signal(Signal::HangUp)))));
}

#[test]
fn a_worker_that_broke_leaves_the_change_unsaved() {
    let mut bench = Bench::open();
    bench.press("p");
    let ticket = bench.saving().unwrap();
    bench.hand(Msg::Came(ticket, Answer::Broke));
    assert!(bench.home().is_unsaved() && bench.home().saving.running.is_none());
}

#[test]
fn a_save_that_takes_its_time_is_told_of_and_a_quick_one_is_not() {
    let mut bench = Bench::open();
    bench.press("p").wait(Duration::from_millis(199));
    assert!(!bench.screen().contains("Saving"));
    assert_eq!(crate::tui::wake::sleep(&bench.model), Some(Duration::from_millis(1)));
    bench.wait(Duration::from_millis(1));
    assert!(bench.screen().contains("Saving …"), "{}", bench.screen());
    bench.saved();
    assert!(!bench.screen().contains("Saving"), "{}", bench.screen());
}
