//! Where the import comes from: a line of paths with what lies in the folder below it, the clipboard, or the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ops::import::{Entry, Source, paths};
use crate::ports::FileError;
use crate::text::{Explain, clean_line, fold};
use crate::tui::action::Action;
use crate::tui::msg::{Press, Spot};
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::field::Field;
use crate::tui::widgets::line::{fit, put, put_lines, wrap};
use crate::tui::widgets::sheet;

/// What was typed so far, and what lies in the folder of the last path.
#[derive(Debug, Default)]
pub(super) struct Chooser {
    field: Field,
    listed: Option<Listed>,
    /// The place in the list, where the arrows have gone there.
    chosen: Option<usize>,
    /// A completion was asked for before the folder was read.
    wants_completion: bool,
}

#[derive(Debug)]
struct Listed {
    folder: String,
    entries: Result<Vec<Entry>, FileError>,
}

/// What a key asks for.
#[derive(Debug)]
pub(super) enum Wish {
    /// What lies in this folder.
    List(String),
    /// Nothing.
    None,
    /// To read from there.
    Read(Source),
}

impl Chooser {
    /// With a line that is there already.
    pub(super) fn with(line: &str) -> Self {
        Self { field: Field::with(line), ..Self::default() }
    }

    pub(super) const fn field(&self) -> &Field {
        &self.field
    }

    /// Draws the line as it can be shown: a name that a person dropped may hold what must not reach a terminal.
    pub(super) fn draw(&self, is_focused: bool, seen: Seen<'_>, row: Rect, buffer: &mut Buffer) {
        let cleaned = clean_line(self.field.text());
        let harmless = Field::with(&cleaned.text);
        let field = if cleaned.removed > 0 { &harmless } else { &self.field };
        sheet::plain(buffer, row, field, is_focused, seen.theme());
    }

    /// The folder that is to be listed, if it is not yet.
    pub(super) fn refresh(&self) -> Wish {
        let folder = paths::last(self.field.text()).folder;
        match &self.listed {
            Some(listed) if listed.folder == folder => Wish::None,
            _ => Wish::List(folder),
        }
    }

    /// What lies in a folder has come.
    pub(super) fn came(&mut self, folder: String, entries: Result<Vec<Entry>, FileError>) -> Wish {
        if paths::last(self.field.text()).folder != folder {
            return Wish::None;
        }
        self.listed = Some(Listed { folder, entries });
        if std::mem::take(&mut self.wants_completion) { self.complete() } else { Wish::None }
    }

    pub(super) fn pressed(&mut self, press: &Press, page: usize) -> Wish {
        match press {
            Press::Do(Action::Accept) => self.accepted(),
            Press::Do(Action::Complete) => self.complete(),
            Press::Do(Action::Down) => self.go(|at| at.map_or(0, |at| at + 1)),
            Press::Do(Action::FromClipboard) => Wish::Read(Source::Clipboard),
            Press::Do(Action::FromScreen) => Wish::Read(Source::Screen),
            Press::Do(Action::PageDown) => self.go(|at| at.map_or(0, |at| at + page)),
            Press::Do(Action::PageUp) => self.go(|at| at.map_or(0, |at| at.saturating_sub(page))),
            Press::Do(Action::Up) if self.chosen == Some(0) => {
                self.chosen = None;
                Wish::None
            }
            Press::Do(Action::Up) => self.go(|at| at.map_or(0, |at| at.saturating_sub(1))),
            Press::Paste(text) if paths::is_paths(text) => {
                let blank = if self.field.text().is_empty() || self.field.text().ends_with(' ') { "" } else { " " };
                let line = format!("{}{blank}{}", self.field.text(), paths::as_line(text));
                self.write(&line)
            }
            other => {
                if !self.field.pressed(other) {
                    return Wish::None;
                }
                self.chosen = None;
                self.refresh()
            }
        }
    }

    fn write(&mut self, line: &str) -> Wish {
        (self.field, self.chosen) = (Field::with(line), None);
        self.refresh()
    }

    fn go(&mut self, to: impl Fn(Option<usize>) -> usize) -> Wish {
        let count = self.matches().len();
        self.chosen = (count > 0).then(|| to(self.chosen).min(count.saturating_sub(1)));
        Wish::None
    }

    /// The names that go on as the last path begins. Hidden ones only where a dot was typed.
    fn matches(&self) -> Vec<&Entry> {
        let last = paths::last(self.field.text());
        let Some(Listed { folder, entries: Ok(entries) }) = &self.listed else { return Vec::new() };
        if *folder != last.folder {
            return Vec::new();
        }
        let wanted = fold(&last.prefix);
        let fits = |entry: &&Entry| {
            (last.prefix.starts_with('.') || !entry.name.starts_with('.')) && fold(&entry.name).starts_with(&wanted)
        };
        entries.iter().filter(fits).collect()
    }

    fn accepted(&mut self) -> Wish {
        let last = paths::last(self.field.text());
        let is_named = |entry: &&&Entry| entry.is_folder && entry.name == last.prefix;
        let matches = self.matches();
        let chosen = self.chosen.and_then(|at| matches.get(at)).or_else(|| matches.iter().find(is_named)).copied();
        match chosen.cloned() {
            Some(entry) if entry.is_folder => self.take(&entry),
            Some(entry) => {
                self.take(&entry);
                self.read()
            }
            None => self.read(),
        }
    }

    fn read(&self) -> Wish {
        let line = self.field.text().trim();
        if line.is_empty() { Wish::None } else { Wish::Read(Source::Paths(line.to_owned())) }
    }

    fn complete(&mut self) -> Wish {
        let last = paths::last(self.field.text());
        if last.folder.is_empty() && last.prefix == "~" {
            return self.write(&paths::completed(self.field.text(), "~/"));
        }
        if let wish @ Wish::List(_) = self.refresh() {
            self.wants_completion = true;
            return wish;
        }
        let matches = self.matches();
        if let Some(entry) = self.chosen.and_then(|at| matches.get(at)).copied().or(one(&matches)).cloned() {
            return self.take(&entry);
        }
        let common = common(&matches);
        if common.chars().count() > last.prefix.chars().count() {
            let path = format!("{}{common}", last.folder);
            return self.write(&paths::completed(self.field.text(), &path));
        }
        self.go(|_| 0)
    }

    /// The last path becomes this one. A file is followed by a blank, so that another may follow.
    fn take(&mut self, entry: &Entry) -> Wish {
        let folder = paths::last(self.field.text()).folder;
        let (end, blank) = if entry.is_folder { ("/", "") } else { ("", " ") };
        let path = format!("{folder}{}{end}", entry.name);
        self.write(&format!("{}{blank}", paths::completed(self.field.text(), &path)))
    }

    /// What lies at a place of the list.
    pub(super) fn spot(&self, list: Rect, at: Position) -> Option<Spot> {
        let place = self.top(list) + usize::from(at.y.checked_sub(list.y)?);
        (list.contains(at) && place < self.matches().len()).then_some(Spot::Row(place))
    }

    /// A click on a row of the list: it is chosen, and the next click takes it.
    pub(super) fn clicked(&mut self, place: usize) -> Wish {
        if self.chosen == Some(place) {
            return self.accepted();
        }
        self.go(|_| place)
    }

    fn top(&self, list: Rect) -> usize {
        self.chosen.map_or(0, |chosen| (chosen + 1).saturating_sub(usize::from(list.height.max(1))))
    }

    /// Draws what lies in the folder.
    pub(super) fn list(&self, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
        if let Some(Listed { entries: Err(error), .. }) = &self.listed {
            let lines = wrap(&seen.words.say(&error.what()), area.width);
            put_lines(buffer, area, area.y, &lines, seen.style(Role::Muted));
            return;
        }
        let matches = self.matches();
        for ((place, entry), y) in matches.iter().enumerate().skip(self.top(area)).zip(area.top()..area.bottom()) {
            let is_chosen = self.chosen == Some(place);
            if is_chosen {
                put(buffer, area, area.x, y, seen.sign(Sign::Bar), seen.style(Role::Accent));
            }
            let role = match (is_chosen, entry.is_folder) {
                (true, _) => Role::Selection,
                (false, true) => Role::Key,
                (false, false) => Role::Text,
            };
            let name = format!("{}{}", entry.name, if entry.is_folder { "/" } else { "" });
            let name = fit(&name, area.width.saturating_sub(2), seen.sign(Sign::More));
            put(buffer, area, area.x + 2, y, &name, seen.style(role));
        }
    }
}

fn one<'a>(matches: &[&'a Entry]) -> Option<&'a Entry> {
    match matches {
        [entry] => Some(entry),
        _ => None,
    }
}

/// The beginning that all names have in common.
fn common(matches: &[&Entry]) -> String {
    let Some((first, rest)) = matches.split_first() else { return String::new() };
    let fits = |count: usize| {
        let start: String = first.name.chars().take(count).collect();
        rest.iter().all(|entry| entry.name.starts_with(&start))
    };
    let most = first.name.chars().count();
    let count = (0..=most).rev().find(|count| fits(*count)).unwrap_or(0);
    first.name.chars().take(count).collect()
}
