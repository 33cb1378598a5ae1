//! What backups carry, chosen on the screen for one account or for all that are marked.

use crate::account::{AccountId, Protection};
use crate::ops::device_key::{DeviceKeyError, DeviceKeyPlace};
use crate::tui::effect::Effect;
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::testing::{Bench, ready, totp};
use crate::words::Language;

const PASSWORD: &str = "lamp over the quiet harbour";

fn bench() -> Bench {
    let account = |id, issuer| ready(id, issuer, "mira", totp(id, 6, 30));
    Bench::open_with(vec![account(1, "Ferry"), account(2, "Harbour Bank")], Language::En, 80, 24)
}

fn protections(bench: &Bench) -> Vec<Protection> {
    bench.home().session.book().all().iter().map(|account| account.protection).collect()
}

#[test]
fn marked_accounts_stay_with_this_computer_and_what_that_means_is_said() {
    let mut bench = bench();
    bench.press("space space P");
    assert!(bench.screen().contains("What backups carry of 2 accounts"), "{}", bench.screen());
    bench.press("down down enter");
    assert_eq!((protections(&bench), bench.saves()), (vec![Protection::DeviceBound; 2], 1));
    assert!(bench.screen().contains("The key stays on this computer."), "{}", bench.screen());
    bench.press("enter");
    assert!(bench.home().over.is_none());
}

#[test]
fn carrying_more_than_before_asks_first() {
    let mut bench = bench();
    bench.press("P down down enter enter").saved();
    bench.press("P enter");
    assert!(bench.screen().contains("Backups will carry more than before."), "{}", bench.screen());
    bench.press("esc esc");
    assert_eq!(protections(&bench)[0], Protection::DeviceBound);
    bench.press("P enter enter");
    assert_eq!(protections(&bench)[0], Protection::Standard);
}

#[test]
fn password_and_contact_are_typed_twice_and_then_sealed() {
    let mut bench = bench();
    bench.press("P down enter");
    assert!(bench.screen().contains("Never use the service's own password here."), "{}", bench.screen());
    bench.type_text("short").press("enter");
    assert!(bench.screen().contains("8"), "too short is said: {}", bench.screen());
    bench.press("^u").type_text(PASSWORD).press("enter").type_text("something else").press("enter");
    assert!(bench.screen().contains("The two are not the same."), "{}", bench.screen());
    bench.type_text(PASSWORD).press("enter").type_text("mira@example.com").press("enter");
    bench.type_text("mira@example.org").press("enter");
    assert!(bench.screen().contains("The two are not the same."), "{}", bench.screen());
    bench.type_text("Mira@Example.com").press("enter");
    assert!(bench.screen().contains("Taken: mira@example.com"), "{}", bench.screen());
    bench.press("enter");
    assert!(!bench.screen().contains(PASSWORD) && bench.screen().contains("Sealing."), "{}", bench.screen());
    assert_eq!(protections(&bench)[0], Protection::Standard, "nothing before it is sealed");
    bench.sealed_up();
    let account = bench.home().session.book().get(AccountId([1; 16])).unwrap();
    assert_eq!(account.protection, Protection::SignIn);
    assert_eq!(&*account.sign_in.as_ref().unwrap().slots[0].hint, "m•••@e•••.com");
    assert_eq!(bench.saves(), 1);
}

#[test]
fn where_the_device_key_would_lie_is_said_before_it_is_chosen_and_after() {
    for (place, said) in [
        (DeviceKeyPlace::KeyStore, "The device key lies in this computer's key store"),
        (DeviceKeyPlace::File, "The device key lies in a file of the state folder"),
    ] {
        let mut bench = bench();
        bench.press("P");
        let asked = bench.asked.iter().find_map(|effect| match effect {
            Effect::FindDeviceKey(ticket, _) => Some(*ticket),
            _ => None,
        });
        bench.hand(Msg::Came(asked.expect("it was asked of the world"), Answer::DeviceKeyFound(Ok(place))));
        assert!(!bench.screen().contains("The device key"), "only where it matters: {}", bench.screen());
        bench.press("down down");
        assert!(flat(&bench).contains(said), "{}", bench.screen());
        bench.press("enter");
        assert!(flat(&bench).contains(said), "{}", bench.screen());
    }
    let mut bench = bench();
    bench.press("P down down");
    bench.hand(Msg::Came(Ticket(0), Answer::DeviceKeyFound(Err(DeviceKeyError::Unreadable))));
    assert!(flat(&bench).contains("The file with this computer's device key is no key."), "{}", bench.screen());
}

/// The screen without its line ends.
fn flat(bench: &Bench) -> String {
    bench.screen().split_whitespace().collect::<Vec<_>>().join(" ")
}
