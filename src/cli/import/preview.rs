//! What an import would bring in, shown to a person and written as JSON.

use serde_json::{Value, json};

use crate::cli::desk::Desk;
use crate::cli::exit::Failure;
use crate::cli::json as wire;
use crate::cli::out::Out;
use crate::ops::import::{Applied, Difference, ImportPlan, OnDuplicate, PlanCounts, Row, Standing};
use crate::text::{Explain, Text};

/// Where the accounts are listed. What could not be read is told in any case.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::cli::import) enum Where {
    /// To the person who is asked next, with a tick for what comes in.
    Notes(OnDuplicate),
    /// Nobody asked for a list.
    Nowhere,
    /// As what was asked for.
    Results,
}

/// A line for each account, then what could not be read and what was noticed, then the counts.
pub(in crate::cli::import) fn show(desk: &mut Desk<'_>, plan: &ImportPlan, place: Where) -> Result<(), Failure> {
    for row in &plan.rows {
        match place {
            Where::Notes(policy) => {
                let line = ticked(desk.out, row, policy);
                desk.out.say(&line);
            }
            Where::Results if !desk.out.wants_json() => {
                let line = line(desk.out, row);
                desk.out.result(&line)?;
            }
            Where::Nowhere | Where::Results => {}
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
    match place {
        Where::Results => desk.out.say(&counts_of(plan, "cli-import-preview")),
        Where::Notes(_) => desk.out.say(&counts_of(plan, "cli-import-would")),
        Where::Nowhere => {}
    }
    Ok(())
}

fn line(out: &Out, row: &Row) -> String {
    let arrival = &row.arrival;
    let (issuer, name) = (Out::word(&arrival.issuer), Out::word(&arrival.name));
    format!("{}\t{issuer}\t{name}\t{}", out.words().line(standing(row)), arrival.type_name())
}

fn ticked(out: &Out, row: &Row, policy: OnDuplicate) -> Text {
    let tick = if row.comes_in(policy) { "[x]" } else { "[ ]" };
    let standing = out.words().line(standing(row));
    Text::new("cli-import-row").word("tick", tick).word("account", row.arrival.title()).word("standing", standing)
}

const fn standing(row: &Row) -> &'static str {
    match row.standing {
        Standing::Changed(_, Difference::Key) => "import-row-other-key",
        Standing::Changed(_, Difference::Name) => "import-row-other-name",
        Standing::Changed(_, Difference::Parameters) => "import-row-other-numbers",
        Standing::Fills(_) => "import-row-fills",
        Standing::New => "import-row-new",
        Standing::Repeated => "import-row-repeated",
        Standing::Same(_) => "import-row-same",
    }
}

/// How each entry stands to the vault, and how many stand how.
pub(in crate::cli::import) fn put_standings(report: &mut Value, plan: &ImportPlan) {
    let standing = |row: &Row| {
        let (standing, difference) = names(row.standing);
        json!({"standing": standing, "differs_in": difference})
    };
    wire::put(report, "standings", plan.rows.iter().map(standing).collect::<Vec<_>>());
    wire::put(report, "counts", counted(&plan.counts()));
}

const fn names(standing: Standing) -> (&'static str, Option<&'static str>) {
    match standing {
        Standing::Changed(_, Difference::Key) => ("changed", Some("key")),
        Standing::Changed(_, Difference::Name) => ("changed", Some("name")),
        Standing::Changed(_, Difference::Parameters) => ("changed", Some("parameters")),
        Standing::Fills(_) => ("fills", None),
        Standing::New => ("new", None),
        Standing::Repeated => ("repeated", None),
        Standing::Same(_) => ("same", None),
    }
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

/// What was done, as JSON.
pub(in crate::cli::import) fn done(applied: &Applied) -> Value {
    json!({
        "added": applied.added.len(),
        "filled": applied.filled.len(),
        "replaced": applied.replaced.len(),
        "skipped": applied.skipped,
    })
}

fn counts_of(plan: &ImportPlan, id: &'static str) -> Text {
    let counts = plan.counts();
    let there = counts.same + counts.changed + counts.fills + counts.repeated;
    Text::new(id).number("new", counts.new).number("there", there).number("unread", counts.complaints)
}

/// What was done, in words.
pub(in crate::cli::import) fn summary(applied: &Applied) -> Text {
    Text::new("cli-import-done")
        .number("added", applied.added.len())
        .number("changed", applied.filled.len() + applied.replaced.len())
        .number("skipped", applied.skipped)
        .number("unread", applied.complaints)
}

/// That files without a lock still hold the keys. They are the person's, so they are named and left alone.
pub(in crate::cli::import) fn left_behind(plain: &[String]) -> Text {
    let first = plain.first().map_or("", String::as_str);
    Text::new("import-plain-left").number("count", plain.len()).word("name", first)
}
