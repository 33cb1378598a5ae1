//! What a URI says to a person: why it gives no account, and what was noticed about one that does.

use crate::otp::uri::{PushApp, UriError, UriNote};
use crate::text::{Explain, Text};

impl PushApp {
    /// The app's own name, the same in every language.
    const fn name(self) -> &'static str {
        match self {
            Self::Duo => "Duo Mobile",
            Self::Microsoft => "Microsoft Authenticator",
            Self::Okta => "Okta Verify",
        }
    }
}

impl Explain for UriError {
    fn what(&self) -> Text {
        match self {
            Self::BadNumber { parameter, value } => {
                Text::new("err-uri-bad-number").word("parameter", *parameter).word("value", value)
            }
            Self::Key(error) => error.what(),
            Self::NoKey => Text::new("err-uri-no-key"),
            Self::NotAnAccount => Text::new("err-uri-not-an-account"),
            Self::OutOfRange(error) => error.what(),
            Self::Push(app) => Text::new("err-uri-push").word("app", app.name()),
            Self::TooLong => Text::new("err-uri-too-long"),
            Self::Transfer => Text::new("err-uri-transfer"),
            Self::TwoKeys => Text::new("err-uri-two-keys"),
            Self::UnknownAlgorithm(name) => Text::new("err-uri-unknown-algorithm").word("name", name),
            Self::UnknownType(name) => Text::new("err-uri-unknown-type").word("name", name),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Key(error) => error.fix(),
            Self::OutOfRange(error) => error.fix(),
            Self::Push(_) => Some(Text::new("fix-uri-push")),
            Self::Transfer => Some(Text::new("fix-uri-transfer")),
            Self::NotAnAccount => Some(Text::new("fix-uri-not-an-account")),
            Self::BadNumber { .. }
            | Self::NoKey
            | Self::TooLong
            | Self::TwoKeys
            | Self::UnknownAlgorithm(_)
            | Self::UnknownType(_) => Some(Text::new("fix-uri-ask-service")),
        }
    }
}

impl Explain for UriNote {
    fn what(&self) -> Text {
        match self {
            Self::Cut => Text::new("note-uri-cut"),
            Self::HiddenRemoved(count) => Text::new("note-hidden-removed").number("count", *count),
            Self::IssuerInLabel(issuer) => Text::new("note-uri-issuer-in-label").word("issuer", issuer),
            Self::IssuerRepaired => Text::new("note-uri-issuer-repaired"),
            Self::LookAlikes => Text::new("note-uri-look-alikes"),
            Self::Repeated(name) => Text::new("note-uri-repeated").word("name", name),
            Self::ShortKey(bytes) => Text::new("note-key-short").number("bytes", *bytes),
            Self::Unknown(names) => Text::new("note-uri-unknown").word("names", names.join(", ")),
            Self::UnusualDigits(digits) => Text::new("note-digits-unusual").number("digits", *digits),
        }
    }

    fn fix(&self) -> Option<Text> {
        None
    }
}
