//! What an import would do: each arrival compared with the book, nothing touched yet.

use std::collections::HashMap;

use crate::account::{AccountId, Book, Credential, Difference, Kin, Kinship, is_same_code};
use crate::formats::{Arrival, Complaint, Imported, Note, Remark};
use crate::ops::import::OnDuplicate;
use crate::otp::{KeyError, Pin};
use crate::secret::Private;

/// What would be done with a file, for a preview and for [`apply`](super::apply).
#[derive(Debug)]
pub struct ImportPlan {
    /// The id of the format.
    pub format: &'static str,
    /// Each account, in the file's order.
    pub rows: Vec<Row>,
    /// All groups of the file.
    pub groups: Vec<Private>,
    /// Entries that could not be read.
    pub complaints: Vec<Complaint>,
    /// What was changed, left out or looks odd.
    pub notes: Vec<Note>,
}

/// An account of the file and how it stands to the book.
#[derive(Debug)]
pub struct Row {
    /// The account.
    pub arrival: Arrival,
    /// How it stands.
    pub standing: Standing,
    /// Whether it is to be taken; a preview lets the person untick it.
    pub is_wanted: bool,
    /// What is done if the book has it already, where the person decided it for this row alone.
    pub choice: Option<OnDuplicate>,
}

impl Row {
    /// Whether the book has something like it, so that a choice has to be made.
    #[must_use]
    pub const fn is_duplicate(&self) -> bool {
        matches!(self.standing, Standing::Changed(..) | Standing::Repeated | Standing::Same(_))
    }

    /// What is done with it if the book has it already: the choice for this row, or else that for all.
    #[must_use]
    pub fn choice(&self, policy: OnDuplicate) -> OnDuplicate {
        self.choice.unwrap_or(policy)
    }

    /// Whether taking it changes the book.
    #[must_use]
    pub fn comes_in(&self, policy: OnDuplicate) -> bool {
        self.is_wanted
            && match (self.standing, self.choice(policy)) {
                (Standing::New | Standing::Fills(_), _) | (_, OnDuplicate::KeepBoth) => true,
                (Standing::Repeated, _) | (_, OnDuplicate::Skip) => false,
                (Standing::Changed(..) | Standing::Same(_), OnDuplicate::Replace) => true,
            }
    }

    /// Takes it if it was left, leaves it if it was taken. What the book has is then replaced, unless another row of
    /// the same file is what it repeats.
    pub fn toggle(&mut self, policy: OnDuplicate) {
        let comes_in = self.comes_in(policy);
        self.is_wanted = !comes_in;
        if self.is_duplicate() {
            let taken = if self.standing == Standing::Repeated { OnDuplicate::KeepBoth } else { OnDuplicate::Replace };
            let wanted = if comes_in { OnDuplicate::Skip } else { taken };
            (self.is_wanted, self.choice) = (true, Some(wanted));
        }
    }

    fn duplicate(&self) -> Self {
        let Self { arrival, standing, is_wanted, choice } = self;
        Self { arrival: arrival.duplicate(), standing: *standing, is_wanted: *is_wanted, choice: *choice }
    }
}

/// How an account of a file stands to the book.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// The book has this account, with this difference.
    Changed(AccountId, Difference),
    /// The book has the name alone, and the file has its key.
    Fills(AccountId),
    /// The book has nothing like it.
    New,
    /// An earlier row of the same file is the same.
    Repeated,
    /// The book has it: same issuer, name and key.
    Same(AccountId),
}

impl Standing {
    const fn of(kinship: Kinship) -> Self {
        match kinship {
            Kinship::Differs(id, difference) => Self::Changed(id, difference),
            Kinship::Fills(id) => Self::Fills(id),
            Kinship::Same(id) => Self::Same(id),
            Kinship::Stranger => Self::New,
        }
    }
}

/// How many rows stand how.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct PlanCounts {
    /// Rows that differ from an account of the book.
    pub changed: usize,
    /// Entries that could not be read.
    pub complaints: usize,
    /// Rows that bring the key of an account of the book.
    pub fills: usize,
    /// Rows that the book has nothing like.
    pub new: usize,
    /// Rows that the file has twice.
    pub repeated: usize,
    /// Rows that the book has already.
    pub same: usize,
}

impl ImportPlan {
    /// How many rows stand how, for the preview's summary.
    #[must_use]
    pub fn counts(&self) -> PlanCounts {
        let mut counts = PlanCounts { complaints: self.complaints.len(), ..PlanCounts::default() };
        for row in &self.rows {
            *match row.standing {
                Standing::Changed(..) => &mut counts.changed,
                Standing::Fills(_) => &mut counts.fills,
                Standing::New => &mut counts.new,
                Standing::Repeated => &mut counts.repeated,
                Standing::Same(_) => &mut counts.same,
            } += 1;
        }
        counts
    }

    /// Compares it with a book once more: with what another program saved meanwhile. What was chosen stays chosen.
    pub fn compare(&mut self, book: &Book) {
        let standings = {
            let kin = Kin::new(book.live());
            let repeated = repeated(self.rows.iter().map(|row| &row.arrival));
            let standing = |(row, is_repeated): (&Row, bool)| {
                if is_repeated {
                    Standing::Repeated
                } else {
                    Standing::of(kin.of(names(&row.arrival), row.arrival.params()))
                }
            };
            self.rows.iter().zip(repeated).map(standing).collect::<Vec<_>>()
        };
        for (row, standing) in self.rows.iter_mut().zip(standings) {
            row.standing = standing;
        }
    }

    /// Gives the account in this row the PIN that the file does not have, and compares it with the book anew.
    ///
    /// # Errors
    /// [`KeyError::BadPin`]; nothing has changed then.
    pub fn give_pin(&mut self, place: usize, pin: &str, book: &Book) -> Result<(), KeyError> {
        let Some(row) = self.rows.get_mut(place) else { return Ok(()) };
        give_pin(&mut row.arrival, &mut self.notes, pin)?;
        self.compare(book);
        Ok(())
    }

    /// The rows, complaints and notes once more, keys and all: for a deed that may have to be done again.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        let Self { format, rows, groups, complaints, notes } = self;
        let rows = rows.iter().map(Row::duplicate).collect();
        let complaints = complaints.iter().map(Complaint::duplicate).collect();
        Self { format, rows, groups: groups.clone(), complaints, notes: notes.clone() }
    }

    /// Whether it would do the same to the book as another plan of the same files.
    #[must_use]
    pub fn does_the_same_as(&self, other: &Self, policy: OnDuplicate) -> bool {
        let deed = |row: &Row| (row.comes_in(policy), std::mem::discriminant(&row.standing));
        self.rows.iter().map(deed).eq(other.rows.iter().map(deed))
    }
}

/// Gives an account the PIN that its file does not have. The note that it is missing goes.
///
/// # Errors
/// [`KeyError::BadPin`]; nothing has changed then.
pub fn give_pin(arrival: &mut Arrival, notes: &mut Vec<Note>, pin: &str) -> Result<(), KeyError> {
    let Some(key) = &arrival.without_pin else { return Ok(()) };
    arrival.credential = Credential::Ready(key.duplicate().with_pin(Pin::new(pin)?));
    arrival.without_pin = None;
    let (spot, title) = (arrival.spot, arrival.title());
    let is_of_it = |note: &Note| note.entry.as_ref().is_some_and(|(at, name)| *at == spot && **name == *title);
    notes.retain(|note| note.remark != Remark::PinMissing || !is_of_it(note));
    Ok(())
}

/// Compares a file with the book. The trash does not count: who deleted an account and imports it wants it back.
#[must_use]
pub fn plan(imported: Imported, book: &Book) -> ImportPlan {
    let row = |arrival| Row { arrival, standing: Standing::New, is_wanted: true, choice: None };
    let Imported { format, arrivals, groups, complaints, notes } = imported;
    let rows = arrivals.into_iter().map(row).collect();
    let mut plan = ImportPlan { format, rows, groups, complaints, notes };
    plan.compare(book);
    plan
}

/// For each arrival, whether an earlier one has the same issuer, name and code. The same key with other digits or
/// another hash is not taken for a repetition: nobody could say which of the two the service wants.
fn repeated<'a>(arrivals: impl Iterator<Item = &'a Arrival>) -> Vec<bool> {
    let mut met: HashMap<(&str, &str), Vec<&Arrival>> = HashMap::new();
    let is_repeated = |arrival| {
        let others = met.entry(names(arrival)).or_default();
        let is_repeated = others.iter().any(|other| is_same_entry(arrival, other));
        others.push(arrival);
        is_repeated
    };
    arrivals.map(is_repeated).collect()
}

fn names(arrival: &Arrival) -> (&str, &str) {
    (&arrival.issuer, &arrival.name)
}

fn is_same_entry(one: &Arrival, other: &Arrival) -> bool {
    match (one.params(), other.params()) {
        (Some(one), Some(other)) => is_same_code(one, other),
        _ => one.without_pin == other.without_pin && one.credential == other.credential,
    }
}
