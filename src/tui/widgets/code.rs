//! A QR code on the screen, as sturdy as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use crate::formats::QrCode;
use crate::tui::screens::Seen;
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::line::{put, put_lines, wrap};

/// The light modules that `QrCode` puts around a code.
const QUIET: usize = 4;

/// The least light modules around a code that readers manage with on a screen.
const LEAST_QUIET: usize = 1;

/// A code and the light modules around it that there is room for.
#[derive(Clone, Copy, Debug)]
pub struct Fitting<'a> {
    code: &'a QrCode,
    quiet: usize,
}

impl<'a> Fitting<'a> {
    /// The sturdiest that fits, the light zone given up before the error correction is.
    #[must_use]
    pub fn new(codes: &'a [QrCode], unicode: bool, area: Rect) -> Option<Self> {
        let zones = [QUIET, 2, LEAST_QUIET];
        let all = codes.iter().flat_map(|code| zones.map(|quiet| Self { code, quiet }));
        let fits = |one: &Self| {
            let (columns, rows) = one.size(unicode);
            columns <= area.width && rows <= area.height
        };
        all.into_iter().find(fits)
    }

    /// The least that there can be of a code.
    #[must_use]
    pub const fn least(code: &'a QrCode) -> Self {
        Self { code, quiet: LEAST_QUIET }
    }

    const fn modules(self) -> usize {
        self.code.side() - 2 * (QUIET - self.quiet)
    }

    /// Columns and rows on the screen: half blocks where the terminal has them, else two columns a module.
    #[must_use]
    pub fn size(self, unicode: bool) -> (u16, u16) {
        let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        let side = self.modules();
        if unicode { (cells(side), cells(side.div_ceil(2))) } else { (cells(2 * side), cells(side)) }
    }

    fn is_dark(self, row: usize, column: usize) -> bool {
        let cut = QUIET - self.quiet;
        self.code.is_dark(row + cut, column + cut)
    }
}

/// A code that is nobody's secret, drawn where there is room for it and left out where there is none.
pub fn small(code: &QrCode, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let unicode = theme.unicode;
    if let Some(fitting) = Fitting::new(std::slice::from_ref(code), unicode, area) {
        let (width, height) = fitting.size(unicode);
        draw(fitting, theme, Rect { width, height, ..area }, buffer);
    }
}

/// Dark on light whatever the terminal's own colours are; without colours the light modules are drawn.
pub fn draw(fitting: Fitting<'_>, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let (unicode, colour) = (theme.unicode, theme.has_colour());
    let painted = Style::new().fg(Color::Black).bg(Color::White);
    let inverted = Style::new().fg(Color::White).bg(Color::Black);
    for (y, line) in (area.top()..area.bottom()).zip(0..) {
        let mut x = area.x;
        for column in 0..fitting.modules() {
            let (glyph, style) = if unicode {
                let (top, bottom) = (fitting.is_dark(2 * line, column), fitting.is_dark(2 * line + 1, column));
                let is_past = 2 * line + 1 >= fitting.modules();
                let glyph = if colour { half(top, bottom) } else { half(!top, !bottom && !is_past) };
                (glyph, if colour { painted } else { Style::new() })
            } else {
                match (fitting.is_dark(line, column), colour) {
                    (true, true) => ("  ", inverted),
                    (false, true) => ("  ", painted),
                    (true, false) => ("  ", Style::new()),
                    (false, false) => ("##", Style::new()),
                }
            };
            x = put(buffer, area, x, y, glyph, style);
        }
    }
}

const fn half(top: bool, bottom: bool) -> &'static str {
    match (top, bottom) {
        (true, true) => "█",
        (true, false) => "▀",
        (false, true) => "▄",
        (false, false) => " ",
    }
}

/// Draws an address as a code for a phone, and the address beside or below it.
pub fn draw_address(seen: Seen<'_>, address: &str, area: Rect, buffer: &mut Buffer) {
    let codes: Vec<QrCode> = [QrCode::of(address), QrCode::smallest(address)].into_iter().flatten().collect();
    let lines = wrap(address, area.width);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let room = Rect { height: area.height.saturating_sub(rows), ..area };
    let y = match Fitting::new(&codes, seen.theme().unicode, room) {
        None => area.y,
        Some(fitting) => {
            let (width, height) = fitting.size(seen.theme().unicode);
            draw(fitting, seen.theme(), Rect { width, height, ..area }, buffer);
            area.y + height
        }
    };
    put_lines(buffer, area, y, &lines, seen.style(Role::Muted));
}
