//! Both ways to sign in, from beginning to end, and all the ways in which they stop.

use pulih::account::SecondFactor;
use pulih::moment::Moment;
use pulih::ports::{ProviderError, VisitStep};
use pulih::provider::{AnotherPerson, Person, Proof, recognise};
use serde_json::{Value, json};

use crate::signing::Signing;
use crate::stand::{START, Stand};
use crate::visits::{Habit, by_browser, by_code, opened, setup, visit};

#[test]
fn each_way_confirms_the_person_with_each_signature() {
    for signing in [Signing::Es256, Signing::Rs256, Signing::EdDsa] {
        for is_by_browser in [true, false] {
            let stand = Stand::open();
            stand.plan().signing = signing;
            let visited = visit(&stand, &setup(&stand), Habit::Answers, is_by_browser);
            let identity = visited.identity.unwrap();
            assert_eq!(&*identity.issuer, stand.issuer());
            assert_eq!(&*identity.subject, "kim-17");
            assert_eq!(identity.email.as_deref(), Some("kim@example.com"));
            assert_eq!(identity.second_factor, SecondFactor::Reported);
            assert_eq!(identity.methods, ["pwd", "otp", "mfa"]);
            assert_eq!(identity.proof, Proof::Token);
            let seconds = |at: Moment| at.unix() - START;
            assert!((0..=10).contains(&seconds(identity.confirmed)) && identity.signed_in.is_some());
            assert_eq!(recognise(&identity, None, "Kim@example.com"), Ok(Person::Named), "{signing:?}");
        }
    }
}

#[test]
fn another_person_is_confirmed_too_and_then_not_taken_for_the_rows() {
    let stand = Stand::open();
    let kim = by_code(&stand).identity.unwrap();
    stand.plan().claims.extend([("sub", json!("alex-3")), ("email", json!("alex@example.com"))]);
    let alex = by_browser(&stand).identity.unwrap();
    assert!(matches!(recognise(&alex, None, "kim@example.com"), Err(AnotherPerson::Name { .. })));
    assert!(matches!(recognise(&alex, Some(&kim.pin()), "alex@example.com"), Err(AnotherPerson::Pin { .. })));
    assert_eq!(recognise(&kim, Some(&kim.pin()), "kim@example.com"), Ok(Person::Pinned));
}

#[test]
fn the_browser_is_sent_with_all_that_protects_the_answer() {
    let stand = Stand::open();
    let visited = by_browser(&stand);
    let sent = opened(&visited);
    visited.identity.unwrap();
    for (name, value) in [
        ("response_type", "code"),
        ("code_challenge_method", "S256"),
        ("max_age", "0"),
        ("login_hint", "kim@example.com"),
        ("scope", "openid email profile"),
    ] {
        assert_eq!(sent[name], value, "{name}");
    }
    for name in ["state", "nonce", "code_challenge"] {
        assert_eq!(sent[name].len(), 43, "256 bits of {name}");
    }
    let redirect = sent["redirect_uri"].strip_prefix("http://127.0.0.1:").unwrap();
    assert!(redirect.strip_suffix('/').unwrap().parse::<u16>().unwrap() > 0);
    let plan = stand.plan();
    let (_, exchanged) = plan.asked.iter().find(|(path, _)| path == "/token").unwrap();
    assert_eq!(exchanged["redirect_uri"], sent["redirect_uri"]);
    assert!(!exchanged.contains_key("client_secret"));
    let other = opened(&by_browser(&Stand::open()));
    assert!(["state", "nonce", "code_challenge"].iter().all(|name| sent[*name] != other[*name]));
}

#[test]
fn the_browser_gets_one_page_that_keeps_nothing() {
    let stand = Stand::open();
    let visited = visit(&stand, &setup(&stand), Habit::HasAChattyBrowser, true);
    visited.identity.unwrap();
    let [silent, icon, page] = visited.pages.as_slice() else { panic!("{:?}", visited.pages) };
    assert_eq!(silent, "");
    assert!(icon.starts_with("HTTP/1.1 404"), "{icon}");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Cache-Control: no-store"), "{page}");
    assert!(!page.contains("a-code"));
    assert!(matches!(visited.told.as_slice(), [VisitStep::OpenBrowser { .. }, VisitStep::Checking]));
}

#[test]
fn the_code_is_shown_with_its_address_and_its_end() {
    let stand = Stand::open();
    let visited = by_code(&stand);
    visited.identity.unwrap();
    let at = stand.issuer();
    let code = VisitStep::EnterCode {
        code: "WDJB-MJHT".to_owned(),
        address: format!("{at}/enter"),
        whole_address: Some(format!("{at}/enter?user_code=WDJB-MJHT")),
        until: Moment::from_unix(START + 900),
    };
    assert_eq!(visited.told, [code, VisitStep::Checking]);
    assert_eq!(stand.plan().times, [5], "asked after one interval, not before");
}

#[test]
fn a_person_who_says_no_is_heard() {
    let stand = Stand::open();
    stand.plan().callback.extend([("code", String::new()), ("error", "access_denied".to_owned())]);
    assert_eq!(by_browser(&stand).identity, Err(ProviderError::Declined));
    let stand = Stand::open();
    stand.plan().polls.push_back((400, Vec::new(), json!({"error": "access_denied"})));
    assert_eq!(by_code(&stand).identity, Err(ProviderError::Declined));
}

#[test]
fn where_nobody_answers_it_ends_by_itself() {
    let stand = Stand::open();
    let visited = visit(&stand, &setup(&stand), Habit::IsAway, true);
    assert_eq!(visited.identity, Err(ProviderError::NobodyAnswered));
    let stand = Stand::open();
    stand.plan().device.insert("expires_in", json!(17));
    let pending = (400, Vec::new(), json!({"error": "authorization_pending"}));
    stand.plan().polls.extend(vec![pending; 100]);
    assert_eq!(by_code(&stand).identity, Err(ProviderError::NobodyAnswered));
    assert_eq!(stand.plan().times, [5, 10, 15]);
    let stand = Stand::open();
    stand.plan().polls.push_back((400, Vec::new(), json!({"error": "expired_token"})));
    assert_eq!(by_code(&stand).identity, Err(ProviderError::NobodyAnswered));
}

#[test]
fn it_can_be_called_off_while_it_waits() {
    for is_by_browser in [true, false] {
        let stand = Stand::open();
        let visited = visit(&stand, &setup(&stand), Habit::CallsOff, is_by_browser);
        assert_eq!(visited.identity, Err(ProviderError::Cancelled));
        assert_eq!(visited.told.len(), 1);
        assert!(stand.plan().times.is_empty(), "no token was asked for");
    }
}

#[test]
fn a_provider_without_the_grant_says_so() {
    let stand = Stand::open();
    stand.plan().metadata.insert("device_authorization_endpoint", Value::Null);
    assert_eq!(by_code(&stand).identity, Err(ProviderError::NoSuchGrant));
    let stand = Stand::open();
    stand.plan().callback.extend([("code", String::new()), ("error", "unauthorized_client".to_owned())]);
    let refused = ProviderError::Refused { code: "unauthorized_client".to_owned(), said: String::new() };
    assert_eq!(by_browser(&stand).identity, Err(refused));
}

#[test]
fn nobody_is_sent_on_to_another_address() {
    for is_by_browser in [true, false] {
        let stand = Stand::open();
        let elsewhere = vec![("Location", "https://elsewhere.example.com/token?x=y".to_owned())];
        stand.plan().polls.push_back((307, elsewhere, Value::Null));
        let visited = visit(&stand, &setup(&stand), Habit::Answers, is_by_browser);
        let found = visited.identity;
        assert_eq!(found, Err(ProviderError::Redirected("https://elsewhere.example.com/token".to_owned())));
    }
}

#[test]
fn names_that_the_token_lacks_come_from_the_page_about_the_person() {
    let stand = Stand::open();
    stand.plan().claims.insert("email", Value::Null);
    stand.plan().person = json!({"sub": "kim-17", "preferred_username": "kim@example.com"});
    let identity = by_code(&stand).identity.unwrap();
    assert_eq!((identity.email, identity.preferred_name.as_deref()), (None, Some("kim@example.com")));
    stand.plan().person = json!({"sub": "alex-3", "preferred_username": "kim@example.com"});
    assert!(matches!(by_code(&stand).identity, Err(ProviderError::NotUnderstood(_))), "a page about somebody else");
}

#[test]
fn an_address_that_the_provider_never_checked_is_nobodys() {
    let stand = Stand::open();
    stand.plan().claims.insert("email_verified", json!(false));
    let identity = by_code(&stand).identity.unwrap();
    assert_eq!(identity.names().count(), 0);
}
