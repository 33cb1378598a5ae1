//! `pulih import`: the accounts of other apps' files, compared with the vault, shown, then taken in whole or not at all.

mod preview;
mod read;

use std::path::PathBuf;

use crate::account::Book;
use crate::cli::args::{descriptor, one_of};
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::json as wire;
use crate::cli::open::open;
use crate::formats::Note;
use crate::ops::import::{self, Applied, ImportPlan, OnDuplicate};
use crate::ops::{SaveError, Session};
use crate::text::Text;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Import {
    #[arg(value_name = "FILE", required = true)]
    file: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    file_password_fd: Option<i32>,
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    pin_fd: Option<i32>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, requires = "json")]
    show_secrets: bool,
    #[arg(long, value_name = "HOW", value_parser = one_of(&["skip", "replace", "keep-both"]))]
    on_duplicate: Option<String>,
    #[arg(long)]
    yes: bool,
}

impl Import {
    /// Whether it can do without a vault.
    pub const fn is_dry_run(&self) -> bool {
        self.dry_run
    }

    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let (read, mut session) = self.opened(desk)?;
        let mut report = import::as_json(&read.imported, self.show_secrets, |text| desk.out.words().say(text));
        let empty = Book::default();
        let plan = import::plan(read.imported, session.as_ref().map_or(&empty, Session::book));
        let (is_nothing, is_partial) = (plan.rows.is_empty() && !plan.complaints.is_empty(), is_partial(&plan));
        preview::put_standings(&mut report, &plan);
        match session.as_mut().filter(|_| !self.dry_run) {
            None => preview::show(desk, &plan, preview::Where::Results)?,
            Some(session) => {
                let applied = self.brought_in(desk, &plan, session)?;
                wire::put(&mut report, "applied", preview::done(&applied));
                desk.out.say(&preview::summary(&applied));
                if !applied.is_nothing() && !read.plain.is_empty() {
                    desk.out.say(&preview::left_behind(&read.plain));
                }
            }
        }
        if desk.out.wants_json() {
            desk.out.json(&report)?;
        }
        Ok(match (is_nothing, is_partial) {
            // Everything was a complaint: that is no file of accounts.
            (true, _) => Exit::Damaged,
            (false, true) => Exit::Partly,
            (false, false) => Exit::Done,
        })
    }

    /// The files' content and the vault. The form of the files is known before anybody types a passphrase; but where
    /// standard input is one of the files, the secrets that stand before it there are read first.
    fn opened(&self, desk: &mut Desk<'_>) -> Result<(read::Read, Option<Session>), Failure> {
        if !self.reads_standard_input()? {
            let found = self.found(desk)?;
            let session = self.session(desk)?;
            return Ok((self.unlocked(desk, found, None)?, session));
        }
        let session = self.session(desk)?;
        let fd = self.file_password_fd.filter(|fd| *fd == 0);
        let password = fd.map(|fd| desk.world.console.line_from_fd(fd)).transpose()?;
        let found = self.found(desk)?;
        Ok((self.unlocked(desk, found, password)?, session))
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

    fn policy(&self) -> OnDuplicate {
        self.on_duplicate.as_deref().and_then(OnDuplicate::from_name).unwrap_or_default()
    }

    /// Whether somebody sits there who sees the preview and can be asked. Who hands secrets over by descriptors is a
    /// script, also where it was started at a terminal.
    fn may_ask(&self, desk: &Desk<'_>) -> bool {
        let global = desk.global;
        let descriptors = [global.passphrase_fd, global.recovery_words_fd, self.file_password_fd, self.pin_fd];
        let is_person = descriptors.iter().all(Option::is_none) && !self.file.iter().any(|file| read::is_stream(file));
        is_person
            && !self.yes
            && !global.json
            && !global.quiet
            && desk.out.notes_are_seen()
            && desk.world.console.is_interactive()
    }

    /// Shows what would come in, asks where somebody can be asked, and brings it in. Where another program saved
    /// meanwhile it is compared and done again, unless the person has said yes to something else.
    fn brought_in(&self, desk: &mut Desk<'_>, plan: &ImportPlan, session: &mut Session) -> Result<Applied, Failure> {
        let (policy, asks) = (self.policy(), self.may_ask(desk));
        let coming = plan.rows.iter().filter(|row| row.comes_in(policy)).count();
        preview::show(desk, plan, if asks { preview::Where::Notes(policy) } else { preview::Where::Nowhere })?;
        let deed = |desk: &Desk<'_>, session: &mut Session| {
            let mut again = plan.duplicate();
            again.compare(session.book());
            if asks && !again.does_the_same_as(plan, policy) {
                return Err(SaveError::ChangedElsewhere.into());
            }
            Ok(import::apply(again, session.book_mut(), policy, desk.world.clock.now(), &*desk.world.entropy)?)
        };
        if coming == 0 {
            return deed(desk, session);
        }
        if asks {
            desk.confirm(false, "--yes", &Text::new("ask-import").number("count", coming))?;
        }
        desk.change(session, deed).map(|(applied, _)| applied)
    }
}

/// Whether something of the files is not among the accounts: what could not be read, or parts that were not given.
fn is_partial(plan: &ImportPlan) -> bool {
    !plan.complaints.is_empty() || plan.notes.iter().any(Note::tells_of_a_gap)
}
