//! The backup that follows a change: asked for once the vault is saved, noted in the vault once it was read back. One
//! that does not work is said once, and tried again after the next change and at the next start.

use crate::ops::backup::{self, BackupError, BackupReceipt};
use crate::text::{Explain, Text};
use crate::tui::desk::{Desk, NOTICE};
use crate::tui::effect::Effect;
use crate::tui::home::Home;
use crate::tui::msg::Ticket;
use crate::tui::theme::Role;

/// What is known of the backup that is being made.
#[derive(Debug, Default)]
pub struct Backing {
    /// It is on its way.
    running: Option<Ticket>,
    /// The person has heard that backups do not work.
    has_complained: bool,
}

impl Home {
    /// Starts a backup where one is due and none is on its way.
    pub fn back_up(&mut self, desk: &mut Desk) {
        if self.backing.running.is_none() && !self.session.is_read_only() && backup::is_due(&self.session) {
            self.backing.running = Some(desk.ask(Effect::BackUp));
        }
    }

    /// A backup was read back, or was not made. One that nobody waits for was made for a vault that is closed.
    pub fn backed_up(&mut self, ticket: Ticket, answer: Result<Box<BackupReceipt>, BackupError>, desk: &mut Desk) {
        if self.backing.running.take_if(|running| *running == ticket).is_none() {
            return;
        }
        match answer.and_then(|receipt| backup::note(&mut self.session, &receipt)) {
            Ok(()) => {
                self.backing.has_complained = false;
                self.saving.is_dirty = true;
                self.save(desk);
            }
            Err(error) if !self.backing.has_complained => {
                self.backing.has_complained = true;
                desk.notice(Text::new("tui-not-backed-up").text("why", error.what()), Role::Warn, 3 * NOTICE);
            }
            Err(_) => {}
        }
    }

    /// The worker that made a backup ended in the middle of it: the next change makes another.
    pub fn backing_broke(&mut self, ticket: Ticket) {
        self.backing.running.take_if(|running| *running == ticket);
    }
}
