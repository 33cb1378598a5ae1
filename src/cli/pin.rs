//! `pulih pin`: keeps an account on top, or lets it go.

use crate::cli::desk::{Desk, title};
use crate::cli::exit::{Exit, Failure};
use crate::cli::json;
use crate::cli::open::open;
use crate::ops::accounts;
use crate::text::Text;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Pin {
    #[arg(value_name = "QUERY")]
    query: String,
    #[arg(long)]
    off: bool,
}

impl Pin {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open(desk)?;
        let (id, _) = desk.change(&mut session, |desk, session| {
            let id = desk.account(session.book(), &self.query)?.id;
            accounts::pin(session.book_mut(), id, !self.off, desk.world.clock.now())?;
            Ok(id)
        })?;
        let Some(account) = session.book().get(id) else { return Ok(Exit::Done) };
        if desk.out.wants_json() {
            desk.out.json(&json::account(account, json::order(session.book(), id)))?;
        }
        let said = Text::new(if self.off { "cli-unpinned" } else { "cli-pinned" });
        desk.out.say(&said.word("account", title(account)));
        Ok(Exit::Done)
    }
}
