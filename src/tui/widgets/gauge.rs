//! Time left as a bar: half a cell a step, a colour that follows, and always the number beside it (by the caller).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::theme::{Role, Sign, Theme};
use crate::tui::widgets::line::put;

/// How much of a period is left.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Left {
    /// Whole seconds left, at least 1 while the code is good.
    pub seconds: u32,
    /// Seconds of the period.
    pub period: u32,
}

impl Left {
    /// Green above 34 %, yellow above 17 %, red below.
    #[must_use]
    pub fn role(self) -> Role {
        match u64::from(self.seconds) * 100 / u64::from(self.period.max(1)) {
            35.. => Role::Ok,
            18..=34 => Role::Warn,
            _ => Role::Bad,
        }
    }

    /// How many half cells of `cells` are still full, rounded up so that the last second still shows.
    #[must_use]
    pub fn halves(self, cells: u16) -> u16 {
        let all = u64::from(cells) * 2;
        let full = (all * u64::from(self.seconds)).div_ceil(u64::from(self.period.max(1)));
        u16::try_from(full.min(all)).unwrap_or(u16::MAX)
    }
}

/// Draws the bar into `cells` columns from `x` on.
pub fn draw(buffer: &mut Buffer, area: Rect, (x, y): (u16, u16), cells: u16, left: Left, theme: &Theme) {
    let halves = left.halves(cells);
    let full = halves / 2;
    let half = halves % 2;
    let bar = theme.sign(Sign::GaugeFull).repeat(usize::from(full));
    let tip = theme.sign(Sign::GaugeHalf).repeat(usize::from(half));
    let gone = theme.sign(Sign::GaugeEmpty).repeat(usize::from(cells - full - half));
    let x = put(buffer, area, x, y, &bar, theme.style(left.role()));
    let x = put(buffer, area, x, y, &tip, theme.style(left.role()));
    put(buffer, area, x, y, &gone, theme.style(Role::Border));
}

#[cfg(test)]
mod tests {
    use super::Left;
    use crate::tui::theme::Role;

    #[test]
    fn the_bar_shrinks_by_half_cells_and_never_vanishes_before_its_time() {
        let halves = |seconds| Left { seconds, period: 30 }.halves(12);
        assert_eq!([30, 18, 1, 0].map(halves), [24, 15, 1, 0]);
    }

    #[test]
    fn a_number_out_of_all_proportion_does_no_harm() {
        assert_eq!(Left { seconds: u32::MAX, period: 0 }.halves(u16::MAX), u16::MAX);
    }

    #[test]
    fn the_colour_follows_the_time() {
        let role = |seconds| Left { seconds, period: 30 }.role();
        assert_eq!([18, 10, 5].map(role), [Role::Ok, Role::Warn, Role::Bad]);
    }
}
