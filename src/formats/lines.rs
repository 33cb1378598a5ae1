//! The lines of a text that say something, with their numbers.

use crate::formats::{Foreign, Likeness, Spot};

/// Lines without the blank ones and comments (`#`), each with its number; a line that holds URIs as what it holds.
pub(in crate::formats) fn lines(text: &str) -> impl Iterator<Item = (Spot, &str)> {
    (1..)
        .zip(text.lines())
        .map(|(number, line)| (number, line.trim()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .flat_map(|(number, line)| pieces(line).map(move |piece| (Spot::Line(number), piece)))
}

/// How much a file looks like a text whose every line, of one at least, is what `is_one` knows.
pub(in crate::formats) fn are_all(file: &Foreign, is_one: impl Fn(&str) -> bool) -> Likeness {
    let mut lines = file.text().into_iter().flat_map(lines).peekable();
    let has_some = lines.peek().is_some();
    if has_some && lines.all(|(_, line)| is_one(line)) { Likeness::Sure } else { Likeness::None }
}

/// What separates URIs in a line, and what people put around them.
const BETWEEN: [char; 2] = [',', ';'];
const QUOTES: [char; 2] = ['"', '\''];

/// The URIs of a line, and what stands before the first unless that is its name, a bullet or a quote. Old Ente files have
/// all of them in one line, with commas between; other commas belong to a name.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let (mut rest, mut before) = (line, "");
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(next_uri(rest).unwrap_or(rest.len()));
            let opening = before.chars().next_back();
            (before, rest) = (piece, after);
            if !after.is_empty() && is_label(piece) {
                continue;
            }
            return Some(if after.is_empty() {
                without_end(piece, opening)
            } else {
                piece.trim_end_matches(is_outside)
            });
        }
        None
    })
}

/// Where the next URI begins, behind the first letter.
fn next_uri(text: &str) -> Option<usize> {
    let mut places = text.match_indices("otpauth").map(|(at, _)| at).filter(|at| *at > 0);
    places.find(|at| {
        let (before, uri) = text.split_at(*at);
        let is_uri = ["otpauth://", "otpauth-migration://"].iter().any(|scheme| uri.starts_with(scheme));
        let is_apart = before.ends_with(char::is_whitespace)
            || before.trim_end_matches(is_quote).trim_end().ends_with(BETWEEN)
            || is_label(before);
        is_uri && is_apart
    })
}

/// Quotes, bullets and numbers alone, or a word with a colon behind it: no part of a list in brackets.
fn is_label(text: &str) -> bool {
    let text = text.trim_end_matches(is_quote).trim();
    let is_bullet = text.chars().all(|it| it.is_ascii_digit() || matches!(it, '-' | '*' | '.' | ')' | '•'));
    is_bullet || text.strip_suffix(':').is_some_and(|name| !name.contains(['"', '{', '[', '<', '=', '/', ',']))
}

/// The last URI of a line, without the closing quote of an opened one and what separates it from the next line's.
fn without_end(piece: &str, opening: Option<char>) -> &str {
    let piece = piece.trim_end_matches(|it| BETWEEN.contains(&it));
    let quote = opening.filter(|it| is_quote(*it));
    quote.and_then(|quote| piece.strip_suffix(quote)).unwrap_or(piece)
}

fn is_quote(it: char) -> bool {
    QUOTES.contains(&it)
}

fn is_outside(it: char) -> bool {
    it.is_whitespace() || is_quote(it) || BETWEEN.contains(&it)
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

    #[test]
    fn uris_are_found_beside_what_people_put_around_them() {
        let found = |text: &'static str| lines(text).map(|(_, piece)| piece).collect::<Vec<_>>();
        for line in [
            "otpauth://a,otpauth://b",
            "otpauth://a, otpauth://b",
            "otpauth://a ; otpauth://b;",
            "otpauth://a otpauth://b",
            "\"otpauth://a\",\"otpauth://b\"",
            "'otpauth://a', 'otpauth://b',",
            "- otpauth://a\n- otpauth://b",
            "1. otpauth://a\n2) otpauth://b",
            "Shop: otpauth://a\nMy bank: 'otpauth://b'",
            "\"otpauth://a\",\n\"otpauth://b\"\n",
        ] {
            assert_eq!(found(line), ["otpauth://a", "otpauth://b"], "{line}");
        }
        let alone =
            ["otpauth://totp/a'b?x=\"", "{\"uri\": \"otpauth://a\"}", "motp://a:b", "otpauth://totp/Max, otpauth"];
        for line in alone {
            assert_eq!(found(line), [line]);
        }
        assert_eq!(found("otpauth://totp/a?issuer=b,"), ["otpauth://totp/a?issuer=b"]);
    }
}
