//! What the loop does in the world to bring accounts back: sealed ones, pages, new keys, providers.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::account::AccountId;
use crate::ops::sign_in::{Answers, Opened, UnlockJob};
use crate::ops::{clock, new_key};
use crate::ports::{ProviderError, Visit};
use crate::provider::ProviderSetup;
use crate::secret::Private;
use crate::signin::{KeySource, NotConfirmed, Way};
use crate::text::Trouble;
use crate::tui::model::{Model, Place};
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::runtime::Runtime;

impl Runtime {
    /// Counts the try, then derives and opens on a worker, with nothing of the vault but the sealed records.
    pub(in crate::tui) fn open_sealed(
        &self,
        ticket: Ticket,
        ids: &[AccountId],
        answers: Answers,
        counts: bool,
        model: &mut Model,
    ) {
        let Place::Home(home) = &mut model.place else { return };
        let job = match ids {
            [id] if counts => UnlockJob::of(&mut home.session, &self.world, *id, answers),
            ids => Ok(UnlockJob::for_the_rest(&home.session, ids, answers)),
        };
        match job {
            Err(error) => self.answer(ticket, Answer::SealedKept(Err(error))),
            Ok(job) => self.on_worker(ticket, move |_| Answer::SealedRan(Box::new(job.run()))),
        }
    }

    /// Puts what was opened into the vault in memory.
    pub(in crate::tui) fn keep_opened(&self, ticket: Ticket, opened: Opened, model: &mut Model) {
        let Place::Home(home) = &mut model.place else { return };
        let kept = opened.keep(&mut home.session, &self.world).map(|(ready, _)| ready);
        self.answer(ticket, Answer::SealedKept(kept));
    }

    /// Opens a page in the person's browser.
    pub(in crate::tui) fn open_page(&self, ticket: Ticket, address: &str) {
        self.answer(ticket, Answer::PageOpened(self.world.browser.open(address)));
    }

    /// Asks a server for the time.
    pub(in crate::tui) fn ask_time(&self, ticket: Ticket, server: String) {
        self.on_worker(ticket, move |world| {
            Answer::TimeTold(clock::ask(world, &server).map_err(|error| Trouble::of(&error)))
        });
    }

    /// Reads a new key from where the person says it is.
    pub(in crate::tui) fn read_key(&self, ticket: Ticket, source: KeySource) {
        self.on_worker(ticket, move |world| {
            Answer::KeyRead(new_key::read(world, &source).map_err(|error| Trouble::of(&error)))
        });
    }

    /// Signs in at a provider. How far it is comes as messages of the same ticket.
    pub(in crate::tui) fn visit(
        &self,
        ticket: Ticket,
        setup: Box<ProviderSetup>,
        row_name: Private,
        way: Way,
        is_cancelled: Arc<AtomicBool>,
    ) {
        let answers = std::sync::Mutex::new(self.answers.clone());
        self.on_worker(ticket, move |world| {
            let tell = |step| {
                if let Ok(answers) = answers.lock() {
                    // Nobody listens any more once the loop has ended.
                    let _ = answers.send(Msg::Came(ticket, Answer::VisitStep(step)));
                }
            };
            let is_cancelled = || is_cancelled.load(Ordering::Relaxed);
            let visit = Visit { row_name: &row_name, is_cancelled: &is_cancelled, tell: &tell };
            let visited = match way {
                Way::Code => world.provider.sign_in_by_code(&setup, &visit),
                Way::Browser | Way::Key => world.provider.sign_in_by_browser(&setup, &visit),
            };
            let not = |error: ProviderError| NotConfirmed { trouble: Trouble::of(&error), why: error.stuck() };
            Answer::Visited(visited.map(Box::new).map_err(not))
        });
    }
}
