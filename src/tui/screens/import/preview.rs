//! What would come in: a tick for each account, a choice for each that is here already, the PINs that the files lack.

use std::collections::BTreeSet;

use crate::account::Book;
use crate::ops::import::{ImportPlan, OnDuplicate};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::both;
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Spot};
use crate::tui::screens::import::lines::{Line, lines};
use crate::tui::widgets::field::{Field, SecretField};

/// What is looked at before the yes.
#[derive(Debug)]
pub(super) struct Preview {
    pub(super) plan: ImportPlan,
    /// What is done with accounts that are here already, where nothing else was chosen.
    pub(super) policy: OnDuplicate,
    /// How many files it comes from.
    pub(super) files: usize,
    /// The names of those that had no lock.
    pub(super) plain: Vec<String>,
    pub(super) lines: Vec<Line>,
    /// The place among the lines.
    pub(super) chosen: usize,
    pub(super) filter: Field,
    pub(super) is_filtering: bool,
    pub(super) asking: Option<Asking>,
    /// Rows whose PIN the person did not give.
    nameless: BTreeSet<usize>,
}

/// A PIN is asked for.
#[derive(Debug)]
pub(super) struct Asking {
    /// The row of the plan.
    pub(super) place: usize,
    pub(super) pin: SecretField,
    pub(super) trouble: Option<Text>,
    /// The yes was given already: once all PINs are known, everything comes in.
    is_on_the_way: bool,
}

/// What a key came to.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Outcome {
    /// The yes: this many rows.
    BringIn(usize),
    Leave,
    NothingTicked,
    Stay,
}

impl Preview {
    pub(super) fn new(plan: ImportPlan, files: usize, plain: Vec<String>) -> Self {
        let mut preview = Self {
            lines: Vec::new(),
            plan,
            policy: OnDuplicate::Skip,
            files,
            plain,
            chosen: 0,
            filter: Field::default(),
            is_filtering: false,
            asking: None,
            nameless: BTreeSet::new(),
        };
        preview.relist();
        preview
    }

    pub(super) fn contexts(&self) -> Vec<Context> {
        match (&self.asking, self.is_filtering) {
            (Some(_), _) => vec![Context::Import, Context::Secret, Context::Field],
            (None, true) => vec![Context::Filter, Context::Field],
            (None, false) => vec![Context::Preview, Context::List],
        }
    }

    /// The line that is chosen.
    pub(super) fn line(&self) -> Option<Line> {
        self.lines.get(self.chosen).copied().filter(|line| line.is_chosen_from())
    }

    fn relist(&mut self) {
        self.lines = lines(&self.plan, self.filter.text());
        self.choose(self.chosen);
    }

    /// The line at this place, or the next one that can be chosen, or else the last one before it.
    fn choose(&mut self, place: usize) {
        let can = |at: &usize| self.lines.get(*at).is_some_and(|line| line.is_chosen_from());
        let after = (place..self.lines.len()).find(can);
        self.chosen = after.or_else(|| (0..place.min(self.lines.len())).rev().find(can)).unwrap_or(0);
    }

    fn go_up(&mut self, count: usize) {
        let place = self.chosen.saturating_sub(count);
        let can = |at: &usize| self.lines.get(*at).is_some_and(|line| line.is_chosen_from());
        match (0..=place).rev().find(can) {
            Some(place) => self.chosen = place,
            None => self.choose(0),
        }
    }

    pub(super) fn pressed(&mut self, press: &Press, page: usize, book: &Book) -> Outcome {
        if self.asking.is_some() {
            return self.answered(press, book);
        }
        if self.is_filtering {
            self.filtered(press, page);
            return Outcome::Stay;
        }
        match press {
            Press::Do(Action::Accept) => return self.accepted(),
            Press::Do(Action::Back) if !self.filter.is_empty() => {
                self.filter.clear();
                self.relist();
            }
            Press::Do(Action::Back) => return Outcome::Leave,
            Press::Do(Action::Choose) => self.toggle(),
            Press::Do(Action::GivePin) => self.ask(),
            Press::Do(Action::More) => self.next_policy(),
            Press::Do(Action::Search) => self.is_filtering = true,
            Press::Do(Action::TakeBoth) => self.decide(OnDuplicate::KeepBoth),
            Press::Do(Action::TakeMine) => self.decide(OnDuplicate::Skip),
            Press::Do(Action::TakeTheirs) => self.decide(OnDuplicate::Replace),
            Press::Do(Action::TickAll) => self.tick_all(),
            Press::Do(action) => self.moved(*action, page),
            Press::Paste(_) | Press::Type(_) => {}
        }
        Outcome::Stay
    }

    fn moved(&mut self, action: Action, page: usize) {
        match action {
            Action::Down => self.choose(self.chosen + 1),
            Action::First => self.choose(0),
            Action::Last => self.choose(self.lines.len()),
            Action::PageDown => self.choose(self.chosen + page),
            Action::PageUp => self.go_up(page),
            Action::Up => self.go_up(1),
            _ => {}
        }
    }

    fn filtered(&mut self, press: &Press, page: usize) {
        match press {
            Press::Do(Action::Accept) => self.is_filtering = false,
            Press::Do(Action::Back) => {
                self.is_filtering = !self.filter.is_empty();
                self.filter.clear();
                self.relist();
            }
            Press::Do(action @ (Action::Down | Action::PageDown | Action::PageUp | Action::Up)) => {
                self.moved(*action, page);
            }
            other => {
                if self.filter.pressed(other) {
                    self.chosen = 0;
                    self.relist();
                }
            }
        }
    }

    fn toggle(&mut self) {
        let Some(Line::Row(place)) = self.line() else { return };
        if let Some(row) = self.plan.rows.get_mut(place) {
            row.toggle(self.policy);
        }
    }

    /// The choice for the account on the chosen line, if it is here already.
    fn decide(&mut self, choice: OnDuplicate) {
        let Some(Line::Row(place)) = self.line() else { return };
        if let Some(row) = self.plan.rows.get_mut(place).filter(|row| row.is_duplicate()) {
            (row.is_wanted, row.choice) = (true, Some(choice));
        }
    }

    /// The next choice for all that are here already; what was chosen line by line before is forgotten.
    fn next_policy(&mut self) {
        self.policy = match self.policy {
            OnDuplicate::KeepBoth => OnDuplicate::Skip,
            OnDuplicate::Replace => OnDuplicate::KeepBoth,
            OnDuplicate::Skip => OnDuplicate::Replace,
        };
        self.plan.rows.iter_mut().filter(|row| row.is_duplicate()).for_each(|row| row.choice = None);
    }

    /// Ticks all that the filter leaves and that is new; if all of it is ticked, unticks it.
    fn tick_all(&mut self) {
        let places: Vec<usize> =
            self.lines.iter().filter_map(|line| if let Line::Row(at) = line { Some(*at) } else { None }).collect();
        let new = |at: &&usize| self.plan.rows.get(**at).is_some_and(|row| !row.is_duplicate());
        let is_all = places.iter().filter(new).all(|at| self.plan.rows.get(*at).is_some_and(|row| row.is_wanted));
        for at in places {
            if let Some(row) = self.plan.rows.get_mut(at).filter(|row| !row.is_duplicate()) {
                row.is_wanted = !is_all;
            }
        }
    }

    fn accepted(&mut self) -> Outcome {
        if !self.plan.rows.iter().any(|row| row.comes_in(self.policy)) {
            return Outcome::NothingTicked;
        }
        let lacks = |(at, row): &(usize, &crate::ops::import::Row)| {
            row.arrival.without_pin.is_some() && row.comes_in(self.policy) && !self.nameless.contains(at)
        };
        match self.plan.rows.iter().enumerate().find(lacks) {
            None => Outcome::BringIn(self.plan.rows.len()),
            Some((place, _)) => {
                // Whose PIN it is, is seen in the list too, where the filter leaves it there.
                if let Some(at) = self.lines.iter().position(|line| *line == Line::Row(place)) {
                    self.chosen = at;
                }
                self.asking = Some(Asking::new(place, true));
                Outcome::Stay
            }
        }
    }

    fn ask(&mut self) {
        let Some(Line::Row(place)) = self.line() else { return };
        if self.plan.rows.get(place).is_some_and(|row| row.arrival.without_pin.is_some()) {
            self.asking = Some(Asking::new(place, false));
        }
    }

    /// A key while a PIN is asked for. An empty one brings the name in alone.
    fn answered(&mut self, press: &Press, book: &Book) -> Outcome {
        let Some(asking) = &mut self.asking else { return Outcome::Stay };
        match press {
            Press::Do(Action::Accept) => {}
            Press::Do(Action::Back) => {
                self.asking = None;
                return Outcome::Stay;
            }
            other => {
                asking.pin.pressed(other);
                return Outcome::Stay;
            }
        }
        let (place, is_on_the_way) = (asking.place, asking.is_on_the_way);
        if asking.pin.typed().is_empty() {
            self.nameless.insert(place);
        } else if let Err(error) = self.plan.give_pin(place, asking.pin.typed().expose(), book) {
            asking.trouble = Some(both(&error));
            asking.pin.clear();
            return Outcome::Stay;
        }
        self.asking = None;
        self.relist();
        if is_on_the_way { self.accepted() } else { Outcome::Stay }
    }

    /// A click: on the tick it ticks, elsewhere it chooses.
    pub(super) fn clicked(&mut self, on: Spot) {
        match on {
            Spot::Row(place) if self.asking.is_none() => self.choose(place),
            Spot::Search if self.asking.is_none() => self.is_filtering = true,
            Spot::Tick(place) if self.asking.is_none() => {
                self.choose(place);
                self.toggle();
            }
            _ => {}
        }
    }
}

impl Asking {
    fn new(place: usize, is_on_the_way: bool) -> Self {
        Self { place, pin: SecretField::default(), trouble: None, is_on_the_way }
    }
}
