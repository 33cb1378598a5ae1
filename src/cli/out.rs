//! Prints: results to standard output, everything said to the person to standard error, words from outside cleaned.

use std::io::Write;

use serde_json::Value;

use crate::cli::Streams;
use crate::cli::args::Global;
use crate::cli::exit::{Exit, Failure};
use crate::config::Color;
use crate::text::{Explain, Text, clean_line};
use crate::words::Catalog;

/// How many accounts are listed where a query names several: what fits on a small screen.
const MOST_CANDIDATES: usize = 20;

/// The two streams and how to speak on them.
pub(in crate::cli) struct Out {
    streams: Streams,
    words: Catalog,
    wants_json: bool,
    is_plain: bool,
    is_quiet: bool,
    is_verbose: bool,
    paints_results: bool,
    paints_notes: bool,
}

/// What a colour is for. None of them carries a meaning that the words do not.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::cli) enum Paint {
    /// A badge or a warning.
    Badge,
    /// What is wrong.
    Wrong,
}

impl Out {
    pub fn new(streams: Streams, words: Catalog, global: &Global, color: Color, no_color: bool) -> Self {
        let paints = |is_seen: bool| match color {
            _ if global.plain => false,
            Color::Always => true,
            Color::Auto => is_seen && !no_color,
            Color::Never => false,
        };
        Self {
            paints_results: paints(streams.results_are_seen),
            paints_notes: paints(streams.notes_are_seen),
            streams,
            words,
            wants_json: global.json,
            is_plain: global.plain,
            is_quiet: global.quiet,
            is_verbose: global.verbose,
        }
    }

    /// Whether results are to be JSON.
    pub const fn wants_json(&self) -> bool {
        self.wants_json
    }

    /// What is not written as JSON is not given to somebody who asked for that.
    pub fn check_not_json(&self, arg: &'static str) -> Result<(), Failure> {
        if !self.wants_json {
            return Ok(());
        }
        let what = Text::new("err-usage-conflict").word("arg", arg).word("other", "--json");
        Err(Failure::new(Exit::Usage, what, Text::new("fix-usage-help")))
    }

    /// Whether results are laid out for the eye: on a terminal, and not in plain mode.
    pub const fn is_for_the_eye(&self) -> bool {
        self.streams.results_are_seen && !self.is_plain
    }

    /// Whether what is said is seen on a terminal.
    pub const fn notes_are_seen(&self) -> bool {
        self.streams.notes_are_seen
    }

    /// Whether nobody can see a result.
    pub const fn results_are_lost(&self) -> bool {
        self.streams.results_are_lost
    }

    pub const fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// Whether results may have colours.
    pub const fn paints_results(&self) -> bool {
        self.paints_results
    }

    /// The catalogue, for texts that become part of a result.
    pub const fn words(&self) -> &Catalog {
        &self.words
    }

    /// A line of results.
    pub fn result(&mut self, line: &str) -> Result<(), Failure> {
        writeln!(self.streams.results, "{line}")
            .and_then(|()| self.streams.results.flush())
            .map_err(|error| Failure::output(&error))
    }

    /// Results as they are, with their own line ends.
    pub fn raw(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.streams
            .results
            .write_all(bytes)
            .and_then(|()| self.streams.results.flush())
            .map_err(|error| Failure::output(&error))
    }

    /// Results as JSON, on one line.
    pub fn json(&mut self, value: &Value) -> Result<(), Failure> {
        self.result(&value.to_string())
    }

    /// Says what was done; not with `--quiet`.
    pub fn say(&mut self, text: &Text) {
        if !self.is_quiet {
            let line = self.words.say(text);
            self.note(&line);
        }
    }

    /// Says what is being done while it takes its time, on a line that [`Self::passed`] takes away again: for somebody who
    /// sits at a terminal, and for nobody else.
    pub fn passing(&mut self, text: &Text) {
        if self.shows_passing() {
            let line = self.words.say(text);
            let _ = write!(self.streams.notes, "\r\u{1b}[2K{line}").and_then(|()| self.streams.notes.flush());
        }
    }

    /// It is done.
    pub fn passed(&mut self) {
        if self.shows_passing() {
            let _ = write!(self.streams.notes, "\r\u{1b}[2K").and_then(|()| self.streams.notes.flush());
        }
    }

    const fn shows_passing(&self) -> bool {
        self.streams.notes_are_seen && !self.is_quiet && !self.is_plain
    }

    /// Says something that only a curious person wants to hear (`--verbose`).
    pub fn aside(&mut self, text: &Text) {
        if self.is_verbose {
            self.say(text);
        }
    }

    /// Says what the person should know although the deed is done: what is wrong and what helps. Also with `--quiet`:
    /// a warning that is not heard is none.
    pub fn remark_of(&mut self, error: &dyn Explain) {
        self.remark(&error.what(), error.fix().as_ref());
    }

    /// A remark of one or two sentences.
    pub fn remark(&mut self, what: &Text, fix: Option<&Text>) {
        let line = match fix {
            Some(fix) => format!("{} {}", self.words.say(what), self.words.say(fix)),
            None => self.words.say(what),
        };
        self.note(&line);
    }

    /// Says why a command was not done, and gives its exit code.
    pub fn failure(&mut self, failure: &Failure) -> Exit {
        if let Some(what) = &failure.what {
            let what = painted(&self.words.say(what), Some(Paint::Wrong), self.paints_notes);
            self.note(&what);
        }
        if let Some(fix) = &failure.fix {
            let fix = self.words.say(fix);
            self.note(&fix);
        }
        for candidate in failure.candidates.iter().take(MOST_CANDIDATES) {
            self.note(&format!("  {candidate}"));
        }
        let more = failure.candidates.len().saturating_sub(MOST_CANDIDATES);
        if more > 0 {
            let more = self.words.say(&Text::new("cli-more-candidates").number("count", more));
            self.note(&format!("  {more}"));
        }
        failure.exit
    }

    /// A word from outside, without anything that could steer the terminal.
    pub fn word(text: &str) -> String {
        clean_line(text).text
    }

    /// A piece of a result, coloured where colours are wanted.
    pub fn paint(&self, text: &str, paint: Option<Paint>) -> String {
        painted(text, paint, self.paints_results)
    }

    fn note(&mut self, line: &str) {
        // Standard error is the last place to say something; if it takes nothing, there is nobody to tell.
        let _ = writeln!(self.streams.notes, "{line}").and_then(|()| self.streams.notes.flush());
    }
}

fn painted(text: &str, paint: Option<Paint>, is_wanted: bool) -> String {
    let code = match paint.filter(|_| is_wanted) {
        None => return text.to_owned(),
        Some(Paint::Badge) => 33,
        Some(Paint::Wrong) => 31,
    };
    format!("\u{1b}[{code}m{text}\u{1b}[0m")
}
