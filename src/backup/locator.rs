//! Where a backup set lies and under which account, as one line: what the code on a recovery kit holds. It holds nothing
//! that opens anything, for whoever scans it leaves a trace in the scanner.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::secret::Private;
use crate::text::clean_line;

/// How the line begins; the number is the version.
const START: &str = "pulih-kit:1?";

/// What stands in a value as it is: what addresses are made of and no line of ours means anything by.
const AS_IT_IS: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'/').remove(b':').remove(b'@').remove(b'_');

/// Where a backup set lies and under which account.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Locator {
    /// What the set is called.
    pub set: String,
    /// The name of the recovery account.
    pub account: Private,
    /// The address of the place.
    pub place: Private,
}

impl Locator {
    /// Reads such a line. `None` for every other text, and for one without a place.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut locator = Self::default();
        for pair in text.trim().strip_prefix(START)?.split('&') {
            let (name, value) = pair.split_once('=')?;
            let value = clean_line(&percent_decode_str(value).decode_utf8().ok()?).text;
            match name {
                "account" => locator.account = value.into(),
                "place" => locator.place = value.into(),
                "set" => locator.set = value,
                // A later program may have more to say; what is known still leads there.
                _ => {}
            }
        }
        (!locator.place.is_empty()).then_some(locator)
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [set, account, place] =
            [&*self.set, &*self.account, &*self.place].map(|value| utf8_percent_encode(value, AS_IT_IS));
        write!(out, "{START}set={set}&account={account}&place={place}")
    }
}

#[cfg(test)]
mod tests {
    use super::Locator;

    fn locator(place: &str) -> Locator {
        Locator { set: "amber otter".to_owned(), account: "mira+1@example.com".into(), place: place.into() }
    }

    #[test]
    fn what_is_written_is_read_again_whatever_stands_in_it() {
        for place in ["/mnt/usb/Säkerhet & co", "webdav+https://mira@cloud.example.com/dav/a%20b", "C:\\Users\\Mira"] {
            let line = locator(place).to_string();
            assert!(!line.contains(char::is_whitespace), "{line}");
            assert_eq!(Locator::parse(&line), Some(locator(place)), "{line}");
        }
    }

    #[test]
    fn a_line_of_a_later_program_still_leads_there_and_every_other_text_is_none() {
        let later = format!("{}&more=x", locator("/mnt/usb"));
        assert_eq!(Locator::parse(&later), Some(locator("/mnt/usb")));
        for text in [
            "",
            "/mnt/usb",
            "pulih-kit:2?place=/mnt",
            "pulih-kit:1?set=a",
            "pulih-kit:1?place",
            "pulih-kit:1?place=%ff",
        ] {
            assert_eq!(Locator::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_place_cannot_steer_the_terminal() {
        let read = Locator::parse("pulih-kit:1?place=/mnt%1b[2J/usb%0Ax").map(|read| read.place);
        assert_eq!(read.as_deref(), Some("/mnt[2J/usb x"));
    }
}
