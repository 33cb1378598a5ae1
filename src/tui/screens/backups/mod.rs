//! Backups: how they stand, what lies in the place, and what can be done: set up, back up, verify, drill, compare, turn off.

mod drill;
mod kit;
mod kit_view;
mod list;
mod setup;
mod told;
mod tried;
mod view;

use crate::backup::{FileName, Listed, Written, set_name};
use crate::ops::backup::{self, Pick, Which};
use crate::ops::circular;
use crate::ops::readiness::{Checkup, Ready, Repair};
use crate::restore::Difference;
use crate::secret::{Passphrase, Private};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go};
use crate::tui::effect::Effect;
use crate::tui::errand::Wish;
use crate::tui::home::{Home, Over, Question};
use crate::tui::keymap::Context;
use crate::tui::msg::Press;
use crate::tui::theme::Role;

pub use kit::{kit_broke, kit_told, proved};
pub use setup::{completed, offered};
pub use told::{broke, made, told, turned_off};
pub use view::view;

/// What is seen of the backups.
#[derive(Debug, Default)]
pub struct State {
    show: Show,
    set: Option<Set>,
    /// What lies in the place, the newest first; none until it was listed.
    files: Option<Vec<Listed>>,
    chosen: usize,
    /// The backup that the next one is compared with.
    marked: Option<FileName>,
    /// What is compared: an earlier backup and a later one, or the vault.
    pair: Option<(FileName, Option<FileName>)>,
    said: Option<(Text, Role)>,
    /// The password of a new set: checked once its first backup is there.
    checks: Option<Passphrase>,
    /// It is listed again when what is on its way has ended.
    lists_next: bool,
    /// What the backups stand on, once it was looked at.
    ready: Vec<Ready>,
    /// What the drill of a new set found, until there is time to read it.
    gist: Option<drill::Gist>,
}

/// What is in front.
#[derive(Debug, Default)]
enum Show {
    /// What differs; the first line that is seen.
    Difference(Difference, usize),
    /// What a drill found; the first line that is seen.
    Drilled(drill::Gist, usize),
    /// The recovery words and their page.
    Kit(Box<kit::Flow>),
    /// The backups.
    #[default]
    List,
    /// The password is typed again.
    Proof(drill::Form),
    /// Backups are being set up.
    SetUp(Box<setup::Form>),
    /// What the place of a new set was found to do.
    Tried(tried::Findings),
}

/// What the vault knows of its set.
#[derive(Debug)]
struct Set {
    name: String,
    account: Private,
    is_portable: bool,
    place: Private,
    known: Vec<Written>,
    /// The way to the backups needs a code of this vault.
    circle: Option<Text>,
}

impl Set {
    fn of(home: &Home) -> Option<Self> {
        let set = backup::current(&home.session).ok()??;
        let places = home.session.vault().places().unwrap_or_default();
        let place = places.into_iter().find(|place| Some(place.id) == set.place);
        let place = place.map(|place| place.address).unwrap_or_default();
        let circle = circular::warning(home.session.book(), set.account().as_str(), &place);
        Some(Self {
            name: set_name(set.id()),
            account: set.account().as_str().into(),
            is_portable: set.device() == crate::backup::DeviceType::Portable,
            place,
            known: set.files,
            circle,
        })
    }

    fn verified(&self, file: &Listed) -> bool {
        self.known.iter().any(|known| known.name == file.name.as_str() && known.verified.is_some())
    }
}

impl State {
    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match &self.show {
            Show::Difference(..) | Show::Drilled(..) | Show::Tried(_) => vec![Context::Reading, Context::List],
            Show::Kit(flow) => flow.contexts(),
            Show::List => vec![Context::Backups, Context::List],
            Show::Proof(form) if form.has_words => {
                vec![Context::RecoveryWords, Context::Proof, Context::Secret, Context::Field]
            }
            Show::Proof(_) => vec![Context::Recovery, Context::Proof, Context::Secret, Context::Field],
            Show::SetUp(form) => form.contexts(),
        }
    }

    fn rows(&self) -> usize {
        match &self.show {
            Show::Difference(difference, _) => list::lines(difference).len(),
            Show::Drilled(gist, _) => gist.lines(),
            Show::List => self.files.as_ref().map_or(0, Vec::len),
            Show::Kit(_) | Show::Proof(_) | Show::SetUp(_) | Show::Tried(_) => 0,
        }
    }

    fn move_to(&mut self, action: Action, height: u16) {
        let last = self.rows().saturating_sub(1);
        let page = usize::from(height.saturating_sub(10)).max(1);
        let at = match &mut self.show {
            Show::Difference(_, top) | Show::Drilled(_, top) => top,
            Show::List => &mut self.chosen,
            Show::Kit(_) | Show::Proof(_) | Show::SetUp(_) | Show::Tried(_) => return,
        };
        *at = match action {
            Action::Down => *at + 1,
            Action::First => 0,
            Action::Last => last,
            Action::PageDown => *at + page,
            Action::PageUp => at.saturating_sub(page),
            Action::Up => at.saturating_sub(1),
            _ => *at,
        }
        .min(last);
    }

    fn chosen(&self) -> Option<&FileName> {
        self.files.as_ref()?.get(self.chosen).map(|file| &file.name)
    }
}

/// The screen is entered: what lies in the place is listed.
pub fn begun(home: &mut Home, desk: &mut Desk) {
    home.look_at_backups(desk);
    known_again(home);
    listed_anew(home, desk);
    look_again(home, desk);
}

/// Looks at what the backups stand on. Records that cannot be read are said where a backup is made.
fn look_again(home: &Home, desk: &mut Desk) {
    if let Ok(checkup) = Checkup::of(&home.session, desk.now) {
        desk.ask(|ticket| Effect::CheckUp(ticket, Box::new(checkup)));
    }
}

/// What the backups stand on was looked at.
pub fn checked_up(home: &mut Home, list: &[Ready]) {
    if let Some(Over::Backups(state)) = &mut home.over {
        state.ready = list.to_vec();
    }
}

/// Begins at once what puts a line of the list right.
pub fn repair(home: &mut Home, repair: Repair, desk: &mut Desk) {
    if let Some(action) = deed_of(repair) {
        deed(home, action, desk);
    }
}

/// The key of this screen that does it; none where it is done outside of this program.
const fn deed_of(repair: Repair) -> Option<Action> {
    match repair {
        Repair::BackUp => Some(Action::BackUp),
        Repair::Drill => Some(Action::Drill),
        Repair::Kit | Repair::Words => Some(Action::Kit),
        Repair::KeyStore => None,
        Repair::SetUp => Some(Action::SetUp),
        Repair::Verify => Some(Action::Verify),
    }
}

/// What the vault knows of its set, again.
fn known_again(home: &mut Home) {
    let set = Set::of(home);
    if let Some(Over::Backups(state)) = &mut home.over {
        state.set = set;
    }
}

fn listed_anew(home: &mut Home, desk: &mut Desk) {
    if !home.backing.status.is_on {
        return;
    }
    let is_begun = home.errand(Wish::List, desk);
    if let Some(Over::Backups(state)) = &mut home.over {
        state.lists_next = !is_begun;
    }
}

/// A key among the backups.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    match (&mut state.show, press) {
        (Show::Kit(_), press) => kit::pressed(home, press, desk),
        (Show::Tried(_), Press::Do(Action::Accept)) => kit::opened(home),
        (Show::Tried(_), Press::Do(Action::Back)) => kit::left(state),
        (_, Press::Do(Action::Back)) => back(home, desk),
        (Show::Difference(..) | Show::Drilled(..), Press::Do(Action::Accept)) => state.show = Show::List,
        (Show::Proof(_), Press::Do(Action::Accept)) => drill::accepted(home, desk),
        (Show::Proof(form), press) => form.pressed(press),
        (Show::SetUp(_), press) => setup::pressed(home, press, desk),
        (Show::List, Press::Do(action)) => deed(home, *action, desk),
        (_, Press::Do(action)) => state.move_to(*action, desk.size.height),
        _ => {}
    }
}

/// Off what is on its way; out of what is in front; out.
fn back(home: &mut Home, desk: &mut Desk) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let is_list = matches!(state.show, Show::List);
    match home.backing.running() {
        Some(running) if !running.is_stopping() => {
            home.backing.call_off();
            state.said = Some((Text::new("tui-backup-stopping"), Role::Muted));
        }
        _ if !is_list => state.show = Show::List,
        _ => desk.go = Some(Go::Back),
    }
}

fn deed(home: &mut Home, action: Action, desk: &mut Desk) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let is_on = home.backing.status.is_on;
    match action {
        Action::Mark => {
            let chosen = state.chosen().cloned();
            state.marked = chosen.filter(|chosen| state.marked.as_ref() != Some(chosen));
        }
        Action::BackUp
        | Action::Compare
        | Action::Drill
        | Action::Kit
        | Action::TurnOff
        | Action::Verify
        | Action::VerifyAll
            if !is_on =>
        {
            state.said = Some((Text::new("tui-backup-none-set-up"), Role::Warn));
        }
        Action::BackUp => match home.backing.doubt {
            Some(doubt) => home.question = Some(Question::BackUp(doubt)),
            None => begin(home, Wish::Make { is_accepted: false }, desk),
        },
        Action::Compare => compare(home, desk),
        Action::Drill => state.show = Show::Proof(drill::Form::default()),
        Action::Kit => kit::opened(home),
        Action::SetUp => setup::opened(home, desk),
        Action::TurnOff => home.question = Some(Question::TurnBackupsOff),
        Action::Verify => begin(home, Wish::Verify(Which::Newest), desk),
        Action::VerifyAll => begin(home, Wish::Verify(Which::All), desk),
        action => state.move_to(action, desk.size.height),
    }
}

/// Begins an errand, or says that another one is on its way.
fn begin(home: &mut Home, wish: Wish, desk: &mut Desk) {
    let is_begun = home.errand(wish, desk);
    if let Some(Over::Backups(state)) = &mut home.over {
        state.said = (!is_begun).then(|| (Text::new("tui-backup-busy"), Role::Warn));
    }
}

/// What differs between the chosen backup and the marked one, or the vault as it is now.
fn compare(home: &mut Home, desk: &mut Desk) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let Some(chosen) = state.chosen().cloned() else { return };
    let marked = state.marked.clone().filter(|marked| *marked != chosen);
    let age = |name: &FileName| (name.stamp().to_owned(), name.generation());
    let pair = match marked {
        Some(marked) if age(&marked) > age(&chosen) => (chosen, Some(marked)),
        Some(marked) => (marked, Some(chosen)),
        None => (chosen, None),
    };
    let picks = std::iter::once(&pair.0).chain(&pair.1).cloned().map(Pick::InPlace).collect();
    state.pair = Some(pair);
    begin(home, Wish::Open(picks), desk);
}
