//! What is checked of an answer, one thing at a time. Each of these passes only because its check is there.

use pulih::account::SecondFactor;
use pulih::ports::ProviderError;
use pulih::provider::NoSecondFactor;
use serde_json::{Value, json};

use crate::signing::{SECRET, Signing};
use crate::stand::{CLIENT, START, Stand};
use crate::visits::{Habit, Visited, by_browser, by_code, setup, visit};

/// Both ways have to refuse a token with these claims.
fn refused(claims: &[(&'static str, Value)]) -> ProviderError {
    let [browser, code] = [by_browser, by_code].map(|way: fn(&Stand) -> Visited| {
        let stand = Stand::open();
        stand.plan().claims.extend(claims.iter().cloned());
        way(&stand).identity.unwrap_err()
    });
    assert_eq!(browser, code);
    browser
}

#[test]
fn a_signature_by_another_key_is_refused() {
    for signing in [Signing::Es256, Signing::EdDsa] {
        let stand = Stand::open();
        stand.plan().signing = signing;
        stand.plan().has_wrong_keys = true;
        assert_eq!(by_browser(&stand).identity, Err(ProviderError::Signature), "{signing:?}");
        assert_eq!(by_code(&stand).identity, Err(ProviderError::Signature), "{signing:?}");
    }
}

#[test]
fn claims_that_were_changed_after_signing_are_refused() {
    for signing in [Signing::Es256, Signing::Rs256, Signing::EdDsa] {
        let stand = Stand::open();
        stand.plan().signing = signing;
        stand.plan().forges = true;
        assert_eq!(by_code(&stand).identity, Err(ProviderError::Signature), "{signing:?}");
    }
}

/// By a key that the provider publishes, and still of a kind that we never agreed to.
#[test]
fn a_signature_of_a_kind_that_is_not_accepted_is_refused() {
    for is_by_browser in [true, false] {
        let stand = Stand::open();
        stand.plan().signing = Signing::Rs512;
        let visited = visit(&stand, &setup(&stand), Habit::Answers, is_by_browser);
        assert!(matches!(visited.identity, Err(ProviderError::Algorithm(_))), "{:?}", visited.identity);
    }
}

#[test]
fn no_signature_is_none() {
    let stand = Stand::open();
    stand.plan().signing = Signing::Nothing;
    assert!(matches!(by_browser(&stand).identity, Err(ProviderError::Algorithm(_))));
    assert!(matches!(by_code(&stand).identity, Err(ProviderError::Algorithm(_))));
}

#[test]
fn a_signature_with_a_secret_that_is_none_is_refused() {
    let stand = Stand::open();
    stand.plan().signing = Signing::Hs256;
    let setup = pulih::provider::ProviderSetup { client_secret: Some(SECRET.to_owned()), ..setup(&stand) };
    for is_by_browser in [true, false] {
        let visited = visit(&stand, &setup, Habit::Answers, is_by_browser);
        assert!(matches!(visited.identity, Err(ProviderError::Algorithm(_))));
    }
}

#[test]
fn a_token_of_another_issuer_is_refused() {
    let found = "https://elsewhere.example.com".to_owned();
    assert_eq!(refused(&[("iss", json!(found))]), ProviderError::WrongIssuer { found });
}

#[test]
fn a_token_for_another_program_is_refused() {
    assert_eq!(refused(&[("aud", json!("another"))]), ProviderError::WrongAudience);
}

#[test]
fn a_token_that_is_for_another_program_too_is_refused() {
    assert_eq!(refused(&[("aud", json!([CLIENT, "another"]))]), ProviderError::WrongAudience);
}

#[test]
fn a_token_that_another_program_asked_for_is_refused() {
    assert_eq!(refused(&[("azp", json!("another"))]), ProviderError::WrongAudience);
}

#[test]
fn a_token_that_has_run_out_is_refused() {
    assert_eq!(refused(&[("exp", json!(START - 1))]), ProviderError::ExpiredToken);
}

#[test]
fn a_token_that_was_not_made_just_now_is_refused() {
    assert_eq!(refused(&[("iat", json!(START - 15 * 60 - 1))]), ProviderError::IssuedElsewhen);
    assert_eq!(refused(&[("iat", json!(START + 15 * 60 + 60))]), ProviderError::IssuedElsewhen);
}

#[test]
fn a_clock_that_is_minutes_wrong_does_no_harm() {
    for by in [-14 * 60, 14 * 60] {
        let stand = Stand::open();
        stand.plan().claims.insert("iat", json!(START + by));
        by_code(&stand).identity.unwrap();
    }
}

#[test]
fn a_password_that_was_given_long_ago_is_refused() {
    assert_eq!(refused(&[("auth_time", json!(START - 5 * 60 - 60))]), ProviderError::Stale);
    let stand = Stand::open();
    stand.plan().claims.insert("auth_time", Value::Null);
    let identity = by_browser(&stand).identity.unwrap();
    assert_eq!(identity.signed_in, None, "a provider need not say it");
}

#[test]
fn an_answer_to_another_question_is_refused() {
    for nonce in [Value::Null, json!("another"), json!("")] {
        let stand = Stand::open();
        stand.plan().claims.insert("nonce", nonce.clone());
        assert_eq!(by_browser(&stand).identity, Err(ProviderError::Nonce), "{nonce}");
    }
}

#[test]
fn an_answer_in_the_browser_to_another_question_is_refused() {
    for state in ["", "another"] {
        let stand = Stand::open();
        stand.plan().callback.insert("state", format!("{state}&state=x"));
        assert_eq!(by_browser(&stand).identity, Err(ProviderError::State));
        assert!(stand.plan().times.is_empty(), "no token was asked for");
    }
}

#[test]
fn an_answer_that_comes_from_another_provider_is_refused() {
    for issuer in ["", "https://elsewhere.example.com"] {
        let stand = Stand::open();
        stand.plan().callback.insert("iss", issuer.to_owned());
        let refused = ProviderError::WrongIssuer { found: issuer.to_owned() };
        assert_eq!(by_browser(&stand).identity, Err(refused));
        assert!(stand.plan().times.is_empty(), "no token was asked for");
    }
    let stand = Stand::open();
    stand.plan().callback.insert("iss", String::new());
    stand.plan().metadata.insert("authorization_response_iss_parameter_supported", Value::Null);
    by_browser(&stand).identity.unwrap();
}

#[test]
fn a_second_factor_has_to_be_named_where_anything_is_said() {
    let said = NoSecondFactor { said: "pwd".to_owned() };
    assert_eq!(refused(&[("amr", json!(["pwd"]))]), ProviderError::NoSecondFactor(said));
    let said = NoSecondFactor { said: "1".to_owned() };
    assert_eq!(refused(&[("amr", Value::Null), ("acr", json!("1"))]), ProviderError::NoSecondFactor(said));
    let stand = Stand::open();
    stand.plan().claims.insert("amr", Value::Null);
    let identity = by_code(&stand).identity.unwrap();
    assert_eq!(identity.second_factor, SecondFactor::NotReported);
}

#[test]
fn a_provider_elsewhere_is_asked_over_an_encrypted_connection_or_not_at_all() {
    let stand = Stand::open();
    let away = "http://login.example.com".to_owned();
    let setup = pulih::provider::ProviderSetup { issuer: away.clone(), ..setup(&stand) };
    for is_by_browser in [true, false] {
        let visited = visit(&stand, &setup, Habit::Answers, is_by_browser);
        assert_eq!(visited.identity, Err(ProviderError::Insecure(away.clone())));
    }
}

#[test]
fn an_endpoint_that_is_not_encrypted_is_refused() {
    for name in ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "device_authorization_endpoint"] {
        let stand = Stand::open();
        let address = "http://login.example.com/x".to_owned();
        stand.plan().metadata.insert(name, json!(address));
        assert_eq!(by_code(&stand).identity, Err(ProviderError::Insecure(address)), "{name}");
    }
    for name in ["verification_uri", "verification_uri_complete"] {
        let stand = Stand::open();
        stand.plan().device.insert(name, json!("http://login.example.com/enter"));
        let visited = by_code(&stand);
        assert!(matches!(visited.identity, Err(ProviderError::Insecure(_))), "{name}");
        assert!(visited.told.is_empty(), "nobody is led there");
    }
}

#[test]
fn a_provider_that_calls_itself_otherwise_is_refused() {
    let stand = Stand::open();
    let found = "https://elsewhere.example.com".to_owned();
    stand.plan().metadata.insert("issuer", json!(found));
    assert_eq!(by_code(&stand).identity, Err(ProviderError::WrongIssuer { found }));
}

#[test]
fn tokens_without_an_id_token_confirm_nobody() {
    let stand = Stand::open();
    let tokens = json!({"access_token": "an-access-token", "token_type": "Bearer"});
    stand.plan().polls.push_back((200, Vec::new(), tokens));
    assert_eq!(by_code(&stand).identity, Err(ProviderError::NotUnderstood("id_token".to_owned())));
}

#[test]
fn what_a_token_says_is_in_no_error() {
    let stand = Stand::open();
    let tokens = json!({"access_token": {"canary": 1}, "token_type": "Bearer", "id_token": "canary.canary.canary"});
    stand.plan().polls.push_back((200, Vec::new(), tokens));
    let error = by_code(&stand).identity.unwrap_err();
    assert!(!format!("{error:?}").contains("canary.canary"), "{error:?}");
}
