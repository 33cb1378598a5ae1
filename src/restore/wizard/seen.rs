//! What there is to see of the wizard, for whoever draws it.

use crate::backup::{DeviceType, FileName, Fit, Listed, PlaceAddress};
use crate::restore::decision::{Deed, Reason, Standing, Tried, place_help};
use crate::restore::failed::Trouble;
use crate::restore::incoming::Incoming;
use crate::restore::merge::MergePlan;
use crate::restore::report::Report;
use crate::restore::talk::{Here, Source, Step, Way};
use crate::restore::wizard::Wizard;

impl Wizard {
    /// Where the person is.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// The steps that lie behind, the last one last.
    #[must_use]
    pub fn past(&self) -> &[Step] {
        &self.past
    }

    /// Whether the world is asked for something.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.asking.is_busy()
    }

    /// What lies at the vault's place.
    #[must_use]
    pub const fn here(&self) -> Here {
        self.here
    }

    /// What may be done with what comes.
    #[must_use]
    pub const fn ways(&self) -> &'static [Way] {
        match self.here {
            Here::Locked => &[Way::Replace],
            Here::Nothing => &[Way::New],
            Here::Open => &[Way::Merge, Way::Replace],
        }
    }

    /// What was chosen to be done with it.
    #[must_use]
    pub const fn way(&self) -> Option<Way> {
        self.way
    }

    /// The place that was looked into last.
    #[must_use]
    pub const fn place(&self) -> Option<&PlaceAddress> {
        self.place.as_ref()
    }

    /// The backups in it, newest first.
    #[must_use]
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// Whether a file of the list was found not to open.
    #[must_use]
    pub fn is_useless(&self, name: &FileName) -> bool {
        self.useless.contains(name)
    }

    /// The file that is offered first: the newest that fits and was not found useless, of the set of the useless one
    /// where there is such a one.
    #[must_use]
    pub fn offered(&self) -> Option<usize> {
        let last = self.useless.last().and_then(|name| self.listed.iter().find(|file| file.name == *name));
        let fits = |file: &Listed| file.fit(self.running) == Fit::Fits && !self.is_useless(&file.name);
        let same_set = |file: &Listed| last.is_none_or(|last| last.set() == file.set());
        let all = || self.listed.iter();
        all().position(|file| fits(file) && same_set(file)).or_else(|| all().position(fits))
    }

    /// The kind of computer that this is.
    #[must_use]
    pub const fn running(&self) -> DeviceType {
        self.running
    }

    /// What was chosen to be opened.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// What was opened.
    #[must_use]
    pub fn incoming(&self) -> Option<&Incoming> {
        self.incoming.as_deref()
    }

    /// How it stands to the open vault.
    #[must_use]
    pub const fn plan(&self) -> Option<&MergePlan> {
        self.plan.as_ref()
    }

    /// The same, to leave accounts out.
    pub const fn plan_mut(&mut self) -> Option<&mut MergePlan> {
        self.plan.as_mut()
    }

    /// What went wrong last on this step.
    #[must_use]
    pub const fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// What was tried and did not do, the last one last.
    #[must_use]
    pub fn tried(&self) -> &[Tried] {
        &self.tried
    }

    /// What can be done now, the likeliest to help first. There is always something.
    #[must_use]
    pub fn deeds(&self) -> Vec<Deed> {
        let why = self.trouble.as_ref().map_or(Reason::Other, Reason::of);
        let can_sign_out = self.way != Some(Way::Replace) && self.ways().contains(&Way::Replace);
        let (has_files, has_help) = (!self.listed.is_empty(), !place_help(self.place.as_ref()).is_empty());
        Standing { step: self.step, has_files, can_sign_out, has_help, why }.deeds()
    }

    /// How it went.
    #[must_use]
    pub const fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }
}
