//! The lines of a text that say something, with their numbers.

use crate::formats::{Foreign, Likeness, Spot};

/// Lines without the blank ones and comments (`#`). Old Ente files have all URIs in one line, with commas between.
pub(in crate::formats) fn lines(text: &str) -> impl Iterator<Item = (Spot, &str)> {
    (1..)
        .zip(text.lines())
        .map(|(number, line)| (number, line.trim()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .flat_map(|(number, line)| split_at_uris(line).map(move |uri| (Spot::Line(number), uri)))
}

/// How much a file looks like a text whose every line, of one at least, is what `is_one` knows.
pub(in crate::formats) fn are_all(file: &Foreign, is_one: impl Fn(&str) -> bool) -> Likeness {
    let mut lines = file.text().into_iter().flat_map(lines).peekable();
    let has_some = lines.peek().is_some();
    if has_some && lines.all(|(_, line)| is_one(line)) { Likeness::Sure } else { Likeness::None }
}

/// Splits at commas after which a URI begins; other commas belong to a name.
fn split_at_uris(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(at) = text.find(",otpauth://") else { return rest.take() };
        rest = text.get(at + 1..);
        text.get(..at)
    })
}

#[cfg(test)]
mod tests {
    use super::{Spot, lines};

    #[test]
    fn lines_keep_the_numbers_they_have_in_the_file() {
        let all: Vec<_> = lines("# a\r\n\r\n b \nc,otpauth://d,e").collect();
        let expected = [(Spot::Line(3), "b"), (Spot::Line(4), "c"), (Spot::Line(4), "otpauth://d,e")];
        assert_eq!(all, expected);
    }
}
