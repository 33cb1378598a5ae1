//! A walk through the places of the key table: each can be left with Esc, and no key does harm without a question or an
//! undo.

use std::collections::BTreeSet;

use crossterm::event::KeyCode;

use crate::account::RecoveryCode;
use crate::secret::Secret;
use crate::tui::action::Action;
use crate::tui::key::Key;
use crate::tui::keymap::{BINDINGS, Context};
use crate::tui::msg::Msg;
use crate::tui::testing::{Bench, PASSPHRASE, samples};
use crate::words::Language;

/// Places that are only parts of others: those have the way out.
const PARTS: [Context; 16] = [
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
    Context::Secret,
    Context::SignInChoice,
    Context::SignInKey,
    Context::SignInPage,
    Context::Tile,
];

/// How a person comes from the accounts to a place, in keys.
const ROADS: [(&str, Context); 26] = [
    ("j", Context::Accounts),
    ("space space", Context::Accounts),
    ("tab", Context::Accounts),
    ("enter", Context::Account),
    ("enter l l l l l", Context::Account),
    ("j enter r", Context::Codes),
    ("j enter r a", Context::Note),
    ("j #", Context::Groups),
    ("space space #", Context::Groups),
    ("P", Context::Reading),
    ("space space P", Context::Reading),
    ("/", Context::Search),
    (":", Context::Palette),
    ("e", Context::Edit),
    ("a", Context::Form),
    ("v", Context::Proof),
    ("d", Context::Question),
    ("space space d", Context::Question),
    ("i", Context::Import),
    ("s", Context::SignIn),
    ("G s", Context::SignIn),
    ("G enter", Context::Tile),
    ("t", Context::Trash),
    ("S", Context::Settings),
    ("B", Context::Backups),
    ("?", Context::Help),
];

fn at(road: &str) -> Bench {
    let mut accounts = samples();
    let code = |text: &str| RecoveryCode { code: Secret::copied(text.as_bytes()), used: false };
    accounts[0].recovery_codes = vec![code("aaaa"), code("bbbb")];
    accounts[4].trashed = Some(crate::tui::testing::NOW);
    let mut bench = Bench::open_with(accounts, Language::En, 80, 24);
    bench.press(road);
    bench
}

/// What would be a loss: accounts, those outside the trash, groups, keys, recovery codes.
fn belongings(bench: &Bench) -> BTreeSet<String> {
    let book = bench.home().session.book();
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
fn esc_leads_from_every_place_back_to_the_accounts_with_nothing_lost() {
    for (road, place) in ROADS {
        let mut bench = at(road);
        assert!(bench.model.live().contains(&place), "{road}: {:?}", bench.model.live());
        let before = belongings(&bench);
        bench.press("esc esc esc esc");
        let home = bench.home();
        let is_back = home.over.is_none() && home.question.is_none() && home.full.is_none();
        assert!(is_back && bench.model.help.is_none() && bench.model.palette.is_none(), "{road}: {}", bench.screen());
        assert!(home.accounts.marked().is_empty() && !home.accounts.is_searching(), "{road}");
        assert_eq!(belongings(&bench), before, "{road}");
    }
}

#[test]
fn no_key_takes_anything_away_without_a_question_or_an_undo() {
    // What is general is walked once; a vault for each key costs time.
    let general = [Context::Everywhere, Context::Field, Context::Home, Context::List, Context::Secret];
    let mut walked = Vec::new();
    for (road, _) in ROADS {
        let live = at(road).model.live();
        let new: Vec<Context> = live.into_iter().filter(|context| !walked.contains(context)).collect();
        walked.extend(new.iter().copied().filter(|context| general.contains(context)));
        for binding in BINDINGS.iter().filter(|binding| new.contains(&binding.context)) {
            for key in binding.keys {
                let mut bench = at(road);
                let (before, was_asked) = (belongings(&bench), bench.home().question.is_some());
                bench.hand(Msg::Key(*key));
                if bench.model.home().is_none() || was_asked && binding.action == Action::Yes {
                    continue;
                }
                let is_whole = belongings(&bench).is_superset(&before);
                assert!(is_whole || bench.home().undo.is_some(), "{road}, then {key:?}: {}", bench.screen());
                if !is_whole {
                    bench.press("esc u");
                    assert_eq!(belongings(&bench), before, "{road}, then {key:?}, then undo");
                }
            }
        }
    }
}

#[test]
fn a_key_that_is_shown_is_left_with_esc_too() {
    let mut bench = at("v");
    bench.type_text(PASSPHRASE).press("enter").proved();
    assert!(bench.model.live().contains(&Context::Shown));
    bench.press("esc");
    assert!(bench.home().over.is_none() && !bench.screen().contains("has the key"), "{}", bench.screen());
}
