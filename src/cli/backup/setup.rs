//! `pulih backup setup` and `off`.

use std::path::PathBuf;

use serde_json::json;

use crate::backup::{RecoveryName, set_name};
use crate::cli::backup::{kit, make};
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::cli::place::Entry;
use crate::ops::backup::{self as deeds, Answer, BackupError, COST, Plan};
use crate::ops::{Session, circular};
use crate::ports::Trip;
use crate::secret::Passphrase;
use crate::text::Text;
use crate::vault::{KdfFloor, KdfParams};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Setup {
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    #[arg(long, conflicts_with = "same_kind")]
    portable: bool,
    #[arg(long)]
    same_kind: bool,
    #[arg(long, conflicts_with = "recovery_password_fd")]
    use_passphrase: bool,
    #[arg(long, value_name = "N", value_parser = crate::cli::args::descriptor())]
    recovery_password_fd: Option<i32>,
    #[command(flatten)]
    entry: Entry,
    #[arg(long, value_name = "FILE")]
    kit: Option<PathBuf>,
    #[arg(long, value_name = "MIB")]
    kdf_memory: Option<u32>,
    #[arg(long, value_name = "N")]
    kdf_time: Option<u32>,
}

impl Setup {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let cost = self.cost()?;
        let mut session = open(desk)?;
        let plan = self.plan(desk, &session, cost)?;
        let (account, password) = (plan.account.clone(), plan.password.duplicate());
        let circle = circular::warning(session.book(), account.as_str(), &plan.address.to_string());
        desk.out.say(&Text::new("cli-backup-setting-up").number("memory", cost.memory_mib()));
        let ready = deeds::set_up(desk.world, &session, plan, &Trip::PLAIN)?;
        if let Some(remark) = &ready.remark {
            desk.out.remark(&remark.text(), None);
        }
        for (is_fine, id) in [
            (ready.probed.refuses_overwrites, "cli-backup-place-overwrites"),
            (ready.probed.confirms, "cli-backup-place-unconfirmed"),
            (ready.probed.lists_at_once, "cli-backup-place-lists-late"),
        ] {
            if !is_fine {
                desk.out.remark(&Text::new(id), None);
            }
        }
        let (former, _) = desk.change(&mut session, |_, session| Ok(ready.keep(session)?))?;
        let name = set_name(ready.set().id());
        desk.out.say(&Text::new("cli-backup-set-up").word("set", name.clone()).word("account", account.as_str()));
        if let Some(circle) = circle {
            desk.out.remark(&circle, Some(&Text::new("fix-protect-circular")));
        }
        let first = match (first_backup(desk, &mut session, &password), former) {
            (Err(failure), Some(former)) => {
                desk.change(&mut session, |_, session| Ok(deeds::go_back(session, former)?))?;
                desk.out.remark(&Text::new("backup-former-go-on"), None);
                return Err(failure);
            }
            (first, _) => first?,
        };
        self.with_kit(desk, &mut session, ready.set().has_words())?;
        if desk.out.wants_json() {
            let set = hex(&ready.set().id().0);
            desk.out.json(&json!({"set": set, "set_name": name, "device_type": ready.set().device().name(),
                "account": account.as_str(), "file": first}))?;
        }
        Ok(Exit::Done)
    }

    /// The kit: words are made for a vault that has none. Who has words types them with `pulih backup kit`, when it suits.
    fn with_kit(&self, desk: &mut Desk<'_>, session: &mut Session, has_words: bool) -> Result<(), Failure> {
        if has_words {
            desk.out.say(&Text::new("cli-backup-kit-next"));
            return Ok(());
        }
        let is_asked = self.kit.is_none() && desk.world.console.is_interactive() && !desk.out.wants_json();
        if self.kit.is_none() && (!is_asked || !desk.agrees("--kit", &Text::new("ask-kit-now"))?) {
            desk.out.remark(&Text::new("cli-backup-no-words"), None);
            return Ok(());
        }
        kit::renewed(desk, session, &kit::Files::of(self.kit.clone())).map(drop)
    }

    fn plan(&self, desk: &mut Desk<'_>, session: &Session, cost: KdfParams) -> Result<Plan, Failure> {
        let account = named(desk, self.account.as_deref(), "--account", "ask-backup-account")?;
        let account = RecoveryName::parse(&account).map_err(|error| Failure::of(Exit::Usage, &error))?;
        let place = named(desk, self.place.as_deref(), "--place", "ask-backup-place")?;
        let (address, secret) = self.entry.read(desk, &place)?;
        let is_portable = self.is_portable(desk)?;
        let password = if self.use_passphrase { desk.known_passphrase(session)? } else { self.password(desk)? };
        Ok(Plan { account, password, is_portable, address, secret, cost })
    }

    /// Asked at a terminal, with nothing preselected; without one, the pages' rule holds.
    fn is_portable(&self, desk: &Desk<'_>) -> Result<bool, Failure> {
        if self.portable || self.same_kind || !desk.world.console.is_interactive() {
            return Ok(self.portable);
        }
        let kind = desk.world.surroundings.device.text();
        let answer = desk.ask("--portable", &Text::new("ask-backup-kind").text("device", kind))?;
        match answer.as_deref().map(|answer| answer.trim()) {
            Some("1") => Ok(false),
            Some("2") => Ok(true),
            _ => Err(Failure::refused()),
        }
    }

    fn password(&self, desk: &Desk<'_>) -> Result<Passphrase, Failure> {
        let (fd, flag) = (self.recovery_password_fd, "--recovery-password-fd");
        let typed = desk.passphrase(fd, flag, &Text::new("ask-recovery-password-new"))?;
        if fd.is_none() && desk.passphrase(None, flag, &Text::new("ask-recovery-password-twice"))? != typed {
            return Err(Failure::new(Exit::NotDone, Text::new("err-cli-twice"), Text::new("fix-cli-twice")));
        }
        Ok(typed)
    }

    fn cost(&self) -> Result<KdfParams, Failure> {
        let cost = KdfParams {
            memory_kib: self.kdf_memory.map_or(COST.memory_kib, |mib| mib.saturating_mul(1024)),
            passes: self.kdf_time.unwrap_or(COST.passes),
            lanes: COST.lanes,
        };
        cost.at_least(KdfFloor::PERSON).map_err(|error| Failure::of(Exit::Usage, &error))
    }
}

/// Given by a flag, or asked for.
fn named(desk: &Desk<'_>, given: Option<&str>, flag: &str, prompt: &'static str) -> Result<String, Failure> {
    if let Some(given) = given {
        return Ok(given.to_owned());
    }
    desk.ask(flag, &Text::new(prompt))?.map(|line| line.to_string()).ok_or_else(Failure::refused)
}

/// The first file of a set, read back and opened with the password that was typed: from here on it is known to work.
/// An empty vault waits for its first account.
fn first_backup(desk: &mut Desk<'_>, session: &mut Session, password: &Passphrase) -> Result<Option<String>, Failure> {
    if session.book().live().next().is_none() {
        desk.out.say(&Text::new("cli-backup-waits"));
        return Ok(None);
    }
    let receipt = make::backed_up(desk, session, true)?;
    let answer = Answer::Password { name: None, password };
    let drill = deeds::drill(desk.world, session, &answer, &Trip::PLAIN)?;
    desk.change(session, |_, session| Ok(deeds::note_drill(session, &drill)?))?;
    desk.out.say(&Text::new("cli-backup-password-works"));
    Ok(Some(receipt.written.name))
}

/// `pulih backup off`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Off {
    #[arg(long)]
    yes: bool,
}

impl Off {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let session = open(desk)?;
        deeds::current(&session)?.ok_or(BackupError::NotSetUp)?;
        desk.confirm(self.yes, "--yes", &Text::new("ask-backup-off"))?;
        off(desk, session)
    }
}

fn off(desk: &mut Desk<'_>, mut session: Session) -> Result<Exit, Failure> {
    desk.change(&mut session, |_, session| Ok(deeds::turn_off(session)?))?;
    if desk.out.wants_json() {
        desk.out.json(&json!({"backups": false}))?;
    }
    desk.out.say(&Text::new("cli-backup-off"));
    Ok(Exit::Done)
}

/// Bytes as JSON writes ids.
pub(in crate::cli) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
