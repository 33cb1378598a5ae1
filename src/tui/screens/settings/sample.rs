//! A sample of how accounts look with the present theme, signs and groups of digits. Invented accounts, no real code.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::gauge::{self, Left};
use crate::tui::widgets::line::{put, put_right};

/// The rows that the sample takes where there is room.
pub const ROWS: u16 = 4;

/// Draws as many of its rows as there is room for.
pub fn view(seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let width = area.width.min(60);
    let row = |at: u16| Rect { y: area.y + at, height: 1, width, ..area }.intersection(area);
    let code = |digits: &str| {
        let (first, second) = digits.split_at(digits.len() / 2);
        if seen.desk.config.group_digits { format!("{first} {second}") } else { digits.to_owned() }
    };
    account(
        seen,
        row(0),
        ("GitHub", "anna@example.com"),
        (&code("531849"), Role::Code),
        (Sign::Ready, Role::Ok),
        buffer,
    );
    let sign_in = seen.words.line("tui-badge-sign-in-short");
    account(seen, row(1), ("Contoso", "anna"), (&sign_in, Role::Badge), (Sign::HalfMoon, Role::Badge), buffer);
    let action = seen.words.line("tui-badge-action-short");
    account(seen, row(2), ("Northbank", "anna"), (&action, Role::Warn), (Sign::Action, Role::Warn), buffer);
    let last = row(3);
    if last.is_empty() {
        return;
    }
    for (at, seconds) in [(0, 24), (14, 9), (28, 4)] {
        gauge::draw(buffer, last, (last.x + at, last.y), 8, Left { seconds, period: 30 }, seen.theme());
        let left = Left { seconds, period: 30 };
        put(buffer, last, last.x + at + 9, last.y, &format!("{seconds:>2}"), seen.style(left.role()));
    }
}

fn account(
    seen: Seen<'_>,
    row: Rect,
    (issuer, name): (&str, &str),
    (said, role): (&str, Role),
    (sign, sign_role): (Sign, Role),
    buffer: &mut Buffer,
) {
    if row.is_empty() {
        return;
    }
    put(buffer, row, row.x, row.y, issuer, seen.style(Role::Text));
    if row.width >= 54 {
        put(buffer, row, row.x + 12, row.y, name, seen.style(Role::Muted));
    }
    let x = put_right(buffer, row, row.right(), row.y, seen.sign(sign), seen.style(sign_role));
    put_right(buffer, row, x.saturating_sub(1), row.y, said, seen.style(role));
}
