//! What came of an errand, as the screen takes it.

use crate::backup::Listed;
use crate::ops::backup::{self, BackupError, BackupReceipt, Checked, SetUp};
use crate::ports::PlaceError;
use crate::restore::{Difference, Incoming};
use crate::text::{Explain, Text};
use crate::tui::desk::{Desk, both};
use crate::tui::errand::{Proof, Told, Wish};
use crate::tui::home::{Home, Over, Question};
use crate::tui::screens::backups::tried::Findings;
use crate::tui::screens::backups::{Show, State, drill, known_again, listed_anew, look_again};
use crate::tui::theme::Role;

/// An errand other than a backup has ended. What it found is noted in the vault also where nobody looks any more.
pub fn told(home: &mut Home, told: Told, was_called_off: bool, desk: &mut Desk) {
    match told {
        Told::Drilled(answer) => drilled(home, answer, desk),
        Told::Listed(answer) => listed(home, answer),
        Told::Made(_) => {}
        Told::SetUp(answer) => set_up(home, answer, desk),
        Told::Opened(answer) => opened(home, answer),
        Told::Verified(answer) => verified(home, answer, was_called_off, desk),
    }
    next(home, desk);
}

/// A backup was made and noted, or not.
pub fn made(home: &mut Home, answer: Result<Box<BackupReceipt>, BackupError>, desk: &mut Desk) {
    let goes_back = answer.is_err() && goes_back(home, desk);
    home.backing.former = None;
    let Some(Over::Backups(state)) = &mut home.over else { return };
    match answer {
        Ok(receipt) => {
            let is_whole = receipt.missing.is_empty() && receipt.not_removed == 0;
            state.said = Some((made_says(&receipt), if is_whole { Role::Ok } else { Role::Warn }));
            let checks = state.checks.take();
            known_again(home);
            look_again(home, desk);
            match checks {
                // The password of a new set opens what was read back, or the person hears of it now.
                Some(password) => {
                    home.errand(Wish::Drill(Proof::Password(password)), desk);
                    list_next(home);
                }
                None => listed_anew(home, desk),
            }
        }
        Err(BackupError::Asks(doubt)) => home.question = Some(Question::BackUp(doubt)),
        Err(error) if goes_back => {
            let said = Text::new("tui-two-sentences").text("first", error.what());
            state.said = Some((said.text("second", Text::new("backup-former-go-on")), Role::Warn));
            (state.show, state.checks, state.lists_next) = (Show::List, None, false);
        }
        Err(error) => state.complain(&error),
    }
    next(home, desk);
}

/// The first backup of a new set was not made: the set that worked before goes on, where there is one.
fn goes_back(home: &mut Home, desk: &mut Desk) -> bool {
    let Some(former) = home.backing.former.take() else { return false };
    let has_gone = backup::go_back(&mut home.session, former).is_ok();
    if has_gone {
        noted_in_vault(home, desk);
    }
    has_gone
}

fn list_next(home: &mut Home) {
    if let Some(Over::Backups(state)) = &mut home.over {
        state.lists_next = true;
    }
}

/// A set is ready: it goes into the vault, and its first backup is made.
fn set_up(home: &mut Home, answer: Result<Box<SetUp>, BackupError>, desk: &mut Desk) {
    let kept = answer.and_then(|ready| ready.keep(&mut home.session).map(|former| (ready, former)));
    let ready = match kept {
        Ok((ready, former)) => {
            home.backing.former = former;
            ready
        }
        Err(error) => {
            if let Some(Over::Backups(state)) = &mut home.over {
                state.checks = None;
                state.complain(&error);
            }
            return;
        }
    };
    noted_in_vault(home, desk);
    let has_accounts = home.session.book().live().next().is_some();
    if let Some(Over::Backups(state)) = &mut home.over {
        let findings =
            state.set.as_ref().map(|set| Findings::of(&ready, home.session.book(), &set.account, &set.place));
        (state.show, state.files, state.marked) = (findings.map_or(Show::List, Show::Tried), None, None);
        let waits = (Text::new("cli-backup-waits"), Role::Muted);
        (state.said, state.lists_next) = ((!has_accounts).then_some(waits), true);
        state.checks.take_if(|_| !has_accounts);
    }
    if has_accounts {
        home.back_up(true, desk);
    } else {
        home.backing.former = None;
    }
}

fn made_says(receipt: &BackupReceipt) -> Text {
    let made = Text::new("tui-backup-made").number("count", receipt.live_accounts);
    let and = |id, count: usize| {
        Text::new("tui-two-sentences").text("first", made.clone()).text("second", Text::new(id).number("count", count))
    };
    match (receipt.missing.len(), receipt.not_removed) {
        (0, 0) => made,
        (0, count) => and("cli-backup-not-removed", count),
        (count, _) => and("cli-backup-missing", count),
    }
}

/// What was to be listed when something else had ended is listed now.
fn next(home: &mut Home, desk: &mut Desk) {
    if matches!(&home.over, Some(Over::Backups(state)) if state.lists_next) {
        listed_anew(home, desk);
    }
}

/// The worker ended in the middle of it.
pub fn broke(home: &mut Home) {
    if let Some(Over::Backups(state)) = &mut home.over {
        state.said = Some((Text::new("tui-worker-broke"), Role::Warn));
    }
}

impl State {
    fn complain(&mut self, error: &BackupError) {
        let is_wanted = matches!(
            error,
            BackupError::Place(PlaceError::Cancelled)
                | BackupError::Fetch(backup::FetchError::Place(PlaceError::Cancelled))
        );
        let role = if is_wanted { Role::Muted } else { Role::Warn };
        let said = if is_wanted { Text::new("tui-backup-called-off") } else { both(error) };
        self.said = Some((said, role));
    }
}

fn listed(home: &mut Home, answer: Result<Vec<Listed>, BackupError>) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    match answer {
        Err(error) => state.complain(&error),
        Ok(files) => {
            state.chosen = state.chosen.min(files.len().saturating_sub(1));
            state.files = Some(files);
        }
    }
}

fn verified(home: &mut Home, answer: Result<Vec<Checked>, BackupError>, was_called_off: bool, desk: &mut Desk) {
    let noted = answer.and_then(|checked| backup::note_checked(&mut home.session, &checked).map(|()| checked));
    if noted.is_ok() {
        noted_in_vault(home, desk);
    }
    let Some(Over::Backups(state)) = &mut home.over else { return };
    match noted {
        Err(error) => state.complain(&error),
        Ok(checked) => match checked.iter().find_map(|file| file.outcome.as_ref().err()) {
            Some(error) => state.complain(error),
            None if was_called_off => state.said = Some((Text::new("tui-backup-called-off"), Role::Muted)),
            None => state.said = Some((Text::new("tui-backup-good").number("count", checked.len()), Role::Ok)),
        },
    }
}

/// What was found is saved, and shown.
pub(super) fn noted_in_vault(home: &mut Home, desk: &mut Desk) {
    home.saving.is_dirty = true;
    home.save(desk);
    home.look_at_backups(desk);
    known_again(home);
    if matches!(home.over, Some(Over::Backups(_))) {
        look_again(home, desk);
    }
}

fn drilled(home: &mut Home, answer: Result<Box<backup::Drill>, BackupError>, desk: &mut Desk) {
    let noted = answer.and_then(|drill| backup::note_drill(&mut home.session, &drill).map(|()| drill));
    match noted {
        Ok(drill) => {
            let gist = drill::Gist::of(&drill, &home.session);
            noted_in_vault(home, desk);
            if let Some(Over::Backups(state)) = &mut home.over {
                match state.show {
                    // The person is at the words: what was found is shown after them.
                    Show::Kit(_) | Show::Tried(_) => state.gist = Some(gist),
                    _ => (state.show, state.said) = (Show::Drilled(gist, 0), None),
                }
            }
        }
        Err(error) => {
            let Some(Over::Backups(state)) = &mut home.over else { return };
            if let Show::Proof(form) = &mut state.show {
                form.password.clear();
                form.words.clear();
            }
            state.complain(&error);
        }
    }
}

fn opened(home: &mut Home, answer: Result<Vec<crate::backup::OpenBackup>, BackupError>) {
    let Some(Over::Backups(state)) = &mut home.over else { return };
    match answer {
        Err(error) => state.complain(&error),
        Ok(backups) => {
            let mut books = backups.into_iter().map(|backup| Incoming::backup(backup).book);
            let difference = match (books.next(), books.next()) {
                (Some(earlier), Some(later)) => Difference::between(&earlier, &later),
                (Some(earlier), None) => Difference::between(&earlier, home.session.book()),
                (None, _) => return,
            };
            (state.show, state.said) = (Show::Difference(difference, 0), None);
        }
    }
}

/// The yes to making no more backups.
pub fn turned_off(home: &mut Home, desk: &mut Desk) {
    match backup::turn_off(&mut home.session) {
        Err(error) => desk.complain(&error),
        Ok(()) => {
            noted_in_vault(home, desk);
            let Some(Over::Backups(state)) = &mut home.over else { return };
            (state.files, state.marked, state.chosen) = (None, None, 0);
            state.said = Some((Text::new("cli-backup-off"), Role::Ok));
        }
    }
}
