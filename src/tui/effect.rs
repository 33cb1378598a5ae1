//! What update wants of the world. The runtime performs each by one call into `ops` or to a port.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use zeroize::Zeroizing;

use crate::account::AccountId;
use crate::config::{Setting, Value};
use crate::formats::Locked;
use crate::ops::export::Job;
use crate::ops::import::Source;
use crate::ops::protection::SignInJob;
use crate::ops::sign_in::{Answers, Opened};
use crate::ops::whereabouts::Whereabouts;
use crate::provider::ProviderSetup;
use crate::secret::{Passphrase, Private};
use crate::signin::{self, KeySource};
use crate::text::Text;
use crate::tui::errand::{Errand, Wish};
use crate::tui::kit::KitWish;
use crate::tui::msg::Ticket;
use crate::vault::VaultId;

/// A wish of update.
#[derive(Debug)]
pub enum Effect {
    /// Ask a server for the time.
    AskTime(Ticket, String),
    /// See which vaults were signed out of here.
    Asides(Ticket),
    /// Look at what a restore or a backup stands on.
    CheckUp(Ticket, Box<crate::ops::readiness::Checkup>),
    /// Empty the clipboard, if what lies there is still ours.
    ClearClipboard,
    /// Complete a path that is being typed.
    Complete(Ticket, String),
    /// Find out where this computer's device key lies, or would lie.
    FindDeviceKey(Ticket, VaultId),
    /// Put a text on the clipboard.
    Copy(Ticket, Zeroizing<String>),
    /// Put the text for an administrator on the clipboard, in the person's language.
    CopyLetter(Ticket, Vec<Text>),
    /// Make a vault where none is, and save it.
    Create(Ticket, Passphrase),
    /// So many random bytes, for ids.
    Draw(Ticket, usize),
    /// Look for folders that a cloud service keeps in step, and for backups in them.
    FindPlaces(Ticket),
    /// Empty the clipboard, give the terminal back and end.
    End(Ending),
    /// Do something slow with backups, which can be called off.
    Errand(Errand, Wish),
    /// Write accounts into a file.
    Export(Ticket, Box<Job>),
    /// The vault was locked: overwrite what the screen and the stack still hold.
    Forget,
    /// See what lies in a folder, as it was typed.
    ListFolder(Ticket, String),
    /// See what lies where the vault belongs.
    Look(Ticket),
    /// Make a recovery kit, keep its words, or write its page.
    Kit(Ticket, KitWish),
    /// Look for folders that a cloud service keeps in step.
    OfferPlaces(Ticket),
    /// Put what a worker opened into the vault.
    KeepOpened(Ticket, Box<Opened>),
    /// Open the vault.
    Open(Ticket, Way),
    /// Open a page in the browser.
    OpenPage(Ticket, String),
    /// Try answers on sealed accounts; whether wrong ones count.
    OpenSealed(Ticket, Vec<AccountId>, Box<Answers>, bool),
    /// See whether this is the passphrase of the open vault.
    Prove(Ticket, Passphrase),
    /// Read a key file, by its path as it was typed.
    ReadKeyFile(Ticket, String),
    /// Read the codes of a picture, or what was copied.
    ReadKey(Ticket, KeySource),
    /// Read what another app wrote.
    ReadForeign(Ticket, Source),
    /// Look, open or write for the restore.
    Restore(Errand, Box<crate::restore::Ask>),
    /// Seal what is to be saved, and write it on a worker.
    Save(Ticket),
    /// Write what is in memory into a file beside the vault.
    SaveBeside(Ticket),
    /// Write the text for an administrator into a file.
    SaveLetter(Ticket, Vec<Text>, PathBuf),
    /// Derive from a password and contacts, and wrap the accounts' own keys.
    SealUp(Ticket, Box<SignInJob>),
    /// Bring back the vault that was signed out of last.
    SignInAgain(Ticket),
    /// Move the vault aside.
    SignOut(Ticket),
    /// Say where the person was in this vault.
    Recall(VaultId),
    /// Remember where the person is in this vault.
    Remember(VaultId, Whereabouts),
    /// Write a setting to the settings file, or take it out.
    Settle(Setting, Option<Value>),
    /// Give the terminal to the shell, stop, and come back when told to.
    Suspend,
    /// Open a locked file of another app.
    UnlockForeign(Ticket, Box<dyn Locked>, Zeroizing<String>),
    /// Sign in at a provider: for the row of this name, in this way, until somebody calls it off.
    Visit(Ticket, Box<ProviderSetup>, Private, signin::Way, Arc<AtomicBool>),
}

/// What a vault is to be opened with.
#[derive(Debug)]
pub enum Way {
    /// The demo needs none.
    Demo,
    /// What the key store keeps.
    KeyStore,
    /// A passphrase.
    Passphrase(Passphrase),
    /// The recovery words, as typed.
    Words(Zeroizing<String>),
}

/// How the program ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ending {
    /// The person leaves.
    Left,
    /// A signal ends it.
    Signal(crate::ports::Signal),
}
