//! Gathering the entries of a file: strings cleaned, names given where there are none, entries counted.

use std::collections::HashSet;

use crate::formats::sqlite::Database;
use crate::formats::{Arrival, Complaint, FormatError, Imported, MOST_ENTRIES, Note, Reason, Remark, Spot};
use crate::otp::OtpParams;
use crate::otp::uri::{self, LONGEST_ISSUER, LONGEST_NAME, UriKey, UriNote};
use crate::secret::Private;
use crate::text::{Cleaned, clean, clean_line, has_lookalikes};

/// The longest note that is kept, in characters.
const LONGEST_NOTE: usize = 4096;

/// What is gathered so far.
pub(in crate::formats) struct Gathering {
    imported: Imported,
    /// The groups that are taken down, to find one of thousands at once.
    groups: HashSet<Private>,
}

impl Gathering {
    pub(in crate::formats) fn new(format: &'static str) -> Self {
        let imported =
            Imported { format, arrivals: Vec::new(), groups: Vec::new(), complaints: Vec::new(), notes: Vec::new() };
        Self { imported, groups: HashSet::new() }
    }

    /// The same for a database, with a remark where its newest rows may lie elsewhere.
    pub(in crate::formats) fn of_database(format: &'static str, database: &Database<'_>) -> Self {
        let mut gathering = Self::new(format);
        if database.is_logged() {
            gathering.note_on_file(Remark::LogBeside);
        }
        gathering
    }

    /// Takes an account in.
    ///
    /// # Errors
    /// [`FormatError::TooMany`].
    pub(in crate::formats) fn take(&mut self, spot: Spot, mut arrival: Arrival) -> Result<(), FormatError> {
        self.count()?;
        arrival.spot = spot;
        let mut remarks = cleaned(&mut arrival);
        if arrival.issuer.is_empty() && arrival.name.is_empty() {
            arrival.name = format!("Imported {}", self.imported.arrivals.len() + 1).into();
            remarks.push(Remark::Named);
        }
        remarks.extend(key_remarks(&arrival));
        for remark in remarks {
            self.imported.notes.push(Note { entry: Some((spot, arrival.title().into())), remark });
        }
        self.imported.arrivals.push(arrival);
        Ok(())
    }

    /// Takes down a complaint.
    ///
    /// # Errors
    /// [`FormatError::TooMany`].
    pub(in crate::formats) fn complain(&mut self, spot: Spot, title: &str, reason: Reason) -> Result<(), FormatError> {
        self.count()?;
        let title = clean_line(title).text.chars().take(LONGEST_NAME).collect::<String>().into();
        self.imported.complaints.push(Complaint { spot, title, reason });
        Ok(())
    }

    /// Takes in what an entry gave: an account with its groups, or a complaint under the entry's title.
    ///
    /// # Errors
    /// [`FormatError::TooMany`].
    pub(in crate::formats) fn settle(
        &mut self,
        spot: Spot,
        title: &str,
        entry: Result<Arrival, Reason>,
    ) -> Result<(), FormatError> {
        let arrival = match entry {
            Ok(arrival) => arrival,
            Err(reason) => return self.complain(spot, title, reason),
        };
        arrival.groups.iter().for_each(|group| self.group(group));
        if arrival.trashed {
            self.note(spot, &arrival.title(), Remark::Trashed);
        }
        self.take(spot, arrival)
    }

    /// Takes down a note on an entry.
    pub(in crate::formats) fn note(&mut self, spot: Spot, title: &str, remark: Remark) {
        self.imported.notes.push(Note { entry: Some((spot, clean_line(title).text.into())), remark });
    }

    /// Takes down a note on the whole file.
    pub(in crate::formats) fn note_on_file(&mut self, remark: Remark) {
        self.imported.notes.push(Note { entry: None, remark });
    }

    /// Takes down a group, also one without accounts.
    pub(in crate::formats) fn group(&mut self, name: &str) {
        if self.imported.groups.last().is_some_and(|last| **last == *name) {
            return;
        }
        let name = Private::from(clean_line(name).text);
        if !name.is_empty() && self.groups.insert(name.clone()) {
            self.imported.groups.push(name);
        }
    }

    /// Whether there is an account with the names and the key of a URI.
    pub(in crate::formats) fn has_same_code(&self, text: &str) -> bool {
        let Ok(account) = uri::read(text) else { return false };
        let UriKey::Ready(params) = &account.key else { return false };
        let names = (clean_line(&account.issuer).text, clean_line(&account.name).text);
        let is_same = |it: &Arrival| (&*it.issuer, &*it.name) == (&names.0, &names.1) && it.params() == Some(params);
        self.imported.arrivals.iter().any(is_same)
    }

    /// The content of the file.
    ///
    /// # Errors
    /// [`FormatError::NoAccounts`] when there was nothing, not even something to complain of.
    pub(in crate::formats) fn finish(self) -> Result<Imported, FormatError> {
        if self.imported.arrivals.is_empty() && self.imported.complaints.is_empty() {
            return Err(FormatError::NoAccounts);
        }
        Ok(self.imported)
    }

    fn count(&self) -> Result<(), FormatError> {
        let entries = self.imported.arrivals.len() + self.imported.complaints.len();
        if entries < MOST_ENTRIES { Ok(()) } else { Err(FormatError::TooMany) }
    }
}

/// What an entry is called of which only the names are known so far.
pub(in crate::formats) fn title(issuer: &str, name: &str) -> String {
    match (issuer.is_empty(), name.is_empty()) {
        (true, _) => name.to_owned(),
        (_, true) => issuer.to_owned(),
        _ => format!("{issuer}: {name}"),
    }
}

/// Cleans all strings in place and says what had to go.
fn cleaned(arrival: &mut Arrival) -> Vec<Remark> {
    let (mut hidden, mut was_cut) = (0, false);
    let mut keep = |cleaned: Cleaned, most: usize| {
        hidden += cleaned.removed;
        was_cut |= cleaned.text.chars().count() > most;
        Private::from(cleaned.text.chars().take(most).collect::<String>())
    };
    arrival.issuer = keep(clean_line(&arrival.issuer), LONGEST_ISSUER);
    arrival.name = keep(clean_line(&arrival.name), LONGEST_NAME);
    arrival.note = keep(clean(&arrival.note), LONGEST_NOTE);
    arrival.icon = keep(clean_line(&arrival.icon), LONGEST_NAME);
    let groups: Vec<Private> = arrival.groups.iter().map(|group| keep(clean_line(group), LONGEST_NAME)).collect();
    arrival.groups = groups.into_iter().filter(|group| !group.is_empty()).fold(Vec::new(), |mut known, group| {
        if !known.contains(&group) {
            known.push(group);
        }
        known
    });
    let hidden = (hidden > 0).then_some(UriNote::HiddenRemoved(hidden));
    let cut = was_cut.then_some(UriNote::Cut);
    let alike = (has_lookalikes(&arrival.issuer) || has_lookalikes(&arrival.name)).then_some(UriNote::LookAlikes);
    [hidden, cut, alike].into_iter().flatten().map(Remark::Uri).collect()
}

fn key_remarks(arrival: &Arrival) -> Vec<Remark> {
    let Some(params) = arrival.params() else {
        return vec![if arrival.without_pin.is_some() { Remark::PinMissing } else { Remark::KeyMissing }];
    };
    let (key, digits) = match params {
        OtpParams::Hotp { key, digits, .. } | OtpParams::Totp { key, digits, .. } => (key, Some(digits)),
        OtpParams::Steam { key } => (key, None),
        OtpParams::Motp { .. } | OtpParams::Yandex { .. } => return Vec::new(),
    };
    let short = key.is_short().then(|| UriNote::ShortKey(key.expose().len()));
    let unusual = digits.filter(|digits| digits.is_unusual()).map(|digits| UriNote::UnusualDigits(digits.get()));
    [short, unusual].into_iter().flatten().map(Remark::Uri).collect()
}

#[cfg(test)]
mod tests {
    use super::Gathering;
    use crate::formats::{Arrival, FormatError, MOST_ENTRIES, Reason, Remark, Spot};
    use crate::otp::uri::UriNote;

    #[test]
    fn strings_are_cleaned_and_it_says_so() {
        let mut gathering = Gathering::new("test");
        let mut arrival = Arrival::new("Ba\u{1b}[31mnk\u{202e}", &"n".repeat(300), None);
        arrival.groups = vec![" Work ".into(), "Work".into(), "".into()];
        gathering.take(Spot::Item(1), arrival).unwrap();
        let imported = gathering.finish().unwrap();
        let [arrival] = imported.arrivals.as_slice() else { panic!("one") };
        assert_eq!((&*arrival.issuer, arrival.name.len(), arrival.groups.len()), ("Ba[31mnk", 256, 1));
        let remarks: Vec<_> = imported.notes.iter().map(|note| note.remark.clone()).collect();
        let expected = [Remark::Uri(UriNote::HiddenRemoved(2)), Remark::Uri(UriNote::Cut), Remark::KeyMissing];
        assert_eq!(remarks, expected);
    }

    #[test]
    fn an_account_without_any_name_is_given_one() {
        let mut gathering = Gathering::new("test");
        gathering.take(Spot::Line(7), Arrival::new("", " ", None)).unwrap();
        let imported = gathering.finish().unwrap();
        assert_eq!(imported.arrivals.first().map(Arrival::title).as_deref(), Some("Imported 1"));
        assert_eq!(imported.notes.first().map(|note| &note.remark), Some(&Remark::Named));
    }

    #[test]
    fn complaints_count_as_entries_and_too_many_are_refused() {
        let mut gathering = Gathering::new("test");
        for item in 0..MOST_ENTRIES {
            gathering.complain(Spot::Item(item), "", Reason::NotAnEntry).unwrap();
        }
        assert_eq!(gathering.complain(Spot::Item(0), "", Reason::NotAnEntry), Err(FormatError::TooMany));
        assert_eq!(gathering.take(Spot::Item(0), Arrival::new("", "", None)), Err(FormatError::TooMany));
    }

    #[test]
    fn a_file_without_anything_is_not_taken_for_a_success() {
        assert_eq!(Gathering::new("test").finish().err(), Some(FormatError::NoAccounts));
    }
}
