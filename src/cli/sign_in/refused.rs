//! Refused codes on the command line: the clock by a server or by the person, the correction, then the counter.

use crate::cli::desk::Desk;
use crate::cli::exit::Failure;
use crate::cli::out::Out;
use crate::cli::sign_in::SignIn;
use crate::config::{Setting, Value};
use crate::ops::{Session, clock, settings};
use crate::secret::Secret;
use crate::signin::{Event, Flow};
use crate::text::Text;

impl SignIn {
    /// Whether the clock is right, by whoever is asked; a correction only where the person says so.
    pub(super) fn clock(&self, desk: &mut Desk<'_>, session: &Session, flow: &Flow) -> Result<Event, Failure> {
        if self.old_key {
            return Ok(Event::Later);
        }
        let Some(found) = flow.clock() else {
            desk.out.say(&Text::new("tui-signin-clock"));
            return self.time(desk, session);
        };
        desk.out.say(&found.text());
        if !found.offset.matters() {
            return Ok(Event::ClockRight);
        }
        let seconds = clock::correction(desk.clock_correction, found.offset);
        let id = if seconds < 0 { "ask-signin-correct-back" } else { "ask-signin-correct" };
        let question = Text::new(id).number("seconds", seconds.unsigned_abs());
        let is_wanted =
            self.correct_clock || (desk.world.console.is_interactive() && desk.agrees("--correct-clock", &question)?);
        if !is_wanted {
            desk.out.remark(&Text::new("cli-signin-clock-left"), Some(&Text::new("cli-fix-signin-clock-left")));
            return Ok(Event::ClockRight);
        }
        correct(desk, seconds);
        Ok(Event::Corrected)
    }

    /// Who is asked for the time.
    fn time(&self, desk: &mut Desk<'_>, session: &Session) -> Result<Event, Failure> {
        if let Some(server) = &self.time_server {
            return Ok(Event::AskTime(server.clone()));
        }
        if !desk.world.console.is_interactive() {
            let fix = Text::new("cli-fix-signin-clock-unasked");
            desk.out.remark(&Text::new("cli-signin-clock-unasked"), Some(&fix));
            return Ok(Event::ClockRight);
        }
        let servers = clock::servers(session, desk.config);
        if !servers.is_empty() {
            let servers = servers.iter().map(|server| Out::word(server)).collect::<Vec<_>>().join(", ");
            desk.out.say(&Text::new("cli-signin-servers").word("servers", servers));
        }
        let typed = desk.ask("--time-server", &Text::new("ask-signin-time"))?;
        Ok(match typed {
            None => Event::ClockRight,
            Some(typed) if typed.contains(char::is_alphabetic) => Event::AskTime(typed.trim().to_owned()),
            Some(typed) => Event::TypedTime((*typed).clone(), zone(desk)),
        })
    }

    /// Two codes of another device, one after the other; none of them goes on with a new key.
    pub(super) fn codes(&self, desk: &mut Desk<'_>) -> Result<Event, Failure> {
        let code = |text: &str| Secret::copied(text.trim().as_bytes());
        if let Some(fd) = self.codes_fd {
            let first = desk.world.console.line_from_fd(fd)?;
            return Ok(Event::Codes(code(&first), code(&desk.world.console.line_from_fd(fd)?)));
        }
        if !desk.world.console.is_interactive() {
            return Ok(Event::SkipCounter);
        }
        desk.out.say(&Text::new("tui-signin-counter"));
        desk.out.say(&Text::new("tui-signin-counter-about"));
        let Some(first) = desk.ask("--codes-fd", &Text::new("ask-signin-first"))? else {
            return Ok(Event::SkipCounter);
        };
        let second = desk.ask("--codes-fd", &Text::new("ask-signin-second"))?.unwrap_or_default();
        Ok(Event::Codes(code(&first), code(&second)))
    }
}

/// From now on, and in the settings, where there is a file for them.
fn correct(desk: &mut Desk<'_>, seconds: i32) {
    desk.clock_correction = seconds;
    desk.world.clock.correct(seconds.into());
    let Some(path) = desk.settings else {
        return desk.out.remark(&Text::new("cli-signin-clock-not-kept"), None);
    };
    let words = desk.out.words();
    let about = |setting: Setting| words.line(setting.about());
    let value = Some(Value::Seconds(seconds));
    match settings::settle(desk.world, path, (Setting::ClockCorrection, value), about) {
        Err(error) => desk.out.remark_of(&error),
        Ok(()) => desk.out.say(&Text::new("cli-signin-clock-kept").word("name", Setting::ClockCorrection.name())),
    }
}

/// What local time is ahead of UTC, in seconds.
fn zone(desk: &Desk<'_>) -> i64 {
    let now = jiff::Timestamp::from_second(desk.world.clock.now().unix()).unwrap_or_default();
    jiff::tz::TimeZone::system().to_offset(now).seconds().into()
}
