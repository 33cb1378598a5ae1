//! The keys as they are bound now: the table of keys with what the person has changed in it. What was changed wrongly
//! is complained of, and the table holds.

use crate::config::KeyLine;
use crate::tui::action::Action;
use crate::tui::key::{Chord, Key};
use crate::tui::keymap::{BINDINGS, Binding, Context, Shown};
use crate::tui::rebind;
use crate::tui::rebind::Complaint;

/// All keys and what they mean.
#[derive(Debug)]
pub struct Keyboard {
    rows: Vec<Row>,
}

/// A row of the table as it is now.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where it counts.
    pub context: Context,
    /// The keys that do it; the first is the one that footers show.
    pub chords: Vec<Chord>,
    /// What it does.
    pub action: Action,
    /// What help says of it.
    pub about: &'static str,
    /// Where it is shown.
    pub shown: Shown,
}

impl Row {
    /// The row as the table has it.
    #[must_use]
    pub fn of(binding: &Binding) -> Self {
        let single = binding.keys.iter().map(|key| Chord::new(&[*key]));
        Self {
            context: binding.context,
            chords: single.chain(binding.chords.iter().map(|keys| Chord::new(keys))).collect(),
            action: binding.action,
            about: binding.about,
            shown: binding.shown,
        }
    }
}

/// What keys mean, pressed one after the other.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Meaning {
    /// This deed.
    Does(Action),
    /// Nothing.
    Nothing,
    /// The beginning of something: another key is waited for, as long as it takes.
    Waits,
}

impl Default for Keyboard {
    fn default() -> Self {
        Self { rows: BINDINGS.iter().map(Row::of).collect() }
    }
}

impl Keyboard {
    /// The table with these changes, and what is wrong with them.
    #[must_use]
    pub fn new(changes: &[KeyLine]) -> (Self, Vec<Complaint>) {
        let (rows, complaints) = rebind::rows(changes);
        (Self { rows }, complaints)
    }

    /// The rows of a context, in the order of the footer.
    pub fn of(&self, context: Context) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.context == context)
    }

    /// What keys mean in the live contexts. While a field has the focus, a key that types a character means nothing else,
    /// unless it goes on with what another key has begun.
    #[must_use]
    pub fn meaning(&self, live: &[Context], pressed: &[Key]) -> Meaning {
        let Some(first) = pressed.first() else { return Meaning::Nothing };
        if live.contains(&Context::Field) && first.typed().is_some() {
            return Meaning::Nothing;
        }
        live.iter()
            .map(|context| self.meaning_in(*context, pressed))
            .find(|meaning| *meaning != Meaning::Nothing)
            .unwrap_or(Meaning::Nothing)
    }

    fn meaning_in(&self, context: Context, pressed: &[Key]) -> Meaning {
        let begun = |row: &&Row| row.chords.iter().any(|chord| chord.keys().starts_with(pressed));
        let Some(row) = self.of(context).find(begun) else { return Meaning::Nothing };
        let is_whole = row.chords.iter().any(|chord| chord.keys() == pressed);
        if is_whole { Meaning::Does(row.action) } else { Meaning::Waits }
    }

    /// The keys of a row that do it in these contexts: those that no field swallows and nothing in front takes.
    pub fn chords<'a>(&'a self, live: &'a [Context], row: &'a Row) -> impl Iterator<Item = &'a Chord> {
        row.chords.iter().filter(|chord| self.is_reached(live, chord, row.action))
    }

    /// Each key on the way means that another one is waited for, and the last one the deed.
    fn is_reached(&self, live: &[Context], chord: &Chord, action: Action) -> bool {
        let keys = chord.keys();
        (1..keys.len()).all(|count| keys.get(..count).is_some_and(|begun| self.meaning(live, begun) == Meaning::Waits))
            && self.meaning(live, keys) == Meaning::Does(action)
    }

    /// The keys that a row shows in these contexts.
    #[must_use]
    pub fn shown<'a>(&'a self, live: &'a [Context], row: &'a Row) -> Option<&'a Chord> {
        self.chords(live, row).next()
    }

    /// The keys that do something in these contexts, as a person reads them; nothing where no key does it.
    #[must_use]
    pub fn name(&self, live: &[Context], action: Action, unicode: bool) -> Option<String> {
        let rows = live.iter().flat_map(|context| self.of(*context)).filter(|row| row.action == action);
        let mut names = rows.filter_map(|row| self.shown(live, row));
        names.next().map(|chord| chord.name(unicode))
    }

    /// How keys that were begun can go on: what is left to press, and the row that it leads to.
    #[must_use]
    pub fn next<'a>(&'a self, live: &'a [Context], begun: &'a [Key]) -> Vec<(&'a [Key], &'a Row)> {
        let rows = live.iter().flat_map(|context| self.of(*context));
        rows.flat_map(|row| self.chords(live, row).map(move |chord| (chord.keys(), row)))
            .filter_map(|(keys, row)| Some((keys.strip_prefix(begun).filter(|rest| !rest.is_empty())?, row)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyCode;

    use super::{Keyboard, Meaning};
    use crate::tui::action::Action;
    use crate::tui::key::Key;
    use crate::tui::keymap::Context;

    #[test]
    fn a_letter_is_typed_and_nothing_else_while_a_field_has_the_focus() {
        let keyboard = Keyboard::default();
        let live = [Context::Search, Context::Field, Context::Everywhere];
        let meaning = |key| keyboard.meaning(&live, &[key]);
        assert_eq!(meaning(Key::of('q')), Meaning::Nothing);
        assert_eq!(meaning(Key::of('?')), Meaning::Nothing);
        assert_eq!(meaning(Key::plain(KeyCode::F(1))), Meaning::Does(Action::Help));
        assert_eq!(meaning(Key::ctrl('c')), Meaning::Does(Action::Quit));
    }

    #[test]
    fn arrows_and_vim_keys_move_alike() {
        let keyboard = Keyboard::default();
        let meaning = |key| keyboard.meaning(&[Context::Accounts, Context::List], &[key]);
        assert_eq!(meaning(Key::of('j')), meaning(Key::plain(KeyCode::Down)));
        assert_eq!(meaning(Key::of('k')), meaning(Key::plain(KeyCode::Up)));
    }

    #[test]
    fn a_chord_waits_for_its_next_key_and_says_how_it_can_go_on() {
        let keyboard = Keyboard::default();
        let live = [Context::Accounts, Context::List, Context::Home, Context::Everywhere];
        let g = Key::of('g');
        assert_eq!(keyboard.meaning(&live, &[g]), Meaning::Waits);
        assert_eq!(keyboard.meaning(&live, &[g, g]), Meaning::Does(Action::First));
        assert_eq!(keyboard.meaning(&live, &[g, Key::of('z')]), Meaning::Nothing);
        let ways: Vec<_> =
            keyboard.next(&live, &[g]).into_iter().map(|(rest, row)| (rest.to_vec(), row.action)).collect();
        assert!(ways.contains(&(vec![g], Action::First)), "{ways:?}");
        assert!(ways.contains(&(vec![Key::of('t')], Action::Trash)), "{ways:?}");
    }
}
