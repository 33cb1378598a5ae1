//! The program as the manual shows it: in a terminal, from its own arguments, and with a clock that stands, chance that
//! repeats and a folder that looks like somebody's home. So the pictures are the same each time.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::ThreadId;
use std::time::Duration;

use portable_pty::CommandBuilder;
use pulih::account::SecondFactor;
use pulih::cli::{self, Order, Settled, Streams};
use pulih::config::Config;
use pulih::edge::{self, ReachablePlaces, SystemClock, SystemFiles};
use pulih::moment::{Moment, Tick};
use pulih::ports::{
    Absent, Browser, Clock, FileError, FileLock, Files, Look, NewFile, NoBrowser, Provider, ProviderError,
    Surroundings, Visit, VisitStep, World,
};
use pulih::provider::{Identity, Proof, ProviderSetup};
use pulih::secret::Private;
use pulih::tui::{self, Options};
use pulih::words::{Catalog, Language};

use crate::chance::Chance;

/// What the started test is told by.
const ARGS: &str = "PULIH_TEST_MANUAL_ARGS";
const NOW: &str = "PULIH_TEST_MANUAL_NOW";
const ROOT: &str = "PULIH_TEST_MANUAL_ROOT";

/// Between arguments, in which it never stands.
const BETWEEN: &str = "\u{1f}";

/// The settings, in the folder that stands for the disk.
pub const SETTINGS: &str = "settings.toml";

/// The home that the pictures show.
pub const HOME: &str = "/home/mira";

/// Where the vault lies in a folder that stands for the whole disk.
pub fn vault(root: &Path) -> PathBuf {
    under(root, &places().vault)
}

/// The program, to be started in a terminal at this time.
pub fn command(root: &Path, now: i64, args: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["manual::program::the_program_of_the_manual", "--exact", "--nocapture"]);
    command.env_clear();
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("HOME", HOME)] {
        command.env(name, value);
    }
    command.env(ARGS, args.join(BETWEEN));
    command.env(NOW, now.to_string());
    command.env(ROOT, root);
    command.cwd(root);
    command
}

/// Not a test by itself: the program that the manual is made with. Without its variables it does nothing.
#[test]
fn the_program_of_the_manual() {
    let Ok(args) = std::env::var(ARGS) else { return };
    let now: i64 = std::env::var(NOW).unwrap().parse().unwrap();
    let root = PathBuf::from(std::env::var_os(ROOT).unwrap()).canonicalize().unwrap();
    let typed: Vec<&str> = args.split(BETWEEN).collect();
    let args: Vec<OsString> = ["pulih"].iter().chain(&typed).map(OsString::from).collect();
    let language = Language::from_tag(typed[1]).unwrap();
    let words = Catalog::new(language);
    let order = Order::parse(&args, &words).unwrap();
    let world = world(root.clone(), now);
    let code = if order.wants_the_face() {
        let settings = std::fs::read_to_string(root.join(SETTINGS)).unwrap_or_default();
        let options = Options { language, config: Config::read(&settings).0, ..Options::default() };
        i32::from(tui::run(world, options, words).is_err())
    } else {
        // The language is told to the pictures by an argument, and to people by their computer.
        print!("\x1b[2J\x1b[H$ pulih {}\r\n", typed[2..].join(" "));
        std::io::stdout().flush().unwrap();
        i32::from(cli::run(order, &world, &Settled::default(), words, streams()).code())
    };
    std::process::exit(code);
}

fn streams() -> Streams {
    Streams {
        results: Box::new(std::io::stdout()),
        notes: Box::new(std::io::stderr()),
        results_are_lost: false,
        results_are_seen: true,
        notes_are_seen: true,
    }
}

fn places() -> edge::Places {
    let home = Path::new(HOME);
    edge::Places {
        vault: home.join(".local/share/pulih/vault.pulih"),
        state: home.join(".local/state/pulih"),
        config: PathBuf::new(),
    }
}

fn world(root: PathBuf, now: i64) -> World {
    let around =
        Surroundings { computer: Some("lamp".to_owned()), home: Some(HOME.into()), ..edge::read_surroundings() };
    let elsewhere = Elsewhere { root: root.clone(), now };
    let files: Arc<dyn Files> = Arc::new(Rooted { root });
    let clock: Arc<dyn Clock> =
        Arc::new(Standing { now, drawing: std::thread::current().id(), real: SystemClock::new() });
    let places = Arc::new(ReachablePlaces::new(files.clone(), clock.clone()));
    let real = edge::world(&self::places(), around, Vec::new());
    let entropy = Arc::new(Chance::new(now.unsigned_abs()));
    let world =
        World { clipboard: Arc::new(Absent), clock, entropy, files, key_store: Arc::new(Absent), places, ..real };
    World { browser: Arc::new(elsewhere.clone()), provider: Arc::new(elsewhere), ..world }
}

/// The file whose making says that the person has signed in at the provider.
pub const SIGNED_IN: &str = "signed-in";

/// A provider at an address that the pictures can show, and the browser in which it is: both are elsewhere.
#[derive(Clone)]
struct Elsewhere {
    root: PathBuf,
    now: i64,
}

impl Elsewhere {
    fn in_minutes(&self, minutes: i64) -> Moment {
        Moment::from_unix(self.now + 60 * minutes)
    }

    /// Whoever the row is about signs in, once the picture is taken.
    fn signed_in(&self, visit: &Visit<'_>) -> Result<Identity, ProviderError> {
        while std::fs::remove_file(self.root.join(SIGNED_IN)).is_err() {
            if (visit.is_cancelled)() {
                return Err(ProviderError::Cancelled);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(Identity {
            issuer: Private::new("https://login.example.com"),
            subject: Private::new(visit.row_name),
            email: Some(visit.row_name.into()),
            preferred_name: None,
            second_factor: SecondFactor::Reported,
            methods: vec!["otp".to_owned()],
            signed_in: None,
            confirmed: Moment::from_unix(self.now),
            proof: Proof::Token,
        })
    }
}

impl Provider for Elsewhere {
    fn sign_in_by_browser(&self, _: &ProviderSetup, visit: &Visit<'_>) -> Result<Identity, ProviderError> {
        let address =
            "https://login.example.com/authorize?client_id=pulih&redirect_uri=http%3A%2F%2F127.0.0.1%3A40217%2F";
        (visit.tell)(VisitStep::OpenBrowser { address: address.to_owned(), until: self.in_minutes(10) });
        self.signed_in(visit)
    }

    fn sign_in_by_code(&self, _: &ProviderSetup, visit: &Visit<'_>) -> Result<Identity, ProviderError> {
        (visit.tell)(VisitStep::EnterCode {
            code: "WDJB-MJHT".to_owned(),
            address: "https://login.example.com/device".to_owned(),
            whole_address: Some("https://login.example.com/device?user_code=WDJB-MJHT".to_owned()),
            until: self.in_minutes(15),
        });
        self.signed_in(visit)
    }
}

impl Browser for Elsewhere {
    fn open(&self, _: &str) -> Result<(), NoBrowser> {
        Ok(())
    }
}

/// A clock that stands, for whoever draws; workers have a real one for how long things take.
struct Standing {
    now: i64,
    drawing: ThreadId,
    real: SystemClock,
}

impl Clock for Standing {
    fn now(&self) -> Moment {
        Moment::from_unix(self.now)
    }

    fn tick(&self) -> Tick {
        if std::thread::current().id() == self.drawing { Tick::default() } else { self.real.tick() }
    }
}

/// The disk below a folder, as if that were all there is.
struct Rooted {
    root: PathBuf,
}

fn under(root: &Path, path: &Path) -> PathBuf {
    root.join(path.strip_prefix("/").unwrap_or(path))
}

impl Rooted {
    fn at<T>(&self, path: &Path, deed: impl FnOnce(&Path) -> Result<T, FileError>) -> Result<T, FileError> {
        deed(&under(&self.root, path)).map_err(|error| FileError { path: self.seen(&error.path), ..error })
    }

    fn seen(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.root).map_or_else(|_| path.to_owned(), |rest| Path::new("/").join(rest))
    }
}

impl Files for Rooted {
    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
        self.at(path, |path| SystemFiles.read(path, most))
    }

    fn read_start(&self, path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
        self.at(path, |path| SystemFiles.read_start(path, most))
    }

    fn look(&self, path: &Path) -> Result<Option<Look>, FileError> {
        self.at(path, |path| SystemFiles.look(path))
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf, FileError> {
        self.at(path, |path| SystemFiles.resolve(path)).map(|path| self.seen(&path))
    }

    fn create_new(&self, path: &Path) -> Result<Box<dyn NewFile>, FileError> {
        self.at(path, |path| SystemFiles.create_new(path))
    }

    fn create_folder(&self, path: &Path) -> Result<(), FileError> {
        self.at(path, |path| SystemFiles.create_folder(path))
    }

    fn link(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        self.at(to, |to| SystemFiles.link(&under(&self.root, from), to))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        self.at(to, |to| SystemFiles.rename(&under(&self.root, from), to))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        self.at(to, |to| SystemFiles.rename_new(&under(&self.root, from), to))
    }

    fn remove(&self, path: &Path) -> Result<(), FileError> {
        self.at(path, |path| SystemFiles.remove(path))
    }

    fn sync_folder(&self, path: &Path) -> Result<(), FileError> {
        self.at(path, |path| SystemFiles.sync_folder(path))
    }

    fn list(&self, path: &Path) -> Result<Vec<OsString>, FileError> {
        self.at(path, |path| SystemFiles.list(path))
    }

    fn lock(&self, path: &Path, wait: Duration) -> Result<Box<dyn FileLock>, FileError> {
        self.at(path, |path| SystemFiles.lock(path, wait))
    }
}
