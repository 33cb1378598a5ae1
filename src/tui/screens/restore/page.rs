//! How the wizard looks: the rail that shows where one is and what was answered, and beside it the step.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::Book;
use crate::moment::Moment;
use crate::restore::{Source, Step, Way};
use crate::tui::screens::Seen;
use crate::tui::screens::restore::{State, steps};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_right, width};
use crate::tui::widgets::page::Page;

/// From this width on the rail stands beside the step.
const WIDE: u16 = 64;

/// The columns of the rail.
const RAIL: u16 = 23;

/// Draws it. `book` is that of the open vault, where one is open.
pub fn view(state: &State, book: Option<&Book>, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let title = seen.words.line("tui-restore");
    put(buffer, area, area.x, area.y, &title, seen.style(Role::Accent));
    let step = state.wizard.step();
    if area.width < WIDE {
        let name = seen.words.line(name(step));
        let said = format!("{}/{} {name}", place(step) + 1, Step::RAIL.len());
        put_right(buffer, area, area.right(), area.y, &said, seen.style(Role::Muted));
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        return steps::view(&mut Page::new(seen, body, buffer), state, book);
    }
    if !matches!(step, Step::Restoring | Step::Done) {
        let promise = seen.words.line("tui-restore-promise");
        let room = area.width.saturating_sub(width(&title) + 2);
        put_right(buffer, area, area.right(), area.y, &fit(&promise, room, "…"), seen.style(Role::Muted));
    }
    let rail = Rect { y: area.y + 2, width: RAIL, height: area.height.saturating_sub(2), ..area };
    draw_rail(state, seen, rail, buffer);
    for y in rail.top()..rail.bottom() {
        put(buffer, area, rail.right(), y, seen.sign(Sign::Wall), seen.style(Role::Border));
    }
    let x = rail.right() + 2;
    let body = Rect { x, width: area.right().saturating_sub(x), ..rail };
    steps::view(&mut Page::new(seen, body, buffer), state, book);
}

fn place(step: Step) -> usize {
    Step::RAIL.iter().position(|other| *other == step).unwrap_or(0)
}

/// What a step is called.
pub(super) const fn name(step: Step) -> &'static str {
    match step {
        Step::Before => "tui-restore-before",
        Step::Where => "tui-restore-where",
        Step::Which => "tui-restore-which",
        Step::Account => "tui-restore-account",
        Step::Preview => "tui-restore-preview",
        Step::Passphrase => "tui-restore-passphrase",
        Step::Restoring => "tui-restore-restoring",
        Step::Done => "tui-restore-done",
    }
}

fn draw_rail(state: &State, seen: Seen<'_>, rail: Rect, buffer: &mut Buffer) {
    let now = state.wizard.step();
    let mut y = rail.y;
    for step in Step::RAIL {
        let (sign, role) = match step.cmp(&now) {
            std::cmp::Ordering::Less => (Sign::Done, Role::Ok),
            std::cmp::Ordering::Equal => (Sign::Ready, Role::Accent),
            std::cmp::Ordering::Greater => (Sign::Bullet, Role::Muted),
        };
        put(buffer, rail, rail.x, y, seen.sign(sign), seen.style(role));
        let role = if step == now { Role::Selection } else { Role::Muted };
        let title = fit(&seen.words.line(name(step)), RAIL - 3, seen.sign(Sign::More));
        put(buffer, rail, rail.x + 2, y, &title, seen.style(role));
        let answer = if step < now { answer(state, step, seen) } else { String::new() };
        if !answer.is_empty() && rail.height > 14 {
            y += 1;
            put(buffer, rail, rail.x + 2, y, &fit(&answer, RAIL - 3, seen.sign(Sign::More)), seen.style(Role::Text));
        }
        y += 1;
    }
}

/// What was answered at a step that is done.
fn answer(state: &State, step: Step, seen: Seen<'_>) -> String {
    let wizard = &state.wizard;
    match step {
        Step::Before => wizard.way().map(|way| seen.words.line(way_chosen(way))).unwrap_or_default(),
        Step::Where => wizard.place().map(ToString::to_string).unwrap_or_default(),
        Step::Which => match wizard.source() {
            Some(Source::InPlace(file)) => {
                let listed = wizard.listed().iter().find(|listed| listed.name == *file);
                listed.and_then(crate::backup::Listed::created).map(Moment::minute).unwrap_or_default()
            }
            _ => String::new(),
        },
        Step::Account if state.has_words => seen.words.line("tui-restore-by-words"),
        Step::Account => state.name.text().to_owned(),
        _ => String::new(),
    }
}

/// What was chosen to be done with what comes, in the few cells of the rail.
const fn way_chosen(way: Way) -> &'static str {
    match way {
        Way::Merge => "tui-restore-rail-merge",
        Way::New => "tui-restore-rail-new",
        Way::Replace => "tui-restore-rail-replace",
    }
}

/// What is done with what comes, in short.
pub(super) const fn way_name(way: Way) -> &'static str {
    match way {
        Way::Merge => "tui-restore-way-merge",
        Way::New => "tui-restore-way-new",
        Way::Replace => "tui-restore-way-replace",
    }
}
