//! What an import brought in, and taking it back.

use crate::ops::import::Applied;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, NOTICE};
use crate::tui::home::{Home, Question};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;

/// The accounts are in the book: what there is to say of it, and the way back.
pub(super) fn came_in(home: &mut Home, applied: Applied, plain: &[String], desk: &mut Desk) {
    let first = applied.added.first().copied();
    let said = Text::new("tui-import-done")
        .number("added", applied.added.len())
        .number("changed", applied.filled.len() + applied.replaced.len())
        .number("skipped", applied.skipped + applied.unwanted)
        .number("unread", applied.complaints);
    let said =
        both_said(said, Text::new("tui-import-undo-hint").word("key", desk.key(&[Context::Accounts], Action::Undo)));
    let said = match plain.first() {
        None => said,
        Some(name) => both_said(said, Text::new("import-plain-left").number("count", plain.len()).word("name", name)),
    };
    home.brought_in = Some(applied.undo);
    // A deletion before it is no longer the last deed.
    home.undo = None;
    home.changed(desk);
    if let Some(first) = first {
        home.accounts.choose_account(first, home.session.book(), desk.size);
    }
    desk.go = Some(Go::Back);
    desk.notice(said, Role::Toast, 4 * NOTICE);
}

fn both_said(first: Text, second: Text) -> Text {
    Text::new("tui-two-sentences").text("first", first).text("second", second)
}

/// The last import is to be taken back: asked first, since keys go with it.
pub fn ask_to_take_back(home: &mut Home, desk: &mut Desk) {
    let Some(undo) = &home.brought_in else { return };
    match undo.check(home.session.book()) {
        Err(error) => desk.complain(&error),
        Ok(()) => {
            let counts = undo.counts();
            home.question = Some(Question::TakeBack { removed: counts.removed, restored: counts.restored });
        }
    }
}

/// The yes to taking it back.
pub fn take_back(home: &mut Home, desk: &mut Desk) {
    let Some(undo) = home.brought_in.take() else { return };
    match undo.take_back(home.session.book_mut()) {
        Err(error) => desk.complain(&error),
        Ok(counts) => {
            home.full = None;
            home.changed(desk);
            let said = Text::new("tui-import-taken-back").number("removed", counts.removed);
            desk.say(said.number("restored", counts.restored));
        }
    }
}
