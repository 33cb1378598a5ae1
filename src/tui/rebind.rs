//! What a person has changed in the table of keys: taken in where it can be meant, complained of where it can't.

use crossterm::event::KeyCode;

use crate::config::{KeyLine, nearest_of};
use crate::text::{Explain, Text};
use crate::tui::action::Action;
use crate::tui::key::{Chord, Key};
use crate::tui::keyboard::Row;
use crate::tui::keymap::{BINDINGS, Context};

/// Keys that keep their meaning, so that nobody locks themselves in: out of every screen, and out of the program.
const KEPT: [Key; 2] = [Key::plain(KeyCode::Esc), Key::ctrl('c')];

/// Contexts that lie behind others: what is in front of them takes a key first.
const BEHIND: [Context; 3] = [Context::List, Context::Home, Context::Everywhere];

/// What is wrong with a change of keys.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Complaint {
    /// The place has no such deed.
    NotThere {
        /// The line of the settings file.
        line: usize,
        /// The deed.
        action: &'static str,
        /// The place.
        context: &'static str,
    },
    /// The key keeps its meaning.
    Kept {
        /// The line of the settings file.
        line: usize,
        /// The key, as it was typed.
        key: String,
    },
    /// The key means something else in front of this, so there it doesn't do it.
    Shadowed {
        /// The line of the settings file.
        line: usize,
        /// The key.
        key: String,
        /// The place in front.
        context: &'static str,
        /// What it means there.
        does: &'static str,
        /// What it does not mean there.
        not: &'static str,
    },
    /// The key means something else in the same place.
    Taken {
        /// The line of the settings file.
        line: usize,
        /// The key.
        key: String,
        /// The place.
        context: &'static str,
        /// What it means there.
        does: &'static str,
    },
    /// A character where every character is typed.
    Typed {
        /// The line of the settings file.
        line: usize,
        /// The key, as it was typed.
        key: String,
    },
    /// No deed has this name.
    UnknownAction {
        /// The line of the settings file.
        line: usize,
        /// The name.
        name: String,
        /// The name that was probably meant.
        suggestion: Option<&'static str>,
    },
    /// No place has this name.
    UnknownContext {
        /// The line of the settings file.
        line: usize,
        /// The name.
        name: String,
    },
    /// No key is written like this.
    UnknownKey {
        /// The line of the settings file.
        line: usize,
        /// What was typed.
        key: String,
    },
}

impl Explain for Complaint {
    fn what(&self) -> Text {
        match self {
            Self::Kept { line, key } => Text::new("err-keys-kept").number("line", *line).word("key", key),
            Self::NotThere { line, action, context } => {
                Text::new("err-keys-not-there").number("line", *line).word("action", *action).word("context", *context)
            }
            Self::Shadowed { line, key, context, does, not } => Text::new("err-keys-shadowed")
                .number("line", *line)
                .word("key", key)
                .text("context", Text::new(context))
                .text("does", Text::new(does))
                .text("not", Text::new(not)),
            Self::Taken { line, key, context, does } => Text::new("err-keys-taken")
                .number("line", *line)
                .word("key", key)
                .text("context", Text::new(context))
                .text("does", Text::new(does)),
            Self::Typed { line, key } => Text::new("err-keys-typed").number("line", *line).word("key", key),
            Self::UnknownAction { line, name, .. } => {
                Text::new("err-keys-action").number("line", *line).word("name", name)
            }
            Self::UnknownContext { line, name } => {
                Text::new("err-keys-context").number("line", *line).word("name", name)
            }
            Self::UnknownKey { line, key } => Text::new("err-keys-key").number("line", *line).word("key", key),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(match self {
            Self::UnknownAction { suggestion: Some(name), .. } => Text::new("fix-keys-meant").word("name", *name),
            Self::UnknownKey { .. } => Text::new("fix-keys-key"),
            Self::Kept { .. } | Self::Shadowed { .. } | Self::Taken { .. } | Self::Typed { .. } => {
                Text::new("fix-keys-other")
            }
            Self::NotThere { .. } | Self::UnknownAction { .. } | Self::UnknownContext { .. } => {
                Text::new("fix-keys-page")
            }
        })
    }
}

/// A row, and the line that changed it.
struct Changed {
    row: Row,
    line: Option<usize>,
}

/// The rows with the changes that can be, and what is wrong with the others.
pub fn rows(changes: &[KeyLine]) -> (Vec<Row>, Vec<Complaint>) {
    let mut all: Vec<Changed> = BINDINGS.iter().map(|row| Changed { row: Row::of(row), line: None }).collect();
    let mut complaints = Vec::new();
    for change in changes {
        if let Err(complaint) = take(&mut all, change) {
            complaints.push(complaint);
        }
    }
    while let Some((at, complaint)) = taken_twice(&all) {
        complaints.push(complaint);
        if let (Some(changed), Some(binding)) = (all.get_mut(at), BINDINGS.get(at)) {
            *changed = Changed { row: Row::of(binding), line: None };
        }
    }
    complaints.extend(shadowed(&all));
    (all.into_iter().map(|changed| changed.row).collect(), complaints)
}

fn take(all: &mut [Changed], change: &KeyLine) -> Result<(), Complaint> {
    let line = change.line;
    let action = action(change)?;
    let context = change.context.as_deref().map(|name| context(name, line)).transpose()?;
    let chords: Vec<Chord> = change.keys.iter().map(|key| chord(key, line)).collect::<Result<_, _>>()?;
    let is_meant = |row: &Row| match context {
        Some(context) => row.context == context,
        None => row.chords.iter().any(|chord| !is_kept(chord)),
    };
    let mut rows: Vec<&mut Changed> =
        all.iter_mut().filter(|changed| changed.row.action == action && is_meant(&changed.row)).collect();
    if let (true, Some(context)) = (rows.is_empty(), context) {
        return Err(Complaint::NotThere { line, action: action.name(), context: context.name() });
    }
    let swallowed = chords.iter().find(|chord| chord.types());
    rows.retain(|changed| swallowed.is_none() || !is_typed_into(changed.row.context));
    if let (true, Some(chord)) = (rows.is_empty(), swallowed) {
        return Err(Complaint::Typed { line, key: chord.name(false) });
    }
    for changed in rows {
        let kept = changed.row.chords.iter().filter(|chord| is_kept(chord)).cloned();
        changed.row.chords = chords.iter().cloned().chain(kept).collect();
        changed.line = Some(line);
    }
    Ok(())
}

fn action(change: &KeyLine) -> Result<Action, Complaint> {
    let found = BINDINGS.iter().map(|row| row.action).find(|action| action.name() == change.action);
    found.ok_or_else(|| Complaint::UnknownAction {
        line: change.line,
        name: change.action.clone(),
        suggestion: nearest_of(BINDINGS.iter().map(|row| row.action.name()), &change.action),
    })
}

fn context(name: &str, line: usize) -> Result<Context, Complaint> {
    let found = Context::ALL.into_iter().find(|context| context.name() == name);
    found.ok_or_else(|| Complaint::UnknownContext { line, name: name.to_owned() })
}

fn chord(written: &str, line: usize) -> Result<Chord, Complaint> {
    let chord = Chord::parse(written).ok_or_else(|| Complaint::UnknownKey { line, key: written.to_owned() })?;
    if chord.keys().iter().any(|key| KEPT.contains(key)) {
        return Err(Complaint::Kept { line, key: chord.name(false) });
    }
    Ok(chord)
}

fn is_kept(chord: &Chord) -> bool {
    matches!(chord.keys(), [key] if KEPT.contains(key))
}

/// Where a field has the focus, so that characters are typed.
const fn is_typed_into(context: Context) -> bool {
    matches!(
        context,
        Context::Edit
            | Context::Destination
            | Context::Field
            | Context::Form
            | Context::Import
            | Context::Note
            | Context::Palette
            | Context::Search
            | Context::Secret
            | Context::Unlock
    )
}

/// Two rows of one place that a key leads to: the place of the one that was changed last, and what is wrong with it.
fn taken_twice(all: &[Changed]) -> Option<(usize, Complaint)> {
    let pairs = all.iter().enumerate().flat_map(|(at, one)| {
        all.iter().enumerate().skip(at + 1).map(move |(other_at, other)| ((at, one), (other_at, other)))
    });
    pairs.filter(|((_, one), (_, other))| one.row.context == other.row.context).find_map(|(one, other)| {
        let ((at, later), (_, first)) = if one.1.line >= other.1.line { (one, other) } else { (other, one) };
        let line = later.line?;
        let key = later.row.chords.iter().find(|chord| first.row.chords.iter().any(|it| it.is_in_the_way_of(chord)))?;
        let (context, does) = (first.row.context.title(), first.row.about);
        Some((at, Complaint::Taken { line, key: key.name(false), context, does }))
    })
}

/// Changed keys that what is in front takes, or that are taken from what lies behind.
fn shadowed(all: &[Changed]) -> Vec<Complaint> {
    let behind = all.iter().filter(|changed| BEHIND.contains(&changed.row.context));
    let pairs = behind.flat_map(|back| all.iter().map(move |front| (front, back)));
    pairs
        .filter(|(front, back)| {
            !BEHIND.contains(&front.row.context)
                && !is_typed_into(front.row.context)
                && front.row.action != back.row.action
        })
        .filter_map(|(front, back)| {
            let line = front.line.max(back.line)?;
            let is_in_the_way = |chord: &&Chord| back.row.chords.iter().any(|it| it.is_in_the_way_of(chord));
            let key = front.row.chords.iter().filter(|chord| !is_kept(chord)).find(is_in_the_way)?;
            Some(Complaint::Shadowed {
                line,
                key: key.name(false),
                context: front.row.context.title(),
                does: front.row.about,
                not: back.row.about,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Complaint, rows};
    use crate::config::KeyLine;
    use crate::tui::action::Action;
    use crate::tui::key::{Chord, Key};
    use crate::tui::keyboard::{Keyboard, Meaning};
    use crate::tui::keymap::{BINDINGS, Context};

    fn line(context: Option<&str>, action: &str, keys: &[&str]) -> KeyLine {
        KeyLine {
            context: context.map(str::to_owned),
            action: action.to_owned(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            line: 7,
        }
    }

    fn meaning(keyboard: &Keyboard, live: &[Context], written: &str) -> Meaning {
        keyboard.meaning(live, Chord::parse(written).unwrap().keys())
    }

    #[test]
    fn nothing_changed_is_the_table_without_complaints() {
        let (rows, complaints) = rows(&[]);
        assert_eq!((rows.len(), complaints), (BINDINGS.len(), Vec::new()));
    }

    #[test]
    fn a_deed_gets_other_keys_and_loses_those_it_had() {
        let (keyboard, complaints) = Keyboard::new(&[line(None, "settings", &["ctrl-o", "g c"])]);
        let live = [Context::Accounts, Context::List];
        assert_eq!(complaints, []);
        assert_eq!(meaning(&keyboard, &live, "ctrl-o"), Meaning::Does(Action::Settings));
        assert_eq!(meaning(&keyboard, &live, "g c"), Meaning::Does(Action::Settings));
        assert_eq!(meaning(&keyboard, &live, "S"), Meaning::Nothing);
        assert_eq!(keyboard.name(&live, Action::Settings, true).as_deref(), Some("^O"));
    }

    #[test]
    fn two_deeds_may_change_places() {
        let (keyboard, complaints) =
            Keyboard::new(&[line(Some("accounts"), "edit", &["p"]), line(Some("accounts"), "pin", &["e"])]);
        assert_eq!(complaints, []);
        assert_eq!(meaning(&keyboard, &[Context::Accounts], "e"), Meaning::Does(Action::Pin));
    }

    #[test]
    fn a_key_that_is_taken_in_the_same_place_is_complained_of_and_the_table_holds() {
        let (keyboard, complaints) = Keyboard::new(&[line(Some("accounts"), "edit", &["d"])]);
        assert!(matches!(complaints.as_slice(), [Complaint::Taken { line: 7, .. }]), "{complaints:?}");
        assert_eq!(meaning(&keyboard, &[Context::Accounts], "e"), Meaning::Does(Action::Edit));
        assert_eq!(meaning(&keyboard, &[Context::Accounts], "d"), Meaning::Does(Action::Delete));
        let (_, complaints) = Keyboard::new(&[line(None, "edit", &["g"])]);
        assert!(complaints.iter().any(|complaint| matches!(complaint, Complaint::Taken { .. })), "{complaints:?}");
    }

    #[test]
    fn a_key_that_something_in_front_takes_is_said_so() {
        let (_, complaints) = Keyboard::new(&[line(Some("list"), "down", &["a"])]);
        assert!(matches!(complaints.as_slice(), [Complaint::Shadowed { .. }, ..]), "{complaints:?}");
        let (_, complaints) = Keyboard::new(&[line(Some("accounts"), "edit", &["j"])]);
        assert!(matches!(complaints.as_slice(), [Complaint::Shadowed { .. }]), "{complaints:?}");
    }

    #[test]
    fn esc_and_control_c_keep_their_meaning() {
        for key in ["esc", "ctrl-c", "g esc"] {
            let complaints = Keyboard::new(&[line(None, "edit", &[key])]).1;
            assert!(matches!(complaints.as_slice(), [Complaint::Kept { .. }]), "{key}");
        }
        let (keyboard, complaints) = Keyboard::new(&[line(None, "quit", &["Q"]), line(None, "back", &["ctrl-b"])]);
        assert_eq!(complaints, []);
        assert_eq!(meaning(&keyboard, &[Context::Everywhere], "ctrl-c"), Meaning::Does(Action::Quit));
        assert_eq!(meaning(&keyboard, &[Context::Everywhere], "Q"), Meaning::Nothing);
        assert_eq!(meaning(&keyboard, &[Context::Trash], "esc"), Meaning::Does(Action::Back));
        assert_eq!(meaning(&keyboard, &[Context::Trash], "ctrl-b"), Meaning::Does(Action::Back));
    }

    #[test]
    fn a_deed_may_have_no_key_and_is_still_in_the_palette() {
        let (keyboard, complaints) = Keyboard::new(&[line(None, "pin", &[])]);
        assert_eq!(complaints, []);
        assert_eq!(keyboard.meaning(&[Context::Accounts], &[Key::of('p')]), Meaning::Nothing);
        assert!(keyboard.of(Context::Accounts).any(|row| row.action == Action::Pin));
    }

    #[test]
    fn unknown_names_are_complained_of_with_the_one_that_was_meant() {
        let complaint = |change| Keyboard::new(&[change]).1.pop();
        let edit = Some(Complaint::UnknownAction { line: 7, name: "edti".to_owned(), suggestion: Some("edit") });
        assert_eq!(complaint(line(None, "edti", &["x"])), edit);
        assert!(matches!(complaint(line(Some("bath"), "edit", &["x"])), Some(Complaint::UnknownContext { .. })));
        assert!(matches!(complaint(line(Some("trash"), "edit", &["x"])), Some(Complaint::NotThere { .. })));
        assert!(matches!(complaint(line(None, "edit", &["hyper-x"])), Some(Complaint::UnknownKey { .. })));
        assert!(matches!(complaint(line(Some("search"), "accept", &["x"])), Some(Complaint::Typed { .. })));
    }

    #[test]
    fn no_deed_is_named_like_a_place_of_the_settings() {
        for row in BINDINGS {
            assert!(!row.action.name().starts_with("in-"), "{}", row.action.name());
        }
    }
}
