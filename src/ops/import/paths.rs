//! Paths as people type, drop and paste them: several in a row, in quotes, with backslashes, as `file://` addresses;
//! and the last of them completed. Texts only; what lies there is for `source`.

use percent_encoding::percent_decode_str;

/// The last path of a line that is being typed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LastPath {
    /// The byte at which it begins.
    pub start: usize,
    /// The folder that it names, with the slash at its end; empty where it names none.
    pub folder: String,
    /// The beginning of the name in that folder.
    pub prefix: String,
}

/// The paths that a line names, separated by blanks, as a shell takes them.
#[must_use]
pub fn split(line: &str) -> Vec<String> {
    words(line).into_iter().map(|word| plain(&word.text)).filter(|path| !path.is_empty()).collect()
}

/// The last path of a line, to be completed.
#[must_use]
pub fn last(line: &str) -> LastPath {
    let (start, text) = match words(line).pop() {
        Some(word) if !word.is_closed_by_blank => (word.start, plain(&word.text)),
        _ => (line.len(), String::new()),
    };
    let cut = text.rfind(is_separator).map_or(0, |at| at + 1);
    let (folder, prefix) = text.split_at(cut);
    LastPath { start, folder: folder.to_owned(), prefix: prefix.to_owned() }
}

/// The line with its last path completed to `path`.
#[must_use]
pub fn completed(line: &str, path: &str) -> String {
    let start = last(line).start;
    format!("{}{}", line.get(..start).unwrap_or_default(), quoted(path))
}

/// A path as [`split`] takes it for one.
#[must_use]
pub fn quoted(path: &str) -> String {
    if cfg!(windows) {
        return if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() };
    }
    let needs_escape = |c: char| c.is_whitespace() || matches!(c, '\\' | '\'' | '"');
    path.chars().flat_map(|c| needs_escape(c).then_some('\\').into_iter().chain([c])).collect()
}

/// Whether a pasted text names files: what a terminal pastes when some are dropped on it, or a file manager copies.
#[must_use]
pub fn is_paths(text: &str) -> bool {
    let mut lines = lines(text).peekable();
    lines.peek().is_some() && lines.all(begins_like_path)
}

/// A pasted text as one line of paths. Several lines are a path each, with blanks that nobody has put in quotes.
#[must_use]
pub fn as_line(text: &str) -> String {
    let lines: Vec<&str> = lines(text).collect();
    let is_bare = |line: &str| !line.contains(['\'', '"', '\\']) && !line.starts_with("file://");
    match lines.as_slice() {
        [one] => (*one).to_owned(),
        several => {
            let word = |line: &&str| if is_bare(line) { quoted(line) } else { (*line).to_owned() };
            several.iter().map(word).collect::<Vec<_>>().join(" ")
        }
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn begins_like_path(line: &str) -> bool {
    let line = line.trim_start_matches(['\'', '"']);
    let is_drive = matches!(line.as_bytes(), [drive, b':', b'\\' | b'/', ..] if drive.is_ascii_alphabetic());
    ["/", "~/", "./", "../", "file://"].iter().any(|start| line.starts_with(start)) || is_drive
}

const fn is_separator(c: char) -> bool {
    c == '/' || (cfg!(windows) && c == '\\')
}

/// A word of a line, its quotes and backslashes undone.
struct Word {
    start: usize,
    text: String,
    is_closed_by_blank: bool,
}

fn words(line: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<Word> = None;
    let mut quote: Option<char> = None;
    let mut letters = line.char_indices();
    while let Some((at, letter)) = letters.next() {
        if letter.is_whitespace() && quote.is_none() {
            words.extend(open.take().map(|word| Word { is_closed_by_blank: true, ..word }));
            continue;
        }
        let word = open.get_or_insert_with(|| Word { start: at, text: String::new(), is_closed_by_blank: false });
        match (letter, quote) {
            ('\'' | '"', None) => quote = Some(letter),
            (mark, Some(open)) if mark == open => quote = None,
            ('\\', None | Some('"')) if !cfg!(windows) => word.text.extend(letters.next().map(|(_, next)| next)),
            (other, _) => word.text.push(other),
        }
    }
    words.extend(open);
    words
}

/// A `file://` address as the path that it names; anything else as it is.
fn plain(word: &str) -> String {
    let Some(rest) = word.strip_prefix("file://") else { return word.to_owned() };
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or(rest);
    percent_decode_str(path).decode_utf8().map_or_else(|_| path.to_owned(), |path| path.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{as_line, completed, is_paths, last, quoted, split};

    #[test]
    fn what_terminals_paste_for_dropped_files_names_them() {
        for line in [
            "/home/anna/My\\ keys.json",
            "'/home/anna/My keys.json'",
            "\"/home/anna/My keys.json\" ",
            "file:///home/anna/My%20keys.json",
            "file://desk/home/anna/My%20keys.json",
        ] {
            assert_eq!(split(line), ["/home/anna/My keys.json"], "{line}");
        }
    }

    #[test]
    fn several_come_in_a_row_and_odd_names_survive_the_way() {
        assert_eq!(split(" /a/b '/c d' ~/e\\'f "), ["/a/b", "/c d", "~/e'f"]);
        let odd = ["/a b/ö'\"\\.json", "/x"];
        let line = odd.map(quoted).join(" ");
        assert_eq!(split(&line), odd);
    }

    #[test]
    fn an_open_quote_and_a_last_backslash_harm_nobody() {
        assert_eq!(split("'/a b"), ["/a b"]);
        assert_eq!(split("/a\\"), ["/a"]);
        assert!(split("  '' ").is_empty());
    }

    #[test]
    fn lines_of_a_file_manager_are_a_path_each() {
        let copied = "/home/anna/My keys.json\n/home/anna/b.json\n";
        assert!(is_paths(copied));
        assert_eq!(split(&as_line(copied)), ["/home/anna/My keys.json", "/home/anna/b.json"]);
        assert_eq!(split(&as_line("file:///a%20b\r\nfile:///c\r\n")), ["/a b", "/c"]);
        assert!(!is_paths("otpauth://totp/x") && !is_paths("hello\n/a") && !is_paths(""));
    }

    #[test]
    fn the_last_path_is_the_one_that_is_completed() {
        let typed = last("/a/b.json ~/Do");
        assert_eq!((typed.start, typed.folder.as_str(), typed.prefix.as_str()), (10, "~/", "Do"));
        assert_eq!(completed("/a/b.json ~/Do", "~/My Documents/"), "/a/b.json ~/My\\ Documents/");
        assert_eq!(last("/a ").start, 3);
        assert_eq!((last("x").folder, last("x").prefix), (String::new(), "x".to_owned()));
    }
}
