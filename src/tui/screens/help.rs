//! Help: what the keys do on the screen behind it. Read from the key table, so that it cannot be wrong.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::action::Action;
use crate::tui::desk::Desk;
use crate::tui::keyboard::Keyboard;
use crate::tui::keymap::{Context, MOUSE};
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_right};

/// The columns for the keys.
const KEYS: u16 = 16;

/// How far the person has read.
#[derive(Debug)]
pub struct State {
    /// The contexts it tells of, the front one first.
    of: Vec<Context>,
    has_mouse: bool,
    top: usize,
}

impl State {
    /// Help for what is live.
    #[must_use]
    pub const fn new(of: Vec<Context>, has_mouse: bool) -> Self {
        Self { of, has_mouse, top: 0 }
    }
}

/// A line of help.
enum Line {
    Empty,
    Title(&'static str),
    Key(String, &'static str),
    Mouse(&'static str, &'static str),
}

fn lines(state: &State, keyboard: &Keyboard, unicode: bool) -> Vec<Line> {
    let all: Vec<_> = state.of.iter().copied().chain([Context::Home, Context::Everywhere]).collect();
    let mut lines = Vec::new();
    for context in &all {
        lines.push(Line::Title(context.title()));
        lines.extend(keyboard.of(*context).filter_map(|row| {
            // A key that means something else here, or is typed, is not told of.
            let keys: Vec<String> = keyboard.chords(&all, row).map(|chord| chord.name(unicode)).collect();
            (!keys.is_empty()).then(|| Line::Key(keys.join("  "), row.about))
        }));
        lines.push(Line::Empty);
    }
    if state.has_mouse && state.of.contains(&Context::Accounts) {
        lines.push(Line::Title("tui-mouse"));
        lines.extend(MOUSE.iter().map(|(deed, about)| Line::Mouse(deed, about)));
        lines.push(Line::Empty);
    }
    lines
}

/// A key in help: it scrolls. Returns whether help is to go.
pub fn pressed(state: &mut State, press: &Press, desk: &Desk) -> bool {
    let page = usize::from(desk.size.height.saturating_sub(4).max(1));
    let last = lines(state, &desk.keyboard, true).len().saturating_sub(page);
    match press {
        Press::Do(Action::Back | Action::Help) => return true,
        Press::Do(Action::Down) => state.top += 1,
        Press::Do(Action::First) => state.top = 0,
        Press::Do(Action::Last) => state.top = last,
        Press::Do(Action::PageDown) => state.top += page,
        Press::Do(Action::PageUp) => state.top = state.top.saturating_sub(page),
        Press::Do(Action::Up) => state.top = state.top.saturating_sub(1),
        _ => {}
    }
    state.top = state.top.min(last);
    false
}

/// Draws it over the whole screen but the footer.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    put(buffer, area, area.x + 1, area.y, &seen.words.line("tui-help"), seen.style(Role::Accent));
    let lines = lines(state, &seen.desk.keyboard, seen.theme().unicode);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    let last = (state.top + usize::from(body.height)).min(lines.len());
    let place = format!("{last}/{}", lines.len());
    put_right(buffer, area, area.right().saturating_sub(1), area.y, &place, seen.style(Role::Muted));
    for (line, y) in lines.iter().skip(state.top).zip(body.top()..body.bottom()) {
        match line {
            Line::Empty => {}
            Line::Title(id) => {
                put(buffer, body, body.x + 1, y, &seen.words.line(id), seen.style(Role::Selection));
            }
            Line::Key(keys, about) => explained(seen, body, y, keys, about, buffer),
            Line::Mouse(deed, about) => explained(seen, body, y, &seen.words.line(deed), about, buffer),
        }
    }
}

fn explained(seen: Seen<'_>, body: Rect, y: u16, keys: &str, about: &'static str, buffer: &mut Buffer) {
    let keys = fit(keys, KEYS - 1, seen.sign(Sign::More));
    put(buffer, body, body.x + 3, y, &keys, seen.style(Role::Key));
    let about = fit(&seen.words.line(about), body.width.saturating_sub(KEYS + 4), "…");
    put(buffer, body, body.x + 3 + KEYS, y, &about, seen.style(Role::Text));
}
