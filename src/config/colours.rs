//! The file of a theme: colours by name.

use std::collections::BTreeMap;

use toml_edit::Document;

/// Red, green and blue.
pub type Rgb = (u8, u8, u8);

/// What the file of a theme says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ThemeFile {
    /// The colour behind everything.
    pub background: Rgb,
    /// The colours of what is written on it, by the name of what it means.
    pub roles: BTreeMap<String, Rgb>,
}

impl ThemeFile {
    /// Reads a file: `background`, and below `[roles]` a colour a line, each as `#rrggbb`. `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let document = Document::parse(text).ok()?;
        let named = document.get("roles")?.as_table()?;
        let roles = named.iter().map(|(name, colour)| Some((name.to_owned(), rgb(colour.as_str()?)?)));
        Some(Self { background: rgb(document.get("background")?.as_str()?)?, roles: roles.collect::<Option<_>>()? })
    }
}

fn rgb(written: &str) -> Option<Rgb> {
    let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some((part(0)?, part(2)?, part(4)?))
}

#[cfg(test)]
mod tests {
    use super::ThemeFile;

    #[test]
    fn a_theme_is_a_background_and_colours_by_name() {
        let file = ThemeFile::read("background = \"#102030\"\n[roles]\ntext = \"#ffFFff\"\n").unwrap();
        assert_eq!((file.background, file.roles.get("text")), ((16, 32, 48), Some(&(255, 255, 255))));
    }

    #[test]
    fn what_is_no_colour_is_no_theme() {
        for text in [
            "",
            "background = \"#102030\"",
            "[roles]\n",
            "background = \"#10203\"\n[roles]\n",
            "background = \"#102030\"\n[roles]\ntext = \"red\"\n",
        ] {
            assert_eq!(ThemeFile::read(text), None, "{text}");
        }
    }
}
