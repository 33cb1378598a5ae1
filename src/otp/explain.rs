//! What the errors of keys, numbers and codes say to a person.

use crate::otp::{CodeError, KeyError, OutOfRange};
use crate::text::{Explain, Text};

impl Explain for CodeError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::Before1970 => "err-code-before-1970",
            Self::CounterAtItsEnd => "err-code-counter-end",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Before1970 => "fix-code-before-1970",
            Self::CounterAtItsEnd => "fix-code-counter-end",
        }))
    }
}

impl Explain for KeyError {
    fn what(&self) -> Text {
        match self {
            Self::BadPin => Text::new("err-key-bad-pin"),
            Self::Empty => Text::new("err-key-empty"),
            Self::NotBase32 { position } => Text::new("err-key-not-base32").number("position", *position),
            Self::NotYandex => Text::new("err-key-not-yandex"),
            Self::TooLong => Text::new("err-key-too-long"),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::BadPin => "fix-key-bad-pin",
            Self::Empty => "fix-key-empty",
            Self::NotBase32 { .. } => "fix-key-not-base32",
            Self::NotYandex => "fix-key-not-yandex",
            Self::TooLong => "fix-key-too-long",
        }))
    }
}

impl Explain for OutOfRange {
    fn what(&self) -> Text {
        match self {
            Self::Counter(counter) => Text::new("err-range-counter").word("found", counter.to_string()),
            Self::Digits(digits) => Text::new("err-range-digits").word("found", digits.to_string()),
            Self::Period(seconds) => Text::new("err-range-period").word("found", seconds.to_string()),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Counter(_) => "fix-range-counter",
            Self::Digits(_) => "fix-range-digits",
            Self::Period(_) => "fix-range-period",
        }))
    }
}
