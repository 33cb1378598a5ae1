//! Which accounts are one: the same names, the same key, or one of both. Import and merge both ask here.

use std::collections::HashMap;

use crate::account::{Account, AccountId, Credential, OldKey};
use crate::moment::Moment;
use crate::otp::OtpParams;

/// How something from outside stands to the live accounts of a book.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kinship {
    /// The book has this account, with this difference.
    Differs(AccountId, Difference),
    /// The book has the name alone, and the other has its key.
    Fills(AccountId),
    /// The book has it: same issuer, name and key; or same issuer and name, and the other brings no key.
    Same(AccountId),
    /// The book has nothing like it.
    Stranger,
}

/// In what an account of the book differs from one from outside.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Difference {
    /// Same issuer and name, another key.
    Key,
    /// Same key and either issuer or name; the other differs.
    Name,
    /// Same issuer, name and key; digits, period or algorithm differ.
    Parameters,
}

/// The live accounts of a book, found by what something from outside has in common with them.
#[derive(Debug)]
pub struct Kin<'a> {
    by_names: HashMap<(&'a str, &'a str), Vec<&'a Account>>,
    by_key: HashMap<&'a [u8], Vec<&'a Account>>,
}

impl<'a> Kin<'a> {
    /// One walk over the live accounts that count.
    #[must_use]
    pub fn new(accounts: impl Iterator<Item = &'a Account>) -> Self {
        let mut kin = Self { by_names: HashMap::new(), by_key: HashMap::new() };
        for account in accounts {
            kin.by_names.entry((&account.issuer, &account.name)).or_default().push(account);
            if let Credential::Ready(params) = &account.credential {
                kin.by_key.entry(effective_key(params)).or_default().push(account);
            }
        }
        kin
    }

    /// How a name and a key, where there is one, stand to the book.
    #[must_use]
    pub fn of(&self, names: (&str, &str), params: Option<&OtpParams>) -> Kinship {
        match self.by_names.get(&names) {
            Some(namesakes) => among(namesakes, params),
            None => params.map_or(Kinship::Stranger, |params| self.by_key(names, params)),
        }
    }

    /// All accounts with these names, and all with this key.
    #[must_use]
    pub fn candidates(&self, names: (&str, &str), params: Option<&OtpParams>) -> Vec<&'a Account> {
        let namesakes = self.by_names.get(&names).into_iter().flatten();
        let holders = params.and_then(|params| self.by_key.get(effective_key(params)));
        namesakes.chain(holders.into_iter().flatten()).copied().collect()
    }

    /// A key alone does not make two accounts one: only with the issuer or the name in common.
    fn by_key(&self, (issuer, name): (&str, &str), params: &OtpParams) -> Kinship {
        let holders = self.by_key.get(effective_key(params)).map(Vec::as_slice).unwrap_or_default();
        let has_kept_a_name = |account: &&&Account| {
            !issuer.is_empty() && *account.issuer == *issuer || !name.is_empty() && *account.name == *name
        };
        let is_same = |account: &&&Account| account.params().is_ok_and(|old| has_same_key(old, params));
        match holders.iter().filter(has_kept_a_name).find(is_same) {
            Some(account) => Kinship::Differs(account.id, Difference::Name),
            None => Kinship::Stranger,
        }
    }
}

/// How a key stands to the accounts of the same issuer and name; there is at least one.
fn among(namesakes: &[&Account], params: Option<&OtpParams>) -> Kinship {
    let Some(params) = params else {
        return namesakes.first().map_or(Kinship::Stranger, |account| Kinship::Same(account.id));
    };
    let with_same_key = namesakes
        .iter()
        .find_map(|account| account.params().ok().filter(|old| has_same_key(old, params)).map(|old| (account.id, old)));
    if let Some((id, old)) = with_same_key {
        let is_same = is_same_code(old, params);
        return if is_same { Kinship::Same(id) } else { Kinship::Differs(id, Difference::Parameters) };
    }
    let nameless_key = namesakes.iter().find(|account| matches!(account.credential, Credential::Missing(_)));
    match (nameless_key, namesakes.first()) {
        (Some(account), _) => Kinship::Fills(account.id),
        (None, Some(account)) => Kinship::Differs(account.id, Difference::Key),
        (None, None) => Kinship::Stranger,
    }
}

/// Whether two codes are made from the same key in the same way, numbers aside.
#[must_use]
pub fn has_same_key(one: &OtpParams, other: &OtpParams) -> bool {
    one.type_name() == other.type_name() && effective_key(one) == effective_key(other) && one.pin() == other.pin()
}

/// Whether two codes are the same but for the counter, which moves on by itself.
#[must_use]
pub fn is_same_code(one: &OtpParams, other: &OtpParams) -> bool {
    has_same_key(one, other)
        && one.algorithm() == other.algorithm()
        && one.digits() == other.digits()
        && one.period() == other.period()
}

/// The bytes that codes are made from. A Yandex key may come with its checksum or without; it is the same key.
fn effective_key(params: &OtpParams) -> &[u8] {
    match params {
        OtpParams::Yandex { key, .. } => key.expose(),
        _ => params.expose_key(),
    }
}

impl Account {
    /// Puts a key in the place of the one before. Another key, or the same with other numbers, goes to the history, and
    /// what the service said of it is forgotten; a counter never goes down, since an older one would show codes that were
    /// used before. A sealed key goes: whoever wants to keep it asks first.
    pub fn put_key(&mut self, mut params: OtpParams, now: Moment) {
        if let Credential::Ready(old) = &self.credential {
            if has_same_key(old, &params) {
                params.raise_counter(old);
            }
            if is_same_code(old, &params) {
                self.credential = Credential::Ready(params);
                return;
            }
        }
        (self.accepted, self.refused) = (None, None);
        if let Credential::Ready(old) = std::mem::replace(&mut self.credential, Credential::Ready(params)) {
            self.history.insert(0, OldKey { params: old, replaced: now });
        }
    }
}
