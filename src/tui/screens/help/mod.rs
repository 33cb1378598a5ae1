//! Help: the page for the screen behind it, pages that lead to each other, and what the keys do. The keys are read from
//! the key table, so that they cannot be wrong.

mod lines;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ops::help::Topic;
use crate::tui::action::Action;
use crate::tui::desk::Desk;
use crate::tui::keymap::Context;
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::screens::help::lines::{Line, lines};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_right};
use crate::words::Catalog;

/// The columns for the keys.
const KEYS: u16 = 16;

/// What is read, how far, and how the person came here.
#[derive(Debug)]
pub struct State {
    /// The contexts whose keys it tells of, the front one first.
    of: Vec<Context>,
    has_mouse: bool,
    /// The language that is spoken now: how long a text is decides where the links stand.
    words: Catalog,
    open: Open,
    trail: Vec<Open>,
}

/// A page that is read.
#[derive(Clone, Copy, Debug)]
struct Open {
    shown: Shown,
    top: usize,
    /// Which of its links.
    chosen: usize,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Shown {
    Keys,
    Page(Topic),
}

impl State {
    /// The page for what is in front; without one, the keys that are live.
    #[must_use]
    pub const fn new(topic: Option<Topic>, of: Vec<Context>, has_mouse: bool, words: Catalog) -> Self {
        let shown = match topic {
            None => Shown::Keys,
            Some(topic) => Shown::Page(topic),
        };
        Self { of, has_mouse, words, open: Open { shown, top: 0, chosen: 0 }, trail: Vec::new() }
    }

    fn go(&mut self, shown: Shown) {
        self.trail.push(self.open);
        self.open = Open { shown, top: 0, chosen: 0 };
    }

    /// Where on the page the links stand, and where they lead.
    fn links(lines: &[Line]) -> Vec<(usize, Shown)> {
        let link = |(at, line): (usize, &Line)| match line {
            Line::Link(to) => Some((at, *to)),
            _ => None,
        };
        lines.iter().enumerate().filter_map(link).collect()
    }

    /// The next link or the one before, if it can be seen; else a line further.
    fn step(&mut self, lines: &[Line], page: usize, is_down: bool) {
        let is_seen = |at: &usize| (self.open.top..self.open.top + page).contains(at);
        let links = Self::links(lines);
        let chosen_is_seen = links.get(self.open.chosen).is_some_and(|(at, _)| is_seen(at));
        let next = match (is_down, chosen_is_seen) {
            (true, true) => Some(self.open.chosen + 1),
            (false, true) => self.open.chosen.checked_sub(1),
            (_, false) => links.iter().position(|(at, _)| is_seen(at)),
        };
        match next.and_then(|next| links.get(next).map(|(at, _)| (next, at))) {
            Some((next, at)) if is_seen(at) => self.open.chosen = next,
            _ if is_down => self.open.top += 1,
            _ => self.open.top = self.open.top.saturating_sub(1),
        }
    }

    /// To another link, wherever it stands.
    fn jump(&mut self, lines: &[Line], page: usize, is_forward: bool) {
        let links = Self::links(lines);
        let count = links.len().max(1);
        self.open.chosen = (self.open.chosen + if is_forward { 1 } else { count - 1 }) % count;
        if let Some((at, _)) = links.get(self.open.chosen) {
            self.open.top = self.open.top.clamp((at + 1).saturating_sub(page), *at);
        }
    }
}

/// A key in help: it scrolls, follows links and goes back. Returns whether help is to go.
pub fn pressed(state: &mut State, press: &Press, desk: &Desk) -> bool {
    let page = usize::from(desk.size.height.saturating_sub(4).max(1));
    let lines = lines(state, desk);
    let last = lines.len().saturating_sub(page);
    match press {
        Press::Do(Action::Accept) => {
            let links = State::links(&lines);
            let is_seen = |at: usize| (state.open.top..state.open.top + page).contains(&at);
            if let Some((at, to)) = links.get(state.open.chosen).filter(|(at, _)| is_seen(*at)) {
                let _ = at;
                state.go(*to);
            }
            return false;
        }
        Press::Do(Action::Back) => match state.trail.pop() {
            Some(before) => state.open = before,
            None => return true,
        },
        Press::Do(Action::Help) => return true,
        Press::Do(Action::Down) => state.step(&lines, page, true),
        Press::Do(Action::FieldNext) => state.jump(&lines, page, true),
        Press::Do(Action::FieldPrevious) => state.jump(&lines, page, false),
        Press::Do(Action::First) => state.open.top = 0,
        Press::Do(Action::Last) => state.open.top = last,
        Press::Do(Action::PageDown) => state.open.top += page,
        Press::Do(Action::PageUp) => state.open.top = state.open.top.saturating_sub(page),
        Press::Do(Action::Up) => state.step(&lines, page, false),
        _ => return false,
    }
    if state.trail.is_empty() || !matches!(press, Press::Do(Action::Back)) {
        state.open.top = state.open.top.min(last);
    }
    false
}

/// Draws it over the whole screen but the footer.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let title = match state.open.shown {
        Shown::Keys => seen.words.line("tui-help"),
        Shown::Page(topic) => seen.words.say(&topic.title()),
    };
    put(buffer, area, area.x + 1, area.y, &title, seen.style(Role::Accent));
    let lines = lines(state, seen.desk);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    let last = (state.open.top + usize::from(body.height)).min(lines.len());
    let place = format!("{last}/{}", lines.len());
    put_right(buffer, area, area.right().saturating_sub(1), area.y, &place, seen.style(Role::Muted));
    let chosen = State::links(&lines).get(state.open.chosen).map(|(at, _)| *at);
    for ((at, line), y) in lines.iter().enumerate().skip(state.open.top).zip(body.top()..body.bottom()) {
        draw(line, Some(at) == chosen, seen, body, y, buffer);
    }
}

fn draw(line: &Line, is_chosen: bool, seen: Seen<'_>, body: Rect, y: u16, buffer: &mut Buffer) {
    match line {
        Line::Empty => {}
        Line::Title(id) => {
            put(buffer, body, body.x + 1, y, &seen.words.line(id), seen.style(Role::Selection));
        }
        Line::Told { sign, indent, text } => {
            put(buffer, body, body.x + 1, y, sign, seen.style(Role::Muted));
            put(buffer, body, body.x + 1 + indent, y, text, seen.style(Role::Text));
        }
        Line::Key(keys, about) => explained(seen, body, y, keys, about, buffer),
        Line::Mouse(deed, about) => explained(seen, body, y, &seen.words.line(deed), about, buffer),
        Line::Link(to) => {
            if is_chosen {
                put(buffer, body, body.x + 1, y, seen.sign(Sign::Bar), seen.style(Role::Accent));
            }
            let said = match to {
                Shown::Keys => seen.words.line("help-keys"),
                Shown::Page(topic) => seen.words.say(&topic.title()),
            };
            let role = if is_chosen { Role::Selection } else { Role::Accent };
            let said = fit(&said, body.width.saturating_sub(4), "…");
            put(buffer, body, body.x + 3, y, &said, seen.style(role));
        }
    }
}

fn explained(seen: Seen<'_>, body: Rect, y: u16, keys: &str, about: &'static str, buffer: &mut Buffer) {
    let keys = fit(keys, KEYS - 1, seen.sign(Sign::More));
    put(buffer, body, body.x + 3, y, &keys, seen.style(Role::Key));
    let about = fit(&seen.words.line(about), body.width.saturating_sub(KEYS + 4), "…");
    put(buffer, body, body.x + 3 + KEYS, y, &about, seen.style(Role::Text));
}
