//! Every kind of terminal: the same screen in all colours, 256, sixteen, none, and in ASCII. Each as text with the styles of
//! its runs, so that what changes is seen.

use std::fmt::Write as _;

use crate::config::{Config, Theme};
use crate::ports::Surroundings;
use crate::tui::look::{Facts, Look};
use crate::tui::testing::Bench;

fn bench(around: Surroundings, config: Config) -> Bench {
    let mut bench = Bench::open();
    bench.model.desk.facts = Facts { around, ..Facts::default() };
    bench.model.desk.config = config;
    bench.model.desk.look_again();
    bench
}

fn terminal(term: &str, color_term: Option<&str>) -> Surroundings {
    Surroundings { term: Some(term.to_owned()), color_term: color_term.map(str::to_owned), ..Surroundings::default() }
}

/// The screen as text, then for each row the runs of one style: column, text, colours, weight.
fn runs(bench: &Bench) -> String {
    let buffer = bench.buffer();
    let mut out = bench.screen();
    out.push('\n');
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let first = &buffer[(x, y)];
            let style = (first.fg, first.bg, first.modifier);
            let mut end = x;
            let mut text = String::new();
            while end < buffer.area.width
                && (buffer[(end, y)].fg, buffer[(end, y)].bg, buffer[(end, y)].modifier) == style
            {
                text.push_str(buffer[(end, y)].symbol());
                end += 1;
            }
            if !text.trim().is_empty() {
                let (fg, bg, weight) = style;
                writeln!(
                    out,
                    "{y:>2} {x:>2} {:<28} {fg} on {bg} {weight:?}",
                    text.trim().chars().take(28).collect::<String>()
                )
                .unwrap();
            }
            x = end;
        }
    }
    out
}

#[test]
fn all_colours() {
    let around = Surroundings { color_fg_bg: Some("15;0".to_owned()), ..terminal("xterm-256color", Some("truecolor")) };
    insta::assert_snapshot!(runs(&bench(around, Config::default())));
}

#[test]
fn on_a_ground_that_nobody_knows_there_are_only_colours_that_are_read_on_any() {
    use ratatui::style::Color;
    for (term, color_term) in [("xterm-256color", Some("truecolor")), ("xterm-256color", None), ("xterm", None)] {
        let bench = bench(terminal(term, color_term), Config::default());
        let is_fine = |colour| matches!(colour, Color::Reset | Color::LightRed | Color::Rgb(..) | Color::Indexed(_));
        for cell in bench.buffer().content() {
            assert!(is_fine(cell.fg) && cell.bg == Color::Reset, "{term}: {:?}", cell.fg);
        }
    }
}

#[test]
fn all_colours_on_a_light_ground() {
    let around = Surroundings { color_fg_bg: Some("0;15".to_owned()), ..terminal("xterm-256color", Some("truecolor")) };
    insta::assert_snapshot!(runs(&bench(around, Config::default())));
}

#[test]
fn a_painted_theme() {
    let config = Config { theme: Theme::HighContrast, ..Config::default() };
    insta::assert_snapshot!(runs(&bench(terminal("xterm-256color", Some("truecolor")), config)));
}

#[test]
fn two_hundred_and_fifty_six_colours() {
    let around = Surroundings { color_fg_bg: Some("15;0".to_owned()), ..terminal("screen-256color", None) };
    insta::assert_snapshot!(runs(&bench(around, Config::default())));
}

#[test]
fn sixteen_colours() {
    insta::assert_snapshot!(runs(&bench(terminal("xterm", None), Config::default())));
}

#[test]
fn the_linux_console() {
    insta::assert_snapshot!(runs(&bench(terminal("linux", None), Config::default())));
}

#[test]
fn no_color() {
    let around = Surroundings { no_color: true, ..terminal("xterm-256color", Some("truecolor")) };
    insta::assert_snapshot!(runs(&bench(around, Config::default())));
}

#[test]
fn a_dumb_terminal() {
    insta::assert_snapshot!(runs(&bench(terminal("dumb", None), Config::default())));
}

#[test]
fn a_locale_that_is_not_utf_8_has_ascii_on_every_screen() {
    let around = Surroundings { has_narrow_charset: true, ..terminal("xterm", None) };
    let mut bench = bench(around, Config::default());
    insta::assert_snapshot!(runs(&bench));
    for size in [(80, 24), (120, 40), (40, 10)] {
        bench.hand(crate::tui::msg::Msg::Resized(ratatui::layout::Size::new(size.0, size.1)));
        // What is sought here is what the program draws, so the accounts have plain names.
        for keys in [
            ".",
            ". j d",
            "n :",
            "esc ?",
            "esc S",
            "esc a",
            "esc t",
            "esc i",
            "esc esc j e",
            "esc esc g",
            "esc /",
            "esc ^l",
        ] {
            bench.press(keys);
            let screen = bench.screen();
            let beyond: Vec<char> = screen.chars().filter(|sign| !sign.is_ascii()).collect();
            assert!(beyond.is_empty(), "{size:?} {keys:?} {beyond:?}\n{screen}");
        }
        bench = Bench { asked: Vec::new(), ..ascii(size) };
    }
}

fn ascii(_: (u16, u16)) -> Bench {
    bench(Surroundings { has_narrow_charset: true, ..terminal("xterm", None) }, Config::default())
}

#[test]
fn a_look_is_found_anew_when_the_terminal_answers() {
    let mut bench = bench(terminal("xterm-256color", Some("truecolor")), Config::default());
    let before = bench.model.desk.theme.style(crate::tui::theme::Role::Accent);
    bench.hand(crate::tui::msg::Msg::Ground(crate::tui::ground::Ground::Light));
    assert_ne!(bench.model.desk.theme.style(crate::tui::theme::Role::Accent), before);
    assert!(!Look::new(&bench.model.desk.facts, &bench.model.desk.config).wants_ground());
}
