//! Before the vault is open: the doors, a new vault, the passphrase.

use std::time::Duration;

use crate::ops::LoadError;
use crate::tui::effect::{Effect, Way};
use crate::tui::model::{Gate, Place};
use crate::tui::msg::{Answer, Msg, OpenFailure, Ticket};
use crate::tui::testing::{Bench, samples, session};
use crate::vault::{OpenError, ParseError, SlotKind, SlotSummary};
use crate::words::Language;

pub(in crate::tui::tests) fn slot(kind: SlotKind) -> SlotSummary {
    SlotSummary { kind, id: [1; 16], kdf: None }
}

pub(in crate::tui::tests) fn looked(answer: Result<Vec<SlotSummary>, LoadError>) -> Bench {
    let mut bench = Bench::new(Language::En, 80, 24);
    bench.hand(Msg::Began);
    let Some(Effect::Look(ticket)) = bench.asked.pop() else { unreachable!("the vault is looked for first") };
    bench.hand(Msg::Came(ticket, Answer::Looked(answer)));
    bench
}

pub(in crate::tui::tests) fn locked() -> Bench {
    looked(Ok(vec![slot(SlotKind::Passphrase)]))
}

fn opening(bench: &mut Bench) -> Ticket {
    match bench.asked.pop() {
        Some(Effect::Open(ticket, _)) => ticket,
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn without_a_vault_the_doors_are_shown() {
    let bench = looked(Err(LoadError::None));
    let screen = bench.screen();
    assert!(screen.contains("New vault") && screen.contains("Import from another app"), "{screen}");
}

#[test]
fn l_changes_the_language_before_anything_is_decided() {
    let mut bench = looked(Err(LoadError::None));
    bench.press("L");
    assert_eq!(bench.model.desk.language, Language::Sv);
}

#[test]
fn a_damaged_vault_is_said_so_and_can_be_looked_at_again() {
    let mut bench = looked(Err(LoadError::Parse(ParseError::Damaged)));
    assert!(bench.screen().contains("The vault can't be opened"));
    assert!(bench.screen().contains("/home/anna/vault.pulih"));
    bench.press("enter");
    assert!(matches!(bench.asked.pop(), Some(Effect::Look(_))));
}

#[test]
fn the_passphrase_opens_the_vault_and_is_never_on_the_screen() {
    let mut bench = locked();
    bench.type_text("open sesame");
    assert!(!bench.screen().contains("sesame") && bench.screen().contains("•••••••••••"));
    bench.press("enter");
    let Some(Effect::Open(ticket, Way::Passphrase(passphrase))) = bench.asked.pop() else { unreachable!() };
    assert_eq!(passphrase.expose(), b"open sesame");
    bench.hand(Msg::Came(ticket, Answer::Opened(Ok(Box::new(session(samples()))))));
    assert!(matches!(bench.model.place, Place::Home(_)));
}

#[test]
fn a_wrong_passphrase_is_said_so_and_can_be_typed_again() {
    let mut bench = locked();
    bench.type_text("wrong").press("enter");
    assert!(bench.screen().contains("Opening"));
    let ticket = opening(&mut bench);
    bench.hand(Msg::Came(ticket, Answer::Opened(Err(OpenFailure::Open(OpenError::WrongKey)))));
    assert!(!bench.screen().contains("•"), "the field is empty again");
    bench.type_text("right").press("enter");
    opening(&mut bench);
}

#[test]
fn from_the_third_wrong_answer_on_the_next_one_waits_and_then_goes() {
    let mut bench = locked();
    for _ in 0..3 {
        bench.type_text("wrong").press("enter");
        let ticket = opening(&mut bench);
        bench.hand(Msg::Came(ticket, Answer::Opened(Err(OpenFailure::Open(OpenError::WrongKey)))));
    }
    assert!(bench.screen().contains("The next try is open in 1 s."));
    bench.type_text("right").press("enter");
    assert!(bench.asked.is_empty());
    bench.wait(Duration::from_secs(1)).press("enter");
    opening(&mut bench);
}

#[test]
fn an_answer_to_an_older_try_changes_nothing() {
    let mut bench = locked();
    bench.type_text("one").press("enter");
    bench.hand(Msg::Came(Ticket(999), Answer::Opened(Ok(Box::new(session(samples()))))));
    assert!(matches!(bench.model.place, Place::Gate(Gate::Unlock(_))));
}

#[test]
fn tab_offers_the_ways_that_the_file_has() {
    let mut bench = looked(Ok([SlotKind::KeyStore, SlotKind::Passphrase, SlotKind::Words].map(slot).to_vec()));
    bench.press("tab").type_text("twelve words").press("enter");
    assert!(matches!(bench.asked.pop(), Some(Effect::Open(_, Way::Words(_)))));
    let mut bench = looked(Ok([SlotKind::KeyStore, SlotKind::Passphrase].map(slot).to_vec()));
    bench.press("tab enter");
    assert!(matches!(bench.asked.pop(), Some(Effect::Open(_, Way::KeyStore))));
}

#[test]
fn a_new_vault_wants_the_same_passphrase_twice() {
    let mut bench = looked(Err(LoadError::None));
    bench
        .press("down enter")
        .type_text("several plain words")
        .press("enter")
        .type_text("several plain word")
        .press("enter");
    assert!(bench.screen().contains("The two are not the same."), "{}", bench.screen());
    bench.type_text("several plain words").press("enter");
    let Some(Effect::Create(ticket, passphrase)) = bench.asked.pop() else { unreachable!() };
    assert_eq!(passphrase.expose(), b"several plain words");
    assert!(bench.screen().contains("Measuring"));
    bench.hand(Msg::Came(ticket, Answer::Created(Ok(Box::new(session(Vec::new()))))));
    assert!(bench.screen().contains("No accounts yet."));
    assert!(bench.screen().contains("The vault is made and saved."));
}

#[test]
fn a_passphrase_that_is_too_short_does_not_come_to_the_second_field() {
    let mut bench = looked(Err(LoadError::None));
    bench.press("down enter").type_text("short").press("enter").type_text("x").press("enter");
    assert!(!bench.asked.iter().any(|effect| matches!(effect, Effect::Create(..))));
}

#[test]
fn the_import_door_leads_through_a_new_vault_to_the_import() {
    let mut bench = looked(Err(LoadError::None));
    bench.press("down down enter").type_text("several plain words").press("enter");
    bench.type_text("several plain words").press("enter");
    let Some(Effect::Create(ticket, _)) = bench.asked.pop() else { unreachable!() };
    bench.hand(Msg::Came(ticket, Answer::Created(Ok(Box::new(session(Vec::new()))))));
    assert!(bench.screen().contains("Import from another app"), "{}", bench.screen());
}

#[test]
fn a_worker_that_broke_lets_one_try_again() {
    let mut bench = locked();
    bench.type_text("one").press("enter");
    let ticket = opening(&mut bench);
    bench.hand(Msg::Came(ticket, Answer::Broke));
    assert!(bench.screen().contains("Something broke inside the program."));
    bench.type_text("two").press("enter");
    opening(&mut bench);
}

#[test]
fn esc_leaves_every_screen_before_the_vault() {
    let mut bench = looked(Err(LoadError::None));
    bench.press("down enter esc");
    assert!(matches!(bench.model.place, Place::Gate(Gate::First(_))));
    bench.press("esc");
    assert!(matches!(bench.asked.last(), Some(Effect::End(_))));
    let mut bench = locked();
    bench.type_text("x").press("esc");
    assert!(bench.asked.is_empty());
    bench.press("esc");
    assert!(matches!(bench.asked.last(), Some(Effect::End(_))));
}

#[test]
fn the_locked_demo_names_no_file_of_the_person() {
    let options = crate::tui::Options { demo: true, ..Default::default() };
    let path = "/home/anna/vault.pulih".to_owned();
    let size = ratatui::layout::Size::new(80, 24);
    let model = crate::tui::model::Model::new(&options, path, size, crate::tui::testing::NOW, Default::default());
    assert_eq!(model.desk.path, "");
}
