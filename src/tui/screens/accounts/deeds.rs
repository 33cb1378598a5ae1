//! What is done to accounts from their screen: marked, pinned, put into the trash. With marks a deed is for all that are
//! marked, else for the chosen one.

use std::collections::BTreeSet;

use crate::account::AccountId;
use crate::ops::bulk::{self, Before};
use crate::ops::to_do;
use crate::signin::Keep;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, UNDO};
use crate::tui::home::{Home, Question, Undo};
use crate::tui::keymap::Context;

/// The accounts that a deed is for.
#[must_use]
pub fn meant(home: &Home) -> BTreeSet<AccountId> {
    if home.full.is_none() && !home.accounts.marked().is_empty() {
        return home.accounts.marked().clone();
    }
    home.chosen().map(|account| account.id).into_iter().collect()
}

/// Marks the chosen account and goes on to the next one, or takes the mark off.
pub fn marked(home: &mut Home, desk: &Desk) {
    let Some(id) = home.chosen().map(|account| account.id) else { return };
    home.accounts.mark(id);
    home.accounts.step_down(desk.size);
}

/// Marks all that are listed; where all of them are, takes their marks off.
pub fn marked_all(home: &mut Home) {
    let all = home.session.book().all();
    let listed = home.accounts.rows().iter().filter_map(|row| all.get(*row)).map(|account| account.id).collect();
    home.accounts.mark_all(listed);
}

/// Asks before anything goes into the trash.
pub fn ask_delete(home: &mut Home) {
    let meant = meant(home);
    home.question = match meant.len() {
        0 => None,
        1 => meant.first().map(|id| Question::Delete(*id)),
        _ => Some(Question::DeleteMarked),
    };
}

/// Opens the groups of what is meant.
pub fn grouped(home: &Home, desk: &mut Desk) {
    if !meant(home).is_empty() {
        desk.go = Some(Go::Groups);
    }
}

/// What backups carry of what is meant.
pub fn protected(home: &Home, desk: &mut Desk) {
    if !meant(home).is_empty() {
        desk.go = Some(Go::Protect);
    }
}

/// Pins what is meant; where all of it is pinned, lets it go.
pub fn pinned(home: &mut Home, desk: &mut Desk) {
    let meant = meant(home);
    let is_pinned = home.session.book().live().filter(|account| meant.contains(&account.id)).all(|one| one.pinned);
    let before = bulk::pin(home.session.book_mut(), &meant, !is_pinned, desk.now);
    let count = before.len();
    if count == 0 {
        return;
    }
    done(home, before, desk);
    match (meant.len(), is_pinned) {
        (1, true) => desk.say(Text::new("tui-unpinned")),
        (1, false) => desk.say(Text::new("tui-pinned")),
        (_, true) => desk.notice_undo(Text::new("tui-unpinned-many").number("count", count)),
        (_, false) => desk.notice_undo(Text::new("tui-pinned-many").number("count", count)),
    }
}

/// The yes to putting one account into the trash.
pub fn delete(home: &mut Home, id: AccountId, desk: &mut Desk) {
    let title = home.session.book().get(id).map(|account| account.title().to_owned()).unwrap_or_default();
    let before = bulk::trash(home.session.book_mut(), &BTreeSet::from([id]), desk.now);
    trashed(home, before, Text::new("tui-deleted").word("title", title), desk);
}

/// The yes to putting all that are marked into the trash.
pub fn delete_marked(home: &mut Home, desk: &mut Desk) {
    let meant = home.accounts.marked().clone();
    let before = bulk::trash(home.session.book_mut(), &meant, desk.now);
    let count = before.len();
    trashed(home, before, Text::new("tui-deleted-many").number("count", count), desk);
}

fn trashed(home: &mut Home, before: Before, said: Text, desk: &mut Desk) {
    home.full = None;
    home.accounts.unmark();
    done(home, before, desk);
    desk.notice_undo(said);
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

/// Signs in to the chosen account where it needs that; else takes up the list, where anything is on it.
pub fn sign_in(home: &Home, desk: &mut Desk) {
    let chosen = home.chosen().filter(|account| account.badge().is_some()).map(|account| account.id);
    if chosen.is_some() || !crate::signin::items(home.session.book(), desk.now).is_empty() {
        desk.go = Some(Go::SignIn(chosen));
        return;
    }
    // The key was the one of the order once, and a hand may still go there.
    let key = desk.keyboard.name(&[Context::Accounts], Action::Sort, desk.theme.unicode).unwrap_or_default();
    desk.say(Text::new("tui-signin-none-needs").word("key", key));
}

/// The service refuses the code of the chosen account: it needs the person from now on.
pub fn report_refused(home: &mut Home, desk: &mut Desk) {
    let Some(id) = home.chosen().filter(|account| account.params().is_ok()).map(|account| account.id) else { return };
    match to_do::keep(home.session.book_mut(), id, &Keep::Refused, desk.now) {
        Err(error) => desk.complain(&error),
        Ok(()) => {
            home.changed(desk);
            desk.go = Some(Go::SignIn(Some(id)));
        }
    }
}
