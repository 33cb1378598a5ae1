//! Where popular services let a new authenticator in: the pages of `assets/services.toml`, found by a row's issuer.

use std::collections::HashMap;
use std::sync::OnceLock;

use toml_edit::{Document, Item, TableLike};

use crate::account::{Account, Kind};
use crate::text::fold;

/// The file, as it was when the program was built.
const FILE: &str = include_str!("../../assets/services.toml");

/// The service that work and school accounts have, whatever the row is called.
const AT_WORK: &str = "Microsoft 365";

/// A service and its pages. Its words are those of its English pages.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Service {
    /// How people know it.
    pub name: String,
    /// What else the issuer of a row may be.
    pub issuers: Vec<String>,
    /// The page on which an authenticator app is set up.
    pub security: String,
    /// The way from there.
    pub place: String,
    /// What to choose there to see the key as text, where that is known.
    pub key: Option<String>,
    /// Where to turn when nobody can sign in any more.
    pub recovery: String,
}

impl Service {
    /// The computer that the security page is on.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.security.strip_prefix("https://").unwrap_or(&self.security);
        rest.split(['/', '#', '?']).next().unwrap_or(rest)
    }
}

/// Why the file cannot be used. Only a test ever sees it.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0}")]
pub struct BadServices(String);

/// The service of an account, by its issuer; a work or school account whose service is not known is Microsoft's.
#[must_use]
pub fn of(account: &Account) -> Option<&'static Service> {
    let (services, by_issuer) = known();
    let found = by_issuer.get(&key(&account.issuer));
    let at_work = || by_issuer.get(&key(AT_WORK)).filter(|_| account.kind == Kind::WorkOrSchool);
    // "Microsoft" alone is the personal account's page, unless an organisation gave the account out.
    let is_personal_page = key(&account.issuer) == "microsoft" && account.kind == Kind::WorkOrSchool;
    found.filter(|_| !is_personal_page).or_else(at_work).and_then(|at| services.get(*at))
}

/// All services, in the order of their names.
#[must_use]
pub fn all() -> &'static [Service] {
    &known().0
}

fn known() -> &'static (Vec<Service>, HashMap<String, usize>) {
    static KNOWN: OnceLock<(Vec<Service>, HashMap<String, usize>)> = OnceLock::new();
    // A test reads the same text with the same reader: it cannot be wrong in a program that was built.
    KNOWN.get_or_init(|| read(FILE).unwrap_or_default())
}

fn key(issuer: &str) -> String {
    fold(issuer.trim())
}

/// Reads the file. Whatever it should not have is a complaint, and so is a name that two services have.
///
/// # Errors
/// [`BadServices`].
pub fn read(text: &str) -> Result<(Vec<Service>, HashMap<String, usize>), BadServices> {
    let document = Document::parse(text).map_err(|error| BadServices(error.to_string()))?;
    let mut services = Vec::new();
    for (name, item) in document.iter() {
        match item {
            Item::ArrayOfTables(tables) if name == "service" => {
                for table in tables {
                    services.push(service(table)?);
                }
            }
            _ => return Err(BadServices(format!("{name} means nothing"))),
        }
    }
    let mut by_issuer = HashMap::new();
    for (at, service) in services.iter().enumerate() {
        for issuer in service.issuers.iter().chain([&service.name]) {
            if by_issuer.insert(key(issuer), at).is_some() {
                return Err(BadServices(format!("{issuer} comes twice")));
            }
        }
    }
    Ok((services, by_issuer))
}

fn service(table: &dyn TableLike) -> Result<Service, BadServices> {
    let mut found = Service {
        name: String::new(),
        issuers: Vec::new(),
        security: String::new(),
        place: String::new(),
        key: None,
        recovery: String::new(),
    };
    for (name, item) in table.iter() {
        let text = || {
            let text = item.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
            text.ok_or_else(|| BadServices(format!("{name} says nothing")))
        };
        match name {
            "issuers" => found.issuers = issuers(item)?,
            "key" => found.key = Some(text()?),
            "name" => found.name = text()?,
            "recovery" => found.recovery = page(text()?)?,
            "security" => found.security = page(text()?)?,
            "where" => found.place = text()?,
            other => return Err(BadServices(format!("{other} means nothing"))),
        }
    }
    let needed = [&found.name, &found.security, &found.place, &found.recovery];
    if needed.iter().any(|text| text.is_empty()) {
        return Err(BadServices(format!("{} lacks something", found.name)));
    }
    Ok(found)
}

fn issuers(item: &Item) -> Result<Vec<String>, BadServices> {
    let wrong = || BadServices("issuers are texts".to_owned());
    let array = item.as_array().ok_or_else(wrong)?;
    array.iter().map(|value| value.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
}

/// A page that may be opened: `https`, a host with a dot, nothing that a terminal would not show as it is.
fn page(address: String) -> Result<String, BadServices> {
    let host = address.strip_prefix("https://").and_then(|rest| rest.split(['/', '#', '?']).next()).unwrap_or_default();
    let is_plain = address.chars().all(|character| character.is_ascii_graphic());
    if is_plain && host.contains('.') && !host.contains(['@', ':']) {
        return Ok(address);
    }
    Err(BadServices(format!("{address} is no page")))
}

#[cfg(test)]
mod tests {
    use super::{FILE, all, of, read};
    use crate::account::{Account, AccountId, Credential, EnrolHint, Kind};
    use crate::moment::Moment;

    fn account(issuer: &str, kind: Kind) -> Account {
        let credential = Credential::Missing(EnrolHint::default());
        let account = Account::with_credential(AccountId([1; 16]), issuer, "anna", credential, Moment::from_unix(0));
        Account { kind, ..account }
    }

    fn name(issuer: &str, kind: Kind) -> Option<&'static str> {
        of(&account(issuer, kind)).map(|service| service.name.as_str())
    }

    #[test]
    fn at_least_sixty_services_are_known_and_the_file_is_whole() {
        let (services, _) = read(FILE).unwrap();
        assert!(services.len() >= 60, "{}", services.len());
        let names: Vec<String> = services.iter().map(|service| service.name.to_lowercase()).collect();
        assert!(names.is_sorted(), "in the order of their names");
        assert_eq!(all().len(), services.len());
    }

    #[test]
    fn a_service_is_found_by_its_name_and_by_what_rows_call_it() {
        assert_eq!(name(" github ", Kind::ThirdParty), Some("GitHub"));
        assert_eq!(name("Gmail", Kind::ThirdParty), Some("Google"));
        assert_eq!(name("Contoso", Kind::ThirdParty), None);
        assert_eq!(of(&account("Gmail", Kind::ThirdParty)).unwrap().host(), "myaccount.google.com");
    }

    #[test]
    fn an_account_of_an_organisation_is_set_up_at_the_page_of_organisations() {
        for issuer in ["Contoso", "Microsoft", "Azure AD"] {
            let found = of(&account(issuer, Kind::WorkOrSchool)).unwrap();
            assert_eq!(found.security, "https://mysignins.microsoft.com/security-info", "{issuer}");
            assert!(found.place.contains("different authenticator app"));
            assert_eq!(found.key.as_deref(), Some("Can't scan image?"));
        }
        assert_eq!(name("GitHub", Kind::WorkOrSchool), Some("GitHub"));
        assert_eq!(name("Microsoft", Kind::Personal { passwordless: true }), Some("Microsoft"));
    }

    #[test]
    fn what_the_file_must_not_have_is_complained_of() {
        let whole = "[[service]]\nname = \"A\"\nsecurity = \"https://a.example/x\"\nwhere = \"B\"\nrecovery = \"https://a.example\"\n";
        assert!(read(whole).is_ok());
        for (from, to) in [
            ("https://a.example/x", "http://a.example/x"),
            ("https://a.example/x", "https://a"),
            ("https://a.example/x", "https://a@b.example"),
            ("https://a.example/x", "https://a.example/\\u202e"),
            ("where", "wher"),
            ("where = \"B\"", "where = \" \""),
            ("where = \"B\"\n", ""),
            ("[[service]]", "[[services]]"),
            ("name = \"A\"", "name = \"A\"\nissuers = [\"a\", \"A\"]"),
            ("name = \"A\"", "name = \"A\"\nissuers = [1]"),
        ] {
            assert!(read(&whole.replace(from, to)).is_err(), "{to}");
        }
        let twice = format!("{whole}\n{}", whole.replace("\"A\"", "\" a\""));
        assert!(read(&twice).is_err());
    }
}
