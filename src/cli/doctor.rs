//! `pulih doctor`: each thing that the program stands on, with what repairs it. Needs no open vault; where one can be opened without
//! asking, its backups are looked at too.

use serde_json::{Value, json};

use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::cli::out::{Out, Paint};
use crate::ops::doctor::{Check, Health, examine};
use crate::ops::readiness::{Checkup, Item, as_checks};
use crate::ports::Trip;

pub(in crate::cli) fn run(desk: &mut Desk<'_>) -> Result<Exit, Failure> {
    let mut checks = examine(desk.world);
    checks.extend(of_backups(desk)?);
    if desk.out.wants_json() {
        let checks = checks.iter().map(|check| as_json(desk.out, check)).collect();
        desk.out.json(&Value::Array(checks))?;
    } else {
        for check in &checks {
            print(desk.out, check)?;
        }
    }
    let is_bad = checks.iter().any(|check| check.state == Health::Bad);
    Ok(if is_bad { Exit::NotDone } else { Exit::Done })
}

/// The readiness list: of the vault, where the way to open it was given; of what can be restored, where there is none. The
/// key store is looked at already.
fn of_backups(desk: &mut Desk<'_>) -> Result<Vec<Check>, Failure> {
    let is_given = desk.global.passphrase_fd.is_some() || desk.global.recovery_words_fd.is_some();
    let checkup = match desk.world.files.look(&desk.world.vault) {
        Ok(None) => Checkup::NoVault,
        Ok(Some(_)) if is_given => {
            let session = open(desk)?;
            // Who asks the doctor wants to know whether it works.
            Checkup::of(&session, desk.world.clock.now())?.probing()
        }
        Ok(Some(_)) | Err(_) => return Ok(Vec::new()),
    };
    let list = checkup.run(desk.world, &Trip::PLAIN);
    Ok(as_checks(&list).into_iter().filter(|check| check.name != Item::KeyStore.name()).collect())
}

pub(in crate::cli) fn as_json(out: &Out, check: &Check) -> Value {
    json!({
        "check": check.name,
        "state": check.state.name(),
        "what": out.words().say(&check.what),
        "repair": check.repair.as_ref().map(|repair| out.words().say(repair)),
    })
}

pub(in crate::cli) fn print(out: &mut Out, check: &Check) -> Result<(), Failure> {
    let (word, paint) = match check.state {
        Health::Bad => ("doctor-word-bad", Some(Paint::Wrong)),
        Health::Fair => ("doctor-word-fair", Some(Paint::Badge)),
        Health::Good => ("doctor-word-good", None),
    };
    let word = out.paint(&out.words().line(word), paint);
    let what = out.words().say(&check.what);
    out.result(&format!("{word}: {what}"))?;
    match &check.repair {
        Some(repair) => {
            let repair = out.words().say(repair);
            out.result(&format!("    {repair}"))
        }
        None => Ok(()),
    }
}
