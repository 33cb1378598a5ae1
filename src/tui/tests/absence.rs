//! Whoever leaves the computer leaves a locked vault behind, and nothing that comes late opens it.

use std::time::Duration;

use crate::moment::Tick;
use crate::ops::{LoadError, SaveError};
use crate::ports::{Absence, Hold, Signal};
use crate::tui::effect::Effect;
use crate::tui::model::{Gate, Place};
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::{Bench, NOW, samples, session};
use crate::tui::tests::gate::{looked, slot};
use crate::vault::SlotKind;

fn is_locked(bench: &Bench) -> bool {
    matches!(bench.model.place, Place::Gate(Gate::Unlock(_)))
}

/// Lets the wall clock move by so many seconds while the other one moves by one.
fn clock_moves(bench: &mut Bench, seconds: i64) {
    let now = crate::moment::Moment::from_unix(NOW.unix() + seconds);
    bench.hand(Msg::Time(now, Tick(Duration::from_secs(1))));
}

#[test]
fn every_sign_of_absence_locks_and_says_why() {
    for (absence, why) in [
        (Absence::AboutToSleep(Hold::new(())), "Locked, since the computer was asleep."),
        (Absence::HasSlept, "Locked, since the computer was asleep."),
        (Absence::SessionLocked, "Locked together with the session of the desktop."),
    ] {
        let mut bench = Bench::open();
        bench.press("/");
        bench.hand(Msg::Away(absence));
        assert!(is_locked(&bench));
        assert!(bench.screen().contains(why), "{}", bench.screen());
        assert!(bench.asked.iter().any(|asked| matches!(asked, Effect::Forget)));
    }
}

#[test]
fn a_clock_that_jumps_ahead_locks_and_one_that_is_set_a_little_or_back_is_said() {
    let mut bench = Bench::open();
    clock_moves(&mut bench, 20);
    assert!(!bench.screen().contains("clock"), "{}", bench.screen());
    clock_moves(&mut bench, 100);
    assert!(bench.screen().contains("The computer’s clock was set."), "{}", bench.screen());
    clock_moves(&mut bench, -100_000);
    assert!(!is_locked(&bench), "a clock that is set back shows nothing that was not seen");
    assert!(bench.screen().contains("The computer’s clock was set."));
    clock_moves(&mut bench, 30);
    assert!(is_locked(&bench));
    assert!(bench.screen().contains("Locked, since the computer’s clock was moved on."), "{}", bench.screen());
}

#[test]
fn time_that_both_clocks_agree_on_is_no_jump() {
    let mut bench = Bench::open();
    bench.wait(Duration::from_secs(250));
    assert!(!is_locked(&bench) && !bench.screen().contains("clock was"), "{}", bench.screen());
}

#[test]
fn a_vault_that_opens_after_the_person_left_stays_locked() {
    let mut bench = looked(Ok(vec![slot(SlotKind::Passphrase)]));
    bench.type_text("right").press("enter");
    let Some(Effect::Open(ticket, _)) = bench.asked.pop() else { panic!() };
    bench.hand(Msg::Away(Absence::SessionLocked));
    bench.hand(Msg::Came(ticket, Answer::Opened(Ok(Box::new(session(samples()))))));
    assert!(is_locked(&bench), "{}", bench.screen());
    bench.type_text("x").hand(Msg::Away(Absence::HasSlept));
    bench.press("enter");
    assert!(!bench.asked.iter().any(|asked| matches!(asked, Effect::Open(..))), "what was typed is forgotten");
}

#[test]
fn a_vault_that_is_made_after_the_person_left_is_a_locked_one() {
    let mut bench = looked(Err(LoadError::None));
    bench
        .press("down enter")
        .type_text("several plain words")
        .press("enter")
        .type_text("several plain words")
        .press("enter");
    let Some(Effect::Create(ticket, _)) = bench.asked.pop() else { panic!() };
    bench.hand(Msg::Away(Absence::HasSlept));
    bench.hand(Msg::Came(ticket, Answer::Created(Ok(Box::new(session(Vec::new()))))));
    assert!(is_locked(&bench), "{}", bench.screen());
}

#[test]
fn a_lock_that_cannot_save_asks_and_shows_no_codes_meanwhile() {
    let mut bench = Bench::open();
    bench.press("p");
    bench.hand(Msg::Away(Absence::SessionLocked));
    assert!(!is_locked(&bench), "a save is on its way");
    bench.not_saved(SaveError::ReadBack);
    assert!(bench.screen().contains("Lock without saving?"), "{}", bench.screen());
    bench.press("y");
    assert!(is_locked(&bench));
    assert!(!bench.screen().contains("desktop"), "it was the person who locked");
}

#[test]
fn a_question_that_waits_for_an_answer_holds_no_lock_up() {
    let mut away = Bench::open();
    away.press("y d");
    away.hand(Msg::Away(Absence::SessionLocked));
    away.saved();
    assert!(is_locked(&away), "{}", away.screen());
    let mut idle = Bench::open();
    idle.press("y d").wait(Duration::from_secs(300));
    idle.saved();
    assert!(is_locked(&idle), "{}", idle.screen());
}

#[test]
fn a_question_that_comes_while_a_lock_waits_for_its_save_does_not_hold_it_up() {
    let mut bench = Bench::open();
    bench.press("p ^l d").saved();
    assert!(is_locked(&bench), "{}", bench.screen());
}

#[test]
fn whether_to_lock_without_saving_is_asked_no_more_once_the_next_try_has_saved() {
    for error in [SaveError::ReadBack, SaveError::ChangedElsewhere] {
        let mut bench = Bench::open();
        bench.press("p ^l").not_saved(error.clone());
        bench.hand(Msg::Away(Absence::SessionLocked));
        assert!(!is_locked(&bench), "it is not saved yet");
        bench.not_saved(error);
        assert!(bench.home().question.is_some() && bench.home().is_unsaved(), "asked again: nothing is lost");
        bench.hand(Msg::Away(Absence::SessionLocked));
        bench.saved();
        assert!(is_locked(&bench), "{}", bench.screen());
    }
}

#[test]
fn a_stop_that_nobody_announced_locks_where_stopping_does() {
    for locks in [true, false] {
        let mut bench = Bench::open();
        bench.model.desk.config.lock_on_suspend = locks;
        bench.hand(Msg::Signalled(Signal::Continue));
        assert_eq!(is_locked(&bench), locks);
    }
}
