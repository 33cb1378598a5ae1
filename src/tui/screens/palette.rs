//! The palette: everything that can be done on the screen behind it, by name. Read from the key table, so that nothing
//! is missing; running a deed is left to the key that stands for it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::text::{Text, fold};
use crate::tui::action::Action;
use crate::tui::key::Chord;
use crate::tui::keyboard::{Keyboard, Row};
use crate::tui::keymap::{Context, Shown};
use crate::tui::msg::Press;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::field::Field;
use crate::tui::widgets::line::{fit, put, put_lines, put_right, width, wrap};
use crate::tui::widgets::{panel, sheet};
use crate::words::Catalog;

/// The columns and rows of the panel, where the screen has them.
const SIZE: (u16, u16) = (72, 19);

/// The rows of the panel that list no deed: the frame, what is typed, the line below it.
const OTHER_ROWS: u16 = 5;

/// What is offered, what is typed, and which deed is chosen.
#[derive(Debug)]
pub struct State {
    deeds: Vec<Deed>,
    query: Field,
    /// The places of the deeds that fit what is typed, the best first.
    found: Vec<usize>,
    chosen: usize,
}

/// A deed that can be chosen.
#[derive(Debug)]
struct Deed {
    action: Action,
    /// The keys that do it; a person may have taken them away.
    chord: Option<Chord>,
    name: String,
    /// What is searched, as it is compared: the name, and the verb of the footer.
    folded: (String, String),
}

/// What follows from a key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// Nothing was chosen.
    Left,
    /// The palette goes, and this is done as if its key had been pressed.
    Run(Action),
    /// The palette stays.
    Stays,
}

impl State {
    /// Everything that is live, once each; what only moves the choice comes last.
    #[must_use]
    pub fn new(live: &[Context], words: &Catalog, keyboard: &Keyboard) -> Self {
        let (moves, deeds): (Vec<Context>, Vec<Context>) =
            live.iter().copied().partition(|context| *context == Context::List);
        let mut state = Self { deeds: Vec::new(), query: Field::default(), found: Vec::new(), chosen: 0 };
        for row in deeds.into_iter().chain(moves).flat_map(|context| keyboard.of(context)) {
            let is_new = state.deeds.iter().all(|deed| deed.action != row.action);
            // Keys that something in front takes are not a deed of their own; one without keys still is.
            let chord = keyboard.shown(live, row);
            let is_offered = is_new && row.action != Action::Palette && (chord.is_some() || row.chords.is_empty());
            if is_offered {
                state.deeds.push(Deed::new(row, chord.cloned(), words));
            }
        }
        state.search();
        state
    }

    /// All that it offers.
    #[cfg(test)]
    pub fn deeds(&self) -> impl Iterator<Item = Action> {
        self.deeds.iter().map(|deed| deed.action)
    }

    fn search(&mut self) {
        let query = fold(self.query.text());
        let query = query.trim();
        let mut ranked: Vec<(Rank, usize)> = self
            .deeds
            .iter()
            .enumerate()
            .filter_map(|(place, deed)| Some((rank(&deed.folded.0, &deed.folded.1, query)?, place)))
            .collect();
        ranked.sort_unstable();
        self.found = ranked.into_iter().map(|(_, place)| place).collect();
        self.chosen = 0;
    }

    /// The first row that is shown.
    fn top(&self, list: Rect) -> usize {
        (self.chosen + 1).saturating_sub(usize::from(list.height.max(1)))
    }

    fn action(&self) -> Option<Action> {
        let place = self.found.get(self.chosen)?;
        self.deeds.get(*place).map(|deed| deed.action)
    }
}

impl Deed {
    fn new(row: &Row, chord: Option<Chord>, words: &Catalog) -> Self {
        let name = words.line(row.about);
        let verb = match row.shown {
            Shown::Footer(verb) | Shown::Pinned(verb) => words.line(verb),
            Shown::Help => String::new(),
        };
        Self { action: row.action, chord, folded: (fold(&name), fold(&verb)), name }
    }
}

/// How well a deed fits; the least is the best.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Rank {
    /// Its name or its verb begins like this.
    Leads,
    /// Each word typed begins a word of it.
    Begins,
    /// Each word typed is a part of it.
    Contains,
    /// The letters stand in it in this order, over so many bytes.
    Scattered(usize),
}

/// How well what is typed fits a name and a verb, all of them folded; `None` where it doesn't.
fn rank(name: &str, verb: &str, query: &str) -> Option<Rank> {
    if name.starts_with(query) || verb.starts_with(query) {
        return Some(Rank::Leads);
    }
    let all = format!("{name} {verb}");
    let name = all.as_str();
    let begins = |word: &str| word_starts(name).any(|(_, rest)| rest.starts_with(word));
    if query.split_whitespace().all(begins) {
        return Some(Rank::Begins);
    }
    if query.split_whitespace().all(|word| name.contains(word)) {
        return Some(Rank::Contains);
    }
    let letters: String = query.split_whitespace().collect();
    word_starts(name).filter_map(|(_, rest)| span(rest, &letters)).min().map(Rank::Scattered)
}

/// Where words begin, each with the text from there on.
fn word_starts(name: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut was_letter = false;
    name.char_indices().filter_map(move |(at, character)| {
        let is_letter = character.is_alphanumeric();
        let starts = is_letter && !was_letter;
        was_letter = is_letter;
        starts.then(|| (at, name.get(at..).unwrap_or_default()))
    })
}

/// How many bytes it takes to meet all letters in their order, the first one at once.
fn span(text: &str, letters: &str) -> Option<usize> {
    if !letters.chars().next().is_some_and(|first| text.starts_with(first)) {
        return None;
    }
    let mut rest = text.char_indices();
    let mut last = 0;
    for letter in letters.chars() {
        last = rest.find(|(_, character)| *character == letter)?.0;
    }
    Some(last)
}

/// A key in the palette. Letters go into its line and nowhere else.
pub fn pressed(state: &mut State, press: &Press, height: u16) -> Outcome {
    let last = state.found.len().saturating_sub(1);
    let page = usize::from(height.saturating_sub(1).min(SIZE.1).saturating_sub(OTHER_ROWS).max(1));
    match press {
        Press::Do(Action::Accept) => return state.action().map_or(Outcome::Stays, Outcome::Run),
        Press::Do(Action::Back) => return Outcome::Left,
        Press::Do(Action::Down) => state.chosen = (state.chosen + 1).min(last),
        Press::Do(Action::PageDown) => state.chosen = (state.chosen + page).min(last),
        Press::Do(Action::PageUp) => state.chosen = state.chosen.saturating_sub(page),
        Press::Do(Action::Up) => state.chosen = state.chosen.saturating_sub(1),
        other => {
            if state.query.pressed(other) {
                state.search();
            }
        }
    }
    Outcome::Stays
}

/// The row that lies at a place of the screen.
#[must_use]
pub fn row_at(state: &State, screen: Rect, at: Position) -> Option<usize> {
    let list = list_area(panel::inside(screen, size(screen)));
    let row = usize::from(at.y.checked_sub(list.y)?) + state.top(list);
    (list.contains(at) && row < state.found.len()).then_some(row)
}

/// A click on a row does what stands there.
pub fn clicked(state: &mut State, row: usize) -> Outcome {
    state.chosen = row.min(state.found.len().saturating_sub(1));
    state.action().map_or(Outcome::Stays, Outcome::Run)
}

fn size(screen: Rect) -> (u16, u16) {
    (SIZE.0.min(screen.width.saturating_sub(2)), SIZE.1)
}

/// What is inside the frame without the line that is typed into and the one below it.
fn list_area(inside: Rect) -> Rect {
    Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside }
}

/// Draws it over the screen that it tells of.
pub fn view(state: &State, seen: Seen<'_>, screen: Rect, buffer: &mut Buffer) {
    let framed = panel::draw(buffer, screen, size(screen), &seen.words.line("tui-palette"), seen.theme());
    // One row more above than a question has: what is typed stands right below the title.
    let inside = Rect { y: framed.y.saturating_sub(1), height: framed.height + 1, ..framed };
    let count = Text::new("tui-of").number("shown", state.found.len()).number("all", state.deeds.len());
    let x = put_right(buffer, inside, inside.right(), inside.y, &seen.words.say(&count), seen.style(Role::Muted));
    let line = Rect { width: x.saturating_sub(inside.x + 1), height: 1, ..inside };
    sheet::plain(buffer, line, &state.query, true, seen.theme());
    let list = list_area(framed);
    if state.found.is_empty() {
        let lines = wrap(&seen.words.line("tui-palette-nothing"), list.width.saturating_sub(2));
        let list = Rect { x: list.x + 2, ..list };
        put_lines(buffer, list, list.y, &lines, seen.style(Role::Muted));
    }
    let top = state.top(list);
    let deeds = state.found.iter().filter_map(|place| state.deeds.get(*place)).enumerate();
    for ((place, deed), y) in deeds.skip(top).zip(list.top()..list.bottom()) {
        row(seen, deed, place == state.chosen, Rect { y, height: 1, ..list }, buffer);
    }
}

fn row(seen: Seen<'_>, deed: &Deed, is_chosen: bool, row: Rect, buffer: &mut Buffer) {
    if is_chosen {
        put(buffer, row, row.x, row.y, seen.sign(Sign::Bar), seen.style(Role::Accent));
    }
    let key = deed.chord.as_ref().map(|chord| chord.name(seen.theme().unicode)).unwrap_or_default();
    put_right(buffer, row, row.right(), row.y, &key, seen.style(Role::Key));
    let role = if is_chosen { Role::Selection } else { Role::Text };
    let room = row.width.saturating_sub(4 + width(&key));
    put(buffer, row, row.x + 2, row.y, &fit(&deed.name, room, seen.sign(Sign::More)), seen.style(role));
}

#[cfg(test)]
mod tests {
    use super::{Rank, rank};

    #[test]
    fn what_begins_a_name_is_best_then_what_begins_words_then_a_part_then_scattered_letters() {
        let next = |query| rank("copy the next code", "", query);
        assert_eq!(next("copy t"), Some(Rank::Leads));
        assert_eq!(next("next"), Some(Rank::Begins));
        assert_eq!(next("co ne"), Some(Rank::Begins));
        assert_eq!(next("ext"), Some(Rank::Contains));
        assert_eq!(next("nxt"), Some(Rank::Scattered(3)));
        assert_eq!(next("zebra"), None);
        let worse = [Rank::Leads, Rank::Begins, Rank::Contains, Rank::Scattered(0), Rank::Scattered(1)];
        assert!(worse.is_sorted());
    }

    #[test]
    fn a_verb_of_the_footer_finds_its_deed_before_a_name_that_only_has_the_word() {
        assert_eq!(rank("the trash", "trash", "trash"), Some(Rank::Leads));
        assert_eq!(rank("put the account into the trash", "delete", "trash"), Some(Rank::Begins));
    }

    #[test]
    fn nothing_typed_fits_everything_and_scattered_letters_begin_with_a_word() {
        assert_eq!(rank("settings", "", ""), Some(Rank::Leads));
        assert_eq!(rank("take the last trash", "", "tsh"), Some(Rank::Scattered(4)));
        assert_eq!(rank("settings", "", "tgs"), None);
    }
}
