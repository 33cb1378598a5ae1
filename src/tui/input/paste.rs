//! A paste on its way in: gathered until its end mark, wiped wherever it moves, and refused as a whole above a bound.

use zeroize::{Zeroize, Zeroizing};

use crate::secret::extend_wiping;
use crate::tui::msg::Msg;

/// The most bytes a paste may have: whole files of other apps with thousands of accounts stay below it. Tests go over
/// the bound byte by byte, so theirs is nearer.
pub const MOST: usize = if cfg!(test) { 64 * 1024 } else { 4 * 1024 * 1024 };

/// What ends a marked paste.
const END: &[u8] = b"\x1b[201~";

/// A paste that has begun.
pub struct Paste {
    bytes: Zeroizing<Vec<u8>>,
    is_too_long: bool,
}

impl Paste {
    /// Nothing has come yet.
    pub fn begun() -> Self {
        Self { bytes: Zeroizing::new(Vec::with_capacity(4096)), is_too_long: false }
    }

    /// Takes a byte; the message, once the end mark is whole.
    pub fn take(&mut self, byte: u8) -> Option<Msg> {
        if self.bytes.len() >= MOST + END.len() {
            // Only the end of it is still looked for.
            self.is_too_long = true;
            let keep = self.bytes.len() - END.len();
            self.bytes.drain(..keep);
        }
        extend_wiping(&mut self.bytes, &[byte]);
        self.bytes.ends_with(END).then(|| self.ended())
    }

    fn ended(&mut self) -> Msg {
        let length = self.bytes.len().saturating_sub(END.len());
        self.bytes.truncate(length);
        if self.is_too_long || length > MOST { Msg::PastedTooMuch } else { Msg::Pasted(text(&mut self.bytes)) }
    }
}

/// The text; what is no UTF-8 becomes replacement characters.
fn text(bytes: &mut Zeroizing<Vec<u8>>) -> Zeroizing<String> {
    match String::from_utf8(std::mem::take(&mut **bytes)) {
        Ok(text) => Zeroizing::new(text),
        Err(error) => {
            let mut bytes = error.into_bytes();
            // Reserved at once, three bytes for each that may be wrong: a text that grows leaves copies behind.
            let mut text = Zeroizing::new(String::with_capacity(3 * bytes.len()));
            for chunk in bytes.utf8_chunks() {
                text.push_str(chunk.valid());
                if !chunk.invalid().is_empty() {
                    text.push(char::REPLACEMENT_CHARACTER);
                }
            }
            bytes.zeroize();
            text
        }
    }
}
