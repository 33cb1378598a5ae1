//! How an account that may come stands to the book: by its id first, then by names and key, as an import does it.

use std::collections::{HashMap, HashSet};

use crate::account::{Account, AccountId, Book, Credential, Difference, Kin, Kinship, SealedCredential, is_same_code};
use crate::otp::OtpParams;
use crate::restore::merge::{Choice, Standing};

/// Two books, one beside the other.
pub(super) struct Compared<'a> {
    by_id: HashMap<AccountId, &'a Account>,
    kin: Kin<'a>,
    /// Those of them whose names nobody who may come has: a key and one of the names tell them.
    renamed: Kin<'a>,
    /// The accounts of the book that were told by a key and one name: each goes to the first that claims it.
    claimed: HashSet<AccountId>,
}

impl<'a> Compared<'a> {
    pub(super) fn new(incoming: &Book, current: &'a Book) -> Self {
        // Who is named by an id is not taken for a namesake of somebody else.
        let named: HashSet<AccountId> = incoming.all().iter().map(|account| account.id).collect();
        let all_names: HashSet<_> = incoming.all().iter().map(names).collect();
        let unnamed = || current.live().filter(|account| !named.contains(&account.id));
        Self {
            by_id: current.all().iter().map(|account| (account.id, account)).collect(),
            kin: Kin::new(unnamed()),
            renamed: Kin::new(unnamed().filter(|account| !all_names.contains(&names(account)))),
            claimed: HashSet::new(),
        }
    }

    /// How `theirs` stands to the book. One that the book has all of goes before any other with the same name: two keys
    /// that were both kept once are known again.
    pub(super) fn standing(&mut self, theirs: &Account) -> Standing {
        let params = key_of(theirs);
        let by_id = self.get(theirs.id);
        let live = by_id.filter(|account| account.trashed.is_none());
        let mut candidates = live.into_iter().chain(self.kin.candidates(names(theirs), params));
        if let Some(same) = candidates.find(|mine| has_all_of(mine, theirs)) {
            return Standing::Same(same.id);
        }
        match by_id {
            Some(mine) if mine.trashed.is_none() => against(mine, theirs),
            Some(trashed) => Standing::Trashed(trashed.id),
            None => self.by_kin(theirs).map_or(Standing::New, |mine| against(mine, theirs)),
        }
    }

    /// The account of the book that is the same by names, or else by key and one of the names, unless another that may
    /// come has both names.
    fn by_kin(&mut self, theirs: &Account) -> Option<&'a Account> {
        match self.kin.of(names(theirs), key_of(theirs)) {
            Kinship::Differs(id, Difference::Key | Difference::Parameters) | Kinship::Fills(id) | Kinship::Same(id) => {
                self.get(id)
            }
            Kinship::Differs(_, Difference::Name) | Kinship::Stranger => {
                match self.renamed.of(names(theirs), key_of(theirs)) {
                    Kinship::Differs(id, _) if self.claimed.insert(id) => self.get(id),
                    _ => None,
                }
            }
        }
    }

    /// What is done unless the person says otherwise: what is new or missing comes, what is here stays.
    pub(super) fn usual_choice(&self, theirs: &Account, standing: Standing) -> Choice {
        match standing {
            Standing::Fills(_) | Standing::New => Choice::TakeTheirs,
            Standing::Changed(id) => {
                let mine = self.get(id).and_then(key_of);
                // Their key came after ours: it is the one that the service knows.
                let is_newer = mine.is_some_and(|mine| had_key(theirs, mine)) && !is_same_now(theirs, mine);
                if is_newer { Choice::TakeTheirs } else { Choice::KeepMine }
            }
            // A sealed key cannot lie in a history, so that both are kept.
            Standing::Conflict(id) => match (self.get(id).map(|mine| &mine.credential), &theirs.credential) {
                (Some(Credential::Ready(_)), Credential::Ready(_)) => Choice::KeepMine,
                _ => Choice::KeepBoth,
            },
            Standing::Same(_) | Standing::Trashed(_) => Choice::KeepMine,
        }
    }

    fn get(&self, id: AccountId) -> Option<&'a Account> {
        self.by_id.get(&id).copied()
    }
}

fn names(account: &Account) -> (&str, &str) {
    (&account.issuer, &account.name)
}

/// The account of the book differs in something.
fn against(mine: &Account, theirs: &Account) -> Standing {
    // Deleted over there and not here: nothing is to come.
    if theirs.trashed.is_some() {
        return Standing::Same(mine.id);
    }
    match (&mine.credential, &theirs.credential) {
        (Credential::Missing(hint), Credential::Ready(_) | Credential::Sealed(_)) if hint.device_sealed.is_none() => {
            Standing::Fills(mine.id)
        }
        (_, Credential::Missing(_)) => Standing::Changed(mine.id),
        (Credential::Ready(_), Credential::Sealed(sealed)) if is_sealed_here(mine, sealed) => {
            Standing::Changed(mine.id)
        }
        (Credential::Ready(one), Credential::Ready(other)) => {
            let is_known = is_same_code(one, other) || had_key(mine, other) || had_key(theirs, one);
            if is_known { Standing::Changed(mine.id) } else { Standing::Conflict(mine.id) }
        }
        (Credential::Sealed(one), Credential::Sealed(other)) if one == other => Standing::Changed(mine.id),
        _ => Standing::Conflict(mine.id),
    }
}

fn is_same_now(theirs: &Account, mine: Option<&OtpParams>) -> bool {
    matches!((key_of(theirs), mine), (Some(one), Some(other)) if is_same_code(one, other))
}

/// The key, also of an account in the trash.
pub(super) fn key_of(account: &Account) -> Option<&OtpParams> {
    match &account.credential {
        Credential::Ready(params) => Some(params),
        Credential::Missing(_) | Credential::Sealed(_) => None,
    }
}

/// Whether an account had this key before the one it has.
pub(in crate::restore) fn had_key(account: &Account, params: &OtpParams) -> bool {
    account.history.iter().any(|old| is_same_code(&old.params, params))
}

/// Whether an account has this key, now or before.
pub(super) fn has_key(account: &Account, params: &OtpParams) -> bool {
    key_of(account).is_some_and(|own| is_same_code(own, params)) || had_key(account, params)
}

/// Whether a sealed key is the one of this account, as this account's own backups seal it. Nothing else tells what lies
/// under a seal.
pub(super) fn is_sealed_here(mine: &Account, sealed: &SealedCredential) -> bool {
    mine.sign_in.as_ref().is_some_and(|own| own.seal_id == sealed.seal_id)
}

/// Whether nothing of `theirs` is missing from `mine`. Counters and ticks move on by themselves and don't count. A key
/// that lies in the history alone does: the service may want it again.
pub(super) fn has_all_of(mine: &Account, theirs: &Account) -> bool {
    let has_credential = match (&mine.credential, &theirs.credential) {
        (_, Credential::Ready(params)) => key_of(mine).is_some_and(|own| is_same_code(own, params)),
        (Credential::Ready(_), Credential::Sealed(sealed)) => is_sealed_here(mine, sealed),
        (_, Credential::Missing(_)) => true,
        (Credential::Sealed(one), Credential::Sealed(other)) => one == other,
        (Credential::Missing(_), Credential::Sealed(_)) => false,
    };
    has_credential
        && mine.issuer == theirs.issuer
        && mine.name == theirs.name
        && mine.kind == theirs.kind
        && (theirs.note.is_empty() || mine.note == theirs.note)
        && theirs.groups.iter().all(|group| mine.groups.contains(group))
        && theirs.recovery_codes.iter().all(|code| mine.recovery_codes.iter().any(|own| own.code == code.code))
        && theirs.history.iter().all(|old| has_key(mine, &old.params))
}
