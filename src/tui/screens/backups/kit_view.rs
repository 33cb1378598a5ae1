//! How the recovery kit looks: the words in three columns, and below them what to do with them.

use ratatui::layout::Rect;

use crate::ops::kit::Form;
use crate::text::Text;
use crate::tui::screens::backups::kit::{Flow, ROWS, Step};
use crate::tui::theme::Role;
use crate::tui::widgets::line::{fit, put};
use crate::tui::widgets::page::Page;
use crate::tui::widgets::sheet;

/// The words stand in so many columns, counted downwards, as on the page.
const COLUMNS: usize = 3;

/// The columns that a word takes with its number: the longest has eight letters.
const WORD: u16 = 12;

/// Draws it. The passphrase is drawn by its own part.
pub(super) fn view(page: &mut Page<'_>, flow: &Flow) {
    match &flow.step {
        Step::Ask(done, field) => {
            page.line("tui-kit-ask-about", Role::Text);
            page.gap();
            let asked = Text::new("tui-kit-ask").number("place", flow.asked(*done)).number("done", done + 1);
            let asked = page.seen.words.say(&asked);
            page.say(&asked, Role::Accent);
            let row = page.row();
            sheet::secret(page.buffer, row, field, true, page.seen.theme());
        }
        Step::Proof(_) => {}
        Step::Save(form, path) => {
            let about = if *form == Form::Svg { "tui-kit-save-drawing" } else { "tui-kit-save-text" };
            page.line(about, Role::Selection);
            page.line("tui-kit-save-about", Role::Text);
            page.gap();
            page.line("tui-kit-path", Role::Accent);
            let row = page.row();
            sheet::plain(page.buffer, row, path, true, page.seen.theme());
        }
        Step::Shown(chosen) => shown(page, flow, *chosen),
        Step::Words(field) => {
            page.line("tui-kit-type", Role::Selection);
            page.line("tui-kit-type-about", Role::Text);
            page.gap();
            let row = page.row();
            sheet::secret(page.buffer, row, field, true, page.seen.theme());
        }
    }
}

fn shown(page: &mut Page<'_>, flow: &Flow, chosen: usize) {
    let is_low = page.area.height <= 12;
    if flow.is_kept {
        page.line("tui-kit-kept", Role::Ok);
    } else if !is_low {
        page.line("tui-kit-about", Role::Text);
        page.line("tui-kit-warning", Role::Warn);
    }
    page.gap();
    if let Some(kit) = &flow.kit {
        words(page, &kit.words().expose());
    }
    page.gap();
    let first = if flow.is_kept { "tui-kit-done" } else { "tui-kit-ask-me" };
    let rows = [first, "tui-kit-save-drawing", "tui-kit-save-text"];
    page.list(ROWS, chosen, 3, &mut |page, at, row| {
        let said = rows.get(at).map(|id| page.seen.words.line(id)).unwrap_or_default();
        let role = if at == chosen { Role::Selection } else { Role::Text };
        put(page.buffer, row, row.x, row.y, &fit(&said, row.width, "…"), page.seen.style(role));
    });
}

fn words(page: &mut Page<'_>, words: &[&'static str]) {
    let down = words.len().div_ceil(COLUMNS);
    let wide = (page.area.width / 3).clamp(WORD, 2 * WORD);
    for row in 0..down {
        let line = page.row();
        for (column, at) in (0u16..).zip((row..words.len()).step_by(down)) {
            let x = line.x + column * wide;
            let cell = Rect { x, width: wide.min(line.right().saturating_sub(x)), ..line };
            let number = format!("{:>2} ", at + 1);
            let x = put(page.buffer, cell, cell.x, cell.y, &number, page.seen.style(Role::Muted));
            put(page.buffer, cell, x, cell.y, words.get(at).unwrap_or(&""), page.seen.style(Role::Selection));
        }
    }
}
