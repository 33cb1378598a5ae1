//! What can go wrong with a backup's bytes, each with its own sentence.

use crate::text::{Explain, Text};
use crate::vault::backup::DeviceType;

/// Why bytes are no backup that can be opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum BackupParseError {
    /// Begins like a backup, but the form is broken and the mirror does not help.
    #[error("damaged")]
    Damaged,
    /// An export, which is imported and not restored.
    #[error("an export")]
    Export,
    /// Not a backup at all.
    #[error("not a backup")]
    NotABackup,
    /// Made by a newer version.
    #[error("written by a newer version ({found})")]
    TooNew {
        /// The container version that it asks for, or the tag of the part that has to be understood.
        found: u16,
    },
    /// More than 64 MiB.
    #[error("too large")]
    TooLarge,
    /// A vault, which is opened and not restored.
    #[error("a vault")]
    Vault,
}

/// Why a backup did not open.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum BackupOpenError {
    /// The key fits, the content does not: bits were changed.
    #[error("damaged")]
    Damaged,
    /// The computer has no memory for the key derivation.
    #[error("{memory_mib} MiB are not there")]
    NoMemory {
        /// What it asks for.
        memory_mib: u32,
    },
    /// The file has no slot of this kind.
    #[error("no such way to open it")]
    NoSuchSlot,
    /// Made for another kind of computer.
    #[error("made for another kind of computer ({made_for:?})")]
    OtherDevice {
        /// For which.
        made_for: DeviceType,
        /// Whether its header says something else, so that somebody edited it.
        is_edited: bool,
    },
    /// The file asks for more than the reader's bound.
    #[error("asks for {memory_mib} MiB, {passes} times")]
    TooCostly {
        /// What it asks for.
        memory_mib: u64,
        /// How often it goes over it.
        passes: u32,
    },
    /// The payload was written by a newer version.
    #[error("payload schema {found} is newer")]
    TooNew {
        /// The schema found.
        found: u16,
    },
    /// Another recovery account: the name or the password. Nobody can tell which.
    #[error("wrong name or password")]
    WrongAccount,
    /// The key of another set.
    #[error("wrong key")]
    WrongKey,
    /// Other recovery words.
    #[error("wrong words")]
    WrongWords,
}

impl Explain for BackupParseError {
    fn what(&self) -> Text {
        match self {
            Self::Damaged => Text::new("err-backup-damaged"),
            Self::Export => Text::new("err-backup-is-an-export"),
            Self::NotABackup => Text::new("err-backup-foreign"),
            Self::TooLarge => Text::new("err-backup-too-large"),
            Self::TooNew { found } => Text::new("err-backup-too-new").number("found", *found),
            Self::Vault => Text::new("err-backup-is-a-vault"),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Damaged => "fix-backup-damaged",
            Self::Export => "fix-backup-is-an-export",
            Self::NotABackup | Self::TooLarge => "fix-backup-foreign",
            Self::TooNew { .. } => "fix-backup-too-new",
            Self::Vault => "fix-backup-is-a-vault",
        }))
    }
}

impl Explain for BackupOpenError {
    fn what(&self) -> Text {
        match self {
            Self::Damaged => Text::new("err-backup-damaged"),
            Self::NoMemory { memory_mib } => Text::new("err-backup-no-memory").number("memory", *memory_mib),
            Self::NoSuchSlot => Text::new("err-backup-no-such-slot"),
            Self::OtherDevice { made_for, is_edited: false } => {
                Text::new("err-backup-other-device").text("device", made_for.text())
            }
            Self::OtherDevice { made_for, is_edited: true } => {
                Text::new("err-backup-edited-device").text("device", made_for.text())
            }
            Self::TooCostly { memory_mib, passes } => {
                Text::new("err-backup-too-costly").number("memory", *memory_mib).number("passes", *passes)
            }
            Self::TooNew { found } => Text::new("err-backup-too-new").number("found", *found),
            Self::WrongAccount => Text::new("err-backup-wrong-account"),
            Self::WrongKey => Text::new("err-backup-wrong-key"),
            Self::WrongWords => Text::new("err-backup-wrong-words"),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Damaged => "fix-backup-damaged",
            Self::NoMemory { .. } => "fix-backup-no-memory",
            Self::NoSuchSlot => "fix-backup-no-such-slot",
            Self::OtherDevice { .. } => "fix-backup-other-device",
            Self::TooCostly { .. } => "fix-backup-too-costly",
            Self::TooNew { .. } => "fix-backup-too-new",
            Self::WrongAccount => "fix-backup-wrong-account",
            Self::WrongKey => "fix-backup-wrong-key",
            Self::WrongWords => "fix-backup-wrong-words",
        }))
    }
}
