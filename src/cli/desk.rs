//! What every command works with: the world, the settings, the flags, the prints, and the questions that several ask.

use std::path::Path;

use zeroize::Zeroizing;

use crate::account::{Account, AccountId, Book, Find};
use crate::cli::args::Global;
use crate::cli::backup;
use crate::cli::exit::{Exit, Failure};
use crate::cli::out::Out;
use crate::config::Config;
use crate::ops::keys::Changed;
use crate::ops::{SaveError, SaveReceipt, Session};
use crate::ports::{ConsoleError, World};
use crate::secret::Passphrase;
use crate::text::Text;

/// How often a deed is done before others that save at the same time are said to be in the way: each round lost is one
/// that another program won.
const ROUNDS: usize = 12;

/// The longest name that a message repeats, in characters.
const LONGEST_REPEATED: usize = 60;

/// From so many characters on, what is made of the letters of keys alone may be one.
const SHORTEST_KEY: usize = 16;

/// One command at work.
pub(in crate::cli) struct Desk<'a> {
    pub world: &'a World,
    pub config: &'a Config,
    pub global: &'a Global,
    pub out: &'a mut Out,
    /// The passphrase that opened the vault, for deeds that need it once more.
    pub opened_with: Option<Passphrase>,
    /// Whether a change of content is backed up at once, where backups are on.
    pub backs_up: bool,
    /// The settings file, where changes may be written to it.
    pub settings: Option<&'a Path>,
    /// How many seconds the clock is corrected by now.
    pub clock_correction: i32,
}

impl Desk<'_> {
    /// Does a deed and saves it. Nobody has seen anything of it yet, so where another program was faster, it is done
    /// again on what that program saved.
    pub fn change<T>(
        &mut self,
        session: &mut Session,
        deed: impl Fn(&Self, &mut Session) -> Result<T, Failure>,
    ) -> Result<(T, SaveReceipt), Failure> {
        for _ in 1..ROUNDS {
            let done = deed(self, session)?;
            match session.save(self.world) {
                Ok(receipt) => {
                    self.tell_of(receipt);
                    self.back_up(session);
                    return Ok((done, receipt));
                }
                Err(SaveError::ChangedElsewhere) if session.renew(self.world, self.global.accept_older) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let done = deed(self, session)?;
        self.save(session).map(|receipt| (done, receipt))
    }

    /// Saves, and says what did not go as it should.
    pub fn save(&mut self, session: &mut Session) -> Result<SaveReceipt, Failure> {
        let receipt = session.save(self.world)?;
        self.tell_of(receipt);
        self.back_up(session);
        Ok(receipt)
    }

    fn back_up(&mut self, session: &mut Session) {
        if self.backs_up {
            backup::after_a_change(self, session);
        }
    }

    /// Says what did not go as it should with a save.
    fn tell_of(&mut self, receipt: SaveReceipt) {
        for remark in receipt.remarks() {
            self.out.remark(&remark, None);
        }
    }

    /// Says what a change of the ways to open the vault left behind.
    pub fn tell(&mut self, changed: &Changed) {
        if changed.lost_key_store {
            self.out.remark(&Text::new("cli-lost-key-store"), Some(&Text::new("cli-fix-lost-key-store")));
        }
        self.tell_of(changed.kept.receipt);
        if changed.kept.kept_previous {
            self.out.remark(&Text::new("cli-kept-previous"), Some(&Text::new("cli-fix-kept-previous")));
        }
    }

    /// A secret from its descriptor, or asked for at the terminal. `flag` is named where neither is there.
    pub fn secret(&self, fd: Option<i32>, flag: &str, prompt: &Text) -> Result<Zeroizing<String>, Failure> {
        if let Some(fd) = fd {
            return Ok(self.world.console.line_from_fd(fd)?);
        }
        let prompt = format!("{} ", self.out.words().say(prompt));
        let typed = self.world.console.ask_typed(&prompt).map_err(|error| unasked(error, flag))?;
        Ok(Zeroizing::new(typed.expose().to_owned()))
    }

    /// A passphrase from its descriptor, or asked for at the terminal.
    pub fn passphrase(&self, fd: Option<i32>, flag: &str, prompt: &Text) -> Result<Passphrase, Failure> {
        match fd {
            Some(fd) => Ok(Passphrase::parse(&self.world.console.line_from_fd(fd)?)?),
            None => self.ask_secret(flag, prompt),
        }
    }

    /// The vault's passphrase, for a deed that needs it: the one that opened it, or asked for and checked now.
    pub fn known_passphrase(&mut self, session: &Session) -> Result<Passphrase, Failure> {
        if let Some(passphrase) = self.opened_with.take() {
            return Ok(passphrase);
        }
        let typed = self.passphrase(None, "--passphrase-fd", &Text::new("ask-passphrase-again"))?;
        session.vault().check_passphrase(&typed)?;
        Ok(typed)
    }

    /// A new passphrase: from its descriptor, or typed twice.
    pub fn new_passphrase(&mut self, fd: Option<i32>, flag: &str) -> Result<Passphrase, Failure> {
        let new = self.passphrase(fd, flag, &Text::new("ask-new-passphrase"))?;
        if fd.is_none() && self.ask_secret(flag, &Text::new("ask-new-passphrase-again"))? != new {
            return Err(Failure::new(Exit::NotDone, Text::new("err-cli-twice"), Text::new("fix-cli-twice")));
        }
        if let Some(remark) = crate::ops::passphrase::judge(&new)? {
            self.out.remark(&remark.text(), None);
        }
        Ok(new)
    }

    /// Whether somebody can see a result that is there only once, or that is a secret.
    ///
    /// # Errors
    /// Standard output leads nowhere.
    pub fn check_seen(&self, fix: &'static str) -> Result<(), Failure> {
        match self.out.results_are_lost() {
            true => Err(Failure::new(Exit::NotDone, Text::new("err-cli-output"), Text::new(fix))),
            false => Ok(()),
        }
    }

    fn ask_secret(&self, flag: &str, prompt: &Text) -> Result<Passphrase, Failure> {
        let prompt = format!("{} ", self.out.words().say(prompt));
        self.world.console.ask_secret(&prompt).map_err(|error| unasked(error, flag))
    }

    /// Asks for a line; an empty answer is `None`.
    pub fn ask(&self, flag: &str, prompt: &Text) -> Result<Option<Zeroizing<String>>, Failure> {
        let prompt = format!("{} ", self.out.words().say(prompt));
        let line = self.world.console.ask_line(&prompt).map_err(|error| unasked(error, flag))?;
        Ok((!line.trim().is_empty()).then_some(line))
    }

    /// Asks whether to go on; only a yes in the person's language or in English is one. `flag` says yes beforehand.
    pub fn confirm(&self, is_given: bool, flag: &str, question: &Text) -> Result<(), Failure> {
        if is_given || self.agrees(flag, question)? { Ok(()) } else { Err(Failure::refused()) }
    }

    /// Whether the answer is a yes. `flag` gives it beforehand.
    pub fn agrees(&self, flag: &str, question: &Text) -> Result<bool, Failure> {
        let answer = self.ask(flag, question)?.map(|answer| answer.trim().to_lowercase());
        let yes = self.out.words().line("answer-yes");
        Ok(answer.is_some_and(|answer| answer == "yes" || answer == "y" || yes.starts_with(&answer)))
    }

    /// The account that a query names.
    pub fn account<'b>(&self, book: &'b Book, query: &str) -> Result<&'b Account, Failure> {
        one(book.find(query), query).map_err(|failure| match crate::ops::accounts::find_in_trash(book, query) {
            Find::One(_) if failure.candidates.is_empty() => in_trash(),
            _ => failure,
        })
    }

    /// The account in the trash that a query names.
    pub fn trashed(&self, book: &Book, query: &str) -> Result<AccountId, Failure> {
        let found = one(crate::ops::accounts::find_in_trash(book, query), query);
        found.map(|account| account.id).map_err(|failure| match failure.candidates.is_empty() {
            true => Failure { fix: Some(Text::new("fix-cli-none-in-trash")), ..failure },
            false => failure,
        })
    }
}

/// What was looked for was thrown away.
fn in_trash() -> Failure {
    Failure::new(Exit::NotFound, Text::new("err-account-trashed"), Text::new("fix-cli-in-trash"))
}

/// Nobody could be asked: the flag that answers instead is named.
fn unasked(error: ConsoleError, flag: &str) -> Failure {
    match error {
        ConsoleError::NoTerminal => Failure::no_terminal(flag),
        other => other.into(),
    }
}

fn one<'b>(found: Find<'b>, query: &str) -> Result<&'b Account, Failure> {
    let what = |said: &'static str, unsaid: &'static str| match is_fit_to_repeat(query) {
        true => Text::new(said).word("query", query),
        false => Text::new(unsaid),
    };
    match found {
        Find::One(account) => Ok(account),
        Find::None => {
            let what = what("err-cli-none-found", "err-cli-none-found-unsaid");
            Err(Failure::new(Exit::NotFound, what, Text::new("fix-cli-none-found")))
        }
        Find::Many(accounts) => {
            let what = what("err-cli-many-found", "err-cli-many-found-unsaid");
            let mut failure = Failure::new(Exit::NotFound, what, Text::new("fix-cli-many-found"));
            failure.candidates = accounts.into_iter().map(candidate).collect();
            Err(failure)
        }
    }
}

/// Whether what was typed may be repeated: it is no address and no key, which would be a secret in the wrong place, and no
/// longer than a line.
fn is_fit_to_repeat(query: &str) -> bool {
    let is_of_key = |c: char| c.is_ascii_uppercase() || ('2'..='7').contains(&c) || matches!(c, '=' | ' ' | '-');
    let length = query.chars().count();
    let is_key = length >= SHORTEST_KEY && query.chars().all(is_of_key);
    length <= LONGEST_REPEATED && !is_key && !query.contains("://") && !query.to_lowercase().contains("otpauth")
}

/// A line by which an account can be told from others, and that names it when typed.
pub(in crate::cli) fn candidate(account: &Account) -> String {
    format!("{}  {}", account.id, title(account))
}

/// `issuer:name`, or the one there is.
pub(in crate::cli) fn title(account: &Account) -> String {
    let (issuer, name) = (Out::word(&account.issuer), Out::word(&account.name));
    match (issuer.is_empty(), name.is_empty()) {
        (false, false) => format!("{issuer}:{name}"),
        (true, _) => name,
        (_, true) => issuer,
    }
}
