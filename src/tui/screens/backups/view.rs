//! How the backups look: the one status line, the reminders, the list, and what is on its way.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::backup::{Level, Reminder, ago};
use crate::moment::Moment;
use crate::ops::doctor::Health;
use crate::ops::readiness::Ready;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::backing::SLOW;
use crate::tui::home::Home;
use crate::tui::keymap::Context;
use crate::tui::screens::Seen;
use crate::tui::screens::backups::kit::Step;
use crate::tui::screens::backups::setup::{self, Row};
use crate::tui::screens::backups::{Set, Show, State, deed_of, drill, kit_view, list};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_right, width};
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{form as form_rows, progress, sheet};

/// Draws it.
pub fn view(home: &Home, state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let title = seen.words.line(title(&state.show));
    let x = put(buffer, area, area.x, area.y, &title, seen.style(Role::Accent));
    if let Some(set) = &state.set {
        let kind = if set.is_portable { "tui-backup-portable" } else { "tui-backup-same-kind" };
        let said = format!("{} · {} · {}", set.name, set.account.as_str(), seen.words.line(kind));
        let said = fit(&said, area.right().saturating_sub(x + 2), seen.sign(Sign::More));
        put_right(buffer, area, area.right(), area.y, &said, seen.style(Role::Muted));
    }
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let mut page = Page::new(seen, body, buffer);
    match &state.show {
        Show::Difference(difference, top) => {
            compared(&mut page, state);
            if difference.is_none() {
                page.line("difference-none", Role::Ok);
            }
            let rows = page.rest(2);
            list::draw(&mut page, &list::lines(difference), *top, rows);
        }
        Show::Drilled(gist, top) => {
            let sum = page.seen.words.say(&gist.sum());
            page.say(&sum, Role::Selection);
            page.gap();
            let rows = page.rest(2);
            list::draw(&mut page, &list::drilled(gist), *top, rows);
        }
        Show::Kit(flow) => match &flow.step {
            Step::Proof(asked) => {
                let about = seen.words.line("tui-kit-proof");
                return crate::tui::proof::view(asked, &title, &about, seen, area, buffer);
            }
            _ => kit_view::view(&mut page, flow),
        },
        Show::List => standing(&mut page, home, state),
        Show::Proof(form) => proof(&mut page, form, home.backing.running().is_none()),
        Show::SetUp(form) => set_up(&mut page, form),
        Show::Tried(findings) => findings.view(&mut page, home.backing.is_making()),
    }
    bottom(home, state, seen, body, buffer);
}

const fn title(show: &Show) -> &'static str {
    match show {
        Show::Difference(..) => "tui-backup-difference",
        Show::Drilled(..) | Show::Proof(_) => "tui-backup-drill",
        Show::Kit(_) => "tui-kit",
        Show::List => "tui-backups",
        Show::SetUp(_) | Show::Tried(_) => "tui-setup",
    }
}

/// What was compared with what.
fn compared(page: &mut Page<'_>, state: &State) {
    let Some((earlier, later)) = &state.pair else { return };
    let when = |name: &crate::backup::FileName| {
        let file = state.files.iter().flatten().find(|file| file.name == *name);
        file.and_then(crate::backup::Listed::created).map_or_else(|| name.as_str().to_owned(), Moment::minute)
    };
    let said = match later {
        Some(later) => Text::new("difference-between").word("earlier", when(earlier)).word("later", when(later)),
        None => Text::new("difference-since").word("earlier", when(earlier)),
    };
    let said = page.seen.words.say(&said);
    page.say(&said, Role::Text);
    page.gap();
}

fn set_up(page: &mut Page<'_>, form: &setup::Form) {
    // On a low screen the rows are worth more.
    if page.area.height > 12 {
        page.line("tui-setup-about", Role::Muted);
    }
    page.gap();
    for row in form.rows() {
        set_up_row(page, form, row);
    }
    page.gap();
    if let Some((said, role)) = form.strength().filter(|_| form.row() == Row::Password) {
        let said = page.seen.words.say(&said);
        page.say(&said, role);
    } else if page.area.height > 12 {
        page.line(hint(form.row()), Role::Muted);
    }
}

const fn hint(row: Row) -> &'static str {
    match row {
        Row::Account => "tui-setup-account-hint",
        Row::Again | Row::Password => "tui-setup-password-hint",
        Row::Kind => "tui-setup-kind-hint",
        Row::Offer => "tui-setup-offer-hint",
        Row::Place => "tui-setup-place-hint",
        Row::Secret => "tui-setup-secret-hint",
        Row::User => "tui-setup-user-hint",
    }
}

fn set_up_row(page: &mut Page<'_>, form: &setup::Form, row: Row) {
    let (words, is_focused) = (page.seen.words, form.row() == row);
    let line = page.row();
    let label = match row {
        Row::Account => "tui-setup-account",
        Row::Again => "tui-setup-again",
        Row::Kind => "tui-setup-kind",
        Row::Offer => "tui-setup-offer",
        Row::Password => "tui-setup-password",
        Row::Place => "tui-setup-place",
        Row::Secret => "tui-setup-secret",
        Row::User => "tui-setup-user",
    };
    let theme = page.seen.theme();
    let field = form_rows::label(page.buffer, line, &words.line(label), is_focused, theme);
    match row {
        Row::Account => sheet::plain(page.buffer, field, &form.account, is_focused, theme),
        Row::Again => sheet::secret(page.buffer, field, &form.again, is_focused, theme),
        Row::Kind => {
            let id = ["tui-setup-kind-open", "tui-backup-same-kind", "tui-backup-portable"];
            let said = id.get(form.kind).map(|id| words.line(id)).unwrap_or_default();
            form_rows::choice(page.buffer, field, &said, is_focused, theme);
        }
        Row::Offer => {
            let taken = form.offer.checked_sub(1).and_then(|at| form.offered.get(at));
            let said = taken.map_or_else(|| words.line("tui-setup-offer-none"), |it| it.service.name().to_owned());
            form_rows::choice(page.buffer, field, &said, is_focused, theme);
        }
        Row::Password => sheet::secret(page.buffer, field, &form.password, is_focused, theme),
        Row::Place => sheet::plain(page.buffer, field, &form.place, is_focused, theme),
        Row::Secret => sheet::secret(page.buffer, field, &form.secret, is_focused, theme),
        Row::User => sheet::plain(page.buffer, field, &form.user, is_focused, theme),
    }
}

fn proof(page: &mut Page<'_>, form: &drill::Form, is_free: bool) {
    page.line("tui-drill-about", Role::Text);
    page.gap();
    page.line(if form.has_words { "tui-drill-words" } else { "tui-drill-password" }, Role::Accent);
    let row = page.row();
    let field = if form.has_words { &form.words } else { &form.password };
    sheet::secret(page.buffer, row, field, is_free, page.seen.theme());
}

/// The one status line: the age of the last verified backup and of the last checked password, place, counts.
fn standing(page: &mut Page<'_>, home: &Home, state: &State) {
    let (words, now) = (page.seen.words, page.seen.desk.now);
    let status = &home.backing.status;
    let Some(set) = &state.set else {
        page.line("tui-backup-off-about", Role::Warn);
        page.gap();
        let said = words.say(&remind(Reminder::SetUp, page.seen));
        page.say(&said, Role::Text);
        return;
    };
    let (sign, role) = match home.backing.level() {
        Level::Action => (Sign::Action, Role::Bad),
        Level::Fine => (Sign::Done, Role::Ok),
        Level::Off | Level::Waits => (Sign::Bullet, Role::Warn),
    };
    let verified = match status.last_verified {
        Some(at) => Text::new("tui-backup-verified").text("ago", ago(at, now)),
        None => Text::new("tui-backup-none-verified"),
    };
    let password = match status.password_checked {
        Some(at) => Text::new("tui-backup-password").text("ago", ago(at, now)),
        None => Text::new("tui-backup-password-never"),
    };
    let line = format!("{} {} {}", page.seen.sign(sign), words.say(&verified), words.say(&password));
    page.say(&line, role);
    place(page, set, state.files.as_ref().map(Vec::len));
    // On a low screen the list is worth more.
    let most = if page.area.height > 14 && state.ready.is_empty() { 2 } else { 0 };
    if page.area.height > 14 {
        state.ready.iter().for_each(|line| ready(page, line));
    }
    for reminder in home.backing.status.reminders.iter().filter(|reminder| **reminder != Reminder::BackUp).take(most) {
        let said = words.say(&remind(*reminder, page.seen));
        page.say(&said, Role::Warn);
    }
    if let Some(circle) = set.circle.as_ref().filter(|_| page.area.height > 14) {
        let said = page.seen.words.say(circle);
        page.say(&format!("{} {said}", page.seen.sign(Sign::Action)), Role::Warn);
        page.line("fix-protect-circular", Role::Muted);
    }
    if let Some(why) =
        home.backing.trouble.as_ref().or(home.backing.doubt.map(crate::ops::backup::Doubt::text).as_ref())
    {
        let said = words.say(&Text::new("tui-not-backed-up").text("why", why.clone()));
        page.say(&said, Role::Bad);
    }
    page.gap();
    files(page, state);
}

/// Where they lie, with how many were found there; not with how many are remembered.
fn place(page: &mut Page<'_>, set: &Set, found: Option<usize>) {
    let count = match found {
        Some(count) => Text::new("tui-backup-count").number("count", count),
        None => Text::new("tui-backup-goes-to"),
    };
    let count = page.seen.words.say(&count);
    let room = page.area.width.saturating_sub(width(&count) + 1);
    let place = fit(&set.place, room, page.seen.sign(Sign::More));
    page.say(&format!("{count} {place}"), Role::Text);
}

/// A line of the list: a sign, what was found, and the key that puts it right.
fn ready(page: &mut Page<'_>, line: &Ready) {
    let (sign, role) = match line.state {
        Health::Good => (Sign::Done, Role::Ok),
        Health::Fair => (Sign::Bullet, Role::Muted),
        Health::Bad => (Sign::Action, Role::Warn),
    };
    let (seen, row) = (page.seen, page.row());
    let x = put(page.buffer, row, row.x, row.y, seen.sign(sign), seen.style(role));
    let live = [Context::Backups];
    let action = line.repair.and_then(deed_of);
    let key = action.and_then(|action| seen.desk.keyboard.name(&live, action, seen.theme().unicode));
    let right = put_right(page.buffer, row, row.right(), row.y, &key.unwrap_or_default(), seen.style(Role::Key));
    let said = format!("{}: {}", seen.words.line(line.item.title()), seen.words.say(&line.what));
    let said = fit(&said, right.saturating_sub(x + 2), seen.sign(Sign::More));
    let role = if line.state == Health::Bad { Role::Warn } else { Role::Text };
    put(page.buffer, row, x + 1, row.y, &said, seen.style(role));
}

/// What is to be done, with the key that does it here.
fn remind(reminder: Reminder, seen: Seen<'_>) -> Text {
    let (id, action) = match reminder {
        Reminder::BackUp | Reminder::NeverBackedUp => ("tui-backup-remind-never", Action::BackUp),
        Reminder::CheckPassword => ("tui-backup-remind-password", Action::Drill),
        Reminder::MakeKit => ("tui-backup-remind-kit", Action::Kit),
        Reminder::MakeWords => ("tui-backup-remind-words", Action::Kit),
        Reminder::SetUp => ("tui-backup-off-hint", Action::SetUp),
        Reminder::Verify => ("tui-backup-remind-verify", Action::Verify),
    };
    Text::new(id).word("key", seen.desk.key(&[Context::Backups], action))
}

fn files(page: &mut Page<'_>, state: &State) {
    let Some(files) = &state.files else { return };
    if files.is_empty() {
        return page.line("tui-backup-empty-place", Role::Muted);
    }
    let rows = page.rest(3);
    page.list(files.len(), state.chosen, rows, &mut |page, at, row| {
        if let Some(file) = files.get(at) {
            list::file(page, state, file, at == state.chosen, row);
        }
    });
}

/// What is on its way, and how far; else what came of the last one.
fn bottom(home: &Home, state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let row = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    let slow = home.backing.running().filter(|running| seen.desk.tick.since(running.since) >= SLOW);
    match (slow, &state.said) {
        (Some(running), _) => {
            let says = if running.is_stopping() { "tui-backup-stopping" } else { running.says };
            progress::draw(buffer, row, &seen.words.line(says), running.progress, seen);
        }
        (None, Some((said, role))) => {
            let lines = crate::tui::widgets::line::wrap(&seen.words.say(said), row.width);
            let rows = u16::try_from(lines.len()).unwrap_or(1).min(3);
            let y = area.bottom().saturating_sub(rows);
            crate::tui::widgets::line::put_lines(
                buffer,
                Rect { y, height: rows, ..area },
                y,
                &lines,
                seen.style(*role),
            );
        }
        (None, None) => {}
    }
}
