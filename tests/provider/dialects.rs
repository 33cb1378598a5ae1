//! What each vendor does otherwise than the standard.

use pulih::ports::{ProviderError, VisitStep};
use pulih::provider::{CONSUMERS, Preset, Proof, ProviderSetup};
use serde_json::{Value, json};

use crate::stand::{Answer, Stand};
use crate::visits::{Habit, Visited, by_code, setup, visit};

const TENANT: &str = "6babcaad-604b-40ac-a9d7-9fd97c0b779f";

fn said(status: u16, word: &str) -> Answer {
    (status, Vec::new(), json!({"error": word}))
}

fn times(polls: impl IntoIterator<Item = Answer>) -> Vec<i64> {
    let stand = Stand::open();
    stand.plan().polls.extend(polls);
    by_code(&stand).identity.unwrap();
    let plan = stand.plan();
    plan.times.clone()
}

#[test]
fn pending_is_asked_again_after_the_same_interval() {
    assert_eq!(times([said(400, "authorization_pending"), said(400, "authorization_pending")]), [5, 10, 15]);
}

#[test]
fn slow_down_makes_it_slower_for_good() {
    let pending = || said(400, "authorization_pending");
    assert_eq!(times([pending(), said(400, "slow_down"), pending(), said(403, "slow_down")]), [5, 10, 20, 30, 45]);
}

#[test]
fn too_many_requests_is_slow_down_and_says_for_how_long() {
    let later = |seconds: &str| (429, vec![("Retry-After", seconds.to_owned())], Value::Null);
    assert_eq!(times([later("42"), said(400, "authorization_pending")]), [5, 47, 57]);
    assert_eq!(times([(429, Vec::new(), Value::Null)]), [5, 15]);
}

#[test]
fn a_lost_connection_is_tried_again_ever_more_seldom() {
    let stand = Stand::open();
    stand.plan().polls.extend([(0, Vec::new(), Value::Null), (0, Vec::new(), Value::Null)]);
    let visited = by_code(&stand);
    visited.identity.unwrap();
    assert_eq!(stand.plan().times, [5, 15, 35]);
    assert_eq!(visited.told.iter().filter(|step| **step == VisitStep::Retrying).count(), 2);
}

#[test]
fn a_missing_interval_is_five_seconds() {
    let stand = Stand::open();
    stand.plan().device.insert("interval", Value::Null);
    by_code(&stand).identity.unwrap();
    assert_eq!(stand.plan().times, [5]);
}

#[test]
fn anything_else_stops_it() {
    let stand = Stand::open();
    stand.plan().polls.extend([said(400, "invalid_client")]);
    let refused = ProviderError::Refused { code: "invalid_client".to_owned(), said: String::new() };
    assert_eq!(by_code(&stand).identity, Err(refused));
    let stand = Stand::open();
    stand.plan().polls.extend([(500, Vec::new(), Value::Null)]);
    assert!(matches!(by_code(&stand).identity, Err(ProviderError::NotUnderstood(_))));
}

#[test]
fn google_says_pending_with_428_and_calls_the_address_url() {
    let stand = Stand::open();
    let address = format!("{}/enter", stand.issuer());
    stand.plan().device.extend([
        ("verification_uri", Value::Null),
        ("verification_uri_complete", Value::Null),
        ("verification_url", json!(address)),
    ]);
    stand.plan().polls.push_back(said(428, "authorization_pending"));
    let secret = Some("installed-program".to_owned());
    let setup = ProviderSetup { preset: Preset::Google, client_secret: secret, ..setup(&stand) };
    let visited = visit(&stand, &setup, Habit::Answers, false);
    visited.identity.unwrap();
    assert!(
        matches!(&visited.told[0], VisitStep::EnterCode { address: told, whole_address: None, .. } if *told == address)
    );
    let plan = stand.plan();
    assert_eq!(plan.times, [5, 10]);
    let tokens: Vec<_> = plan.asked.iter().filter(|(path, _)| path == "/token").collect();
    assert!(tokens.iter().all(|(_, sent)| sent["client_secret"] == "installed-program"), "in the body");
}

fn github(stand: &Stand) -> Visited {
    visit(stand, &ProviderSetup { preset: Preset::GitHub, ..setup(stand) }, Habit::Answers, false)
}

fn github_stand() -> Stand {
    let stand = Stand::open();
    stand.plan().person = json!({"id": 583_231, "login": "kim", "email": "kim@example.com"});
    stand
}

#[test]
fn github_refuses_with_the_status_of_a_success_and_is_asked_who_it_was() {
    let stand = github_stand();
    let tokens = json!({"access_token": "an-access-token", "token_type": "bearer", "scope": "read:user"});
    stand.plan().polls.extend([
        said(200, "authorization_pending"),
        (200, Vec::new(), json!({"error": "slow_down", "interval": 10})),
        (200, Vec::new(), tokens),
    ]);
    let identity = github(&stand).identity.unwrap();
    assert_eq!((&*identity.subject, identity.proof), ("583231", Proof::Asked));
    assert_eq!(identity.preferred_name.as_deref(), Some("kim"));
    let plan = stand.plan();
    assert_eq!(plan.times, [5, 10, 20]);
    assert_eq!(plan.asked[0].0, "/login/device/code");
    assert_eq!(plan.asked[0].1["scope"], "read:user user:email");
    drop(plan);
    let by_browser = visit(&stand, &ProviderSetup { preset: Preset::GitHub, ..setup(&stand) }, Habit::Answers, true);
    assert_eq!(by_browser.identity, Err(ProviderError::NoSuchGrant));
}

#[test]
fn github_can_say_no_as_well() {
    let stand = github_stand();
    stand.plan().polls.push_back(said(200, "access_denied"));
    assert_eq!(github(&stand).identity, Err(ProviderError::Declined));
    let stand = github_stand();
    stand.plan().device.insert("error", json!("device_flow_disabled"));
    assert_eq!(github(&stand).identity, Err(ProviderError::NoSuchGrant));
}

fn entra(stand: &Stand, tenant: &str) -> Visited {
    let issuer = format!("{}/{tenant}/v2.0", stand.address);
    visit(stand, &ProviderSetup { preset: Preset::Entra, issuer, ..setup(stand) }, Habit::Answers, false)
}

fn entra_stand(tenant: &str) -> Stand {
    let stand = Stand::open();
    stand.plan().prefix = format!("/{tenant}/v2.0");
    stand.plan().claims.extend([("tid", json!(tenant)), ("oid", json!("an-oid"))]);
    stand
}

#[test]
fn entra_is_asked_for_the_persons_own_organization_first() {
    for all in ["common", "organizations"] {
        let stand = entra_stand(TENANT);
        let identity = entra(&stand, all).identity.unwrap();
        assert_eq!(&*identity.subject, format!("{TENANT} an-oid"));
        assert_eq!(&*identity.issuer, stand.issuer());
        assert_eq!(stand.plan().asked[0].0, "/example.com/v2.0/.well-known/openid-configuration");
    }
}

#[test]
fn entra_says_declined_in_a_word_of_its_own() {
    let stand = entra_stand(TENANT);
    stand.plan().polls.push_back(said(400, "authorization_declined"));
    assert_eq!(entra(&stand, TENANT).identity, Err(ProviderError::Declined));
}

#[test]
fn personal_accounts_are_one_organization_that_everybody_knows() {
    let stand = entra_stand(CONSUMERS);
    entra(&stand, "consumers").identity.unwrap();
    assert!(stand.plan().asked[0].0.contains(CONSUMERS));
}

#[test]
fn an_issuer_that_is_a_template_is_nobody() {
    let stand = entra_stand(TENANT);
    let template = format!("{}/{{tenantid}}/v2.0", stand.address);
    stand.plan().metadata.insert("issuer", json!(template));
    assert_eq!(entra(&stand, "common").identity, Err(ProviderError::NoTenant));
    let stand = entra_stand(TENANT);
    stand.plan().metadata.insert("issuer", json!(format!("https://elsewhere.example.com/{TENANT}/v2.0")));
    assert!(matches!(entra(&stand, "common").identity, Err(ProviderError::WrongIssuer { .. })));
}

#[test]
fn a_token_of_another_organization_is_refused() {
    let stand = entra_stand(TENANT);
    stand.plan().claims.insert("tid", json!(CONSUMERS));
    let found = CONSUMERS.to_owned();
    assert_eq!(entra(&stand, TENANT).identity, Err(ProviderError::WrongIssuer { found }));
    let stand = entra_stand(TENANT);
    stand.plan().claims.insert("oid", Value::Null);
    assert_eq!(entra(&stand, TENANT).identity, Err(ProviderError::NotUnderstood("tid, oid".to_owned())));
}
