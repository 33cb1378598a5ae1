//! Where a screen leads: which one comes in front.

use crate::restore::Here;
use crate::tui::desk::{Desk, Go};
use crate::tui::effect::Effect;
use crate::tui::home::{Home, Over};
use crate::tui::model::Gate;
use crate::tui::screens::{
    accounts, backups, codes, edit, export, first, groups, import, new_vault, protect, qr, restore, settings, signin,
    trash,
};
use crate::tui::update::restored;

/// From the screens before the vault.
pub(in crate::tui::update) fn go_at_gate(gate: &mut Gate, go: Go, desk: &mut Desk) {
    match go {
        Go::Back | Go::First => *gate = Gate::First(first::State::default()),
        // A vault that is locked is in the way, and may be moved aside.
        Go::Restore => {
            let here = if matches!(gate, Gate::Unlock(_) | Gate::Stuck(_)) { Here::Locked } else { Here::Nothing };
            restored::check_up(None, desk);
            *gate = Gate::Restore(Box::new(restore::State::new(here)));
        }
        Go::NewVault { then_import } => *gate = Gate::NewVault(new_vault::State::new(then_import)),
        Go::Account(_)
        | Go::Add
        | Go::Backups
        | Go::Codes(_)
        | Go::Edit(_)
        | Go::Export
        | Go::Groups
        | Go::Import
        | Go::Look
        | Go::Protect
        | Go::Qr(_)
        | Go::Quit
        | Go::Repair(_)
        | Go::Settings
        | Go::SignIn(_)
        | Go::SignInAgain
        | Go::TakeBack
        | Go::Trash => {}
    }
}

/// From the accounts, or from what is in front of them.
pub(in crate::tui::update) fn go_at_home(home: &mut Home, go: Go, desk: &mut Desk) {
    home.over = match go {
        Go::Account(id) => accounts::open(home, id),
        Go::Add => Some(Over::Add(Box::default())),
        Go::Back => None,
        Go::Backups | Go::Repair(_) => Some(Over::Backups(Box::default())),
        Go::Codes(id) => Some(Over::Codes(codes::State::new(id))),
        Go::Edit(id) => home.session.book().get(id).map(|account| Over::Edit(Box::new(edit::State::new(account)))),
        Go::Export => {
            let (meant, are_marked) = (accounts::meant(home).into_iter().collect(), !home.accounts.marked().is_empty());
            Some(Over::Export(Box::new(export::State::new(home.session.book(), meant, are_marked))))
        }
        Go::Groups => Some(Over::Groups(groups::State::new(accounts::meant(home)))),
        Go::Import => Some(Over::Import(Box::default())),
        Go::Protect => {
            let vault = home.session.vault().id();
            desk.ask(|ticket| Effect::FindDeviceKey(ticket, vault));
            Some(Over::Protect(Box::new(protect::State::new(accounts::meant(home)))))
        }
        Go::Qr(id) => home.session.book().get(id).map(|account| Over::Qr(Box::new(qr::State::new(account)))),
        Go::Restore => {
            restored::check_up(Some(&home.session), desk);
            Some(Over::Restore(Box::new(restore::State::new(Here::Open))))
        }
        Go::Settings => Some(Over::Settings(settings::State::default())),
        Go::Trash => Some(Over::Trash(trash::State::default())),
        Go::First | Go::Look | Go::NewVault { .. } | Go::Quit | Go::SignIn(_) | Go::SignInAgain | Go::TakeBack => {
            home.over.take()
        }
    };
    match go {
        Go::Backups => backups::begun(home, desk),
        Go::Repair(repair) => {
            backups::begun(home, desk);
            backups::repair(home, repair, desk);
        }
        Go::Import => import::begun(home, desk),
        Go::SignIn(id) => signin::begin(home, id, desk),
        Go::TakeBack => import::ask_to_take_back(home, desk),
        _ => {}
    }
}
