//! The steps of the wizard as they are drawn.

use ratatui::layout::Rect;

use crate::account::{Account, Book};
use crate::backup::{ComesBack, Fit, Listed, set_name};
use crate::moment::Moment;
use crate::restore::merge::{MergeRow, Standing};
use crate::restore::{Step, Way, comes_back, said_of};
use crate::text::{Text, clean_line};
use crate::tui::screens::restore::{State, page, place, ready, stuck, trouble};
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::line::{fit, put, put_right};
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{progress, sheet};

/// Draws the step.
pub(super) fn view(page: &mut Page<'_>, state: &State, book: Option<&Book>) {
    if let Some(stuck) = state.stuck {
        return stuck::view(page, state, stuck);
    }
    match state.wizard.step() {
        Step::Before => before(page, state),
        Step::Where => place(page, state),
        Step::Which => which(page, state),
        Step::Account => account(page, state),
        Step::Preview => preview(page, state),
        Step::Passphrase => passphrase(page, state),
        Step::Restoring => page.line("tui-restore-writing", Role::Text),
        Step::Done => done(page, state, book),
    }
}

fn before(page: &mut Page<'_>, state: &State) {
    page.line(page::name(Step::Before), Role::Selection);
    let ways = state.wizard.ways();
    page.line(if ways.len() > 1 { "tui-restore-why-open" } else { way_why(ways.first().copied()) }, Role::Text);
    page.gap();
    page.list(ways.len(), state.chosen, 4, &mut |page, at, row| {
        let role = if at == state.chosen { Role::Selection } else { Role::Text };
        let said = ways.get(at).map(|way| page.seen.words.line(page::way_name(*way))).unwrap_or_default();
        put(page.buffer, row, row.x, row.y, &said, page.seen.style(role));
    });
    page.gap();
    match ways.get(state.chosen) {
        Some(Way::Merge) => page.line("tui-restore-merge-about", Role::Muted),
        Some(Way::Replace) => page.line("tui-restore-replace-about", Role::Muted),
        _ => {}
    }
    page.gap();
    ready::view(page, state);
}

const fn way_why(way: Option<Way>) -> &'static str {
    match way {
        Some(Way::Replace) => "tui-restore-why-locked",
        _ => "tui-restore-why-new",
    }
}

fn place(page: &mut Page<'_>, state: &State) {
    place::view(page, state);
    said(page, state, "tui-restore-looking", "tui-restore-where-hint");
}

/// What went wrong; what is being done, once it takes its time; or a hint.
fn said(page: &mut Page<'_>, state: &State, busy: &'static str, hint: &'static str) {
    let trouble = trouble(state).filter(|_| !state.is_turned || state.said.is_some());
    match (trouble, state.wizard.is_busy()) {
        (_, true) if state.slow_in(page.seen.desk.tick).is_some() => {}
        (_, true) => {
            let says = page.seen.words.line(busy);
            let done = state.work.as_ref().and_then(|work| work.progress);
            let row = page.row();
            progress::draw(page.buffer, row, &says, done, page.seen);
            page.line("tui-restore-stops", Role::Muted);
        }
        (Some(trouble), false) => {
            let said = page.seen.words.say(&trouble);
            page.say(&said, Role::Warn);
        }
        (None, false) => page.line(hint, Role::Muted),
    }
}

fn which(page: &mut Page<'_>, state: &State) {
    page.line("tui-restore-which-ask", Role::Selection);
    page.line("tui-restore-unverified", Role::Muted);
    let files = state.wizard.listed();
    let but = if trouble(state).is_some() { 5 } else { 3 };
    let rows = page.rest(but);
    page.list(files.len(), state.chosen, rows, &mut |page, at, row| {
        if let Some(file) = files.get(at) {
            file_row(page, state, file, at == state.chosen, row);
        }
    });
    page.gap();
    said(page, state, "tui-restore-looking", "tui-restore-which-hint");
}

fn file_row(page: &mut Page<'_>, state: &State, file: &Listed, is_chosen: bool, row: Rect) {
    let is_useless = state.wizard.is_useless(&file.name);
    let fit_text = match file.fit(state.wizard.running()) {
        _ if is_useless => Text::new("restore-fit-useless"),
        Fit::Damaged => Text::new("restore-fit-damaged"),
        Fit::Fits => Text::new("restore-fit-fits"),
        Fit::NotRead => Text::new("restore-fit-not-read"),
        Fit::OtherDevice(device) => Text::new("restore-fit-other").text("device", device.text()),
        Fit::TooNew => Text::new("restore-fit-too-new"),
    };
    let fits = !is_useless && file.fit(state.wizard.running()) == Fit::Fits;
    let role = match (is_chosen, fits) {
        (true, _) => Role::Selection,
        (false, true) => Role::Text,
        (false, false) => Role::Muted,
    };
    let set = file.set().map(set_name).unwrap_or_default();
    let when = file.created().map(Moment::minute).unwrap_or_else(|| file.name.as_str().to_owned());
    let said = page.seen.words.say(&fit_text);
    let right = put_right(
        page.buffer,
        row,
        row.right(),
        row.y,
        &said,
        page.seen.style(if fits { Role::Ok } else { Role::Badge }),
    );
    let left = format!("{when}  {set}  {} KiB", file.size.div_ceil(1024));
    let left = fit(&left, right.saturating_sub(row.x + 1), page.seen.sign(Sign::More));
    put(page.buffer, row, row.x, row.y, &left, page.seen.style(role));
}

fn account(page: &mut Page<'_>, state: &State) {
    let is_busy = state.wizard.is_busy();
    if state.has_words {
        page.line("tui-restore-words-ask", Role::Selection);
        page.gap();
        let row = page.row();
        sheet::secret(page.buffer, row, &state.words, !is_busy, page.seen.theme());
    } else if state.is_vault() {
        page.line("tui-restore-vault-ask", Role::Selection);
        page.gap();
        let row = page.row();
        sheet::secret(page.buffer, row, &state.password, !is_busy, page.seen.theme());
    } else {
        page.line("tui-restore-account-ask", Role::Selection);
        page.gap();
        page.line("tui-restore-account-name", if state.is_second { Role::Muted } else { Role::Accent });
        let row = page.row();
        sheet::plain(page.buffer, row, &state.name, !state.is_second && !is_busy, page.seen.theme());
        page.line("tui-restore-account-password", if state.is_second { Role::Accent } else { Role::Muted });
        let row = page.row();
        sheet::secret(page.buffer, row, &state.password, state.is_second && !is_busy, page.seen.theme());
    }
    page.gap();
    let hint = match (state.has_words, state.is_vault()) {
        (true, _) => "tui-restore-words-hint",
        (false, true) => "tui-restore-vault-hint",
        (false, false) => "tui-restore-account-hint",
    };
    said(page, state, "tui-restore-opening", hint);
    // What was looked for and tried, so that a wrong account can be seen. What the face itself says was no try.
    let was_tried = state.wizard.trouble().is_some() && state.said.is_none();
    if was_tried && !state.is_turned && !is_busy && !state.has_words && !state.is_vault() {
        let place = state.wizard.place().map(ToString::to_string).unwrap_or_default();
        let tried = Text::new("tui-restore-tried").word("name", state.name.text()).word("place", place);
        let tried = page.seen.words.say(&tried);
        page.say(&tried, Role::Muted);
    }
}

fn preview(page: &mut Page<'_>, state: &State) {
    let Some(incoming) = state.wizard.incoming() else { return };
    let counts = incoming.counts();
    page.line("tui-restore-preview-ask", Role::Selection);
    let when = incoming.created.map(Moment::minute).unwrap_or_default();
    let title = Text::new("tui-restore-counts")
        .number("codes", counts.codes_at_once)
        .number("signin", counts.sign_in)
        .number("add", counts.add_key);
    let said_counts = page.seen.words.say(&title);
    page.say(&format!("{when} {said_counts}"), Role::Text);
    match state.wizard.plan() {
        Some(plan) => {
            let counts = plan.counts();
            let said = Text::new("tui-restore-merge-counts")
                .number("new", counts.new + counts.fills)
                .number("same", counts.same)
                .number("changed", counts.changed + counts.trashed)
                .number("conflict", counts.conflict);
            let said = page.seen.words.say(&said);
            page.say(&said, Role::Muted);
            let rows = page.rest(2);
            page.list(plan.rows.len(), state.chosen, rows, &mut |page, at, row| {
                if let Some(entry) = plan.rows.get(at) {
                    merge_row(page, entry, at == state.chosen, row);
                }
            });
        }
        None => {
            // In the order of the three groups.
            let mut accounts: Vec<&Account> = incoming.book.live().collect();
            accounts.sort_by_key(|account| comes_back(account));
            let rows = page.rest(2);
            page.list(accounts.len(), state.chosen, rows, &mut |page, at, row| {
                if let Some(account) = accounts.get(at) {
                    grouped_row(page, account, at == state.chosen, row);
                }
            });
        }
    }
    if let Some(trouble) = trouble(state) {
        let said = page.seen.words.say(&trouble);
        page.say(&said, Role::Warn);
    }
}

/// An account with the group that it comes back in.
fn grouped_row(page: &mut Page<'_>, account: &Account, is_chosen: bool, row: Rect) {
    let group = comes_back(account);
    let role = if group == ComesBack::CodesAtOnce { Role::Ok } else { Role::Badge };
    let right = page.seen.words.line(said_of(group));
    account_row(page, account, (&right, role), is_chosen, row);
}

fn merge_row(page: &mut Page<'_>, entry: &MergeRow, is_chosen: bool, row: Rect) {
    let [standing, choice] = entry.said();
    let words = page.seen.words;
    let right = format!("{} · {}", words.line(standing), words.line(choice));
    let role = if matches!(entry.standing, Standing::Conflict(_)) { Role::Warn } else { Role::Muted };
    account_row(page, &entry.theirs, (&right, role), is_chosen, row);
}

fn account_row(page: &mut Page<'_>, account: &Account, (right, role): (&str, Role), is_chosen: bool, row: Rect) {
    let right = fit(right, row.width.saturating_sub(12), page.seen.sign(Sign::More));
    let x = put_right(page.buffer, row, row.right(), row.y, &right, page.seen.style(role));
    let name = if account.issuer.is_empty() { "" } else { account.name.as_str() };
    let title = clean_line(&format!("{}  {name}", account.title())).text;
    let title = fit(title.trim_end(), x.saturating_sub(row.x + 1), page.seen.sign(Sign::More));
    let role = if is_chosen { Role::Selection } else { Role::Text };
    put(page.buffer, row, row.x, row.y, &title, page.seen.style(role));
}

fn passphrase(page: &mut Page<'_>, state: &State) {
    page.line("tui-restore-passphrase-ask", Role::Selection);
    page.line("tui-restore-passphrase-about", Role::Text);
    page.gap();
    page.line("tui-passphrase", if state.is_second { Role::Muted } else { Role::Accent });
    let row = page.row();
    sheet::secret(page.buffer, row, &state.first, !state.is_second, page.seen.theme());
    page.line("tui-passphrase-again", if state.is_second { Role::Accent } else { Role::Muted });
    let row = page.row();
    sheet::secret(page.buffer, row, &state.second, state.is_second, page.seen.theme());
    page.gap();
    said(page, state, "tui-restore-writing", "tui-restore-passphrase-hint");
}

fn done(page: &mut Page<'_>, state: &State, book: Option<&Book>) {
    let Some(report) = state.wizard.report() else { return };
    let said = Text::new("restore-done")
        .number("restored", report.restored)
        .number("merged", report.merged)
        .number("skipped", report.skipped);
    let said = page.seen.words.say(&said);
    page.say(&said, Role::Ok);
    let left = page.seen.words.say(&report.left());
    page.say(&left, Role::Text);
    for remark in &report.remarks {
        let said = page.seen.words.say(remark);
        page.say(&said, Role::Muted);
    }
    if state.offers_backups {
        page.line("tui-restore-done-backup", Role::Text);
    }
    page.gap();
    // The to-do list: each row leads to its account.
    let rows = page.rest(2);
    page.list(report.to_do.len(), state.chosen, rows, &mut |page, at, row| {
        let Some(account) = report.to_do.get(at).and_then(|id| book?.get(*id)) else { return };
        grouped_row(page, account, at == state.chosen, row);
    });
    let hint = if report.to_do.is_empty() { "tui-restore-done-hint" } else { "tui-restore-done-hint-to-do" };
    page.line(hint, Role::Muted);
}
