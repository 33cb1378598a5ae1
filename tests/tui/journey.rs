//! A computer of its own for each test, with a vault that an earlier version made; and the way back from its loss, key by
//! key, as somebody walks it who sees nothing but the screen.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;
use pulih::text::Text;
use pulih::words::{Catalog, Language};
use serde_json::Value;

use crate::pty::Pty;
use crate::{binary, folder, pulih};

/// The passphrase of the vault that is lost.
pub const OLD: &str = "four words like these";

/// The passphrase of the vault that comes in its place.
pub const NEW: &str = "five other words than those";

/// The recovery account.
pub const ACCOUNT: &str = "mira@example.com";
pub const PASSWORD: &str = "a lamp beside the harbour";

/// What opens the accounts whose key a backup carries sealed: a password of their own, and a contact in full.
pub const SEAL: [&str; 2] = ["a kettle under the stairs", "mira@example.com"];

/// Where backups go, and what opens it where that is asked.
pub struct Place {
    pub address: String,
    pub secret: Option<String>,
}

impl Place {
    /// A folder.
    pub fn folder(path: &str) -> Self {
        Self { address: path.to_owned(), secret: None }
    }

    /// The flag by which a command is told what opens it, and the line.
    pub fn asked(&self) -> (&'static [&'static str], Option<&str>) {
        let flag: &[&str] = if self.secret.is_some() { &["--place-secret-fd", "0"] } else { &[] };
        (flag, self.secret.as_deref())
    }
}

/// A folder that stands for a computer, and a stick in it that outlives the loss.
pub struct Computer {
    home: tempfile::TempDir,
}

/// What a command came to.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    #[expect(dead_code, reason = "a failing test prints it")]
    pub err: String,
}

impl Ran {
    /// The output of a command that has to be done.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.out
    }
}

impl Computer {
    /// With the vault of twelve accounts that an earlier version wrote.
    pub fn with_the_earlier_vault() -> Self {
        let this = Self { home: folder() };
        let vault = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/earlier/twelve-accounts.pulih");
        std::fs::copy(vault, this.path("v.pulih")).unwrap();
        this
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Runs a command with these lines on its standard input, which is no terminal.
    pub fn run(&self, args: &[&str], lines: &[&str]) -> Ran {
        let mut command = Command::new(binary());
        command.env_clear().env("HOME", self.home.path()).env("LANG", "C.UTF-8").current_dir(self.home.path());
        command.args(["--vault", "v.pulih", "--state", "state"]).args(args);
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        // A program that reads nothing has closed its end.
        let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Has backups carry the keys of these accounts sealed.
    pub fn seal(&self, queries: &[&str]) {
        let flags = ["--sign-in", "--password-fd", "0", "--contact-fd", "0", "--passphrase-fd", "0"];
        let cost = ["--kdf-memory", "64", "--kdf-time", "3"];
        self.run(&[&["protect"], queries, &flags, &cost].concat(), &[OLD, SEAL[0], SEAL[1]]).done();
    }

    /// Sets backups up in a place, which makes the first, and makes another.
    pub fn back_up(&self, place: &Place) {
        let args = ["backup", "setup", "--account", ACCOUNT, "--place", &place.address, "--same-kind"];
        let secrets = ["--recovery-password-fd", "0", "--passphrase-fd", "0", "--kdf-memory", "64", "--kdf-time", "3"];
        let (asked, told) = place.asked();
        let lines: Vec<&str> = [OLD].into_iter().chain(told).chain([PASSWORD]).collect();
        self.run(&[&args[..], &secrets, asked].concat(), &lines).done();
        self.run(&["backup", "now", "--passphrase-fd", "0"], &[OLD]).done();
    }

    /// The computer is gone, and with it all that was not on the stick.
    pub fn lose(&self) {
        for entry in std::fs::read_dir(self.home.path()).unwrap().map(|entry| entry.unwrap()) {
            match entry.file_name().to_str() {
                Some("stick") => {}
                _ if entry.file_type().unwrap().is_dir() => std::fs::remove_dir_all(entry.path()).unwrap(),
                _ => std::fs::remove_file(entry.path()).unwrap(),
            }
        }
    }

    /// The program in a terminal of this size.
    pub fn start(&self, language: Language, cols: u16, rows: u16) -> Pty {
        let mut command: CommandBuilder = pulih(self.home.path());
        command.args(["--vault", "v.pulih", "--state", "state", "--lang", language.tag()]);
        Pty::sized(command, cols, rows)
    }

    /// The accounts as `list --json` has them.
    pub fn accounts(&self, passphrase: &str) -> Vec<Value> {
        let listed = self.run(&["list", "--json", "--passphrase-fd", "0"], &[passphrase]).done();
        serde_json::from_str::<Value>(&listed).unwrap().as_array().unwrap().clone()
    }

    /// Every key that is here, as an address that another app would read; counters as they stand.
    pub fn keys(&self, passphrase: &str) -> Vec<String> {
        let args = ["export", "--to", "uri-list", "keys.txt", "--force", "--yes", "--passphrase-fd", "0"];
        let ran = self.run(&args, &[passphrase]);
        assert!(matches!(ran.code, Some(0 | 8)), "{ran:?}");
        std::fs::read_to_string(self.path("keys.txt")).unwrap().lines().map(str::to_owned).collect()
    }

    /// The code of an account at one time, which is the same whoever computes it.
    pub fn code(&self, query: &str, passphrase: &str) -> Ran {
        self.run(&["code", query, "--at", "1111111111", "--passphrase-fd", "0"], &[passphrase])
    }
}

/// A screen of the way back that a picture may be taken of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stop {
    Account,
    Accounts,
    Before,
    Done,
    First,
    Passphrase,
    Preview,
    Tile,
    Where,
    Which,
}

/// Walks from the first screen to the accounts, of which `first` is the first to sign in to. At each stop `look` sees the
/// screen.
pub fn walk_back(pty: &mut Pty, words: &Catalog, place: &Place, first: &str, mut look: impl FnMut(Stop, &Pty)) {
    walk_to_done(pty, words, place, &mut look);
    // The first of those that need a sign-in; and the card closed, all twelve are on the screen at once.
    pty.send("\r").see_no("Contoso").see(first);
    look(Stop::Tile, pty);
    pty.send("\x1b").see("Kulturbanken").send("o").see("Contoso");
    look(Stop::Accounts, pty);
}

/// Walks from the first screen to the end of the restore, where Enter leads to the first account that needs a sign-in.
pub fn walk_to_done(pty: &mut Pty, words: &Catalog, place: &Place, look: &mut impl FnMut(Stop, &Pty)) {
    let line = |id: &'static str| words.line(id);
    let mut at = |pty: &mut Pty, id: &'static str, stop| {
        pty.see(&line(id));
        look(stop, pty);
    };
    at(pty, "tui-door-restore", Stop::First);
    pty.send("\r");
    // What this computer has to restore with is looked at meanwhile.
    pty.see(&line("tui-restore-way-new")).see_no(&line("tui-restore-looking"));
    at(pty, "tui-restore-way-new", Stop::Before);
    pty.send("\r").see(&line("tui-restore-where-ask")).send(&place.address);
    // A long address is seen by its end.
    let tail = place.address.len().saturating_sub(12);
    pty.see(place.address.get(tail..).unwrap_or_default());
    if let Some(secret) = &place.secret {
        pty.send("\r").see(&line("tui-restore-where-secret")).send(secret).see(&"•".repeat(secret.len()));
    }
    at(pty, "tui-restore-where-ask", Stop::Where);
    pty.send("\r");
    at(pty, "tui-restore-which-ask", Stop::Which);
    pty.send("\r").see(&line("tui-restore-account-ask")).send(ACCOUNT).see(ACCOUNT).send("\r").send(PASSWORD);
    pty.see(&"•".repeat(PASSWORD.len()));
    at(pty, "tui-restore-account-ask", Stop::Account);
    pty.send("\r");
    at(pty, "tui-restore-preview-ask", Stop::Preview);
    pty.send("\r").see(&line("tui-restore-passphrase-ask")).send(NEW).send("\r").send(NEW);
    pty.see_times(&"•".repeat(NEW.len()), 2);
    at(pty, "tui-restore-passphrase-ask", Stop::Passphrase);
    let done = Text::new("restore-done").number("restored", 12).number("merged", 0).number("skipped", 0);
    let done = words.say(&done);
    pty.send("\r").see(done.split('.').next().unwrap_or_default());
    look(Stop::Done, pty);
}
