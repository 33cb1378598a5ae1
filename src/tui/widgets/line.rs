//! Texts cut, padded and broken to a number of columns, by what a terminal takes for a character.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes.
#[must_use]
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The text in at most `most` columns; where something had to go, `more` stands at the end.
#[must_use]
pub fn fit(text: &str, most: u16, more: &str) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(width(more));
    let mut kept = String::with_capacity(text.len());
    let mut taken = 0;
    for grapheme in text.graphemes(true) {
        taken += width(grapheme);
        if taken > room {
            break;
        }
        kept.push_str(grapheme);
    }
    if most >= width(more) {
        kept.push_str(more);
    }
    kept
}

/// The last part of a text that fits into `most` columns: what a person sees of a long field while typing at its end.
#[must_use]
pub fn tail(text: &str, most: u16) -> &str {
    let mut start = text.len();
    let mut taken = 0;
    for (index, grapheme) in text.grapheme_indices(true).rev() {
        taken += width(grapheme);
        if taken > most {
            break;
        }
        start = index;
    }
    text.get(start..).unwrap_or_default()
}

/// The text in lines of at most `most` columns, broken between words where that is possible.
#[must_use]
pub fn wrap(text: &str, most: u16) -> Vec<String> {
    text.lines().flat_map(|paragraph| wrap_paragraph(paragraph, most.max(1))).collect()
}

fn wrap_paragraph(paragraph: &str, most: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words(paragraph) {
        let full = lines.last().is_some_and(|line| width(line).saturating_add(width(word)) > most);
        if full && word.trim().is_empty() {
            lines.push(String::new());
            continue;
        }
        if full && lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
        }
        for grapheme in word.graphemes(true) {
            if lines.last().is_some_and(|line| width(line).saturating_add(width(grapheme)) > most && !line.is_empty()) {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push_str(grapheme);
            }
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// The words and the blanks between them. What ends a word or a sentence stays with the word.
fn words(paragraph: &str) -> Vec<&str> {
    let mut starts: Vec<(usize, bool)> = Vec::new();
    for (at, part) in paragraph.split_word_bound_indices() {
        let is_blank = part.trim().is_empty();
        let is_sign = !is_blank && !part.chars().any(char::is_alphanumeric);
        if !(is_sign && starts.last().is_some_and(|(_, was_blank)| !was_blank)) {
            starts.push((at, is_blank));
        }
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([paragraph.len()]);
    starts.iter().zip(ends).filter_map(|((start, _), end)| paragraph.get(*start..end)).collect()
}

/// Writes a text at a place within `area`, cut at its right edge. Returns the column after it.
pub fn put(buffer: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
    let seen = area.intersection(buffer.area);
    if y < seen.top() || y >= seen.bottom() || x < seen.left() || x >= seen.right() {
        return x;
    }
    buffer.set_stringn(x, y, text, usize::from(seen.right() - x), style).0
}

/// Writes a text so that it ends at column `right` (exclusive) of `area`. Returns the column where it begins.
pub fn put_right(buffer: &mut Buffer, area: Rect, right: u16, y: u16, text: &str, style: Style) -> u16 {
    let x = right.saturating_sub(width(text)).max(area.left());
    put(buffer, area, x, y, text, style);
    x
}

/// Writes lines below each other, as many as fit. Returns the row after the last one.
pub fn put_lines(buffer: &mut Buffer, area: Rect, y: u16, lines: &[String], style: Style) -> u16 {
    let mut row = y;
    for line in lines {
        put(buffer, area, area.x, row, line, style);
        row = row.saturating_add(1);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::{fit, tail, width, wrap};

    #[test]
    fn a_period_stays_with_its_word() {
        assert_eq!(wrap("makes a group. It", 13), ["makes a", "group. It"]);
        assert_eq!(wrap("“a” (b)", 3), ["“a”", "(b)"]);
    }

    #[test]
    fn a_text_is_cut_between_what_people_see_as_characters() {
        assert_eq!(fit("Fastmail", 8, "…"), "Fastmail");
        assert_eq!(fit("Fastmail", 5, "…"), "Fast…");
        assert_eq!(fit("日本語", 5, "…"), "日本…");
        assert_eq!(fit("日本語", 4, "…"), "日…");
        assert_eq!(fit("abc", 0, "…"), "");
        assert_eq!(width("e\u{301}"), 1);
    }

    #[test]
    fn the_end_of_a_long_text_is_what_is_seen() {
        assert_eq!(tail("/home/anna/keys.json", 9), "keys.json");
        assert_eq!(tail("ab日", 3), "b日");
    }

    #[test]
    fn lines_break_between_words_and_long_words_anywhere() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("one\ntwo", 9), ["one", "two"]);
    }
}
