//! What differs between two states of the same accounts: two backups, or a backup and the vault. Names what differs and
//! never shows a key; what travels sealed or not at all is not compared.

use std::collections::{HashMap, HashSet};

use crate::account::{Account, AccountId, Book, Credential, Protection, has_same_key, is_same_code};
use crate::restore::merge::had_key;
use crate::secret::Private;
use crate::text::Text;

/// What differs between an earlier and a later state.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Difference {
    /// Only the later one has them.
    pub new: Vec<Named>,
    /// Only the earlier one has them.
    pub gone: Vec<Named>,
    /// Both have them, and something about them differs.
    pub changed: Vec<Changed>,
    /// How many are the same in both.
    pub same: usize,
}

/// What an account is called.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Named {
    /// The service.
    pub issuer: Private,
    /// The account at the service.
    pub name: Private,
}

/// An account that differs.
#[derive(Debug, Eq, PartialEq)]
pub struct Changed {
    /// What it is called in the later state.
    pub account: Named,
    /// What differs.
    pub fields: Vec<Part>,
    /// It has two keys, and neither is known to be the older one: nobody but the service knows which one counts.
    pub is_conflict: bool,
}

/// A part of an account that can differ.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// The groups it is in.
    Groups,
    /// The name of its picture.
    Icon,
    /// The service.
    Issuer,
    /// The key.
    Key,
    /// Whose account it is.
    Kind,
    /// The account at the service.
    Name,
    /// The note.
    Note,
    /// Keys that were replaced.
    OldKeys,
    /// Type, digits, period: how codes are made from the key.
    Parameters,
    /// Whether it stays on top.
    Pin,
    /// What a backup carries of it.
    Protection,
    /// The service's recovery codes.
    RecoveryCodes,
    /// Whether it lies in the trash.
    Trash,
}

impl Part {
    /// The name as JSON writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Icon => "icon",
            Self::Issuer => "issuer",
            Self::Key => "key",
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Note => "note",
            Self::OldKeys => "old-keys",
            Self::Parameters => "parameters",
            Self::Pin => "pinned",
            Self::Protection => "protection",
            Self::RecoveryCodes => "recovery-codes",
            Self::Trash => "trash",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn text(self) -> Text {
        Text::new(match self {
            Self::Groups => "difference-groups",
            Self::Icon => "difference-icon",
            Self::Issuer => "difference-issuer",
            Self::Key => "difference-key",
            Self::Kind => "difference-kind",
            Self::Name => "difference-name",
            Self::Note => "difference-note",
            Self::OldKeys => "difference-old-keys",
            Self::Parameters => "difference-parameters",
            Self::Pin => "difference-pin",
            Self::Protection => "difference-protection",
            Self::RecoveryCodes => "difference-recovery-codes",
            Self::Trash => "difference-trash",
        })
    }
}

impl Difference {
    /// What differs. Accounts are the same by their id; one that came back by another road, by both names and its key.
    #[must_use]
    pub fn between(earlier: &Book, later: &Book) -> Self {
        let mut difference = Self::default();
        let mut met: HashSet<AccountId> = HashSet::new();
        let past = Past::of(earlier, later);
        for now in later.all() {
            match past.of_account(now).filter(|before| met.insert(before.id)) {
                None => difference.new.push(Named::of(now)),
                Some(before) => difference.met(before, now),
            }
        }
        difference.gone = earlier.all().iter().filter(|before| !met.contains(&before.id)).map(Named::of).collect();
        difference
    }

    fn met(&mut self, before: &Account, now: &Account) {
        let fields = parts(before, now);
        if fields.is_empty() {
            self.same += 1;
        } else {
            self.changed.push(Changed { account: Named::of(now), fields, is_conflict: is_conflict(before, now) });
        }
    }

    /// Whether both are the same.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty() && self.changed.is_empty()
    }

    /// How many have two keys of which nobody knows the newer.
    #[must_use]
    pub fn conflicts(&self) -> usize {
        self.changed.iter().filter(|changed| changed.is_conflict).count()
    }
}

impl Named {
    fn of(account: &Account) -> Self {
        Self { issuer: account.issuer.clone(), name: account.name.clone() }
    }

    /// In one line.
    #[must_use]
    pub fn line(&self) -> String {
        match (self.issuer.is_empty(), self.name.is_empty()) {
            (true, _) => self.name.to_string(),
            (_, true) => self.issuer.to_string(),
            (false, false) => format!("{}  {}", self.issuer.as_str(), self.name.as_str()),
        }
    }
}

/// The earlier accounts, found by what a later one has in common with them.
struct Past<'a> {
    by_id: HashMap<AccountId, &'a Account>,
    /// Those that both name by id are not among them: they are never taken for a namesake.
    by_names: HashMap<(&'a str, &'a str), Vec<&'a Account>>,
}

impl<'a> Past<'a> {
    fn of(earlier: &'a Book, later: &Book) -> Self {
        let named: HashSet<AccountId> = later.all().iter().map(|account| account.id).collect();
        let mut past = Self { by_id: HashMap::new(), by_names: HashMap::new() };
        for before in earlier.all() {
            past.by_id.insert(before.id, before);
            if !named.contains(&before.id) {
                past.by_names.entry((&before.issuer, &before.name)).or_default().push(before);
            }
        }
        past
    }

    /// The account as it was.
    fn of_account(&self, now: &Account) -> Option<&'a Account> {
        let namesake = || {
            let namesakes = self.by_names.get(&(now.issuer.as_str(), now.name.as_str()))?;
            namesakes.iter().find(|before| is_key_known(before, now))
        };
        self.by_id.get(&now.id).or_else(namesake).copied()
    }
}

/// Whether the keys can be compared: both lie open.
fn keys<'a>(before: &'a Account, now: &'a Account) -> Option<(&'a crate::otp::OtpParams, &'a crate::otp::OtpParams)> {
    match (&before.credential, &now.credential) {
        (Credential::Ready(one), Credential::Ready(other)) => Some((one, other)),
        _ => None,
    }
}

fn is_key_known(before: &Account, now: &Account) -> bool {
    keys(before, now).is_none_or(|(one, other)| has_same_key(one, other) || had_key(now, one) || had_key(before, other))
}

fn is_conflict(before: &Account, now: &Account) -> bool {
    travels_open(before, now) && !is_key_known(before, now)
}

/// Whether all of an account travels open in both: otherwise its key and what is as sensitive are sealed anew each time,
/// or left out.
fn travels_open(before: &Account, now: &Account) -> bool {
    [before, now].iter().all(|account| account.protection == Protection::Standard)
}

fn parts(before: &Account, now: &Account) -> Vec<Part> {
    let open = travels_open(before, now);
    let key = open.then(|| keys(before, now)).flatten();
    let has_key = |account: &Account| matches!(account.credential, Credential::Ready(_));
    let codes = |account: &Account| account.recovery_codes.iter().map(|code| code.used).collect::<Vec<_>>();
    let is_other_code = || {
        let pairs = || before.recovery_codes.iter().zip(&now.recovery_codes);
        codes(before) != codes(now) || pairs().any(|(one, other)| one.code != other.code)
    };
    let is_other_key = key.is_some_and(|(one, other)| !has_same_key(one, other));
    let told = [
        (before.issuer != now.issuer, Part::Issuer),
        (before.name != now.name, Part::Name),
        (is_other_key || open && has_key(before) != has_key(now), Part::Key),
        (!is_other_key && key.is_some_and(|(one, other)| !is_same_code(one, other)), Part::Parameters),
        (before.kind != now.kind, Part::Kind),
        (before.protection != now.protection, Part::Protection),
        (open && before.note != now.note, Part::Note),
        (before.groups != now.groups, Part::Groups),
        (open && is_other_code(), Part::RecoveryCodes),
        (open && before.history != now.history, Part::OldKeys),
        (before.pinned != now.pinned, Part::Pin),
        (before.icon != now.icon, Part::Icon),
        (before.trashed.is_some() != now.trashed.is_some(), Part::Trash),
    ];
    told.into_iter().filter_map(|(is_told, part)| is_told.then_some(part)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Difference, Part};
    use crate::account::{Account, AccountId, Book, OldKey, Protection};
    use crate::moment::Moment;
    use crate::otp::{OtpKey, OtpParams};
    use crate::secret::Secret;

    const NOW: Moment = Moment::from_unix(1_800_000_000);

    fn key(byte: u8) -> OtpParams {
        OtpParams::Steam { key: OtpKey::new(Secret::taken(vec![byte; 20])).unwrap() }
    }

    fn account(id: u8, issuer: &str) -> Account {
        Account::ready(AccountId([id; 16]), issuer, "mira", key(id), NOW)
    }

    fn between(earlier: Vec<Account>, later: Vec<Account>) -> Difference {
        Difference::between(&Book::new(earlier, Vec::new()), &Book::new(later, Vec::new()))
    }

    #[test]
    fn new_and_gone_accounts_are_told_apart_from_those_that_stayed() {
        let found = between(vec![account(1, "A"), account(2, "B")], vec![account(2, "B"), account(3, "C")]);
        let names = |named: &[super::Named]| named.iter().map(super::Named::line).collect::<Vec<_>>();
        assert_eq!((names(&found.new), names(&found.gone)), (vec!["C  mira".to_owned()], vec!["A  mira".to_owned()]));
        assert_eq!((found.same, found.changed.len(), found.is_none()), (1, 0, false));
        assert!(between(vec![account(1, "A")], vec![account(1, "A")]).is_none());
    }

    #[test]
    fn what_differs_is_named_and_counters_are_no_difference() {
        let mut later = account(1, "B");
        (later.note, later.pinned, later.trashed) = ("a note".into(), true, Some(NOW));
        (later.use_count, later.changed) = (9, NOW.later(std::time::Duration::from_secs(9)));
        let found = between(vec![account(1, "A")], vec![later]);
        assert_eq!(found.changed[0].fields, [Part::Issuer, Part::Note, Part::Pin, Part::Trash]);
        assert!(!found.changed[0].is_conflict);
    }

    #[test]
    fn another_key_is_a_conflict_unless_one_of_them_is_known_to_be_older() {
        let mut later = account(1, "A");
        later.credential = crate::account::Credential::Ready(key(9));
        let found = between(vec![account(1, "A")], vec![later.duplicate()]);
        assert_eq!((found.changed[0].fields.as_slice(), found.conflicts()), ([Part::Key].as_slice(), 1));
        later.history.push(OldKey { params: key(1), replaced: NOW });
        let found = between(vec![account(1, "A")], vec![later]);
        assert_eq!((found.changed[0].fields.as_slice(), found.conflicts()), ([Part::Key, Part::OldKeys].as_slice(), 0));
    }

    #[test]
    fn what_a_backup_does_not_carry_is_no_difference() {
        let mut here = account(1, "A");
        (here.protection, here.note) = (Protection::DeviceBound, "only here".into());
        let mut carried = account(1, "A");
        carried.protection = Protection::DeviceBound;
        carried.credential = crate::account::Credential::Missing(crate::account::EnrolHint {
            reason: crate::account::MissingReason::DeviceBound,
            type_name: "steam".to_owned(),
            device_sealed: None,
        });
        assert!(between(vec![carried], vec![here]).is_none());
    }

    #[test]
    fn an_account_that_came_back_by_another_road_is_known_again() {
        let mut back = account(7, "A");
        back.credential = crate::account::Credential::Ready(key(1));
        assert!(between(vec![account(1, "A")], vec![back]).is_none());
        let found = between(vec![account(1, "A")], vec![account(7, "A")]);
        assert_eq!((found.new.len(), found.gone.len()), (1, 1));
    }

    #[test]
    fn an_account_that_both_name_by_its_id_is_no_namesake_of_another() {
        let mut twin = account(7, "A");
        twin.credential = crate::account::Credential::Ready(key(1));
        let mut noted = account(1, "A");
        noted.note = "still the same account".into();
        let found = between(vec![account(1, "A")], vec![twin, noted]);
        assert_eq!((found.new.len(), found.gone.len(), found.changed.len(), found.same), (1, 0, 1, 0));
    }
}
