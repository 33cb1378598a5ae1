//! JSON that breaks off: what was whole before the end is read, and the loss is reported. Some apps write such files
//! themselves, and copies are cut short. A file with a mistake in its midst is not guessed at.

use crate::formats::json::{self, Fields, Json};
use crate::formats::{Complaint, FormatError, Imported, Note, Reason, Remark, Spot};

/// The longest beginning of an entry that is looked into for its title, in bytes.
const LONGEST_REST: usize = 16 * 1024;

/// That a JSON text broke off, and in which entry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::formats) struct Cut {
    /// What the entry calls itself in which it broke off; `None` where it broke off between two.
    title: Option<String>,
}

impl Cut {
    /// Puts the loss into what was read: a note on the file, and a complaint about the entry.
    pub(in crate::formats) fn report(&self, imported: &mut Imported) {
        imported.notes.insert(0, Note { entry: None, remark: Remark::CutOff });
        let Some(title) = &self.title else { return };
        let spots = imported.arrivals.iter().map(|it| it.spot).chain(imported.complaints.iter().map(|it| it.spot));
        let last = spots.filter_map(|spot| match spot {
            Spot::Item(item) => Some(item),
            Spot::Line(_) => None,
        });
        let spot = Spot::Item(last.max().unwrap_or_default() + 1);
        imported.complaints.push(Complaint { spot, title: title.as_str().into(), reason: Reason::CutOff });
    }
}

/// Parses JSON; where it breaks off inside of its outermost list, all elements that are whole.
///
/// # Errors
/// As [`json::parse`].
pub(in crate::formats) fn parse(bytes: &[u8]) -> Result<(Json, Option<Cut>), FormatError> {
    match json::parse(bytes) {
        Ok(json) => Ok((json, None)),
        Err(error @ FormatError::BrokenJson { .. }) => {
            salvaged(bytes).map(|(json, cut)| (json, Some(cut))).ok_or(error)
        }
        Err(error) => Err(error),
    }
}

fn salvaged(bytes: &[u8]) -> Option<(Json, Cut)> {
    let end = End::of(bytes)?;
    let mut whole = zeroize::Zeroizing::new(Vec::with_capacity(end.whole + end.closing.len()));
    whole.extend_from_slice(bytes.get(..end.whole)?);
    whole.extend_from_slice(&end.closing);
    let json = json::parse(&whole).ok()?;
    let rest = bytes.get(end.whole..)?.trim_ascii_start();
    let rest = rest.strip_prefix(b",").unwrap_or(rest).trim_ascii();
    Some((json, Cut { title: (!rest.is_empty()).then(|| title(rest)) }))
}

/// Where the last whole element of the outermost open list ends, and which brackets close what is open around it.
struct End {
    whole: usize,
    closing: Vec<u8>,
}

impl End {
    fn of(bytes: &[u8]) -> Option<Self> {
        let (mut open, mut list, mut whole) = (Vec::new(), None, None);
        let (mut is_text, mut is_escaped) = (false, false);
        for (place, byte) in bytes.iter().enumerate() {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' if is_text => is_escaped = true,
                b'"' => is_text = !is_text,
                _ if is_text => {}
                b'{' | b'[' => {
                    open.push(if *byte == b'{' { b'}' } else { b']' });
                    if *byte == b'[' && list.is_none() {
                        list = Some(open.len());
                    }
                }
                b'}' | b']' => {
                    open.pop()?;
                    match list {
                        Some(depth) if open.len() == depth => whole = Some(place + 1),
                        Some(depth) if open.len() < depth => (list, whole) = (None, None),
                        _ => {}
                    }
                }
                b',' if list == Some(open.len()) => whole = Some(place),
                _ => {}
            }
        }
        let closing = open.get(..list?)?.iter().rev().copied().collect();
        Some(Self { whole: whole?, closing })
    }
}

/// What the beginning of an entry calls itself, by its fields that are whole.
fn title(rest: &[u8]) -> String {
    let rest = rest.get(..LONGEST_REST).unwrap_or(rest);
    let commas = (0..rest.len()).rev().filter(|place| rest.get(*place) == Some(&b','));
    let whole = commas.take(32).find_map(|comma| {
        let mut fields = zeroize::Zeroizing::new(rest.get(..comma)?.to_vec());
        fields.push(b'}');
        json::parse(&fields).ok()
    });
    let text = |fields: Fields<'_>, names: &[&'static str]| {
        names
            .iter()
            .find_map(|name| fields.text(name).ok().filter(|text| !text.is_empty()))
            .unwrap_or_default()
            .to_owned()
    };
    let Some(fields) = whole.as_ref().and_then(Json::fields) else { return String::new() };
    let issuer = text(fields, &["issuer", "Issuer", "issuerName", "issuerExt", "issuerInt"]);
    crate::formats::gathering::title(&issuer, &text(fields, &["label", "name", "account", "Username", "userName"]))
}

#[cfg(test)]
mod tests {
    use super::{Cut, parse};
    use crate::formats::FormatError;
    use crate::formats::gathering::Gathering;
    use crate::formats::{Arrival, Reason, Remark, Spot};

    fn salvage(text: &str) -> Option<(String, Option<String>)> {
        let (json, cut) = parse(text.as_bytes()).ok()?;
        Some((String::from_utf8(json.to_bytes().to_vec()).unwrap(), cut.and_then(|cut| cut.title)))
    }

    #[test]
    fn whole_elements_are_kept_and_the_broken_one_is_named() {
        let cut = "[{\"label\":\"a\",\"tags\":[\"x\"]},{\"issuer\":\"I\",\"label\":\"b\",\"tags\":[\"y\",\"z";
        assert_eq!(salvage(cut), Some(("[{\"label\":\"a\",\"tags\":[\"x\"]}]".into(), Some("I: b".into()))));
        let nested = "{\"db\":{\"entries\":[{\"name\":\"a, ]}\"},\n{\"name\":\"";
        assert_eq!(
            salvage(nested),
            Some(("{\"db\":{\"entries\":[{\"name\":\"a, ]}\"}]}}".into(), Some(String::new())))
        );
        assert_eq!(
            salvage("{\"items\":[\"a\",\"b\",\"c"),
            Some(("{\"items\":[\"a\",\"b\"]}".into(), Some(String::new())))
        );
        assert_eq!(salvage("[{\"label\":\"a\"},"), Some(("[{\"label\":\"a\"}]".into(), None)));
    }

    #[test]
    fn what_has_no_whole_element_or_a_mistake_in_its_midst_is_broken() {
        for text in
            ["[{\"a\":1", "{\"a\":\"b", "{\"a\":[1,2],\"b\":\"cut", "[{\"a\":1},{\"a\" 2},{\"a\":3}]", "[1,,2", "]["]
        {
            assert!(matches!(parse(text.as_bytes()), Err(FormatError::BrokenJson { .. })), "{text}");
        }
    }

    #[test]
    fn a_letter_that_is_cut_in_two_costs_nothing_more() {
        let cut = &"[{\"label\":\"a\"},{\"label\":\"å".as_bytes()[..26];
        assert!(std::str::from_utf8(cut).is_err());
        assert!(parse(cut).unwrap().1.is_some());
    }

    #[test]
    fn the_loss_is_reported_as_an_entry_after_the_last() {
        let mut gathering = Gathering::new("test");
        gathering.take(Spot::Item(1), Arrival::new("a", "b", None)).unwrap();
        let mut imported = gathering.finish().unwrap();
        Cut { title: Some("c".into()) }.report(&mut imported);
        assert_eq!(imported.notes.first().map(|note| &note.remark), Some(&Remark::CutOff));
        assert_eq!(imported.complaints.first().map(|it| (it.spot, &it.reason)), Some((Spot::Item(2), &Reason::CutOff)));
    }
}
