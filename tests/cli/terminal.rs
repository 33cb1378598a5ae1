//! Questions at a terminal, in a pseudo-terminal: asked there, answered unseen, given back as it was.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::bench::{Bench, OLD, PULIH};

/// How long a wait may take before the test gives up: far longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program at a terminal.
pub struct Seat {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    pieces: Receiver<Vec<u8>>,
    seen: String,
}

impl Seat {
    pub fn take(bench: &Bench, args: &[&str], surroundings: &[(&str, &str)]) -> Self {
        let args: Vec<String> = bench.places().into_iter().chain(args.iter().map(|arg| (*arg).to_owned())).collect();
        Self::run(bench, PULIH, &args, surroundings)
    }

    /// Any program at a terminal.
    pub fn run(bench: &Bench, program: &str, args: &[String], surroundings: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("HOME", bench.path(""));
        for (name, value) in [("TERM", "xterm"), ("LANG", "C.UTF-8")].iter().chain(surroundings) {
            command.env(name, value);
        }
        command.args(args);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (sender, pieces) = channel();
        let mut reader = pair.master.try_clone_reader().unwrap();
        std::thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut piece) {
                if sender.send(piece[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { child, master: pair.master, keys, pieces, seen: String::new() }
    }

    /// Waits until this is on the terminal, after what was waited for before. Gives what came in between.
    #[track_caller]
    pub fn until(&mut self, wanted: &str) -> String {
        assert!(!self.is_over(wanted), "{wanted:?} did not come: {:?}", self.seen);
        let (before, after) = self.seen.split_once(wanted).unwrap();
        let (before, after) = (before.to_owned(), after.to_owned());
        self.seen = after;
        before
    }

    /// Whether the program ended before this was on the terminal.
    #[track_caller]
    pub fn is_over(&mut self, wanted: &str) -> bool {
        while !self.seen.contains(wanted) {
            match self.pieces.recv_timeout(PATIENCE) {
                Ok(piece) => self.seen.push_str(&String::from_utf8_lossy(&piece)),
                Err(RecvTimeoutError::Disconnected) => return true,
                Err(RecvTimeoutError::Timeout) => panic!("{wanted:?} does not come: {:?}", self.seen),
            }
        }
        false
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits for the end: the exit code, and all that was seen since the last wait.
    pub fn ended(mut self) -> (u32, String) {
        loop {
            match self.pieces.recv_timeout(PATIENCE) {
                Ok(piece) => self.seen.push_str(&String::from_utf8_lossy(&piece)),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it does not end: {:?}", self.seen),
            }
        }
        (self.child.wait().unwrap().exit_code(), self.seen)
    }

    /// Whether the terminal shows what is typed.
    pub fn echoes(&self) -> bool {
        let flags = format!("{:?}", self.master.get_termios().unwrap().local_flags);
        flags.split(['(', ')', ' ', '|']).any(|flag| flag == "ECHO")
    }
}

const CTRL_C: &str = "\u{3}";
const CTRL_U: &str = "\u{15}";
const BACKSPACE: &str = "\u{7f}";

#[test]
fn a_new_passphrase_is_typed_twice_and_never_seen() {
    let bench = Bench::empty();
    let mut seat = Seat::take(&bench, &["init", "--kdf-memory", "64", "--kdf-time", "3"], &[]);
    seat.until("New passphrase:");
    seat.press(&format!("{OLD}\r"));
    seat.until("again:");
    assert!(!seat.seen.contains("four"));
    seat.press(&format!("{OLD}\r"));
    seat.until("is made");
    let (code, rest) = seat.ended();
    assert_eq!(code, 0);
    assert!(!rest.contains("four"), "{rest}");
    assert!(bench.ran(&["list"], &[OLD]).done().is_empty());
}

#[test]
fn two_that_differ_make_no_vault() {
    let bench = Bench::empty();
    let mut seat = Seat::take(&bench, &["init", "--kdf-memory", "64", "--kdf-time", "3"], &[]);
    seat.until("New passphrase:");
    seat.press(&format!("{OLD}\r"));
    seat.until("again:");
    seat.press("four words like those\r");
    seat.until("not the same");
    assert_eq!(seat.ended().0, 1);
    assert!(!bench.vault().exists());
}

#[test]
fn a_mistyped_passphrase_is_asked_again_and_keys_mend_it() {
    let bench = Bench::new();
    let mut seat = Seat::take(&bench, &["code", "Deno", "--at", "1111111111"], &[]);
    seat.until("Passphrase:");
    assert!(!seat.echoes());
    seat.press("wrong one\r");
    seat.until("do not open");
    seat.until("Passphrase:");
    seat.press(&format!("rubbish{CTRL_U}{OLD}å😀{BACKSPACE}{BACKSPACE}\r"));
    seat.until("292491");
    assert_eq!(seat.ended().0, 0);
}

#[test]
fn ctrl_c_leaves_and_gives_the_terminal_back() {
    let bench = Bench::new();
    let mut seat = Seat::take(&bench, &["list"], &[]);
    seat.until("Passphrase:");
    assert!(!seat.echoes());
    seat.press(&format!("half a pass{CTRL_C}"));
    seat.until("Left");
    assert!(seat.echoes());
    assert_eq!(seat.ended().0, 1);
}

#[test]
fn a_signal_gives_the_terminal_back_before_it_ends_the_program() {
    let bench = Bench::new();
    let mut seat = Seat::take(&bench, &["list"], &[]);
    seat.until("Passphrase:");
    let id = seat.child.process_id().unwrap().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    let status = seat.child.wait().unwrap();
    assert!(!status.success());
    assert!(seat.echoes());
}

#[test]
fn the_words_count_only_after_some_were_typed_back() {
    let bench = Bench::new();
    let has_words = || bench.json(&["words"], &[OLD])["has_words"].as_bool().unwrap();
    let (code, _) = renewed(&bench, |_| "zebra".to_owned());
    assert_eq!((code, has_words()), (3, false));
    let (code, words) = renewed(&bench, |word| word.to_owned());
    assert_eq!((code, has_words()), (0, true));
    bench.bare(&["list", "--recovery-words-fd", "0"], &[&words.join(" ")]).done();
}

/// Makes new words and answers the three questions. Gives the exit code and the words.
fn renewed(bench: &Bench, answer: impl Fn(&str) -> String) -> (u32, Vec<String>) {
    let mut seat = Seat::take(bench, &["words", "--new"], &[]);
    seat.until("Passphrase:");
    seat.press(&format!("{OLD}\r"));
    let shown = seat.until("Write the words down");
    let words: Vec<String> =
        shown.lines().filter_map(|line| line.trim().split_once("  ")).map(|(_, word)| word.to_owned()).collect();
    assert_eq!(words.len(), 12, "{shown}");
    for _ in 0..3 {
        if seat.is_over("Word ") {
            break;
        }
        seat.until("Word ");
        let place: usize = seat.until(":").trim().parse().unwrap();
        seat.press(&format!("{}\r", answer(&words[place - 1])));
    }
    (seat.ended().0, words)
}

#[test]
fn a_terminal_that_can_place_nothing_is_told_of_the_commands() {
    let bench = Bench::new();
    for term in ["dumb", ""] {
        let (code, seen) = Seat::take(&bench, &[], &[("TERM", term)]).ended();
        assert_eq!(code, 1, "{seen}");
        assert!(seen.contains("pulih --help") && !seen.contains('\u{1b}'), "{seen:?}");
    }
}

#[test]
fn emptying_the_trash_asks_and_only_a_yes_is_one() {
    let bench = Bench::new();
    bench.ran(&["rm", "Deno"], &[OLD]).done();
    for (answer, code) in [("no", 1), ("", 1), ("yes", 0)] {
        let mut seat = Seat::take(&bench, &["trash", "empty"], &[]);
        seat.until("Passphrase:");
        seat.press(&format!("{OLD}\r"));
        seat.until("(yes/no)");
        seat.press(&format!("{answer}\r"));
        assert_eq!(seat.ended().0, code, "{answer:?}");
    }
    bench.ran(&["trash", "restore", "Deno"], &[OLD]).refused(5);
}

#[test]
fn an_account_is_asked_for_part_by_part() {
    let bench = Bench::new();
    let mut seat = Seat::take(&bench, &["add"], &[]);
    seat.until("Passphrase:");
    seat.press(&format!("{OLD}\r"));
    for (question, answer) in [("Service:", "Example"), ("Account name:", "anna"), ("Key or", "JBSW Y3DP EHPK 3PXP")] {
        seat.until(question);
        seat.press(&format!("{answer}\r"));
    }
    seat.until("is added");
    let (code, rest) = seat.ended();
    assert_eq!(code, 0);
    assert!(!rest.contains("JBSW"), "{rest}");
    assert!(bench.accounts().contains(&"Example:anna".to_owned()));
}

#[test]
fn a_copied_code_is_cleared_from_the_terminals_clipboard_in_time() {
    let bench = Bench::new();
    bench.file("config.toml", "clipboard-seconds = 1\n");
    let mut seat = Seat::take(&bench, &["code", "Deno", "--copy"], &[("SSH_TTY", "/dev/pts/0")]);
    seat.until("Passphrase:");
    seat.press(&format!("{OLD}\r"));
    seat.until("\u{1b}]52;c;");
    seat.until("1 second");
    seat.until("\u{1b}]52;c;");
    assert_eq!(seat.ended().0, 0);
}

#[test]
fn a_signal_clears_a_copied_code_before_its_time() {
    let bench = Bench::new();
    bench.file("config.toml", "clipboard-seconds = 3600\n");
    let mut seat = Seat::take(&bench, &["code", "Deno", "--copy"], &[("SSH_TTY", "/dev/pts/0")]);
    seat.until("Passphrase:");
    seat.press(&format!("{OLD}\r"));
    seat.until("\u{1b}]52;c;");
    seat.until("3600 seconds");
    seat.press(CTRL_C);
    seat.until("\u{1b}]52;c;");
    assert_ne!(seat.ended().0, 0);
}
