//! `pulih restore`: the wizard without its screens. What is missing is asked for at the terminal; nothing is written
//! before everything is known.

use std::ops::Range;

use serde_json::json;

use crate::account::Book;
use crate::backup::{BackupOpenError, DeviceType, FileName, Fit, RecoveryName};
use crate::cli::args::{Global, descriptor, one_of};
use crate::cli::coming;
use crate::cli::desk::{Desk, title};
use crate::cli::exit::{Exit, Failure};
use crate::cli::json as wire;
use crate::cli::open::open;
use crate::cli::out::Out;
use crate::cli::place::Entry;
use crate::ops::{self, SaveError, Session, keys};
use crate::ports::Trip;
use crate::restore::merge::{Choice, MergePlan};
use crate::restore::{Ask, Event, Here, Key, OpenFailed, Report, Source, Step, Way, Wizard, comes_back, said_of};
use crate::secret::Passphrase;
use crate::text::{Explain, Text};
use crate::vault::OpenError;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Restore {
    #[arg(long, value_name = "PLACE")]
    from: Option<String>,
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    recovery_password_fd: Option<i32>,
    #[command(flatten)]
    entry: Entry,
    #[arg(long)]
    plan: bool,
    #[arg(long, conflicts_with = "replace")]
    merge: bool,
    #[arg(long)]
    replace: bool,
    #[arg(long, value_name = "WHOSE", requires = "merge", value_parser = one_of(&["mine", "theirs", "both"]))]
    choose: Option<String>,
    #[arg(long, value_name = "QUERY", requires = "merge")]
    only: Option<String>,
}

impl Restore {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        if desk.global.demo {
            let (what, fix) = (Text::new("err-cli-demo-no-file"), Text::new("fix-cli-demo-no-file"));
            return Err(Failure::new(Exit::NotDone, what, fix));
        }
        let way = self.way(desk)?;
        // The passphrase's line is the first where several flags name one descriptor.
        let mut session = if way == Way::Merge { Some(self.session(desk)?) } else { None };
        let passphrase = match way {
            Way::New | Way::Replace if !self.plan && desk.global.passphrase_fd.is_some() => Some(new(desk)?),
            _ => None,
        };
        let here = match way {
            Way::Merge => Here::Open,
            Way::New => Here::Nothing,
            Way::Replace => Here::Locked,
        };
        let mut wizard = Wizard::new(here, DeviceType::running());
        wizard.on(Event::Way(way), None);
        self.opened(desk, &mut wizard, session.as_ref().map(Session::book))?;
        if let Some(plan) = wizard.plan_mut() {
            self.choose(desk, plan)?;
        }
        if self.plan {
            return planned(desk, &wizard);
        }
        let report = match &mut session {
            Some(session) => merged(desk, &mut wizard, session)?,
            None => restored(desk, &mut wizard, passphrase, way)?,
        };
        tell(desk, &wizard, &report)
    }

    fn way(&self, desk: &Desk<'_>) -> Result<Way, Failure> {
        let is_there = desk.world.files.look(&desk.world.vault)?.is_some();
        match (self.merge, self.replace, is_there) {
            (true, ..) => Ok(Way::Merge),
            (false, true, true) => Ok(Way::Replace),
            (false, _, false) => Ok(Way::New),
            // A plan of a new vault touches none.
            (false, false, true) if self.plan => Ok(Way::Replace),
            (false, false, true) => {
                Err(Failure::new(Exit::NotDone, SaveError::Exists.what(), Text::new("fix-cli-restore-way")))
            }
        }
    }

    /// The vault that is merged into. Recovery words are the backup's here.
    fn session(&self, desk: &mut Desk<'_>) -> Result<Session, Failure> {
        let given = desk.global;
        let global = Global {
            vault: given.vault.clone(),
            state: given.state.clone(),
            accept_older: given.accept_older,
            passphrase_fd: given.passphrase_fd,
            ..Global::default()
        };
        let (world, config) = (desk.world, desk.config);
        open(&mut Desk {
            world,
            config,
            global: &global,
            out: desk.out,
            opened_with: None,
            backs_up: desk.backs_up,
            settings: desk.settings,
            clock_correction: desk.clock_correction,
        })
    }

    /// Looks, chooses the newest that fits, and opens it. Where that one is damaged, the next older one is tried.
    fn opened(&self, desk: &mut Desk<'_>, wizard: &mut Wizard, current: Option<&Book>) -> Result<(), Failure> {
        let asked;
        let typed = match &self.from {
            Some(typed) => typed.as_str(),
            None => {
                asked = desk.ask("--from", &Text::new("ask-restore-from"))?.ok_or_else(Failure::refused)?;
                asked.as_str()
            }
        };
        let (address, secret) = self.entry.read(desk, typed)?;
        for ask in wizard.on(Event::Place(address, secret), current) {
            let Ask::Look(round, address, secret) = ask else { continue };
            let found = ops::restore::look(desk.world, &address, secret.as_ref(), &Trip::PLAIN);
            let exit = found.as_ref().err().map(exit);
            wizard.on(Event::Found(round, found.map_err(|error| error.trouble())), current);
            if let Some(exit) = exit {
                return Err(stopped(wizard, exit));
            }
        }
        // Up to which file of the list it was said why it is not the one.
        let mut told = 0;
        let mut key = None;
        loop {
            if wizard.step() == Step::Which {
                let Some(name) = offered(wizard) else { return Err(none_fits(wizard)) };
                let at = wizard.offered().unwrap_or(told);
                tell_passed_over(desk, wizard, told..at);
                told = at + 1;
                wizard.on(Event::File(name), current);
            }
            if wizard.step() != Step::Account {
                return Err(stopped(wizard, Exit::NotDone));
            }
            let given = match key.take() {
                Some(key) => key,
                None => self.key(desk, wizard)?,
            };
            key = Some(again(&given));
            for ask in wizard.on(Event::Key(given), current) {
                let Ask::Open(round, address, secret, source, key) = ask else { continue };
                let opened = ops::restore::open(desk.world, &address, secret.as_ref(), &source, &key, &Trip::PLAIN);
                let exit = opened.as_ref().err().map(exit);
                wizard.on(Event::Opened(round, opened), current);
                match (wizard.step(), exit) {
                    (Step::Preview, _) => return Ok(()),
                    (Step::Which, Some(Exit::Damaged)) if offered(wizard).is_some() => {
                        if let (Some(trouble), Some(next)) = (wizard.trouble(), offered(wizard)) {
                            let next = Text::new("restore-next-older").word("file", next.as_str());
                            desk.out.remark(&trouble.what, Some(&next));
                        }
                    }
                    (_, exit) => return Err(stopped(wizard, exit.unwrap_or(Exit::NotDone))),
                }
            }
        }
    }

    fn key(&self, desk: &Desk<'_>, wizard: &Wizard) -> Result<Key, Failure> {
        if desk.global.with_words || desk.global.recovery_words_fd.is_some() {
            let fd = desk.global.recovery_words_fd;
            return Ok(Key::Words(desk.secret(fd, "--recovery-words-fd", &Text::new("ask-words"))?));
        }
        let fd = self.recovery_password_fd;
        if matches!(wizard.source(), Some(Source::Vault(_))) {
            let typed = desk.passphrase(fd, "--recovery-password-fd", &Text::new("ask-other-vault"))?;
            return Ok(Key::Passphrase(typed));
        }
        let name = match &self.account {
            Some(name) => zeroize::Zeroizing::new(name.clone()),
            None => desk.ask("--account", &Text::new("ask-restore-account"))?.ok_or_else(Failure::refused)?,
        };
        let name = RecoveryName::parse(&name).map_err(|error| Failure::of(Exit::Usage, &error))?;
        let password = desk.passphrase(fd, "--recovery-password-fd", &Text::new("ask-restore-password"))?;
        Ok(Key::Account(name, password))
    }

    fn choose(&self, desk: &Desk<'_>, plan: &mut MergePlan) -> Result<(), Failure> {
        if let Some(query) = &self.only {
            let theirs = plan.rows.iter().map(|row| row.theirs.duplicate()).collect();
            let wanted = desk.account(&Book::new(theirs, Vec::new()), query)?.id;
            plan.only(|account| account.id == wanted);
        }
        // After the account: a choice that was named counts for it too.
        if let Some(choice) = self.choose.as_deref().and_then(Choice::from_name) {
            plan.choose(choice);
        }
        Ok(())
    }
}

/// The same answer for the next older file.
fn again(key: &Key) -> Key {
    match key {
        Key::Account(name, password) => Key::Account(name.clone(), password.duplicate()),
        Key::Passphrase(passphrase) => Key::Passphrase(passphrase.duplicate()),
        Key::Words(words) => Key::Words(words.clone()),
    }
}

fn new(desk: &mut Desk<'_>) -> Result<Passphrase, Failure> {
    desk.new_passphrase(desk.global.passphrase_fd, "--passphrase-fd")
}

/// The file that comes next.
fn offered(wizard: &Wizard) -> Option<FileName> {
    wizard.offered().and_then(|at| wizard.listed().get(at)).map(|file| file.name.clone())
}

/// A list shows why a newer file is not the one that is taken; here it is said.
fn tell_passed_over(desk: &mut Desk<'_>, wizard: &Wizard, over: Range<usize>) {
    for file in wizard.listed().get(over).unwrap_or_default() {
        let (why, fix) = match file.fit(wizard.running()) {
            Fit::Damaged => ("restore-fit-damaged", "fix-restore-passed-over"),
            Fit::NotRead => ("restore-fit-not-read", "fix-restore-passed-over"),
            Fit::TooNew => ("restore-fit-too-new", "fix-restore-too-new"),
            // Of another computer, which has nothing to do with this one.
            Fit::Fits | Fit::OtherDevice(_) => continue,
        };
        let what = Text::new("restore-passed-over").word("file", file.name.as_str()).text("why", Text::new(why));
        desk.out.remark(&what, Some(&Text::new(fix)));
    }
}

/// How a script hears of it.
const fn exit(error: &OpenFailed) -> Exit {
    match error {
        OpenFailed::Open(error) => match error {
            BackupOpenError::WrongAccount | BackupOpenError::WrongKey | BackupOpenError::WrongWords => {
                Exit::WrongPassword
            }
            BackupOpenError::OtherDevice { .. } => Exit::OtherComputer,
            BackupOpenError::NoMemory { .. } | BackupOpenError::NoSuchSlot => Exit::NotDone,
            BackupOpenError::Damaged | BackupOpenError::TooCostly { .. } | BackupOpenError::TooNew { .. } => {
                Exit::Damaged
            }
        },
        OpenFailed::Vault(OpenError::WrongKey) | OpenFailed::Words(_) => Exit::WrongPassword,
        OpenFailed::Form(_) | OpenFailed::VaultForm(_) | OpenFailed::Vault(_) => Exit::Damaged,
        OpenFailed::Broke | OpenFailed::Place(_) => Exit::NotDone,
    }
}

fn stopped(wizard: &Wizard, exit: Exit) -> Failure {
    match wizard.trouble() {
        Some(trouble) => Failure::of(exit, trouble),
        None => Failure::refused(),
    }
}

/// No file of the place can be restored here: the newest says why.
fn none_fits(wizard: &Wizard) -> Failure {
    let made_for = wizard.listed().iter().find_map(|file| match file.fit(wizard.running()) {
        Fit::OtherDevice(made_for) => Some(made_for),
        _ => None,
    });
    let is_too_new = wizard.listed().first().is_some_and(|newest| newest.fit(wizard.running()) == Fit::TooNew);
    match made_for {
        _ if is_too_new => {
            Failure::new(Exit::Damaged, Text::new("err-restore-too-new"), Text::new("fix-restore-too-new"))
        }
        Some(made_for) => {
            Failure::of(Exit::OtherComputer, &BackupOpenError::OtherDevice { made_for, is_edited: false })
        }
        None => Failure::new(Exit::Damaged, Text::new("err-restore-none-opens"), Text::new("fix-restore-empty-place")),
    }
}

fn merged(desk: &mut Desk<'_>, wizard: &mut Wizard, session: &mut Session) -> Result<Report, Failure> {
    let asks = wizard.on(Event::Yes(None), Some(session.book()));
    let Some(Ask::Merge(_, plan)) = asks.into_iter().next() else { return Err(Failure::refused()) };
    let (_, report) = ops::restore::merge_into(session, desk.world, plan)?;
    desk.save(session)?;
    Ok(report)
}

fn restored(
    desk: &mut Desk<'_>,
    wizard: &mut Wizard,
    passphrase: Option<Passphrase>,
    way: Way,
) -> Result<Report, Failure> {
    let passphrase = match passphrase {
        Some(passphrase) => passphrase,
        None => new(desk)?,
    };
    let Some(incoming) = wizard.incoming() else { return Err(Failure::refused()) };
    let cost = keys::fitting_cost(desk.world);
    let made = ops::restore::restore(desk.world, incoming, &passphrase, cost, way == Way::Replace);
    made.map(|(_, report)| report).map_err(|error| Failure::of(Exit::NotDone, &error))
}

/// What would be done; nothing was.
fn planned(desk: &mut Desk<'_>, wizard: &Wizard) -> Result<Exit, Failure> {
    let Some(incoming) = wizard.incoming() else { return Err(Failure::refused()) };
    let mut value = coming::groups(&incoming.book);
    wire::put(&mut value, "file", file_of(wizard));
    match wizard.plan() {
        Some(plan) => {
            let row = |row: &crate::restore::merge::MergeRow| {
                json!({
                    "issuer": Out::word(&row.theirs.issuer),
                    "name": Out::word(&row.theirs.name),
                    "standing": row.standing.name(),
                    "choice": row.choice.name(),
                })
            };
            wire::put(&mut value, "rows", plan.rows.iter().map(row).collect::<Vec<_>>());
            for row in plan.rows.iter().filter(|_| !desk.out.wants_json()).collect::<Vec<_>>() {
                let [standing, choice] = row.said().map(|id| desk.out.words().line(id));
                desk.out.result(&format!("{standing}\t{choice}\t{}", title(&row.theirs)))?;
            }
        }
        None if !desk.out.wants_json() => {
            for account in incoming.book.live() {
                let group = desk.out.words().line(said_of(comes_back(account)));
                desk.out.result(&format!("{group}\t{}", title(account)))?;
            }
        }
        None => {}
    }
    if desk.out.wants_json() {
        desk.out.json(&value)?;
    }
    desk.out.say(&Text::new("tui-restore-promise"));
    Ok(Exit::Done)
}

fn tell(desk: &mut Desk<'_>, wizard: &Wizard, report: &Report) -> Result<Exit, Failure> {
    if desk.out.wants_json()
        && let Some(incoming) = wizard.incoming()
    {
        let mut value = coming::groups(&incoming.book);
        wire::put(&mut value, "file", file_of(wizard));
        for (key, count) in [("restored", report.restored), ("merged", report.merged), ("skipped", report.skipped)] {
            wire::put(&mut value, key, count);
        }
        desk.out.json(&value)?;
    }
    for remark in &report.remarks {
        desk.out.remark(remark, None);
    }
    let said = Text::new("restore-done").number("restored", report.restored).number("merged", report.merged);
    desk.out.say(&said.number("skipped", report.skipped));
    desk.out.say(&report.left());
    desk.out.say(&Text::new("restore-done-backup"));
    Ok(Exit::Done)
}

/// What was opened: by its name in the place, or by its path.
fn file_of(wizard: &Wizard) -> Option<String> {
    wizard.source().map(|source| match source {
        Source::File(path) | Source::Vault(path) => Out::word(&path.display().to_string()),
        Source::InPlace(name) => name.as_str().to_owned(),
    })
}
