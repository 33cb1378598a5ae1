//! What files of other apps say to a person: errors, complaints, notes, losses.

use crate::formats::{
    Closed, Complaint, FormatError, Loss, Note, PictureError, Reason, Remark, Spot, Unfit, UnlockError, WriteError,
};
use crate::text::{Explain, Text};

impl Explain for FormatError {
    fn what(&self) -> Text {
        match self {
            Self::BrokenJson { line, column } => {
                Text::new("err-format-broken-json").number("line", *line).number("column", *column)
            }
            Self::Closed(why) => Text::new(why.ids().0),
            Self::Damaged(part) => Text::new("err-format-damaged").word("part", *part),
            Self::Doctype => Text::new("err-format-doctype"),
            Self::Empty => Text::new("err-format-empty"),
            Self::NoAccounts => Text::new("err-format-no-accounts"),
            Self::NoKeyFile => Text::new("err-format-no-key-file"),
            Self::NoPassword => Text::new("err-format-no-password"),
            Self::NotRecognised => Text::new("err-format-not-recognised"),
            Self::Pgp => Text::new("err-format-pgp"),
            Self::Picture(error) => error.what(),
            Self::TooCostly { mebibytes } => Text::new("err-format-too-costly").number("mebibytes", *mebibytes),
            Self::TooDeep => Text::new("err-format-too-deep"),
            Self::TooLarge => Text::new("err-format-too-large"),
            Self::TooMany => Text::new("err-format-too-many"),
            Self::TooManyRounds { rounds } => Text::new("err-format-too-many-rounds").number("rounds", *rounds),
            Self::UnpacksTooFar => Text::new("err-format-unpacks-too-far"),
            Self::TooNew { found } => Text::new("err-format-too-new").word("found", found.to_string()),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Picture(error) => return error.fix(),
            Self::BrokenJson { .. } | Self::Damaged(_) | Self::Empty => "fix-format-export-again",
            Self::Closed(why) => why.ids().1,
            Self::NoAccounts | Self::NotRecognised => "fix-format-not-recognised",
            Self::NoKeyFile => "fix-format-no-key-file",
            Self::NoPassword => "fix-format-no-password",
            Self::Pgp => "fix-format-pgp",
            Self::Doctype
            | Self::TooCostly { .. }
            | Self::TooDeep
            | Self::TooLarge
            | Self::TooMany
            | Self::TooManyRounds { .. }
            | Self::UnpacksTooFar => "fix-format-suspicious",
            Self::TooNew { .. } => "fix-format-too-new",
        }))
    }
}

impl Explain for PictureError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::NoCode => "err-scan-no-code",
            Self::NotAPicture => "err-scan-not-a-picture",
            Self::TooLarge => "err-scan-too-large",
            Self::Unavailable => "err-scan-unavailable",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::NoCode => "fix-scan-no-code",
            Self::NotAPicture => "fix-scan-not-a-picture",
            Self::TooLarge => "fix-scan-too-large",
            Self::Unavailable => "fix-scan-unavailable",
        }))
    }
}

impl Closed {
    /// What is said of it: the ids of what is wrong and of what helps.
    const fn ids(self) -> (&'static str, &'static str) {
        match self {
            Self::BitwardenAccount => ("err-format-bitwarden-account", "fix-format-bitwarden-account"),
            Self::Dash => ("err-format-dash", "fix-format-dash"),
            Self::KeePassOld => ("err-format-keepass-old", "fix-format-keepass-old"),
            Self::SteamDesktop => ("err-format-steam-desktop", "fix-format-steam-desktop"),
        }
    }
}

impl Explain for UnlockError {
    fn what(&self) -> Text {
        match self {
            Self::Format(error) => error.what(),
            Self::WrongPassword => Text::new("err-format-wrong-password"),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Format(error) => error.fix(),
            Self::WrongPassword => Some(Text::new("fix-format-wrong-password")),
        }
    }
}

impl Explain for WriteError {
    fn what(&self) -> Text {
        match self {
            Self::NoAccounts => Text::new("err-format-nothing-to-write"),
            Self::NoEntropy(error) => error.what(),
            Self::NoLock => Text::new("err-format-no-lock"),
            Self::NotReadBack => Text::new("err-format-not-read-back"),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::NoAccounts => Some(Text::new("fix-format-nothing-to-write")),
            Self::NoEntropy(error) => error.fix(),
            Self::NoLock => Some(Text::new("fix-format-no-lock")),
            Self::NotReadBack => Some(Text::new("fix-format-not-read-back")),
        }
    }
}

impl Spot {
    /// Where that is: "Line 4".
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Item(number) => Text::new("spot-item").number("number", number),
            Self::Line(number) => Text::new("spot-line").number("number", number),
        }
    }

    /// Where that is and what it is called, where it has a name: "Line 4 (Example)".
    #[must_use]
    pub fn named(self, title: &str) -> Text {
        if title.is_empty() {
            return self.text();
        }
        Text::new("spot-named").text("spot", self.text()).word("title", title)
    }
}

impl Complaint {
    /// The entry that it is about.
    #[must_use]
    pub fn entry(&self) -> Text {
        self.spot.named(&self.title)
    }
}

impl Explain for Complaint {
    fn what(&self) -> Text {
        Text::new("complaint").text("entry", self.entry()).text("reason", self.reason.what())
    }

    fn fix(&self) -> Option<Text> {
        self.reason.fix()
    }
}

impl Explain for Reason {
    fn what(&self) -> Text {
        match self {
            Self::BadField(name) => Text::new("err-entry-bad-field").word("name", *name),
            Self::CutOff => Text::new("err-entry-cut-off"),
            Self::DamagedPage => Text::new("err-entry-damaged-page"),
            Self::Key(error) => error.what(),
            Self::NotAUri => Text::new("err-entry-not-a-uri"),
            Self::NotAnEntry => Text::new("err-entry-not-an-entry"),
            Self::NotOpened => Text::new("err-entry-not-opened"),
            Self::OutOfRange(error) => error.what(),
            Self::Transfer => Text::new("err-entry-transfer"),
            Self::UnknownAlgorithm(name) => Text::new("err-uri-unknown-algorithm").word("name", name),
            Self::UnknownType(name) => Text::new("err-uri-unknown-type").word("name", name),
            Self::Uri(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Key(error) => error.fix(),
            Self::OutOfRange(error) => error.fix(),
            Self::CutOff | Self::DamagedPage => Some(Text::new("fix-format-export-again")),
            Self::Transfer => Some(Text::new("fix-entry-transfer")),
            Self::Uri(error) => error.fix(),
            Self::BadField(_)
            | Self::NotAUri
            | Self::NotAnEntry
            | Self::NotOpened
            | Self::UnknownAlgorithm(_)
            | Self::UnknownType(_) => None,
        }
    }
}

impl Explain for Note {
    fn what(&self) -> Text {
        match &self.entry {
            Some((spot, title)) => {
                Text::new("complaint").text("entry", spot.named(title)).text("reason", self.remark.what())
            }
            None => self.remark.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        self.remark.fix()
    }
}

impl Explain for Remark {
    fn what(&self) -> Text {
        match self {
            Self::AlgorithmReplaced(name) => Text::new("note-algorithm-replaced").word("name", *name),
            Self::CounterAhead => Text::new("note-counter-ahead"),
            Self::CutOff => Text::new("note-cut-off"),
            Self::GroupUnknown(name) => Text::new("note-group-unknown").word("name", name),
            Self::IconsLeftOut(count) => Text::new("note-icons-left-out").number("count", *count),
            Self::KeyMissing => Text::new("note-key-missing"),
            Self::LogBeside => Text::new("note-log-beside"),
            Self::Named => Text::new("note-named"),
            Self::PartsMissing { missing, of, .. } => {
                let parts: Vec<String> = missing.iter().map(u32::to_string).collect();
                let count = missing.len();
                Text::new("note-parts-missing").number("count", count).word("parts", parts.join(", ")).number("of", *of)
            }
            Self::PeriodAssumed => Text::new("note-period-assumed"),
            Self::PinMissing => Text::new("note-pin-missing"),
            Self::TrashLeftOut(count) => Text::new("note-trash-left-out").number("count", *count),
            Self::Trashed => Text::new("note-trashed"),
            Self::Uri(note) => note.what(),
            Self::WithoutCode(count) => Text::new("note-without-code").number("count", *count),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::CutOff => Some(Text::new("fix-format-export-again")),
            Self::LogBeside => Some(Text::new("fix-entry-log-beside")),
            Self::PartsMissing { .. } => Some(Text::new("fix-entry-transfer")),
            _ => None,
        }
    }
}

impl Loss {
    /// What scripts call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::History => "old-keys",
            Self::Icon => "icon",
            Self::Key => "key",
            Self::Kind => "kind",
            Self::Names => "names",
            Self::Note => "note",
            Self::Pin => "pin",
            Self::Pinned => "pinned",
            Self::RecoveryCodes => "recovery-codes",
            Self::Usage => "usage",
        }
    }

    /// What cannot be held, as part of a list: "the note".
    #[must_use]
    pub fn text(self) -> Text {
        Text::new(match self {
            Self::Groups => "loss-groups",
            Self::History => "loss-history",
            Self::Icon => "loss-icon",
            Self::Key => "loss-key",
            Self::Kind => "loss-kind",
            Self::Names => "loss-names",
            Self::Note => "loss-note",
            Self::Pin => "loss-pin",
            Self::Pinned => "loss-pinned",
            Self::RecoveryCodes => "loss-recovery-codes",
            Self::Usage => "loss-usage",
        })
    }
}

impl Explain for Unfit {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::Kind => "err-unfit-kind",
            Self::Numbers => "err-unfit-numbers",
            Self::SameKey => "err-unfit-same-key",
            Self::TooLong => "err-unfit-too-long",
        })
    }

    fn fix(&self) -> Option<Text> {
        None
    }
}
