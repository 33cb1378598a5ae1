//! Android's preferences as XML (`<map><string name="…">…</string></map>`), in which several apps keep their accounts.
//! Only the texts are of interest. No document type is read, so that no entity can grow or reach for a file.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zeroize::Zeroizing;

use crate::formats::FormatError;

/// How deep the XML may be nested. The app's own has three levels.
const DEEPEST: usize = 32;

/// The texts of a file, in its order.
pub(in crate::formats) struct Prefs(Vec<(String, Zeroizing<String>)>);

impl Prefs {
    /// Whether a text looks like such a file.
    pub(in crate::formats) fn is_likely(text: &str) -> bool {
        let text = text.trim_start();
        (text.starts_with("<?xml") || text.starts_with("<map")) && text.contains("<map")
    }

    /// # Errors
    /// [`FormatError::Doctype`], [`FormatError::TooDeep`], [`FormatError::Damaged`].
    pub(in crate::formats) fn parse(text: &str) -> Result<Self, FormatError> {
        let mut reader = Reader::from_str(text);
        let (mut found, mut open, mut depth) = (Vec::new(), None, 0);
        // No text is longer than the file, so this one never grows and leaves no copy behind.
        let mut inside = Zeroizing::new(String::with_capacity(text.len()));
        loop {
            match reader.read_event().map_err(|_| damaged())? {
                Event::DocType(_) => return Err(FormatError::Doctype),
                Event::Start(tag) => {
                    depth += 1;
                    if depth > DEEPEST {
                        return Err(FormatError::TooDeep);
                    }
                    open = named_text(&tag)?;
                    inside.clear();
                }
                Event::End(_) => {
                    depth -= 1;
                    found.extend(open.take().map(|name| (name, inside.clone())));
                }
                Event::Text(part) => inside.push_str(&part.xml10_content()),
                Event::CData(part) => inside.push_str(&part.xml10_content()),
                Event::GeneralRef(reference) => {
                    let resolved = reference.resolve_char_ref().map_err(|_| damaged())?;
                    let character = resolved.or_else(|| predefined(&reference)).ok_or_else(damaged)?;
                    inside.push(character);
                }
                Event::Eof if depth == 0 => return Ok(Self(found)),
                Event::Eof => return Err(damaged()),
                Event::Comment(_) | Event::Decl(_) | Event::Empty(_) | Event::PI(_) => {}
            }
        }
    }

    /// The text of this name.
    pub(in crate::formats) fn text(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, text)| text)
    }

    /// All texts with their names.
    pub(in crate::formats) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }
}

fn damaged() -> FormatError {
    FormatError::Damaged("XML")
}

/// The name of a `<string name="…">`; `None` for any other tag, which is passed over.
fn named_text(tag: &BytesStart<'_>) -> Result<Option<String>, FormatError> {
    if tag.name().as_ref() != "string" {
        return Ok(None);
    }
    let attribute = tag.try_get_attribute("name").map_err(|_| damaged())?;
    let name =
        attribute.map(|it| it.normalized_value(XmlVersion::Implicit1_0).map(|name| name.into_owned())).transpose();
    name.map_err(|_| damaged())
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

#[cfg(test)]
mod tests {
    use super::Prefs;
    use crate::formats::FormatError;

    fn text(xml: &str, name: &str) -> Option<String> {
        Prefs::parse(xml).unwrap().text(name).map(str::to_owned)
    }

    #[test]
    fn texts_come_by_name_with_their_escapes_undone() {
        let xml = "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n<int name=\"n\" value=\"1\" />\
                   <string name=\"a&amp;b\">{&quot;x&quot;:&#39;&lt;å&#x1F600;&gt;}</string>\
                   <set name=\"s\"><string>one</string></set><string name=\"c\"><![CDATA[<&>]]></string></map>";
        assert_eq!(text(xml, "a&b").as_deref(), Some("{\"x\":'<å😀>}"));
        assert_eq!(text(xml, "c").as_deref(), Some("<&>"));
        assert_eq!(Prefs::parse(xml).unwrap().iter().count(), 2);
        assert!(Prefs::is_likely(xml) && !Prefs::is_likely("<html><map></html>"));
    }

    #[test]
    fn a_document_type_is_refused_whatever_it_says() {
        let bomb = "<?xml version='1.0'?><!DOCTYPE map [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>\
                    <map><string name=\"x\">&b;</string></map>";
        assert_eq!(Prefs::parse(bomb).err(), Some(FormatError::Doctype));
        assert_eq!(Prefs::parse("<!doctype map><map/>").err(), Some(FormatError::Doctype));
    }

    #[test]
    fn unknown_entities_broken_tags_and_deep_nesting_are_refused() {
        let damaged = Some(FormatError::Damaged("XML"));
        assert_eq!(Prefs::parse("<map><string name=\"x\">&b;</string></map>").err(), damaged);
        assert_eq!(Prefs::parse("<map><string name=\"x\">").err(), damaged);
        assert_eq!(Prefs::parse("<map></string>").err(), damaged);
        let deep = "<a>".repeat(33) + &"</a>".repeat(33);
        assert_eq!(Prefs::parse(&deep).err(), Some(FormatError::TooDeep));
        assert!(Prefs::parse(&("<a>".repeat(32) + &"</a>".repeat(32))).is_ok());
    }
}
