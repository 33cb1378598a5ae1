//! The model: where the person is, and what lies on the desk. All that is secret lives in [`Home`], so locking is one
//! assignment, and the wiping that dropping does.

use ratatui::layout::Size;

use crate::moment::{Moment, Tick};
use crate::ops::help::Topic;
use crate::tui::Options;
use crate::tui::desk::{Desk, both};
use crate::tui::home::Home;
use crate::tui::keyboard::Keyboard;
use crate::tui::keymap::Context;
use crate::tui::look::Look;
use crate::tui::screens::{first, help, new_vault, palette, restore, stuck, unlock};
use crate::tui::theme::Theme;

/// Everything the face knows.
#[derive(Debug)]
pub struct Model {
    /// What all screens share.
    pub desk: Desk,
    /// Before the vault, or in it.
    pub place: Place,
    /// Help, over whatever is there.
    pub help: Option<help::State>,
    /// Everything that can be done, over the accounts.
    pub palette: Option<palette::State>,
}

/// Before the vault, or in it.
#[derive(Debug)]
pub enum Place {
    /// Nothing secret is here.
    Gate(Gate),
    /// The vault is open.
    Home(Box<Home>),
}

/// The screens before a vault is open.
#[derive(Debug)]
pub enum Gate {
    /// No vault yet: the doors.
    First(first::State),
    /// A new vault is being made.
    NewVault(new_vault::State),
    /// The file has not been looked at yet.
    Opening,
    /// Restoring from a backup.
    Restore(Box<restore::State>),
    /// Something lies there that cannot be opened.
    Stuck(stuck::State),
    /// A vault waits for its passphrase.
    Unlock(unlock::State),
}

impl Model {
    /// The model before anything has happened.
    #[must_use]
    pub fn new(options: &Options, path: String, size: Size, now: Moment, tick: Tick) -> Self {
        let (keyboard, complaints) = Keyboard::new(&options.config.keys);
        let mut model = Self {
            desk: Desk {
                now,
                tick,
                size,
                language: options.language,
                theme: Theme::new(options.config.theme, Look::new(&options.facts, &options.config)),
                config: options.config.clone(),
                facts: options.facts.clone(),
                has_settings_file: options.settings.is_some(),
                is_demo: options.demo,
                keyboard,
                begun: Vec::new(),
                unnoted: None,
                has_reminded: false,
                why_locked: None,
                // The demo has no file; naming the person's own vault there would only frighten.
                path: if options.demo { String::new() } else { path },
                toast: None,
                code_ends: None,
                clipboard_until: None,
                aside: None,
                go: None,
                effects: Vec::new(),
                last_ticket: 0,
            },
            place: Place::Gate(Gate::Opening),
            help: None,
            palette: None,
        };
        let remarks = options.remarks.iter().cloned().chain(complaints.iter().map(|complaint| both(complaint)));
        model.desk.remark(remarks.collect());
        model
    }

    /// The open vault, if it is open.
    #[must_use]
    pub fn home(&self) -> Option<&Home> {
        match &self.place {
            Place::Gate(_) => None,
            Place::Home(home) => Some(home),
        }
    }

    /// The contexts in which the next key is read, the front one first.
    #[must_use]
    pub fn live(&self) -> Vec<Context> {
        let front = match (&self.help, &self.palette) {
            (Some(_), _) => vec![Context::Help, Context::List],
            (None, Some(_)) => vec![Context::Palette, Context::Field],
            (None, None) => self.place.contexts(),
        };
        self.and_general(front)
    }

    /// The contexts behind the palette: what it offers.
    #[must_use]
    pub fn live_behind_palette(&self) -> Vec<Context> {
        self.and_general(self.place.contexts())
    }

    fn and_general(&self, mut front: Vec<Context>) -> Vec<Context> {
        if matches!(self.place, Place::Home(_)) {
            front.push(Context::Home);
        }
        front.push(Context::Everywhere);
        front
    }

    /// The help page for what is in front; `None` where the keys are what there is to tell.
    #[must_use]
    pub fn topic(&self) -> Option<Topic> {
        match &self.place {
            _ if self.palette.is_some() => None,
            Place::Gate(Gate::Restore(state)) => Some(state.topic()),
            Place::Gate(Gate::Stuck(_) | Gate::Unlock(_)) => Some(Topic::Troubleshoot),
            Place::Gate(Gate::First(_) | Gate::NewVault(_) | Gate::Opening) => None,
            Place::Home(home) => home.topic(),
        }
    }

    /// The contexts behind help: what it tells of.
    #[must_use]
    pub fn live_behind_help(&self) -> Vec<Context> {
        match &self.palette {
            Some(_) => vec![Context::Palette, Context::Field],
            None => self.place.contexts(),
        }
    }
}

impl Place {
    fn contexts(&self) -> Vec<Context> {
        match self {
            Self::Gate(gate) => gate.contexts(),
            Self::Home(home) => home.contexts(),
        }
    }
}

impl Gate {
    fn contexts(&self) -> Vec<Context> {
        match self {
            Self::First(_) => vec![Context::Start, Context::List],
            Self::NewVault(_) => vec![Context::Form, Context::Secret, Context::Field],
            Self::Opening => Vec::new(),
            Self::Restore(state) => state.contexts(),
            Self::Stuck(_) => vec![Context::Start],
            Self::Unlock(_) => vec![Context::Unlock, Context::Secret, Context::Field],
        }
    }
}
