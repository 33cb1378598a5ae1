//! The rows: issuer, name, the code in its fixed column, the next one, and what is to be known of the account.
//! Only rows that can be seen are computed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use crate::account::{Account, Badge, Marks, Protection, marks};
use crate::otp::{Code, OtpParams};
use crate::text::{Text, clean_line};
use crate::tui::action::Action;
use crate::tui::home::Home;
use crate::tui::keymap::Context;
use crate::tui::msg::Spot;
use crate::tui::screens::Seen;
use crate::tui::screens::accounts::head::{SHARED_PERIOD, left_of};
use crate::tui::screens::accounts::layout::CARD_ROWS;
use crate::tui::screens::accounts::taking::in_sight;
use crate::tui::screens::accounts::{Layout, card};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::badges;
use crate::tui::widgets::line::{fit, put, put_lines, put_right, width, wrap};

/// The widest code in groups: ten digits, `12345 67890`.
const CODE: u16 = 11;

/// The last column: a dot, or the seconds of an account with a period of its own.
const STATE: u16 = 4;

/// With fewer columns than this a name cannot be told from others; a badge in few words leaves it more.
const NAME: u16 = 12;

/// Where the columns of a row are.
#[derive(Clone, Copy, Debug)]
struct Columns {
    text: u16,
    /// Columns of the issuer; 0 where there is no room for both issuer and name.
    issuer: u16,
    code: u16,
    next: Option<u16>,
    right: u16,
    /// Whether the seconds that most accounts share stand here, because there is no gauge for them.
    has_seconds: bool,
}

impl Columns {
    fn new(list: Rect, layout: &Layout) -> Self {
        let right = list.right().saturating_sub(1 + u16::from(layout.pane.is_some()));
        let state = right.saturating_sub(STATE);
        let has_next = layout.pane.is_none() && list.width >= 76;
        let next = has_next.then(|| state.saturating_sub(CODE + 1));
        // Beside the pane room is dear: ten digits then reach into the last column, which such accounts leave blank.
        let code = if layout.pane.is_some() {
            state.saturating_sub(10)
        } else {
            next.unwrap_or(state).saturating_sub(CODE + 1)
        };
        let text = list.x + 4;
        let issuer = match code.saturating_sub(text) {
            0..24 => 0,
            narrow @ 24..34 => narrow / 2,
            wide => (wide * 2 / 5).min(20),
        };
        Self { text, issuer, code, next, right, has_seconds: layout.groups.is_none() && layout.gauge.is_none() }
    }
}

/// Draws the list, or says why it is empty.
pub fn view(home: &Home, seen: Seen<'_>, layout: &Layout, buffer: &mut Buffer) {
    let list = layout.list;
    if home.accounts.rows.is_empty() {
        return empty(home, seen, list, buffer);
    }
    let columns = Columns::new(list, layout);
    let mut y = list.y;
    for (place, row) in home.accounts.rows.iter().enumerate().skip(home.accounts.top) {
        let Some(account) = home.session.book().all().get(*row) else { continue };
        if y >= list.bottom() {
            break;
        }
        let is_chosen = place == home.accounts.selected;
        let has_card = is_chosen && layout.has_card && home.accounts.is_card_open() && list.bottom() - y >= CARD_ROWS;
        draw_row(home, seen, account, is_chosen, Rect { y, height: 1, ..list }, columns, buffer);
        if has_card {
            let card = Rect { y: y + 1, height: CARD_ROWS - 1, ..list };
            card::view(home, seen, account, card, buffer);
        }
        y += if has_card { CARD_ROWS } else { 1 };
    }
}

/// What lies at a place of the list.
pub fn spot(home: &Home, layout: &Layout, at: Position) -> Option<Spot> {
    let (list, state) = (layout.list, &home.accounts);
    if !list.contains(at) {
        return None;
    }
    let mut y = list.y;
    for place in state.top..state.rows.len() {
        let has_card = place == state.selected
            && layout.has_card
            && state.is_card_open()
            && list.bottom().saturating_sub(y) >= CARD_ROWS;
        let next = y + if has_card { CARD_ROWS } else { 1 };
        if at.y < next {
            let is_code = at.y == y && at.x >= Columns::new(list, layout).code;
            let account = state.rows.get(place).and_then(|row| home.session.book().all().get(*row));
            return Some(match (is_code, account.is_some_and(|account| account.badge().is_some())) {
                (true, true) => Spot::Badge(place),
                (true, false) => Spot::Code(place),
                (false, _) => Spot::Row(place),
            });
        }
        y = next;
    }
    None
}

fn empty(home: &Home, seen: Seen<'_>, list: Rect, buffer: &mut Buffer) {
    let key = |action| seen.desk.key(&[Context::Accounts], action);
    let said = if home.shelf.is_empty() {
        Text::new("tui-no-accounts").word("add", key(Action::Add)).word("import", key(Action::Import))
    } else {
        Text::new("tui-nothing-found")
    };
    let area = Rect { x: list.x + 4, width: list.width.saturating_sub(6), ..list };
    let lines = wrap(&seen.words.say(&said), area.width);
    put_lines(buffer, area, list.y + u16::from(list.height > 3), &lines, seen.style(Role::Muted));
}

fn draw_row(
    home: &Home,
    seen: Seen<'_>,
    account: &Account,
    is_chosen: bool,
    row: Rect,
    columns: Columns,
    buffer: &mut Buffer,
) {
    if is_chosen {
        put(buffer, row, row.x + 1, row.y, seen.sign(Sign::Bar), seen.style(Role::Accent));
    }
    if home.accounts.marked().contains(&account.id) {
        put(buffer, row, row.x + 2, row.y, seen.sign(Sign::Done), seen.style(Role::Key));
    } else if account.pinned {
        put(buffer, row, row.x + 2, row.y, seen.sign(Sign::Pin), seen.style(Role::Warn));
    }
    let end = match account.badge() {
        Some(badge) => draw_badge(seen, badge, row, columns, buffer),
        None => {
            draw_code(home, seen, account, row, columns, buffer);
            columns.code
        }
    };
    let end = draw_protection(seen, account, row, end, buffer);
    let area = Rect { x: columns.text, width: end.saturating_sub(columns.text + 1), ..row };
    draw_names(home, seen, account, is_chosen, (area, columns.issuer), buffer);
}

/// What backups carry, where it is not simply the key; the account itself says it in words. Returns where it begins.
fn draw_protection(seen: Seen<'_>, account: &Account, row: Rect, end: u16, buffer: &mut Buffer) -> u16 {
    let sign = match account.protection {
        Protection::Standard => return end,
        Protection::SignIn => Sign::Sealed,
        Protection::DeviceBound => Sign::Bound,
    };
    put_right(buffer, row, end.saturating_sub(1), row.y, seen.sign(sign), seen.style(Role::Muted))
}

/// The badge in words, as many of them as fit; never in colour alone. Returns where it begins.
fn draw_badge(seen: Seen<'_>, badge: Badge, row: Rect, columns: Columns, buffer: &mut Buffer) -> u16 {
    let (sign, long, role) = badges::long(seen, badge);
    let (_, short, _) = badges::short(seen, badge);
    let room = columns.right.saturating_sub(columns.text) * 3 / 5;
    let full = format!("{} {}", seen.sign(sign), long);
    let name = columns.right.saturating_sub(columns.text + columns.issuer + width(&full) + 4);
    let said = if width(&full) <= room && name >= NAME { full } else { format!("{} {}", seen.sign(sign), short) };
    put_right(buffer, row, columns.right, row.y, &fit(&said, room, seen.sign(Sign::More)), seen.style(role))
}

fn draw_names(
    home: &Home,
    seen: Seen<'_>,
    account: &Account,
    is_chosen: bool,
    (area, issuer): (Rect, u16),
    buffer: &mut Buffer,
) {
    let query = home.accounts.query.text();
    let marked = if query.is_empty() { Marks::default() } else { marks(query, account) };
    let (title, name) = if is_chosen { (Role::Selection, Role::Text) } else { (Role::Text, Role::Muted) };
    if account.issuer.is_empty() {
        return put_marked(seen, area, &account.name, &marked.name, seen.style(title), buffer);
    }
    let rest = area.width.saturating_sub(issuer);
    let has_both = issuer > 0 && rest > 3;
    let first = Rect { width: if has_both { issuer - 1 } else { area.width }, ..area };
    put_marked(seen, first, &account.issuer, &marked.issuer, seen.style(title), buffer);
    if has_both {
        let second = Rect { x: area.x + issuer, width: rest, ..area };
        put_marked(seen, second, &account.name, &marked.name, seen.style(name), buffer);
    }
}

/// Writes a text with the matching characters marked. What was not cleaned before is cleaned here.
fn put_marked(seen: Seen<'_>, area: Rect, text: &str, marked: &[usize], style: Style, buffer: &mut Buffer) {
    let cleaned = clean_line(text);
    let marked = if cleaned.removed == 0 { marked } else { &[] };
    let cut = fit(&cleaned.text, area.width, seen.sign(Sign::More));
    let (mut x, mut index) = (area.x, 0);
    for grapheme in cut.graphemes(true) {
        let count = grapheme.chars().count();
        let is_marked = (index..index + count).any(|place| marked.contains(&place));
        x = put(buffer, area, x, area.y, grapheme, if is_marked { seen.style(Role::Match) } else { style });
        index += count;
    }
}

fn draw_code(home: &Home, seen: Seen<'_>, account: &Account, row: Rect, columns: Columns, buffer: &mut Buffer) {
    match shown(home, account, seen) {
        Shown::Code(code) => {
            put(buffer, row, columns.code, row.y, &code, seen.style(Role::Code));
        }
        Shown::Nothing => {
            put(buffer, row, columns.code, row.y, seen.sign(Sign::Rule), seen.style(Role::Muted));
        }
        Shown::Press => {
            let said = seen.words.say(&Text::new("tui-take").word("key", card::copy_key(home, seen)));
            let said = fit(&said, columns.right.saturating_sub(columns.code), "");
            put(buffer, row, columns.code, row.y, &said, seen.style(Role::Muted));
        }
    }
    if let Some(x) = columns.next
        && let Some(next) = next(home, account, seen)
    {
        put(buffer, row, x, row.y, &next, seen.style(Role::Muted));
    }
    draw_state(seen, account, row, columns, buffer);
}

fn draw_state(seen: Seen<'_>, account: &Account, row: Rect, columns: Columns, buffer: &mut Buffer) {
    match period(account) {
        Some(SHARED_PERIOD) if !columns.has_seconds => {
            put_right(buffer, row, columns.right, row.y, seen.sign(Sign::Ready), seen.style(Role::Ok));
        }
        Some(other) => {
            let Some(left) = left_of(other, seen) else { return };
            put_right(buffer, row, columns.right, row.y, &short_time(left.seconds), seen.style(left.role()));
        }
        None => {
            put_right(buffer, row, columns.right, row.y, seen.sign(Sign::Ready), seen.style(Role::Ok));
        }
    }
}

/// At most four columns: `48s`, `12m`, `23h`.
fn short_time(seconds: u32) -> String {
    match seconds {
        0..=999 => format!("{seconds}s"),
        1000..=35_999 => format!("{}m", seconds / 60),
        _ => format!("{}h", seconds / 3600),
    }
}

/// How long a code of this account lasts; `None` for counter-based ones and those without a key.
pub fn period(account: &Account) -> Option<u32> {
    account.params().ok().and_then(OtpParams::period).map(crate::otp::Period::seconds)
}

/// What stands in the place of the code.
#[derive(Debug, Eq, PartialEq)]
pub enum Shown {
    /// The code in groups, or dots where codes are hidden.
    Code(Zeroizing<String>),
    /// Nothing can be said at this moment (the clock is before 1970, the counter has ended).
    Nothing,
    /// A counter-based code is taken by a key.
    Press,
}

/// What an account shows now. A counter-based code shows only after it was taken and its counter saved.
pub fn shown(home: &Home, account: &Account, seen: Seen<'_>) -> Shown {
    let Ok(params) = account.params() else { return Shown::Nothing };
    if params.counter().is_some() {
        return in_sight(home, account.id)
            .map_or(Shown::Press, |taken| Shown::Code(written(home, account, &taken.code, seen)));
    }
    account.code_at(seen.desk.now).map_or(Shown::Nothing, |code| Shown::Code(written(home, account, &code, seen)))
}

/// The code after the present one; only time tells a next code.
pub fn next(home: &Home, account: &Account, seen: Seen<'_>) -> Option<Zeroizing<String>> {
    period(account)?;
    account.next_code_at(seen.desk.now).ok().map(|code| written(home, account, &code, seen))
}

/// A code in groups, or as many dots when codes are hidden.
fn written(home: &Home, account: &Account, code: &Code, seen: Seen<'_>) -> Zeroizing<String> {
    let is_chosen = || home.chosen().is_some_and(|chosen| chosen.id == account.id);
    let whole = || Zeroizing::new(code.expose().to_owned());
    let grouped = if seen.desk.config.group_digits { code.grouped() } else { whole() };
    if !home.accounts.is_hidden() && (!home.accounts.shows_only_chosen() || is_chosen()) {
        return grouped;
    }
    let dot = seen.sign(Sign::Bullet);
    Zeroizing::new(grouped.chars().map(|character| if character == ' ' { " " } else { dot }).collect())
}

/// Says how long is left, in words for a person.
pub fn seconds_left(seen: Seen<'_>, seconds: u32) -> String {
    seen.words.say(&Text::new("tui-seconds-left").number("seconds", seconds))
}
