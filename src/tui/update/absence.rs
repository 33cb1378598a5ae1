//! Signs that perhaps nobody sits here any more: the computer slept, its session was locked, its clock was moved.

use std::time::Duration;

use crate::moment::{Moment, Tick};
use crate::ports::Absence;
use crate::text::Text;
use crate::tui::desk::NOTICE;
use crate::tui::home::Then;
use crate::tui::model::{Gate, Model, Place};
use crate::tui::theme::Role;
use crate::tui::update::leaving::leave;

/// A wall clock that moves on by more than this, while the other clock does not, stood still with a computer that slept,
/// or in a picture of one that was put away and taken out again.
const ABSENCE: Duration = Duration::from_secs(120);

/// A clock that is off by less than this still gives codes that are taken.
const SET: Duration = Duration::from_secs(30);

/// Locks, whatever goes on. What has been typed before a vault is open is forgotten, and what a worker opens or makes
/// meanwhile comes too late.
pub(in crate::tui::update) fn away(model: &mut Model, absence: &Absence) {
    match absence {
        // The clocks were looked at before this came.
        Absence::ClockMoved => {}
        Absence::AboutToSleep(_) | Absence::HasSlept => left(model, "tui-locked-slept"),
        Absence::SessionLocked => left(model, "tui-locked-session"),
    }
}

/// What follows from a wall clock that moved otherwise than the clock that nobody can set.
pub(in crate::tui::update) fn moved(model: &mut Model, now: Moment, tick: Tick) {
    let awake = tick.since(model.desk.tick);
    let expected = model.desk.now.later(awake);
    if now.since(expected) > ABSENCE {
        left(model, "tui-locked-clock");
    } else if (now.since(expected) >= SET || expected.since(now) >= SET) && model.home().is_some() {
        model.desk.notice(Text::new("tui-clock-set"), Role::Warn, 3 * NOTICE);
    }
}

fn left(model: &mut Model, why: &'static str) {
    match &mut model.place {
        Place::Gate(Gate::NewVault(state)) => state.left(),
        Place::Gate(Gate::Unlock(state)) => state.left(),
        Place::Gate(_) => {}
        Place::Home(_) => {
            model.desk.why_locked = Some(Text::new(why));
            leave(model, Then::Lock);
        }
    }
}
