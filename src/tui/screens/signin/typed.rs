//! The fields of the flow: which one has the focus, and what is typed into it.

use crate::signin::{Step, contacts};
use crate::tui::home::Home;
use crate::tui::msg::Press;
use crate::tui::screens::signin::State;

/// A character, or a key of a field.
pub(super) fn typed(state: &mut State, press: &Press) {
    if state.flow.is_busy() {
        return;
    }
    if let Some(letter) = &mut state.letter {
        letter.path.pressed(press);
        return;
    }
    let is_taken = match (state.flow.step(), state.focus) {
        (Step::Password, _) => state.password.pressed(press),
        (Step::Contact, _) => state.contact.pressed(press),
        (Step::Key, 0) => state.key.pressed(press),
        (Step::Key, _) => state.picture.pressed(press),
        (Step::Clock, _) => state.time.pressed(press),
        (Step::Wait, _) => state.day.pressed(press),
        (Step::Counter, place) => state.codes.get_mut(place).is_some_and(|field| field.pressed(press)),
        _ => false,
    };
    if is_taken {
        state.said = None;
    }
}

/// The next of several contacts or fields, round and round.
pub(super) fn next_field(state: &mut State, home: &Home) {
    let count = match state.flow.step() {
        Step::Contact => state.account(home).map_or(1, |account| contacts(account).len()),
        Step::Key | Step::Counter => 2,
        _ => 1,
    };
    state.focus = (state.focus + 1) % count.max(1);
}
