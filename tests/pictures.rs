//! The picture of the accounts screen in the README: drawn from the demo's accounts, and kept true.
//! `PULIH_WRITE_DOCS=1 cargo test --test pictures` draws it anew.
#![expect(clippy::disallowed_methods, reason = "a test looks at the disk")]
#![expect(clippy::expect_used, reason = "a test stops where something is not as it must be")]

use std::fmt::Write;
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
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

const PICTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/pictures/accounts.svg");

const CELL: (u16, u16) = (9, 20);
const MARGIN: u16 = 12;
const DARK: &str = "#16181d";
const LIGHT: &str = "#d8dbe2";

#[test]
fn the_picture_of_the_accounts_screen_is_what_the_program_shows() {
    let drawn = svg(&screen(80, 24));
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

fn svg(buffer: &Buffer) -> String {
    let (width, height) = (buffer.area.width * CELL.0 + 2 * MARGIN, buffer.area.height * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n\
         <title>The accounts screen</title>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{DARK}\"/>\n\
         <g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\" shape-rendering=\"crispEdges\" xml:space=\"preserve\">\n"
    );
    for row in 0..buffer.area.height {
        let mut column = 0;
        while let Some(cell) = buffer.cell((column, row)).filter(|_| column < buffer.area.width) {
            let (text, next) = run(buffer, column, row);
            put(&mut out, cell, &text, (column, next - column), row);
            column = next;
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// The cells from here on that look alike, and the column after them. A wide character stands alone.
fn run(buffer: &Buffer, column: u16, row: u16) -> (String, u16) {
    let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    let Some(first) = buffer.cell((column, row)) else { return (String::new(), column + 1) };
    let wide = |cell: &Cell| u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
    let mut text = first.symbol().to_owned();
    let mut next = column + wide(first);
    if !first.symbol().is_ascii() {
        return (text, next);
    }
    while let Some(cell) = buffer.cell((next, row)).filter(|cell| look(cell) == look(first) && cell.symbol().is_ascii())
    {
        text.push_str(cell.symbol());
        next += 1;
        if next >= buffer.area.width {
            break;
        }
    }
    (text, next)
}

fn put(out: &mut String, cell: &Cell, text: &str, (column, columns): (u16, u16), row: u16) {
    let (x, y) = (MARGIN + column * CELL.0, MARGIN + row * CELL.1);
    let (mut fore, mut back) = (colour(cell.fg, LIGHT), colour(cell.bg, DARK));
    if cell.modifier.contains(Modifier::REVERSED) {
        (fore, back) = (back, fore);
    }
    let width = columns * CELL.0;
    if back != DARK {
        let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{back}\"/>", CELL.1);
    }
    if text.trim().is_empty() {
        return;
    }
    let mut style = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::DIM, " opacity=\"0.6\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        if cell.modifier.contains(modifier) {
            style.push_str(attribute);
        }
    }
    if let Some((left, top, right, bottom)) = block(text) {
        let part = |share: u16, of: u16| share * of / 8;
        let (x, y) = (x + part(left, CELL.0), y + part(top, CELL.1));
        let (width, height) = (part(right - left, CELL.0), part(bottom - top, CELL.1).max(2));
        let size = format!("width=\"{width}\" height=\"{height}\"");
        let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" {size} fill=\"{fore}\"{style}/>");
        return;
    }
    // A place for each letter: the picture is the same whatever font the reader has.
    let places: Vec<String> =
        (0..text.chars().count()).map(|at| (usize::from(x) + at * usize::from(CELL.0)).to_string()).collect();
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let _ = writeln!(out, "<text x=\"{}\" y=\"{}\" fill=\"{fore}\"{style}>{escaped}</text>", places.join(" "), y + 15);
}

/// What a block or line character fills of its cell, in eighths: left, top, right, bottom.
fn block(text: &str) -> Option<(u16, u16, u16, u16)> {
    Some(match text {
        "█" => (0, 0, 8, 8),
        "▀" => (0, 0, 8, 4),
        "▄" => (0, 4, 8, 8),
        "▌" => (0, 0, 4, 8),
        "▐" => (4, 0, 8, 8),
        "━" => (0, 3, 8, 5),
        "╸" => (0, 3, 4, 5),
        "─" => (0, 4, 8, 4),
        _ => return None,
    })
}

/// A colour of the terminal's own palette, as a dark theme has it.
fn colour(colour: Color, own: &'static str) -> &'static str {
    match colour {
        Color::Black => "#23262e",
        Color::Red | Color::LightRed => "#ff7b72",
        Color::Green | Color::LightGreen => "#7ee787",
        Color::Yellow | Color::LightYellow => "#f2cc60",
        Color::Blue | Color::LightBlue => "#79c0ff",
        Color::Magenta | Color::LightMagenta => "#d2a8ff",
        Color::Cyan | Color::LightCyan => "#76e3ea",
        Color::Gray | Color::White => "#e6e9ef",
        Color::DarkGray => "#7d8590",
        _ => own,
    }
}
