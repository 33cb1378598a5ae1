//! How the preview looks: counts above, groups of lines, and below them all that is to be said of the chosen line.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ops::import::{Difference, OnDuplicate, Row, Standing, app_name};
use crate::text::{Explain, Text, clean_line};
use crate::tui::msg::Spot;
use crate::tui::screens::Seen;
use crate::tui::screens::import::lines::Line;
use crate::tui::screens::import::preview::{Asking, Preview};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_lines, put_right, wrap};
use crate::tui::widgets::sheet;

/// The rows above the list and those below it, for the chosen line.
const ABOVE: u16 = 4;
const BELOW: u16 = 5;

/// The columns of a tick.
const TICK: std::ops::Range<u16> = 3..6;

/// Draws it.
pub(super) fn view(preview: &Preview, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    head(preview, seen, area, buffer);
    let list = list_area(area);
    let top = top(preview, list);
    for ((place, line), y) in preview.lines.iter().enumerate().skip(top).zip(list.top()..list.bottom()) {
        let row = Rect { y, height: 1, ..list };
        draw_line(preview, *line, place == preview.chosen, seen, row, buffer);
    }
    if preview.lines.is_empty() {
        put(buffer, list, list.x + 3, list.y, &seen.words.line("tui-import-none-found"), seen.style(Role::Muted));
    }
    let below = Rect {
        x: area.x + 3,
        y: list.bottom() + 1,
        width: area.width.saturating_sub(6),
        height: area.bottom().saturating_sub(list.bottom() + 1),
    };
    match &preview.asking {
        Some(asking) => ask(preview, asking, seen, below, buffer),
        None => about(preview, seen, below, buffer),
    }
}

/// What lies at a place of it.
pub(super) fn spot(preview: &Preview, area: Rect, at: Position) -> Option<Spot> {
    if at.y == area.y + 2 {
        return Some(Spot::Search);
    }
    let list = list_area(area);
    let place = top(preview, list) + usize::from(at.y.checked_sub(list.y)?);
    let line = preview.lines.get(place).filter(|line| list.contains(at) && line.is_chosen_from())?;
    let is_tick = matches!(line, Line::Row(_)) && TICK.contains(&at.x.saturating_sub(list.x));
    Some(if is_tick { Spot::Tick(place) } else { Spot::Row(place) })
}

fn list_area(area: Rect) -> Rect {
    let below = BELOW.min(area.height / 3);
    // On a low screen the blank row above the list goes first.
    let above = if area.height < 18 { ABOVE - 1 } else { ABOVE }.min(area.height);
    Rect { y: area.y + above, height: area.height.saturating_sub(above + below), ..area }
}

fn top(preview: &Preview, list: Rect) -> usize {
    (preview.chosen + 1).saturating_sub(usize::from(list.height.max(1)))
}

fn head(preview: &Preview, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let Preview { plan, policy, files, .. } = preview;
    let title = match files {
        0 | 1 => Text::new("tui-import-from").word("app", app_name(plan.format)).number("count", plan.rows.len()),
        _ => Text::new("tui-import-from-several").number("files", *files).number("count", plan.rows.len()),
    };
    let more = seen.sign(Sign::More);
    let room = area.width.saturating_sub(2);
    put(buffer, area, area.x + 1, area.y, &fit(&seen.words.say(&title), room, more), seen.style(Role::Accent));
    let coming = plan.rows.iter().filter(|row| row.comes_in(*policy)).count();
    let ticked = seen.words.say(&Text::new("tui-import-ticked").number("count", coming));
    put_right(buffer, area, area.right().saturating_sub(1), area.y, &ticked, seen.style(Role::Key));
    let counts = plan.counts();
    let summary = Text::new("tui-import-counts")
        .number("new", counts.new + counts.fills)
        .number("same", counts.same + counts.repeated)
        .number("changed", counts.changed)
        .number("unread", counts.complaints);
    put(buffer, area, area.x + 1, area.y + 1, &fit(&seen.words.say(&summary), room, more), seen.style(Role::Text));
    if preview.is_filtering || !preview.filter.is_empty() {
        let row = Rect { x: area.x + 1, y: area.y + 2, width: room, height: 1 };
        sheet::plain(buffer, row, &preview.filter, preview.is_filtering, seen.theme());
        return;
    }
    let policy = seen.words.line(match policy {
        OnDuplicate::KeepBoth => "tui-import-keep-both",
        OnDuplicate::Replace => "tui-import-replace",
        OnDuplicate::Skip => "tui-import-skip",
    });
    put(buffer, area, area.x + 1, area.y + 2, &fit(&policy, room, more), seen.style(Role::Muted));
}

fn draw_line(preview: &Preview, line: Line, is_chosen: bool, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
    let more = seen.sign(Sign::More);
    if is_chosen {
        put(buffer, row, row.x + 1, row.y, seen.sign(Sign::Bar), seen.style(Role::Accent));
    }
    let (text, role) = match line {
        Line::Head(group, count) => {
            let said = format!("{} {count}", seen.words.line(group.title()));
            put(buffer, row, row.x + 1, row.y, &fit(&said, row.width, more), seen.style(Role::Accent));
            return;
        }
        Line::Row(place) => {
            if let Some(entry) = preview.plan.rows.get(place) {
                entry_line(entry, preview.policy, is_chosen, seen, row, buffer);
            }
            return;
        }
        Line::Complaint(place) => (preview.plan.complaints.get(place).map(Explain::what), Role::Warn),
        Line::Note(place) => (preview.plan.notes.get(place).map(Explain::what), Role::Muted),
    };
    let Some(text) = text else { return };
    let said = fit(&clean_line(&seen.words.say(&text)).text, row.width.saturating_sub(4), more);
    put(buffer, row, row.x + 3, row.y, &said, seen.style(role));
}

fn entry_line(entry: &Row, policy: OnDuplicate, is_chosen: bool, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
    let (id, role) = match entry.standing {
        _ if entry.arrival.without_pin.is_some() => ("tui-import-needs-pin", Role::Badge),
        Standing::Changed(..) => (choice_name(entry.choice(policy)), Role::Warn),
        Standing::Fills(_) => ("import-row-fills", Role::Ok),
        Standing::New if entry.arrival.params().is_none() => ("tui-import-name-only", Role::Badge),
        Standing::New => ("import-row-new", Role::Ok),
        Standing::Repeated | Standing::Same(_) if entry.comes_in(policy) => {
            (choice_name(entry.choice(policy)), Role::Warn)
        }
        Standing::Repeated => ("import-row-repeated", Role::Muted),
        Standing::Same(_) => ("import-row-same", Role::Muted),
    };
    let standing = fit(&seen.words.line(id), row.width / 2, seen.sign(Sign::More));
    let right = put_right(buffer, row, row.right().saturating_sub(1), row.y, &standing, seen.style(role));
    let tick = if entry.comes_in(policy) { "[x]" } else { "[ ]" };
    put(buffer, row, row.x + TICK.start, row.y, tick, seen.style(Role::Key));
    let role = if is_chosen { Role::Selection } else { Role::Text };
    let (issuer, name) = (clean_line(&entry.arrival.issuer).text, clean_line(&entry.arrival.name).text);
    let title = if issuer.is_empty() { name } else { format!("{issuer}  {name}") };
    let title = fit(&title, right.saturating_sub(row.x + 9), seen.sign(Sign::More));
    put(buffer, row, row.x + 7, row.y, &title, seen.style(role));
}

const fn choice_name(choice: OnDuplicate) -> &'static str {
    match choice {
        OnDuplicate::KeepBoth => "tui-import-take-both",
        OnDuplicate::Replace => "tui-import-take-theirs",
        OnDuplicate::Skip => "tui-import-take-mine",
    }
}

/// What there is to say of the chosen line, and the choice where there is one.
fn about(preview: &Preview, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let said = match preview.line() {
        Some(Line::Complaint(place)) => preview.plan.complaints.get(place).map(|it| whole(it, seen)),
        Some(Line::Note(place)) => preview.plan.notes.get(place).map(|it| whole(it, seen)),
        Some(Line::Row(place)) => preview.plan.rows.get(place).and_then(about_row).map(|id| seen.words.line(id)),
        Some(Line::Head(..)) | None => None,
    };
    let lines = wrap(&clean_line(&said.unwrap_or_default()).text, area.width);
    let rows = usize::from(area.height.saturating_sub(1)).max(1);
    let y = put_lines(buffer, area, area.y, lines.get(..rows).unwrap_or(&lines), seen.style(Role::Text));
    if let Some(Line::Row(place)) = preview.line()
        && let Some(row) = preview.plan.rows.get(place).filter(|row| row.is_duplicate())
    {
        choices(row.choice(preview.policy), seen, Rect { y, height: 1, ..area }, buffer);
    }
}

fn whole(it: &dyn Explain, seen: Seen<'_>) -> String {
    match it.fix() {
        Some(fix) => format!("{} {}", seen.words.say(&it.what()), seen.words.say(&fix)),
        None => seen.words.say(&it.what()),
    }
}

fn about_row(row: &Row) -> Option<&'static str> {
    Some(match row.standing {
        _ if row.arrival.without_pin.is_some() => "tui-import-about-pin",
        Standing::Changed(_, Difference::Key) => "tui-import-about-key",
        Standing::Changed(_, Difference::Name) => "tui-import-about-name",
        Standing::Changed(_, Difference::Parameters) => "tui-import-about-numbers",
        Standing::Fills(_) => "tui-import-about-fills",
        Standing::New if row.arrival.params().is_none() => "tui-import-about-nameless",
        Standing::New => return None,
        Standing::Repeated => "tui-import-about-repeated",
        Standing::Same(_) => "tui-import-about-same",
    })
}

/// `1 keep mine  2 take theirs  3 keep both`, the one that holds marked.
fn choices(chosen: OnDuplicate, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
    let mut x = row.x;
    for (key, choice) in [("1", OnDuplicate::Skip), ("2", OnDuplicate::Replace), ("3", OnDuplicate::KeepBoth)] {
        let (mark, role) = if choice == chosen { ("[x] ", Role::Selection) } else { ("[ ] ", Role::Muted) };
        x = put(buffer, row, x, row.y, mark, seen.style(role));
        x = put(buffer, row, x, row.y, key, seen.style(Role::Key));
        x = put(buffer, row, x + 1, row.y, &seen.words.line(choice_name(choice)), seen.style(role)) + 3;
    }
}

fn ask(preview: &Preview, asking: &Asking, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let title = preview.plan.rows.get(asking.place).map(|row| row.arrival.title()).unwrap_or_default();
    let question = seen.words.say(&Text::new("tui-import-pin").word("title", title));
    put(buffer, area, area.x, area.y, &fit(&question, area.width, seen.sign(Sign::More)), seen.style(Role::Accent));
    let row = Rect { y: area.y + 1, height: 1, ..area };
    sheet::secret(buffer, row, &asking.pin, true, seen.theme());
    let (said, role) = match &asking.trouble {
        Some(trouble) => (seen.words.say(trouble), Role::Warn),
        None => (seen.words.line("tui-import-pin-hint"), Role::Muted),
    };
    let hint = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    put_lines(buffer, hint, hint.y, &wrap(&said, hint.width), seen.style(role));
}
