//! What a person should hear of after opening a vault.

use crate::text::Text;
use crate::vault::OpenRemark;

/// What the person should hear of after opening.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SessionRemark {
    /// The device key of these accounts is not on this computer.
    DeviceKeyGone {
        /// How many accounts.
        count: usize,
    },
    /// The key store does not answer, so these accounts stay closed for now.
    DeviceKeyUnread {
        /// How many accounts.
        count: usize,
    },
    /// First time this computer sees the vault: no rollback mark yet.
    FirstUseHere,
    /// This computer saved another state of the same generation: two programs went on from one state.
    Forked,
    /// The file has more than one name; saving detaches the others.
    HardLinked,
    /// The rollback mark can't be read, so it is not known whether this is the newest state.
    MarkUnreadable,
    /// The new vault was written, but the disk did not confirm it.
    NotConfirmed,
    /// The rollback mark could not be written; the state folder needs a look.
    NotMarked,
    /// The vault is older than the one last used on this computer.
    Older {
        /// By this many saves.
        by: u64,
    },
    /// The waiting period of these accounts is over: they can be signed in to.
    WaitIsOver {
        /// How many accounts.
        count: usize,
    },
    /// The vault said something (healed, weak cost, migrated).
    Vault(OpenRemark),
}

impl SessionRemark {
    /// The remark as a sentence; `None` for what the vault said, which has its own words.
    #[must_use]
    pub fn text(&self) -> Option<Text> {
        Some(match self {
            Self::DeviceKeyGone { count } => Text::new("remark-device-key-gone").number("count", *count),
            Self::DeviceKeyUnread { count } => Text::new("remark-device-key-unread").number("count", *count),
            Self::FirstUseHere => Text::new("remark-first-use-here"),
            Self::Forked => Text::new("remark-forked"),
            Self::HardLinked => Text::new("remark-hard-linked"),
            Self::MarkUnreadable => Text::new("remark-mark-unreadable"),
            Self::NotConfirmed => Text::new("remark-not-confirmed"),
            Self::NotMarked => Text::new("remark-not-marked"),
            Self::Older { by } => Text::new("remark-older").number("by", *by),
            Self::WaitIsOver { count } => Text::new("remark-wait-is-over").number("count", *count),
            Self::Vault(_) => return None,
        })
    }
}
