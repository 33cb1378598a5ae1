//! `pulih code`: one code on standard output and nothing else, or on the clipboard until its time is up.
//!
//! A time-based code changes nothing on the disk: a script that asks every minute must not make another window of the
//! program find its vault changed. A counter is saved before its code is seen.

use std::sync::mpsc::RecvTimeoutError;

use serde_json::json;

use crate::account::NotReady;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::json as wire;
use crate::cli::open::open;
use crate::cli::out::Out;
use crate::moment::Moment;
use crate::ops::Session;
use crate::ops::accounts::{Skip, Taken, take_code};
use crate::otp::Code;
use crate::ports::{CopiedTo, Signal};
use crate::text::Text;

/// The end of the year 9999, in seconds since 1970: beyond it nobody means a moment.
const LAST: i64 = 253_402_300_799;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Take {
    #[arg(value_name = "QUERY")]
    query: String,
    #[arg(long)]
    next: bool,
    #[arg(long)]
    copy: bool,
    #[arg(long, value_name = "UNIX", allow_negative_numbers = true, value_parser = clap::value_parser!(i64).range(0..=LAST))]
    at: Option<i64>,
}

impl Take {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open(desk)?;
        let account = desk.account(session.book(), &self.query)?;
        let id = account.id;
        let json = json!({
            "issuer": Out::word(&account.issuer),
            "name": Out::word(&account.name),
            "type": account.params().map_err(not_ready)?.type_name(),
        });
        let has_counter = account.has_counter();
        if has_counter && self.at.is_some() {
            desk.out.remark(&Text::new("cli-code-at-counter"), None);
        }
        if has_counter && !self.copy {
            desk.check_seen("fix-cli-code-unseen")?;
        }
        let now = self.at.map_or_else(|| desk.world.clock.now(), Moment::from_unix);
        let skip = if self.next { Skip::One } else { Skip::None };
        let taken = |session: &mut Session| Ok(take_code(session.book_mut(), id, skip, now)?);
        let (taken, receipt) = match has_counter {
            true => {
                desk.change(&mut session, |_, session| taken(session)).map(|(taken, saved)| (taken, Some(saved)))?
            }
            false => (taken(&mut session)?, None),
        };
        let code = match (taken, receipt) {
            (Taken::AtOnce(code), _) => code,
            (Taken::AfterSave(waiting), Some(receipt)) => waiting.reveal(&receipt),
            (Taken::AfterSave(waiting), None) => waiting.reveal(&desk.save(&mut session)?),
        };
        // The keys are wiped before anybody waits for a clipboard.
        drop(session);
        if self.copy { copy(desk, &code) } else { print(desk, json, &code) }
    }
}

fn not_ready(why: NotReady) -> Failure {
    crate::ops::accounts::DeedError::NotReady(why).into()
}

fn print(desk: &mut Desk<'_>, mut json: serde_json::Value, code: &Code) -> Result<Exit, Failure> {
    if desk.out.wants_json() {
        let window = code.window();
        wire::put(&mut json, "code", code.expose());
        wire::put(&mut json, "valid_from", window.map(|window| window.from.unix()));
        wire::put(&mut json, "valid_until", window.map(|window| window.until.unix()));
        desk.out.json(&json)?;
    } else {
        desk.out.result(code.expose())?;
    }
    Ok(Exit::Done)
}

/// Copies, and stays until the clipboard has been cleared: on many systems what was copied goes with the program.
fn copy(desk: &mut Desk<'_>, code: &Code) -> Result<Exit, Failure> {
    let signals = desk.world.process.watch_signals();
    let seconds = desk.config.clipboard_seconds;
    let said = match desk.world.clipboard.copy(code.expose())? {
        CopiedTo::System => Text::new("cli-copied").number("seconds", seconds),
        CopiedTo::Terminal => Text::new("cli-copied-terminal").number("seconds", seconds),
        CopiedTo::TerminalInTmux => Text::new("cli-copied-tmux").number("seconds", seconds),
    };
    desk.out.say(&said);
    let start = desk.world.clock.tick();
    let left = || desk.config.clear_after().saturating_sub(desk.world.clock.tick().since(start));
    let ended = match &signals {
        None => {
            std::thread::sleep(left());
            None
        }
        Some(signals) => loop {
            match signals.recv_timeout(left()) {
                Ok(Signal::Continue | Signal::Resize | Signal::Suspend) => {}
                Ok(signal) => break Some(signal),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break None,
            }
        },
    };
    desk.world.clipboard.clear(code.expose())?;
    if let Some(signal) = ended {
        desk.world.process.end_by(signal);
    }
    Ok(Exit::Done)
}
