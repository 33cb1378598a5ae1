//! What is left in the memory of the program once it is locked: nothing. Looked at from outside, in `/proc/PID/mem`, for
//! keys, a passphrase, a note and names that were made up by chance a moment before.
#![expect(clippy::print_stdout, reason = "a test says what it found, and what it could not look at")]
#![expect(clippy::indexing_slicing, reason = "in a test a panic is the report")]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::fs::FileExt;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER};
use pulih::account::{Account, AccountId};
use pulih::edge::{self, Places, read_surroundings};
use pulih::moment::Moment;
use pulih::ops;
use pulih::otp::{Algorithm, Digits, OtpKey, OtpParams, Period};
use pulih::secret::{Passphrase, Secret};
use pulih::vault::KdfParams;

use super::pty::Pty;
use super::{folder, pulih};

/// So many keys are made up.
const KEYS: usize = 8;

/// What is looked for: pieces of this many bytes. Long enough to be nobody's by chance; short enough that a text is
/// found although the allocator has written over its beginning.
const PIECE: usize = 8;

/// Longer than a worker that was about to end needs, on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Everything that must be gone.
struct Canaries {
    keys: Vec<Vec<u8>>,
    passphrase: String,
    note: String,
    names: Vec<String>,
    pasted: Vec<u8>,
    typed: Vec<u8>,
}

impl Canaries {
    fn made_up() -> Self {
        Self {
            keys: (0..KEYS).map(|_| chance(20)).collect(),
            passphrase: word(24),
            note: word(24),
            names: (0..KEYS).map(|_| word(16)).collect(),
            pasted: chance(20),
            typed: chance(20),
        }
    }

    /// The pieces of all of them in each form, with what they are pieces of.
    fn pieces(&self) -> HashMap<[u8; PIECE], String> {
        let mut pieces = HashMap::new();
        let mut add = |what: &str, form: &[u8]| {
            for piece in form.chunks_exact(PIECE) {
                pieces.insert(piece.try_into().unwrap(), what.to_owned());
            }
        };
        let kept = self.keys.iter().enumerate().map(|(place, key)| (format!("key {place}"), key));
        let entered = [("pasted key", &self.pasted), ("typed key", &self.typed)];
        for (name, key) in kept.chain(entered.map(|(name, key)| (name.to_owned(), key))) {
            add(&format!("{name} raw"), key);
            for (form, text) in [
                ("base32", BASE32_NOPAD.encode(key)),
                ("base32", BASE32_NOPAD.encode(key).to_lowercase()),
                ("hex", HEXLOWER.encode(key)),
                ("hex", HEXLOWER.encode(key).to_uppercase()),
                ("base64", BASE64_NOPAD.encode(key)),
                ("base64", BASE64URL_NOPAD.encode(key)),
            ] {
                add(&format!("{name} {form}"), text.as_bytes());
            }
        }
        add("passphrase", self.passphrase.as_bytes());
        add("note", self.note.as_bytes());
        self.names.iter().for_each(|name| add("name", name.as_bytes()));
        pieces
    }

    /// A vault on the disk with all of them in it.
    fn keep_in(&self, folder: &Path) {
        let at = Places { vault: folder.join("v.pulih"), state: folder.join("state"), config: folder.join("c.toml") };
        let world = edge::world(&at, read_surroundings(), Vec::new());
        let passphrase = Passphrase::parse(&self.passphrase).unwrap();
        let cost = KdfParams { memory_kib: 8 * 1024, passes: 1, lanes: 1 };
        let mut session = ops::create(&world, &at.vault, &passphrase, cost).unwrap();
        for (place, key) in self.keys.iter().enumerate() {
            let key = OtpKey::new(Secret::copied(key)).unwrap();
            let params =
                OtpParams::Totp { key, algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY };
            let id = AccountId([u8::try_from(place).unwrap() + 1; 16]);
            let mut account =
                Account::ready(id, "Example", &self.names[place], params, Moment::from_unix(1_700_000_000));
            account.note = self.note.as_str().into();
            session.book_mut().add(account);
        }
        session.save(&world).unwrap();
    }
}

fn chance(count: usize) -> Vec<u8> {
    let mut bytes = vec![0; count];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

/// Letters that no dictionary has.
fn word(letters: usize) -> String {
    BASE32_NOPAD.encode(&chance(letters)).to_lowercase()[..letters].to_owned()
}

/// What is found in a process: what, and in which parts of its memory.
type Found = BTreeMap<String, BTreeSet<String>>;

/// Looks through everything that a process can write to. `None` where the system does not let us look.
fn look_through(process: i32, pieces: &HashMap<[u8; PIECE], String>) -> Option<Found> {
    let mut begins = vec![false; 1 << 16];
    pieces.keys().for_each(|piece| begins[usize::from(u16::from_le_bytes([piece[0], piece[1]]))] = true);
    let memory = File::open(format!("/proc/{process}/mem")).ok()?;
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps")).ok()?;
    let mut found = Found::new();
    let mut total = 0;
    for map in maps.lines().filter(|map| map.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))) {
        let (range, _) = map.split_once(' ').unwrap();
        let (from, to) = range.split_once('-').unwrap();
        let (from, to) = (u64::from_str_radix(from, 16).unwrap(), u64::from_str_radix(to, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        // A mapping may have gone since the list was made.
        let Ok(read) = memory.read_at(&mut bytes, from) else { continue };
        total += read;
        for (at, seen) in bytes[..read].windows(PIECE).enumerate() {
            if begins[usize::from(u16::from_le_bytes([seen[0], seen[1]]))]
                && let Some(what) = pieces.get(seen)
            {
                let name = map.split_whitespace().nth(5).unwrap_or("nameless");
                let around = String::from_utf8_lossy(&bytes[at.saturating_sub(40)..(at + 48).min(read)]).into_owned();
                found.entry(what.clone()).or_default().insert(format!("{name} {:x} {around:?}", from + at as u64));
            }
        }
    }
    // A process whose memory was not read at all would look clean.
    (total > 1 << 16).then_some(found)
}

/// The program with a vault full of canaries, and what is looked for in it.
struct Watched {
    pty: Pty,
    pieces: HashMap<[u8; PIECE], String>,
    canaries: Canaries,
    _folder: tempfile::TempDir,
}

impl Watched {
    fn start() -> Self {
        let (folder, canaries) = (folder(), Canaries::made_up());
        canaries.keep_in(folder.path());
        let mut command = pulih(folder.path());
        command.args(["--vault", "v.pulih", "--state", "state"]);
        let mut pty = Pty::start(command);
        pty.see("This vault is locked");
        Self { pty, pieces: canaries.pieces(), canaries, _folder: folder }
    }

    fn found(&self) -> Option<Found> {
        look_through(self.pty.id().as_raw_nonzero().get(), &self.pieces)
    }

    /// Waits for a scan that finds nothing. Workers that were about to end may do so meanwhile.
    fn assert_clean(&self, when: &str) {
        let started = Instant::now();
        loop {
            let found = self.found().unwrap();
            if found.is_empty() {
                return println!("checked: memory: 0 pieces of {} left {when}", self.pieces.len());
            }
            assert!(started.elapsed() < PATIENCE, "left in memory {when}: {found:#?}");
            // Nothing tells when a worker's last memory is given back, so it is looked at again and again.
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    fn assert_found<'a>(&self, what: impl IntoIterator<Item = &'a str>) {
        let found = self.found().unwrap();
        for what in what {
            assert!(found.contains_key(what), "{what} is not in memory while in use, so the search is blind");
        }
    }
}

/// Whether this must not be skipped.
fn skip(why: &str) {
    let wanted = std::env::var("PULIH_TEST_SERVICES").unwrap_or_default();
    assert!(!wanted.split(',').any(|wanted| wanted == "memory"), "memory: {why}");
    println!("skipped: memory: {why}");
}

/// Another program that holds each key in each form, so that what finds nothing elsewhere is known not to be blind.
#[test]
fn the_search_finds_every_form_in_a_program_that_keeps_them() {
    let canaries = Canaries::made_up();
    let mut shell = Command::new("sh");
    let shell = shell.args(["-c", "read -r kept; echo kept; read -r end"]);
    let mut shell = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let key = &canaries.keys[0];
    let forms = [BASE32_NOPAD.encode(key), HEXLOWER.encode(key), BASE64_NOPAD.encode(key), canaries.note.clone()];
    writeln!(shell.stdin.as_mut().unwrap(), "{}", forms.join(" ")).unwrap();
    shell.stdout.as_mut().unwrap().read_exact(&mut [0; 5]).unwrap();
    let found = look_through(i32::try_from(shell.id()).unwrap(), &canaries.pieces());
    shell.kill().unwrap();
    shell.wait().unwrap();
    let Some(found) = found else { return skip("another process may not be looked into here") };
    let found: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(found, ["key 0 base32", "key 0 base64", "key 0 hex", "note"]);
}

#[test]
fn a_locked_vault_leaves_nothing_in_memory() {
    let mut watched = Watched::start();
    if watched.found().is_none() {
        return skip("another process may not be looked into here");
    }
    let passphrase = watched.canaries.passphrase.clone();
    watched.pty.send(&passphrase).see("•");
    watched.assert_found(["passphrase"]);
    watched.pty.send("\r").see("8 of 8");

    // Every screen that shows something of an account.
    watched.pty.send("jj").send("e").see("Note").send("\x1b").see("Locks in");
    let name: String = watched.canaries.names[3].chars().take(6).collect();
    watched.pty.send("/").send(&name).see("1 of 8").send("\x1b").see("8 of 8").send("\x1b").see("Search name");
    watched.pty.send("y").hear("\x1b]52;c;").send("\r").see("In a backup").send("v").see("assphrase");
    watched
        .pty
        .send(&passphrase)
        .send("\r")
        .see("▀▀▀▀")
        .send("\x1b")
        .see("In a backup")
        .send("\x1b")
        .see("8 of 8")
        .send("?")
        .see("Keys")
        .send("\x1b")
        .see("8 of 8");
    let keys: Vec<String> = (0..KEYS).map(|place| format!("key {place} raw")).collect();
    watched.assert_found(keys.iter().map(String::as_str).chain(["note", "name"]));

    let key = BASE32_NOPAD.encode(&watched.canaries.pasted);
    watched
        .pty
        .paste(&format!("otpauth://totp/Fjordmail:anna?secret={key}&issuer=Fjordmail"))
        .see("Read from the link");
    watched.pty.send("\r").see("9 of 9");
    watched.assert_found(["pasted key raw"]);

    let key = BASE32_NOPAD.encode(&watched.canaries.typed);
    watched.pty.send("a").see("Account").send(&key).see("••••");
    watched.assert_found(["typed key base32"]);
    watched.pty.send("\rGamma\r").send(&watched.canaries.names[0]).send("\r\r\r\r\r\r").see("10 of 10");
    watched.assert_found(["typed key raw"]);

    watched.pty.send("\x0c").see("This vault is locked");
    watched.assert_clean("after locking");
    watched.pty.send(&passphrase).send("\r").see("10 of 10").send("\x1a").see_stopped();
    watched.pty.signal(rustix::process::Signal::CONT).send("\x0c").see("This vault is locked");
    watched.assert_clean("after locking once more");
    watched.pty.send("\x03");
    assert!(watched.pty.end().success());
}
