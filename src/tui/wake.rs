//! When to wake: the next moment at which a cell that can be seen changes, or something falls due. Never before.

use std::time::Duration;

use crate::moment::{Moment, Tick};
use crate::tui::home::{Home, Over};
use crate::tui::model::{Gate, Model, Place};

/// How long to sleep unless something happens. `None` is until then.
#[must_use]
pub fn sleep(model: &Model) -> Option<Duration> {
    let desk = &model.desk;
    let until = |tick: Option<Tick>| tick.map(|tick| tick.since(desk.tick));
    let mut waits = vec![until(desk.toast.as_ref().map(|toast| toast.until)), until(desk.clipboard_until)];
    match &model.place {
        Place::Gate(Gate::Unlock(state)) => {
            let left = until(state.wait_until()).filter(|left| !left.is_zero());
            waits.push(left.map(part_of_second));
        }
        Place::Gate(Gate::Restore(state)) => waits.push(state.slow_in(desk.tick)),
        Place::Gate(_) => {}
        Place::Home(home) => waits.extend(at_home(model, home)),
    }
    waits.into_iter().flatten().min()
}

fn at_home(model: &Model, home: &Home) -> Vec<Option<Duration>> {
    let desk = &model.desk;
    let is_seen = model.help.is_none() && matches!(home.over, None | Some(Over::Groups(_)));
    let idle = home.locks_at().filter(|_| home.saving.then.is_none()).map(|at| at.since(desk.tick));
    let mut waits = vec![
        (is_seen && !home.shelf.is_empty()).then(|| next_second(desk.now)),
        home.taken.as_ref().map(|taken| taken.until.since(desk.tick)),
        home.undo.as_ref().map(|(_, until)| until.since(desk.tick)),
        idle,
        home.slow_save_in(desk.tick).filter(|left| !left.is_zero()),
    ];
    if let Some(Over::Restore(state)) = &home.over {
        waits.push(state.slow_in(desk.tick));
    }
    waits.extend(home.backing.waits(desk.tick).map(Some));
    waits
}

/// Until the wall clock shows another second: gauges and codes change then, and only then.
fn next_second(now: Moment) -> Duration {
    let into = now.unix_ms().rem_euclid(1000);
    Duration::from_millis(u64::try_from(1000 - into).unwrap_or(1000))
}

/// Until a countdown shows another second.
fn part_of_second(left: Duration) -> Duration {
    let part = Duration::from_nanos(left.subsec_nanos().into());
    if part.is_zero() { Duration::from_secs(1) } else { part }
}
