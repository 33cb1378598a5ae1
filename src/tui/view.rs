//! How the model looks. Reads it and the words, and writes cells; nothing else.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::Toast;
use crate::tui::home::{Home, Over};
use crate::tui::model::{Gate, Model, Place};
use crate::tui::msg::Spot;
use crate::tui::screens::accounts::{LEAST, Layout};
use crate::tui::screens::{
    Seen, accounts, add, backups, codes, edit, export, first, groups, help, import, new_vault, palette, protect, qr,
    question, restore, settings, signin, stuck, trash, unlock,
};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::footer::{Standing, Worth};
use crate::tui::widgets::line::{fit, put, put_lines, width, wrap};
use crate::tui::widgets::{ascii, footer};
use crate::words::Catalog;

/// Draws everything.
pub fn view(model: &Model, words: &Catalog, frame: &mut Frame<'_>) {
    let area = frame.area();
    draw(model, words, area, frame.buffer_mut());
    if !model.desk.theme.unicode {
        ascii::plain(frame.buffer_mut());
    }
}

/// What lies at a place of the screen and does something when it is clicked.
#[must_use]
pub fn spot(model: &Model, words: &Catalog, at: Position) -> Option<Spot> {
    let size = model.desk.size;
    if let (None, Some(state)) = (&model.help, &model.palette) {
        let body = Rect { x: 0, y: 0, width: size.width, height: size.height.saturating_sub(1) };
        return palette::row_at(state, body, at).map(Spot::Deed);
    }
    let Place::Home(home) = &model.place else { return None };
    let is_alone = model.help.is_none() && model.palette.is_none();
    let is_in_front = is_alone && home.question.is_none();
    let is_drawn = size.width >= LEAST.width && size.height >= LEAST.height;
    let seen = Seen { desk: &model.desk, words };
    match &home.over {
        _ if !is_in_front || !is_drawn => None,
        None => accounts::spot(home, seen, at),
        Some(Over::Import(state)) => {
            import::spot(state, Rect::new(0, 0, size.width, size.height.saturating_sub(1)), at)
        }
        Some(_) => None,
    }
}

fn draw(model: &Model, words: &Catalog, screen: Rect, buffer: &mut Buffer) {
    let seen = Seen { desk: &model.desk, words };
    buffer.set_style(screen, seen.theme().base());
    if screen.width < LEAST.width || screen.height < LEAST.height {
        return too_small(seen, screen, buffer);
    }
    let last = screen.height.saturating_sub(1);
    let body = Rect { height: last, ..screen };
    let footer = Rect { y: screen.y + last, height: 1, ..screen };
    match (&model.help, &model.place) {
        (Some(state), _) => help::view(state, seen, body, buffer),
        (None, Place::Gate(gate)) => gate_view(gate, seen, body, buffer),
        (None, Place::Home(home)) => home_view(home, seen, body, buffer),
    }
    footer::draw(buffer, footer, &model.live(), words, &model.desk, model);
    if let (None, Some(state)) = (&model.help, &model.palette) {
        palette::view(state, seen, body, buffer);
    }
    toast(model, seen, screen, buffer);
    if let (None, None, Place::Home(home)) = (&model.help, &model.palette, &model.place)
        && let Some(asked) = home.question
    {
        question::view(home, asked, seen, body, buffer);
    }
}

/// The key that takes back what the notice tells of, where that key does it now.
fn undo_hint(model: &Model, toast: &Toast, seen: Seen<'_>) -> String {
    let key = seen.desk.keyboard.name(&model.live(), Action::Undo, seen.theme().unicode);
    match key.filter(|_| toast.has_undo && model.home().is_some_and(|home| home.undo.is_some())) {
        None => String::new(),
        Some(key) => format!("  {key} {}", seen.words.line("tui-verb-undo")),
    }
}

fn too_small(seen: Seen<'_>, screen: Rect, buffer: &mut Buffer) {
    let text = Text::new("tui-too-small")
        .number("columns", LEAST.width)
        .number("rows", LEAST.height)
        .number("width", screen.width)
        .number("height", screen.height);
    let lines = wrap(&seen.words.say(&text), screen.width);
    put_lines(buffer, screen, screen.y, &lines, seen.style(Role::Text));
}

fn gate_view(gate: &Gate, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    match gate {
        Gate::First(state) => first::view(state, seen, area, buffer),
        Gate::NewVault(state) => new_vault::view(state, seen, area, buffer),
        Gate::Opening => {}
        Gate::Restore(state) => restore::view(state, None, seen, area, buffer),
        Gate::Stuck(state) => stuck::view(state, seen, area, buffer),
        Gate::Unlock(state) => unlock::view(state, seen, area, buffer),
    }
}

fn home_view(home: &Home, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    match &home.over {
        None => accounts::view(home, seen, buffer),
        Some(Over::Add(state)) => add::view(state, seen, area, buffer),
        Some(Over::Backups(state)) => backups::view(home, state, seen, area, buffer),
        Some(Over::Codes(state)) => codes::view(home, state, seen, area, buffer),
        Some(Over::Edit(state)) => edit::view(state, seen, area, buffer),
        Some(Over::Export(state)) => export::view(state, seen, area, buffer),
        Some(Over::Groups(state)) => {
            accounts::view(home, seen, buffer);
            groups::view(home, state, seen, area, buffer);
        }
        Some(Over::Import(state)) => import::view(state, seen, area, buffer),
        Some(Over::Protect(state)) => protect::view(home, state, seen, area, buffer),
        Some(Over::Qr(state)) => qr::view(state, seen, area, buffer),
        Some(Over::Restore(state)) => restore::view(state, Some(home.session.book()), seen, area, buffer),
        Some(Over::Settings(state)) => settings::view(home, state, seen, area, buffer),
        Some(Over::SignIn(state)) => signin::view(home, state, seen, area, buffer),
        Some(Over::Trash(state)) => trash::view(home, state, seen, area, buffer),
    }
}

impl Standing for Model {
    fn worth(&self, action: Action) -> Worth {
        worth(self, action)
    }

    fn verb(&self, action: Action) -> Option<&'static str> {
        let home = self.home().filter(|home| home.over.is_none() && self.help.is_none())?;
        let takes = matches!(action, Action::Accept | Action::Copy | Action::CopyNext);
        takes.then(|| accounts::verb(home, action)).flatten()
    }
}

/// What a deed is worth in front of the person: with marks what is done to all that are marked, a sign-in first where one is
/// waited for, and nothing that needs a code where there is none.
fn worth(model: &Model, action: Action) -> Worth {
    if let Some(Over::SignIn(state)) = model.home().and_then(|home| home.over.as_ref())
        && model.help.is_none()
        && action == Action::Accept
    {
        return if state.can_go_on() { Worth::First } else { Worth::None };
    }
    let Some(home) = model.home().filter(|_| model.help.is_none()) else { return Worth::Usual };
    let needs_one = match &home.over {
        None => home.chosen().is_none() && needs_account(home, action),
        Some(Over::Codes(state)) => {
            state.is_bare(home) && matches!(action, Action::Choose | Action::Copy | Action::Erase | Action::Hide)
        }
        Some(Over::Trash(_)) => {
            home.session.book().trash().next().is_none() && matches!(action, Action::BringBack | Action::Erase)
        }
        Some(_) => false,
    };
    if needs_one {
        return Worth::None;
    }
    if home.over.is_some() {
        return Worth::Usual;
    }
    let needs_code = matches!(action, Action::Copy | Action::CopyNext | Action::Qr);
    if home.full.is_none() && !home.accounts.marked().is_empty() {
        return match action {
            Action::Delete | Action::Groups | Action::Mark | Action::Pin => Worth::First,
            Action::Copy | Action::CopyNext | Action::Edit | Action::Open | Action::Qr => Worth::None,
            _ => Worth::Usual,
        };
    }
    if action == Action::SignIn {
        let waits = home.chosen().is_some_and(|account| account.badge().is_some());
        return if waits { Worth::First } else { Worth::None };
    }
    let has_code = home.chosen().is_some_and(|account| account.params().is_ok());
    // While no counter-based code is in sight, one key for the next one is enough.
    let is_twice = action == Action::CopyNext && accounts::verb(home, Action::Copy).is_some();
    if is_twice || needs_code && !has_code { Worth::None } else { Worth::Usual }
}

/// Deeds on an account, where none is chosen; what is marked is one too. In a vault without any, nothing is looked for.
fn needs_account(home: &Home, action: Action) -> bool {
    let is_marked = !home.accounts.marked().is_empty();
    match action {
        Action::Accept | Action::Copy | Action::CopyNext | Action::Down | Action::Edit | Action::Open | Action::Qr => {
            true
        }
        Action::Delete | Action::Groups | Action::Mark | Action::Pin => !is_marked,
        Action::GroupNext | Action::Search => home.shelf.is_empty(),
        _ => false,
    }
}

/// The notice above the footer; on a low screen it takes the footer's place.
fn toast(model: &Model, seen: Seen<'_>, screen: Rect, buffer: &mut Buffer) {
    let Some(toast) = &model.desk.toast else { return };
    let row = Layout::new(model.desk.size).toast.intersection(screen);
    let sign = if toast.role == Role::Toast { Sign::Done } else { Sign::Action };
    let said = format!("{} {}", seen.sign(sign), seen.words.say(&toast.text));
    let room = row.width.saturating_sub(2);
    let undo = undo_hint(model, toast, seen);
    let said = format!("{said}{undo}");
    let lines = wrap(&said, room);
    let rows = u16::try_from(lines.len()).unwrap_or(1).min(row.y);
    for (line, y) in lines.iter().zip((row.y + 1).saturating_sub(rows)..) {
        let line = fit(line, room, seen.sign(Sign::More));
        // What lies below may be bold, and a notice is not.
        Clear.render(Rect { y, height: 1, ..row }.intersection(screen), buffer);
        let x = row.right().saturating_sub(1 + width(&line));
        put(buffer, screen, x, y, &line, seen.style(toast.role));
    }
}
