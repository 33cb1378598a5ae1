//! The key of an account as a QR code, for another app to read: after the passphrase was asked again.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::{AccountId, NotReady};
use crate::formats::QrCode;
use crate::otp::{OtpParams, uri};
use crate::text::{Explain, Text, clean_line};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go};
use crate::tui::home::{Home, Over};
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Ticket};
use crate::tui::proof;
use crate::tui::screens::Seen;
use crate::tui::theme::Role;
use crate::tui::widgets::code::{Fitting, draw};
use crate::tui::widgets::line::{fit, put, put_lines, wrap};
use crate::tui::widgets::sheet;
use crate::vault::OpenError;

/// Whose, and how far the person is.
#[derive(Debug)]
pub struct State {
    id: AccountId,
    title: String,
    step: Step,
}

#[derive(Debug)]
enum Step {
    /// The passphrase is asked.
    Ask(proof::State),
    /// The codes of the same text, the sturdier one first; and whether a PIN is not in them.
    Shown(Vec<QrCode>, bool),
    /// There is none, and why.
    Why(NotReady),
}

impl State {
    /// For this account: the question, or why there is no code.
    #[must_use]
    pub fn new(account: &crate::account::Account) -> Self {
        let step = account.params().map_or_else(Step::Why, |_| Step::Ask(proof::State::default()));
        Self { id: account.id, title: clean_line(account.title()).text, step }
    }

    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self.step {
            Step::Ask(_) => proof::contexts(),
            Step::Shown(..) | Step::Why(_) => vec![Context::Shown],
        }
    }
}

/// A key on this screen.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Qr(state)) = &mut home.over else { return };
    let leaves = match &mut state.step {
        Step::Ask(asked) => proof::pressed(asked, press, desk),
        Step::Shown(..) | Step::Why(_) => matches!(press, Press::Do(Action::Back)),
    };
    if leaves {
        desk.go = Some(Go::Back);
    }
}

/// The passphrase was checked.
pub fn proved(home: &mut Home, ticket: Ticket, answer: Result<(), OpenError>) {
    let Home { over: Some(Over::Qr(state)), session, .. } = home else { return };
    let Step::Ask(asked) = &mut state.step else { return };
    if !proof::came(asked, ticket, answer) {
        return;
    }
    let Some(account) = session.book().get(state.id) else { return };
    state.step = account.params().map_or_else(Step::Why, |params| {
        let text = uri::write(&account.issuer, &account.name, params);
        let codes = [QrCode::of(&text), QrCode::smallest(&text)].into_iter().flatten().collect();
        Step::Shown(codes, matches!(params, OtpParams::Motp { .. }))
    });
}

/// The worker broke.
pub fn broke(home: &mut Home, ticket: Ticket) {
    if let Some(Over::Qr(state)) = &mut home.over
        && let Step::Ask(asked) = &mut state.step
    {
        proof::broke(asked, ticket);
    }
}

/// Draws it.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let title = seen.words.say(&Text::new("tui-qr").word("title", &state.title));
    match &state.step {
        Step::Ask(asked) => proof::view(asked, &title, &seen.words.line("tui-qr-about"), seen, area, buffer),
        Step::Shown(codes, lacks_pin) => shown(codes, *lacks_pin, &title, seen, area, buffer),
        Step::Why(why) => {
            let area = sheet::place(area, 6);
            put(buffer, area, area.x, area.y, &fit(&title, area.width, "…"), seen.style(Role::Accent));
            let none = seen.words.line("tui-qr-none");
            let y = put_lines(buffer, area, area.y + 2, &wrap(&none, area.width), seen.style(Role::Text));
            let what = seen.words.say(&why.what());
            let y = put_lines(buffer, area, y, &wrap(&what, area.width), seen.style(Role::Text));
            let fix = why.fix().map(|fix| seen.words.say(&fix)).unwrap_or_default();
            put_lines(buffer, area, y + 1, &wrap(&fix, area.width), seen.style(Role::Muted));
        }
    }
}

fn shown(codes: &[QrCode], lacks_pin: bool, title: &str, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let unicode = seen.theme().unicode;
    let Some(fitting) = Fitting::new(codes, unicode, area) else {
        return too_small(codes, title, seen, area, buffer);
    };
    let (columns, rows) = fitting.size(unicode);
    draw(fitting, seen.theme(), Rect { width: columns, height: rows, ..area }, buffer);
    let side = Rect { x: area.x + columns + 2, width: area.width.saturating_sub(columns + 3), ..area };
    if side.width < 12 {
        return;
    }
    let y = put_lines(buffer, side, side.y + 1, &wrap(title, side.width), seen.style(Role::Accent)) + 1;
    let y = put_lines(buffer, side, y, &wrap(&seen.words.line("tui-qr-scan"), side.width), seen.style(Role::Text)) + 1;
    let y = put_lines(buffer, side, y, &wrap(&seen.words.line("tui-qr-warn"), side.width), seen.style(Role::Warn)) + 1;
    if lacks_pin {
        put_lines(buffer, side, y, &wrap(&seen.words.line("tui-qr-no-pin"), side.width), seen.style(Role::Warn));
    }
}

/// Says what size the window must have.
fn too_small(codes: &[QrCode], title: &str, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let least = codes.last().map(Fitting::least);
    let text = match least.map(|least| least.size(seen.theme().unicode)) {
        None => Text::new("tui-qr-too-long"),
        Some((columns, rows)) => Text::new("tui-qr-too-small")
            .number("columns", columns)
            .number("rows", rows.saturating_add(1))
            .number("width", seen.desk.size.width)
            .number("height", seen.desk.size.height),
    };
    let area = sheet::place(area, 4);
    put(buffer, area, area.x, area.y, &fit(title, area.width, "…"), seen.style(Role::Accent));
    put_lines(buffer, area, area.y + 2, &wrap(&seen.words.say(&text), area.width), seen.style(Role::Warn));
}
