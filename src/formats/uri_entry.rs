//! A URI of a list as an entry: the account with what some apps put beside the key, and what was noticed about it.

use crate::formats::gathering::Gathering;
use crate::formats::json;
use crate::formats::{Arrival, FormatError, Reason, Remark, Spot};
use crate::moment::Moment;
use crate::otp::uri::{self, UriAccount, UriNote};

/// Takes a URI in, or a complaint about it.
///
/// # Errors
/// [`FormatError::TooMany`].
pub(in crate::formats) fn take(gathering: &mut Gathering, spot: Spot, line: &str) -> Result<(), FormatError> {
    match uri::read(line) {
        Ok(account) => {
            let (arrival, remarks) = arrival(account);
            take_noted(gathering, spot, arrival, remarks)
        }
        Err(refusal) => gathering.complain(spot, &refusal.title, Reason::Uri(refusal.why)),
    }
}

/// Takes an account in with its groups and with what was noticed about it.
///
/// # Errors
/// [`FormatError::TooMany`].
pub(in crate::formats) fn take_noted(
    gathering: &mut Gathering,
    spot: Spot,
    arrival: Arrival,
    remarks: Vec<Remark>,
) -> Result<(), FormatError> {
    for remark in remarks {
        gathering.note(spot, &arrival.title(), remark);
    }
    if arrival.trashed {
        gathering.note(spot, &arrival.title(), Remark::Trashed);
    }
    for group in &arrival.groups {
        gathering.group(group);
    }
    gathering.take(spot, arrival)
}

/// The account of a URI, and what was noticed about it.
pub(in crate::formats) fn arrival(account: UriAccount) -> (Arrival, Vec<Remark>) {
    let UriAccount { issuer, name, key, extras, notes } = account;
    let mut arrival = Arrival::new(&issuer, &name, Some(key));
    arrival.icon = extras.icon;
    // The label's own issuer is a fact that the person may look for later: an organisation, say.
    arrival.note = extras.other_issuer;
    arrival.groups = extras.tags;
    apply_code_display(&mut arrival, &extras.code_display);
    let remarks = notes.into_iter().filter(|note| !is_said_of_every_account(note)).map(Remark::Uri).collect();
    (arrival, remarks)
}

/// Whether the gathering says it of every account by itself.
fn is_said_of_every_account(note: &UriNote) -> bool {
    matches!(note, UriNote::LookAlikes | UriNote::ShortKey(_) | UriNote::UnusualDigits(_))
}

/// What Ente keeps beside the key. A mistake in it costs nothing but these extras.
fn apply_code_display(arrival: &mut Arrival, text: &str) {
    let Ok(value) = json::parse(text.as_bytes()) else { return };
    let Some(fields) = value.fields() else { return };
    let note = fields.text("note").unwrap_or_default();
    if !note.is_empty() {
        arrival.note = note.into();
    }
    arrival.groups.extend(fields.list("tags").iter().filter_map(|tag| tag.as_str()).map(Into::into));
    arrival.pinned = fields.is("pinned").unwrap_or_default();
    arrival.trashed = fields.is("trashed").unwrap_or_default();
    arrival.use_count = fields.number("tapCount").ok().flatten().unwrap_or_default();
    arrival.last_used = fields.number("lastUsedAt").ok().flatten().and_then(used_at);
}

/// Microseconds in newer versions, milliseconds in older ones; told apart by size, as both lie after 2001.
fn used_at(number: u64) -> Option<Moment> {
    let milliseconds = if number >= 100_000_000_000_000 { number / 1000 } else { number };
    i64::try_from(milliseconds).ok().filter(|ms| *ms > 0).map(Moment::from_unix_ms)
}
