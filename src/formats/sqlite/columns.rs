//! The names of a table's columns, from the statement that made it. It is read as far as names go and never run.

/// Words that begin a rule about the table, where a column could stand.
const RULES: [&str; 5] = ["check", "constraint", "foreign", "primary", "unique"];

/// The most columns of a table, as SQLite itself allows.
const MOST: usize = 2000;

/// The names in lower case; `None` for a statement without a list of columns.
pub(super) fn names(sql: &str) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for part in parts(sql)? {
        let name = name(part.trim_start())?;
        if RULES.contains(&name.as_str()) && !part.trim_start().starts_with(QUOTES) {
            break;
        }
        names.push(name);
        if names.len() > MOST {
            return None;
        }
    }
    Some(names)
}

const QUOTES: [char; 4] = ['"', '`', '[', '\''];

/// What stands between the commas of the outer parentheses.
fn parts(sql: &str) -> Option<Vec<&str>> {
    let (mut depth, mut start, mut quote, mut parts) = (0_usize, 0, None, Vec::new());
    for (at, letter) in sql.char_indices() {
        match (quote, letter) {
            (Some(end), _) if letter == end => quote = None,
            (Some(_), _) => {}
            (None, '[') => quote = Some(']'),
            (None, '"' | '`' | '\'') => quote = Some(letter),
            (None, '(') => {
                depth += 1;
                if depth == 1 {
                    start = at + 1;
                }
            }
            (None, ',') if depth == 1 => {
                parts.push(sql.get(start..at)?);
                start = at + 1;
            }
            (None, ')') if depth == 1 => {
                parts.push(sql.get(start..at)?);
                return Some(parts);
            }
            (None, ')') => depth = depth.checked_sub(1)?,
            (None, _) => {}
        }
    }
    None
}

/// The first word, without its quotes.
fn name(part: &str) -> Option<String> {
    let end = match part.chars().next()? {
        '[' => Some(']'),
        quote if QUOTES.contains(&quote) => Some(quote),
        _ => None,
    };
    let name = match end {
        Some(end) => part.get(1..)?.split(end).next()?,
        None => part.split(|letter: char| letter.is_whitespace() || letter == '(').next()?,
    };
    (!name.is_empty()).then(|| name.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_stand_bare_or_in_any_quotes_and_rules_are_no_columns() {
        let sql = "CREATE TABLE `t (x` (_id INTEGER PRIMARY KEY, \"Two words\" TEXT DEFAULT 'a,(b', [C] NUMERIC(10,2), \
                   `d` TEXT CHECK (d IN (1, 2)), 'e', PRIMARY KEY (`d`, e), UNIQUE(e))";
        assert_eq!(names(sql).unwrap(), ["_id", "two words", "c", "d", "e"]);
        assert_eq!(names("CREATE TABLE x(\"unique\" TEXT)").unwrap(), ["unique"]);
        assert_eq!(names("CREATE TABLE x (name varchar primary key not null)").unwrap(), ["name"]);
    }

    #[test]
    fn what_is_no_list_of_columns_has_no_names() {
        for sql in ["", "CREATE TABLE x AS SELECT 1", "CREATE TABLE x (a", "CREATE TABLE x (,)", "x ('a", ")("] {
            assert_eq!(names(sql), None, "{sql}");
        }
    }
}
