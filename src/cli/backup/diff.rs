//! `pulih backup diff`: what differs between two backups, or between a backup and the vault as it is now. No key is shown.

use serde_json::{Value, json};

use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::cli::out::Out;
use crate::ops::backup::{Pick, open_job};
use crate::ports::Trip;
use crate::restore::{Difference, Incoming, Named};
use crate::text::Text;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Diff {
    #[arg(value_name = "EARLIER")]
    from: String,
    #[arg(value_name = "LATER")]
    to: Option<String>,
}

impl Diff {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let session = open(desk)?;
        let picks = std::iter::once(&self.from).chain(&self.to).map(|typed| Pick::parse(typed)).collect();
        let opened = open_job(desk.world, &session, picks)?.run(desk.world, &Trip::PLAIN)?;
        let mut books = opened.into_iter().map(|backup| Incoming::backup(backup).book);
        let difference = match (books.next(), books.next()) {
            (Some(earlier), Some(later)) => Difference::between(&earlier, &later),
            (Some(earlier), None) => Difference::between(&earlier, session.book()),
            (None, _) => Difference::default(),
        };
        if desk.out.wants_json() {
            desk.out.json(&json(&difference))?;
        } else {
            told(desk, &difference)?;
        }
        Ok(Exit::Done)
    }
}

fn json(difference: &Difference) -> Value {
    let named = |it: &Named| json!({"issuer": Out::word(&it.issuer), "name": Out::word(&it.name)});
    let changed = difference.changed.iter().map(|it| {
        json!({
            "issuer": Out::word(&it.account.issuer),
            "name": Out::word(&it.account.name),
            "fields": it.fields.iter().map(|part| part.name()).collect::<Vec<_>>(),
            "conflict": it.is_conflict,
        })
    });
    json!({
        "new": difference.new.iter().map(named).collect::<Vec<_>>(),
        "gone": difference.gone.iter().map(named).collect::<Vec<_>>(),
        "changed": changed.collect::<Vec<_>>(),
        "same": difference.same,
    })
}

fn told(desk: &mut Desk<'_>, difference: &Difference) -> Result<(), Failure> {
    if difference.is_none() {
        desk.out.say(&Text::new("difference-none"));
    }
    for (id, all) in [("difference-new", &difference.new), ("difference-gone", &difference.gone)] {
        if !all.is_empty() {
            desk.out.say(&Text::new(id).number("count", all.len()));
        }
        for named in all {
            desk.out.result(&Out::word(&named.line()))?;
        }
    }
    if !difference.changed.is_empty() {
        desk.out.say(&Text::new("difference-changed").number("count", difference.changed.len()));
    }
    for changed in &difference.changed {
        let words = desk.out.words();
        let mut parts: Vec<String> = changed.fields.iter().map(|part| words.say(&part.text())).collect();
        parts.extend(changed.is_conflict.then(|| words.line("restore-standing-conflict")));
        desk.out.result(&format!("{}\t{}", Out::word(&changed.account.line()), parts.join(", ")))?;
    }
    Ok(())
}
