//! What a provider confirmed of a person and what it did not report, in sentences: the same in both faces.

use crate::account::SecondFactor;
use crate::provider::{Identity, Proof};
use crate::text::{Text, clean_line};

impl Identity {
    /// A sentence for each thing that could have been reported, whether it was or not.
    #[must_use]
    pub fn report(&self) -> Vec<Text> {
        vec![self.about_factor(), self.about_time(), self.about_proof()]
    }

    fn about_factor(&self) -> Text {
        match self.second_factor {
            SecondFactor::NotReported => Text::new("tui-signin-factor-none"),
            SecondFactor::Reported => {
                Text::new("tui-signin-factor").word("methods", clean_line(&self.methods.join(", ")).text)
            }
        }
    }

    fn about_time(&self) -> Text {
        let Some(at) = self.signed_in else { return Text::new("provider-time-none") };
        Text::new("provider-time").word("time", format!("{} UTC", at.minute()))
    }

    fn about_proof(&self) -> Text {
        Text::new(match self.proof {
            Proof::Asked => "provider-proof-asked",
            Proof::Token => "provider-proof-token",
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::account::SecondFactor;
    use crate::moment::Moment;
    use crate::provider::{Identity, Proof};
    use crate::secret::Private;

    fn ids(identity: &Identity) -> Vec<&'static str> {
        identity.report().into_iter().map(|text| text.id).collect()
    }

    #[test]
    fn each_thing_is_said_whether_the_provider_reported_it_or_not() {
        let all = Identity {
            issuer: Private::new("https://login.example.com"),
            subject: Private::new("7"),
            email: None,
            preferred_name: None,
            second_factor: SecondFactor::Reported,
            methods: vec!["pwd".to_owned(), "otp".to_owned()],
            signed_in: Some(Moment::from_unix(1_800_000_000)),
            confirmed: Moment::from_unix(1_800_000_000),
            proof: Proof::Token,
        };
        assert_eq!(ids(&all), ["tui-signin-factor", "provider-time", "provider-proof-token"]);
        let nothing = Identity {
            second_factor: SecondFactor::NotReported,
            methods: Vec::new(),
            signed_in: None,
            proof: Proof::Asked,
            ..all
        };
        assert_eq!(ids(&nothing), ["tui-signin-factor-none", "provider-time-none", "provider-proof-asked"]);
    }
}
