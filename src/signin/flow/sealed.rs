//! Sealed accounts: password and contact, and the same answers for the others.

use crate::account::{Account, AccountId, Book, Credential};
use crate::moment::Moment;
use crate::secret::Private;
use crate::signin::flow::{Flow, Same, contacts, live};
use crate::signin::talk::{Ask, NotOpened, Step};
use crate::text::{Text, Trouble};

impl Flow {
    pub(super) fn answered(&mut self, place: usize, typed: Private, book: &Book, now: Moment) -> Option<Ask> {
        let id = self.at?;
        // The person chooses by the mask which one to type; whether it fits is found by the key alone.
        contacts(live(book, id)?).get(place)?;
        if let Some(until) = self.until.filter(|until| *until > now) {
            let seconds = until.since(now).as_secs().saturating_add(1);
            let what = Text::new("err-signin-wait").number("seconds", seconds);
            self.trouble = Some(Trouble { what, fix: None });
            return None;
        }
        let password = self.password.as_ref()?.duplicate();
        self.contact = Some(typed.clone());
        Some(Ask::Open(self.ask(), id, password, typed))
    }

    pub(super) fn opened(&mut self, opened: Result<(), NotOpened>) -> Option<Ask> {
        match opened {
            Ok(()) => {
                self.good = self.password.take().zip(self.contact.take());
                self.until = None;
                self.past.clear();
                self.step = Step::List;
                self.go(Step::Code);
            }
            Err(NotOpened { trouble, until }) => (self.trouble, self.until) = (Some(trouble), until),
        }
        None
    }

    /// The others that the same answers are offered for: once each.
    #[must_use]
    pub fn others(&self, book: &Book) -> Vec<AccountId> {
        let is_other = |account: &&Account| {
            matches!(account.credential, Credential::Sealed(_)) && !self.same.offered.contains(&account.id)
        };
        if self.good.is_none() { Vec::new() } else { book.live().filter(is_other).map(|account| account.id).collect() }
    }

    pub(super) fn same_answers(&mut self, is_yes: bool, book: &Book, now: Moment) -> Option<Ask> {
        let others = self.others(book);
        let offered = std::mem::take(&mut self.same.offered).into_iter().chain(others.iter().copied()).collect();
        self.same = Same { opened: Vec::new(), not_opened: others.clone(), offered };
        let answers = self.good.as_ref().map(|(password, contact)| (password.duplicate(), contact.clone()));
        let Some((password, contact)) = answers.filter(|_| is_yes) else {
            self.same.not_opened.clear();
            self.after_one(book, now);
            return None;
        };
        Some(Ask::OpenRest(self.ask(), others, password, contact))
    }

    pub(super) fn opened_rest(&mut self, opened: Vec<AccountId>, book: &Book, now: Moment) -> Option<Ask> {
        self.same.not_opened.retain(|id| !opened.contains(id));
        self.same.opened = opened;
        self.after_one(book, now);
        None
    }
}
