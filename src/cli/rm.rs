//! `pulih rm`: accounts into the trash, from where they can be brought back.

use serde_json::Value;

use crate::account::{Account, AccountId, TRASH_DAYS};
use crate::cli::desk::{Desk, title};
use crate::cli::exit::{Exit, Failure};
use crate::cli::json;
use crate::cli::open::open;
use crate::ops::{Session, accounts};
use crate::text::Text;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Rm {
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
}

impl Rm {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open(desk)?;
        let (ids, _) = desk.change(&mut session, |desk, session| self.deleted(desk, session))?;
        let gone: Vec<&Account> = ids.iter().filter_map(|id| session.book().get(*id)).collect();
        if desk.out.wants_json() {
            desk.out.json(&Value::Array(gone.iter().map(|account| json::account(account, 0)).collect()))?;
        }
        for account in gone {
            desk.out.say(&Text::new("cli-rm-done").word("account", title(account)).number("days", TRASH_DAYS));
        }
        Ok(Exit::Done)
    }

    /// All are found before one is deleted.
    fn deleted(&self, desk: &Desk<'_>, session: &mut Session) -> Result<Vec<AccountId>, Failure> {
        let found = |query| desk.account(session.book(), query).map(|account| account.id);
        let ids = self.query.iter().map(|query| found(query)).collect::<Result<Vec<_>, _>>()?;
        for id in &ids {
            accounts::delete(session.book_mut(), *id, desk.world.clock.now())?;
        }
        Ok(ids)
    }
}
