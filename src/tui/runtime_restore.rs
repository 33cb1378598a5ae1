//! Performs what the wizard asks of the world, on a worker: it can be called off, and tells how far it is.

use crate::ops::{self, World, keys};
use crate::ports::Trip;
use crate::restore::{Ask, Event, Trouble};
use crate::tui::errand::Errand;
use crate::tui::msg::{Answer, Msg};
use crate::tui::runtime::Runtime;
use crate::tui::runtime_backup::on_trip;

impl Runtime {
    /// Looks, opens or writes.
    pub(in crate::tui) fn restore(&self, errand: Errand, ask: Ask) {
        let (ticket, answers) = (errand.ticket, self.answers.clone());
        self.on_worker(ticket, move |world| {
            let tell = move |answer| drop(answers.send(Msg::Came(ticket, answer)));
            on_trip(&errand, &tell, |trip| restore(world, ask, trip))
        });
    }
}

fn restore(world: &World, ask: Ask, trip: &Trip<'_>) -> Answer {
    match ask {
        Ask::Look(round, address, secret) => {
            let found = ops::restore::look(world, &address, secret.as_ref(), trip);
            Answer::RestoreTold(Box::new(Event::Found(round, found.map_err(|error| error.trouble()))))
        }
        Ask::Open(round, address, secret, source, key) => {
            let opened = ops::restore::open(world, &address, secret.as_ref(), &source, &key, trip);
            Answer::RestoreTold(Box::new(Event::Opened(round, opened)))
        }
        Ask::Write { round, incoming, passphrase, is_replacing } => {
            let cost = keys::fitting_cost(world);
            let made = ops::restore::restore(world, &incoming, &passphrase, cost, is_replacing);
            let made = made.map(|(session, report)| (Box::new(session), report));
            Answer::Restored(round, made.map_err(|error| Trouble::of(&error)))
        }
        // A merge is done in memory, where the book is.
        Ask::Merge(..) => Answer::Broke,
    }
}
