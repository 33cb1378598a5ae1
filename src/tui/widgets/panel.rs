//! A framed panel in the middle of the screen, over whatever is there: questions and help.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::line::{fit, put};

/// Draws the frame and a title, and returns what is inside.
pub fn draw(buffer: &mut Buffer, screen: Rect, (width, height): (u16, u16), title: &str, theme: &Theme) -> Rect {
    let area = area(screen, (width, height));
    // What lies behind is dimmed, not hidden.
    buffer.set_style(screen, Style::new().add_modifier(Modifier::DIM));
    Clear.render(area, buffer);
    buffer.set_style(area, theme.base());
    let border = if theme.unicode { BorderType::Rounded } else { BorderType::Plain };
    if theme.unicode {
        Block::bordered().border_type(border).border_style(theme.style(Role::Border)).render(area, buffer);
    }
    let title = fit(&format!(" {title} "), area.width.saturating_sub(4), "");
    put(buffer, area, area.x + 2, area.y, &title, theme.style(Role::Accent).remove_modifier(Modifier::DIM));
    inside(screen, (width, height))
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
