//! Performs the errands of backups: what needs the open vault on the main thread, what is slow on a worker.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::ops::backup::{
    Answer as Typed, BackupError, DrillJob, backup_job, current, drill_job, list, open_job, place_of, verify_job,
};
use crate::ops::{Session, World};
use crate::ports::{Place, Trip};
use crate::tui::errand::{Errand, Proof, Told, Wish};
use crate::tui::msg::Answer;
use crate::vault::RecoveryWords;

/// What is left for a worker.
pub(in crate::tui) type Work = Box<dyn FnOnce(&World, &Trip<'_>) -> Told + Send>;

/// Takes from the vault what the errand needs. The vault itself stays where it is.
pub(in crate::tui) fn prepare(world: &World, session: &Session, wish: Wish) -> Result<Work, Told> {
    match wish {
        Wish::Drill(proof) => {
            let job = drill_job(world, session).map_err(|error| Told::Drilled(Err(error)))?;
            Ok(Box::new(move |world, trip| Told::Drilled(drilled(job, &proof, world, trip).map(Box::new))))
        }
        Wish::List => {
            let place = own_place(world, session).map_err(|error| Told::Listed(Err(error)))?;
            Ok(Box::new(move |_, trip| Told::Listed(list(&*place, trip).map_err(BackupError::from))))
        }
        Wish::Make { is_accepted } => {
            let job = backup_job(world, session, is_accepted).map_err(|error| Told::Made(Err(error)))?;
            Ok(Box::new(move |world, trip| Told::Made(job.run(world, trip).map(Box::new))))
        }
        Wish::Open(picks) => {
            let job = open_job(world, session, picks).map_err(|error| Told::Opened(Err(error)))?;
            Ok(Box::new(move |world, trip| Told::Opened(job.run(world, trip))))
        }
        Wish::SetUp(plan) => Ok(Box::new(move |world, trip| Told::SetUp(plan.run(world, trip).map(Box::new)))),
        Wish::Verify(which) => {
            let job = verify_job(world, session, which).map_err(|error| Told::Verified(Err(error)))?;
            Ok(Box::new(move |world, trip| Told::Verified(Ok(job.run(world, trip)))))
        }
    }
}

fn own_place(world: &World, session: &Session) -> Result<Arc<dyn Place>, BackupError> {
    let set = current(session)?.ok_or(BackupError::NotSetUp)?;
    place_of(world, session, &set)
}

fn drilled(
    job: DrillJob,
    proof: &Proof,
    world: &World,
    trip: &Trip<'_>,
) -> Result<crate::ops::backup::Drill, BackupError> {
    match proof {
        Proof::Password(password) => job.run(world, &Typed::Password { name: None, password }, trip),
        Proof::Words(typed) => {
            let words = RecoveryWords::parse(typed).map_err(|_| crate::backup::BackupOpenError::WrongWords)?;
            job.run(world, &Typed::Words(&words), trip)
        }
    }
}

/// Runs it, and tells of each hundredth that is done.
pub(in crate::tui) fn run(work: Work, errand: &Errand, world: &World, tell: &(dyn Fn(Answer) + Sync)) -> Told {
    on_trip(errand, tell, |trip| work(world, trip))
}

/// Does something that ends at its next piece when the errand is called off, and tells of each hundredth that is done.
pub(in crate::tui) fn on_trip<T>(
    errand: &Errand,
    tell: &(dyn Fn(Answer) + Sync),
    work: impl FnOnce(&Trip<'_>) -> T,
) -> T {
    let told = AtomicU64::new(u64::MAX);
    let progress = |done: u64, of: u64| {
        let part = done.saturating_mul(100).checked_div(of).unwrap_or(0);
        if told.swap(part, Ordering::Relaxed) != part {
            tell(Answer::Went { done, of });
        }
    };
    let is_cancelled = || errand.is_off();
    work(&Trip { is_cancelled: &is_cancelled, progress: &progress, ..Trip::PLAIN })
}
