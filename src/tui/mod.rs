//! The terminal face: model, update, view, and a runtime that performs what update asks for.
//!
//! What the program can do is decided in `ops`; here it is shown and asked for.

pub mod action;
pub mod desk;
pub mod effect;
pub mod home;
mod input;
pub mod key;
pub mod keyboard;
pub mod keymap;
pub mod kinds;
pub mod model;
pub mod msg;
mod proof;
pub mod rebind;
mod run;
mod runtime;
pub mod screens;
pub mod shelf;
mod terminal;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod theme;
pub mod update;
pub mod view;
pub mod wake;
pub mod widgets;

use std::time::Duration;

use crate::config::{Codes, KeyLine};
use crate::ports::Signal;
use crate::text::Text;
use crate::words::Language;

pub use run::run;

/// How the terminal face is to start. [`Options::default`] suits a test.
#[derive(Clone, Debug)]
pub struct Options {
    /// Write to a vault that is older than the newest one this computer has seen (`--accept-older`).
    pub accept_older: bool,
    /// How long a copied code stays on the clipboard.
    pub clear_after: Duration,
    /// Whether codes are seen at once, or when asked for.
    pub codes: Codes,
    /// Show sample accounts in memory, without a file.
    pub demo: bool,
    /// Other keys than those of the table.
    pub keys: Vec<KeyLine>,
    /// The person's language.
    pub language: Language,
    /// Lock when the process is stopped by Ctrl-Z.
    pub lock_on_suspend: bool,
    /// What the terminal can show.
    pub look: Look,
    /// Listen to the mouse.
    pub mouse: bool,
    /// What is to be said of the settings file.
    pub remarks: Vec<Text>,
}

/// What the terminal can show, as the environment and the settings say.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Look {
    /// Colours may be used (`NO_COLOR` is not set).
    pub colour: bool,
    /// Characters beyond ASCII may be used (a UTF-8 locale, not the Linux console).
    pub unicode: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { colour: true, unicode: true }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            accept_older: false,
            clear_after: Duration::from_secs(20),
            codes: Codes::default(),
            demo: false,
            keys: Vec::new(),
            language: Language::default(),
            lock_on_suspend: false,
            look: Look::default(),
            mouse: true,
            remarks: Vec::new(),
        }
    }
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
