//! Signing in at a provider as it is drawn: the choice of the way, the visit, who was confirmed; and what is left where it
//! does not work.

use crate::account::{Account, Badge};
use crate::moment::Moment;
use crate::ports::VisitStep;
use crate::provider::Person;
use crate::text::{Explain, Text, clean_line};
use crate::tui::screens::signin::letter::Letter;
use crate::tui::screens::signin::steps::{field_row, told};
use crate::tui::screens::signin::{State, choices};
use crate::tui::theme::Role;
use crate::tui::widgets::digits::{Size, picture};
use crate::tui::widgets::line::{put_lines, width, wrap};
use crate::tui::widgets::page::Page;
use crate::tui::widgets::sheet;

pub(super) fn way(page: &mut Page<'_>, account: &Account) {
    match account.code_at(page.seen.desk.now).err() {
        None => page.line("tui-refused", Role::Warn),
        Some(error) => {
            let what = page.seen.words.say(&error.what());
            page.say(&what, Role::Text);
        }
    }
    page.gap();
    // Why it does not go on by the provider, in the words of its badge.
    if let Some(badge @ (Badge::Stuck { .. } | Badge::Waiting { .. })) = account.badge() {
        let about = page.seen.words.say(&badge.about());
        page.say(&about, Role::Warn);
        page.gap();
    }
    let about = page.seen.words.say(&choices::about_way(account, page.seen.desk));
    page.say(&about, Role::Muted);
}

pub(super) fn visit(page: &mut Page<'_>, state: &State) {
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

pub(super) fn person(page: &mut Page<'_>, account: &Account, state: &State) {
    let Some((identity, how)) = state.flow.identity() else { return };
    let name = identity.names().next().map_or_else(|| identity.subject.to_string(), |name| name.to_string());
    let who = Text::new("tui-signin-person").word("name", clean_line(&name).text);
    let who = page.seen.words.say(&who.word("issuer", clean_line(&identity.issuer).text));
    page.say(&who, Role::Text);
    page.gap();
    for said in identity.report() {
        let said = page.seen.words.say(&said);
        page.say(&said, Role::Muted);
    }
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

/// The day until which it waits.
pub(super) fn wait(page: &mut Page<'_>, state: &State) {
    page.line("tui-signin-wait", Role::Text);
    page.line("tui-signin-wait-about", Role::Muted);
    page.gap();
    let label = page.seen.words.line("tui-signin-day");
    let row = field_row(page, &label, true);
    sheet::plain(page.buffer, row, &state.day, true, page.seen.theme());
}

/// The text for the administrator, and where it can be written to.
pub(super) fn letter(page: &mut Page<'_>, letter: &Letter, state: &State) {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in &letter.text {
        lines.extend(wrap(&page.seen.words.say(paragraph), page.area.width));
        lines.push(String::new());
    }
    // The field and what is said of it stay in sight; Enter writes the file. The text above them scrolls.
    let below = state.trouble().map_or(1, |said| 2 + wrap(&page.seen.words.say(&said), page.area.width).len());
    let room = usize::from(page.rest(u16::try_from(below).unwrap_or(u16::MAX)));
    let top = letter.top.min(lines.len().saturating_sub(room));
    let seen: Vec<String> = lines.into_iter().skip(top).take(room).collect();
    page.y = put_lines(page.buffer, page.area, page.y, &seen, page.seen.style(Role::Text));
    let label = page.seen.words.line("tui-signin-letter-file");
    let row = field_row(page, &label, true);
    sheet::plain(page.buffer, row, &letter.path, true, page.seen.theme());
    told(page, state);
}
