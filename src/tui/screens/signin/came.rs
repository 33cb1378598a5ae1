//! What the world answers the flow.

use zeroize::Zeroizing;

use crate::account::AccountId;
use crate::ops::sign_in::{Opened, SignInError};
use crate::ports::VisitStep;
use crate::provider::Identity;
use crate::signin::{Event, NotConfirmed, NotOpened, Round, ServerTime};
use crate::text::{Text, Trouble};
use crate::tui::desk::Desk;
use crate::tui::effect::Effect;
use crate::tui::home::Home;
use crate::tui::msg::Ticket;
use crate::tui::screens::signin::{awaited, tell, with};

/// The worker has derived and tried; what it opened goes into the vault, for which the world is needed once more.
pub fn sealed_ran(home: &mut Home, ticket: Ticket, opened: Box<Opened>, desk: &mut Desk) {
    with(home, |state, _| {
        if let Some(asked) = state.asked.as_mut().filter(|(own, _)| *own == ticket) {
            asked.0 = desk.ask(|ticket| Effect::KeepOpened(ticket, opened));
        }
    });
}

/// Sealed accounts were opened, or not.
pub fn kept(home: &mut Home, ticket: Ticket, answer: Result<Vec<AccountId>, SignInError>, desk: &mut Desk) {
    if answer.as_ref().is_ok_and(|opened| !opened.is_empty()) {
        home.changed(desk);
    }
    with(home, |state, home| {
        // Nobody waits for it any more where the person has turned back meanwhile; what was opened is open.
        let late = || answer.is_ok().then(Round::default);
        let Some(round) = awaited(state, ticket).or_else(late) else { return };
        if state.flow.step() == crate::signin::Step::Same {
            return tell(state, home, Event::OpenedRest(round, answer.unwrap_or_default()), desk);
        }
        let until = |error: &SignInError| match error {
            SignInError::Wait(wait) => Some(desk.now.later(*wait)),
            _ => None,
        };
        let opened = answer.map(drop).map_err(|error| NotOpened { until: until(&error), trouble: Trouble::of(&error) });
        tell(state, home, Event::Opened(round, opened), desk);
    });
}

/// Codes were read from a picture, the clipboard or the screen, or not.
pub fn key_read(home: &mut Home, ticket: Ticket, answer: Result<Vec<Zeroizing<String>>, Trouble>, desk: &mut Desk) {
    with(home, |state, home| {
        if let Some(round) = awaited(state, ticket) {
            tell(state, home, Event::KeyRead(round, answer), desk);
        }
    });
}

/// A server has told the time, or not.
pub fn time_told(home: &mut Home, ticket: Ticket, answer: Result<ServerTime, Trouble>, desk: &mut Desk) {
    with(home, |state, home| {
        if let Some(round) = awaited(state, ticket) {
            tell(state, home, Event::Told(round, answer), desk);
            state.chosen = 0;
        }
    });
}

/// The provider's sign-in has come a step further. Its page is opened at once: that is what the person chose.
pub fn visit_step(home: &mut Home, ticket: Ticket, step: VisitStep, desk: &mut Desk) {
    with(home, |state, _| {
        if state.asked.is_some_and(|(own, _)| own == ticket) {
            if let VisitStep::OpenBrowser { address, .. } = &step {
                desk.ask(|ticket| Effect::OpenPage(ticket, address.clone()));
            }
            state.visit = Some(step);
        }
    });
}

/// The provider has confirmed somebody, or not.
pub fn visited(home: &mut Home, ticket: Ticket, answer: Result<Box<Identity>, NotConfirmed>, desk: &mut Desk) {
    with(home, |state, home| {
        if let Some(round) = awaited(state, ticket) {
            tell(state, home, Event::Confirmed(round, answer), desk);
        }
    });
}

/// A worker broke: said, and it can be tried again.
pub fn broke(home: &mut Home, ticket: Ticket, desk: &mut Desk) {
    with(home, |state, home| {
        if awaited(state, ticket).is_some() {
            tell(state, home, Event::Back, desk);
            state.said = Some(Text::new("tui-worker-broke"));
        }
    });
}
