//! What the terminal can show, from what the environment says, what was asked for at the start, and the settings.

use crate::config::{Color, Config, Depth, Signs};
use crate::ports::Surroundings;
use crate::tui::ground::Ground;

/// What is known of the terminal, whatever the settings are.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The environment.
    pub around: Surroundings,
    /// `--plain`: ASCII, without colours.
    pub is_plain: bool,
    /// `--color`, which counts before the settings.
    pub color: Option<Color>,
    /// What the terminal has answered of its background.
    pub ground: Option<Ground>,
}

/// What may be shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Look {
    /// How many colours there are.
    pub colours: Colours,
    /// The background, where it is known.
    pub ground: Option<Ground>,
    /// Characters beyond ASCII may be used.
    pub unicode: bool,
}

/// How many colours there are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Colours {
    /// All of them.
    Full,
    /// None: what text means is told by its weight and by signs.
    None,
    /// The terminal's own sixteen.
    Sixteen,
    /// The 256 of xterm.
    TwoHundred,
}

impl Default for Look {
    fn default() -> Self {
        Self::new(&Facts::default(), &Config::default())
    }
}

impl Look {
    /// What may be shown under these settings.
    #[must_use]
    pub fn new(facts: &Facts, config: &Config) -> Self {
        let said = facts.around.color_fg_bg.as_deref().and_then(Ground::from_color_fg_bg);
        let console = is_console(facts).then_some(Ground::Dark);
        Self {
            colours: colours(facts, config),
            ground: facts.ground.or(said).or(console),
            unicode: unicode(facts, config),
        }
    }

    /// Whether the terminal is worth asking for its background: where it has colours of ours, and hasn't said it already.
    #[must_use]
    pub const fn wants_ground(&self) -> bool {
        cfg!(unix) && self.ground.is_none() && matches!(self.colours, Colours::Full | Colours::TwoHundred)
    }
}

fn colours(facts: &Facts, config: &Config) -> Colours {
    let wanted = facts.color.unwrap_or(config.color);
    if facts.is_plain || wanted == Color::Never || (wanted == Color::Auto && facts.around.no_color) {
        return Colours::None;
    }
    match config.color_depth {
        Depth::Auto => told(&facts.around),
        Depth::Full => Colours::Full,
        Depth::Sixteen => Colours::Sixteen,
        Depth::TwoHundred => Colours::TwoHundred,
    }
}

/// How many colours the terminal says that it has.
fn told(around: &Surroundings) -> Colours {
    let term = around.term.as_deref().unwrap_or_default();
    let has_all = matches!(around.color_term.as_deref(), Some("truecolor" | "24bit")) || term.ends_with("-direct");
    let has_many = ["256color", "kitty", "alacritty", "foot", "wezterm", "ghostty"];
    match term {
        "dumb" => Colours::None,
        "linux" => Colours::Sixteen,
        _ if has_all || (term.is_empty() && cfg!(windows)) => Colours::Full,
        term if has_many.iter().any(|part| term.contains(part)) => Colours::TwoHundred,
        _ => Colours::Sixteen,
    }
}

fn unicode(facts: &Facts, config: &Config) -> bool {
    match config.unicode {
        _ if facts.is_plain => false,
        Signs::Always => true,
        Signs::Auto => {
            !is_console(facts) && facts.around.term.as_deref() != Some("dumb") && !facts.around.has_narrow_charset
        }
        Signs::Never => false,
    }
}

/// The Linux console has 16 colours on black, and few signs.
fn is_console(facts: &Facts) -> bool {
    facts.around.term.as_deref() == Some("linux")
}

#[cfg(test)]
mod tests {
    use super::{Colours, Facts, Look};
    use crate::config::{Color, Config, Depth, Signs};
    use crate::ports::Surroundings;
    use crate::tui::ground::Ground;

    fn facts(term: &str, color_term: &str) -> Facts {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let around = Surroundings { term: some(term), color_term: some(color_term), ..Surroundings::default() };
        Facts { around, ..Facts::default() }
    }

    fn look(facts: &Facts) -> Look {
        Look::new(facts, &Config::default())
    }

    #[test]
    fn the_terminal_says_how_many_colours_it_has() {
        let told = [
            ("xterm-256color", "truecolor", Colours::Full),
            ("xterm-256color", "", Colours::TwoHundred),
            ("tmux-256color", "24bit", Colours::Full),
            ("alacritty", "", Colours::TwoHundred),
            ("xterm-direct", "", Colours::Full),
            ("xterm", "", Colours::Sixteen),
            ("linux", "truecolor", Colours::Sixteen),
            ("dumb", "truecolor", Colours::None),
        ];
        for (term, color_term, colours) in told {
            assert_eq!(look(&facts(term, color_term)).colours, colours, "{term} {color_term}");
        }
    }

    #[test]
    fn no_color_never_and_plain_take_the_colours_away_and_always_brings_them_back() {
        let mut facts = facts("xterm-256color", "truecolor");
        facts.around.no_color = true;
        assert_eq!(look(&facts).colours, Colours::None);
        let always = Config { color: Color::Always, ..Config::default() };
        assert_eq!(Look::new(&facts, &always).colours, Colours::Full);
        facts.color = Some(Color::Never);
        assert_eq!(Look::new(&facts, &always).colours, Colours::None, "the command line counts before the settings");
        facts.color = Some(Color::Always);
        facts.is_plain = true;
        assert_eq!((look(&facts).colours, look(&facts).unicode), (Colours::None, false));
    }

    #[test]
    fn a_depth_that_a_person_settles_is_believed() {
        let config = Config { color_depth: Depth::Sixteen, ..Config::default() };
        assert_eq!(Look::new(&facts("xterm-256color", "truecolor"), &config).colours, Colours::Sixteen);
    }

    #[test]
    fn signs_beyond_ascii_need_a_locale_and_a_terminal_for_them() {
        assert!(look(&facts("xterm", "")).unicode);
        assert!(!look(&facts("linux", "")).unicode);
        let mut narrow = facts("xterm", "");
        narrow.around.has_narrow_charset = true;
        assert!(!look(&narrow).unicode);
        let always = Config { unicode: Signs::Always, ..Config::default() };
        assert!(Look::new(&narrow, &always).unicode);
        let never = Config { unicode: Signs::Never, ..Config::default() };
        assert!(!Look::new(&facts("xterm", ""), &never).unicode);
    }

    #[test]
    fn only_a_terminal_with_our_colours_that_has_not_said_it_is_asked_for_its_background() {
        assert!(look(&facts("xterm-256color", "truecolor")).wants_ground());
        assert!(!look(&facts("xterm", "")).wants_ground());
        let mut said = facts("xterm-256color", "truecolor");
        said.around.color_fg_bg = Some("0;15".to_owned());
        assert_eq!((look(&said).ground, look(&said).wants_ground()), (Some(Ground::Light), false));
        assert_eq!(look(&facts("linux", "")).ground, Some(Ground::Dark));
    }
}
