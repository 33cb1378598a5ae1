//! Bringing accounts in from another app: where from, a password where it is locked, what would come in, yes.
//! Nothing is stored before the yes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use zeroize::Zeroizing;

use crate::formats::{self, Imported, Locked, Parsed, UnlockError};
use crate::ops::import::{Applied, ImportError, ImportPlan, OnDuplicate, Row, Standing, apply, plan, read_text};
use crate::text::{Explain, Text, clean_line};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Drawn, Go, both};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, Over};
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Ticket};
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::field::{Field, SecretField};
use crate::tui::widgets::line::{fit, put, put_lines, put_right, wrap};
use crate::tui::widgets::sheet;

/// How far the import is.
#[derive(Debug)]
pub struct State {
    step: Step,
    busy: Option<Ticket>,
    trouble: Option<Text>,
}

#[derive(Debug)]
enum Step {
    /// The file waits for its password. It travels to the worker and back.
    Locked { file: Option<Box<dyn Locked>>, password: SecretField },
    /// What would come in.
    Preview { plan: ImportPlan, policy: OnDuplicate, chosen: usize },
    /// The path is typed or pasted.
    Where(Field),
}

impl Default for State {
    fn default() -> Self {
        Self { step: Step::Where(Field::default()), busy: None, trouble: None }
    }
}

impl State {
    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self.step {
            Step::Locked { .. } => vec![Context::Import, Context::Secret, Context::Field],
            Step::Preview { .. } => vec![Context::Preview, Context::List],
            Step::Where(_) => vec![Context::Import, Context::Field],
        }
    }

    fn show(&mut self, imported: Imported, home: &crate::account::Book) {
        let plan = plan(imported, home);
        self.step = Step::Preview { plan, policy: OnDuplicate::Skip, chosen: 0 };
        self.trouble = None;
    }

    fn parsed(&mut self, parsed: Parsed, book: &crate::account::Book) {
        match parsed {
            Parsed::Locked(file) => {
                self.step = Step::Locked { file: Some(file), password: SecretField::default() };
                self.trouble = None;
            }
            Parsed::Plain(imported) => self.show(imported, book),
        }
    }
}

/// Whether a pasted text is what an import reads, rather than a path.
#[must_use]
pub fn is_content(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('{')
        || text.starts_with('[')
        || text.contains("otpauth://")
        || text.contains("otpauth-migration://")
}

/// An import of a pasted text, put in front.
pub fn pasted(home: &mut Home, text: &str) {
    let mut state = State::default();
    match read_text(text) {
        Err(error) => state.trouble = Some(both(&error)),
        Ok(parsed) => state.parsed(parsed, home.session.book()),
    }
    home.over = Some(Over::Import(Box::new(state)));
}

/// A key of the import.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Import(state)) = &mut home.over else { return };
    if *press == Press::Do(Action::Back) {
        desk.go = Some(Go::Back);
        return;
    }
    if state.busy.is_some() {
        return;
    }
    match (&mut state.step, press) {
        (Step::Where(_), Press::Paste(text)) if is_content(text) => pasted(home, text),
        (Step::Where(path), Press::Do(Action::Accept)) if !path.is_empty() => {
            let path = bare_path(path.text());
            state.trouble = None;
            state.busy = Some(desk.ask(|ticket| Effect::ReadForeign(ticket, path)));
        }
        (Step::Where(path), other) => {
            if path.pressed(other) {
                state.trouble = None;
            }
        }
        (Step::Locked { file, password }, Press::Do(Action::Accept)) => {
            let Some(file) = file.take() else { return };
            let typed = Zeroizing::new(password.typed().expose().to_owned());
            state.trouble = None;
            state.busy = Some(desk.ask(|ticket| Effect::UnlockForeign(ticket, file, typed)));
        }
        (Step::Locked { password, .. }, other) => {
            password.pressed(other);
        }
        (Step::Preview { plan, policy, chosen }, press) => {
            if previewed((plan, policy, chosen), press, desk.size.height) {
                let rows = plan.rows.len();
                state.busy = Some(desk.ask(|ticket| Effect::Draw(ticket, 16 * rows)));
            }
        }
    }
}

/// A path as terminals paste it when a file is dropped on them: in quotes, or with a space at the end.
fn bare_path(text: &str) -> String {
    let text = text.trim();
    let unquoted = ['\'', '"'].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    unquoted.unwrap_or(text).to_owned()
}

/// A key on the preview. Returns whether it was the yes.
fn previewed(
    (plan, policy, chosen): (&mut ImportPlan, &mut OnDuplicate, &mut usize),
    press: &Press,
    height: u16,
) -> bool {
    let last = lines_of(plan).saturating_sub(1);
    let page = usize::from(height.saturating_sub(8)).max(1);
    match press {
        Press::Do(Action::Accept) => return plan.rows.iter().any(|row| row.is_wanted),
        Press::Do(Action::Choose) => {
            if let Some(row) = plan.rows.get_mut(*chosen) {
                row.is_wanted = !row.is_wanted;
            }
        }
        Press::Do(Action::Down) => *chosen = (*chosen + 1).min(last),
        Press::Do(Action::First) => *chosen = 0,
        Press::Do(Action::Last) => *chosen = last,
        Press::Do(Action::More) => {
            *policy = match policy {
                OnDuplicate::KeepBoth => OnDuplicate::Skip,
                OnDuplicate::Replace => OnDuplicate::KeepBoth,
                OnDuplicate::Skip => OnDuplicate::Replace,
            };
        }
        Press::Do(Action::PageDown) => *chosen = (*chosen + page).min(last),
        Press::Do(Action::PageUp) => *chosen = chosen.saturating_sub(page),
        Press::Do(Action::Up) => *chosen = chosen.saturating_sub(1),
        _ => {}
    }
    false
}

fn lines_of(plan: &ImportPlan) -> usize {
    plan.rows.len() + plan.complaints.len() + plan.notes.len()
}

/// The file was read, or not.
pub fn read(home: &mut Home, ticket: Ticket, answer: Result<Parsed, ImportError>) {
    let Some(Over::Import(state)) = &mut home.over else { return };
    if state.busy.take_if(|busy| *busy == ticket).is_none() {
        return;
    }
    match answer {
        Err(error) => state.trouble = Some(both(&error)),
        Ok(parsed) => state.parsed(parsed, home.session.book()),
    }
}

/// The file was opened, or not.
pub fn unlocked(home: &mut Home, ticket: Ticket, answer: Result<Imported, (Box<dyn Locked>, UnlockError)>) {
    let Some(Over::Import(state)) = &mut home.over else { return };
    if state.busy.take_if(|busy| *busy == ticket).is_none() {
        return;
    }
    match answer {
        Err((file, error)) => {
            state.trouble = Some(both(&error));
            state.step = Step::Locked { file: Some(file), password: SecretField::default() };
        }
        Ok(imported) => state.show(imported, home.session.book()),
    }
}

/// A worker broke: the import begins anew.
pub fn broke(home: &mut Home, ticket: Ticket) {
    if let Some(Over::Import(state)) = &mut home.over
        && state.busy == Some(ticket)
    {
        **state = State { trouble: Some(Text::new("tui-worker-broke")), ..State::default() };
    }
}

/// Random bytes for the ids have come: now the accounts come in.
pub fn drawn(home: &mut Home, ticket: Ticket, drawn: Drawn, desk: &mut Desk) {
    let Some(Over::Import(state)) = &mut home.over else { return };
    if state.busy.take_if(|busy| *busy == ticket).is_none() {
        return;
    }
    let Step::Preview { plan, policy, .. } = std::mem::replace(&mut state.step, Step::Where(Field::default())) else {
        return;
    };
    match apply(plan, home.session.book_mut(), policy, desk.now, &drawn) {
        Err(error) => state.trouble = Some(both(&error)),
        Ok(applied) => came_in(home, &applied, desk),
    }
}

fn came_in(home: &mut Home, applied: &Applied, desk: &mut Desk) {
    home.changed(desk);
    if let Some(first) = applied.added.first() {
        home.accounts.choose_account(*first, home.session.book(), desk.size);
    }
    desk.go = Some(Go::Back);
    let said = Text::new("tui-import-done")
        .number("added", applied.added.len())
        .number("changed", applied.filled.len() + applied.replaced.len())
        .number("skipped", applied.skipped + applied.unwanted)
        .number("unread", applied.complaints);
    desk.notice(said, Role::Toast, 3 * crate::tui::desk::NOTICE);
}

/// Draws it.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    match &state.step {
        Step::Locked { file, password } => {
            let about = Text::new("tui-import-locked").word("app", file.as_ref().map_or("", |file| app(file.format())));
            let sheet = conversation(state, seen, &about, area, buffer);
            sheet::secret(buffer, sheet, password, state.busy.is_none(), seen.theme());
        }
        Step::Preview { plan, policy, chosen } => preview((plan, *policy, *chosen), seen, area, buffer),
        Step::Where(path) => {
            let sheet = conversation(state, seen, &Text::new("tui-import-where"), area, buffer);
            sheet::plain(buffer, sheet, path, state.busy.is_none(), seen.theme());
        }
    }
}

/// Title, question and what was said of the last answer; returns the row to type in.
fn conversation(state: &State, seen: Seen<'_>, about: &Text, area: Rect, buffer: &mut Buffer) -> Rect {
    let area = sheet::place(area, 10);
    put(buffer, area, area.x, area.y, &seen.words.line("tui-import"), seen.style(Role::Accent));
    let y = put_lines(buffer, area, area.y + 2, &wrap(&seen.words.say(about), area.width), seen.style(Role::Text));
    let (said, role) = match (&state.trouble, state.busy) {
        (Some(trouble), _) => (seen.words.say(trouble), Role::Warn),
        (None, Some(_)) => (seen.words.line("tui-opening"), Role::Muted),
        (None, None) => (seen.words.line("tui-import-hint"), Role::Muted),
    };
    put_lines(buffer, area, y + 3, &wrap(&said, area.width), seen.style(role));
    Rect { y: y + 1, height: 1, ..area }
}

fn app(id: &'static str) -> &'static str {
    formats::by_id(id).map_or(id, |format| format.about().app)
}

fn preview((plan, policy, chosen): (&ImportPlan, OnDuplicate, usize), seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let title = Text::new("tui-import-from").word("app", app(plan.format)).number("count", plan.rows.len());
    put(buffer, area, area.x + 1, area.y, &seen.words.say(&title), seen.style(Role::Accent));
    let counts = plan.counts();
    let summary = Text::new("tui-import-counts")
        .number("new", counts.new + counts.fills)
        .number("same", counts.same + counts.repeated)
        .number("changed", counts.changed)
        .number("unread", counts.complaints);
    let policy = seen.words.line(match policy {
        OnDuplicate::KeepBoth => "tui-import-keep-both",
        OnDuplicate::Replace => "tui-import-replace",
        OnDuplicate::Skip => "tui-import-skip",
    });
    let text = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let y = put_lines(buffer, text, area.y + 1, &wrap(&seen.words.say(&summary), text.width), seen.style(Role::Text));
    let y = put_lines(buffer, text, y, &wrap(&policy, text.width), seen.style(Role::Muted)) + 1;
    let list = Rect { y, height: area.bottom().saturating_sub(y + 1), ..area };
    let top = (chosen + 1).saturating_sub(usize::from(list.height.max(1)));
    for (place, y) in (top..lines_of(plan)).zip(list.top()..list.bottom()) {
        line(plan, place, place == chosen, seen, Rect { y, height: 1, ..list }, buffer);
    }
}

/// A row of the preview: the accounts first, then what could not be read, then what was noticed.
fn line(plan: &ImportPlan, place: usize, is_chosen: bool, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
    if is_chosen {
        put(buffer, row, row.x + 1, row.y, seen.sign(Sign::Bar), seen.style(Role::Accent));
    }
    if let Some(entry) = plan.rows.get(place) {
        return entry_line(entry, is_chosen, seen, row, buffer);
    }
    let rest = place - plan.rows.len();
    let (text, role) = match (plan.complaints.get(rest), plan.notes.get(rest.saturating_sub(plan.complaints.len()))) {
        (Some(complaint), _) => (complaint.what(), Role::Warn),
        (None, Some(note)) => (note.what(), Role::Muted),
        (None, None) => return,
    };
    let said = fit(&seen.words.say(&text), row.width.saturating_sub(4), seen.sign(Sign::More));
    put(buffer, row, row.x + 3, row.y, &said, seen.style(role));
}

fn entry_line(entry: &Row, is_chosen: bool, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
    let (id, role) = match entry.standing {
        Standing::Changed(..) => ("tui-import-changed", Role::Warn),
        Standing::Fills(_) => ("tui-import-fills", Role::Ok),
        Standing::New if entry.arrival.params().is_none() => ("tui-import-name-only", Role::Badge),
        Standing::New => ("tui-import-new", Role::Ok),
        Standing::Repeated => ("tui-import-repeated", Role::Muted),
        Standing::Same(_) => ("tui-import-same", Role::Muted),
    };
    let standing = seen.words.line(id);
    let right = put_right(buffer, row, row.right().saturating_sub(1), row.y, &standing, seen.style(role));
    let tick = if entry.is_wanted { "[x]" } else { "[ ]" };
    put(buffer, row, row.x + 3, row.y, tick, seen.style(Role::Key));
    let role = if is_chosen { Role::Selection } else { Role::Text };
    let title = fit(&clean_line(&entry.arrival.title()).text, right.saturating_sub(row.x + 9), seen.sign(Sign::More));
    put(buffer, row, row.x + 7, row.y, &title, seen.style(role));
}
