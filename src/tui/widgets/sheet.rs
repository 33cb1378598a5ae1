//! A column in the upper middle of the screen for a short conversation, and the lines that are typed into there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::theme::{Role, Sign, Theme};
use crate::tui::widgets::field::{Field, SecretField};
use crate::tui::widgets::line::{fit, put, tail};

/// The place for a conversation of so many rows.
#[must_use]
pub fn place(area: Rect, rows: u16) -> Rect {
    let width = area.width.saturating_sub(4).min(64);
    let above = area.height.saturating_sub(rows + 2) / 3;
    Rect { x: area.x + (area.width - width) / 2, y: area.y + above, width, height: area.height.saturating_sub(above) }
}

/// Draws a secret being typed: dots, or the text where it was asked for.
pub fn secret(buffer: &mut Buffer, row: Rect, field: &SecretField, is_focused: bool, theme: &Theme) {
    let dots = theme.sign(Sign::Bullet).repeat(field.typed().characters());
    let shown = if field.is_shown() { field.typed().expose() } else { &dots };
    typed(buffer, row, shown, "", is_focused, theme);
}

/// Draws a plain text being typed.
pub fn plain(buffer: &mut Buffer, row: Rect, field: &Field, is_focused: bool, theme: &Theme) {
    typed(buffer, row, field.before(), field.after(), is_focused, theme);
}

/// Draws a text of several lines being typed: as many as there are rows, those around the cursor.
pub fn lines(buffer: &mut Buffer, area: Rect, field: &Field, is_focused: bool, theme: &Theme) {
    let at = field.before().matches('\n').count();
    let top = if is_focused { (at + 1).saturating_sub(usize::from(area.height)) } else { 0 };
    let own = (field.before().rsplit('\n').next(), field.after().split('\n').next());
    for ((place, line), y) in field.text().split('\n').enumerate().skip(top).zip(area.top()..area.bottom()) {
        let row = Rect { y, height: 1, ..area };
        let (before, after) =
            if is_focused && place == at { (own.0.unwrap_or_default(), own.1.unwrap_or_default()) } else { ("", line) };
        typed(buffer, row, before, after, is_focused && place == at, theme);
    }
}

fn typed(buffer: &mut Buffer, row: Rect, before: &str, after: &str, is_focused: bool, theme: &Theme) {
    let bar = if is_focused { Role::Accent } else { Role::Border };
    put(buffer, row, row.x, row.y, theme.sign(Sign::Bar), theme.style(bar));
    let room = row.width.saturating_sub(3);
    let x = put(buffer, row, row.x + 2, row.y, tail(before, room), theme.style(Role::Selection));
    let x =
        if is_focused { put(buffer, row, x, row.y, theme.sign(Sign::Cursor), theme.style(Role::Accent)) } else { x };
    put(buffer, row, x, row.y, &fit(after, row.right().saturating_sub(x), ""), theme.style(Role::Selection));
}
