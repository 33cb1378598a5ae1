//! What is typed, from the terminal's bytes to messages. Read here and not by the screen library, whose buffers keep
//! what a person typed and pasted; every buffer here is wiped.

#[cfg(unix)]
mod paste;
#[cfg(unix)]
mod reader;
#[cfg(unix)]
mod sequence;
#[cfg(all(test, unix))]
mod tests;

use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Size};
use zeroize::Zeroizing;

use crate::ports::{Signal, World};
use crate::tui::key::Key;
use crate::tui::msg::Msg;

/// Keys, pastes and clicks become messages; so does the end of the terminal. The thread ends with the process: it waits
/// for keys, and nothing wakes it.
pub fn forward(world: &World, inbox: Sender<Msg>) {
    let seat = world.seat.clone();
    let forward = move || {
        listen(&*seat, &inbox);
        // The loop may have ended by now.
        let _ = inbox.send(Msg::Signalled(Signal::HangUp));
    };
    // Without the thread no key is ever read; a signal still ends the program.
    let _ = thread::Builder::new().name("input".to_owned()).spawn(forward);
}

#[cfg(unix)]
fn listen(seat: &dyn crate::ports::Seat, inbox: &Sender<Msg>) {
    reader::listen(seat, &mut |msg| inbox.send(msg).is_ok());
}

/// Consoles that are no Unix terminals send events and not bytes.
#[cfg(not(unix))]
fn listen(_seat: &dyn crate::ports::Seat, inbox: &Sender<Msg>) {
    while let Ok(event) = crossterm::event::read() {
        if let Some(msg) = message(event)
            && inbox.send(msg).is_err()
        {
            return;
        }
    }
}

fn message(event: Event) -> Option<Msg> {
    match event {
        Event::FocusGained | Event::FocusLost => None,
        Event::Key(key) => Key::from_event(key).map(Msg::Key),
        Event::Mouse(mouse) => pointed(mouse),
        Event::Paste(text) => Some(Msg::Pasted(Zeroizing::new(text))),
        Event::Resize(width, height) => Some(Msg::Resized(Size { width, height })),
    }
}

fn pointed(mouse: MouseEvent) -> Option<Msg> {
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            Some(Msg::Clicked { at: Position::new(mouse.column, mouse.row), on: None })
        }
        MouseEventKind::ScrollDown => Some(Msg::Wheeled { is_down: true }),
        MouseEventKind::ScrollUp => Some(Msg::Wheeled { is_down: false }),
        _ => None,
    }
}
