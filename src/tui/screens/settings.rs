//! A few settings. Auto-lock lies in the vault and is saved with it; the others hold until the program ends, and the
//! settings file keeps them for good.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go};
use crate::tui::home::{Home, Over};
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{put, put_lines, width, wrap};
use crate::words::Language;

/// After how many seconds without a key the vault may be locked; 0 is never.
const AUTO_LOCK: [u32; 6] = [60, 120, 300, 600, 1800, 0];

/// Which row is chosen.
#[derive(Debug, Default)]
pub struct State {
    chosen: usize,
}

/// A row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Row {
    AutoLock,
    Card,
    Codes,
    Language,
}

impl Row {
    const ALL: [Self; 4] = [Self::AutoLock, Self::Codes, Self::Card, Self::Language];

    const fn label(self) -> &'static str {
        match self {
            Self::AutoLock => "tui-set-auto-lock",
            Self::Card => "tui-set-card",
            Self::Codes => "tui-set-codes",
            Self::Language => "tui-set-language",
        }
    }
}

/// A key in the settings.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Settings(state)) = &mut home.over else { return };
    let last = Row::ALL.len() - 1;
    match press {
        Press::Do(Action::Back) => desk.go = Some(Go::Back),
        Press::Do(Action::Down) => state.chosen = (state.chosen + 1).min(last),
        Press::Do(Action::First) => state.chosen = 0,
        Press::Do(Action::Last) => state.chosen = last,
        Press::Do(Action::Less) => changed(home, false, desk),
        Press::Do(Action::More) => changed(home, true, desk),
        Press::Do(Action::Up) => state.chosen = state.chosen.saturating_sub(1),
        _ => {}
    }
}

fn changed(home: &mut Home, is_forward: bool, desk: &mut Desk) {
    let Some(Over::Settings(state)) = &home.over else { return };
    match Row::ALL.get(state.chosen) {
        Some(Row::AutoLock) => {
            let settings = home.session.vault_mut().settings_mut();
            settings.auto_lock_seconds = stepped(&AUTO_LOCK, settings.auto_lock_seconds, is_forward);
            home.changed(desk);
        }
        Some(Row::Card) => home.accounts.open_card(!home.accounts.is_card_open()),
        Some(Row::Codes) => home.accounts.hide(!home.accounts.is_hidden()),
        Some(Row::Language) => {
            let all = [Language::En, Language::Sv, Language::Id];
            desk.language = stepped(&all, desk.language, is_forward);
        }
        None => {}
    }
    home.relist(desk);
}

/// The choice after or before this one, round and round; the first one where this is none of them.
fn stepped<T: Copy + PartialEq>(choices: &[T], now: T, is_forward: bool) -> T {
    let count = choices.len().max(1);
    let next = match choices.iter().position(|choice| *choice == now) {
        None => 0,
        Some(place) if is_forward => place + 1,
        Some(place) => place + count - 1,
    };
    choices.get(next % count).copied().unwrap_or(now)
}

/// Draws it.
pub fn view(home: &Home, state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    put(buffer, area, area.x + 1, area.y, &seen.words.line("tui-settings"), seen.style(Role::Accent));
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    let labels = Row::ALL.map(|row| width(&seen.words.line(row.label())));
    let values = list.x + 6 + labels.into_iter().max().unwrap_or(0);
    for ((place, row), y) in Row::ALL.iter().enumerate().zip(list.y..) {
        let is_chosen = place == state.chosen;
        if is_chosen {
            put(buffer, list, list.x + 1, y, seen.sign(Sign::Bar), seen.style(Role::Accent));
        }
        let role = if is_chosen { Role::Selection } else { Role::Text };
        put(buffer, list, list.x + 4, y, &seen.words.line(row.label()), seen.style(role));
        put(buffer, list, values, y, &value(home, seen, *row), seen.style(Role::Accent));
    }
    let about = Rect { x: list.x + 4, width: list.width.saturating_sub(6).min(70), ..list };
    let lines = wrap(&seen.words.line("tui-settings-about"), about.width);
    put_lines(buffer, about, list.y + 5, &lines, seen.style(Role::Muted));
}

fn value(home: &Home, seen: Seen<'_>, row: Row) -> String {
    match row {
        Row::AutoLock => match home.session.vault().settings().auto_lock_seconds {
            0 => seen.words.line("tui-set-never"),
            seconds => seen.words.say(&Text::new("tui-set-minutes").number("minutes", seconds.div_ceil(60))),
        },
        Row::Card => seen.words.line(if home.accounts.is_card_open() { "tui-set-open" } else { "tui-set-closed" }),
        Row::Codes => seen.words.line(if home.accounts.is_hidden() { "tui-set-hidden" } else { "tui-set-shown" }),
        Row::Language => match seen.desk.language {
            Language::En => "English",
            Language::Id => "Bahasa Indonesia",
            Language::Sv => "Svenska",
        }
        .to_owned(),
    }
}
