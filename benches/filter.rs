//! What a key in the search line costs: the search alone, then the key with the frame that follows, and a frame alone.

mod support;

use std::time::Duration;

use divan::Bencher;
use pulih::account::{Index, marks};
use pulih::edge::SystemEntropy;
use pulih::moment::Tick;
use pulih::ops::Session;
use pulih::secret::Passphrase;
use pulih::tui::Options;
use pulih::tui::home::Home;
use pulih::tui::key::Key;
use pulih::tui::model::{Model, Place};
use pulih::tui::msg::Msg;
use pulih::tui::update::update;
use pulih::tui::view::view;
use pulih::vault::{KdfParams, OpenVault};
use pulih::words::{Catalog, Language};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Size;
use support::{NOW, SIZES, book, growth, heading};

/// What is typed: common and rare, one word and two, found everywhere and nowhere, letters strewn about.
const QUERIES: [&str; 8] = ["a", "git", "gith", "kultur anna", "fmex", "#work bud", "nobody at all", "försäk"];

fn main() {
    divan::main();
    heading();
    for query in QUERIES {
        growth(&format!("search “{query}”"), |size| Index::new(&book(size)), |index| index.search(query).len());
    }
    growth("mark the letters of 20 rows", book, |book| {
        book.live().take(20).map(|account| marks("ghan", account).name.len()).sum::<usize>()
    });
    growth("frame at 80x24", |size| Face::new(size, 80, 24), Face::draw);
    growth("frame at 120x40", |size| Face::new(size, 120, 40), Face::draw);
    growth("filter key and frame", Face::searching, Face::press_and_draw);
    growth("arrow key and frame", |size| Face::new(size, 80, 24), |face| face.press(Key::plain(KeyCode::Down)));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn search(bencher: Bencher<'_, '_>, accounts: usize) {
    let index = Index::new(&book(accounts));
    bencher.bench_local(|| index.search("kultur anna").len());
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn filter_key_and_frame(bencher: Bencher<'_, '_>, accounts: usize) {
    let mut face = Face::searching(accounts);
    bencher.bench_local(|| face.press_and_draw());
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn frame(bencher: Bencher<'_, '_>, accounts: usize) {
    let mut face = Face::new(accounts, 80, 24);
    bencher.bench_local(|| face.draw());
}

/// The terminal face over a terminal that is only a buffer.
struct Face {
    model: Model,
    words: Catalog,
    terminal: Terminal<TestBackend>,
    is_typed: bool,
}

impl Face {
    #[expect(clippy::expect_used, reason = "a bench stops where something is not as it must be")]
    fn new(accounts: usize, width: u16, height: u16) -> Self {
        let passphrase = Passphrase::parse("for a bench only").expect("a passphrase");
        let mut vault = OpenVault::create(&passphrase, KdfParams::LEAST, NOW, &SystemEntropy).expect("a vault");
        *vault.book_mut() = book(accounts);
        let tick = Tick(Duration::from_secs(1));
        let size = Size::new(width, height);
        let mut model = Model::new(&Options::default(), "bench.pulih".to_owned(), size, NOW, tick);
        model.place = Place::Home(Box::new(Home::new(Session::in_memory(vault), &model.desk)));
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
        Self { model, words: Catalog::new(Language::En), terminal, is_typed: false }
    }

    /// The same with the search line open and a letter in it.
    fn searching(accounts: usize) -> Self {
        let mut face = Self::new(accounts, 80, 24);
        for key in ['/', 'a'] {
            face.press(Key::of(key));
        }
        face
    }

    fn draw(&mut self) {
        let drawn = self.terminal.draw(|frame| view(&self.model, &self.words, frame));
        assert!(drawn.is_ok());
    }

    fn press(&mut self, key: Key) {
        let effects = update(&mut self.model, Msg::Key(key));
        assert!(effects.is_empty(), "a key that only looks asks for nothing");
        self.draw();
    }

    /// A letter more, and the next time that letter less.
    fn press_and_draw(&mut self) {
        self.is_typed = !self.is_typed;
        self.press(if self.is_typed { Key::of('n') } else { Key::plain(KeyCode::Backspace) });
    }
}
