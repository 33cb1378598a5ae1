//! What is on its way, and how far it is, in one line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put};

/// Columns of the bar that shows how far it is.
const BAR: u16 = 24;

/// Draws it: what is being done, and a bar where it is known how much of how much is done.
pub fn draw(buffer: &mut Buffer, row: Rect, says: &str, done: Option<(u64, u64)>, seen: Seen<'_>) {
    let says = fit(says, row.width, seen.sign(Sign::More));
    let x = put(buffer, row, row.x, row.y, &says, seen.style(Role::Text));
    let Some((done, of)) = done.filter(|(_, of)| *of > 0) else { return };
    let part = done.saturating_mul(100).checked_div(of).unwrap_or(0).min(100);
    let full = u16::try_from(u64::from(BAR) * part / 100).unwrap_or(BAR).min(BAR);
    let bar = seen.sign(Sign::GaugeFull).repeat(usize::from(full));
    let rest = seen.sign(Sign::GaugeEmpty).repeat(usize::from(BAR - full));
    let x = put(buffer, row, x + 2, row.y, &bar, seen.style(Role::Ok));
    let x = put(buffer, row, x, row.y, &rest, seen.style(Role::Border));
    put(buffer, row, x + 1, row.y, &format!("{part} %"), seen.style(Role::Muted));
}
