//! What there is to see of the flow.

use crate::account::{AccountId, Book};
use crate::moment::Moment;
use crate::provider::{Identity, Person};
use crate::signin::flow::{Flow, Same};
use crate::signin::list::{Item, has_turn, items};
use crate::signin::talk::{ClockFound, Step};
use crate::text::{Text, Trouble};

impl Flow {
    /// Where the person is.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// The account that it is about.
    #[must_use]
    pub const fn at(&self) -> Option<AccountId> {
        self.at
    }

    /// Whether the world is asked for something.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.asking.is_busy()
    }

    /// What went wrong last.
    #[must_use]
    pub const fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// What a person should look at before saying that the code is right.
    #[must_use]
    pub fn remarks(&self) -> &[Text] {
        &self.remarks
    }

    /// Who was confirmed, and how that stands to the row.
    #[must_use]
    pub fn identity(&self) -> Option<(&Identity, Person)> {
        self.identity.as_ref().map(|(identity, person)| (&**identity, *person))
    }

    /// How far the clock is off, once it is known.
    #[must_use]
    pub const fn clock(&self) -> Option<&ClockFound> {
        self.clock.as_ref()
    }

    /// How the same answers did on the other accounts.
    #[must_use]
    pub const fn same(&self) -> &Same {
        &self.same
    }

    /// No answer is taken before this moment.
    #[must_use]
    pub const fn until(&self) -> Option<Moment> {
        self.until
    }

    /// The rows of the list.
    #[must_use]
    pub fn items(&self, book: &Book, now: Moment) -> Vec<Item> {
        items(book, now)
    }

    /// The account whose turn it is: the first with something to do that was not put off.
    #[must_use]
    pub fn turn(&self, book: &Book, now: Moment) -> Option<AccountId> {
        let all = items(book, now);
        let open = all.iter().filter(|item| has_turn(item.standing));
        open.map(|item| item.id).find(|id| !self.later.contains(id))
    }
}
