//! The screens as text with a line of styles below each row, at the two usual sizes and in the three languages.

use crate::ops::LoadError;
use crate::tui::effect::Effect;
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::{Bench, samples};
use crate::vault::{SlotKind, SlotSummary};
use crate::words::Language;

fn open(language: Language, width: u16, height: u16) -> Bench {
    Bench::open_with(samples(), language, width, height)
}

fn looked(language: Language, answer: Result<Vec<SlotSummary>, LoadError>) -> Bench {
    let mut bench = Bench::new(language, 80, 24);
    bench.hand(Msg::Began);
    let Some(Effect::Look(ticket)) = bench.asked.pop() else { unreachable!("the vault is looked for first") };
    bench.hand(Msg::Came(ticket, Answer::Looked(answer)));
    bench
}

#[test]
fn accounts_at_80_by_24() {
    insta::assert_snapshot!(open(Language::En, 80, 24).picture());
}

#[test]
fn accounts_at_120_by_40() {
    insta::assert_snapshot!(open(Language::En, 120, 40).picture());
}

#[test]
fn accounts_at_40_by_10() {
    insta::assert_snapshot!(open(Language::En, 40, 10).picture());
}

#[test]
fn accounts_in_swedish_and_indonesian() {
    insta::assert_snapshot!("accounts_sv", open(Language::Sv, 80, 24).screen());
    insta::assert_snapshot!("accounts_id", open(Language::Id, 120, 40).screen());
}

#[test]
fn a_search_marks_what_matches() {
    let mut bench = open(Language::En, 80, 24);
    bench.press("/ g i t");
    insta::assert_snapshot!(bench.picture());
}

#[test]
fn a_badge_opened_in_place_says_what_is_true() {
    let mut bench = open(Language::En, 80, 24);
    bench.press("tab tab tab");
    insta::assert_snapshot!(bench.picture());
}

#[test]
fn a_question_says_what_will_be_gone() {
    let mut bench = open(Language::En, 80, 24);
    bench.press("d");
    insta::assert_snapshot!(bench.picture());
}

#[test]
fn the_first_screen_in_three_languages() {
    for (language, name) in [(Language::En, "first_en"), (Language::Sv, "first_sv"), (Language::Id, "first_id")] {
        insta::assert_snapshot!(name, looked(language, Err(LoadError::None)).screen());
    }
}

#[test]
fn the_unlock_screen_offers_its_ways() {
    let slots = [SlotKind::Passphrase, SlotKind::Words, SlotKind::KeyStore];
    let slots = slots.map(|kind| SlotSummary { kind, id: [1; 16], kdf: None }).to_vec();
    let mut bench = looked(Language::En, Ok(slots));
    bench.type_text("abc");
    insta::assert_snapshot!(bench.picture());
}

#[test]
fn help_lists_the_keys_of_the_screen_behind_it() {
    let mut bench = open(Language::En, 80, 24);
    bench.press("?");
    insta::assert_snapshot!(bench.screen());
}

#[test]
fn settings_form_and_import() {
    for (key, name) in [("S", "settings"), ("a", "add"), ("j e", "edit"), ("i", "import")] {
        let mut bench = open(Language::En, 80, 24);
        bench.press(key);
        insta::assert_snapshot!(name, bench.screen());
    }
}

#[test]
fn the_palette_names_every_deed_with_its_key() {
    let mut bench = open(Language::En, 80, 24);
    bench.press(":");
    insta::assert_snapshot!("palette", bench.picture());
    bench.type_text("ac");
    insta::assert_snapshot!("palette_filtered", bench.screen());
    let mut small = open(Language::Sv, 40, 10);
    small.press(": down");
    insta::assert_snapshot!("palette_at_40_by_10", small.screen());
}

#[test]
fn an_account_over_the_whole_screen() {
    for (width, height) in [(80, 24), (120, 40), (40, 10)] {
        let mut bench = open(Language::En, width, height);
        bench.press("j enter");
        insta::assert_snapshot!(format!("full_at_{width}_by_{height}"), bench.picture());
    }
    let mut bench = open(Language::Sv, 80, 24);
    bench.press("tab tab tab enter");
    insta::assert_snapshot!("full_without_a_key_sv", bench.picture());
}
