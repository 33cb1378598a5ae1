//! What is said to the wizard, and what it asks of the world.

use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::asking::Round;
use crate::backup::{FileName, Listed, PlaceAddress, RecoveryName};
use crate::restore::failed::{OpenFailed, Trouble};
use crate::restore::incoming::Incoming;
use crate::restore::merge::{Choice, MergePlan};
use crate::restore::report::Report;
use crate::secret::{Passphrase, Secret};

/// A step, in the order of the rail.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Step {
    /// What is ready; whether to sign out first or to merge.
    Before,
    /// In which place the backup lies.
    Where,
    /// Which of its files.
    Which,
    /// The recovery account: name and password, or words.
    Account,
    /// What comes back; when merging, a choice for each account.
    Preview,
    /// The passphrase of the vault that is made on this computer.
    Passphrase,
    /// It is being written.
    Restoring,
    /// How it went.
    Done,
}

impl Step {
    /// All, in order.
    pub const RAIL: [Self; 8] = [
        Self::Before,
        Self::Where,
        Self::Which,
        Self::Account,
        Self::Preview,
        Self::Passphrase,
        Self::Restoring,
        Self::Done,
    ];
}

/// What lies at the vault's place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Here {
    /// A vault that is closed.
    Locked,
    /// Nothing.
    Nothing,
    /// The open vault.
    Open,
}

/// What is done with what comes.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Way {
    /// It goes into the open vault.
    Merge,
    /// A new vault is made where none is.
    New,
    /// The vault that is here is moved aside, whole, and a new one is made.
    Replace,
}

/// Where what comes lies.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Source {
    /// A file that was named.
    File(PathBuf),
    /// A file of the place.
    InPlace(FileName),
    /// Another vault.
    Vault(PathBuf),
}

/// What was found at an address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Found {
    /// A place with these backups.
    Backups(Vec<Listed>),
    /// A single backup file.
    File(PathBuf),
    /// A vault file.
    Vault(PathBuf),
}

/// What the person opens it with.
#[derive(Debug)]
pub enum Key {
    /// The recovery account.
    Account(RecoveryName, Passphrase),
    /// The other vault's passphrase.
    Passphrase(Passphrase),
    /// The recovery words, as typed.
    Words(Zeroizing<String>),
}

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// Go on from the preview.
    Accept,
    /// One step back, or out of what is under way.
    Back,
    /// For one row of a merge.
    Choose(usize, Choice),
    /// For all rows that differ.
    ChooseAll(Choice),
    /// This file of the place.
    File(FileName),
    /// The world has looked.
    Found(Round, Result<Found, Trouble>),
    /// Open it with this.
    Key(Key),
    /// The world has opened it, or not.
    Opened(Round, Result<Incoming, OpenFailed>),
    /// Look for backups there.
    Place(PlaceAddress, Option<Secret>),
    /// What is to be done with what comes.
    Way(Way),
    /// The world has written it, or not: then nothing was changed.
    Written(Round, Result<Report, Trouble>),
    /// The last yes. The passphrase is for the vault that is made.
    Yes(Option<Passphrase>),
}

/// What the world is to do.
#[derive(Debug)]
pub enum Ask {
    /// See what lies at an address.
    Look(Round, PlaceAddress, Option<Secret>),
    /// Put these accounts into the open vault.
    Merge(Round, MergePlan),
    /// Fetch and open it.
    Open(Round, PlaceAddress, Option<Secret>, Source, Key),
    /// Make a vault of it; `is_replacing` moves the one that is here aside.
    Write {
        /// The question.
        round: Round,
        /// The accounts.
        incoming: Arc<Incoming>,
        /// The new vault's passphrase.
        passphrase: Passphrase,
        /// Whether the vault that is here is moved aside first.
        is_replacing: bool,
    },
}

impl Ask {
    /// Whether something would be changed by it.
    #[must_use]
    pub const fn writes(&self) -> bool {
        matches!(self, Self::Merge(..) | Self::Write { .. })
    }
}
