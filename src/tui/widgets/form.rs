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

/// Where the rows of a form stand, and where what is told of them does.
#[derive(Debug)]
pub struct Places {
    /// The rows that can be seen: which one, and where.
    pub rows: Vec<(usize, Rect)>,
    /// What is told stands below them.
    pub told: Rect,
}

/// The places below the title for rows of these heights. Where there is no room for all, those around the one with the
/// focus are seen, and so are the lines that must be `told`.
#[must_use]
pub fn places(area: Rect, heights: &[u16], focus: usize, told: u16) -> Places {
    let told = told.min(area.height / 2);
    let all = heights.iter().fold(0, |sum: u16, height| sum.saturating_add(*height));
    let gap = u16::from(all.saturating_add(told + 3) <= area.height);
    let room = area.height.saturating_sub(1 + gap + told + gap).max(1);
    let reach =
        |first: usize| heights.iter().take(focus + 1).skip(first).fold(0, |sum: u16, one| sum.saturating_add(*one));
    let first = (0..focus).find(|first| reach(*first) <= room).unwrap_or(focus);
    let (mut y, mut rows) = (area.y + 1 + gap, Vec::new());
    let end = y.saturating_add(room).min(area.bottom());
    for (place, height) in heights.iter().enumerate().skip(first) {
        if y >= end {
            break;
        }
        rows.push((place, Rect { y, height: (*height).min(end - y), ..area }));
        y = y.saturating_add(*height).min(end);
    }
    let below = y.saturating_add(gap);
    Places { rows, told: Rect { y: below, height: area.bottom().saturating_sub(below), ..area } }
}

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
