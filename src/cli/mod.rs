//! The command line: arguments, a deed of `ops`, a print. What is said goes to standard error, what was asked for to
//! standard output; what a deed does is decided elsewhere.

mod add;
mod args;
mod backup;
mod code;
mod coming;
mod completions;
mod desk;
mod doctor;
mod edit;
mod exit;
mod export;
mod group;
mod help;
mod import;
mod init;
mod json;
mod keystore;
mod list;
mod man;
mod open;
mod out;
mod passwd;
mod pin;
mod place;
mod protect;
mod qr;
mod restore;
mod rm;
mod show;
mod sign_in;
mod sign_out;
mod topic;
mod trash;
mod usage;
mod words;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, FromArgMatches};

use crate::config::{Color, Complaint, Config};
use crate::ports::{FileError, World};
use crate::text::{Explain, Text};
use crate::words::{Catalog, Language};

use args::{Args, Command};
use desk::Desk;
pub use exit::Exit;
use exit::Failure;
use out::Out;
pub use usage::Answer;

/// What has to be known before the arguments can be read in the person's language.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Early {
    /// `--lang`, if it names a language that we have.
    pub language: Option<Language>,
    /// `--config`.
    pub config: Option<PathBuf>,
}

impl Early {
    /// Looks through the arguments for these two alone; whether they are right is said later.
    #[must_use]
    pub fn of(args: &[OsString]) -> Self {
        let tag = value_of(args, "--lang").and_then(|tag| tag.into_string().ok());
        Self {
            language: tag.and_then(|tag| Language::from_tag(&tag)),
            config: value_of(args, "--config").map(PathBuf::from),
        }
    }
}

/// The value behind a flag, in either spelling.
fn value_of(args: &[OsString], flag: &str) -> Option<OsString> {
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        if arg == flag {
            return rest.next().cloned();
        }
        if let Some(value) = arg.to_str().and_then(|arg| arg.strip_prefix(flag)?.strip_prefix('=')) {
            return Some(value.into());
        }
    }
    None
}

/// What the person wants, as the arguments say it.
#[derive(Debug)]
pub struct Order(Args);

impl Order {
    /// Reads the arguments, the program's name first. Help, the version and mistakes are an [`Answer`].
    ///
    /// # Errors
    /// The [`Answer`] that is to be printed in the place of doing something.
    pub fn parse(args: &[OsString], words: &Catalog) -> Result<Self, Answer> {
        // Only help and complaints show the texts of the definitions, so only for those are they looked up.
        let matches = Args::command().try_get_matches_from(args).or_else(|_| {
            let command = help::in_language(Args::command(), words);
            command.try_get_matches_from(args).map_err(|error| Answer::to(&error, words))
        })?;
        Args::from_arg_matches(&matches).map(Self).map_err(|error| Answer::to(&error, words))
    }

    /// Whether no command was given: the terminal face is wanted.
    #[must_use]
    pub const fn wants_the_face(&self) -> bool {
        self.0.command.is_none()
    }

    /// `--vault`.
    #[must_use]
    pub fn vault(&self) -> Option<&Path> {
        self.0.global.vault.as_deref()
    }

    /// `--state`.
    #[must_use]
    pub fn state(&self) -> Option<&Path> {
        self.0.global.state.as_deref()
    }

    /// `--demo`.
    #[must_use]
    pub const fn is_demo(&self) -> bool {
        self.0.global.demo
    }

    /// Whether it can be done without knowing where a vault would lie.
    #[must_use]
    pub const fn needs_no_place(&self) -> bool {
        match &self.0.command {
            Some(Command::Completions(_) | Command::Help(_) | Command::Man(_)) => true,
            Some(Command::Import(import)) => import.is_dry_run() || self.0.global.demo,
            _ => self.0.global.demo,
        }
    }

    /// `--accept-older`.
    #[must_use]
    pub const fn accepts_older(&self) -> bool {
        self.0.global.accept_older
    }

    /// `--plain`.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        self.0.global.plain
    }

    /// `--color`, which counts before the settings.
    #[must_use]
    pub fn color(&self) -> Option<Color> {
        self.0.global.color.as_deref().and_then(Color::from_name)
    }
}

/// Where prints go, and what is known of it.
pub struct Streams {
    /// Standard output: results.
    pub results: Box<dyn Write>,
    /// Standard error: everything said to the person.
    pub notes: Box<dyn Write>,
    /// Whether nobody can see what is printed as a result.
    pub results_are_lost: bool,
    /// Whether results are seen on a terminal.
    pub results_are_seen: bool,
    /// Whether notes are seen on a terminal.
    pub notes_are_seen: bool,
}

/// Settings with what was wrong in their file.
#[derive(Debug, Default)]
pub struct Settled {
    /// The settings.
    pub config: Config,
    /// What the file got wrong.
    pub complaints: Vec<Complaint>,
    /// Why the file could not be read, where one is there.
    pub unread: Option<FileError>,
    /// The file that changes may be written to.
    pub file: Option<PathBuf>,
}

impl Settled {
    /// Everything that is to be said of the file.
    pub fn all(&self) -> impl Iterator<Item = &dyn Explain> {
        let unread = self.unread.iter().map(|error| error as &dyn Explain);
        unread.chain(self.complaints.iter().map(|complaint| complaint as &dyn Explain))
    }
}

/// Why the face that needs a terminal is not shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NoFace {
    /// The terminal says that it can place nothing on its screen, or nothing at all.
    #[error("dumb terminal")]
    DumbTerminal,
    /// There is no terminal.
    #[error("no terminal")]
    NoTerminal,
}

impl Explain for NoFace {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::DumbTerminal => "err-cli-dumb-terminal",
            Self::NoTerminal => "err-cli-no-face",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::DumbTerminal => "fix-cli-dumb-terminal",
            Self::NoTerminal => "fix-cli-no-face",
        }))
    }
}

/// Help or the version could not be printed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("the output took nothing")]
pub struct NoOutput;

impl Explain for NoOutput {
    fn what(&self) -> Text {
        Text::new("err-cli-output")
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-cli-output"))
    }
}

/// Does what was ordered and prints it. The answer is the exit code of `command-line.md`'s table.
#[must_use]
pub fn run(order: Order, world: &World, settled: &Settled, words: Catalog, streams: Streams) -> Exit {
    let Args { global, command } = order.0;
    let color = global.color.as_deref().and_then(Color::from_name).unwrap_or(settled.config.color);
    let mut out = Out::new(streams, words, &global, color, world.surroundings.no_color);
    for complaint in settled.all() {
        out.remark_of(complaint);
    }
    let Some(command) = command else { return Exit::Usage };
    let mut desk = Desk {
        world,
        config: &settled.config,
        global: &global,
        out: &mut out,
        opened_with: None,
        backs_up: true,
        settings: settled.file.as_deref(),
        clock_correction: settled.config.clock_correction,
    };
    let done = perform(command, &mut desk);
    world.memory.scrub_stack();
    match done {
        Ok(exit) => exit,
        Err(failure) => out.failure(&failure),
    }
}

fn perform(command: Command, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
    match command {
        Command::Add(args) => args.run(desk),
        Command::Backup(args) => args.run(desk),
        Command::Code(args) => args.run(desk),
        Command::Completions(args) => args.run(desk),
        Command::Doctor => doctor::run(desk),
        Command::Edit(args) => args.run(desk),
        Command::Export(args) => args.run(desk),
        Command::Group(args) => args.run(desk),
        Command::Help(args) => args.run(desk),
        Command::Import(args) => args.run(desk),
        Command::Init(args) => args.run(desk),
        Command::Keystore(args) => args.run(desk),
        Command::List(args) => args.run(desk),
        Command::Man(args) => args.run(desk),
        Command::Passwd(args) => args.run(desk),
        Command::Pin(args) => args.run(desk),
        Command::Protect(args) => args.run(desk),
        Command::Restore(args) => args.run(desk),
        Command::Rm(args) => args.run(desk),
        Command::Show(args) => args.run(desk),
        Command::SignIn(args) => args.run(desk),
        Command::SignOut(args) => args.run(desk),
        Command::Trash(args) => args.run(desk),
        Command::Words(args) => args.run(desk),
    }
}
