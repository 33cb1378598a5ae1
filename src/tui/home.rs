//! The open vault as the face holds it: the session, the shelf that lists it, what is being saved, what is in front.

use crate::account::{AccountId, RecoveryCode};
use crate::moment::Tick;
use crate::ops::accounts::AfterSave;
use crate::ops::backup::Doubt;
use crate::ops::bulk::Before;
use crate::ops::help::Topic;
use crate::ops::whereabouts::Whereabouts;
use crate::ops::{SaveReceipt, Session};
use crate::otp::Code;
use crate::tui::backing::{Backing, SLOW};
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Ending};
use crate::tui::keymap::Context;
use crate::tui::msg::Ticket;
use crate::tui::screens::{
    accounts, add, backups, codes, edit, export, groups, import, protect, qr, restore, settings, signin, trash,
};
use crate::tui::shelf::{Shelf, Sort};

/// Everything secret, and the screens that show it.
#[derive(Debug)]
pub struct Home {
    /// The vault.
    pub session: Session,
    /// What of it is listed, and in which order.
    pub shelf: Shelf,
    /// The accounts screen; it keeps its place while others are in front.
    pub accounts: accounts::State,
    /// The account that is opened over the whole screen.
    pub full: Option<accounts::Full>,
    /// What is in front of it.
    pub over: Option<Over>,
    /// A dangerous act that waits for a yes.
    pub question: Option<Question>,
    /// What is not on the disk yet.
    pub saving: Saving,
    /// The backup that follows a change.
    pub backing: Backing,
    /// The deed that one key takes back, and until when.
    pub undo: Option<(Undo, Tick)>,
    /// What takes the last import back, until the vault is locked.
    pub brought_in: Option<crate::ops::import::Undo>,
    /// A counter-based code that waits for its counter to be saved.
    pub waiting: Option<WaitingCode>,
    /// A counter-based code that was taken and may be seen for a while.
    pub taken: Option<TakenCode>,
    /// When a key was last pressed.
    pub touched: Tick,
    /// When what is secret was last taken off the screen, because the vault could not be locked.
    pub hidden: Option<Tick>,
}

/// A screen in front of the accounts.
#[derive(Debug)]
pub enum Over {
    /// Adding an account.
    Add(Box<add::State>),
    /// Backups.
    Backups(Box<backups::State>),
    /// The recovery codes of an account.
    Codes(codes::State),
    /// Changing an account.
    Edit(Box<edit::State>),
    /// Taking accounts out.
    Export(Box<export::State>),
    /// The groups of an account, or of all that are marked.
    Groups(groups::State),
    /// Bringing accounts in.
    Import(Box<import::State>),
    /// What backups carry.
    Protect(Box<protect::State>),
    /// The key of an account as a QR code.
    Qr(Box<qr::State>),
    /// Restoring from a backup.
    Restore(Box<restore::State>),
    /// The settings.
    Settings(settings::State),
    /// Signing in to restore accounts.
    SignIn(Box<signin::State>),
    /// The trash.
    Trash(trash::State),
}

/// A deed that can be taken back in one step.
#[derive(Debug)]
pub enum Undo {
    /// A deed on accounts.
    Accounts(Before),
    /// A recovery code was removed.
    Code {
        /// Whose.
        id: AccountId,
        /// Where it stood.
        place: usize,
        /// The code.
        code: RecoveryCode,
    },
}

/// An act that is done after a yes, as data.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Question {
    /// Go on with a vault that is older than the one last used on this computer.
    AcceptOlder {
        /// By so many saves.
        by: u64,
    },
    /// Back up an empty or much smaller vault.
    BackUp(Doubt),
    /// Keep the changes in a file beside a vault that somebody else has written; then do what was wanted.
    KeepBeside(Option<Then>),
    /// Put an account into the trash.
    Delete(AccountId),
    /// Put all that are marked into the trash.
    DeleteMarked,
    /// Leave a form, and what was typed in it.
    DropForm,
    /// Remove an account for good.
    Erase(AccountId),
    /// Remove a recovery code that was not used.
    RemoveCode {
        /// Whose.
        id: AccountId,
        /// Where it stands.
        place: usize,
    },
    /// Move the vault aside.
    SignOut,
    /// Take the last import back.
    TakeBack {
        /// This many accounts go.
        removed: usize,
        /// This many are as they were before.
        restored: usize,
    },
    /// Make no more backups.
    TurnBackupsOff,
    /// Do this although changes are not saved.
    Unsaved(Then),
}

/// What follows once everything is saved.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Then {
    /// End the program.
    End(Ending),
    /// Lock the vault.
    Lock,
    /// Lock the vault, then stop.
    LockAndSuspend,
    /// Lock the vault and move it aside.
    SignOut,
}

/// What is not on the disk yet.
#[derive(Debug, Default)]
pub struct Saving {
    /// Something changed since the last save was started.
    pub is_dirty: bool,
    /// Only use counts changed; they are saved with the next change, or at the end.
    pub has_counts: bool,
    /// A save is on its way.
    pub running: Option<Ticket>,
    /// Since when.
    pub since: Tick,
    /// The last save did not work.
    pub has_failed: bool,
    /// What is to follow once all is saved.
    pub then: Option<Then>,
}

/// A counter-based code whose counter is not saved yet. It can't be looked at.
#[derive(Debug)]
pub struct WaitingCode {
    /// Whose.
    pub id: AccountId,
    /// The code, under its own lock.
    pub code: AfterSave,
    /// The save that carries its counter; `None` until that one is started.
    pub job: Option<Ticket>,
}

/// A counter-based code that may be seen.
#[derive(Debug)]
pub struct TakenCode {
    /// Whose.
    pub id: AccountId,
    /// The code.
    pub code: Code,
    /// Until when.
    pub until: Tick,
}

impl Home {
    /// An opened vault, nothing chosen, nothing in front.
    #[must_use]
    pub fn new(session: Session, desk: &Desk) -> Self {
        let shelf = Shelf::new(session.book(), Sort::settled(desk.config.sort));
        let mut home = Self {
            session,
            shelf,
            accounts: accounts::State::new(&desk.config),
            full: None,
            over: None,
            question: None,
            saving: Saving::default(),
            backing: Backing::default(),
            undo: None,
            brought_in: None,
            waiting: None,
            taken: None,
            touched: desk.tick,
            hidden: None,
        };
        home.relist(desk);
        home
    }

    /// The contexts of what is in front.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match (&self.question, &self.over) {
            (Some(_), _) => vec![Context::Question],
            (None, None) if self.full.is_some() && self.chosen().is_some_and(|account| account.badge().is_some()) => {
                vec![Context::Tile, Context::Account, Context::List]
            }
            (None, None) if self.full.is_some() => vec![Context::Account, Context::List],
            (None, None) => self.accounts.contexts(),
            (None, Some(Over::Add(state))) => state.contexts(),
            (None, Some(Over::Backups(state))) => state.contexts(),
            (None, Some(Over::Codes(state))) => state.contexts(),
            (None, Some(Over::Edit(state))) => state.contexts(),
            (None, Some(Over::Export(state))) => state.contexts(),
            (None, Some(Over::Groups(_))) => groups::State::contexts(),
            (None, Some(Over::Import(state))) => state.contexts(),
            (None, Some(Over::Protect(state))) => state.contexts(),
            (None, Some(Over::Qr(state))) => state.contexts(),
            (None, Some(Over::Restore(state))) => state.contexts(),
            (None, Some(Over::Settings(_))) => vec![Context::Settings, Context::List],
            (None, Some(Over::SignIn(state))) => state.contexts(),
            (None, Some(Over::Trash(_))) => vec![Context::Trash, Context::List],
        }
    }

    /// The help page for what is in front; `None` where the keys are what there is to tell.
    #[must_use]
    pub const fn topic(&self) -> Option<Topic> {
        match (&self.question, &self.over) {
            (Some(Question::SignOut), _) => Some(Topic::SignOut),
            (Some(Question::BackUp(_) | Question::TurnBackupsOff), _) | (None, Some(Over::Backups(_))) => {
                Some(Topic::BackUp)
            }
            (None, Some(Over::Restore(state))) => Some(state.topic()),
            _ => None,
        }
    }

    /// The account that keys are about: the one over the whole screen, else the one chosen in the list.
    #[must_use]
    pub fn chosen(&self) -> Option<&crate::account::Account> {
        let chosen = self.accounts.chosen_row().and_then(|row| self.session.book().all().get(row));
        let Some(full) = &self.full else { return chosen };
        // Nearly always the chosen one; where the list has lost it, the book is asked.
        chosen.filter(|account| account.id == full.id()).or_else(|| self.session.book().get(full.id()))
    }

    /// Where the person is, to be found again.
    #[must_use]
    pub fn whereabouts(&self, desk: &Desk) -> Whereabouts {
        let account = self.chosen().map(|account| account.id).filter(|_| desk.config.remember_place);
        Whereabouts { account, sort: self.shelf.sort().to_settle().name().to_owned() }
    }

    /// The list again, after the query, the group or the size changed.
    pub fn relist(&mut self, desk: &Desk) {
        self.accounts.relist(&self.shelf, self.session.book(), desk.size);
    }

    /// Something of the book changed: the shelf is made anew, and a save is asked for.
    pub fn changed(&mut self, desk: &mut Desk) {
        self.shelf = Shelf::new(self.session.book(), self.shelf.sort());
        self.relist(desk);
        self.saving.is_dirty = true;
        self.save(desk);
    }

    /// Starts a save, unless one is on its way; that one's receipt starts the next.
    pub fn save(&mut self, desk: &mut Desk) {
        if self.saving.running.is_some() {
            return;
        }
        let ticket = desk.ask(Effect::Save);
        (self.saving.running, self.saving.since) = (Some(ticket), desk.tick);
        (self.saving.is_dirty, self.saving.has_counts) = (false, false);
        if let Some(waiting) = &mut self.waiting {
            waiting.job.get_or_insert(ticket);
        }
    }

    /// The vault is safe on the disk. What waited for that happens now.
    pub fn saved(&mut self, ticket: Ticket, receipt: SaveReceipt, desk: &mut Desk) {
        self.session.saved(receipt);
        (self.saving.running, self.saving.has_failed) = (None, false);
        if let Some(waiting) = self.waiting.take_if(|waiting| waiting.job == Some(ticket)) {
            let code = waiting.code.reveal(&receipt);
            accounts::reveal(self, waiting.id, code, desk);
        }
        if self.saving.is_dirty {
            self.save(desk);
        } else {
            self.plan_backup(desk);
        }
    }

    /// The save did not work: everything stays as it is in memory, and stays unsaved.
    pub fn not_saved(&mut self, ticket: Ticket) {
        (self.saving.running, self.saving.has_failed, self.saving.is_dirty) = (None, true, true);
        // The counter stays moved on: skipping a code does no harm, showing one twice does.
        self.waiting.take_if(|waiting| waiting.job == Some(ticket));
    }

    /// The changes are in a file beside the vault: nothing would be lost now.
    pub fn kept_beside(&mut self) {
        self.saving = Saving { then: self.saving.then, ..Saving::default() };
    }

    /// How long until a save that takes its time is told of; `None` where none is on its way.
    #[must_use]
    pub fn slow_save_in(&self, tick: Tick) -> Option<std::time::Duration> {
        self.saving.running.map(|_| SLOW.saturating_sub(tick.since(self.saving.since)))
    }

    /// Whether the person is asked what becomes of changes that could not be saved. No other question keeps a vault open.
    #[must_use]
    pub const fn asks_about_saving(&self) -> bool {
        matches!(self.question, Some(Question::KeepBeside(_) | Question::Unsaved(_)))
    }

    /// Whether something would be lost by forgetting the vault now.
    #[must_use]
    pub const fn is_unsaved(&self) -> bool {
        self.saving.is_dirty || self.saving.has_counts || self.saving.running.is_some()
    }

    /// How many seconds without a key lock the vault; `None` is never.
    #[must_use]
    pub fn lock_after(&self) -> Option<std::time::Duration> {
        match self.session.vault().settings().auto_lock_seconds {
            0 => None,
            seconds => Some(std::time::Duration::from_secs(seconds.into())),
        }
    }

    /// When the vault locks by itself; `None` is never. One whose last save did not work hides what it shows instead, and
    /// tries to save again; that takes its turn as often as the lock would.
    #[must_use]
    pub fn locks_at(&self) -> Option<Tick> {
        let since = match self.hidden {
            Some(hidden) if self.saving.has_failed => hidden.max(self.touched),
            _ => self.touched,
        };
        self.lock_after().map(|after| Tick(since.0.saturating_add(after)))
    }

    /// Takes what is secret off the screen and keeps what changed: for a vault that is to be locked and can't be saved.
    pub fn conceal(&mut self, tick: Tick) {
        if !self.asks_about_saving() {
            self.question = None;
        }
        self.accounts.hide(true);
        (self.full, self.over, self.taken) = (None, None, None);
        self.hidden = Some(tick);
    }
}
