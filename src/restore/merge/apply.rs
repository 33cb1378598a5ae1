//! A merge carried out on the book, whole or not at all.

use std::collections::HashSet;

use crate::account::{Account, AccountId, Book, Credential, OldKey};
use crate::chance::{Entropy, NoEntropy, draw};
use crate::moment::Moment;
use crate::restore::merge::compare::{has_key, is_sealed_here, key_of};
use crate::restore::merge::{Choice, MergePlan, MergeRow, Standing};

/// What was done. Every row of the plan is counted in just one of these.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Merged {
    /// Accounts that came in, also those that came in beside another.
    pub added: Vec<AccountId>,
    /// Accounts that were without a key and now have one.
    pub filled: Vec<AccountId>,
    /// Accounts that the other's took the place of, or that came out of the trash.
    pub taken: Vec<AccountId>,
    /// Rows of accounts that stayed as they were.
    pub kept: usize,
    /// New ones that were not wanted.
    pub left_out: usize,
}

impl Merged {
    /// How many accounts of the book are others than before.
    #[must_use]
    pub const fn merged(&self) -> usize {
        self.filled.len() + self.taken.len()
    }

    /// How many rows changed nothing that can be seen.
    #[must_use]
    pub const fn skipped(&self) -> usize {
        self.kept + self.left_out
    }
}

/// Carries a plan out.
///
/// # Errors
/// [`NoEntropy`]; the book is then as it was.
pub fn merge(plan: MergePlan, book: &mut Book, now: Moment, chance: &dyn Entropy) -> Result<Merged, NoEntropy> {
    // All ids are drawn before the first change: chance is the only thing here that can say no.
    let ids = plan.rows.iter().map(|_| draw(chance).map(AccountId)).collect::<Result<Vec<_>, _>>()?;
    let mut merged = Merged::default();
    let mut taken: HashSet<AccountId> = book.all().iter().map(|account| account.id).collect();
    let (mut newcomers, places) = (Vec::new(), book.places());
    for (row, drawn) in plan.rows.into_iter().zip(ids) {
        let mine = row.standing.account().and_then(|id| book.at_mut(*places.get(&id)?));
        let Some(theirs) = put(row, mine, now, &mut merged) else { continue };
        // The id stays where it is free, so that a later merge knows the account by it.
        let id = if taken.insert(theirs.id) { theirs.id } else { drawn };
        taken.insert(id);
        newcomers.push(Account { id, ..theirs });
    }
    merged.added = newcomers.iter().map(|account| account.id).collect();
    // A book of which nothing is taken leaves no empty groups behind either.
    if !merged.added.is_empty() || merged.merged() > 0 {
        book.add_groups(&plan.groups);
    }
    book.add_all(newcomers);
    Ok(merged)
}

/// Does what a row says to the account of the book, where there is one. What is to come in beside is given back.
fn put(row: MergeRow, mine: Option<&mut Account>, now: Moment, merged: &mut Merged) -> Option<Account> {
    let MergeRow { theirs, standing, choice } = row;
    let Some(mine) = mine else {
        if choice == Choice::KeepMine {
            merged.left_out += 1;
            return None;
        }
        return Some(theirs);
    };
    match (choice, standing) {
        // What is here already comes in no second time, and taking it changes nothing.
        (_, Standing::Same(_)) | (Choice::KeepMine, _) => {
            keep(mine, theirs, now);
            merged.kept += 1;
            None
        }
        (Choice::KeepBoth, _) => Some(theirs),
        (Choice::TakeTheirs, _) => {
            if has_to_come_beside(mine, &theirs) {
                return Some(theirs);
            }
            let was_missing = matches!(mine.credential, Credential::Missing(_));
            let brings = !matches!(theirs.credential, Credential::Missing(_));
            let list = if was_missing && brings { &mut merged.filled } else { &mut merged.taken };
            list.push(mine.id);
            take(mine, theirs, now);
            None
        }
    }
}

/// Whether something would be lost by putting one in the place of the other: a key that is sealed, or that only this
/// computer's device key opens, can't lie in a history.
fn has_to_come_beside(mine: &Account, theirs: &Account) -> bool {
    match (&mine.credential, &theirs.credential) {
        (Credential::Sealed(one), Credential::Sealed(other)) => one != other,
        (Credential::Sealed(_), Credential::Ready(_)) => true,
        (Credential::Ready(_), Credential::Sealed(sealed)) => !is_sealed_here(mine, sealed),
        (Credential::Missing(hint), Credential::Ready(_) | Credential::Sealed(_)) => hint.device_sealed.is_some(),
        _ => false,
    }
}

/// The account stays, in the trash too, out of which it may come back. A counter and a tick only ever go on, and a key
/// that it lacks goes to its history, if it has one of its own. What was deleted over there says nothing here.
fn keep(mine: &mut Account, theirs: Account, now: Moment) {
    if theirs.trashed.is_some() {
        return;
    }
    tick(mine, &theirs);
    raise_counter(mine, &theirs);
    if key_of(mine).is_some() {
        remember_keys(mine, theirs, now);
    }
}

fn remember_keys(mine: &mut Account, theirs: Account, now: Moment) {
    let current = match theirs.credential {
        Credential::Ready(params) => Some(OldKey { params, replaced: now }),
        Credential::Missing(_) | Credential::Sealed(_) => None,
    };
    for old in current.into_iter().chain(theirs.history) {
        if !has_key(mine, &old.params) {
            mine.history.push(old);
        }
    }
}

fn raise_counter(mine: &mut Account, theirs: &Account) {
    if let (Credential::Ready(own), Some(other)) = (&mut mine.credential, key_of(theirs))
        && crate::account::is_same_code(own, other)
    {
        own.raise_counter(other);
    }
}

/// A recovery code that was used over there is used.
fn tick(mine: &mut Account, theirs: &Account) {
    for own in &mut mine.recovery_codes {
        own.used |= theirs.recovery_codes.iter().any(|other| other.used && other.code == own.code);
    }
}

/// The other's wins. What it lacks stays, and so does the key where it brings none.
fn take(mine: &mut Account, theirs: Account, now: Moment) {
    tick(mine, &theirs);
    mine.trashed = None;
    mine.issuer = theirs.issuer;
    mine.name = theirs.name;
    mine.kind = theirs.kind;
    mine.pinned |= theirs.pinned;
    mine.changed = now;
    if !theirs.note.is_empty() {
        mine.note = theirs.note;
    }
    if !theirs.icon.is_empty() {
        mine.icon = theirs.icon;
    }
    for group in theirs.groups {
        if !mine.groups.contains(&group) {
            mine.groups.push(group);
        }
    }
    for code in theirs.recovery_codes {
        if mine.recovery_codes.iter().all(|own| own.code != code.code) {
            mine.recovery_codes.push(code);
        }
    }
    match (&mine.credential, theirs.credential) {
        (_, Credential::Missing(_)) | (Credential::Ready(_), Credential::Sealed(_)) => {}
        (_, Credential::Sealed(sealed)) => {
            mine.credential = Credential::Sealed(sealed);
            mine.protection = theirs.protection;
        }
        (before, Credential::Ready(params)) => {
            if matches!(before, Credential::Missing(_)) {
                mine.protection = theirs.protection;
                mine.sign_in = theirs.sign_in;
            }
            mine.put_key(params, now);
            forget_current(mine);
        }
    }
    for old in theirs.history {
        if !has_key(mine, &old.params) {
            mine.history.push(old);
        }
    }
}

/// A key that came back out of the history no longer lies there.
fn forget_current(mine: &mut Account) {
    let Credential::Ready(current) = &mine.credential else { return };
    mine.history.retain(|old| !crate::account::is_same_code(&old.params, current));
}
