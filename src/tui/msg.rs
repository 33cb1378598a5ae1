//! What happens: keys, pastes, time, signals, and answers from the world.

use std::path::PathBuf;

use ratatui::layout::{Position, Size};
use zeroize::Zeroizing;

use crate::account::AccountId;
use crate::backup::Offered;
use crate::chance::NoEntropy;
use crate::formats::{Imported, Locked, UnlockError};
use crate::moment::{Moment, Tick};
use crate::ops::device_key::{DeviceKeyError, DeviceKeyPlace};
use crate::ops::export::ExportError;
use crate::ops::import::{Entry, Found, ImportError};
use crate::ops::protection::{ProtectionError, SealedUp};
use crate::ops::settings::NotSettled;
use crate::ops::sign_in::{Opened, SignInError};
use crate::ops::sign_out::{Aside, Moved, SignOutError};
use crate::ops::whereabouts::Whereabouts;
use crate::ops::{LoadError, SaveError, SaveReceipt, Session};
use crate::ports::{Absence, ClipboardError, CopiedTo, FileError, KeyStoreError, NoBrowser, Signal, VisitStep};
use crate::provider::Identity;
use crate::restore::{Event, Report, Round, Trouble};
use crate::signin::NotConfirmed;
use crate::tui::action::Action;
use crate::tui::errand::Told;
use crate::tui::ground::Ground;
use crate::tui::key::Key;
use crate::tui::kit::KitTold;
use crate::tui::shelf::Group;
use crate::vault::{OpenError, SlotSummary, WordsError};

/// Names a request, so that an answer finds the one who asked, and nobody else.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Ticket(pub u64);

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// Perhaps nobody sits here any more.
    Away(Absence),
    /// The program has started.
    Began,
    /// The world has answered.
    Came(Ticket, Answer),
    /// The first button of the mouse was pressed.
    Clicked {
        /// Where.
        at: Position,
        /// What lies there; only the view knows, so the loop asks it first.
        on: Option<Spot>,
    },
    /// The terminal has said what its background is.
    Ground(Ground),
    /// A key was pressed.
    Key(Key),
    /// A text was pasted.
    Pasted(Zeroizing<String>),
    /// A text was pasted that is longer than anything that is read.
    PastedTooMuch,
    /// The terminal has another size.
    Resized(Size),
    /// The program goes on after it was stopped, or its terminal was used by somebody else.
    Resumed,
    /// The system sent a signal.
    Signalled(Signal),
    /// Time has moved on. Sent before each other message.
    Time(Moment, Tick),
    /// The wheel of the mouse was turned.
    Wheeled {
        /// Towards the end of the list.
        is_down: bool,
    },
}

/// A place on the screen that does something when it is clicked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Spot {
    /// The badge of the account in this row of the list.
    Badge(usize),
    /// The code of the account in this row of the list.
    Code(usize),
    /// The deed in this row of the palette.
    Deed(usize),
    /// The tab of a group.
    Group(Group),
    /// This row of the list.
    Row(usize),
    /// The line that filters.
    Search,
    /// The tick of this row of the list.
    Tick(usize),
}

/// What a screen is told of a key: the deed it stands for here, or the character it types.
#[derive(Debug, Eq, PartialEq)]
pub enum Press {
    /// A deed of the key table.
    Do(Action),
    /// A pasted text, as it came.
    Paste(Zeroizing<String>),
    /// A character for the field that has the focus.
    Type(char),
}

/// What the world answers.
#[derive(Debug)]
pub enum Answer {
    /// The vaults that were signed out of here, the last one first.
    Asides(Result<Vec<Aside>, FileError>),
    /// What a restore or a backup stands on.
    CheckedUp(Vec<crate::ops::readiness::Ready>),
    /// A worker ended in the middle of its work.
    Broke,
    /// The path that is being typed, completed as far as there is one way to go on.
    Completed(String),
    /// The code lies on the clipboard, or not.
    Copied(Result<CopiedTo, ClipboardError>),
    /// The new vault is made and saved, or not.
    Created(Result<Box<Session>, SaveError>),
    /// Where this computer's device key lies, or would lie.
    DeviceKeyFound(Result<DeviceKeyPlace, DeviceKeyError>),
    /// Random bytes for ids.
    Drawn(Result<Vec<u8>, NoEntropy>),
    /// An errand has ended.
    ErrandEnded(Told),
    /// The files lie there, or not.
    Exported(Result<Vec<PathBuf>, ExportError>),
    /// Folders that a cloud service keeps in step, and how many backups lie in each.
    PlacesFound(Vec<(Offered, usize)>),
    /// What lies in a folder.
    FolderListed(Result<Vec<Entry>, FileError>),
    /// Files of another app were read, or not.
    ForeignRead(Result<Vec<Found>, ImportError>),
    /// A locked file of another app was opened, or not.
    ForeignUnlocked(Result<Imported, (Box<dyn Locked>, UnlockError)>),
    /// A key file was read, or not.
    KeyFileRead(Result<Zeroizing<Vec<u8>>, ImportError>),
    /// The text for the administrator lies in this file, or not.
    LetterSaved(Result<PathBuf, ExportError>),
    /// Codes were read, or not.
    KeyRead(Result<Vec<Zeroizing<String>>, Trouble>),
    /// A recovery kit was made, kept or written, or not.
    Kit(KitTold),
    /// What lies where the vault belongs.
    Looked(Result<Vec<SlotSummary>, LoadError>),
    /// The vault is open, or not.
    Opened(Result<Box<Session>, OpenFailure>),
    /// The changes are in this file beside the vault, or not.
    KeptBeside(Result<PathBuf, SaveError>),
    /// The passphrase is that of the open vault, or not.
    Proved(Result<(), OpenError>),
    /// Folders that a cloud service keeps in step.
    PlacesOffered(Vec<Offered>),
    /// Where the person was when the vault was left.
    Recalled(Whereabouts),
    /// The browser was opened, or there is none.
    PageOpened(Result<(), NoBrowser>),
    /// A setting was not written to the settings file.
    NotSettled(NotSettled),
    /// A vault was made of a backup, or not.
    Restored(Round, Result<(Box<Session>, Report), Trouble>),
    /// What the world found or opened for the restore.
    RestoreTold(Box<Event>),
    /// The vault is safe on the disk, or not.
    Saved(Result<SaveReceipt, SaveError>),
    /// The accounts' own keys are wrapped, or not.
    SealedUp(Result<Box<SealedUp>, ProtectionError>),
    /// The vault that was signed out of last is back, or where it was.
    SignedInAgain(Result<Moved, SignOutError>),
    /// Sealed accounts are open in the vault, or not.
    SealedKept(Result<Vec<AccountId>, SignInError>),
    /// A worker has tried answers on sealed accounts.
    SealedRan(Box<Opened>),
    /// A server has told the time, or not.
    TimeTold(Result<crate::signin::ServerTime, Trouble>),
    /// A sign-in at a provider has come a step further.
    VisitStep(VisitStep),
    /// A sign-in at a provider has ended.
    Visited(Result<Box<Identity>, NotConfirmed>),
    /// The vault was moved aside, or is where it was.
    SignedOut(Result<Moved, SignOutError>),
    /// An errand is so far.
    Went {
        /// So much is done.
        done: u64,
        /// Of so much.
        of: u64,
    },
}

/// Why a vault did not open.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum OpenFailure {
    /// A worker ended in the middle of its work.
    Broke,
    /// The key store did not give its key.
    KeyStore(KeyStoreError),
    /// The file was not read.
    Load(LoadError),
    /// The key store has no key for this vault.
    NotInKeyStore,
    /// The key does not open it, or what it opens is not right.
    Open(OpenError),
    /// What was typed is not twelve words of the list, or their check does not fit.
    Words(WordsError),
}
