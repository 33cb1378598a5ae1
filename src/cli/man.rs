//! `pulih man`: the manual page of the program or of one command, written from the same definitions as help.

use clap::CommandFactory;
use clap_mangen::Man as Page;

use crate::cli::args::Args;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::help;
use crate::text::Text;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Man {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl Man {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut page = help::in_language(Args::command(), desk.out.words());
        page.build();
        let mut name = "pulih".to_owned();
        for step in &self.command {
            page = page.find_subcommand(step).cloned().ok_or_else(no_such_command)?;
            name = format!("{name}-{}", page.get_name());
        }
        let mut roff = Vec::new();
        Page::new(page).title(name).render(&mut roff).map_err(|error| Failure::output(&error))?;
        desk.out.raw(&roff)?;
        Ok(Exit::Done)
    }
}

fn no_such_command() -> Failure {
    Failure::new(Exit::Usage, Text::new("err-usage-command-unsaid"), Text::new("fix-usage-help"))
}
