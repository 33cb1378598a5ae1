//! The sign-in providers of a settings file: a table each, `[providers.NAME]`.

use toml_edit::{Item, TableLike};

use crate::config::complaint::nearest_of;
use crate::config::{Complaint, Wrong, line_of_key};
use crate::provider::{Preset, ProviderSetup};
use crate::text::Text;

/// The keys of a provider's table.
const KEYS: [&str; 6] = ["accounts", "client-id", "client-secret", "issuer", "kind", "second-factor-levels"];

/// The providers of `[providers]`. One that is not whole is complained of and left out.
pub(super) fn read(text: &str, table: &dyn TableLike, complaints: &mut Vec<Complaint>) -> Vec<ProviderSetup> {
    let mut providers = Vec::new();
    for (name, item) in table.iter() {
        let line = line_of_key(text, table, name);
        let key = format!("providers.{name}");
        let Some(own) = item.as_table_like() else {
            complaints.push(wanting("config-wants-provider-table").at(&key, line));
            continue;
        };
        let before = complaints.len();
        complaints.extend(unknown_keys(text, own));
        match one(name, own) {
            Ok(provider) if complaints.len() == before => providers.push(provider),
            Ok(_) => {}
            Err((part, wrong)) => {
                let line = own.get(part).map_or(line, |_| line_of_key(text, own, part));
                complaints.push(wrong.at(&format!("{key}.{part}"), line));
            }
        }
    }
    providers
}

fn unknown_keys(text: &str, table: &dyn TableLike) -> Vec<Complaint> {
    let unknown = table.iter().map(|(key, _)| key).filter(|key| !KEYS.contains(key));
    unknown
        .map(|key| Complaint::UnknownKey {
            key: key.to_owned(),
            line: line_of_key(text, table, key),
            suggestion: nearest_of(KEYS.into_iter(), key),
        })
        .collect()
}

/// One provider, or the key that is wrong in it.
fn one(name: &str, table: &dyn TableLike) -> Result<ProviderSetup, (&'static str, Wrong)> {
    let kinds = || Wrong::Value(Text::new("config-wants-word").word("words", kinds()));
    let word = |key: &'static str, wanted: &'static str| match table.get(key).map(Item::as_str) {
        None => Ok(None),
        Some(Some(word)) if !word.trim().is_empty() => Ok(Some(word.trim().to_owned())),
        Some(_) => Err((key, wanting(wanted))),
    };
    let kind = word("kind", "config-wants-provider-text")?;
    let preset = kind.as_deref().and_then(Preset::from_name).ok_or_else(|| ("kind", kinds()))?;
    let issuer = word("issuer", "config-wants-provider-issuer")?.or_else(|| preset.issuer().map(str::to_owned));
    let services = words(table, "accounts")?;
    let usual = || preset.services().iter().map(|service| (*service).to_owned()).collect();
    Ok(ProviderSetup {
        name: name.to_owned(),
        preset,
        issuer: issuer.ok_or_else(|| ("issuer", wanting("config-wants-provider-issuer")))?,
        client_id: word("client-id", "config-wants-provider-client")?
            .ok_or_else(|| ("client-id", wanting("config-wants-provider-client")))?,
        client_secret: word("client-secret", "config-wants-provider-text")?,
        services: services.unwrap_or_else(usual),
        second_factor_levels: words(table, "second-factor-levels")?.unwrap_or_default(),
    })
}

fn words(table: &dyn TableLike, key: &'static str) -> Result<Option<Vec<String>>, (&'static str, Wrong)> {
    let Some(item) = table.get(key) else { return Ok(None) };
    let all = || item.as_array()?.iter().map(|word| word.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
    all().map(Some).ok_or_else(|| (key, wanting("config-wants-provider-list")))
}

fn wanting(id: &'static str) -> Wrong {
    Wrong::Value(Text::new(id))
}

fn kinds() -> String {
    Preset::NAMES.map(|(name, _)| format!("\"{name}\"")).join(", ")
}

#[cfg(test)]
mod tests {
    use crate::config::{Complaint, Config};
    use crate::provider::{Preset, ProviderSetup};

    #[test]
    fn a_provider_is_a_table_with_a_name() {
        let text = "mouse = false\n[providers.work]\nkind = \"keycloak\"\nissuer = \"https://login.example.com/realms/a\"\n\
             client-id = \"pulih\"\naccounts = [\"Example\", \"Example Mail\"]\nsecond-factor-levels = [\"2\"]\n\
             [providers.mail]\nkind = \"google\"\nclient-id = \"1-a.apps.example.com\"\nclient-secret = \"x\"\n";
        let (config, complaints) = Config::read(text);
        assert_eq!(complaints, []);
        let work = ProviderSetup {
            name: "work".to_owned(),
            preset: Preset::Keycloak,
            issuer: "https://login.example.com/realms/a".to_owned(),
            client_id: "pulih".to_owned(),
            client_secret: None,
            services: vec!["Example".to_owned(), "Example Mail".to_owned()],
            second_factor_levels: vec!["2".to_owned()],
        };
        assert_eq!(config.providers.first(), Some(&work));
        assert_eq!(config.provider_for("example mail"), Some(&work));
        let mail = config.provider_for("Google").unwrap();
        assert_eq!((mail.issuer.as_str(), mail.client_secret.as_deref()), ("https://accounts.google.com", Some("x")));
        assert_eq!(config.provider_for("Elsewhere"), None);
    }

    #[test]
    fn a_provider_that_is_not_whole_is_complained_of_and_left_out() {
        for (text, key, line) in [
            ("[providers.a]\nclient-id = \"x\"\n", "providers.a.kind", 1),
            ("[providers.a]\nkind = \"entraid\"\nclient-id = \"x\"\n", "providers.a.kind", 2),
            ("[providers.a]\nkind = \"okta\"\nclient-id = \"x\"\n", "providers.a.issuer", 1),
            ("[providers.a]\nkind = \"google\"\n", "providers.a.client-id", 1),
            ("[providers.a]\nkind = \"google\"\nclient-id = \" \"\n", "providers.a.client-id", 3),
            ("[providers.a]\nkind = \"google\"\nclient-id = \"x\"\naccounts = \"Google\"\n", "providers.a.accounts", 4),
            ("[providers]\na = 1\n", "providers.a", 2),
            ("providers = 1\n", "providers", 1),
        ] {
            let (config, complaints) = Config::read(text);
            assert_eq!(config.providers, [], "{text}");
            let [Complaint::BadValue { key: found, line: at, .. }] = complaints.as_slice() else {
                panic!("{text}: {complaints:?}")
            };
            assert_eq!((found.as_str(), *at), (key, line), "{text}");
        }
    }

    #[test]
    fn an_unknown_key_in_a_provider_is_named_with_the_one_that_was_meant() {
        let (config, complaints) =
            Config::read("[providers.a]\nkind = \"google\"\nclient-id = \"x\"\nclientid = \"y\"\n");
        assert_eq!(config.providers, []);
        let meant = Complaint::UnknownKey { key: "clientid".to_owned(), line: 4, suggestion: Some("client-id") };
        assert_eq!(complaints, [meant]);
    }
}
