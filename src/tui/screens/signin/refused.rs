//! Refused codes as they are drawn: the clock, then the counter.

use crate::text::Text;
use crate::tui::screens::signin::State;
use crate::tui::screens::signin::steps::field_row;
use crate::tui::theme::Role;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::sheet;

pub(super) fn clock(page: &mut Page<'_>, state: &State) {
    page.line("tui-signin-clock", Role::Text);
    let now = jiff::Timestamp::from_second(page.seen.desk.now.unix()).unwrap_or_default();
    let here = now.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let said = page.seen.words.say(&Text::new("tui-signin-clock-here").word("time", here));
    page.say(&said, Role::Accent);
    page.gap();
    if let Some(found) = state.flow.clock() {
        let said = page.seen.words.say(&found.text());
        page.say(&said, if found.offset.matters() { Role::Warn } else { Role::Ok });
        page.gap();
    }
    corrected(page);
    let label = page.seen.words.line("tui-signin-time");
    let row = field_row(page, &label, true);
    sheet::plain(page.buffer, row, &state.time, true, page.seen.theme());
}

/// What is corrected already.
fn corrected(page: &mut Page<'_>) {
    let by = page.seen.desk.config.clock_correction;
    let id = match by.signum() {
        0 => return,
        1 => "tui-signin-corrected",
        _ => "tui-signin-corrected-back",
    };
    let said = page.seen.words.say(&Text::new(id).number("seconds", by.unsigned_abs()));
    page.say(&said, Role::Muted);
    page.gap();
}

pub(super) fn counter(page: &mut Page<'_>, state: &State) {
    page.line("tui-signin-counter", Role::Text);
    page.line("tui-signin-counter-about", Role::Muted);
    page.gap();
    for (place, (label, field)) in ["tui-signin-first", "tui-signin-second"].into_iter().zip(&state.codes).enumerate() {
        let label = page.seen.words.line(label);
        let row = field_row(page, &label, state.focus == place);
        sheet::secret(page.buffer, row, field, state.focus == place, page.seen.theme());
    }
}
