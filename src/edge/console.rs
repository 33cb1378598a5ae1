//! The person at the terminal: questions on `/dev/tty`, lines from descriptors, an askpass program.
//!
//! Secrets are read byte by byte into buffers that never grow; the standard library's line buffers keep copies.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use zeroize::{Zeroize, Zeroizing};

use crate::edge::os;
use crate::ports::{Console, ConsoleError};
use crate::secret::Typed;

/// The longest line that is taken from a descriptor or a question, in bytes: twice what an `otpauth` URI may have.
const LONGEST_LINE: usize = 8192;

/// The terminal that the program was started from, whatever its standard streams are.
#[derive(Debug)]
pub struct Terminal {
    askpass: Option<PathBuf>,
}

impl Terminal {
    /// `askpass` is a program that asks for secrets in the place of the terminal (`PULIH_ASKPASS`).
    #[must_use]
    pub const fn new(askpass: Option<PathBuf>) -> Self {
        Self { askpass }
    }
}

impl Console for Terminal {
    fn is_interactive(&self) -> bool {
        open_terminal().is_ok()
    }

    fn ask_typed(&self, prompt: &str) -> Result<Typed, ConsoleError> {
        match &self.askpass {
            Some(program) => ask_program(program, prompt),
            None => ask_unseen(&mut open_terminal()?, prompt),
        }
    }

    fn ask_line(&self, prompt: &str) -> Result<Zeroizing<String>, ConsoleError> {
        let mut terminal = open_terminal()?;
        say(&mut terminal, prompt)?;
        let mut source = terminal.try_clone().map_err(|_| ConsoleError::NoTerminal)?;
        match read_line(|byte| source.read(byte)) {
            Ok(line) => Ok(line),
            Err(Unread::Ended) => Err(ConsoleError::Left),
            Err(Unread::TooLong | Unread::NotText) => Err(ConsoleError::BadLine),
            Err(Unread::Io) => Err(ConsoleError::NoTerminal),
        }
    }

    fn line_from_fd(&self, fd: i32) -> Result<Zeroizing<String>, ConsoleError> {
        match read_line(|byte| Ok(usize::from(os::read_byte(fd, byte)?.is_some()))) {
            Ok(line) if line.is_empty() => Err(ConsoleError::BadLine),
            Ok(line) => Ok(line),
            Err(Unread::Io) => Err(ConsoleError::BadFd(fd)),
            Err(Unread::Ended | Unread::TooLong | Unread::NotText) => Err(ConsoleError::BadLine),
        }
    }

    fn rest_of_fd(&self, fd: i32, most: u64) -> Result<Vec<u8>, ConsoleError> {
        let mut all = Vec::new();
        let mut piece = Zeroizing::new(vec![0; PIECE]);
        while all.len() as u64 <= most {
            match os::read_some(fd, &mut piece).map_err(|_| ConsoleError::BadFd(fd))? {
                0 => break,
                count => all.extend_from_slice(piece.get(..count).unwrap_or_default()),
            }
        }
        Ok(all)
    }
}

/// A piece of a descriptor that is read to its end.
const PIECE: usize = 64 * 1024;

/// Why a line was not read.
enum Unread {
    Ended,
    Io,
    NotText,
    TooLong,
}

/// One line without its end; a last line needs none.
fn read_line(mut read: impl FnMut(&mut [u8; 1]) -> std::io::Result<usize>) -> Result<Zeroizing<String>, Unread> {
    let mut line = Zeroizing::new(Vec::with_capacity(LONGEST_LINE));
    let mut byte = Zeroizing::new([0; 1]);
    loop {
        let got = read(&mut byte);
        let [came] = *byte;
        match got {
            Ok(0) if line.is_empty() => return Err(Unread::Ended),
            Ok(0) => break,
            Ok(_) if came == b'\n' => break,
            Ok(_) if line.len() == LONGEST_LINE => return Err(Unread::TooLong),
            Ok(_) => line.push(came),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return Err(Unread::Io),
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    let text = std::str::from_utf8(&line).map_err(|_| Unread::NotText)?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Starts the askpass program with the question as its argument and takes the first line that it prints.
fn ask_program(program: &PathBuf, prompt: &str) -> Result<Typed, ConsoleError> {
    let mut child = Command::new(program)
        .arg(prompt)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|_| ConsoleError::NoAskpass)?;
    let line = match &mut child.stdout {
        Some(output) => read_line(|byte| output.read(byte)),
        None => Err(Unread::Io),
    };
    let ended = child.wait().map_err(|_| ConsoleError::NoTerminal)?;
    let line = line.map_err(|_| ConsoleError::Left)?;
    if !ended.success() {
        return Err(ConsoleError::Left);
    }
    let mut typed = Typed::new();
    if line.chars().all(|character| typed.push(character)) { Ok(typed) } else { Err(ConsoleError::BadLine) }
}

/// Asks with the echo off. The terminal is as before when this returns, whatever ended it.
fn ask_unseen(terminal: &mut File, prompt: &str) -> Result<Typed, ConsoleError> {
    // Before the question, so that not even the first key of a fast person is seen.
    let unseen = os::Unseen::start(terminal).map_err(|_| ConsoleError::NoTerminal)?;
    say(terminal, prompt)?;
    let typed = type_unseen(terminal);
    drop(unseen);
    say(terminal, "\n")?;
    typed
}

/// The keys of a line without echo: what is typed, backspace, Ctrl-U, Enter, Ctrl-C, Ctrl-D.
fn type_unseen(terminal: &mut File) -> Result<Typed, ConsoleError> {
    let mut typed = Typed::new();
    let mut character = Zeroizing::new(Vec::with_capacity(4));
    loop {
        let mut byte = [0];
        match terminal.read(&mut byte) {
            Ok(0) => return Err(ConsoleError::Left),
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(ConsoleError::NoTerminal),
        }
        let [came] = byte;
        match came {
            b'\r' | b'\n' => return Ok(typed),
            3 => return Err(ConsoleError::Left),
            4 if typed.is_empty() => return Err(ConsoleError::Left),
            8 | 127 => typed.pop(),
            21 => typed.clear(),
            0..=31 => {}
            part => {
                character.push(part);
                if !take_character(&mut character, &mut typed) {
                    return Err(ConsoleError::BadLine);
                }
            }
        }
        byte.zeroize();
    }
}

/// Moves a character into the field once all its bytes are there. Whether there was room and sense.
fn take_character(bytes: &mut Zeroizing<Vec<u8>>, typed: &mut Typed) -> bool {
    let is_taken = match std::str::from_utf8(bytes) {
        Ok(text) => text.chars().all(|character| typed.push(character)),
        Err(error) => return error.error_len().is_none() && bytes.len() < 4,
    };
    bytes.zeroize();
    is_taken
}

fn say(terminal: &mut File, text: &str) -> Result<(), ConsoleError> {
    terminal.write_all(text.as_bytes()).and_then(|()| terminal.flush()).map_err(|_| ConsoleError::NoTerminal)
}

fn open_terminal() -> Result<File, ConsoleError> {
    OpenOptions::new().read(true).write(true).open(os::TERMINAL).map_err(|_| ConsoleError::NoTerminal)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{LONGEST_LINE, Terminal, Typed, Unread, read_line, take_character};
    use crate::ports::{Console, ConsoleError};

    fn lines(bytes: &[u8]) -> Vec<Result<String, bool>> {
        let mut left = bytes;
        let mut lines = Vec::new();
        loop {
            match read_line(|byte| std::io::Read::read(&mut left, byte)) {
                Ok(line) => lines.push(Ok(line.to_string())),
                Err(Unread::Ended) => return lines,
                Err(_) => {
                    lines.push(Err(false));
                    return lines;
                }
            }
        }
    }

    #[test]
    fn lines_are_read_one_after_another_and_the_last_needs_no_end() {
        assert_eq!(lines(b"one\r\n two \n\nthree"), ["one", " two ", "", "three"].map(|line| Ok(line.to_owned())));
    }

    #[test]
    fn a_line_that_is_too_long_or_no_text_is_refused_and_not_cut() {
        assert_eq!(lines(&vec![b'x'; LONGEST_LINE]).len(), 1);
        assert_eq!(lines(&vec![b'x'; LONGEST_LINE + 1]), [Err(false)]);
        assert_eq!(lines(b"\xff\n"), [Err(false)]);
    }

    #[test]
    fn a_character_is_taken_once_all_its_bytes_have_come() {
        let (mut bytes, mut typed) = (zeroize::Zeroizing::new(Vec::new()), Typed::new());
        for byte in "é😀".bytes() {
            bytes.push(byte);
            assert!(take_character(&mut bytes, &mut typed));
        }
        assert_eq!(typed.expose(), "é😀");
        bytes.push(0xff);
        assert!(!take_character(&mut bytes, &mut typed));
    }

    #[test]
    fn a_descriptor_that_is_not_open_is_named() {
        assert_eq!(Terminal::new(None).line_from_fd(987).err(), Some(ConsoleError::BadFd(987)));
        assert_eq!(Terminal::new(None).line_from_fd(-1).err(), Some(ConsoleError::BadFd(-1)));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_left_after_a_line_is_read_to_its_end_and_not_far_beyond_what_is_allowed() {
        use std::io::Write;
        use std::os::fd::AsRawFd;
        let (reader, mut writer) = std::io::pipe().unwrap();
        writer
            .write_all(
                b"a line
and
the rest",
            )
            .unwrap();
        drop(writer);
        let terminal = Terminal::new(None);
        assert_eq!(terminal.line_from_fd(reader.as_raw_fd()).unwrap().as_str(), "a line");
        assert_eq!(terminal.rest_of_fd(reader.as_raw_fd(), 100), Ok(b"and\nthe rest".to_vec()));
        assert_eq!(terminal.rest_of_fd(reader.as_raw_fd(), 100), Ok(Vec::new()));
        assert_eq!(terminal.rest_of_fd(987, 100), Err(ConsoleError::BadFd(987)));
        let (reader, mut writer) = std::io::pipe().unwrap();
        writer.write_all(&[7; 50]).unwrap();
        assert_eq!(terminal.rest_of_fd(reader.as_raw_fd(), 10).map(|all| all.len() > 10), Ok(true));
    }

    #[cfg(unix)]
    #[test]
    fn an_askpass_program_answers_and_may_say_no() {
        let asked = |program: &str| Terminal::new(Some(PathBuf::from(program))).ask_secret("the answer");
        assert_eq!(asked("/bin/echo").map(|passphrase| passphrase.characters()), Ok(10));
        assert_eq!(asked("/bin/false").err(), Some(ConsoleError::Left));
        assert_eq!(asked("/nowhere/at/all").err(), Some(ConsoleError::NoAskpass));
    }
}
