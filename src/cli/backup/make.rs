//! `pulih backup now`, `verify` and `drill`.

use serde_json::{Value, json};

use crate::backup::{LeftOut, Outlook};
use crate::cli::backup::{said, unix};
use crate::cli::coming;
use crate::cli::desk::{Desk, title};
use crate::cli::exit::{Exit, Failure};
use crate::cli::json;
use crate::cli::open::open;
use crate::cli::out::Out;
use crate::ops::Session;
use crate::ops::backup::{self as deeds, Answer, BackupError, BackupReceipt, Checked, Which};
use crate::ports::Trip;
use crate::text::{Explain, Text};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Now {
    #[arg(long)]
    yes: bool,
}

impl Now {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open(desk)?;
        let receipt = match backed_up(desk, &mut session, self.yes) {
            Err(Refusal::Asks(error)) => {
                let BackupError::Asks(doubt) = error else { return Err(error.into()) };
                desk.out.remark(&doubt.text(), None);
                desk.confirm(false, "--yes", &Text::new("ask-backup-anyway"))?;
                backed_up(desk, &mut session, true)?
            }
            other => other?,
        };
        if desk.out.wants_json() {
            desk.out.json(&json!({
                "file": receipt.written.name,
                "generation": receipt.written.generation,
                "verified_at": unix(receipt.written.verified),
                "removed": receipt.removed,
                "missing": receipt.missing,
            }))?;
        }
        Ok(Exit::Done)
    }
}

/// Why there is no backup: the person is to be asked, or it did not work.
pub(in crate::cli) enum Refusal {
    Asks(BackupError),
    Failed(Failure),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Asks(error) => error.into(),
            Refusal::Failed(failure) => failure,
        }
    }
}

impl From<BackupError> for Refusal {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Asks(_) => Self::Asks(error),
            other => Self::Failed(other.into()),
        }
    }
}

/// Backs up, notes it in the vault and says so.
pub(in crate::cli) fn backed_up(
    desk: &mut Desk<'_>,
    session: &mut Session,
    is_accepted: bool,
) -> Result<BackupReceipt, Refusal> {
    let job = deeds::backup_job(desk.world, session, is_accepted)?;
    let receipt = job.run(desk.world, &Trip::PLAIN)?;
    let noted = desk.change(session, |_, session| Ok(deeds::note(session, &receipt)?));
    noted.map_err(Refusal::Failed)?;
    let count = receipt.live_accounts;
    desk.out.say(&Text::new("cli-backup-made").number("count", count).word("file", receipt.written.name.clone()));
    if !receipt.is_confirmed {
        desk.out.remark(&Text::new("cli-backup-unconfirmed"), None);
    }
    if !receipt.missing.is_empty() {
        desk.out.remark(&Text::new("cli-backup-missing").number("count", receipt.missing.len()), None);
    }
    if receipt.not_removed > 0 {
        desk.out.remark(&Text::new("cli-backup-not-removed").number("count", receipt.not_removed), None);
    }
    Ok(receipt)
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Verify {
    #[arg(long)]
    all: bool,
}

impl Verify {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open(desk)?;
        let which = if self.all { Which::All } else { Which::Newest };
        let checked = deeds::verify(desk.world, &session, which, &Trip::PLAIN)?;
        desk.change(&mut session, |_, session| Ok(deeds::note_checked(session, &checked)?))?;
        let bad = checked.iter().filter(|file| file.outcome.is_err()).count();
        if desk.out.wants_json() {
            let files: Vec<Value> = checked.iter().map(|file| outcome(desk, file)).collect();
            desk.out.json(&Value::Array(files))?;
        } else {
            for file in &checked {
                let said = match &file.outcome {
                    Ok(()) => desk.out.words().say(&Text::new("cli-backup-good")),
                    Err(error) => desk.out.words().say(&error.what()),
                };
                desk.out.result(&format!("{}\t{}\t{said}", self::said(file.created), Out::word(&file.name)))?;
            }
        }
        match checked.first().map(|file| &file.outcome) {
            _ if bad == 0 => Ok(Exit::Done),
            Some(Err(error)) if checked.len() == bad => Err(error.clone().into()),
            _ => Ok(Exit::Partly),
        }
    }
}

fn outcome(desk: &Desk<'_>, file: &Checked) -> Value {
    let why = file.outcome.as_ref().err().map(|error| desk.out.words().say(&error.what()));
    json!({"file": file.name, "created": file.created.unix(), "is_good": file.outcome.is_ok(), "reason": why})
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Drill {
    #[arg(long, value_name = "N", value_parser = crate::cli::args::descriptor())]
    recovery_password_fd: Option<i32>,
}

impl Drill {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open(desk)?;
        // Asked for before anything is fetched: a drill without backups asks for nothing.
        deeds::current(&session)?.ok_or(BackupError::NotSetUp)?;
        let flag = "--recovery-password-fd";
        let password = desk.passphrase(self.recovery_password_fd, flag, &Text::new("ask-recovery-password"))?;
        let answer = Answer::Password { name: None, password: &password };
        let drill = deeds::drill(desk.world, &session, &answer, &Trip::PLAIN)?;
        desk.change(&mut session, |_, session| Ok(deeds::note_drill(session, &drill)?))?;
        let contents = &drill.backup.contents;
        let (outlook, left) = (Outlook::of(contents), LeftOut::of(session.book(), contents));
        if desk.out.wants_json() {
            let left_out = left.accounts.iter().map(|one| json::account(one, json::order(session.book(), one.id)));
            let beside = json!({
                "not_in_backup": left_out.collect::<Vec<_>>(),
                "without_note": left.belongings.iter().map(|one| one.id.to_string()).collect::<Vec<_>>(),
                "file": drill.file.name,
                "password_checked_at": drill.at.unix(),
            });
            return desk.out.json(&coming::with(&drill.backup.contents.into_book(), beside)).map(|()| Exit::Done);
        }
        told(desk, &outlook, &left)?;
        desk.out.say(&Text::new("cli-backup-password-works"));
        Ok(Exit::Done)
    }
}

/// What would come back, group by group.
fn told(desk: &mut Desk<'_>, outlook: &Outlook<'_>, left: &LeftOut<'_>) -> Result<(), Failure> {
    let groups = [
        ("backup-codes-at-once", &outlook.codes_at_once),
        ("backup-sign-in", &outlook.sign_in),
        ("backup-add-key", &outlook.add_key),
    ];
    for (id, accounts) in groups {
        let head = desk.out.words().say(&Text::new(id).number("count", accounts.len()));
        desk.out.result(&head)?;
        for account in accounts {
            desk.out.result(&format!("  {}", named(&account.issuer, &account.name)))?;
        }
    }
    for (id, accounts) in [("backup-not-in-it", &left.accounts), ("backup-without-note", &left.belongings)] {
        if accounts.is_empty() {
            continue;
        }
        let head = desk.out.words().say(&Text::new(id).number("count", accounts.len()));
        desk.out.result(&head)?;
        for account in accounts {
            desk.out.result(&format!("  {}", title(account)))?;
        }
    }
    Ok(())
}

fn named(issuer: &str, name: &str) -> String {
    let words = [Out::word(issuer), Out::word(name)];
    words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(":")
}
