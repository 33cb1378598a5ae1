//! Signing in to restore accounts, step by step: what is typed and chosen. What may follow what is the flow's; the
//! person can leave at any step and takes it up where it was.

mod came;
mod choices;
mod letter;
mod provider;
mod refused;
mod steps;
mod typed;
mod view;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::account::{Account, AccountId};
use crate::ops::sign_in::Answers;
use crate::ops::{clock, to_do};
use crate::ports::VisitStep;
use crate::signin::{Ask, Event, Flow, Round, Step};
use crate::text::{Text, Trouble};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, Over};
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Ticket};
use crate::tui::screens::signin::choices::choices;
use crate::tui::widgets::field::{Field, SecretField};

pub use came::{broke, kept, key_read, sealed_ran, time_told, visit_step, visited};
pub use letter::letter_saved;
pub use view::view;

/// Where the person is, and what was typed and chosen so far.
#[derive(Debug, Default)]
pub struct State {
    flow: Flow,
    /// The row that is chosen on this step.
    chosen: usize,
    password: SecretField,
    contact: Field,
    key: SecretField,
    picture: Field,
    time: Field,
    /// Until when it waits.
    day: Field,
    /// The text for the administrator, while it is in front.
    letter: Option<letter::Letter>,
    codes: [SecretField; 2],
    /// The second of two fields has the focus; of several contacts, which one.
    focus: usize,
    /// How far the provider's sign-in is.
    visit: Option<VisitStep>,
    /// Tells the worker that the person wants no more of it.
    is_cancelled: Arc<AtomicBool>,
    shows_qr: bool,
    /// Servers that can be asked for the time.
    servers: Vec<String>,
    said: Option<Text>,
    asked: Option<(Ticket, Round)>,
}

impl Drop for State {
    fn drop(&mut self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }
}

/// Puts the flow in front: at this account, or at the list.
pub fn begin(home: &mut Home, id: Option<AccountId>, desk: &mut Desk) {
    if to_do::begin(home.session.book_mut(), desk.now) {
        home.changed(desk);
    }
    let mut state = State::default();
    if let Some(id) = id {
        tell(&mut state, home, Event::Choose(id), desk);
    }
    state.arrive(home, desk);
    home.over = Some(Over::SignIn(Box::new(state)));
}

impl State {
    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts = match self.flow.step() {
            Step::List | Step::Same | Step::Way | Step::Person | Step::Code | Step::Done => {
                vec![Context::SignIn, Context::SignInChoice, Context::List]
            }
            Step::Provider => vec![Context::SignInPage, Context::SignIn, Context::SignInChoice],
            Step::Password => vec![Context::SignIn, Context::Secret, Context::Field],
            Step::Contact | Step::Clock | Step::Wait => vec![Context::SignIn, Context::Field],
            Step::Key => {
                vec![Context::SignInPage, Context::SignInKey, Context::SignIn, Context::Secret, Context::Field]
            }
            Step::Counter => vec![Context::SignIn, Context::Field],
        };
        if self.letter.is_some() {
            contexts = vec![Context::SignInLetter, Context::SignIn, Context::Field];
        }
        if self.shows_qr {
            contexts.retain(|context| matches!(context, Context::SignIn | Context::SignInPage));
        }
        contexts
    }

    /// Whether it is the person who goes on, and not the provider.
    #[must_use]
    pub const fn can_go_on(&self) -> bool {
        !matches!(self.flow.step(), Step::Provider)
    }

    /// The account that it is about.
    fn account<'a>(&self, home: &'a Home) -> Option<&'a Account> {
        home.session.book().get(self.flow.at()?)
    }

    /// A step is entered: nothing of the one before is left in the fields.
    fn arrive(&mut self, home: &Home, desk: &Desk) {
        (self.said, self.focus, self.chosen, self.shows_qr, self.visit) = (None, 0, 0, false, None);
        if self.flow.step() != Step::Contact {
            self.contact.clear();
        }
        if !matches!(self.flow.step(), Step::Password | Step::Contact) {
            self.password.clear();
        }
        self.key.clear();
        self.picture.clear();
        self.time.clear();
        self.day.clear();
        self.letter = None;
        self.codes = Default::default();
        if self.flow.step() == Step::Clock {
            self.servers = clock::servers(&home.session, &desk.config);
        }
        if self.flow.step() == Step::List {
            let turn = self.flow.turn(home.session.book(), desk.now);
            let items = self.flow.items(home.session.book(), desk.now);
            self.chosen = items.iter().position(|item| Some(item.id) == turn).unwrap_or(0);
        }
    }

    fn rows(&self, home: &Home, desk: &Desk) -> usize {
        match self.flow.step() {
            Step::List => self.flow.items(home.session.book(), desk.now).len(),
            _ => choices(self, home, desk).len(),
        }
    }

    fn moved(&mut self, action: Action, home: &Home, desk: &Desk) {
        let rows = self.rows(home, desk);
        let page = usize::from(desk.size.height.saturating_sub(8).max(1));
        self.chosen = match action {
            Action::Down => self.chosen + 1,
            Action::First => 0,
            Action::Last => rows,
            Action::PageDown => self.chosen + page,
            Action::PageUp => self.chosen.saturating_sub(page),
            _ => self.chosen.saturating_sub(1),
        }
        .min(rows.saturating_sub(1));
    }

    /// What is wrong: the face's own, or what the flow has to say.
    fn trouble(&self) -> Option<Text> {
        self.said.clone().or_else(|| self.flow.trouble().map(|trouble| crate::tui::desk::both(trouble)))
    }
}

/// Hands an event to the flow, and its question to the world.
fn tell(state: &mut State, home: &mut Home, event: Event, desk: &mut Desk) {
    let before = (state.flow.step(), state.flow.at());
    for ask in state.flow.on(event, home.session.book(), desk.now) {
        asked(state, home, ask, desk);
    }
    if (state.flow.step(), state.flow.at()) != before {
        state.arrive(home, desk);
        if state.flow.step() == Step::Way {
            let is_there = state.account(home).is_some_and(|account| choices::provider(account, desk).is_some());
            tell(state, home, Event::Configured(is_there), desk);
        }
    }
}

fn asked(state: &mut State, home: &mut Home, ask: Ask, desk: &mut Desk) {
    let round = ask.round();
    let ticket = match ask {
        Ask::Keep(round, id, keep) => {
            let kept = to_do::keep(home.session.book_mut(), id, &keep, desk.now);
            if kept.is_ok() {
                home.changed(desk);
            }
            return tell(state, home, Event::Kept(round, kept.map_err(|error| Trouble::of(&error))), desk);
        }
        Ask::Open(_, id, password, contact) => {
            let answers = Answers { password, contact };
            desk.ask(|ticket| Effect::OpenSealed(ticket, vec![id], Box::new(answers), true))
        }
        Ask::OpenRest(_, ids, password, contact) => {
            let answers = Answers { password, contact };
            desk.ask(|ticket| Effect::OpenSealed(ticket, ids, Box::new(answers), false))
        }
        Ask::ReadKey(_, source) => desk.ask(|ticket| Effect::ReadKey(ticket, source)),
        Ask::SignIn(_, id, way) => {
            let account = home.session.book().get(id);
            let Some(setup) = account.and_then(|account| choices::provider(account, desk)).cloned() else { return };
            let row_name = account.map(|account| account.name.clone()).unwrap_or_default();
            state.is_cancelled = Arc::new(AtomicBool::new(false));
            let is_cancelled = state.is_cancelled.clone();
            desk.ask(|ticket| Effect::Visit(ticket, Box::new(setup), row_name, way, is_cancelled))
        }
        Ask::Time(_, server) => desk.ask(|ticket| Effect::AskTime(ticket, server)),
    };
    state.asked = Some((ticket, round));
}

/// The round of an answer that is waited for.
fn awaited(state: &mut State, ticket: Ticket) -> Option<Round> {
    state.asked.take_if(|(own, _)| *own == ticket).map(|(_, round)| round)
}

/// Does something with the flow that is in front. It stands aside meanwhile, so that all of the vault can be reached.
fn with(home: &mut Home, deed: impl FnOnce(&mut State, &mut Home)) {
    if !matches!(home.over, Some(Over::SignIn(_))) {
        return;
    }
    let Some(Over::SignIn(mut state)) = home.over.take() else { return };
    deed(&mut state, home);
    home.over = Some(Over::SignIn(state));
}

/// A key of the flow.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    with(home, |state, home| match press {
        Press::Do(action) => acted(state, home, *action, desk),
        other => typed::typed(state, other),
    });
}

fn acted(state: &mut State, home: &mut Home, action: Action, desk: &mut Desk) {
    let step = state.flow.step();
    match action {
        Action::Back if state.letter.is_some() => (state.letter, state.said) = (None, None),
        Action::Back if state.shows_qr => state.shows_qr = false,
        Action::Back => back(state, home, desk),
        Action::Later => {
            state.is_cancelled.store(true, Ordering::Relaxed);
            if step == Step::List { desk.go = Some(Go::Back) } else { tell(state, home, Event::Later, desk) }
        }
        Action::ShowPage if state.letter.is_none() => state.shows_qr = !state.shows_qr,
        Action::OpenPage if state.letter.is_none() => choices::open_page(state, home, desk),
        Action::CopyPage if state.letter.is_some() => {
            state.letter.iter().for_each(|text| letter::copy(text, desk));
        }
        Action::CopyPage => choices::copy_page(state, home, desk),
        _ if state.flow.is_busy() => {}
        Action::Accept => choices::accepted(state, home, desk),
        Action::Way | Action::FieldNext | Action::FieldPrevious => typed::next_field(state, home),
        Action::FromClipboard if step == Step::Key => {
            tell(state, home, Event::ReadKey(crate::signin::KeySource::Clipboard), desk);
        }
        Action::FromScreen if step == Step::Key => {
            tell(state, home, Event::ReadKey(crate::signin::KeySource::Screen), desk);
        }
        Action::Down | Action::PageDown | Action::PageUp | Action::Up if state.letter.is_some() => {
            state.letter.iter_mut().for_each(|text| letter::scroll(text, action));
        }
        Action::Down | Action::First | Action::Last | Action::PageDown | Action::PageUp | Action::Up => match step {
            Step::Contact | Step::Key | Step::Counter => typed::next_field(state, home),
            _ => state.moved(action, home, desk),
        },
        other => typed::typed(state, &Press::Do(other)),
    }
}

/// Off what is under way; one step back; out.
fn back(state: &mut State, home: &mut Home, desk: &mut Desk) {
    state.is_cancelled.store(true, Ordering::Relaxed);
    if matches!(state.flow.step(), Step::List | Step::Done | Step::Same) && !state.flow.is_busy() {
        desk.go = Some(Go::Back);
    } else {
        tell(state, home, Event::Back, desk);
    }
}
