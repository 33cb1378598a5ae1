//! What all pages for paper need: texts that are safe in a document, broken into lines, one below the other.

use zeroize::Zeroizing;

/// A text as it stands in a document of HTML or SVG.
pub(in crate::ops) fn escaped(text: &str) -> Zeroizing<String> {
    // Each character becomes six at most, so that the text never grows and leaves a copy behind.
    let mut out = Zeroizing::new(String::with_capacity(text.len() * 6));
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// Lines of a drawing, one below the other.
pub(in crate::ops) fn texts(lines: &[String], x: usize, y: usize, step: usize, style: &str) -> Zeroizing<String> {
    let line = |(place, line): (usize, &String)| {
        format!("<text x=\"{x}\" y=\"{}\" {style}>{}</text>\n", y + place * step, *escaped(line))
    };
    Zeroizing::new(lines.iter().enumerate().map(line).collect())
}

/// A text in lines of at most so many characters, broken between words where there are any.
pub(in crate::ops) fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
