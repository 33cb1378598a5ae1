//! How the flow looks: the way with what is done beside it, and the step.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::{Account, Credential};
use crate::signin::{Step, progress};
use crate::text::{Text, clean_line};
use crate::tui::home::Home;
use crate::tui::screens::Seen;
use crate::tui::screens::signin::{State, steps};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_right, width};
use crate::tui::widgets::page::Page;

/// From this width on the way stands beside the step.
const WIDE: u16 = 64;

/// The columns of the way.
const RAIL: u16 = 23;

/// Draws it.
pub fn view(home: &Home, state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let sum = progress(home.session.book());
    let said = seen.words.say(&Text::new("tui-signin-progress").number("done", sum.done).number("all", sum.all));
    put_right(buffer, area, area.right(), area.y, &said, seen.style(Role::Muted));
    let room = area.width.saturating_sub(width(&said) + 2);
    put(
        buffer,
        area,
        area.x,
        area.y,
        &fit(&title(home, state, seen), room, seen.sign(Sign::More)),
        seen.style(Role::Accent),
    );
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let account = state.account(home);
    let way = account.map(|account| way(account, state.flow.step())).unwrap_or_default();
    if area.width < WIDE || way.is_empty() || state.shows_qr || state.letter.is_some() {
        return steps::view(&mut Page::new(seen, body, buffer), home, state);
    }
    let rail = Rect { width: RAIL, ..body };
    let is_known = account.is_some_and(|account| account.provider_pin.is_some());
    draw_way(&way, state.flow.step(), is_known, seen, rail, buffer);
    for y in rail.top()..rail.bottom() {
        put(buffer, area, rail.right(), y, seen.sign(Sign::Wall), seen.style(Role::Border));
    }
    let x = rail.right() + 2;
    let body = Rect { x, width: area.right().saturating_sub(x), ..rail };
    steps::view(&mut Page::new(seen, body, buffer), home, state);
}

fn title(home: &Home, state: &State, seen: Seen<'_>) -> String {
    match state.account(home) {
        None => seen.words.line("tui-signin"),
        Some(account) => {
            let name = if account.issuer.is_empty() || account.name.is_empty() {
                account.title().to_owned()
            } else {
                format!("{} · {}", &*account.issuer, &*account.name)
            };
            seen.words.say(&Text::new("tui-signin-title").word("account", clean_line(&name).text))
        }
    }
}

/// The steps of an account's way, in order; each stands for those that belong to it.
fn way(account: &Account, step: Step) -> Vec<(Step, &'static str)> {
    let (key, code) = ((Step::Key, "tui-signin-step-key"), (Step::Code, "tui-signin-step-code"));
    match (&account.credential, step) {
        (Credential::Sealed(_), _) => {
            vec![(Step::Password, "tui-signin-step-password"), (Step::Contact, "tui-signin-step-contact"), code]
        }
        (Credential::Missing(_), _) => vec![(Step::Way, "tui-signin-step-who"), key, code],
        (Credential::Ready(_), Step::Clock | Step::Counter | Step::Way | Step::Key) => {
            let mut all = vec![(Step::Clock, "tui-signin-step-clock")];
            if account.has_counter() {
                all.push((Step::Counter, "tui-signin-step-counter"));
            }
            all.extend([key, code]);
            all
        }
        (Credential::Ready(_), _) => Vec::new(),
    }
}

/// Draws the way. A sign-in that was passed by is not ticked off: `is_known` says whether anybody was confirmed.
fn draw_way(way: &[(Step, &'static str)], now: Step, is_known: bool, seen: Seen<'_>, rail: Rect, buffer: &mut Buffer) {
    let belongs = match now {
        Step::Provider | Step::Person | Step::Wait => Step::Way,
        other => other,
    };
    let at = way.iter().position(|(step, _)| *step == belongs).unwrap_or(0);
    for ((place, (step, label)), y) in way.iter().enumerate().zip(rail.top()..rail.bottom()) {
        let (sign, role) = match place.cmp(&at) {
            std::cmp::Ordering::Less if *step == Step::Way && !is_known => (Sign::Bullet, Role::Muted),
            std::cmp::Ordering::Less => (Sign::Done, Role::Ok),
            std::cmp::Ordering::Equal => (Sign::Ready, Role::Accent),
            std::cmp::Ordering::Greater => (Sign::Bullet, Role::Muted),
        };
        put(buffer, rail, rail.x, y, seen.sign(sign), seen.style(role));
        let role = if place == at { Role::Selection } else { Role::Muted };
        let label = fit(&seen.words.line(label), RAIL - 3, seen.sign(Sign::More));
        put(buffer, rail, rail.x + 2, y, &label, seen.style(role));
    }
}
