//! Restore from a backup, step by step: the wizard's steps as screens, over the doors or over the accounts. What may
//! follow what is the wizard's; here is what is typed and chosen.

mod came;
mod go_on;
mod page;
mod place;
mod ready;
mod steps;
mod stuck;

use std::time::Duration;

use crate::account::Book;
use crate::backup::{DeviceType, Offered};
use crate::moment::Tick;
use crate::ops::help::Topic;
use crate::ops::readiness::{Ready, Repair};
use crate::restore::merge::{Choice, MergePlan};
use crate::restore::{Ask, Event, Here, Report, Round, Source, Step, Way, Wizard};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::backing::SLOW;
use crate::tui::desk::{Desk, Go, both};
use crate::tui::effect::Effect;
use crate::tui::errand::Errand;
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Ticket};
use crate::tui::widgets::field::{Field, SecretField};

pub use came::{broke, completed, drawn, failed, restored, saved, told};
use go_on::{accepted, again};
pub use page::view;
use place::Where;
use stuck::Stuck;

/// Where the person is, and what was typed and chosen so far.
#[derive(Debug)]
pub struct State {
    wizard: Wizard,
    /// The row that is chosen on this step.
    chosen: usize,
    place: Where,
    name: Field,
    password: SecretField,
    words: SecretField,
    has_words: bool,
    /// Another key is typed than the one that did not open: what was said of that one is not said of this.
    is_turned: bool,
    /// The second of two fields has the focus.
    is_second: bool,
    first: SecretField,
    second: SecretField,
    /// What a restore stands on, once it was looked at.
    ready: Vec<Ready>,
    /// What the face itself has to say.
    said: Option<Text>,
    /// "It does not open": what can be done about it.
    stuck: Option<Stuck>,
    ticket: Option<Ticket>,
    /// What the world is at.
    work: Option<Work>,
    /// The vault that came of it has no backups of its own.
    pub offers_backups: bool,
    round: Round,
    /// A merge that waits for random bytes.
    merging: Option<MergePlan>,
    /// A merge that is done in memory and waits for its save.
    waiting: Option<Report>,
}

/// What the world is at: it can be called off, and tells how far it is.
#[derive(Debug)]
struct Work {
    errand: Errand,
    since: Tick,
    progress: Option<(u64, u64)>,
}

impl State {
    /// At the first step.
    #[must_use]
    pub fn new(here: Here) -> Self {
        Self {
            wizard: Wizard::new(here, DeviceType::running()),
            chosen: 0,
            place: Where::default(),
            name: Field::default(),
            password: SecretField::default(),
            words: SecretField::default(),
            has_words: false,
            is_turned: false,
            is_second: false,
            first: SecretField::default(),
            second: SecretField::default(),
            ready: Vec::new(),
            said: None,
            stuck: None,
            ticket: None,
            work: None,
            offers_backups: false,
            round: Round::default(),
            merging: None,
            waiting: None,
        }
    }

    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        if self.stuck.is_some() {
            return vec![Context::Restore, Context::List];
        }
        match self.wizard.step() {
            Step::Before | Step::Which => vec![Context::Restore, Context::List],
            Step::Done => vec![Context::Restored, Context::List],
            // It is not stopped halfway.
            Step::Restoring => Vec::new(),
            Step::Where if !self.place.is_secret() => vec![Context::Restore, Context::Field],
            Step::Account if self.has_words => {
                vec![Context::RecoveryWords, Context::Restore, Context::Secret, Context::Field]
            }
            Step::Account => vec![Context::Recovery, Context::Restore, Context::Secret, Context::Field],
            Step::Where | Step::Passphrase => vec![Context::Restore, Context::Secret, Context::Field],
            Step::Preview if self.wizard.way() == Some(Way::Merge) => {
                vec![Context::Merge, Context::Restore, Context::List]
            }
            Step::Preview => vec![Context::Restore, Context::List],
        }
    }

    /// The help page for where the person is.
    #[must_use]
    pub const fn topic(&self) -> Topic {
        match self.stuck.is_some() || self.wizard.trouble().is_some() {
            true => Topic::CantRestore,
            false => Topic::Restore,
        }
    }

    /// What a restore stands on was looked at.
    pub fn checked_up(&mut self, list: Vec<Ready>) {
        self.ready = list;
    }

    /// Hands an event to the wizard, and its question to the world.
    fn tell(&mut self, event: Event, current: Option<&Book>, desk: &mut Desk) {
        let before = self.wizard.step();
        self.is_turned = false;
        let asks = self.wizard.on(event, current);
        if !self.wizard.is_busy() {
            self.work = None;
        }
        for ask in asks {
            self.ask(ask, desk);
        }
        if self.wizard.step() != before {
            self.arrive();
        }
    }

    fn ask(&mut self, ask: Ask, desk: &mut Desk) {
        self.round = match &ask {
            Ask::Look(round, ..) | Ask::Merge(round, _) | Ask::Open(round, ..) | Ask::Write { round, .. } => *round,
        };
        self.ticket = Some(match ask {
            // 16 bytes for the id of each that may come.
            Ask::Merge(_, plan) => {
                let bytes = plan.rows.len() * 16;
                self.merging = Some(plan);
                desk.ask(|ticket| Effect::Draw(ticket, bytes))
            }
            other => {
                let mut begun = None;
                let ticket = desk.ask(|ticket| {
                    let errand = Errand::new(ticket);
                    begun = Some(errand.clone());
                    Effect::Restore(errand, Box::new(other))
                });
                self.work = begun.map(|errand| Work { errand, since: desk.tick, progress: None });
                ticket
            }
        });
    }

    /// The world is so far.
    pub fn went(&mut self, ticket: Ticket, done: u64, of: u64) {
        if let Some(work) = self.work.as_mut().filter(|work| work.errand.ticket == ticket) {
            work.progress = Some((done, of));
        }
    }

    /// Until what the world is at has taken so long that it is told of; `None` where nothing is waited for.
    #[must_use]
    pub fn slow_in(&self, now: Tick) -> Option<Duration> {
        let since = self.work.as_ref()?.since;
        Some(SLOW.saturating_sub(now.since(since))).filter(|left| !left.is_zero())
    }

    /// Folders of cloud services were found on this computer, and how many backups lie in each.
    pub fn places_found(&mut self, found: Vec<(Offered, usize)>) {
        self.place.found(found);
    }

    /// A step is entered: the list begins where it is most useful.
    fn arrive(&mut self) {
        (self.said, self.is_second, self.stuck) = (None, false, None);
        self.chosen = match self.wizard.step() {
            Step::Which => self.wizard.offered().unwrap_or(0),
            _ => 0,
        };
    }

    fn rows(&self) -> usize {
        match self.wizard.step() {
            Step::Before => self.wizard.ways().len() + self.ready.len(),
            Step::Which => self.wizard.listed().len(),
            Step::Preview => match (self.wizard.plan(), self.wizard.incoming()) {
                (Some(plan), _) => plan.rows.len(),
                (None, incoming) => incoming.map_or(0, |incoming| incoming.book.live().count()),
            },
            Step::Done => self.wizard.report().map_or(0, |report| report.to_do.len()),
            _ => 0,
        }
    }

    fn moved(&mut self, action: Action, height: u16) {
        let rows = self.stuck.map_or_else(|| self.rows(), |stuck| stuck.rows(self));
        let page = usize::from(height.saturating_sub(8).max(1));
        let at = self.stuck.as_mut().map_or(&mut self.chosen, |stuck| &mut stuck.chosen);
        *at = match action {
            Action::Down => *at + 1,
            Action::First => 0,
            Action::Last => rows,
            Action::PageDown => *at + page,
            Action::PageUp => at.saturating_sub(page),
            _ => at.saturating_sub(1),
        }
        .min(rows.saturating_sub(1));
    }

    fn field(&mut self) -> Typing<'_> {
        match (self.wizard.step(), self.has_words, self.is_second) {
            (Step::Where, ..) => Typing::Place(&mut self.place),
            (Step::Account, true, _) => Typing::Secret(&mut self.words),
            (Step::Account, false, false) if !self.is_vault() => Typing::Plain(&mut self.name),
            (Step::Account, false, _) => Typing::Secret(&mut self.password),
            (Step::Passphrase, _, false) => Typing::Secret(&mut self.first),
            (Step::Passphrase, _, true) => Typing::Secret(&mut self.second),
            _ => Typing::Nothing,
        }
    }

    /// Whether another vault is to be opened, which has a passphrase and no recovery account.
    const fn is_vault(&self) -> bool {
        matches!(self.wizard.source(), Some(Source::Vault(_)))
    }
}

enum Typing<'a> {
    Nothing,
    Place(&'a mut Where),
    Plain(&'a mut Field),
    Secret(&'a mut SecretField),
}

/// A key of the wizard. `current` is the book of the open vault, where one is open.
pub fn pressed(state: &mut State, current: Option<&Book>, press: &Press, desk: &mut Desk) {
    let Press::Do(action) = press else { return typed(state, press) };
    match action {
        Action::Back => back(state, current, desk),
        Action::Accept if !state.wizard.is_busy() => accepted(state, current, desk),
        Action::Backups if state.wizard.step() == Step::Done => desk.go = Some(Go::Repair(Repair::SetUp)),
        Action::Stuck if state.wizard.step() < Step::Restoring && !state.wizard.is_busy() => {
            state.stuck = Some(Stuck::START);
        }
        Action::Way if state.wizard.step() == Step::Account => {
            (state.has_words, state.is_second, state.said) = (!state.has_words, false, None);
            state.is_turned = true;
        }
        Action::TakeMine => choose(state, current, Choice::KeepMine, desk),
        Action::TakeTheirs => choose(state, current, Choice::TakeTheirs, desk),
        Action::TakeBoth => choose(state, current, Choice::KeepBoth, desk),
        _ if state.wizard.step() == Step::Where && state.stuck.is_none() && rows_of_where(state, *action, desk) => {}
        Action::FieldNext | Action::FieldPrevious => state.is_second = !state.is_second,
        Action::Down | Action::First | Action::Last | Action::PageDown | Action::PageUp | Action::Up => {
            match state.wizard.step() {
                Step::Account | Step::Passphrase if state.stuck.is_none() => {
                    state.is_second = !state.is_second;
                }
                _ => state.moved(*action, desk.size.height),
            }
        }
        _ => typed(state, press),
    }
}

/// Moves between the places that are offered and what is typed, or completes a path. Returns whether the key did that.
fn rows_of_where(state: &mut State, action: Action, desk: &mut Desk) -> bool {
    match action {
        _ if state.wizard.is_busy() => {}
        Action::FieldNext if state.place.completes() => {
            let path = state.place.address.text().to_owned();
            state.ticket = Some(desk.ask(|ticket| Effect::Complete(ticket, path)));
        }
        Action::Down | Action::FieldNext => state.place.go(true),
        Action::FieldPrevious | Action::Up => state.place.go(false),
        _ => return false,
    }
    true
}

fn typed(state: &mut State, press: &Press) {
    if state.stuck.is_some() || state.wizard.is_busy() {
        return;
    }
    let is_taken = match state.field() {
        Typing::Nothing => false,
        Typing::Place(place) => place.typed(press),
        Typing::Plain(field) => field.pressed(press),
        Typing::Secret(field) => field.pressed(press),
    };
    if is_taken {
        state.said = None;
    }
}

/// Out of the decision screen; off what is under way; one step back; out.
fn back(state: &mut State, current: Option<&Book>, desk: &mut Desk) {
    if let Some(stuck) = &mut state.stuck {
        if stuck::back(stuck) {
            state.stuck = None;
        }
        return;
    }
    if let Some(work) = state.work.as_ref().filter(|_| state.wizard.step() != Step::Restoring) {
        work.errand.call_off();
    }
    match state.wizard.step() {
        Step::Restoring => {}
        Step::Before | Step::Done if !state.wizard.is_busy() => leave(state, desk),
        _ => state.tell(Event::Back, current, desk),
    }
}

fn leave(state: &State, desk: &mut Desk) {
    desk.go =
        Some(if state.wizard.here() == Here::Open || state.wizard.step() == Step::Done { Go::Back } else { Go::Look });
}

fn choose(state: &mut State, current: Option<&Book>, choice: Choice, desk: &mut Desk) {
    let row = state.chosen;
    state.tell(Event::Choose(row, choice), current, desk);
}

/// What is said on this step: the face's own, or what the wizard has to say.
fn trouble(state: &State) -> Option<Text> {
    let of_wizard = state.wizard.trouble().map(|trouble| both(trouble));
    state.said.clone().or(of_wizard)
}
