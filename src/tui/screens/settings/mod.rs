//! The settings: each with what it is, what it is by default, and a sentence that helps. A change counts at once and is
//! written to the settings file; when to lock by itself lies in the vault and is saved with it.

mod rows;
mod sample;
mod view;

use crate::config::{Setting, Sort as Settled, Value};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go};
use crate::tui::home::{Home, Over};
use crate::tui::msg::Press;
use crate::words::Language;

pub use rows::Row;
pub use view::view;

/// After how many seconds without a key the vault may be locked; 0 is never.
const AUTO_LOCK: [u32; 7] = [30, 60, 120, 300, 600, 1800, 0];

/// What [`AUTO_LOCK`] is in a new vault.
const AUTO_LOCK_DEFAULT: u32 = 300;

/// Which row is chosen.
#[derive(Debug, Default)]
pub struct State {
    chosen: usize,
}

impl State {
    fn row(&self) -> Row {
        Row::ALL.get(self.chosen).copied().unwrap_or(Row::AutoLock)
    }
}

/// A key in the settings.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Settings(state)) = &mut home.over else { return };
    let last = Row::ALL.len() - 1;
    let page = usize::from(desk.size.height / 2).max(1);
    match press {
        Press::Do(Action::Back) => desk.go = Some(Go::Back),
        Press::Do(Action::Down) => state.chosen = (state.chosen + 1).min(last),
        Press::Do(Action::First) => state.chosen = 0,
        Press::Do(Action::Last) => state.chosen = last,
        Press::Do(Action::Less) => changed(home, Change::Before, desk),
        Press::Do(Action::More) => changed(home, Change::Next, desk),
        Press::Do(Action::PageDown) => state.chosen = (state.chosen + page).min(last),
        Press::Do(Action::PageUp) => state.chosen = state.chosen.saturating_sub(page),
        Press::Do(Action::Reset) => changed(home, Change::Default, desk),
        Press::Do(Action::Up) => state.chosen = state.chosen.saturating_sub(1),
        _ => {}
    }
}

/// What a key does with a setting.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Change {
    Before,
    Default,
    Next,
}

fn changed(home: &mut Home, change: Change, desk: &mut Desk) {
    let Some(Over::Settings(state)) = &home.over else { return };
    match state.row() {
        Row::AutoLock => auto_lock(home, change, desk),
        Row::Setting(setting) => {
            let now = desk.config.value(setting);
            let value = match change {
                Change::Before => Some(setting.beside(now, false)),
                Change::Default => None,
                Change::Next => Some(setting.beside(now, true)),
            };
            desk.settle(setting, value);
            settled(home, setting, desk);
        }
    }
    home.relist(desk);
}

fn auto_lock(home: &mut Home, change: Change, desk: &mut Desk) {
    let settings = home.session.vault_mut().settings_mut();
    let now = settings.auto_lock_seconds;
    settings.auto_lock_seconds = match change {
        Change::Before => stepped(now, false),
        Change::Default => AUTO_LOCK_DEFAULT,
        Change::Next => stepped(now, true),
    };
    home.changed(desk);
}

/// What else follows at once from a setting.
fn settled(home: &mut Home, setting: Setting, desk: &mut Desk) {
    match setting {
        Setting::Card | Setting::Codes => home.accounts.settle(&desk.config),
        Setting::Language => desk.language = language(desk),
        Setting::Sort if desk.config.sort != Settled::Last => {
            home.shelf.resort(home.session.book(), crate::tui::shelf::Sort::settled(desk.config.sort));
        }
        _ => {}
    }
}

/// The language that was settled, or the first of the person's that we have.
fn language(desk: &Desk) -> Language {
    let theirs = || desk.facts.around.languages.iter().find_map(|tag| Language::from_tag(tag)).unwrap_or_default();
    desk.config.language.unwrap_or_else(theirs)
}

/// The choice after or before this one, round and round; the first one where this is none of them.
fn stepped(now: u32, is_forward: bool) -> u32 {
    let count = AUTO_LOCK.len();
    let next = match AUTO_LOCK.iter().position(|choice| *choice == now) {
        None => 0,
        Some(place) if is_forward => place + 1,
        Some(place) => place + count - 1,
    };
    AUTO_LOCK.get(next % count).copied().unwrap_or(now)
}

/// What a row shows: its value, and whether that is the default.
fn shown(home: &Home, desk: &Desk, row: Row) -> (Shown, bool) {
    match row {
        Row::AutoLock => {
            let seconds = home.session.vault().settings().auto_lock_seconds;
            (Shown::After(seconds), seconds == AUTO_LOCK_DEFAULT)
        }
        Row::Setting(setting) => {
            let value = desk.config.value(setting);
            (Shown::Value(setting, value), value == setting.default_value())
        }
    }
}

/// What a row is by default.
fn default_of(row: Row) -> Shown {
    match row {
        Row::AutoLock => Shown::After(AUTO_LOCK_DEFAULT),
        Row::Setting(setting) => Shown::Value(setting, setting.default_value()),
    }
}

/// A value, as it is said.
#[derive(Clone, Copy, Debug)]
enum Shown {
    /// Seconds without a key; 0 is never.
    After(u32),
    /// What a setting is.
    Value(Setting, Value),
}
