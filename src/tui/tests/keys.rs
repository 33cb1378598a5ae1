//! `docs/keys.md` says what the key table says.

use std::fmt::Write as _;
use std::path::Path;

use crate::tui::keymap::{Context, MOUSE, of};
use crate::words::{Catalog, Language};

fn page() -> String {
    let words = Catalog::new(Language::En);
    let mut page = String::from(
        "# Keys\n\nGenerated from the key table in `src/tui/keymap.rs`; a test keeps it true. \
         `PULIH_WRITE_DOCS=1 cargo test --lib keys` writes it anew.\n\n\
         Arrow keys and vim keys both work. While a field has the focus a letter is a letter and nothing else.\n\
         Of two meanings of a key the one of the screen in front counts: `^P` goes up in lists, but not in the one of the \
         accounts.\n",
    );
    for context in Context::ALL {
        write!(page, "\n## {}\n\n| Key | What it does |\n| --- | --- |\n", words.line(context.title())).unwrap();
        for binding in of(context) {
            let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{}`", key.name(true))).collect();
            writeln!(page, "| {} | {} |", keys.join(" "), words.line(binding.about)).unwrap();
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
    for language in [Language::En, Language::Sv, Language::Id] {
        let words = Catalog::new(language);
        for context in Context::ALL {
            assert!(of(context).count() > 0, "{context:?}");
            for binding in of(context) {
                assert!(!words.line(binding.about).starts_with('<'), "{}", binding.about);
            }
        }
    }
}
