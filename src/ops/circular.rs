//! The lock-out that goes round in a circle: the way to the backups needs a second factor that lies in this very vault.

use std::collections::BTreeSet;

use crate::account::{Account, Book};
use crate::text::Text;

/// Names under which one service goes: what stands in addresses, and what its accounts are called.
const ALIASES: &[(&str, &str)] = &[
    ("gmail", "google"),
    ("googledrive", "google"),
    ("hotmail", "microsoft"),
    ("icloud", "apple"),
    ("live", "microsoft"),
    ("onedrive", "microsoft"),
    ("outlook", "microsoft"),
];

/// The accounts that the way to the backups may ask a code of: of the service that the place belongs to, by its address,
/// or of the recovery account's own service. Lose the computer, and the code that opens the place is lost with it.
#[must_use]
pub fn circular<'a>(book: &'a Book, recovery: &str, place: &str) -> Vec<&'a Account> {
    let places = words(place);
    let mail = words(recovery.rsplit_once('@').map_or("", |(_, domain)| domain));
    let recovery = recovery.to_lowercase();
    let is_met = |account: &&Account| {
        let issuer = words(&account.issuer);
        let is_the_person = account.name.to_lowercase() == recovery;
        !issuer.is_disjoint(&places) || is_the_person && !issuer.is_disjoint(&mail)
    };
    book.live().filter(is_met).collect()
}

/// The warning, for one account or more; `None` where the way to the backups needs none of them.
#[must_use]
pub fn warning(book: &Book, recovery: &str, place: &str) -> Option<Text> {
    let titles: Vec<String> = circular(book, recovery, place).iter().map(|it| it.title().to_owned()).collect();
    (!titles.is_empty()).then(|| Text::new("protect-circular").word("accounts", titles.join(", ")))
}

/// The words of an address or an issuer that say which service it is.
fn words(text: &str) -> BTreeSet<String> {
    const SHORTEST: usize = 4;
    let lower = text.to_lowercase();
    let own = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= SHORTEST);
    let alias = |word: &str| ALIASES.iter().find(|(other, _)| *other == word).map(|(_, name)| (*name).to_owned());
    own.flat_map(|word| [Some(word.to_owned()), alias(word)]).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::{circular, warning};
    use crate::account::{Account, AccountId, Book, Credential, EnrolHint};
    use crate::moment::Moment;

    fn book() -> Book {
        let account = |number, issuer, name| {
            let credential = Credential::Missing(EnrolHint::default());
            Account::with_credential(AccountId([number; 16]), issuer, name, credential, Moment::from_unix(5))
        };
        let accounts = vec![
            account(1, "Dropbox", "mira@example.com"),
            account(2, "Google", "mira@gmail.com"),
            account(3, "Ferry", "anna"),
        ];
        Book::new(accounts, Vec::new())
    }

    fn met(recovery: &str, place: &str) -> Vec<String> {
        circular(&book(), recovery, place).iter().map(|account| account.title().to_owned()).collect()
    }

    #[test]
    fn a_place_whose_own_second_factor_is_in_the_vault_is_noticed() {
        assert_eq!(met("mira", "/home/mira/Dropbox/backups"), ["Dropbox"]);
        assert_eq!(met("mira", "https://dav.dropbox.com/x"), ["Dropbox"]);
        assert!(warning(&book(), "mira", "/home/mira/Dropbox").is_some());
    }

    #[test]
    fn a_recovery_account_whose_own_second_factor_is_in_the_vault_is_noticed() {
        assert_eq!(met("Mira@gmail.com", "/media/stick"), ["Google"]);
        assert!(met("anna@gmail.com", "/media/stick").is_empty(), "another person's");
    }

    #[test]
    fn nothing_is_said_where_nothing_goes_in_a_circle() {
        assert!(warning(&book(), "mira@example.com", "/media/stick").is_none());
    }
}
