//! `pulih sign-in`: brings accounts back, one or the whole list. The steps are the flow's, as on the screen; what a flag
//! does not say is asked for at the terminal.

mod marks;
mod refused;
mod visit;

use std::collections::HashSet;
use std::path::PathBuf;

use serde_json::json;

use crate::account::{Account, AccountId, ProviderTrouble, SignInProgress};
use crate::cli::args::descriptor;
use crate::cli::desk::{Desk, title};
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::cli::out::Out;
use crate::cli::sign_in::visit::visit;
use crate::ops::sign_in::{Answers, SignInError, UnlockJob, unlock_sealed};
use crate::ops::{Session, clock, letter, new_key, to_do};
use crate::provider::Person;
use crate::secret::{Private, Secret};
use crate::signin::{
    Ask, Event, Flow, Item, Keep, KeySource, NotOpened, Standing, Step, Way, contacts, items, progress, services,
};
use crate::text::{Text, Trouble};
use crate::vault::OpenError;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SignIn {
    #[arg(value_name = "ACCOUNT")]
    account: Vec<String>,
    #[arg(long, conflicts_with = "account")]
    all: bool,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    password_fd: Option<i32>,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    contact_fd: Option<i32>,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    key_fd: Option<i32>,
    #[arg(long, value_name = "FILE", conflicts_with = "key_fd")]
    qr: Option<PathBuf>,
    #[arg(long)]
    device: bool,
    #[arg(long)]
    accepted: bool,
    #[arg(long, requires = "account", conflicts_with_all = ["accepted", "all"])]
    refused: bool,
    #[arg(long, value_name = "HOST")]
    time_server: Option<String>,
    #[arg(long)]
    correct_clock: bool,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    codes_fd: Option<i32>,
    #[arg(long, conflicts_with_all = ["accepted", "refused"])]
    old_key: bool,
    #[arg(long, value_name = "DAY")]
    waiting_until: Option<String>,
    #[arg(long)]
    letter: bool,
    #[arg(long)]
    yes: bool,
}

impl SignIn {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        self.check_named()?;
        let mut session = open(desk)?;
        let now = desk.world.clock.now();
        let wanted = self.account.iter().map(|query| Ok(desk.account(session.book(), query)?.id));
        let mut wanted = wanted.collect::<Result<Vec<AccountId>, Failure>>()?;
        if self.letter {
            let listed = items(session.book(), now).into_iter().filter(|item| item.standing != Standing::Done);
            wanted.extend(listed.filter(|_| self.all).map(|item| item.id));
            return write_letters(desk, &session, &wanted);
        }
        let is_list = wanted.is_empty() && !self.all;
        if !is_list && to_do::begin(session.book_mut(), now) {
            desk.save(&mut session)?;
        }
        if self.all {
            wanted = items(session.book(), now).iter().map(|item| item.id).collect();
        }
        self.check_turns(desk, &session, &wanted, now)?;
        self.keep_accepted(desk, &mut session, &wanted, now)?;
        if self.refused {
            // Of all that were named or of none: one without a key ends it before anything is saved.
            wanted.iter().try_for_each(|id| to_do::keep(session.book_mut(), *id, &Keep::Refused, now))?;
            desk.save(&mut session)?;
        }
        let mut flow = Flow::new();
        for id in &wanted {
            match self.bring_back(desk, &mut session, &mut flow, *id) {
                // Nobody can be asked about this one; the others may need no question.
                Err(failure) if failure.exit == Exit::Usage && (wanted.len() > 1 || self.is_mark_alone()) => {
                    let account = session.book().get(*id).map(title).unwrap_or_default();
                    desk.out.remark(&Text::new("cli-signin-left").word("account", account), failure.fix.as_ref());
                    flow.on(Event::Later, session.book(), now);
                }
                done => done?,
            }
        }
        tell(desk, &session, &wanted)?;
        let needs = |id: &AccountId| session.book().get(*id).is_some_and(Account::needs_sign_in);
        match wanted.iter().filter(|id| needs(id)).count() {
            0 => Ok(Exit::Done),
            left if left < wanted.len() => Ok(Exit::Partly),
            _ => Ok(Exit::NeedsSignIn),
        }
    }

    /// Goes with one account as far as it goes.
    fn bring_back(
        &self,
        desk: &mut Desk<'_>,
        session: &mut Session,
        flow: &mut Flow,
        id: AccountId,
    ) -> Result<(), Failure> {
        self.say(desk, session, flow, Event::Choose(id))?;
        while flow.at() == Some(id) || flow.step() == Step::Same {
            if flow.step() == Step::Way {
                let account = session.book().get(id);
                let is_there = account.is_some_and(|account| desk.config.provider_for(account.title()).is_some());
                self.say(desk, session, flow, Event::Configured(is_there))?;
            }
            let event = self.next(desk, session, flow)?;
            self.say(desk, session, flow, event)?;
        }
        Ok(())
    }

    /// What is said on this step: by a flag, or by the person.
    fn next(&self, desk: &mut Desk<'_>, session: &Session, flow: &Flow) -> Result<Event, Failure> {
        let account = flow.at().and_then(|id| session.book().get(id));
        Ok(match flow.step() {
            Step::Password => {
                let what = Text::new("ask-signin-password").word("account", account.map(title).unwrap_or_default());
                Event::Password(desk.passphrase(self.password_fd, "--password-fd", &what)?)
            }
            Step::Contact => {
                let hints = account.map(contacts).unwrap_or_default().iter().map(|slot| Out::word(&slot.hint));
                let what = Text::new("ask-signin-contact").word("hints", hints.collect::<Vec<_>>().join(", "));
                let typed = desk.secret(self.contact_fd, "--contact-fd", &what)?;
                Event::Contact(0, Private::new(&typed))
            }
            Step::Same => {
                let count = flow.others(session.book()).len();
                let is_script = self.password_fd.is_some();
                let question = Text::new("ask-signin-same").number("count", count);
                Event::Same(desk.confirm(is_script || self.yes, "--yes", &question).is_ok())
            }
            Step::Way if self.waiting_until.is_some() => Event::HasWait,
            Step::Wait => Event::Until(self.waiting_until.clone().unwrap_or_default()),
            Step::Way => Event::Way(self.way(desk, account)?),
            Step::Person => Event::Person(self.is_person(desk, account, flow)?),
            Step::Key => self.key(desk, account)?,
            Step::Code => self.judge(desk, flow, account)?,
            Step::Clock => self.clock(desk, session, flow)?,
            Step::Counter => self.codes(desk)?,
            Step::List | Step::Provider | Step::Done => Event::Later,
        })
    }

    fn way(&self, desk: &Desk<'_>, account: Option<&Account>) -> Result<Way, Failure> {
        let has_key = self.key_fd.is_some() || self.qr.is_some();
        let setup = account.and_then(|account| desk.config.provider_for(account.title()));
        match (setup, self.device) {
            (Some(_), true) => Ok(Way::Code),
            (Some(_), false) if !has_key => Ok(Way::Browser),
            // Who asks for a provider is not led past it without a word.
            (None, true) if !has_key => {
                let what = Text::new("badge-about-not-configured");
                Err(Failure::new(Exit::NotDone, what, Text::new("fix-cli-signin-letter")))
            }
            _ => Ok(Way::Key),
        }
    }

    fn is_person(&self, desk: &mut Desk<'_>, account: Option<&Account>, flow: &Flow) -> Result<bool, Failure> {
        let Some((identity, how)) = flow.identity() else { return Ok(false) };
        let name = identity.names().next().unwrap_or(&identity.subject);
        let said = Text::new("tui-signin-person").word("name", Out::word(name));
        desk.out.say(&said.word("issuer", Out::word(&identity.issuer)));
        identity.report().iter().for_each(|text| desk.out.say(text));
        let row = account.map(title).unwrap_or_default();
        let id = match how {
            Person::Named => "tui-signin-person-named",
            Person::Nameless => "tui-signin-person-nameless",
            Person::Pinned => "tui-signin-person-pinned",
        };
        desk.out.say(&Text::new(id).word("row", row.clone()));
        desk.confirm(self.yes, "--yes", &Text::new("ask-signin-person").word("row", row))?;
        Ok(true)
    }

    fn key(&self, desk: &mut Desk<'_>, account: Option<&Account>) -> Result<Event, Failure> {
        if let Some(picture) = &self.qr {
            return Ok(Event::ReadKey(KeySource::Picture(picture.clone())));
        }
        if let Some(service) = account.and_then(services::of).filter(|_| self.key_fd.is_none()) {
            desk.out.say(&Text::new("tui-signin-page").word("service", service.name.clone()));
            desk.out.say(&Text::new("cli-signin-page").word("page", &service.security).word("place", &service.place));
        }
        let typed = desk.secret(self.key_fd, "--key-fd", &Text::new("ask-signin-key"))?;
        Ok(Event::Key(Secret::copied(typed.as_bytes())))
    }

    /// The code on standard output; whether the service takes it is asked where somebody can be asked.
    fn judge(&self, desk: &mut Desk<'_>, flow: &Flow, account: Option<&Account>) -> Result<Event, Failure> {
        flow.remarks().iter().for_each(|remark| desk.out.remark(remark, None));
        let is_script = self.accepted || self.password_fd.is_some() || self.key_fd.is_some() || self.qr.is_some();
        let is_timed = account.is_some_and(|account| account.params().is_ok_and(|params| params.counter().is_none()));
        if let Some(code) =
            account.filter(|_| is_timed).and_then(|account| account.code_at(desk.world.clock.now()).ok())
            && !desk.out.wants_json()
        {
            desk.out.result(code.expose())?;
        }
        if self.accepted {
            return Ok(Event::Accepted);
        }
        if self.old_key {
            let has_one = account.is_some_and(|account| !account.history.is_empty());
            let none = || Failure::new(Exit::NotDone, Text::new("err-cli-no-old-key"), Text::new("fix-cli-no-old-key"));
            return if has_one { Ok(Event::TakeBack) } else { Err(none()) };
        }
        if is_script || !desk.world.console.is_interactive() {
            return Ok(Event::Later);
        }
        match desk.agrees("--accepted", &Text::new("ask-signin-accepted")) {
            Ok(true) => Ok(Event::Accepted),
            Ok(false) => Ok(Event::Refused),
            Err(_) => Ok(Event::Later),
        }
    }

    /// Hands an event to the flow, and does what it asks of the world.
    fn say(&self, desk: &mut Desk<'_>, session: &mut Session, flow: &mut Flow, event: Event) -> Result<(), Failure> {
        let mut asks = flow.on(event, session.book(), desk.world.clock.now());
        while let Some(ask) = asks.pop() {
            let answer = self.done(desk, session, ask)?;
            asks = flow.on(answer, session.book(), desk.world.clock.now());
        }
        // A command is not asked twice: what does not fit ends it.
        match flow.trouble() {
            Some(trouble) => Err(Failure::of(Exit::NotDone, trouble)),
            None => Ok(()),
        }
    }

    fn done(&self, desk: &mut Desk<'_>, session: &mut Session, ask: Ask) -> Result<Event, Failure> {
        Ok(match ask {
            Ask::Keep(round, id, keep) => {
                let kept = to_do::keep(session.book_mut(), id, &keep, desk.world.clock.now());
                kept?;
                desk.save(session)?;
                Event::Kept(round, Ok(()))
            }
            Ask::Open(round, id, password, contact) => {
                let opened = unlock_sealed(session, desk.world, id, &password, &contact);
                if let Err(error) = opened {
                    return Err(Failure::of(exit(&error), &error));
                }
                desk.save(session)?;
                Event::Opened(round, Ok::<(), NotOpened>(()))
            }
            Ask::OpenRest(round, ids, password, contact) => {
                let job = UnlockJob::for_the_rest(session, &ids, Answers { password, contact });
                let kept = job.run().keep(session, desk.world);
                let (opened, _) = kept.map_err(|error| Failure::of(exit(&error), &error))?;
                desk.save(session)?;
                Event::OpenedRest(round, opened)
            }
            Ask::ReadKey(round, source) => Event::KeyRead(round, Ok(new_key::read(desk.world, &source)?)),
            Ask::SignIn(round, id, way) => {
                let account = session.book().get(id);
                let setup = account.and_then(|account| desk.config.provider_for(account.title()));
                let (Some(account), Some(setup)) = (account, setup) else { return Err(Failure::refused()) };
                Event::Confirmed(round, visit(desk, setup, &account.name, way))
            }
            Ask::Time(round, server) => {
                let told = clock::ask(desk.world, &server);
                Event::Told(round, told.map_err(|error| Trouble::of(&error)))
            }
        })
    }
}

/// How a script hears of answers that do not open.
const fn exit(error: &SignInError) -> Exit {
    match error {
        SignInError::Contact(_) | SignInError::NoMatch | SignInError::Wait(_) => Exit::WrongPassword,
        SignInError::Seal(OpenError::NoMemory { .. }) => Exit::NotDone,
        SignInError::Seal(_) => Exit::Damaged,
        SignInError::NotSealed | SignInError::State(_) | SignInError::StateSeal(_) => Exit::NotDone,
    }
}

/// A text for the administrator for each account, on standard output: to be read, copied or led into a file.
fn write_letters(desk: &mut Desk<'_>, session: &Session, wanted: &[AccountId]) -> Result<Exit, Failure> {
    for account in wanted.iter().filter_map(|id| session.book().get(*id)) {
        let setup = desk.config.provider_for(account.title());
        let why = match account.progress {
            SignInProgress::Stuck { why, .. } => why,
            _ if setup.is_none() => ProviderTrouble::NotConfigured,
            _ => ProviderTrouble::Blocked,
        };
        for paragraph in letter::for_administrator(account, setup, why) {
            let said = desk.out.words().say(&paragraph);
            desk.out.result(&format!("{said}\n"))?;
        }
    }
    Ok(Exit::Done)
}

/// The list as it stands now; of the accounts that were asked for, where some were.
fn tell(desk: &mut Desk<'_>, session: &Session, wanted: &[AccountId]) -> Result<(), Failure> {
    let (book, now) = (session.book(), desk.world.clock.now());
    let sum = progress(book);
    let (asked, places) = (wanted.iter().collect::<HashSet<_>>(), book.places());
    let all = items(book, now).into_iter().filter(|item| wanted.is_empty() || asked.contains(&item.id));
    let row = |item: Item| Some((book.all().get(*places.get(&item.id)?)?, item.standing));
    let rows: Vec<_> = all.filter_map(row).collect();
    if desk.out.wants_json() {
        let row = |(account, standing): &(&Account, Standing)| {
            let (issuer, title) = (Out::word(&account.issuer), Out::word(&account.name));
            json!({"id": account.id.to_string(), "issuer": issuer, "name": title, "standing": name(*standing)})
        };
        let accounts: Vec<_> = rows.iter().map(row).collect();
        return desk.out.json(&json!({"done": sum.done, "all": sum.all, "accounts": accounts}));
    }
    if wanted.is_empty() {
        for (account, standing) in &rows {
            let standing = desk.out.words().line(said(*standing));
            desk.out.result(&format!("{standing}\t{}", title(account)))?;
        }
    }
    desk.out.say(&Text::new("tui-signin-progress").number("done", sum.done).number("all", sum.all));
    Ok(())
}

/// A standing as scripts read it.
const fn name(standing: Standing) -> &'static str {
    match standing {
        Standing::AddKey => "add-key",
        Standing::Done => "done",
        Standing::Refused => "refused",
        Standing::Sealed => "sealed",
        Standing::SignIn => "sign-in",
        Standing::Stuck(_) => "stuck",
        Standing::Untried => "untried",
        Standing::Waiting(_) => "waiting",
    }
}

/// A standing as a person reads it.
const fn said(standing: Standing) -> &'static str {
    match standing {
        Standing::AddKey => "cli-standing-add-key",
        Standing::Done => "cli-standing-done",
        Standing::Refused => "cli-standing-refused",
        Standing::Sealed => "cli-standing-sealed",
        Standing::SignIn => "cli-standing-sign-in",
        Standing::Stuck(_) => "cli-standing-stuck",
        Standing::Untried => "cli-standing-untried",
        Standing::Waiting(_) => "cli-standing-waiting",
    }
}
