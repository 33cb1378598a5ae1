//! A screen of cells as an SVG picture: every letter in its place, whatever font the reader has.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

const CELL: (u16, u16) = (9, 20);
const MARGIN: u16 = 12;
const DARK: &str = "#16181d";
const LIGHT: &str = "#d8dbe2";

/// Draws it on a dark ground.
pub fn svg(buffer: &Buffer, title: &str) -> String {
    let (width, height) = (buffer.area.width * CELL.0 + 2 * MARGIN, buffer.area.height * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n\
         <title>{title}</title>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{DARK}\"/>\n\
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
        "│" => (3, 0, 5, 8),
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
