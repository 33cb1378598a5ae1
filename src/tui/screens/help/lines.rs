//! The lines of a page of help, as wide as the window is.

use crate::backup::DeviceType;
use crate::ops::help::{Part, Topic};
use crate::tui::desk::Desk;
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

fn keys(state: &State, desk: &Desk) -> Vec<Line> {
    let (keyboard, unicode) = (&desk.keyboard, desk.theme.unicode);
    let all: Vec<_> = state.of.iter().copied().chain([Context::Home, Context::Everywhere]).collect();
    let mut lines = Vec::new();
    for context in &all {
        lines.push(Line::Title(context.title()));
        lines.extend(keyboard.of(*context).filter_map(|row| {
            // A key that means something else here, or is typed, is not told of.
            let keys: Vec<String> = keyboard.chords(&all, row).map(|chord| chord.name(unicode)).collect();
            (!keys.is_empty()).then(|| Line::Key(keys.join("  "), row.about))
        }));
        lines.push(Line::Empty);
    }
    if state.has_mouse && state.of.contains(&Context::Accounts) {
        lines.push(Line::Title("tui-mouse"));
        lines.extend(MOUSE.iter().map(|(deed, about)| Line::Mouse(deed, about)));
        lines.push(Line::Empty);
    }
    lines.push(Line::Title("help-pages"));
    lines.extend(Topic::ALL.map(|topic| Line::Link(Shown::Page(topic))));
    lines
}
