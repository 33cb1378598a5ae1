//! Taking accounts out: the losses come first, the passphrase is asked for, and nothing is written without both.

use crate::ops::export::{ExportError, Job};
use crate::ports::{FileError, FileErrorKind};
use crate::tui::effect::Effect;
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::testing::{Bench, samples};
use crate::vault::OpenError;
use crate::words::Language;

fn asked_for(bench: &mut Bench) -> Option<(Ticket, Box<Job>)> {
    let place = bench.asked.iter().position(|effect| matches!(effect, Effect::Export(..)))?;
    match bench.asked.remove(place) {
        Effect::Export(ticket, job) => Some((ticket, job)),
        _ => None,
    }
}

/// At the form of our own file, which is the first of the list.
fn at_the_form() -> Bench {
    let mut bench = Bench::open();
    bench.press("E enter enter");
    bench
}

#[test]
fn the_screens_of_an_export() {
    let mut bench = Bench::open_with(samples(), Language::En, 80, 24);
    bench.press("E");
    insta::assert_snapshot!("export_formats", bench.picture());
    bench.press("down down down down down enter");
    insta::assert_snapshot!("export_losses", bench.screen());
    bench.press("esc home down down enter enter");
    insta::assert_snapshot!("export_form_plain", bench.picture());
    for (name, language) in [("export_sv", Language::Sv), ("export_id", Language::Id)] {
        let mut bench = Bench::open_with(samples(), language, 100, 30);
        bench.press("E enter enter");
        insta::assert_snapshot!(name, bench.screen());
    }
}

#[test]
fn who_marked_some_accounts_means_those() {
    let mut bench = Bench::open();
    bench.press("space space E");
    assert!(bench.screen().contains("The 2 chosen accounts"), "{}", bench.screen());
    bench.press("esc").press("esc").press("E");
    assert!(bench.screen().contains("All accounts"), "{}", bench.screen());
}

#[test]
fn nothing_is_written_before_the_password_twice_and_the_passphrase() {
    let mut bench = at_the_form();
    bench.press("enter enter enter enter");
    assert!(asked_for(&mut bench).is_none() && bench.screen().contains("none was given"), "{}", bench.screen());
    bench.type_text("over the water").press("enter").type_text("over the watre").press("enter enter");
    assert!(asked_for(&mut bench).is_none() && bench.screen().contains("differ"), "{}", bench.screen());
    bench.press("backspace backspace").type_text("er").press("enter enter");
    assert!(asked_for(&mut bench).is_none() && bench.screen().contains("Type the passphrase"), "{}", bench.screen());
    bench.type_text("my passphrase").press("enter");
    let (ticket, job) = asked_for(&mut bench).unwrap();
    assert_eq!(job.password.as_ref().map(|it| it.as_str()), Some("over the water"));
    assert!(job.proof.is_some() && job.path.ends_with(".pulih-export"));
    bench.press("esc enter");
    assert!(bench.home().over.is_some(), "what is being written is waited for");

    bench.hand(Msg::Came(ticket, Answer::Exported(Err(ExportError::Proof(OpenError::WrongKey)))));
    bench.type_text("the right one").press("enter");
    let (ticket, _) = asked_for(&mut bench).unwrap();
    bench.hand(Msg::Came(ticket, Answer::Exported(Ok(vec!["/home/anna/a.pulih-export".into()]))));
    assert!(bench.screen().contains("/home/anna/a.pulih-export"), "{}", bench.screen());
    bench.press("enter");
    assert!(bench.home().over.is_none());
}

#[test]
fn what_is_in_the_way_is_said_and_the_rest_stays_typed() {
    let mut bench = at_the_form();
    bench.press("enter").type_text("over the water").press("enter").type_text("over the water");
    bench.press("enter").type_text("my passphrase").press("enter");
    let (ticket, job) = asked_for(&mut bench).unwrap();
    let error = FileError::new(FileErrorKind::Exists, job.path.as_ref());
    bench.hand(Msg::Came(ticket, Answer::Exported(Err(error.into()))));
    bench.type_text("x").press("enter enter enter enter");
    let (_, again) = asked_for(&mut bench).unwrap();
    assert_eq!(again.path, format!("{}x", job.path));
}

#[test]
fn plain_text_says_what_it_means_and_asks_for_the_passphrase_too() {
    let mut bench = Bench::open();
    bench.press("E down down enter enter");
    assert!(bench.screen().contains("in plain text. Whoever reads it"), "{}", bench.screen());
    bench.press("enter enter");
    assert!(asked_for(&mut bench).is_none());
    bench.type_text("my passphrase").press("enter");
    assert!(asked_for(&mut bench).is_some_and(|(_, job)| job.password.is_none() && job.proof.is_some()));
}

#[test]
fn a_group_or_the_chosen_account_can_be_taken_out_alone() {
    let mut bench = Bench::open();
    bench.press("E left enter");
    assert!(bench.screen().contains("1 account is written"), "{}", bench.screen());
    bench.press("esc right right");
    assert!(bench.screen().contains("Group "), "{}", bench.screen());
}

#[test]
fn a_path_is_completed_by_what_lies_there() {
    let mut bench = at_the_form();
    bench.press("^u").type_text("/ho").press("tab");
    let Some(Effect::Complete(ticket, typed)) = bench.asked.pop() else { unreachable!("the folder is looked at") };
    assert_eq!(typed, "/ho");
    bench.hand(Msg::Came(ticket, Answer::Completed("/home/".to_owned())));
    assert!(bench.screen().contains("/home/"), "{}", bench.screen());
}

#[test]
fn a_worker_that_broke_leaves_the_form_as_it_was() {
    let mut bench = Bench::open();
    bench.press("E down down enter enter enter").type_text("my passphrase").press("enter");
    let (ticket, _) = asked_for(&mut bench).unwrap();
    bench.hand(Msg::Came(ticket, Answer::Broke));
    bench.press("enter");
    assert!(asked_for(&mut bench).is_some());
}
