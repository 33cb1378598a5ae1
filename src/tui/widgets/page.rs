//! A page that is written from the top down, as conversations of several steps are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{put, put_lines, wrap};

/// A page that is written from the top down.
pub(in crate::tui) struct Page<'a> {
    pub seen: Seen<'a>,
    pub area: Rect,
    pub y: u16,
    pub buffer: &'a mut Buffer,
}

impl<'a> Page<'a> {
    pub(in crate::tui) const fn new(seen: Seen<'a>, area: Rect, buffer: &'a mut Buffer) -> Self {
        Self { seen, area, y: area.y, buffer }
    }

    pub(in crate::tui) fn say(&mut self, text: &str, role: Role) {
        let lines = wrap(text, self.area.width);
        self.y = put_lines(self.buffer, self.area, self.y, &lines, self.seen.style(role));
    }

    pub(in crate::tui) fn line(&mut self, id: &'static str, role: Role) {
        let said = self.seen.words.line(id);
        self.say(&said, role);
    }

    /// A code below, where there is room for it.
    pub fn code(&mut self, code: &crate::formats::QrCode) {
        let room = Rect { y: self.y, height: self.rest(0), ..self.area };
        crate::tui::widgets::code::small(code, self.seen.theme(), room, self.buffer);
    }

    /// An empty row, where there is room for one.
    pub(in crate::tui) fn gap(&mut self) {
        if self.area.height > 12 {
            self.y += 1;
        }
    }

    /// The next row.
    pub(in crate::tui) fn row(&mut self) -> Rect {
        let row = Rect { y: self.y, height: 1, ..self.area };
        self.y += 1;
        row
    }

    /// The rows that are left, less some at the end.
    pub(in crate::tui) fn rest(&self, but: u16) -> u16 {
        self.area.bottom().saturating_sub(self.y + but)
    }

    /// Rows to choose from; those around the chosen one are seen.
    pub(in crate::tui) fn list(
        &mut self,
        count: usize,
        chosen: usize,
        rows: u16,
        draw: &mut dyn FnMut(&mut Self, usize, Rect),
    ) {
        let top = (chosen + 1).saturating_sub(usize::from(rows.max(1)));
        for at in (top..count).take(usize::from(rows)) {
            let row = self.row();
            if at == chosen {
                put(self.buffer, row, row.x, row.y, self.seen.sign(Sign::Bar), self.seen.style(Role::Accent));
            }
            let inside = Rect { x: row.x + 2, width: row.width.saturating_sub(2), ..row };
            draw(self, at, inside);
        }
    }
}
