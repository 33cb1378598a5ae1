//! Each state of an account on its way back, by the keys that lead there: its badge in every language, and what is left to do.
//! And the clock, which is compared and corrected.

use ratatui::layout::Size;

use crate::account::{Account, AccountId, ProviderTrouble, SignInProgress};
use crate::config::{Setting, Value};
use crate::moment::{Moment, Tick};
use crate::ops::export::ExportError;
use crate::ports::{FileError, FileErrorKind};
use crate::provider::{Preset, ProviderSetup};
use crate::signin::testing::{identity, missing, sealed};
use crate::signin::{NotConfirmed, ServerTime};
use crate::text::{Text, Trouble};
use crate::tui::effect::Effect;
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::testing::{Bench, NOW, ready, totp};
use crate::words::Language;

const ID: AccountId = AccountId([1; 16]);

fn provider() -> ProviderSetup {
    ProviderSetup {
        name: "Work".to_owned(),
        preset: Preset::OpenId,
        issuer: "https://login.example.com".to_owned(),
        client_id: "pulih-of-mira".to_owned(),
        client_secret: None,
        services: vec!["Contoso".to_owned()],
        second_factor_levels: Vec::new(),
    }
}

fn bench(account: Account, language: Language, has_provider: bool) -> Bench {
    let mut bench = Bench::open_with(vec![account], language, 120, 40);
    bench.model.desk.config.providers = if has_provider { vec![provider()] } else { Vec::new() };
    bench
}

fn asked(bench: &mut Bench, is: impl Fn(&Effect) -> bool) -> Effect {
    let place = bench.asked.iter().position(is).expect("it was asked of the world");
    bench.asked.remove(place)
}

/// The provider answers the visit that is under way.
fn answered(bench: &mut Bench, answer: Result<(), Option<ProviderTrouble>>) {
    let Effect::Visit(ticket, ..) = asked(bench, |effect| matches!(effect, Effect::Visit(..))) else {
        unreachable!("just looked at")
    };
    let trouble = Trouble { what: Text::new("err-provider-declined"), fix: None };
    let answer = answer.map(|()| identity("mira@example.com")).map_err(|why| NotConfirmed { trouble, why });
    bench.hand(Msg::Came(ticket, Answer::Visited(answer)));
}

fn progress(bench: &Bench) -> SignInProgress {
    bench.home().session.book().get(ID).map(|account| account.progress).unwrap_or_default()
}

/// Comes to a state by keys, leaves the flow, and gives the bench back.
fn come(state: &str, language: Language) -> Bench {
    let mut bench = match state {
        "sealed" => bench(sealed(1, "Contoso"), language, false),
        "refused" => bench(ready(1, "Contoso", "mira", totp(1, 6, 30)), language, false),
        "missing" => bench(missing(1, "Contoso"), language, true),
        "not-configured" => bench(missing(1, "Contoso"), language, false),
        _ => bench(missing(1, "Contoso"), language, true),
    };
    match state {
        "refused" => drop(bench.press("enter x esc esc esc")),
        "missing" | "not-configured" | "sealed" => drop(bench.press("s esc esc")),
        "blocked" | "offline" => {
            let why = if state == "blocked" { ProviderTrouble::Blocked } else { ProviderTrouble::Offline };
            bench.press("s down enter");
            answered(&mut bench, Err(Some(why)));
            bench.press("esc esc");
        }
        "confirmed" => {
            bench.press("s enter");
            answered(&mut bench, Ok(()));
            bench.press("enter esc esc esc");
        }
        "waiting" => {
            bench.press("s down down down enter").type_text("3").press("enter esc");
        }
        other => unreachable!("{other}"),
    }
    bench
}

#[test]
fn each_state_is_reached_by_keys_and_has_its_badge_in_every_language() {
    let sign_in = [
        "Sign in to restore your account",
        "Logga in för att återställa ditt konto",
        "Masuk untuk memulihkan akun Anda",
    ];
    let action = ["Action required", "Åtgärd krävs", "Tindakan diperlukan"];
    let add_key = ["add the new key", "lägg till den nya nyckeln", "tambahkan kunci baru"];
    let waiting = ["Waiting until 2027-01-18", "Väntar till 2027-01-18", "Menunggu sampai 2027-01-18"];
    for (state, badge) in [
        ("sealed", sign_in),
        ("missing", sign_in),
        ("refused", action),
        ("not-configured", action),
        ("blocked", action),
        ("offline", action),
        ("confirmed", add_key),
        ("waiting", waiting),
    ] {
        for (language, badge) in [Language::En, Language::Sv, Language::Id].into_iter().zip(badge) {
            let mut bench = come(state, language);
            assert!(bench.home().over.is_none(), "{state}: {}", bench.screen());
            if state != "refused" {
                bench.press("enter");
            }
            let screen = bench.screen();
            assert!(screen.contains(badge), "{state}, {language:?}: {badge}\n{screen}");
        }
    }
}

#[test]
fn why_a_provider_cannot_be_used_is_said_where_the_manual_way_is() {
    for (state, reason) in [
        ("not-configured", "No provider is set up for it."),
        ("blocked", "The organisation does not let this program sign in."),
        ("offline", "The provider could not be reached."),
    ] {
        let mut bench = come(state, Language::En);
        bench.press("s");
        let screen = bench.screen();
        assert!(screen.contains(reason) && screen.contains("Add the new key"), "{state}\n{screen}");
        assert!(screen.contains("A text for the administrator"), "{state}\n{screen}");
    }
}

#[test]
fn the_text_for_the_administrator_is_shown_copied_and_written() {
    let mut bench = come("blocked", Language::En);
    bench.press("s down down down enter");
    let screen = bench.screen();
    assert!(screen.contains("pulih-of-mira") && screen.contains("~/pulih-for-the-administrator.txt"), "{screen}");
    bench.hand(Msg::Resized(Size::new(60, 12)));
    let low = bench.screen();
    assert!(low.contains("~/pulih-for-the-admin") && low.contains("Esc"), "the field stays in sight: {low}");
    bench.press("pgdn pgdn pgdn pgdn");
    assert_ne!(bench.screen(), low, "the text scrolls");
    bench.press("pgup pgup pgup pgup pgup pgup").hand(Msg::Resized(Size::new(80, 24)));
    bench.press("^y");
    let Effect::CopyLetter(_, text) = asked(&mut bench, |effect| matches!(effect, Effect::CopyLetter(..))) else {
        unreachable!("just looked at")
    };
    assert_eq!((text.len(), text[0].id), (5, "letter-subject"));
    bench.press("enter");
    let Effect::SaveLetter(ticket, _, path) = asked(&mut bench, |effect| matches!(effect, Effect::SaveLetter(..)))
    else {
        unreachable!("just looked at")
    };
    let there = FileError::new(FileErrorKind::Exists, &path);
    bench.hand(Msg::Came(ticket, Answer::LetterSaved(Err(ExportError::File(there)))));
    assert!(bench.screen().contains("pulih-of-mira"), "it stays in front: {}", bench.screen());
    bench.hand(Msg::Came(ticket, Answer::LetterSaved(Ok(path))));
    assert!(bench.screen().contains("The text lies in ~/pulih-for-the-administrator.txt."), "{}", bench.screen());
    bench.press("enter esc");
    assert!(bench.screen().contains("Sign in with the browser"), "Esc puts it away: {}", bench.screen());
}

#[test]
fn a_waiting_period_that_ends_while_the_vault_is_open_is_said_once() {
    let mut bench = come("waiting", Language::En);
    let until = Moment::from_unix(1_800_230_400);
    assert_eq!(progress(&bench), SignInProgress::Waiting { until });
    while bench.saving().is_some() {
        bench.saved();
    }
    let saves = bench.saves();
    // Nobody locks meanwhile, and nobody sets the clock.
    bench.model.desk.now = until.moved(-5);
    let later = std::time::Duration::from_secs(5);
    bench.hand(Msg::Time(until, Tick(bench.model.desk.tick.0 + later)));
    assert_eq!(progress(&bench), SignInProgress::NotBegun);
    assert!(
        bench.screen().contains("The waiting period of 1 account is over: sign in to it now."),
        "{}",
        bench.screen()
    );
    assert!(bench.saves() > saves, "it is kept that it is over");
}

#[test]
fn a_key_that_came_to_the_wrong_account_is_taken_back() {
    let mut bench = bench(ready(1, "GitHub", "mira", totp(1, 6, 30)), Language::En, false);
    bench.press("enter x enter enter");
    bench.paste("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").press("enter");
    assert!(bench.screen().contains("take the old key back"), "{}", bench.screen());
    bench.press("down down enter");
    let account = bench.home().session.book().get(ID).expect("it is there");
    assert_eq!((account.params(), account.history.len()), (Ok(&totp(1, 6, 30)), 0));
}

// -- the clock ---------------------------------------------------------------------------------------------------------

/// A refused code, and the server of the provider is asked for the time; it is so many seconds later there.
fn told(off: i64) -> (Bench, Ticket) {
    let mut bench = bench(ready(1, "GitHub", "mira", totp(1, 6, 30)), Language::En, true);
    bench.model.desk.has_settings_file = true;
    bench.press("enter x");
    assert!(bench.screen().contains("Ask login.example.com for the time"), "{}", bench.screen());
    bench.press("enter");
    let Effect::AskTime(ticket, server) = asked(&mut bench, |effect| matches!(effect, Effect::AskTime(..))) else {
        unreachable!("just looked at")
    };
    assert_eq!(server, "https://login.example.com");
    let now = bench.model.desk.now;
    let time = ServerTime { date: now.moved(off), before: now, after: now };
    bench.hand(Msg::Came(ticket, Answer::TimeTold(Ok(time))));
    (bench, ticket)
}

#[test]
fn a_clock_that_is_wrong_by_a_server_is_corrected_for_and_the_code_tried_again() {
    let (mut bench, _) = told(89);
    let screen = bench.screen();
    assert!(screen.contains("the time of login.example.com the clock is 90 s behind"), "{screen}");
    let (before, tick) = (bench.model.desk.now, bench.model.desk.tick);
    bench.press("enter");
    assert_eq!(bench.model.desk.config.clock_correction, 90);
    let settled = asked(&mut bench, |effect| matches!(effect, Effect::Settle(Setting::ClockCorrection, _)));
    assert!(matches!(settled, Effect::Settle(_, Some(Value::Seconds(90)))));
    // The clock of the world says it from now on, and nobody is locked out for that.
    bench.hand(Msg::Time(before.moved(90), tick));
    assert_eq!(bench.model.desk.now, before.moved(90));
    let code = totp(1, 6, 30).code_at(before.moved(90)).expect("a code").grouped().to_string();
    let large = crate::tui::widgets::digits::picture(&code, crate::tui::widgets::digits::Size::Three);
    let large = large.expect("digits").first().map(|line| line.trim().to_owned()).unwrap_or_default();
    assert!(bench.screen().contains(&large), "{}", bench.screen());
    // It is seen where it was found, and taken back in the settings.
    bench.press("down enter");
    assert!(bench.screen().contains("Codes are computed 90 s later than the computer's clock."), "{}", bench.screen());
    bench.press("esc esc esc esc S G");
    assert!(bench.screen().contains("90 s later than the computer"), "{}", bench.screen());
    bench.press("backspace");
    assert_eq!((bench.model.desk.config.clock_correction, bench.model.desk.now), (0, before));
}

#[test]
fn a_clock_that_is_right_goes_on_and_one_that_was_set_tries_again() {
    let (mut bench, _) = told(3);
    assert!(bench.screen().contains("the clock is right to 4 s"), "{}", bench.screen());
    bench.press("enter");
    assert_eq!(bench.model.desk.config.clock_correction, 0);
    assert!(bench.screen().contains("Add the new key"), "{}", bench.screen());
    let (mut bench, _) = told(-300);
    assert!(bench.screen().contains("the clock is 299 s ahead"), "{}", bench.screen());
    bench.press("down enter");
    assert_eq!(bench.model.desk.config.clock_correction, 0, "the person set it in the system");
    assert!(bench.screen().contains("Does it accept the code?"), "{}", bench.screen());
}

#[test]
fn any_server_can_be_typed_and_one_that_does_not_answer_is_said_so() {
    let mut bench = bench(ready(1, "GitHub", "mira", totp(1, 6, 30)), Language::En, false);
    bench.press("enter x");
    assert!(!bench.screen().contains("for the time"), "nobody is known: {}", bench.screen());
    bench.type_text("time.example.com").press("enter");
    let Effect::AskTime(ticket, server) = asked(&mut bench, |effect| matches!(effect, Effect::AskTime(..))) else {
        unreachable!("just looked at")
    };
    assert_eq!(server, "time.example.com");
    let trouble = Trouble { what: Text::new("err-time-no-date"), fix: Some(Text::new("fix-time-type")) };
    bench.hand(Msg::Came(ticket, Answer::TimeTold(Err(trouble))));
    assert!(bench.screen().contains("The server said no time."), "{}", bench.screen());
    assert_eq!(bench.model.desk.now, NOW);
}
