//! The chosen account opened in place: its code in large digits, the time left, the next code, what keys do.
//! Where there is no code it says why, and what helps.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::{Account, Badge};
use crate::text::{Explain, Text};
use crate::tui::action::Action;
use crate::tui::home::Home;
use crate::tui::keymap::Context;
use crate::tui::screens::Seen;
use crate::tui::screens::accounts::head::left_of;
use crate::tui::screens::accounts::list::{Shown, next, period, seconds_left, shown};
use crate::tui::screens::accounts::taking::verb;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::digits::{Size, picture};
use crate::tui::widgets::gauge;
use crate::tui::widgets::line::{put, put_lines, width, wrap};

/// The columns of the gauge beside the large digits.
const GAUGE_CELLS: u16 = 14;

/// Draws the five rows below the chosen one.
pub fn view(home: &Home, seen: Seen<'_>, account: &Account, area: Rect, buffer: &mut Buffer) {
    for y in area.top()..area.bottom() {
        put(buffer, area, area.x + 1, y, seen.sign(Sign::Bar), seen.style(Role::Accent));
    }
    let inside = Rect { x: area.x + 4, y: area.y + 1, width: area.width.saturating_sub(6), height: 3 };
    match shown(home, account, seen) {
        Shown::Code(code) if account.badge().is_none() => large(home, seen, account, &code, inside, buffer),
        Shown::Press if account.badge().is_none() => {
            press(home, seen, account, inside, buffer);
        }
        _ => {
            why(seen, account, inside, buffer);
        }
    }
}

/// Says why there is no code, and what helps.
pub fn why(seen: Seen<'_>, account: &Account, area: Rect, buffer: &mut Buffer) -> u16 {
    let error = account.code_at(seen.desk.now).err();
    let badge = account.badge();
    let (what, fix) = match (error, badge) {
        // How far it has come says more than that the key is not here.
        (Some(_), Some(badge @ (Badge::Confirmed { .. } | Badge::Stuck { .. } | Badge::Waiting { .. }))) => {
            (badge.about(), None)
        }
        (None, _) => (Text::new("tui-refused"), None),
        (Some(error), _) => (error.what(), error.fix()),
    };
    let role = if badge.is_some_and(Badge::is_sign_in) { Role::Badge } else { Role::Warn };
    let y = put_lines(buffer, area, area.y, &wrap(&seen.words.say(&what), area.width), seen.style(role));
    let fix = fix.map(|fix| seen.words.say(&fix)).unwrap_or_default();
    put_lines(buffer, area, y, &wrap(&fix, area.width), seen.style(Role::Muted))
}

/// A counter-based account that waits for the key.
pub fn press(home: &Home, seen: Seen<'_>, account: &Account, area: Rect, buffer: &mut Buffer) -> u16 {
    let counter = account.params().ok().and_then(|params| params.counter()).map_or(0, |counter| counter.get());
    let said = seen.words.say(&Text::new("tui-take-about").word("key", copy_key(home, seen)));
    let y = put_lines(buffer, area, area.y, &wrap(&said, area.width), seen.style(Role::Text));
    let counter = seen.words.say(&Text::new("tui-counter").number("counter", counter));
    put(buffer, area, area.x, y, &counter, seen.style(Role::Muted));
    y + 1
}

fn large(home: &Home, seen: Seen<'_>, account: &Account, code: &str, area: Rect, buffer: &mut Buffer) {
    let digits = digits(seen, code, Size::Three);
    let wide = digits.iter().map(|line| width(line)).max().unwrap_or(0);
    let top = if digits.len() == 1 { area.y + 1 } else { area.y };
    put_lines(buffer, area, top, &digits, seen.style(Role::Code));
    let side = Rect { x: area.x + (wide + 7).max(32), ..area }.intersection(area);
    if let Some(next) = next(home, account, seen) {
        let x = put(buffer, side, side.x, side.y, &seen.words.line("tui-next"), seen.style(Role::Muted));
        put(buffer, side, x + 1, side.y, &next, seen.style(Role::Text));
    }
    if let Some(left) = period(account).and_then(|period| left_of(period, seen)) {
        gauge::draw(buffer, side, (side.x, side.y + 1), GAUGE_CELLS, left, seen.theme());
        let number = seconds_left(seen, left.seconds);
        put(buffer, side, side.x + GAUGE_CELLS + 1, side.y + 1, &number, seen.style(left.role()));
    }
    hints(home, seen, side, side.y + 2, buffer);
}

/// The large digits, or the plain code where the terminal has no blocks or codes are hidden.
pub fn digits(seen: Seen<'_>, code: &str, size: Size) -> Vec<String> {
    let large = if seen.theme().unicode { picture(code, size) } else { None };
    large.unwrap_or_else(|| vec![code.chars().map(|character| format!("{character} ")).collect()])
}

/// The key that takes a code here.
pub fn copy_key(home: &Home, seen: Seen<'_>) -> String {
    seen.desk.keyboard.name(&live(home), copying(home), seen.theme().unicode).unwrap_or_default()
}

fn copying(home: &Home) -> Action {
    if home.accounts.is_searching() { Action::Accept } else { Action::Copy }
}

/// The accounts are seen behind questions and panels too; their keys stay what they are there.
fn live(home: &Home) -> Vec<Context> {
    if home.full.is_some() { vec![Context::Account] } else { home.accounts.contexts() }
}

/// What copies here, read from the key table.
pub fn hints(home: &Home, seen: Seen<'_>, area: Rect, y: u16, buffer: &mut Buffer) {
    let live = live(home);
    let mut x = area.x;
    for (action, usual) in [(copying(home), "tui-verb-copy"), (Action::CopyNext, "tui-verb-copy-next")] {
        let Some(key) = seen.desk.keyboard.name(&live, action, seen.theme().unicode) else { continue };
        let verb = seen.words.line(verb(home, action).unwrap_or(usual));
        if x + width(&key) + 1 + width(&verb) > area.right() {
            return;
        }
        x = put(buffer, area, x, y, &key, seen.style(Role::Key));
        x = put(buffer, area, x + 1, y, &verb, seen.style(Role::Muted)) + 3;
    }
}
