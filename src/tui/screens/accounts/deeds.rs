//! What is done to accounts from their screen: pinned, put into the trash, and the last deed taken back.

use std::collections::BTreeSet;

use crate::account::AccountId;
use crate::ops::bulk::{self, Before};
use crate::text::Text;
use crate::tui::desk::{Desk, Go, UNDO};
use crate::tui::home::{Home, Undo};
use crate::tui::theme::Role;

/// Pins the chosen account, or lets it go.
pub fn pinned(home: &mut Home, desk: &mut Desk) {
    let Some((id, is_pinned)) = home.chosen().map(|account| (account.id, account.pinned)) else { return };
    let before = bulk::pin(home.session.book_mut(), &BTreeSet::from([id]), !is_pinned, desk.now);
    done(home, before, desk);
    desk.say(Text::new(if is_pinned { "tui-unpinned" } else { "tui-pinned" }));
}

/// Takes the last deed back, while that is still possible.
pub fn undone(home: &mut Home, desk: &mut Desk) {
    let Some((undo, _)) = home.undo.take_if(|(_, until)| *until > desk.tick) else {
        return match home.brought_in {
            Some(_) => desk.go = Some(Go::TakeBack),
            None => desk.say(Text::new("tui-nothing-to-undo")),
        };
    };
    match undo {
        Undo::Accounts(before) => {
            let first = before.first();
            bulk::undo(home.session.book_mut(), before);
            home.changed(desk);
            if let Some(id) = first {
                home.accounts.choose_account(id, home.session.book(), desk.size);
            }
        }
    }
    desk.say(Text::new("tui-undone"));
}

/// The yes to a deletion.
pub fn delete(home: &mut Home, id: AccountId, desk: &mut Desk) {
    let title = home.session.book().get(id).map(|account| account.title().to_owned()).unwrap_or_default();
    let before = bulk::trash(home.session.book_mut(), &BTreeSet::from([id]), desk.now);
    home.full = None;
    done(home, before, desk);
    desk.notice(Text::new("tui-deleted").word("title", title), Role::Toast, UNDO);
}

/// Something was done that can be taken back. The choice stays on its account.
fn done(home: &mut Home, before: Before, desk: &mut Desk) {
    let chosen = home.chosen().map(|account| account.id);
    home.undo = Some((Undo::Accounts(before), desk.tick_in(UNDO)));
    home.changed(desk);
    if let Some(id) = chosen {
        home.accounts.choose_account(id, home.session.book(), desk.size);
    }
}
