//! Setting backups up: a place, a recovery account, a kind of computer. Nothing is preselected, and nothing is kept
//! before the place was tried.

use crate::backup::{Offered, PlaceAddress, RecoveryName};
use crate::ops::backup::{COST, Plan};
use crate::ops::passphrase::judge;
use crate::secret::{Passphrase, Secret};
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, both};
use crate::tui::effect::Effect;
use crate::tui::errand::Wish;
use crate::tui::home::{Home, Over};
use crate::tui::keymap::Context;
use crate::tui::msg::{Press, Ticket};
use crate::tui::screens::backups::{Show, begin, kit};
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Field, SecretField};
use crate::tui::widgets::form;

/// What is typed and chosen.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) offered: Vec<Offered>,
    /// Which offered folder is taken; 0 is none of them.
    pub(super) offer: usize,
    pub(super) place: Field,
    /// Who asks a server, where its address names nobody.
    pub(super) user: Field,
    pub(super) secret: SecretField,
    pub(super) account: Field,
    pub(super) password: SecretField,
    pub(super) again: SecretField,
    /// 0 is not chosen yet, 1 this kind of computer, 2 any.
    pub(super) kind: usize,
    focus: usize,
    pub(super) ticket: Option<Ticket>,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Row {
    Account,
    Again,
    Kind,
    Offer,
    Password,
    Place,
    Secret,
    User,
}

impl Form {
    pub(super) fn rows(&self) -> Vec<Row> {
        let address = PlaceAddress::parse(self.place.text()).ok();
        let remote = address.as_ref().and_then(PlaceAddress::remote);
        let rows = [
            (!self.offered.is_empty(), Row::Offer),
            (true, Row::Place),
            (remote.is_some_and(|remote| remote.user.is_empty()), Row::User),
            (remote.is_some(), Row::Secret),
            (true, Row::Account),
            (true, Row::Password),
            (true, Row::Again),
            (true, Row::Kind),
        ];
        rows.into_iter().filter_map(|(is_there, row)| is_there.then_some(row)).collect()
    }

    pub(super) fn row(&self) -> Row {
        self.rows().get(self.focus).copied().unwrap_or(Row::Place)
    }

    fn go_to(&mut self, row: Row) {
        self.focus = self.rows().iter().position(|it| *it == row).unwrap_or(0);
    }

    pub(super) fn contexts(&self) -> Vec<Context> {
        match self.row() {
            Row::Place => vec![Context::Destination, Context::Form, Context::Field],
            Row::Account | Row::Kind | Row::Offer | Row::User => vec![Context::Form, Context::Field],
            Row::Again | Row::Password | Row::Secret => vec![Context::Form, Context::Secret, Context::Field],
        }
    }

    /// How good the password is, as far as it is typed; `None` where there is nothing to say.
    pub(super) fn strength(&self) -> Option<(Text, Role)> {
        let typed = Passphrase::parse(self.password.typed().expose()).ok()?;
        Some(match judge(&typed) {
            Err(refusal) => (both(&refusal), Role::Warn),
            Ok(Some(remark)) => (remark.text(), Role::Warn),
            Ok(None) => (Text::new("tui-setup-strong"), Role::Ok),
        })
    }

    fn typed(&mut self, press: &Press) {
        match self.row() {
            Row::Account => drop(self.account.pressed(press)),
            Row::Again => drop(self.again.pressed(press)),
            Row::Kind => form::turn(&mut self.kind, 3, press),
            Row::Offer => {
                form::turn(&mut self.offer, self.offered.len() + 1, press);
                let folder = self.offer.checked_sub(1).and_then(|at| self.offered.get(at));
                self.place = folder.map(|offer| Field::with(&offer.folder.to_string_lossy())).unwrap_or_default();
            }
            Row::Password => drop(self.password.pressed(press)),
            Row::Place => drop(self.place.pressed(press)),
            Row::Secret => drop(self.secret.pressed(press)),
            Row::User => drop(self.user.pressed(press)),
        }
    }

    /// What was chosen, or the row that lacks something, and what.
    fn plan(&self) -> Result<Plan, (Row, Text)> {
        let address = PlaceAddress::parse(self.place.text()).map_err(|error| (Row::Place, both(&error)))?;
        let account = RecoveryName::parse(self.account.text()).map_err(|error| (Row::Account, both(&error)))?;
        let password =
            Passphrase::parse(self.password.typed().expose()).map_err(|error| (Row::Password, both(&error)))?;
        judge(&password).map_err(|refusal| (Row::Password, both(&refusal)))?;
        if self.again.typed().expose() != self.password.typed().expose() {
            return Err((Row::Again, Text::new("tui-export-twice")));
        }
        if self.kind == 0 {
            return Err((Row::Kind, Text::new("tui-setup-no-kind")));
        }
        let secret = Some(self.secret.typed().expose()).filter(|typed| !typed.is_empty());
        let secret = secret.map(|typed| Secret::copied(typed.as_bytes()));
        let address = address.asked_by(self.user.text().trim());
        Ok(Plan { account, password, is_portable: self.kind == 2, address, secret, cost: COST })
    }
}

/// The form is opened; folders that a cloud service keeps in step are looked for.
pub(super) fn opened(home: &mut Home, desk: &mut Desk) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let ticket = desk.ask(Effect::OfferPlaces);
    (state.show, state.said) = (Show::SetUp(Box::new(Form { ticket: Some(ticket), ..Form::default() })), None);
}

/// A key in the form.
pub(super) fn pressed(home: &mut Home, press: &Press, desk: &mut Desk) {
    if home.backing.running().is_some_and(|running| running.says == "tui-backup-setting-up") {
        // What is being tried is what was typed.
        return;
    }
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let Show::SetUp(form) = &mut state.show else { return };
    let count = form.rows().len();
    match press {
        Press::Do(Action::Accept) if form.focus + 1 < count => form.focus += 1,
        Press::Do(Action::Accept | Action::Finish) => match form.plan() {
            Err((row, lack)) => {
                form.go_to(row);
                state.said = Some((lack, Role::Warn));
            }
            Ok(plan) => {
                state.checks = Some(plan.password.duplicate());
                begin(home, Wish::SetUp(Box::new(plan)), desk);
            }
        },
        Press::Do(Action::Complete) => {
            let typed = form.place.text().to_owned();
            form.ticket = Some(desk.ask(|ticket| Effect::Complete(ticket, typed)));
        }
        Press::Do(Action::FieldNext) => form.focus = (form.focus + 1) % count,
        Press::Do(Action::FieldPrevious) => form.focus = (form.focus + count - 1) % count,
        press => {
            form.typed(press);
            state.said = None;
        }
    }
}

fn form_of(home: &mut Home, ticket: Ticket) -> Option<&mut Form> {
    let Some(Over::Backups(state)) = &mut home.over else { return None };
    let Show::SetUp(form) = &mut state.show else { return None };
    form.ticket.take_if(|own| *own == ticket).map(|_| &mut **form)
}

/// Folders that a cloud service keeps in step were found.
pub fn offered(home: &mut Home, ticket: Ticket, places: Vec<Offered>) {
    if let Some(form) = form_of(home, ticket) {
        // What is typed already keeps the focus.
        form.focus += usize::from(!places.is_empty() && !form.place.is_empty());
        form.offered = places;
    }
}

/// The path was completed.
pub fn completed(home: &mut Home, ticket: Ticket, path: &str) {
    if let Some(form) = form_of(home, ticket) {
        form.place = Field::with(path);
    } else if let Some(Over::Backups(state)) = &mut home.over
        && let Show::Kit(flow) = &mut state.show
    {
        kit::completed(flow, ticket, path);
    }
}
