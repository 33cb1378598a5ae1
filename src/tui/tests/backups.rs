//! The screen of backups: what it shows, what its keys do, and that what is slow can be called off.

use std::time::Duration;

use ratatui::layout::Size;

use crate::tui::errand::Wish;
use crate::tui::home::{Over, Question};
use crate::tui::msg::{Answer, Msg};
use crate::tui::tests::backed::{Backed, PASSWORD};
use crate::tui::tests::restoring;
use crate::words::Language;

pub(super) fn with_two_backups(language: Language, width: u16, height: u16) -> Backed {
    let mut backed = Backed::sized(language, width, height);
    backed.change().settle();
    backed.bench.wait(Duration::from_secs(3600));
    backed.bench.press("j j j").press("p").saved();
    backed.bench.wait(crate::tui::backing::QUIET);
    backed.settle();
    backed.bench.press("B");
    backed.settle();
    backed
}

#[test]
fn the_screen_says_how_backups_stand_and_lists_them() {
    let backed = with_two_backups(Language::En, 80, 24);
    let screen = backed.bench.screen();
    for said in
        ["Last good backup: just now.", "not checked yet", "2 backups in", "/home/anna/Dropbox/Pulih", "verified"]
    {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    insta::assert_snapshot!("backups", backed.bench.picture());
}

#[test]
fn the_screen_is_whole_in_every_language_and_at_every_size() {
    for language in Language::ALL {
        for (width, height) in [(120, 40), (80, 24), (40, 10)] {
            let mut backed = with_two_backups(language, width, height);
            assert!(backed.bench.screen().contains("/home/anna"), "{}", backed.bench.screen());
            backed.bench.press("d");
            backed.bench.type_text(PASSWORD).press("enter");
            backed.settle();
            assert!(backed.bench.screen().contains("GitHub") || height < 12, "{}", backed.bench.screen());
        }
    }
    insta::assert_snapshot!("backups_at_40_by_10_in_swedish", with_two_backups(Language::Sv, 40, 10).bench.picture());
    insta::assert_snapshot!(
        "backups_at_120_by_40_in_indonesian",
        with_two_backups(Language::Id, 120, 40).bench.picture()
    );
}

#[test]
fn a_drill_opens_the_newest_backup_with_the_password_and_says_what_would_come_back() {
    let mut backed = with_two_backups(Language::En, 80, 24);
    backed.bench.press("d").type_text("not this password").press("enter");
    backed.settle();
    assert!(backed.bench.screen().contains("do not open"), "{}", backed.bench.screen());
    backed.bench.type_text(PASSWORD).press("enter");
    backed.settle();
    let screen = backed.bench.screen();
    let said = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("gone now: 6 at once, 0 after a sign-in, 2 with a new key."), "{screen}");
    assert!(screen.contains("GitHub") && screen.contains("Contoso"), "{screen}");
    insta::assert_snapshot!("backups_drill", backed.bench.picture());
    backed.bench.press("esc");
    assert!(backed.bench.screen().contains("Password checked: just now."), "{}", backed.bench.screen());
}

#[test]
fn the_words_can_be_typed_in_a_drill() {
    let mut backed = with_two_backups(Language::En, 80, 24);
    backed.bench.press("d ^t").type_text("not twelve words").press("enter");
    backed.settle();
    assert!(backed.bench.screen().contains("These recovery words do not open"), "{}", backed.bench.screen());
}

#[test]
fn what_differs_is_shown_by_name_and_never_by_key() {
    let mut backed = with_two_backups(Language::En, 80, 24);
    backed.bench.press("down space up enter");
    backed.settle();
    let screen = backed.bench.screen();
    assert!(screen.contains("1 account has changed") && screen.contains("pinned"), "{screen}");
    insta::assert_snapshot!("backups_difference", backed.bench.picture());
    backed.bench.press("esc space enter");
    backed.settle();
    assert!(backed.bench.screen().contains("Nothing differs."), "{}", backed.bench.screen());
}

#[test]
fn a_backup_that_is_damaged_is_found_by_verifying() {
    let mut backed = with_two_backups(Language::En, 80, 24);
    backed.bench.press("V");
    backed.settle();
    assert!(backed.bench.screen().contains("2 backups were read back and opened."), "{}", backed.bench.screen());
    for bytes in backed.shelf.files.lock().unwrap().values_mut() {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
    }
    backed.bench.press("v");
    backed.settle();
    assert!(backed.bench.screen().contains("damaged"), "{}", backed.bench.screen());
}

#[test]
fn what_is_slow_shows_how_far_it_is_and_is_called_off_by_esc() {
    let mut backed = with_two_backups(Language::En, 80, 24);
    backed.bench.press("V");
    let ticket = backed.bench.home().backing.running().map(|_| backed.bench.asked.len());
    assert!(ticket.is_some());
    assert!(!backed.bench.screen().contains("Reading back"), "what is quick is not told of");
    backed.bench.wait(Duration::from_millis(250));
    let Some(crate::tui::effect::Effect::Errand(errand, _)) =
        backed.bench.asked.iter().find(|effect| matches!(effect, crate::tui::effect::Effect::Errand(..)))
    else {
        unreachable!("an errand was asked for")
    };
    let ticket = errand.ticket;
    backed.bench.hand(Msg::Came(ticket, Answer::Went { done: 1, of: 2 }));
    assert!(backed.bench.screen().contains("50 %"), "{}", backed.bench.screen());
    backed.bench.press("esc");
    assert!(backed.bench.screen().contains("Stopping"), "{}", backed.bench.screen());
    backed.perform();
    assert!(backed.bench.screen().contains("Called off."), "{}", backed.bench.screen());
    backed.bench.press("esc");
    assert!(backed.bench.home().over.is_none());
}

#[test]
fn backups_are_turned_off_after_a_question_and_stay_where_they_are() {
    let mut backed = with_two_backups(Language::En, 80, 24);
    backed.bench.press("o");
    assert_eq!(backed.bench.home().question, Some(Question::TurnBackupsOff));
    backed.bench.press("y").saved();
    assert!(backed.bench.screen().contains("Backups are off."), "{}", backed.bench.screen());
    assert_eq!(backed.shelf.files.lock().unwrap().len(), 2);
    backed.bench.press("n");
    assert!(backed.errands().is_empty() && backed.bench.screen().contains("No backups are set up"));
}

#[test]
fn a_place_that_is_gone_is_said_and_the_screen_goes_on() {
    let mut backed = Backed::new();
    backed.shelf.is_gone.store(true, std::sync::atomic::Ordering::Relaxed);
    backed.bench.press("B");
    assert!(matches!(backed.errands().as_slice(), [Wish::List]));
    backed.settle();
    assert!(matches!(backed.bench.home().over, Some(Over::Backups(_))));
    assert!(backed.bench.screen().contains("place"), "{}", backed.bench.screen());
    backed.bench.hand(Msg::Resized(Size::new(40, 10)));
    backed.bench.screen();
}

/// The form, filled in.
fn filled(language: Language, width: u16, height: u16, again: &str) -> Backed {
    let mut backed = Backed::bare(language, width, height);
    backed.bench.press("B s").type_text("/mnt/stick").press("enter");
    backed.bench.type_text("mira@example.com").press("enter").type_text(PASSWORD);
    backed.bench.press("enter").type_text(again).press("enter");
    backed
}

#[test]
fn setting_up_tries_the_place_backs_up_and_opens_the_backup_with_the_password() {
    let mut backed = filled(Language::En, 80, 24, PASSWORD);
    backed.bench.press("enter");
    assert!(backed.errands().is_empty() && backed.bench.screen().contains("Choose whether"), "nothing is preselected");
    insta::assert_snapshot!("backups_set_up", backed.bench.picture());
    backed.bench.press("right right enter");
    backed.settle();
    assert!(backed.bench.screen().contains("took a file"), "{}", backed.bench.screen());
    // The words can wait.
    backed.bench.press("esc");
    let said = backed.bench.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("gone now: 6 at once"), "{}", backed.bench.screen());
    backed.bench.press("esc");
    let screen = backed.bench.screen();
    for said in ["Password checked: just now.", "1 backup in", "/mnt/stick", "for any computer", "verified"] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    assert_eq!(backed.shelf.files.lock().unwrap().len(), 1, "the file of the probe is gone");
}

#[test]
fn what_is_missing_or_differs_is_said_and_nothing_is_tried() {
    let mut backed = filled(Language::Sv, 40, 10, "another lamp");
    backed.bench.press("right enter");
    assert!(backed.errands().is_empty(), "{}", backed.bench.screen());
    let mut bare = Backed::bare(Language::En, 80, 24);
    bare.bench.press("B s enter enter enter enter right enter");
    assert!(bare.errands().is_empty() && bare.bench.screen().contains("No place is named."), "{}", bare.bench.screen());
}

#[test]
fn a_place_that_cannot_be_reached_leaves_the_form_as_it_was() {
    let mut backed = filled(Language::En, 80, 24, PASSWORD);
    backed.shelf.is_gone.store(true, std::sync::atomic::Ordering::Relaxed);
    backed.bench.press("right enter");
    backed.settle();
    let screen = backed.bench.screen();
    assert!(screen.contains("/mnt/stick") && screen.contains("mira@example.com"), "{screen}");
    assert!(!backed.bench.home().backing.status.is_on);
}

#[test]
fn folders_of_cloud_services_are_offered_by_name() {
    let mut backed = Backed::bare(Language::En, 80, 24);
    backed.bench.press("B s");
    let wanted = backed.bench.asked.iter().find_map(|effect| match effect {
        crate::tui::effect::Effect::OfferPlaces(ticket) => Some(*ticket),
        _ => None,
    });
    let folder = "/home/anna/Dropbox".into();
    let places = vec![crate::backup::Offered { service: crate::backup::Service::Dropbox, folder }];
    backed.bench.hand(Msg::Came(wanted.unwrap(), Answer::PlacesOffered(places)));
    backed.bench.press("right");
    let screen = backed.bench.screen();
    assert!(screen.contains("Dropbox") && screen.contains("/home/anna/Dropbox"), "{screen}");
}

#[test]
fn what_backups_stand_on_is_listed_with_the_key_that_puts_it_right() {
    use crate::ops::doctor::Health;
    use crate::ops::readiness::{Item, Ready, Repair};
    use crate::text::Text;
    for (repair, key) in [(Repair::Kit, "w"), (Repair::Drill, "d"), (Repair::SetUp, "s"), (Repair::BackUp, "n")] {
        let mut backed = with_two_backups(Language::En, 80, 24);
        let at =
            backed.bench.asked.iter().rposition(|effect| matches!(effect, crate::tui::effect::Effect::CheckUp(..)));
        let crate::tui::effect::Effect::CheckUp(ticket, _) = backed.bench.asked.remove(at.unwrap()) else {
            unreachable!("just looked at")
        };
        let what = Text::new("ready-kit-not-saved");
        let ready = Ready { item: Item::Kit, state: Health::Fair, what, repair: Some(repair), fix: None, found: None };
        backed.bench.hand(Msg::Came(ticket, Answer::CheckedUp(vec![ready])));
        let screen = backed.bench.screen();
        let line = screen.lines().find(|line| line.contains("Recovery kit: There are words")).unwrap_or_default();
        assert!(line.ends_with(&format!(" {key}")), "{screen}");
    }
}

#[test]
fn the_demo_says_why_it_has_no_backups() {
    let mut backed = Backed::bare(Language::En, 80, 24);
    backed.bench.model.desk.is_demo = true;
    backed.bench.press("B");
    assert!(backed.bench.home().over.is_none());
    assert!(backed.bench.screen().contains("nothing to back up"), "{}", backed.bench.screen());
}

#[test]
fn a_server_whose_address_names_nobody_asks_who_signs_in() {
    let mut backed = Backed::bare(Language::En, 80, 24);
    backed.bench.press("B s").type_text("webdav+https://cloud.example.com/pulih").press("enter");
    backed.bench.type_text("mira").press("enter").type_text("not shown here").press("enter");
    backed.bench.type_text("mira@example.com").press("enter").type_text(PASSWORD);
    backed.bench.press("enter").type_text(PASSWORD).press("enter right enter");
    let errands = backed.errands();
    let [Wish::SetUp(plan)] = errands.as_slice() else { unreachable!("{}", backed.bench.screen()) };
    assert_eq!(plan.address.to_string(), "webdav+https://mira@cloud.example.com/pulih");
    assert!(plan.secret.is_some() && !backed.bench.screen().contains("not shown here"));
}

#[test]
fn an_empty_password_was_not_tried_and_the_words_have_a_hint_and_a_way_back_of_their_own() {
    let mut bench = restoring::doors(Language::En, 80, 24);
    bench.press("enter enter");
    restoring::find(&mut bench);
    bench.press("enter").type_text("mira@example.com").press("enter enter");
    let screen = bench.screen();
    assert!(screen.contains("Type the password of the recovery account."), "{screen}");
    assert!(!screen.contains("Tried:") && !screen.contains("several words"), "{screen}");
    assert!(screen.contains("^T words"), "{screen}");
    bench.press("^t");
    let screen = bench.screen();
    assert!(screen.contains("^T password") && screen.contains("recovery kit") && !screen.contains("The one that"));
}
