//! The XML: groups within groups, and entries in them. Read event by event, so that it may be nested without harm; what
//! entries were before (their history) is passed over, after its hidden fields have taken their turn.

use std::rc::Rc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zeroize::Zeroizing;

use crate::formats::kdbx::stream::Fields;
use crate::formats::{FormatError, MOST_ENTRIES, base64};

/// How deep groups and all else may be nested.
const DEEPEST: usize = 64;

/// What an entry says.
#[derive(Default)]
pub(super) struct Entry {
    texts: Vec<(String, Zeroizing<String>)>,
    /// The names of the groups it is in, from below the first, with slashes between. One for all entries of a group.
    pub(super) path: Rc<str>,
    /// Its tags.
    pub(super) tags: Vec<String>,
    /// Whether it lies in the recycle bin.
    pub(super) is_in_bin: bool,
}

impl Entry {
    /// The text of this name, empty where there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        self.texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str()).unwrap_or_default()
    }
}

/// All entries, in the order of the file.
pub(super) fn read(xml: &str, fields: Fields) -> Result<Vec<Entry>, FormatError> {
    let mut tree = Tree { fields, path: Vec::new(), groups: Vec::new(), entries: Vec::new(), bin: String::new() };
    let mut reader = Reader::from_str(xml);
    // No text is longer than the file, so this one never grows and leaves no copy behind.
    let mut inside = Zeroizing::new(String::with_capacity(xml.len()));
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::DocType(_) => return Err(FormatError::Doctype),
            Event::Start(tag) => {
                inside.clear();
                tree.begin(&tag)?;
            }
            Event::End(_) => {
                tree.end(&mut inside)?;
                inside.clear();
            }
            Event::Text(part) => inside.push_str(&part.xml10_content()),
            Event::CData(part) => inside.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => {
                let resolved = reference.resolve_char_ref().map_err(|_| damaged())?;
                inside.push(resolved.or_else(|| predefined(&reference)).ok_or_else(damaged)?);
            }
            Event::Eof if tree.path.is_empty() => return Ok(tree.entries),
            Event::Eof => return Err(damaged()),
            Event::Comment(_) | Event::Decl(_) | Event::Empty(_) | Event::PI(_) => {}
        }
    }
}

fn damaged() -> FormatError {
    FormatError::Damaged("XML")
}

/// The five entities of XML 1.0, section 4.6.
fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "apos" => '\'',
        "gt" => '>',
        "lt" => '<',
        "quot" => '"',
        _ => return None,
    })
}

/// The elements that matter.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Element {
    Bin,
    Entry,
    Group,
    History,
    Key,
    Name,
    Other,
    Tags,
    Text,
    Uuid,
    Value { is_hidden: bool },
}

struct Tree {
    fields: Fields,
    path: Vec<Element>,
    groups: Vec<Group>,
    entries: Vec<Entry>,
    bin: String,
}

/// A group that is open.
#[derive(Default)]
struct Group {
    name: String,
    uuid: String,
    path: Option<Rc<str>>,
    entry: Option<Entry>,
    key: String,
}

impl Tree {
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), FormatError> {
        let element = element(tag)?;
        self.path.push(element);
        if self.path.len() > DEEPEST {
            return Err(FormatError::TooDeep);
        }
        match element {
            Element::Group => self.groups.push(Group::default()),
            Element::Entry if !self.is_history() => {
                let entry = self.entry();
                if let Some(group) = self.groups.last_mut() {
                    group.entry = Some(entry);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, inside: &mut Zeroizing<String>) -> Result<(), FormatError> {
        let element = self.path.pop().ok_or_else(damaged)?;
        if let Element::Value { is_hidden: true } = element {
            *inside = self.shown(inside)?;
        }
        let (parent, is_history) = (self.path.last().copied(), self.is_history());
        if element == Element::Bin {
            inside.trim().clone_into(&mut self.bin);
        }
        let Some(group) = self.groups.last_mut().filter(|_| !is_history) else { return Ok(()) };
        match (element, parent) {
            (Element::Entry, _) => {
                if self.entries.len() >= MOST_ENTRIES {
                    return Err(FormatError::TooMany);
                }
                self.entries.extend(group.entry.take());
            }
            (Element::Group, _) => drop(self.groups.pop()),
            (Element::Key, Some(Element::Text)) => group.key = inside.to_string(),
            (Element::Name, Some(Element::Group)) => group.name = inside.trim().to_owned(),
            (Element::Uuid, Some(Element::Group)) => group.uuid = inside.trim().to_owned(),
            (Element::Tags, Some(Element::Entry)) => {
                let tags = inside.split([';', ',']).map(|tag| tag.trim().to_owned());
                group.entry.iter_mut().for_each(|entry| entry.tags = tags.clone().collect());
            }
            (Element::Value { .. }, Some(Element::Text)) => {
                let text = (std::mem::take(&mut group.key), inside.clone());
                group.entry.iter_mut().for_each(|entry| entry.texts.push(text.clone()));
            }
            _ => {}
        }
        Ok(())
    }

    fn is_history(&self) -> bool {
        self.path.contains(&Element::History)
    }

    /// An entry at this place: below which groups, and whether one of them is the bin.
    fn entry(&mut self) -> Entry {
        let is_bin = |group: &Group| !group.uuid.is_empty() && group.uuid == self.bin;
        let is_in_bin = self.groups.iter().any(is_bin);
        let known = self.groups.last().and_then(|group| group.path.clone());
        let path = known.unwrap_or_else(|| self.path_below_root());
        if let Some(group) = self.groups.last_mut() {
            group.path = Some(Rc::clone(&path));
        }
        Entry { path, is_in_bin, ..Entry::default() }
    }

    fn path_below_root(&self) -> Rc<str> {
        self.groups.iter().skip(1).map(|group| group.name.as_str()).collect::<Vec<_>>().join("/").into()
    }

    fn shown(&mut self, hidden: &str) -> Result<Zeroizing<String>, FormatError> {
        let mut bytes = Zeroizing::new(base64::decoded(hidden).ok_or_else(damaged)?);
        self.fields.show(&mut bytes)?;
        // A file that hangs on an entry may be hidden too, and need not be a text.
        Ok(Zeroizing::new(std::str::from_utf8(&bytes).unwrap_or_default().to_owned()))
    }
}

fn element(tag: &BytesStart<'_>) -> Result<Element, FormatError> {
    let is_hidden = || -> Result<bool, FormatError> {
        let attribute = tag.try_get_attribute("Protected").map_err(|_| damaged())?;
        let value = attribute.map(|it| it.normalized_value(XmlVersion::Implicit1_0).map(|text| text.into_owned()));
        let value = value.transpose().map_err(|_| damaged())?;
        Ok(value.is_some_and(|value| value.eq_ignore_ascii_case("true")))
    };
    Ok(match tag.name().as_ref() {
        "Entry" => Element::Entry,
        "Group" => Element::Group,
        "History" => Element::History,
        "Key" => Element::Key,
        "Name" => Element::Name,
        "RecycleBinUUID" => Element::Bin,
        "String" => Element::Text,
        "Tags" => Element::Tags,
        "UUID" => Element::Uuid,
        // Files of kind 3 are hidden in an element of another name, and take their turn like fields.
        "Value" | "Binary" => Element::Value { is_hidden: is_hidden()? },
        _ => Element::Other,
    })
}
