//! Signing in to restore accounts, key by key: every step at every size and in every language; left and taken up again; and no
//! code of an account that has none, whatever is pressed.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use crate::account::{Account, AccountId, Credential, OldKey};
use crate::moment::Moment;
use crate::ops::sign_in::SignInError;
use crate::otp::OtpParams;
use crate::ports::VisitStep;
use crate::provider::{Preset, ProviderSetup};
use crate::signin::testing::{Dice, KEY, identity, missing, sealed};
use crate::tui::effect::Effect;
use crate::tui::home::Over;
use crate::tui::model::Place;
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::testing::{Bench, NOW, ready, samples, totp};
use crate::tui::widgets::digits::{Size, picture};
use crate::words::Language;

fn bench(accounts: Vec<Account>, language: Language, width: u16, height: u16) -> Bench {
    Bench::open_with(accounts, language, width, height)
}

fn asked(bench: &mut Bench, is: impl Fn(&Effect) -> bool) -> Effect {
    let place = bench.asked.iter().position(is).expect("it was asked of the world");
    bench.asked.remove(place)
}

/// Opens sealed accounts, as the world would with the right answers.
fn open(bench: &mut Bench, ids: &[u8]) {
    let Effect::OpenSealed(ticket, wanted, ..) = asked(bench, |effect| matches!(effect, Effect::OpenSealed(..))) else {
        unreachable!("just looked at")
    };
    assert_eq!(wanted, ids.iter().map(|id| AccountId([*id; 16])).collect::<Vec<_>>());
    if let Place::Home(home) = &mut bench.model.place {
        for id in &wanted {
            let account = home.session.book_mut().get_mut(*id).expect("it is there");
            account.credential = Credential::Ready(totp(account.id.0[0], 6, 30));
        }
    }
    bench.hand(Msg::Came(ticket, Answer::SealedKept(Ok(wanted))));
}

fn left(bench: &Bench) -> usize {
    bench.home().session.book().live().filter(|account| account.badge().is_some()).count()
}

pub(super) fn provider() -> ProviderSetup {
    ProviderSetup {
        name: "Work".to_owned(),
        preset: Preset::OpenId,
        issuer: "https://login.example.com".to_owned(),
        client_id: "pulih".to_owned(),
        client_secret: None,
        services: vec!["Contoso".to_owned()],
        second_factor_levels: Vec::new(),
    }
}

/// What a provider has the person type elsewhere.
pub(super) fn enter_code() -> VisitStep {
    VisitStep::EnterCode {
        code: "WDJB-MJHT".to_owned(),
        address: "https://login.example.com/device".to_owned(),
        whole_address: Some("https://login.example.com/device?user_code=WDJB-MJHT".to_owned()),
        until: Moment::from_unix(NOW.unix() + 872),
    }
}

pub(super) fn visit(bench: &mut Bench) -> Ticket {
    match asked(bench, |effect| matches!(effect, Effect::Visit(..))) {
        Effect::Visit(ticket, ..) => ticket,
        _ => unreachable!("just looked at"),
    }
}

/// Each screen on the way: two sealed, one by the provider, one with a key at once.
fn walk(language: Language, width: u16, height: u16) -> Vec<String> {
    let accounts = vec![sealed(1, "Outlook"), sealed(2, "Harbour Bank"), missing(3, "Contoso"), missing(4, "GitHub")];
    let mut bench = bench(accounts, language, width, height);
    bench.model.desk.config.providers = vec![provider()];
    let mut seen = Vec::new();
    bench.press("enter");
    seen.push(bench.screen());
    bench.press("enter");
    seen.push(bench.screen());
    bench.type_text("lamp river stone").press("enter");
    seen.push(bench.screen());
    bench.press("tab").type_text("+46701234567").press("enter");
    seen.push(bench.screen());
    open(&mut bench, &[1]);
    seen.push(bench.screen());
    bench.press("enter");
    seen.push(bench.screen());
    bench.press("enter");
    open(&mut bench, &[2]);
    seen.push(bench.screen());
    // Left, and taken up again by a key anywhere on the accounts.
    bench.press("esc esc");
    assert!(bench.home().over.is_none());
    bench.press("G k s");
    seen.push(bench.screen());
    bench.press("j enter");
    seen.push(bench.screen());
    let ticket = visit(&mut bench);
    bench.hand(Msg::Came(ticket, Answer::VisitStep(enter_code())));
    seen.push(bench.screen());
    bench.press("f4");
    seen.push(bench.screen());
    bench.press("esc");
    bench.hand(Msg::Came(ticket, Answer::Visited(Ok(identity("mira@example.com")))));
    seen.push(bench.screen());
    bench.press("enter");
    seen.push(bench.screen());
    bench.paste(KEY).press("enter");
    seen.push(bench.screen());
    bench.press("enter");
    seen.push(bench.screen());
    assert_eq!(left(&bench), 1, "{}", seen.join("\n=====\n"));
    while left(&bench) == 1
        && !matches!(&bench.home().over, Some(Over::SignIn(state)) if state.contexts().contains(&crate::tui::keymap::Context::SignInKey))
    {
        bench.press("enter");
    }
    seen.push(bench.screen());
    bench.paste(KEY).press("enter enter");
    seen.push(bench.screen());
    assert_eq!(left(&bench), 0);
    seen
}

#[test]
fn the_whole_list_with_the_keyboard_alone() {
    let seen = walk(Language::En, 80, 24);
    insta::assert_snapshot!("signing_in", seen.join("\n================================================\n"));
    assert!(seen.iter().all(|screen| !screen.contains("lamp river stone") && !screen.contains(KEY)));
}

#[test]
fn every_step_is_drawn_at_every_size_and_in_every_language() {
    for language in Language::ALL {
        for (width, height) in [(80, 24), (40, 10), (120, 40), (63, 11)] {
            for screen in walk(language, width, height) {
                assert!(screen.lines().count() > 2, "{language:?} at {width} by {height}:\n{screen}");
            }
        }
    }
    insta::assert_snapshot!("signing_in_swedish", walk(Language::Sv, 80, 24)[2]);
    insta::assert_snapshot!("signing_in_indonesian_wide", walk(Language::Id, 120, 40)[9]);
}

#[test]
fn a_wrong_answer_stays_on_the_step_and_says_one_sentence_for_both() {
    let mut bench = bench(vec![sealed(1, "Outlook")], Language::En, 80, 24);
    bench.press("s").type_text("lamp river").press("enter").type_text("mira@example.com").press("enter");
    let Effect::OpenSealed(ticket, ..) = asked(&mut bench, |effect| matches!(effect, Effect::OpenSealed(..))) else {
        unreachable!("just looked at")
    };
    bench.hand(Msg::Came(ticket, Answer::SealedKept(Err(SignInError::NoMatch))));
    let screen = bench.screen();
    assert!(screen.contains("The password or the contact did not match."), "{screen}");
    assert!(screen.contains("mira@example.com"), "what was typed can be mended");
    assert_eq!((left(&bench), bench.saves()), (1, 1), "only the list itself was saved");
}

#[test]
fn without_a_provider_nothing_is_pretended() {
    let mut bench = bench(vec![missing(1, "Contoso")], Language::En, 80, 24);
    bench.press("s");
    let screen = bench.screen();
    assert!(
        screen.contains("No sign-in provider is set up") && !screen.contains("browser on this computer"),
        "{screen}"
    );
}

#[test]
fn a_provider_that_is_called_off_is_told_and_its_late_answer_changes_nothing() {
    let mut bench = bench(vec![missing(1, "Contoso")], Language::En, 80, 24);
    bench.model.desk.config.providers = vec![provider()];
    bench.press("s enter");
    let Effect::Visit(ticket, _, _, _, is_cancelled) = asked(&mut bench, |effect| matches!(effect, Effect::Visit(..)))
    else {
        unreachable!("just looked at")
    };
    assert!(!is_cancelled.load(std::sync::atomic::Ordering::Relaxed));
    bench.press("esc");
    assert!(is_cancelled.load(std::sync::atomic::Ordering::Relaxed));
    let before = bench.screen();
    bench.hand(Msg::Came(ticket, Answer::Visited(Ok(identity("mira@example.com")))));
    assert_eq!(bench.screen(), before);
}

#[test]
fn the_providers_page_is_opened_at_once_and_again_by_a_key() {
    let mut bench = bench(vec![missing(1, "Contoso")], Language::En, 80, 24);
    bench.model.desk.config.providers = vec![provider()];
    bench.press("s enter");
    let ticket = visit(&mut bench);
    let address = "https://login.example.com/authorize?state=x".to_owned();
    let step = VisitStep::OpenBrowser { address: address.clone(), until: Moment::from_unix(NOW.unix() + 600) };
    bench.hand(Msg::Came(ticket, Answer::VisitStep(step)));
    bench.press("^o");
    let opened = bench.asked.iter().filter(|effect| matches!(effect, Effect::OpenPage(_, page) if *page == address));
    assert_eq!(opened.count(), 2);
}

#[test]
fn the_key_of_signing_in_says_so_where_nothing_needs_it() {
    let mut bench = bench(vec![ready(1, "GitHub", "mira", totp(1, 6, 30))], Language::En, 80, 24);
    bench.press("s");
    assert!(bench.screen().contains("No account needs a sign-in. The order of the accounts is under O."));
}

#[test]
fn a_refused_code_leads_to_the_clock_and_a_picture_can_bring_the_new_key() {
    let mut bench = bench(vec![ready(1, "GitHub", "mira", totp(1, 6, 30))], Language::En, 80, 24);
    bench.press("enter x");
    let screen = bench.screen();
    assert!(screen.contains("Codes follow the clock") && screen.contains("This computer:"), "{screen}");
    bench.type_text("25:00").press("enter");
    assert!(bench.screen().contains("That is not a time of day."));
    bench.press("enter enter").press("tab").type_text("/tmp/qr.png").press("enter");
    let Effect::ReadKey(ticket, _) = asked(&mut bench, |effect| matches!(effect, Effect::ReadKey(..))) else {
        unreachable!("just looked at")
    };
    let link = Zeroizing::new(format!("otpauth://totp/GitHub:mira?secret={KEY}&issuer=GitHub"));
    bench.hand(Msg::Came(ticket, Answer::KeyRead(Ok(vec![link]))));
    let account = &bench.home().session.book().all()[0];
    assert_eq!((account.history.len(), account.refused), (1, None));
    bench.press("enter");
    assert!(bench.home().session.book().all()[0].history.is_empty(), "an accepted key needs no old one");
}

/// What must never be seen: the codes of keys that accounts have no more, or not yet, as text and as large digits.
fn forbidden(params: &OtpParams) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for step in -2..40 {
        let code = params.code_at(Moment::from_unix(NOW.unix() + step * 30)).expect("a code");
        all.extend([code.expose().to_owned(), code.grouped().to_string()]);
        for size in [Size::Three, Size::Five, Size::Ten] {
            let large = picture(&code.grouped(), size).unwrap_or_default();
            all.extend(large.first().map(|line| line.trim().to_owned()));
        }
    }
    all
}

#[test]
fn no_key_pressed_anywhere_shows_or_copies_a_code_of_an_account_that_is_not_ready() {
    const KEYS: [&str; 34] = [
        "j", "k", "enter", "enter", "esc", "esc", "s", "l", "tab", "y", "n", "v", "x", "e", "#", "p", "space", "o",
        ".", "r", "/", ":", "t", "?", "^v", "f3", "f4", "^y", "^o", "^t", "down", "G", "d", "O",
    ];
    // Eight digits meet others by chance once in a hundred million.
    let secret = totp(77, 8, 30);
    let forbidden = forbidden(&secret);
    let old = || OldKey { params: secret.duplicate(), replaced: NOW };
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let mut accounts =
            vec![missing(1, "Contoso"), sealed(2, "Outlook"), ready(3, "Trashed", "mira", secret.duplicate())];
        accounts.iter_mut().for_each(|account| account.history = vec![old()]);
        accounts[2].trashed = Some(NOW);
        let mut refused = ready(4, "Refused", "mira", totp(5, 8, 30));
        (refused.refused, refused.history) = (Some(NOW), vec![old()]);
        accounts.push(refused);
        accounts.extend(samples().into_iter().filter(|account| account.params().is_err()));
        let mut bench = bench(accounts, Language::En, [80, 120][dice.below(2)], [24, 40][dice.below(2)]);
        for _ in 0..80 {
            bench.press(KEYS[dice.below(KEYS.len())]);
            // The trash can be emptied of its row again by hand; then it is a ready account, and may show its code.
            let is_ready =
                bench.home().session.book().get(AccountId([3; 16])).is_some_and(|account| account.trashed.is_none());
            if is_ready {
                break;
            }
            let screen = bench.screen();
            for text in &forbidden {
                assert!(!screen.contains(text.as_str()), "seed {seed}: {text}\n{screen}");
            }
            assert!(bench.copied().iter().all(|text| !forbidden.contains(text)), "seed {seed}");
        }
    }
}
