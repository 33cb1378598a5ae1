//! `pulih export`: says first what the other app's format cannot hold, asks before plain text, writes a new file.

use std::path::PathBuf;

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::cli::args::descriptor;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open_with_proof;
use crate::cli::out::Out;
use crate::ops::export::{self, Choice, LossReport};
use crate::ports::{FileError, FileErrorKind};
use crate::text::{Explain, Text};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Export {
    #[arg(long, value_name = "FORMAT")]
    to: String,
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    file_password_fd: Option<i32>,
    #[arg(long)]
    force: bool,
    #[arg(long)]
    yes: bool,
}

impl Export {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let choice = export::choice(&self.to).map_err(|error| Failure::of(Exit::Usage, &error))?;
        // Looked at before anything is asked; writing looks again.
        if !self.force && desk.world.files.look(&self.file)?.is_some() {
            return Err(FileError::new(FileErrorKind::Exists, &self.file).into());
        }
        let session = open_with_proof(desk)?;
        let report = export::survey(session.book(), choice);
        tell(desk, &report);
        let password = self.password(desk, choice)?;
        let password = password.as_ref().map(|password| password.as_str());
        let bytes = export::produce(session.book(), choice, password, &*desk.world.entropy)?;
        export::write_file(desk.world, &self.file, &bytes, self.force)?;
        let path = self.file.display().to_string();
        if desk.out.wants_json() {
            let report = as_json(desk.out, &report, choice.id, &path);
            desk.out.json(&report)?;
        }
        desk.out.say(&Text::new("cli-exported").number("count", report.carried).word("path", path));
        Ok(if report.left_out.is_empty() { Exit::Done } else { Exit::Partly })
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

fn as_json(out: &Out, report: &LossReport, format: &str, path: &str) -> Value {
    let left_out = report.left_out.iter().map(|one| {
        json!({"id": one.id.to_string(), "account": Out::word(&one.title), "reason": out.words().say(&one.why.what())})
    });
    let lossy = report.lossy.iter().map(|one| {
        let losses: Vec<String> = one.losses.iter().map(|loss| out.words().say(&loss.text())).collect();
        json!({"id": one.id.to_string(), "account": Out::word(&one.title), "losses": losses})
    });
    json!({
        "format": format,
        "file": path,
        "written": report.carried,
        "left_out": left_out.collect::<Vec<_>>(),
        "lossy": lossy.collect::<Vec<_>>(),
    })
}
