//! An entry of pass or gopass, decrypted: the password in the first line, then anything. A code is a line with a URI
//! (pass-otp), or a field `otpauth: //…`, `totp: KEY`, `hotp: KEY` (gopass). Other lines are the person's own and are
//! neither read nor repeated.

use crate::formats::login::{Login, Logins};
use crate::formats::plain_row::is_account_uri;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, Spot};
use zeroize::Zeroizing;

/// More codes than this have no place in one entry; such a text is a list of URIs with something else at its top.
const MOST_CODES: usize = 3;

/// An entry of pass or gopass.
#[derive(Debug)]
pub struct Pass;

impl Format for Pass {
    fn id(&self) -> &'static str {
        "pass"
    }

    fn about(&self) -> About {
        About { app: "pass, gopass", how: "how-pass", reads: "a decrypted entry: otpauth://, otpauth:, totp:, hotp:" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let Some(text) = file.text() else { return Likeness::None };
        let is_list = text.trim_start().lines().next().is_none_or(is_account_uri);
        let is_entry = !is_list
            && !text.trim_start().starts_with(['{', '[', '<'])
            && (1..=MOST_CODES).contains(&codes(text).count());
        if is_entry { Likeness::Possible } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let text = file.text().ok_or(FormatError::NotRecognised)?;
        let mut logins = Logins::new(self.id());
        for (line, code) in codes(text) {
            logins.take(Spot::Line(line), &Login { code: &code, ..Login::default() })?;
        }
        Ok(Parsed::Plain(logins.finish()?))
    }
}

/// The lines with codes: their numbers, and each as a URI or a bare key.
fn codes(text: &str) -> impl Iterator<Item = (usize, Zeroizing<String>)> {
    // The counter of a bare key stands in a line of its own.
    let counter = text.lines().find_map(|line| field(line, "counter"));
    (1..).zip(text.lines()).filter_map(move |(number, line)| Some((number, code(line.trim(), counter)?)))
}

fn code(line: &str, counter: Option<&str>) -> Option<Zeroizing<String>> {
    let uri = match (field(line, "otpauth"), field(line, "totp"), field(line, "hotp")) {
        _ if is_account_uri(line) => line.to_owned(),
        // YAML needs a blank behind the colon, so gopass breaks the URI there.
        (Some(rest), ..) => format!("otpauth:{rest}"),
        (_, Some(totp), _) => totp.to_owned(),
        (.., Some(hotp)) if is_account_uri(hotp) => hotp.to_owned(),
        (.., Some(hotp)) => {
            format!("otpauth://hotp/?secret={}&counter={}", hotp.replace(' ', ""), counter.unwrap_or("0"))
        }
        // Another name, as people choose them.
        _ => line
            .split_once(':')
            .map(|(_, value)| value.trim().trim_matches('"'))
            .filter(|it| is_account_uri(it))?
            .to_owned(),
    };
    Some(Zeroizing::new(uri))
}

/// The value of a line `name: value`, where there is one.
fn field<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (key, value) = line.split_once(':')?;
    let value = value.trim().trim_matches('"');
    (key.trim().eq_ignore_ascii_case(name) && !value.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::Pass;
    use crate::formats::testing::{KEY, file, names, plain};
    use crate::formats::{Format, Likeness};

    #[test]
    fn a_uri_among_other_lines_is_found_and_nothing_else_is_repeated() {
        let text = format!("pass:word\nurl: https://example.com\notpauth://totp/Example:anna?secret={KEY}\nnote: x\n");
        let imported = plain(&Pass, text);
        assert_eq!((names(&imported), imported.complaints.len()), (vec![("Example", "anna")], 0));
    }

    #[test]
    fn the_fields_of_gopass_hold_a_uri_or_a_key() {
        let uri = format!("pw\notpauth: //totp/Example:anna?secret={KEY}\n");
        assert_eq!(names(&plain(&Pass, uri)), [("Example", "anna")]);
        assert_eq!(names(&plain(&Pass, format!("pw\n---\nuser: x\ntotp: {KEY}\n"))), [("", "Imported 1")]);
        assert_eq!(names(&plain(&Pass, format!("pw\n2fa: otpauth://totp/x:anna?secret={KEY}\n"))), [("x", "anna")]);
        let hotp = plain(&Pass, format!("pw\nhotp: {KEY}\ncounter: 9\n"));
        assert_eq!(hotp.arrivals[0].params().and_then(|it| it.counter()).map(|it| it.get()), Some(9));
    }

    #[test]
    fn lists_of_uris_and_other_texts_are_left_to_others() {
        let uri = format!("otpauth://totp/Example:anna?secret={KEY}\n");
        for text in [uri.clone(), format!("x\n{}", uri.repeat(4)), "pw\nuser: anna\n".to_owned(), String::new()] {
            assert_eq!(Pass.sniff(&file(&text)), Likeness::None, "{text}");
        }
    }
}
