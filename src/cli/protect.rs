//! `pulih protect`: what a backup carries of one account or several.

use std::collections::BTreeSet;

use serde_json::json;

use crate::account::{Account, AccountId, Protection};
use crate::cli::args::descriptor;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::ops::protection::{self, Enrolment, Preview, Protected, ProtectionError, SignInJob};
use crate::ops::{Session, device_key};
use crate::secret::Passphrase;
use crate::text::{Explain, Text};
use crate::vault::{Contact, KdfFloor, KdfParams, MOST_CONTACTS};

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("protection").required(true).args(["sign_in", "device", "standard"]))]
pub(in crate::cli) struct Protect {
    #[arg(value_name = "QUERY", required = true)]
    queries: Vec<String>,
    #[arg(long)]
    sign_in: bool,
    #[arg(long)]
    device: bool,
    #[arg(long)]
    standard: bool,
    #[arg(long, value_name = "N", value_parser = descriptor(), requires = "sign_in")]
    password_fd: Option<i32>,
    #[arg(long, value_name = "N", value_parser = descriptor(), requires = "sign_in", action = clap::ArgAction::Append)]
    contact_fd: Vec<i32>,
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u32).range(1..), requires = "sign_in")]
    kdf_memory: Option<u32>,
    #[arg(long, value_name = "PASSES", value_parser = clap::value_parser!(u32).range(1..), requires = "sign_in")]
    kdf_time: Option<u32>,
    #[arg(short, long)]
    yes: bool,
}

impl Protect {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let cost = self.cost()?;
        let mut session = open(desk)?;
        let ids = self.ids(desk, &session)?;
        let preview = protection::preview(session.book(), &ids, self.wanted());
        if !preview.lowered.is_empty() {
            let question = Text::new("ask-protect-lower").number("count", preview.lowered.len());
            desk.confirm(self.yes, "--yes", &question)?;
        }
        let done = if self.sign_in {
            self.sealed(desk, &mut session, &ids, cost)?
        } else {
            self.plain(desk, &mut session, &ids)?
        };
        if desk.out.wants_json() {
            desk.out.json(&as_json(desk, &session, self.wanted(), &preview, &done))?;
        }
        self.told(desk, &session, &preview, &done);
        Ok(if preview.not_here.is_empty() { Exit::Done } else { Exit::Partly })
    }

    const fn wanted(&self) -> Protection {
        match (self.sign_in, self.device) {
            (true, _) => Protection::SignIn,
            (false, true) => Protection::DeviceBound,
            (false, false) => Protection::Standard,
        }
    }

    fn ids(&self, desk: &Desk<'_>, session: &Session) -> Result<BTreeSet<AccountId>, Failure> {
        self.queries.iter().map(|query| Ok(desk.account(session.book(), query)?.id)).collect()
    }

    fn plain(
        &self,
        desk: &mut Desk<'_>,
        session: &mut Session,
        ids: &BTreeSet<AccountId>,
    ) -> Result<Protected, Failure> {
        let wanted = self.wanted();
        let deed = |desk: &Desk<'_>, session: &mut Session| {
            Ok(protection::protect(session, ids, wanted, desk.world.clock.now())?)
        };
        Ok(desk.change(session, deed)?.0)
    }

    fn sealed(
        &self,
        desk: &mut Desk<'_>,
        session: &mut Session,
        ids: &BTreeSet<AccountId>,
        cost: KdfParams,
    ) -> Result<Protected, Failure> {
        desk.out.say(&Text::new("protect-not-the-service"));
        let enrolment = Enrolment { password: self.password(desk)?, contacts: self.contacts(desk)?, cost };
        if let Some(remark) = enrolment.judge()? {
            desk.out.remark(&remark.text(), None);
        }
        let sealed = SignInJob::of(session, ids, enrolment)?.run(&*desk.world.entropy)?;
        // Where another program saved meanwhile, what was wrapped is still good.
        let deed = |desk: &Desk<'_>, session: &mut Session| Ok(sealed.put(session, desk.world.clock.now())?);
        Ok(desk.change(session, deed)?.0)
    }

    fn password(&self, desk: &Desk<'_>) -> Result<Passphrase, Failure> {
        let typed = desk.passphrase(self.password_fd, "--password-fd", &Text::new("ask-sign-in-password-new"))?;
        let again = || desk.passphrase(None, "--password-fd", &Text::new("ask-sign-in-password-twice"));
        if self.password_fd.is_none() && again()? != typed { Err(twice()) } else { Ok(typed) }
    }

    /// From their descriptors, a line each; or asked for, each typed twice, until nothing is typed.
    fn contacts(&self, desk: &Desk<'_>) -> Result<Vec<Contact>, Failure> {
        let parsed = |typed: &str| Contact::parse(typed).map_err(|error| Failure::of(Exit::Usage, &error));
        if !self.contact_fd.is_empty() {
            return self.contact_fd.iter().map(|fd| parsed(&desk.world.console.line_from_fd(*fd)?)).collect();
        }
        let mut contacts = Vec::new();
        while contacts.len() < MOST_CONTACTS {
            let id = if contacts.is_empty() { "ask-contact-new" } else { "ask-contact-another" };
            let Some(typed) = desk.ask("--contact-fd", &Text::new(id))? else { break };
            let contact = parsed(&typed)?;
            let again = desk.ask("--contact-fd", &Text::new("ask-contact-twice"))?.ok_or_else(twice)?;
            if parsed(&again)? != contact {
                return Err(twice());
            }
            contacts.push(contact);
        }
        Ok(contacts)
    }

    fn cost(&self) -> Result<KdfParams, Failure> {
        let cost = KdfParams {
            memory_kib: self.kdf_memory.map_or(protection::COST.memory_kib, |mib| mib.saturating_mul(1024)),
            passes: self.kdf_time.unwrap_or(protection::COST.passes),
            lanes: protection::COST.lanes,
        };
        cost.at_least(KdfFloor::PERSON).map_err(|error| Failure::of(Exit::Usage, &error))
    }

    fn told(&self, desk: &mut Desk<'_>, session: &Session, preview: &Preview, done: &Protected) {
        desk.out.say(&Text::new("protect-done").number("count", done.changed));
        if self.device {
            match device_key::place_or_future(desk.world, session.vault().id()) {
                Ok(place) => desk.out.say(&place.text()),
                Err(error) => desk.out.remark(&error.what(), error.fix().as_ref()),
            }
        }
        if done.older_backups_hold_keys {
            let (what, fix) = (Text::new("protect-older-backups"), Text::new("fix-protect-older-backups"));
            desk.out.remark(&what, Some(&fix));
        }
        if !preview.not_here.is_empty() {
            desk.out.remark(&Text::new("protect-skipped").number("count", preview.not_here.len()), None);
        }
    }
}

/// Says what a backup carries of an account whose kind was given, where that is not its key: nobody asked for it by name.
pub(in crate::cli) fn tell_of_kind(desk: &mut Desk<'_>, session: &Session, account: &Account, was: Protection) {
    if account.protection != Protection::DeviceBound {
        return;
    }
    desk.out.remark(&Text::new("cli-kind-bound"), Some(&Text::new("cli-fix-kind-bound")));
    if was != Protection::DeviceBound && protection::has_backups(session) {
        desk.out.remark(&Text::new("protect-older-backups"), Some(&Text::new("fix-protect-older-backups")));
    }
}

fn twice() -> Failure {
    Failure::new(Exit::NotDone, Text::new("err-cli-twice"), Text::new("fix-cli-twice"))
}

fn as_json(
    desk: &Desk<'_>,
    session: &Session,
    wanted: Protection,
    preview: &Preview,
    done: &Protected,
) -> serde_json::Value {
    let named = |ids: &[AccountId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    let place = (wanted == Protection::DeviceBound)
        .then(|| device_key::place(desk.world, session.vault().id()).ok().flatten())
        .flatten();
    json!({
        "protection": wanted.name(),
        "changed": done.changed,
        "raised": named(&preview.raised),
        "lowered": named(&preview.lowered),
        "left": named(&preview.not_here),
        "older_backups_hold_keys": done.older_backups_hold_keys,
        "device_key": place.map(device_key::DeviceKeyPlace::name),
    })
}

impl From<ProtectionError> for Failure {
    fn from(error: ProtectionError) -> Self {
        let exit = match error {
            ProtectionError::Contacts => Exit::Usage,
            ProtectionError::Nothing | ProtectionError::Password(_) | ProtectionError::Seal(_) => Exit::NotDone,
        };
        Self::of(exit, &error)
    }
}
