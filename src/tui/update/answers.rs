//! What follows from answers of the world. One that comes too late, to a screen that is gone, changes nothing.

use std::path::PathBuf;

use crate::ops::sign_out::{Aside, Moved, SignOutError};
use crate::ops::whereabouts::Whereabouts;
use crate::ops::{SaveError, SaveReceipt, Session, SessionRemark};
use crate::ports::FileError;
use crate::restore::Trouble;
use crate::text::Text;
use crate::tui::desk::{Desk, Drawn, Go, NOTICE, both};
use crate::tui::effect::Effect;
use crate::tui::errand::Told;
use crate::tui::home::{Home, Question};
use crate::tui::model::{Gate, Model, Place};
use crate::tui::msg::{Answer, OpenFailure, Ticket};
use crate::tui::screens::restore as restore_screen;
use crate::tui::screens::{
    accounts, add, backups, export, first, import, new_vault, protect, qr, signin, stuck, unlock,
};
use crate::tui::shelf::Sort;
use crate::tui::theme::Role;
use crate::tui::update::leaving::stranded;
use crate::tui::update::restored;
use crate::vault::SlotSummary;

pub(in crate::tui::update) fn came(model: &mut Model, ticket: Ticket, answer: Answer) {
    match answer {
        Answer::Asides(answer) => asides(model, answer),
        Answer::Broke => broke(model, ticket),
        Answer::CheckedUp(list) => {
            at_home(model, |home, _| backups::checked_up(home, &list));
            restored::at(model, |state, _, _| state.checked_up(list));
        }
        Answer::Completed(path) => {
            restored::at(model, |state, _, _| restore_screen::completed(state, ticket, &path));
            at_home(model, |home, _| {
                export::completed(home, ticket, &path);
                backups::completed(home, ticket, &path);
            });
        }
        Answer::Copied(answer) => accounts::copied(answer, &mut model.desk),
        Answer::Created(answer) => created(model, ticket, answer),
        Answer::DeviceKeyFound(answer) => at_home(model, |home, _| protect::device_key_found(home, answer)),
        Answer::Drawn(bytes) => {
            if let Place::Home(home) = &mut model.place {
                let drawn = Drawn::new(bytes);
                add::came(home, ticket, &drawn, &mut model.desk);
                restore_screen::drawn(home, ticket, &drawn, &mut model.desk);
                import::drawn(home, ticket, drawn, &mut model.desk);
            }
        }
        Answer::ErrandEnded(told) => errand_ended(model, ticket, told),
        Answer::Exported(answer) => at_home(model, |home, _| export::written(home, ticket, answer)),
        Answer::FolderListed(answer) => at_home(model, |home, desk| import::listed(home, ticket, answer, desk)),
        Answer::ForeignRead(answer) => at_home(model, |home, desk| import::read(home, ticket, answer, desk)),
        Answer::ForeignUnlocked(answer) => at_home(model, |home, desk| import::unlocked(home, ticket, answer, desk)),
        Answer::KeptBeside(answer) => kept_beside(model, ticket, answer),
        Answer::KeyFileRead(answer) => at_home(model, |home, _| import::key_file_read(home, ticket, answer)),
        Answer::LetterSaved(answer) => at_home(model, |home, desk| signin::letter_saved(home, answer, desk)),
        Answer::KeyRead(answer) => at_home(model, |home, desk| signin::key_read(home, ticket, answer, desk)),
        Answer::Kit(told) => at_home(model, |home, desk| backups::kit_told(home, ticket, told, desk)),
        Answer::Looked(answer) => looked(model, answer),
        Answer::Recalled(here) => recalled(model, &here),
        Answer::PageOpened(Err(_)) => {
            model.desk.notice(Text::new("tui-signin-no-browser"), Role::Warn, 3 * NOTICE);
        }
        Answer::PageOpened(Ok(())) => {}
        Answer::NotSettled(error) => {
            let both = both(&error);
            model.desk.notice(Text::new("tui-not-settled").text("why", both), Role::Warn, 3 * NOTICE);
        }
        Answer::PlacesFound(found) => restored::at(model, |state, _, _| state.places_found(found)),
        Answer::PlacesOffered(places) => {
            at_home(model, |home, _| backups::offered(home, ticket, places));
        }
        Answer::Opened(answer) => opened(model, ticket, answer),
        Answer::Proved(answer) => at_home(model, |home, desk| {
            backups::proved(home, ticket, answer, desk);
            qr::proved(home, ticket, answer);
        }),
        Answer::Restored(round, answer) => restored::restored(model, round, answer),
        Answer::RestoreTold(event) => {
            restored::at(model, |state, book, desk| restore_screen::told(state, *event, book, desk));
        }
        Answer::SealedKept(answer) => at_home(model, |home, desk| signin::kept(home, ticket, answer, desk)),
        Answer::SealedRan(opened) => at_home(model, |home, desk| signin::sealed_ran(home, ticket, opened, desk)),
        Answer::TimeTold(answer) => at_home(model, |home, desk| signin::time_told(home, ticket, answer, desk)),
        Answer::VisitStep(step) => at_home(model, |home, desk| signin::visit_step(home, ticket, step, desk)),
        Answer::Visited(answer) => at_home(model, |home, desk| signin::visited(home, ticket, answer, desk)),
        Answer::Saved(answer) => saved(model, ticket, answer),
        Answer::SealedUp(answer) => at_home(model, |home, desk| protect::sealed_up(home, ticket, answer, desk)),
        Answer::SignedInAgain(answer) => moved(model, answer, "cli-sign-out-undone"),
        Answer::SignedOut(answer) => moved(model, answer, "tui-signed-out"),
        Answer::Went { done, of } => {
            at_home(model, |home, _| home.went(ticket, done, of));
            restored::at(model, |state, _, _| state.went(ticket, done, of));
        }
    }
}

/// A backup that a lock cut off from its vault is noted when that is opened again.
fn errand_ended(model: &mut Model, ticket: Ticket, told: Told) {
    match (&mut model.place, told) {
        (Place::Home(home), told) => home.errand_ended(ticket, told, &mut model.desk),
        (Place::Gate(_), Told::Made(Ok(receipt))) => model.desk.unnoted = Some(receipt),
        (Place::Gate(_), _) => {}
    }
}

fn at_home(model: &mut Model, deed: impl FnOnce(&mut Home, &mut Desk)) {
    if let Place::Home(home) = &mut model.place {
        deed(home, &mut model.desk);
    }
}

fn looked(model: &mut Model, answer: Result<Vec<SlotSummary>, crate::ops::LoadError>) {
    model.desk.aside = None;
    if answer == Err(crate::ops::LoadError::None) {
        model.desk.ask(Effect::Asides);
    }
    model.place = Place::Gate(match answer {
        Ok(slots) => Gate::Unlock(unlock::State::new(&slots)),
        Err(crate::ops::LoadError::None) => Gate::First(first::State::default()),
        Err(error) => Gate::Stuck(stuck::State { error }),
    });
}

/// No vault lies at its place: one that was moved aside, also by a restore that was stopped halfway, can be had back.
fn asides(model: &mut Model, answer: Result<Vec<Aside>, FileError>) {
    match answer {
        Ok(asides) => model.desk.aside = asides.into_iter().next(),
        Err(error) => model.desk.complain(&error),
    }
}

/// The vault lies aside or is back, or is where it was: what lies at its place is looked at anew.
fn moved(model: &mut Model, answer: Result<Moved, SignOutError>, said: &'static str) {
    match answer {
        Ok(moved) => {
            let said = Text::new(said).word("path", moved.to.display().to_string());
            model.desk.notice(said, Role::Toast, 6 * NOTICE);
        }
        Err(error) => model.desk.complain(&error),
    }
    model.desk.ask(Effect::Look);
}

fn opened(model: &mut Model, ticket: Ticket, answer: Result<Box<Session>, OpenFailure>) {
    let Place::Gate(Gate::Unlock(state)) = &mut model.place else { return };
    if let Some(session) = unlock::came(state, ticket, answer, &model.desk) {
        enter(model, *session);
    }
}

fn created(model: &mut Model, ticket: Ticket, answer: Result<Box<Session>, SaveError>) {
    let Place::Gate(Gate::NewVault(state)) = &mut model.place else { return };
    let (then_import, is_left) = (state.then_import, state.is_left);
    if let Some(session) = new_vault::came(state, ticket, answer) {
        if is_left {
            let slots = session.vault().slots();
            model.place = Place::Gate(Gate::Unlock(unlock::State::new(&slots)));
            return;
        }
        enter(model, *session);
        model.desk.say(Text::new("tui-vault-made"));
        model.desk.go = then_import.then_some(Go::Import);
    }
}

/// The vault is open.
pub(in crate::tui::update) fn enter(model: &mut Model, session: Session) {
    let remark = session.remarks().iter().find_map(crate::ops::SessionRemark::text);
    let older = session.remarks().iter().find_map(|remark| match remark {
        SessionRemark::Older { by } => Some(Question::AcceptOlder { by: *by }),
        _ => None,
    });
    let mut home = Box::new(Home::new(session, &model.desk));
    if !model.desk.is_demo {
        model.desk.effects.push(Effect::Recall(home.session.vault().id()));
    }
    home.question = older.filter(|_| home.session.is_read_only());
    let receipt = model.desk.unnoted.take();
    // One that is of another vault, or that somebody has noted meanwhile, does not matter here.
    if receipt.is_none_or(|receipt| home.note_backup(&receipt, &mut model.desk).is_err()) {
        home.catch_up(&mut model.desk);
    }
    home.remind(&mut model.desk);
    model.place = Place::Home(home);
    if let Some(remark) = remark {
        model.desk.notice(remark, Role::Warn, 3 * NOTICE);
    }
}

/// Where the person was: the same order, the same account, nothing searched for.
fn recalled(model: &mut Model, here: &Whereabouts) {
    let Place::Home(home) = &mut model.place else { return };
    let sort =
        crate::config::Sort::from_name(&here.sort).filter(|_| model.desk.config.sort == crate::config::Sort::Last);
    if let Some(sort) = sort {
        home.shelf.resort(home.session.book(), Sort::settled(sort));
    }
    // A choice made by now is newer than what is remembered.
    let account = here.account.filter(|_| model.desk.config.remember_place && home.accounts.is_untouched());
    match account {
        Some(id) => {
            home.accounts.restart_list(&home.shelf, home.session.book(), model.desk.size);
            home.accounts.choose_account(id, home.session.book(), model.desk.size);
        }
        None => home.accounts.restart_list(&home.shelf, home.session.book(), model.desk.size),
    }
}

fn saved(model: &mut Model, ticket: Ticket, answer: Result<SaveReceipt, SaveError>) {
    let Place::Home(home) = &mut model.place else { return };
    if home.saving.running != Some(ticket) {
        return;
    }
    match answer {
        Ok(receipt) => {
            home.saved(ticket, receipt, &mut model.desk);
            restore_screen::saved(home, &mut model.desk);
            if let Some(remark) = receipt.remarks().into_iter().next() {
                model.desk.notice(remark, Role::Warn, 3 * NOTICE);
            }
        }
        Err(error) => {
            home.not_saved(ticket);
            restore_screen::failed(home, Trouble::of(&error), &mut model.desk);
            model.desk.complain(&error);
            stranded(model, Some(&error));
        }
    }
}

fn kept_beside(model: &mut Model, ticket: Ticket, answer: Result<PathBuf, SaveError>) {
    let Place::Home(home) = &mut model.place else { return };
    if home.saving.running != Some(ticket) {
        return;
    }
    match answer {
        Ok(path) => {
            home.kept_beside();
            let said = Text::new("tui-kept-beside").word("path", path.display().to_string());
            model.desk.notice(said, Role::Toast, 6 * NOTICE);
        }
        Err(error) => {
            home.not_saved(ticket);
            model.desk.complain(&error);
            stranded(model, None);
        }
    }
}

fn broke(model: &mut Model, ticket: Ticket) {
    restored::at(model, |state, _, desk| restore_screen::broke(state, ticket, desk));
    match &mut model.place {
        Place::Gate(Gate::NewVault(state)) => new_vault::broke(state, ticket),
        Place::Gate(Gate::Unlock(state)) => {
            unlock::came(state, ticket, Err(OpenFailure::Broke), &model.desk);
        }
        Place::Gate(_) => {}
        Place::Home(home) => {
            home.errand_broke(ticket, &mut model.desk);
            backups::kit_broke(home, ticket);
            export::broke(home, ticket);
            import::broke(home, ticket);
            protect::broke(home, ticket);
            qr::broke(home, ticket);
            signin::broke(home, ticket, &mut model.desk);
            if home.saving.running == Some(ticket) {
                home.not_saved(ticket);
                stranded(model, None);
            }
            model.desk.notice(Text::new("tui-worker-broke"), Role::Warn, 3 * NOTICE);
        }
    }
}
