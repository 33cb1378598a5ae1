//! `pulih group`: groups, and which accounts are in them.

use std::collections::HashMap;

use clap::Subcommand;
use serde_json::{Value, json};

use crate::account::{Account, Book};
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::cli::out::Out;
use crate::ops::accounts::DeedError;
use crate::ops::{Session, groups};
use crate::secret::Private;
use crate::text::Text;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Group {
    #[command(subcommand)]
    deed: Option<Deed>,
}

#[derive(Debug, Subcommand)]
enum Deed {
    List,
    Add {
        #[arg(value_name = "GROUP")]
        group: String,
    },
    Rename {
        #[arg(value_name = "GROUP")]
        group: String,
        #[arg(value_name = "NEW")]
        new: String,
    },
    Rm {
        #[arg(value_name = "GROUP")]
        group: String,
    },
    Put {
        #[arg(value_name = "QUERY")]
        query: String,
        #[arg(value_name = "GROUP")]
        group: String,
    },
    Take {
        #[arg(value_name = "QUERY")]
        query: String,
        #[arg(value_name = "GROUP")]
        group: String,
    },
}

impl Group {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open(desk)?;
        let deed = match &self.deed {
            None | Some(Deed::List) => return show(desk, session.book()),
            Some(deed) => deed,
        };
        let (said, _) = desk.change(&mut session, |desk, session| deed.done(desk, session))?;
        if desk.out.wants_json() {
            desk.out.json(&as_json(session.book()))?;
        }
        desk.out.say(&said);
        Ok(Exit::Done)
    }
}

impl Deed {
    /// Does it; the answer says what was done.
    fn done(&self, desk: &Desk<'_>, session: &mut Session) -> Result<Text, Failure> {
        let now = desk.world.clock.now();
        match self {
            Self::List => Err(Failure::refused()),
            Self::Add { group } => changed(groups::add(session.book_mut(), group), "cli-group-added", group),
            Self::Rename { group, new } => {
                changed(groups::rename(session.book_mut(), group, new), "cli-group-renamed", new)
            }
            Self::Rm { group } => changed(groups::remove(session.book_mut(), group), "cli-group-removed", group),
            Self::Put { query, group } => {
                let id = desk.account(session.book(), query)?.id;
                changed(groups::put(session.book_mut(), id, group, now), "cli-group-put", group)
            }
            Self::Take { query, group } => {
                let id = desk.account(session.book(), query)?.id;
                changed(groups::take(session.book_mut(), id, group, now), "cli-group-taken", group)
            }
        }
    }
}

fn changed(deed: Result<(), DeedError>, said: &'static str, group: &str) -> Result<Text, Failure> {
    deed?;
    Ok(Text::new(said).word("group", group))
}

fn show(desk: &mut Desk<'_>, book: &Book) -> Result<Exit, Failure> {
    if desk.out.wants_json() {
        desk.out.json(&as_json(book))?;
        return Ok(Exit::Done);
    }
    let members = members(book);
    for group in book.groups() {
        let count = members.get(group.as_str()).map_or(0, Vec::len);
        desk.out.result(&format!("{}\t{count}", Out::word(group)))?;
    }
    Ok(Exit::Done)
}

fn as_json(book: &Book) -> Value {
    let members = members(book);
    let entry = |group: &Private| {
        let accounts: Vec<String> =
            members.get(group.as_str()).into_iter().flatten().map(|account| account.id.to_string()).collect();
        json!({"name": Out::word(group), "accounts": accounts})
    };
    Value::Array(book.groups().iter().map(entry).collect())
}

/// The live accounts of each group that has some.
fn members(book: &Book) -> HashMap<&str, Vec<&Account>> {
    let mut members: HashMap<&str, Vec<&Account>> = HashMap::new();
    book.memberships().for_each(|(group, account)| members.entry(group).or_default().push(account));
    members
}
