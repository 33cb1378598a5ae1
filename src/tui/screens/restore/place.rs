//! Where the backup is: the cloud folders of this computer by name, or what is typed: a folder, a file, a server with who
//! asks there and what opens it.

use crate::backup::{Locator, Offered, PlaceAddress};
use crate::secret::Secret;
use crate::text::Text;
use crate::tui::msg::Press;
use crate::tui::screens::restore::State;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::field::{Field, SecretField};
use crate::tui::widgets::line::{fit, put, put_right};
use crate::tui::widgets::page::Page;
use crate::tui::widgets::sheet;

/// What is offered, typed and chosen.
#[derive(Debug, Default)]
pub(super) struct Where {
    found: Vec<(Offered, usize)>,
    row: Row,
    pub(super) address: Field,
    user: Field,
    secret: SecretField,
}

/// A row of the step.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Row {
    /// What is typed as a place.
    #[default]
    Address,
    /// A folder that a cloud service keeps.
    Offer(usize),
    /// What opens the server.
    Secret,
    /// Who asks the server.
    User,
}

/// What Enter does on a row.
#[derive(Debug)]
pub(super) enum Chosen {
    /// It looks there.
    Look(PlaceAddress, Option<Secret>),
    /// It goes to the next row.
    Next,
}

impl Where {
    /// At a place that is known already.
    pub(super) fn fill(&mut self, address: &str) {
        (self.address, self.row) = (Field::with(address), Row::Address);
    }

    /// Folders were found, those with backups first. What is being typed keeps the focus.
    pub(super) fn found(&mut self, found: Vec<(Offered, usize)>) {
        self.found = found;
        self.found.sort_by_key(|(_, count)| *count == 0);
        if self.address.is_empty() && !self.found.is_empty() {
            self.row = Row::Offer(0);
        }
    }

    /// Whether a secret is typed now.
    pub(super) fn is_secret(&self) -> bool {
        self.row == Row::Secret
    }

    /// Whether Tab completes a path here.
    pub(super) fn completes(&self) -> bool {
        self.row == Row::Address && self.remote_user().is_none()
    }

    /// The user that the typed address names; none where it is no server.
    fn remote_user(&self) -> Option<String> {
        let address = PlaceAddress::parse(self.address.text()).ok()?;
        address.remote().map(|remote| remote.user.clone())
    }

    fn rows(&self) -> Vec<Row> {
        let offers = (0..self.found.len()).map(Row::Offer);
        let user = self.remote_user();
        let more: &[Row] = match user.as_deref() {
            None => &[],
            Some("") => &[Row::User, Row::Secret],
            Some(_) => &[Row::Secret],
        };
        offers.chain([Row::Address]).chain(more.iter().copied()).collect()
    }

    /// Goes a row up or down, around the ends.
    pub(super) fn go(&mut self, is_down: bool) {
        let rows = self.rows();
        let at = rows.iter().position(|row| *row == self.row).unwrap_or(0);
        let next = (at + if is_down { 1 } else { rows.len() - 1 }) % rows.len();
        self.row = rows.get(next).copied().unwrap_or_default();
    }

    /// Takes what is typed; who types at a folder that is offered means another place.
    pub(super) fn typed(&mut self, press: &Press) -> bool {
        if matches!((self.row, press), (Row::Offer(_), Press::Type(_) | Press::Paste(_))) {
            self.row = Row::Address;
        }
        match self.row {
            Row::Address => self.address.pressed(press),
            Row::Offer(_) => false,
            Row::Secret => self.secret.pressed(press),
            Row::User => self.user.pressed(press),
        }
    }

    /// What Enter does now.
    ///
    /// # Errors
    /// What is wrong with the address.
    pub(super) fn chosen(&mut self) -> Result<Chosen, crate::backup::AddressError> {
        if let Row::Offer(at) = self.row
            && let Some((offered, _)) = self.found.get(at)
        {
            let folder = offered.folder.clone();
            self.address = Field::with(&folder.to_string_lossy());
            return Ok(Chosen::Look(PlaceAddress::Folder(folder), None));
        }
        let address = PlaceAddress::parse(self.address.text())?;
        if self.rows().last() != Some(&self.row) {
            self.go(true);
            return Ok(Chosen::Next);
        }
        let secret = Some(self.secret.typed().expose()).filter(|typed| !typed.is_empty());
        let secret = secret.filter(|_| address.remote().is_some()).map(|typed| Secret::copied(typed.as_bytes()));
        Ok(Chosen::Look(address.asked_by(self.user.text().trim()), secret))
    }

    /// The recovery account that the line of a kit names.
    pub(super) fn account(&self) -> Option<Field> {
        Locator::parse(self.address.text()).map(|locator| Field::with(&locator.account))
    }
}

/// Draws the step.
pub(super) fn view(page: &mut Page<'_>, state: &State) {
    let (at, is_free) = (&state.place, !state.wizard.is_busy());
    page.line("tui-restore-where-ask", Role::Selection);
    let is_low = page.area.height <= 12;
    if at.found.is_empty() {
        page.line("tui-restore-where-about", Role::Text);
    } else if !is_low {
        page.line("tui-restore-where-choose", Role::Text);
    }
    page.gap();
    let chosen = if let Row::Offer(chosen) = at.row { chosen } else { usize::MAX - 1 };
    let rows = if is_low { 2 } else { 6 };
    offers(page, at, chosen, rows);
    if !at.found.is_empty() && !is_low {
        page.gap();
        page.line("tui-restore-where-other", if at.row == Row::Address { Role::Accent } else { Role::Muted });
    }
    let row = page.row();
    sheet::plain(page.buffer, row, &at.address, at.row == Row::Address && is_free, page.seen.theme());
    for row in at.rows() {
        let role = if at.row == row { Role::Accent } else { Role::Muted };
        match row {
            Row::Address | Row::Offer(_) => {}
            Row::Secret => {
                page.line("tui-restore-where-secret", role);
                let line = page.row();
                sheet::secret(page.buffer, line, &at.secret, at.row == row && is_free, page.seen.theme());
            }
            Row::User => {
                page.line("tui-restore-where-user", role);
                let line = page.row();
                sheet::plain(page.buffer, line, &at.user, at.row == row && is_free, page.seen.theme());
            }
        }
    }
    page.gap();
}

/// The folders by the names of their services, and how many backups lie there.
fn offers(page: &mut Page<'_>, at: &Where, chosen: usize, rows: u16) {
    if at.found.is_empty() {
        return;
    }
    let rows = rows.min(u16::try_from(at.found.len()).unwrap_or(rows));
    let seen_from = if chosen < at.found.len() { chosen } else { 0 };
    let top = (seen_from + 1).saturating_sub(usize::from(rows));
    for (place, (offered, count)) in at.found.iter().enumerate().skip(top).take(usize::from(rows)) {
        let row = page.row();
        if place == chosen {
            put(page.buffer, row, row.x, row.y, page.seen.sign(Sign::Bar), page.seen.style(Role::Accent));
        }
        let said = match count {
            0 => String::new(),
            count => page.seen.words.say(&Text::new("tui-restore-where-count").number("count", *count)),
        };
        let right = put_right(page.buffer, row, row.right(), row.y, &said, page.seen.style(Role::Ok));
        let name = format!("{}  {}", offered.service.name(), offered.folder.display());
        let role = if place == chosen { Role::Selection } else { Role::Text };
        let room = right.saturating_sub(row.x + 3);
        put(page.buffer, row, row.x + 2, row.y, &fit(&name, room, page.seen.sign(Sign::More)), page.seen.style(role));
    }
}
