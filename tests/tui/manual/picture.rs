//! What a terminal shows, as the cells that a picture is drawn from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

/// The screen of a terminal; of one in which commands ran, the rows that they have written.
pub fn cells(screen: &vt100::Screen, is_whole: bool) -> Buffer {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let is_written =
        |row: &u16| (0..columns).any(|column| screen.cell(*row, column).is_some_and(vt100::Cell::has_contents));
    let written = (0..rows).rfind(is_written).map_or(0, |row| row + 1);
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, if is_whole { rows } else { written }));
    for at in buffer.area.positions() {
        let (Some(seen), Some(cell)) = (screen.cell(at.y, at.x), buffer.cell_mut(at)) else { continue };
        if seen.has_contents() {
            cell.set_symbol(seen.contents());
        }
        cell.set_fg(colour(seen.fgcolor())).set_bg(colour(seen.bgcolor()));
        cell.modifier = modifiers(seen);
    }
    buffer
}

fn modifiers(cell: &vt100::Cell) -> Modifier {
    let all = [
        (cell.bold(), Modifier::BOLD),
        (cell.dim(), Modifier::DIM),
        (cell.inverse(), Modifier::REVERSED),
        (cell.underline(), Modifier::UNDERLINED),
    ];
    all.into_iter().filter(|(is_set, _)| *is_set).map(|(_, modifier)| modifier).collect()
}

/// The sixteen colours of a terminal's own palette; the manual's program uses no others.
fn colour(colour: vt100::Color) -> Color {
    const PALETTE: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(number) => PALETTE[usize::from(number)],
        vt100::Color::Rgb(..) => unreachable!("{colour:?} is none of the terminal's own colours"),
    }
}
