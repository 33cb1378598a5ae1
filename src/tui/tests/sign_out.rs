//! Signing out: asked, saved first, then moved aside; never in the demo.

use crate::ops::LoadError;
use crate::ops::sign_out::{Aside, Moved, SignOutError};
use crate::ports::{FileError, FileErrorKind};
use crate::tui::effect::Effect;
use crate::tui::model::{Gate, Place};
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::testing::{Bench, receipt};
use crate::words::Language;

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

/// The first screen, where a vault lies aside.
fn doors_with_a_vault_aside() -> Bench {
    let mut bench = Bench::new(Language::En, 80, 24);
    bench.hand(Msg::Began);
    let Some(Effect::Look(ticket)) = bench.asked.pop() else { unreachable!("the vault is looked for first") };
    bench.hand(Msg::Came(ticket, Answer::Looked(Err(LoadError::None))));
    let Some(Effect::Asides(ticket)) = bench.asked.pop() else { unreachable!("then one that lies aside") };
    let aside = Aside { path: "/v.signed-out-20261122T123456Z".into(), stamp: "20261122T123456Z".to_owned() };
    bench.hand(Msg::Came(ticket, Answer::Asides(Ok(vec![aside]))));
    bench
}

#[test]
fn a_vault_that_lies_aside_has_a_door_that_brings_it_back() {
    let mut bench = doors_with_a_vault_aside();
    assert!(bench.screen().contains("Sign in again"), "{}", bench.screen());
    assert!(bench.screen().contains("the vault moved aside on 2026-11-22 12:34 UTC"), "{}", bench.screen());
    // It is still there for who looks behind another door first.
    bench.press("down enter esc").press("end enter");
    let Some(Effect::SignInAgain(ticket)) = bench.asked.pop() else { unreachable!("the vault is brought back") };
    let moved = Moved {
        from: "/v.signed-out-20261122T123456Z".into(),
        to: "/v".into(),
        along: Vec::new(),
        left: Vec::new(),
        is_confirmed: true,
    };
    bench.hand(Msg::Came(ticket, Answer::SignedInAgain(Ok(moved))));
    assert!(matches!(bench.asked.pop(), Some(Effect::Look(_))));
    assert!(bench.screen().contains("The vault is back at /v."), "{}", bench.screen());
}

#[test]
fn no_vault_aside_is_no_door_and_a_folder_that_cannot_be_read_is_said() {
    let mut bench = doors_with_a_vault_aside();
    for (answer, said) in
        [(Ok(Vec::new()), None), (Err(FileError::new(FileErrorKind::Denied, "/vaults".as_ref())), Some("/vaults"))]
    {
        bench.hand(Msg::Came(Ticket(1), Answer::Looked(Err(LoadError::None))));
        let Some(Effect::Asides(ticket)) = bench.asked.pop() else { unreachable!("one that lies aside") };
        bench.hand(Msg::Came(ticket, Answer::Asides(answer)));
        assert!(!bench.screen().contains("Sign in again"), "{}", bench.screen());
        assert!(said.is_none_or(|said| bench.screen().contains(said)), "{}", bench.screen());
    }
}
