//! The restore wizard wherever it is: over the doors, or over the accounts.

use crate::account::Book;
use crate::ops::Session;
use crate::ops::readiness::Checkup;
use crate::restore::{Report, Round, Trouble};
use crate::tui::desk::Desk;
use crate::tui::effect::Effect;
use crate::tui::home::Over;
use crate::tui::model::{Gate, Model, Place};
use crate::tui::screens::restore::{State, restored as came};
use crate::tui::update::answers::enter;

/// Does something with the wizard that is in front, if one is.
pub(in crate::tui::update) fn at(model: &mut Model, deed: impl FnOnce(&mut State, Option<&Book>, &mut Desk)) {
    match &mut model.place {
        Place::Gate(Gate::Restore(state)) => deed(state, None, &mut model.desk),
        Place::Gate(_) => {}
        Place::Home(home) => {
            if let Some(Over::Restore(state)) = &mut home.over {
                deed(state, Some(home.session.book()), &mut model.desk);
            }
        }
    }
}

/// Has looked at what a restore stands on: with an open vault at that one, else at what there is to restore from. Records
/// that cannot be read are said where the backups are; the wizard goes without the list then.
pub(in crate::tui::update) fn check_up(session: Option<&Session>, desk: &mut Desk) {
    let checkup = session.map_or(Ok(Checkup::NoVault), |session| Checkup::of(session, desk.now));
    if let Ok(checkup) = checkup {
        desk.ask(|ticket| Effect::CheckUp(ticket, Box::new(checkup)));
    }
    desk.ask(Effect::FindPlaces);
}

/// A vault was made of a backup, or not. When it was, it is open, and the wizard tells how it went.
pub(in crate::tui::update) fn restored(
    model: &mut Model,
    round: Round,
    answer: Result<(Box<Session>, Report), Trouble>,
) {
    let mut session = None;
    at(model, |state, _, desk| session = came(state, round, answer, desk));
    let Some(session) = session else { return };
    let state = match &mut model.place {
        Place::Gate(Gate::Restore(state)) => std::mem::replace(&mut **state, State::new(crate::restore::Here::Open)),
        Place::Home(home) => match home.over.take() {
            Some(Over::Restore(state)) => *state,
            _ => return,
        },
        Place::Gate(_) => return,
    };
    enter(model, *session);
    if let Place::Home(home) = &mut model.place {
        home.over = Some(Over::Restore(Box::new(state)));
    }
}
