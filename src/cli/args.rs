//! What can be typed after `pulih`. The texts of help stand in the catalogue; here are names and shapes.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Parser, Subcommand};

use crate::cli::{
    add, backup, code, completions, edit, export, group, import, init, keystore, list, man, passwd, pin, protect,
    restore, rm, show, sign_in, sign_out, topic, trash, words,
};

#[derive(Debug, Parser)]
#[command(
    name = "pulih",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    subcommand_precedence_over_arg = true
)]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Flags that every command has.
#[derive(Debug, Default, clap::Args)]
pub(in crate::cli) struct Global {
    #[arg(long, global = true, value_name = "FILE")]
    pub vault: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    pub state: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, global = true)]
    pub demo: bool,
    #[arg(long, global = true)]
    pub plain: bool,
    #[arg(long, global = true)]
    pub accept_older: bool,
    #[arg(long, global = true, value_name = "N", value_parser = descriptor())]
    pub passphrase_fd: Option<i32>,
    #[arg(long, global = true, conflicts_with = "passphrase_fd")]
    pub with_words: bool,
    #[arg(long, global = true, value_name = "N", value_parser = descriptor(), conflicts_with = "with_words")]
    pub recovery_words_fd: Option<i32>,
    #[arg(long, global = true, value_name = "WHEN", value_parser = one_of(&["auto", "always", "never"]))]
    pub color: Option<String>,
    #[arg(long, global = true, value_name = "LANG", value_parser = one_of(&["en", "sv", "id"]))]
    pub lang: Option<String>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
    #[arg(short = 'h', long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
}

/// The commands, in the order of help: the way a person comes to know them.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    Init(init::Init),
    List(list::List),
    Code(code::Take),
    Show(show::Show),
    Add(Box<add::Add>),
    Edit(Box<edit::Edit>),
    Rm(rm::Rm),
    Trash(trash::Trash),
    Group(group::Group),
    Pin(pin::Pin),
    Protect(protect::Protect),
    Import(import::Import),
    Export(export::Export),
    Passwd(passwd::Passwd),
    Words(words::Words),
    Keystore(keystore::Keystore),
    Backup(backup::Backup),
    Restore(Box<restore::Restore>),
    SignIn(Box<sign_in::SignIn>),
    SignOut(sign_out::SignOut),
    Doctor,
    Help(topic::Help),
    Completions(completions::Completions),
    Man(man::Man),
}

/// A file descriptor.
pub(in crate::cli) fn descriptor() -> clap::builder::RangedI64ValueParser<i32> {
    clap::value_parser!(i32).range(0..)
}

/// One of these words.
pub(in crate::cli) fn one_of(words: &'static [&'static str]) -> PossibleValuesParser {
    PossibleValuesParser::new(words)
}
