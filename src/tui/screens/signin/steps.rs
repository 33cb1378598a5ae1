//! The steps of the flow as they are drawn.

use ratatui::layout::Rect;

use crate::account::{Account, Badge, SecondFactor};
use crate::moment::Moment;
use crate::ports::VisitStep;
use crate::provider::Person;
use crate::signin::{Standing, Step, contacts, standing};
use crate::text::{Explain, Text, clean_line};
use crate::tui::home::Home;
use crate::tui::screens::Seen;
use crate::tui::screens::accounts::badges;
use crate::tui::screens::signin::State;
use crate::tui::screens::signin::choices::{self, choices};
use crate::tui::theme::{Role, Sign};
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
    let account = state.account(home);
    match (state.flow.step(), account) {
        (Step::List, _) => list(page, home, state),
        (Step::Done, _) => done(page),
        (Step::Same, _) => same(page, home, state),
        (Step::Password, Some(_)) => password(page, state),
        (Step::Contact, Some(account)) => contact(page, account, state),
        (Step::Way, Some(account)) => way(page, account),
        (Step::Provider, Some(_)) => provider(page, state),
        (Step::Person, Some(account)) => person(page, account, state),
        (Step::Key, Some(account)) => key(page, home, account, state),
        (Step::Code, Some(account)) => code(page, home, account, state),
        (Step::Clock, Some(_)) => clock(page, state),
        (Step::Counter, Some(_)) => counter(page, state),
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
fn told(page: &mut Page<'_>, state: &State) {
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
fn field_row(page: &mut Page<'_>, label: &str, is_focused: bool) -> Rect {
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
        Standing::Refused => (Sign::Action, "tui-badge-action-short", Role::Warn),
        Standing::Sealed | Standing::SignIn => match badge {
            Some(badge) => return badges::short(seen, badge),
            None => (Sign::HalfMoon, "tui-badge-sign-in-short", Role::Badge),
        },
        Standing::Untried => (Sign::Ready, "tui-signin-is-untried", Role::Text),
        Standing::Waiting(until) => {
            let said = Text::new("tui-signin-is-waiting").word("date", date(until));
            return (Sign::Action, seen.words.say(&said), Role::Warn);
        }
    };
    (sign, seen.words.line(id), role)
}

fn date(at: Moment) -> String {
    let at = at.calendar();
    format!("{:04}-{:02}-{:02}", at.year, at.month, at.day)
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

// -- at the provider ---------------------------------------------------------------------------------------------------

fn way(page: &mut Page<'_>, account: &Account) {
    match account.code_at(page.seen.desk.now).err() {
        None => page.line("tui-refused", Role::Warn),
        Some(error) => {
            let what = page.seen.words.say(&error.what());
            page.say(&what, Role::Text);
        }
    }
    page.gap();
    let about = page.seen.words.say(&choices::about_way(account, page.seen.desk));
    page.say(&about, Role::Muted);
}

fn provider(page: &mut Page<'_>, state: &State) {
    page.line("tui-signin-provider-about", Role::Muted);
    page.gap();
    match &state.visit {
        None => page.line("tui-signin-provider-asked", Role::Accent),
        Some(VisitStep::Checking) => page.line("tui-signin-provider-checking", Role::Accent),
        Some(VisitStep::Retrying) => page.line("tui-signin-provider-retrying", Role::Warn),
        Some(VisitStep::EnterCode { code, address, until, .. }) => enter_code(page, code, address, *until),
        Some(VisitStep::OpenBrowser { address, until }) => {
            page.line("tui-signin-browser-open", Role::Text);
            page.gap();
            let address = clean_line(address).text;
            page.say(&address, Role::Muted);
            page.gap();
            waiting(page, "tui-signin-waiting-browser", *until);
        }
    }
}

fn enter_code(page: &mut Page<'_>, code: &str, address: &str, until: Moment) {
    let say = |page: &mut Page<'_>, id, address: String| {
        let said = page.seen.words.say(&Text::new(id).word("address", address));
        page.say(&said, Role::Text);
    };
    say(page, "tui-signin-device-open", clean_line(address).text);
    page.line("tui-signin-device-type", Role::Text);
    page.gap();
    let code = clean_line(code).text;
    let large = if page.seen.theme().unicode { picture(&code, Size::Three) } else { None };
    if let Some(lines) = large.filter(|lines| lines.iter().all(|line| width(line) <= page.area.width)) {
        page.y = put_lines(page.buffer, page.area, page.y, &lines, page.seen.style(Role::Code));
        page.gap();
    }
    // Also as it is typed: letters of three pixels may be taken for each other.
    page.say(&code, Role::Code);
    page.gap();
    page.line("tui-signin-device-warn", Role::Warn);
    page.gap();
    waiting(page, "tui-signin-waiting", until);
}

fn waiting(page: &mut Page<'_>, id: &'static str, until: Moment) {
    let left = until.since(page.seen.desk.now).as_secs();
    let clock = format!("{}:{:02}", left / 60, left % 60);
    let said = page.seen.words.say(&Text::new(id).word("left", clock));
    page.say(&said, Role::Accent);
}

fn person(page: &mut Page<'_>, account: &Account, state: &State) {
    let Some((identity, how)) = state.flow.identity() else { return };
    let name = identity.names().next().map_or_else(|| identity.subject.to_string(), |name| name.to_string());
    let who = Text::new("tui-signin-person").word("name", clean_line(&name).text);
    let who = page.seen.words.say(&who.word("issuer", clean_line(&identity.issuer).text));
    page.say(&who, Role::Text);
    page.gap();
    let factor = match identity.second_factor {
        SecondFactor::NotReported => Text::new("tui-signin-factor-none"),
        SecondFactor::Reported => {
            Text::new("tui-signin-factor").word("methods", clean_line(&identity.methods.join(", ")).text)
        }
    };
    let factor = page.seen.words.say(&factor);
    page.say(&factor, Role::Muted);
    let id = match how {
        Person::Named => "tui-signin-person-named",
        Person::Nameless => "tui-signin-person-nameless",
        Person::Pinned => "tui-signin-person-pinned",
    };
    let row = page.seen.words.say(&Text::new(id).word("row", clean_line(&account.name).text));
    page.say(&row, Role::Muted);
    page.gap();
    page.line("tui-signin-person-next", Role::Text);
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
    let is_ready = !matches!(standing(account, now), Standing::Sealed | Standing::SignIn | Standing::AddKey);
    if !is_ready {
        return;
    }
    if account.params().is_ok_and(|params| params.counter().is_some()) {
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

// -- refused -----------------------------------------------------------------------------------------------------------

fn clock(page: &mut Page<'_>, state: &State) {
    page.line("tui-signin-clock", Role::Text);
    let now = jiff::Timestamp::from_second(page.seen.desk.now.unix()).unwrap_or_default();
    let here = now.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let said = page.seen.words.say(&Text::new("tui-signin-clock-here").word("time", here));
    page.say(&said, Role::Accent);
    page.gap();
    if let Some(found) = state.flow.clock() {
        let offset = found.offset;
        let id = match (offset.matters(), offset.seconds < 0) {
            (false, _) => "tui-signin-clock-fine",
            (true, true) => "tui-signin-clock-ahead",
            (true, false) => "tui-signin-clock-behind",
        };
        let whose = match &found.server {
            Some(server) => Text::new("tui-signin-clock-by").word("server", clean_line(choices::host_of(server)).text),
            None => Text::new("tui-signin-clock-by-you"),
        };
        let said = Text::new(id).number("seconds", offset.seconds.unsigned_abs()).number("within", offset.within);
        let said = page.seen.words.say(&said.text("whose", whose));
        page.say(&said, if offset.matters() { Role::Warn } else { Role::Ok });
        page.gap();
    }
    corrected(page);
    let label = page.seen.words.line("tui-signin-time");
    let row = field_row(page, &label, true);
    sheet::plain(page.buffer, row, &state.time, true, page.seen.theme());
}

/// What is corrected already.
fn corrected(page: &mut Page<'_>) {
    let by = page.seen.desk.config.clock_correction;
    let id = match by.signum() {
        0 => return,
        1 => "tui-signin-corrected",
        _ => "tui-signin-corrected-back",
    };
    let said = page.seen.words.say(&Text::new(id).number("seconds", by.unsigned_abs()));
    page.say(&said, Role::Muted);
    page.gap();
}

fn counter(page: &mut Page<'_>, state: &State) {
    page.line("tui-signin-counter", Role::Text);
    page.line("tui-signin-counter-about", Role::Muted);
    page.gap();
    for (place, (label, field)) in ["tui-signin-first", "tui-signin-second"].into_iter().zip(&state.codes).enumerate() {
        let label = page.seen.words.line(label);
        let row = field_row(page, &label, state.focus == place);
        sheet::secret(page.buffer, row, field, state.focus == place, page.seen.theme());
    }
}
