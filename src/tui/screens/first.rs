//! The first screen of a computer without a vault: its doors, each as good as the other. Nothing is written until one
//! is chosen. A door is added by a variant and a line in `Door::ALL`; one more is there while a vault lies aside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ops::sign_out::Aside;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go};
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, width};
use crate::words::Language;

/// What the person has chosen.
#[derive(Debug, Default)]
pub struct State {
    chosen: usize,
}

/// A way into the program.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Door {
    Import,
    NewVault,
    Restore,
    SignInAgain,
}

impl Door {
    const ALL: [Self; 3] = [Self::Restore, Self::NewVault, Self::Import];

    /// The doors that are there now. The one to a vault that lies aside comes last: it is found a moment later, and must
    /// not slip under a finger.
    fn there(desk: &Desk) -> impl Iterator<Item = Self> + use<> {
        Self::ALL.into_iter().chain(desk.aside.is_some().then_some(Self::SignInAgain))
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Import => "tui-door-import",
            Self::NewVault => "tui-door-new",
            Self::Restore => "tui-door-restore",
            Self::SignInAgain => "tui-door-again",
        }
    }

    fn about(self, desk: &Desk) -> Text {
        match self {
            Self::Import => Text::new("tui-door-import-about"),
            Self::NewVault => Text::new("tui-door-new-about"),
            Self::Restore => Text::new("tui-door-restore-about"),
            Self::SignInAgain => {
                let since = desk.aside.as_ref().map(Aside::since).unwrap_or_default();
                Text::new("tui-door-again-about").word("since", since)
            }
        }
    }

    const fn leads_to(self) -> Go {
        match self {
            Self::Import => Go::NewVault { then_import: true },
            Self::NewVault => Go::NewVault { then_import: false },
            Self::Restore => Go::Restore,
            Self::SignInAgain => Go::SignInAgain,
        }
    }
}

/// A key on the first screen.
pub fn pressed(state: &mut State, press: &Press, desk: &mut Desk) {
    let last = Door::there(desk).count() - 1;
    match press {
        Press::Do(Action::Accept) => desk.go = Door::there(desk).nth(state.chosen).map(Door::leads_to),
        Press::Do(Action::Down) => state.chosen = (state.chosen + 1).min(last),
        Press::Do(Action::First) => state.chosen = 0,
        Press::Do(Action::Language) => desk.language = after(desk.language),
        Press::Do(Action::Last) => state.chosen = last,
        Press::Do(Action::Up) => state.chosen = state.chosen.saturating_sub(1),
        _ => {}
    }
}

/// The next language, round and round.
#[must_use]
pub const fn after(language: Language) -> Language {
    match language {
        Language::En => Language::Sv,
        Language::Id => Language::En,
        Language::Sv => Language::Id,
    }
}

/// Draws it.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let doors: Vec<(String, String)> = Door::there(seen.desk)
        .map(|door| (seen.words.line(door.title()), seen.words.say(&door.about(seen.desk))))
        .collect();
    let titles = doors.iter().map(|(title, _)| width(title)).max().unwrap_or(0);
    let abouts = doors.iter().map(|(_, about)| width(about)).max().unwrap_or(0);
    let wide = (titles + 4 + abouts + 3).min(area.width.saturating_sub(2));
    let left = area.x + (area.width - wide.min(area.width)) / 2;
    let tall = 9;
    let mut y = area.y + area.height.saturating_sub(tall) / 3;
    let centred = |buffer: &mut Buffer, y, text: &str, style| {
        let text = fit(text, area.width.saturating_sub(2), seen.sign(Sign::More));
        put(buffer, area, area.x + area.width.saturating_sub(width(&text)) / 2, y, &text, style);
    };
    let name = format!("{} Pulih", seen.sign(Sign::Logo));
    centred(buffer, y, &name, seen.style(Role::Accent));
    centred(buffer, y + 1, &seen.words.line("tui-promise"), seen.style(Role::Muted));
    y += if area.height > 12 { 4 } else { 2 };
    for (place, (title, about)) in doors.iter().enumerate() {
        let is_chosen = place == state.chosen;
        if is_chosen {
            put(buffer, area, left, y, seen.sign(Sign::Bar), seen.style(Role::Accent));
        }
        let role = if is_chosen { Role::Selection } else { Role::Text };
        put(buffer, area, left + 2, y, title, seen.style(role));
        let about = fit(about, (left + wide).saturating_sub(left + titles + 5), seen.sign(Sign::More));
        put(buffer, area, left + titles + 5, y, &about, seen.style(Role::Muted));
        y += if area.height > 12 { 2 } else { 1 };
    }
    centred(buffer, y + 1, &seen.words.line("tui-nothing-written"), seen.style(Role::Muted));
}
