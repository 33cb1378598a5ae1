//! Transfers that come in several parts, put together again: in order, and with what is missing said once.

use std::collections::HashMap;

use crate::formats::{Arrival, Note, Remark};

/// A part of a transfer, such as one of several codes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Part {
    /// What the transfer calls itself.
    pub transfer: i64,
    /// Which part it is, from 0.
    pub index: u32,
}

/// Each transfer stands where its first arrival was, and in it part after part.
pub(super) fn put_in_order(arrivals: &mut Vec<Arrival>) {
    let mut first_met = HashMap::new();
    for (place, part) in arrivals.iter().enumerate().filter_map(|(place, it)| Some((place, it.part?))) {
        first_met.entry(part.transfer).or_insert(place);
    }
    if first_met.is_empty() {
        return;
    }
    let mut placed: Vec<_> = std::mem::take(arrivals).into_iter().enumerate().collect();
    placed.sort_by_key(|(place, arrival)| match arrival.part {
        Some(part) => (first_met.get(&part.transfer).copied(), part.index),
        None => (Some(*place), 0),
    });
    arrivals.extend(placed.into_iter().map(|(_, arrival)| arrival));
}

/// Notes of missing parts of the same transfer joined into one, or into none once all parts are there.
pub(super) fn joined(notes: Vec<Note>) -> Vec<Note> {
    let mut kept: Vec<Note> = Vec::with_capacity(notes.len());
    for note in notes {
        let Remark::PartsMissing { transfer, missing, .. } = &note.remark else {
            kept.push(note);
            continue;
        };
        let same = kept.iter_mut().find_map(|known| match &mut known.remark {
            Remark::PartsMissing { transfer: known, missing, .. } if known == transfer => Some(missing),
            _ => None,
        });
        match same {
            Some(known) => known.retain(|part| missing.contains(part)),
            None => kept.push(note),
        }
    }
    kept.retain(|note| !matches!(&note.remark, Remark::PartsMissing { missing, .. } if missing.is_empty()));
    kept
}

#[cfg(test)]
mod tests {
    use crate::formats::testing::KEY;
    use crate::formats::{Arrival, Imported, Part, Spot};

    fn file(arrivals: &[(&str, Option<Part>)]) -> Imported {
        let arrival = |(name, part): &(&str, Option<Part>)| {
            let account = crate::otp::uri::read(&format!("otpauth://totp/{name}?secret={KEY}")).unwrap();
            let mut arrival = Arrival::new("", name, Some(account.key));
            (arrival.part, arrival.spot) = (*part, Spot::Item(1));
            arrival
        };
        let arrivals = arrivals.iter().map(arrival).collect();
        Imported { format: "test", arrivals, groups: Vec::new(), complaints: Vec::new(), notes: Vec::new() }
    }

    #[test]
    fn the_files_of_a_transfer_come_in_its_own_order_and_each_part_once() {
        let part = |index| Some(Part { transfer: -7, index });
        let other = Some(Part { transfer: 0, index: 0 });
        let all = [
            file(&[("first", None)]),
            file(&[("c", part(2)), ("d", part(2))]),
            file(&[("x", other)]),
            file(&[("a", part(0)), ("a", part(0))]),
            file(&[("c", part(2)), ("d", part(2))]),
            file(&[("last", None), ("b", part(1)), ("last", None)]),
        ];
        let together = all.into_iter().reduce(Imported::with).unwrap();
        let names: Vec<_> = together.arrivals.iter().map(|it| it.name.to_string()).collect();
        // What stands twice in one part stands there twice, as in the app.
        assert_eq!(names, ["first", "a", "a", "b", "c", "d", "x", "last", "last"]);
    }
}
