//! Ente Auth's export: a list of URIs with what the app keeps beside the key, in plain text or encrypted. Source:
//! `ente_auth` of the app's repository; older lists, and those without such extras, are lists of URIs as any other.

mod lock;
mod secret_stream;

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::ente::lock::LockedExport;
use crate::formats::gathering::Gathering;
use crate::formats::json::Json;
use crate::formats::lines::lines;
use crate::formats::{
    About, Foreign, Format, FormatError, Imported, Likeness, Loss, Parsed, Ready, Target, Unfit, WriteError, uri_entry,
};
use crate::otp::OtpParams;
use crate::otp::uri::{self, LONGEST_URI};
use crate::secret::Private;

/// The id in commands and JSON.
const ID: &str = "ente";

/// The export of Ente Auth.
#[derive(Debug)]
pub struct Ente;

impl Format for Ente {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "Ente Auth", how: "how-ente", reads: "plain text and encrypted" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let top = file.json().and_then(|json| json.fields());
        if top.is_some_and(|top| top.has("kdfParams") && top.has("encryptedData")) {
            return Likeness::Sure;
        }
        let first = file.text().and_then(|text| lines(text).next());
        let is_own = first.is_some_and(|(_, line)| line.starts_with("otpauth://") && line.contains("codeDisplay="));
        if is_own { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        match file.json().and_then(|json| json.fields()) {
            Some(top) => Ok(Parsed::Locked(Box::new(LockedExport::parse(top)?))),
            None => Ok(Parsed::Plain(list(file.text().ok_or(FormatError::NotRecognised)?)?)),
        }
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

/// The URIs of a list.
fn list(text: &str) -> Result<Imported, FormatError> {
    let mut gathering = Gathering::new(ID);
    for (spot, line) in lines(text) {
        uri_entry::take(&mut gathering, spot, line)?;
    }
    gathering.finish()
}

impl Target for Ente {
    fn plain_id(&self) -> Option<&'static str> {
        Some("ente-plain")
    }

    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        if matches!(params, OtpParams::Motp { .. } | OtpParams::Yandex { .. }) {
            return Err(Unfit::Kind);
        }
        let mut losses = Loss::all_but(&[Loss::Groups, Loss::Note, Loss::Pinned, Loss::Usage], account);
        if line(account, params, true).len() > LONGEST_URI {
            losses.push(Loss::Note);
            losses.sort_unstable();
        }
        if line(account, params, false).len() > LONGEST_URI { Err(Unfit::TooLong) } else { Ok(losses) }
    }

    fn plain(&self, accounts: &[Ready<'_>], _: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        let lines: Vec<Zeroizing<String>> = accounts
            .iter()
            .map(|(account, params)| match line(account, params, true) {
                whole if whole.len() <= LONGEST_URI => whole,
                _ => line(account, params, false),
            })
            .collect();
        let mut plain = Zeroizing::new(Vec::with_capacity(lines.iter().map(|line| line.len() + 1).sum()));
        for line in &lines {
            plain.extend_from_slice(line.as_bytes());
            plain.push(b'\n');
        }
        Ok(plain)
    }

    fn seal(&self, plain: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        lock::sealed(plain, password, chance)
    }
}

/// The URI of an account with what the app keeps beside the key; with or without its note, which is as long as one
/// likes.
fn line(account: &Account, params: &OtpParams, with_note: bool) -> Zeroizing<String> {
    let display = Json::new(display(account, with_note)).to_bytes();
    let mut line = uri::write(&account.issuer, &account.name, params);
    let extra =
        Zeroizing::new(percent_encoding::percent_encode(&display, percent_encoding::NON_ALPHANUMERIC).to_string());
    let mut whole = Zeroizing::new(String::with_capacity(line.len() + extra.len() + 16));
    for part in [line.as_str(), "&codeDisplay=", extra.as_str()] {
        whole.push_str(part);
    }
    zeroize::Zeroize::zeroize(&mut *line);
    whole
}

fn display(account: &Account, with_note: bool) -> Value {
    json!({
        "pinned": account.pinned,
        "trashed": false,
        // Microseconds, as newer versions count.
        "lastUsedAt": account.last_used.map_or(0, |used| used.unix_ms().max(0).saturating_mul(1000)),
        "tapCount": account.use_count,
        "tags": account.groups.iter().map(Private::as_str).collect::<Vec<_>>(),
        "note": if with_note { account.note.as_str() } else { "" },
        "position": 0,
        "iconSrc": "",
        "iconID": "",
    })
}

#[cfg(test)]
mod tests {
    use super::Ente;
    use crate::formats::{Foreign, Format, FormatError, Likeness, Parsed};

    fn file(text: &str) -> Foreign {
        Foreign::new(text.as_bytes().to_vec(), None).unwrap()
    }

    #[test]
    fn a_list_is_its_own_only_with_what_it_keeps_beside_the_key() {
        let own = file("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&codeDisplay=%7B%22pinned%22%3Atrue%7D");
        assert_eq!(Ente.sniff(&own), Likeness::Sure);
        let Ok(Parsed::Plain(imported)) = Ente.parse(&own) else { panic!("plain") };
        assert_eq!(imported.arrivals.first().map(|it| it.pinned), Some(true));
        assert_eq!(Ente.sniff(&file("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP")), Likeness::None);
    }

    #[test]
    fn what_a_file_may_ask_for_is_bounded_before_a_password_is_asked_for() {
        let refusal = |memory: u64, passes: u64, version: u64| {
            let kdf = format!("{{\"memLimit\":{memory},\"opsLimit\":{passes},\"salt\":\"F8SoxHkmhXdMKJai0JymmA==\"}}");
            let text = format!(
                "{{\"version\":{version},\"kdfParams\":{kdf},\"encryptedData\":\"AAAAAAAAAAAAAAAAAAAAAAAA\",\
                 \"encryptionNonce\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}}"
            );
            Ente.parse(&file(&text)).err()
        };
        assert_eq!(refusal(1 << 30, 4, 1), None);
        assert_eq!(refusal(10 * 1024, 1, 1), None);
        assert_eq!(refusal(1 << 31, 4, 1), Some(FormatError::TooCostly { mebibytes: 8192 }));
        assert_eq!(refusal(1 << 30, 4, 2), Some(FormatError::TooNew { found: 2 }));
    }
}
