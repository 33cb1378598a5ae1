//! Wires the edge to the two faces: guards the process, reads the surroundings, starts the face that was asked for.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use pulih::cli::{Early, Exit, Order, Settled, Streams};
use pulih::config::{Complaint, Config, LARGEST_FILE};
use pulih::edge::{self, Places, SystemFiles};
use pulih::ports::{FileErrorKind, Files, Surroundings, World};
use pulih::text::Explain;
use pulih::tui;
use pulih::tui::look::Facts;
use pulih::words::{Catalog, Language};

fn main() -> ExitCode {
    let guards = edge::guard_process();
    let args: Vec<OsString> = std::env::args_os().collect();
    let around = edge::read_surroundings();
    let early = Early::of(&args);
    let places = Places::find();
    let settled = match &early.config {
        Some(named) => settings_in(named),
        None => places.as_ref().map_or_else(|_| Settled::default(), |places| usual_settings(&places.config)),
    };
    let language = early.language.or(settled.config.language).unwrap_or_else(|| language_of(&around));
    let words = Catalog::new(language);
    let guards = match guards {
        Ok(guards) => guards,
        Err(error) => return refuse(&words, &error),
    };
    let order = match Order::parse(&args, &words) {
        Ok(order) => order,
        Err(answer) => return answered(&words, &answer),
    };
    // A file that a person names is meant: to go on with other settings than those would be a guess.
    if let (Some(_), Some(error)) = (&early.config, &settled.unread) {
        return refuse(&words, error);
    }
    let places = match chosen(&order, places) {
        Ok(places) => places,
        Err(error) => return refuse(&words, &error),
    };
    let world = edge::world(&places, around, guards);
    world.clock.correct(settled.config.clock_correction.into());
    let settings = settings_to_write(&order, early.config, &places, &settled);
    if order.wants_the_face() {
        return face(&order, world, &settled, settings, words);
    }
    let settled = Settled { file: settings, ..settled };
    ExitCode::from(pulih::cli::run(order, &world, &settled, words, streams()).code())
}

/// The settings, and what is wrong with them. No mistake in them stands before the vault.
fn settings_in(path: &Path) -> Settled {
    // A link is followed: some people keep their settings elsewhere.
    let path = &SystemFiles.resolve(path).unwrap_or_else(|_| path.to_owned());
    match SystemFiles.read(path, LARGEST_FILE) {
        // Whoever may write there could keep codes on the clipboard for an hour.
        Ok(_) if edge::others_may_write(path) => {
            Settled { complaints: vec![Complaint::OthersMayWrite], ..Settled::default() }
        }
        Ok(bytes) => {
            let (config, complaints) = Config::read(&String::from_utf8_lossy(&bytes));
            Settled { config, complaints, ..Settled::default() }
        }
        Err(error) => Settled { unread: Some(error), ..Settled::default() },
    }
}

/// The same for the platform's place: nobody has to have settings. A file that the person named has to be there.
fn usual_settings(path: &Path) -> Settled {
    let settled = settings_in(path);
    let is_absent = settled.unread.as_ref().is_some_and(|error| error.kind == FileErrorKind::NotFound);
    if is_absent { Settled::default() } else { settled }
}

/// The settings file that changes are written to: none where it could not be read or taken, and for the demo only one that
/// the person named.
fn settings_to_write(order: &Order, named: Option<PathBuf>, places: &Places, settled: &Settled) -> Option<PathBuf> {
    let is_refused = settled.complaints.iter().any(|complaint| matches!(complaint, Complaint::OthersMayWrite));
    if settled.unread.is_some() || is_refused {
        return None;
    }
    let usual = (!order.is_demo() && !places.config.as_os_str().is_empty()).then(|| places.config.clone());
    named.or(usual)
}

/// The first language of the person that we have.
fn language_of(around: &Surroundings) -> Language {
    around.languages.iter().find_map(|tag| Language::from_tag(tag)).unwrap_or_default()
}

/// The platform's places, with those that the person named instead.
fn chosen(order: &Order, places: Result<Places, edge::NoHome>) -> Result<Places, edge::NoHome> {
    let named = |path: Option<&Path>| path.map(Path::to_owned);
    let (vault, state) = (named(order.vault()), named(order.state()));
    match (places, vault, state) {
        (Ok(places), vault, state) => {
            Ok(Places { vault: vault.unwrap_or(places.vault), state: state.unwrap_or(places.state), ..places })
        }
        (Err(_), Some(vault), Some(state)) => Ok(Places { vault, state, config: PathBuf::new() }),
        // Neither the demo nor a dry run needs a place; what would use one says that nothing is there.
        (Err(_), ..) if order.needs_no_place() => {
            Ok(Places { vault: PathBuf::new(), state: PathBuf::new(), config: PathBuf::new() })
        }
        (Err(error), ..) => Err(error),
    }
}

/// The terminal face. It needs a terminal on both sides.
fn face(order: &Order, world: World, settled: &Settled, settings: Option<PathBuf>, words: Catalog) -> ExitCode {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return refuse(&words, &pulih::cli::NoFace::NoTerminal);
    }
    let around = &world.surroundings;
    if is_dumb(around) {
        return refuse(&words, &pulih::cli::NoFace::DumbTerminal);
    }
    let options = tui::Options {
        accept_older: order.accepts_older(),
        config: settled.config.clone(),
        demo: order.is_demo(),
        facts: Facts {
            around: (*world.surroundings).clone(),
            is_plain: order.is_plain(),
            color: order.color(),
            ground: None,
        },
        language: words.language(),
        remarks: settled.all().map(tui::desk::both).collect(),
        settings,
    };
    let process = world.process.clone();
    let language = words.language();
    match tui::run(world, options, words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(tui::RunError::Signal(signal)) => {
            process.end_by(signal);
            ExitCode::from(128 + signal.number())
        }
        Err(tui::RunError::Terminal(_)) => refuse(&Catalog::new(language), &pulih::cli::NoFace::NoTerminal),
    }
}

/// Whether the terminal cannot place text on its screen. A console of Windows has no such name and can.
fn is_dumb(around: &Surroundings) -> bool {
    match around.term.as_deref() {
        None => cfg!(unix),
        Some(term) => term == "dumb",
    }
}

fn streams() -> Streams {
    Streams {
        results_are_lost: edge::results_are_lost(),
        results_are_seen: std::io::stdout().is_terminal(),
        notes_are_seen: std::io::stderr().is_terminal(),
        results: Box::new(std::io::stdout()),
        notes: Box::new(std::io::stderr()),
    }
}

fn answered(words: &Catalog, answer: &pulih::cli::Answer) -> ExitCode {
    let print = |mut out: Box<dyn Write>| out.write_all(answer.text.as_bytes()).and_then(|()| out.flush());
    let printed = match answer.exit {
        Exit::Done => print(Box::new(std::io::stdout())),
        _ => print(Box::new(std::io::stderr())),
    };
    match printed {
        // A reader that has gone has seen enough of the help.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe && answer.exit == Exit::Done => {
            refuse(words, &pulih::cli::NoOutput)
        }
        _ => ExitCode::from(answer.exit.code()),
    }
}

fn refuse(words: &Catalog, error: &dyn Explain) -> ExitCode {
    tell(words, error);
    ExitCode::from(Exit::NotDone.code())
}

fn tell(words: &Catalog, error: &dyn Explain) {
    let mut out = std::io::stderr();
    let lines = std::iter::once(error.what()).chain(error.fix()).map(|text| words.say(&text));
    for line in lines {
        // Standard error is the last place to say something.
        let _ = writeln!(out, "{line}");
    }
}
