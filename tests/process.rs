//! The process itself: what guards it, that its keys are locked into memory, and that signals come as values.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "processes are started, signalled and looked at here")]
#![expect(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use pulih::account::{Account, AccountId};
use pulih::edge::{self, Places, guard_process, read_surroundings};
use pulih::moment::Moment;
use pulih::ops;
use pulih::otp::{OtpKey, OtpParams};
use pulih::ports::{GuardState, Signal};
use pulih::secret::{Passphrase, Secret};
use pulih::vault::{KdfParams, Opener};
use rustix::process::{Pid, Signal as Number, dumpable_behavior, kill_process};

const ROLE: &str = "PULIH_TEST_PROCESS_ROLE";

/// Not a test of its own: the process that is looked at. Without its variable it does nothing.
#[test]
fn the_process_that_is_looked_at() {
    match env::var(ROLE).as_deref() {
        Ok("keys") => hold_keys(),
        Ok("signals") => hear_signals(),
        _ => {}
    }
}

fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n> {words}").unwrap();
    out.flush().unwrap();
}

fn hold_keys() {
    let guards = guard_process().unwrap();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let at = Places {
        vault: folder.path().join("v.pulih"),
        state: folder.path().join("state"),
        config: folder.path().join("config.toml"),
    };
    say(&format!("guarded {}", guards.iter().all(|guard| guard.state == GuardState::Holds) && guards.len() == 5));
    say(&format!("dumpable {:?}", dumpable_behavior().unwrap()));
    let world = edge::world(&at, read_surroundings(), guards);
    let passphrase = Passphrase::parse("correct horse battery staple").unwrap();
    let cost = KdfParams { memory_kib: 8 * 1024, passes: 1, lanes: 1 };
    let mut session = ops::create(&world, &at.vault, &passphrase, cost).unwrap();
    let key = OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap();
    let now = Moment::from_unix(1_700_000_000);
    let account = Account::ready(AccountId([7; 16]), "Example", "mira", OtpParams::Steam { key }, now);
    session.book_mut().add(account);
    session.save(&world).unwrap();
    drop(session);
    let locked = ops::load(&world, &at.vault).unwrap();
    let session = locked.open(&world, &Opener::Passphrase(&passphrase), false).unwrap();
    say(&format!("open {}, {} bytes locked", session.book().all().len(), world.memory.locked().bytes));
    // Held until the other side has looked.
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

fn hear_signals() {
    let at = Places { vault: "/nonexistent".into(), state: "/nonexistent".into(), config: "/nonexistent".into() };
    let world = edge::world(&at, read_surroundings(), Vec::new());
    let signals = world.process.watch_signals().unwrap();
    say("ready");
    for signal in signals {
        say(&format!("{signal:?}"));
        match signal {
            Signal::Suspend => {
                world.process.suspend();
                say("back");
            }
            Signal::Terminate => world.process.end_by(signal),
            _ => {}
        }
    }
}

struct Looked {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Looked {
    fn start(role: &str) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "the_process_that_is_looked_at", "--nocapture"])
            .env(ROLE, role)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        Self { child, said }
    }

    /// The next thing that it says.
    fn hear(&mut self) -> String {
        let mut line = String::new();
        loop {
            line.clear();
            assert_ne!(self.said.read_line(&mut line).unwrap(), 0, "it ended: {:?}", self.child.wait());
            if let Some(words) = line.trim_end().strip_prefix("> ") {
                return words.to_owned();
            }
        }
    }

    fn signal(&self, number: Number) {
        kill_process(self.pid(), number).unwrap();
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// A file below `/proc/PID`.
    fn facts(&self, name: &str) -> String {
        fs::read_to_string(Path::new("/proc").join(self.child.id().to_string()).join(name)).unwrap()
    }

    fn wait_for_state(&self, state: char) {
        wait_until("the process is stopped", || {
            self.facts("stat").rsplit(") ").next().and_then(|rest| rest.chars().next()) == Some(state)
        });
    }

    fn end(mut self) -> ExitStatus {
        drop(self.child.stdin.take());
        self.child.wait().unwrap()
    }
}

fn line<'a>(facts: &'a str, name: &str) -> &'a str {
    facts.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {facts}"))
}

#[test]
fn an_open_vault_is_locked_into_memory_by_a_process_that_leaves_no_core_and_is_not_looked_into() {
    let mut process = Looked::start("keys");
    assert_eq!(process.hear(), "guarded true");
    assert_eq!(process.hear(), "dumpable NotDumpable");
    let open = process.hear();
    assert!(open.starts_with("open 1, "), "{open}");

    let status = process.facts("status");
    let locked: u64 = line(&status, "VmLck:").split_whitespace().nth(1).unwrap().parse().unwrap();
    println!("{open}; the system says {locked} KiB");
    assert!(locked > 0);
    let limits = process.facts("limits");
    let core: Vec<&str> = line(&limits, "Max core file size").split_whitespace().collect();
    assert_eq!(core[4..6], ["0", "0"]);
    assert_eq!(line(&status, "Umask:").split_whitespace().nth(1), Some("0077"));
    assert!(process.end().success());
}

#[test]
fn signals_come_as_values_and_a_stopped_process_comes_back() {
    let mut process = Looked::start("signals");
    assert_eq!(process.hear(), "ready");
    for (number, name) in
        [(Number::INT, "Interrupt"), (Number::HUP, "HangUp"), (Number::QUIT, "Quit"), (Number::WINCH, "Resize")]
    {
        process.signal(number);
        assert_eq!(process.hear(), name);
    }
    process.signal(Number::TSTP);
    assert_eq!(process.hear(), "Suspend");
    process.wait_for_state('T');
    process.signal(Number::CONT);
    let mut after = [process.hear(), process.hear()];
    after.sort();
    assert_eq!(after, ["Continue", "back"]);

    process.signal(Number::TERM);
    assert_eq!(process.hear(), "Terminate");
    let ended = process.end();
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&ended), Some(15), "{ended:?}");
}

/// The program itself, as a person who is not root: `PULIH_TEST_BINARY`, or the one that was built for the tests.
struct Program {
    folder: tempfile::TempDir,
    is_root: bool,
}

const NOBODY: &str = "65534";

impl Program {
    fn laid_out() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let binary = env::var("PULIH_TEST_BINARY").unwrap_or_else(|_| env!("CARGO_BIN_EXE_pulih").to_owned());
        fs::copy(&binary, folder.path().join("pulih")).unwrap();
        let is_root = rustix::process::geteuid().is_root();
        if is_root {
            let nobody = Some(NOBODY.parse().unwrap());
            std::os::unix::fs::chown(folder.path(), nobody, nobody).unwrap();
        }
        say(&format!("looking at {binary}"));
        Self { folder, is_root }
    }

    /// The words of a command line that does this as the person.
    fn as_person(&self, words: &[&str]) -> Vec<String> {
        let person = format!("--reuid={NOBODY} --regid={NOBODY} --clear-groups");
        let before = if self.is_root { format!("setpriv {person}") } else { "env".to_owned() };
        before.split(' ').chain(words.iter().copied()).map(str::to_owned).collect()
    }

    /// Runs a command of the program with these lines on its standard input.
    fn run(&self, args: &[&str], lines: &str) {
        let words = self.as_person(&[&["./pulih", "--vault", "v.pulih", "--state", "state"], args].concat());
        let (program, args) = words.split_first().unwrap();
        let mut child = Command::new(program)
            .args(args)
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success(), "{words:?}");
    }

    /// Whether another program of the same person can read a file below `/proc/PID`.
    fn can_read(&self, pid: u32, name: &str) -> bool {
        let words = self.as_person(&["cat", &format!("/proc/{pid}/{name}")]);
        let (program, args) = words.split_first().unwrap();
        let tried = Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).status();
        tried.unwrap().success()
    }
}

fn number(pid: u32, file: &str, name: &str, column: usize) -> u64 {
    let facts = fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap();
    line(&facts, name).split_whitespace().nth(column).unwrap().parse().unwrap()
}

#[test]
fn the_program_with_an_open_vault_keeps_its_memory_to_itself() {
    let program = Program::laid_out();
    let passphrase = "violet kettle on seven harbours";
    program.run(&["init", "--kdf-memory", "64", "--kdf-time", "3", "--passphrase-fd", "0"], &format!("{passphrase}\n"));
    let uri = "otpauth://totp/Example:mira?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example";
    program.run(&["add", "--passphrase-fd", "0", "--uri-fd", "0"], &format!("{passphrase}\n{uri}\n"));

    let size = portable_pty::PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pty = portable_pty::native_pty_system().openpty(size).unwrap();
    let mut command = portable_pty::CommandBuilder::from_argv(
        program
            .as_person(&["./pulih", "--vault", "v.pulih", "--state", "state", "--lang", "en"])
            .into_iter()
            .map(Into::into)
            .collect(),
    );
    command.cwd(program.folder.path());
    command.env("HOME", program.folder.path());
    command.env("TERM", "xterm-256color");
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let pid = child.process_id().unwrap();
    let screen = watch(pty.master.try_clone_reader().unwrap());
    wait_until("the passphrase is asked for", || screen.lock().unwrap().contains("assphrase"));
    assert_eq!(number(pid, "status", "VmLck:", 1), 0, "nothing is locked while nothing is open");

    let mut keys = pty.master.take_writer().unwrap();
    keys.write_all(format!("{passphrase}\r").as_bytes()).unwrap();
    wait_until("keys are locked", || number(pid, "status", "VmLck:", 1) > 0);
    say(&format!("{} KiB locked while a vault is open", number(pid, "status", "VmLck:", 1)));
    assert_eq!(number(pid, "status", "NoNewPrivs:", 1), 1);
    assert_eq!(number(pid, "limits", "Max core file size", 4), 0);
    assert_eq!(number(pid, "limits", "Max core file size", 5), 0);
    for name in ["environ", "maps", "auxv"] {
        assert!(!program.can_read(pid, name), "/proc/PID/{name} can be read");
    }

    let words = program.as_person(&["sleep", "60"]);
    let mut plain = Command::new(&words[0]).args(&words[1..]).spawn().unwrap();
    wait_until("a plain process shows its memory", || program.can_read(plain.id(), "maps"));
    plain.kill().unwrap();
    plain.wait().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
}

/// What was written to the screen so far.
fn watch(mut reader: Box<dyn std::io::Read + Send>) -> std::sync::Arc<std::sync::Mutex<String>> {
    let screen = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
    let shared = screen.clone();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            shared.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..count]));
        }
    });
    screen
}

fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < Duration::from_secs(60), "never: {what}");
        // Nothing tells when a file below /proc changes, so it is looked at again and again.
        thread::sleep(Duration::from_millis(5));
    }
}
