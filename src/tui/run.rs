//! The loop: takes the terminal, draws when something changed, and sleeps until the next moment that changes a cell.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::config::Theme;
use crate::ports::{Absence, Hold, Signal, World};
use crate::tui::effect::{Effect, Ending};
use crate::tui::input;
use crate::tui::look::Look;
use crate::tui::model::Model;
use crate::tui::msg::{Answer, Msg};
use crate::tui::runtime::{Next, Runtime};
use crate::tui::terminal::{FAREWELL, PanicGuard, Screen};
use crate::tui::update::update;
use crate::tui::view::{spot, view};
use crate::tui::wake::sleep;
use crate::tui::{Options, RunError};
use crate::words::Catalog;

/// Two clocks of a computer that is awake are never so far apart; reading one after the other takes microseconds.
const NAP: Duration = Duration::from_millis(500);

/// Everything the loop holds.
struct Loop {
    model: Model,
    words: Catalog,
    runtime: Runtime,
    screen: Screen,
    inbox: Receiver<Msg>,
    /// What keeps the computer awake until the vault is locked.
    hold: Option<Hold>,
    /// How long the computer had slept at the last look.
    slept: Duration,
    /// The terminal is gone: nothing is drawn any more, what runs is brought to its end.
    is_gone: bool,
}

/// Runs until the person leaves or a signal ends it. `words` are those of the options' language: whoever starts this has
/// read them already, and reading them again would be seen in the time to the first frame.
///
/// # Errors
/// [`RunError`].
pub fn run(world: World, options: Options, words: Catalog) -> Result<(), RunError> {
    let _panics = PanicGuard::set(words.line("tui-panic"));
    let (answers, inbox) = channel();
    forward_signals(&world, answers.clone());
    world.process.give_back_in_a_crash(FAREWELL);
    let asks = Look::new(&options.facts, &options.config).wants_ground() && options.config.theme == Theme::Auto;
    let screen = Screen::take(options.config.mouse, asks)?;
    let size = screen.size()?;
    let path = world.vault.display().to_string();
    let model = Model::new(&options, path, size, world.clock.now(), world.clock.tick());
    let runtime =
        Runtime { world, answers, accept_older: options.accept_older, settings: options.settings, copied: None };
    let mut this = Loop { model, words, runtime, screen, inbox, hold: None, slept: Duration::ZERO, is_gone: false };
    let ended = this.turn();
    this.runtime.clear_clipboard_now();
    this.wipe();
    let given_back = this.screen.give_back();
    match ended? {
        Ending::Left => Ok(given_back?),
        // A terminal that is gone cannot be given back, and whoever waits is to hear of the signal.
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
        input::forward(&self.runtime.world, self.runtime.answers.clone());
        forward_absence(&self.runtime.world, self.runtime.answers.clone());
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
            Msg::Away(Absence::AboutToSleep(hold)) => {
                self.hold = Some(hold);
                Msg::Away(Absence::HasSlept)
            }
            Msg::Clicked { at, .. } => Msg::Clicked { at, on: spot(&self.model, &self.words, at) },
            other => other,
        };
        let effects = update(&mut self.model, msg);
        self.perform(effects)
    }

    fn pass_time(&mut self) -> io::Result<Option<Ending>> {
        let clock = &self.runtime.world.clock;
        let (now, tick, slept) = (clock.now(), clock.tick(), clock.slept());
        let has_slept = slept.saturating_sub(self.slept) >= NAP;
        self.slept = slept;
        let mut effects = update(&mut self.model, Msg::Time(now, tick));
        if has_slept {
            effects.extend(update(&mut self.model, Msg::Away(Absence::HasSlept)));
        }
        self.perform(effects)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<Option<Ending>> {
        for effect in effects {
            match self.runtime.perform(effect, &mut self.model) {
                Next::End(ending) => return Ok(Some(ending)),
                Next::Forget => self.wipe(),
                Next::Go => {}
                Next::Stop => self.runtime.stop(&mut self.screen)?,
            }
        }
        if self.screen.has_mouse() != self.model.desk.config.mouse {
            self.screen.listen(self.model.desk.config.mouse)?;
        }
        self.runtime.world.clock.correct(self.model.desk.config.clock_correction.into());
        if self.model.home().is_none() {
            // Nothing secret is left: the computer may sleep.
            self.hold = None;
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

/// Signs of absence become messages, in a thread of their own.
fn forward_absence(world: &World, inbox: Sender<Msg>) {
    let absences = world.seat.watch_absence();
    let forward = move || {
        while let Ok(absence) = absences.recv() {
            if inbox.send(Msg::Away(absence)).is_err() {
                return;
            }
        }
    };
    // Without the thread these signs are missing, like on a computer that does not give them.
    let _ = thread::Builder::new().name("absence".to_owned()).spawn(forward);
}
