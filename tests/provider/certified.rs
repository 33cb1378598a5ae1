//! The same against a certified provider, in real time, with a person played by a script. `tests/live/signin.sh` starts all of
//! it and says where it is; without it there is nothing to be done here.

use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use pulih::account::SecondFactor;
use pulih::edge::{SystemClock, SystemEntropy, SystemProvider};
use pulih::ports::{Provider, ProviderError, Visit, VisitStep};
use pulih::provider::{AnotherPerson, Identity, Person, Preset, ProviderSetup, recognise};

/// Where everything is.
struct Bench {
    issuer: String,
    outbox: String,
    person: String,
}

impl Bench {
    #[expect(clippy::disallowed_methods, reason = "the live suite says by the environment what it has started")]
    fn find() -> Option<Self> {
        let [issuer, outbox, person] =
            ["PULIH_TEST_OIDC", "PULIH_TEST_OUTBOX", "PULIH_TEST_PERSON"].map(|name| std::env::var(name).ok());
        Some(Self { issuer: issuer?, outbox: outbox?, person: person? })
    }

    /// A visit with a signature of this kind, by a person of this habit.
    fn visit(&self, alg: &str, habit: &str, is_by_browser: bool) -> Result<Identity, ProviderError> {
        let setup = ProviderSetup {
            name: "certified".to_owned(),
            preset: Preset::OpenId,
            issuer: self.issuer.clone(),
            client_id: format!("pulih-{alg}"),
            client_secret: None,
            services: Vec::new(),
            second_factor_levels: Vec::new(),
        };
        let at_work: Mutex<Vec<Child>> = Mutex::new(Vec::new());
        let tell = |step: VisitStep| match step {
            VisitStep::OpenBrowser { address, .. } | VisitStep::EnterCode { whole_address: Some(address), .. } => {
                at_work.lock().unwrap().push(self.send(habit, &address));
            }
            _ => {}
        };
        let edge = SystemProvider::new(Arc::new(SystemClock::new()), Arc::new(SystemEntropy));
        let visit = Visit { row_name: "kim@example.com", is_cancelled: &|| false, tell: &tell };
        let identity =
            if is_by_browser { edge.sign_in_by_browser(&setup, &visit) } else { edge.sign_in_by_code(&setup, &visit) };
        for mut child in at_work.into_inner().unwrap() {
            drop(child.wait());
        }
        identity
    }

    #[expect(clippy::disallowed_methods, reason = "the person is a program of its own")]
    fn send(&self, habit: &str, address: &str) -> Child {
        let mut person = Command::new("python3");
        person.args([&self.person, habit, address, &self.outbox]).stdin(Stdio::null()).spawn().unwrap()
    }
}

#[test]
fn a_certified_provider_confirms_the_person_each_way_with_each_signature() {
    let Some(bench) = Bench::find() else { return println!("skipped: sign-in: no certified provider here") };
    for alg in ["RS256", "ES256", "EdDSA"] {
        for (is_by_browser, habit) in [(true, "kim-email"), (false, "kim-phone")] {
            let identity = bench.visit(alg, habit, is_by_browser).unwrap();
            assert_eq!((&*identity.issuer, &*identity.subject), (bench.issuer.as_str(), "kim-17"));
            assert_eq!(identity.second_factor, SecondFactor::Reported, "{alg} {habit}");
            assert_eq!(identity.methods, ["pwd", "otp", "mfa"]);
            assert_eq!(recognise(&identity, None, "kim@example.com"), Ok(Person::Named));
            println!("confirmed: {alg}, {habit}, by {}", if is_by_browser { "browser" } else { "code" });
        }
    }
    println!("checked: a certified provider confirmed the person in six ways");
}

#[test]
fn a_certified_provider_s_other_people_do_not_come_in() {
    let Some(bench) = Bench::find() else { return println!("skipped: sign-in: no certified provider here") };
    let kim = bench.visit("ES256", "kim-email", true).unwrap();
    for is_by_browser in [true, false] {
        let alex = bench.visit("ES256", "alex", is_by_browser).unwrap();
        assert!(matches!(recognise(&alex, None, "kim@example.com"), Err(AnotherPerson::Name { .. })));
        assert!(matches!(recognise(&alex, Some(&kim.pin()), "kim@example.com"), Err(AnotherPerson::Pin { .. })));
        assert_eq!(bench.visit("ES256", "says-no", is_by_browser), Err(ProviderError::Declined));
        let without = bench.visit("ES256", "no-code", is_by_browser);
        assert!(matches!(without, Err(ProviderError::NoSecondFactor(_))), "{without:?}");
        println!(
            "refused: another person, a no, no second factor, by {}",
            if is_by_browser { "browser" } else { "code" }
        );
    }
    println!("checked: nobody else came in at a certified provider");
}

/// A visit by code to one of the servers that stand for vendors; the person need do nothing there.
#[expect(clippy::disallowed_methods, reason = "the live suite says by the environment what it has started")]
fn dialect(path: &str, preset: Preset) -> Option<Result<Identity, ProviderError>> {
    let here = std::env::var("PULIH_TEST_DIALECTS").ok()?;
    let setup = ProviderSetup {
        name: "dialect".to_owned(),
        preset,
        issuer: format!("{here}/{path}"),
        client_id: "pulih".to_owned(),
        client_secret: (preset == Preset::Google).then(|| "installed-program".to_owned()),
        services: Vec::new(),
        second_factor_levels: Vec::new(),
    };
    let edge = SystemProvider::new(Arc::new(SystemClock::new()), Arc::new(SystemEntropy));
    let visit = Visit { row_name: "kim@example.com", is_cancelled: &|| false, tell: &|_| {} };
    Some(edge.sign_in_by_code(&setup, &visit))
}

#[test]
fn no_certified_provider_speaks_as_the_vendors_do_and_they_are_understood_too() {
    let Some(google) = dialect("google", Preset::Google) else { return println!("skipped: sign-in: no dialects here") };
    assert_eq!(&*google.unwrap().subject, "kim-17");
    println!("understood: 428 and verification_url");
    let github = dialect("github", Preset::GitHub).unwrap().unwrap();
    assert_eq!((&*github.subject, github.second_factor), ("583231", SecondFactor::NotReported));
    println!("understood: errors with the status 200, slow_down, no ID token");
    assert_eq!(dialect("declining", Preset::OpenId), Some(Err(ProviderError::Declined)));
    println!("understood: no interval, authorization_declined");
    let entra = dialect("entra/common/v2.0", Preset::Entra).unwrap().unwrap();
    assert!(entra.issuer.ends_with("/6babcaad-604b-40ac-a9d7-9fd97c0b779f/v2.0"));
    assert!(dialect("entra/{tenantid}/v2.0", Preset::OpenId).unwrap().is_err());
    println!("understood: an organization behind a template");
    println!("checked: vendors' dialects were understood");
}
