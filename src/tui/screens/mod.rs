//! The screens, one file each with four parts: its state, what a key does, what an answer does, how it looks.
//! A screen decides nothing that the command line would also have to decide, and knows no other screen.

pub mod accounts;
pub mod add;
pub mod backups;
pub mod codes;
pub mod edit;
pub mod export;
pub mod first;
pub mod groups;
pub mod help;
pub mod import;
pub mod new_vault;
pub mod palette;
pub mod protect;
pub mod qr;
pub mod question;
pub mod restore;
pub mod settings;
pub mod signin;
pub mod stuck;
pub mod trash;
pub mod unlock;

use crate::tui::desk::Desk;
use crate::tui::theme::{Role, Sign, Theme};
use crate::words::Catalog;
use ratatui::style::Style;

/// What a view reads besides its state.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The shared part of the model.
    pub desk: &'a Desk,
    /// The person's language.
    pub words: &'a Catalog,
}

impl Seen<'_> {
    /// The style of a meaning.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.desk.theme.style(role)
    }

    /// A sign that the terminal can show.
    #[must_use]
    pub const fn sign(&self, sign: Sign) -> &'static str {
        self.desk.theme.sign(sign)
    }

    /// Styles and signs.
    #[must_use]
    pub const fn theme(&self) -> &Theme {
        &self.desk.theme
    }
}
