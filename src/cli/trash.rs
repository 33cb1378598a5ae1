//! `pulih trash`: what was deleted: look at it, bring it back, remove it for good.

use clap::Subcommand;
use serde_json::{Value, json};

use crate::cli::desk::{Desk, title};
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::cli::{json as wire, list};
use crate::ops::accounts;
use crate::text::Text;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Trash {
    #[command(subcommand)]
    deed: Option<Deed>,
}

#[derive(Debug, Subcommand)]
enum Deed {
    List,
    Restore {
        #[arg(value_name = "QUERY")]
        query: String,
    },
    Empty {
        #[arg(long)]
        yes: bool,
    },
}

impl Trash {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        match self.deed.unwrap_or(Deed::List) {
            Deed::List => show(desk),
            Deed::Restore { query } => restore(desk, &query),
            Deed::Empty { yes } => empty(desk, yes),
        }
    }
}

fn show(desk: &mut Desk<'_>) -> Result<Exit, Failure> {
    let session = open(desk)?;
    let trash = session.book().trash();
    if desk.out.wants_json() {
        let with_time = |(order, account)| {
            let mut value = wire::account(account, order);
            wire::put(&mut value, "trashed", account.trashed.map(crate::moment::Moment::unix));
            value
        };
        desk.out.json(&Value::Array(trash.enumerate().map(with_time).collect()))?;
    } else {
        list::table(desk.out, trash)?;
    }
    Ok(Exit::Done)
}

fn restore(desk: &mut Desk<'_>, query: &str) -> Result<Exit, Failure> {
    let mut session = open(desk)?;
    let (id, _) = desk.change(&mut session, |desk, session| {
        let id = desk.trashed(session.book(), query)?;
        accounts::bring_back(session.book_mut(), id)?;
        Ok(id)
    })?;
    let Some(account) = session.book().get(id) else { return Ok(Exit::Done) };
    if desk.out.wants_json() {
        desk.out.json(&wire::account(account, wire::order(session.book(), id)))?;
    }
    desk.out.say(&Text::new("cli-restored").word("account", title(account)));
    Ok(Exit::Done)
}

fn empty(desk: &mut Desk<'_>, yes: bool) -> Result<Exit, Failure> {
    let mut session = open(desk)?;
    let count = session.book().trash().count();
    if count > 0 {
        desk.confirm(yes, "--yes", &Text::new("ask-empty-trash").number("count", count))?;
    }
    let gone = accounts::empty_trash(session.book_mut());
    if gone > 0 {
        desk.save(&mut session)?;
    }
    if desk.out.wants_json() {
        desk.out.json(&json!({"removed": gone}))?;
    }
    desk.out.say(&Text::new("cli-trash-emptied").number("count", gone));
    Ok(Exit::Done)
}
