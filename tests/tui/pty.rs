//! A pseudo terminal with a program in it. The screen is published only where a synchronized update ends, so no test
//! ever sees half a frame; and waiting is waiting for something, never for a while.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "in a test a panic is the report")]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// Longer than anything here takes on the slowest machine; only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(120);

/// The end of a synchronized update.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// A program in a pseudo terminal.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Started,
    /// The listener is to let go of the terminal.
    is_left: Arc<AtomicBool>,
    listener: JoinHandle<()>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    before: String,
}

/// The process. A test that failed leaves nobody behind; one that did not has waited for the end.
struct Started(Box<dyn Child + Send + Sync>);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

/// What has come from the program.
struct Seen {
    parser: vt100::Parser,
    frame: String,
    cells: vt100::Screen,
    raw: Vec<u8>,
    has_ended: bool,
}

impl Pty {
    /// Starts a command in a terminal of 80 by 24.
    pub fn start(command: CommandBuilder) -> Self {
        Self::sized(command, 80, 24)
    }

    /// Starts a command in a terminal of this size.
    pub fn sized(command: CommandBuilder, cols: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        let before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let parser = vt100::Parser::new(some(rows), some(cols), 0);
        let seen =
            Seen { cells: parser.screen().clone(), parser, frame: String::new(), raw: Vec::new(), has_ended: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let (reader, shared) = (pair.master.try_clone_reader().unwrap(), seen.clone());
        let is_left = Arc::new(AtomicBool::new(false));
        let left = is_left.clone();
        let listener = thread::spawn(move || listen(reader, &left, &shared));
        let writer = pair.master.take_writer().unwrap();
        Self { master: pair.master, writer, child: Started(child), is_left, listener, seen, before }
    }

    /// Sends bytes as if typed.
    pub fn send(&mut self, bytes: &str) -> &mut Self {
        self.send_bytes(bytes.as_bytes())
    }

    /// Sends bytes that need not be text.
    pub fn send_bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Sends a marked paste.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(&format!("\x1b[200~{text}\x1b[201~"))
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(some(rows), some(cols));
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        self
    }

    /// Waits until a whole frame has this text.
    pub fn see(&mut self, text: &str) -> &mut Self {
        self.wait(text, |seen| seen.frame.contains(text));
        self
    }

    /// Waits until a whole frame holds this text so many times.
    pub fn see_times(&mut self, text: &str, times: usize) -> &mut Self {
        self.wait(text, |seen| seen.frame.matches(text).count() >= times);
        self
    }

    /// Waits until a whole frame has one of these texts, and gives its place among them.
    pub fn see_any(&self, texts: &[&str]) -> usize {
        self.wait(&texts.join("\n or "), |seen| texts.iter().any(|text| seen.frame.contains(text)));
        let frame = self.screen();
        texts.iter().position(|text| frame.contains(text)).unwrap()
    }

    /// Waits until a whole frame lacks this text.
    pub fn see_no(&mut self, text: &str) -> &mut Self {
        self.wait(text, |seen| !seen.frame.contains(text));
        self
    }

    /// Waits until these bytes have come.
    pub fn hear(&mut self, bytes: &str) -> &mut Self {
        self.wait(bytes, |seen| contains(&seen.raw, bytes.as_bytes()));
        self
    }

    /// The last whole frame, as text.
    pub fn screen(&self) -> String {
        self.seen.0.lock().unwrap().frame.clone()
    }

    /// The last whole frame, as cells.
    pub fn frame(&self) -> vt100::Screen {
        self.seen.0.lock().unwrap().cells.clone()
    }

    /// What the terminal shows now, where a command writes without frames.
    pub fn terminal(&self) -> vt100::Screen {
        self.seen.0.lock().unwrap().parser.screen().clone()
    }

    /// Everything that has come, as text.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().unwrap().raw).into_owned()
    }

    /// How many frames have come.
    pub fn frames(&self) -> u64 {
        u64::try_from(self.raw().matches("\x1b[?2026l").count()).unwrap()
    }

    /// Waits until so many frames have come.
    pub fn see_frames(&mut self, count: u64) -> &mut Self {
        self.wait("another frame", |seen| {
            let marks = seen.raw.windows(FRAME_END.len()).filter(|bytes| *bytes == FRAME_END).count();
            u64::try_from(marks).unwrap() >= count
        });
        self
    }

    /// Whether the program has asked for clicks.
    pub fn listens_to_the_mouse(&self) -> bool {
        self.seen.0.lock().unwrap().parser.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None
    }

    /// The process.
    pub fn id(&self) -> rustix::process::Pid {
        rustix::process::Pid::from_raw(i32::try_from(self.child.0.process_id().unwrap()).unwrap()).unwrap()
    }

    /// Sends a signal.
    pub fn signal(&mut self, signal: rustix::process::Signal) -> &mut Self {
        rustix::process::kill_process(self.id(), signal).unwrap();
        self
    }

    /// Waits until the process is stopped.
    pub fn see_stopped(&mut self) -> &mut Self {
        let waited = rustix::process::waitpid(Some(self.id()), rustix::process::WaitOptions::UNTRACED).unwrap();
        assert!(waited.is_some_and(|(_, status)| status.stopped()), "{waited:?}");
        self
    }

    /// Asserts that the terminal is as it was: modes of the line, screen, cursor, pastes, mouse.
    pub fn assert_given_back(&mut self) -> &mut Self {
        // The last bytes may still be on their way.
        self.wait("the terminal as it was", |seen| {
            let screen = seen.parser.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
        let seen = self.seen.0.lock().unwrap();
        assert_eq!(seen.parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        drop(seen);
        assert_eq!(modes(&*self.master), self.before);
        self
    }

    /// Waits for the end, and asserts that the terminal is given back.
    pub fn end(&mut self) -> ExitStatus {
        // The program's end closes the terminal; without it this is a failure with the last frame, not a test that hangs.
        self.hear_the_end();
        let status = self.child.0.wait().unwrap();
        self.assert_given_back();
        status
    }

    /// Takes the terminal away, as a window that is closed does, and waits for the end.
    pub fn hang_up(self) -> ExitStatus {
        let Self { master, mut writer, mut child, is_left, listener, .. } = self;
        is_left.store(true, Ordering::SeqCst);
        // What is drawn for this key wakes the listener, which then lets go.
        writer.write_all(b"j").unwrap();
        listener.join().unwrap();
        drop((writer, master));
        child.0.wait().unwrap()
    }

    /// Waits until the program has hung up and everything has come.
    pub fn hear_the_end(&mut self) -> &mut Self {
        self.wait("the end", |seen| seen.has_ended);
        self
    }

    fn wait(&self, what: &str, is_there: impl Fn(&Seen) -> bool) {
        let (seen, changed) = &*self.seen;
        let (seen, timeout) =
            changed.wait_timeout_while(seen.lock().unwrap(), PATIENCE, |seen| !is_there(seen)).unwrap();
        let frame = seen.frame.clone();
        drop(seen);
        assert!(!timeout.timed_out(), "waited for {what:?}, the last frame was\n{frame}\n");
    }
}

fn listen(mut reader: Box<dyn Read + Send>, is_left: &AtomicBool, shared: &(Mutex<Seen>, Condvar)) {
    let mut bytes = [0; 4096];
    loop {
        let read = reader.read(&mut bytes).unwrap_or(0);
        let (seen, changed) = shared;
        let mut seen = seen.lock().unwrap();
        seen.has_ended = read == 0;
        seen.take(&bytes[..read]);
        changed.notify_all();
        if read == 0 || is_left.load(Ordering::SeqCst) {
            return;
        }
    }
}

impl Seen {
    fn take(&mut self, bytes: &[u8]) {
        // The mark may be cut in two by a read, so it is looked for byte by byte in what has come so far.
        for byte in bytes {
            self.raw.push(*byte);
            self.parser.process(&[*byte]);
            if self.raw.ends_with(FRAME_END) {
                self.cells = self.parser.screen().clone();
                self.frame = self.cells.contents();
            }
        }
    }
}

/// No terminal of a test is without rows or columns.
fn some(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

fn contains(all: &[u8], part: &[u8]) -> bool {
    all.windows(part.len()).any(|window| window == part)
}
