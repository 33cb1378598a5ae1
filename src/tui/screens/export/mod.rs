//! Taking accounts out: which file and which accounts, what each would lose, where to and under which password, done.
//! Nothing is written before the passphrase was typed again.

mod draw;

use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::account::{AccountId, Book};
use crate::ops::export::{Choice, Draft, ExportError, Job, Selection, choices, draft};
use crate::secret::Passphrase;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, both};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, Over};
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Ticket};
use crate::tui::widgets::field::{Field, SecretField};

pub use draw::view;

/// How far the export is.
#[derive(Debug)]
pub struct State {
    /// The accounts that can be meant, as the person goes through them.
    selections: Vec<Selection>,
    selected: usize,
    choices: Vec<Choice>,
    chosen: usize,
    step: Step,
    busy: Option<Ticket>,
    trouble: Option<Text>,
}

#[derive(Debug)]
enum Step {
    /// The files are written.
    Done(Vec<PathBuf>, usize),
    /// Which file, of which accounts.
    Format,
    /// What would be lost; the first line that is seen.
    Losses(Draft, usize),
    /// Where to, and what is typed for it.
    Where(Box<Form>),
}

/// What is typed before anything is written.
#[derive(Debug)]
struct Form {
    draft: Arc<Draft>,
    path: Field,
    password: SecretField,
    again: SecretField,
    proof: SecretField,
    rows: Vec<Row>,
    focus: usize,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Row {
    Again,
    Password,
    Path,
    Proof,
}

impl State {
    /// An export of a book. `meant` are the accounts that are marked, or the one that the person stands on; who marked
    /// some means those.
    #[must_use]
    pub fn new(book: &Book, meant: Vec<AccountId>, are_marked: bool) -> Self {
        let groups = book.groups().iter().map(|group| Selection::Group(group.to_string()));
        let only = (!meant.is_empty()).then_some(Selection::Only(meant.into_iter().collect()));
        let selections: Vec<Selection> = std::iter::once(Selection::All).chain(groups).chain(only).collect();
        let selected = if are_marked { selections.len().saturating_sub(1) } else { 0 };
        Self { selections, selected, choices: choices(), chosen: 0, step: Step::Format, busy: None, trouble: None }
    }

    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match &self.step {
            Step::Format => vec![Context::Export, Context::List],
            Step::Done(..) | Step::Losses(..) => vec![Context::Reading, Context::List],
            Step::Where(form) => match form.row() {
                Row::Path => vec![Context::Destination, Context::Form, Context::Field],
                Row::Again | Row::Password | Row::Proof => vec![Context::Form, Context::Secret, Context::Field],
            },
        }
    }

    fn selection(&self) -> Selection {
        self.selections.get(self.selected).cloned().unwrap_or_default()
    }
}

impl Form {
    fn new(draft: Draft, choice: Choice, name: &str, is_demo: bool) -> Self {
        let secret: &[Row] = if choice.is_locked { &[Row::Password, Row::Again] } else { &[] };
        // The demo has no passphrase that anybody could know.
        let proof: &[Row] = if is_demo { &[] } else { &[Row::Proof] };
        Self {
            draft: Arc::new(draft),
            path: Field::with(name),
            password: SecretField::default(),
            again: SecretField::default(),
            proof: SecretField::default(),
            rows: [&[Row::Path], secret, proof].concat(),
            focus: 0,
        }
    }

    fn row(&self) -> Row {
        self.rows.get(self.focus).copied().unwrap_or(Row::Path)
    }

    fn typed(&mut self, press: &Press) {
        match self.row() {
            Row::Again => self.again.pressed(press),
            Row::Password => self.password.pressed(press),
            Row::Path => self.path.pressed(press),
            Row::Proof => self.proof.pressed(press),
        };
    }

    /// The row that still lacks something, and what; none where all is there.
    fn lack(&self) -> Option<(Row, Text)> {
        let has = |row| self.rows.contains(&row);
        let lacks = [
            (Row::Path, self.path.text().trim().is_empty(), "tui-export-no-path"),
            (Row::Password, has(Row::Password) && self.password.typed().is_empty(), "err-export-no-password"),
            (Row::Again, self.again.typed().expose() != self.password.typed().expose(), "tui-export-twice"),
            (Row::Proof, has(Row::Proof) && self.proof.typed().is_empty(), "tui-export-no-proof"),
        ];
        lacks.into_iter().find(|(_, lacks, _)| *lacks).map(|(row, _, id)| (row, Text::new(id)))
    }
}

/// A key of the export.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Export(state)) = &mut home.over else { return };
    if state.busy.is_some() {
        // What is being written is not left half-way; the answer comes soon.
        return;
    }
    state.trouble = None;
    match (&mut state.step, press) {
        (Step::Done(..) | Step::Format, Press::Do(Action::Back)) | (Step::Done(..), Press::Do(Action::Accept)) => {
            desk.go = Some(Go::Back);
        }
        (Step::Losses(..), Press::Do(Action::Back)) => state.step = Step::Format,
        (Step::Where(_), Press::Do(Action::Back)) => surveyed(home),
        (Step::Format, Press::Do(Action::Accept)) => surveyed(home),
        (Step::Format, Press::Do(Action::More)) => state.selected = (state.selected + 1) % state.selections.len(),
        (Step::Format, Press::Do(Action::Less)) => {
            state.selected = (state.selected + state.selections.len() - 1) % state.selections.len();
        }
        (Step::Format, Press::Do(action)) => {
            let last = state.choices.len().saturating_sub(1);
            moved(&mut state.chosen, *action, last, desk.size.height);
        }
        (Step::Losses(draft, _), Press::Do(Action::Accept)) if draft.report().carried == 0 => {
            state.trouble = Some(Text::new("err-format-nothing-to-write"));
        }
        (Step::Losses(..), Press::Do(Action::Accept)) => asked(state, desk),
        (Step::Losses(draft, top), Press::Do(action)) => {
            let last = (draft.report().left_out.len() + draft.report().lossy.len()).saturating_sub(1);
            moved(top, *action, last, desk.size.height);
        }
        (Step::Where(form), Press::Do(Action::Complete)) => {
            let typed = form.path.text().to_owned();
            state.busy = Some(desk.ask(|ticket| Effect::Complete(ticket, typed)));
        }
        (Step::Where(form), Press::Do(action @ (Action::FieldNext | Action::FieldPrevious))) => {
            let count = form.rows.len();
            form.focus = (form.focus + if *action == Action::FieldNext { 1 } else { count - 1 }) % count;
        }
        (Step::Where(form), Press::Do(Action::Accept)) if form.focus + 1 < form.rows.len() => form.focus += 1,
        (Step::Where(_), Press::Do(Action::Accept | Action::Finish)) => write(state, desk),
        (Step::Where(form), press) => form.typed(press),
        _ => {}
    }
}

fn moved(place: &mut usize, action: Action, last: usize, height: u16) {
    let page = usize::from(height.saturating_sub(10)).max(1);
    *place = match action {
        Action::Down => (*place + 1).min(last),
        Action::First => 0,
        Action::Last => last,
        Action::PageDown => (*place + page).min(last),
        Action::PageUp => place.saturating_sub(page),
        Action::Up => place.saturating_sub(1),
        _ => *place,
    };
}

/// Says what would be lost of what was chosen.
fn surveyed(home: &mut Home) {
    let Some(Over::Export(state)) = &mut home.over else { return };
    if let Some(choice) = state.choices.get(state.chosen) {
        state.step = Step::Losses(draft(home.session.book(), &state.selection(), *choice), 0);
    }
}

/// Asks where to.
fn asked(state: &mut State, desk: &Desk) {
    let Some(choice) = state.choices.get(state.chosen).copied() else { return };
    let Step::Losses(draft, _) = std::mem::replace(&mut state.step, Step::Format) else { return };
    let name = format!("pulih-{}.{}", desk.now.day(), choice.ending());
    state.step = Step::Where(Box::new(Form::new(draft, choice, &name, desk.is_demo)));
}

/// Writes it, if nothing is lacking.
fn write(state: &mut State, desk: &mut Desk) {
    let Step::Where(form) = &mut state.step else { return };
    if let Some((row, lack)) = form.lack() {
        form.focus = form.rows.iter().position(|it| *it == row).unwrap_or(0);
        state.trouble = Some(lack);
        return;
    }
    let proof = match form.rows.contains(&Row::Proof).then(|| Passphrase::parse(form.proof.typed().expose())) {
        Some(Err(error)) => {
            state.trouble = Some(both(&error));
            return;
        }
        Some(Ok(proof)) => Some(proof),
        None => None,
    };
    let has_password = form.rows.contains(&Row::Password);
    let password = has_password.then(|| Zeroizing::new(form.password.typed().expose().to_owned()));
    let (path, language) = (form.path.text().trim().to_owned(), desk.language);
    let draft = form.draft.clone();
    let job = Box::new(Job { draft, proof, password, path, language });
    state.busy = Some(desk.ask(|ticket| Effect::Export(ticket, job)));
}

/// The destination was completed.
pub fn completed(home: &mut Home, ticket: Ticket, path: &str) {
    let Some(Over::Export(state)) = &mut home.over else { return };
    if state.busy.take_if(|busy| *busy == ticket).is_none() {
        return;
    }
    if let Step::Where(form) = &mut state.step {
        form.path = Field::with(path);
    }
}

/// The files are written, or not.
pub fn written(home: &mut Home, ticket: Ticket, answer: Result<Vec<PathBuf>, ExportError>) {
    let Some(Over::Export(state)) = &mut home.over else { return };
    if state.busy.take_if(|busy| *busy == ticket).is_none() {
        return;
    }
    let Step::Where(form) = &mut state.step else { return };
    match answer {
        Ok(files) => state.step = Step::Done(files, form.draft.report().carried),
        Err(error) => {
            state.trouble = Some(both(&error));
            let row = match error {
                ExportError::Proof(_) => Row::Proof,
                ExportError::Refused(_) | ExportError::Password(_) => Row::Password,
                _ => Row::Path,
            };
            if row == Row::Proof {
                form.proof.clear();
            }
            form.focus = form.rows.iter().position(|it| *it == row).unwrap_or(0);
        }
    }
}

/// A worker broke: nothing was written, and it can be tried again.
pub fn broke(home: &mut Home, ticket: Ticket) {
    if let Some(Over::Export(state)) = &mut home.over
        && state.busy.take_if(|busy| *busy == ticket).is_some()
    {
        state.trouble = Some(Text::new("tui-worker-broke"));
    }
}
