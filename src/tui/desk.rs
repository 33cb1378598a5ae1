//! What every screen may look at and write on: time, size, notices, wishes. Nothing secret lies here.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use ratatui::layout::Size;

use crate::account::AccountId;
use crate::chance::{Entropy, NoEntropy};
use crate::config::{Config, Setting, Value};
use crate::moment::{Moment, Tick};
use crate::ops::backup::BackupReceipt;
use crate::ops::readiness::Repair;
use crate::ops::sign_out::Aside;
use crate::text::{Explain, Text};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::key::Key;
use crate::tui::keyboard::Keyboard;
use crate::tui::keymap::Context;
use crate::tui::look::{Facts, Look};
use crate::tui::msg::Ticket;
use crate::tui::theme::{Role, Theme};
use crate::words::Language;

/// How long a notice stays.
pub const NOTICE: Duration = Duration::from_secs(5);

/// How long a deletion can be undone by one key. Afterwards the trash has it.
pub const UNDO: Duration = Duration::from_secs(10);

/// The shared part of the model.
#[derive(Debug)]
pub struct Desk {
    /// The wall clock.
    pub now: Moment,
    /// The clock that never goes back.
    pub tick: Tick,
    /// The terminal.
    pub size: Size,
    /// The person's language.
    pub language: Language,
    /// Styles and signs.
    pub theme: Theme,
    /// What the person has settled.
    pub config: Config,
    /// What is known of the terminal.
    pub facts: Facts,
    /// Whether changes of the settings are written to a file.
    pub has_settings_file: bool,
    /// Sample accounts without a file.
    pub is_demo: bool,
    /// The keys as they are bound now.
    pub keyboard: Keyboard,
    /// Keys that were pressed and wait for the next one of their chord.
    pub begun: Vec<Key>,
    /// A backup that was read back after its vault was locked: noted when it is opened again.
    pub unnoted: Option<Box<BackupReceipt>>,
    /// The person was reminded of something since the program started.
    pub has_reminded: bool,
    /// Why the vault is about to be locked, where it was not the person who wanted it.
    pub why_locked: Option<Text>,
    /// The vault file, as it is written for a person.
    pub path: String,
    /// The notice above the footer.
    pub toast: Option<Toast>,
    /// When the code that goes to the clipboard ends, if it ends.
    pub code_ends: Option<Moment>,
    /// When the clipboard is to be emptied.
    pub clipboard_until: Option<Tick>,
    /// The vault that was signed out of last, where none lies at its place.
    pub aside: Option<Aside>,
    /// What the screen wants to happen next.
    pub go: Option<Go>,
    /// What the world is to do.
    pub effects: Vec<Effect>,
    /// The last ticket that was given out.
    pub last_ticket: u64,
}

/// A notice above the footer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Toast {
    /// What it says.
    pub text: Text,
    /// Whether it tells the key that takes the deed back, where that key does it.
    pub has_undo: bool,
    /// How it looks.
    pub role: Role,
    /// Until when.
    pub until: Tick,
}

/// Where a screen wants to go. Screens don't know each other; this is all they say.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Go {
    /// An account over the whole screen.
    Account(AccountId),
    /// Add an account.
    Add,
    /// Out of the screen in front.
    Back,
    /// Backups.
    Backups,
    /// The recovery codes of an account.
    Codes(AccountId),
    /// Change an account.
    Edit(AccountId),
    /// Take accounts out.
    Export,
    /// The first screen.
    First,
    /// The groups of the account, or of all that are marked.
    Groups,
    /// Bring accounts in.
    Import,
    /// Look again at what lies where the vault belongs.
    Look,
    /// Make a vault; then bring accounts in, if so wished.
    NewVault {
        /// Whether the import follows.
        then_import: bool,
    },
    /// What backups carry of the account, or of all that are marked.
    Protect,
    /// The key of an account as a QR code.
    Qr(AccountId),
    /// Leave the program.
    Quit,
    /// Put right what a restore or the backups stand on.
    Repair(Repair),
    /// Restore from a backup.
    Restore,
    /// Bring the vault back that was signed out of last.
    SignInAgain,
    /// The settings.
    Settings,
    /// Sign in to restore this account, or take up the list.
    SignIn(Option<AccountId>),
    /// Take the last import back, after a question.
    TakeBack,
    /// The trash.
    Trash,
}

/// Bytes that were drawn before, handed out one after the other: chance as a value.
#[derive(Debug)]
pub struct Drawn {
    bytes: Result<Vec<u8>, NoEntropy>,
    given: AtomicUsize,
}

impl Drawn {
    /// Hands out these bytes, once.
    #[must_use]
    pub const fn new(bytes: Result<Vec<u8>, NoEntropy>) -> Self {
        Self { bytes, given: AtomicUsize::new(0) }
    }
}

impl Entropy for Drawn {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        let all = self.bytes.as_ref().map_err(|error| *error)?;
        let start = self.given.fetch_add(bytes.len(), Ordering::Relaxed);
        let drawn = all.get(start..start.saturating_add(bytes.len())).ok_or(NoEntropy)?;
        bytes.copy_from_slice(drawn);
        Ok(())
    }
}

/// What is wrong and what helps, one after the other.
#[must_use]
pub fn both(error: &dyn Explain) -> Text {
    match error.fix() {
        Some(fix) => Text::new("tui-two-sentences").text("first", error.what()).text("second", fix),
        None => error.what(),
    }
}

impl Desk {
    /// Asks the world for something and gives out the ticket for the answer.
    pub fn ask(&mut self, wish: impl FnOnce(Ticket) -> Effect) -> Ticket {
        self.last_ticket += 1;
        let ticket = Ticket(self.last_ticket);
        self.effects.push(wish(ticket));
        ticket
    }

    /// Changes a setting: it counts from now on, and is written to the settings file where there is one. `None` is the default.
    pub fn settle(&mut self, setting: Setting, value: Option<Value>) {
        let before = self.config.clock_correction;
        if !self.config.put(setting, value.unwrap_or_else(|| setting.default_value())) {
            return;
        }
        // Or it would look as if somebody had set the clock, who is not here.
        self.now = self.now.moved(i64::from(self.config.clock_correction) - i64::from(before));
        self.look_again();
        if self.has_settings_file {
            self.effects.push(Effect::Settle(setting, value));
        }
    }

    /// The theme again, after the settings or what is known of the terminal changed.
    pub fn look_again(&mut self) {
        self.theme = Theme::new(self.config.theme, Look::new(&self.facts, &self.config));
    }

    /// The key that does something in these contexts, as a person reads it; where nothing is bound to it, the one of the
    /// palette, which does every deed.
    #[must_use]
    pub fn key(&self, live: &[Context], action: Action) -> String {
        let own = self.keyboard.name(live, action, self.theme.unicode);
        let palette = || self.keyboard.name(&[Context::Everywhere], Action::Palette, self.theme.unicode);
        own.or_else(palette).unwrap_or_default()
    }

    /// Says that something went well.
    pub fn say(&mut self, text: Text) {
        self.notice(text, Role::Toast, NOTICE);
    }

    /// Says what went wrong and what helps, long enough to be read.
    pub fn complain(&mut self, error: &dyn Explain) {
        self.notice(both(error), Role::Warn, 3 * NOTICE);
    }

    /// Says what is wrong with the settings file: the first of it, and how much more there is.
    pub fn remark(&mut self, remarks: Vec<Text>) {
        let more = remarks.len().saturating_sub(1);
        let Some(first) = remarks.into_iter().next() else { return };
        let said = if more == 0 { first } else { Text::new("tui-and-more").text("first", first).number("more", more) };
        self.notice(said, Role::Warn, 6 * NOTICE);
    }

    /// Puts up a notice for a while.
    pub fn notice(&mut self, text: Text, role: Role, how_long: Duration) {
        self.toast = Some(Toast { text, has_undo: false, role, until: self.tick_in(how_long) });
    }

    /// Says that something was done that one key takes back, for as long as it does.
    pub fn notice_undo(&mut self, text: Text) {
        self.toast = Some(Toast { text, has_undo: true, role: Role::Toast, until: self.tick_in(UNDO) });
    }

    /// The tick that comes after a while.
    #[must_use]
    pub fn tick_in(&self, how_long: Duration) -> Tick {
        Tick(self.tick.0.saturating_add(how_long))
    }
}
