//! The lists of the screen, line by line: what differs, what a drill found, what lies in the place.

use ratatui::layout::Rect;

use crate::backup::{Fit, Listed};
use crate::moment::Moment;
use crate::restore::{Changed, Difference, Named};
use crate::text::{Text, clean_line};
use crate::tui::screens::backups::{State, drill};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_right};
use crate::tui::widgets::page::Page;

/// A line of what differs or of what a drill found.
pub(super) enum Line<'a> {
    Account(&'a Named),
    Changed(&'a Changed),
    Title(Text),
}

/// What differs, line by line.
pub(super) fn lines(difference: &Difference) -> Vec<Line<'_>> {
    let title = |id, count: usize| Line::Title(Text::new(id).number("count", count));
    let mut lines = Vec::new();
    for (id, named) in [("difference-new", &difference.new), ("difference-gone", &difference.gone)] {
        if !named.is_empty() {
            lines.push(title(id, named.len()));
            lines.extend(named.iter().map(Line::Account));
        }
    }
    if !difference.changed.is_empty() {
        lines.push(title("difference-changed", difference.changed.len()));
        lines.extend(difference.changed.iter().map(Line::Changed));
    }
    lines
}

/// What a drill found, line by line.
pub(super) fn drilled(gist: &drill::Gist) -> Vec<Line<'_>> {
    let groups = gist.groups.iter().filter(|(_, named)| !named.is_empty());
    groups
        .flat_map(|(id, named)| {
            let title = Line::Title(Text::new(id).number("count", named.len()));
            std::iter::once(title).chain(named.iter().map(Line::Account))
        })
        .collect()
}

/// Draws as many lines as there is room for.
pub(super) fn draw(page: &mut Page<'_>, lines: &[Line<'_>], top: usize, rows: u16) {
    for line in lines.iter().skip(top).take(usize::from(rows)) {
        let row = page.row();
        match line {
            Line::Account(named) => account(page, named, "", Role::Text, row),
            Line::Changed(changed) => {
                let words = page.seen.words;
                let parts: Vec<String> = changed.fields.iter().map(|part| words.say(&part.text())).collect();
                let parts = parts.join(", ");
                let said = if changed.is_conflict {
                    format!("{} · {parts}", words.line("restore-standing-conflict"))
                } else {
                    parts
                };
                let role = if changed.is_conflict { Role::Warn } else { Role::Muted };
                account(page, &changed.account, &said, role, row);
            }
            Line::Title(title) => {
                let said = fit(&page.seen.words.say(title), row.width, page.seen.sign(Sign::More));
                put(page.buffer, row, row.x, row.y, &said, page.seen.style(Role::Accent));
            }
        }
    }
}

fn account(page: &mut Page<'_>, named: &Named, right: &str, role: Role, row: Rect) {
    let more = page.seen.sign(Sign::More);
    let right = fit(right, row.width / 2, more);
    let x = put_right(page.buffer, row, row.right(), row.y, &right, page.seen.style(role));
    let name = fit(&clean_line(&named.line()).text, x.saturating_sub(row.x + 4), more);
    put(page.buffer, row, row.x + 2, row.y, &name, page.seen.style(Role::Text));
}

/// A backup of the place.
pub(super) fn file(page: &mut Page<'_>, state: &State, file: &Listed, is_chosen: bool, row: Rect) {
    let words = page.seen.words;
    let is_verified = state.set.as_ref().is_some_and(|set| set.verified(file));
    let is_own =
        state.set.as_ref().is_some_and(|set| file.set().map(crate::backup::set_name) == Some(set.name.clone()));
    let (said, role) = match file.fit(crate::backup::DeviceType::running()) {
        _ if is_verified => (words.line("backup-fit-verified"), Role::Ok),
        Fit::Damaged => (words.line("backup-fit-damaged"), Role::Bad),
        Fit::Fits if is_own => (words.line("backup-fit-unverified"), Role::Warn),
        Fit::Fits => (words.line("tui-backup-other-set"), Role::Muted),
        Fit::NotRead => (words.line("backup-fit-not-read"), Role::Warn),
        Fit::OtherDevice(device) => {
            (words.say(&Text::new("backup-fit-other").text("device", device.text())), Role::Muted)
        }
        Fit::TooNew => (words.line("backup-fit-too-new"), Role::Muted),
    };
    let right = put_right(page.buffer, row, row.right(), row.y, &said, page.seen.style(role));
    let when = file.created().map_or_else(|| file.name.as_str().to_owned(), Moment::minute);
    let set = file.set().map(crate::backup::set_name).unwrap_or_default();
    let is_marked = state.marked.as_ref() == Some(&file.name);
    let mark = if is_marked { page.seen.sign(Sign::Done) } else { " " };
    let left = format!("{mark} {when}  {set}  {} KiB", file.size.div_ceil(1024));
    let left = fit(&left, right.saturating_sub(row.x + 1), page.seen.sign(Sign::More));
    let role = if is_chosen { Role::Selection } else { Role::Text };
    put(page.buffer, row, row.x, row.y, &left, page.seen.style(role));
}
