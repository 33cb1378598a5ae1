//! How an export looks, step by step.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ops::export::{Choice, LossReport, Selection};
use crate::text::{Explain, Text, clean_line};
use crate::tui::screens::Seen;
use crate::tui::screens::export::{Form, Row, State, Step};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_lines, put_right, tail, width, wrap};
use crate::tui::widgets::{form, sheet};

/// Columns of a format's name.
const NAMES: u16 = 27;

/// Draws it.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    put(buffer, inside, inside.x, inside.y, &title(state, seen), seen.style(Role::Accent));
    let body = Rect { y: inside.y + 2, height: inside.height.saturating_sub(3), ..inside };
    match &state.step {
        Step::Done(files, count) => done((files, *count), seen, body, buffer),
        Step::Format => formats(state, seen, body, buffer),
        Step::Losses(draft, top) => {
            let y = losses(draft.report(), *top, seen, body, buffer);
            said(state, seen, Rect { y, ..body }, buffer);
        }
        Step::Where(it) => {
            let y = asked(state, it, seen, body, buffer);
            said(state, seen, Rect { y: y + 1, ..body }, buffer);
        }
    }
}

fn title(state: &State, seen: Seen<'_>) -> String {
    match (&state.step, state.choices.get(state.chosen)) {
        (Step::Format, _) | (_, None) => seen.words.line("tui-export"),
        (_, Some(choice)) => seen.words.say(&Text::new("tui-export-to").word("format", name(*choice))),
    }
}

fn name(choice: Choice) -> String {
    if choice.app() == "Pulih" { choice.app().to_owned() } else { format!("{} ({})", choice.app(), choice.id) }
}

/// What is wrong, or that it is being done.
fn said(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let (text, role) = match (&state.trouble, state.busy) {
        (Some(trouble), _) => (seen.words.say(trouble), Role::Warn),
        (None, Some(_)) => (seen.words.line("tui-export-busy"), Role::Muted),
        (None, None) => return,
    };
    put_lines(buffer, area, area.y, &wrap(&text, area.width), seen.style(role));
}

/// Which accounts, which file, and what that file keeps.
fn formats(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let which = match state.selections.get(state.selected) {
        None | Some(Selection::All) => Text::new("tui-export-all"),
        Some(Selection::Group(group)) => Text::new("tui-export-group").word("group", group.as_str()),
        Some(Selection::Only(ids)) => Text::new("tui-export-only").number("count", ids.len()),
    };
    form::choice(buffer, area, &seen.words.say(&which), true, seen.theme());
    let Some(chosen) = state.choices.get(state.chosen) else { return };
    let keeps = wrap(&seen.words.say(&lines_on(*chosen)), area.width);
    let rows = u16::try_from(keeps.len()).unwrap_or(u16::MAX);
    let bottom = area.bottom().saturating_sub(rows.min(area.height));
    let list = Rect { y: area.y + 2, height: bottom.saturating_sub(area.y + 3), ..area };
    let top = (state.chosen + 1).saturating_sub(usize::from(list.height.max(1)));
    for ((place, choice), y) in state.choices.iter().enumerate().skip(top).zip(list.top()..list.bottom()) {
        let row = Rect { y, height: 1, ..list };
        format_row(*choice, place == state.chosen, seen, row, buffer);
    }
    put_lines(buffer, area, bottom, &keeps, seen.style(Role::Muted));
}

/// What the chosen file keeps, and whether it is locked.
fn lines_on(choice: Choice) -> Text {
    let lock = if choice.is_locked { "tui-export-locked" } else { "tui-export-plain" };
    Text::new("tui-two-sentences").text("first", Text::new(choice.keeps())).text("second", Text::new(lock))
}

fn format_row(choice: Choice, is_chosen: bool, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
    if is_chosen {
        put(buffer, row, row.x, row.y, seen.sign(Sign::Bar), seen.style(Role::Accent));
    }
    let role = if is_chosen { Role::Selection } else { Role::Text };
    let left = fit(&name(choice), NAMES.min(row.width.saturating_sub(3)), seen.sign(Sign::More));
    put(buffer, row, row.x + 2, row.y, &left, seen.style(role));
    let lock = seen.words.line(if choice.is_locked { "tui-export-lock" } else { "tui-export-open" });
    let role = if choice.is_locked { Role::Ok } else { Role::Warn };
    let right = put_right(buffer, row, row.right(), row.y, &lock, seen.style(role));
    let room = right.saturating_sub(row.x + NAMES + 4);
    let keeps = fit(&seen.words.line(choice.keeps()), room, seen.sign(Sign::More));
    put(buffer, row, row.x + NAMES + 3, row.y, &keeps, seen.style(Role::Muted));
}

/// What would be lost, account by account. Returns the row after it.
fn losses(report: &LossReport, top: usize, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) -> u16 {
    let summary = Text::new("tui-export-counts")
        .number("written", report.carried)
        .number("lossy", report.lossy.len())
        .number("out", report.left_out.len());
    let y = put_lines(buffer, area, area.y, &wrap(&seen.words.say(&summary), area.width), seen.style(Role::Text)) + 1;
    let left_out = report.left_out.iter().map(|one| (&one.title, seen.words.say(&one.why.what()), Role::Warn));
    let lossy = report.lossy.iter().map(|one| {
        let losses: Vec<String> = one.losses.iter().map(|loss| seen.words.say(&loss.text())).collect();
        (&one.title, seen.words.say(&Text::new("tui-export-without").word("losses", losses.join(", "))), Role::Muted)
    });
    let list = Rect { y, height: area.bottom().saturating_sub(y + 3), ..area };
    let mut y = y;
    for (title, what, role) in left_out.chain(lossy).skip(top) {
        if y >= list.bottom() {
            break;
        }
        y = loss(title, &what, role, seen, Rect { y, height: list.bottom() - y, ..list }, buffer);
    }
    y + 1
}

/// One account and what becomes of it: beside its name, or below it where that is too long. Returns the row after it.
fn loss(title: &str, what: &str, role: Role, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) -> u16 {
    let title = fit(&clean_line(title).text, area.width / 2, seen.sign(Sign::More));
    let beside = put(buffer, area, area.x, area.y, &title, seen.style(Role::Text)) + 2;
    if beside + width(what) <= area.right() {
        put(buffer, area, beside, area.y, what, seen.style(role));
        return area.y + 1;
    }
    let below = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    put_lines(buffer, below, area.y + 1, &wrap(what, below.width), seen.style(role)).min(area.bottom())
}

/// The form: where to, under which password, and the passphrase. Returns the row after it.
fn asked(state: &State, it: &Form, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) -> u16 {
    let is_locked = it.rows.contains(&Row::Password);
    let about = Text::new(if is_locked { "tui-export-about-locked" } else { "tui-export-about-plain" });
    let role = if is_locked { Role::Text } else { Role::Warn };
    let about = wrap(&seen.words.say(&about), area.width);
    let mut y = put_lines(buffer, area, area.y, &about, seen.style(role)) + 1;
    for row in &it.rows {
        let (label, is_focused) = (seen.words.line(label(*row)), *row == it.row() && state.busy.is_none());
        let place = form::label(buffer, Rect { y, height: 1, ..area }, &label, is_focused, seen.theme());
        match row {
            Row::Again => sheet::secret(buffer, place, &it.again, is_focused, seen.theme()),
            Row::Password => sheet::secret(buffer, place, &it.password, is_focused, seen.theme()),
            Row::Path => sheet::plain(buffer, place, &it.path, is_focused, seen.theme()),
            Row::Proof => sheet::secret(buffer, place, &it.proof, is_focused, seen.theme()),
        }
        y += 1;
    }
    y
}

const fn label(row: Row) -> &'static str {
    match row {
        Row::Again => "tui-export-again",
        Row::Password => "tui-export-password",
        Row::Path => "tui-export-path",
        Row::Proof => "tui-export-proof",
    }
}

/// Where the files are.
fn done((files, count): (&[PathBuf], usize), seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let text = seen.words.say(&Text::new("tui-exported").number("count", count).number("files", files.len()));
    let said = format!("{} {text}", seen.sign(Sign::Done));
    let y = put_lines(buffer, area, area.y, &wrap(&said, area.width), seen.style(Role::Ok)) + 1;
    for (file, y) in files.iter().zip(y..area.bottom()) {
        // A long path ends with what tells it from others, so the beginning goes.
        let path = clean_line(&file.display().to_string()).text;
        put(buffer, area, area.x, y, tail(&path, area.width), seen.style(Role::Text));
    }
}
