//! `pulih show`: one account in full; with `--qr` or `--uri` also its key, after the passphrase was asked again.

use serde_json::json;
use zeroize::Zeroizing;

use crate::account::{Account, Credential, Kind, Protection};
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::{open, open_with_proof};
use crate::cli::out::Out;
use crate::cli::{json as wire, qr};
use crate::otp::{OtpParams, uri};
use crate::text::Text;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Show {
    #[arg(value_name = "QUERY")]
    query: String,
    #[arg(long)]
    qr: bool,
    #[arg(long)]
    uri: bool,
}

impl Show {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        if self.qr {
            desk.out.check_not_json("--qr")?;
        }
        if self.qr || self.uri {
            desk.check_seen("fix-cli-show-unseen")?;
        }
        let session = if self.qr || self.uri { open_with_proof(desk)? } else { open(desk)? };
        let account = desk.account(session.book(), &self.query)?;
        let order = wire::order(session.book(), account.id);
        if !self.qr && !self.uri {
            return facts(desk, account, order);
        }
        let params = account.params().map_err(crate::ops::accounts::DeedError::NotReady)?;
        let uri = uri::write(&account.issuer, &account.name, params);
        if matches!(params, OtpParams::Motp { .. }) {
            desk.out.remark(&Text::new("cli-show-no-pin"), None);
        }
        if self.uri {
            print_uri(desk, &uri)?;
        }
        if self.qr {
            qr::print(desk.out, &uri)?;
        }
        Ok(Exit::Done)
    }
}

fn print_uri(desk: &mut Desk<'_>, uri: &Zeroizing<String>) -> Result<(), Failure> {
    if desk.out.wants_json() { desk.out.json(&json!({"uri": uri.as_str()})) } else { desk.out.result(uri) }
}

/// All that is no secret, a line each.
fn facts(desk: &mut Desk<'_>, account: &Account, order: usize) -> Result<Exit, Failure> {
    if desk.out.wants_json() {
        let mut value = wire::account(account, order);
        wire::put(&mut value, "note", crate::text::clean(&account.note).text);
        wire::put(&mut value, "recovery_codes", account.recovery_codes.len());
        if let Credential::Ready(params) = &account.credential {
            wire::put(&mut value, "algorithm", params.algorithm().map_or("MD5", |algorithm| algorithm.name()));
            wire::put(&mut value, "digits", params.digits());
            wire::put(&mut value, "period", params.period().map(|period| period.seconds()));
            wire::put(&mut value, "counter", params.counter().map(|counter| counter.get()));
        }
        desk.out.json(&value)?;
        return Ok(Exit::Done);
    }
    for (label, value) in lines(desk.out, account) {
        let label = desk.out.words().line(label);
        desk.out.result(&format!("{label}: {value}"))?;
    }
    Ok(Exit::Done)
}

fn lines(out: &Out, account: &Account) -> Vec<(&'static str, String)> {
    let groups: Vec<String> = account.groups.iter().map(|group| Out::word(group)).collect();
    let mut lines = vec![
        ("show-issuer", Out::word(&account.issuer)),
        ("show-name", Out::word(&account.name)),
        ("show-kind", out.words().line(kind(account.kind))),
        ("show-protection", out.words().line(protection(account.protection))),
        ("show-groups", groups.join(", ")),
        ("show-note", Out::word(&account.note)),
        ("show-id", account.id.to_string()),
    ];
    match &account.credential {
        Credential::Ready(params) => lines.extend(numbers(params)),
        Credential::Missing(_) | Credential::Sealed(_) => {}
    }
    if let Some(badge) = account.badge() {
        lines.push(("show-state", out.words().say(&badge.text())));
    }
    lines.retain(|(_, value)| !value.is_empty());
    lines
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Personal { passwordless: false } => "kind-personal",
        Kind::Personal { passwordless: true } => "kind-passwordless",
        Kind::ThirdParty => "kind-third-party",
        Kind::WorkOrSchool => "kind-work",
    }
}

const fn protection(protection: Protection) -> &'static str {
    match protection {
        Protection::DeviceBound => "protection-device-bound",
        Protection::SignIn => "protection-sign-in",
        Protection::Standard => "protection-standard",
    }
}

fn numbers(params: &OtpParams) -> Vec<(&'static str, String)> {
    let mut lines = vec![("show-type", params.type_name().to_owned()), ("show-digits", params.digits().to_string())];
    lines.extend(params.algorithm().map(|algorithm| ("show-algorithm", algorithm.name().to_owned())));
    lines.extend(params.period().map(|period| ("show-period", period.seconds().to_string())));
    lines.extend(params.counter().map(|counter| ("show-counter", counter.get().to_string())));
    lines
}
