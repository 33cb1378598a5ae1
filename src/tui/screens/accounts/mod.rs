//! The accounts: live codes, the filter, the chosen account opened. Where people spend their days.

mod card;
mod deeds;
mod facts;
mod full;
mod head;
mod layout;
mod list;
mod order;
mod pane;
mod taking;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use crate::account::{AccountId, Book};
use crate::config::{CardShape, Codes, Config};
use crate::moment::Tick;
use crate::ops::accounts::Skip;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, NOTICE};
use crate::tui::home::{Home, Question};
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Spot};
use crate::tui::screens::Seen;
use crate::tui::screens::accounts::deeds::{ask_delete, grouped, marked, marked_all, pinned, protected};
use crate::tui::screens::accounts::taking::take;
use crate::tui::shelf::{Group, Shelf};
use crate::tui::theme::Role;
use crate::tui::undo::take_back;
use crate::tui::widgets::field::Field;

pub use deeds::{delete, delete_marked, meant};
pub use full::{State as Full, open};
pub use layout::{LEAST, Layout};
pub use taking::{copied, reveal, verb};

/// What the person has chosen on this screen.
#[derive(Debug, Default)]
pub struct State {
    query: Field,
    is_searching: bool,
    group: Group,
    rows: Vec<usize>,
    selected: usize,
    top: usize,
    is_card_closed: bool,
    is_hidden: bool,
    shows_only_chosen: bool,
    marked: BTreeSet<AccountId>,
}

impl State {
    /// Nothing searched, nothing chosen; codes as the settings have them.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        let mut state = Self::default();
        state.settle(config);
        state
    }

    /// Codes and the card as the settings have them.
    pub fn settle(&mut self, config: &Config) {
        self.is_hidden = config.codes == Codes::Hidden;
        self.shows_only_chosen = config.codes == Codes::Selected;
        self.is_card_closed = config.card == CardShape::Closed;
    }

    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        if self.is_searching { vec![Context::Search, Context::Field] } else { vec![Context::Accounts, Context::List] }
    }

    /// Whether the line that filters has the focus.
    #[must_use]
    pub const fn is_searching(&self) -> bool {
        self.is_searching
    }

    /// The row of the book that is chosen.
    #[must_use]
    pub fn chosen_row(&self) -> Option<usize> {
        self.rows.get(self.selected).copied()
    }

    /// Whether codes are hidden until asked for.
    #[must_use]
    pub const fn is_hidden(&self) -> bool {
        self.is_hidden
    }

    /// Whether only the code of the chosen account is seen.
    #[must_use]
    pub const fn shows_only_chosen(&self) -> bool {
        self.shows_only_chosen
    }

    /// Hides the codes, or shows them again.
    pub const fn hide(&mut self, is_hidden: bool) {
        self.is_hidden = is_hidden;
    }

    /// Whether the chosen account is opened in place.
    #[must_use]
    pub const fn is_card_open(&self) -> bool {
        !self.is_card_closed
    }

    /// Opens or closes the card.
    pub const fn open_card(&mut self, is_open: bool) {
        self.is_card_closed = !is_open;
    }

    /// Reads the list again; the choice stays on its account where that is still listed.
    pub fn relist(&mut self, shelf: &Shelf, book: &Book, size: Size) {
        let chosen = self.chosen_row();
        self.rows = shelf.rows(book, self.query.text(), self.group);
        let kept = chosen.and_then(|row| self.rows.iter().position(|other| *other == row));
        self.choose(kept.unwrap_or_else(|| self.selected.min(self.rows.len().saturating_sub(1))), size);
    }

    /// Whether nobody has moved or searched here yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.selected == 0 && self.group == Group::All && self.query.is_empty() && !self.is_searching
    }

    /// Reads the list again from its beginning, unless somebody has chosen already.
    pub fn restart_list(&mut self, shelf: &Shelf, book: &Book, size: Size) {
        if self.is_untouched() {
            self.restart();
        }
        self.relist(shelf, book, size);
    }

    /// Puts the choice on an account, if it is listed.
    pub fn choose_account(&mut self, id: AccountId, book: &Book, size: Size) {
        let at = |row: &usize| book.all().get(*row).is_some_and(|account| account.id == id);
        if let Some(place) = self.rows.iter().position(at) {
            self.choose(place, size);
        }
    }

    fn choose(&mut self, place: usize, size: Size) {
        self.selected = place.min(self.rows.len().saturating_sub(1));
        let layout = Layout::new(size);
        self.top = self.top.min(self.selected);
        while self.top < self.selected && !layout.fits(self.selected - self.top, self.is_card_open()) {
            self.top += 1;
        }
        // No empty rows at the end while there is something above.
        while self.top > 0 && layout.fits(self.rows.len() - self.top, self.is_card_open()) {
            self.top -= 1;
        }
    }

    /// The rows of the book that are listed.
    #[must_use]
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// The accounts that are marked, listed or not.
    #[must_use]
    pub const fn marked(&self) -> &BTreeSet<AccountId> {
        &self.marked
    }

    /// Marks an account, or takes its mark off.
    pub fn mark(&mut self, id: AccountId) {
        if !self.marked.remove(&id) {
            self.marked.insert(id);
        }
    }

    /// Marks all of these; where all of them are marked, takes their marks off.
    pub fn mark_all(&mut self, ids: BTreeSet<AccountId>) {
        if ids.is_subset(&self.marked) {
            self.marked = self.marked.difference(&ids).copied().collect();
        } else {
            self.marked.extend(ids);
        }
    }

    /// Takes all marks off.
    pub fn unmark(&mut self) {
        self.marked.clear();
    }

    /// One row down, where there is one.
    pub fn step_down(&mut self, size: Size) {
        self.moved(Action::Down, size);
    }

    /// The place of the chosen account among those that are listed, counted from 1, and how many there are.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        self.chosen_row().map(|_| (self.selected + 1, self.rows.len()))
    }

    fn moved(&mut self, action: Action, size: Size) {
        let page = usize::from(Layout::new(size).list.height.saturating_sub(layout::CARD_ROWS).max(1));
        let last = self.rows.len().saturating_sub(1);
        let place = match action {
            Action::Down => self.selected + 1,
            Action::First => 0,
            Action::Last => last,
            Action::PageDown => self.selected + page,
            Action::PageUp => self.selected.saturating_sub(page),
            Action::Up => self.selected.saturating_sub(1),
            _ => self.selected,
        };
        self.choose(place.min(last), size);
    }

    /// From the top: the best match is chosen, whatever was chosen before.
    fn restart(&mut self) {
        self.rows.clear();
        (self.selected, self.top) = (0, 0);
    }
}

/// A key on the accounts screen.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    match press {
        Press::Do(action) if home.full.is_some() => full::acted(home, *action, desk),
        Press::Do(action) => acted(home, *action, desk),
        other => typed(home, other, desk),
    }
}

fn typed(home: &mut Home, press: &Press, desk: &Desk) {
    if home.accounts.is_searching && home.accounts.query.pressed(press) {
        home.accounts.restart();
        home.relist(desk);
    }
}

fn acted(home: &mut Home, action: Action, desk: &mut Desk) {
    match action {
        Action::Accept => {
            home.accounts.is_searching = false;
            take(home, Skip::None, desk);
        }
        Action::Add => desk.go = Some(Go::Add),
        Action::Back => back(home, desk),
        Action::Card => {
            home.accounts.open_card(home.accounts.is_card_closed);
            home.accounts.choose(home.accounts.selected, desk.size);
        }
        Action::Copy => take(home, Skip::None, desk),
        Action::CopyNext => take(home, Skip::One, desk),
        Action::Delete => ask_delete(home),
        Action::Edit => desk.go = home.chosen().map(|account| Go::Edit(account.id)),
        Action::GroupNext | Action::GroupPrevious => {
            home.accounts.group = home.shelf.neighbour(home.accounts.group, action == Action::GroupNext);
            home.accounts.restart();
            home.relist(desk);
        }
        Action::Groups => grouped(home, desk),
        Action::Protect => protected(home, desk),
        Action::Hide => home.accounts.is_hidden = !home.accounts.is_hidden,
        Action::Export => desk.go = Some(Go::Export),
        Action::Import => desk.go = Some(Go::Import),
        Action::Mark => marked(home, desk),
        Action::MarkAll => marked_all(home),
        Action::MoveDown | Action::MoveUp => order::moved(home, action == Action::MoveDown, desk),
        Action::Open => full::open_chosen(home),
        Action::Pin => pinned(home, desk),
        Action::Qr => desk.go = home.chosen().map(|account| Go::Qr(account.id)),
        Action::Search => home.accounts.is_searching = true,
        Action::Backups if desk.is_demo => desk.notice(Text::new("tui-demo-no-backups"), Role::Toast, 2 * NOTICE),
        Action::Backups => desk.go = Some(Go::Backups),
        Action::Restore => desk.go = Some(Go::Restore),
        Action::Settings => desk.go = Some(Go::Settings),
        // The demo has no file; what lies at the vault's place is the person's own.
        Action::SignOut if desk.is_demo => desk.say(Text::new("err-cli-demo-no-file")),
        Action::SignOut => home.question = Some(Question::SignOut),
        Action::SignIn => deeds::sign_in(home, desk),
        Action::Sort => order::sorted(home, desk),
        Action::Trash => desk.go = Some(Go::Trash),
        Action::Undo => take_back(home, desk),
        edit if home.accounts.is_searching && !is_move(edit) => typed(home, &Press::Do(edit), desk),
        other => home.accounts.moved(other, desk.size),
    }
}

const fn is_move(action: Action) -> bool {
    matches!(action, Action::Down | Action::First | Action::Last | Action::PageDown | Action::PageUp | Action::Up)
}

/// Esc: clears the line that is typed into, then marks, then what was searched for, then the group, then says how to
/// leave.
fn back(home: &mut Home, desk: &mut Desk) {
    let state = &mut home.accounts;
    if !state.is_searching && !state.marked.is_empty() {
        state.unmark();
    } else if state.is_searching || !state.query.is_empty() {
        state.is_searching = state.is_searching && !state.query.is_empty();
        state.query.clear();
    } else if state.group != Group::All {
        state.group = Group::All;
    } else {
        let live = [Context::Accounts, Context::List, Context::Home, Context::Everywhere];
        let key = |action| desk.key(&live, action);
        desk.say(Text::new("tui-how-to-leave").word("leave", key(Action::Quit)).word("lock", key(Action::Lock)));
    }
    home.relist(desk);
}

/// What lies at a place of this screen.
#[must_use]
pub fn spot(home: &Home, seen: Seen<'_>, at: Position) -> Option<Spot> {
    if home.full.is_some() {
        return full::is_code(home, seen, at).then_some(Spot::Code(home.accounts.selected));
    }
    let layout = Layout::new(seen.desk.size);
    if layout.search.contains(at) {
        return Some(Spot::Search);
    }
    if layout.pane.is_some_and(|pane| pane::code_area(pane).contains(at)) {
        return home.chosen().map(|_| Spot::Code(home.accounts.selected));
    }
    list::spot(home, &layout, at).or_else(|| head::group_at(home, seen, &layout, at).map(Spot::Group))
}

/// A click: a row is chosen, a code is copied, and so is that of a row that was chosen already.
pub fn clicked(home: &mut Home, on: Spot, desk: &mut Desk) {
    home.accounts.is_searching = on == Spot::Search;
    match on {
        Spot::Code(place) => {
            home.accounts.choose(place, desk.size);
            take(home, Skip::None, desk);
        }
        Spot::Badge(place) => {
            home.accounts.choose(place, desk.size);
            full::open_chosen(home);
        }
        Spot::Deed(_) => {}
        Spot::Group(group) => {
            home.accounts.group = group;
            home.accounts.restart();
            home.relist(desk);
        }
        Spot::Row(place) if place == home.accounts.selected => take(home, Skip::None, desk),
        Spot::Row(place) => home.accounts.choose(place, desk.size),
        Spot::Search | Spot::Tick(_) => {}
    }
}

/// What falls due on this screen: a code that may no longer be seen, an undo that is over.
pub fn due(home: &mut Home, tick: Tick) {
    home.taken.take_if(|taken| taken.until <= tick);
    home.undo.take_if(|(_, until)| *until <= tick);
}

/// Draws the screen. Only rows that can be seen are computed.
pub fn view(home: &Home, seen: Seen<'_>, buffer: &mut Buffer) {
    if let Some(state) = &home.full {
        return full::view(home, state, seen, buffer);
    }
    let layout = Layout::new(seen.desk.size);
    head::view(home, seen, &layout, buffer);
    list::view(home, seen, &layout, buffer);
    if let Some(area) = layout.pane {
        pane::view(home, seen, area, buffer);
    }
}
