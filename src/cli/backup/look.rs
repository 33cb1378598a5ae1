//! `pulih backup list`, `show`, `status` and `places`: what is there, and how it stands.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::backup::{BackupFacts, Fit, Listed, set_name};
use crate::cli::backup::setup::hex;
use crate::cli::backup::{said, unix};
use crate::cli::desk::Desk;
use crate::cli::doctor;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::cli::out::Out;
use crate::cli::place::Entry;
use crate::ops::backup::{self as deeds, BackupError};
use crate::ops::readiness::{Checkup, as_checks};
use crate::ports::Trip;
use crate::text::Text;
use crate::vault::backup::{BackupSet, Written};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct List {
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    #[command(flatten)]
    entry: Entry,
}

impl List {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        // A named place needs no vault: on a new computer there is none.
        let (place, known) = match &self.place {
            Some(typed) => {
                let (address, secret) = self.entry.read(desk, typed)?;
                let place = deeds::connect(desk.world, &address, secret.as_ref()).map_err(BackupError::from)?;
                (place, Vec::new())
            }
            None => {
                let session = open(desk)?;
                let set = deeds::current(&session)?.ok_or(BackupError::NotSetUp)?;
                (deeds::place_of(desk.world, &session, &set)?, set.files)
            }
        };
        let files = deeds::list(&*place, &Trip::PLAIN).map_err(BackupError::from)?;
        let address = place.describe().address.to_string();
        if desk.out.wants_json() {
            let rows = files.iter().map(|file| row(desk, &address, file, &known)).collect();
            desk.out.json(&Value::Array(rows))?;
        } else {
            for file in &files {
                let line = line(desk, file, &known);
                desk.out.result(&line)?;
            }
            if files.is_empty() {
                desk.out.say(&Text::new("cli-backup-none-in-place").word("place", address));
            }
        }
        Ok(Exit::Done)
    }
}

fn row(desk: &Desk<'_>, address: &str, file: &Listed, known: &[Written]) -> Value {
    let facts = file.facts.as_ref().ok();
    json!({
        "place": Out::word(address),
        "file": file.name.as_str(),
        "set": facts.map(|facts| hex(&facts.set.0)),
        "set_name": facts.map(|facts| set_name(facts.set)),
        "generation": file.name.generation(),
        "created": unix(file.created()),
        "device_type": facts.map(|facts| facts.device.name()),
        "fits": file.fit(desk.world.surroundings.device) == Fit::Fits,
        "size": file.size,
        "verified_at": verified(file, known).map(crate::moment::Moment::unix),
    })
}

fn verified(file: &Listed, known: &[Written]) -> Option<crate::moment::Moment> {
    known.iter().find(|written| written.name == file.name.as_str()).and_then(|written| written.verified)
}

fn line(desk: &Desk<'_>, file: &Listed, known: &[Written]) -> String {
    let words = desk.out.words();
    let fit = match file.fit(desk.world.surroundings.device) {
        Fit::Damaged => words.line("backup-fit-damaged"),
        Fit::Fits if verified(file, known).is_some() => words.line("backup-fit-verified"),
        Fit::Fits => words.line("backup-fit-unverified"),
        Fit::NotRead => words.line("backup-fit-not-read"),
        Fit::OtherDevice(device) => words.say(&Text::new("backup-fit-other").text("device", device.text())),
        Fit::TooNew => words.line("backup-fit-too-new"),
    };
    let created = file.created().map(said).unwrap_or_default();
    let set = file.set().map(set_name).unwrap_or_default();
    format!("{created}\t{set}\t{}\t{fit}\t{}", file.size, file.name)
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Show {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Show {
    /// What a file says of itself: needs no vault and no password.
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let sealed = deeds::read_file(desk.world, &self.file).map_err(BackupError::from)?;
        let facts = sealed.facts();
        let fits = facts.device.fits(desk.world.surroundings.device);
        if desk.out.wants_json() {
            desk.out.json(&shown(&facts, sealed.size(), fits))?;
            return Ok(Exit::Done);
        }
        let rows = [
            ("backup-fact-set", set_name(facts.set)),
            ("backup-fact-created", said(facts.created)),
            ("backup-fact-generation", facts.generation.to_string()),
            ("backup-fact-device", desk.out.words().say(&facts.device.text())),
            ("backup-fact-version", Out::word(&facts.app_version)),
            ("backup-fact-size", sealed.size().to_string()),
        ];
        for (id, value) in rows {
            let head = desk.out.words().line(id);
            desk.out.result(&format!("{head}\t{value}"))?;
        }
        desk.out.say(&Text::new("cli-backup-not-verified"));
        Ok(Exit::Done)
    }
}

fn shown(facts: &BackupFacts, size: usize, fits: bool) -> Value {
    json!({
        "set": hex(&facts.set.0),
        "set_name": set_name(facts.set),
        "generation": facts.generation,
        "created": facts.created.unix(),
        "device_type": facts.device.name(),
        "fits": fits,
        "app_version": Out::word(&facts.app_version),
        "previous": hex(&facts.previous),
        "ways": facts.slots.iter().map(|slot| slot.kind.name()).collect::<Vec<_>>(),
        "memory_mib": facts.slots.iter().filter_map(|slot| slot.kdf).map(|kdf| kdf.memory_mib()).max(),
        "size": size,
    })
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Status {
    #[arg(long)]
    probe: bool,
}

/// `pulih backup status`. The place is only looked into, unless it is to be tried with a file.
pub(in crate::cli) fn status(desk: &mut Desk<'_>, how: &Status) -> Result<Exit, Failure> {
    let session = open(desk)?;
    let set = deeds::current(&session)?;
    let now = desk.world.clock.now();
    let status = deeds::status(&session, set.as_ref(), now);
    let checkup = Checkup::of(&session, now)?;
    let checkup = if how.probe { checkup.probing() } else { checkup };
    let list = as_checks(&checkup.run(desk.world, &Trip::PLAIN));
    if desk.out.wants_json() {
        desk.out.json(&json!({
            "backups": status.is_on,
            "set": set.as_ref().map(|set| hex(&set.id().0)),
            "set_name": set.as_ref().map(|set| set_name(set.id())),
            "account": set.as_ref().map(|set| Out::word(set.account().as_str())),
            "place": place(&session, set.as_ref())?,
            "last_verified": unix(status.last_verified),
            "password_checked_at": unix(status.password_checked),
            "kit_saved_at": unix(status.kit.saved_at()),
            "is_due": status.is_due,
            "files": status.files,
            "readiness": list.iter().map(|check| doctor::as_json(desk.out, check)).collect::<Vec<_>>(),
            "reminders": status.reminders.iter().map(|reminder| reminder.name()).collect::<Vec<_>>(),
        }))?;
        return Ok(Exit::Done);
    }
    let verified = status.last_verified.map(said);
    let line = match verified {
        None if status.is_on => Text::new("backup-status-none"),
        None => Text::new("backup-status-off"),
        Some(at) => Text::new("backup-status-on").word("at", at).number("files", status.files),
    };
    let line = desk.out.words().say(&line);
    desk.out.result(&line)?;
    if let Some(at) = status.kit.saved_at() {
        let line = desk.out.words().say(&Text::new("backup-kit-saved").word("at", said(at)));
        desk.out.result(&line)?;
    }
    for check in &list {
        doctor::print(desk.out, check)?;
    }
    for reminder in &status.reminders {
        desk.out.remark(&reminder.text(), None);
    }
    Ok(Exit::Done)
}

fn place(session: &crate::ops::Session, set: Option<&BackupSet>) -> Result<Option<String>, Failure> {
    let Some(set) = set else { return Ok(None) };
    let places = session.vault().places()?;
    Ok(places.iter().find(|place| Some(place.id) == set.place).map(|place| Out::word(&place.address)))
}

/// `pulih backup places`: those that the vault knows, and folders of this computer that a cloud service keeps in step.
pub(in crate::cli) fn places(desk: &mut Desk<'_>) -> Result<Exit, Failure> {
    let session = open(desk)?;
    let set = deeds::current(&session)?;
    let known = session.vault().places()?;
    let offered = deeds::offered(desk.world);
    if desk.out.wants_json() {
        let is_used = |id| set.as_ref().is_some_and(|set| set.place == Some(id));
        let known = known.iter().map(|place| json!({"place": Out::word(&place.address), "is_used": is_used(place.id)}));
        let offered = offered
            .iter()
            .map(|place| json!({"place": Out::word(&place.folder.to_string_lossy()), "service": place.service.name()}));
        let (known, offered): (Vec<_>, Vec<_>) = (known.collect(), offered.collect());
        desk.out.json(&json!({"known": known, "offered": offered}))?;
        return Ok(Exit::Done);
    }
    for place in &known {
        desk.out.result(&Out::word(&place.address))?;
    }
    for place in offered {
        let text = Text::new("backup-place-offered").word("service", place.service.name());
        let line = desk.out.words().say(&text.word("folder", place.folder.to_string_lossy()));
        desk.out.result(&line)?;
    }
    Ok(Exit::Done)
}
