//! The recovery words on the screen: made after the passphrase, shown, three asked back, and nothing kept before that.

use crate::ops::kit::Page;
use crate::tui::effect::Effect;
use crate::tui::kit::{KitTold, KitWish};
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::PASSPHRASE;
use crate::tui::tests::backed::{Backed, PASSWORD};
use crate::vault::SlotKind;
use crate::words::Language;

/// At the words, in a vault whose backups are set up.
fn at_the_words(language: Language, width: u16, height: u16) -> Backed {
    let mut backed = Backed::sized(language, width, height);
    backed.bench.press("B");
    backed.settle();
    backed.bench.press("w").type_text(PASSPHRASE).press("enter").proved();
    backed.performed_kit();
    backed
}

/// The words as they stand on the screen, by their numbers.
fn shown(backed: &Backed) -> Vec<String> {
    let screen = backed.bench.screen();
    let all: Vec<&str> = screen.split_whitespace().collect();
    (1..=12)
        .map(|number| {
            let at = all.iter().position(|it| *it == number.to_string()).expect("its number is on the screen");
            all[at + 1].to_owned()
        })
        .collect()
}

/// Types the words back that are asked for.
fn answered(backed: &mut Backed, words: &[String], asked_as: &str) {
    for _ in 0..3 {
        let screen = backed.bench.screen();
        let place = screen.split(asked_as).nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap();
        let place: usize = place.parse().unwrap();
        backed.bench.type_text(&words[place - 1]).press("enter");
    }
}

fn has_words(backed: &Backed) -> bool {
    backed.bench.home().session.vault().slots().iter().any(|slot| slot.kind == SlotKind::Words)
}

#[test]
fn words_are_made_after_the_passphrase_and_count_once_three_were_typed_back() {
    let mut backed = Backed::sized(Language::En, 80, 24);
    backed.bench.press("B");
    backed.settle();
    backed.bench.press("w").type_text("not the passphrase").press("enter").proved();
    assert!(!backed.bench.asked.iter().any(|effect| matches!(effect, Effect::Kit(..))), "{}", backed.bench.screen());
    backed.bench.type_text(PASSPHRASE).press("enter").proved();
    backed.performed_kit();
    let words = shown(&backed);
    assert_eq!(words.len(), 12);
    backed.bench.press("enter").type_text("zoo").press("enter");
    assert!(backed.bench.screen().contains("That is not word"), "{}", backed.bench.screen());
    assert!(!has_words(&backed), "nothing counts before");
    backed.bench.press("esc enter");
    answered(&mut backed, &words, "Word ");
    assert!(!has_words(&backed), "not before the world has put them there");
    backed.performed_kit();
    backed.bench.saved();
    assert!(has_words(&backed));
    assert!(backed.bench.screen().contains("The words are right, and open the vault"), "{}", backed.bench.screen());
    backed.settle();
    backed.bench.press("enter");
    assert!(backed.bench.screen().contains("1 backup in"), "a backup that opens with them: {}", backed.bench.screen());
    assert!(!backed.bench.screen().contains("Recovery words are a second one"), "{}", backed.bench.screen());
}

#[test]
fn words_that_were_not_typed_back_are_nowhere() {
    let mut backed = at_the_words(Language::En, 80, 24);
    backed.bench.press("esc");
    assert!(backed.bench.screen().contains("These words were not kept"), "{}", backed.bench.screen());
    assert!(!has_words(&backed) && backed.bench.saving().is_none());
    let mut locked = at_the_words(Language::En, 80, 24);
    locked.bench.press("^l");
    assert!(locked.bench.model.home().is_none(), "locking is not held up");
}

#[test]
fn the_page_is_saved_as_a_drawing_or_a_text_and_what_is_wrong_with_it_is_said() {
    for (keys, ending) in [("down enter", ".svg"), ("down down enter", ".txt")] {
        let mut backed = at_the_words(Language::Sv, 80, 24);
        let words = shown(&backed);
        backed.bench.press(keys).press("enter");
        let Some(Effect::Kit(ticket, KitWish::Write { path, language, .. })) = backed.bench.asked.pop() else {
            unreachable!("a page is to be written")
        };
        assert!(path.to_string_lossy().ends_with(ending) && language == Language::Sv, "{path:?}");
        let page = Page { path, copied_by: Some("Dropbox") };
        backed.bench.hand(Msg::Came(ticket, Answer::Kit(KitTold::Written(Ok(page)))));
        let screen = backed.bench.screen();
        assert!(screen.contains("Dropbox") && shown(&backed) == words, "back at the words: {screen}");
    }
    // No file can be made in this world.
    let mut backed = at_the_words(Language::En, 80, 24);
    backed.bench.press("down enter enter");
    backed.performed_kit();
    assert!(backed.bench.screen().contains("~/pulih-kit.svg"), "it can be tried again: {}", backed.bench.screen());
}

#[test]
fn words_are_part_of_setting_up_and_what_would_come_back_is_said_after_them() {
    let mut backed = Backed::bare(Language::En, 80, 24);
    backed.bench.press("B s").type_text("/home/mira/Amazon").press("enter");
    backed.bench.type_text("mira@example.com").press("enter").type_text(PASSWORD);
    backed.bench.press("enter").type_text(PASSWORD).press("enter right right enter");
    backed.perform();
    let screen = backed.bench.screen();
    let said = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("took a file, gave it back whole"), "what the place was found to do: {screen}");
    assert!(said.contains("may ask for a code of Amazon"), "the lock-out in a circle: {screen}");
    insta::assert_snapshot!("backups_tried", backed.bench.picture());
    backed.settle();
    assert!(backed.bench.screen().contains("took a file"), "the person reads: {}", backed.bench.screen());
    backed.bench.press("enter").type_text(PASSPHRASE).press("enter").proved();
    backed.performed_kit();
    insta::assert_snapshot!("backups_words", backed.bench.screen());
    let words = shown(&backed);
    backed.bench.press("enter");
    answered(&mut backed, &words, "Word ");
    backed.performed_kit();
    backed.bench.saved();
    backed.settle();
    backed.bench.press("enter");
    let said = backed.bench.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("gone now: 6 at once"), "{}", backed.bench.screen());
    backed.bench.press("esc");
    let screen = backed.bench.screen();
    assert!(screen.contains("2 backups in") && screen.contains("may ask for a code of Amazon"), "{screen}");
}

#[test]
fn who_has_words_types_them_and_others_are_refused() {
    let mut backed = at_the_words(Language::En, 80, 24);
    let words = shown(&backed);
    backed.bench.press("enter");
    answered(&mut backed, &words, "Word ");
    backed.performed_kit();
    backed.bench.saved();
    backed.settle();
    backed.bench.press("enter w").type_text("not twelve words").press("enter");
    backed.performed_kit();
    assert!(backed.bench.screen().contains("Type the 12 recovery words"), "{}", backed.bench.screen());
    backed.bench.type_text(&words.join(" ")).press("enter");
    backed.performed_kit();
    assert_eq!(shown(&backed), words);
    backed.bench.press("esc");
    assert!(has_words(&backed));
}

#[test]
fn every_step_is_drawn_at_every_size_and_in_every_language() {
    for language in Language::ALL {
        for (width, height) in [(40, 10), (63, 11), (80, 24), (120, 40)] {
            let mut backed = at_the_words(language, width, height);
            assert_eq!(shown(&backed).len(), 12);
            for keys in ["enter", "esc down enter", "esc down down enter", "esc"] {
                assert!(!backed.bench.screen().contains('<'), "{language:?} {width}x{height}");
                backed.bench.press(keys);
            }
        }
    }
    insta::assert_snapshot!("words_at_40_by_10_in_swedish", at_the_words(Language::Sv, 40, 10).bench.screen());
}
