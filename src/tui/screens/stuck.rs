//! Something lies where the vault belongs, and it cannot be opened: says what, what helps, and looks again when asked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ops::LoadError;
use crate::text::{Explain, Text};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go};
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{put, put_lines, wrap};
use crate::tui::widgets::sheet;

/// Why the vault was not read.
#[derive(Debug)]
pub struct State {
    /// The reason.
    pub error: LoadError,
}

/// A key while nothing can be opened.
pub fn pressed(press: &Press, desk: &mut Desk) {
    if *press == Press::Do(Action::Accept) {
        desk.go = Some(Go::Look);
    }
}

/// Draws it.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let area = sheet::place(area, 9);
    let x = put(buffer, area, area.x, area.y, seen.sign(Sign::Action), seen.style(Role::Warn));
    put(buffer, area, x + 1, area.y, &seen.words.line("tui-stuck"), seen.style(Role::Warn));
    let said = seen.words.say(&state.error.what());
    let y = put_lines(buffer, area, area.y + 2, &wrap(&said, area.width), seen.style(Role::Text));
    let fix = state.error.fix().map(|fix| seen.words.say(&fix)).unwrap_or_default();
    let y = put_lines(buffer, area, y + 1, &wrap(&fix, area.width), seen.style(Role::Muted));
    let path = seen.words.say(&Text::new("tui-vault-at").word("path", seen.desk.path.as_str()));
    put_lines(buffer, area, y + 1, &wrap(&path, area.width), seen.style(Role::Muted));
}
