//! What backups carry of one account or of all that are marked: a choice, and for sign-in protection the password and
//! the contacts, each typed twice.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::account::{AccountId, Protection};
use crate::ops::device_key::{DeviceKeyError, DeviceKeyPlace};
use crate::ops::passphrase::judge;
use crate::ops::protection::{COST, Enrolment, Protected, ProtectionError, SealedUp, SignInJob, preview, protect};
use crate::secret::Passphrase;
use crate::text::{Explain, Text, clean_line};
use crate::tui::action::Action;
use crate::tui::desk::{Desk, Go, both};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, Over};
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Ticket};
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::field::{Field, SecretField};
use crate::tui::widgets::line::{fit, put, put_lines, wrap};
use crate::tui::widgets::sheet;
use crate::vault::{Contact, MOST_CONTACTS};

/// What can be chosen, from the most that a backup carries to the least.
const CHOICES: [(Protection, &str); 3] = [
    (Protection::Standard, "protect-standard"),
    (Protection::SignIn, "protect-sign-in"),
    (Protection::DeviceBound, "protect-device-bound"),
];

/// The rows that are typed into.
const ROWS: [&str; 4] =
    ["tui-protect-password", "tui-protect-password-again", "tui-protect-contact", "tui-protect-contact-again"];

/// For whom, and how far the person is.
#[derive(Debug)]
pub struct State {
    meant: BTreeSet<AccountId>,
    step: Step,
    /// Where this computer's device key lies or would lie, and what that means, once it is known.
    device_key: Option<Text>,
    trouble: Option<Text>,
}

#[derive(Debug)]
enum Step {
    /// What backups are to carry.
    Choose(usize),
    /// They would carry more than before.
    Lower(Protection),
    /// Password and contacts.
    Type(Box<Typing>),
    /// Keys are being derived.
    Busy(Ticket),
    /// What is to be heard afterwards.
    Done(Vec<Text>),
}

#[derive(Debug)]
struct Typing {
    passwords: [SecretField; 2],
    contacts: [Field; 2],
    row: usize,
    taken: Vec<Contact>,
}

impl Default for Typing {
    fn default() -> Self {
        let contacts = [Field::for_secrets(), Field::for_secrets()];
        Self { passwords: Default::default(), contacts, row: 0, taken: Vec::new() }
    }
}

impl State {
    /// For these accounts.
    #[must_use]
    pub fn new(meant: BTreeSet<AccountId>) -> Self {
        Self { meant, step: Step::Choose(0), device_key: None, trouble: None }
    }

    /// The contexts of its keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self.step {
            Step::Choose(_) => vec![Context::Reading, Context::List],
            Step::Lower(_) | Step::Busy(_) | Step::Done(_) => vec![Context::Reading],
            Step::Type(_) => vec![Context::Form, Context::Secret, Context::Field],
        }
    }
}

/// A key on this screen.
pub fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Protect(state)) = &mut home.over else { return };
    match (&mut state.step, press) {
        (Step::Choose(_) | Step::Busy(_) | Step::Done(_), Press::Do(Action::Back))
        | (Step::Done(_), Press::Do(Action::Accept)) => desk.go = Some(Go::Back),
        (Step::Lower(_) | Step::Type(_), Press::Do(Action::Back)) => {
            (state.step, state.trouble) = (Step::Choose(0), None);
        }
        (Step::Choose(row), Press::Do(Action::Down)) => *row = (*row + 1).min(CHOICES.len() - 1),
        (Step::Choose(row), Press::Do(Action::Up)) => *row = row.saturating_sub(1),
        (Step::Choose(row), Press::Do(Action::Accept)) => {
            if let Some((wanted, _)) = CHOICES.get(*row) {
                chosen(home, *wanted, desk);
            }
        }
        (Step::Lower(wanted), Press::Do(Action::Accept)) => {
            let wanted = *wanted;
            agreed(home, wanted, desk);
        }
        (Step::Type(_), press) => typed(home, press, desk),
        _ => {}
    }
}

/// A choice: lowering asks first.
fn chosen(home: &mut Home, wanted: Protection, desk: &mut Desk) {
    let Some(Over::Protect(state)) = &mut home.over else { return };
    let lowers = !preview(home.session.book(), &state.meant, wanted).lowered.is_empty();
    if lowers {
        state.step = Step::Lower(wanted);
    } else {
        agreed(home, wanted, desk);
    }
}

fn agreed(home: &mut Home, wanted: Protection, desk: &mut Desk) {
    let Some(Over::Protect(state)) = &mut home.over else { return };
    if wanted == Protection::SignIn {
        state.step = Step::Type(Box::default());
        return;
    }
    let done = protect(&mut home.session, &state.meant, wanted, desk.now);
    ended(home, done, wanted, desk);
}

/// It is done, or why not.
fn ended(home: &mut Home, done: Result<Protected, ProtectionError>, wanted: Protection, desk: &mut Desk) {
    let Some(Over::Protect(state)) = &mut home.over else { return };
    match done {
        Err(error) => {
            state.step = Step::Choose(0);
            state.trouble = Some(both(&error));
        }
        Ok(done) => {
            let mut heard = vec![Text::new("protect-done").number("count", done.changed)];
            if wanted == Protection::DeviceBound {
                heard.push(Text::new("tui-protect-device"));
                heard.extend(state.device_key.clone());
            }
            if done.older_backups_hold_keys {
                heard.extend([Text::new("protect-older-backups"), Text::new("fix-protect-older-backups")]);
            }
            (state.step, state.trouble) = (Step::Done(heard), None);
            home.changed(desk);
        }
    }
}

/// A key while something is typed.
fn typed(home: &mut Home, press: &Press, desk: &mut Desk) {
    let Some(Over::Protect(state)) = &mut home.over else { return };
    let Step::Type(typing) = &mut state.step else { return };
    match press {
        Press::Do(Action::Accept) => match typing.accepted() {
            Ok(None) => state.trouble = None,
            Ok(Some(enrolment)) => begun(home, enrolment, desk),
            Err(trouble) => state.trouble = Some(trouble),
        },
        Press::Do(Action::FieldNext) => typing.row = (typing.row + 1).min(ROWS.len() - 1),
        Press::Do(Action::FieldPrevious) => typing.row = typing.row.saturating_sub(1),
        Press::Do(Action::FieldShow) => {
            for field in &mut typing.passwords {
                field.pressed(press);
            }
        }
        other => {
            if typing.field(other) {
                state.trouble = None;
            }
        }
    }
}

impl Typing {
    fn field(&mut self, press: &Press) -> bool {
        let [first, second] = &mut self.passwords;
        let [contact, again] = &mut self.contacts;
        match self.row {
            0 => first.pressed(press),
            1 => second.pressed(press),
            2 => contact.pressed(press),
            _ => again.pressed(press),
        }
    }

    /// On to the next row; everything, once the person has no other contact; or what is wrong with this row.
    fn accepted(&mut self) -> Result<Option<Enrolment>, Text> {
        let [contact, again] = &mut self.contacts;
        match self.row {
            0 => drop(self.password()?),
            1 => drop(self.same_password()?),
            2 if contact.text().trim().is_empty() && !self.taken.is_empty() => return self.finished().map(Some),
            2 => drop(Contact::parse(contact.text()).map_err(|error| both(&error))?),
            _ => {
                let parsed = Contact::parse(contact.text()).map_err(|error| both(&error))?;
                if Contact::parse(again.text()).ok().as_ref() != Some(&parsed) {
                    again.clear();
                    return Err(Text::new("tui-not-the-same"));
                }
                if self.taken.contains(&parsed) {
                    return Err(both(&ProtectionError::Contacts));
                }
                self.taken.push(parsed);
                self.contacts.iter_mut().for_each(Field::clear);
                self.row = 2;
                return if self.taken.len() == MOST_CONTACTS { self.finished().map(Some) } else { Ok(None) };
            }
        }
        self.row += 1;
        Ok(None)
    }

    fn password(&self) -> Result<Passphrase, Text> {
        let [first, _] = &self.passwords;
        let password = Passphrase::parse(first.typed().expose()).map_err(|error| error.what())?;
        judge(&password).map_err(|refusal| both(&refusal))?;
        Ok(password)
    }

    fn same_password(&mut self) -> Result<Passphrase, Text> {
        let password = self.password()?;
        let [_, second] = &mut self.passwords;
        if Passphrase::parse(second.typed().expose()).as_ref() == Ok(&password) {
            return Ok(password);
        }
        second.clear();
        Err(Text::new("tui-not-the-same"))
    }

    fn finished(&mut self) -> Result<Enrolment, Text> {
        let password = self.same_password().inspect_err(|_| self.row = 1)?;
        Ok(Enrolment { password, contacts: std::mem::take(&mut self.taken), cost: COST })
    }

    /// What is said of the password as it stands.
    fn strength(&self) -> (Text, Role) {
        let [first, _] = &self.passwords;
        match Passphrase::parse(first.typed().expose()).map(|password| judge(&password)) {
            Ok(Err(refusal)) => (refusal.what(), Role::Warn),
            Ok(Ok(Some(remark))) => (remark.text(), Role::Warn),
            Ok(Ok(None)) => (Text::new("tui-passphrase-good"), Role::Ok),
            Err(_) => (Text::new("tui-passphrase-hint"), Role::Muted),
        }
    }
}

fn begun(home: &mut Home, enrolment: Enrolment, desk: &mut Desk) {
    let Some(Over::Protect(state)) = &mut home.over else { return };
    match SignInJob::of(&home.session, &state.meant, enrolment) {
        Ok(job) => state.step = Step::Busy(desk.ask(|ticket| Effect::SealUp(ticket, Box::new(job)))),
        Err(error) => (state.step, state.trouble) = (Step::Choose(0), Some(both(&error))),
    }
}

/// The account keys are wrapped, or not.
pub fn sealed_up(home: &mut Home, ticket: Ticket, answer: Result<Box<SealedUp>, ProtectionError>, desk: &mut Desk) {
    let Some(Over::Protect(state)) = &home.over else { return };
    if matches!(state.step, Step::Busy(busy) if busy == ticket) {
        let done = answer.and_then(|sealed| sealed.put(&mut home.session, desk.now));
        ended(home, done, Protection::SignIn, desk);
    }
}

/// Where the device key lies or would lie: said at its choice, before it is chosen. A key store that is locked is said there too.
pub fn device_key_found(home: &mut Home, answer: Result<DeviceKeyPlace, DeviceKeyError>) {
    if let Some(Over::Protect(state)) = &mut home.over {
        state.device_key = Some(answer.map_or_else(|error| both(&error), DeviceKeyPlace::text));
    }
}

/// The worker broke: it can be tried again.
pub fn broke(home: &mut Home, ticket: Ticket) {
    if let Some(Over::Protect(state)) = &mut home.over
        && matches!(state.step, Step::Busy(busy) if busy == ticket)
    {
        (state.step, state.trouble) = (Step::Choose(0), Some(Text::new("tui-worker-broke")));
    }
}

/// Draws it.
pub fn view(home: &Home, state: &State, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) {
    let area = sheet::place(area, 18);
    let title = match state.meant.len() {
        1 => {
            let account = state.meant.first().and_then(|id| home.session.book().get(*id));
            let name = account.map(|account| clean_line(account.title()).text).unwrap_or_default();
            Text::new("tui-protect-of").word("title", name)
        }
        count => Text::new("tui-protect-of-many").number("count", count),
    };
    put(buffer, area, area.x, area.y, &fit(&seen.words.say(&title), area.width, "…"), seen.style(Role::Accent));
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let y = match &state.step {
        Step::Choose(row) => choices(home, state, *row, seen, body, buffer),
        Step::Lower(_) => said(&[Text::new("tui-protect-lower")], Role::Warn, seen, body, buffer),
        Step::Type(typing) => fields(typing, seen, body, buffer),
        Step::Busy(_) => said(&[Text::new("tui-protect-busy")], Role::Muted, seen, body, buffer),
        Step::Done(heard) => said(heard, Role::Text, seen, body, buffer),
    };
    if let Some(trouble) = &state.trouble {
        put_lines(buffer, area, y + 1, &wrap(&seen.words.say(trouble), area.width), seen.style(Role::Warn));
    }
}

fn said(texts: &[Text], role: Role, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) -> u16 {
    let line =
        |y, text: &Text| put_lines(buffer, area, y, &wrap(&seen.words.say(text), area.width), seen.style(role)) + 1;
    texts.iter().fold(area.y, line)
}

fn choices(home: &Home, state: &State, row: usize, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) -> u16 {
    let mut y = area.y;
    for (place, (protection, id)) in CHOICES.iter().enumerate() {
        let book = home.session.book();
        let has_it = |id: &&AccountId| book.get(**id).is_some_and(|account| account.protection == *protection);
        let count = state.meant.iter().filter(has_it).count();
        let (mark, role) = if place == row { (seen.sign(Sign::Bar), Role::Selection) } else { ("", Role::Text) };
        let have = Text::new("tui-protect-have").number("count", count);
        let have = if count > 0 { format!(" {}", seen.words.say(&have)) } else { String::new() };
        let lines = wrap(&format!("{}{have}", seen.words.line(id)), area.width.saturating_sub(2));
        put(buffer, area, area.x, y, mark, seen.style(Role::Accent));
        let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
        y = put_lines(buffer, inside, y, &lines, seen.style(role)) + 1;
        if *protection == Protection::DeviceBound
            && let Some(told) = state.device_key.as_ref().filter(|_| place == row)
        {
            let lines = wrap(&seen.words.say(told), inside.width);
            y = put_lines(buffer, inside, y, &lines, seen.style(Role::Muted)) + 1;
        }
    }
    y
}

fn fields(typing: &Typing, seen: Seen<'_>, area: Rect, buffer: &mut Buffer) -> u16 {
    let warning = wrap(&seen.words.line("protect-not-the-service"), area.width);
    let mut y = put_lines(buffer, area, area.y, &warning, seen.style(Role::Warn));
    let [first, second] = &typing.passwords;
    let [contact, again] = &typing.contacts;
    for (place, id) in ROWS.iter().enumerate() {
        let is_here = place == typing.row;
        let role = if is_here { Role::Accent } else { Role::Muted };
        put(buffer, area, area.x, y, &seen.words.line(id), seen.style(role));
        let row = Rect { y: y + 1, height: 1, ..area }.intersection(area);
        match place {
            0 => sheet::secret(buffer, row, first, is_here, seen.theme()),
            1 => sheet::secret(buffer, row, second, is_here, seen.theme()),
            2 => sheet::plain(buffer, row, contact, is_here, seen.theme()),
            _ => sheet::plain(buffer, row, again, is_here, seen.theme()),
        }
        y += 2;
    }
    let (strength, role) = typing.strength();
    let hints: Vec<&str> = typing.taken.iter().map(|contact| contact.as_str()).collect();
    let told = match (typing.row, typing.taken.is_empty()) {
        (0 | 1, _) => (seen.words.say(&strength), role),
        (_, true) => (seen.words.line("tui-protect-contact-hint"), Role::Muted),
        (_, false) => (seen.words.say(&Text::new("tui-protect-taken").word("contacts", hints.join(", "))), Role::Ok),
    };
    put_lines(buffer, area, y + 1, &wrap(&told.0, area.width), seen.style(told.1))
}
