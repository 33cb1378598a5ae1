//! The order of the accounts: what it goes by, and moving one of them in the person's own.

use crate::account::AccountId;
use crate::ops::accounts::put_beside;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::Desk;
use crate::tui::home::Home;
use crate::tui::keymap::Context;
use crate::tui::shelf::Sort;

/// The next order. The choice stays on its account.
pub fn sorted(home: &mut Home, desk: &mut Desk) {
    let sort = home.shelf.sort().next();
    home.shelf.resort(home.session.book(), sort);
    home.relist(desk);
    desk.say(Text::new(match sort {
        Sort::Most => "tui-sorted-most",
        Sort::Name => "tui-sorted-name",
        Sort::Own => "tui-sorted-own",
        Sort::Recent => "tui-sorted-recent",
    }));
}

/// Moves the chosen account to where its neighbour stands; pinned ones stay among themselves.
pub fn moved(home: &mut Home, is_down: bool, desk: &mut Desk) {
    if home.shelf.sort() != Sort::Own || !home.accounts.query.is_empty() {
        let key = desk.key(&[Context::Accounts], Action::Sort);
        return desk.say(Text::new("tui-move-needs-own").word("key", key));
    }
    let Some((id, target)) = pair(home, is_down) else { return };
    match put_beside(home.session.book_mut(), id, target) {
        Err(error) => desk.complain(&error),
        Ok(()) => {
            home.changed(desk);
            home.accounts.choose_account(id, home.session.book(), desk.size);
        }
    }
}

fn pair(home: &Home, is_down: bool) -> Option<(AccountId, AccountId)> {
    let state = &home.accounts;
    let there = if is_down { state.selected.checked_add(1) } else { state.selected.checked_sub(1) };
    let neighbour = home.session.book().all().get(*state.rows.get(there?)?)?;
    let chosen = home.chosen().filter(|chosen| chosen.pinned == neighbour.pinned)?;
    Some((chosen.id, neighbour.id))
}
