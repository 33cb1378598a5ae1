//! What an answer means: which of the port's errors a refusal is, and whether it is worth asking again.

use opendal::{Error, ErrorKind};

use crate::edge::net::NetError;
use crate::edge::places::server::flight::Heard;
use crate::ports::PlaceError;

/// Why an operation did not work.
#[derive(Debug)]
pub struct Refusal {
    /// What is said of it.
    pub error: PlaceError,
    /// Whether the same may work in a moment.
    pub is_passing: bool,
    /// The status, where there was an answer.
    pub status: Option<u16>,
}

impl Refusal {
    /// From what the library says and what was heard last. What was heard counts: the library keeps little of it.
    pub fn of(error: &Error, heard: Option<Heard>) -> Self {
        match heard {
            Some(Heard::Silence(error)) => {
                Self { is_passing: error == NetError::CutShort, error: silence(error), status: None }
            }
            Some(Heard::Answer(status, words)) if status >= 300 => Self {
                error: answer(status, &words),
                is_passing: matches!(status, 408 | 423 | 425 | 429 | 500 | 502..=504),
                status: Some(status),
            },
            // It answered well, and the library could not make sense of it.
            heard => Self {
                error: match error.kind() {
                    ErrorKind::ConfigInvalid => PlaceError::Gone,
                    _ => PlaceError::NotUnderstood(brief(error.message())),
                },
                is_passing: false,
                status: heard.and_then(|heard| if let Heard::Answer(status, _) = heard { Some(status) } else { None }),
            },
        }
    }
}

fn silence(error: NetError) -> PlaceError {
    match error {
        NetError::Cancelled => PlaceError::Cancelled,
        NetError::Certificate(words) => PlaceError::Certificate(words),
        NetError::CutShort => PlaceError::CutShort,
        NetError::Insecure => PlaceError::NotHere,
        NetError::NotUnderstood(words) => PlaceError::NotUnderstood(words),
        NetError::Redirected { from, to } => PlaceError::Redirected { from, to },
        NetError::TimedOut => PlaceError::TimedOut,
        NetError::TooLarge => PlaceError::TooLarge,
        NetError::Unreachable(words) => PlaceError::Unreachable(words),
    }
}

fn answer(status: u16, words: &str) -> PlaceError {
    if let Some(error) = by_code(element(words, "Code").unwrap_or_default(), words) {
        return error;
    }
    match status {
        401 => PlaceError::WrongSecret,
        403 => PlaceError::Denied,
        404 | 410 => PlaceError::NotFound,
        409 => PlaceError::Gone,
        412 => PlaceError::Exists,
        413 | 507 => PlaceError::Full,
        status => PlaceError::Failing(status),
    }
}

/// The words of S3, which say more than a status.
fn by_code(code: &str, words: &str) -> Option<PlaceError> {
    Some(match code {
        "InvalidAccessKeyId" | "SignatureDoesNotMatch" | "InvalidToken" => PlaceError::WrongSecret,
        "NoSuchBucket" => PlaceError::Gone,
        "PreconditionFailed" | "ConditionalRequestConflict" => PlaceError::Exists,
        "QuotaExceeded" | "XMinioStorageFull" | "EntityTooLarge" => PlaceError::Full,
        "RequestTimeTooSkewed" => PlaceError::Clock,
        "AuthorizationHeaderMalformed" | "PermanentRedirect" | "IllegalLocationConstraintException" => {
            PlaceError::Region(brief(element(words, "Region")?))
        }
        _ => return None,
    })
}

/// The text of an element of XML, the first of its name.
fn element<'a>(words: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = words.split_once(&format!("<{name}>"))?;
    rest.split('<').next()
}

/// Words of others, not at length.
fn brief(words: &str) -> String {
    words.chars().filter(|c| !c.is_control()).take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::answer;
    use crate::ports::PlaceError;

    #[test]
    fn a_code_says_more_than_a_status() {
        let said = |status, code: &str| answer(status, &format!("<?xml?><Error><Code>{code}</Code></Error>"));
        assert_eq!(said(403, "SignatureDoesNotMatch"), PlaceError::WrongSecret);
        assert_eq!(said(403, "RequestTimeTooSkewed"), PlaceError::Clock);
        assert_eq!(said(403, "AccessDenied"), PlaceError::Denied);
        assert_eq!(said(404, "NoSuchBucket"), PlaceError::Gone);
        assert_eq!(said(404, "NoSuchKey"), PlaceError::NotFound);
        let moved = "<Error><Code>PermanentRedirect</Code></Error>";
        assert_eq!(answer(301, moved), PlaceError::Failing(301));
        let moved = format!("<Region>eu-north-1</Region>{moved}");
        assert_eq!(answer(301, &moved), PlaceError::Region("eu-north-1".to_owned()));
    }

    #[test]
    fn a_status_without_words_is_understood_too() {
        for (status, error) in [
            (401, PlaceError::WrongSecret),
            (403, PlaceError::Denied),
            (412, PlaceError::Exists),
            (507, PlaceError::Full),
            (500, PlaceError::Failing(500)),
        ] {
            assert_eq!(answer(status, "<html>no</html>"), error);
        }
    }
}
