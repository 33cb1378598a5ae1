//! One account over the whole screen: its code as large as there is room, then every fact. Where there is no code a tile
//! says what is true and what helps.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Widget};

use crate::account::{Account, AccountId};
use crate::ops::accounts::Skip;
use crate::text::{Text, clean_line};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go};
use crate::tui::home::{Home, Over};
use crate::tui::screens::Seen;
use crate::tui::screens::accounts::card::{digits, press, why};
use crate::tui::screens::accounts::deeds::{ask_delete, grouped, pinned, protected, report_refused, sign_in};
use crate::tui::screens::accounts::facts;
use crate::tui::screens::accounts::head::left_of;
use crate::tui::screens::accounts::list::{Shown, next, period, seconds_left, shown};
use crate::tui::screens::accounts::taking::take;
use crate::tui::theme::{Role, Sign};
use crate::tui::undo::take_back;
use crate::tui::widgets::badges;
use crate::tui::widgets::digits::Size;
use crate::tui::widgets::gauge;
use crate::tui::widgets::line::{fit, put, put_lines, put_right, width, wrap};
use crate::words::Catalog;

/// From this height of the screen on there are rules and empty rows.
const ROOMY: u16 = 18;

/// The most columns that the content takes: six of the largest digits.
const WIDEST: u16 = 104;

/// The widest tile and the widest line of facts; longer lines are hard to read.
const TEXT: u16 = 76;

/// Which account, and how far its facts are scrolled.
#[derive(Debug)]
pub struct State {
    id: AccountId,
    top: u16,
}

impl State {
    /// Which account it is.
    #[must_use]
    pub const fn id(&self) -> AccountId {
        self.id
    }
}

/// Opens the chosen account over the whole screen.
pub fn open_chosen(home: &mut Home) {
    home.full = home.chosen().map(|account| State { id: account.id, top: 0 });
}

/// Opens this account over the whole screen; nothing is in front of it then.
pub fn open(home: &mut Home, id: AccountId) -> Option<Over> {
    home.full = home.session.book().get(id).map(|_| State { id, top: 0 });
    None
}

/// A deed on this screen.
pub fn acted(home: &mut Home, action: Action, desk: &mut Desk) {
    match action {
        Action::AccountNext => step(home, true, desk),
        Action::AccountPrevious => step(home, false, desk),
        Action::Back => home.full = None,
        Action::Codes => desk.go = home.chosen().map(|account| Go::Codes(account.id)),
        Action::Copy => take(home, Skip::None, desk),
        Action::CopyNext => take(home, Skip::One, desk),
        Action::Delete => ask_delete(home),
        Action::Edit => desk.go = home.chosen().map(|account| Go::Edit(account.id)),
        Action::Groups => grouped(home, desk),
        Action::Protect => protected(home, desk),
        Action::Hide => home.accounts.hide(!home.accounts.is_hidden()),
        Action::Pin => pinned(home, desk),
        Action::Qr => desk.go = home.chosen().map(|account| Go::Qr(account.id)),
        Action::ReportRefused => report_refused(home, desk),
        Action::SignIn => sign_in(home, desk),
        Action::Undo => take_back(home, desk),
        other => scrolled(home, other, desk),
    }
}

/// The account after this one in the list, or before it.
fn step(home: &mut Home, is_forward: bool, desk: &Desk) {
    home.accounts.moved(if is_forward { Action::Down } else { Action::Up }, desk.size);
    let chosen = home.accounts.chosen_row().and_then(|row| home.session.book().all().get(row));
    home.full = chosen.map(|account| State { id: account.id, top: 0 });
}

fn scrolled(home: &mut Home, action: Action, desk: &Desk) {
    // How many lines there are depends on the language; the view's own catalogue is not at hand here.
    let words = Catalog::new(desk.language);
    let seen = Seen { desk, words: &words };
    let (Some(account), Some(state)) = (home.chosen(), &home.full) else { return };
    let room = room_for_facts(home, account, seen);
    let count = u16::try_from(fact_lines(seen, account, room.width).len()).unwrap_or(u16::MAX);
    let (last, page) = (count.saturating_sub(room.height), room.height.max(1));
    let top = match action {
        Action::Down => state.top + 1,
        Action::First => 0,
        Action::Last => last,
        Action::PageDown => state.top.saturating_add(page),
        Action::PageUp => state.top.saturating_sub(page),
        Action::Up => state.top.saturating_sub(1),
        _ => state.top,
    };
    if let Some(state) = &mut home.full {
        state.top = top.min(last);
    }
}

/// Where things stand.
#[derive(Clone, Copy, Debug)]
struct Places {
    title: Rect,
    rule: Option<Rect>,
    content: Rect,
}

impl Places {
    fn new(seen: Seen<'_>) -> Self {
        let size = seen.desk.size;
        let is_roomy = size.height >= ROOMY;
        // The footer, and above it the row of notices; on a low screen they share one.
        let height = size.height.saturating_sub(if is_roomy { 2 } else { 1 });
        let screen = Rect { x: 0, y: 0, width: size.width, height };
        let row = |y: u16| Rect { y, height: 1, ..screen }.intersection(screen);
        let above = if is_roomy { 3 } else { 1 };
        let wide = screen.width.saturating_sub(4).min(WIDEST);
        let content =
            Rect { x: (screen.width - wide) / 2, y: above, width: wide, height: height.saturating_sub(above) };
        Self { title: row(0), rule: is_roomy.then(|| row(1)), content }
    }

    const fn is_roomy(&self) -> bool {
        self.rule.is_some()
    }
}

/// Draws it.
pub fn view(home: &Home, state: &State, seen: Seen<'_>, buffer: &mut Buffer) {
    let Some(account) = home.chosen() else { return };
    let places = Places::new(seen);
    title(home, seen, account, places.title, buffer);
    if let Some(row) = places.rule {
        let rule = seen.sign(Sign::Rule).repeat(usize::from(row.width.saturating_sub(2)));
        put(buffer, row, row.x + 1, row.y, &rule, seen.style(Role::Border));
    }
    head(home, seen, account, &places, buffer);
    let area = room_for_facts(home, account, seen);
    let lines = fact_lines(seen, account, area.width);
    for ((label, value), y) in lines.iter().skip(usize::from(state.top)).zip(area.top()..area.bottom()) {
        put(buffer, area, area.x, y, label, seen.style(Role::Muted));
        put(buffer, area, area.x + labels(area.width), y, value, seen.style(Role::Text));
    }
    if lines.len() > usize::from(state.top) + usize::from(area.height) {
        let (x, y) = (area.right(), area.bottom().saturating_sub(1));
        put_right(buffer, buffer.area, x, y, seen.sign(Sign::More), seen.style(Role::Key));
    }
}

fn title(home: &Home, seen: Seen<'_>, account: &Account, row: Rect, buffer: &mut Buffer) {
    let (sign, words, role) = badges::state(seen, account.badge());
    let state = format!("{} {words}", seen.sign(sign));
    let mut right = put_right(buffer, row, row.right().saturating_sub(1), row.y, &state, seen.style(role));
    let place =
        home.accounts.place().map(|(place, count)| Text::new("tui-of").number("shown", place).number("all", count));
    if let Some(place) = place.filter(|_| row.width >= 60) {
        right =
            put_right(buffer, row, right.saturating_sub(3), row.y, &seen.words.say(&place), seen.style(Role::Muted));
    }
    let mut x = row.x + 1;
    if account.pinned {
        x = put(buffer, row, x, row.y, seen.sign(Sign::Pin), seen.style(Role::Warn)) + 1;
    }
    let name = fit(&clean_line(account.title()).text, right.saturating_sub(x + 2), seen.sign(Sign::More));
    let x = put(buffer, row, x, row.y, &name, seen.style(Role::Accent));
    if !account.issuer.is_empty() && right > x + 12 {
        let name = fit(&clean_line(&account.name).text, right.saturating_sub(x + 5), seen.sign(Sign::More));
        put(buffer, row, x + 2, row.y, &name, seen.style(Role::Text));
    }
}

/// How large the code can be, and how many rows the head takes with it.
fn head_rows(home: &Home, account: &Account, seen: Seen<'_>, places: &Places) -> u16 {
    let content = places.content;
    if account.badge().is_some() || shown(home, account, seen) == Shown::Nothing {
        return tile_rows(seen, account, places) + u16::from(places.is_roomy());
    }
    match shown(home, account, seen) {
        Shown::Code(code) => {
            let rows = u16::try_from(large(seen, &code, content).len()).unwrap_or(1);
            if places.is_roomy() { rows + 4 } else { rows + 1 }
        }
        Shown::Nothing | Shown::Press => {
            if places.is_roomy() {
                5
            } else {
                3
            }
        }
    }
}

/// The code in the largest digits that there is room for.
fn large(seen: Seen<'_>, code: &str, content: Rect) -> Vec<String> {
    let has_room = |size: &Size| size.rows() * 5 / 2 <= content.height;
    let fits = |lines: &Vec<String>| lines.iter().all(|line| width(line) <= content.width);
    let sizes = [Size::Ten, Size::Five, Size::Three].into_iter().filter(has_room);
    let found = sizes.map(|size| digits(seen, code, size)).find(fits);
    found.unwrap_or_else(|| vec![code.to_owned()])
}

/// The code with its gauge, or what stands in its place.
fn head(home: &Home, seen: Seen<'_>, account: &Account, places: &Places, buffer: &mut Buffer) {
    let content = places.content;
    match shown(home, account, seen) {
        Shown::Code(code) if account.badge().is_none() => {
            let lines = large(seen, &code, content);
            let wide = lines.iter().map(|line| width(line)).max().unwrap_or(0);
            let area = centred(content, wide.max(TEXT.min(content.width)));
            let x = area.x + area.width.saturating_sub(wide) / 2;
            let code = Rect { x, width: wide, ..content };
            let y = put_lines(buffer, code, content.y, &lines, seen.style(Role::Code));
            timing(home, seen, account, Rect { y: y + u16::from(places.is_roomy()), ..area }, buffer);
        }
        Shown::Press if account.badge().is_none() => {
            press(home, seen, account, facts_area(content), buffer);
        }
        _ => tile(seen, account, places, buffer),
    }
}

/// Whether the large code lies at a place: a click there copies it.
#[must_use]
pub fn is_code(home: &Home, seen: Seen<'_>, at: Position) -> bool {
    let Some(account) = home.chosen().filter(|account| account.badge().is_none()) else { return false };
    let places = Places::new(seen);
    let rows = head_rows(home, account, seen, &places);
    Rect { height: rows, ..places.content }.intersection(places.content).contains(at)
}

/// The time left, and the next code.
fn timing(home: &Home, seen: Seen<'_>, account: &Account, area: Rect, buffer: &mut Buffer) {
    let Some(left) = period(account).and_then(|period| left_of(period, seen)) else {
        let counter = account.params().ok().and_then(|params| params.counter()).map_or(0, |counter| counter.get());
        let said = seen.words.say(&Text::new("tui-counter").number("counter", counter));
        put(buffer, area, area.x, area.y, &said, seen.style(Role::Muted));
        return;
    };
    let number = if area.width >= 60 { seconds_left(seen, left.seconds) } else { format!("{} s", left.seconds) };
    let next = next(home, account, seen);
    let said = next.as_ref().map(|_| seen.words.line("tui-next")).unwrap_or_default();
    let after = next.as_ref().map_or(0, |next| width(next) + width(&said) + 1);
    let cells = area.width.saturating_sub(after + width(&number) + 5).min(40);
    gauge::draw(buffer, area, (area.x, area.y), cells, left, seen.theme());
    put(buffer, area, area.x + cells + 1, area.y, &number, seen.style(left.role()));
    if let Some(next) = next {
        let x = area.right().saturating_sub(after);
        let x = put(buffer, area, x, area.y, &said, seen.style(Role::Muted));
        put(buffer, area, x + 1, area.y, &next, seen.style(Role::Text));
    }
}

// -- the tile --------------------------------------------------------------------------------------------------------

fn tile_area(places: &Places) -> Rect {
    let content = places.content;
    let wide = if places.is_roomy() { content.width.min(64) } else { content.width };
    centred(content, wide)
}

fn tile_rows(seen: Seen<'_>, account: &Account, places: &Places) -> u16 {
    let area = tile_area(places);
    let inside = if places.is_roomy() { area.width.saturating_sub(6) } else { area.width };
    let mut nowhere = Buffer::empty(Rect::new(0, 0, inside, 40));
    let rows = why(seen, account, Rect::new(0, 0, inside, 40), &mut nowhere);
    if places.is_roomy() { rows + 4 } else { rows }
}

/// Says what is missing, and what helps.
fn tile(seen: Seen<'_>, account: &Account, places: &Places, buffer: &mut Buffer) {
    let area = Rect { height: tile_rows(seen, account, places), ..tile_area(places) }.intersection(buffer.area);
    if !places.is_roomy() {
        why(seen, account, area, buffer);
        return;
    }
    let border = if seen.theme().unicode { BorderType::Rounded } else { BorderType::Plain };
    Block::bordered().border_type(border).border_style(seen.style(Role::Border)).render(area, buffer);
    let Some(badge) = account.badge() else { return };
    let (sign, words, role) = badges::long(seen, badge);
    let title = format!(" {} {words} ", seen.sign(sign));
    put(buffer, area, area.x + 2, area.y, &fit(&title, area.width.saturating_sub(4), ""), seen.style(role));
    let inside = Rect { x: area.x + 3, y: area.y + 2, width: area.width.saturating_sub(6), height: area.height };
    why(seen, account, inside.intersection(area), buffer);
}

// -- the facts -------------------------------------------------------------------------------------------------------

/// The columns of the labels.
const LABELS: u16 = 20;

fn labels(wide: u16) -> u16 {
    LABELS.min(wide * 2 / 5)
}

fn facts_area(content: Rect) -> Rect {
    centred(content, content.width.min(TEXT))
}

fn room_for_facts(home: &Home, account: &Account, seen: Seen<'_>) -> Rect {
    let places = Places::new(seen);
    let taken = head_rows(home, account, seen, &places).min(places.content.height);
    let area = facts_area(places.content);
    Rect { y: area.y + taken, height: area.height - taken, ..area }
}

/// The facts as rows: the label stands in the first of them.
fn fact_lines(seen: Seen<'_>, account: &Account, wide: u16) -> Vec<(String, String)> {
    let labels = labels(wide);
    let mut rows = Vec::new();
    for fact in facts::all(seen, account) {
        let label = fit(&seen.words.line(fact.label), labels.saturating_sub(1), seen.sign(Sign::More));
        for (place, line) in wrap(&fact.value, wide.saturating_sub(labels)).into_iter().enumerate() {
            rows.push((if place == 0 { label.clone() } else { String::new() }, line));
        }
    }
    rows
}

fn centred(area: Rect, wide: u16) -> Rect {
    let wide = wide.min(area.width);
    Rect { x: area.x + (area.width - wide) / 2, width: wide, ..area }
}
