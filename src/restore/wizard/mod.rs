//! The steps that lead a person back, as one machine for both faces. It touches nothing: what is to be read, opened and
//! written is asked for, and nothing is asked to be written before the last yes.

mod seen;

use std::sync::Arc;

use crate::account::Book;
use crate::asking::{Asking, Round};
use crate::backup::{BackupOpenError, DeviceType, FileName, Fit, Listed, PlaceAddress, newest_first};
use crate::restore::decision::{Reason, Tried, With};
use crate::restore::failed::{Helps, OpenFailed, Trouble};
use crate::restore::incoming::Incoming;
use crate::restore::merge::{MergePlan, plan};
use crate::restore::report::Report;
use crate::restore::talk::{Ask, Event, Found, Here, Key, Source, Step, Way};
use crate::secret::{Passphrase, Secret};
use crate::text::Text;

/// How many tries are remembered.
const MOST_TRIED: usize = 20;

/// The machine.
#[derive(Debug)]
pub struct Wizard {
    here: Here,
    running: DeviceType,
    step: Step,
    past: Vec<Step>,
    way: Option<Way>,
    place: Option<PlaceAddress>,
    secret: Option<Secret>,
    listed: Vec<Listed>,
    /// Files that were found not to open.
    useless: Vec<FileName>,
    source: Option<Source>,
    incoming: Option<Arc<Incoming>>,
    plan: Option<MergePlan>,
    report: Option<Report>,
    trouble: Option<Trouble>,
    /// What was tried and did not do, the last one last.
    tried: Vec<Tried>,
    /// What it was tried with.
    with: With,
    asking: Asking,
}

impl Wizard {
    /// At the first step.
    #[must_use]
    pub const fn new(here: Here, running: DeviceType) -> Self {
        Self {
            here,
            running,
            step: Step::Before,
            past: Vec::new(),
            way: None,
            place: None,
            secret: None,
            listed: Vec::new(),
            useless: Vec::new(),
            source: None,
            incoming: None,
            plan: None,
            report: None,
            trouble: None,
            tried: Vec::new(),
            with: With::Nothing,
            asking: Asking::new(),
        }
    }

    /// Takes an event in. `current` is the open vault's book, to compare with.
    pub fn on(&mut self, event: Event, current: Option<&Book>) -> Vec<Ask> {
        match event {
            Event::Back => self.back(),
            Event::Found(round, found) if self.asking.is_awaited(round) => self.found(found),
            Event::Opened(round, opened) if self.asking.is_awaited(round) => self.opened(opened, current),
            Event::Written(round, written) if self.asking.is_awaited(round) => self.written(written, current),
            _ if self.asking.is_busy() => {}
            other => return self.told(other).into_iter().collect(),
        }
        Vec::new()
    }

    /// What the person says, while nothing is under way.
    fn told(&mut self, event: Event) -> Option<Ask> {
        match (self.step, event) {
            (Step::Before, Event::Way(way)) if self.ways().contains(&way) => {
                self.way = Some(way);
                self.go(Step::Where);
                None
            }
            (Step::Where, Event::Place(address, secret)) => Some(self.look(address, secret)),
            (Step::Which, Event::File(name)) => {
                self.choose_file(&name);
                None
            }
            (Step::Account, Event::Key(key)) => self.open(key),
            (Step::Preview, Event::Choose(row, choice)) => {
                if let Some(row) = self.plan.as_mut().and_then(|plan| plan.rows.get_mut(row)) {
                    row.choice = choice;
                }
                None
            }
            (Step::Preview, Event::ChooseAll(choice)) => {
                if let Some(plan) = &mut self.plan {
                    plan.choose(choice);
                }
                None
            }
            (Step::Preview, Event::Accept) if self.way != Some(Way::Merge) => {
                self.go(Step::Passphrase);
                None
            }
            (Step::Preview, Event::Yes(_)) if self.way == Some(Way::Merge) => self.merge(),
            (Step::Passphrase, Event::Yes(Some(passphrase))) => self.write(passphrase),
            _ => None,
        }
    }

    fn go(&mut self, step: Step) {
        self.past.push(self.step);
        self.step = step;
        self.trouble = None;
    }

    /// What is under way is called off; else the step before. While it is being written there is no way back, and
    /// afterwards none is needed.
    fn back(&mut self) {
        if matches!(self.step, Step::Restoring | Step::Done) {
            return;
        }
        self.trouble = None;
        if !self.asking.call_off()
            && let Some(step) = self.past.pop()
        {
            self.step = step;
        }
    }

    fn ask(&mut self) -> Round {
        self.trouble = None;
        self.asking.ask()
    }

    fn look(&mut self, address: PlaceAddress, secret: Option<Secret>) -> Ask {
        self.place = Some(address.clone());
        self.secret = secret.as_ref().map(Secret::duplicate);
        (self.with, self.source) = (With::Nothing, None);
        Ask::Look(self.ask(), address, secret)
    }

    fn found(&mut self, found: Result<Found, Trouble>) {
        self.look_at(found);
        self.note_try();
    }

    /// What went wrong is remembered, so that it can be seen what was tried.
    fn note_try(&mut self) {
        let (Some(trouble), Some(place)) = (&self.trouble, &self.place) else { return };
        let file = match &self.source {
            Some(Source::InPlace(name)) => Some(name.as_str().to_owned()),
            _ => None,
        };
        let tried = Tried { place: place.to_string().into(), file, with: self.with.clone(), why: Reason::of(trouble) };
        if self.tried.last() != Some(&tried) {
            self.tried.push(tried);
        }
        let surplus = self.tried.len().saturating_sub(MOST_TRIED);
        self.tried.drain(..surplus);
    }

    fn look_at(&mut self, found: Result<Found, Trouble>) {
        match found {
            Err(trouble) => self.trouble = Some(trouble),
            Ok(Found::Backups(files)) if files.is_empty() => {
                let place = self.place.as_ref().map(ToString::to_string).unwrap_or_default();
                let what = Text::new("err-restore-empty-place").word("place", place);
                self.trouble = Some(Trouble { what, fix: Some(Text::new("fix-restore-empty-place")) });
            }
            Ok(Found::Backups(mut files)) => {
                newest_first(&mut files);
                (self.listed, self.useless) = (files, Vec::new());
                self.go(Step::Which);
            }
            Ok(Found::File(path)) => self.go_to_account(Source::File(path)),
            Ok(Found::Vault(path)) if self.way == Some(Way::Merge) => self.go_to_account(Source::Vault(path)),
            Ok(Found::Vault(_)) => {
                let (what, fix) = (Text::new("err-restore-a-vault"), Text::new("fix-restore-a-vault"));
                self.trouble = Some(Trouble { what, fix: Some(fix) });
            }
        }
    }

    fn go_to_account(&mut self, source: Source) {
        self.source = Some(source);
        self.go(Step::Account);
    }

    fn choose_file(&mut self, name: &FileName) {
        let Some(file) = self.listed.iter().find(|file| file.name == *name) else { return };
        match file.fit(self.running) {
            // A damaged header may have its mirror; the whole file tells.
            Fit::Damaged | Fit::Fits | Fit::NotRead => self.go_to_account(Source::InPlace(name.clone())),
            Fit::OtherDevice(made_for) => {
                self.trouble = Some(Trouble::of(&BackupOpenError::OtherDevice { made_for, is_edited: false }));
            }
            Fit::TooNew => {
                let fix = Some(Text::new("fix-restore-too-new"));
                self.trouble = Some(Trouble { what: Text::new("err-restore-too-new"), fix });
            }
        }
    }

    fn open(&mut self, key: Key) -> Option<Ask> {
        let (place, source) = (self.place.clone()?, self.source.clone()?);
        let secret = self.secret.as_ref().map(Secret::duplicate);
        self.with = match &key {
            Key::Account(name, _) => With::Account(name.as_str().into()),
            Key::Passphrase(_) => With::Passphrase,
            Key::Words(_) => With::Words,
        };
        Some(Ask::Open(self.ask(), place, secret, source, key))
    }

    fn opened(&mut self, opened: Result<Incoming, OpenFailed>, current: Option<&Book>) {
        let error = match opened {
            Ok(incoming) => {
                self.incoming = Some(Arc::new(incoming));
                self.compare(current);
                return self.go(Step::Preview);
            }
            Err(error) => error,
        };
        self.trouble = Some(error.trouble());
        self.note_try();
        if let (Helps::File, Some(Source::InPlace(name))) = (error.helps(), self.source.clone()) {
            self.useless.push(name);
            // Back at the list, where the next older one is offered.
            self.past.pop();
            self.step = Step::Which;
        }
    }

    fn compare(&mut self, current: Option<&Book>) {
        let current = current.filter(|_| self.way == Some(Way::Merge));
        self.plan = self.incoming.as_ref().zip(current).map(|(incoming, book)| plan(incoming.duplicate_book(), book));
    }

    fn merge(&mut self) -> Option<Ask> {
        let plan = self.plan.take()?;
        self.go(Step::Restoring);
        Some(Ask::Merge(self.ask(), plan))
    }

    fn write(&mut self, passphrase: Passphrase) -> Option<Ask> {
        let incoming = self.incoming.clone()?;
        let is_replacing = self.way == Some(Way::Replace);
        self.go(Step::Restoring);
        Some(Ask::Write { round: self.ask(), incoming, passphrase, is_replacing })
    }

    fn written(&mut self, written: Result<Report, Trouble>, current: Option<&Book>) {
        match written {
            Ok(report) => {
                self.report = Some(report);
                self.go(Step::Done);
            }
            Err(trouble) => {
                if let Some(step) = self.past.pop() {
                    self.step = step;
                }
                self.compare(current);
                // A vault came here meanwhile: it can be moved aside as any other.
                if Reason::of(&trouble) == Reason::NotEmpty && self.here == Here::Nothing {
                    self.here = Here::Locked;
                }
                self.trouble = Some(trouble);
            }
        }
    }
}
