//! The trash: what was deleted in the last thirty days, to be brought back or removed for good.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::{Account, AccountId, TRASH_DAYS};
use crate::ops::accounts::bring_back;
use crate::text::{Text, clean_line};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go};
use crate::tui::home::{Home, Over, Question};
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_lines, put_right, wrap};

/// Which one is chosen.
#[derive(Debug, Default)]
pub struct State {
    chosen: usize,
}

/// A key in the trash.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Trash(state)) = &mut home.over else { return };
    let last = home.session.book().trash().count().saturating_sub(1);
    let page = usize::from(desk.size.height.saturating_sub(6));
    match press {
        Press::Do(Action::Back) => desk.go = Some(Go::Back),
        Press::Do(Action::BringBack) => brought_back(home, desk),
        Press::Do(Action::Down) => state.chosen = (state.chosen + 1).min(last),
        Press::Do(Action::Erase) => home.question = chosen(home).map(Question::Erase),
        Press::Do(Action::First) => state.chosen = 0,
        Press::Do(Action::Last) => state.chosen = last,
        Press::Do(Action::PageDown) => state.chosen = (state.chosen + page).min(last),
        Press::Do(Action::PageUp) => state.chosen = state.chosen.saturating_sub(page),
        Press::Do(Action::Up) => state.chosen = state.chosen.saturating_sub(1),
        _ => {}
    }
}

fn chosen(home: &Home) -> Option<AccountId> {
    let Some(Over::Trash(state)) = &home.over else { return None };
    home.session.book().trash().nth(state.chosen).map(|account| account.id)
}

fn brought_back(home: &mut Home, desk: &mut Desk) {
    let Some(id) = chosen(home) else { return };
    match bring_back(home.session.book_mut(), id) {
        Err(error) => desk.complain(&error),
        Ok(()) => {
            let title = home.session.book().get(id).map(|account| account.title().to_owned()).unwrap_or_default();
            home.changed(desk);
            home.accounts.choose_account(id, home.session.book(), desk.size);
            keep_in_range(home);
            desk.say(Text::new("tui-brought-back").word("title", title));
        }
    }
}

/// The yes to removing an account for good.
pub fn erase(home: &mut Home, id: AccountId, desk: &mut Desk) {
    if home.session.book_mut().erase(id).is_some() {
        home.changed(desk);
        keep_in_range(home);
        desk.say(Text::new("tui-erased"));
    }
}

fn keep_in_range(home: &mut Home) {
    let last = home.session.book().trash().count().saturating_sub(1);
    if let Some(Over::Trash(state)) = &mut home.over {
        state.chosen = state.chosen.min(last);
    }
}

/// Draws it.
pub fn view(home: &Home, state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    put(buffer, area, area.x + 1, area.y, &seen.words.line("tui-trash"), seen.style(Role::Accent));
    let about = seen.words.say(&Text::new("tui-trash-about").number("days", TRASH_DAYS));
    let about = fit(&about, area.width.saturating_sub(20), seen.sign(Sign::More));
    put_right(buffer, area, area.right().saturating_sub(1), area.y, &about, seen.style(Role::Muted));
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(4), ..area };
    let count = home.session.book().trash().count();
    if count == 0 {
        let inside = Rect { x: list.x + 4, width: list.width.saturating_sub(6), ..list };
        put_lines(
            buffer,
            inside,
            list.y,
            &wrap(&seen.words.line("tui-trash-empty"), inside.width),
            seen.style(Role::Muted),
        );
        return;
    }
    let rows = usize::from(list.height.max(1));
    let top = (state.chosen + 1).saturating_sub(rows);
    for ((place, account), y) in home.session.book().trash().enumerate().skip(top).zip(list.top()..list.bottom()) {
        row(seen, account, place == state.chosen, Rect { y, height: 1, ..list }, buffer);
    }
}

fn row(seen: Seen<'_>, account: &Account, is_chosen: bool, row: Rect, buffer: &mut Buffer) {
    if is_chosen {
        put(buffer, row, row.x + 1, row.y, seen.sign(Sign::Bar), seen.style(Role::Accent));
    }
    let days = account.trashed.map_or(0, |since| TRASH_DAYS.saturating_sub(seen.desk.now.days_since(since)));
    let left = seen.words.say(&Text::new("tui-days-left").number("days", days));
    let right = put_right(buffer, row, row.right().saturating_sub(1), row.y, &left, seen.style(Role::Muted));
    let role = if is_chosen { Role::Selection } else { Role::Text };
    let both = if account.issuer.is_empty() {
        account.name.to_string()
    } else {
        format!("{}  {}", account.title(), &*account.name)
    };
    let text = fit(&clean_line(&both).text, right.saturating_sub(row.x + 6), seen.sign(Sign::More));
    put(buffer, row, row.x + 4, row.y, &text, seen.style(role));
}
