//! A walk through the places of the key table: each can be left with Esc, and no key does harm without a question or an
//! undo.

use std::collections::BTreeSet;

use crossterm::event::KeyCode;

use crate::account::RecoveryCode;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{BINDINGS, Binding, Context};
use crate::tui::model::{Gate, Place};
use crate::tui::msg::Msg;
use crate::tui::testing::Bench;
use crate::tui::tests::roads::roads;
use crate::words::{Catalog, Language};

/// Places that are only parts of others: those have the way out.
const PARTS: [Context; 18] = [
    Context::Destination,
    Context::Edit,
    Context::Everywhere,
    Context::Field,
    Context::Files,
    Context::Home,
    Context::KeyFile,
    Context::List,
    Context::Merge,
    Context::Note,
    Context::Recovery,
    Context::RecoveryWords,
    Context::Secret,
    Context::SignInChoice,
    Context::SignInKey,
    Context::SignInLetter,
    Context::SignInPage,
    Context::Tile,
];

/// What would be a loss: accounts, those outside the trash, groups, keys, recovery codes.
fn belongings(bench: &Bench) -> BTreeSet<String> {
    let Some(home) = bench.model.home() else { return BTreeSet::new() };
    let book = home.session.book();
    let mut all: BTreeSet<String> = book.groups().iter().map(|group| format!("group {}", group.as_str())).collect();
    for account in book.all() {
        let id = account.id;
        all.insert(format!("account {id} {}", account.credential.state_name()));
        all.extend(account.trashed.is_none().then(|| format!("live {id}")));
        all.extend(account.groups.iter().map(|group| format!("{id} in {}", group.as_str())));
        let code = |code: &RecoveryCode| format!("{id} code {:?}", code.code.expose_text());
        all.extend(account.recovery_codes.iter().map(code));
    }
    all
}

#[test]
fn every_place_has_a_way_out_by_esc_or_is_part_of_one_that_has() {
    let esc = Key::plain(KeyCode::Esc);
    for context in Context::ALL {
        let out = BINDINGS.iter().filter(|binding| binding.context == context && binding.keys.contains(&esc));
        let leaves = out.filter(|row| matches!(row.action, Action::Back | Action::No | Action::Quit)).count();
        assert_eq!(leaves, usize::from(!PARTS.contains(&context)), "{context:?}");
    }
}

#[test]
fn every_place_is_at_the_end_of_a_road() {
    let walked: Vec<Context> = roads().flat_map(|road| road.end().model.live()).collect();
    let missed: Vec<Context> = Context::ALL.into_iter().filter(|context| !walked.contains(context)).collect();
    assert!(missed.is_empty(), "nobody comes to {missed:?}");
}

/// Whether nothing is in front any more: the accounts, or what a vault begins with.
fn is_out(bench: &Bench) -> bool {
    let is_alone = bench.model.help.is_none() && bench.model.palette.is_none();
    is_alone
        && match &bench.model.place {
            Place::Gate(gate) => !matches!(gate, Gate::Restore(_) | Gate::NewVault(_)),
            Place::Home(home) => {
                let accounts = &home.accounts;
                home.over.is_none()
                    && home.question.is_none()
                    && home.full.is_none()
                    && accounts.marked().is_empty()
                    && !accounts.is_searching()
            }
        }
}

#[test]
fn esc_leads_from_every_place_back_to_where_it_began_with_nothing_lost() {
    for road in roads() {
        let mut bench = road.end();
        assert!(bench.model.live().contains(&road.place), "{}: {:?}", road.name, bench.model.live());
        let before = belongings(&bench);
        // What is asked before something is left is answered with Esc as well.
        for _ in 0..8 {
            if !is_out(&bench) {
                bench.press("esc");
            }
        }
        assert!(is_out(&bench), "{}: {}", road.name, bench.screen());
        assert_eq!(belongings(&bench), before, "{}", road.name);
    }
}

/// What nobody may ask of the world with one key: it takes a vault or a backup away, or lets a key out.
fn is_harm(effect: &Effect) -> bool {
    matches!(effect, Effect::Export(..) | Effect::SignOut(_) | Effect::Create(..))
}

#[test]
fn no_key_takes_anything_away_without_a_question_or_an_undo() {
    // What is general is walked once; a vault for each key costs time.
    let general = [Context::Everywhere, Context::Field, Context::Home, Context::List, Context::Secret];
    let mut walked = Vec::new();
    for road in roads() {
        let name = road.name;
        let live = road.end().model.live();
        let new: Vec<Context> = live.into_iter().filter(|context| !walked.contains(context)).collect();
        walked.extend(new.iter().copied().filter(|context| general.contains(context)));
        for binding in BINDINGS.iter().filter(|binding| new.contains(&binding.context)) {
            for key in binding.keys {
                let mut bench = road.end();
                let (before, was_asked) = (belongings(&bench), is_asked(&bench));
                bench.asked.clear();
                bench.hand(Msg::Key(*key));
                if was_asked && binding.action == Action::Yes {
                    continue;
                }
                assert!(!bench.asked.iter().any(is_harm), "{name}, then {key:?}: {:?}", bench.asked);
                if bench.model.home().is_none() {
                    continue;
                }
                let is_whole = belongings(&bench).is_superset(&before);
                assert!(is_whole || bench.home().undo.is_some(), "{name}, then {key:?}: {}", bench.screen());
                if !is_whole {
                    bench.press("esc u");
                    assert_eq!(belongings(&bench), before, "{name}, then {key:?}, then undo");
                }
            }
        }
    }
}

fn is_asked(bench: &Bench) -> bool {
    bench.model.home().is_some_and(|home| home.question.is_some())
}

#[test]
fn every_deed_is_in_help_and_where_nothing_is_typed_in_the_palette_too() {
    let (mut told, mut offered): (BTreeSet<&'static str>, BTreeSet<&str>) = Default::default();
    let (mut lives, words) = (Vec::new(), Catalog::new(Language::En));
    for road in roads() {
        let live = road.end().model.live();
        lives.push(live.clone());
        let deeds = || BINDINGS.iter().filter(|binding| live.contains(&binding.context));
        let helped = text_of(road.end(), "f1");
        let is_told = |binding: &&Binding| live.contains(&binding.context) || binding.context == Context::Help;
        let abouts = BINDINGS.iter().filter(is_told).map(|binding| binding.about);
        told.extend(abouts.filter(|about| helped.contains(&words.line(about))));
        let is_typed = live.contains(&Context::Field) || live.contains(&Context::Help);
        if is_typed {
            continue;
        }
        let mut bench = road.end();
        bench.press(":");
        assert!(bench.model.palette.is_some(), "{}: {}", road.name, bench.screen());
        let listed =
            bench.model.palette.as_ref().map(|palette| palette.deeds().collect::<Vec<_>>()).unwrap_or_default();
        for binding in deeds() {
            let is_there = binding.action == Action::Palette || listed.contains(&binding.action);
            assert!(is_there, "{}: {} is not in the palette", road.name, binding.about);
            offered.insert(binding.action.name());
        }
    }
    for binding in BINDINGS {
        assert!(told.contains(binding.about), "{:?}: help never says {}", binding.context, binding.about);
    }
    // What can be done only where letters are typed has no colon there that could open the palette.
    let is_typed_into =
        |context| lives.iter().filter(|live| live.contains(&context)).all(|live| live.contains(&Context::Field));
    for binding in
        BINDINGS.iter().filter(|binding| binding.context != Context::Help && binding.action != Action::Palette)
    {
        let is_typed = BINDINGS.iter().filter(|it| it.action == binding.action).all(|it| is_typed_into(it.context));
        assert!(is_typed || offered.contains(binding.action.name()), "{} is in no palette", binding.about);
    }
}

/// All of what help says, down to its end, and the keys where a page of its own came first.
fn text_of(mut bench: Bench, key: &str) -> String {
    bench.hand(Msg::Resized(ratatui::layout::Size::new(120, 250)));
    bench.press(key);
    let mut all = bench.screen();
    // The keys are the last link of a page, if it is one.
    if bench.model.topic().is_some() {
        bench.press("backtab enter");
        all.push_str(&bench.screen());
    }
    all
}
