//! The whole way back through the real program: a vault that an earlier version made, a backup on a stick or on a server,
//! the loss, and everything is here again, by the keyboard alone or by one command.
//!
//! `PULIH_TEST_WEBDAV` names a server that others wrote, by its address and what opens it.

use pulih::words::{Catalog, Language};
use serde_json::Value;

#[cfg(feature = "remote")]
use crate::dav::{self, DavServer};
use crate::journey::{ACCOUNT, Computer, NEW, OLD, PASSWORD, Place, SEAL, Stop, walk_back};

/// The names whose keys a backup never carries.
const NAMES_ONLY: [&str; 2] = ["Fabrikam", "Contoso"];

/// The names whose keys it carries sealed under their own sign-in.
const SEALED: [&str; 2] = ["Gmail", "Outlook"];

/// The codes of GitHub and of Kulturbanken (SHA-256, 8 digits, 60 s) at 1111111111, as oathtool gives them.
const CODES: [(&str, &str); 2] = [("GitHub", "292491"), ("Kulturbanken", "28184277")];

/// What was there before, and has to be there again.
struct Before {
    computer: Computer,
    place: Place,
    names: Vec<String>,
    keys: Vec<String>,
    sealed_codes: Vec<String>,
}

/// A vault of an earlier version, with two accounts sealed since, backed up in a place.
fn backed_up(place: Place) -> Before {
    let computer = Computer::with_the_earlier_vault();
    computer.seal(&SEALED);
    let names = names(&computer.accounts(OLD));
    let keys = computer.keys(OLD);
    assert_eq!((names.len(), keys.len()), (12, 12));
    let sealed_codes = SEALED.map(|query| computer.code(query, OLD).done()).to_vec();
    computer.back_up(&place);
    Before { computer, place, names, keys, sealed_codes }
}

fn names(accounts: &[Value]) -> Vec<String> {
    accounts.iter().map(|account| account["issuer"].as_str().unwrap().to_owned()).collect()
}

impl Before {
    /// Everything is here again: each key as it was, the accounts whose keys stay with their computer by name, and those
    /// whose keys came sealed with their badge until somebody signs in.
    fn assert_back(&self, what: &str) {
        let accounts = self.computer.accounts(NEW);
        assert_eq!(names(&accounts), self.names, "{what}");
        for account in &accounts {
            let issuer = account["issuer"].as_str().unwrap();
            let expected = if NAMES_ONLY.contains(&issuer) {
                ("missing", Some("sign-in"))
            } else if SEALED.contains(&issuer) {
                ("sealed", Some("sign-in"))
            } else {
                ("ready", None)
            };
            assert_eq!((account["state"].as_str().unwrap(), account["badge"].as_str()), expected, "{what}: {account}");
        }
        self.assert_keys(&[&NAMES_ONLY[..], &SEALED].concat(), what);
        for (query, code) in CODES {
            assert_eq!(self.computer.code(query, NEW).done().trim(), code, "{what}");
        }
        for query in NAMES_ONLY.iter().chain(&SEALED) {
            assert_eq!(self.computer.code(query, NEW).code, Some(6), "{what}: {query}");
        }
        let args = ["sign-in", SEALED[0], "--password-fd", "0", "--contact-fd", "0", "--passphrase-fd", "0"];
        self.computer.run(&args, &[NEW, SEAL[0], SEAL[1]]).done();
        let codes: Vec<String> = SEALED.iter().map(|query| self.computer.code(query, NEW).done()).collect();
        assert_eq!(codes, self.sealed_codes, "{what}: the same answers opened both");
        self.assert_keys(&NAMES_ONLY, what);
    }

    /// Every key is here as it was, but those of these names.
    fn assert_keys(&self, missing: &[&str], what: &str) {
        let is_carried = |key: &&String| !missing.iter().any(|name| key.contains(name));
        let carried: Vec<&String> = self.keys.iter().filter(is_carried).collect();
        assert_eq!(self.computer.keys(NEW).iter().collect::<Vec<_>>(), carried, "{what}");
    }

    /// By the keyboard, in a terminal of 80 by 24.
    fn walked_back(&self, language: Language) {
        self.computer.lose();
        let words = Catalog::new(language);
        let mut pty = self.computer.start(language, 80, 24);
        walk_back(&mut pty, &words, &self.place, SEALED[0], |stop, pty| {
            let screen = pty.screen();
            let secrets = [Some(PASSWORD), Some(NEW), self.place.secret.as_deref()];
            assert!(!secrets.into_iter().flatten().any(|secret| screen.contains(secret)), "{stop:?}: {screen}");
            if stop == Stop::Preview {
                assert!(screen.contains(&words.line("restore-comes-codes")), "{screen}");
            }
            if stop == Stop::Accounts {
                // Each name, and beside those without a key what they wait for.
                let badges = screen.matches(&words.line("tui-badge-sign-in-short")).count();
                assert!(self.names.iter().all(|issuer| screen.contains(issuer)), "{screen}");
                assert!(badges >= NAMES_ONLY.len() + SEALED.len(), "{screen}");
            }
        });
        pty.send("q");
        assert!(pty.end().success());
        self.assert_back(language.tag());
    }

    /// By one command without a terminal, after a plan that writes nothing.
    fn commanded_back(&self) {
        self.computer.lose();
        let (asked, told) = self.place.asked();
        let from = ["restore", "--from", &self.place.address, "--account", ACCOUNT, "--recovery-password-fd", "0"];
        let run = |more: &[&str], first: &[&str]| -> Value {
            let lines: Vec<&str> = first.iter().copied().chain(told).chain([PASSWORD]).collect();
            let args = [&from[..], asked, &["--json"], more].concat();
            serde_json::from_str(&self.computer.run(&args, &lines).done()).unwrap()
        };
        let plan = run(&["--plan"], &[]);
        assert!(!self.computer.path("v.pulih").exists(), "a plan writes nothing");
        let restored = run(&["--passphrase-fd", "0"], &[NEW]);
        for said in [&plan, &restored] {
            let count = |group: &str| said[group].as_array().unwrap().len();
            assert_eq!((count("codes_at_once"), count("sign_in"), count("add_key")), (8, 2, 2), "{said}");
        }
        assert_eq!((restored["restored"].as_u64(), restored["skipped"].as_u64()), (Some(12), Some(0)));
        self.assert_back("by one command");
    }
}

#[test]
fn everything_comes_back_by_the_keyboard_alone_in_each_language() {
    let before = backed_up(Place::folder("stick"));
    for language in [Language::Sv, Language::Id, Language::En] {
        before.walked_back(language);
    }
}

#[test]
fn everything_comes_back_by_one_command_too_and_a_plan_of_it_writes_nothing() {
    backed_up(Place::folder("stick")).commanded_back();
}

#[test]
#[cfg(feature = "remote")]
fn everything_comes_back_from_a_server_of_webdav_by_the_keyboard_and_by_one_command() {
    let server = DavServer::start(true);
    let place = Place { address: server.address("backups"), secret: Some(dav::PASSWORD.to_owned()) };
    let before = backed_up(place);
    for language in [Language::Id, Language::Sv] {
        before.walked_back(language);
    }
    before.commanded_back();
}

#[test]
#[cfg(feature = "remote")]
fn everything_comes_back_from_a_server_that_others_wrote() {
    let Some((address, secret)) = std::env::var("PULIH_TEST_WEBDAV")
        .ok()
        .and_then(|given| given.split_once(' ').map(|(address, secret)| (address.to_owned(), secret.to_owned())))
    else {
        println!("skipped: places: PULIH_TEST_WEBDAV names no server that others wrote");
        return;
    };
    let before = backed_up(Place { address, secret: Some(secret) });
    before.walked_back(Language::En);
    before.commanded_back();
}
