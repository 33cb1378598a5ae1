//! Signing out: asked, saved first, then moved aside; never in the demo.

use crate::ops::LoadError;
use crate::ops::sign_out::{Moved, SignOutError};
use crate::tui::effect::Effect;
use crate::tui::model::{Gate, Place};
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::testing::{Bench, receipt};

fn asked_for(bench: &mut Bench) -> Option<Ticket> {
    let place = bench.asked.iter().position(|effect| matches!(effect, Effect::SignOut(_)))?;
    match bench.asked.remove(place) {
        Effect::SignOut(ticket) => Some(ticket),
        _ => None,
    }
}

#[test]
fn signing_out_is_asked_about_and_leads_to_the_doors() {
    let mut bench = Bench::open();
    bench.press("X");
    assert!(bench.screen().contains("Sign out of all accounts?"), "{}", bench.screen());
    bench.press("n");
    assert!(asked_for(&mut bench).is_none() && bench.home().question.is_none());

    bench.press("X y");
    let ticket = asked_for(&mut bench).unwrap();
    assert!(matches!(bench.model.place, Place::Gate(Gate::Opening)), "nothing secret is left");
    let moved = Moved {
        from: "/v".into(),
        to: "/v.signed-out-20261122T123456Z".into(),
        along: Vec::new(),
        left: Vec::new(),
        is_confirmed: true,
    };
    bench.hand(Msg::Came(ticket, Answer::SignedOut(Ok(moved))));
    let Some(Effect::Look(ticket)) = bench.asked.pop() else { unreachable!("what lies there is looked at") };
    bench.hand(Msg::Came(ticket, Answer::Looked(Err(LoadError::None))));
    assert!(bench.screen().contains("signed-out-20261122T123456Z"), "{}", bench.screen());
}

#[test]
fn what_changed_is_saved_before_the_vault_goes_aside() {
    let mut bench = Bench::open();
    bench.press("p X y");
    assert!(asked_for(&mut bench).is_none());
    let ticket = bench.saving().unwrap();
    bench.hand(Msg::Came(ticket, Answer::Saved(Ok(receipt()))));
    assert!(asked_for(&mut bench).is_some());
}

#[test]
fn a_vault_that_could_not_be_moved_is_where_it_was_and_that_is_said() {
    let mut bench = Bench::open();
    bench.press("X y");
    let ticket = asked_for(&mut bench).unwrap();
    bench.hand(Msg::Came(ticket, Answer::SignedOut(Err(SignOutError::NoVault))));
    assert!(bench.model.desk.toast.is_some() && matches!(bench.asked.pop(), Some(Effect::Look(_))));
}

#[test]
fn the_demo_signs_nobody_out() {
    let mut bench = Bench::open();
    bench.model.desk.is_demo = true;
    bench.press("X y");
    assert!(bench.home().question.is_none() && asked_for(&mut bench).is_none());
}
