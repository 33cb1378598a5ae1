//! Opens the vault for a command: a descriptor, the key store, an askpass program, the terminal, in this order.

use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::ops::sign_out::signed_out;
use crate::ops::{self, LoadError, Locked, Session, SessionRemark, World, keys};
use crate::secret::{Key32, Passphrase};
use crate::text::{Explain, Text};
use crate::vault::{OpenError, OpenRemark, Opener, RecoveryWords};

/// How often a person may mistype the passphrase at the terminal before the command ends.
const TRIES: usize = 3;

/// An open vault, and whether the person has just shown to know its passphrase or words.
pub(in crate::cli) struct Opened {
    pub session: Session,
    pub is_known: bool,
}

/// Opens the vault.
pub(in crate::cli) fn open(desk: &mut Desk<'_>) -> Result<Session, Failure> {
    opened(desk).map(|opened| opened.session)
}

/// Opens the vault, and makes sure that the person at the keyboard knows its passphrase: before a key is shown.
pub(in crate::cli) fn open_with_proof(desk: &mut Desk<'_>) -> Result<Session, Failure> {
    let Opened { session, is_known } = opened(desk)?;
    if !is_known {
        let typed = desk.passphrase(None, "--passphrase-fd", &Text::new("ask-passphrase-again"))?;
        session.vault().check_passphrase(&typed)?;
    }
    Ok(session)
}

fn opened(desk: &mut Desk<'_>) -> Result<Opened, Failure> {
    if desk.global.demo {
        let session = ops::demo::demo(desk.world)?;
        return Ok(Opened { session, is_known: true });
    }
    let locked = ops::load(desk.world, &desk.world.vault).map_err(|error| not_loaded(desk.world, error))?;
    let opened = unlocked(desk, locked)?;
    desk.world.memory.scrub_stack();
    for remark in opened.session.remarks().to_vec() {
        remark_on(desk, &remark);
    }
    if opened.session.is_read_only() && !desk.global.accept_older {
        return Err(not_the_newest(opened.session.remarks()));
    }
    Ok(opened)
}

/// Where no vault is and one was moved aside, by a sign-out or by a restore that was stopped halfway, the way to that one
/// helps more than the way to a new one.
fn not_loaded(world: &World, error: LoadError) -> Failure {
    let is_none = error == LoadError::None;
    let failure = Failure::from(error);
    // A folder that cannot be listed is another matter than the one that was asked about.
    let aside = signed_out(world).ok().and_then(|asides| asides.into_iter().next()).filter(|_| is_none);
    match aside {
        Some(aside) => {
            let path = aside.path.display().to_string();
            Failure { fix: Some(Text::new("fix-cli-vault-aside").word("path", path)), ..failure }
        }
        None => failure,
    }
}

/// Why nothing is done with a vault that is not known to be the newest.
fn not_the_newest(remarks: &[SessionRemark]) -> Failure {
    let (what, fix) = if remarks.contains(&SessionRemark::Forked) {
        ("err-cli-forked", "fix-cli-forked")
    } else if remarks.contains(&SessionRemark::MarkUnreadable) {
        ("err-cli-mark-unreadable", "fix-cli-mark-unreadable")
    } else {
        ("err-cli-older", "fix-cli-older")
    };
    Failure::new(Exit::ChangedElsewhere, Text::new(what), Text::new(fix))
}

/// Tries the ways in their order. With a way that the person named, no other is tried.
fn unlocked(desk: &mut Desk<'_>, locked: Locked) -> Result<Opened, Failure> {
    let known = |session| Opened { session, is_known: true };
    if desk.global.passphrase_fd.is_some() && desk.global.recovery_words_fd.is_some() {
        let what = Text::new("err-usage-conflict").word("arg", "--recovery-words-fd").word("other", "--passphrase-fd");
        return Err(Failure::new(Exit::Usage, what, Text::new("fix-usage-help")));
    }
    if let Some(fd) = desk.global.passphrase_fd {
        let passphrase = Passphrase::parse(&desk.world.console.line_from_fd(fd)?)?;
        let session = once(desk, locked, &Opener::Passphrase(&passphrase))?;
        desk.opened_with = Some(passphrase);
        return Ok(known(session));
    }
    if desk.global.with_words || desk.global.recovery_words_fd.is_some() {
        let typed = desk.secret(desk.global.recovery_words_fd, "--recovery-words-fd", &Text::new("ask-words"))?;
        let words = RecoveryWords::parse(&typed).map_err(|error| Failure::of(Exit::WrongPassword, &error))?;
        return Ok(known(once(desk, locked, &Opener::Words(&words))?));
    }
    match keys::key_for(desk.world, &locked) {
        Ok(Some(key)) => by_key_store(desk, locked, &key),
        Ok(None) => Ok(known(asked(desk, locked)?)),
        Err(error) => {
            desk.out.aside(&error.what());
            Ok(known(asked(desk, locked)?))
        }
    }
}

fn by_key_store(desk: &mut Desk<'_>, locked: Locked, key: &Key32) -> Result<Opened, Failure> {
    match locked.open(desk.world, &Opener::KeyStore(key), desk.global.accept_older) {
        Ok(session) => Ok(Opened { session, is_known: false }),
        Err((locked, OpenError::WrongKey)) => {
            desk.out.remark(&Text::new("cli-key-store-stale"), None);
            Ok(Opened { session: asked(desk, locked)?, is_known: true })
        }
        Err((_, error)) => Err(error.into()),
    }
}

fn once(desk: &Desk<'_>, locked: Locked, opener: &Opener<'_>) -> Result<Session, Failure> {
    locked.open(desk.world, opener, desk.global.accept_older).map_err(|(_, error)| error.into())
}

/// Asks for the passphrase until it fits, a few times where somebody sits at the terminal.
fn asked(desk: &mut Desk<'_>, mut locked: Locked) -> Result<Session, Failure> {
    let tries = if desk.world.console.is_interactive() { TRIES } else { 1 };
    for left in (0..tries).rev() {
        let passphrase = desk.passphrase(None, "--passphrase-fd", &Text::new("ask-passphrase"))?;
        match locked.open(desk.world, &Opener::Passphrase(&passphrase), desk.global.accept_older) {
            Ok(session) => {
                desk.opened_with = Some(passphrase);
                return Ok(session);
            }
            Err((again, error @ OpenError::WrongKey)) if left > 0 => {
                desk.out.remark_of(&error);
                locked = again;
            }
            Err((_, error)) => return Err(error.into()),
        }
    }
    Err(OpenError::WrongKey.into())
}

/// What happened while opening that the person should hear of.
fn remark_on(desk: &mut Desk<'_>, remark: &SessionRemark) {
    match remark {
        SessionRemark::FirstUseHere => desk.out.aside(&Text::new("remark-first-use-here")),
        SessionRemark::Vault(OpenRemark::Healed) => desk.out.remark(&Text::new("cli-vault-healed"), None),
        SessionRemark::Vault(OpenRemark::Migrated { .. }) => desk.out.aside(&Text::new("cli-vault-migrated")),
        SessionRemark::Vault(OpenRemark::WeakCost) => {
            desk.out.remark(&Text::new("cli-vault-weak"), Some(&Text::new("cli-fix-vault-weak")));
        }
        other => {
            if let Some(text) = other.text() {
                desk.out.remark(&text, None);
            }
        }
    }
}
