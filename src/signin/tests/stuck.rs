//! Accounts that do not come on by the provider, or not yet; and a key that came to the wrong one.

use super::{Walk, id, key, not_confirmed, refused, totp};
use crate::account::{Account, Badge, Credential, EnrolHint, MissingReason, OldKey, ProviderTrouble, SignInProgress};
use crate::otp::OtpParams;
use crate::signin::testing::{NOW, identity, missing};
use crate::signin::{Event, Flow, NotConfirmed, Standing, Step, Way, end_waits, join, standing};

#[test]
fn a_pin_that_came_with_a_backup_signs_nobody_in() {
    let mut account = missing(1, "Contoso");
    account.provider_pin = Some(Box::new(identity("mira@example.com").pin()));
    let mut walk = Walk::new(vec![account]);
    walk.say(Event::Choose(id(1)));
    assert_eq!((walk.step(), walk.book.get(id(1)).unwrap().badge()), (Step::Way, Some(Badge::SignIn)));
}

#[test]
fn why_a_provider_cannot_be_used_is_kept_with_the_account_until_it_can() {
    let mut walk = Walk::new(vec![missing(1, "Contoso")]);
    let badge = |walk: &Walk| walk.book.get(id(1)).unwrap().badge();
    let stuck = |why| Some(Badge::Stuck { why });
    walk.say(Event::Choose(id(1)));
    walk.do_it(Event::Configured(false));
    assert_eq!((walk.step(), badge(&walk)), (Step::Way, stuck(ProviderTrouble::NotConfigured)));
    assert!(walk.say(Event::Configured(false)).is_none(), "it is kept already");
    assert_eq!(
        standing(walk.book.get(id(1)).unwrap(), NOW),
        Standing::Stuck(ProviderTrouble::NotConfigured),
        "the manual way is its turn"
    );
    walk.do_it(Event::Configured(true));
    assert_eq!(badge(&walk), Some(Badge::SignIn), "one is configured by now");
    for why in [ProviderTrouble::Blocked, ProviderTrouble::Offline] {
        let ask = walk.say(Event::Way(Way::Code)).unwrap();
        walk.do_it(Event::Confirmed(ask.round(), Err(NotConfirmed { why: Some(why), ..not_confirmed() })));
        assert_eq!((walk.step(), badge(&walk)), (Step::Way, stuck(why)));
        assert!(walk.flow.trouble().is_some(), "and it is said");
        walk.do_it(Event::Configured(true));
        assert_eq!(badge(&walk), stuck(why), "that it is configured was never the trouble");
    }
    let ask = walk.say(Event::Way(Way::Code)).unwrap();
    walk.say(Event::Confirmed(ask.round(), Ok(identity("mira@example.com"))));
    walk.do_it(Event::Person(true));
    assert!(matches!(badge(&walk), Some(Badge::Confirmed { .. })));
}

#[test]
fn a_row_whose_key_was_never_here_is_not_called_stuck_for_want_of_a_provider() {
    let hint = EnrolHint { reason: MissingReason::NotInImport, ..EnrolHint::default() };
    let account = Account::with_credential(id(1), "Contoso", "mira", Credential::Missing(hint), NOW);
    let mut walk = Walk::new(vec![account, refused(2, totp())]);
    walk.say(Event::Choose(id(1)));
    assert!(walk.say(Event::Configured(false)).is_none());
    walk.say(Event::Later);
    walk.say(Event::Choose(id(2)));
    walk.say(Event::ClockRight);
    assert_eq!(walk.step(), Step::Way);
    assert!(walk.say(Event::Configured(false)).is_none(), "its badge says that the service refuses its key");
}

#[test]
fn a_waiting_period_puts_an_account_off_until_its_day() {
    let mut walk = Walk::new(vec![missing(1, "Contoso"), missing(2, "Fabrikam")]);
    walk.say(Event::Choose(id(1)));
    walk.say(Event::HasWait);
    assert!(walk.say(Event::Until("yesterday".to_owned())).is_none());
    assert_eq!((walk.step(), walk.flow.trouble().is_some()), (Step::Wait, true));
    walk.do_it(Event::Until("3".to_owned()));
    assert_eq!((walk.step(), walk.flow.turn(&walk.book, walk.now)), (Step::List, Some(id(2))));
    let Some(Badge::Waiting { until }) = walk.book.get(id(1)).unwrap().badge() else { unreachable!("it waits") };
    walk.flow = Flow::new();
    assert_eq!(walk.flow.turn(&walk.book, walk.now), Some(id(2)), "also the next time");
    walk.now = until;
    assert_eq!(end_waits(&mut walk.book, until), [id(1)]);
    assert_eq!(walk.flow.turn(&walk.book, walk.now), Some(id(1)), "it has its turn again");
}

#[test]
fn a_service_that_makes_one_wait_can_be_told_of_after_the_sign_in_too() {
    let mut account = missing(1, "Contoso");
    account.progress = SignInProgress::Confirmed { at: NOW };
    let mut walk = Walk::new(vec![account]);
    walk.say(Event::Choose(id(1)));
    assert_eq!(walk.step(), Step::Key);
    walk.say(Event::Back);
    assert_eq!(walk.step(), Step::Way);
    walk.say(Event::HasWait);
    walk.do_it(Event::Until("14".to_owned()));
    assert!(matches!(standing(walk.book.get(id(1)).unwrap(), NOW), Standing::Waiting(_)));
}

#[test]
fn a_key_for_another_account_is_taken_back_while_the_old_one_is_kept() {
    let mut account = refused(1, OtpParams::Steam { key: key() });
    account.refused = None;
    account.history = vec![OldKey { params: totp(), replaced: NOW }];
    let mut walk = Walk::new(vec![account]);
    walk.book.get_mut(id(1)).unwrap().refused = Some(NOW);
    join(&mut walk.book, NOW);
    walk.book.get_mut(id(1)).unwrap().refused = None;
    walk.say(Event::Choose(id(1)));
    assert_eq!(walk.step(), Step::Code);
    walk.do_it(Event::TakeBack);
    let account = walk.book.get(id(1)).unwrap();
    assert_eq!((walk.step(), account.params().unwrap(), account.history.len()), (Step::Clock, &totp(), 0));
    walk.do_it(Event::Corrected);
    assert_eq!(walk.step(), Step::Code);
    assert!(walk.say(Event::TakeBack).is_none(), "there is none before it");
}
