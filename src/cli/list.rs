//! `pulih list`: the accounts, with what they need; never a secret.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::account::Account;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::json;
use crate::cli::open::open;
use crate::cli::out::{Out, Paint};
use crate::ops::groups;
use crate::text::{Text, fold};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct List {
    #[arg(value_name = "QUERY")]
    query: Option<String>,
    #[arg(long, value_name = "G")]
    group: Option<String>,
}

impl List {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        if self.group.as_deref().is_some_and(|group| group.trim().is_empty()) {
            let what = Text::new("err-usage-no-value").word("arg", "--group");
            return Err(Failure::new(Exit::Usage, what, Text::new("fix-cli-group-named")));
        }
        let session = open(desk)?;
        let group = self.group.as_deref().map(|group| groups::find(session.book(), group)).transpose()?;
        let query = fold(self.query.as_deref().unwrap_or_default().trim());
        let accounts: Vec<(usize, &Account)> = session
            .book()
            .live()
            .enumerate()
            .filter(|(_, account)| group.is_none_or(|group| account.groups.contains(group)))
            .filter(|(_, account)| matches(account, &query))
            .collect();
        if desk.out.wants_json() {
            let accounts = accounts.into_iter().map(|(order, account)| json::account(account, order)).collect();
            desk.out.json(&Value::Array(accounts))?;
        } else {
            table(desk.out, accounts.into_iter().map(|(_, account)| account))?;
        }
        Ok(Exit::Done)
    }
}

/// Whether an account has the folded query in its issuer, its name, both with a colon between, or a group.
fn matches(account: &Account, query: &str) -> bool {
    let full = format!("{}:{}", fold(&account.issuer), fold(&account.name));
    full.contains(query) || account.groups.iter().any(|group| fold(group).contains(query))
}

/// Rows of issuer, name, kind of code, state and groups: in columns for the eye, with tabs for a pipe.
pub(in crate::cli) fn table<'a>(out: &mut Out, accounts: impl Iterator<Item = &'a Account>) -> Result<(), Failure> {
    let rows: Vec<[String; 5]> = accounts.map(|account| row(out, account)).collect();
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..5).map(|column| width(column).unwrap_or(0)).collect();
    for row in &rows {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| padded(out, cell, *width)).collect();
        let line = cells.join(if out.is_for_the_eye() { "  " } else { "\t" });
        let line = out.paint(line.trim_end(), paint_of(row));
        out.result(&line)?;
    }
    Ok(())
}

fn row(out: &Out, account: &Account) -> [String; 5] {
    let groups: Vec<String> = account.groups.iter().map(|group| Out::word(group)).collect();
    let type_name = json::type_name(account).unwrap_or_default().to_owned();
    [Out::word(&account.issuer), Out::word(&account.name), type_name, state(out, account), groups.join(", ")]
}

/// What a row says of an account that needs the person; empty where it needs nothing.
fn state(out: &Out, account: &Account) -> String {
    account.badge().map(|badge| out.words().say(&badge.text())).unwrap_or_default()
}

fn paint_of(row: &[String; 5]) -> Option<Paint> {
    let [_, _, _, state, _] = row;
    (!state.is_empty()).then_some(Paint::Badge)
}

fn padded(out: &Out, cell: &str, width: usize) -> String {
    let gap = if out.is_for_the_eye() { width.saturating_sub(cell.width()) } else { 0 };
    format!("{cell}{}", " ".repeat(gap))
}
