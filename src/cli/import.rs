//! `pulih import`: the accounts of other apps' files, compared with the vault, then taken in whole or not at all.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::account::Book;
use crate::cli::args::{descriptor, one_of};
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::json as wire;
use crate::cli::open::open;
use crate::cli::out::Out;
use crate::formats::{Imported, LONGEST_FILE, Note, Parsed};
use crate::ops::Session;
use crate::ops::import::{self, Applied, ImportPlan, OnDuplicate, PlanCounts, Row, Standing};
use crate::text::{Explain, Text};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Import {
    #[arg(value_name = "FILE", required = true)]
    file: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    file_password_fd: Option<i32>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, requires = "json")]
    show_secrets: bool,
    #[arg(long, value_name = "HOW", value_parser = one_of(&["skip", "replace", "keep-both"]))]
    on_duplicate: Option<String>,
}

impl Import {
    /// Whether it can do without a vault.
    pub const fn is_dry_run(&self) -> bool {
        self.dry_run
    }

    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        // The form of the files is known before anybody types a passphrase.
        let parsed: Vec<Parsed> = self.file.iter().map(|file| self.parsed(desk, file)).collect::<Result<_, _>>()?;
        let mut session = self.session(desk)?;
        let imported = self.unlocked(desk, parsed)?;
        let mut report = import::as_json(&imported, self.show_secrets, |text| desk.out.words().say(text));
        let empty = Book::default();
        let plan = import::plan(imported, session.as_ref().map_or(&empty, Session::book));
        let (counts, is_partial) = (plan.counts(), is_partial(&plan));
        wire::put(&mut report, "counts", counted(&counts));
        tell(desk, &plan, self.dry_run)?;
        match session.as_mut().filter(|_| !self.dry_run) {
            None => desk.out.say(&preview(&counts)),
            Some(session) => {
                let applied = self.applied(desk, plan, session)?;
                wire::put(&mut report, "applied", done(&applied));
                desk.out.say(&summary(&applied));
            }
        }
        if desk.out.wants_json() {
            desk.out.json(&report)?;
        }
        Ok(if is_partial { Exit::Partly } else { Exit::Done })
    }

    fn parsed(&self, desk: &Desk<'_>, file: &Path) -> Result<Parsed, Failure> {
        let resolved = desk.world.files.resolve(file)?;
        let bytes = desk.world.files.read(&resolved, LONGEST_FILE)?;
        if self.from.is_none() && is_picture(&bytes) {
            let codes = desk.world.scanner.scan_picture(&bytes)?;
            return Ok(Parsed::Plain(import::read_codes(&codes)?));
        }
        let name = file.file_name().and_then(|name| name.to_str());
        Ok(import::read_bytes(bytes, name, self.from.as_deref())?)
    }

    /// The vault; for a dry run only if the person gives a way to open it.
    fn session(&self, desk: &mut Desk<'_>) -> Result<Option<Session>, Failure> {
        let global = desk.global;
        let is_given = global.passphrase_fd.is_some() || global.recovery_words_fd.is_some() || global.with_words;
        if self.dry_run && !is_given && !global.demo {
            return Ok(None);
        }
        open(desk).map(Some)
    }

    /// Opens what is locked; one password serves all files of one call.
    fn unlocked(&self, desk: &Desk<'_>, parsed: Vec<Parsed>) -> Result<Imported, Failure> {
        let mut password = None;
        let mut all: Option<Imported> = None;
        for one in parsed {
            let imported = match one {
                Parsed::Plain(imported) => imported,
                Parsed::Locked(locked) => {
                    let asked =
                        || desk.secret(self.file_password_fd, "--file-password-fd", &Text::new("ask-file-password"));
                    let password = match &mut password {
                        Some(password) => password,
                        none => none.insert(asked()?),
                    };
                    locked.open(password)?
                }
            };
            all = Some(match all {
                Some(before) => before.with(imported),
                None => imported,
            });
        }
        all.ok_or_else(Failure::refused)
    }

    fn applied(&self, desk: &mut Desk<'_>, plan: ImportPlan, session: &mut Session) -> Result<Applied, Failure> {
        let policy = self.on_duplicate.as_deref().and_then(OnDuplicate::from_name).unwrap_or_default();
        let applied = import::apply(plan, session.book_mut(), policy, desk.world.clock.now(), &*desk.world.entropy)?;
        if !(applied.added.is_empty() && applied.filled.is_empty() && applied.replaced.is_empty()) {
            desk.save(session)?;
        }
        Ok(applied)
    }
}

/// Whether something of the files is not among the accounts: what could not be read, or parts that were not given.
fn is_partial(plan: &ImportPlan) -> bool {
    !plan.complaints.is_empty() || plan.notes.iter().any(Note::tells_of_a_gap)
}

/// PNG and JPEG by their first bytes.
fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(b"\xff\xd8\xff")
}

/// The preview: a line for each account, then what could not be read and what was noticed.
fn tell(desk: &mut Desk<'_>, plan: &ImportPlan, is_result: bool) -> Result<(), Failure> {
    for row in &plan.rows {
        if is_result && !desk.out.wants_json() {
            let line = line(desk.out, row);
            desk.out.result(&line)?;
        }
    }
    for complaint in &plan.complaints {
        desk.out.remark_of(complaint);
    }
    for note in &plan.notes {
        match note.tells_of_a_gap() {
            true => desk.out.remark_of(note),
            false => desk.out.say(&note.what()),
        }
    }
    Ok(())
}

fn line(out: &Out, row: &Row) -> String {
    let standing = match row.standing {
        Standing::Changed(..) => "import-row-changed",
        Standing::Fills(_) => "import-row-fills",
        Standing::New => "import-row-new",
        Standing::Repeated => "import-row-repeated",
        Standing::Same(_) => "import-row-same",
    };
    let arrival = &row.arrival;
    let (issuer, name) = (Out::word(&arrival.issuer), Out::word(&arrival.name));
    format!("{}\t{issuer}\t{name}\t{}", out.words().line(standing), arrival.type_name())
}

fn counted(counts: &PlanCounts) -> Value {
    json!({
        "new": counts.new,
        "same": counts.same,
        "changed": counts.changed,
        "fills": counts.fills,
        "repeated": counts.repeated,
        "complaints": counts.complaints,
    })
}

fn done(applied: &Applied) -> Value {
    json!({
        "added": applied.added.len(),
        "filled": applied.filled.len(),
        "replaced": applied.replaced.len(),
        "skipped": applied.skipped,
    })
}

fn preview(counts: &PlanCounts) -> Text {
    let there = counts.same + counts.changed + counts.fills + counts.repeated;
    Text::new("cli-import-preview").number("new", counts.new).number("there", there).number("unread", counts.complaints)
}

fn summary(applied: &Applied) -> Text {
    Text::new("cli-import-done")
        .number("added", applied.added.len())
        .number("changed", applied.filled.len() + applied.replaced.len())
        .number("skipped", applied.skipped)
        .number("unread", applied.complaints)
}
