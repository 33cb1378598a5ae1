//! As much of Rust's lexis as the rules need: which characters are code, which are comments, which are strings.

/// A source taken apart. `code` is as long as the source, with comments, strings and characters blanked out.
pub struct Parts {
    /// The code alone, line for line as in the source.
    pub code: String,
    /// Where each string literal begins in the source, and what stands between its quotes.
    pub strings: Vec<(usize, String)>,
}

/// Takes a source apart.
pub fn parts(source: &str) -> Parts {
    let bytes = source.as_bytes();
    let mut code = String::with_capacity(source.len());
    let mut strings = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &source[at..];
        let end = if rest.starts_with("//") {
            at + rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            at + block_comment(rest)
        } else if let Some((open, length)) = string(rest, code.chars().next_back()) {
            strings.push((at, rest[open..length - closing(rest, length)].to_owned()));
            at + length
        } else if let Some(length) = character(rest) {
            at + length
        } else {
            let letter = rest.chars().next().expect("a letter where there are bytes left");
            code.push(letter);
            at += letter.len_utf8();
            continue;
        };
        code.extend(source[at..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        at = end;
    }
    Parts { code, strings }
}

/// How long the comment at the start of `rest` is; they nest.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// Where the text of the string literal at the start of `rest` begins, and where the literal ends.
fn string(rest: &str, before: Option<char>) -> Option<(usize, usize)> {
    let prefix = if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        ""
    } else {
        ["br", "cr", "r", "b", "c", ""].into_iter().find(|prefix| rest.starts_with(prefix))?
    };
    let body = &rest[prefix.len()..];
    let hashes = if prefix.ends_with('r') { body.len() - body.trim_start_matches('#').len() } else { 0 };
    if !body[hashes..].starts_with('"') {
        return None;
    }
    let open = prefix.len() + hashes + 1;
    if prefix.ends_with('r') {
        let close = format!("\"{}", "#".repeat(hashes));
        return Some((open, open + rest[open..].find(&close)? + close.len()));
    }
    let mut escaped = false;
    for (at, byte) in rest[open..].bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some((open, open + at + 1)),
            _ => {}
        }
    }
    None
}

/// How many bytes close the literal that ends at `length`.
fn closing(rest: &str, length: usize) -> usize {
    let literal = &rest[..length];
    literal.len() - literal.trim_end_matches('#').len() + 1
}

/// How long the character literal at the start of `rest` is; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('\'')?;
    if let Some(escape) = body.strip_prefix('\\') {
        let skip = escape.chars().next()?.len_utf8();
        return Some(2 + skip + escape[skip..].find('\'')? + 1);
    }
    let letter = body.chars().next()?;
    body[letter.len_utf8()..].starts_with('\'').then(|| 2 + letter.len_utf8())
}

/// The number of the line that holds this byte, from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn comments_and_strings_are_no_code() {
        let parts = parts("use a; // crate::b\n/* crate::c /* x */ */ \"crate::\\\"d\" r#\"e\"f\"# b\"g\" 'h' '\\'' x");
        assert!(!parts.code.contains("crate"), "{}", parts.code);
        assert!(parts.code.trim_end().ends_with('x'));
        let strings: Vec<&str> = parts.strings.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(strings, ["crate::\\\"d", "e\"f", "g"]);
    }

    #[test]
    fn a_lifetime_opens_no_character_and_a_name_that_ends_in_r_no_string() {
        let parts = parts("fn f<'a>(x: &'a str) -> Box<dyn T + 'static> { bar(\"y\") }");
        assert!(parts.code.contains("'static> { bar("), "{}", parts.code);
        assert_eq!(parts.strings.len(), 1);
    }

    #[test]
    fn lines_stay_where_they_are() {
        let source = "a\n\"b\nc\"\n/* d\n */ e";
        assert_eq!(parts(source).code.matches('\n').count(), source.matches('\n').count());
    }
}
