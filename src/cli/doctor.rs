//! `pulih doctor`: each thing that the program stands on, with what repairs it. Needs no open vault.

use serde_json::{Value, json};

use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::out::{Out, Paint};
use crate::ops::doctor::{Check, Health, examine};

pub(in crate::cli) fn run(desk: &mut Desk<'_>) -> Result<Exit, Failure> {
    let checks = examine(desk.world);
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

fn as_json(out: &Out, check: &Check) -> Value {
    json!({
        "check": check.name,
        "state": check.state.name(),
        "what": out.words().say(&check.what),
        "repair": check.repair.as_ref().map(|repair| out.words().say(repair)),
    })
}

fn print(out: &mut Out, check: &Check) -> Result<(), Failure> {
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
