//! "It does not open": why, what was tried, and what can be done, as the wizard sees it. Each row ends in a deed.

use crate::account::Book;
use crate::restore::{Deed, Event, Step, place_help};
use crate::text::Text;
use crate::tui::desk::{Desk, Go};
use crate::tui::effect::Effect;
use crate::tui::screens::restore::{State, trouble};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put};
use crate::tui::widgets::page::Page;

/// How many tries are told of, the last ones.
const TRIES: usize = 3;

/// What is in front of the wizard.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stuck {
    /// The chosen row.
    pub chosen: usize,
    /// A page behind one of the deeds.
    inner: Option<Inner>,
}

/// A page behind a deed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Inner {
    /// What to do on a device that still shows the codes.
    Device,
    /// Where to get back into the place's own account.
    PlaceHelp,
}

impl Stuck {
    pub const START: Self = Self { chosen: 0, inner: None };

    /// How many rows there are to choose from.
    pub fn rows(self, state: &State) -> usize {
        match self.inner {
            None => state.wizard.deeds().len(),
            Some(Inner::Device) => 1,
            Some(Inner::PlaceHelp) => place_help(state.wizard.place()).len(),
        }
    }
}

/// What a deed is called, and what is said of it.
const fn says(deed: Deed) -> (&'static str, &'static str) {
    match deed {
        Deed::Account => ("tui-stuck-account", "tui-stuck-account-about"),
        Deed::Again => ("tui-stuck-again", "tui-stuck-again-about"),
        Deed::Anew => ("tui-stuck-anew", "tui-stuck-anew-about"),
        Deed::Device => ("tui-stuck-device", "tui-stuck-device-about"),
        Deed::File => ("tui-stuck-file", "tui-stuck-file-about"),
        Deed::Place => ("tui-stuck-place", "tui-stuck-place-about"),
        Deed::PlaceHelp => ("tui-stuck-help", "tui-stuck-help-about"),
        Deed::SignOut => ("tui-stuck-sign-out", "tui-stuck-sign-out-about"),
        Deed::Words => ("tui-stuck-words", "tui-stuck-words-about"),
    }
}

/// Back: out of a page, then out of the decision. Returns whether the decision is left.
pub(super) fn back(stuck: &mut Stuck) -> bool {
    let was_inner = stuck.inner.take().is_some();
    stuck.chosen = 0;
    !was_inner
}

/// Does what was chosen.
pub(super) fn accepted(state: &mut State, stuck: Stuck, current: Option<&Book>, desk: &mut Desk) {
    match stuck.inner {
        None => {}
        Some(Inner::Device) => {
            state.stuck = None;
            desk.go = Some(if current.is_some() { Go::Import } else { Go::NewVault { then_import: true } });
            return;
        }
        Some(Inner::PlaceHelp) => {
            if let Some((_, address)) = place_help(state.wizard.place()).into_iter().nth(stuck.chosen) {
                desk.say(Text::new("tui-stuck-copied").word("address", address.as_str()));
                desk.ask(|ticket| Effect::OpenPage(ticket, address.clone()));
                desk.ask(|ticket| Effect::Copy(ticket, zeroize::Zeroizing::new(address)));
            }
            return;
        }
    }
    let Some(deed) = state.wizard.deeds().get(stuck.chosen).copied() else { return };
    let inner = match deed {
        Deed::Device => Some(Inner::Device),
        Deed::PlaceHelp => Some(Inner::PlaceHelp),
        _ => None,
    };
    if inner.is_some() {
        state.stuck = Some(Stuck { chosen: 0, inner });
        return;
    }
    state.stuck = None;
    match deed {
        Deed::Again => super::again(state, current, desk),
        Deed::Anew => {
            desk.go = Some(if current.is_some() { Go::Add } else { Go::NewVault { then_import: false } });
        }
        Deed::Account | Deed::Words if state.wizard.step() == Step::Account => {
            state.is_turned = state.has_words != (deed == Deed::Words);
            (state.has_words, state.is_second, state.said) = (deed == Deed::Words, false, None);
        }
        other => {
            let Some(to) = crate::restore::step_of(other) else { return };
            while state.wizard.step() > to {
                let before = state.wizard.past().len();
                state.tell(Event::Back, current, desk);
                if state.wizard.past().len() == before {
                    break;
                }
            }
            if deed == Deed::SignOut {
                state.chosen = state.wizard.ways().len().saturating_sub(1);
            }
        }
    }
}

/// Draws it.
pub(super) fn view(page: &mut Page<'_>, state: &State, stuck: Stuck) {
    page.line("tui-stuck-title", Role::Selection);
    match stuck.inner {
        None => decision(page, state, stuck.chosen),
        Some(Inner::Device) => {
            for id in ["tui-stuck-device-there", "tui-stuck-device-here", "tui-stuck-device-keep"] {
                page.line(id, Role::Text);
                page.gap();
            }
            page.line("tui-stuck-device-hint", Role::Muted);
        }
        Some(Inner::PlaceHelp) => places(page, state, stuck.chosen),
    }
}

fn decision(page: &mut Page<'_>, state: &State, chosen: usize) {
    match trouble(state) {
        Some(trouble) => {
            let said = page.seen.words.say(&trouble);
            page.say(&said, Role::Warn);
        }
        None => page.line("tui-stuck-truth", Role::Text),
    }
    let tried = state.wizard.tried();
    let last = tried.len().saturating_sub(1);
    for (at, one) in tried.iter().enumerate().skip(tried.len().saturating_sub(TRIES)) {
        let said = format!("{} {}", page.seen.sign(Sign::Bullet), page.seen.words.say(&one.text()));
        // The last one is read whole; of those before it the beginning tells enough.
        if at == last {
            page.say(&said, Role::Muted);
        } else {
            let row = page.row();
            put(page.buffer, row, row.x, row.y, &fit(&said, row.width, "…"), page.seen.style(Role::Muted));
        }
    }
    page.gap();
    let deeds = state.wizard.deeds();
    let rows = page.rest(4);
    page.list(deeds.len(), chosen, rows, &mut |page, at, row| {
        let Some(deed) = deeds.get(at) else { return };
        let role = if at == chosen { Role::Selection } else { Role::Text };
        let said = page.seen.words.line(says(*deed).0);
        put(page.buffer, row, row.x, row.y, &fit(&said, row.width, "…"), page.seen.style(role));
    });
    page.gap();
    if let Some(deed) = deeds.get(chosen) {
        page.line(says(*deed).1, Role::Muted);
    }
}

fn places(page: &mut Page<'_>, state: &State, chosen: usize) {
    page.line("tui-stuck-help-about", Role::Text);
    page.gap();
    let help = place_help(state.wizard.place());
    page.list(help.len(), chosen, 6, &mut |page, at, row| {
        let Some((name, address)) = help.get(at) else { return };
        let role = if at == chosen { Role::Selection } else { Role::Text };
        let said = fit(&format!("{name}  {address}"), row.width, "…");
        put(page.buffer, row, row.x, row.y, &said, page.seen.style(role));
    });
    page.gap();
    page.line("tui-stuck-help-hint", Role::Muted);
    if let Some(code) = help.get(chosen).and_then(|(_, address)| crate::formats::QrCode::smallest(address)) {
        page.code(&code);
    }
}
