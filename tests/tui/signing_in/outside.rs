//! The provider at which the person signs in: one in this process, or the certified one that the live suite has started.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use data_encoding::BASE64;
use serde_json::json;

use crate::person::{follow, set_clock};
use crate::pty::Pty;
use crate::signing_in::five::BY_BROWSER;
use crate::signing_in::walk::Stop;
use crate::stand::{CLIENT, Stand};

/// Answers that hold a device grant back until it is let go.
const PENDING: usize = 1000;

/// Where people sign in.
pub enum Provider {
    /// `oidc-provider`, with a script that plays the person.
    Certified { issuer: String, outbox: String, person: String },
    /// The one of the tests.
    Here(Stand),
}

impl Provider {
    /// The one that the live suite names, or one of our own.
    pub fn find() -> Self {
        let names = ["PULIH_TEST_OIDC", "PULIH_TEST_OUTBOX", "PULIH_TEST_PERSON"];
        if let [Ok(issuer), Ok(outbox), Ok(person)] = names.map(std::env::var) {
            return Self::Certified { issuer, outbox, person };
        }
        let stand = Stand::open();
        stand.plan().device.insert("interval", json!(1));
        hold(&stand);
        Self::Here(stand)
    }

    pub fn issuer(&self) -> String {
        match self {
            Self::Certified { issuer, .. } => issuer.clone(),
            Self::Here(stand) => stand.address.clone(),
        }
    }

    pub const fn client(&self) -> &'static str {
        match self {
            Self::Certified { .. } => "pulih-ES256",
            Self::Here(_) => CLIENT,
        }
    }

    pub const fn what(&self) -> &'static str {
        match self {
            Self::Certified { .. } => "at a certified provider",
            Self::Here(_) => "at a provider of the tests",
        }
    }

    /// Somebody goes to the page that a browser was opened with, and signs in there.
    pub fn browse(&self, who: &str, address: &str) {
        match self {
            Self::Certified { outbox, person, .. } => send(person, who, address, outbox),
            Self::Here(stand) => {
                set_clock(stand);
                stand.plan().polls.clear();
                stand.plan().claims.insert("email", json!(who));
                let before = stand.plan().times.len();
                assert!(follow(address).contains(" 200 "), "the browser was not answered");
                // Only now are tokens asked for; those for a code are held back again after that.
                while stand.plan().times.len() == before {
                    std::thread::sleep(Duration::from_millis(5));
                }
                hold(stand);
            }
        }
    }

    /// Somebody enters a code at an address, and signs in there.
    pub fn enter(&self, who: &str, address: &str, code: &str) {
        match self {
            Self::Certified { outbox, person, .. } => {
                send(person, who, &format!("{address}?user_code={code}"), outbox);
            }
            Self::Here(stand) => {
                assert!(address.starts_with(&stand.address), "{address}");
                assert_eq!(code, "WDJB-MJHT");
                set_clock(stand);
                stand.plan().claims.insert("email", json!(who));
                stand.plan().polls.clear();
            }
        }
    }
}

fn hold(stand: &Stand) {
    let pending = || (400, Vec::new(), json!({"error": "authorization_pending"}));
    stand.plan().polls.extend((0..PENDING).map(|_| pending()));
}

fn send(person: &str, who: &str, address: &str, outbox: &str) {
    let habit = if who == BY_BROWSER { "mira-email" } else { "work-phone" };
    let status = Command::new("python3").args([person, habit, address, outbox]).status().unwrap();
    assert!(status.success(), "the person did not get through");
}

/// The code that was copied last, and the address on the screen.
pub fn code_and_address(pty: &Pty) -> (String, String) {
    let raw = pty.raw();
    let copied = raw.rsplit("\x1b]52;c;").next().unwrap().split(['\x07', '\x1b']).next().unwrap();
    let code = String::from_utf8(BASE64.decode(copied.as_bytes()).unwrap()).unwrap();
    let screen = pty.screen();
    let address = screen.split_whitespace().find(|word| word.starts_with("http")).unwrap();
    (code, address.to_owned())
}

/// Keeps a picture of the real walk in the folder that `PULIH_TEST_PICTURES` names, where it does.
pub fn keep_picture(stop: Stop, pty: &Pty) {
    let Some(folder) = std::env::var_os("PULIH_TEST_PICTURES") else { return };
    let cells = crate::manual::picture::cells(&pty.frame(), true);
    let file = format!("{:02}-{stop:?}.svg", stop as u8 + 1).to_lowercase();
    std::fs::write(Path::new(&folder).join(file), crate::svg::svg(&cells, &format!("{stop:?}"))).unwrap();
}
