//! What can be chosen on each step, and what follows from it.

use zeroize::Zeroizing;

use crate::account::{Account, SignInProgress};
use crate::config::{Setting, Value};
use crate::ops::accounts::{Skip, Taken, take_code};
use crate::ops::clock;
use crate::ports::VisitStep;
use crate::provider::ProviderSetup;
use crate::secret::{Passphrase, Private, Secret};
use crate::signin::services::{self, Service};
use crate::signin::{Event, KeySource, Step, Way, host_of};
use crate::text::{Text, clean_line};
use crate::tui::desk::{Desk, Go, both};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, WaitingCode};
use crate::tui::screens::signin::{State, letter, tell};

/// Something that can be chosen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Choice {
    Accepted,
    /// What was refused is accepted now.
    AfterAll,
    /// Ask this one of the known servers for the time.
    AskServer(usize),
    ByBrowser,
    ByCode,
    ByKey,
    ClockRight,
    ClockSet,
    Correct,
    HasWait,
    Later,
    Letter,
    NotMe,
    Refused,
    SameNo,
    SameYes,
    TakeBack,
    TakeCode,
    YesMe,
}

impl Choice {
    /// What it says.
    pub(super) fn text(self, state: &State, desk: &Desk) -> Text {
        match self {
            Self::AskServer(place) => {
                let server = state.servers.get(place).cloned().unwrap_or_default();
                Text::new(self.label()).word("server", clean_line(host_of(&server)).text)
            }
            Self::Correct => {
                let seconds = wanted(state, desk);
                let id = if seconds < 0 { "tui-signin-correct-back" } else { self.label() };
                Text::new(id).number("seconds", seconds.unsigned_abs())
            }
            other => Text::new(other.label()),
        }
    }

    /// What it is called.
    const fn label(self) -> &'static str {
        match self {
            Self::AskServer(_) => "tui-signin-ask-server",
            Self::ClockSet => "tui-signin-clock-set",
            Self::Correct => "tui-signin-correct",
            Self::Accepted => "tui-signin-accepted",
            Self::AfterAll => "tui-signin-after-all",
            Self::ByBrowser => "tui-signin-by-browser",
            Self::ByCode => "tui-signin-by-code",
            Self::ByKey => "tui-signin-by-key",
            Self::ClockRight => "tui-signin-clock-right",
            Self::HasWait => "tui-signin-has-wait",
            Self::Later => "tui-signin-later",
            Self::Letter => "tui-signin-letter",
            Self::NotMe => "tui-signin-not-me",
            Self::Refused => "tui-signin-refused",
            Self::SameNo => "tui-signin-same-no",
            Self::SameYes => "tui-signin-same-yes",
            Self::TakeBack => "tui-signin-take-back",
            Self::TakeCode => "tui-signin-take-code",
            Self::YesMe => "tui-signin-yes-me",
        }
    }
}

/// What can be chosen now.
pub(super) fn choices(state: &State, home: &Home, desk: &Desk) -> Vec<Choice> {
    let Some(account) = state.account(home) else {
        return if state.flow.step() == Step::Same { vec![Choice::SameYes, Choice::SameNo] } else { Vec::new() };
    };
    let after_all = account.refused.map(|_| Choice::AfterAll);
    match state.flow.step() {
        Step::Way => ways(account, desk).into_iter().chain(after_all).collect(),
        Step::Person => vec![Choice::YesMe, Choice::NotMe],
        Step::Code if waits_for_taking(account, home) => {
            [Choice::TakeCode].into_iter().chain(judged(account)).collect()
        }
        Step::Code => judged(account),
        Step::Clock => about_clock(state).into_iter().chain(after_all).collect(),
        _ => Vec::new(),
    }
}

/// By the provider where one is configured, or with the new key at once; and what is left where it does not go on.
fn ways(account: &Account, desk: &Desk) -> Vec<Choice> {
    let by_provider =
        if provider(account, desk).is_some() { [Choice::ByBrowser, Choice::ByCode].as_slice() } else { &[] };
    let mut all = by_provider.to_vec();
    all.push(Choice::ByKey);
    if matches!(account.progress, SignInProgress::Stuck { .. }) {
        all.push(Choice::Letter);
    }
    all.extend([Choice::HasWait, Choice::Later]);
    all
}

/// What the service says of a code. While there is an older key, the new one may have come to the wrong account.
fn judged(account: &Account) -> Vec<Choice> {
    let mut all = vec![Choice::Accepted, Choice::Refused];
    if !account.history.is_empty() {
        all.push(Choice::TakeBack);
    }
    all.push(Choice::Later);
    all
}

/// A clock that is off can be corrected here or set there; else somebody can be asked.
fn about_clock(state: &State) -> Vec<Choice> {
    let servers = (0..state.servers.len()).map(Choice::AskServer);
    match state.flow.clock() {
        Some(found) if found.offset.matters() => vec![Choice::Correct, Choice::ClockSet, Choice::ClockRight],
        Some(_) => [Choice::ClockRight].into_iter().chain(servers).collect(),
        None => servers.chain([Choice::ClockRight]).collect(),
    }
}

/// What the correction would be, after what was found.
fn wanted(state: &State, desk: &Desk) -> i32 {
    let present = desk.config.clock_correction;
    state.flow.clock().map_or(present, |found| clock::correction(present, found.offset))
}

/// A counter-based account gives its code only when it is asked for, and then once.
pub(super) fn waits_for_taking(account: &Account, home: &Home) -> bool {
    let is_counting = account.has_counter();
    is_counting && home.taken.as_ref().is_none_or(|taken| taken.id != account.id)
}

/// The provider that signs in this row, where the settings have one.
pub(super) fn provider<'a>(account: &Account, desk: &'a Desk) -> Option<&'a ProviderSetup> {
    desk.config.provider_for(account.title())
}

/// The service of the account that it is about.
pub(super) fn service(state: &State, home: &Home) -> Option<&'static Service> {
    state.account(home).and_then(services::of)
}

/// Enter.
pub(super) fn accepted(state: &mut State, home: &mut Home, desk: &mut Desk) {
    if let Some(letter) = &state.letter {
        return letter::save(letter, desk);
    }
    match state.flow.step() {
        Step::List => {
            let items = state.flow.items(home.session.book(), desk.now);
            match items.get(state.chosen) {
                Some(item) => tell(state, home, Event::Choose(item.id), desk),
                None => desk.go = Some(Go::Back),
            }
        }
        Step::Password => match Passphrase::parse(state.password.typed().expose()) {
            Ok(password) => tell(state, home, Event::Password(password), desk),
            Err(error) => state.said = Some(both(&error)),
        },
        Step::Contact => {
            let typed = Private::new(state.contact.text());
            tell(state, home, Event::Contact(state.focus, typed), desk);
        }
        Step::Key if state.focus == 0 => {
            let typed = Secret::copied(state.key.typed().expose().as_bytes());
            tell(state, home, Event::Key(typed), desk);
        }
        Step::Key => {
            let path = std::path::PathBuf::from(state.picture.text().trim());
            tell(state, home, Event::ReadKey(KeySource::Picture(path)), desk);
        }
        Step::Counter => with_codes(state, home, desk),
        Step::Wait => {
            let typed = state.day.text().to_owned();
            tell(state, home, Event::Until(typed), desk);
        }
        Step::Clock if !state.time.is_empty() => typed_time(state, home, desk),
        Step::Done => desk.go = Some(Go::Back),
        Step::Provider => {}
        _ => {
            let chosen = choices(state, home, desk).get(state.chosen).copied();
            if let Some(choice) = chosen {
                chose(state, home, choice, desk);
            }
        }
    }
}

fn chose(state: &mut State, home: &mut Home, choice: Choice, desk: &mut Desk) {
    let event = match choice {
        Choice::Accepted | Choice::AfterAll => Event::Accepted,
        Choice::ByBrowser => Event::Way(Way::Browser),
        Choice::ByCode => Event::Way(Way::Code),
        Choice::ByKey => Event::Way(Way::Key),
        Choice::AskServer(place) => match state.servers.get(place) {
            Some(server) => Event::AskTime(server.clone()),
            None => return,
        },
        Choice::ClockRight => Event::ClockRight,
        Choice::ClockSet => Event::Corrected,
        Choice::Correct => {
            let seconds = wanted(state, desk);
            desk.settle(Setting::ClockCorrection, Some(Value::Seconds(seconds)));
            Event::Corrected
        }
        Choice::HasWait => Event::HasWait,
        Choice::Later => Event::Later,
        Choice::Letter => return letter::open(state, home, desk),
        Choice::NotMe => Event::Person(false),
        Choice::Refused => Event::Refused,
        Choice::SameNo => Event::Same(false),
        Choice::SameYes => Event::Same(true),
        Choice::TakeBack => Event::TakeBack,
        Choice::TakeCode => return take(state, home, desk),
        Choice::YesMe => Event::Person(true),
    };
    tell(state, home, event, desk);
}

/// The next code of a counter-based account; it is seen once its counter is saved.
fn take(state: &State, home: &mut Home, desk: &mut Desk) {
    let Some(id) = state.flow.at().filter(|_| home.waiting.is_none()) else { return };
    match take_code(home.session.book_mut(), id, Skip::None, desk.now) {
        Err(error) => desk.complain(&error),
        Ok(Taken::AfterSave(code)) => {
            home.waiting = Some(WaitingCode { id, code, job: None });
            home.changed(desk);
        }
        Ok(Taken::AtOnce(_)) => {}
    }
}

/// A time of day, or a server to ask.
fn typed_time(state: &mut State, home: &mut Home, desk: &mut Desk) {
    if state.time.text().contains(char::is_alphabetic) {
        let server = state.time.text().trim().to_owned();
        return tell(state, home, Event::AskTime(server), desk);
    }
    let now = jiff::Timestamp::from_second(desk.now.unix()).unwrap_or_default();
    let zone = jiff::tz::TimeZone::system().to_offset(now).seconds();
    let typed = state.time.text().to_owned();
    tell(state, home, Event::TypedTime(typed, i64::from(zone)), desk);
    state.chosen = 0;
    state.time.clear();
}

fn with_codes(state: &mut State, home: &mut Home, desk: &mut Desk) {
    let code = |at: usize| state.codes.get(at).map(|field| Secret::copied(field.typed().expose().as_bytes()));
    let (Some(first), Some(second)) = (code(0), code(1)) else { return };
    match (first.is_empty(), second.is_empty(), state.focus) {
        (true, true, _) => tell(state, home, Event::SkipCounter, desk),
        (false, true, 0) => state.focus = 1,
        _ => tell(state, home, Event::Codes(first, second), desk),
    }
}

// -- pages -------------------------------------------------------------------------------------------------------------

/// The address that is shown on this step: the provider's, or the service's page.
pub(super) fn address(state: &State, home: &Home) -> Option<String> {
    match (state.flow.step(), &state.visit) {
        (Step::Provider, Some(VisitStep::EnterCode { address, whole_address, .. })) => {
            Some(whole_address.clone().unwrap_or_else(|| address.clone()))
        }
        (Step::Provider, Some(VisitStep::OpenBrowser { address, .. })) => Some(address.clone()),
        (Step::Key, _) => service(state, home).map(|service| service.security.clone()),
        _ => None,
    }
}

pub(super) fn open_page(state: &State, home: &Home, desk: &mut Desk) {
    if let Some(address) = address(state, home) {
        desk.ask(|ticket| Effect::OpenPage(ticket, address));
    }
}

/// The code that is entered on the page, or the page's address.
pub(super) fn copy_page(state: &State, home: &Home, desk: &mut Desk) {
    let text = match &state.visit {
        Some(VisitStep::EnterCode { code, .. }) if state.flow.step() == Step::Provider => Some(code.clone()),
        _ => address(state, home),
    };
    if let Some(text) = text {
        desk.ask(|ticket| Effect::Copy(ticket, Zeroizing::new(text)));
    }
}

/// What is said of the choice between the provider and a new key.
pub(super) fn about_way(account: &Account, desk: &Desk) -> Text {
    match provider(account, desk) {
        Some(setup) => Text::new("tui-signin-way-provider").word("provider", setup.name.clone()),
        None => Text::new("tui-signin-way-none"),
    }
}
