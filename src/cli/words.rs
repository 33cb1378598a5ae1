//! `pulih words`: the recovery words. They are printed once, when they are made; nobody can print them again.

use serde_json::json;

use crate::cli::backup;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::ops::{Session, keys};
use crate::text::Text;
use crate::vault::{RecoveryWords, SlotKind};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Words {
    #[arg(long)]
    new: bool,
}

impl Words {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open(desk)?;
        if self.new { renew(desk, &mut session) } else { tell(desk, &session) }
    }
}

/// Whether there are words; which, the vault does not know.
fn tell(desk: &mut Desk<'_>, session: &Session) -> Result<Exit, Failure> {
    let has_words = keys::has_slot(&session.vault().slots(), SlotKind::Words);
    if desk.out.wants_json() {
        desk.out.json(&json!({"has_words": has_words}))?;
    } else {
        let said = Text::new(if has_words { "cli-words-there" } else { "cli-words-none" });
        let line = desk.out.words().say(&said);
        desk.out.result(&line)?;
    }
    Ok(Exit::Done)
}

/// New words count once the person has shown to have them.
fn renew(desk: &mut Desk<'_>, session: &mut Session) -> Result<Exit, Failure> {
    desk.check_seen("fix-cli-words-unseen")?;
    let passphrase = desk.known_passphrase(session)?;
    let words = keys::new_words(desk.world)?;
    // Words that nobody saw are not put into force; that is no success, also where the reader just went away.
    print(desk, &words).map_err(|failure| Failure { exit: Exit::NotDone, ..failure })?;
    if desk.world.console.is_interactive() {
        desk.out.say(&Text::new("cli-words-ask"));
        ask_back(desk, &words)?;
    } else {
        desk.out.remark(&Text::new("cli-words-unchecked"), None);
    }
    let changed = keys::put_words(desk.world, session, &words, &passphrase)?;
    desk.tell(&changed);
    desk.out.say(&Text::new("cli-words-done"));
    // The newest backup does not open with them yet.
    backup::after_a_change(desk, session);
    Ok(Exit::Done)
}

fn print(desk: &mut Desk<'_>, words: &RecoveryWords) -> Result<(), Failure> {
    let words = words.expose();
    if desk.out.wants_json() {
        return desk.out.json(&json!({"words": words}));
    }
    if !desk.out.is_for_the_eye() {
        return desk.out.result(&words.join(" "));
    }
    for (place, word) in words.iter().enumerate() {
        desk.out.result(&format!("{:>2}  {word}", place + 1))?;
    }
    Ok(())
}

/// Asks three of the words back.
pub(in crate::cli) fn ask_back(desk: &mut Desk<'_>, words: &RecoveryWords) -> Result<(), Failure> {
    for place in keys::places_to_ask(desk.world)? {
        let asked = Text::new("ask-word").number("place", place + 1);
        let typed = desk.ask("--passphrase-fd", &asked)?;
        if !typed.is_some_and(|typed| words.is_word(place + 1, &typed)) {
            let (what, fix) = (Text::new("err-keys-answer-differs"), Text::new("fix-keys-answer-differs"));
            return Err(Failure::new(Exit::WrongPassword, what, fix));
        }
    }
    Ok(())
}
