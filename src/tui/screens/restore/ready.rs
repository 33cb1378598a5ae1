//! Before you start: what a restore stands on, each line looked at for real, and the one key that helps.

use crate::account::Book;
use crate::backup::PlaceAddress;
use crate::ops::doctor::Health;
use crate::ops::readiness::Ready;
use crate::restore::{Event, Here};
use crate::tui::desk::{Desk, Go};
use crate::tui::screens::restore::State;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, width};
use crate::tui::widgets::page::Page;

/// Enter on a way, or on a line of the list: a place with backups is gone to, another line says what helps.
pub(super) fn accepted(state: &mut State, current: Option<&Book>, desk: &mut Desk) {
    let ways = state.wizard.ways();
    if let Some(way) = ways.get(state.chosen) {
        return state.tell(Event::Way(*way), current, desk);
    }
    let Some(line) = state.ready.get(state.chosen - ways.len()) else { return };
    let Some(folder) = line.found.clone() else {
        // With an open vault what is not ready is put right at once.
        if let Some(repair) = line.repair.filter(|repair| current.is_some() && repair.is_here()) {
            desk.go = Some(Go::Repair(repair));
        } else if let Some(fix) = line.fix.clone() {
            desk.notice(fix, Role::Toast, 3 * crate::tui::desk::NOTICE);
        }
        return;
    };
    state.place.fill(&folder.to_string_lossy());
    // Where there are several ways, the person chooses one first; the place is filled in already.
    if let [way] = ways {
        state.tell(Event::Way(*way), current, desk);
        state.tell(Event::Place(PlaceAddress::Folder(folder), None), current, desk);
    } else {
        state.chosen = 0;
    }
}

/// Draws the list; until the answer is there, what to have at hand.
pub(super) fn view(page: &mut Page<'_>, state: &State) {
    page.line("tui-restore-ready-title", Role::Selection);
    page.line("tui-restore-ready-account", Role::Text);
    if state.ready.is_empty() {
        return page.line("tui-restore-looking", Role::Muted);
    }
    let first = state.wizard.ways().len();
    for (at, line) in state.ready.iter().enumerate() {
        row(page, line, first + at == state.chosen, state.wizard.here() == Here::Open);
    }
}

fn row(page: &mut Page<'_>, line: &Ready, is_chosen: bool, is_open: bool) {
    let (sign, role) = match line.state {
        Health::Good => (Sign::Done, Role::Ok),
        Health::Fair => (Sign::Bullet, Role::Muted),
        Health::Bad => (Sign::Action, Role::Warn),
    };
    let title = page.seen.words.line(line.item.title());
    let what = page.seen.words.say(&line.what);
    let row = page.row();
    if row.y >= page.area.bottom() {
        return;
    }
    put(page.buffer, row, row.x, row.y, page.seen.sign(sign), page.seen.style(role));
    let said = format!("{title}: {what}");
    let is_whole = width(&said) <= row.width.saturating_sub(2);
    let said = fit(&said, row.width.saturating_sub(2), page.seen.sign(Sign::More));
    let role = if is_chosen { Role::Selection } else { Role::Text };
    put(page.buffer, row, row.x + 2, row.y, &said, page.seen.style(role));
    // All of the chosen line is read, and what helps with it.
    if is_chosen {
        let more = match (&line.found, &line.fix) {
            (Some(_), _) => page.seen.words.line("ready-go"),
            (None, Some(fix)) => match line.repair.filter(|repair| is_open && repair.is_here()) {
                Some(repair) => page.seen.words.line(repair.enter()),
                None => page.seen.words.say(fix),
            },
            (None, None) => String::new(),
        };
        // What was cut above is read whole here.
        let said = if is_whole { more } else { format!("{what} {more}") };
        page.say(&said, Role::Muted);
    }
}
