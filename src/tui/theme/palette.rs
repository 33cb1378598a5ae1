//! The colours of our themes: read from their files, which are compiled in.

use ratatui::style::Color;

use crate::config::{Rgb, Theme as Name, ThemeFile};
use crate::tui::ground::Ground;
use crate::tui::theme::Role;

/// The colours of a theme.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Palette {
    background: Rgb,
    roles: [Rgb; Role::ALL.len()],
}

impl Palette {
    /// The colours of a theme; of one that follows the terminal those for its ground.
    #[must_use]
    pub fn new(name: Name, ground: Ground) -> Self {
        let file = match (name, ground) {
            (Name::Dark, _) | (Name::Auto | Name::Terminal, Ground::Dark) => {
                include_str!("../../../assets/themes/dark.toml")
            }
            (Name::Light, _) | (Name::Auto | Name::Terminal, Ground::Light) => {
                include_str!("../../../assets/themes/light.toml")
            }
            (Name::Gruvbox, _) => include_str!("../../../assets/themes/gruvbox.toml"),
            (Name::HighContrast, _) => include_str!("../../../assets/themes/high-contrast.toml"),
            (Name::Nord, _) => include_str!("../../../assets/themes/nord.toml"),
            (Name::Paper, _) => include_str!("../../../assets/themes/paper.toml"),
        };
        Self::of(file)
    }

    /// The colours for a ground that nobody knows: each can be read on black and on white.
    #[must_use]
    pub fn either() -> Self {
        Self::of(include_str!("../../../assets/themes/either.toml"))
    }

    fn of(file: &str) -> Self {
        // The files are part of the program, and a test reads each of them.
        Self::read(file).unwrap_or(Self { background: (0, 0, 0), roles: [(255, 255, 255); Role::ALL.len()] })
    }

    fn read(file: &str) -> Option<Self> {
        let file = ThemeFile::read(file)?;
        let mut roles = [file.background; Role::ALL.len()];
        for (role, colour) in Role::ALL.iter().zip(&mut roles) {
            *colour = *file.roles.get(role.name())?;
        }
        (file.roles.len() == roles.len()).then_some(Self { background: file.background, roles })
    }

    /// The colour of a meaning, exactly or as the nearest of the 256.
    #[must_use]
    pub fn colour(&self, role: Role, is_exact: bool) -> Color {
        let own = Role::ALL.iter().zip(&self.roles).find(|(other, _)| **other == role);
        shown(own.map_or(self.background, |(_, colour)| *colour), is_exact)
    }

    /// The colour behind everything.
    #[must_use]
    pub fn background(&self, is_exact: bool) -> Color {
        shown(self.background, is_exact)
    }
}

fn shown(colour: Rgb, is_exact: bool) -> Color {
    let (red, green, blue) = colour;
    if is_exact { Color::Rgb(red, green, blue) } else { Color::Indexed(nearest(colour)) }
}

/// The levels of xterm's cube of 6 x 6 x 6 colours, which begin at 16.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest of xterm's 256 colours. The first sixteen are the terminal's own, so nobody knows what they are.
fn nearest(colour: Rgb) -> u8 {
    (16..=255).min_by_key(|index| distance(of_index(*index), colour)).unwrap_or(16)
}

/// What one of xterm's colours from 16 on is: the cube, then 24 greys.
fn of_index(index: u8) -> Rgb {
    let level = |step: u8| LEVELS.get(usize::from(step % 6)).copied().unwrap_or_default();
    match index {
        232.. => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
        _ => {
            let cube = index.saturating_sub(16);
            (level(cube / 36), level(cube / 6), level(cube))
        }
    }
}

fn distance(one: Rgb, other: Rgb) -> u32 {
    let part = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    part(one.0, other.0) + part(one.1, other.1) + part(one.2, other.2)
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::{Palette, nearest, of_index};
    use crate::config::{Rgb, Theme as Name};
    use crate::tui::ground::Ground;
    use crate::tui::theme::Role;

    const OURS: [Name; 6] = [Name::Dark, Name::Gruvbox, Name::HighContrast, Name::Light, Name::Nord, Name::Paper];

    /// Backgrounds of terminals that people have, where a theme paints none of its own.
    const DARK: [Rgb; 9] = [
        (0x00, 0x00, 0x00),
        (0x1d, 0x1f, 0x21),
        (0x1e, 0x1e, 0x1e),
        (0x28, 0x2a, 0x36),
        (0x28, 0x2c, 0x34),
        (0x00, 0x2b, 0x36),
        (0x2d, 0x2d, 0x2d),
        (0x2e, 0x34, 0x40),
        (0x30, 0x0a, 0x24),
    ];
    const LIGHT: [Rgb; 6] = [
        (0xee, 0xee, 0xee),
        (0xef, 0xf1, 0xf5),
        (0xf0, 0xf0, 0xf0),
        (0xfa, 0xfa, 0xfa),
        (0xfd, 0xf6, 0xe3),
        (0xff, 0xff, 0xff),
    ];

    fn seen(colour: Color) -> Rgb {
        match colour {
            Color::Rgb(red, green, blue) => (red, green, blue),
            Color::Indexed(index) => of_index(index),
            other => unreachable!("{other:?}"),
        }
    }

    /// Relative luminance, WCAG 2.2.
    fn luminance((red, green, blue): Rgb) -> f64 {
        let part = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }

    /// Contrast ratio, WCAG 2.2.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    /// Text needs 4.5; lines and frames are decoration, which needs 3.
    fn needed(role: Role) -> f64 {
        if role == Role::Border { 3.0 } else { 4.5 }
    }

    #[test]
    fn black_on_white_has_the_contrast_that_the_standard_says() {
        assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 1e-9);
        assert!((contrast((0x76, 0x76, 0x76), (255, 255, 255)) - 4.54).abs() < 0.01);
    }

    #[test]
    fn on_a_ground_that_nobody_knows_every_text_can_be_read_on_black_and_on_white() {
        let palette = Palette::either();
        for (role, is_exact) in Role::ALL.into_iter().flat_map(|role| [(role, true), (role, false)]) {
            for ground in [(0, 0, 0), (255, 255, 255)] {
                let ratio = contrast(seen(palette.colour(role, is_exact)), ground);
                assert!(ratio >= 4.5, "{role:?} exact {is_exact} on {ground:?}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn every_text_of_every_theme_can_be_read_on_its_ground() {
        for name in OURS {
            let palette = Palette::new(name, Ground::Dark);
            for (role, is_exact) in Role::ALL.into_iter().flat_map(|role| [(role, true), (role, false)]) {
                let ratio = contrast(seen(palette.colour(role, is_exact)), seen(palette.background(is_exact)));
                let needed = if name == Name::HighContrast { 7.0 } else { needed(role) };
                assert!(ratio >= needed, "{name:?} {role:?} exact {is_exact}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn what_is_written_on_the_terminals_own_ground_can_be_read_on_those_that_people_have() {
        for (ground, backgrounds) in [(Ground::Dark, &DARK[..]), (Ground::Light, &LIGHT[..])] {
            let palette = Palette::new(Name::Auto, ground);
            for background in backgrounds {
                for role in
                    Role::ALL.into_iter().filter(|role| !matches!(role, Role::Code | Role::Selection | Role::Text))
                {
                    for is_exact in [true, false] {
                        let ratio = contrast(seen(palette.colour(role, is_exact)), *background);
                        assert!(ratio >= needed(role), "{background:?} {role:?} exact {is_exact}: {ratio:.2}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_sixteen_can_be_read_where_the_ground_is_known() {
        // The palettes of VGA and of xterm, which most others are near to.
        let shown = |colour| match colour {
            Color::LightCyan => [(0x55, 0xff, 0xff), (0x00, 0xff, 0xff)],
            Color::LightGreen => [(0x55, 0xff, 0x55), (0x00, 0xff, 0x00)],
            Color::LightMagenta => [(0xff, 0x55, 0xff), (0xff, 0x00, 0xff)],
            Color::LightRed => [(0xff, 0x55, 0x55), (0xff, 0x00, 0x00)],
            Color::LightYellow => [(0xff, 0xff, 0x55), (0xff, 0xff, 0x00)],
            Color::Blue => [(0x00, 0x00, 0xaa), (0x00, 0x00, 0xee)],
            Color::Magenta => [(0xaa, 0x00, 0xaa), (0xcd, 0x00, 0xcd)],
            Color::Red => [(0xaa, 0x00, 0x00), (0xcd, 0x00, 0x00)],
            other => unreachable!("{other:?} is not known to be read"),
        };
        for (ground, background) in [(Ground::Dark, (0, 0, 0)), (Ground::Light, (255, 255, 255))] {
            for colour in Role::ALL.into_iter().filter_map(|role| role.sixteen(Some(ground))) {
                for shown in shown(colour) {
                    let ratio = contrast(shown, background);
                    assert!(ratio >= 4.5, "{colour:?} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn every_file_of_a_theme_is_whole() {
        for name in OURS {
            let palette = Palette::new(name, Ground::Dark);
            assert_ne!(palette.background, palette.roles[0], "{name:?}");
        }
        assert_eq!(Palette::read("background = \"#000000\"\n[roles]\naccent = \"#ffffff\"\n"), None);
    }

    #[test]
    fn a_colour_is_told_by_the_nearest_of_the_256() {
        assert_eq!(nearest((255, 255, 255)), 231);
        assert_eq!(nearest((0, 0, 0)), 16);
        assert_eq!(nearest((0x80, 0x80, 0x80)), 244);
        assert_eq!(of_index(244), (0x80, 0x80, 0x80));
    }
}
