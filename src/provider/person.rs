//! Whether a confirmed identity is the person of a row.

use crate::account::ProviderPin;
use crate::provider::Identity;
use crate::text::{Explain, Text};

/// How a confirmed identity stands to a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Person {
    /// The row has no pin yet, and a name that the provider gave is the row's. The person is asked whether it is right.
    Named,
    /// The row has no pin yet, and nothing can be compared: the provider gave no name. The person is asked, and told so.
    Nameless,
    /// The one whom the row is pinned to.
    Pinned,
}

/// Somebody else signed in.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum AnotherPerson {
    /// The row has no pin yet, and the names that the provider gave are not the row's.
    #[error("another name")]
    Name {
        /// The name that was given.
        given: String,
        /// The row's name.
        row: String,
    },
    /// The row is pinned to somebody else.
    #[error("another subject")]
    Pin {
        /// The name that was given, if any was; names don't count here.
        given: String,
    },
}

/// Compares a confirmed identity with a row. With a pin only the pin counts, since a name can be given to somebody else.
///
/// # Errors
/// [`AnotherPerson`].
pub fn recognise(identity: &Identity, pin: Option<&ProviderPin>, row_name: &str) -> Result<Person, AnotherPerson> {
    let given = || identity.names().next().map_or_else(|| identity.subject.to_string(), |name| name.to_string());
    if let Some(pin) = pin {
        let is_same = pin.issuer == identity.issuer && pin.subject == identity.subject;
        return if is_same { Ok(Person::Pinned) } else { Err(AnotherPerson::Pin { given: given() }) };
    }
    if identity.names().next().is_none() {
        return Ok(Person::Nameless);
    }
    if identity.names().any(|name| names_it(row_name, name)) {
        return Ok(Person::Named);
    }
    Err(AnotherPerson::Name { given: given(), row: row_name.to_owned() })
}

/// Whether a row's name is this name, or has it in it as a word: `Kim (kim@example.com)`. Capitals don't count.
fn names_it(row_name: &str, name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let row = row_name.trim().to_lowercase();
    let words = row.split(|c: char| c.is_whitespace() || "()<>[],;:/".contains(c));
    !name.is_empty() && (row == name || words.into_iter().any(|word| word == name))
}

impl Explain for AnotherPerson {
    fn what(&self) -> Text {
        match self {
            Self::Name { given, row } => Text::new("err-provider-another-name").word("given", given).word("row", row),
            Self::Pin { given } => Text::new("err-provider-another-person").word("given", given),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Name { .. } => "fix-provider-another-name",
            Self::Pin { .. } => "fix-provider-another-person",
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::{AnotherPerson, Person, recognise};
    use crate::account::SecondFactor;
    use crate::moment::Moment;
    use crate::provider::{Identity, Proof};
    use crate::secret::Private;

    fn identity(email: Option<&str>, preferred_name: Option<&str>) -> Identity {
        Identity {
            issuer: Private::new("https://login.example.com"),
            subject: Private::new("248289761001"),
            email: email.map(Private::new),
            preferred_name: preferred_name.map(Private::new),
            second_factor: SecondFactor::NotReported,
            methods: Vec::new(),
            signed_in: None,
            confirmed: Moment::from_unix(1_800_000_000),
            proof: Proof::Token,
        }
    }

    #[test]
    fn the_first_time_a_name_has_to_be_the_rows() {
        let kim = identity(Some("kim@example.com"), Some("kimberly"));
        for row in ["kim@example.com", "Kim@Example.COM ", "Kim (kim@example.com)", "kimberly", "Mail: kimberly"] {
            assert_eq!(recognise(&kim, None, row), Ok(Person::Named), "{row}");
        }
        for row in ["", "kim", "alex@example.com", "kim@example.com.evil.example", "notkim@example.com"] {
            assert!(matches!(recognise(&kim, None, row), Err(AnotherPerson::Name { .. })), "{row}");
        }
    }

    #[test]
    fn a_provider_that_gives_no_name_leaves_it_to_the_person() {
        assert_eq!(recognise(&identity(None, None), None, "kim@example.com"), Ok(Person::Nameless));
        let blank = recognise(&identity(Some(" "), None), None, " ");
        assert!(matches!(blank, Err(AnotherPerson::Name { .. })), "an empty name is nobody's");
    }

    #[test]
    fn with_a_pin_only_the_pin_counts() {
        let kim = identity(Some("kim@example.com"), None);
        let pin = kim.pin();
        let renamed = Identity { email: Some(Private::new("new@example.com")), ..kim.clone() };
        assert_eq!(recognise(&renamed, Some(&pin), "kim@example.com"), Ok(Person::Pinned));
        let other = Identity { subject: Private::new("7"), ..kim.clone() };
        let elsewhere = Identity { issuer: Private::new("https://elsewhere.example.com"), ..kim };
        for stranger in [other, elsewhere] {
            let found = recognise(&stranger, Some(&pin), "kim@example.com");
            assert_eq!(found, Err(AnotherPerson::Pin { given: "kim@example.com".to_owned() }));
        }
    }
}
