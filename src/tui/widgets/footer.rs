//! The last row: which keys do what here. Read from the keys as they are bound; a hint that does not fit is left out
//! whole. While a chord is half typed the row says how it goes on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::action::Action;
use crate::tui::desk::Desk;
use crate::tui::key::name_of;
use crate::tui::keyboard::Row;
use crate::tui::keymap::{Context, Shown};
use crate::tui::theme::{Role, Sign, Theme};
use crate::tui::widgets::line::{put, width};
use crate::words::Catalog;

/// What a deed is worth where the person stands: the footer shows the worthiest that fit, `?` has all of them.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Worth {
    /// It is what one is here for.
    First,
    /// As the table of keys has it.
    Usual,
    /// It can do nothing here.
    None,
}

/// How the deeds of a row stand where the person is.
pub trait Standing {
    /// What a deed is worth here.
    fn worth(&self, _action: Action) -> Worth {
        Worth::Usual
    }

    /// The verb of a deed, where it does something else than the table of keys says.
    fn verb(&self, _action: Action) -> Option<&'static str> {
        None
    }
}

/// Everything stands as the table of keys has it.
impl Standing for () {}

/// Draws the hints of the live contexts into a row.
pub fn draw(buffer: &mut Buffer, row: Rect, live: &[Context], words: &Catalog, desk: &Desk, standing: &impl Standing) {
    if !desk.begun.is_empty() {
        return begun(buffer, row, live, words, desk);
    }
    let rows = || live.iter().flat_map(|context| desk.keyboard.of(*context));
    let pinned: Vec<Hint> = rows()
        .filter(|row| matches!(row.shown, Shown::Pinned(_)))
        .filter_map(|row| Hint::new(live, row, words, desk, None))
        .collect();
    let mut right = row.right().saturating_sub(1);
    // `?` stands outermost, the way out left of it: the more general the context, the further right.
    for hint in pinned.into_iter().rev() {
        if right.saturating_sub(row.left() + 1) < hint.width() {
            break;
        }
        right -= hint.width();
        hint.draw(buffer, row, right, &desk.theme);
        right = right.saturating_sub(2);
    }
    let mut x = row.left().saturating_add(1);
    let mut hints: Vec<&Row> = rows().filter(|row| matches!(row.shown, Shown::Footer(_))).collect();
    hints.retain(|row| standing.worth(row.action) < Worth::None);
    hints.sort_by_key(|row| standing.worth(row.action));
    let hint = |row: &Row| Hint::new(live, row, words, desk, standing.verb(row.action));
    for hint in hints.into_iter().filter_map(hint) {
        if x.saturating_add(hint.width()) > right {
            break;
        }
        hint.draw(buffer, row, x, &desk.theme);
        x += hint.width() + 2;
    }
}

/// The keys that were pressed, and what the next one can be.
fn begun(buffer: &mut Buffer, row: Rect, live: &[Context], words: &Catalog, desk: &Desk) {
    let theme = &desk.theme;
    let cancel = Hint { key: "Esc".to_owned(), verb: words.line("tui-verb-cancel") };
    let right = row.right().saturating_sub(1 + cancel.width());
    cancel.draw(buffer, row, right, theme);
    let pressed = format!("{}{}", name_of(&desk.begun, theme.unicode), theme.sign(Sign::More));
    let mut x = put(buffer, row, row.left() + 1, row.y, &pressed, theme.style(Role::Accent)) + 2;
    for (rest, way) in desk.keyboard.next(live, &desk.begun) {
        let verb = match way.shown {
            Shown::Footer(verb) | Shown::Pinned(verb) => verb,
            Shown::Help => way.about,
        };
        let hint = Hint { key: name_of(rest, theme.unicode), verb: words.line(verb) };
        if x + hint.width() + 2 > right {
            continue;
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
    fn new(live: &[Context], row: &Row, words: &Catalog, desk: &Desk, verb: Option<&'static str>) -> Option<Self> {
        let (Shown::Footer(usual) | Shown::Pinned(usual)) = row.shown else { return None };
        let (chord, verb) = (desk.keyboard.shown(live, row)?, verb.unwrap_or(usual));
        Some(Self { key: chord.name(desk.theme.unicode), verb: words.line(verb) })
    }

    fn width(&self) -> u16 {
        width(&self.key) + 1 + width(&self.verb)
    }

    fn draw(&self, buffer: &mut Buffer, row: Rect, x: u16, theme: &Theme) {
        let x = put(buffer, row, x, row.y, &self.key, theme.style(Role::Key));
        put(buffer, row, x + 1, row.y, &self.verb, theme.style(Role::Muted));
    }
}
