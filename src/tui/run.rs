//! The loop: takes the terminal, draws when something changed, and sleeps until the next moment that changes a cell.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind, read};
use ratatui::layout::{Position, Size};
use zeroize::Zeroizing;

use crate::ports::{Signal, World};
use crate::tui::effect::{Effect, Ending};
use crate::tui::key::Key;
use crate::tui::model::Model;
use crate::tui::msg::{Answer, Msg};
use crate::tui::runtime::{Next, Runtime};
use crate::tui::terminal::{PanicGuard, Screen};
use crate::tui::update::update;
use crate::tui::view::{spot, view};
use crate::tui::wake::sleep;
use crate::tui::{Options, RunError};
use crate::words::Catalog;

/// Everything the loop holds.
struct Loop {
    model: Model,
    words: Catalog,
    runtime: Runtime,
    screen: Screen,
    inbox: Receiver<Msg>,
    /// The terminal is gone: nothing is drawn any more, what runs is brought to its end.
    is_gone: bool,
}

/// Runs until the person leaves or a signal ends it.
///
/// # Errors
/// [`RunError`].
pub fn run(world: World, options: Options) -> Result<(), RunError> {
    let words = Catalog::new(options.language);
    let _panics = PanicGuard::set(words.line("tui-panic"));
    let (answers, inbox) = channel();
    forward_signals(&world, answers.clone());
    let screen = Screen::take(options.mouse)?;
    let size = screen.size()?;
    let path = world.vault.display().to_string();
    let model = Model::new(&options, path, size, world.clock.now(), world.clock.tick());
    let runtime = Runtime { world, answers, accept_older: options.accept_older, copied: None };
    let mut this = Loop { model, words, runtime, screen, inbox, is_gone: false };
    let ended = this.turn();
    this.runtime.clear_clipboard_now();
    this.wipe();
    this.screen.give_back()?;
    match ended? {
        Ending::Left => Ok(()),
        Ending::Signal(signal) => Err(RunError::Signal(signal)),
    }
}

impl Loop {
    fn turn(&mut self) -> io::Result<Ending> {
        if let Some(ending) = self.take(Msg::Began)? {
            return Ok(ending);
        }
        // What is answered at once (the look at the vault file) belongs to the first frame.
        if let Some(ending) = self.drain()? {
            return Ok(ending);
        }
        self.draw();
        forward_input(self.runtime.answers.clone());
        loop {
            let first = match sleep(&self.model) {
                None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(wait) => self.inbox.recv_timeout(wait),
            };
            let ended = match first {
                Ok(msg) => self.take(msg)?,
                Err(_) => self.pass_time()?,
            };
            // A storm of events is one frame.
            let ended = if ended.is_none() { self.drain()? } else { ended };
            if let Some(ending) = ended {
                return Ok(ending);
            }
            self.draw();
        }
    }

    fn drain(&mut self) -> io::Result<Option<Ending>> {
        while let Ok(msg) = self.inbox.try_recv() {
            let ended = self.take(msg)?;
            if ended.is_some() {
                return Ok(ended);
            }
        }
        Ok(None)
    }

    fn take(&mut self, msg: Msg) -> io::Result<Option<Ending>> {
        if let Some(ending) = self.pass_time()? {
            return Ok(Some(ending));
        }
        if matches!(msg, Msg::Signalled(Signal::Continue)) {
            // A terminal that is gone is met again when the next frame is drawn.
            let _ = self.screen.enter_again();
        }
        let msg = match msg {
            Msg::Signalled(Signal::Resize) => Msg::Resized(self.screen.size().unwrap_or(self.model.desk.size)),
            Msg::Came(ticket, Answer::Broke) => {
                // Where it broke is for the developer; the person is told by the answer.
                let _ = PanicGuard::of_worker();
                Msg::Came(ticket, Answer::Broke)
            }
            Msg::Clicked { at, .. } => Msg::Clicked { at, on: spot(&self.model, &self.words, at) },
            other => other,
        };
        let effects = update(&mut self.model, msg);
        self.perform(effects)
    }

    fn pass_time(&mut self) -> io::Result<Option<Ending>> {
        let clock = &self.runtime.world.clock;
        let effects = update(&mut self.model, Msg::Time(clock.now(), clock.tick()));
        self.perform(effects)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<Option<Ending>> {
        for effect in effects {
            match self.runtime.perform(effect, &self.model) {
                Next::End(ending) => return Ok(Some(ending)),
                Next::Forget => self.wipe(),
                Next::Go => {}
                Next::Stop => self.runtime.stop(&mut self.screen)?,
            }
        }
        if self.words.language() != self.model.desk.language {
            self.words = Catalog::new(self.model.desk.language);
        }
        Ok(None)
    }

    /// Draws, unless the terminal is gone. That is taken like a hang-up: a save that runs still comes to its end.
    fn draw(&mut self) {
        let (model, words) = (&self.model, &self.words);
        if !self.is_gone && self.screen.draw(|frame| view(model, words, frame)).is_err() {
            self.is_gone = true;
            // The loop that listens is this one.
            let _ = self.runtime.answers.send(Msg::Signalled(Signal::HangUp));
        }
    }

    /// Overwrites both buffers of the screen library, so that no code stays behind in them.
    fn wipe(&mut self) {
        // A terminal that is gone shows nothing either.
        let _ = self.screen.draw_twice(|_| {});
    }
}

/// Signals become messages, in a thread of their own.
fn forward_signals(world: &World, inbox: Sender<Msg>) {
    let Some(signals) = world.process.watch_signals() else { return };
    let forward = move || {
        while let Ok(signal) = signals.recv() {
            if inbox.send(Msg::Signalled(signal)).is_err() {
                return;
            }
        }
    };
    // Without the thread the signals do what they always do.
    let _ = thread::Builder::new().name("signals".to_owned()).spawn(forward);
}

/// Keys, pastes and sizes become messages. The thread ends with the process: it waits for keys, and nothing wakes it.
fn forward_input(inbox: Sender<Msg>) {
    let forward = move || {
        while let Ok(event) = read() {
            if let Some(msg) = message(event)
                && inbox.send(msg).is_err()
            {
                return;
            }
        }
        let _ = inbox.send(Msg::Signalled(Signal::HangUp));
    };
    let _ = thread::Builder::new().name("input".to_owned()).spawn(forward);
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
