//! Where the backup is: folders by the names of their services, servers, look-ups that take their time; and what is
//! offered at the end.

use crate::restore::{Ask, Event, Found, Report};
use crate::tui::effect::Effect;
use crate::tui::home::Over;
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::{Bench, samples, session};
use crate::tui::tests::restoring::{PHRASE, asked, book, doors, files, find, line, open, round};
use crate::words::Language;

/// At the place, with these folders found.
fn at_the_places(language: Language, width: u16, height: u16) -> Bench {
    use crate::backup::{Offered, Service};
    let mut bench = doors(language, width, height);
    bench.press("enter");
    let at = bench.asked.iter().position(|effect| matches!(effect, Effect::FindPlaces(_))).unwrap();
    let Effect::FindPlaces(ticket) = bench.asked.remove(at) else { unreachable!("just looked at") };
    bench.press("enter");
    let offered = |service, folder: &str| Offered { service, folder: folder.into() };
    let found = vec![
        (offered(Service::ICloudDrive, "/home/mira/iCloud"), 0),
        (offered(Service::Dropbox, "/home/mira/Dropbox/Pulih"), 3),
    ];
    bench.hand(Msg::Came(ticket, Answer::PlacesFound(found)));
    bench
}

#[test]
fn folders_of_cloud_services_are_offered_by_name_those_with_backups_first() {
    let mut bench = at_the_places(Language::En, 80, 24);
    insta::assert_snapshot!("restore_places", bench.screen());
    bench.press("enter");
    let (_, ask) = asked(&mut bench);
    let Ask::Look(_, address, None) = ask else { unreachable!("{ask:?}") };
    assert_eq!(address.to_string(), "/home/mira/Dropbox/Pulih");
    let mut bench = at_the_places(Language::En, 80, 24);
    bench.press("down down").type_text("/mnt/usb").press("enter");
    let (_, ask) = asked(&mut bench);
    assert!(matches!(&ask, Ask::Look(_, address, None) if address.to_string() == "/mnt/usb"), "{ask:?}");
}

#[test]
fn who_types_means_another_place_than_the_one_that_is_offered() {
    let mut bench = at_the_places(Language::Sv, 80, 24);
    bench.type_text("/mnt/usb").press("enter");
    let (_, ask) = asked(&mut bench);
    assert!(matches!(&ask, Ask::Look(_, address, None) if address.to_string() == "/mnt/usb"), "{ask:?}");
}

#[test]
fn a_server_whose_address_names_nobody_asks_who_signs_in() {
    let mut bench = at_the_places(Language::En, 80, 24);
    bench.type_text("webdav+https://cloud.example.com/pulih").press("enter").type_text("mira").press("enter");
    assert!(!bench.asked.iter().any(|effect| matches!(effect, Effect::Restore(..))), "{}", bench.screen());
    bench.type_text("not shown here");
    assert!(bench.screen().contains("mira") && !bench.screen().contains("not shown here"), "{}", bench.screen());
    bench.press("enter");
    let (_, ask) = asked(&mut bench);
    let Ask::Look(_, address, Some(_)) = &ask else { unreachable!("{ask:?}") };
    assert_eq!(address.to_string(), "webdav+https://mira@cloud.example.com/pulih");
}

#[test]
fn the_places_are_drawn_at_every_size_and_in_every_language() {
    for language in Language::ALL {
        for (width, height) in [(40, 10), (63, 11), (80, 24), (120, 40)] {
            let mut bench = at_the_places(language, width, height);
            assert!(bench.screen().contains("Dropbox"), "{language:?} {width}x{height}: {}", bench.screen());
            bench.type_text("https://cloud.example.com/x").press("enter");
            assert!(!bench.screen().contains('<'), "{language:?} {width}x{height}: {}", bench.screen());
        }
    }
}

#[test]
fn a_look_up_that_is_slow_is_told_of_with_how_far_it_is_and_called_off_by_esc() {
    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter enter").type_text("/mnt/usb").press("enter");
    let Some(Effect::Restore(errand, ask)) = bench.asked.pop() else { unreachable!("it looks") };
    assert!(!bench.screen().contains("Looking"), "what is quick is not told of: {}", bench.screen());
    assert_eq!(crate::tui::wake::sleep(&bench.model), Some(std::time::Duration::from_millis(200)));
    bench.wait(std::time::Duration::from_millis(250));
    assert!(bench.screen().contains("Looking") && bench.screen().contains("Esc stops it"), "{}", bench.screen());
    bench.hand(Msg::Came(errand.ticket, Answer::Went { done: 1, of: 4 }));
    assert!(bench.screen().contains("25 %"), "{}", bench.screen());
    bench.press("esc");
    assert!(errand.is_off(), "the worker is told");
    assert!(!bench.screen().contains("Looking") && bench.screen().contains("/mnt/usb"), "{}", bench.screen());
    let late = Event::Found(round(&ask), Ok(Found::Backups(files())));
    bench.hand(Msg::Came(errand.ticket, Answer::RestoreTold(Box::new(late))));
    assert!(bench.screen().contains("Where is your backup?"), "a late answer changes nothing: {}", bench.screen());
}

#[test]
fn at_the_end_backups_of_the_new_vault_are_one_key_away() {
    let mut bench = doors(Language::En, 80, 24);
    bench.press("enter enter");
    find(&mut bench);
    open(&mut bench, book());
    bench.press("enter").type_text(PHRASE).press("enter").type_text(PHRASE).press("enter");
    bench.press("esc ^o tab enter");
    let (ticket, ask) = asked(&mut bench);
    let made = Ok((Box::new(session(samples())), Report::new(&book(), Vec::new())));
    bench.hand(Msg::Came(ticket, Answer::Restored(round(&ask), made)));
    let said = words_of(&bench);
    assert!(said.contains("B sets one up") && !said.contains("pulih backup"), "{}", bench.screen());
    assert!(!bench.screen().contains("^O"), "no key that does nothing: {}", bench.screen());
    bench.press("B");
    assert!(bench.screen().contains("Set up backups") && bench.screen().contains("Place"), "{}", bench.screen());
}

/// The step as a person reads it, without the rail.
fn words_of(bench: &Bench) -> String {
    let screen = bench.screen();
    let lines = screen.lines().map(|line| line.split('│').next_back().unwrap_or_default());
    lines.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn with_an_open_vault_what_is_not_ready_is_put_right_by_enter() {
    let mut bench = Bench::open();
    bench.press("r");
    let at = bench.asked.iter().position(|effect| matches!(effect, Effect::CheckUp(..))).unwrap();
    let Effect::CheckUp(ticket, _) = bench.asked.remove(at) else { unreachable!("just looked at") };
    let mut off = line(None);
    off.repair = Some(crate::ops::readiness::Repair::SetUp);
    bench.hand(Msg::Came(ticket, Answer::CheckedUp(vec![off])));
    bench.press("down down");
    assert!(words_of(&bench).contains("Enter sets backups up."), "{}", bench.screen());
    bench.press("enter");
    assert!(matches!(bench.home().over, Some(Over::Backups(_))) && bench.screen().contains("Account name"));
    bench.press("esc esc");
    assert!(bench.home().over.is_none(), "{}", bench.screen());
}
