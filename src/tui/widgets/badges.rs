//! How a badge looks: its sign, its words and its colour; the words say it all, the others help.

use crate::account::Badge;
use crate::text::Text;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};

/// The badge in full.
pub fn long(seen: Seen<'_>, badge: Badge) -> (Sign, String, Role) {
    let (sign, role) = look(badge);
    (sign, seen.words.say(&badge.text()), role)
}

/// As few words as say what is to be done.
pub fn short(seen: Seen<'_>, badge: Badge) -> (Sign, String, Role) {
    let (sign, role) = look(badge);
    let text = match badge {
        Badge::SignIn => Text::new("tui-badge-sign-in-short"),
        Badge::Waiting { .. } => badge.text(),
        Badge::AddKey(_) | Badge::Confirmed { .. } | Badge::Refused { .. } | Badge::Stuck { .. } => {
            Text::new("tui-badge-action-short")
        }
    };
    (sign, seen.words.say(&text), role)
}

/// The words of an account's state, or that it is ready.
pub fn state(seen: Seen<'_>, badge: Option<Badge>) -> (Sign, String, Role) {
    badge.map_or_else(|| (Sign::Ready, seen.words.line("tui-ready"), Role::Ok), |badge| short(seen, badge))
}

const fn look(badge: Badge) -> (Sign, Role) {
    match badge {
        Badge::SignIn | Badge::Waiting { .. } => (Sign::HalfMoon, Role::Badge),
        Badge::AddKey(_) | Badge::Confirmed { .. } | Badge::Refused { .. } | Badge::Stuck { .. } => {
            (Sign::Action, Role::Warn)
        }
    }
}
