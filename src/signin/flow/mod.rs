//! The steps that bring an account's codes back, as one machine for both faces. It touches nothing: what is to be opened,
//! asked and kept is asked for. What is done stays done, so it can be left at any step.

mod refused;
mod renewed;
mod sealed;
mod seen;
mod stuck;

use std::collections::BTreeSet;

use crate::account::{Account, AccountId, Book, Credential};
use crate::asking::{Asking, Round};
use crate::moment::Moment;
use crate::provider::{Identity, Person};
use crate::secret::{Passphrase, Private};
use crate::signin::list::{Standing, standing};
use crate::signin::talk::{Ask, ClockFound, Event, Keep, Step, Way};
use crate::text::{Text, Trouble};

/// The machine.
#[derive(Debug)]
pub struct Flow {
    step: Step,
    past: Vec<Step>,
    at: Option<AccountId>,
    /// Those that the person has put off, until the flow is begun again.
    later: BTreeSet<AccountId>,
    password: Option<Passphrase>,
    contact: Option<Private>,
    /// The answers that opened an account last.
    good: Option<(Passphrase, Private)>,
    /// How they did on the others.
    same: Same,
    identity: Option<(Box<Identity>, Person)>,
    remarks: Vec<Text>,
    clock: Option<ClockFound>,
    asked_server: Option<String>,
    keeping: Option<Kept>,
    trouble: Option<Trouble>,
    until: Option<Moment>,
    asking: Asking,
}

/// How the same answers did on the other accounts.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Same {
    /// Those that they opened.
    pub opened: Vec<AccountId>,
    /// Those that they did not open.
    pub not_opened: Vec<AccountId>,
    /// Those that they were offered for already, whatever was answered.
    offered: BTreeSet<AccountId>,
}

/// What is being kept, and so what follows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kept {
    Accepted,
    Again,
    Key,
    /// How far it is; the step stays.
    Noted,
    Person,
    Refused,
    Waits,
}

impl Flow {
    /// At the list.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            step: Step::List,
            past: Vec::new(),
            at: None,
            later: BTreeSet::new(),
            password: None,
            contact: None,
            good: None,
            same: Same { opened: Vec::new(), not_opened: Vec::new(), offered: BTreeSet::new() },
            identity: None,
            remarks: Vec::new(),
            clock: None,
            asked_server: None,
            keeping: None,
            trouble: None,
            until: None,
            asking: Asking::new(),
        }
    }

    /// Takes an event in.
    pub fn on(&mut self, event: Event, book: &Book, now: Moment) -> Vec<Ask> {
        let ask = match event {
            Event::Back => self.back(),
            Event::Later => self.put_off(book, now),
            Event::Confirmed(round, confirmed) if self.asking.is_awaited(round) => self.confirmed(confirmed, book, now),
            Event::Kept(round, kept) if self.asking.is_awaited(round) => self.kept(kept, book, now),
            Event::KeyRead(round, codes) if self.asking.is_awaited(round) => self.key_read(codes, book),
            Event::Opened(round, opened) if self.asking.is_awaited(round) => self.opened(opened),
            Event::OpenedRest(round, opened) if self.asking.is_awaited(round) => self.opened_rest(opened, book, now),
            Event::Told(round, told) if self.asking.is_awaited(round) => self.told(told),
            Event::Configured(is_there) if !self.asking.is_busy() && self.step == Step::Way => {
                self.configured(is_there, book, now)
            }
            _ if self.asking.is_busy() => None,
            other => self.said(other, book, now),
        };
        self.settle(book);
        ask.into_iter().collect()
    }

    /// A key that came after the person had turned back is here all the same: nobody is asked for what opened it already.
    fn settle(&mut self, book: &Book) {
        let is_open = || self.at.and_then(|id| live(book, id)).is_some_and(|account| account.params().is_ok());
        if !self.asking.is_busy() && matches!(self.step, Step::Password | Step::Contact) && is_open() {
            self.opened(Ok(()));
        }
    }

    /// What the person says, while nothing is under way.
    fn said(&mut self, event: Event, book: &Book, now: Moment) -> Option<Ask> {
        self.trouble = None;
        match (self.step, event) {
            (Step::List | Step::Done, Event::Choose(id)) => self.chosen(id, book, now),
            (Step::Password, Event::Password(password)) => {
                self.password = Some(password);
                self.go(Step::Contact);
                None
            }
            (Step::Contact, Event::Contact(place, typed)) => self.answered(place, typed, book, now),
            (Step::Same, Event::Same(is_yes)) => self.same_answers(is_yes, book, now),
            (Step::Way, Event::Way(Way::Key)) => {
                self.go(Step::Key);
                None
            }
            (Step::Way, Event::Way(way)) => {
                let id = self.at?;
                self.go(Step::Provider);
                Some(Ask::SignIn(self.ask(), id, way))
            }
            (Step::Way | Step::Key, Event::HasWait) => {
                self.go(Step::Wait);
                None
            }
            (Step::Wait, Event::Until(typed)) => self.wait(&typed, now),
            (Step::Person, Event::Person(true)) => {
                let pin = self.identity.as_ref()?.0.pin();
                self.keep(Kept::Person, Keep::Person(pin))
            }
            (Step::Person, Event::Person(false)) => {
                self.identity = None;
                self.return_to(Step::Way);
                None
            }
            (Step::Key, Event::Key(typed)) => self.key(&typed, book),
            (Step::Key, Event::ReadKey(source)) => self.read(source),
            (Step::Code, Event::Accepted) => self.keep(Kept::Accepted, Keep::Accepted),
            // It was refused once, and perhaps by a slip of the clock or of the finger.
            (Step::Clock | Step::Way, Event::Accepted) if live(book, self.at?)?.refused.is_some() => {
                self.keep(Kept::Accepted, Keep::Accepted)
            }
            (Step::Code, Event::TakeBack) if live(book, self.at?)?.history.is_empty() => None,
            (Step::Code, Event::TakeBack) => self.keep(Kept::Refused, Keep::OldKey),
            (Step::Code, Event::Refused) => self.keep(Kept::Refused, Keep::Refused),
            (Step::Clock, event) => self.on_clock(event, book, now),
            (Step::Counter, Event::Codes(first, second)) => self.count(&first, &second, book),
            (Step::Counter, Event::SkipCounter) => {
                self.go(Step::Way);
                None
            }
            _ => None,
        }
    }

    // -- from step to step -----------------------------------------------------------------------------------------

    fn go(&mut self, step: Step) {
        self.past.push(self.step);
        self.step = step;
        self.trouble = None;
    }

    /// Back to a step that lies behind; all after it is forgotten.
    fn return_to(&mut self, step: Step) {
        while let Some(last) = self.past.pop() {
            if last == step {
                break;
            }
        }
        self.step = step;
    }

    /// What is under way is called off; else the step before.
    fn back(&mut self) -> Option<Ask> {
        self.trouble = None;
        if self.asking.call_off() {
            self.keeping = None;
            if self.step == Step::Provider {
                self.return_to(Step::Way);
            }
        } else if let Some(step) = self.past.pop() {
            self.step = step;
            if step == Step::List {
                self.at = None;
                self.forget();
            }
        }
        None
    }

    /// This account is left as it is.
    fn put_off(&mut self, book: &Book, now: Moment) -> Option<Ask> {
        if self.asking.is_busy() {
            self.back();
        }
        let was_opened = self.step == Step::Code;
        self.later.extend(self.at);
        if was_opened {
            self.after_one(book, now)
        } else {
            self.back_at_list()
        }
        None
    }

    fn back_at_list(&mut self) {
        (self.step, self.at, self.trouble) = (Step::List, None, None);
        self.past.clear();
        self.forget();
    }

    /// What was said about one account does not follow the person to the next.
    fn forget(&mut self) {
        (self.password, self.contact, self.identity, self.clock, self.until) = (None, None, None, None, None);
        self.remarks.clear();
    }

    fn ask(&mut self) -> Round {
        self.trouble = None;
        self.asking.ask()
    }

    fn keep(&mut self, kept: Kept, keep: Keep) -> Option<Ask> {
        let id = self.at?;
        self.keeping = Some(kept);
        Some(Ask::Keep(self.ask(), id, keep))
    }

    fn chosen(&mut self, id: AccountId, book: &Book, now: Moment) -> Option<Ask> {
        let account = live(book, id)?;
        let step = match standing(account, now) {
            Standing::AddKey => Step::Key,
            Standing::Done => return None,
            Standing::Refused => Step::Clock,
            Standing::Sealed => Step::Password,
            Standing::SignIn | Standing::Stuck(_) | Standing::Waiting(_) => Step::Way,
            Standing::Untried => Step::Code,
        };
        self.back_at_list();
        self.later.remove(&id);
        self.at = Some(id);
        if step == Step::Key {
            // One step back it can be said that the service has a waiting period.
            self.go(Step::Way);
        }
        self.go(step);
        None
    }

    // -- what was kept ---------------------------------------------------------------------------------------------

    fn kept(&mut self, kept: Result<(), Trouble>, book: &Book, now: Moment) -> Option<Ask> {
        let what = self.keeping.take();
        if let Err(trouble) = kept {
            self.trouble = Some(trouble);
            return None;
        }
        match what? {
            Kept::Accepted => self.after_one(book, now),
            Kept::Again | Kept::Key => {
                self.past.clear();
                self.step = Step::List;
                self.go(Step::Code);
            }
            Kept::Noted => {}
            Kept::Waits => self.back_at_list(),
            Kept::Person => {
                self.return_to(Step::Way);
                self.go(Step::Key);
            }
            Kept::Refused => {
                self.clock = None;
                self.go(Step::Clock);
            }
        }
        None
    }

    /// One account is done with: the same answers for the others, or the list, or the end of it.
    fn after_one(&mut self, book: &Book, now: Moment) {
        let has_others = !self.others(book).is_empty();
        self.back_at_list();
        if has_others {
            self.step = Step::Same;
        } else if self.turn(book, now).is_none() && self.later.is_empty() {
            self.step = Step::Done;
        }
    }
}

impl Default for Flow {
    fn default() -> Self {
        Self::new()
    }
}

/// The masked contacts of a sealed account, in order.
#[must_use]
pub fn contacts(account: &Account) -> &[crate::account::SignInSlot] {
    match &account.credential {
        Credential::Sealed(sealed) => &sealed.slots,
        Credential::Missing(_) | Credential::Ready(_) => &[],
    }
}

fn live(book: &Book, id: AccountId) -> Option<&Account> {
    book.get(id).filter(|account| account.trashed.is_none())
}
