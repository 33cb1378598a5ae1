//! Help pages by the keyboard alone: opened for the screen in front, followed, and left again.

use crate::ops::LoadError;
use crate::ops::help::Topic;
use crate::tui::effect::Effect;
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::{Bench, samples};
use crate::words::{Catalog, Language};

fn title(language: Language, topic: Topic) -> String {
    Catalog::new(language).say(&topic.title())
}

/// The first line of the screen.
fn head(bench: &Bench) -> String {
    bench.screen().lines().next().unwrap_or_default().trim().to_owned()
}

fn is_at(bench: &Bench, topic: Topic) -> bool {
    head(bench).starts_with(&title(Language::En, topic))
}

#[test]
fn help_opens_the_page_for_the_screen() {
    let mut bench = Bench::open();
    bench.press("r ?");
    assert!(is_at(&bench, Topic::Restore), "{}", bench.screen());
    bench.press("esc ^o ?");
    assert!(is_at(&bench, Topic::CantRestore), "{}", bench.screen());
    bench.press("esc esc esc X ?");
    assert!(is_at(&bench, Topic::SignOut), "{}", bench.screen());
    bench.press("q n B ?");
    assert!(is_at(&bench, Topic::BackUp), "{}", bench.screen());
    bench.press("q s f1");
    assert!(is_at(&bench, Topic::BackUp), "at setting up too: {}", bench.screen());
    bench.press("q esc esc ?");
    assert!(bench.screen().contains("Open the account over the whole screen"), "{}", bench.screen());

    let mut doors = Bench::new(Language::En, 80, 24);
    doors.hand(Msg::Began);
    let Some(Effect::Look(ticket)) = doors.asked.pop() else { unreachable!("the vault is looked for first") };
    doors.hand(Msg::Came(ticket, Answer::Looked(Err(LoadError::None))));
    doors.press("enter f1");
    assert!(is_at(&doors, Topic::Restore), "{}", doors.screen());
}

#[test]
fn links_are_followed_and_the_way_leads_back() {
    let mut bench = Bench::open();
    bench.press("r ? tab");
    let links: Vec<Topic> = Topic::Restore.links().collect();
    // The first link was chosen; Tab is at the second.
    bench.press("enter");
    assert!(is_at(&bench, links[1]), "{}", bench.screen());
    bench.press("tab enter");
    let second = links[1].links().nth(1).unwrap();
    assert!(is_at(&bench, second), "{}", bench.screen());
    bench.press("esc");
    assert!(is_at(&bench, links[1]), "{}", bench.screen());
    bench.press("left");
    assert!(is_at(&bench, Topic::Restore), "{}", bench.screen());
    bench.press("esc");
    assert!(bench.model.help.is_none() && bench.home().over.is_some(), "{}", bench.screen());
}

#[test]
fn every_page_is_reached_with_arrows_and_enter_at_any_size_in_every_language() {
    for language in Language::ALL {
        for (width, height) in [(80, 24), (120, 40), (40, 10), (63, 11)] {
            let mut bench = Bench::open_with(samples(), language, width, height);
            for (place, topic) in Topic::ALL.into_iter().enumerate() {
                // The pages are the last lines of the keys.
                bench.press("? G");
                for _ in 0..place {
                    bench.press("down");
                }
                bench.press("enter");
                let wanted = title(language, topic);
                let start: String = wanted.chars().take(12).collect();
                let screen = bench.screen();
                assert!(screen.trim_start().starts_with(&start), "{language:?} {width}x{height} {topic:?}: {screen}");
                assert!(!screen.contains('<'), "{screen}");
                for _ in 0..60 {
                    bench.press("down");
                }
                assert!(!bench.screen().contains('<'), "{}", bench.screen());
                bench.press("q");
                assert!(bench.model.help.is_none());
            }
        }
    }
}

#[test]
fn the_pages_look_like_this() {
    let mut bench = Bench::open();
    bench.press("r ?");
    insta::assert_snapshot!("help_restore", bench.screen());
    let mut swedish = Bench::open_with(samples(), Language::Sv, 80, 24);
    swedish.press("r ^o ?");
    insta::assert_snapshot!("help_cant_restore_sv", swedish.screen());
}
