//! What the world answers the wizard.

use crate::account::Book;
use crate::ops::Session;
use crate::restore::merge::merge;
use crate::restore::{Event, Report, Round, Trouble};
use crate::text::Text;
use crate::tui::desk::{Desk, Drawn};
use crate::tui::home::{Home, Over};
use crate::tui::msg::Ticket;
use crate::tui::screens::restore::State;
use crate::tui::widgets::field::Field;

/// The world has looked or opened.
pub fn told(state: &mut State, event: Event, current: Option<&Book>, desk: &mut Desk) {
    state.tell(event, current, desk);
}

/// A vault was made of it, or not. Gives the session back when it was.
pub fn restored(
    state: &mut State,
    round: Round,
    answer: Result<(Box<Session>, Report), Trouble>,
    desk: &mut Desk,
) -> Option<Box<Session>> {
    let (session, written) = match answer {
        Ok((session, report)) => (Some(session), Ok(report)),
        Err(trouble) => (None, Err(trouble)),
    };
    state.tell(Event::Written(round, written), None, desk);
    if session.is_some() {
        state.first.clear();
        state.second.clear();
        state.offers_backups = true;
    }
    session
}

/// Random bytes for ids have come: what was chosen goes into the open vault, and is saved.
pub fn drawn(home: &mut Home, ticket: Ticket, drawn: &Drawn, desk: &mut Desk) {
    let Some(Over::Restore(state)) = &mut home.over else { return };
    if state.ticket.take_if(|own| *own == ticket).is_none() {
        return;
    }
    let Some(plan) = state.merging.take() else { return };
    match merge(plan, home.session.book_mut(), desk.now, drawn) {
        Err(error) => {
            let written = Err(Trouble::of(&error));
            state.tell(Event::Written(state.round, written), Some(home.session.book()), desk);
        }
        Ok(merged) => {
            state.waiting = Some(Report::of_merge(&merged, home.session.book()));
            home.changed(desk);
        }
    }
}

/// The vault is saved: a merge that waited for it is done.
pub fn saved(home: &mut Home, desk: &mut Desk) {
    let Some(Over::Restore(state)) = &mut home.over else { return };
    if let Some(report) = state.waiting.take() {
        state.offers_backups = !home.backing.status.is_on;
        state.tell(Event::Written(state.round, Ok(report)), None, desk);
    }
}

/// The vault could not be saved. What came is in memory, and is saved with the next try.
pub fn failed(home: &mut Home, trouble: Trouble, desk: &mut Desk) {
    let Some(Over::Restore(state)) = &mut home.over else { return };
    if state.waiting.take().is_some() {
        state.tell(Event::Written(state.round, Err(trouble)), Some(home.session.book()), desk);
    }
}

/// A path was completed.
pub fn completed(state: &mut State, ticket: Ticket, path: &str) {
    if state.ticket.take_if(|own| *own == ticket).is_some() {
        state.place.address = Field::with(path);
    }
}

/// A worker broke: said, and it can be tried again.
pub fn broke(state: &mut State, ticket: Ticket, desk: &mut Desk) {
    if state.ticket.take_if(|own| *own == ticket).is_none() {
        return;
    }
    let trouble = Trouble { what: Text::new("tui-worker-broke"), fix: None };
    if state.wizard.step() == crate::restore::Step::Restoring {
        state.tell(Event::Written(state.round, Err(trouble)), None, desk);
    } else {
        state.tell(Event::Back, None, desk);
        state.said = Some(trouble.what);
    }
}
