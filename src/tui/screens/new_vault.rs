//! A new vault: the passphrase twice, a remark on it, and a word of patience while its cost is measured.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ops::passphrase::judge;
use crate::ops::{SaveError, Session};
use crate::secret::Passphrase;
use crate::text::{Explain, Text};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, both};
use crate::tui::effect::Effect;
use crate::tui::msg::{Press, Ticket};
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::field::SecretField;
use crate::tui::widgets::line::{put, put_lines, tail, wrap};
use crate::tui::widgets::sheet;

/// What was typed so far.
#[derive(Debug, Default)]
pub struct State {
    first: SecretField,
    second: SecretField,
    is_second: bool,
    busy: Option<Ticket>,
    trouble: Option<Text>,
    /// The person went away while the vault was made: it is not left open.
    pub is_left: bool,
    /// An import follows.
    pub then_import: bool,
}

impl State {
    /// Two empty fields; afterwards an import, if so wished.
    #[must_use]
    pub fn new(then_import: bool) -> Self {
        Self { then_import, ..Self::default() }
    }

    /// The person went away: what was typed is forgotten, and a vault that is being made will be a locked one.
    pub fn left(&mut self) {
        self.first.clear();
        self.second.clear();
        self.is_second = false;
        self.is_left = self.is_busy();
    }

    /// Whether the vault is being made.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.busy.is_some()
    }

    fn focused(&mut self) -> &mut SecretField {
        if self.is_second { &mut self.second } else { &mut self.first }
    }
}

/// A key while a vault is made.
pub fn pressed(state: &mut State, press: &Press, desk: &mut Desk) {
    if state.is_busy() {
        return;
    }
    match press {
        Press::Do(Action::Accept) if !state.is_second => {
            state.is_second = checked(state).is_some();
        }
        Press::Do(Action::Accept) => accepted(state, desk),
        Press::Do(Action::Back) => desk.go = Some(Go::First),
        Press::Do(Action::FieldNext) => state.is_second = true,
        Press::Do(Action::FieldPrevious) => state.is_second = false,
        Press::Do(Action::FieldShow) => {
            state.first.pressed(press);
            state.second.pressed(press);
        }
        other => {
            if state.focused().pressed(other) {
                state.trouble = None;
            }
        }
    }
}

/// The first passphrase, if it can be one. Otherwise the reason is said.
fn checked(state: &mut State) -> Option<Passphrase> {
    let passphrase = match Passphrase::parse(state.first.typed().expose()) {
        Ok(passphrase) => passphrase,
        Err(error) => {
            state.trouble = Some(error.what());
            return None;
        }
    };
    match judge(&passphrase) {
        Ok(_) => Some(passphrase),
        Err(refusal) => {
            state.trouble = Some(both(&refusal));
            None
        }
    }
}

fn accepted(state: &mut State, desk: &mut Desk) {
    let Some(passphrase) = checked(state) else {
        state.is_second = false;
        return;
    };
    if Passphrase::parse(state.second.typed().expose()) != Ok(passphrase.duplicate()) {
        state.second.clear();
        state.trouble = Some(Text::new("tui-not-the-same"));
        return;
    }
    state.trouble = None;
    state.busy = Some(desk.ask(|ticket| Effect::Create(ticket, passphrase)));
}

/// The vault is made, or not. Gives the session back when it is.
pub fn came(state: &mut State, ticket: Ticket, answer: Result<Box<Session>, SaveError>) -> Option<Box<Session>> {
    if state.busy != Some(ticket) {
        return None;
    }
    state.busy = None;
    match answer {
        Ok(session) => Some(session),
        Err(error) => {
            state.trouble = Some(both(&error));
            None
        }
    }
}

/// A worker broke: said, and everything can be tried again.
pub fn broke(state: &mut State, ticket: Ticket) {
    if state.busy == Some(ticket) {
        state.busy = None;
        state.trouble = Some(Text::new("tui-worker-broke"));
    }
}

/// Draws it.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let area = sheet::place(area, 13);
    let x = put(buffer, area, area.x, area.y, seen.sign(Sign::Logo), seen.style(Role::Accent));
    put(buffer, area, x + 1, area.y, &seen.words.line("tui-new-vault"), seen.style(Role::Selection));
    put(buffer, area, area.x, area.y + 1, tail(&seen.desk.path, area.width), seen.style(Role::Muted));
    let row = |y| Rect { y, height: 1, ..area };
    let label = |buffer: &mut Buffer, y, id, is_focused| {
        let role = if is_focused { Role::Accent } else { Role::Muted };
        put(buffer, area, area.x, y, &seen.words.line(id), seen.style(role));
    };
    let (is_first, is_second) = (!state.is_second && !state.is_busy(), state.is_second && !state.is_busy());
    label(buffer, area.y + 3, "tui-passphrase", is_first);
    sheet::secret(buffer, row(area.y + 4), &state.first, is_first, seen.theme());
    label(buffer, area.y + 6, "tui-passphrase-again", is_second);
    sheet::secret(buffer, row(area.y + 7), &state.second, is_second, seen.theme());
    let (said, role) = told(state, seen);
    put_lines(buffer, area, area.y + 9, &wrap(&said, area.width), seen.style(role));
}

fn told(state: &State, seen: Seen<'_>) -> (String, Role) {
    if state.is_busy() {
        return (seen.words.line("tui-making-vault"), Role::Muted);
    }
    if let Some(trouble) = &state.trouble {
        return (seen.words.say(trouble), Role::Warn);
    }
    let remark = Passphrase::parse(state.first.typed().expose()).ok().map(|passphrase| judge(&passphrase));
    match remark {
        Some(Err(refusal)) if state.is_second => (seen.words.say(&refusal.what()), Role::Warn),
        Some(Ok(Some(remark))) => (seen.words.say(&remark.text()), Role::Warn),
        Some(Ok(None)) => (seen.words.line("tui-passphrase-good"), Role::Ok),
        _ => (seen.words.line("tui-passphrase-hint"), Role::Muted),
    }
}
