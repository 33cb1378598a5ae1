//! A code in large digits: 3 × 5 pixels each, in half blocks (three rows), whole ones (five) or pairs of
//! them (ten).
//! Only glyphs that every font has; a character without a picture makes the caller fall back to plain text.

/// How large.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Size {
    /// Five rows, two columns a pixel.
    Five,
    /// Ten rows, four columns a pixel, each pixel twice below itself.
    Ten,
    /// Three rows, one column a pixel, two pixels above each other.
    Three,
}

impl Size {
    /// How many rows it takes.
    #[must_use]
    pub const fn rows(self) -> u16 {
        match self {
            Self::Five => 5,
            Self::Ten => 10,
            Self::Three => 3,
        }
    }
}

/// The rows of a code as it is grouped (`531 849`). `None` when a character has no picture.
#[must_use]
pub fn picture(grouped: &str, size: Size) -> Option<Vec<String>> {
    let glyphs: Option<Vec<Option<[u8; 5]>>> = grouped
        .chars()
        .map(|character| if character == ' ' { Some(None) } else { glyph(character).map(Some) })
        .collect();
    let glyphs = glyphs?;
    Some((0..usize::from(size.rows())).map(|row| picture_row(&glyphs, row, size)).collect())
}

fn picture_row(glyphs: &[Option<[u8; 5]>], row: usize, size: Size) -> String {
    let gap = match size {
        Size::Five => "  ",
        Size::Ten => "    ",
        Size::Three => " ",
    };
    let cells: Vec<String> = glyphs.iter().map(|glyph| glyph_row(glyph.as_ref(), row, size)).collect();
    cells.join(gap)
}

fn glyph_row(glyph: Option<&[u8; 5]>, row: usize, size: Size) -> String {
    let Some(bits) = glyph else { return " ".to_owned() };
    let line = |index: usize| bits.get(index).copied().unwrap_or(0);
    (0..3)
        .map(|column| {
            let is_set = |index: usize| line(index) >> (2 - column) & 1 == 1;
            match size {
                Size::Five if is_set(row) => "██",
                Size::Five => "  ",
                Size::Ten if is_set(row / 2) => "████",
                Size::Ten => "    ",
                Size::Three => match (is_set(2 * row), is_set(2 * row + 1)) {
                    (true, true) => "█",
                    (true, false) => "▀",
                    (false, true) => "▄",
                    (false, false) => " ",
                },
            }
        })
        .collect()
}

/// Five rows of three pixels, the leftmost in bit 2. Digits, the letters of Steam, Yandex and mOTP codes, and what a provider
/// groups its codes with.
const fn glyph(character: char) -> Option<[u8; 5]> {
    Some(match character.to_ascii_lowercase() {
        '-' => [0, 0, 7, 0, 0],
        '0' => [7, 5, 5, 5, 7],
        '1' => [2, 6, 2, 2, 7],
        '2' => [7, 1, 7, 4, 7],
        '3' => [7, 1, 3, 1, 7],
        '4' => [5, 5, 7, 1, 1],
        '5' => [7, 4, 7, 1, 7],
        '6' => [7, 4, 7, 5, 7],
        '7' => [7, 1, 1, 2, 2],
        '8' => [7, 5, 7, 5, 7],
        '9' => [7, 5, 7, 1, 7],
        'a' => [2, 5, 7, 5, 5],
        'b' => [6, 5, 6, 5, 6],
        'c' => [3, 4, 4, 4, 3],
        'd' => [6, 5, 5, 5, 6],
        'e' => [7, 4, 6, 4, 7],
        'f' => [7, 4, 6, 4, 4],
        'g' => [3, 4, 5, 5, 3],
        'h' => [5, 5, 7, 5, 5],
        'i' => [7, 2, 2, 2, 7],
        'j' => [1, 1, 1, 5, 2],
        'k' => [5, 5, 6, 5, 5],
        'l' => [4, 4, 4, 4, 7],
        'm' => [5, 7, 7, 5, 5],
        'n' => [6, 5, 5, 5, 5],
        'o' => [2, 5, 5, 5, 2],
        'p' => [6, 5, 6, 4, 4],
        'q' => [2, 5, 5, 6, 3],
        'r' => [6, 5, 6, 5, 5],
        's' => [3, 4, 2, 1, 6],
        't' => [7, 2, 2, 2, 2],
        'u' => [5, 5, 5, 5, 7],
        'v' => [5, 5, 5, 5, 2],
        'w' => [5, 5, 7, 7, 5],
        'x' => [5, 5, 2, 5, 5],
        'y' => [5, 5, 2, 2, 2],
        'z' => [7, 1, 2, 4, 7],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Size, picture};
    use crate::tui::widgets::line::width;

    #[test]
    fn every_digit_and_letter_has_a_picture_of_its_own() {
        let mut seen = Vec::new();
        for character in ('0'..='9').chain('a'..='z').chain(['-']) {
            let rows = picture(&character.to_string(), Size::Three);
            assert!(rows.is_some(), "{character}");
            assert!(!seen.contains(&rows), "{character}");
            seen.push(rows);
        }
    }

    #[test]
    fn all_rows_are_equally_wide() {
        for size in [Size::Three, Size::Five, Size::Ten] {
            let rows = picture("531 849", size).unwrap();
            assert_eq!(rows.len(), usize::from(size.rows()));
            assert!(rows.iter().all(|row| width(row) == width(&rows[0])), "{rows:?}");
        }
    }

    #[test]
    fn a_five_looks_like_a_five() {
        assert_eq!(picture("5", Size::Three).unwrap(), ["█▀▀", "▀▀█", "▀▀▀"]);
        assert_eq!(picture("?", Size::Three), None);
    }
}
