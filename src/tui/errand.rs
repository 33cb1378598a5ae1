//! What takes its time with backups: called off by a key, told of while it goes on. One at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use zeroize::Zeroizing;

use crate::backup::{Listed, OpenBackup};
use crate::ops::backup::{BackupError, BackupReceipt, Checked, Drill, Pick, Plan, SetUp, Which};
use crate::secret::Passphrase;
use crate::tui::msg::Ticket;

/// A request that can be called off.
#[derive(Clone, Debug)]
pub struct Errand {
    /// Names it.
    pub ticket: Ticket,
    is_off: Arc<AtomicBool>,
}

impl Errand {
    /// One that goes on until it is done.
    #[must_use]
    pub fn new(ticket: Ticket) -> Self {
        Self { ticket, is_off: Arc::default() }
    }

    /// Nobody wants it any more: it ends at its next piece.
    pub fn call_off(&self) {
        self.is_off.store(true, Ordering::Relaxed);
    }

    /// Whether nobody wants it any more.
    #[must_use]
    pub fn is_off(&self) -> bool {
        self.is_off.load(Ordering::Relaxed)
    }
}

/// What is wanted.
#[derive(Debug)]
pub enum Wish {
    /// Open the newest backup with what was typed again.
    Drill(Proof),
    /// List what lies in the place.
    List,
    /// Back up what is in memory; whether an empty or much smaller vault was asked about.
    Make {
        /// It was.
        is_accepted: bool,
    },
    /// Open backups, to compare them.
    Open(Vec<Pick>),
    /// Try a place and make a set.
    SetUp(Box<Plan>),
    /// Read backups back.
    Verify(Which),
}

/// What is typed again in a drill.
#[derive(Debug)]
pub enum Proof {
    /// The recovery password.
    Password(Passphrase),
    /// The recovery words, as typed.
    Words(Zeroizing<String>),
}

/// What came of it.
#[derive(Debug)]
pub enum Told {
    /// The newest backup, opened.
    Drilled(Result<Box<Drill>, BackupError>),
    /// What lies in the place, the newest first.
    Listed(Result<Vec<Listed>, BackupError>),
    /// A backup was read back.
    Made(Result<Box<BackupReceipt>, BackupError>),
    /// Backups, in the order in which they were named.
    Opened(Result<Vec<OpenBackup>, BackupError>),
    /// A set that is not in the vault yet.
    SetUp(Result<Box<SetUp>, BackupError>),
    /// What was read back.
    Verified(Result<Vec<Checked>, BackupError>),
}

impl Wish {
    /// What it is doing, for a person who waits.
    #[must_use]
    pub const fn says(&self) -> &'static str {
        match self {
            Self::Drill(_) => "tui-backup-drilling",
            Self::List => "tui-backup-listing",
            Self::Make { .. } => "tui-backup-making",
            Self::Open(_) => "tui-backup-opening",
            Self::SetUp(_) => "tui-backup-setting-up",
            Self::Verify(_) => "tui-backup-verifying",
        }
    }
}
