//! `pulih completions`: what a shell completes, written from the same definitions as help. Names of accounts are not in
//! it: they are not known while the vault is closed.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::args::Args;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::help;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Completions {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        desk.out.check_not_json("completions")?;
        let mut command = help::in_language(Args::command(), desk.out.words());
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "pulih", &mut script);
        desk.out.raw(&script)?;
        Ok(Exit::Done)
    }
}
