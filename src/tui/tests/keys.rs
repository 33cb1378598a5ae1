//! `docs/keys.md` says what the key table says.

use std::fmt::Write as _;
use std::path::Path;

use crate::config::Config;
use crate::tui::keyboard::Keyboard;
use crate::tui::keymap::{Context, MOUSE};
use crate::tui::testing::Bench;
use crate::words::{Catalog, Language};

const OTHER_KEYS: &str = "
## Other keys

The settings file gives a deed other keys, by its name in the tables below. A line under `[keys]` counts wherever the deed
has keys; one under `[keys.in-PLACE]` counts there only, and wins.

```toml
[keys]
settings = \"ctrl-o\"
lock = [\"ctrl-l\", \"g l\"]

[keys.in-accounts]
copy = [\"y\", \"c\"]
card = []
```

* A key is a character as it is typed (`a`, `G`, `?`), or `enter`, `esc`, `tab`, `shift-tab`, `space`, `backspace`, `delete`, `insert`,
  `up`, `down`, `left`, `right`, `home`, `end`, `pageup`, `pagedown`, `f1` to `f12`; before it `ctrl-` or `alt-`.
* Up to four keys with blanks between them are pressed one after the other. The footer says how they go on. Nothing runs out: the
  program waits for the next key until it comes. Esc leaves; a key that does not go on does nothing.
* An empty list takes the keys away. The palette still does the deed.
* Esc leaves and Ctrl-C ends the program, whatever stands in the file.
* What cannot be (an unknown name, a key that already means something in the same place, a letter where letters are typed) is said
  when the program starts, and the table below holds.
";

fn page() -> String {
    let (words, keyboard) = (Catalog::new(Language::En), Keyboard::default());
    let mut page = String::from(
        "# Keys\n\nGenerated from the key table in `src/tui/keymap.rs`; a test keeps it true. \
         `PULIH_WRITE_DOCS=1 cargo test --lib keys` writes it anew.\n\n\
         Arrow keys and vim keys both work. While a field has the focus a letter is a letter and nothing else.\n\
         Of two meanings of a key the one of the screen in front counts: `^P` goes up in lists, but not in the one of the \
         accounts.\n",
    );
    page.push_str(OTHER_KEYS);
    for context in Context::ALL {
        write!(page, "\n## {}\n\n", words.line(context.title())).unwrap();
        write!(page, "`[keys.in-{}]`\n\n| Key | What it does | Name |\n| --- | --- | --- |\n", context.name()).unwrap();
        for row in keyboard.of(context) {
            let keys: Vec<String> = row.chords.iter().map(|chord| format!("`{}`", chord.name(true))).collect();
            writeln!(page, "| {} | {} | `{}` |", keys.join(", "), words.line(row.about), row.action.name()).unwrap();
        }
    }
    write!(page, "\n## {}\n\n| Mouse | What it does |\n| --- | --- |\n", words.line("tui-mouse")).unwrap();
    for (deed, about) in MOUSE {
        writeln!(page, "| {} | {} |", words.line(deed), words.line(about)).unwrap();
    }
    page
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads a page of the project, and writes it when asked to")]
fn the_page_of_keys_is_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keys.md");
    if std::env::var_os("PULIH_WRITE_DOCS").is_some() {
        std::fs::write(&path, page()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), page());
}

#[test]
fn every_context_has_keys_and_every_action_is_explained_in_every_language() {
    let keyboard = Keyboard::default();
    for language in [Language::En, Language::Sv, Language::Id] {
        let words = Catalog::new(language);
        for context in Context::ALL {
            assert!(keyboard.of(context).count() > 0, "{context:?}");
            for binding in keyboard.of(context) {
                assert!(!words.line(binding.about).starts_with('<'), "{}", binding.about);
            }
        }
    }
}

#[test]
fn a_chord_is_shown_while_half_typed_and_does_its_deed_when_whole() {
    let mut bench = Bench::open();
    bench.press("j j");
    let before = bench.screen();
    bench.press("g");
    let footer = bench.screen().lines().last().unwrap().to_owned();
    assert!(footer.contains("g…") && footer.contains("t trash") && footer.contains("Esc cancel"), "{footer}");
    bench.wait(std::time::Duration::from_secs(3));
    assert!(bench.screen().contains("g…"), "it waits as long as it takes");
    bench.press("esc");
    assert_eq!(bench.wait(std::time::Duration::from_secs(27)).screen().lines().last(), before.lines().last());
    bench.press("g t");
    assert!(bench.screen().contains("Trash"), "{}", bench.screen());
}

#[test]
fn a_key_that_a_chord_cannot_go_on_with_does_nothing_and_is_said() {
    let mut bench = Bench::open();
    bench.press("g d");
    assert!(bench.home().question.is_none());
    assert!(bench.screen().contains("No command has the keys g d."), "{}", bench.screen());
    bench.press("d");
    assert!(bench.home().question.is_some());
}

#[test]
fn other_keys_are_in_the_footer_in_help_and_in_the_palette() {
    let (config, _) = Config::read("[keys.in-accounts]\nadd = \"ctrl-o\"\nedit = \"g e\"\npin = []\n");
    let mut bench = Bench::open();
    bench.model.desk.keyboard = Keyboard::new(&config.keys).0;
    let footer = bench.screen().lines().last().unwrap().to_owned();
    assert!(footer.contains("^O add") && footer.contains("g e edit") && !footer.contains("p pin"), "{footer}");
    bench.press("?");
    assert!(bench.screen().contains("^O    ") && !bench.screen().contains("Pin the"), "{}", bench.screen());
    bench.press("esc :").type_text("pin");
    assert!(bench.screen().contains("Pin"), "{}", bench.screen());
    bench.press("enter");
    assert_eq!(bench.saves(), 1, "without a key it is still done by name");
}

#[test]
fn what_is_wrong_with_the_keys_of_the_settings_is_said_at_the_start() {
    let (config, _) = Config::read("[keys]\nedti = \"x\"\n[keys.in-accounts]\npin = \"e\"\n");
    let options = crate::tui::Options { config, ..Default::default() };
    let mut bench = Bench::new(Language::En, 80, 24);
    bench.model = crate::tui::model::Model::new(
        &options,
        String::new(),
        ratatui::layout::Size::new(80, 24),
        crate::tui::testing::NOW,
        Default::default(),
    );
    let screen = bench.screen();
    assert!(screen.contains("edti") && screen.contains("edit") && screen.contains("1 more"), "{screen}");
}

/// The screen in one line, so that a sentence is found wherever it is broken.
fn flat(bench: &Bench) -> String {
    bench.screen().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn sentences_name_the_keys_as_they_are_bound_now() {
    let (config, _) = Config::read(
        "[keys]\nquit = \"Q\"\nlock = \"f5\"\nadd = \"f6\"\nimport = \"f7\"\nsort = \"Z\"\nset-up = \"f9\"\nundo = \"f10\"\n",
    );
    for (language, keys, named) in [
        (Language::En, "esc", ["Q leaves", "F5 locks"].as_slice()),
        (Language::Sv, "esc", &["Q avslutar", "F5 låser"]),
        (Language::Id, "esc", &["Q keluar", "F5 mengunci"]),
        (Language::En, "Z J", &["Z goes from order to order"]),
        (Language::Sv, "Z J", &["Z går från ordning till ordning"]),
        (Language::Id, "Z J", &["Z berganti urutan"]),
        (Language::En, "enter r", &["Press F6, or paste"]),
        (Language::En, "B", &["Set them up with F9:"]),
    ] {
        let mut bench = Bench::open_with(crate::tui::testing::samples(), language, 80, 24);
        bench.model.desk.keyboard = Keyboard::new(&config.keys).0;
        bench.press(keys);
        let screen = flat(&bench);
        assert!(named.iter().all(|named| screen.contains(named)), "{named:?}: {screen}");
    }
    let mut bench = Bench::open_with(Vec::new(), Language::En, 80, 24);
    bench.model.desk.keyboard = Keyboard::new(&config.keys).0;
    assert!(flat(&bench).contains("Press F6 to add one, F7 to bring"), "{}", bench.screen());
    bench.paste("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\notpauth://totp/b?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
    bench.press("enter").answer();
    assert!(flat(&bench).contains("F10 takes the import back"), "{}", bench.screen());
}
