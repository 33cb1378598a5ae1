//! What follows from what happened: a pure function from model and message to a changed model and wishes to the world.

mod absence;
mod answers;
mod going;
mod leaving;
mod restored;

use crossterm::event::KeyCode;
use zeroize::Zeroizing;

use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, NOTICE};
use crate::tui::effect::{Effect, Ending};
use crate::tui::home::{Home, Over, Question, Then};
use crate::tui::key::{Key, name_of};
use crate::tui::keyboard::Meaning;
use crate::tui::keymap::Context;
use crate::tui::model::{Gate, Model, Place};
use crate::tui::msg::{Msg, Press, Spot};
use crate::tui::screens::{
    accounts, add, backups, codes, edit, export, first, groups, help, import, new_vault, palette, protect, qr, restore,
    settings, signin, stuck, trash, unlock,
};
use crate::tui::theme::Role;
use crate::tui::update::absence::{away, moved};
use crate::tui::update::answers::came;
use crate::tui::update::going::{go_at_gate, go_at_home};
use crate::tui::update::leaving::{finish, keep_unseen, leave, signalled, suspend};
use crate::words::Catalog;

/// Takes a message in. No disk, no clock, no screen: what is wanted of them comes back as effects.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if !matches!(msg, Msg::Came(..) | Msg::Ground(_) | Msg::Key(_) | Msg::Resized(_) | Msg::Time(..)) {
        model.desk.begun.clear();
    }
    match msg {
        Msg::Away(absence) => away(model, &absence),
        Msg::Began => look(model),
        Msg::Came(ticket, answer) => came(model, ticket, answer),
        Msg::Clicked { on, .. } => clicked(model, on),
        Msg::Ground(ground) => {
            model.desk.facts.ground = Some(ground);
            model.desk.look_again();
        }
        Msg::Key(key) => key_pressed(model, key),
        Msg::Pasted(text) => pressed(model, Press::Paste(text)),
        Msg::PastedTooMuch => model.desk.notice(Text::new("tui-paste-too-long"), Role::Warn, 2 * NOTICE),
        Msg::Resized(size) => {
            model.desk.size = size;
            relist(model);
        }
        Msg::Resumed => {}
        Msg::Signalled(signal) => signalled(model, signal),
        Msg::Time(now, tick) => {
            moved(model, now, tick);
            let is_another_day = now.day_number() != model.desk.now.day_number();
            (model.desk.now, model.desk.tick) = (now, tick);
            if is_another_day {
                waits_over(model);
            }
            due(model);
        }
        Msg::Wheeled { is_down } => wheeled(model, is_down),
    }
    go(model);
    std::mem::take(&mut model.desk.effects)
}

/// A waiting period that ends while the vault is open is said like one that has ended meanwhile.
fn waits_over(model: &mut Model) {
    let Place::Home(home) = &mut model.place else { return };
    if let Some(said) = home.session.wait_is_over(model.desk.now).and_then(|remark| remark.text()) {
        home.changed(&mut model.desk);
        model.desk.notice(said, Role::Warn, 3 * NOTICE);
    }
}

fn look(model: &mut Model) {
    if model.desk.is_demo {
        // The demo opens by itself the first time; locked, it waits to be opened like any other vault.
        model.place = Place::Gate(Gate::Unlock(unlock::State::demo()));
        if let Place::Gate(Gate::Unlock(state)) = &mut model.place {
            unlock::pressed(state, &Press::Do(Action::Accept), &mut model.desk);
        }
    } else {
        model.place = Place::Gate(Gate::Opening);
        model.desk.ask(Effect::Look);
    }
}

fn relist(model: &mut Model) {
    if let Place::Home(home) = &mut model.place {
        home.relist(&model.desk);
    }
}

// -- keys ------------------------------------------------------------------------------------------------------------

/// A key means something alone, or together with those before it. A chord waits as long as it takes; Esc leaves it, and
/// so does a key that it can't go on with: that one does nothing, so that a slip of the finger does no harm.
fn key_pressed(model: &mut Model, key: Key) {
    let live = model.live();
    let was_begun = !model.desk.begun.is_empty();
    model.desk.begun.push(key);
    let meaning = model.desk.keyboard.meaning(&live, &model.desk.begun);
    if meaning == Meaning::Waits {
        return touched(model);
    }
    let keys = std::mem::take(&mut model.desk.begun);
    match (meaning, key.typed()) {
        (Meaning::Does(action), _) => pressed(model, Press::Do(action)),
        _ if was_begun => {
            touched(model);
            if key != Key::plain(KeyCode::Esc) {
                let keys = name_of(&keys, model.desk.theme.unicode);
                model.desk.say(Text::new("tui-no-chord").word("keys", keys));
            }
        }
        (_, Some(character)) => pressed(model, Press::Type(character)),
        (_, None) => touched(model),
    }
}

// -- the mouse -------------------------------------------------------------------------------------------------------

fn clicked(model: &mut Model, on: Option<Spot>) {
    touched(model);
    if let (Some(state), Some(Spot::Deed(row))) = (&mut model.palette, on) {
        if let palette::Outcome::Run(action) = palette::clicked(state, row) {
            model.palette = None;
            pressed(model, Press::Do(action));
        }
        return;
    }
    let (Place::Home(home), Some(on)) = (&mut model.place, on) else { return };
    match home.over {
        Some(Over::Import(_)) => import::clicked(home, on, &mut model.desk),
        _ => accounts::clicked(home, on, &mut model.desk),
    }
}

/// The wheel does what the arrows do, where there is a list.
fn wheeled(model: &mut Model, is_down: bool) {
    touched(model);
    let action = if is_down { Action::Down } else { Action::Up };
    let live = model.live();
    if [Context::List, Context::Palette, Context::Search].iter().any(|context| live.contains(context)) {
        pressed(model, Press::Do(action));
    }
}

fn touched(model: &mut Model) {
    if let Place::Home(home) = &mut model.place {
        home.touched = model.desk.tick;
    }
}

fn pressed(model: &mut Model, press: Press) {
    touched(model);
    if let Some(state) = &mut model.help {
        if help::pressed(state, &press, &model.desk) {
            model.help = None;
        } else if let Press::Do(action @ (Action::Lock | Action::Quit | Action::Suspend)) = press {
            model.help = None;
            acted_anywhere(model, action);
        }
        return;
    }
    if model.palette.is_some() {
        return pressed_in_palette(model, press);
    }
    match press {
        Press::Do(action @ (Action::Help | Action::Lock | Action::Palette | Action::Quit | Action::Suspend)) => {
            acted_anywhere(model, action)
        }
        other => match &mut model.place {
            Place::Gate(gate) => pressed_at_gate(gate, &other, &mut model.desk),
            Place::Home(home) => pressed_at_home(home, other, &mut model.desk),
        },
    }
}

/// The palette goes before anything is done, so that what was chosen meets the screen it was offered for.
fn pressed_in_palette(model: &mut Model, press: Press) {
    if let Press::Do(action @ (Action::Help | Action::Lock | Action::Quit | Action::Suspend)) = press {
        if action != Action::Help {
            model.palette = None;
        }
        return acted_anywhere(model, action);
    }
    let Some(state) = &mut model.palette else { return };
    match palette::pressed(state, &press, model.desk.size.height) {
        palette::Outcome::Left => model.palette = None,
        palette::Outcome::Run(action) => {
            model.palette = None;
            pressed(model, Press::Do(action));
        }
        palette::Outcome::Stays => {}
    }
}

fn acted_anywhere(model: &mut Model, action: Action) {
    match action {
        Action::Help => {
            let (topic, live, words) = (model.topic(), model.live_behind_help(), Catalog::new(model.desk.language));
            model.help = Some(help::State::new(topic, live, model.desk.config.mouse, words));
        }
        Action::Lock => leave(model, Then::Lock),
        Action::Palette => {
            // The names are those of the language that is spoken now; the view's own catalogue is not at hand here.
            let words = Catalog::new(model.desk.language);
            let live = model.live_behind_palette();
            model.palette = Some(palette::State::new(&live, &words, &model.desk.keyboard));
        }
        Action::Quit => leave(model, Then::End(Ending::Left)),
        Action::Suspend => suspend(model),
        _ => {}
    }
}

fn pressed_at_gate(gate: &mut Gate, press: &Press, desk: &mut Desk) {
    match gate {
        Gate::First(state) => first::pressed(state, press, desk),
        Gate::NewVault(state) => new_vault::pressed(state, press, desk),
        Gate::Opening => {}
        Gate::Restore(state) => restore::pressed(state, None, press, desk),
        Gate::Stuck(_) => stuck::pressed(press, desk),
        Gate::Unlock(state) => unlock::pressed(state, press, desk),
    }
}

fn pressed_at_home(home: &mut Home, press: Press, desk: &mut Desk) {
    if let Some(asked) = home.question {
        return answered(home, asked, &press, desk);
    }
    match (&home.over, press) {
        (None, Press::Paste(text)) if !home.accounts.is_searching() => pasted(home, &text, desk),
        (None, press) => accounts::pressed(home, &press, desk),
        (Some(Over::Add(_)), press) => add::pressed(home, &press, desk),
        (Some(Over::Backups(_)), press) => backups::pressed(home, &press, desk),
        (Some(Over::Codes(_)), press) => codes::pressed(home, &press, desk),
        (Some(Over::Edit(_)), press) => edit::pressed(home, &press, desk),
        (Some(Over::Export(_)), press) => export::pressed(home, &press, desk),
        (Some(Over::Groups(_)), press) => groups::pressed(home, &press, desk),
        (Some(Over::Import(_)), press) => import::pressed(home, &press, desk),
        (Some(Over::Protect(_)), press) => protect::pressed(home, &press, desk),
        (Some(Over::Qr(_)), press) => qr::pressed(home, &press, desk),
        (Some(Over::Restore(_)), press) => {
            if let Some(Over::Restore(state)) = &mut home.over {
                restore::pressed(state, Some(home.session.book()), &press, desk);
            }
        }
        (Some(Over::Settings(_)), press) => settings::pressed(home, &press, desk),
        (Some(Over::SignIn(_)), press) => signin::pressed(home, &press, desk),
        (Some(Over::Trash(_)), press) => trash::pressed(home, &press, desk),
    }
}

/// A text pasted onto the accounts: a link opens the form, filled in.
fn pasted(home: &mut Home, text: &Zeroizing<String>, desk: &mut Desk) {
    if add::is_link(text) && text.trim().lines().count() == 1 {
        let mut state = add::State::default();
        state.fill(text);
        home.over = Some(Over::Add(Box::new(state)));
    } else if import::is_content(text) || import::is_files(text) {
        import::pasted(home, text, desk);
    } else {
        desk.notice(Text::new("tui-not-a-link"), Role::Warn, NOTICE);
    }
}

fn answered(home: &mut Home, asked: Question, press: &Press, desk: &mut Desk) {
    match press {
        Press::Do(Action::No) => {
            home.question = match asked {
                Question::KeepBeside(Some(then)) => Some(Question::Unsaved(then)),
                _ => None,
            };
        }
        Press::Do(Action::Yes) => {
            home.question = None;
            match asked {
                Question::AcceptOlder { .. } => {
                    home.session.accept();
                    desk.say(Text::new("tui-accepted"));
                }
                Question::KeepBeside(then) => {
                    home.saving.running = Some(desk.ask(Effect::SaveBeside));
                    home.saving.then = then;
                }
                Question::BackUp(_) => home.back_up(true, desk),
                Question::Delete(id) => accounts::delete(home, id, desk),
                Question::DeleteMarked => accounts::delete_marked(home, desk),
                Question::DropForm => desk.go = Some(Go::Back),
                Question::RemoveCode { id, place } => codes::removed(home, id, place, desk),
                Question::Erase(id) => trash::erase(home, id, desk),
                Question::TakeBack { .. } => import::take_back(home, desk),
                Question::SignOut => home.saving.then = Some(Then::SignOut),
                Question::TurnBackupsOff => backups::turned_off(home, desk),
                Question::Unsaved(then) => {
                    home.saving = crate::tui::home::Saving::default();
                    home.saving.then = Some(then);
                }
            }
        }
        _ => {}
    }
}

// -- time ------------------------------------------------------------------------------------------------------------

/// What falls due at a tick.
fn due(model: &mut Model) {
    let tick = model.desk.tick;
    model.desk.toast.take_if(|toast| toast.until <= tick);
    if model.desk.clipboard_until.take_if(|until| *until <= tick).is_some() {
        model.desk.effects.push(Effect::ClearClipboard);
        model.desk.say(Text::new("tui-clipboard-cleared"));
    }
    let Place::Home(home) = &mut model.place else { return };
    accounts::due(home, tick);
    home.back_up_when_due(&mut model.desk);
    let is_idle = home.saving.then.is_none() && home.locks_at().is_some_and(|at| at <= tick);
    match (is_idle, home.saving.has_failed) {
        (false, _) => {}
        (true, false) => leave(model, Then::Lock),
        // Nobody sits here to be asked whether changes may go.
        (true, true) => keep_unseen(model),
    }
}

// -- going -----------------------------------------------------------------------------------------------------------

/// Goes where the screen in front wants to.
fn go(model: &mut Model) {
    if let Place::Home(home) = &mut model.place
        && let Some(then) = home.saving.then.filter(|_| !home.is_unsaved() && !home.asks_about_saving())
    {
        if !home.holds_for_backup(then, &mut model.desk) {
            finish(model, then);
        }
        return;
    }
    let Some(go) = model.desk.go.take() else { return };
    match go {
        Go::Look => look(model),
        Go::SignInAgain => {
            model.place = Place::Gate(Gate::Opening);
            model.desk.ask(Effect::SignInAgain);
        }
        Go::Quit => leave(model, Then::End(Ending::Left)),
        other => match &mut model.place {
            Place::Gate(gate) => go_at_gate(gate, other, &mut model.desk),
            Place::Home(home) => go_at_home(home, other, &mut model.desk),
        },
    }
}
