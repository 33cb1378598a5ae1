//! The recovery kit: the words made and shown, or typed by who has them; three of them asked back; the page saved. Until
//! they were asked back they are nowhere but here, and open nothing.

use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::ops::keys::has_slot;
use crate::ops::kit::{Form, Kit, Page};
use crate::text::{Text, Trouble};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, both};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, Over};
use crate::tui::keymap::Context;
use crate::tui::kit::{KitTold, KitWish};
use crate::tui::msg::{Press, Ticket};
use crate::tui::proof;
use crate::tui::screens::backups::{Show, State, told};
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Field, SecretField};
use crate::vault::{OpenError, SlotKind};

/// The rows below the words.
pub(super) const ROWS: usize = 3;

/// How far the person is.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) step: Step,
    pub(super) kit: Option<Arc<Kit>>,
    /// The places of the words that are asked back, counted from 0.
    asks: [usize; 3],
    /// The words were asked back, and count.
    pub(super) is_kept: bool,
    ticket: Option<Ticket>,
}

/// What is in front.
#[derive(Debug)]
pub(super) enum Step {
    /// So many words were typed back; the next one.
    Ask(usize, SecretField),
    /// The passphrase of the vault, before words are made that open it.
    Proof(proof::State),
    /// Where the page is to lie.
    Save(Form, Field),
    /// The words, and what to do with them; the chosen row.
    Shown(usize),
    /// The words of the vault are typed.
    Words(SecretField),
}

impl Flow {
    /// Words are made for a vault that has none; who has words types them.
    fn new(has_words: bool) -> Self {
        let step = if has_words { Step::Words(SecretField::default()) } else { Step::Proof(proof::State::default()) };
        Self { step, kit: None, asks: [0; 3], is_kept: false, ticket: None }
    }

    pub(super) fn contexts(&self) -> Vec<Context> {
        match &self.step {
            Step::Ask(..) | Step::Words(_) => vec![Context::Proof, Context::Secret, Context::Field],
            Step::Proof(_) => proof::contexts(),
            Step::Save(..) => vec![Context::Destination, Context::Form, Context::Field],
            Step::Shown(_) => vec![Context::Reading, Context::List],
        }
    }

    /// Which word is asked next, counted from 1.
    pub(super) fn asked(&self, done: usize) -> usize {
        self.asks.get(done).map_or(0, |place| place + 1)
    }
}

/// The kit is opened: for a set, and never in front of nothing.
pub(super) fn opened(home: &mut Home) {
    let has_words = has_slot(&home.session.vault().slots(), SlotKind::Words);
    if let Some(Over::Backups(state)) = &mut home.over {
        (state.show, state.said) = (Show::Kit(Box::new(Flow::new(has_words))), None);
    }
}

/// A key while the kit is in front.
pub(super) fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let Show::Kit(flow) = &mut state.show else { return };
    if let (Step::Proof(asked), press) = (&mut flow.step, press) {
        if proof::pressed(asked, press, desk) {
            left(state);
        }
        return;
    }
    match press {
        Press::Do(Action::Back) => back(state),
        _ if flow.ticket.is_some() => {}
        Press::Do(Action::Accept | Action::Finish) => accepted(state, desk),
        Press::Do(Action::Complete) => {
            if let Step::Save(_, path) = &flow.step {
                let typed = path.text().to_owned();
                flow.ticket = Some(desk.ask(|ticket| Effect::Complete(ticket, typed)));
            }
        }
        press => typed(state, press),
    }
}

fn typed(state: &mut State, press: &Press) {
    let Show::Kit(flow) = &mut state.show else { return };
    let is_changed = match (&mut flow.step, press) {
        (Step::Ask(_, field) | Step::Words(field), press) => field.pressed(press),
        (Step::Save(_, path), press) => path.pressed(press),
        (Step::Shown(chosen), Press::Do(action)) => {
            *chosen = match action {
                Action::Down | Action::PageDown => *chosen + 1,
                Action::Up | Action::PageUp => chosen.saturating_sub(1),
                Action::First => 0,
                Action::Last => ROWS,
                _ => *chosen,
            }
            .min(ROWS - 1);
            false
        }
        (Step::Proof(_) | Step::Shown(_), _) => false,
    };
    if is_changed {
        state.said = None;
    }
}

/// One step back; out. Words that were not asked back are forgotten, which is said.
fn back(state: &mut State) {
    let Show::Kit(flow) = &mut state.show else { return };
    match flow.step {
        Step::Ask(..) | Step::Save(..) => {
            (flow.step, flow.ticket, state.said) = (Step::Shown(0), None, None);
        }
        Step::Proof(_) | Step::Words(_) => left(state),
        Step::Shown(_) => {
            let is_lost = !flow.is_kept;
            left(state);
            state.said = is_lost.then(|| (Text::new("tui-kit-not-kept"), Role::Warn));
        }
    }
}

/// Out of the kit: to what a drill has found meanwhile, or to the backups.
pub(super) fn left(state: &mut State) {
    state.show = state.gist.take().map_or(Show::List, |gist| Show::Drilled(gist, 0));
    state.said = None;
}

fn accepted(state: &mut State, desk: &mut Desk) {
    let Show::Kit(flow) = &mut state.show else { return };
    match (&mut flow.step, &flow.kit) {
        (Step::Words(field), _) => {
            let typed = Zeroizing::new(field.typed().expose().to_owned());
            flow.ticket = Some(desk.ask(|ticket| Effect::Kit(ticket, KitWish::Make(Some(typed)))));
        }
        (Step::Shown(0), _) if flow.is_kept => left(state),
        (Step::Shown(0), _) => (flow.step, state.said) = (Step::Ask(0, SecretField::default()), None),
        (Step::Shown(row), _) => {
            let (form, name) = if *row == 1 { (Form::Svg, "svg") } else { (Form::Text, "txt") };
            (flow.step, state.said) = (Step::Save(form, Field::with(&format!("~/pulih-kit.{name}"))), None);
        }
        (Step::Save(_, path), _) if path.text().trim().is_empty() => {
            state.said = Some((Text::new("tui-export-no-path"), Role::Warn));
        }
        (Step::Save(form, path), Some(kit)) => {
            let (kit, form, path) = (kit.clone(), *form, PathBuf::from(path.text().trim()));
            let wish = KitWish::Write { kit, form, path, language: desk.language };
            flow.ticket = Some(desk.ask(|ticket| Effect::Kit(ticket, wish)));
        }
        (Step::Ask(..), Some(_)) => answered(state, desk),
        (Step::Ask(..) | Step::Proof(_) | Step::Save(..), _) => {}
    }
}

/// A word was typed back. The third one makes all of them count.
fn answered(state: &mut State, desk: &mut Desk) {
    let Show::Kit(flow) = &mut state.show else { return };
    let (Step::Ask(done, field), Some(kit)) = (&mut flow.step, &flow.kit) else { return };
    let place = flow.asks.get(*done).map_or(0, |place| place + 1);
    let is_right = kit.words().is_word(place, field.typed().expose());
    field.clear();
    state.said = (!is_right).then(|| (Text::new("tui-kit-other-word").number("place", place), Role::Warn));
    if is_right {
        *done += 1;
        if *done == flow.asks.len() {
            let kit = kit.clone();
            flow.ticket = Some(desk.ask(|ticket| Effect::Kit(ticket, KitWish::Keep(kit))));
        }
    }
}

/// The passphrase was checked: words are made.
pub fn proved(home: &mut Home, ticket: Ticket, answer: Result<(), OpenError>, desk: &mut Desk) {
    let Some(flow) = flow_of(home) else { return };
    let Step::Proof(asked) = &mut flow.step else { return };
    if proof::came(asked, ticket, answer) {
        flow.ticket = Some(desk.ask(|ticket| Effect::Kit(ticket, KitWish::Make(None))));
    }
}

/// A kit was made, kept or written, or not.
pub fn kit_told(home: &mut Home, ticket: Ticket, told: KitTold, desk: &mut Desk) {
    if flow_of(home).is_none_or(|flow| flow.ticket.take_if(|own| *own == ticket).is_none()) {
        // Words that are in the vault by now are saved also where nobody looks any more.
        if matches!(told, KitTold::Kept(Ok(()))) {
            told::noted_in_vault(home, desk);
        }
        return;
    }
    match told {
        KitTold::Kept(answer) => kept(home, answer, desk),
        KitTold::Made(answer) => made(home, answer),
        KitTold::Written(answer) => written(home, answer),
    }
}

fn made(home: &mut Home, answer: Result<(Arc<Kit>, [usize; 3]), Trouble>) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let Show::Kit(flow) = &mut state.show else { return };
    match answer {
        Err(trouble) => {
            if let Step::Words(field) = &mut flow.step {
                field.clear();
            }
            state.said = Some((both(&trouble), Role::Warn));
        }
        Ok((kit, asks)) => {
            (flow.kit, flow.asks, flow.step, state.said) = (Some(kit), asks, Step::Shown(0), None);
        }
    }
}

/// The words count from here on: the vault is saved, and a backup that opens with them is made.
fn kept(home: &mut Home, answer: Result<(), Trouble>, desk: &mut Desk) {
    if answer.is_ok() {
        told::noted_in_vault(home, desk);
        if home.session.book().live().next().is_some() && home.backing.status.is_due {
            home.back_up(false, desk);
        }
    }
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let Show::Kit(flow) = &mut state.show else { return };
    flow.step = Step::Shown(0);
    flow.is_kept = answer.is_ok();
    state.said = answer.err().map(|trouble| (both(&trouble), Role::Warn));
}

fn written(home: &mut Home, answer: Result<Page, Trouble>) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let Show::Kit(flow) = &mut state.show else { return };
    match answer {
        Err(trouble) => state.said = Some((both(&trouble), Role::Warn)),
        Ok(page) => {
            flow.step = Step::Shown(0);
            let written = Text::new("cli-kit-written").word("file", page.path.to_string_lossy());
            let (then, role) = match page.copied_by {
                Some(service) => (Text::new("cli-kit-copied").word("service", service), Role::Warn),
                None => (Text::new("cli-kit-file-warning"), Role::Ok),
            };
            state.said = Some((Text::new("tui-two-sentences").text("first", written).text("second", then), role));
        }
    }
}

/// A path was completed.
pub(super) fn completed(flow: &mut Flow, ticket: Ticket, typed: &str) {
    if flow.ticket.take_if(|own| *own == ticket).is_some()
        && let Step::Save(_, path) = &mut flow.step
    {
        *path = Field::with(typed);
    }
}

/// A worker broke: it can be tried again.
pub fn kit_broke(home: &mut Home, ticket: Ticket) {
    let Some(flow) = flow_of(home) else { return };
    flow.ticket.take_if(|own| *own == ticket);
    if let Step::Proof(asked) = &mut flow.step {
        proof::broke(asked, ticket);
    }
}

fn flow_of(home: &mut Home) -> Option<&mut Flow> {
    let Some(Over::Backups(state)) = &mut home.over else { return None };
    if let Show::Kit(flow) = &mut state.show { Some(flow) } else { None }
}
