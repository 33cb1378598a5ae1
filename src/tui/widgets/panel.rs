//! A framed panel in the middle of the screen, over whatever is there: questions and help.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::line::{self, fit, put};

/// Draws the frame and a title, and returns what is inside.
pub fn draw(buffer: &mut Buffer, screen: Rect, (width, height): (u16, u16), title: &str, theme: &Theme) -> Rect {
    let area = area(screen, (width, height));
    // What lies behind is dimmed, not hidden.
    buffer.set_style(screen, Style::new().add_modifier(Modifier::DIM));
    Clear.render(area, buffer);
    make_way(area, buffer);
    buffer.set_style(area, theme.base());
    // The corners of the plain one have a likeness on terminals without signs.
    let border = if theme.unicode { BorderType::Rounded } else { BorderType::Plain };
    Block::bordered().border_type(border).border_style(theme.style(Role::Border)).render(area, buffer);
    let title = fit(&format!(" {title} "), area.width.saturating_sub(4), "");
    put(buffer, area, area.x + 2, area.y, &title, theme.style(Role::Accent).remove_modifier(Modifier::DIM));
    inside(screen, (width, height))
}

/// A character of two columns that reaches in from the left would be drawn over the frame, and push it aside.
fn make_way(area: Rect, buffer: &mut Buffer) {
    let Some(x) = area.x.checked_sub(1) else { return };
    for y in area.top()..area.bottom() {
        if let Some(cell) = buffer.cell_mut((x, y)).filter(|cell| line::width(cell.symbol()) > 1) {
            cell.set_symbol(" ");
        }
    }
}

/// Where the frame stands.
fn area(screen: Rect, (width, height): (u16, u16)) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    Rect { x: screen.x + (screen.width - width) / 2, y: screen.y + (screen.height - height) / 2, width, height }
}

/// What is inside the frame.
#[must_use]
pub fn inside(screen: Rect, size: (u16, u16)) -> Rect {
    let area = area(screen, size);
    Rect {
        x: area.x + 3.min(area.width),
        y: area.y + 2.min(area.height),
        width: area.width.saturating_sub(6),
        height: area.height.saturating_sub(3),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::draw;
    use crate::config::Theme as Name;
    use crate::tui::look::Look;
    use crate::tui::theme::Theme;
    use crate::tui::widgets::ascii::plain;

    fn framed(behind: &str, unicode: bool) -> Buffer {
        let mut buffer = Buffer::with_lines([behind; 5]);
        let mut theme = Theme::new(Name::Terminal, Look::default());
        theme.unicode = unicode;
        draw(&mut buffer, Rect::new(0, 0, 14, 5), (8, 5), "A", &theme);
        if !unicode {
            plain(&mut buffer);
        }
        buffer
    }

    #[test]
    fn a_wide_character_behind_a_panel_does_not_push_its_frame_aside() {
        let buffer = framed("ああああああああ", true);
        for y in 1..4 {
            assert_eq!((buffer[(2, y)].symbol(), buffer[(3, y)].symbol()), (" ", "│"));
            assert_eq!(buffer[(0, y)].symbol(), "あ");
        }
    }

    #[test]
    fn a_panel_has_a_frame_on_a_terminal_without_signs_too() {
        let buffer = framed("xxxxxxxxxxxxxx", false);
        assert_eq!([3, 10].map(|x| buffer[(x, 0)].symbol()), ["+", "+"]);
        assert_eq!([3, 10].map(|x| buffer[(x, 2)].symbol()), ["|", "|"]);
        assert_eq!([3, 7, 10].map(|x| buffer[(x, 4)].symbol()), ["+", "-", "+"]);
    }
}
