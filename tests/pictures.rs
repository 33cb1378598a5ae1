//! The picture of the accounts screen in the README: drawn from the demo's accounts, and kept true.
//! `PULIH_WRITE_DOCS=1 cargo test --test pictures` draws it anew.
#![expect(clippy::disallowed_methods, reason = "a test looks at the disk")]
#![expect(clippy::expect_used, reason = "a test stops where something is not as it must be")]

mod svg;

use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use pulih::chance::{Entropy, NoEntropy};
use pulih::moment::{Moment, Tick};
use pulih::ops::Session;
use pulih::ops::demo::{DEMO_PASSPHRASE, sample_book};
use pulih::secret::Passphrase;
use pulih::tui::Options;
use pulih::tui::home::Home;
use pulih::tui::model::{Model, Place};
use pulih::tui::view::view;
use pulih::vault::{KdfParams, OpenVault};
use pulih::words::{Catalog, Language};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use svg::svg;

const PICTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/pictures/accounts.svg");

#[test]
fn the_picture_of_the_accounts_screen_is_what_the_program_shows() {
    let drawn = svg(&screen(80, 24), "The accounts screen");
    if std::env::var_os("PULIH_WRITE_DOCS").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/pictures")).expect("a folder for pictures");
        std::fs::write(PICTURE, &drawn).expect("the picture can be written");
    }
    let kept = std::fs::read_to_string(PICTURE).unwrap_or_default();
    assert!(kept == drawn, "the screen has changed: PULIH_WRITE_DOCS=1 cargo test --test pictures, and look at it");
}

/// The accounts screen with the demo's accounts, the same each time.
fn screen(width: u16, height: u16) -> Buffer {
    let (now, chance) = (Moment::from_unix(1_795_000_002), Counted(AtomicU8::new(7)));
    let passphrase = Passphrase::parse(DEMO_PASSPHRASE).expect("a passphrase");
    let mut vault = OpenVault::create(&passphrase, KdfParams::LEAST, now, &chance).expect("a vault");
    *vault.book_mut() = sample_book(&chance, now).expect("samples");
    let options = Options { demo: true, ..Options::default() };
    let tick = Tick(Duration::from_secs(1));
    let mut model = Model::new(&options, String::new(), Size::new(width, height), now, tick);
    model.place = Place::Home(Box::new(Home::new(Session::in_memory(vault), &model.desk)));
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    let words = Catalog::new(Language::En);
    terminal.draw(|frame| view(&model, &words, frame)).expect("a frame");
    terminal.backend().buffer().clone()
}

/// Bytes that look like chance and are the same in every run.
struct Counted(AtomicU8);

impl Entropy for Counted {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        bytes.iter_mut().for_each(|byte| *byte = self.0.fetch_add(73, Ordering::Relaxed).wrapping_mul(167));
        Ok(())
    }
}
