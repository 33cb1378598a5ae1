//! Colours by meaning, and the signs that the terminal can show. Colour never says anything alone: a sign or a word says it
//! too, or the weight of the text.

mod palette;

use ratatui::style::{Color, Modifier, Style};

use crate::config::Theme as Name;
use crate::tui::ground::Ground;
use crate::tui::look::{Colours, Look};

pub use palette::Palette;

/// Styles by meaning, and the signs that the terminal can show.
#[derive(Clone, Debug)]
pub struct Theme {
    colours: Hues,
    /// Signs beyond ASCII may be used.
    pub unicode: bool,
}

/// Where colours come from.
#[derive(Clone, Debug)]
enum Hues {
    /// From nowhere.
    None,
    /// From one of our themes, exactly or as one of the 256; the ground is painted where a person has chosen the theme.
    Ours { palette: Box<Palette>, is_painted: bool, is_exact: bool },
    /// From the terminal's own sixteen: those that are read on such a ground, or the plain ones where a person wants them.
    Sixteen(Option<Ground>),
    /// From the terminal's own sixteen on a ground that nobody knows: none of them is sure to be read on black and on white
    /// but the colour of text itself, so that weight and signs speak, and red where something is wrong.
    Unknown,
}

/// What a text means.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
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

impl Role {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Accent,
        Self::Bad,
        Self::Badge,
        Self::Border,
        Self::Code,
        Self::Key,
        Self::Match,
        Self::Muted,
        Self::Ok,
        Self::Selection,
        Self::Text,
        Self::Toast,
        Self::Warn,
    ];

    /// Its name in the files of themes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accent => "accent",
            Self::Bad => "bad",
            Self::Badge => "badge",
            Self::Border => "border",
            Self::Code => "code",
            Self::Key => "key",
            Self::Match => "match",
            Self::Muted => "muted",
            Self::Ok => "ok",
            Self::Selection => "selection",
            Self::Text => "text",
            Self::Toast => "toast",
            Self::Warn => "warn",
        }
    }

    /// The weight of the text: what is left of its meaning where there are no colours.
    const fn weight(self) -> Modifier {
        match self {
            Self::Accent | Self::Bad | Self::Code | Self::Selection | Self::Warn => Modifier::BOLD,
            Self::Match => Modifier::UNDERLINED,
            Self::Border | Self::Muted => Modifier::DIM,
            Self::Badge | Self::Key | Self::Ok | Self::Text | Self::Toast => Modifier::empty(),
        }
    }

    /// Of the terminal's sixteen, those that are read on such a ground. Never white, grey or black: what lies behind the text
    /// may be just that.
    const fn sixteen(self, ground: Option<Ground>) -> Option<Color> {
        Some(match (self, ground) {
            (Self::Border | Self::Code | Self::Muted | Self::Selection | Self::Text, _) => return None,
            (Self::Accent | Self::Key | Self::Match, None) => Color::Cyan,
            (Self::Accent | Self::Key | Self::Match, Some(Ground::Dark)) => Color::LightCyan,
            (Self::Accent | Self::Key | Self::Match | Self::Ok | Self::Toast, Some(Ground::Light)) => Color::Blue,
            (Self::Ok | Self::Toast, None) => Color::Green,
            (Self::Ok | Self::Toast, Some(Ground::Dark)) => Color::LightGreen,
            (Self::Bad, Some(Ground::Dark)) => Color::LightRed,
            (Self::Bad, None | Some(Ground::Light)) => Color::Red,
            (Self::Badge, Some(Ground::Dark)) => Color::LightMagenta,
            (Self::Badge, None | Some(Ground::Light)) => Color::Magenta,
            (Self::Warn, None) => Color::Yellow,
            (Self::Warn, Some(Ground::Dark)) => Color::LightYellow,
            (Self::Warn, Some(Ground::Light)) => Color::Magenta,
        })
    }
}

impl Theme {
    /// The theme that was chosen, in what the terminal can show.
    #[must_use]
    pub fn new(name: Name, look: Look) -> Self {
        let colours = match (look.colours, name, look.ground) {
            (Colours::None, ..) => Hues::None,
            (_, Name::Terminal, _) => Hues::Sixteen(None),
            (Colours::Sixteen, _, None) => Hues::Unknown,
            (Colours::Sixteen, _, ground) => Hues::Sixteen(ground),
            (colours, Name::Auto, None) => Hues::Ours {
                palette: Box::new(Palette::either()),
                is_painted: false,
                is_exact: colours == Colours::Full,
            },
            (colours, name, ground) => Hues::Ours {
                palette: Box::new(Palette::new(name, ground.unwrap_or(Ground::Dark))),
                is_painted: name != Name::Auto,
                is_exact: colours == Colours::Full,
            },
        };
        Self { colours, unicode: look.unicode }
    }

    /// Whether the terminal shows colours.
    #[must_use]
    pub const fn has_colour(&self) -> bool {
        !matches!(self.colours, Hues::None)
    }

    /// The style of a meaning.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        let plain = Style::new().add_modifier(role.weight());
        match &self.colours {
            Hues::None => plain,
            Hues::Unknown if role == Role::Bad => plain.fg(Color::LightRed),
            Hues::Unknown => plain,
            Hues::Sixteen(ground) => role.sixteen(*ground).map_or(plain, |colour| plain.fg(colour)),
            // What a terminal shows as dim is its own affair: a colour that can be read is better.
            Hues::Ours { palette, is_painted, is_exact } => {
                let plain = plain.remove_modifier(Modifier::DIM);
                let is_terminals_own = !is_painted && matches!(role, Role::Code | Role::Selection | Role::Text);
                if is_terminals_own { plain } else { plain.fg(palette.colour(role, *is_exact)) }
            }
        }
    }

    /// What lies behind everything: nothing of ours, unless a person has chosen a theme.
    #[must_use]
    pub fn base(&self) -> Style {
        match &self.colours {
            Hues::Ours { palette, is_painted: true, is_exact } => {
                Style::new().fg(palette.colour(Role::Text, *is_exact)).bg(palette.background(*is_exact))
            }
            _ => Style::new(),
        }
    }

    /// The sign of something, in what the terminal can show.
    #[must_use]
    pub const fn sign(&self, sign: Sign) -> &'static str {
        let (beautiful, ascii) = match sign {
            Sign::Action => ("▲", "!"),
            Sign::After => ("›", ">"),
            Sign::Bar => ("▌", ">"),
            Sign::Before => ("‹", "<"),
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
            Sign::Bound => ("⌂", "h"),
            Sign::Sealed => ("◈", "s"),
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
    /// Behind what can be changed.
    After,
    /// Beside the selected row.
    Bar,
    /// Before what can be changed.
    Before,
    /// Backups carry the name alone.
    Bound,
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
    /// Backups carry the key, sealed.
    Sealed,
    /// Between panes.
    Wall,
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier};

    use super::{Name, Role, Theme};
    use crate::tui::ground::Ground;
    use crate::tui::look::{Colours, Look};

    fn look(colours: Colours, ground: Option<Ground>) -> Look {
        Look { colours, ground, unicode: true }
    }

    #[test]
    fn without_colour_only_the_weight_is_left() {
        let theme = Theme::new(Name::Gruvbox, look(Colours::None, None));
        for role in Role::ALL {
            let style = theme.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
        assert!(theme.style(Role::Match).add_modifier.contains(Modifier::UNDERLINED));
        assert_eq!(theme.base().bg, None);
    }

    #[test]
    fn of_the_sixteen_text_is_never_white_grey_or_black() {
        for (name, ground) in [(Name::Auto, None), (Name::Auto, Some(Ground::Light)), (Name::Terminal, None)] {
            let theme = Theme::new(name, look(Colours::Sixteen, ground));
            for role in Role::ALL {
                let colour = theme.style(role).fg;
                let chosen = [Color::Black, Color::Gray, Color::DarkGray, Color::White].map(Some);
                assert!(!chosen.contains(&colour), "{role:?}");
            }
        }
    }

    /// Cyan, green and yellow of the usual terminals have contrasts of 1.4 to 2.2 on white. The colour of text is sure.
    #[test]
    fn of_the_sixteen_none_that_a_light_ground_swallows_is_used_while_nobody_knows_the_ground() {
        for name in [Name::Auto, Name::Dark, Name::Light] {
            let theme = Theme::new(name, look(Colours::Sixteen, None));
            for role in Role::ALL {
                assert!([None, Some(Color::LightRed)].contains(&theme.style(role).fg), "{name:?} {role:?}");
            }
        }
        let wanted = Theme::new(Name::Terminal, look(Colours::Sixteen, None)).style(Role::Accent).fg;
        assert_eq!(wanted, Some(Color::Cyan), "who asks for the terminal's own gets them");
    }

    #[test]
    fn the_ground_is_painted_only_where_a_person_has_chosen_it() {
        let base = |name| Theme::new(name, look(Colours::Full, Some(Ground::Light))).base().bg;
        assert_eq!((base(Name::Auto), base(Name::Terminal)), (None, None));
        assert!(base(Name::Dark).is_some() && base(Name::Paper).is_some());
    }

    #[test]
    fn the_colours_follow_the_ground_that_the_terminal_has() {
        let accent = |ground| Theme::new(Name::Auto, look(Colours::Full, ground)).style(Role::Accent).fg;
        let named = |name| Theme::new(name, look(Colours::Full, None)).style(Role::Accent).fg;
        assert_eq!(accent(Some(Ground::Light)), named(Name::Light));
        assert_eq!(accent(Some(Ground::Dark)), named(Name::Dark));
        assert_eq!(accent(None), Some(Color::Rgb(0x5f, 0x5f, 0xff)), "one that is read on both");
    }
}
