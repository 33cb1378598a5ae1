//! What a terminal's bytes become, however they are cut, and that rubbish becomes nothing that does harm.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyModifiers};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::{prop_assert, proptest};

use crate::ports::{Absence, GuardState, Seat, Typing};
use crate::tui::input::paste::MOST;
use crate::tui::input::reader::{Reader, listen};
use crate::tui::key::Key;
use crate::tui::msg::Msg;

/// The messages of some bytes, after which nothing more comes.
fn told(bytes: &[u8]) -> Vec<String> {
    let mut reader = Reader::default();
    let mut told: Vec<Msg> = bytes.iter().flat_map(|byte| reader.take(*byte)).flatten().collect();
    told.extend(reader.gave_up());
    told.iter().map(written).collect()
}

fn written(msg: &Msg) -> String {
    match msg {
        Msg::Clicked { at, .. } => format!("click {} {}", at.x, at.y),
        Msg::Key(Key { code, modifiers }) => {
            let held = if modifiers.contains(KeyModifiers::ALT) { "Alt-" } else { "" };
            format!("{held}{}", Key { code: *code, modifiers: *modifiers & KeyModifiers::CONTROL }.name(false))
        }
        Msg::Pasted(text) => format!("paste {:?}", text.as_str()),
        Msg::Wheeled { is_down } => format!("wheel {is_down}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn keys_come_as_terminals_send_them() {
    for (bytes, keys) in [
        ("aÅ€😀 ", "a Å € 😀 Space"),
        ("\r\t\x7f\x1b[Z", "Enter Tab Backspace S-Tab"),
        ("\x03\x0c\x1a\x1f", "^C ^L ^Z ^7"),
        ("\x1b[A\x1b[B\x1bOC\x1bOD\x1b[H\x1b[F", "Up Down Right Left Home End"),
        ("\x1b[1~\x1b[4~\x1b[3~\x1b[5~\x1b[6~\x1b[2~", "Home End Del PgUp PgDn Insert"),
        ("\x1bOP\x1b[[A\x1b[11~\x1b[15~\x1b[17~\x1b[24~", "F1 F1 F1 F5 F6 F12"),
        ("\x1b[1;5C\x1b[3;3~\x1b[1;2P", "^Right Alt-Del F1"),
        ("\x1ba\x1bå\x1b\x7f", "Alt-a Alt-å Alt-Backspace"),
        ("\x1b\r\x1b\x03\x1b\x1b\x03", "Esc Enter Esc ^C Esc Esc ^C"),
        ("\x1b[108;5u\x1b[27;5;108~", "^L ^L"),
        ("\x1b", "Esc"),
        ("\x1b\x1b", "Esc Esc"),
        ("\x1b\x1b[A", "Esc Up"),
        ("\x1b[", "Alt-["),
        ("\x1bO", "Alt-O"),
        ("\x1b]", "Alt-]"),
    ] {
        assert_eq!(told(bytes.as_bytes()), keys.split(' ').collect::<Vec<_>>(), "{bytes:?}");
    }
}

#[test]
fn a_key_that_is_held_with_control_is_that_key() {
    let mut reader = Reader::default();
    let last = b"\x1b[1;5C".iter().flat_map(|byte| reader.take(*byte)).flatten().last();
    let Some(Msg::Key(key)) = last else { panic!("{last:?}") };
    assert_eq!((key.code, key.modifiers), (KeyCode::Right, KeyModifiers::CONTROL));
}

#[test]
fn clicks_and_the_wheel_come_with_their_place_and_other_buttons_do_nothing() {
    assert_eq!(told(b"\x1b[<0;55;7M\x1b[<0;55;7m"), ["click 54 6"]);
    assert_eq!(told(b"\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<69;1;1M"), ["wheel false", "wheel true", "wheel true"]);
    assert_eq!(told(b"\x1b[<2;5;5M\x1b[<32;5;5M\x1b[<35;5;5M\x1b[M\x20\x25\x27"), ["click 4 6"]);
    assert!(told(b"\x1b[<0;0;0M\x1b[<0;99999999999;1M\x1b[<;;M\x1b[<M\x1b[<0;1M\x1b[M\x00\x00\x00").len() <= 3);
}

#[test]
fn a_paste_is_text_whatever_lies_in_it() {
    assert_eq!(
        told(b"\x1b[200~q\x03\x1b[31m\r\x1b[200~d\x1b[201~j"),
        ["paste \"q\\u{3}\\u{1b}[31m\\r\\u{1b}[200~d\"", "j"]
    );
    assert_eq!(told(b"\x1b[200~a\xff\xc3b\x1b[201~"), ["paste \"a\u{fffd}\u{fffd}b\""]);
    assert!(told(b"\x1b[200~never ended").is_empty());
}

#[test]
fn a_paste_above_the_bound_is_said_and_not_cut() {
    let paste = |length: usize| [b"\x1b[200~".as_slice(), &vec![b'x'; length], b"\x1b[201~j"].concat();
    assert_eq!(told(&paste(MOST)).len(), 2);
    assert!(told(&paste(MOST))[0].starts_with("paste"));
    for length in [MOST + 1, MOST + 6, MOST + 7, 2 * MOST + 99] {
        assert_eq!(told(&paste(length)), ["PastedTooMuch", "j"], "{length}");
    }
}

#[test]
fn answers_of_a_terminal_that_nobody_asked_for_are_skipped() {
    for answer in [
        "\x1b[?62;22c",
        "\x1b[24;80R",
        "\x1b[3;1R",
        "\x1b]10;rgb:0000/0000/0000\x1b\\",
        "\x1b]52;c;cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFx\x07",
        "\x1bP>|some terminal of a very long name, longer than any sequence that is understood here\x1b\\",
        "\x1b[I\x1b[O",
        "\x1b[?2026;2$y",
        "\x1b[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1A",
    ] {
        assert_eq!(told(format!("{answer}j").as_bytes()), ["j"], "{answer:?}");
    }
}

#[test]
fn what_a_terminal_says_of_its_background_is_heard_however_it_ends_and_no_key_comes_of_it() {
    for end in ["\x07", "\x1b\\"] {
        assert_eq!(told(format!("a\x1b]11;rgb:ffff/ffff/e0e0{end}j").as_bytes()), ["a", "Ground(Light)", "j"]);
        assert_eq!(told(format!("\x1b]11;rgb:1e1e/{end}j").as_bytes()), ["j"]);
    }
}

#[test]
fn a_control_character_breaks_off_what_was_begun() {
    assert_eq!(told(b"\x1b[12\x03"), ["^C"]);
    assert_eq!(told(b"\xc3\x03"), ["^C"]);
    assert_eq!(told(b"\xc3a"), ["a"]);
    assert_eq!(told(b"\xff\xfea"), ["a"]);
}

proptest! {
    #[test]
    fn any_bytes_end_and_the_keys_after_them_are_read_again(bytes in vec(any::<u8>(), 0..200)) {
        let mut reader = Reader::default();
        let told = bytes.iter().flat_map(|byte| reader.take(*byte)).flatten().count();
        prop_assert!(told <= bytes.len());
        reader.gave_up();
        // A paste that has begun ends by its mark alone.
        b"\x1b[201~".iter().for_each(|byte| drop(reader.take(*byte)));
        reader.gave_up();
        prop_assert!(matches!(reader.take(b'j'), [None, Some(Msg::Key(key))] if key == Key::of('j')));
    }
}

/// A seat at which these pieces are typed, with a pause wherever the reader does not want to wait for ever.
struct Scripted(Mutex<Vec<&'static [u8]>>);

impl Seat for Scripted {
    fn typed(&self, bytes: &mut [u8], wait: Option<Duration>) -> Typing {
        let mut pieces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if wait.is_some() && pieces.first().is_some_and(|piece| piece.is_empty()) {
            pieces.remove(0);
            return Typing::Nothing;
        }
        let Some(piece) = (!pieces.is_empty()).then(|| pieces.remove(0)) else { return Typing::Ended };
        bytes.iter_mut().zip(piece).for_each(|(room, byte)| *room = *byte);
        Typing::Came(piece.len())
    }

    fn watch_absence(&self) -> Receiver<Absence> {
        channel().1
    }

    fn tells_of_absence(&self) -> GuardState {
        GuardState::NotHere
    }
}

fn heard(pieces: &[&'static [u8]]) -> Vec<String> {
    let mut heard = Vec::new();
    let mut tell = |msg: Msg| {
        heard.push(written(&msg));
        true
    };
    listen(&Scripted(Mutex::new(pieces.to_vec())), &mut tell);
    heard
}

#[test]
fn a_sequence_may_come_in_pieces_and_an_esc_that_is_followed_by_nothing_is_the_key() {
    assert_eq!(heard(&[b"\x1b", b"[", b"A"]), ["Up"]);
    assert_eq!(heard(&[b"\x1b", b"", b"[", b"A"]), ["Esc", "[", "A"]);
    assert_eq!(heard(&["å".as_bytes().split_at(1).0, "å".as_bytes().split_at(1).1]), ["å"]);
    assert_eq!(heard(&[b"\x1b[200~a", b"b\x1b[20", b"1~c"]), ["paste \"ab\"", "c"]);
}
