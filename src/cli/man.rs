//! `pulih man`: the manual page of the program or of one command, written from the same definitions as help, with the
//! exit codes and the environment that every command shares.

use std::io;

use clap::CommandFactory;
use clap_mangen::Man as Page;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::args::Args;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::help;
use crate::text::Text;
use crate::words::Catalog;

/// The exit codes, each with its sentence.
const EXITS: [(Exit, &str); 10] = [
    (Exit::Done, "man-exit-done"),
    (Exit::NotDone, "man-exit-not-done"),
    (Exit::Usage, "man-exit-usage"),
    (Exit::WrongPassword, "man-exit-wrong-password"),
    (Exit::Damaged, "man-exit-damaged"),
    (Exit::NotFound, "man-exit-not-found"),
    (Exit::NeedsSignIn, "man-exit-needs-sign-in"),
    (Exit::ChangedElsewhere, "man-exit-changed-elsewhere"),
    (Exit::Partly, "man-exit-partly"),
    (Exit::OtherComputer, "man-exit-other-computer"),
];

/// The variables that are looked at, each with its sentence.
const VARIABLES: [(&str, &str); 3] =
    [("PULIH_ASKPASS", "man-askpass"), ("NO_COLOR", "man-no-color"), ("LC_ALL, LC_MESSAGES, LANG", "man-language")];

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Man {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl Man {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        desk.out.check_not_json("man")?;
        let mut page = help::in_language(Args::command(), desk.out.words());
        page.build();
        let mut name = "pulih".to_owned();
        for step in &self.command {
            page = page.find_subcommand(step).cloned().ok_or_else(no_such_command)?;
            name = format!("{name}-{}", page.get_name());
        }
        let mut roff = Vec::new();
        write(page, name, desk.out.words(), &mut roff).map_err(|error| Failure::output(&error))?;
        desk.out.raw(&one_preamble(&roff))?;
        Ok(Exit::Done)
    }
}

fn write(command: clap::Command, name: String, words: &Catalog, roff: &mut Vec<u8>) -> io::Result<()> {
    let (has_commands, has_version) = (command.get_subcommands().next().is_some(), command.get_version().is_some());
    let page = Page::new(command).title(name).source(concat!("pulih ", env!("CARGO_PKG_VERSION")));
    page.render_title(roff)?;
    page.render_name_section(roff)?;
    page.render_synopsis_section(roff)?;
    page.render_description_section(roff)?;
    page.render_options_section(roff)?;
    if has_commands {
        page.render_subcommands_section(roff)?;
    }
    shared(words).to_writer(roff)?;
    if has_version {
        page.render_version_section(roff)?;
    }
    Ok(())
}

/// Each section comes with the preamble of a page of its own; one is enough.
fn one_preamble(roff: &[u8]) -> Vec<u8> {
    let empty = Roff::new().render();
    let text = String::from_utf8_lossy(roff);
    format!("{empty}{}", text.replace(&empty, "")).into_bytes()
}

/// What holds for every command.
fn shared(words: &Catalog) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [words.line("man-exits").as_str()]);
    for (exit, id) in EXITS {
        roff.control("TP", []).text([bold(exit.code().to_string())]).text([roman(words.line(id))]);
    }
    roff.control("SH", [words.line("man-environment").as_str()]);
    for (name, id) in VARIABLES {
        roff.control("TP", []).text([bold(name)]).text([roman(words.line(id))]);
    }
    roff
}

fn no_such_command() -> Failure {
    Failure::new(Exit::Usage, Text::new("err-usage-command-unsaid"), Text::new("fix-usage-help"))
}
