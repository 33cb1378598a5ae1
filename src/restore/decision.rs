//! When it does not go on: why, what was tried, and what can be tried next. Every way ends in a deed; none of them opens
//! a backup without its password or words, for nobody can.

use crate::backup::PlaceAddress;
use crate::restore::failed::Trouble;
use crate::restore::talk::Step;
use crate::secret::Private;
use crate::text::{Arg, Text};

/// Why it does not go on, as far as that decides what helps.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Reason {
    /// The file is damaged, foreign, or of another sort.
    Damaged,
    /// The disk has no room.
    FullDisk,
    /// The computer has not the memory that the password's key takes.
    NoMemory,
    /// A vault lies where the new one would go.
    NotEmpty,
    /// It was made for another kind of computer, whatever its header says.
    OtherComputer,
    /// There are no backups there.
    PlaceEmpty,
    /// The place wants another user or password.
    PlaceSecret,
    /// A newer version wrote it.
    TooNew,
    /// The place cannot be reached, or went away.
    Unreachable,
    /// Name or password of the recovery account.
    WrongAccount,
    /// The recovery words.
    WrongWords,
    /// Something else.
    Other,
}

/// What can be done next.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Deed {
    /// Another recovery account: back to what is typed.
    Account,
    /// The same once more.
    Again,
    /// Add the accounts again at their services.
    Anew,
    /// Another device that still shows the codes: what to do there.
    Device,
    /// An older backup, or one of another set.
    File,
    /// Another place.
    Place,
    /// Where one gets back into the place's own account.
    PlaceHelp,
    /// Move the vault that is here aside, whole.
    SignOut,
    /// The recovery words.
    Words,
}

/// What was tried and did not do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Tried {
    /// The address of the place.
    pub place: Private,
    /// The file, where one was chosen.
    pub file: Option<String>,
    /// What it was to be opened with.
    pub with: With,
    /// Why it did not do.
    pub why: Reason,
}

/// What a backup was to be opened with. Never what was typed as a secret.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum With {
    /// The recovery account of this name, with a password.
    Account(Private),
    /// The place was only looked into.
    Nothing,
    /// A passphrase, of another vault.
    Passphrase,
    /// Recovery words.
    Words,
}

impl Tried {
    /// What is said of it, in a line.
    #[must_use]
    pub fn text(&self) -> Text {
        let text = match &self.with {
            With::Account(name) => Text::new("stuck-tried-account").word("name", &**name),
            With::Nothing => Text::new("stuck-tried-place"),
            With::Passphrase => Text::new("stuck-tried-passphrase"),
            With::Words => Text::new("stuck-tried-words"),
        };
        text.word("place", &*self.place).text("why", self.why.text())
    }
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Damaged,
        Self::FullDisk,
        Self::NoMemory,
        Self::NotEmpty,
        Self::Other,
        Self::OtherComputer,
        Self::PlaceEmpty,
        Self::PlaceSecret,
        Self::TooNew,
        Self::Unreachable,
        Self::WrongAccount,
        Self::WrongWords,
    ];

    /// The reason behind what is said. The id of a sentence is the name of its error, also where the sentence is a part
    /// of another; nothing else of an error comes here from the world.
    #[must_use]
    pub fn of(trouble: &Trouble) -> Self {
        found(&trouble.what).unwrap_or(Self::Other)
    }

    /// In short, as part of a line.
    #[must_use]
    pub const fn text(self) -> Text {
        Text::new(match self {
            Self::Damaged => "stuck-why-damaged",
            Self::FullDisk => "stuck-why-full",
            Self::NoMemory => "stuck-why-memory",
            Self::NotEmpty => "stuck-why-not-empty",
            Self::Other => "stuck-why-other",
            Self::OtherComputer => "stuck-why-computer",
            Self::PlaceEmpty => "stuck-why-empty",
            Self::PlaceSecret => "stuck-why-place-secret",
            Self::TooNew => "stuck-why-too-new",
            Self::Unreachable => "stuck-why-unreachable",
            Self::WrongAccount => "stuck-why-account",
            Self::WrongWords => "stuck-why-words",
        })
    }

    /// What may help, the likeliest first.
    const fn helps(self) -> &'static [Deed] {
        use Deed::{Account, Again, Anew, Device, File, Place, PlaceHelp, SignOut, Words};
        match self {
            Self::Damaged => &[File, Place, Device, Anew],
            Self::FullDisk => &[Again, Device],
            // The words need no memory: no password is derived for them.
            Self::NoMemory => &[Words, Again, File, Device, Anew],
            Self::NotEmpty => &[SignOut, Again],
            Self::OtherComputer => &[File, Device, Place, Anew],
            Self::PlaceEmpty => &[Place, Again, PlaceHelp, Device, Anew],
            Self::PlaceSecret => &[Again, PlaceHelp, Place, Device, Anew],
            Self::TooNew => &[File, Device, Anew],
            Self::Unreachable => &[Again, PlaceHelp, Place, Device, Anew],
            Self::WrongAccount => &[Account, Words, File, Place, Device, Anew],
            Self::WrongWords => &[Account, Words, File, Place, Device, Anew],
            Self::Other => &[Account, Words, File, Place, PlaceHelp, Device, Anew],
        }
    }
}

/// The reason of a sentence, or of one within it.
fn found(said: &Text) -> Option<Reason> {
    let own = match said.id {
        "err-backup-damaged"
        | "err-backup-foreign"
        | "err-backup-is-an-export"
        | "err-backup-is-a-vault"
        | "err-backup-too-large"
        | "err-backup-wrong-key"
        | "err-restore-a-vault"
        | "err-vault-damaged"
        | "err-vault-foreign"
        | "err-vault-too-large"
        | "err-vault-is-a-backup"
        | "err-vault-is-an-export" => Reason::Damaged,
        "err-file-full" | "err-file-limited" | "err-place-full" => Reason::FullDisk,
        "err-backup-no-memory" | "err-backup-too-costly" | "err-vault-no-memory" | "err-vault-too-costly" => {
            Reason::NoMemory
        }
        "err-save-exists" | "err-sign-out-occupied" => Reason::NotEmpty,
        "err-backup-other-device" | "err-backup-edited-device" => Reason::OtherComputer,
        "err-restore-empty-place" => Reason::PlaceEmpty,
        "err-place-wrong-secret" | "err-place-denied" => Reason::PlaceSecret,
        "err-backup-too-new" | "err-restore-too-new" | "err-vault-too-new" => Reason::TooNew,
        "err-place-gone"
        | "err-place-unreachable"
        | "err-place-timed-out"
        | "err-place-not-found"
        | "err-place-not-here"
        | "err-place-not-understood"
        | "err-file-not-found"
        | "err-file-denied"
        | "err-file-other" => Reason::Unreachable,
        "err-backup-wrong-account" | "err-vault-wrong-key" => Reason::WrongAccount,
        "err-backup-wrong-words"
        | "err-backup-no-such-slot"
        | "err-vault-no-such-slot"
        | "err-vault-words-checksum"
        | "err-vault-words-count"
        | "err-vault-words-unknown" => Reason::WrongWords,
        _ => {
            let inner =
                said.args.iter().filter_map(|(_, arg)| if let Arg::Text(text) = arg { Some(text) } else { None });
            return inner.into_iter().find_map(found);
        }
    };
    Some(own)
}

/// Where the person is, as far as it decides what can be done.
#[derive(Clone, Copy, Debug)]
pub(in crate::restore) struct Standing {
    /// The step.
    pub step: Step,
    /// Whether a list of backups is there to go back to.
    pub has_files: bool,
    /// Whether the vault that is here can be moved aside and is not to be yet.
    pub can_sign_out: bool,
    /// Whether the place is somebody's service, where one can get back into an account.
    pub has_help: bool,
    /// Why, where something went wrong.
    pub why: Reason,
}

impl Standing {
    /// What can be done here, the likeliest to help first. There is always something.
    pub fn deeds(self) -> Vec<Deed> {
        let is_possible = |deed: &Deed| match deed {
            Deed::Account | Deed::Words => self.step == Step::Account,
            Deed::File => self.has_files && self.step > Step::Which || self.step == Step::Which,
            Deed::Again => self.why != Reason::Other,
            Deed::SignOut => self.can_sign_out,
            Deed::Place => self.step >= Step::Where,
            Deed::PlaceHelp => self.has_help,
            Deed::Anew | Deed::Device => true,
        };
        self.why.helps().iter().copied().filter(is_possible).collect()
    }
}

/// Where a deed leads, where it is a step.
#[must_use]
pub const fn step_of(deed: Deed) -> Option<Step> {
    match deed {
        Deed::Account | Deed::Words => Some(Step::Account),
        Deed::File => Some(Step::Which),
        Deed::Place => Some(Step::Where),
        Deed::SignOut => Some(Step::Before),
        Deed::Again | Deed::Anew | Deed::Device | Deed::PlaceHelp => None,
    }
}

/// Where one gets back into the account of a place: the service's name and an address to open in a browser.
#[must_use]
pub fn place_help(place: Option<&PlaceAddress>) -> Vec<(String, String)> {
    let known = |(name, address): (&str, &str)| (name.to_owned(), address.to_owned());
    match place {
        Some(PlaceAddress::WebDav(remote)) => remote_help(remote.is_encrypted, &remote.host),
        Some(PlaceAddress::S3(bucket)) => remote_help(bucket.remote.is_encrypted, &bucket.remote.host),
        Some(PlaceAddress::Folder(path)) => {
            let path = path.to_string_lossy().to_lowercase();
            let here: Vec<_> = HELP.iter().filter(|(marks, ..)| marks.iter().any(|mark| path.contains(mark))).collect();
            here.into_iter().map(|(_, name, address)| known((name, address))).collect()
        }
        None => HELP.iter().map(|(_, name, address)| known((name, address))).collect(),
    }
}

fn remote_help(is_encrypted: bool, host: &str) -> Vec<(String, String)> {
    let scheme = if is_encrypted { "https" } else { "http" };
    vec![(host.to_owned(), format!("{scheme}://{host}/"))]
}

/// Marks in the paths of a service's folder, its name, and where it lets people back in.
const HELP: [(&[&str], &str, &str); 4] = [
    (&["clouddocs", "icloud"], "iCloud", "https://iforgot.apple.com/"),
    (&["onedrive"], "OneDrive", "https://account.live.com/password/reset"),
    (&["dropbox"], "Dropbox", "https://www.dropbox.com/forgot"),
    (&["google drive", "googledrive"], "Google Drive", "https://accounts.google.com/signin/recovery"),
];

#[cfg(test)]
mod tests {
    use super::{Deed, Reason, Standing, place_help};
    use crate::backup::{BackupOpenError as Open, BackupParseError, DeviceType, PlaceAddress};
    use crate::restore::failed::{OpenFailed, Trouble};
    use crate::restore::talk::Step;
    use crate::text::{Explain, Text};
    use crate::words::{Catalog, Language};

    fn id(id: &'static str) -> Trouble {
        Trouble { what: Text::new(id), fix: None }
    }

    /// What may go wrong, where the person then is, why it is so, and what is offered first.
    fn cases() -> Vec<(Trouble, Step, Reason, Deed)> {
        let of = |error: &dyn Explain| Trouble::of(error);
        let made_for = DeviceType::Windows;
        let full = Text::new("err-save-file").text("why", Text::new("err-file-full").word("path", "/v"));
        vec![
            (of(&OpenFailed::Open(Open::WrongAccount)), Step::Account, Reason::WrongAccount, Deed::Account),
            (of(&OpenFailed::Open(Open::WrongWords)), Step::Account, Reason::WrongWords, Deed::Account),
            (of(&Open::OtherDevice { made_for, is_edited: false }), Step::Which, Reason::OtherComputer, Deed::File),
            (of(&Open::OtherDevice { made_for, is_edited: true }), Step::Which, Reason::OtherComputer, Deed::File),
            (of(&OpenFailed::Form(BackupParseError::Damaged)), Step::Which, Reason::Damaged, Deed::File),
            (of(&OpenFailed::Open(Open::Damaged)), Step::Which, Reason::Damaged, Deed::File),
            (of(&BackupParseError::TooNew { found: 9 }), Step::Which, Reason::TooNew, Deed::File),
            (id("err-restore-empty-place"), Step::Where, Reason::PlaceEmpty, Deed::Place),
            (id("err-place-gone"), Step::Where, Reason::Unreachable, Deed::Again),
            (id("err-place-unreachable"), Step::Where, Reason::Unreachable, Deed::Again),
            (id("err-place-timed-out"), Step::Account, Reason::Unreachable, Deed::Again),
            (id("err-place-wrong-secret"), Step::Where, Reason::PlaceSecret, Deed::Again),
            (id("err-save-exists"), Step::Passphrase, Reason::NotEmpty, Deed::SignOut),
            (Trouble { what: full, fix: None }, Step::Passphrase, Reason::FullDisk, Deed::Again),
            (of(&OpenFailed::Open(Open::NoMemory { memory_mib: 256 })), Step::Account, Reason::NoMemory, Deed::Words),
        ]
    }

    #[test]
    fn every_reason_is_known_by_its_sentence_and_has_its_way_out() {
        for (trouble, step, why, first) in cases() {
            assert_eq!(Reason::of(&trouble), why, "{trouble:?}");
            let deeds = Standing { step, has_files: true, can_sign_out: true, has_help: true, why }.deeds();
            assert_eq!(deeds.first(), Some(&first), "{why:?}: {deeds:?}");
        }
        let met: Vec<Reason> = cases().iter().map(|(_, _, why, _)| *why).collect();
        assert!(Reason::ALL.iter().all(|why| *why == Reason::Other || met.contains(why)), "a reason has no case");
    }

    #[test]
    fn wherever_one_is_and_whatever_is_wrong_there_is_something_to_do() {
        for step in Step::RAIL {
            for why in Reason::ALL {
                let deeds = Standing { step, has_files: false, can_sign_out: false, has_help: false, why }.deeds();
                assert!(!deeds.is_empty(), "{why:?} at {step:?}");
            }
        }
    }

    #[test]
    fn every_reason_is_said_in_every_language() {
        for language in Language::ALL {
            let words = Catalog::new(language);
            for why in Reason::ALL {
                assert!(!words.say(&why.text()).starts_with('<'), "{why:?}");
            }
        }
    }

    #[test]
    fn the_way_back_into_a_place_is_that_of_its_service() {
        let help = |address: &str| place_help(Some(&PlaceAddress::parse(address).unwrap()));
        assert_eq!(
            help("/home/mira/Dropbox/Pulih"),
            [("Dropbox".to_owned(), "https://www.dropbox.com/forgot".to_owned())]
        );
        let cloud = [("cloud.example.com".to_owned(), "https://cloud.example.com/".to_owned())];
        assert_eq!(help("webdav+https://mira@cloud.example.com/dav"), cloud);
        assert!(help("/mnt/usb").is_empty(), "a stick is in nobody's account");
        assert_eq!(place_help(None).len(), 4);
    }
}
