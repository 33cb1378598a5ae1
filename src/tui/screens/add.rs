//! Adding an account: a form, or a pasted link that fills it. Nothing is added before the last key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::{AccountId, Kind};
use crate::ops::accounts::{Draft, TypedKey, add};
use crate::otp::uri::{self, KeyWithoutPin, UriKey, UriNote};
use crate::otp::{OtpParams, Pin};
use crate::secret::Private;
use crate::text::{Explain, Text};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Drawn, Go, both};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, Over, Question};
use crate::tui::keymap::Context;
use crate::tui::kinds::{KINDS, kind_label};
use crate::tui::msg::{Press, Ticket};
use crate::tui::screens::Seen;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Field, SecretField};
use crate::tui::widgets::form::{self, number, turn};
use crate::tui::widgets::line::{put, put_lines, wrap};
use crate::tui::widgets::sheet;

/// The kinds of codes, as `ops` calls them.
const TYPES: [&str; 5] = ["totp", "hotp", "steam", "motp", "yandex"];

/// The hashes to choose from.
const ALGORITHMS: [&str; 3] = ["SHA1", "SHA256", "SHA512"];

/// What was typed so far.
#[derive(Debug, Default)]
pub struct State {
    key: SecretField,
    issuer: Field,
    name: Field,
    pin: SecretField,
    digits: Field,
    period: Field,
    counter: Field,
    type_at: usize,
    algorithm_at: usize,
    kind_at: usize,
    /// The key of a pasted link; then nothing of it is typed.
    given: Option<UriKey>,
    notes: Vec<UriNote>,
    focus: usize,
    trouble: Option<Text>,
    busy: Option<Ticket>,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Row {
    Algorithm,
    Counter,
    Digits,
    Issuer,
    Key,
    Kind,
    Name,
    Period,
    Pin,
    Type,
}

impl Row {
    const fn label(self) -> &'static str {
        match self {
            Self::Algorithm => "tui-form-algorithm",
            Self::Counter => "tui-form-counter",
            Self::Digits => "tui-form-digits",
            Self::Issuer => "tui-form-issuer",
            Self::Key => "tui-form-key",
            Self::Kind => "tui-form-kind",
            Self::Name => "tui-form-name",
            Self::Period => "tui-form-period",
            Self::Pin => "tui-form-pin",
            Self::Type => "tui-form-type",
        }
    }
}

impl State {
    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self.focused() {
            Row::Key | Row::Pin => vec![Context::Form, Context::Secret, Context::Field],
            _ => vec![Context::Form, Context::Field],
        }
    }

    /// The rows that matter for what was chosen so far.
    fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Issuer, Row::Name, Row::Kind];
        match &self.given {
            Some(UriKey::NeedsPin(_)) => rows.insert(0, Row::Pin),
            Some(UriKey::Ready(_)) => {}
            None => {
                rows.insert(0, Row::Key);
                rows.push(Row::Type);
                rows.extend_from_slice(match self.type_name() {
                    "hotp" => &[Row::Algorithm, Row::Digits, Row::Counter],
                    "motp" | "yandex" => &[Row::Pin],
                    "steam" => &[],
                    _ => &[Row::Algorithm, Row::Digits, Row::Period],
                });
            }
        }
        rows
    }

    /// Whether there is anything that would be lost.
    fn is_begun(&self) -> bool {
        let texts = [&self.issuer, &self.name, &self.digits, &self.period, &self.counter];
        self.given.is_some()
            || [&self.key, &self.pin].iter().any(|field| !field.typed().is_empty())
            || texts.iter().any(|field| !field.is_empty())
            || (self.type_at, self.algorithm_at, self.kind_at) != (0, 0, 0)
    }

    fn focused(&self) -> Row {
        self.rows().get(self.focus).copied().unwrap_or(Row::Issuer)
    }

    fn type_name(&self) -> &'static str {
        TYPES.get(self.type_at).copied().unwrap_or("totp")
    }

    fn kind(&self) -> Kind {
        KINDS.get(self.kind_at).copied().unwrap_or_default()
    }

    /// Fills the form from a link. What is wrong with it is said in the form.
    pub fn fill(&mut self, link: &str) {
        self.key.clear();
        match uri::read(link.trim()) {
            Err(refusal) => self.trouble = Some(both(&refusal.why)),
            Ok(account) => {
                self.issuer = Field::with(&account.issuer);
                self.name = Field::with(&account.name);
                self.given = Some(account.key);
                self.notes = account.notes;
                (self.focus, self.trouble) = (0, None);
            }
        }
    }
}

/// Whether a text looks like a link that an account can be added from.
#[must_use]
pub fn is_link(text: &str) -> bool {
    let start = text.trim_start();
    ["otpauth://", "steam://", "motp://"]
        .iter()
        .any(|scheme| start.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme)))
}

/// A key in the form.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Add(state)) = &mut home.over else { return };
    if state.busy.is_some() {
        return;
    }
    let last = state.rows().len().saturating_sub(1);
    match press {
        Press::Do(Action::Accept) if state.focus < last && state.given.is_none() => state.focus += 1,
        Press::Do(Action::Accept) => accepted(state, desk),
        Press::Do(Action::Back) if state.is_begun() => home.question = Some(Question::DropForm),
        Press::Do(Action::Back) => desk.go = Some(Go::Back),
        Press::Do(Action::FieldNext) => state.focus = if state.focus >= last { 0 } else { state.focus + 1 },
        Press::Do(Action::FieldPrevious) => state.focus = if state.focus == 0 { last } else { state.focus - 1 },
        Press::Paste(text) if is_link(text) => state.fill(text),
        other => typed(state, other),
    }
}

fn typed(state: &mut State, press: &Press) {
    state.trouble = None;
    match state.focused() {
        Row::Algorithm => turn(&mut state.algorithm_at, ALGORITHMS.len(), press),
        Row::Counter => number(&mut state.counter, press),
        Row::Digits => number(&mut state.digits, press),
        Row::Issuer => drop_change(state.issuer.pressed(press)),
        Row::Key => {
            state.key.pressed(press);
            if is_link(state.key.typed().expose()) && matches!(press, Press::Paste(_)) {
                let link = zeroize::Zeroizing::new(state.key.typed().expose().to_owned());
                state.fill(&link);
            }
        }
        Row::Kind => turn(&mut state.kind_at, KINDS.len(), press),
        Row::Name => drop_change(state.name.pressed(press)),
        Row::Period => number(&mut state.period, press),
        Row::Pin => drop_change(state.pin.pressed(press)),
        Row::Type => turn(&mut state.type_at, TYPES.len(), press),
    }
}

const fn drop_change(_changed: bool) {}

fn accepted(state: &mut State, desk: &mut Desk) {
    // A link that was typed by hand, or pasted by a terminal that does not mark pastes.
    if state.given.is_none() && is_link(state.key.typed().expose()) {
        let link = zeroize::Zeroizing::new(state.key.typed().expose().to_owned());
        return state.fill(&link);
    }
    match params(state) {
        Err(trouble) => state.trouble = Some(trouble),
        Ok(_) => state.busy = Some(desk.ask(|ticket| Effect::Draw(ticket, 16))),
    }
}

/// The parameters as the form has them; the sentence for the person where they are not right.
fn params(state: &State) -> Result<OtpParams, Text> {
    match &state.given {
        Some(UriKey::Ready(params)) => Ok(params.duplicate()),
        Some(UriKey::NeedsPin(key)) => with_pin(key, state),
        None => typed_params(state),
    }
}

fn with_pin(key: &KeyWithoutPin, state: &State) -> Result<OtpParams, Text> {
    let pin = Pin::new(state.pin.typed().expose()).map_err(|error| both(&error))?;
    Ok(key.duplicate().with_pin(pin))
}

fn typed_params(state: &State) -> Result<OtpParams, Text> {
    let number = |field: &Field| match field.text() {
        "" => Ok(None),
        text => text.parse::<u64>().map(Some).map_err(|_| Text::new("tui-form-not-a-number")),
    };
    let pin = Some(state.pin.typed().expose()).filter(|pin| !pin.is_empty());
    let typed = TypedKey {
        type_name: state.type_name(),
        secret: state.key.typed().expose(),
        pin,
        algorithm: ALGORITHMS.get(state.algorithm_at).copied(),
        digits: number(&state.digits)?,
        period: number(&state.period)?,
        counter: number(&state.counter)?,
    };
    typed.params().map_err(|error| both(&error))
}

/// Random bytes for the account's id have come: now it is added.
pub fn came(home: &mut Home, ticket: Ticket, drawn: &Drawn, desk: &mut Desk) {
    let Some(Over::Add(state)) = &mut home.over else { return };
    if state.busy.take_if(|busy| *busy == ticket).is_none() {
        return;
    }
    let params = match params(state) {
        Ok(params) => params,
        Err(trouble) => return state.trouble = Some(trouble),
    };
    let draft = Draft {
        issuer: state.issuer.text().into(),
        name: state.name.text().into(),
        note: Private::default(),
        groups: Vec::new(),
        kind: state.kind(),
        params,
    };
    match add(home.session.book_mut(), draft, desk.now, drawn) {
        Err(error) => state.trouble = Some(both(&error)),
        Ok(id) => added(home, id, desk),
    }
}

fn added(home: &mut Home, id: AccountId, desk: &mut Desk) {
    let title = home.session.book().get(id).map(|account| account.title().to_owned()).unwrap_or_default();
    home.changed(desk);
    home.accounts.choose_account(id, home.session.book(), desk.size);
    desk.go = Some(Go::Back);
    desk.say(Text::new("tui-added").word("title", title));
}

/// Draws the form.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let rows = state.rows();
    let area = sheet::place(area, u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(8));
    put(buffer, area, area.x, area.y, &seen.words.line("tui-add"), seen.style(Role::Accent));
    let (said, role) = told(state, seen);
    let lines = wrap(&said, area.width);
    // What can be done gives way where there is little room; what is wrong does not.
    let kept = if role == Role::Muted { 0 } else { u16::try_from(lines.len()).unwrap_or(u16::MAX) };
    let places = form::places(area, &vec![1; rows.len()], state.focus, kept);
    for (place, at) in places.rows {
        let Some(row) = rows.get(place) else { continue };
        draw_row(state, *row, place == state.focus && state.busy.is_none(), seen, at, buffer);
    }
    put_lines(buffer, places.told, places.told.y, &lines, seen.style(role));
}

fn draw_row(state: &State, row: Row, is_focused: bool, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let theme = seen.theme();
    let values = form::label(buffer, area, &seen.words.line(row.label()), is_focused, theme);
    let plain = |field: &Field, usual: &str, buffer: &mut Buffer| {
        sheet::plain(buffer, values, field, is_focused, theme);
        if field.is_empty() {
            put(buffer, values, values.x + 3, values.y, usual, seen.style(Role::Muted));
        }
    };
    let choice = |said: &str, buffer: &mut Buffer| form::choice(buffer, values, said, is_focused, theme);
    match row {
        Row::Algorithm => choice(ALGORITHMS.get(state.algorithm_at).copied().unwrap_or_default(), buffer),
        Row::Counter => plain(&state.counter, "0", buffer),
        Row::Digits => plain(&state.digits, "6", buffer),
        Row::Issuer => plain(&state.issuer, "", buffer),
        Row::Key => sheet::secret(buffer, values, &state.key, is_focused, seen.theme()),
        Row::Kind => choice(&seen.words.line(kind_label(state.kind())), buffer),
        Row::Name => plain(&state.name, "", buffer),
        Row::Period => plain(&state.period, "30", buffer),
        Row::Pin => sheet::secret(buffer, values, &state.pin, is_focused, seen.theme()),
        Row::Type => choice(&state.type_name().to_uppercase(), buffer),
    }
}

/// What is wrong, or what the link was read as, or what can be done.
fn told(state: &State, seen: Seen<'_>) -> (String, Role) {
    if let Some(trouble) = &state.trouble {
        return (seen.words.say(trouble), Role::Warn);
    }
    match &state.given {
        None => (seen.words.line("tui-form-hint"), Role::Muted),
        Some(key) => {
            let type_name = match key {
                UriKey::NeedsPin(key) => key.type_name(),
                UriKey::Ready(params) => params.type_name(),
            };
            let from = Text::new("tui-form-from-link").word("type", type_name.to_uppercase());
            let notes = state.notes.iter().map(|note| seen.words.say(&note.what()));
            let said: Vec<String> = [seen.words.say(&from)].into_iter().chain(notes).collect();
            (said.join("\n"), Role::Text)
        }
    }
}
