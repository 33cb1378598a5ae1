//! What a place was found to do when backups were set up, and what it cannot promise, in plain sentences.

use crate::account::Book;
use crate::ops::backup::{Probed, SetUp};
use crate::ops::circular;
use crate::text::Text;
use crate::tui::theme::{Role, Sign};
use crate::tui::widgets::page::Page;

/// What is said of a new set, the good first.
#[derive(Debug)]
pub(super) struct Findings(Vec<(Text, Level)>);

/// How much a finding matters.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Level {
    Bad,
    Fair,
    Good,
}

impl Findings {
    /// Of a set that was just made, for the accounts of this vault.
    pub(super) fn of(ready: &SetUp, book: &Book, account: &str, place: &str) -> Self {
        let mut said = vec![(Text::new("tui-tried-good").word("place", place), Level::Good)];
        said.extend(promises(ready.probed));
        said.extend(ready.remark.map(|remark| (remark.text(), Level::Fair)));
        let circle = circular::warning(book, account, place).map(|warning| {
            let fix = Text::new("fix-protect-circular");
            (Text::new("tui-two-sentences").text("first", warning).text("second", fix), Level::Bad)
        });
        said.extend(circle);
        Self(said)
    }

    /// Draws it.
    pub(super) fn view(&self, page: &mut Page<'_>, is_making: bool) {
        for (said, level) in &self.0 {
            let (sign, role) = match level {
                Level::Bad => (Sign::Action, Role::Warn),
                Level::Fair => (Sign::Bullet, Role::Warn),
                Level::Good => (Sign::Done, Role::Ok),
            };
            let said = format!("{} {}", page.seen.sign(sign), page.seen.words.say(said));
            page.say(&said, role);
        }
        page.gap();
        if is_making {
            page.line("tui-tried-first", Role::Muted);
        }
        page.line("tui-tried-next", Role::Text);
    }
}

fn promises(probed: Probed) -> impl Iterator<Item = (Text, Level)> {
    let all = [
        (probed.lists_at_once, "tui-tried-lists", "tui-tried-lists-late"),
        (probed.refuses_overwrites, "tui-tried-refuses", "tui-tried-overwrites"),
        (probed.confirms, "tui-tried-confirms", "tui-tried-unconfirmed"),
    ];
    all.into_iter().map(|(is_so, good, fair)| match is_so {
        true => (Text::new(good), Level::Good),
        false => (Text::new(fair), Level::Fair),
    })
}
