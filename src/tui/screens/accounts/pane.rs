//! The chosen account beside the list, on wide terminals: the code as large as there is room, then all there is to know.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::Account;
use crate::moment::Moment;
use crate::text::{Text, clean, clean_line};
use crate::tui::home::Home;
use crate::tui::kinds::kind_label;
use crate::tui::screens::Seen;
use crate::tui::screens::accounts::card::{digits, hints, press, why};
use crate::tui::screens::accounts::facts::type_of;
use crate::tui::screens::accounts::head::left_of;
use crate::tui::screens::accounts::list::{Shown, next, period, shown};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::badges;
use crate::tui::widgets::digits::Size;
use crate::tui::widgets::gauge;
use crate::tui::widgets::line::{fit, put, put_lines, put_right, width, wrap};

/// The column in which the values of facts begin.
const VALUES: u16 = 12;

/// Draws the pane.
pub fn view(home: &Home, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    for y in area.top()..area.bottom() {
        put(buffer, area, area.x, y, seen.sign(Sign::Wall), seen.style(Role::Border));
    }
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    let Some(account) = home.chosen() else { return };
    let y = title(seen, account, inside, buffer);
    let y = code(home, seen, account, Rect { y, height: inside.bottom().saturating_sub(y), ..inside }, buffer);
    let y = facts(seen, account, inside, y + 1, buffer);
    note(seen, account, inside, y + 1, buffer);
    if account.badge().is_none() {
        hints(home, seen, inside, inside.bottom().saturating_sub(1), buffer);
    }
}

/// Where the code stands, large, with its gauge: a click there copies it.
pub fn code_area(area: Rect) -> Rect {
    Rect { y: area.y + 3, height: area.height.saturating_sub(3).min(7), ..area }
}

fn title(seen: Seen<'_>, account: &Account, area: Rect, buffer: &mut Buffer) -> u16 {
    let (sign, words, role) = badges::state(seen, account.badge());
    let state = format!("{} {words}", seen.sign(sign));
    let right = put_right(buffer, area, area.right(), area.y, &state, seen.style(role));
    let line = |text: &str, most| fit(&clean_line(text).text, most, seen.sign(Sign::More));
    put(
        buffer,
        area,
        area.x,
        area.y,
        &line(account.title(), right.saturating_sub(area.x + 1)),
        seen.style(Role::Accent),
    );
    put(buffer, area, area.x, area.y + 1, &line(&account.name, area.width), seen.style(Role::Muted));
    area.y + 3
}

fn code(home: &Home, seen: Seen<'_>, account: &Account, area: Rect, buffer: &mut Buffer) -> u16 {
    if account.badge().is_some() {
        return why(seen, account, area, buffer);
    }
    let code = match shown(home, account, seen) {
        Shown::Code(code) => code,
        Shown::Nothing => return why(seen, account, area, buffer),
        Shown::Press => return press(home, seen, account, area, buffer),
    };
    let fits = |lines: &Vec<String>| lines.iter().all(|line| width(line) <= area.width);
    let lines = [Size::Five, Size::Three].map(|size| digits(seen, &code, size)).into_iter().find(fits);
    let lines = lines.unwrap_or_else(|| vec![code.to_string()]);
    let y = put_lines(buffer, area, area.y, &lines, seen.style(Role::Code)) + 1;
    let Some(left) = period(account).and_then(|period| left_of(period, seen)) else { return y };
    let cells = area.width.saturating_sub(7);
    gauge::draw(buffer, area, (area.x, y), cells, left, seen.theme());
    let number = seen.words.say(&Text::new("tui-seconds").number("seconds", left.seconds));
    put_right(buffer, area, area.right(), y, &number, seen.style(left.role()));
    let Some(next) = next(home, account, seen) else { return y + 1 };
    let x = put(buffer, area, area.x, y + 2, &seen.words.line("tui-next"), seen.style(Role::Muted));
    put(buffer, area, x + 1, y + 2, &next, seen.style(Role::Text));
    y + 3
}

fn facts(seen: Seen<'_>, account: &Account, area: Rect, y: u16, buffer: &mut Buffer) -> u16 {
    let groups = account.groups.iter().map(|group| group.as_str()).collect::<Vec<_>>().join(", ");
    let kind = seen.words.line(kind_label(account.kind));
    let rows = [
        ("tui-fact-groups", groups),
        ("tui-fact-kind", kind),
        ("tui-fact-type", account.params().map(|params| type_of(seen, params)).unwrap_or_default()),
        ("tui-fact-added", account.created.day()),
        ("tui-fact-used", account.last_used.map(Moment::day).unwrap_or_default()),
    ];
    let mut y = y;
    for (id, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        put(buffer, area, area.x, y, &seen.words.line(id), seen.style(Role::Muted));
        let beside = Rect { x: area.x + VALUES, width: area.width.saturating_sub(VALUES), ..area };
        y = put_lines(buffer, beside, y, &wrap(&clean_line(value).text, beside.width), seen.style(Role::Text));
    }
    y
}

fn note(seen: Seen<'_>, account: &Account, area: Rect, y: u16, buffer: &mut Buffer) {
    if account.note.is_empty() || y + 2 >= area.bottom() {
        return;
    }
    put(buffer, area, area.x, y, &seen.words.line("tui-note"), seen.style(Role::Muted));
    let room = Rect { height: area.height.saturating_sub(2), ..area };
    put_lines(buffer, room, y + 1, &wrap(&clean(&account.note).text, area.width), seen.style(Role::Text));
}
