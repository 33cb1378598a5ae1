//! Codes are taken: copied, counted, and a counter-based one seen only once its counter is saved.

use std::time::Duration;

use zeroize::Zeroizing;

use crate::account::AccountId;
use crate::ops::accounts::{Skip, Taken, take_code};
use crate::otp::Code;
use crate::ports::{ClipboardError, CopiedTo};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::Desk;
use crate::tui::effect::Effect;
use crate::tui::home::{Home, TakenCode, WaitingCode};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;

/// With less time left than this the next code is offered.
const SOON: Duration = Duration::from_secs(3);

/// How long a counter-based code may be seen.
const TAKEN_SHOWN: Duration = Duration::from_secs(60);

/// Takes a code: a time-based one goes to the clipboard at once, a counter-based one once its counter is saved.
pub(in crate::tui::screens::accounts) fn take(home: &mut Home, skip: Skip, desk: &mut Desk) {
    let Some(account) = home.chosen() else { return };
    let (id, badge) = (account.id, account.badge());
    if badge.is_some() && account.refused.is_some() {
        desk.notice(Text::new("tui-refused"), Role::Warn, crate::tui::desk::NOTICE);
        return;
    }
    if home.waiting.is_some() {
        desk.say(Text::new("tui-counter-first"));
        return;
    }
    let has_counter = account.has_counter();
    // Each taking uses a counter-based code up, so the one in sight is copied as often as it is wanted.
    if let (Skip::None, Some(taken)) = (skip, in_sight(home, id)) {
        return copy(&taken.code, desk);
    }
    // Nobody has seen its present one: that is the next, and leaving it out would leave the service behind.
    let skip = if has_counter { Skip::None } else { skip };
    match take_code(home.session.book_mut(), id, skip, desk.now) {
        Err(error) => desk.complain(&error),
        Ok(Taken::AfterSave(code)) => {
            home.waiting = Some(WaitingCode { id, code, job: None });
            home.changed(desk);
        }
        Ok(Taken::AtOnce(code)) => {
            home.saving.has_counts = true;
            copy(&code, desk);
        }
    }
}

/// The counter-based code of an account that was taken and can still be seen.
pub fn in_sight(home: &Home, id: AccountId) -> Option<&TakenCode> {
    home.taken.as_ref().filter(|taken| taken.id == id)
}

/// The verb of a deed where it takes a counter-based code, each time another one; `None` is that of the key table.
#[must_use]
pub fn verb(home: &Home, action: Action) -> Option<&'static str> {
    let account = home.chosen().filter(|account| account.has_counter())?;
    let copies = matches!(action, Action::Copy | Action::Accept) && in_sight(home, account.id).is_some();
    (!copies).then_some("tui-verb-next-code")
}

/// The counter of a code is saved: now it may be seen.
pub fn reveal(home: &mut Home, id: AccountId, code: Code, desk: &mut Desk) {
    copy(&code, desk);
    home.taken = Some(TakenCode { id, code, until: desk.tick_in(TAKEN_SHOWN) });
}

fn copy(code: &Code, desk: &mut Desk) {
    let text = Zeroizing::new(code.expose().to_owned());
    desk.code_ends = code.window().map(|window| window.until);
    desk.ask(|ticket| Effect::Copy(ticket, text));
}

/// The clipboard has answered.
pub fn copied(answer: Result<CopiedTo, ClipboardError>, desk: &mut Desk) {
    let seconds = desk.config.clipboard_seconds;
    let said = match answer {
        Err(error) => return desk.complain(&error),
        Ok(CopiedTo::System) => Text::new("tui-copied"),
        Ok(CopiedTo::Terminal) => Text::new("tui-copied-terminal"),
        Ok(CopiedTo::TerminalInTmux) => Text::new("tui-copied-tmux"),
    };
    desk.clipboard_until = Some(desk.tick_in(desk.config.clear_after()));
    if let Some(hint) = ends_soon(desk) {
        return desk.notice(hint, Role::Warn, crate::tui::desk::NOTICE);
    }
    desk.say(said.number("seconds", seconds));
}

/// A code that ends before it can be typed: says so, and which key takes the one after it.
fn ends_soon(desk: &Desk) -> Option<Text> {
    let left = desk.code_ends?.since(desk.now);
    if left >= SOON || left.is_zero() {
        return None;
    }
    let key = desk.keyboard.name(&[Context::Accounts], Action::CopyNext, desk.theme.unicode)?;
    let seconds = left.as_millis().div_ceil(1000);
    Some(Text::new("tui-copied-ends").number("seconds", seconds).word("key", key))
}
