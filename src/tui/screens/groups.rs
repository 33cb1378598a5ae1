//! The groups of one account or of all that are marked, in a panel over them: put in, take out, make a new one.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::AccountId;
use crate::ops::bulk::{put, take};
use crate::text::{Text, clean_line, fold};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, UNDO, both};
use crate::tui::home::{Home, Over, Undo};
use crate::tui::keymap::Context;
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::field::Field;
use crate::tui::widgets::line::{fit, put as write, put_lines, put_right, wrap};
use crate::tui::widgets::{panel, sheet};

/// The columns and rows of the panel, where the screen has them.
const SIZE: (u16, u16) = (56, 16);

/// For whom, what is typed, and which row is chosen.
#[derive(Debug)]
pub struct State {
    meant: BTreeSet<AccountId>,
    typed: Field,
    chosen: usize,
    trouble: Option<Text>,
}

/// A row of the panel.
#[derive(Debug, Eq, PartialEq)]
enum Row {
    /// A group that is there, and how many of those that are meant are in it.
    Group(String, usize),
    /// What is typed names no group: it can be made.
    New(String),
}

impl State {
    /// For these accounts.
    #[must_use]
    pub fn new(meant: BTreeSet<AccountId>) -> Self {
        Self { meant, typed: Field::default(), chosen: 0, trouble: None }
    }

    /// The contexts of its keys.
    #[must_use]
    pub fn contexts() -> Vec<Context> {
        vec![Context::Groups, Context::Field]
    }

    /// The groups that fit what is typed, and the new one that it would make.
    fn rows(&self, home: &Home) -> Vec<Row> {
        let (book, typed) = (home.session.book(), fold(self.typed.text().trim()));
        let mut inside: BTreeMap<&str, usize> = BTreeMap::new();
        for account in book.live().filter(|account| self.meant.contains(&account.id)) {
            for group in &account.groups {
                *inside.entry(group.as_str()).or_default() += 1;
            }
        }
        let fits = book.groups().iter().filter(|group| fold(group).contains(&typed));
        let row = |group: &str| Row::Group(group.to_owned(), inside.get(group).copied().unwrap_or(0));
        let mut rows: Vec<Row> = fits.map(|group| row(group.as_str())).collect();
        let is_known = book.groups().iter().any(|group| fold(group) == typed);
        if !typed.is_empty() && !is_known {
            rows.push(Row::New(clean_line(self.typed.text()).text));
        }
        rows
    }
}

/// A key in the panel. Letters go into its line and nowhere else.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Groups(state)) = &home.over else { return };
    let last = state.rows(home).len().saturating_sub(1);
    let Some(Over::Groups(state)) = &mut home.over else { return };
    match press {
        Press::Do(Action::Accept) => chosen(home, desk),
        Press::Do(Action::Back) => desk.go = Some(Go::Back),
        Press::Do(Action::Down) => state.chosen = (state.chosen + 1).min(last),
        Press::Do(Action::Up) => state.chosen = state.chosen.saturating_sub(1),
        other => {
            if state.typed.pressed(other) {
                (state.chosen, state.trouble) = (0, None);
            }
        }
    }
}

/// Puts all in; where all are in already, takes all out.
fn chosen(home: &mut Home, desk: &mut Desk) {
    let Some(Over::Groups(state)) = &home.over else { return };
    let Some(row) = state.rows(home).into_iter().nth(state.chosen) else { return };
    let meant = state.meant.clone();
    let book = home.session.book_mut();
    let (done, id, group) = match row {
        Row::Group(group, inside) if inside == meant.len() => {
            (take(book, &meant, &group, desk.now), "tui-groups-out", group)
        }
        Row::Group(group, _) | Row::New(group) => (put(book, &meant, &group, desk.now), "tui-groups-in", group),
    };
    match done {
        Err(error) => {
            if let Some(Over::Groups(state)) = &mut home.over {
                state.trouble = Some(both(&error));
            }
        }
        Ok(before) => {
            let said = Text::new(id).number("count", before.len()).word("group", group);
            home.undo = Some((Undo::Accounts(before), desk.tick_in(UNDO)));
            if let Some(Over::Groups(state)) = &mut home.over {
                state.typed.clear();
            }
            home.changed(desk);
            desk.notice_undo(said);
        }
    }
}

/// Draws it over what it is about.
pub fn view(home: &Home, state: &State, seen: Seen<'_>, screen: Rect, buffer: &mut Buffer) {
    let size = (SIZE.0.min(screen.width.saturating_sub(2)), SIZE.1);
    let title = match state.meant.len() {
        1 => {
            let account = state.meant.first().and_then(|id| home.session.book().get(*id));
            let name = account.map(|account| clean_line(account.title()).text).unwrap_or_default();
            Text::new("tui-groups-of").word("title", name)
        }
        count => Text::new("tui-groups-of-many").number("count", count),
    };
    let inside = panel::draw(buffer, screen, size, &seen.words.say(&title), seen.theme());
    let inside = Rect { y: inside.y.saturating_sub(1), height: inside.height + 1, ..inside };
    sheet::plain(buffer, Rect { height: 1, ..inside }, &state.typed, true, seen.theme());
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    if let Some(trouble) = &state.trouble {
        let said = seen.words.say(trouble);
        put_lines(buffer, list, list.y, &wrap(&said, list.width), seen.style(Role::Warn));
        return;
    }
    let rows = state.rows(home);
    if rows.is_empty() {
        let said = seen.words.line("tui-groups-none");
        put_lines(buffer, list, list.y, &wrap(&said, list.width), seen.style(Role::Muted));
    }
    let top = (state.chosen + 1).saturating_sub(usize::from(list.height.max(1)));
    for ((place, row), y) in rows.iter().enumerate().skip(top).zip(list.top()..list.bottom()) {
        draw_row(state, row, place == state.chosen, seen, Rect { y, height: 1, ..list }, buffer);
    }
}

fn draw_row(state: &State, row: &Row, is_chosen: bool, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    if is_chosen {
        write(buffer, area, area.x, area.y, seen.sign(Sign::Bar), seen.style(Role::Accent));
    }
    let all = state.meant.len();
    let (tick, name, count) = match row {
        Row::Group(group, 0) => ("[ ]", clean_line(group).text, None),
        Row::Group(group, inside) if *inside == all => ("[x]", clean_line(group).text, None),
        Row::Group(group, inside) => ("[-]", clean_line(group).text, Some(*inside)),
        Row::New(group) => ("[+]", seen.words.say(&Text::new("tui-groups-new").word("group", group)), None),
    };
    let mut right = area.right();
    if let Some(count) = count {
        let said = seen.words.say(&Text::new("tui-of").number("shown", count).number("all", all));
        right = put_right(buffer, area, right, area.y, &said, seen.style(Role::Muted)).saturating_sub(1);
    }
    let x = write(buffer, area, area.x + 2, area.y, tick, seen.style(Role::Key)) + 1;
    let role = if is_chosen { Role::Selection } else { Role::Text };
    write(buffer, area, x, area.y, &fit(&name, right.saturating_sub(x), seen.sign(Sign::More)), seen.style(role));
}
