//! A dangerous act waits for a yes. The question says what will be gone, and what will not.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::{AccountId, TRASH_DAYS};
use crate::text::Text;
use crate::tui::home::{Home, Question, Then};
use crate::tui::keymap::Context;
use crate::tui::screens::Seen;
use crate::tui::theme::Role;
use crate::tui::widgets::line::{put_lines, wrap};
use crate::tui::widgets::{footer, panel};

/// The columns of the panel.
const WIDTH: u16 = 60;

/// Draws the question over what it is about.
pub fn view(home: &Home, question: Question, seen: Seen<'_>, screen: Rect, buffer: &mut Buffer) {
    let (title, text) = asked(home, question);
    let width = WIDTH.min(screen.width.saturating_sub(2));
    let lines = wrap(&seen.words.say(&text), width.saturating_sub(6));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let size = (width, rows.saturating_add(6));
    let inside = panel::draw(buffer, screen, size, &seen.words.line(title), seen.theme());
    put_lines(buffer, inside, inside.y, &lines, seen.style(Role::Text));
    let row = Rect {
        x: inside.x.saturating_sub(1),
        y: inside.bottom().saturating_sub(1),
        width: inside.width + 2,
        height: 1,
    };
    footer::draw(buffer, row.intersection(screen), &[Context::Question], seen.words, seen.desk, &());
}

fn asked(home: &Home, question: Question) -> (&'static str, Text) {
    match question {
        Question::AcceptOlder { by } => ("tui-ask-older", Text::new("tui-ask-older-about").number("by", by)),
        Question::BackUp(doubt) => ("tui-ask-back-up", Text::new("tui-ask-back-up-about").text("doubt", doubt.text())),
        Question::KeepBeside(_) => ("tui-ask-beside", Text::new("tui-ask-beside-about")),
        Question::Delete(id) => ("tui-ask-delete", named(home, id, "tui-ask-delete-about").number("days", TRASH_DAYS)),
        Question::DeleteMarked => ("tui-ask-delete-many", many(home).number("days", TRASH_DAYS)),
        Question::DropForm => ("tui-ask-drop-form", Text::new("tui-ask-drop-form-about")),
        Question::RemoveCode { id, place } => {
            ("tui-ask-remove-code", named(home, id, "tui-ask-remove-code-about").number("number", place + 1))
        }
        Question::Erase(id) => ("tui-ask-erase", named(home, id, "tui-ask-erase-about")),
        Question::SignOut => {
            let count = home.session.book().live().count();
            ("tui-ask-sign-out", Text::new("tui-ask-sign-out-about").number("count", count))
        }
        Question::TurnBackupsOff => ("tui-ask-backups-off", Text::new("tui-ask-backups-off-about")),
        Question::Unsaved(Then::SignOut) => ("tui-ask-sign-out", Text::new("tui-ask-lock-about")),
        Question::TakeBack { removed, restored } => ("tui-ask-take-back", taken_back(removed, restored)),
        Question::Unsaved(Then::End(_)) => ("tui-ask-leave", Text::new("tui-ask-leave-about")),
        Question::Unsaved(Then::Lock | Then::LockAndSuspend) => ("tui-ask-lock", Text::new("tui-ask-lock-about")),
    }
}

/// The names of the first that are marked, and how many more there are.
fn many(home: &Home) -> Text {
    const NAMED: usize = 5;
    let marked = home.accounts.marked();
    let titles = home.session.book().live().filter(|account| marked.contains(&account.id));
    let names: Vec<&str> = titles.take(NAMED).map(crate::account::Account::title).collect();
    let text = Text::new(if marked.len() > NAMED { "tui-ask-delete-many-more" } else { "tui-ask-delete-many-about" });
    let text = text.number("count", marked.len()).word("accounts", names.join(", "));
    if marked.len() > NAMED { text.number("more", marked.len() - NAMED) } else { text }
}

/// What goes, and what is as it was again, where there is something.
fn taken_back(removed: usize, restored: usize) -> Text {
    let gone = Text::new("tui-ask-take-back-about").number("removed", removed);
    match restored {
        0 => gone,
        _ => Text::new("tui-ask-take-back-both").text("first", gone).number("restored", restored),
    }
}

fn named(home: &Home, id: AccountId, text: &'static str) -> Text {
    let account = home.session.book().get(id);
    let issuer = account.map(|account| account.title().to_owned()).unwrap_or_default();
    let name = account.filter(|account| !account.issuer.is_empty()).map(|account| account.name.as_str().to_owned());
    match name.filter(|name| !name.is_empty()) {
        None => Text::new(text).word("account", issuer),
        Some(name) => Text::new(text).word("account", format!("{issuer} ({name})")),
    }
}
