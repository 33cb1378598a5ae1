//! Leaving and locking: once what changed is saved, or once the person has decided otherwise.

use crate::ops::SaveError;
use crate::ports::Signal;
use crate::tui::effect::{Effect, Ending};
use crate::tui::home::{Question, Then};
use crate::tui::model::{Gate, Model, Place};
use crate::tui::screens::unlock;

/// Leaves the vault, once what changed is saved.
pub(in crate::tui::update) fn leave(model: &mut Model, then: Then) {
    match &mut model.place {
        Place::Gate(_) => finish(model, then),
        Place::Home(home) => {
            // Whoever leaves answers no question any more. One about saving is asked again where saving does not work.
            home.question = None;
            if home.session.is_read_only() {
                // Nothing can be saved here; use counts alone are not worth a question.
                home.saving.has_counts = false;
                if home.saving.is_dirty {
                    home.saving.then = Some(then);
                    return stranded(model, None);
                }
            }
            if home.saving.then.is_some() {
                home.stop_holding(&model.desk);
            }
            home.saving.then = Some(then);
            if home.is_unsaved() {
                return home.save(&mut model.desk);
            }
            if !home.holds_for_backup(then, &mut model.desk) {
                finish(model, then);
            }
        }
    }
}

/// Nothing is unsaved any more: what was to follow happens.
pub(in crate::tui::update) fn finish(model: &mut Model, then: Then) {
    match then {
        Then::End(ending) => {
            if let Place::Home(home) = &mut model.place {
                home.saving.then = None;
            }
            remember(model);
            model.desk.effects.push(Effect::End(ending));
        }
        Then::Lock => lock(model),
        Then::LockAndSuspend => {
            lock(model);
            model.desk.effects.push(Effect::Suspend);
        }
        Then::SignOut => {
            lock(model);
            if model.desk.is_demo {
                return;
            }
            model.place = Place::Gate(Gate::Opening);
            model.desk.ask(Effect::SignOut);
        }
    }
}

/// Remembers where the person is. The demo leaves nothing behind.
fn remember(model: &mut Model) {
    let Place::Home(home) = &model.place else { return };
    if !model.desk.is_demo {
        let here = home.whereabouts(&model.desk);
        model.desk.effects.push(Effect::Remember(home.session.vault().id(), here));
    }
}

/// Locking is one assignment: all that is secret lives in `Home`.
fn lock(model: &mut Model) {
    remember(model);
    let Place::Home(home) = &model.place else { return };
    let slots = home.session.vault().slots();
    let state = if model.desk.is_demo { unlock::State::demo() } else { unlock::State::new(&slots) };
    let state = state.because(model.desk.why_locked.take());
    model.place = Place::Gate(Gate::Unlock(state));
    model.palette = None;
    model.desk.begun.clear();
    (model.help, model.desk.toast, model.desk.clipboard_until) = (None, None, None);
    model.desk.effects.push(Effect::ClearClipboard);
    model.desk.effects.push(Effect::Forget);
}

pub(in crate::tui::update) fn signalled(model: &mut Model, signal: Signal) {
    match signal {
        // A stop that nobody announced: the person was away without having said so.
        Signal::Continue if model.desk.config.lock_on_suspend => leave_home(model),
        Signal::Continue | Signal::Resize => {}
        Signal::Suspend => suspend(model),
        // A second signal does not wait for the save.
        _ if model.home().is_some_and(|home| matches!(home.saving.then, Some(Then::End(Ending::Signal(_))))) => {
            finish(model, Then::End(Ending::Signal(signal)));
        }
        _ => leave(model, Then::End(Ending::Signal(signal))),
    }
}

fn leave_home(model: &mut Model) {
    if model.home().is_some() {
        leave(model, Then::Lock);
    }
}

/// A save did not work: the person decides. A signal has decided already.
pub(in crate::tui::update) fn stranded(model: &mut Model, error: Option<&SaveError>) {
    let Place::Home(home) = &mut model.place else { return };
    let then = home.saving.then.take();
    model.desk.why_locked = None;
    if let Some(Then::Lock | Then::LockAndSuspend) = then {
        // Perhaps nobody sits here any more.
        conceal(model);
    }
    let Place::Home(home) = &mut model.place else { return };
    match (then, error) {
        (Some(then @ Then::End(Ending::Signal(_))), _) => finish(model, then),
        (then, Some(SaveError::ChangedElsewhere)) => home.question = Some(Question::KeepBeside(then)),
        (Some(then), _) => home.question = Some(Question::Unsaved(then)),
        (None, _) => {}
    }
}

/// A vault that would be locked by now, but whose last save did not work: what is secret leaves the screen, what changed
/// stays in memory, and saving is tried again. Once that works, the vault is locked.
pub(in crate::tui::update) fn keep_unseen(model: &mut Model) {
    conceal(model);
    if let Place::Home(home) = &mut model.place {
        home.save(&mut model.desk);
    }
}

fn conceal(model: &mut Model) {
    let Place::Home(home) = &mut model.place else { return };
    home.conceal(model.desk.tick);
    (model.help, model.palette, model.desk.clipboard_until) = (None, None, None);
    model.desk.begun.clear();
    model.desk.effects.push(Effect::ClearClipboard);
}

pub(in crate::tui::update) fn suspend(model: &mut Model) {
    match (model.desk.config.lock_on_suspend, &model.place) {
        (true, Place::Home(_)) => leave(model, Then::LockAndSuspend),
        _ => model.desk.effects.push(Effect::Suspend),
    }
}
