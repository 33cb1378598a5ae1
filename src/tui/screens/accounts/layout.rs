//! Where things stand on the accounts screen, for any size. Read by the view, and by the keys that page and scroll.

use ratatui::layout::{Rect, Size};

/// Below this width or height one sentence is shown instead.
pub const LEAST: Size = Size { width: 40, height: 10 };

/// From this width on the account is shown beside the list.
const WIDE: u16 = 110;

/// Columns of a list in which names, addresses and codes stand whole.
const NAMED: u16 = 72;

/// The rows that the open account takes: its own, and five below.
pub const CARD_ROWS: u16 = 6;

/// The places of the accounts screen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Layout {
    /// Name, count, state of the vault.
    pub header: Rect,
    /// The groups beside the list, on wide terminals.
    pub sidebar: Option<Rect>,
    /// What is searched for.
    pub search: Rect,
    /// A rule below it, where there is room.
    pub rule: Option<Rect>,
    /// The groups as a line, where there is room and no side bar.
    pub groups: Option<Rect>,
    /// The accounts.
    pub list: Rect,
    /// The chosen account, on wide terminals.
    pub pane: Option<Rect>,
    /// Whether the chosen account can be opened in place.
    pub has_card: bool,
    /// The gauge of the 30 seconds that all share, below the list of a wide screen.
    pub gauge: Option<Rect>,
    /// Notices.
    pub toast: Rect,
    /// The keys.
    pub footer: Rect,
}

impl Layout {
    /// The layout for a size.
    #[must_use]
    pub fn new(size: Size) -> Self {
        let screen = Rect::from((ratatui::layout::Position::ORIGIN, size));
        if size.width >= WIDE && size.height >= 20 { Self::wide(screen) } else { Self::narrow(screen) }
    }

    /// How many rows the list has for an account that is `above` rows below the top, with or without an open card.
    #[must_use]
    pub fn fits(&self, above: usize, is_card_open: bool) -> bool {
        let own = if is_card_open && self.has_card { CARD_ROWS } else { 1 };
        above + usize::from(own) <= usize::from(self.list.height)
    }

    fn narrow(screen: Rect) -> Self {
        let is_roomy = screen.height >= 18;
        let row = |y: u16| Rect { y, height: 1, ..screen }.intersection(screen);
        let top = if is_roomy { 6 } else { 2 };
        let bottom = screen.height.saturating_sub(if is_roomy { 2 } else { 1 });
        let toast = screen.height.saturating_sub(if is_roomy { 2 } else { 1 });
        Self {
            header: row(0),
            sidebar: None,
            search: row(if is_roomy { 2 } else { 1 }),
            rule: is_roomy.then(|| row(3)),
            groups: is_roomy.then(|| row(4)),
            list: Rect { y: top, height: bottom.saturating_sub(top), ..screen }.intersection(screen),
            pane: None,
            has_card: is_roomy && screen.width >= 60,
            gauge: None,
            toast: row(toast),
            footer: row(screen.height.saturating_sub(1)),
        }
    }

    fn wide(screen: Rect) -> Self {
        let row = |y: u16| Rect { y, height: 1, ..screen };
        let body = Rect { y: 2, height: screen.height.saturating_sub(4), ..screen };
        let side = 19;
        // Whole names come before large digits: the account has what the list can spare.
        let pane = screen.width.saturating_sub(side + NAMED).clamp(38, 64);
        let list = Rect { x: side, width: screen.width - side - pane, ..body };
        let line = |y: u16| Rect { y, height: 1, ..list };
        Self {
            header: row(0),
            sidebar: Some(Rect { width: side, ..body }),
            search: line(body.y),
            rule: Some(line(body.y + 1)),
            groups: None,
            list: Rect { y: body.y + 2, height: body.height.saturating_sub(4), ..list },
            pane: Some(Rect { x: list.right(), width: pane, ..body }),
            has_card: false,
            gauge: Some(line(body.bottom().saturating_sub(1))),
            toast: row(screen.height.saturating_sub(2)),
            footer: row(screen.height.saturating_sub(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::Layout;

    #[test]
    fn at_least_fourteen_accounts_are_seen_at_80_by_24() {
        assert!(Layout::new(Size::new(80, 24)).list.height >= 14);
    }

    #[test]
    fn from_110_columns_on_the_account_stands_beside_the_list() {
        assert!(Layout::new(Size::new(109, 40)).pane.is_none());
        assert!(Layout::new(Size::new(110, 40)).pane.is_some());
    }

    #[test]
    fn the_list_has_room_for_whole_names_before_the_account_beside_it_has_large_digits() {
        for width in 120..300 {
            let layout = Layout::new(Size::new(width, 40));
            let pane = layout.pane.unwrap();
            assert!(layout.list.width >= 60 && pane.width >= 38, "{width}");
            assert!(pane.width == 38 || layout.list.width >= 72, "{width}");
        }
    }

    #[test]
    fn every_place_lies_on_the_screen_at_any_size() {
        for width in (0..130).chain([500]) {
            for height in (0..45).chain([200]) {
                let layout = Layout::new(Size::new(width, height));
                let places = [Some(layout.header), layout.sidebar, Some(layout.search), layout.rule, layout.groups];
                let others = [Some(layout.list), layout.pane, layout.gauge, Some(layout.toast), Some(layout.footer)];
                for place in places.into_iter().chain(others).flatten().filter(|place| !place.is_empty()) {
                    assert!(place.right() <= width && place.bottom() <= height, "{place:?} at {width}x{height}");
                }
            }
        }
    }
}
