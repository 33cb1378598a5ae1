//! What can go wrong with a vault's bytes, each with its own sentence: damaged, wrong key, foreign, newer, too costly.

use crate::chance::NoEntropy;
use crate::text::{Explain, Text};
use crate::vault::words::WordsError;

/// Why bytes are no vault that can be opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ParseError {
    /// A backup, which is restored and not opened.
    #[error("a backup")]
    Backup,
    /// Begins like a vault, but the form is broken and the mirror does not help.
    #[error("damaged")]
    Damaged,
    /// An export of ours, which is imported and not opened.
    #[error("an export")]
    Export,
    /// Not a vault at all.
    #[error("not a vault")]
    NotAVault,
    /// Made by a newer version.
    #[error("written by a newer version ({found})")]
    TooNew {
        /// The container version that it asks for, or the tag of the part that has to be understood.
        found: u16,
    },
    /// More than 64 MiB.
    #[error("too large")]
    TooLarge,
}

/// Why a vault did not open.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum OpenError {
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
    /// The passphrase, the words or the key do not open it.
    #[error("wrong key")]
    WrongKey,
}

/// Why nothing was sealed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SealError {
    /// The cost lies outside the writer's bounds.
    #[error("cost out of bounds")]
    Cost,
    /// No random bytes.
    #[error(transparent)]
    NoEntropy(#[from] NoEntropy),
    /// No memory for the key derivation.
    #[error("no memory")]
    NoMemory,
    /// More than 64 MiB, or a field longer than the format allows.
    #[error("too large")]
    TooLarge,
    /// The passphrase that a change of the slots needs is not this vault's.
    #[error("wrong passphrase")]
    WrongPassphrase,
}

impl Explain for ParseError {
    fn what(&self) -> Text {
        match self {
            Self::Backup => Text::new("err-vault-is-a-backup"),
            Self::Damaged => Text::new("err-vault-damaged"),
            Self::Export => Text::new("err-vault-is-an-export"),
            Self::NotAVault => Text::new("err-vault-foreign"),
            Self::TooLarge => Text::new("err-vault-too-large"),
            Self::TooNew { found } => Text::new("err-vault-too-new").number("found", *found),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Backup => "fix-vault-is-a-backup",
            Self::Damaged => "fix-vault-damaged",
            Self::Export => "fix-vault-is-an-export",
            Self::NotAVault => "fix-vault-foreign",
            Self::TooLarge => "fix-vault-too-large",
            Self::TooNew { .. } => "fix-vault-too-new",
        }))
    }
}

impl Explain for OpenError {
    fn what(&self) -> Text {
        match self {
            Self::Damaged => Text::new("err-vault-damaged"),
            Self::NoMemory { memory_mib } => Text::new("err-vault-no-memory").number("memory", *memory_mib),
            Self::NoSuchSlot => Text::new("err-vault-no-such-slot"),
            Self::TooCostly { memory_mib, passes } => {
                Text::new("err-vault-too-costly").number("memory", *memory_mib).number("passes", *passes)
            }
            Self::TooNew { found } => Text::new("err-vault-too-new").number("found", *found),
            Self::WrongKey => Text::new("err-vault-wrong-key"),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Damaged => "fix-vault-damaged",
            Self::NoMemory { .. } => "fix-vault-no-memory",
            Self::NoSuchSlot => "fix-vault-no-such-slot",
            Self::TooCostly { .. } => "fix-vault-too-costly",
            Self::TooNew { .. } => "fix-vault-too-new",
            Self::WrongKey => "fix-vault-wrong-key",
        }))
    }
}

impl Explain for SealError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::Cost => "err-vault-cost",
            Self::NoEntropy(_) => "err-vault-no-entropy",
            Self::NoMemory => "err-vault-seal-no-memory",
            Self::TooLarge => "err-vault-seal-too-large",
            Self::WrongPassphrase => "err-vault-wrong-passphrase",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Cost => "fix-vault-cost",
            Self::NoEntropy(_) => "fix-vault-no-entropy",
            Self::NoMemory => "fix-vault-no-memory",
            Self::TooLarge => "fix-vault-seal-too-large",
            Self::WrongPassphrase => "fix-vault-wrong-key",
        }))
    }
}

impl Explain for WordsError {
    fn what(&self) -> Text {
        match self {
            Self::Checksum => Text::new("err-vault-words-checksum"),
            Self::UnknownWord { position } => Text::new("err-vault-words-unknown").number("position", *position),
            Self::WrongCount { found } => Text::new("err-vault-words-count").number("found", *found),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Checksum => "fix-vault-words-checksum",
            Self::UnknownWord { .. } => "fix-vault-words-unknown",
            Self::WrongCount { .. } => "fix-vault-words-count",
        }))
    }
}
