//! What stands above the list: the vault and its state, what is searched for, the groups, the shared gauge.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::backup::{Level, ago};
use crate::text::Text;
use crate::tui::home::Home;
use crate::tui::screens::Seen;
use crate::tui::screens::accounts::Layout;
use crate::tui::shelf::Group;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::gauge::{self, Left};
use crate::tui::widgets::line::{fit, put, put_right, tail, width};

/// The period that nearly all accounts share, in seconds.
pub const SHARED_PERIOD: u32 = 30;

/// The columns of the shared gauge, without its number.
const GAUGE_CELLS: u16 = 12;

/// Draws all of it.
pub fn view(home: &Home, seen: Seen<'_>, layout: &Layout, buffer: &mut Buffer) {
    header(home, seen, layout.header, buffer);
    search(home, seen, layout.search, buffer);
    if let Some(row) = layout.rule {
        let rule = seen.sign(Sign::Rule).repeat(usize::from(row.width.saturating_sub(2)));
        put(buffer, row, row.x + 1, row.y, &rule, seen.style(Role::Border));
    }
    if let Some(row) = layout.groups {
        groups_line(home, seen, row, buffer);
    }
    if let Some(area) = layout.sidebar {
        sidebar(home, seen, area, buffer);
    }
    if let Some(row) = layout.gauge {
        shared_gauge(seen, row, row.x + 2, row.width.saturating_sub(12), buffer);
    }
}

fn header(home: &Home, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
    let x = put(buffer, row, row.x + 1, row.y, seen.sign(Sign::Logo), seen.style(Role::Accent));
    let count = Text::new("count-accounts").number("count", home.shelf.len());
    let id = if seen.desk.is_demo { "tui-title-demo" } else { "tui-title" };
    let mut right = row.right().saturating_sub(1);
    for (text, role) in state_of(home, seen).iter().rev() {
        let said = seen.words.say(text);
        if right.saturating_sub(x) < width(&said) + 4 {
            break;
        }
        right = put_right(buffer, row, right, row.y, &said, seen.style(*role)).saturating_sub(3);
    }
    let title = seen.words.say(&Text::new(id).text("accounts", count));
    let title = fit(&title, right.saturating_sub(x + 1), seen.sign(Sign::More));
    put(buffer, row, x + 1, row.y, &title, seen.style(Role::Selection));
}

/// What the person has to know of the vault, the most pressing last.
fn state_of(home: &Home, seen: Seen<'_>) -> Vec<(Text, Role)> {
    let mut states: Vec<_> = backups(home, seen).into_iter().collect();
    if home.session.is_read_only() {
        states.push((Text::new("tui-state-read-only"), Role::Warn));
    }
    if home.slow_save_in(seen.desk.tick).is_some_and(|left| left.is_zero()) {
        states.push((Text::new("tui-state-saving"), Role::Muted));
    }
    if home.saving.has_failed {
        states.push((Text::new("tui-state-not-saved"), Role::Bad));
    }
    // A vault that can't be saved does not lock.
    if let Some(at) = home.locks_at().filter(|_| !home.saving.has_failed) {
        let left = at.since(seen.desk.tick).as_secs();
        let time = format!("{}:{:02}", left / 60, left % 60);
        states.push((Text::new("tui-locks-in").word("time", time), Role::Muted));
    }
    states
}

/// How backups stand, in short. A vault without accounts has nothing to lose yet, and the demo is never backed up.
fn backups(home: &Home, seen: Seen<'_>) -> Option<(Text, Role)> {
    if seen.desk.is_demo || home.shelf.is_empty() {
        return None;
    }
    let verified = home.backing.status.last_verified;
    let at = |at| Text::new("tui-state-backed-up").text("ago", ago(at, seen.desk.now));
    Some(match (home.backing.level(), verified) {
        _ if home.backing.is_making() => (Text::new("tui-state-backing-up"), Role::Muted),
        (Level::Off, _) => (Text::new("tui-state-no-backups"), Role::Warn),
        (Level::Action, _) => (Text::new("tui-state-backup-action"), Role::Bad),
        (Level::Fine | Level::Waits, Some(verified)) => (at(verified), Role::Ok),
        (Level::Fine | Level::Waits, None) => (Text::new("tui-state-no-backup-yet"), Role::Warn),
    })
}

fn search(home: &Home, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
    let state = &home.accounts;
    let count = Text::new("tui-of").number("shown", state.rows.len()).number("all", home.shelf.len());
    let mut right =
        put_right(buffer, row, row.right().saturating_sub(1), row.y, &seen.words.say(&count), seen.style(Role::Muted));
    if !state.marked().is_empty() {
        let marked = seen.words.say(&Text::new("tui-marked").number("count", state.marked().len()));
        let marked = format!("{} {marked}", seen.sign(Sign::Done));
        right = put_right(buffer, row, right.saturating_sub(2), row.y, &marked, seen.style(Role::Key));
    }
    let x = put(buffer, row, row.x + 1, row.y, "/ ", seen.style(Role::Key));
    let room = right.saturating_sub(x + 2);
    if state.is_searching || !state.query.is_empty() {
        let x = put(buffer, row, x, row.y, tail(state.query.before(), room), seen.style(Role::Selection));
        let x = if state.is_searching {
            put(buffer, row, x, row.y, seen.sign(Sign::Cursor), seen.style(Role::Accent))
        } else {
            x
        };
        put(
            buffer,
            row,
            x,
            row.y,
            &fit(state.query.after(), right.saturating_sub(x + 2), ""),
            seen.style(Role::Selection),
        );
    } else {
        let hint = fit(&seen.words.line("tui-search-hint"), room, seen.sign(Sign::More));
        put(buffer, row, x, row.y, &hint, seen.style(Role::Muted));
    }
}

fn groups_line(home: &Home, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
    let gauge_x = row.right().saturating_sub(GAUGE_CELLS + 6);
    shared_gauge(seen, row, gauge_x, GAUGE_CELLS, buffer);
    let (tabs, more) = tabs(home, seen, row);
    for tab in tabs {
        put(buffer, row, tab.x, row.y, &tab.label, group_style(home, seen, tab.group));
    }
    if let Some(x) = more {
        put(buffer, row, x, row.y, seen.sign(Sign::More), seen.style(Role::Muted));
    }
}

/// A group of the line.
struct Tab {
    group: Group,
    label: String,
    x: u16,
}

/// The groups that the line has room for, and where the sign stands that says that there are more.
fn tabs(home: &Home, seen: Seen<'_>, row: Rect) -> (Vec<Tab>, Option<u16>) {
    let gauge_x = row.right().saturating_sub(GAUGE_CELLS + 6);
    let labels: Vec<(Group, String)> = home
        .shelf
        .groups()
        .iter()
        .map(|(group, count)| (*group, format!("{} {count}", name(home, seen, *group))))
        .collect();
    // What needs the person is always seen, at the end of the line; the others give way to it.
    let needs = labels.iter().position(|(group, _)| *group == Group::NeedsYou);
    let (shown, last) = labels.split_at(needs.unwrap_or(labels.len()));
    let kept = last.first().map_or(0, |(_, label)| width(label) + 3);
    let end = gauge_x.saturating_sub(2 + kept);
    let (mut x, mut tabs, mut more) = (row.x + 2, Vec::new(), None);
    for (group, label) in shown.iter().skip(first_shown(shown, home, end.saturating_sub(x))) {
        if x + width(label) > end {
            more = Some(x.saturating_sub(1));
            x += 1 + width(seen.sign(Sign::More));
            break;
        }
        tabs.push(Tab { group: *group, label: label.clone(), x });
        x += width(label) + 3;
    }
    for (group, label) in last {
        if x + width(label) > gauge_x.saturating_sub(1) {
            break;
        }
        tabs.push(Tab { group: *group, label: label.clone(), x });
        x += width(label) + 3;
    }
    (tabs, more)
}

/// The group whose tab, or whose row of the side bar, lies at a place.
pub fn group_at(home: &Home, seen: Seen<'_>, layout: &Layout, at: Position) -> Option<Group> {
    if let Some(row) = layout.groups.filter(|row| row.contains(at)) {
        let is_there = |tab: &Tab| (tab.x..tab.x + width(&tab.label)).contains(&at.x);
        return tabs(home, seen, row).0.into_iter().find(is_there).map(|tab| tab.group);
    }
    let side = layout.sidebar.filter(|area| area.contains(at))?;
    side_rows(home, side).find(|(_, _, y)| *y == at.y).map(|(group, _, _)| group)
}

/// The first group of the line from which the chosen one can still be seen.
fn first_shown(labels: &[(Group, String)], home: &Home, room: u16) -> usize {
    let Some(chosen) = labels.iter().position(|(group, _)| *group == home.accounts.group) else { return 0 };
    let reach =
        |first: usize| labels.iter().take(chosen + 1).skip(first).map(|(_, label)| width(label) + 3).sum::<u16>();
    (0..chosen).find(|first| reach(*first) <= room + 3).unwrap_or(chosen)
}

fn sidebar(home: &Home, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let wall = seen.sign(Sign::Wall);
    for y in area.top()..area.bottom() {
        put(buffer, area, area.right().saturating_sub(1), y, wall, seen.style(Role::Border));
    }
    put(buffer, area, area.x + 1, area.y, &seen.words.line("tui-groups"), seen.style(Role::Muted));
    for (group, count, y) in side_rows(home, area) {
        let right = area.right().saturating_sub(2);
        if group == home.accounts.group {
            put(buffer, area, area.x + 1, y, seen.sign(Sign::Bar), seen.style(Role::Accent));
        }
        let x = put_right(buffer, area, right, y, &count.to_string(), seen.style(Role::Muted));
        let label = fit(&name(home, seen, group), x.saturating_sub(area.x + 4), seen.sign(Sign::More));
        put(buffer, area, area.x + 3, y, &label, group_style(home, seen, group));
    }
}

/// The groups of the side bar with their counts and rows; those that are no groups of the person stand apart.
fn side_rows(home: &Home, area: Rect) -> impl Iterator<Item = (Group, usize, u16)> {
    let groups = home.shelf.groups();
    let apart = groups.iter().position(|(group, _)| *group == Group::NeedsYou).unwrap_or(groups.len());
    groups
        .iter()
        .enumerate()
        .zip(area.y + 2..)
        .map(move |((place, (group, count)), y)| (*group, *count, y + u16::from(place >= apart)))
}

fn group_style(home: &Home, seen: Seen<'_>, group: Group) -> ratatui::style::Style {
    match group {
        chosen if chosen == home.accounts.group => {
            seen.style(Role::Accent).add_modifier(ratatui::style::Modifier::UNDERLINED)
        }
        Group::NeedsYou => seen.style(Role::Badge),
        _ => seen.style(Role::Text),
    }
}

fn name(home: &Home, seen: Seen<'_>, group: Group) -> String {
    let signed = |sign, id| format!("{} {}", seen.sign(sign), seen.words.line(id));
    match group {
        Group::All => seen.words.line("tui-group-all"),
        Group::Named(place) => {
            home.session.book().groups().get(place).map(|name| fit(name, 16, seen.sign(Sign::More))).unwrap_or_default()
        }
        Group::NeedsYou => signed(Sign::Action, "tui-group-needs-you"),
        Group::Pinned => signed(Sign::Pin, "tui-group-pinned"),
    }
}

/// The gauge of the 30 seconds that all such codes share, with its number.
fn shared_gauge(seen: Seen<'_>, row: Rect, x: u16, cells: u16, buffer: &mut Buffer) {
    let Some(left) = left_of(SHARED_PERIOD, seen) else { return };
    let number = seen.words.say(&Text::new("tui-seconds").number("seconds", left.seconds));
    // The number ends where the row does, also in a language that says seconds in two letters.
    let cells = cells.saturating_sub(u16::try_from(number.chars().count()).unwrap_or(4).saturating_sub(4));
    gauge::draw(buffer, row, (x, row.y), cells, left, seen.theme());
    put(buffer, row, x + cells + 1, row.y, &format!("{number:>4}"), seen.style(left.role()));
}

/// How much of a period is left now; `None` before 1970, where nothing counts.
#[must_use]
pub fn left_of(period: u32, seen: Seen<'_>) -> Option<Left> {
    let into = seen.desk.now.unix().rem_euclid(i64::from(period.max(1)));
    let seconds = i64::from(period) - into;
    (seen.desk.now.unix() >= 0).then_some(Left { seconds: u32::try_from(seconds).unwrap_or(period), period })
}
