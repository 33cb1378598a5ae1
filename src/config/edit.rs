//! Changing one setting in the text of a settings file. Everything else in it stays as the person has written it.

use std::fmt::Write as _;

use toml_edit::{DocumentMut, Item, Value as TomlValue};

use crate::config::{Complaint, Setting, Value, line_of};

/// The text with a setting changed; `None` takes the line out, so that the default holds.
///
/// # Errors
/// [`Complaint::NotToml`] for a text that is not TOML: a file that is broken is never written over.
pub fn with(text: &str, setting: Setting, value: Option<Value>) -> Result<String, Complaint> {
    let mut document: DocumentMut =
        text.parse().map_err(|error: toml_edit::TomlError| Complaint::NotToml { line: line_of(text, error.span()) })?;
    let name = setting.name();
    let Some(value) = value else {
        document.remove(name);
        return Ok(document.to_string());
    };
    if let Some(changed) = uncommented(text, setting, value).filter(|_| !document.contains_key(name)) {
        return Ok(changed);
    }
    let mut new = toml(value);
    if let Some(old) = document.get(name).and_then(Item::as_value) {
        // The comment behind the value stays.
        *new.decor_mut() = old.decor().clone();
    }
    match document.get_mut(name) {
        Some(item) => *item = Item::Value(new),
        None => drop(document.insert(name, Item::Value(new))),
    }
    Ok(document.to_string())
}

/// A file with every setting in it, commented, with its default and what `about` says of it.
#[must_use]
pub fn template(about: impl Fn(Setting) -> String) -> String {
    let mut text = String::new();
    for setting in Setting::ALL {
        for line in about(setting).lines() {
            // Writing into a string doesn't fail.
            let _ = writeln!(text, "# {line}");
        }
        let _ = writeln!(text, "#{} = {}\n", setting.name(), toml(setting.default_value()));
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The text with the line of a commented setting in force, where it has one before its first table.
fn uncommented(text: &str, setting: Setting, value: Value) -> Option<String> {
    let start = format!("{} = ", setting.name());
    let before_tables = text.lines().take_while(|line| !line.trim_start().starts_with('['));
    let is_it = |line: &str| line.strip_prefix('#').is_some_and(|rest| rest.trim_start().starts_with(&start));
    let at = before_tables.into_iter().position(is_it)?;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    *lines.get_mut(at)? = format!("{start}{}", toml(value));
    Some(lines.join("\n") + "\n")
}

fn toml(value: Value) -> TomlValue {
    match value {
        Value::Number(number) => i64::from(number).into(),
        Value::Seconds(seconds) => i64::from(seconds).into(),
        Value::Switch(is_on) => is_on.into(),
        Value::Word(word) => word.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{template, with};
    use crate::config::{Complaint, Config, Setting, Value};

    #[test]
    fn one_value_changes_and_everything_else_stays() {
        let text = "# mine\nmouse = true   # the wheel\nunknown = 3\n\n[keys]\nlock = \"x\"\n";
        let changed = with(text, Setting::Mouse, Some(Value::Switch(false))).unwrap();
        assert_eq!(changed, text.replace("true ", "false "));
        let added = with(text, Setting::Theme, Some(Value::Word("nord"))).unwrap();
        assert_eq!(added, text.replace("unknown = 3\n", "unknown = 3\ntheme = \"nord\"\n"));
        assert_eq!(with(&added, Setting::Theme, None).unwrap(), text);
    }

    #[test]
    fn a_commented_line_comes_into_force_where_it_stands() {
        let text = template(|setting| format!("About {}.", setting.name()));
        assert_eq!(Config::read(&text), (Config::default(), Vec::new()));
        for setting in Setting::ALL {
            let value = setting.beside(setting.default_value(), true);
            let changed = with(&text, setting, Some(value)).unwrap();
            let (config, complaints) = Config::read(&changed);
            assert_eq!((config.value(setting), complaints), (value, Vec::new()));
            assert_eq!(changed.lines().count(), text.lines().count());
        }
        let other = "[keys]\n#mouse = true\n";
        let changed = with(other, Setting::Mouse, Some(Value::Switch(false))).unwrap();
        assert!(!Config::read(&changed).0.mouse && changed.contains("#mouse = true"), "{changed}");
    }

    #[test]
    fn a_broken_file_is_said_and_not_written_over() {
        let broken = with("mouse = true\nthis is not toml\n", Setting::Mouse, Some(Value::Switch(false)));
        assert_eq!(broken, Err(Complaint::NotToml { line: 2 }));
    }
}
