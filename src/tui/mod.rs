//! The terminal face: model, update, view, and a runtime that performs what update asks for.
//!
//! What the program can do is decided in `ops`; here it is shown and asked for.

pub mod action;
pub mod backing;
pub mod context;
pub mod desk;
pub mod effect;
pub mod errand;
pub mod ground;
pub mod home;
mod input;
pub mod key;
pub mod keyboard;
pub mod keymap;
pub mod kinds;
pub mod kit;
pub mod look;
pub mod model;
pub mod mouse;
pub mod msg;
mod proof;
pub mod rebind;
mod run;
mod runtime;
mod runtime_backup;
mod runtime_restore;
pub mod screens;
pub mod shelf;
mod terminal;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod theme;
pub mod undo;
pub mod update;
pub mod view;
mod visiting;
pub mod wake;
pub mod widgets;

use std::path::PathBuf;

use crate::config::Config;
use crate::ports::Signal;
use crate::text::Text;
use crate::tui::look::Facts;
use crate::words::Language;

pub use run::run;

/// How the terminal face is to start. [`Options::default`] suits a test.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Write to a vault that is older than the newest one this computer has seen (`--accept-older`).
    pub accept_older: bool,
    /// What the person has settled.
    pub config: Config,
    /// Show sample accounts in memory, without a file.
    pub demo: bool,
    /// What is known of the terminal.
    pub facts: Facts,
    /// The person's language.
    pub language: Language,
    /// What is to be said of the settings file.
    pub remarks: Vec<Text>,
    /// The settings file, where changes may be written to it.
    pub settings: Option<PathBuf>,
}

/// Why the terminal face ended otherwise than by the person leaving. The terminal is given back in each case.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A signal ended it.
    #[error("ended by {0:?}")]
    Signal(Signal),
    /// The terminal cannot be used.
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] std::io::Error),
}
