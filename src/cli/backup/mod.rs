//! `pulih backup`: recovery account, places, immutable files, and the test of a restore.

mod diff;
mod kit;
mod look;
mod make;
mod setup;

use clap::Subcommand;

use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::moment::Moment;
use crate::ops::backup as deeds;
use crate::ops::backup::BackupError;
use crate::ops::{SaveError, Session};
use crate::ports::Trip;
use crate::text::{Explain, Text};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Backup {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Debug, Subcommand)]
enum Deed {
    Setup(setup::Setup),
    Now(make::Now),
    List(look::List),
    Show(look::Show),
    Verify(make::Verify),
    Drill(make::Drill),
    Diff(diff::Diff),
    Kit(kit::Kit),
    Status(look::Status),
    Places,
    Off(setup::Off),
}

impl Backup {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        // What is done here is about backups already.
        desk.backs_up = false;
        match self.deed {
            Deed::Setup(args) => args.run(desk),
            Deed::Now(args) => args.run(desk),
            Deed::List(args) => args.run(desk),
            Deed::Show(args) => args.run(desk),
            Deed::Verify(args) => args.run(desk),
            Deed::Drill(args) => args.run(desk),
            Deed::Diff(args) => args.run(desk),
            Deed::Kit(args) => args.run(desk),
            Deed::Status(args) => look::status(desk, &args),
            Deed::Places => look::places(desk),
            Deed::Off(args) => args.run(desk),
        }
    }
}

/// A backup after a change of content. What does not work is said and tried again after the next change: the change
/// itself is saved.
pub(in crate::cli) fn after_a_change(desk: &mut Desk<'_>, session: &mut Session) {
    if !deeds::is_due(session) {
        return;
    }
    let made = deeds::backup_job(desk.world, session, false).and_then(|job| job.run(desk.world, &Trip::PLAIN));
    let noted = made.and_then(|receipt| {
        deeds::note(session, &receipt)?;
        match session.save(desk.world) {
            // Another program was faster: the file is there, and the next change notes it.
            Ok(_) | Err(SaveError::ChangedElsewhere) => Ok(()),
            Err(error) => Err(error.into()),
        }
    });
    match noted {
        Ok(()) => desk.out.aside(&Text::new("cli-backup-made-after")),
        Err(error) => {
            let why = error.what();
            desk.out.remark(&Text::new("cli-backup-not-made-after").text("why", why), error.fix().as_ref());
        }
    }
}

/// Seconds since 1970, as JSON says moments.
fn unix(at: Option<Moment>) -> Option<i64> {
    at.map(Moment::unix)
}

/// A moment for a person, in UTC.
fn said(at: Moment) -> String {
    format!("{} UTC", at.minute())
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        use crate::backup::BackupOpenError as Open;
        let exit = match &error {
            BackupError::Save(error) => return error.clone().into(),
            BackupError::Open(Open::WrongAccount | Open::WrongKey | Open::WrongWords) => Exit::WrongPassword,
            BackupError::Open(Open::OtherDevice { .. }) => Exit::OtherComputer,
            BackupError::Open(Open::NoMemory { .. } | Open::NoSuchSlot) => Exit::NotDone,
            BackupError::Open(Open::Damaged | Open::TooCostly { .. } | Open::TooNew { .. })
            | BackupError::Fetch(deeds::FetchError::Form(_))
            | BackupError::ReadBack
            | BackupError::Records(_) => Exit::Damaged,
            BackupError::Asks(_)
            | BackupError::Fetch(deeds::FetchError::Place(_))
            | BackupError::NoneThere
            | BackupError::NotSetUp
            | BackupError::Password(_)
            | BackupError::Place(_) => Exit::NotDone,
        };
        Self::of(exit, &error)
    }
}
