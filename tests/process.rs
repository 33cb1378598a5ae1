//! The process itself: what guards it, that its keys are locked into memory, and that signals come as values.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "processes are started, signalled and looked at here")]
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

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
use pulih::ports::{GuardKind, GuardState, Signal};
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
    let holds = |kind| guards.iter().any(|guard| guard.kind == kind && guard.state == GuardState::Holds);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let at = Places {
        vault: folder.path().join("v.pulih"),
        state: folder.path().join("state"),
        config: folder.path().join("config.toml"),
    };
    say(&format!(
        "guarded {}",
        [GuardKind::FileMode, GuardKind::CoreDumps, GuardKind::Dumpable].into_iter().all(holds)
    ));
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
        let started = Instant::now();
        while self.facts("stat").rsplit(") ").next().and_then(|rest| rest.chars().next()) != Some(state) {
            assert!(started.elapsed() < Duration::from_secs(10), "never {state}");
            thread::yield_now();
        }
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
