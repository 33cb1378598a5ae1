//! Five accounts that need a sign-in after a restore, brought back one by one with leaving and resuming in between: by the
//! keyboard alone, and by `pulih sign-in` alone. At the end no badge is left, and another hand computes the same codes.

pub mod five;
mod outside;
pub mod walk;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use pulih::words::{Catalog, Language};

use crate::binary;
use crate::journey::{NEW, Place, walk_to_done};
use crate::pty::Pty;
use crate::signing_in::five::{BY_BROWSER, BY_CODE, CONTOSO, EMAIL, FABRIKAM, Five, HARBOUR, LAMP, PHONE, WAITING};
use crate::signing_in::outside::{Provider, code_and_address};
use crate::signing_in::walk::{Outside, PICTURE, Stop, Walk, assert_nothing_told};

/// Somebody in front of the program, with a provider that runs in this test or elsewhere.
struct AtHand<'a> {
    five: &'a Five,
    provider: &'a Provider,
}

impl Outside for AtHand<'_> {
    fn browse(&mut self) {
        let address = crate::person::opened(&self.five.bin());
        self.provider.browse(BY_BROWSER, &address);
    }

    fn enter(&mut self, pty: &mut Pty) {
        // Copied by a key, as somebody does who has the page open on this computer.
        pty.send("\x19").hear("\x1b]52;c;");
        let (code, address) = code_and_address(pty);
        self.provider.enter(BY_CODE, &address, &code);
    }
}

#[test]
fn five_accounts_are_brought_back_by_the_keyboard_alone() {
    let (five, provider, words) = (Five::lost(), Provider::find(), Catalog::new(Language::En));
    five.settle(&provider.issuer(), provider.client());
    let mut pty = five.start();
    walk_to_done(&mut pty, &words, &Place::folder("stick"), &mut |_, _| {});
    pty.send("\r");
    let look = |stop: Stop, pty: &Pty| outside::keep_picture(stop, pty);
    let mut walk = Walk { pty, words: &words, look };
    walk.first_half(PICTURE);
    assert_nothing_told(&walk.pty);
    assert_left(&five, 2);
    let mut walk = Walk { pty: five.start(), ..walk };
    walk.second_half(&mut AtHand { five: &five, provider: &provider });
    assert_nothing_told(&walk.pty);
    five.assert_all_back();
    println!("five accounts by the keyboard alone, {}", provider.what());
}

/// So many of the five are done; the others have their badges.
#[track_caller]
fn assert_left(five: &Five, done: usize) {
    let waiting = WAITING[done..].iter().map(|issuer| (*issuer).to_owned()).collect();
    assert_eq!(five.progress(), (u64::try_from(done).unwrap(), 5, waiting));
}

/// The command with these lines on its standard input, while somebody reads what it says.
struct Running {
    child: Child,
    said: Receiver<String>,
}

impl Running {
    fn start(five: &Five, args: &[&str], lines: &[&str]) -> Self {
        let mut command = Command::new(binary());
        command.env_clear().env("HOME", five.computer.path("")).env("LANG", "C.UTF-8");
        command.env("PATH", five.bin()).env("DISPLAY", ":0").current_dir(five.computer.path(""));
        command.args(["--vault", "v.pulih", "--state", "state", "--config", "settings.toml"]);
        command.args(["--passphrase-fd", "0", "sign-in"]).args(args);
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        let text: String = [NEW].iter().chain(lines).map(|line| format!("{line}\n")).collect();
        let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
        let (sender, said) = channel();
        let errors = BufReader::new(child.stderr.take().unwrap());
        std::thread::spawn(move || errors.lines().map_while(Result::ok).for_each(|line| drop(sender.send(line))));
        Self { child, said }
    }

    /// What stands between two words of a line that it says.
    #[track_caller]
    fn heard(&self, before: &str, after: &str) -> (String, String) {
        let mut all = Vec::new();
        while let Ok(line) = self.said.recv() {
            let rest = line.strip_prefix(before).and_then(|rest| rest.split_once(after));
            if let Some((first, second)) = rest {
                return (first.to_owned(), second.trim_end_matches([' ', '.']).to_owned());
            }
            all.push(line);
        }
        unreachable!("it said {all:?}")
    }

    /// The exit code, and all that it said until then.
    fn ended(mut self) -> (Option<i32>, String) {
        let said: Vec<String> = self.said.iter().collect();
        (self.child.wait().unwrap().code(), said.join("\n"))
    }
}

#[test]
fn five_accounts_are_brought_back_by_commands_alone() {
    let (five, provider) = (Five::lost(), Provider::find());
    five.settle(&provider.issuer(), provider.client());
    five.restore();
    let run = |args: &[&str], lines: &[&str]| Running::start(&five, args, lines).ended();
    let answers = ["--password-fd", "0", "--contact-fd", "0", "--accepted"];
    assert_eq!(run(&[&["GitHub"], &answers[..]].concat(), &[LAMP, EMAIL]).0, Some(0));
    assert_eq!(run(&["Amazon", "--qr", PICTURE, "--accepted"], &[]).0, Some(0));
    // A wrong answer, and the right one as soon as it is taken.
    let kulturbanken = [&["Kulturbanken"], &answers[..]].concat();
    let (code, said) = run(&kulturbanken, &[LAMP, PHONE]);
    assert!(code == Some(3) && said.contains("The password or the contact did not match."), "{said}");
    assert_left(&five, 2);
    while let (Some(3), said) = run(&kulturbanken, &[HARBOUR, PHONE]) {
        assert!(said.contains("second"), "{said}");
    }
    assert_left(&five, 3);
    // The browser, and nobody who could be asked for the key: left there, and taken up.
    let running = Running::start(&five, &["Fabrikam", "--yes"], &[]);
    provider.browse(BY_BROWSER, &crate::person::opened(&five.bin()));
    let (code, said) = running.ended();
    assert!(code == Some(2) && said.contains("--key-fd"), "{said}");
    assert_left(&five, 3);
    assert_eq!(run(&["Fabrikam", "--key-fd", "0", "--accepted"], &[FABRIKAM]).0, Some(0));
    assert_left(&five, 4);
    let running = Running::start(&five, &["Contoso", "--device", "--yes", "--key-fd", "0", "--accepted"], &[CONTOSO]);
    let (address, code) = running.heard("Open ", " and type ");
    provider.enter(BY_CODE, &address, code.trim_end_matches(" there"));
    let (code, said) = running.ended();
    assert!(code == Some(0) && said.contains("5 of 5 done"), "{said}");
    five.assert_all_back();
    println!("five accounts by commands alone, {}", provider.what());
}
