//! Everything that can be written, by name, and what each can hold of an account.

use crate::account::Account;
use crate::formats::{FORMATS, Format, Loss, QrCode, Target, Unfit, by_id};
use crate::ops::export::{ExportError, WhyLeftOut, own};
use crate::otp::uri;

/// A file to write, and whether it is locked with a password.
#[derive(Clone, Copy)]
pub struct Choice {
    /// The name in commands: a format's id, or `aegis-plain` for one that could be locked and shall not be.
    pub id: &'static str,
    /// Whether the file is locked with a password. Plain text is to be asked about.
    pub is_locked: bool,
    pub(super) way: Way,
}

impl std::fmt::Debug for Choice {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Choice({})", self.id)
    }
}

/// How a choice becomes bytes.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// By the format of another app.
    Foreign(&'static dyn Format, &'static dyn Target),
    /// As our own export.
    Own,
    /// As Google's transfer codes, each a picture.
    Pictures(&'static dyn Format, &'static dyn Target),
    /// As a page to print.
    SheetHtml(&'static dyn Target),
    /// As pages to print, each a picture.
    SheetSvg(&'static dyn Target),
}

impl Choice {
    /// What the file is for: an app's own name, or an id of the catalogue where it is a thing of ours.
    #[must_use]
    pub fn app(&self) -> &'static str {
        match self.way {
            Way::Foreign(format, _) | Way::Pictures(format, _) => format.about().app,
            Way::Own => "Pulih",
            Way::SheetHtml(_) => "HTML",
            Way::SheetSvg(_) => "SVG",
        }
    }

    /// The id of the sentence that says what the file keeps of an account, and for whom it is.
    #[must_use]
    pub fn keeps(&self) -> &'static str {
        match self.way {
            Way::Foreign(format, _) => {
                KEPT.iter().find(|(id, _)| *id == format.id()).map_or("keeps-keys", |(_, it)| it)
            }
            Way::Own => "keeps-all",
            Way::Pictures(..) => "keeps-pictures",
            Way::SheetHtml(_) => "keeps-sheet",
            Way::SheetSvg(_) => "keeps-sheet-svg",
        }
    }

    /// The ending that files of it have, without the dot.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        match self.way {
            Way::Own => own::ENDING,
            Way::Pictures(..) => "png",
            Way::SheetHtml(_) => "html",
            Way::SheetSvg(_) => "svg",
            Way::Foreign(format, _) => match format.id() {
                "2fas" => "2fas",
                "stratum" if self.is_locked => "stratum",
                "andotp" if self.is_locked => "json.aes",
                "uri-list" | "google-migration" => "txt",
                "ente" if !self.is_locked => "txt",
                _ => "json",
            },
        }
    }

    /// What an account would lose, or why it is left out.
    pub(super) fn losses(&self, account: &Account) -> Result<Vec<Loss>, WhyLeftOut> {
        let target = match self.way {
            Way::Own => return Ok(own::losses(account)),
            Way::Foreign(_, target) | Way::Pictures(_, target) | Way::SheetHtml(target) | Way::SheetSvg(target) => {
                target
            }
        };
        let params = account.params().map_err(WhyLeftOut::NotReady)?;
        let losses = target.losses(account, params).map_err(WhyLeftOut::Unfit)?;
        let is_drawn = matches!(self.way, Way::SheetHtml(_) | Way::SheetSvg(_));
        if is_drawn && QrCode::of(&uri::write(&account.issuer, &account.name, params)).is_none() {
            return Err(WhyLeftOut::Unfit(Unfit::TooLong));
        }
        Ok(losses)
    }

    pub(super) fn keeps_one_per_key(&self) -> bool {
        matches!(self.way, Way::Foreign(_, target) if target.keeps_one_per_key())
    }
}

/// What the formats of other apps keep.
const KEPT: &[(&str, &str)] = &[
    ("2fas", "keeps-one-group"),
    ("aegis", "keeps-groups-notes-pins"),
    ("andotp", "keeps-groups-usage"),
    ("bitwarden", "keeps-group-note-pin"),
    ("ente", "keeps-groups-notes-pins-usage"),
    ("proton-authenticator", "keeps-notes"),
    ("stratum", "keeps-groups-usage"),
];

/// Everything that can be written: our own file, then other apps', then what is printed or photographed.
#[must_use]
pub fn choices() -> Vec<Choice> {
    let targets = FORMATS.iter().filter_map(|format| Some((*format, format.target()?)));
    let choice = |(format, target): (&'static dyn Format, &'static dyn Target)| {
        let locked = Choice { id: format.id(), is_locked: target.can_lock(), way: Way::Foreign(format, target) };
        let plain = target.plain_id().map(|id| Choice { id, is_locked: false, ..locked });
        std::iter::once(locked).chain(plain)
    };
    let own = Choice { id: own::ID, is_locked: true, way: Way::Own };
    std::iter::once(own).chain(targets.flat_map(choice)).chain(drawn()).collect()
}

/// What is drawn: from the texts of two formats.
fn drawn() -> impl Iterator<Item = Choice> {
    let of = |id: &str| by_id(id).and_then(|format| Some((format, format.target()?)));
    let pictures =
        of("google-migration").map(|(format, target)| ("google-migration-qr", Way::Pictures(format, target)));
    let html = of("uri-list").map(|(_, target)| ("html-sheet", Way::SheetHtml(target)));
    let svg = of("uri-list").map(|(_, target)| ("svg-sheet", Way::SheetSvg(target)));
    [pictures, html, svg].into_iter().flatten().map(|(id, way)| Choice { id, is_locked: false, way })
}

/// The choice of this name.
///
/// # Errors
/// [`ExportError::UnknownFormat`].
pub fn choice(id: &str) -> Result<Choice, ExportError> {
    choices().into_iter().find(|choice| choice.id == id).ok_or_else(|| ExportError::UnknownFormat(id.to_owned()))
}
