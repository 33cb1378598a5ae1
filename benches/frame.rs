//! What a frame costs, and a key with the frame that follows: the same at ten accounts as at a hundred thousand, but for the
//! search, which looks at each.

mod support;

use std::time::Duration;

use divan::Bencher;
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
use pulih::tui::wake::sleep;
use pulih::vault::{KdfParams, OpenVault};
use pulih::words::{Catalog, Language};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Size;
use support::{NOW, book, growth, heading};

/// How many accounts: a person's, more than any person's, and what is promised.
const ACCOUNTS: [usize; 3] = [10, 10_000, 100_000];

fn main() {
    divan::main();
    heading();
    growth("frame at 200x60", |size| Face::new(size, 200, 60), Face::draw);
    growth("a second and its frame", |size| Face::new(size, 80, 24), Face::pass_a_second);
}

#[divan::bench(args = ACCOUNTS)]
fn frame_80x24(bencher: Bencher<'_, '_>, accounts: usize) {
    let mut face = Face::new(accounts, 80, 24);
    bencher.bench_local(|| face.draw());
}

#[divan::bench(args = ACCOUNTS)]
fn frame_200x60(bencher: Bencher<'_, '_>, accounts: usize) {
    let mut face = Face::new(accounts, 200, 60);
    bencher.bench_local(|| face.draw());
}

#[divan::bench(args = ACCOUNTS)]
fn second_and_frame(bencher: Bencher<'_, '_>, accounts: usize) {
    let mut face = Face::new(accounts, 80, 24);
    bencher.bench_local(|| face.pass_a_second());
}

#[divan::bench(args = ACCOUNTS)]
fn when_to_wake(bencher: Bencher<'_, '_>, accounts: usize) {
    let face = Face::new(accounts, 80, 24);
    bencher.bench_local(|| sleep(&face.model));
}

#[divan::bench(args = ACCOUNTS)]
fn arrow_and_frame(bencher: Bencher<'_, '_>, accounts: usize) {
    let mut face = Face::new(accounts, 80, 24);
    bencher.bench_local(|| face.press(Key::plain(KeyCode::Down)));
}

#[divan::bench(args = ACCOUNTS)]
fn filter_letter_and_frame(bencher: Bencher<'_, '_>, accounts: usize) {
    let mut face = Face::new(accounts, 80, 24);
    face.press(Key::of('/'));
    face.press(Key::of('a'));
    let mut is_typed = false;
    bencher.bench_local(|| {
        is_typed = !is_typed;
        face.press(if is_typed { Key::of('n') } else { Key::plain(KeyCode::Backspace) });
    });
}

/// The terminal face over a terminal that is only a buffer.
struct Face {
    model: Model,
    words: Catalog,
    terminal: Terminal<TestBackend>,
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
        Self { model, words: Catalog::new(Language::En), terminal }
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

    /// What the loop does once a second while a gauge is seen. The other clock stands still, so that no vault locks itself.
    fn pass_a_second(&mut self) {
        let second = Duration::from_secs(1);
        let (now, tick) = (self.model.desk.now.later(second), self.model.desk.tick);
        let effects = update(&mut self.model, Msg::Time(now, tick));
        assert!(effects.is_empty(), "a second that passes asks for nothing");
        self.draw();
    }
}
