//! `pulih add`: an account from a URI, from a QR code, or part by part; asked for at the terminal where nothing is given.

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::account::{AccountId, Kind, Protection};
use crate::cli::args::{descriptor, one_of};
use crate::cli::desk::{Desk, title};
use crate::cli::exit::{Exit, Failure};
use crate::cli::json;
use crate::cli::open::open;
use crate::cli::protect;
use crate::ops::Session;
use crate::ops::accounts::{self, Draft, TypedKey};
use crate::otp::uri::{self, UriAccount, UriKey, UriNote};
use crate::otp::{OtpParams, Pin};
use crate::secret::Private;
use crate::text::{Explain, Text};

/// The largest picture that is read, in bytes.
const LARGEST_PICTURE: u64 = 32 * 1024 * 1024;

/// Where the numbers of an account are read and not given by flags.
const READ: [&str; 3] = ["uri_fd", "qr", "qr_screen"];

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("source").multiple(false))]
pub(in crate::cli) struct Add {
    #[arg(long, value_name = "N", value_parser = descriptor(), group = "source")]
    uri_fd: Option<i32>,
    #[arg(long, value_name = "FILE", group = "source")]
    qr: Option<PathBuf>,
    #[arg(long, group = "source")]
    qr_screen: bool,
    #[arg(long, value_name = "N", value_parser = descriptor(), group = "source")]
    secret_fd: Option<i32>,
    #[arg(long, value_name = "N", value_parser = descriptor())]
    pin_fd: Option<i32>,
    #[arg(long, value_name = "TEXT")]
    issuer: Option<String>,
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "G")]
    group: Vec<String>,
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    kind: Option<String>,
    #[arg(long = "type", value_name = "TYPE", value_parser = types(), conflicts_with_all = READ)]
    type_name: Option<String>,
    #[arg(long, value_name = "HASH", conflicts_with_all = READ)]
    algorithm: Option<String>,
    #[arg(long, value_name = "N", conflicts_with_all = READ)]
    digits: Option<u64>,
    #[arg(long, value_name = "SECONDS", conflicts_with_all = READ)]
    period: Option<u64>,
    #[arg(long, value_name = "N", conflicts_with_all = READ)]
    counter: Option<u64>,
}

pub(in crate::cli) fn kinds() -> clap::builder::PossibleValuesParser {
    one_of(&["third-party", "personal", "passwordless", "work"])
}

fn types() -> clap::builder::PossibleValuesParser {
    one_of(&["totp", "hotp", "steam", "motp", "yandex"])
}

impl Add {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        self.check_numbers()?;
        let mut session = open(desk)?;
        let mut drafts = self.drafts(desk)?;
        drafts.iter_mut().for_each(|draft| self.name_over(draft));
        let (added, _) = desk.change(&mut session, |desk, session| {
            let (now, chance) = (desk.world.clock.now(), &*desk.world.entropy);
            let add = |draft: &Draft| accounts::add(session.book_mut(), draft.duplicate(), now, chance);
            Ok(drafts.iter().map(add).collect::<Result<Vec<_>, _>>()?)
        })?;
        tell(desk, &session, &added)?;
        Ok(Exit::Done)
    }

    /// A number that this kind of code does not have is refused, and not left aside.
    fn check_numbers(&self) -> Result<(), Failure> {
        let type_name = self.type_name.as_deref().unwrap_or("totp");
        let (is_totp, is_hotp) = (type_name == "totp", type_name == "hotp");
        let misplaced = [
            ("--algorithm", self.algorithm.is_some() && !is_totp && !is_hotp),
            ("--digits", self.digits.is_some() && !is_totp && !is_hotp),
            ("--period", self.period.is_some() && !is_totp),
            ("--counter", self.counter.is_some() && !is_hotp),
        ];
        let Some((flag, _)) = misplaced.into_iter().find(|(_, is_misplaced)| *is_misplaced) else { return Ok(()) };
        let what = Text::new("err-usage-conflict").word("arg", flag).word("other", format!("--type {type_name}"));
        Err(Failure::new(Exit::Usage, what, Text::new("fix-usage-help")))
    }

    fn drafts(&self, desk: &mut Desk<'_>) -> Result<Vec<Draft>, Failure> {
        let uris = if let Some(fd) = self.uri_fd {
            vec![desk.world.console.line_from_fd(fd)?]
        } else if let Some(picture) = &self.qr {
            desk.world.scanner.scan_picture(&desk.world.files.read(picture, LARGEST_PICTURE)?)?
        } else if self.qr_screen {
            desk.world.scanner.scan_screen()?
        } else {
            return self.typed(desk).map(|draft| vec![draft]);
        };
        uris.iter().map(|uri| self.read_uri(desk, uri)).collect()
    }

    fn read_uri(&self, desk: &mut Desk<'_>, text: &str) -> Result<Draft, Failure> {
        let UriAccount { issuer, name, key, notes, .. } =
            uri::read(text.trim()).map_err(|refusal| Failure::of(Exit::Damaged, &refusal.why))?;
        // That the key is short is said of every account, typed or read, once it is added.
        for note in notes.iter().filter(|note| !matches!(note, UriNote::ShortKey(_))) {
            desk.out.remark(&note.what(), None);
        }
        let params = match key {
            UriKey::Ready(params) => params,
            UriKey::NeedsPin(key) => {
                let pin = desk.secret(self.pin_fd, "--pin-fd", &Text::new("ask-pin"))?;
                key.with_pin(Pin::new(&pin).map_err(accounts::DeedError::Key)?)
            }
        };
        Ok(self.draft(issuer, name, params))
    }

    /// Part by part: what the flags do not say is asked for, if somebody can be asked.
    fn typed(&self, desk: &mut Desk<'_>) -> Result<Draft, Failure> {
        let ask = |given: &Option<String>, id, flag| -> Result<Private, Failure> {
            match given {
                Some(text) => Ok(text.as_str().into()),
                None if self.secret_fd.is_some() => Ok(Private::default()),
                None => Ok(desk.ask(flag, &Text::new(id))?.map_or_else(Private::default, |line| line.trim().into())),
            }
        };
        let issuer = ask(&self.issuer, "ask-issuer", "--secret-fd")?;
        let name = ask(&self.name, "ask-name", "--secret-fd")?;
        let type_name = self.type_name.as_deref().unwrap_or("totp");
        let secret = desk.secret(self.secret_fd, "--secret-fd", &Text::new("ask-key"))?;
        if let Some(scheme) = secret.trim_start().get(..8)
            && scheme.eq_ignore_ascii_case("otpauth:")
        {
            return self.read_uri(desk, &secret);
        }
        let needs_pin = matches!(type_name, "motp" | "yandex");
        let pin: Option<Zeroizing<String>> =
            needs_pin.then(|| desk.secret(self.pin_fd, "--pin-fd", &Text::new("ask-pin"))).transpose()?;
        let key = TypedKey {
            type_name,
            secret: &secret,
            pin: pin.as_ref().map(|pin| pin.as_str()),
            algorithm: self.algorithm.as_deref(),
            digits: self.digits,
            period: self.period,
            counter: self.counter,
        };
        Ok(self.draft(issuer, name, key.params()?))
    }

    fn draft(&self, issuer: Private, name: Private, params: OtpParams) -> Draft {
        Draft {
            issuer,
            name,
            note: self.note.as_deref().unwrap_or_default().into(),
            groups: self.group.iter().map(|group| group.as_str().into()).collect(),
            kind: self.kind.as_deref().and_then(Kind::from_name).unwrap_or_default(),
            params,
        }
    }

    /// What the flags say of the names wins over what was read.
    fn name_over(&self, draft: &mut Draft) {
        if let Some(issuer) = &self.issuer {
            draft.issuer = issuer.as_str().into();
        }
        if let Some(name) = &self.name {
            draft.name = name.as_str().into();
        }
    }
}

fn tell(desk: &mut Desk<'_>, session: &Session, added: &[AccountId]) -> Result<(), Failure> {
    for account in added.iter().filter_map(|id| session.book().get(*id)) {
        if desk.out.wants_json() {
            desk.out.json(&json::account(account, json::order(session.book(), account.id)))?;
        }
        desk.out.say(&Text::new("cli-added").word("account", title(account)));
        // It is in no backup yet: there is nothing older that could hold its key.
        protect::tell_of_kind(desk, session, account, Protection::DeviceBound);
        if account.params().is_ok_and(is_short) {
            desk.out.remark(&Text::new("cli-short-key"), None);
        }
    }
    Ok(())
}

fn is_short(params: &OtpParams) -> bool {
    match params {
        OtpParams::Hotp { key, .. } | OtpParams::Steam { key } | OtpParams::Totp { key, .. } => key.is_short(),
        OtpParams::Motp { .. } | OtpParams::Yandex { .. } => false,
    }
}
