//! The sequences that terminals send for keys and clicks (ECMA-48, and what xterm, the Linux console and rxvt do).

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::tui::ground::Ground;

/// Longer than any sequence that is understood: a click beyond column 99999 has 20 bytes.
pub const LONGEST: usize = 64;

/// What some bytes are.
#[derive(Debug, Eq, PartialEq)]
pub enum Read {
    /// The last byte belongs to something new; what came before is nothing.
    Again,
    /// Something whole.
    Event(Event),
    /// What the terminal's background is.
    Ground(Ground),
    /// The beginning of something.
    More,
    /// Something whole that means nothing here.
    Nothing,
    /// A paste begins.
    Paste,
}

/// Reads bytes of which all but the last were the beginning of something.
pub fn read(bytes: &[u8]) -> Read {
    match bytes {
        [] | [0x1b] => Read::More,
        [0x1b, b'[', rest @ ..] => csi(rest),
        [0x1b, b'O', rest @ ..] => ss3(rest),
        [0x1b, b']' | b'P' | b'_' | b'^' | b'X', rest @ ..] => answer(rest),
        [0x1b, rest @ ..] => with_alt(rest),
        [byte] if *byte < 0x80 => plain(*byte),
        rest => character(rest),
    }
}

fn key(code: KeyCode) -> Read {
    Read::Event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn plain(byte: u8) -> Read {
    match control(byte) {
        Some(event) => Read::Event(Event::Key(event)),
        None => key(KeyCode::Char(char::from(byte))),
    }
}

/// The key of a control character.
fn control(byte: u8) -> Option<KeyEvent> {
    let plain = |code| Some(KeyEvent::new(code, KeyModifiers::NONE));
    let held = |character| Some(KeyEvent::new(KeyCode::Char(character), KeyModifiers::CONTROL));
    match byte {
        b'\r' => plain(KeyCode::Enter),
        b'\t' => plain(KeyCode::Tab),
        0x7f => plain(KeyCode::Backspace),
        0 => held(' '),
        1..=0x1a => held(char::from(byte - 1 + b'a')),
        0x1c..=0x1f => held(char::from(byte - 0x1c + b'4')),
        _ => None,
    }
}

/// A character of several bytes. One that can no longer become one is nothing.
fn character(bytes: &[u8]) -> Read {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.chars().next().map_or(Read::Nothing, |character| key(KeyCode::Char(character))),
        Err(error) if error.error_len().is_none() => Read::More,
        Err(_) if bytes.len() > 1 => Read::Again,
        Err(_) => Read::Nothing,
    }
}

fn with_alt(rest: &[u8]) -> Read {
    match read(rest) {
        Read::Event(Event::Key(key)) => {
            Read::Event(Event::Key(KeyEvent { modifiers: key.modifiers | KeyModifiers::ALT, ..key }))
        }
        other => other,
    }
}

/// What a terminal answers: its background means something, all else is skipped up to its end.
fn answer(rest: &[u8]) -> Read {
    match rest {
        [said @ .., 0x07] | [said @ .., 0x1b, b'\\'] => {
            let ground = std::str::from_utf8(said).ok().and_then(Ground::from_answer);
            ground.map_or(Read::Nothing, Read::Ground)
        }
        [.., 0x1b, other] if *other != b'\\' => Read::Again,
        _ => Read::More,
    }
}

fn ss3(rest: &[u8]) -> Read {
    match rest {
        [] => Read::More,
        [b'M'] => key(KeyCode::Enter),
        [letter] => named(*letter).map_or(Read::Nothing, key),
        _ => Read::Nothing,
    }
}

fn csi(rest: &[u8]) -> Read {
    match rest {
        [] | [b'['] => Read::More,
        // The Linux console's first five function keys.
        [b'[', letter @ b'A'..=b'E'] => key(KeyCode::F(letter - b'A' + 1)),
        [b'[', _] => Read::Nothing,
        [b'M', place @ ..] => old_click(place),
        [.., last] if !(0x20..0x7f).contains(last) => Read::Again,
        [b'<', numbers @ .., last @ (b'M' | b'm')] => click(numbers, *last == b'M'),
        [numbers @ .., b'~'] => numbered(numbers),
        [numbers @ .., b'u'] => by_code(numbers, 0),
        [b'Z'] => key(KeyCode::BackTab),
        [numbers @ .., letter @ 0x40..=0x7d] => lettered(numbers, *letter),
        _ => Read::More,
    }
}

/// A key named by a letter, with what is held. Where the first number is another than 1 it is an answer of the terminal.
fn lettered(numbers: &[u8], letter: u8) -> Read {
    let is_key = numbers.is_empty() || number(numbers, 0) == Some(1);
    let code = named(letter).filter(|_| is_key);
    code.map_or(Read::Nothing, |code| held(code, number(numbers, 1).unwrap_or(1)))
}

/// The keys that are named by a letter.
const fn named(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// The keys that are named by a number.
fn numbered(numbers: &[u8]) -> Read {
    let Some(first) = number(numbers, 0) else { return Read::Nothing };
    let code = match first {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(function(first, 10)),
        17..=21 => KeyCode::F(function(first, 11)),
        23..=26 => KeyCode::F(function(first, 12)),
        // xterm's way of writing any key: 27, what is held, the character.
        27 => return by_code(numbers, 2),
        28 | 29 => KeyCode::F(function(first, 13)),
        31..=34 => KeyCode::F(function(first, 14)),
        200 => return Read::Paste,
        _ => return Read::Nothing,
    };
    held(code, number(numbers, 1).unwrap_or(1))
}

fn function(number: u32, less: u32) -> u8 {
    u8::try_from(number.saturating_sub(less)).unwrap_or(0)
}

/// A key written as its character's number, with what is held beside it.
fn by_code(numbers: &[u8], place: usize) -> Read {
    let Some(character) = number(numbers, place).and_then(char::from_u32) else { return Read::Nothing };
    let code = match character {
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\u{1b}' => KeyCode::Esc,
        '\u{8}' | '\u{7f}' => KeyCode::Backspace,
        other if other.is_control() => return Read::Nothing,
        other => KeyCode::Char(other),
    };
    held(code, number(numbers, 1).unwrap_or(1))
}

/// A key with what is held, as terminals count it: one more than the sum of Shift 1, Alt 2, Control 4.
fn held(code: KeyCode, number: u32) -> Read {
    let bits = number.saturating_sub(1);
    let of = |bit, modifier| if bits & bit == 0 { KeyModifiers::NONE } else { modifier };
    let held = of(1, KeyModifiers::SHIFT) | of(2, KeyModifiers::ALT) | of(4, KeyModifiers::CONTROL);
    let code = if code == KeyCode::Tab && held == KeyModifiers::SHIFT { KeyCode::BackTab } else { code };
    Read::Event(Event::Key(KeyEvent::new(code, held)))
}

/// The number at a place of a list with semicolons; sub-numbers after a colon are left out.
fn number(list: &[u8], place: usize) -> Option<u32> {
    let field = list.split(|byte| *byte == b';').nth(place)?;
    let digits = field.split(|byte| *byte == b':').next()?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// A click as `1006` writes it: what, column and row counted from 1.
fn click(numbers: &[u8], is_press: bool) -> Read {
    let at = |place| number(numbers, place).and_then(|number| u16::try_from(number.checked_sub(1)?).ok());
    let (Some(what), Some(column), Some(row)) = (number(numbers, 0), at(1), at(2)) else { return Read::Nothing };
    clicked(what, column, row, is_press)
}

/// A click as terminals write it that know no other way: three bytes, each 32 more than it says.
fn old_click(place: &[u8]) -> Read {
    let [what, column, row] = place else { return if place.len() < 3 { Read::More } else { Read::Nothing } };
    let at = |byte: &u8| byte.checked_sub(33).map(u16::from);
    match (what.checked_sub(32), at(column), at(row)) {
        (Some(what), Some(column), Some(row)) => clicked(what.into(), column, row, what & 3 != 3),
        _ => Read::Nothing,
    }
}

/// Only the first button and the wheel do anything here; movements are not asked for.
fn clicked(what: u32, column: u16, row: u16, is_press: bool) -> Read {
    // Shift, Meta and Control add 4, 8 and 16.
    let kind = match (what & !0b1_1100, is_press) {
        (0, true) => MouseEventKind::Down(MouseButton::Left),
        (64, _) => MouseEventKind::ScrollUp,
        (65, _) => MouseEventKind::ScrollDown,
        _ => return Read::Nothing,
    };
    Read::Event(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
}
