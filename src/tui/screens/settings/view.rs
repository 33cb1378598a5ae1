//! How the settings look: a list in three parts, and what the chosen one is for, below the list or beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::config::Setting;
use crate::text::Text;
use crate::tui::home::Home;
use crate::tui::screens::Seen;
use crate::tui::screens::settings::rows::{Row, said};
use crate::tui::screens::settings::sample;
use crate::tui::screens::settings::{State, default_of, shown};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_lines, put_right, width, wrap};

/// From this width on the help stands beside the list.
const WIDE: u16 = 120;

/// The columns of the list where the help stands beside it.
const LIST: u16 = 74;

/// The rows of the help below the list.
const HELP: u16 = 5;

/// Draws it.
pub fn view(home: &Home, state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    put(buffer, area, area.x + 1, area.y, &seen.words.line("tui-settings"), seen.style(Role::Accent));
    let kept = if seen.desk.has_settings_file { "setting-kept" } else { "setting-not-kept" };
    let left = area.x + 4 + width(&seen.words.line("tui-settings"));
    let right = area.right().saturating_sub(1);
    let kept = fit(&seen.words.line(kept), right.saturating_sub(left), seen.sign(Sign::More));
    put_right(buffer, area, right, area.y, &kept, seen.style(Role::Muted));
    let above = if area.height > 26 { 2 } else { 1 };
    let body = Rect { y: area.y + above, height: area.height.saturating_sub(above), ..area };
    if area.width >= WIDE {
        list(home, state, seen, Rect { width: LIST, height: body.height.saturating_sub(1), ..body }, buffer);
        for y in body.top()..body.bottom().saturating_sub(1) {
            put(buffer, body, body.x + LIST, y, seen.sign(Sign::Wall), seen.style(Role::Border));
        }
        let x = body.x + LIST + 3;
        help(state, seen, Rect { x, width: (area.right() - x).saturating_sub(2).min(76), ..body }, buffer);
    } else {
        let rows = HELP.min(body.height / 2);
        let below = Rect { y: body.bottom().saturating_sub(rows), height: rows, ..body };
        list(home, state, seen, Rect { height: body.height.saturating_sub(rows), ..body }, buffer);
        let rule = seen.sign(Sign::Rule).repeat(usize::from(below.width.saturating_sub(2)));
        put(buffer, below, below.x + 1, below.y, &rule, seen.style(Role::Border));
        let inside = Rect {
            x: below.x + 4,
            y: below.y + 1,
            width: below.width.saturating_sub(6),
            height: rows.saturating_sub(1),
        };
        help(state, seen, inside, buffer);
    }
}

/// A line of the list.
enum Line {
    Row(usize, Row),
    Title(&'static str),
    Space,
}

fn lines(has_spaces: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, row) in Row::ALL.into_iter().enumerate() {
        if let Some(title) = row.title() {
            if place > 0 && has_spaces {
                lines.push(Line::Space);
            }
            lines.push(Line::Title(title));
        }
        lines.push(Line::Row(place, row));
    }
    lines
}

fn list(home: &Home, state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.height.max(1));
    let roomy = lines(true);
    let lines = if roomy.len() <= room { roomy } else { lines(false) };
    let at = lines.iter().position(|line| matches!(line, Line::Row(place, _) if *place == state.chosen)).unwrap_or(0);
    // The chosen row stays off the edges, so that one sees that the list goes on.
    let top = (at + 2).saturating_sub(room).min(lines.len().saturating_sub(room));
    let labels = Row::ALL.map(|row| width(&seen.words.line(row.label())));
    let most = area.width / 2;
    let values = area.x + 4 + labels.into_iter().max().unwrap_or(0).min(most) + 2;
    for (line, y) in lines.iter().skip(top).zip(area.top()..area.bottom()) {
        match line {
            Line::Row(place, row) => {
                let row_area = Rect { y, height: 1, ..area };
                draw_row(home, seen, *row, *place == state.chosen, row_area, values, buffer);
            }
            Line::Space => {}
            Line::Title(title) => {
                put(buffer, area, area.x + 1, y, &seen.words.line(title), seen.style(Role::Muted));
            }
        }
    }
}

fn draw_row(home: &Home, seen: Seen<'_>, row: Row, is_chosen: bool, area: Rect, values: u16, buffer: &mut Buffer) {
    if is_chosen {
        put(buffer, area, area.x + 1, area.y, seen.sign(Sign::Bar), seen.style(Role::Accent));
    }
    let more = seen.sign(Sign::More);
    let role = if is_chosen { Role::Selection } else { Role::Text };
    let label = fit(&seen.words.line(row.label()), values.saturating_sub(area.x + 5), more);
    put(buffer, area, area.x + 4, area.y, &label, seen.style(role));
    let (value, is_default) = shown(home, seen.desk, row);
    let (before, after) = (seen.sign(Sign::Before), seen.sign(Sign::After));
    let room = area.right().saturating_sub(values + 5);
    let value = fit(&seen.words.say(&said(value)), room, more);
    // What a person has changed is told from the defaults by its weight too.
    let role = match (is_chosen, is_default) {
        (true, _) => Role::Selection,
        (false, true) => Role::Text,
        (false, false) => Role::Accent,
    };
    if is_chosen {
        let x = put(buffer, area, values, area.y, before, seen.style(Role::Key));
        let x = put(buffer, area, x + 1, area.y, &value, seen.style(role));
        put(buffer, area, x + 1, area.y, after, seen.style(Role::Key));
    } else {
        put(buffer, area, values + 2, area.y, &value, seen.style(role));
    }
}

/// What the chosen setting is for, what it is by default, its name in the file, and how it looks.
fn help(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let row = state.row();
    let about = wrap(&seen.words.line(row.about()), area.width);
    let y = put_lines(buffer, area, area.y, &about, seen.style(Role::Text));
    let default = seen.words.say(&Text::new("setting-default").text("value", said(default_of(row))));
    let named = match row {
        Row::AutoLock => default,
        Row::Setting(setting) => {
            let name = Text::new("setting-name").word("name", setting.name());
            format!("{default} {}", seen.words.say(&name))
        }
    };
    let y = put_lines(buffer, area, y, &wrap(&named, area.width), seen.style(Role::Muted));
    let is_seen = matches!(
        row,
        Row::Setting(Setting::Color | Setting::ColorDepth | Setting::GroupDigits | Setting::Theme | Setting::Unicode)
    );
    if is_seen {
        let is_roomy = area.bottom().saturating_sub(y) > sample::ROWS;
        sample::view(seen, Rect { y: y + u16::from(is_roomy), ..area }.intersection(area), buffer);
    }
}
