//! A terminal's bytes, one after the other, into messages. Whatever comes, it ends in a message or in nothing: no
//! sequence is waited for without end, and nothing pasted is ever taken for a key.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use zeroize::{Zeroize, Zeroizing};

use crate::ports::{Seat, Typing};
use crate::tui::input::message;
use crate::tui::input::paste::Paste;
use crate::tui::input::sequence::{LONGEST, Read, read};
use crate::tui::msg::Msg;

/// How long what follows an Esc may take. A terminal sends it at once; after this, a lone Esc is the key.
const ESCAPE_REST: Duration = Duration::from_millis(10);

/// How long the rest of a sequence may take that no person began by a single key.
const REST: Duration = Duration::from_millis(250);

/// What most sequences begin with.
const ESCAPE: u8 = 0x1b;

/// Reads until the terminal is gone, or `tell` answers that nobody listens.
pub fn listen(seat: &dyn Seat, tell: &mut dyn FnMut(Msg) -> bool) {
    let mut bytes = Zeroizing::new([0; 4096]);
    let mut reader = Reader::default();
    loop {
        let came = seat.typed(&mut *bytes, reader.patience());
        let goes_on = match came {
            Typing::Came(count) => {
                let mut told = bytes.iter().take(count).flat_map(|byte| reader.take(*byte)).flatten();
                let goes_on = told.all(&mut *tell);
                bytes.zeroize();
                goes_on
            }
            Typing::Ended => false,
            Typing::Nothing => reader.gave_up().into_iter().all(&mut *tell),
        };
        if !goes_on {
            return;
        }
    }
}

/// Where in a sequence the reader is.
#[derive(Default)]
pub struct Reader {
    /// A sequence or a character that is not whole yet.
    begun: Zeroizing<Vec<u8>>,
    /// What was begun is longer than anything that is known; its end is looked for, and means nothing.
    is_skipped: bool,
    paste: Option<Paste>,
}

impl Reader {
    /// How long the rest of something is waited for. A paste is waited for without end: what it holds is never keys.
    pub fn patience(&self) -> Option<Duration> {
        match (&self.paste, self.begun.as_slice()) {
            (Some(_), _) | (None, []) => None,
            (None, [ESCAPE]) => Some(ESCAPE_REST),
            (None, _) => Some(REST),
        }
    }

    /// Takes a byte; the messages, once something is whole. There are two where an Esc was followed at once by a control
    /// character: those are two keys, and Ctrl-C is Ctrl-C whatever came before it.
    pub fn take(&mut self, byte: u8) -> [Option<Msg>; 2] {
        let is_after_escape = self.paste.is_none() && self.begun.as_slice() == [ESCAPE] && byte < b' ';
        let escape = if is_after_escape { self.gave_up() } else { None };
        [escape, self.take_one(byte)]
    }

    fn take_one(&mut self, byte: u8) -> Option<Msg> {
        if let Some(paste) = &mut self.paste {
            let pasted = paste.take(byte);
            if pasted.is_some() {
                self.paste = None;
            }
            return pasted;
        }
        if self.begun.is_empty() {
            self.begun.reserve_exact(LONGEST);
        }
        let breaks_off = byte < 0x20 && !self.begun.is_empty() && !self.is_in_answer(byte);
        if breaks_off {
            // A control character in the middle: what was begun will never be whole.
            self.forget();
            return self.take_one(byte);
        }
        self.begun.push(byte);
        let (what, is_skipped) = (read(&self.begun), self.is_skipped);
        if what == Read::More {
            self.skip_if_too_long(byte);
            return None;
        }
        self.forget();
        match what {
            Read::Again => self.take_one(byte),
            Read::Event(event) if !is_skipped => message(event),
            Read::Ground(ground) if !is_skipped => Some(Msg::Ground(ground)),
            Read::Paste if !is_skipped => {
                self.paste = Some(Paste::begun());
                None
            }
            Read::Event(_) | Read::Ground(_) | Read::More | Read::Nothing | Read::Paste => None,
        }
    }

    fn forget(&mut self) {
        self.begun.zeroize();
        self.is_skipped = false;
    }

    fn skip_if_too_long(&mut self, last: u8) {
        if self.begun.len() >= LONGEST {
            self.is_skipped = true;
            self.begun.truncate(2);
            // It may be the first byte of what ends the text of an answer.
            self.begun.extend((last == ESCAPE).then_some(last));
        }
    }

    /// Whether a control character may stand here: in what ends the text of a terminal's answer.
    fn is_in_answer(&self, byte: u8) -> bool {
        let in_text = matches!(self.begun.as_slice(), [ESCAPE, b']' | b'P' | b'_' | b'^' | b'X', ..]);
        in_text && matches!(byte, 0x07 | ESCAPE)
    }

    /// The rest did not come in time: an Esc by itself, a letter with Alt, or the beginning of nothing.
    pub fn gave_up(&mut self) -> Option<Msg> {
        let key = match self.begun.as_slice() {
            [ESCAPE] => Some(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)),
            [ESCAPE, letter] if letter.is_ascii_graphic() => {
                Some(KeyEvent::new(KeyCode::Char(char::from(*letter)), KeyModifiers::ALT))
            }
            _ => None,
        };
        self.forget();
        key.and_then(|key| message(Event::Key(key)))
    }
}
