//! Twelve accounts, of which five need a sign-in after a restore: two are sealed, of three only the names come back.

use std::path::PathBuf;

use portable_pty::CommandBuilder;
use pulih::words::Language;
use serde_json::Value;

use crate::journey::{ACCOUNT, Computer, NEW, OLD, PASSWORD, Place};
use crate::oath::Key;
use crate::pty::Pty;

/// The sign-in protection of GitHub, by an e-mail address.
pub const LAMP: &str = "a kettle on the blue shelf";
pub const EMAIL: &str = "mira.ek@example.com";

/// The sign-in protection of Kulturbanken, by a phone number.
pub const HARBOUR: &str = "three boats in the harbour";
pub const PHONE: &str = "+46 70 123 45 67";

/// The accounts that need a sign-in, in their order.
pub const WAITING: [&str; 5] = ["GitHub", "Amazon", "Kulturbanken", "Fabrikam", "Contoso"];

/// Who signs in at the provider of each, as the row is called.
pub const BY_BROWSER: &str = "mira@example.com";
pub const BY_CODE: &str = "mira@contoso.example.com";

/// The keys that the services make anew.
pub const AMAZON: &str =
    "otpauth://totp/Amazon:mira%40example.com?secret=KRSXG5CTMVRXEZLUGQ2DINBUGQ2DINBU&issuer=Amazon";
pub const FABRIKAM: &str =
    "otpauth://totp/Fabrikam:mira%40example.com?secret=MZXW6YTBOJUGC4TCN52XE3DBNVYGK3TE&issuer=Fabrikam";
/// As a page shows it: in groups and small letters.
pub const CONTOSO: &str = "ob2w y2lm n5ux i3tf mfxg iy3p nfxg k3tf";

/// When codes are compared.
const AT: u64 = 1_111_111_111;

/// The codes of kinds that no other program here knows, before and after.
const OF_A_KIND: [&str; 3] = ["Steam", "Office door", "Yandex"];

/// A computer that was lost, and what has to be here again in the end.
pub struct Five {
    pub computer: Computer,
    /// Every key as it has to be at the end.
    keys: Vec<Key>,
    others: Vec<String>,
}

impl Five {
    /// Backed up and lost.
    pub fn lost() -> Self {
        let computer = Computer::with_the_earlier_vault();
        let cheap = ["--kdf-memory", "64", "--kdf-time", "3", "--passphrase-fd", "0"];
        for (account, password, contact) in [("GitHub", LAMP, EMAIL), ("Kulturbanken", HARBOUR, PHONE)] {
            let seal = ["protect", account, "--sign-in", "--password-fd", "0", "--contact-fd", "0"];
            computer.run(&[&seal[..], &cheap].concat(), &[OLD, password, contact]).done();
        }
        computer.run(&["protect", "Amazon", "--device", "--passphrase-fd", "0"], &[OLD]).done();
        let renewed = ["Amazon", "Fabrikam", "Contoso"];
        let contoso = format!("otpauth://totp/x?secret={}&issuer=Contoso", CONTOSO.replace(' ', ""));
        let fresh = [AMAZON, FABRIKAM, &contoso].map(|address| Key::of(address).unwrap());
        let kept = computer.keys(OLD).iter().filter_map(|address| Key::of(address)).collect::<Vec<_>>();
        let kept = kept.into_iter().filter(|key| !renewed.contains(&key.issuer.as_str()));
        let keys: Vec<Key> = kept.chain(fresh).collect();
        assert_eq!(keys.len() + OF_A_KIND.len(), 12);
        let others = of_a_kind(&computer, OLD);
        computer.back_up(&Place::folder("stick"));
        computer.lose();
        let this = Self { computer, keys, others };
        crate::pictures::qr(AMAZON, &this.computer.path("amazon.png"));
        this
    }

    /// Restored by one command.
    pub fn restore(&self) {
        let args = ["restore", "--from", "stick", "--account", ACCOUNT, "--recovery-password-fd", "0"];
        self.computer.run(&[&args[..], &["--passphrase-fd", "0"]].concat(), &[NEW, PASSWORD]).done();
    }

    /// Who signs in where, by a settings file; and a browser.
    pub fn settle(&self, issuer: &str, client: &str) {
        let text = crate::person::settings(issuer, client, &["Contoso", "Fabrikam"]);
        // The pictures know the terminal's own colours only.
        let text = format!("theme = \"terminal\"\ncolor-depth = \"16\"\n\n{text}");
        std::fs::write(self.computer.path("settings.toml"), text).unwrap();
        std::fs::create_dir_all(self.bin()).unwrap();
        crate::person::browser(&self.bin());
    }

    /// The folder of the browser.
    pub fn bin(&self) -> PathBuf {
        self.computer.path("bin")
    }

    /// The program in a terminal on a desktop.
    pub fn start(&self) -> Pty {
        let mut command: CommandBuilder = crate::pulih(&self.computer.path(""));
        command.env("PATH", self.bin());
        command.env("DISPLAY", ":0");
        command.args(["--vault", "v.pulih", "--state", "state", "--config", "settings.toml"]);
        command.args(["--lang", Language::En.tag()]);
        Pty::sized(command, 80, 24)
    }

    /// How many of the list are done, as the command line says it; and the accounts that still have a badge.
    pub fn progress(&self) -> (u64, u64, Vec<String>) {
        let said = self.computer.run(&["sign-in", "--json", "--passphrase-fd", "0"], &[NEW]).done();
        let said: Value = serde_json::from_str(&said).unwrap();
        let accounts = self.computer.accounts(NEW);
        let waiting = accounts.iter().filter(|account| !account["badge"].is_null());
        let waiting = waiting.map(|account| account["issuer"].as_str().unwrap().to_owned()).collect();
        (said["done"].as_u64().unwrap(), said["all"].as_u64().unwrap(), waiting)
    }

    /// No badge is left, and every code is the one that another hand computes.
    pub fn assert_all_back(&self) {
        assert_eq!(self.progress(), (5, 5, Vec::new()));
        let accounts = self.computer.accounts(NEW);
        assert!(accounts.len() == 12 && accounts.iter().all(|account| account["state"] == "ready"), "{accounts:?}");
        for key in &self.keys {
            let code = match key.is_counting() {
                true => self.computer.run(&["code", &key.issuer, "--passphrase-fd", "0"], &[NEW]).done(),
                false => self.computer.code(&key.issuer, NEW).done(),
            };
            assert_eq!(code.trim(), key.code_at(AT), "{}", key.issuer);
        }
        assert_eq!(of_a_kind(&self.computer, NEW), self.others);
    }
}

fn of_a_kind(computer: &Computer, passphrase: &str) -> Vec<String> {
    OF_A_KIND.iter().map(|query| computer.code(query, passphrase).done()).collect()
}
