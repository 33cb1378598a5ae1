//! Backups as the open vault goes along: the one that follows a change, asked for once the vault is saved and nothing has
//! changed for a while; what is on its way; how things stand. What does not work is said once, and tried again after the
//! next change and at the next start.

use std::time::Duration;

use crate::backup::{Level, Reminder, SetId, Status};
use crate::moment::Tick;
use crate::ops::backup::{self, BackupError, BackupReceipt, Doubt};
use crate::text::{Explain, Text};
use crate::tui::desk::{Desk, NOTICE};
use crate::tui::effect::Effect;
use crate::tui::errand::{Errand, Told, Wish};
use crate::tui::home::{Home, Then};
use crate::tui::msg::Ticket;
use crate::tui::screens::backups;
use crate::tui::theme::Role;

/// A change is backed up when nothing else has changed for this long: a person who goes through accounts makes one backup.
pub const QUIET: Duration = Duration::from_secs(15);

/// And at the latest this long after the first change.
pub const AT_THE_LATEST: Duration = Duration::from_secs(120);

/// A person who leaves waits for a backup that long; what is not done then is done at the next start.
const BEFORE_THE_END: Duration = Duration::from_secs(5);

/// A vault that is being locked stays open that long for it: less, since whoever locks may be going away.
const BEFORE_A_LOCK: Duration = Duration::from_secs(2);

/// What takes longer than this is told of.
pub const SLOW: Duration = Duration::from_millis(200);

/// What is known of backups.
#[derive(Debug, Default)]
pub struct Backing {
    /// How things stood at the last look.
    pub status: Status,
    /// Why the last backup was not made.
    pub trouble: Option<Text>,
    /// The person is to be asked before the next one.
    pub doubt: Option<Doubt>,
    /// The set that was in use before a new one, until the new one's first backup is there.
    pub former: Option<SetId>,
    running: Option<Running>,
    due: Option<Due>,
    /// The person leaves and waits for a backup, until then.
    holds: Option<Tick>,
    has_complained: bool,
}

/// What is on its way.
#[derive(Debug)]
pub struct Running {
    errand: Errand,
    /// What it is doing, for a person who waits.
    pub says: &'static str,
    /// Since when.
    pub since: Tick,
    /// How much of how much is done, where that is known.
    pub progress: Option<(u64, u64)>,
    is_backup: bool,
}

impl Running {
    /// Whether it was called off and has not ended yet.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.errand.is_off()
    }
}

#[derive(Clone, Copy, Debug)]
struct Due {
    first: Tick,
    at: Tick,
}

impl Backing {
    /// What is on its way.
    #[must_use]
    pub const fn running(&self) -> Option<&Running> {
        self.running.as_ref()
    }

    /// Whether a backup is on its way.
    #[must_use]
    pub fn is_making(&self) -> bool {
        self.running.as_ref().is_some_and(|running| running.is_backup)
    }

    /// Calls off what is on its way. A backup that is there all the same is found by listing.
    pub fn call_off(&self) {
        if let Some(running) = &self.running {
            running.errand.call_off();
        }
    }

    /// When something of it falls due.
    pub fn waits(&self, now: Tick) -> impl Iterator<Item = Duration> {
        let slow = self.running.as_ref().map(|running| Tick(running.since.0.saturating_add(SLOW)));
        let slow = slow.filter(|at| *at > now);
        // A backup that waits for another errand is begun when that one has ended.
        let due = self.due.map(|due| due.at).filter(|_| self.running.is_none());
        [due, self.holds, slow].into_iter().flatten().map(move |at| at.since(now))
    }

    /// How urgent it is, with what happened since the vault was opened.
    #[must_use]
    pub fn level(&self) -> Level {
        match self.status.level {
            Level::Off => Level::Off,
            _ if self.trouble.is_some() || self.doubt.is_some() => Level::Action,
            level => level,
        }
    }
}

impl Home {
    /// Looks how backups stand. It hashes what is in the vault, so it is done after a change and not for each frame.
    pub fn look_at_backups(&mut self, desk: &Desk) {
        // Records that cannot be read are said where a backup is made.
        let set = backup::current(&self.session).unwrap_or_default();
        self.backing.status = backup::status(&self.session, set.as_ref(), desk.now);
    }

    /// The vault was saved: a backup follows when nothing more changes.
    pub fn plan_backup(&mut self, desk: &Desk) {
        self.look_at_backups(desk);
        if !self.backing.status.is_due || self.session.is_read_only() {
            self.backing.due = None;
            return;
        }
        let first = self.backing.due.map_or(desk.tick, |due| due.first);
        let latest = Tick(first.0.saturating_add(AT_THE_LATEST));
        self.backing.due = Some(Due { first, at: desk.tick_in(QUIET).min(latest) });
    }

    /// The vault was opened: a backup that failed last time, or that a lock or an end cut off, is made now.
    pub fn catch_up(&mut self, desk: &mut Desk) {
        self.look_at_backups(desk);
        if self.backing.status.is_due && !self.session.is_read_only() {
            self.back_up(false, desk);
        }
    }

    /// What falls due at a tick.
    pub fn back_up_when_due(&mut self, desk: &mut Desk) {
        if self.backing.running.is_none() && self.backing.due.is_some_and(|due| due.at <= desk.tick) {
            self.back_up(false, desk);
        }
    }

    /// Starts a backup, where nothing else is on its way.
    pub fn back_up(&mut self, is_accepted: bool, desk: &mut Desk) {
        if self.errand(Wish::Make { is_accepted }, desk) {
            self.backing.due = None;
        }
    }

    /// Starts an errand, unless one is on its way. Returns whether it was started.
    pub fn errand(&mut self, wish: Wish, desk: &mut Desk) -> bool {
        if self.backing.running.is_some() {
            return false;
        }
        let (says, is_backup) = (wish.says(), matches!(wish, Wish::Make { .. }));
        let mut asked = None;
        desk.ask(|ticket| {
            let errand = Errand::new(ticket);
            asked = Some(errand.clone());
            Effect::Errand(errand, wish)
        });
        let running = |errand| Running { errand, says, since: desk.tick, progress: None, is_backup };
        self.backing.running = asked.map(running);
        true
    }

    /// Whether leaving waits for a backup. One that nobody has begun yet is begun; a second wish to leave does not wait.
    pub fn holds_for_backup(&mut self, then: Then, desk: &mut Desk) -> bool {
        // Who is away already has nobody here to wait.
        if desk.why_locked.is_some() || desk.is_demo {
            return false;
        }
        if self.backing.due.is_some() && self.backing.running.is_none() && self.backing.holds.is_none() {
            self.back_up(false, desk);
        }
        if !self.backing.is_making() {
            return false;
        }
        let most = if matches!(then, Then::End(_)) { BEFORE_THE_END } else { BEFORE_A_LOCK };
        if self.backing.holds.is_none() {
            self.backing.holds = Some(desk.tick_in(most));
            desk.notice(Text::new("tui-leaving-backs-up"), Role::Toast, most);
        }
        self.backing.holds.is_some_and(|until| desk.tick < until)
    }

    /// The person wants to leave a second time: nothing is waited for any more.
    pub const fn stop_holding(&mut self, desk: &Desk) {
        if self.backing.holds.is_some() {
            self.backing.holds = Some(desk.tick);
        }
    }

    /// Something is on its way to be done.
    pub fn went(&mut self, ticket: Ticket, done: u64, of: u64) {
        let running = self.backing.running.as_mut().filter(|running| running.errand.ticket == ticket);
        if let Some(running) = running {
            running.progress = Some((done, of));
        }
    }

    /// An errand has ended. One that nobody waits for was begun before a lock.
    pub fn errand_ended(&mut self, ticket: Ticket, told: Told, desk: &mut Desk) {
        match (self.backing.running.take_if(|running| running.errand.ticket == ticket), told) {
            (Some(_), Told::Made(answer)) => self.backed_up(answer, desk),
            (Some(running), other) => backups::told(self, other, running.is_stopping(), desk),
            // A file that no vault remembers would never be let go. One of another vault does not matter here.
            (None, Told::Made(Ok(receipt))) => drop(self.note_backup(&receipt, desk)),
            (None, _) => {}
        }
    }

    fn backed_up(&mut self, answer: Result<Box<BackupReceipt>, BackupError>, desk: &mut Desk) {
        self.backing.holds = None;
        let answer = answer.and_then(|receipt| self.note_backup(&receipt, desk).map(|()| receipt));
        if let Err(error) = &answer {
            self.not_backed_up(error, desk);
        }
        backups::made(self, answer, desk);
    }

    /// Notes in the vault that a backup was made, and saves that.
    ///
    /// # Errors
    /// [`BackupError`] where the vault does not know the set.
    pub fn note_backup(&mut self, receipt: &BackupReceipt, desk: &mut Desk) -> Result<(), BackupError> {
        backup::note(&mut self.session, receipt)?;
        self.tell_missing(receipt, desk);
        (self.backing.trouble, self.backing.doubt, self.backing.has_complained) = (None, None, false);
        self.look_at_backups(desk);
        self.saving.is_dirty = true;
        self.save(desk);
        Ok(())
    }

    /// Said once, so wherever the person is; the screen of backups says it itself.
    fn tell_missing(&self, receipt: &BackupReceipt, desk: &mut Desk) {
        let is_seen = matches!(self.over, Some(crate::tui::home::Over::Backups(_)));
        if !receipt.missing.is_empty() && !is_seen {
            let said = Text::new("cli-backup-missing").number("count", receipt.missing.len());
            desk.notice(said, Role::Warn, 3 * NOTICE);
        }
    }

    fn not_backed_up(&mut self, error: &BackupError, desk: &mut Desk) {
        match error {
            BackupError::Asks(doubt) => self.backing.doubt = Some(*doubt),
            error => self.backing.trouble = Some(error.what()),
        }
        let is_seen = matches!(self.over, Some(crate::tui::home::Over::Backups(_)));
        if !self.backing.has_complained && !is_seen {
            desk.notice(Text::new("tui-not-backed-up").text("why", error.what()), Role::Warn, 3 * NOTICE);
        }
        self.backing.has_complained = true;
    }

    /// The worker that had an errand ended in the middle of it.
    pub fn errand_broke(&mut self, ticket: Ticket, desk: &mut Desk) {
        if self.backing.running.take_if(|running| running.errand.ticket == ticket).is_some() {
            backups::broke(self);
            self.plan_backup(desk);
        }
    }

    /// What a person who has just opened the vault is reminded of, once a start.
    pub fn remind(&self, desk: &mut Desk) {
        let first = self.backing.status.reminders.iter().find_map(|reminder| match reminder {
            Reminder::CheckPassword => Some("tui-remind-check-password"),
            Reminder::Verify => Some("tui-remind-verify"),
            _ => None,
        });
        let Some(id) = first.filter(|_| desk.config.reminders && !desk.has_reminded) else { return };
        desk.has_reminded = true;
        desk.notice(Text::new(id), Role::Warn, 3 * NOTICE);
    }
}
