//! What a provider's words say of a second factor.

use crate::account::SecondFactor;
use crate::provider::Preset;

/// The provider said how the person was recognised, and named no second factor.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("no second factor in: {said}")]
pub struct NoSecondFactor {
    /// What it said.
    pub said: String,
}

/// `amr` values that say in one word that there were two factors (RFC 8176, and the words of Microsoft Entra).
const TWO: [&str; 3] = ["mfa", "ngcmfa", "mca"];

/// `amr` values that are something known.
const KNOWN: [&str; 3] = ["pwd", "pin", "kba"];

/// `amr` values that are something held, or a mark of the body.
const HELD_OR_BODY: [&str; 13] =
    ["otp", "sms", "tel", "hwk", "swk", "sc", "pop", "fpt", "face", "iris", "retina", "vbm", "fido"];

/// `acr` values that stand for two factors, by the specifications that define them.
const LEVELS: [&str; 8] = [
    "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
    "http://schemas.microsoft.com/claims/multipleauthn",
    "https://refeds.org/profile/mfa",
    "phr",
    "phrh",
    "possessionorinherence",
    "urn:okta:loa:2fa:any",
    "urn:okta:loa:2fa:any:ifpossible",
];

/// Judges what a provider said. `amr` decides where it is there, then `acr`; `levels` are the values of `acr` that the
/// person's settings name as two factors.
///
/// # Errors
/// [`NoSecondFactor`] when one of them is there and neither names a second factor.
pub fn second_factor(
    preset: Preset,
    amr: Option<&[String]>,
    acr: Option<&str>,
    levels: &[String],
) -> Result<SecondFactor, NoSecondFactor> {
    let by_level = acr.is_some_and(|acr| LEVELS.contains(&acr) || levels.iter().any(|level| level == acr));
    if by_level || amr.is_some_and(names_two) {
        return Ok(SecondFactor::Reported);
    }
    // Keycloak numbers its levels by itself: "1" is a fresh sign-in of whatever kind, "0" one that was remembered.
    let acr = acr.filter(|acr| preset != Preset::Keycloak || !matches!(*acr, "0" | "1"));
    if amr.is_none() && acr.is_none() {
        return Ok(SecondFactor::NotReported);
    }
    let said = amr.unwrap_or_default().iter().map(String::as_str).chain(acr).collect::<Vec<_>>();
    Err(NoSecondFactor { said: said.join(", ") })
}

fn names_two(amr: &[String]) -> bool {
    let has = |words: &[&str]| amr.iter().any(|word| words.contains(&word.as_str()));
    has(&TWO) || has(&KNOWN) && has(&HELD_OR_BODY)
}

#[cfg(test)]
mod tests {
    use super::second_factor;
    use crate::account::SecondFactor;
    use crate::provider::Preset;

    fn judged(preset: Preset, amr: Option<&[&str]>, acr: Option<&str>) -> Option<SecondFactor> {
        let amr: Option<Vec<String>> = amr.map(|words| words.iter().map(|word| (*word).to_owned()).collect());
        second_factor(preset, amr.as_deref(), acr, &["gold".to_owned()]).ok()
    }

    #[test]
    fn what_is_said_has_to_name_a_second_factor() {
        let reported = Some(SecondFactor::Reported);
        for words in [&["mfa"][..], &["pwd", "otp", "mfa"], &["pwd", "sms"], &["pin", "hwk"], &["pwd", "ngcmfa"]] {
            assert_eq!(judged(Preset::OpenId, Some(words), None), reported, "{words:?}");
        }
        for words in [&["pwd"][..], &[], &["otp"], &["pwd", "kba"], &["pwd", "rba"], &["MFA"]] {
            assert_eq!(judged(Preset::OpenId, Some(words), None), None, "{words:?}");
        }
        assert_eq!(judged(Preset::OpenId, None, Some("gold")), reported);
        assert_eq!(judged(Preset::OpenId, None, Some("urn:okta:loa:2fa:any")), reported);
        assert_eq!(judged(Preset::OpenId, Some(&["pwd"]), Some("gold")), reported);
        for level in ["0", "1", "silver"] {
            assert_eq!(judged(Preset::OpenId, None, Some(level)), None, "{level}");
        }
    }

    #[test]
    fn where_nothing_is_said_nothing_is_reported() {
        assert_eq!(judged(Preset::OpenId, None, None), Some(SecondFactor::NotReported));
    }

    #[test]
    fn the_two_levels_that_keycloak_always_sends_say_nothing() {
        assert_eq!(judged(Preset::Keycloak, None, Some("1")), Some(SecondFactor::NotReported));
        assert_eq!(judged(Preset::Keycloak, None, Some("2")), None);
        assert_eq!(judged(Preset::Keycloak, Some(&["pwd"]), Some("1")), None);
        assert_eq!(judged(Preset::Keycloak, Some(&["pwd", "otp"]), Some("1")), Some(SecondFactor::Reported));
    }
}
