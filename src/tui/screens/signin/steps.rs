//! The steps of the flow as they are drawn.

use ratatui::layout::Rect;

use crate::account::{Account, Badge};
use crate::signin::{Standing, Step, contacts, standing};
use crate::text::{Explain, Text, clean_line};
use crate::tui::home::Home;
use crate::tui::screens::Seen;
use crate::tui::screens::signin::choices::{self, choices};
use crate::tui::screens::signin::{State, provider, refused};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::badges;
use crate::tui::widgets::digits::{Size, picture};
use crate::tui::widgets::line::{fit, put, put_lines, put_right, width};
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{code, sheet};

/// Draws the step.
pub(super) fn view(page: &mut Page<'_>, home: &Home, state: &State) {
    if state.shows_qr
        && let Some(address) = choices::address(state, home)
    {
        return code::draw_address(page.seen, &address, page.area, page.buffer);
    }
    if let Some(letter) = &state.letter {
        return provider::letter(page, letter, state);
    }
    let account = state.account(home);
    match (state.flow.step(), account) {
        (Step::List, _) => list(page, home, state),
        (Step::Done, _) => done(page),
        (Step::Same, _) => same(page, home, state),
        (Step::Password, Some(_)) => password(page, state),
        (Step::Contact, Some(account)) => contact(page, account, state),
        (Step::Way, Some(account)) => provider::way(page, account),
        (Step::Provider, Some(_)) => provider::visit(page, state),
        (Step::Person, Some(account)) => provider::person(page, account, state),
        (Step::Key, Some(account)) => key(page, home, account, state),
        (Step::Code, Some(account)) => code(page, home, account, state),
        (Step::Clock, Some(_)) => refused::clock(page, state),
        (Step::Counter, Some(_)) => refused::counter(page, state),
        (Step::Wait, Some(_)) => provider::wait(page, state),
        (_, None) => {}
    }
    if state.flow.step() != Step::List {
        offered(page, home, state);
    }
    told(page, state);
}

/// What can be chosen.
fn offered(page: &mut Page<'_>, home: &Home, state: &State) {
    let all = choices(state, home, page.seen.desk);
    if all.is_empty() || state.flow.is_busy() {
        return;
    }
    page.gap();
    let rows = u16::try_from(all.len()).unwrap_or(u16::MAX);
    page.list(all.len(), state.chosen, rows, &mut |page, at, row| {
        let Some(choice) = all.get(at) else { return };
        let role = if at == state.chosen { Role::Selection } else { Role::Text };
        let label = page.seen.words.say(&choice.text(state, page.seen.desk));
        put(page.buffer, row, row.x, row.y, &fit(&label, row.width, page.seen.sign(Sign::More)), page.seen.style(role));
    });
}

/// What is under way, or wrong.
pub(super) fn told(page: &mut Page<'_>, state: &State) {
    if state.flow.is_busy() && state.flow.step() != Step::Provider {
        page.gap();
        let id = match state.flow.step() {
            Step::Contact | Step::Same => "tui-signin-opening",
            Step::Clock => "tui-signin-asking-time",
            _ => "tui-signin-reading",
        };
        return page.line(id, Role::Accent);
    }
    if let Some(trouble) = state.trouble() {
        page.gap();
        let said = page.seen.words.say(&trouble);
        page.say(&said, Role::Warn);
    }
}

/// The first of two lines of a field: what it is called.
pub(super) fn field_row(page: &mut Page<'_>, label: &str, is_focused: bool) -> Rect {
    let row = page.row();
    let role = if is_focused { Role::Accent } else { Role::Muted };
    put(page.buffer, row, row.x, row.y, label, page.seen.style(role));
    let wide = width(label) + 2;
    Rect { x: row.x + wide, width: row.width.saturating_sub(wide), ..row }
}

// -- the list ----------------------------------------------------------------------------------------------------------

fn list(page: &mut Page<'_>, home: &Home, state: &State) {
    let now = page.seen.desk.now;
    let items = state.flow.items(home.session.book(), now);
    if items.is_empty() {
        return page.line("tui-signin-nothing", Role::Text);
    }
    let (opened, not_opened) = (state.flow.same().opened.len(), state.flow.same().not_opened.len());
    if opened + not_opened > 0 {
        let said = Text::new("tui-signin-same-went").number("opened", opened).number("left", not_opened);
        let said = page.seen.words.say(&said);
        page.say(&said, Role::Ok);
    }
    page.line("tui-signin-list", Role::Muted);
    page.gap();
    let rows = page.rest(2);
    page.list(items.len(), state.chosen, rows, &mut |page, at, row| {
        let Some(item) = items.get(at) else { return };
        let Some(account) = home.session.book().get(item.id) else { return };
        let (sign, said, role) = looks(item.standing, account.badge(), page.seen);
        let said = format!("{} {said}", page.seen.sign(sign));
        let right = put_right(page.buffer, row, row.right(), row.y, &said, page.seen.style(role));
        let name = clean_line(&format!("{}  {}", account.title(), &*account.name)).text;
        let name = fit(&name, right.saturating_sub(row.x + 2), page.seen.sign(Sign::More));
        let role = if at == state.chosen { Role::Selection } else { Role::Text };
        put(page.buffer, row, row.x, row.y, &name, page.seen.style(role));
    });
}

/// How a row's standing looks: as beside the account itself, where that says what is to be done.
fn looks(standing: Standing, badge: Option<Badge>, seen: Seen<'_>) -> (Sign, String, Role) {
    let (sign, id, role) = match standing {
        Standing::AddKey => (Sign::Action, "tui-signin-is-add-key", Role::Warn),
        Standing::Done => (Sign::Done, "tui-signin-is-done", Role::Ok),
        Standing::Refused | Standing::Stuck(_) => (Sign::Action, "tui-badge-action-short", Role::Warn),
        Standing::Sealed | Standing::SignIn => match badge {
            Some(badge) => return badges::short(seen, badge),
            None => (Sign::HalfMoon, "tui-badge-sign-in-short", Role::Badge),
        },
        Standing::Untried => (Sign::Ready, "tui-signin-is-untried", Role::Text),
        Standing::Waiting(until) => {
            let said = Text::new("tui-signin-is-waiting").word("date", until.day());
            return (Sign::Action, seen.words.say(&said), Role::Warn);
        }
    };
    (sign, seen.words.line(id), role)
}

fn done(page: &mut Page<'_>) {
    page.line("tui-signin-done", Role::Ok);
    page.gap();
    page.line("tui-signin-done-next", Role::Muted);
}

// -- sealed ------------------------------------------------------------------------------------------------------------

fn password(page: &mut Page<'_>, state: &State) {
    page.line("tui-signin-password", Role::Text);
    page.line("tui-signin-password-about", Role::Muted);
    page.gap();
    let label = page.seen.words.line("tui-signin-step-password");
    let row = field_row(page, &label, true);
    sheet::secret(page.buffer, row, &state.password, true, page.seen.theme());
}

fn contact(page: &mut Page<'_>, account: &Account, state: &State) {
    page.line("tui-signin-contact", Role::Text);
    page.line("tui-signin-contact-about", Role::Muted);
    page.gap();
    let slots = contacts(account);
    page.list(slots.len(), state.focus, page.rest(6).max(2), &mut |page, at, row| {
        let Some(slot) = slots.get(at) else { return };
        let role = if at == state.focus { Role::Selection } else { Role::Text };
        let hint = fit(&clean_line(&slot.hint).text, row.width, page.seen.sign(Sign::More));
        put(page.buffer, row, row.x, row.y, &hint, page.seen.style(role));
    });
    page.gap();
    let is_phone = slots.get(state.focus).is_some_and(|slot| slot.contact_kind == 2);
    let label = page.seen.words.line(if is_phone { "tui-signin-phone" } else { "tui-signin-email" });
    let row = field_row(page, &label, true);
    sheet::plain(page.buffer, row, &state.contact, true, page.seen.theme());
}

fn same(page: &mut Page<'_>, home: &Home, state: &State) {
    let others = state.flow.others(home.session.book());
    let said = page.seen.words.say(&Text::new("tui-signin-same").number("count", others.len()));
    page.say(&said, Role::Text);
    page.gap();
    for account in others.iter().filter_map(|id| home.session.book().get(*id)).take(usize::from(page.rest(8))) {
        let name = clean_line(&format!("{}  {}", account.title(), &*account.name)).text;
        page.say(&name, Role::Muted);
    }
}

// -- the new key -------------------------------------------------------------------------------------------------------

fn key(page: &mut Page<'_>, home: &Home, account: &Account, state: &State) {
    match choices::service(state, home) {
        None => {
            let said = page
                .seen
                .words
                .say(&Text::new("tui-signin-page-unknown").word("service", clean_line(account.title()).text));
            page.say(&said, Role::Text);
        }
        Some(service) => {
            let said = page.seen.words.say(&Text::new("tui-signin-page").word("service", service.name.clone()));
            page.say(&said, Role::Text);
            page.say(&service.security, Role::Key);
            page.say(&service.place, Role::Text);
            let hint = match &service.key {
                Some(key) => Text::new("tui-signin-cant-scan").word("words", key.clone()),
                None => Text::new("tui-signin-cant-scan-look"),
            };
            let hint = page.seen.words.say(&hint);
            page.say(&hint, Role::Muted);
        }
    }
    page.gap();
    let label = page.seen.words.line("tui-signin-key");
    let row = field_row(page, &label, state.focus == 0);
    sheet::secret(page.buffer, row, &state.key, state.focus == 0, page.seen.theme());
    let label = page.seen.words.line("tui-signin-picture");
    let row = field_row(page, &label, state.focus == 1);
    sheet::plain(page.buffer, row, &state.picture, state.focus == 1, page.seen.theme());
}

fn code(page: &mut Page<'_>, home: &Home, account: &Account, state: &State) {
    for remark in state.flow.remarks() {
        let said = page.seen.words.say(remark);
        page.say(&said, Role::Warn);
    }
    page.line("tui-signin-code", Role::Text);
    page.gap();
    let now = page.seen.desk.now;
    let is_ready = matches!(standing(account, now), Standing::Done | Standing::Untried);
    if !is_ready {
        return;
    }
    if account.has_counter() {
        let taken = home.taken.as_ref().filter(|taken| taken.id == account.id);
        return match taken {
            Some(taken) => digits(page, &taken.code.grouped()),
            None => page.line("tui-signin-code-counting", Role::Muted),
        };
    }
    match account.code_at(now) {
        Err(error) => {
            let what = page.seen.words.say(&error.what());
            page.say(&what, Role::Warn);
        }
        Ok(code) => {
            digits(page, &code.grouped());
            if let Some(window) = code.window() {
                let seconds = window.until.since(now).as_secs();
                let said = page.seen.words.say(&Text::new("tui-signin-code-left").number("seconds", seconds));
                page.say(&said, Role::Muted);
            }
        }
    }
}

fn digits(page: &mut Page<'_>, code: &str) {
    let large = if page.seen.theme().unicode { picture(code, Size::Three) } else { None };
    let lines = large.filter(|lines| lines.iter().all(|line| width(line) <= page.area.width));
    let lines = lines.unwrap_or_else(|| vec![code.to_owned()]);
    page.y = put_lines(page.buffer, page.area, page.y, &lines, page.seen.style(Role::Code));
    page.gap();
}
