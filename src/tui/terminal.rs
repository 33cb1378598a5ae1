//! The terminal: taken over for a while, and given back in every case. A frame is one write, between the marks of a
//! synchronized update, so that nobody sees half of it.

use std::cell::RefCell;
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::rc::Rc;
use std::sync::Mutex;
use std::thread::ThreadId;

use crossterm::event::EnableBracketedPaste;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, queue, style};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};
use zeroize::Zeroize;

use crate::secret::extend_wiping;
use crate::tui::ground::QUESTION;

/// A terminal that was taken over. Dropping it gives it back.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Pending>>,
    pending: Pending,
    has_mouse: bool,
    /// The terminal is to be asked for its background, once.
    asks_ground: bool,
    is_taken: bool,
}

/// Clicks and the wheel are reported, with places beyond column 223. Movements are not: each one would wake the program.
const LISTEN: &str = "\x1b[?1000h\x1b[?1006h";

/// The mouse is the terminal's own again.
const DEAF: &str = "\x1b[?1006l\x1b[?1000l";

/// What undoes everything that taking over did but raw mode: the end of a synchronized update, unmarked pastes, the mouse
/// for the terminal, plain text, the person's own screen, a cursor that is seen.
pub const FAREWELL: &[u8] = b"\x1b[?2026l\x1b[?2004l\x1b[?1006l\x1b[?1000l\x1b[0m\x1b[?1049l\x1b[?25h";

impl Screen {
    /// Takes the terminal over: raw mode, the other screen, marked pastes, and the mouse where it is wanted. With
    /// `asks_ground` it is asked for its background; the answer comes among the events.
    ///
    /// # Errors
    /// When the terminal does not let itself be taken over.
    pub fn take(has_mouse: bool, asks_ground: bool) -> io::Result<Self> {
        let pending = Pending::default();
        let terminal = Terminal::new(CrosstermBackend::new(pending.clone()))?;
        let mut screen = Self { terminal, pending, has_mouse, asks_ground, is_taken: false };
        screen.enter()?;
        Ok(screen)
    }

    /// How large it is.
    ///
    /// # Errors
    /// When the terminal does not say.
    pub fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws a frame: one write of what differs from the last one.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.pending.0.borrow_mut().clear();
        queue!(self.pending, BeginSynchronizedUpdate)?;
        self.terminal.draw(view)?;
        queue!(self.pending, EndSynchronizedUpdate)?;
        if self.pending.shows_something() {
            return self.pending.send();
        }
        self.pending.0.borrow_mut().zeroize();
        Ok(())
    }

    /// Overwrites what both buffers of the library still hold of the screens before.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw_twice(&mut self, mut view: impl FnMut(&mut Frame<'_>)) -> io::Result<()> {
        self.draw(&mut view)?;
        self.draw(&mut view)
    }

    /// Everything is drawn anew with the next frame: somebody else may have written on the screen.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn forget_frame(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: it asks the terminal for the cursor, and the reader of events would get the answer.
        let size = self.terminal.size()?;
        self.terminal.resize(ratatui::layout::Rect::from((ratatui::layout::Position::ORIGIN, size)))
    }

    /// Gives the terminal back for a while or for good.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn give_back(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_taken) {
            leave()?;
        }
        Ok(())
    }

    /// Takes it over again after a stop that nobody announced: the shell has used it meanwhile.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn enter_again(&mut self) -> io::Result<()> {
        // Raw mode is remembered as on; only off and on again sets it anew.
        disable_raw_mode()?;
        self.enter()?;
        self.forget_frame()
    }

    /// Takes it over again after [`Screen::give_back`].
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        self.is_taken = true;
        let mut out = io::stdout().lock();
        queue!(out, EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
        if self.has_mouse {
            queue!(out, style::Print(LISTEN))?;
        }
        if std::mem::take(&mut self.asks_ground) {
            queue!(out, style::Print(QUESTION))?;
        }
        out.flush()
    }

    /// Whether the mouse is listened to.
    pub const fn has_mouse(&self) -> bool {
        self.has_mouse
    }

    /// Listens to the mouse from now on, or leaves it to the terminal.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn listen(&mut self, has_mouse: bool) -> io::Result<()> {
        self.has_mouse = has_mouse;
        let mut out = io::stdout().lock();
        queue!(out, style::Print(if has_mouse { LISTEN } else { DEAF }))?;
        out.flush()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Nobody is left to hear of a terminal that is gone.
        let _ = self.give_back();
    }
}

/// Undoes everything that taking over did. Also when the program is about to end in the middle of something.
fn leave() -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(FAREWELL)?;
    out.flush()?;
    disable_raw_mode()
}

/// What is to be written with the next frame. It holds codes, so it is wiped once written.
#[derive(Clone, Debug, Default)]
struct Pending(Rc<RefCell<Vec<u8>>>);

impl Pending {
    /// Whether a cell is written or the screen cleared, which both have a capital letter. A frame like the one before has
    /// none: it only puts colours back and hides the cursor once more.
    fn shows_something(&self) -> bool {
        self.0.borrow().iter().any(|byte| matches!(byte, b'H' | b'J'))
    }

    fn send(&self) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        let mut out = io::stdout().lock();
        let written = out.write_all(&bytes).and_then(|()| out.flush());
        bytes.zeroize();
        written
    }
}

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        extend_wiping(&mut self.0.borrow_mut(), bytes);
        Ok(bytes.len())
    }

    /// A frame is written as a whole, by [`Pending::send`].
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The hook for panics while the terminal is taken over. Dropping it puts the former hook back.
pub struct PanicGuard {
    former: Option<Hook>,
}

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Send + Sync + 'static>;

/// Where a worker panicked last; the main thread tells of it.
static WORKER_PANIC: Mutex<Option<String>> = Mutex::new(None);

impl PanicGuard {
    /// From now on a panic of this thread gives the terminal back and prints where it was and `reassurance`: never the
    /// message, which may hold what nobody else may see. A panic of a worker is kept for [`PanicGuard::of_worker`].
    #[must_use]
    pub fn set(reassurance: String) -> Self {
        let former = panic::take_hook();
        let main = std::thread::current().id();
        panic::set_hook(Box::new(move |panic| tell(panic, main, &reassurance)));
        Self { former: Some(former) }
    }

    /// Where a worker panicked, if one did.
    #[must_use]
    pub fn of_worker() -> Option<String> {
        WORKER_PANIC.lock().ok().and_then(|mut place| place.take())
    }
}

impl Drop for PanicGuard {
    fn drop(&mut self) {
        if !std::thread::panicking()
            && let Some(former) = self.former.take()
        {
            panic::set_hook(former);
        }
    }
}

fn tell(panic: &PanicHookInfo<'_>, main: ThreadId, reassurance: &str) {
    let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
    if std::thread::current().id() != main {
        if let Ok(mut kept) = WORKER_PANIC.lock() {
            *kept = Some(place);
        }
        return;
    }
    // In a panic there is nobody to report a second problem to.
    let _ = leave();
    let _ = writeln!(io::stderr(), "pulih: {place}: {reassurance}");
}
