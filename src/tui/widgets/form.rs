//! The rows of a form: a label, and beside it what is typed or chosen there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::action::Action;
use crate::tui::msg::Press;
use crate::tui::theme::{Role, Sign, Theme};
use crate::tui::widgets::field::Field;
use crate::tui::widgets::line::{fit, put};

/// The column in which what was typed begins.
pub const VALUES: u16 = 16;

/// Writes the label of a row. Returns the place for what belongs to it.
pub fn label(buffer: &mut Buffer, row: Rect, said: &str, is_focused: bool, theme: &Theme) -> Rect {
    let role = if is_focused { Role::Accent } else { Role::Muted };
    put(buffer, row, row.x, row.y, &fit(said, VALUES - 1, theme.sign(Sign::More)), theme.style(role));
    Rect { x: row.x + VALUES, width: row.width.saturating_sub(VALUES), ..row }
}

/// Draws what is chosen among several.
pub fn choice(buffer: &mut Buffer, row: Rect, said: &str, is_focused: bool, theme: &Theme) {
    let (before, after) = (theme.sign(Sign::Before), theme.sign(Sign::After));
    let shown = if is_focused { format!("{before} {said} {after}") } else { format!("  {said}") };
    let role = if is_focused { Role::Selection } else { Role::Text };
    put(buffer, row, row.x, row.y, &shown, theme.style(role));
}

/// Only digits reach a field for numbers.
pub fn number(field: &mut Field, press: &Press) {
    if !matches!(press, Press::Type(character) if !character.is_ascii_digit()) {
        field.pressed(press);
    }
}

/// Left, right and space turn a choice.
pub fn turn(place: &mut usize, count: usize, press: &Press) {
    *place = match press {
        Press::Do(Action::FieldLeft) => (*place + count - 1) % count,
        Press::Do(Action::FieldRight) | Press::Type(' ') => (*place + 1) % count,
        _ => *place,
    };
}
