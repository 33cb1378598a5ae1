//! Going on from a step of the wizard: what is typed is read, and what it lacks is said.

use zeroize::Zeroizing;

use crate::account::Book;
use crate::backup::RecoveryName;
use crate::ops::passphrase::judge;
use crate::restore::{Event, Key, Step, Way};
use crate::secret::Passphrase;
use crate::text::Text;
use crate::tui::desk::{Desk, Go, both};
use crate::tui::screens::restore::place::Chosen;
use crate::tui::screens::restore::{State, leave, ready, stuck};

/// Enter: what is chosen or typed is handed to the wizard.
pub(super) fn accepted(state: &mut State, current: Option<&Book>, desk: &mut Desk) {
    if let Some(stuck) = state.stuck {
        return stuck::accepted(state, stuck, current, desk);
    }
    match state.wizard.step() {
        Step::Before => ready::accepted(state, current, desk),
        Step::Where => with_place(state, current, desk),
        Step::Which => {
            if let Some(name) = state.wizard.listed().get(state.chosen).map(|file| file.name.clone()) {
                state.tell(Event::File(name), current, desk);
            }
        }
        Step::Account => with_key(state, current, desk),
        Step::Preview if state.wizard.way() == Some(Way::Merge) => state.tell(Event::Yes(None), current, desk),
        Step::Preview => state.tell(Event::Accept, current, desk),
        Step::Passphrase => with_passphrase(state, current, desk),
        Step::Restoring => {}
        Step::Done => match state.wizard.report().and_then(|report| report.to_do.get(state.chosen)) {
            Some(id) => desk.go = Some(Go::Account(*id)),
            None => leave(state, desk),
        },
    }
}

/// The same once more, with what is typed: what can be tried at once is.
pub(super) fn again(state: &mut State, current: Option<&Book>, desk: &mut Desk) {
    match state.wizard.step() {
        Step::Account if !state.has_words && !state.is_vault() => state.is_second = true,
        Step::Passphrase => state.is_second = true,
        _ => {}
    }
    accepted(state, current, desk);
}

fn with_place(state: &mut State, current: Option<&Book>, desk: &mut Desk) {
    match state.place.chosen() {
        Err(error) => state.said = Some(both(&error)),
        Ok(Chosen::Next) => {}
        Ok(Chosen::Look(address, secret)) => {
            if let Some(account) = state.place.account() {
                state.name = account;
            }
            state.tell(Event::Place(address, secret), current, desk);
        }
    }
}

fn with_key(state: &mut State, current: Option<&Book>, desk: &mut Desk) {
    let is_bare = !state.has_words && state.password.typed().expose().is_empty();
    if is_bare && (state.is_second || state.is_vault()) {
        let id = if state.is_vault() { "tui-restore-vault-ask" } else { "tui-restore-password-empty" };
        state.said = Some(Text::new(id));
        return;
    }
    let key = match (state.has_words, state.is_vault(), state.is_second) {
        (true, ..) => Ok(Key::Words(Zeroizing::new(state.words.typed().expose().to_owned()))),
        (false, true, _) => {
            Passphrase::parse(state.password.typed().expose()).map(Key::Passphrase).map_err(|e| both(&e))
        }
        (false, false, false) => {
            state.is_second = true;
            return;
        }
        (false, false, true) => RecoveryName::parse(state.name.text()).map_err(|error| both(&error)).and_then(|name| {
            let password = Passphrase::parse(state.password.typed().expose()).map_err(|error| both(&error))?;
            Ok(Key::Account(name, password))
        }),
    };
    match key {
        Ok(key) => state.tell(Event::Key(key), current, desk),
        Err(said) => state.said = Some(said),
    }
}

/// The last yes: the passphrase of this computer, twice.
fn with_passphrase(state: &mut State, current: Option<&Book>, desk: &mut Desk) {
    let first = Passphrase::parse(state.first.typed().expose());
    let said = match &first {
        Err(error) => Some(both(error)),
        Ok(passphrase) => judge(passphrase).err().map(|refusal| both(&refusal)),
    };
    if said.is_some() {
        (state.said, state.is_second) = (said, false);
        return;
    }
    if !state.is_second {
        state.is_second = true;
        return;
    }
    if first != Passphrase::parse(state.second.typed().expose()) {
        state.second.clear();
        state.said = Some(Text::new("tui-not-the-same"));
        return;
    }
    if let Ok(passphrase) = first {
        state.tell(Event::Yes(Some(passphrase)), current, desk);
    }
}
