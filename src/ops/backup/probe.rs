//! Trying a place before it is trusted: create, list, read, refuse to overwrite, delete. What it cannot promise is said.

use crate::chance::{Entropy, draw};
use crate::ops::backup::BackupError;
use crate::ports::{Place, PlaceError, Trip};

/// How many bytes a probe has: more than one block, so that a place that cuts files shows it.
const PROBE_BYTES: usize = 5_000;
/// How many of them are read for a partial read.
const START: usize = 64;

/// What a place was found to do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Probed {
    /// Whether it refuses to overwrite a file. Names are unique, so that nothing depends on it.
    pub refuses_overwrites: bool,
    /// Whether it lists a file right after it was put.
    pub lists_at_once: bool,
    /// Whether it confirmed that a file will last.
    pub confirms: bool,
}

/// Tries a place with a file of its own, which is removed again.
///
/// # Errors
/// [`BackupError::Place`] for what it refuses, [`BackupError::ReadBack`] where it does not give back what was put there.
pub fn probe(place: &dyn Place, chance: &dyn Entropy, trip: &Trip<'_>) -> Result<Probed, BackupError> {
    let name = format!("pulih-probe-{:016x}.tmp", u64::from_be_bytes(draw(chance)?));
    let first = vec![b'1'; PROBE_BYTES];
    let receipt = place.put_new(&name, &first, trip)?;
    let tried = try_with(place, &name, &first, receipt.is_confirmed, trip);
    let removed = place.delete(&name, trip);
    let probed = tried?;
    removed?;
    Ok(probed)
}

fn try_with(
    place: &dyn Place,
    name: &str,
    first: &[u8],
    confirms: bool,
    trip: &Trip<'_>,
) -> Result<Probed, BackupError> {
    let most = u64::try_from(first.len()).unwrap_or(u64::MAX);
    let start = place.get_start(name, START as u64, trip)?;
    if place.get(name, most, trip)? != first || Some(start.as_slice()) != first.get(..START) {
        return Err(BackupError::ReadBack);
    }
    let lists_at_once = place.list(trip)?.iter().any(|entry| entry.name == name);
    let refuses_overwrites = match place.put_new(name, &vec![b'2'; first.len()], trip) {
        Err(PlaceError::Exists) => place.get(name, most, trip)? == first,
        Err(error) => return Err(error.into()),
        Ok(_) => false,
    };
    Ok(Probed { refuses_overwrites, lists_at_once, confirms })
}
