//! A vault waits: passphrase, recovery words or the key store. Wrong answers make it wait a little, never for good.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use zeroize::Zeroizing;

use crate::moment::Tick;
use crate::ops::Session;
use crate::secret::Passphrase;
use crate::text::{Explain, Text};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, both};
use crate::tui::effect::{self, Effect};
use crate::tui::msg::{OpenFailure, Press, Ticket};
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::field::SecretField;
use crate::tui::widgets::line::{fit, put, put_lines, tail, width, wrap};
use crate::tui::widgets::sheet;
use crate::vault::{OpenError, SlotKind, SlotSummary};

/// From this wrong answer on the next one has to wait.
const FIRST_WAIT: u32 = 3;

/// The longest wait. The derivation of the key is what keeps guessers out; waiting only keeps a hand from a typo storm.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// What was typed, and what came of it.
#[derive(Debug)]
pub struct State {
    ways: Vec<Way>,
    way: usize,
    field: SecretField,
    busy: Option<Ticket>,
    wrong: u32,
    wait_until: Option<Tick>,
    trouble: Option<Text>,
}

/// A way to open the vault.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Way {
    Demo,
    KeyStore,
    Passphrase,
    Words,
}

impl Way {
    const fn label(self) -> &'static str {
        match self {
            Self::Demo => "tui-way-demo",
            Self::KeyStore => "tui-way-key-store",
            Self::Passphrase => "tui-way-passphrase",
            Self::Words => "tui-way-words",
        }
    }

    const fn of(kind: SlotKind) -> Option<Self> {
        match kind {
            SlotKind::KeyStore => Some(Self::KeyStore),
            SlotKind::Other(_) | SlotKind::RecoveryAccount => None,
            SlotKind::Passphrase => Some(Self::Passphrase),
            SlotKind::Words => Some(Self::Words),
        }
    }
}

impl State {
    /// The ways that the slots of a vault file offer, the passphrase first.
    #[must_use]
    pub fn new(slots: &[SlotSummary]) -> Self {
        let has = |way: &Way| slots.iter().any(|slot| Way::of(slot.kind) == Some(*way));
        let ways: Vec<Way> = [Way::Passphrase, Way::Words, Way::KeyStore].into_iter().filter(has).collect();
        Self::with(if ways.is_empty() { vec![Way::Passphrase] } else { ways })
    }

    /// The demo opens without a word.
    #[must_use]
    pub fn demo() -> Self {
        Self::with(vec![Way::Demo])
    }

    fn with(ways: Vec<Way>) -> Self {
        Self { ways, way: 0, field: SecretField::default(), busy: None, wrong: 0, wait_until: None, trouble: None }
    }

    /// The same, and it says why it is locked.
    #[must_use]
    pub fn because(self, why: Option<Text>) -> Self {
        Self { trouble: why, ..self }
    }

    /// The person went away: what was typed is forgotten, and a vault that opens now comes too late.
    pub fn left(&mut self) {
        self.field.clear();
        (self.busy, self.trouble) = (None, None);
    }

    /// Whether an answer is on its way.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.busy.is_some()
    }

    /// Until when the next answer has to wait.
    #[must_use]
    pub const fn wait_until(&self) -> Option<Tick> {
        self.wait_until
    }

    fn chosen(&self) -> Way {
        self.ways.get(self.way).copied().unwrap_or(Way::Passphrase)
    }

    fn needs_typing(&self) -> bool {
        matches!(self.chosen(), Way::Passphrase | Way::Words)
    }
}

/// A key on the unlock screen.
pub fn pressed(state: &mut State, press: &Press, desk: &mut Desk) {
    if state.is_busy() {
        return;
    }
    match press {
        Press::Do(Action::Accept) => tried(state, desk),
        Press::Do(Action::Back) if state.field.typed().is_empty() => desk.go = Some(Go::Quit),
        Press::Do(Action::Back) => state.field.clear(),
        Press::Do(Action::Restore) if !desk.is_demo => desk.go = Some(Go::Restore),
        Press::Do(Action::Way) => {
            state.way = (state.way + 1) % state.ways.len().max(1);
            state.field.clear();
            state.trouble = None;
        }
        other if state.needs_typing() => {
            state.field.pressed(other);
        }
        _ => {}
    }
}

fn tried(state: &mut State, desk: &mut Desk) {
    if state.wait_until.is_some_and(|until| until > desk.tick) {
        return;
    }
    let key = match state.chosen() {
        Way::Demo => effect::Way::Demo,
        Way::KeyStore => effect::Way::KeyStore,
        Way::Passphrase => match Passphrase::parse(state.field.typed().expose()) {
            Err(error) => return state.trouble = Some(error.what()),
            Ok(passphrase) => effect::Way::Passphrase(passphrase),
        },
        Way::Words => effect::Way::Words(Zeroizing::new(state.field.typed().expose().to_owned())),
    };
    state.trouble = None;
    state.busy = Some(desk.ask(|ticket| Effect::Open(ticket, key)));
}

/// The vault has answered. Gives the session back when it is open.
pub fn came(
    state: &mut State,
    ticket: Ticket,
    answer: Result<Box<Session>, OpenFailure>,
    desk: &Desk,
) -> Option<Box<Session>> {
    if state.busy != Some(ticket) {
        return None;
    }
    state.busy = None;
    match answer {
        Ok(session) => Some(session),
        Err(failure) => {
            refused(state, &failure, desk);
            None
        }
    }
}

fn refused(state: &mut State, failure: &OpenFailure, desk: &Desk) {
    let is_wrong = matches!(failure, OpenFailure::Open(OpenError::WrongKey) | OpenFailure::Words(_));
    if is_wrong {
        state.wrong += 1;
        state.wait_until = wait(state.wrong).map(|wait| desk.tick_in(wait));
    }
    // A near miss is easier mended than typed again, but a passphrase nobody sees can only be typed again.
    if !state.field.is_shown() {
        state.field.clear();
    }
    state.trouble = Some(both(failure));
}

/// How long the next try has to wait after so many wrong ones: 1, 2, 4 … 30 seconds from the third on.
fn wait(wrong: u32) -> Option<Duration> {
    let doublings = wrong.checked_sub(FIRST_WAIT)?;
    Some(Duration::from_secs(1 << doublings.min(5)).min(LONGEST_WAIT))
}

impl Explain for OpenFailure {
    fn what(&self) -> Text {
        match self {
            Self::Broke => Text::new("tui-worker-broke"),
            Self::KeyStore(error) => error.what(),
            Self::Load(error) => error.what(),
            Self::NotInKeyStore => Text::new("tui-not-in-key-store"),
            Self::Open(error) => error.what(),
            Self::Words(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Broke => None,
            Self::KeyStore(error) => error.fix(),
            Self::Load(error) => error.fix(),
            Self::NotInKeyStore => Some(Text::new("tui-not-in-key-store-fix")),
            Self::Open(error) => error.fix(),
            Self::Words(error) => error.fix(),
        }
    }
}

/// Draws it.
pub fn view(state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let area = sheet::place(area, 9);
    let x = put(buffer, area, area.x, area.y, seen.sign(Sign::Logo), seen.style(Role::Accent));
    put(buffer, area, x + 1, area.y, &seen.words.line("tui-locked"), seen.style(Role::Selection));
    let path = tail(&seen.desk.path, area.width);
    put(buffer, area, area.x, area.y + 1, path, seen.style(Role::Muted));
    ways(state, seen, area, area.y + 3, buffer);
    if state.needs_typing() {
        let row = Rect { y: area.y + 4, height: 1, ..area };
        sheet::secret(buffer, row, &state.field, !state.is_busy(), seen.theme());
    }
    let (said, role) = told(state, seen);
    put_lines(buffer, area, area.y + 6, &wrap(&said, area.width), seen.style(role));
}

fn ways(state: &State, seen: Seen<'_>, area: Rect, y: u16, buffer: &mut Buffer) {
    let mut x = area.x;
    for (place, way) in state.ways.iter().enumerate() {
        let label = fit(&seen.words.line(way.label()), area.right().saturating_sub(x), seen.sign(Sign::More));
        let role = if place == state.way { Role::Accent } else { Role::Muted };
        put(buffer, area, x, y, &label, seen.style(role));
        x += width(&label) + 3;
    }
}

fn told(state: &State, seen: Seen<'_>) -> (String, Role) {
    let waiting = state.wait_until.map(|until| until.since(seen.desk.tick)).filter(|left| !left.is_zero());
    let trouble = state.trouble.as_ref().map(|text| seen.words.say(text)).unwrap_or_default();
    match (state.is_busy(), waiting) {
        (true, _) => (seen.words.line("tui-opening"), Role::Muted),
        (false, Some(left)) => {
            let seconds = left.as_millis().div_ceil(1000);
            let wait = seen.words.say(&Text::new("tui-wait").number("seconds", seconds));
            (format!("{trouble}\n{wait}"), Role::Warn)
        }
        (false, None) if trouble.is_empty() => (seen.words.line("tui-unlock-hint"), Role::Muted),
        (false, None) => (trouble, Role::Warn),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::wait;

    #[test]
    fn wrong_answers_wait_longer_and_longer_but_never_for_good() {
        let seconds = |wrong| wait(wrong).map(|wait| wait.as_secs());
        assert_eq!(
            [1, 2, 3, 4, 5, 7, 8, 4_000_000_000].map(seconds),
            [None, None, Some(1), Some(2), Some(4), Some(16), Some(30), Some(30)]
        );
        assert!(wait(u32::MAX) <= Some(Duration::from_secs(30)));
    }
}
