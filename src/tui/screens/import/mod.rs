//! Bringing accounts in from another app: where from, passwords where files are locked, what would come in, yes.
//! Nothing is stored before the yes, and one undo takes all of it back.

mod brought_in;
mod chooser;
mod intake;
mod lines;
mod preview;
mod show;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use zeroize::Zeroizing;

use crate::account::Book;
use crate::formats::{Imported, Locked, UnlockError};
use crate::ops::import::{Entry, Found, ImportError, Source, apply, paths, plan, read_text};
use crate::ports::FileError;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Drawn, Go, NOTICE, both};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, Over};
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Spot, Ticket};
use crate::tui::screens::Seen;
use crate::tui::screens::import::brought_in::came_in;
use crate::tui::screens::import::chooser::{Chooser, Wish};
use crate::tui::screens::import::intake::{Intake, Next};
use crate::tui::screens::import::preview::{Outcome, Preview};
use crate::tui::theme::Role;
use crate::tui::widgets::field::SecretField;
use crate::tui::widgets::line::{put, put_lines, wrap};
use crate::tui::widgets::sheet;

pub use brought_in::{ask_to_take_back, take_back};

/// How far the import is.
#[derive(Debug)]
pub struct State {
    step: Step,
    intake: Intake,
    busy: Option<Ticket>,
    /// The folder that is being read.
    listing: Option<(Ticket, String)>,
    trouble: Option<Text>,
}

#[derive(Debug)]
enum Step {
    /// The key file of the file in front is typed or chosen.
    KeyFile(Chooser),
    /// A file waits for its password.
    Locked(SecretField),
    /// What would come in.
    Preview(Box<Preview>),
    /// The path is typed, chosen or pasted.
    Where(Chooser),
}

impl Default for State {
    fn default() -> Self {
        Self::at(Chooser::default())
    }
}

impl State {
    fn at(chooser: Chooser) -> Self {
        Self { step: Step::Where(chooser), intake: Intake::default(), busy: None, listing: None, trouble: None }
    }

    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match &self.step {
            Step::KeyFile(_) => vec![Context::Files, Context::Import, Context::Field],
            Step::Locked(_) if self.intake.takes_key_file() => {
                vec![Context::KeyFile, Context::Import, Context::Secret, Context::Field]
            }
            Step::Locked(_) => vec![Context::Import, Context::Secret, Context::Field],
            Step::Preview(preview) => preview.contexts(),
            Step::Where(_) => vec![Context::Files, Context::Import, Context::Field],
        }
    }

    /// Goes on with what was read: a password that is known, one that is asked for, or the preview.
    fn go_on(&mut self, book: &Book, desk: &mut Desk) {
        match self.intake.next() {
            None => {}
            Some(Next::Ask) => self.step = Step::Locked(SecretField::default()),
            Some(Next::Show(imported)) => {
                let (files, plain) = (self.intake.files, std::mem::take(&mut self.intake.plain));
                self.step = Step::Preview(Box::new(Preview::new(plan(imported, book), files, plain)));
            }
            Some(Next::Try(file, password)) => {
                self.step = Step::Locked(SecretField::default());
                self.busy = Some(desk.ask(|ticket| Effect::UnlockForeign(ticket, file, password)));
            }
        }
    }

    fn found(&mut self, found: Vec<Found>, book: &Book, desk: &mut Desk) {
        (self.intake, self.trouble) = (Intake::new(found), None);
        self.go_on(book, desk);
    }

    fn wished(&mut self, wish: Wish, desk: &mut Desk) {
        match wish {
            Wish::List(folder) => {
                let asked = folder.clone();
                let ticket = desk.ask(|ticket| Effect::ListFolder(ticket, asked));
                self.listing = Some((ticket, folder));
            }
            Wish::None => {}
            Wish::Read(source) => match (&self.step, source) {
                (Step::KeyFile(_), Source::Paths(path)) => {
                    self.trouble = None;
                    self.busy = Some(desk.ask(|ticket| Effect::ReadKeyFile(ticket, path)));
                }
                // A key file lies nowhere but on a disk.
                (Step::KeyFile(_), _) => {}
                (_, source) => self.read(source, desk),
            },
        }
    }

    /// From the password to its key file, with what lies in the folder.
    fn choose_key_file(&mut self, desk: &mut Desk) {
        let chooser = Chooser::default();
        let wish = chooser.refresh();
        (self.step, self.trouble) = (Step::KeyFile(chooser), None);
        self.wished(wish, desk);
    }

    fn read(&mut self, source: Source, desk: &mut Desk) {
        self.trouble = None;
        self.busy = Some(desk.ask(|ticket| Effect::ReadForeign(ticket, source)));
    }
}

/// Whether a pasted text is what an import reads, rather than a path.
#[must_use]
pub fn is_content(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(['{', '[', '<'])
        || ["otpauth://", "otpauth-migration://", "lpaauth-migration://", "motp://", "steam://"]
            .iter()
            .any(|scheme| text.contains(scheme))
}

/// Whether a pasted text is one file or several, dropped on the terminal.
#[must_use]
pub fn is_files(text: &str) -> bool {
    paths::is_paths(text)
}

/// An import of a pasted text, put in front.
pub fn pasted(home: &mut Home, text: &str, desk: &mut Desk) {
    let mut state = State::default();
    if is_files(text) {
        state = State::at(Chooser::with(&paths::as_line(text)));
        state.read(Source::Paths(paths::as_line(text)), desk);
    } else {
        match read_text(text) {
            Err(error) => state.trouble = Some(both(&error)),
            Ok(parsed) => state.found(vec![Found { name: String::new(), parsed }], home.session.book(), desk),
        }
    }
    home.over = Some(Over::Import(Box::new(state)));
    begun(home, desk);
}

/// The screen is in front: what lies in the folder is asked for.
pub fn begun(home: &mut Home, desk: &mut Desk) {
    let Some(Over::Import(state)) = &mut home.over else { return };
    if let Step::Where(chooser) = &state.step {
        let wish = chooser.refresh();
        state.wished(wish, desk);
    }
}

/// A key of the import.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Home { over: Some(Over::Import(state)), session, .. } = home else { return };
    if state.busy.is_some() {
        // What a worker does comes too late then: nobody waits for it any more.
        if *press == Press::Do(Action::Back) {
            stopped(state, desk);
        }
        return;
    }
    let page = usize::from(desk.size.height.saturating_sub(9)).max(1);
    match (&mut state.step, press) {
        (Step::KeyFile(_), Press::Do(Action::Back)) => state.step = Step::Locked(SecretField::default()),
        (Step::Locked(_), Press::Do(Action::KeyFile)) => state.choose_key_file(desk),
        (Step::Where(_), Press::Paste(text)) if is_content(text) || has_lines(text) && !is_files(text) => {
            pasted(home, text, desk);
        }
        (Step::Locked(_) | Step::Where(_), Press::Do(Action::Back)) => desk.go = Some(Go::Back),
        (Step::KeyFile(chooser) | Step::Where(chooser), press) => {
            let before = chooser.field().text().len();
            let wish = chooser.pressed(press, page);
            if chooser.field().text().len() != before {
                state.trouble = None;
            }
            state.wished(wish, desk);
        }
        (Step::Locked(password), Press::Do(Action::Accept)) => {
            let typed = Zeroizing::new(password.typed().expose().to_owned());
            state.intake.typed(&typed);
            if let Some(file) = state.intake.start() {
                state.trouble = None;
                state.busy = Some(desk.ask(|ticket| Effect::UnlockForeign(ticket, file, typed)));
            }
        }
        (Step::Locked(password), other) => {
            password.pressed(other);
        }
        (Step::Preview(preview), press) => match preview.pressed(press, page, session.book()) {
            Outcome::BringIn(rows) => state.busy = Some(desk.ask(|ticket| Effect::Draw(ticket, 16 * rows))),
            Outcome::Leave => desk.go = Some(Go::Back),
            Outcome::NothingTicked => desk.notice(Text::new("tui-import-nothing"), Role::Warn, NOTICE),
            Outcome::Stay => {}
        },
    }
}

/// The person does not want to wait: back to where the files were named.
fn stopped(state: &mut State, desk: &mut Desk) {
    state.busy = None;
    state.intake = Intake::default();
    state.trouble = Some(Text::new("tui-import-stopped"));
    if matches!(state.step, Step::KeyFile(_) | Step::Locked(_)) {
        let chooser = Chooser::default();
        let wish = chooser.refresh();
        state.step = Step::Where(chooser);
        state.wished(wish, desk);
    }
}

fn has_lines(text: &str) -> bool {
    text.trim().contains('\n')
}

/// A folder was read, or not.
pub fn listed(home: &mut Home, ticket: Ticket, answer: Result<Vec<Entry>, FileError>, desk: &mut Desk) {
    let Some(Over::Import(state)) = &mut home.over else { return };
    let Some((_, folder)) = state.listing.take_if(|(asked, _)| *asked == ticket) else { return };
    if let Step::KeyFile(chooser) | Step::Where(chooser) = &mut state.step {
        let wish = chooser.came(folder, answer);
        state.wished(wish, desk);
    }
}

/// The files were read, or not.
pub fn read(home: &mut Home, ticket: Ticket, answer: Result<Vec<Found>, ImportError>, desk: &mut Desk) {
    let Home { over: Some(Over::Import(state)), session, .. } = home else { return };
    if state.busy.take_if(|busy| *busy == ticket).is_none() {
        return;
    }
    match answer {
        Err(error) => state.trouble = Some(both(&error)),
        Ok(found) => state.found(found, session.book(), desk),
    }
}

/// A file was opened, or not.
pub fn unlocked(
    home: &mut Home,
    ticket: Ticket,
    answer: Result<Imported, (Box<dyn Locked>, UnlockError)>,
    desk: &mut Desk,
) {
    let Home { over: Some(Over::Import(state)), session, .. } = home else { return };
    if state.busy.take_if(|busy| *busy == ticket).is_none() {
        return;
    }
    state.trouble = state.intake.came(answer);
    state.go_on(session.book(), desk);
}

/// The key file was read, or not.
pub fn key_file_read(home: &mut Home, ticket: Ticket, answer: Result<Zeroizing<Vec<u8>>, ImportError>) {
    let Some(Over::Import(state)) = &mut home.over else { return };
    if state.busy.take_if(|busy| *busy == ticket).is_none() {
        return;
    }
    state.trouble = Some(match answer {
        Err(error) => both(&error),
        Ok(content) => {
            state.step = Step::Locked(SecretField::default());
            state.intake.set_key_file(&content)
        }
    });
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
    let Step::Preview(preview) = std::mem::replace(&mut state.step, Step::Where(Chooser::default())) else { return };
    let Preview { plan, policy, plain, .. } = *preview;
    match apply(plan, home.session.book_mut(), policy, desk.now, &drawn) {
        Err(error) => state.trouble = Some(both(&error)),
        Ok(applied) => came_in(home, applied, &plain, desk),
    }
}

/// What lies at a place of this screen.
#[must_use]
pub fn spot(state: &State, area: Rect, at: Position) -> Option<Spot> {
    match &state.step {
        Step::Locked(_) => None,
        Step::Preview(preview) => show::spot(preview, area, at),
        Step::KeyFile(chooser) | Step::Where(chooser) => chooser.spot(chooser_list(area), at),
    }
}

/// A click.
pub fn clicked(home: &mut Home, on: Spot, desk: &mut Desk) {
    let Some(Over::Import(state)) = &mut home.over else { return };
    if state.busy.is_some() {
        return;
    }
    match (&mut state.step, on) {
        (Step::Preview(preview), on) => preview.clicked(on),
        (Step::KeyFile(chooser) | Step::Where(chooser), Spot::Row(place)) => {
            let wish = chooser.clicked(place);
            state.wished(wish, desk);
        }
        _ => {}
    }
}

/// Draws it.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    match &state.step {
        Step::Locked(password) => {
            let sheet = conversation(state, seen, &state.intake.question(), sheet::place(area, 10), buffer);
            sheet::secret(buffer, sheet, password, state.busy.is_none(), seen.theme());
        }
        Step::Preview(preview) => show::view(preview, seen, area, buffer),
        Step::KeyFile(chooser) | Step::Where(chooser) => {
            let about = match &state.step {
                Step::KeyFile(_) => Text::new("tui-import-key-file").word("name", state.intake.name()),
                _ => Text::new("tui-import-where"),
            };
            let row = conversation(state, seen, &about, column(area), buffer);
            chooser.draw(state.busy.is_none(), seen, row, buffer);
            chooser.list(seen, chooser_list(area), buffer);
        }
    }
}

fn column(area: Rect) -> Rect {
    let width = area.width.saturating_sub(4).min(90);
    Rect { x: area.x + (area.width - width) / 2, y: area.y + 1, width, height: area.height.saturating_sub(1) }
}

/// Below the line that is typed and what is said of it.
fn chooser_list(area: Rect) -> Rect {
    let column = column(area);
    let above = 11.min(column.height);
    Rect { y: column.y + above, height: column.height - above, ..column }
}

/// Title, question and what was said of the last answer; returns the row to type in.
fn conversation(state: &State, seen: Seen<'_>, about: &Text, area: Rect, buffer: &mut Buffer) -> Rect {
    put(buffer, area, area.x, area.y, &seen.words.line("tui-import"), seen.style(Role::Accent));
    let y = put_lines(buffer, area, area.y + 2, &wrap(&seen.words.say(about), area.width), seen.style(Role::Text));
    let (said, role) = match (&state.trouble, state.busy) {
        (_, Some(_)) => (seen.words.say(&state.intake.busy()), Role::Muted),
        (Some(trouble), None) => (seen.words.say(trouble), Role::Warn),
        (None, None) => (seen.words.line("tui-import-hint"), Role::Muted),
    };
    put_lines(buffer, area, y + 3, &wrap(&said, area.width), seen.style(role));
    Rect { y: y + 1, height: 1, ..area }
}
