//! The lines of a page of help, as wide as the window is.

use crate::backup::DeviceType;
use crate::ops::help::{Part, Topic};
use crate::tui::desk::Desk;
use crate::tui::keyboard::Row;
use crate::tui::keymap::{Context, MOUSE};
use crate::tui::screens::help::{Shown, State};
use crate::tui::theme::Sign;
use crate::tui::widgets::line::wrap;

/// Longer lines are hard to read.
const WIDEST: u16 = 78;

/// A line of help.
pub(super) enum Line {
    Empty,
    Key(String, &'static str),
    Link(Shown),
    Mouse(&'static str, &'static str),
    Title(&'static str),
    Told { sign: String, indent: u16, text: String },
}

/// The lines of what is read.
pub(super) fn lines(state: &State, desk: &Desk) -> Vec<Line> {
    match state.open.shown {
        Shown::Keys => keys(state, desk),
        Shown::Page(topic) => page(state, topic, desk),
    }
}

fn page(state: &State, topic: Topic, desk: &Desk) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut number, mut has_links) = (0_usize, false);
    for part in topic.parts() {
        number = if matches!(part, Part::Step(_)) { number + 1 } else { 0 };
        let bullet = desk.theme.sign(Sign::Bullet);
        match part {
            Part::Head(id) => {
                parted(&mut lines);
                lines.push(Line::Title(id));
            }
            Part::Here(id) => told(&mut lines, bullet, &state.words.line(id(DeviceType::running())), desk),
            Part::Item(id) => told(&mut lines, bullet, &state.words.line(id), desk),
            Part::Say(id) => {
                parted(&mut lines);
                told(&mut lines, "", &state.words.line(id), desk);
            }
            Part::Step(id) => told(&mut lines, &format!("{number}."), &state.words.line(id), desk),
            Part::Link(to) => {
                if !has_links {
                    parted(&mut lines);
                    lines.push(Line::Title("help-see-also"));
                }
                has_links = true;
                lines.push(Line::Link(Shown::Page(*to)));
            }
        }
    }
    lines.push(Line::Link(Shown::Keys));
    lines
}

/// An empty line, but not at the top.
fn parted(lines: &mut Vec<Line>) {
    if !lines.is_empty() {
        lines.push(Line::Empty);
    }
}

fn told(lines: &mut Vec<Line>, sign: &str, said: &str, desk: &Desk) {
    let indent = if sign.is_empty() { 0 } else { 3 };
    let room = desk.size.width.min(WIDEST).saturating_sub(indent + 2);
    for (at, text) in wrap(said, room).into_iter().enumerate() {
        let sign = if at == 0 { sign.to_owned() } else { String::new() };
        lines.push(Line::Told { sign, indent, text });
    }
}

/// A title and the keys of a context that do something where all of these are live: not those that mean something else
/// there, or are typed.
fn keys_of(context: Context, live: &[Context], desk: &Desk) -> Vec<Line> {
    let row = |row: &Row| {
        let keys: Vec<String> = desk.keyboard.chords(live, row).map(|chord| chord.name(desk.theme.unicode)).collect();
        (!keys.is_empty()).then(|| Line::Key(keys.join("  "), row.about))
    };
    let keys = desk.keyboard.of(context).filter_map(row);
    std::iter::once(Line::Title(context.title())).chain(keys).chain([Line::Empty]).collect()
}

fn keys(state: &State, desk: &Desk) -> Vec<Line> {
    let here: Vec<_> = state.of.iter().copied().chain([Context::Home, Context::Everywhere]).collect();
    let mut lines = Vec::new();
    here.iter().for_each(|context| lines.extend(keys_of(*context, &here, desk)));
    // What is pressed while this is read.
    lines.extend(keys_of(Context::Help, &[Context::Help, Context::List], desk));
    if state.has_mouse && state.of.contains(&Context::Accounts) {
        lines.push(Line::Title("tui-mouse"));
        lines.extend(MOUSE.iter().map(|(deed, about)| Line::Mouse(deed, about)));
        lines.push(Line::Empty);
    }
    lines.push(Line::Title("help-pages"));
    lines.extend(Topic::ALL.map(|topic| Line::Link(Shown::Page(topic))));
    lines
}
