//! Colours by meaning. The default is the terminal's own sixteen; text is never white, grey or black of our choosing,
//! because we don't know what lies behind it. What is unimportant is dim, and colour never says anything alone.

use ratatui::style::{Color, Modifier, Style};

use crate::tui::Look;

/// Styles by meaning, and the signs that the terminal can show.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colour: bool,
    /// Signs beyond ASCII may be used.
    pub unicode: bool,
}

/// What a text means.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// What the eye is to be led to: the bar of the selection, a title.
    Accent,
    /// Something is wrong or will be gone.
    Bad,
    /// A badge: an account that waits for the person.
    Badge,
    /// Lines and frames.
    Border,
    /// A code. Nothing on the screen is bolder.
    Code,
    /// A key of the keyboard.
    Key,
    /// A letter that matches what was searched for.
    Match,
    /// What matters less.
    Muted,
    /// All is well.
    Ok,
    /// The row that is chosen.
    Selection,
    /// Running text.
    Text,
    /// A notice.
    Toast,
    /// Soon over, or worth a look.
    Warn,
}

impl Theme {
    /// The theme for what the terminal can show.
    #[must_use]
    pub const fn new(look: Look) -> Self {
        Self { colour: look.colour, unicode: look.unicode }
    }

    /// Whether the terminal shows colours.
    #[must_use]
    pub const fn has_colour(&self) -> bool {
        self.colour
    }

    /// The style of a meaning.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        let plain = Style::new();
        let (colour, modifier) = match role {
            Role::Accent => (Some(Color::Cyan), Modifier::BOLD),
            Role::Bad => (Some(Color::Red), Modifier::BOLD),
            Role::Badge => (Some(Color::Magenta), Modifier::empty()),
            Role::Border | Role::Muted => (None, Modifier::DIM),
            Role::Code | Role::Selection => (None, Modifier::BOLD),
            Role::Key => (Some(Color::Cyan), Modifier::empty()),
            Role::Match => (Some(Color::Cyan), Modifier::UNDERLINED),
            Role::Ok | Role::Toast => (Some(Color::Green), Modifier::empty()),
            Role::Text => (None, Modifier::empty()),
            Role::Warn => (Some(Color::Yellow), Modifier::BOLD),
        };
        let styled = plain.add_modifier(modifier);
        match colour {
            Some(colour) if self.colour => styled.fg(colour),
            _ => styled,
        }
    }

    /// The sign of something, in what the terminal can show.
    #[must_use]
    pub const fn sign(&self, sign: Sign) -> &'static str {
        let (beautiful, ascii) = match sign {
            Sign::Action => ("▲", "!"),
            Sign::Bar => ("▌", ">"),
            Sign::Bullet => ("•", "*"),
            Sign::Cursor => ("▏", "_"),
            Sign::Done => ("✓", "+"),
            Sign::GaugeEmpty => ("─", "-"),
            Sign::GaugeFull => ("━", "#"),
            Sign::GaugeHalf => ("╸", "#"),
            Sign::Logo => ("◆", "#"),
            Sign::More => ("…", "~"),
            Sign::Pin => ("★", "^"),
            Sign::Ready => ("●", "*"),
            Sign::Rule => ("─", "-"),
            Sign::HalfMoon => ("◐", "o"),
            Sign::Wall => ("│", "|"),
        };
        if self.unicode { beautiful } else { ascii }
    }
}

/// The signs that screens use.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sign {
    /// Action required.
    Action,
    /// Beside the selected row.
    Bar,
    /// A character of a secret that is not shown.
    Bullet,
    /// Where typing goes.
    Cursor,
    /// Done, well.
    Done,
    /// Time that is gone.
    GaugeEmpty,
    /// Time that is left.
    GaugeFull,
    /// Half a cell of time.
    GaugeHalf,
    /// The program.
    Logo,
    /// Something was cut off.
    More,
    /// Pinned.
    Pin,
    /// The account gives codes.
    Ready,
    /// A rule across the screen.
    Rule,
    /// Sign in to restore.
    HalfMoon,
    /// Between panes.
    Wall,
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier};

    use super::{Role, Theme};
    use crate::tui::Look;

    const ROLES: [Role; 13] = [
        Role::Accent,
        Role::Bad,
        Role::Badge,
        Role::Border,
        Role::Code,
        Role::Key,
        Role::Match,
        Role::Muted,
        Role::Ok,
        Role::Selection,
        Role::Text,
        Role::Toast,
        Role::Warn,
    ];

    #[test]
    fn without_colour_only_modifiers_are_left() {
        let theme = Theme::new(Look { colour: false, unicode: true });
        for role in ROLES {
            let style = theme.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
        assert!(theme.style(Role::Match).add_modifier.contains(Modifier::UNDERLINED));
    }

    #[test]
    fn text_is_never_white_grey_or_black() {
        let theme = Theme::new(Look::default());
        for role in ROLES {
            let colour = theme.style(role).fg;
            let chosen = [Color::Black, Color::Gray, Color::DarkGray, Color::White].map(Some);
            assert!(!chosen.contains(&colour), "{role:?}");
        }
    }
}
