//! What a flag alone says of accounts, before a step is taken: whom it is said of, whether it can be said of them, and that a
//! service takes the codes again that it refused.

use crate::account::{Account, AccountId};
use crate::cli::desk::{Desk, title};
use crate::cli::exit::{Exit, Failure};
use crate::cli::sign_in::SignIn;
use crate::moment::Moment;
use crate::ops::{Session, to_do};
use crate::signin::{Keep, Standing, standing};
use crate::text::Text;

impl SignIn {
    /// What is said is said of somebody: without an account the list alone is wanted.
    pub(super) fn check_named(&self) -> Result<(), Failure> {
        let Self { password_fd, contact_fd, device, correct_clock, time_server, letter, refused, .. } = self;
        let has_answer = password_fd.is_some() || contact_fd.is_some() || time_server.is_some();
        let is_said = has_answer || *device || *correct_clock || *letter || *refused || self.needs_turn();
        if !is_said || self.all || !self.account.is_empty() {
            return Ok(());
        }
        let what = Text::new("err-usage-missing").word("arg", "ACCOUNT");
        Err(Failure::new(Exit::Usage, what, Text::new("fix-cli-signin-whom")))
    }

    /// Whether something is said that only fits an account on its way.
    const fn needs_turn(&self) -> bool {
        let Self { accepted, codes_fd, key_fd, old_key, qr, waiting_until, .. } = self;
        *accepted || *old_key || codes_fd.is_some() || key_fd.is_some() || qr.is_some() || waiting_until.is_some()
    }

    /// What is said of an account that needs nothing would be passed over: of one among several that is told, of all it
    /// is refused.
    pub(super) fn check_turns(
        &self,
        desk: &mut Desk<'_>,
        session: &Session,
        wanted: &[AccountId],
        now: Moment,
    ) -> Result<(), Failure> {
        if self.all || self.refused || !self.needs_turn() {
            return Ok(());
        }
        let named = wanted.iter().filter_map(|id| session.book().get(*id));
        let idle: Vec<&Account> = named.filter(|account| self.passes_over(account, now)).collect();
        let what = |account: &Account| Text::new("err-cli-signin-no-turn").word("account", title(account));
        let fix = Text::new("fix-cli-signin-no-turn");
        match idle.first() {
            Some(first) if idle.len() == wanted.len() => Err(Failure::new(Exit::NotDone, what(first), fix)),
            _ => {
                idle.iter().for_each(|account| desk.out.remark(&what(account), Some(&fix)));
                Ok(())
            }
        }
    }

    /// That a code was accepted may be said twice.
    fn passes_over(&self, account: &Account, now: Moment) -> bool {
        match standing(account, now) {
            Standing::Done => !(self.accepted && account.accepted.is_some()) || self.brings_something(),
            Standing::Untried => self.waiting_until.is_some(),
            _ => false,
        }
    }

    const fn brings_something(&self) -> bool {
        let Self { codes_fd, key_fd, qr, .. } = self;
        codes_fd.is_some() || key_fd.is_some() || qr.is_some()
    }

    /// The service takes the codes that it refused: with nothing new that this would be said of, it is said of the key that
    /// is here.
    pub(super) fn keep_accepted(
        &self,
        desk: &mut Desk<'_>,
        session: &mut Session,
        wanted: &[AccountId],
        now: Moment,
    ) -> Result<(), Failure> {
        if !self.accepted || self.all || self.brings_something() || self.time_server.is_some() {
            return Ok(());
        }
        let is_refused = |id: &&AccountId| session.book().get(**id).is_some_and(|account| account.refused.is_some());
        let refused: Vec<AccountId> = wanted.iter().filter(is_refused).copied().collect();
        if refused.is_empty() {
            return Ok(());
        }
        for id in refused {
            to_do::keep(session.book_mut(), id, &Keep::Accepted, now)?;
        }
        desk.save(session).map(drop)
    }

    /// Whether nothing was asked for but to note that codes are refused: what is left to do then is no mistake.
    pub(super) const fn is_mark_alone(&self) -> bool {
        self.refused && !self.brings_something()
    }
}
