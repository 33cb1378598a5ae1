//! A plan carried out on the book, whole or not at all.

use crate::account::{Account, AccountId, Book, Credential, OldKey};
use crate::chance::{Entropy, NoEntropy, draw};
use crate::formats::Arrival;
use crate::moment::Moment;
use crate::ops::import::plan::{ImportPlan, Row, Standing, has_same_key};
use crate::otp::OtpParams;

/// What is done with accounts that the book has already.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum OnDuplicate {
    /// The file's account comes beside the book's.
    KeepBoth,
    /// The file's account wins; a key that it replaces goes to the account's history.
    Replace,
    /// The book's account stays as it is.
    #[default]
    Skip,
}

impl OnDuplicate {
    /// The policy of this name: `skip`, `replace`, `keep-both`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "keep-both" => Some(Self::KeepBoth),
            "replace" => Some(Self::Replace),
            "skip" => Some(Self::Skip),
            _ => None,
        }
    }
}

/// What was done. Every row of the plan is counted in just one of these.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Applied {
    /// Accounts that came in, in order.
    pub added: Vec<AccountId>,
    /// Accounts that were without a key and now have one.
    pub filled: Vec<AccountId>,
    /// Accounts that the file's took the place of.
    pub replaced: Vec<AccountId>,
    /// Rows that the book has already, or that the file has twice.
    pub skipped: usize,
    /// Rows that the person did not want.
    pub unwanted: usize,
    /// Entries that could not be read.
    pub complaints: usize,
}

/// Carries a plan out. A missing key of an account of the book is filled in under every policy but
/// [`OnDuplicate::KeepBoth`], since nothing is lost by it. A sealed key is never replaced, since it could not be kept:
/// the file's account then comes beside it.
///
/// # Errors
/// [`NoEntropy`]; the book is then as it was.
pub fn apply(
    plan: ImportPlan,
    book: &mut Book,
    policy: OnDuplicate,
    now: Moment,
    chance: &dyn Entropy,
) -> Result<Applied, NoEntropy> {
    // All ids are drawn before the first change: chance is the only thing here that can say no.
    let ids = plan.rows.iter().map(|_| draw(chance).map(AccountId)).collect::<Result<Vec<_>, _>>()?;
    let mut applied = Applied { complaints: plan.complaints.len(), ..Applied::default() };
    let mut newcomers = Vec::new();
    for (row, id) in plan.rows.into_iter().zip(ids) {
        match deed(&row, book, policy) {
            Deed::Add => newcomers.push(row.arrival.into_account(id, now)),
            Deed::Fill(account) => {
                update(book, account, row.arrival, now);
                applied.filled.push(account);
            }
            Deed::Leave if row.is_wanted => applied.skipped += 1,
            Deed::Leave => applied.unwanted += 1,
            Deed::Replace(account) => {
                update(book, account, row.arrival, now);
                applied.replaced.push(account);
            }
        }
    }
    for group in &plan.groups {
        book.add_group(group);
    }
    applied.added = newcomers.iter().map(|account: &Account| account.id).collect();
    book.add_all(newcomers);
    Ok(applied)
}

enum Deed {
    Add,
    Fill(AccountId),
    Leave,
    Replace(AccountId),
}

fn deed(row: &Row, book: &Book, policy: OnDuplicate) -> Deed {
    if !row.is_wanted {
        return Deed::Leave;
    }
    match (row.standing, policy) {
        (Standing::New, _) | (_, OnDuplicate::KeepBoth) => Deed::Add,
        (Standing::Fills(id), _) => Deed::Fill(id),
        (Standing::Repeated, _) | (_, OnDuplicate::Skip) => Deed::Leave,
        (Standing::Changed(id, _) | Standing::Same(id), OnDuplicate::Replace) => {
            let is_sealed = book.get(id).is_some_and(|account| matches!(account.credential, Credential::Sealed(_)));
            if is_sealed { Deed::Add } else { Deed::Replace(id) }
        }
    }
}

/// Puts what the file has over what the account has. What the file lacks stays.
fn update(book: &mut Book, id: AccountId, arrival: Arrival, now: Moment) {
    for group in &arrival.groups {
        book.add_group(group);
    }
    let Some(account) = book.get_mut(id) else { return };
    account.issuer = arrival.issuer;
    account.name = arrival.name;
    account.pinned |= arrival.pinned;
    account.changed = now;
    if !arrival.note.is_empty() {
        account.note = arrival.note;
    }
    if !arrival.icon.is_empty() {
        account.icon = arrival.icon;
    }
    for group in arrival.groups {
        if !account.groups.contains(&group) {
            account.groups.push(group);
        }
    }
    if let Credential::Ready(params) = arrival.credential {
        put_key(account, params, now);
    }
}

fn put_key(account: &mut Account, params: OtpParams, now: Moment) {
    let old = std::mem::replace(&mut account.credential, Credential::Ready(params));
    let (Credential::Ready(old), Credential::Ready(new)) = (old, &mut account.credential) else { return };
    if has_same_key(&old, new) {
        keep_counter(&old, new);
    } else {
        account.refused = None;
        account.history.insert(0, OldKey { params: old, replaced: now });
    }
}

/// A counter never goes down: an older file would show codes that were used before.
fn keep_counter(old: &OtpParams, new: &mut OtpParams) {
    if let (OtpParams::Hotp { counter: old, .. }, OtpParams::Hotp { counter: new, .. }) = (old, new) {
        *new = (*old).max(*new);
    }
}
