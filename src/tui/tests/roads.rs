//! How a person comes to every place of the key table.

use crate::account::{Account, Book, RecoveryCode};
use crate::backup::BackupOpenError;
use crate::ops::LoadError;
use crate::restore::OpenFailed;
use crate::secret::Secret;
use crate::signin::testing::{identity, missing, sealed};
use crate::tui::keymap::Context;
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::{Bench, NOW, PASSPHRASE, ready, samples, totp};
use crate::tui::tests::backups::with_two_backups;
use crate::tui::tests::{gate, importing, key_files, restoring, signing_in};
use crate::vault::ParseError;
use crate::words::Language;

/// A road: what it is called, the one who walks it, and where it leads to.
pub(super) struct Road {
    pub name: &'static str,
    pub place: Context,
    walk: Walk,
}

type Told = fn() -> Bench;

enum Walk {
    /// By keys alone, from the accounts.
    Keys,
    /// With answers of the world on the way.
    Told(Told),
}

impl Road {
    /// A bench at its end.
    pub(super) fn end(&self) -> Bench {
        match self.walk {
            Walk::Keys => by_keys(self.name),
            Walk::Told(walk) => walk(),
        }
    }
}

/// All of them.
pub(super) fn roads() -> impl Iterator<Item = Road> {
    let by_keys = KEYS.iter().map(|(name, place)| Road { name, place: *place, walk: Walk::Keys });
    by_keys.chain(TOLD.iter().map(|(name, place, walk)| Road { name, place: *place, walk: Walk::Told(*walk) }))
}

/// In keys, from the accounts.
const KEYS: [(&str, Context); 37] = [
    ("j", Context::Accounts),
    ("space space", Context::Accounts),
    ("tab", Context::Accounts),
    ("enter", Context::Account),
    ("enter l l l l l", Context::Account),
    ("j enter r", Context::Codes),
    ("j enter r a", Context::Note),
    ("j #", Context::Groups),
    ("space space #", Context::Groups),
    ("P", Context::Reading),
    ("P down enter", Context::Form),
    ("P down down enter", Context::Reading),
    ("space space P", Context::Reading),
    ("/", Context::Search),
    (":", Context::Palette),
    ("t :", Context::Palette),
    ("e", Context::Edit),
    ("a", Context::Form),
    ("v", Context::Proof),
    ("d", Context::Question),
    ("space space d", Context::Question),
    ("t x", Context::Question),
    ("X", Context::Question),
    ("i", Context::Files),
    ("s", Context::SignInChoice),
    ("G s", Context::SignIn),
    ("G enter", Context::Tile),
    ("t", Context::Trash),
    ("S", Context::Settings),
    ("B", Context::Backups),
    ("E", Context::Export),
    ("E enter", Context::Reading),
    ("E enter enter", Context::Destination),
    ("E enter enter enter", Context::Secret),
    ("r", Context::Restore),
    ("r enter", Context::Field),
    ("?", Context::Help),
];

/// With answers of the world on the way.
const TOLD: [(&str, Context, Told); 26] = [
    ("a key that is shown", Context::Shown, || {
        let mut bench = by_keys("v");
        bench.type_text(PASSPHRASE).press("enter").proved();
        bench
    }),
    ("what comes in", Context::Preview, importing::previewed),
    ("what comes in, filtered", Context::Filter, || pressed(importing::previewed(), "/")),
    ("the password of a file", Context::KeyFile, key_files::locked),
    ("the key file of a file", Context::Files, || pressed(key_files::locked(), "tab")),
    ("the password of a sealed account", Context::Secret, || signing_in(vec![sealed(1, "Outlook")], "s")),
    ("the contact of a sealed account", Context::SignIn, || {
        let mut bench = signing_in(vec![sealed(1, "Outlook")], "s");
        bench.type_text("lamp river stone").press("enter");
        bench
    }),
    ("a provider that is waited for", Context::SignInPage, at_the_provider),
    ("the page of a provider as a code", Context::SignInPage, || pressed(at_the_provider(), "f4")),
    ("a text for the administrator", Context::SignInLetter, || {
        pressed(Bench::open_with(vec![missing(1, "Contoso")], Language::En, 80, 24), "s down enter")
    }),
    ("a new key", Context::SignInKey, || {
        let mut bench = signing_in(vec![missing(3, "Contoso")], "s enter");
        let ticket = signing_in::visit(&mut bench);
        bench.hand(Msg::Came(ticket, Answer::Visited(Ok(identity("mira@example.com")))));
        pressed(bench, "enter")
    }),
    ("backups", Context::Backups, backups),
    ("a drill", Context::Recovery, || pressed(backups(), "d")),
    ("a drill with words", Context::RecoveryWords, || pressed(backups(), "d ^t")),
    ("setting backups up", Context::Destination, || pressed(backups(), "s")),
    ("the recovery words", Context::Proof, || pressed(backups(), "w")),
    ("no more backups", Context::Question, || pressed(backups(), "o")),
    ("a merge", Context::Merge, merge),
    ("a restore that is done", Context::Restored, || {
        let mut bench = merge();
        bench.press("enter").answer().saved();
        bench
    }),
    ("the doors", Context::Start, doors),
    ("a restore from the doors", Context::Restore, || pressed(doors(), "enter")),
    ("a new vault", Context::Form, || pressed(doors(), "down down enter")),
    ("a recovery account", Context::Recovery, || {
        let mut bench = pressed(doors(), "enter enter");
        restoring::find(&mut bench);
        pressed(bench, "enter")
    }),
    ("what does not open", Context::Restore, || restoring::tried(OpenFailed::Open(BackupOpenError::WrongAccount))),
    ("a locked vault", Context::Unlock, gate::locked),
    ("a damaged vault", Context::Start, || gate::looked(Err(LoadError::Parse(ParseError::Damaged)))),
];

fn pressed(mut bench: Bench, keys: &str) -> Bench {
    bench.press(keys);
    bench
}

fn by_keys(keys: &str) -> Bench {
    let mut accounts = samples();
    let code = |text: &str| RecoveryCode { code: Secret::copied(text.as_bytes()), used: false };
    accounts[0].recovery_codes = vec![code("aaaa"), code("bbbb")];
    accounts[4].trashed = Some(NOW);
    pressed(Bench::open_with(accounts, Language::En, 80, 24), keys)
}

fn doors() -> Bench {
    restoring::doors(Language::En, 80, 24)
}

fn backups() -> Bench {
    with_two_backups(Language::En, 80, 24).bench
}

fn signing_in(accounts: Vec<Account>, keys: &str) -> Bench {
    let mut bench = Bench::open_with(accounts, Language::En, 80, 24);
    bench.model.desk.config.providers = vec![signing_in::provider()];
    pressed(bench, keys)
}

fn at_the_provider() -> Bench {
    let mut bench = signing_in(vec![missing(3, "Contoso")], "s enter");
    let ticket = signing_in::visit(&mut bench);
    bench.hand(Msg::Came(ticket, Answer::VisitStep(signing_in::enter_code())));
    bench
}

fn merge() -> Bench {
    let mut bench = by_keys("r enter");
    restoring::find(&mut bench);
    let theirs = vec![ready(1, "GitHub", "anna.ek@example.com", totp(77, 6, 30))];
    restoring::open(&mut bench, Book::new(theirs, Vec::new()));
    bench
}
