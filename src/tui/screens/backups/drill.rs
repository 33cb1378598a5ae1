//! A drill: the password or the words typed again, and what would be there if this computer were gone now.

use zeroize::Zeroizing;

use crate::backup::{LeftOut, Outlook};
use crate::ops::Session;
use crate::ops::backup::Drill;
use crate::restore::Named;
use crate::secret::Passphrase;
use crate::text::Text;
use crate::tui::action::Action;
use crate::tui::desk::{Desk, both};
use crate::tui::errand::{Proof, Wish};
use crate::tui::home::{Home, Over};
use crate::tui::msg::Press;
use crate::tui::screens::backups::{Show, begin};
use crate::tui::theme::Role;
use crate::tui::widgets::field::SecretField;

/// What is typed.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) password: SecretField,
    pub(super) words: SecretField,
    pub(super) has_words: bool,
}

impl Form {
    pub(super) fn pressed(&mut self, press: &Press) {
        match press {
            Press::Do(Action::Way) => self.has_words = !self.has_words,
            press if self.has_words => drop(self.words.pressed(press)),
            press => drop(self.password.pressed(press)),
        }
    }
}

/// What would come back, and what would not, by name.
#[derive(Debug)]
pub(super) struct Gist {
    pub(super) groups: [(&'static str, Vec<Named>); 5],
}

impl Gist {
    /// Of a drill, beside what is in the vault now.
    pub(super) fn of(drill: &Drill, session: &Session) -> Self {
        let contents = &drill.backup.contents;
        let (outlook, left) = (Outlook::of(contents), LeftOut::of(session.book(), contents));
        let carried = |accounts: &[&crate::backup::BackupAccount]| {
            let named = |account: &&crate::backup::BackupAccount| Named {
                issuer: account.issuer.clone(),
                name: account.name.clone(),
            };
            accounts.iter().map(named).collect()
        };
        let here = |accounts: &[&crate::account::Account]| {
            let named = |account: &&crate::account::Account| Named {
                issuer: account.issuer.clone(),
                name: account.name.clone(),
            };
            accounts.iter().map(named).collect()
        };
        Self {
            groups: [
                ("backup-codes-at-once", carried(&outlook.codes_at_once)),
                ("backup-sign-in", carried(&outlook.sign_in)),
                ("backup-add-key", carried(&outlook.add_key)),
                ("backup-not-in-it", here(&left.accounts)),
                ("backup-without-note", here(&left.belongings)),
            ],
        }
    }

    /// The sentence that sums it up.
    pub(super) fn sum(&self) -> Text {
        let [(_, codes), (_, sign_in), (_, add_key), ..] = &self.groups;
        Text::new("tui-drill-sum")
            .number("codes", codes.len())
            .number("signin", sign_in.len())
            .number("add", add_key.len())
    }

    /// How many lines it takes: a title for each group that has somebody in it.
    pub(super) fn lines(&self) -> usize {
        self.groups.iter().filter(|(_, named)| !named.is_empty()).map(|(_, named)| named.len() + 1).sum()
    }
}

/// What was typed opens the newest backup, or does not.
pub(super) fn accepted(home: &mut Home, desk: &mut Desk) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    let Show::Proof(form) = &state.show else { return };
    let proof = if form.has_words {
        Ok(Proof::Words(Zeroizing::new(form.words.typed().expose().to_owned())))
    } else {
        Passphrase::parse(form.password.typed().expose()).map(Proof::Password)
    };
    match proof {
        Err(error) => state.said = Some((both(&error), Role::Warn)),
        Ok(proof) => begin(home, Wish::Drill(proof), desk),
    }
}
