//! The flow, step by step, and any events in any order.

mod stuck;

use zeroize::Zeroizing;

use super::testing::{Dice, KEY, NOW, identity, missing, sealed};
use super::{
    Ask, Event, Flow, Keep, KeySource, NotConfirmed, NotOpened, ServerTime, Standing, Step, Way, contacts, standing,
};
use crate::account::{Account, AccountId, Book, Credential, SignInProgress};
use crate::moment::Moment;
use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams, Period};
use crate::secret::{Passphrase, Secret};
use crate::text::{Text, Trouble};

fn id(number: u8) -> AccountId {
    AccountId([number; 16])
}

fn key() -> OtpKey {
    OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap()
}

fn totp() -> OtpParams {
    OtpParams::Totp { key: key(), algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY }
}

fn refused(number: u8, params: OtpParams) -> Account {
    Account { refused: Some(NOW), ..Account::ready(id(number), "Bank", "mira", params, NOW) }
}

fn book(accounts: Vec<Account>) -> Book {
    Book::new(accounts, Vec::new())
}

fn password() -> Event {
    Event::Password(Passphrase::parse("lamp river stone").unwrap())
}

fn trouble() -> Trouble {
    Trouble { what: Text::new("err-no-entropy"), fix: None }
}

fn not_confirmed() -> NotConfirmed {
    NotConfirmed { trouble: trouble(), why: None }
}

/// A flow over a book; what it wants kept is kept as the deeds of the program keep it.
struct Walk {
    flow: Flow,
    book: Book,
    now: Moment,
}

impl Walk {
    fn new(accounts: Vec<Account>) -> Self {
        let mut book = book(accounts);
        super::join(&mut book, NOW);
        Self { flow: Flow::new(), book, now: NOW }
    }

    fn say(&mut self, event: Event) -> Option<Ask> {
        let mut asks = self.flow.on(event, &self.book, self.now);
        assert!(asks.len() <= 1);
        asks.pop()
    }

    /// Says it, and does what is asked to be kept.
    fn do_it(&mut self, event: Event) {
        self.do_some(event, true);
    }

    /// The same; `is_kept` says whether it can be. What else is asked for comes back.
    fn do_some(&mut self, event: Event, is_kept: bool) -> Option<Ask> {
        let ask = self.say(event)?;
        if let Ask::Keep(round, at, keep) = ask {
            if !is_kept {
                self.say(Event::Kept(round, Err(trouble())));
                return None;
            }
            let account = self.book.get_mut(at).unwrap();
            match keep {
                Keep::Accepted => (account.accepted, account.refused) = (Some(NOW), None),
                Keep::Again => account.refused = None,
                Keep::Counter(counter) => {
                    let Credential::Ready(params) = &mut account.credential else { unreachable!("it counts") };
                    let OtpParams::Hotp { counter: old, .. } = params else { unreachable!("it counts") };
                    (*old, account.refused) = (counter, None);
                }
                Keep::Key(params) => {
                    (account.credential, account.refused) = (Credential::Ready(params), None);
                    account.progress = SignInProgress::NotBegun;
                }
                Keep::OldKey => {
                    let old = account.history.remove(0);
                    (account.credential, account.refused) = (Credential::Ready(old.params), Some(NOW));
                }
                Keep::Person(pin) => {
                    (account.progress, account.provider_pin) =
                        (SignInProgress::Confirmed { at: pin.confirmed }, Some(Box::new(pin)));
                }
                Keep::Progress(progress) => account.progress = progress,
                Keep::Refused => (account.refused, account.progress) = (Some(NOW), SignInProgress::NotBegun),
            }
            self.say(Event::Kept(round, Ok(())));
            return None;
        }
        Some(ask)
    }

    fn open(&mut self, at: u8) {
        self.book.get_mut(id(at)).unwrap().credential = Credential::Ready(totp());
    }

    fn step(&self) -> Step {
        self.flow.step()
    }
}

#[test]
fn a_sealed_account_asks_for_password_and_contact_and_shows_its_code() {
    let mut walk = Walk::new(vec![sealed(1, "Outlook")]);
    walk.say(Event::Choose(id(1)));
    assert_eq!(walk.step(), Step::Password);
    walk.say(password());
    assert_eq!((walk.step(), contacts(walk.book.get(id(1)).unwrap()).len()), (Step::Contact, 2));
    assert!(walk.say(Event::Contact(2, "x".into())).is_none(), "there is no third contact");
    let Some(Ask::Open(round, at, ..)) = walk.say(Event::Contact(0, "mira@example.com".into())) else {
        unreachable!("it is to be opened")
    };
    assert_eq!((at, walk.flow.is_busy()), (id(1), true));
    walk.open(1);
    walk.say(Event::Opened(round, Ok(())));
    assert_eq!(walk.step(), Step::Code);
    walk.do_it(Event::Accepted);
    assert_eq!(walk.step(), Step::Done);
}

#[test]
fn a_wrong_answer_is_said_and_waited_for_and_loses_nothing() {
    let mut walk = Walk::new(vec![sealed(1, "Outlook")]);
    walk.say(Event::Choose(id(1)));
    walk.say(password());
    let Some(ask) = walk.say(Event::Contact(1, "+46".into())) else { unreachable!("it is to be opened") };
    let until = Moment::from_unix(NOW.unix() + 4);
    walk.say(Event::Opened(ask.round(), Err(NotOpened { trouble: trouble(), until: Some(until) })));
    assert_eq!((walk.step(), walk.flow.trouble().is_some()), (Step::Contact, true));
    assert!(walk.say(Event::Contact(1, "+46".into())).is_none(), "too early");
    assert_eq!(walk.flow.trouble().map(|trouble| trouble.what.id), Some("err-signin-wait"));
    walk.now = until;
    assert!(matches!(walk.say(Event::Contact(0, "mira@example.com".into())), Some(Ask::Open(..))));
}

#[test]
fn who_turns_back_while_it_is_opened_is_not_asked_again_for_what_has_opened_it() {
    let mut walk = Walk::new(vec![sealed(1, "Outlook")]);
    walk.say(Event::Choose(id(1)));
    walk.say(password());
    let ask = walk.say(Event::Contact(0, "mira@example.com".into())).unwrap();
    walk.say(Event::Back);
    assert_eq!(walk.step(), Step::Contact);
    walk.open(1);
    walk.say(Event::Opened(ask.round(), Ok(())));
    assert_eq!(walk.step(), Step::Code);
}

#[test]
fn the_same_answers_are_offered_once_for_the_other_sealed_accounts() {
    let mut walk =
        Walk::new(vec![sealed(1, "Outlook"), sealed(2, "Outlook"), missing(3, "Contoso"), sealed(4, "Outlook")]);
    walk.say(Event::Choose(id(1)));
    walk.say(password());
    let ask = walk.say(Event::Contact(0, "mira@example.com".into())).unwrap();
    walk.open(1);
    walk.say(Event::Opened(ask.round(), Ok(())));
    walk.do_it(Event::Accepted);
    assert_eq!((walk.step(), walk.flow.others(&walk.book)), (Step::Same, vec![id(2), id(4)]));
    let Some(Ask::OpenRest(round, rest, ..)) = walk.say(Event::Same(true)) else { unreachable!("all at once") };
    assert_eq!(rest, [id(2), id(4)]);
    walk.open(2);
    assert!(walk.say(Event::OpenedRest(round, vec![id(2)])).is_none());
    assert_eq!((walk.step(), walk.flow.same().opened.as_slice()), (Step::List, [id(2)].as_slice()));
    assert_eq!(walk.flow.same().not_opened, [id(4)]);
    assert!(walk.flow.others(&walk.book).is_empty(), "they are not offered again");
    assert_eq!(standing(walk.book.get(id(2)).unwrap(), NOW), Standing::Untried);
}

#[test]
fn a_name_goes_by_the_provider_to_a_new_key_and_the_sign_in_alone_gives_no_code() {
    let mut walk = Walk::new(vec![missing(1, "Contoso")]);
    walk.say(Event::Choose(id(1)));
    assert_eq!(walk.step(), Step::Way);
    let Some(ask) = walk.say(Event::Way(Way::Browser)) else { unreachable!("the provider is asked") };
    walk.say(Event::Confirmed(ask.round(), Ok(identity("mira@example.com"))));
    assert_eq!(walk.step(), Step::Person);
    walk.do_it(Event::Person(true));
    assert_eq!(walk.step(), Step::Key);
    assert!(walk.book.get(id(1)).unwrap().code_at(NOW).is_err());
    walk.do_it(Event::Key(Secret::copied(b"not a key, surely")));
    assert!(walk.flow.trouble().is_some());
    walk.do_it(Event::Key(Secret::copied(KEY.as_bytes())));
    assert_eq!((walk.step(), walk.book.get(id(1)).unwrap().code_at(NOW).is_ok()), (Step::Code, true));
    walk.do_it(Event::Accepted);
    assert_eq!(walk.step(), Step::Done);
}

#[test]
fn another_person_or_a_provider_that_says_no_leads_back_to_the_choice() {
    let mut walk = Walk::new(vec![missing(1, "Contoso")]);
    walk.say(Event::Choose(id(1)));
    for answer in [Ok(identity("alex@example.com")), Err(not_confirmed())] {
        let ask = walk.say(Event::Way(Way::Code)).unwrap();
        assert_eq!(walk.step(), Step::Provider);
        walk.say(Event::Confirmed(ask.round(), answer));
        assert_eq!((walk.step(), walk.flow.trouble().is_some()), (Step::Way, true));
    }
    let ask = walk.say(Event::Way(Way::Code)).unwrap();
    walk.say(Event::Back);
    assert_eq!((walk.step(), walk.flow.is_busy()), (Step::Way, false));
    walk.say(Event::Confirmed(ask.round(), Ok(identity("mira@example.com"))));
    assert_eq!(walk.step(), Step::Way, "an answer that comes too late changes nothing");
    let ask = walk.say(Event::Way(Way::Code)).unwrap();
    walk.say(Event::Confirmed(ask.round(), Ok(identity("mira@example.com"))));
    walk.say(Event::Person(false));
    assert_eq!((walk.step(), walk.flow.identity().is_none()), (Step::Way, true));
}

#[test]
fn it_can_be_left_anywhere_and_is_taken_up_where_it_was() {
    let mut walk = Walk::new(vec![missing(1, "Contoso"), missing(2, "Contoso")]);
    walk.say(Event::Choose(id(1)));
    let ask = walk.say(Event::Way(Way::Browser)).unwrap();
    walk.say(Event::Confirmed(ask.round(), Ok(identity("mira@example.com"))));
    walk.do_it(Event::Person(true));
    walk.say(Event::Later);
    assert_eq!((walk.step(), walk.flow.turn(&walk.book, NOW)), (Step::List, Some(id(2))));
    walk.flow = Flow::new();
    walk.say(Event::Choose(id(1)));
    assert_eq!(walk.step(), Step::Key, "who it is stays known");
    walk.do_it(Event::Key(Secret::copied(KEY.as_bytes())));
    walk.flow = Flow::new();
    walk.say(Event::Choose(id(1)));
    assert_eq!(walk.step(), Step::Code, "the code waits to be tried");
}

#[test]
fn a_key_comes_from_a_picture_and_only_one_at_a_time() {
    let mut walk = Walk::new(vec![missing(1, "Contoso")]);
    walk.say(Event::Choose(id(1)));
    walk.say(Event::Way(Way::Key));
    let ask = walk.say(Event::ReadKey(KeySource::Screen)).unwrap();
    let link = Zeroizing::new(format!("otpauth://totp/Contoso:mira@example.com?secret={KEY}"));
    walk.say(Event::KeyRead(ask.round(), Ok(vec![link.clone(), link.clone()])));
    assert!(walk.flow.trouble().is_some());
    let ask = walk.say(Event::ReadKey(KeySource::Clipboard)).unwrap();
    let keeping = walk.say(Event::KeyRead(ask.round(), Ok(vec![link])));
    assert!(matches!(keeping, Some(Ask::Keep(_, _, Keep::Key(_)))));
}

#[test]
fn refused_codes_lead_by_the_clock_and_the_counter_to_a_new_key() {
    let hotp = OtpParams::Hotp {
        key: key(),
        algorithm: Algorithm::Sha1,
        digits: Digits::SIX,
        counter: Counter::new(2).unwrap(),
    };
    let mut walk = Walk::new(vec![refused(1, hotp)]);
    walk.say(Event::Choose(id(1)));
    assert_eq!(walk.step(), Step::Clock);
    let ask = walk.say(Event::AskTime("example.com".to_owned())).unwrap();
    let date = Moment::from_unix(NOW.unix() + 90);
    walk.say(Event::Told(ask.round(), Ok(ServerTime { date, before: NOW, after: NOW })));
    let found = walk.flow.clock().unwrap();
    assert_eq!((found.offset.seconds, found.server.as_deref()), (91, Some("example.com")));
    walk.say(Event::ClockRight);
    assert_eq!(walk.step(), Step::Counter);
    let codes =
        |first: &str, second: &str| Event::Codes(Secret::copied(first.as_bytes()), Secret::copied(second.as_bytes()));
    walk.do_it(codes("1", "2"));
    assert!(walk.flow.trouble().is_some());
    // RFC 4226, appendix D: counters 5 and 6.
    walk.do_it(codes("254676", "287922"));
    assert_eq!(walk.step(), Step::Code);
    walk.do_it(Event::Refused);
    assert_eq!(walk.step(), Step::Clock);
    walk.say(Event::ClockRight);
    walk.say(Event::SkipCounter);
    assert_eq!(walk.step(), Step::Way);
}

#[test]
fn a_clock_that_was_set_right_gives_the_code_another_try() {
    let mut walk = Walk::new(vec![refused(1, totp())]);
    walk.say(Event::Choose(id(1)));
    walk.say(Event::TypedTime("never".to_owned(), 0));
    assert!(walk.flow.trouble().is_some() && walk.flow.clock().is_none());
    let calendar = NOW.calendar();
    walk.say(Event::TypedTime(format!("{}:{}:{}", calendar.hour, calendar.minute, calendar.second), 0));
    assert_eq!(walk.flow.clock().unwrap().offset.seconds, 0);
    walk.do_it(Event::Corrected);
    assert_eq!((walk.step(), standing(walk.book.get(id(1)).unwrap(), NOW)), (Step::Code, Standing::Untried));
}

#[test]
fn what_was_refused_can_be_said_to_be_accepted_after_all() {
    for more in [None, Some(Event::ClockRight)] {
        let mut walk = Walk::new(vec![refused(1, totp())]);
        walk.say(Event::Choose(id(1)));
        more.map(|event| walk.say(event));
        walk.do_it(Event::Accepted);
        assert_eq!(standing(walk.book.get(id(1)).unwrap(), NOW), Standing::Done);
    }
    let mut walk = Walk::new(vec![missing(1, "Bank")]);
    walk.say(Event::Choose(id(1)));
    assert!(walk.say(Event::Accepted).is_none(), "nothing was refused there");
}

fn any(dice: &mut Dice) -> Event {
    match dice.below(20) {
        0 => Event::Accepted,
        1 => Event::Back,
        2 | 3 => Event::Choose(id(u8::try_from(dice.below(5)).unwrap())),
        4 => Event::ClockRight,
        5 => Event::Contact(dice.below(3), "mira@example.com".into()),
        6 => Event::Corrected,
        7 => Event::Key(Secret::copied(KEY.as_bytes())),
        8 => Event::Later,
        9 => password(),
        10 => Event::Person(dice.below(2) == 0),
        11 => Event::ReadKey(KeySource::Clipboard),
        12 => Event::Same(dice.below(2) == 0),
        13 => Event::Refused,
        14 => Event::AskTime("example.com".to_owned()),
        15 => Event::Configured(dice.below(2) == 0),
        16 => Event::HasWait,
        17 => Event::Until(["3", "never"][dice.below(2)].to_owned()),
        18 => Event::TakeBack,
        _ => Event::Way([Way::Browser, Way::Code, Way::Key][dice.below(3)]),
    }
}

/// What the world answers to a question; half of the time that it did not work.
fn answer(walk: &mut Walk, ask: &Ask, is_good: bool) -> Option<Event> {
    let round = ask.round();
    Some(match ask {
        Ask::Keep(..) => return None,
        Ask::Open(_, at, ..) if is_good => {
            walk.book.get_mut(*at).unwrap().credential = Credential::Ready(totp());
            Event::Opened(round, Ok(()))
        }
        Ask::Open(..) => Event::Opened(round, Err(NotOpened { trouble: trouble(), until: None })),
        Ask::OpenRest(_, rest, ..) => {
            for at in rest {
                walk.book.get_mut(*at).unwrap().credential = Credential::Ready(totp());
            }
            Event::OpenedRest(round, rest.clone())
        }
        Ask::ReadKey(..) if is_good => Event::KeyRead(round, Ok(vec![Zeroizing::new(KEY.to_owned())])),
        Ask::ReadKey(..) => Event::KeyRead(round, Err(trouble())),
        Ask::SignIn(..) if is_good => Event::Confirmed(round, Ok(identity("mira@example.com"))),
        Ask::SignIn(..) => Event::Confirmed(round, Err(not_confirmed())),
        Ask::Time(..) => Event::Told(round, Ok(ServerTime { date: NOW, before: NOW, after: NOW })),
    })
}

#[test]
fn any_events_in_any_order_ask_one_thing_at_a_time_and_show_codes_of_ready_accounts_only() {
    let mut steps = std::collections::BTreeSet::new();
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let mut walk =
            Walk::new(vec![sealed(1, "Outlook"), missing(2, "Contoso"), sealed(3, "Outlook"), refused(4, totp())]);
        let mut asked: Option<Ask> = None;
        for _ in 0..120 {
            let event = match asked.take() {
                Some(ask) if dice.below(3) > 0 => answer(&mut walk, &ask, dice.below(2) == 0),
                _ => None,
            };
            let event = event.unwrap_or_else(|| any(&mut dice));
            asked = walk.do_some(event, dice.below(8) > 0);
            steps.insert(walk.step());
            let at = walk.flow.at().and_then(|at| walk.book.get(at));
            if walk.step() == Step::Code {
                assert!(at.is_some_and(|account| account.params().is_ok()), "seed {seed}: a code of nothing");
            }
            assert_eq!(at.is_none(), matches!(walk.step(), Step::List | Step::Same | Step::Done), "{:?}", walk.step());
        }
    }
    assert!(steps.len() >= 10, "all but those of a counter and the end: {steps:?}");
}
