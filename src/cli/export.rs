//! `pulih export`: says first what the other app's format cannot hold, asks before plain text, writes a new file.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::account::Book;
use crate::cli::args::descriptor;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::{open, open_with_proof};
use crate::cli::out::Out;
use crate::ops::export::{self, Choice, Draft, LossReport, Selection};
use crate::ops::groups;
use crate::ports::{FileError, FileErrorKind};
use crate::text::{Explain, Text};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Export {
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    to: String,
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    file_password_fd: Option<i32>,
    #[arg(long)]
    force: bool,
    #[arg(long)]
    yes: bool,
    #[arg(long, value_name = "GROUP", conflicts_with = "account")]
    group: Option<String>,
    #[arg(long, value_name = "QUERY")]
    account: Vec<String>,
    #[arg(long)]
    dry_run: bool,
}

/// What can be written, for help in a shell too.
fn formats() -> clap::builder::PossibleValuesParser {
    export::choices().into_iter().map(|choice| choice.id).collect::<Vec<_>>().into()
}

impl Export {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let choice = export::choice(&self.to).map_err(|error| Failure::of(Exit::Usage, &error))?;
        if self.file.as_os_str() == "-" {
            let (what, fix) = (Text::new("err-cli-export-stream"), Text::new("fix-cli-export-stream"));
            return Err(Failure::new(Exit::Usage, what, fix));
        }
        // Looked at before anything is asked; writing looks again.
        if !self.force && !self.dry_run && desk.world.files.look(&self.file)?.is_some() {
            return Err(FileError::new(FileErrorKind::Exists, &self.file).into());
        }
        let session = if self.dry_run { open(desk)? } else { open_with_proof(desk)? };
        let draft = export::draft(session.book(), &self.selection(desk, session.book())?, choice);
        let report = draft.report();
        tell(desk, report);
        let files = if self.dry_run { Vec::new() } else { self.written(desk, &draft, choice)? };
        if desk.out.wants_json() {
            let report = as_json(desk.out, report, choice.id, &self.file, &files);
            desk.out.json(&report)?;
        }
        let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        desk.out.say(&match self.dry_run {
            true => Text::new("cli-export-preview").number("count", report.carried),
            false => Text::new("cli-exported").number("count", report.carried).word("path", paths.join(", ")),
        });
        Ok(if report.left_out.is_empty() { Exit::Done } else { Exit::Partly })
    }

    /// The files, after what is to be asked was asked.
    fn written(&self, desk: &mut Desk<'_>, draft: &Draft, choice: Choice) -> Result<Vec<PathBuf>, Failure> {
        // Plain text is asked about anyway. Without a terminal the report is what the caller has asked for.
        if choice.is_locked && !draft.report().is_whole() && !self.yes && desk.world.console.is_interactive() {
            desk.confirm(false, "--yes", &Text::new("ask-export-all-the-same"))?;
        }
        let password = self.password(desk, choice)?;
        let password = password.as_ref().map(|password| password.as_str());
        let files = draft.produce(password, desk.out.words().language(), desk.world)?;
        Ok(export::write_files(desk.world, &self.file, &files, self.force)?)
    }

    fn selection(&self, desk: &Desk<'_>, book: &Book) -> Result<Selection, Failure> {
        if let Some(group) = &self.group {
            return Ok(Selection::Group(groups::find(book, group)?.as_str().to_owned()));
        }
        if self.account.is_empty() {
            return Ok(Selection::All);
        }
        let ids = self.account.iter().map(|query| desk.account(book, query).map(|account| account.id));
        Ok(Selection::Only(ids.collect::<Result<_, _>>()?))
    }

    /// The file's password, typed twice where it is typed; plain text wants a yes instead.
    fn password(&self, desk: &Desk<'_>, choice: Choice) -> Result<Option<Zeroizing<String>>, Failure> {
        if !choice.is_locked {
            desk.confirm(self.yes, "--yes", &Text::new("ask-plain-text"))?;
            return Ok(None);
        }
        let ask = |id| desk.secret(self.file_password_fd, "--file-password-fd", &Text::new(id));
        let password = ask("ask-new-file-password")?;
        if self.file_password_fd.is_none() && *ask("ask-new-passphrase-again")? != *password {
            return Err(Failure::new(Exit::NotDone, Text::new("err-cli-twice"), Text::new("fix-cli-twice")));
        }
        Ok(Some(password))
    }
}

/// What the format cannot hold, account by account.
fn tell(desk: &mut Desk<'_>, report: &LossReport) {
    for one in &report.left_out {
        let text = Text::new("cli-export-left-out").word("account", one.title.as_str()).text("why", one.why.what());
        desk.out.remark(&text, None);
    }
    for one in &report.lossy {
        let losses: Vec<String> = one.losses.iter().map(|loss| desk.out.words().say(&loss.text())).collect();
        let text = Text::new("cli-export-loses").word("account", one.title.as_str()).word("losses", losses.join(", "));
        desk.out.remark(&text, None);
    }
}

fn as_json(out: &Out, report: &LossReport, format: &str, path: &Path, files: &[PathBuf]) -> Value {
    let left_out = report.left_out.iter().map(|one| {
        let said = out.words().say(&one.why.what());
        json!({"id": one.id.to_string(), "account": Out::word(&one.title), "reason": one.why.name(), "said": said})
    });
    let lossy = report.lossy.iter().map(|one| {
        let names: Vec<&str> = one.losses.iter().map(|loss| loss.name()).collect();
        let said: Vec<String> = one.losses.iter().map(|loss| out.words().say(&loss.text())).collect();
        json!({"id": one.id.to_string(), "account": Out::word(&one.title), "losses": names, "said": said})
    });
    json!({
        "format": format,
        "file": path.display().to_string(),
        "files": files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>(),
        "written": report.carried,
        "left_out": left_out.collect::<Vec<_>>(),
        "lossy": lossy.collect::<Vec<_>>(),
    })
}
