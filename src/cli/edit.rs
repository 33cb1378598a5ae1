//! `pulih edit`: changes names, note, kind or key of an account. What is not given stays.

use crate::account::{AccountId, Kind, Protection};
use crate::cli::add::kinds;
use crate::cli::args::descriptor;
use crate::cli::desk::{Desk, title};
use crate::cli::exit::{Exit, Failure};
use crate::cli::json;
use crate::cli::open::open;
use crate::cli::protect;
use crate::ops::Session;
use crate::ops::accounts::{self, Change, DeedError};
use crate::otp::uri::{self, UriKey};
use crate::otp::{Counter, OtpParams, Pin};
use crate::secret::Private;
use crate::text::Text;

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("change").multiple(true))]
pub(in crate::cli) struct Edit {
    #[arg(value_name = "QUERY")]
    query: String,
    #[arg(long, value_name = "TEXT", group = "change")]
    issuer: Option<String>,
    #[arg(long, value_name = "TEXT", group = "change")]
    name: Option<String>,
    #[arg(long, value_name = "TEXT", group = "change")]
    note: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = kinds(), group = "change")]
    kind: Option<String>,
    #[arg(long, value_name = "N", group = "change")]
    counter: Option<u64>,
    #[arg(long, value_name = "N", value_parser = descriptor(), group = "change", conflicts_with = "counter")]
    uri_fd: Option<i32>,
    #[arg(long, value_name = "N", value_parser = descriptor(), requires = "uri_fd")]
    pin_fd: Option<i32>,
}

impl Edit {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        if self.is_empty() {
            let (what, fix) = (Text::new("err-cli-edit-nothing"), Text::new("fix-cli-edit-nothing"));
            return Err(Failure::new(Exit::Usage, what, fix));
        }
        let mut session = open(desk)?;
        // Before anything is asked for, whether there is such an account.
        desk.account(session.book(), &self.query)?;
        let key = self.new_key(desk)?;
        let ((id, was), _) = desk.change(&mut session, |desk, session| self.changed(desk, session, key.as_ref()))?;
        let Some(account) = session.book().get(id) else { return Ok(Exit::Done) };
        if desk.out.wants_json() {
            desk.out.json(&json::account(account, json::order(session.book(), id)))?;
        }
        desk.out.say(&Text::new("cli-edited").word("account", title(account)));
        if self.kind.is_some() {
            protect::tell_of_kind(desk, &session, account, was);
        }
        Ok(Exit::Done)
    }

    /// Whether nothing is to change.
    const fn is_empty(&self) -> bool {
        let Self { query: _, issuer, name, note, kind, counter, uri_fd, pin_fd: _ } = self;
        let texts = issuer.is_none() && name.is_none() && note.is_none() && kind.is_none();
        texts && counter.is_none() && uri_fd.is_none()
    }

    /// Changes the account. Which it is, and what a backup carried of it before.
    fn changed(
        &self,
        desk: &Desk<'_>,
        session: &mut Session,
        key: Option<&OtpParams>,
    ) -> Result<(AccountId, Protection), Failure> {
        let account = desk.account(session.book(), &self.query)?;
        let (id, was, counted) = (account.id, account.protection, self.counted(account.params().ok())?);
        let text = |given: &Option<String>| given.as_deref().map(Private::from);
        let change = Change {
            issuer: text(&self.issuer),
            name: text(&self.name),
            note: text(&self.note),
            kind: self.kind.as_deref().and_then(Kind::from_name),
            params: key.map(OtpParams::duplicate),
        };
        accounts::edit(session.book_mut(), id, change, desk.world.clock.now())?;
        if let Some(counter) = counted {
            accounts::set_counter(session.book_mut(), id, counter)?;
        }
        Ok((id, was))
    }

    /// The counter that was asked for, if the account has one.
    fn counted(&self, params: Option<&OtpParams>) -> Result<Option<Counter>, Failure> {
        let Some(wanted) = self.counter else { return Ok(None) };
        if params.and_then(OtpParams::counter).is_none() {
            let what = Text::new("err-cli-no-counter");
            return Err(Failure::new(Exit::NotDone, what, Text::new("fix-cli-no-counter")));
        }
        Ok(Some(Counter::new(wanted).map_err(DeedError::Range)?))
    }

    fn new_key(&self, desk: &Desk<'_>) -> Result<Option<OtpParams>, Failure> {
        let Some(fd) = self.uri_fd else { return Ok(None) };
        let text = desk.world.console.line_from_fd(fd)?;
        let account = uri::read(text.trim()).map_err(|refusal| Failure::of(Exit::Damaged, &refusal.why))?;
        match account.key {
            UriKey::Ready(params) => Ok(Some(params)),
            UriKey::NeedsPin(key) => {
                let pin = desk.secret(self.pin_fd, "--pin-fd", &Text::new("ask-pin"))?;
                Ok(Some(key.with_pin(Pin::new(&pin).map_err(DeedError::Key)?)))
            }
        }
    }
}
