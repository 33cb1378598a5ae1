//! The whole way back through the real program: a vault that an earlier version made, a backup on a stick, the loss, and
//! everything is here again, by the keyboard alone or by one command.

use pulih::words::{Catalog, Language};
use serde_json::Value;

use crate::journey::{ACCOUNT, Computer, NEW, OLD, PASSWORD, Stop, walk_back};

/// The names whose keys a backup never carries.
const NAMES_ONLY: [&str; 2] = ["Fabrikam", "Contoso"];

/// The codes of GitHub and of Kulturbanken (SHA-256, 8 digits, 60 s) at 1111111111, as oathtool gives them.
const CODES: [(&str, &str); 2] = [("GitHub", "292491"), ("Kulturbanken", "28184277")];

/// What was there before, and has to be there again.
struct Before {
    computer: Computer,
    names: Vec<String>,
    keys: Vec<String>,
}

/// A vault of an earlier version, backed up on a stick.
fn backed_up() -> Before {
    let computer = Computer::with_the_earlier_vault();
    let names = names(&computer.accounts(OLD));
    let keys = computer.keys(OLD);
    assert_eq!((names.len(), keys.len()), (12, 12));
    computer.back_up();
    Before { computer, names, keys }
}

fn names(accounts: &[Value]) -> Vec<String> {
    accounts.iter().map(|account| account["issuer"].as_str().unwrap().to_owned()).collect()
}

impl Before {
    /// Everything is here again: each key as it was, and the accounts whose keys stay with their computer by name.
    fn assert_back(&self, what: &str) {
        let accounts = self.computer.accounts(NEW);
        assert_eq!(names(&accounts), self.names, "{what}");
        for account in &accounts {
            let is_name_only = NAMES_ONLY.contains(&account["issuer"].as_str().unwrap());
            assert_eq!(account["state"], if is_name_only { "missing" } else { "ready" }, "{what}: {account}");
        }
        let is_carried = |key: &&String| !NAMES_ONLY.iter().any(|name| key.contains(name));
        let carried: Vec<&String> = self.keys.iter().filter(is_carried).collect();
        assert_eq!(self.computer.keys(NEW).iter().collect::<Vec<_>>(), carried, "{what}");
        for (query, code) in CODES {
            assert_eq!(self.computer.code(query, NEW).done().trim(), code, "{what}");
        }
        assert_eq!(self.computer.code(NAMES_ONLY[0], NEW).code, Some(6), "{what}");
    }
}

#[test]
fn everything_comes_back_by_the_keyboard_alone_in_each_language() {
    let before = backed_up();
    for language in [Language::Sv, Language::Id, Language::En] {
        before.computer.lose();
        let words = Catalog::new(language);
        let mut pty = before.computer.start(language, 80, 24);
        walk_back(&mut pty, &words, "stick", |stop, pty| {
            let screen = pty.screen();
            assert!(!screen.contains(PASSWORD) && !screen.contains(NEW), "{stop:?}: {screen}");
            if stop == Stop::Preview {
                assert!(screen.contains(&words.line("restore-comes-codes")), "{screen}");
            }
            if stop == Stop::Accounts {
                // Each name, and beside those without a key what they wait for.
                let badges = screen.matches(&words.line("tui-badge-sign-in-short")).count();
                assert!(before.names.iter().all(|issuer| screen.contains(issuer)), "{screen}");
                assert!(badges >= NAMES_ONLY.len(), "{screen}");
            }
        });
        pty.send("q");
        assert!(pty.end().success());
        before.assert_back(language.tag());
    }
}

#[test]
fn everything_comes_back_by_one_command_too_and_a_plan_of_it_writes_nothing() {
    let before = backed_up();
    before.computer.lose();
    let restore = ["restore", "--from", "stick", "--account", ACCOUNT, "--recovery-password-fd", "0", "--json"];
    let run = |more: &[&str], lines: &[&str]| -> Value {
        serde_json::from_str(&before.computer.run(&[&restore[..], more].concat(), lines).done()).unwrap()
    };
    let plan = run(&["--plan"], &[PASSWORD]);
    assert!(!before.computer.path("v.pulih").exists(), "a plan writes nothing");
    let restored = run(&["--passphrase-fd", "0"], &[NEW, PASSWORD]);
    for said in [&plan, &restored] {
        let count = |group: &str| said[group].as_array().unwrap().len();
        assert_eq!((count("codes_at_once"), count("sign_in"), count("add_key")), (10, 0, 2), "{said}");
    }
    assert_eq!((restored["restored"].as_u64(), restored["skipped"].as_u64()), (Some(12), Some(0)));
    before.assert_back("by one command");
}
