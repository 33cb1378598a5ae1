//! Changing an account: every fact that a person may change, in one form. Nothing is changed before it is saved.
//! What a change may be is for `ops`; a new key comes by adding or importing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::{Account, AccountId, Book, Kind, Protection};
use crate::ops::accounts::{Change, DeedError, Field as Bound, edit, set_counter};
use crate::ops::groups;
use crate::otp::Counter;
use crate::secret::Private;
use crate::text::{Text, clean, clean_line};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, both};
use crate::tui::home::{Home, Over, Question};
use crate::tui::keymap::Context;
use crate::tui::kinds::{KINDS, kind_label};
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::theme::Role;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::form::{self, number, turn};
use crate::tui::widgets::line::{fit, put, put_lines, wrap};
use crate::tui::widgets::sheet;

/// The rows of the note, where there is room.
const NOTE_ROWS: u16 = 5;

/// What was typed so far, and what stood there before.
#[derive(Debug)]
pub struct State {
    id: AccountId,
    title: String,
    typed: Facts<Field>,
    was: Facts<Private>,
    kind: Kind,
    kind_at: usize,
    /// The counter of a counter-based account.
    counter: Option<(u64, Field)>,
    focus: usize,
    trouble: Option<Text>,
}

/// The texts of an account.
#[derive(Debug)]
struct Facts<T> {
    groups: T,
    issuer: T,
    name: T,
    note: T,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Row {
    Counter,
    Groups,
    Issuer,
    Kind,
    Name,
    Note,
}

impl Row {
    const fn label(self) -> &'static str {
        match self {
            Self::Counter => "tui-form-counter",
            Self::Groups => "tui-form-groups",
            Self::Issuer => "tui-form-issuer",
            Self::Kind => "tui-form-kind",
            Self::Name => "tui-form-name",
            Self::Note => "tui-form-note",
        }
    }
}

impl State {
    /// The form for an account as it is now.
    #[must_use]
    pub fn new(account: &Account) -> Self {
        let listed = account.groups.iter().map(|group| clean_line(group).text).collect::<Vec<_>>().join(", ");
        let was = Facts {
            groups: Private::from(listed),
            issuer: Private::from(clean_line(&account.issuer).text),
            name: Private::from(clean_line(&account.name).text),
            note: Private::from(clean(&account.note).text),
        };
        let counter = account.params().ok().and_then(|params| params.counter()).map(|counter| counter.get());
        Self {
            id: account.id,
            title: clean_line(account.title()).text,
            typed: Facts {
                groups: Field::with(&was.groups),
                issuer: Field::with(&was.issuer),
                name: Field::with(&was.name),
                note: Field::with_lines(&was.note),
            },
            was,
            kind: account.kind,
            kind_at: KINDS.iter().position(|kind| *kind == account.kind).unwrap_or(0),
            counter: counter.map(|counter| (counter, Field::with(&counter.to_string()))),
            focus: 0,
            trouble: None,
        }
    }

    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self.focused() {
            Row::Note => vec![Context::Edit, Context::Note, Context::Form, Context::Field],
            _ => vec![Context::Edit, Context::Form, Context::Field],
        }
    }

    /// Whether anything stands there otherwise than it was.
    fn is_changed(&self) -> bool {
        let (typed, was) = (&self.typed, &self.was);
        let texts = [
            (&typed.groups, &was.groups),
            (&typed.issuer, &was.issuer),
            (&typed.name, &was.name),
            (&typed.note, &was.note),
        ];
        texts.iter().any(|(typed, was)| typed.text() != was.as_str())
            || KINDS.get(self.kind_at) != Some(&self.kind)
            || self.counter.as_ref().is_some_and(|(was, field)| field.text() != was.to_string())
    }

    fn rows(&self) -> Vec<Row> {
        let counter = self.counter.is_some().then_some(Row::Counter);
        let first = [Row::Issuer, Row::Name, Row::Kind, Row::Groups];
        first.into_iter().chain(counter).chain([Row::Note]).collect()
    }

    fn focused(&self) -> Row {
        self.rows().get(self.focus).copied().unwrap_or(Row::Issuer)
    }

    fn step(&mut self, is_forward: bool) {
        let count = self.rows().len();
        self.focus = if is_forward { self.focus + 1 } else { self.focus + count - 1 } % count.max(1);
    }
}

/// A key in the form.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Edit(state)) = &mut home.over else { return };
    let is_last = state.focus + 1 >= state.rows().len();
    match press {
        Press::Do(Action::Accept) if !is_last => state.step(true),
        Press::Do(Action::Accept | Action::Finish) => finished(home, desk),
        Press::Do(Action::Back) if state.is_changed() => home.question = Some(Question::DropForm),
        Press::Do(Action::Back) => desk.go = Some(Go::Back),
        Press::Do(Action::FieldNext) => state.step(true),
        Press::Do(Action::FieldPrevious) => state.step(false),
        Press::Do(action @ (Action::Down | Action::Up)) => {
            let is_down = *action == Action::Down;
            if !state.typed.note.went(is_down) {
                state.step(is_down);
            }
        }
        other => typed(state, other),
    }
}

fn typed(state: &mut State, press: &Press) {
    state.trouble = None;
    let field = match state.focused() {
        Row::Counter => {
            return if let Some((_, field)) = &mut state.counter {
                number(field, press);
            };
        }
        Row::Kind => return turn(&mut state.kind_at, KINDS.len(), press),
        Row::Groups => &mut state.typed.groups,
        Row::Issuer => &mut state.typed.issuer,
        Row::Name => &mut state.typed.name,
        Row::Note => &mut state.typed.note,
    };
    field.pressed(press);
}

fn finished(home: &mut Home, desk: &mut Desk) {
    let Home { over: Some(Over::Edit(state)), session, .. } = home else { return };
    match changed(state, session.book_mut(), desk) {
        Err(trouble) => state.trouble = Some(trouble),
        Ok(false) => {
            desk.go = Some(Go::Back);
            desk.say(Text::new("tui-edit-nothing"));
        }
        Ok(true) => {
            let id = state.id;
            let text = saved(session.book().get(id), state.kind);
            home.changed(desk);
            home.accounts.choose_account(id, home.session.book(), desk.size);
            desk.go = Some(Go::Back);
            desk.say(text);
        }
    }
}

/// That it is changed; and with another kind also where its key is not carried by backups, which the form does not show.
fn saved(account: Option<&Account>, was: Kind) -> Text {
    let is_bound = account.is_some_and(|it| it.kind != was && it.protection == Protection::DeviceBound);
    let title = account.map(|account| account.title().to_owned()).unwrap_or_default();
    Text::new(if is_bound { "tui-edited-bound" } else { "tui-edited" }).word("title", title)
}

/// Changes the account as the form has it, all or nothing. Returns whether there was anything to change.
fn changed(state: &State, book: &mut Book, desk: &Desk) -> Result<bool, Text> {
    let counter = new_counter(state)?;
    let groups = new_groups(state, book).map_err(|error| both(&error))?;
    let text = |field: &Field, was: &Private| (field.text() != was.as_str()).then(|| Private::new(field.text()));
    let (typed, was) = (&state.typed, &state.was);
    let kind = KINDS.get(state.kind_at).copied().filter(|kind| *kind != state.kind);
    let (issuer, name, note) =
        (text(&typed.issuer, &was.issuer), text(&typed.name, &was.name), text(&typed.note, &was.note));
    let has_texts = issuer.is_some() || name.is_some() || note.is_some() || kind.is_some();
    if !has_texts && counter.is_none() && groups.is_none() {
        return Ok(false);
    }
    // The only deed of the three that can still be refused comes first.
    let change = Change { issuer, name, note, kind, params: None };
    edit(book, state.id, change, desk.now).map_err(|error| both(&error))?;
    if let Some(groups) = groups {
        regroup(book, state.id, &groups, desk).map_err(|error| both(&error))?;
    }
    if let Some(counter) = counter {
        set_counter(book, state.id, counter).map_err(|error| both(&error))?;
    }
    Ok(true)
}

/// The counter, if it is to go on.
fn new_counter(state: &State) -> Result<Option<Counter>, Text> {
    let Some((was, field)) = &state.counter else { return Ok(None) };
    let wanted: u64 = field.text().parse().map_err(|_| Text::new("tui-form-not-a-number"))?;
    if wanted < *was {
        return Err(Text::new("tui-edit-counter-back").number("counter", *was));
    }
    let counter = Counter::new(wanted).map_err(|error| both(&error))?;
    Ok((wanted > *was).then_some(counter))
}

/// The groups, if they are to be others.
fn new_groups(state: &State, book: &Book) -> Result<Option<Vec<String>>, DeedError> {
    if state.typed.groups.text() == state.was.groups.as_str() {
        return Ok(None);
    }
    let names = named(state.typed.groups.text(), book);
    let is_long = |name: &String| name.chars().count() > Bound::Group.most();
    if names.iter().any(is_long) { Err(DeedError::TooLong(Bound::Group)) } else { Ok(Some(names)) }
}

/// The groups that a list names. One that is there may have commas in its name.
fn named(list: &str, book: &Book) -> Vec<String> {
    let parts: Vec<&str> = list.split(',').collect();
    let (mut names, mut at) = (Vec::new(), 0);
    while let Some(rest) = parts.get(at..).filter(|rest| !rest.is_empty()) {
        let known = (2..=rest.len()).rev().find_map(|count| {
            let joined = rest.get(..count)?.join(",");
            groups::find(book, &joined).ok().map(|group| (group.as_str().to_owned(), count))
        });
        let (name, count) = known.unwrap_or_else(|| (clean_line(rest.first().unwrap_or(&"")).text, 1));
        names.push(name);
        at += count;
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Puts the account into these groups and takes it out of all others; groups that are new are made.
fn regroup(book: &mut Book, id: AccountId, names: &[String], desk: &Desk) -> Result<(), DeedError> {
    let mut kept = Vec::with_capacity(names.len());
    for name in names {
        if groups::find(book, name).is_err() {
            groups::add(book, name)?;
        }
        groups::put(book, id, name, desk.now)?;
        kept.push(groups::find(book, name)?.clone());
    }
    let had = book.get(id).map(|account| account.groups.clone()).unwrap_or_default();
    had.iter().filter(|group| !kept.contains(group)).try_for_each(|group| groups::take(book, id, group, desk.now))
}

/// Draws the form.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let rows = state.rows();
    let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let note = area.height.saturating_sub(count + 6).clamp(1, NOTE_ROWS);
    let area = sheet::place(area, count.saturating_add(note + 7));
    let title = seen.words.say(&Text::new("tui-edit").word("title", &state.title));
    put(buffer, area, area.x, area.y, &fit(&title, area.width, "…"), seen.style(Role::Accent));
    let (said, role) = match &state.trouble {
        None if state.focused() == Row::Counter => (seen.words.line("tui-edit-counter-hint"), Role::Muted),
        None => (seen.words.line("tui-edit-hint"), Role::Muted),
        Some(trouble) => (seen.words.say(trouble), Role::Warn),
    };
    let lines = wrap(&said, area.width);
    // What can be done gives way where there is little room; what is wrong does not.
    let kept = if state.trouble.is_none() { 0 } else { u16::try_from(lines.len()).unwrap_or(u16::MAX) };
    let heights: Vec<u16> = rows.iter().map(|row| if *row == Row::Note { note } else { 1 }).collect();
    let places = form::places(area, &heights, state.focus, kept);
    for (place, at) in places.rows {
        let Some(row) = rows.get(place) else { continue };
        draw_row(state, *row, place == state.focus, seen, at, buffer);
    }
    put_lines(buffer, places.told, places.told.y, &lines, seen.style(role));
}

fn draw_row(state: &State, row: Row, is_focused: bool, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let theme = seen.theme();
    let values = form::label(buffer, area, &seen.words.line(row.label()), is_focused, theme);
    let plain = |field: &Field, buffer: &mut Buffer| sheet::plain(buffer, values, field, is_focused, theme);
    match row {
        Row::Counter => {
            if let Some((_, field)) = &state.counter {
                plain(field, buffer);
            }
        }
        Row::Groups => plain(&state.typed.groups, buffer),
        Row::Issuer => plain(&state.typed.issuer, buffer),
        Row::Kind => {
            let kind = KINDS.get(state.kind_at).copied().unwrap_or_default();
            form::choice(buffer, values, &seen.words.line(kind_label(kind)), is_focused, theme);
        }
        Row::Name => plain(&state.typed.name, buffer),
        Row::Note => sheet::lines(buffer, values, &state.typed.note, is_focused, theme),
    }
}
