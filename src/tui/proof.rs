//! The passphrase, asked again before a key is shown or goes out. A part of other screens: they decide what follows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ops::demo::DEMO_PASSPHRASE;
use crate::secret::Passphrase;
use crate::text::{Explain, Text};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, both};
use crate::tui::effect::Effect;
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Ticket};
use crate::tui::screens::Seen;
use crate::tui::theme::Role;
use crate::tui::widgets::field::SecretField;
use crate::tui::widgets::line::{fit, put, put_lines, wrap};
use crate::tui::widgets::sheet;
use crate::vault::OpenError;

/// What is typed, and what came of it.
#[derive(Debug, Default)]
pub struct State {
    field: SecretField,
    busy: Option<Ticket>,
    trouble: Option<Text>,
}

/// The contexts of its keys.
#[must_use]
pub fn contexts() -> Vec<Context> {
    vec![Context::Proof, Context::Secret, Context::Field]
}

/// A key while the passphrase is asked. Returns whether the person leaves; an answer on its way then finds nobody.
pub fn pressed(state: &mut State, press: &Press, desk: &mut Desk) -> bool {
    match press {
        Press::Do(Action::Back) => return true,
        _ if state.busy.is_some() => {}
        Press::Do(Action::Accept) => match Passphrase::parse(state.field.typed().expose()) {
            Err(error) => state.trouble = Some(error.what()),
            Ok(passphrase) => {
                state.trouble = None;
                state.busy = Some(desk.ask(|ticket| Effect::Prove(ticket, passphrase)));
            }
        },
        other => {
            if state.field.pressed(other) {
                state.trouble = None;
            }
        }
    }
    false
}

/// The answer. Returns whether the passphrase is the vault's.
pub fn came(state: &mut State, ticket: Ticket, answer: Result<(), OpenError>) -> bool {
    if state.busy != Some(ticket) {
        return false;
    }
    state.busy = None;
    state.field.clear();
    state.trouble = answer.as_ref().err().map(|error| both(error));
    answer.is_ok()
}

/// The worker broke: it can be tried again.
pub fn broke(state: &mut State, ticket: Ticket) {
    if state.busy == Some(ticket) {
        state.busy = None;
    }
}

/// Draws it: what it is for, the field, what came of it.
pub fn view(state: &State, title: &str, about: &str, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let area = sheet::place(area, 8);
    put(buffer, area, area.x, area.y, &fit(title, area.width, "…"), seen.style(Role::Accent));
    let y = put_lines(buffer, area, area.y + 1, &wrap(about, area.width), seen.style(Role::Text)) + 1;
    put(buffer, area, area.x, y, &seen.words.line("tui-proof-passphrase"), seen.style(Role::Muted));
    let row = Rect { y: y + 1, height: 1, ..area };
    sheet::secret(buffer, row.intersection(area), &state.field, state.busy.is_none(), seen.theme());
    let (said, role) = match (&state.trouble, state.busy) {
        (_, Some(_)) => (seen.words.line("tui-proof-checking"), Role::Muted),
        (Some(trouble), None) => (seen.words.say(trouble), Role::Warn),
        (None, None) if seen.desk.is_demo => {
            (seen.words.say(&Text::new("tui-proof-demo").word("passphrase", DEMO_PASSPHRASE)), Role::Muted)
        }
        (None, None) => return,
    };
    put_lines(buffer, area, y + 3, &wrap(&said, area.width), seen.style(role));
}
