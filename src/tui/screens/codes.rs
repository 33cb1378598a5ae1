//! The recovery codes of an account: hidden until asked for, added by typing or pasting, ticked off once they were used.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use zeroize::Zeroizing;

use crate::account::{Account, AccountId, RecoveryCode};
use crate::ops::recovery_codes::{add, parse, remove, tick};
use crate::text::{Text, clean_line};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, UNDO, both};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, Over, Question, Undo};
use crate::tui::keymap::Context;
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::undo::take_back;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::line::{fit, put, put_lines, put_right, wrap};
use crate::tui::widgets::sheet;

/// How many dots stand for a hidden code, whatever its length.
const DOTS: usize = 9;

/// Whose, which one is chosen, and what is being typed.
#[derive(Debug)]
pub struct State {
    id: AccountId,
    chosen: usize,
    is_shown: bool,
    typed: Option<Field>,
    trouble: Option<Text>,
}

impl State {
    /// The codes of this account, hidden.
    #[must_use]
    pub const fn new(id: AccountId) -> Self {
        Self { id, chosen: 0, is_shown: false, typed: None, trouble: None }
    }

    /// Whether nothing of a list can be done: somebody types, or the account keeps no codes.
    #[must_use]
    pub fn is_bare(&self, home: &Home) -> bool {
        self.typed.is_some() || home.session.book().get(self.id).is_none_or(|account| account.recovery_codes.is_empty())
    }

    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self.typed {
            None => vec![Context::Codes, Context::List],
            Some(_) => vec![Context::Note, Context::Form, Context::Field],
        }
    }
}

/// A key on this screen.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Codes(state)) = &mut home.over else { return };
    match (&mut state.typed, press) {
        (Some(_), press) => typing(home, press, desk),
        (None, Press::Paste(_)) => {
            state.typed = Some(Field::for_secrets());
            typing(home, press, desk);
        }
        (None, Press::Do(action)) => acted(home, *action, desk),
        (None, Press::Type(_)) => {}
    }
}

fn acted(home: &mut Home, action: Action, desk: &mut Desk) {
    let count = codes(home).len();
    let page = usize::from(desk.size.height.saturating_sub(6));
    let Some(Over::Codes(state)) = &mut home.over else { return };
    match action {
        Action::Add => state.typed = Some(Field::for_secrets()),
        Action::Back => desk.go = Some(Go::Back),
        Action::Choose => ticked(home, desk),
        Action::Copy => copied(home, desk),
        Action::Down => state.chosen += 1,
        Action::Erase => ask_remove(home, desk),
        Action::First => state.chosen = 0,
        Action::Hide => state.is_shown = !state.is_shown,
        Action::Last => state.chosen = count,
        Action::PageDown => state.chosen += page,
        Action::PageUp => state.chosen = state.chosen.saturating_sub(page),
        Action::Undo => take_back(home, desk),
        Action::Up => state.chosen = state.chosen.saturating_sub(1),
        _ => {}
    }
    keep_in_range(home);
}

fn keep_in_range(home: &mut Home) {
    let last = codes(home).len().saturating_sub(1);
    if let Some(Over::Codes(state)) = &mut home.over {
        state.chosen = state.chosen.min(last);
    }
}

fn typing(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Home { over: Some(Over::Codes(state)), session, .. } = home else { return };
    let Some(field) = &mut state.typed else { return };
    match press {
        Press::Do(Action::Back) => (state.typed, state.trouble) = (None, None),
        Press::Do(Action::Accept | Action::Finish) => match add(session.book_mut(), state.id, field.text(), desk.now) {
            Err(error) => state.trouble = Some(both(&error)),
            Ok(count) => {
                state.typed = None;
                if count > 0 {
                    home.changed(desk);
                }
                desk.say(Text::new("tui-codes-added").number("count", count));
            }
        },
        Press::Do(action @ (Action::Down | Action::Up)) => {
            field.went(*action == Action::Down);
        }
        other => {
            field.pressed(other);
            state.trouble = None;
        }
    }
}

fn account(home: &Home) -> Option<&Account> {
    let Some(Over::Codes(state)) = &home.over else { return None };
    home.session.book().get(state.id)
}

fn codes(home: &Home) -> &[RecoveryCode] {
    account(home).map(|account| account.recovery_codes.as_slice()).unwrap_or_default()
}

fn ticked(home: &mut Home, desk: &mut Desk) {
    let Home { over: Some(Over::Codes(state)), session, .. } = home else { return };
    match tick(session.book_mut(), state.id, state.chosen, desk.now) {
        // Nothing is there to be ticked.
        Err(_) => {}
        Ok(is_used) => {
            home.changed(desk);
            desk.say(Text::new(if is_used { "tui-code-used" } else { "tui-code-unused" }));
        }
    }
}

fn copied(home: &Home, desk: &mut Desk) {
    let Some(Over::Codes(state)) = &home.over else { return };
    let code = codes(home).get(state.chosen).and_then(|code| code.code.expose_text());
    if let Some(code) = code.map(|code| Zeroizing::new(code.to_owned())) {
        desk.code_ends = None;
        desk.ask(|ticket| Effect::Copy(ticket, code));
    }
}

/// A code that was used goes at once; one that still works may be the last way in, and is asked about.
fn ask_remove(home: &mut Home, desk: &mut Desk) {
    let Some(Over::Codes(state)) = &home.over else { return };
    let (id, place) = (state.id, state.chosen);
    match codes(home).get(place) {
        None => {}
        Some(code) if code.used => removed(home, id, place, desk),
        Some(_) => home.question = Some(Question::RemoveCode { id, place }),
    }
}

/// Takes the code away; for a while one key brings it back.
pub fn removed(home: &mut Home, id: AccountId, place: usize, desk: &mut Desk) {
    let Ok(code) = remove(home.session.book_mut(), id, place, desk.now) else { return };
    home.undo = Some((Undo::Code { id, place, code }, desk.tick_in(UNDO)));
    home.changed(desk);
    keep_in_range(home);
    desk.notice_undo(Text::new("tui-code-removed"));
}

/// Draws it.
pub fn view(home: &Home, state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let Some(account) = home.session.book().get(state.id) else { return };
    let left = account.recovery_codes.iter().filter(|code| !code.used).count();
    let count = Text::new("tui-codes-left").number("left", left).number("all", account.recovery_codes.len());
    let row = Rect { height: 1, ..area };
    let right =
        put_right(buffer, row, row.right().saturating_sub(1), row.y, &seen.words.say(&count), seen.style(Role::Muted));
    let title = Text::new("tui-codes").word("title", clean_line(account.title()).text);
    let title = fit(&seen.words.say(&title), right.saturating_sub(row.x + 2), seen.sign(Sign::More));
    put(buffer, row, row.x + 1, row.y, &title, seen.style(Role::Accent));
    let is_low = area.height < 14;
    let above = if is_low { 1 } else { 2 };
    let inside = Rect {
        x: area.x + 2,
        y: area.y + above,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(above + 1),
    };
    match &state.typed {
        Some(field) => typing_view(field, state.trouble.as_ref(), seen, inside, buffer),
        None if account.recovery_codes.is_empty() => {
            let none = Text::new("tui-codes-none").word("key", seen.desk.key(&[Context::Codes], Action::Add));
            let lines = wrap(&seen.words.say(&none), inside.width);
            put_lines(buffer, inside, inside.y, &lines, seen.style(Role::Muted));
        }
        None => list(&account.recovery_codes, state, seen, inside, buffer),
    }
}

fn typing_view(field: &Field, trouble: Option<&Text>, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let hint = wrap(&seen.words.line("tui-codes-hint"), area.width);
    let y = put_lines(buffer, area, area.y, &hint, seen.style(Role::Muted));
    let said = match trouble {
        None => {
            let count = parse(field.text()).len();
            (seen.words.say(&Text::new("tui-codes-read").number("count", count)), Role::Muted)
        }
        Some(trouble) => (seen.words.say(trouble), Role::Warn),
    };
    let told = wrap(&said.0, area.width);
    let rows = u16::try_from(told.len()).unwrap_or(1);
    let height = area.bottom().saturating_sub(y + rows + 1).max(1);
    sheet::lines(buffer, Rect { y, height, ..area }.intersection(area), field, true, seen.theme());
    put_lines(buffer, area, y + height, &told, seen.style(said.1));
}

fn list(codes: &[RecoveryCode], state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let top = (state.chosen + 1).saturating_sub(usize::from(area.height.max(1)));
    for ((place, code), y) in codes.iter().enumerate().skip(top).zip(area.top()..area.bottom()) {
        let is_chosen = place == state.chosen;
        if is_chosen {
            put(buffer, area, area.x, y, seen.sign(Sign::Bar), seen.style(Role::Accent));
        }
        let (tick, role) = if code.used { ("[x]", Role::Muted) } else { ("[ ]", Role::Text) };
        let x = put(buffer, area, area.x + 2, y, tick, seen.style(role));
        let x = put(buffer, area, x + 1, y, &format!("{:>2}", place + 1), seen.style(Role::Muted)) + 2;
        let said = if state.is_shown {
            Zeroizing::new(clean_line(code.code.expose_text().unwrap_or_default()).text)
        } else {
            Zeroizing::new(seen.sign(Sign::Bullet).repeat(DOTS))
        };
        let style = match (code.used, is_chosen) {
            (true, _) => seen.style(Role::Muted).add_modifier(Modifier::CROSSED_OUT),
            (false, true) => seen.style(Role::Selection),
            (false, false) => seen.style(Role::Text),
        };
        let x = put(buffer, area, x, y, &fit(&said, area.right().saturating_sub(x), seen.sign(Sign::More)), style);
        if code.used {
            put(buffer, area, x + 2, y, &seen.words.line("tui-code-is-used"), seen.style(Role::Muted));
        }
    }
}
