//! The text for an administrator: shown, copied, written into a file.

use crate::account::SignInProgress;
use crate::ops::letter;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, both};
use crate::tui::effect::Effect;
use crate::tui::home::Home;
use crate::tui::screens::signin::{State, choices, with};
use crate::tui::theme::Role;
use crate::tui::widgets::field::Field;

/// Where it goes unless the person says otherwise.
const FILE: &str = "~/pulih-for-the-administrator.txt";

/// The text in front.
#[derive(Debug)]
pub(super) struct Letter {
    /// Its paragraphs.
    pub text: Vec<Text>,
    /// The file, as it is typed.
    pub path: Field,
    /// How many of its lines were scrolled past.
    pub top: usize,
}

/// Puts the text in front, where the account's provider cannot be used.
pub(super) fn open(state: &mut State, home: &Home, desk: &Desk) {
    let Some(account) = state.account(home) else { return };
    let SignInProgress::Stuck { why, .. } = account.progress else { return };
    let text = letter::for_administrator(account, choices::provider(account, desk), why);
    state.letter = Some(Letter { text, path: Field::with(FILE), top: 0 });
}

/// A few lines on, or back.
pub(super) const fn scroll(letter: &mut Letter, action: Action) {
    letter.top = match action {
        Action::Down => letter.top + 1,
        Action::PageDown => letter.top + 5,
        Action::PageUp => letter.top.saturating_sub(5),
        Action::Up => letter.top.saturating_sub(1),
        _ => letter.top,
    };
}

/// To the clipboard.
pub(super) fn copy(letter: &Letter, desk: &mut Desk) {
    let text = letter.text.clone();
    desk.ask(|ticket| Effect::CopyLetter(ticket, text));
}

/// Into the file.
pub(super) fn save(letter: &Letter, desk: &mut Desk) {
    let (text, path) = (letter.text.clone(), std::path::PathBuf::from(letter.path.text().trim()));
    desk.ask(|ticket| Effect::SaveLetter(ticket, text, path));
}

/// It lies there, or not.
pub fn letter_saved(
    home: &mut Home,
    answer: Result<std::path::PathBuf, crate::ops::export::ExportError>,
    desk: &mut Desk,
) {
    with(home, |state, _| match answer {
        Err(error) => state.said = Some(both(&error)),
        Ok(path) => {
            state.letter = None;
            let said = Text::new("tui-signin-letter-saved").word("path", path.display().to_string());
            desk.notice(said, Role::Toast, 3 * crate::tui::desk::NOTICE);
        }
    });
}
