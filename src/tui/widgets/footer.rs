//! The last row: which keys do what here. Read from the key table; a hint that does not fit is left out whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::keymap::{Binding, Context, Shown, of, shown_key};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::line::{put, width};
use crate::words::Catalog;

/// Draws the hints of the live contexts into a row.
pub fn draw(buffer: &mut Buffer, row: Rect, live: &[Context], words: &Catalog, theme: &Theme) {
    let bindings = || live.iter().flat_map(|context| of(*context));
    let pinned = bindings().filter(|binding| matches!(binding.shown, Shown::Pinned(_)));
    let mut right = row.right().saturating_sub(1);
    // `?` stands outermost, the way out left of it: the more general the context, the further right.
    for hint in
        pinned.collect::<Vec<_>>().into_iter().rev().filter_map(|binding| Hint::new(live, binding, words, theme))
    {
        if right.saturating_sub(row.left() + 1) < hint.width() {
            break;
        }
        right -= hint.width();
        hint.draw(buffer, row, right, theme);
        right = right.saturating_sub(2);
    }
    let mut x = row.left().saturating_add(1);
    for hint in bindings()
        .filter(|binding| matches!(binding.shown, Shown::Footer(_)))
        .filter_map(|binding| Hint::new(live, binding, words, theme))
    {
        if x.saturating_add(hint.width()) > right {
            break;
        }
        hint.draw(buffer, row, x, theme);
        x += hint.width() + 2;
    }
}

struct Hint {
    key: String,
    verb: String,
}

impl Hint {
    fn new(live: &[Context], binding: &Binding, words: &Catalog, theme: &Theme) -> Option<Self> {
        let (Shown::Footer(verb) | Shown::Pinned(verb)) = binding.shown else { return None };
        let key = shown_key(live, binding)?;
        Some(Self { key: key.name(theme.unicode), verb: words.line(verb) })
    }

    fn width(&self) -> u16 {
        width(&self.key) + 1 + width(&self.verb)
    }

    fn draw(&self, buffer: &mut Buffer, row: Rect, x: u16, theme: &Theme) {
        let x = put(buffer, row, x, row.y, &self.key, theme.style(Role::Key));
        put(buffer, row, x + 1, row.y, &self.verb, theme.style(Role::Muted));
    }
}
