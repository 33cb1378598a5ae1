//! `pulih help`: the help pages, for reading and for pipes.

use clap::CommandFactory;
use serde_json::json;

use crate::cli::args::{Args, one_of};
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::help;
use crate::ops::help::{Part, Topic};
use crate::text::Text;

/// The width of a page.
const WIDTH: usize = 76;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Help {
    #[arg(value_name = "PAGE", value_parser = one_of(&PAGES))]
    topic: Option<String>,
    #[arg(value_name = "COMMAND")]
    step: Vec<String>,
}

/// What there is a page or a help text of: the pages first, then the commands whose names are no page.
const PAGES: [&str; 28] = [
    "restore",
    "cant-see-restore",
    "cant-restore",
    "back-up",
    "sign-out",
    "troubleshoot",
    "init",
    "list",
    "code",
    "show",
    "add",
    "edit",
    "rm",
    "trash",
    "group",
    "pin",
    "protect",
    "import",
    "export",
    "passwd",
    "words",
    "keystore",
    "backup",
    "sign-in",
    "doctor",
    "help",
    "completions",
    "man",
];

impl Help {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let page = self.topic.as_deref().and_then(Topic::named).filter(|_| self.step.is_empty());
        match page {
            None if self.topic.is_some() => return self.command(desk),
            None => list(desk)?,
            Some(topic) if desk.out.wants_json() => as_json(desk, topic)?,
            Some(topic) => print(desk, topic)?,
        }
        Ok(Exit::Done)
    }
}

impl Help {
    /// What `--help` says behind a command.
    fn command(&self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        desk.out.check_not_json("COMMAND")?;
        let mut command = help::in_language(Args::command(), desk.out.words());
        command.build();
        let path: Vec<&String> = self.topic.iter().chain(&self.step).collect();
        for step in path {
            command = command.find_subcommand(step).cloned().ok_or_else(no_such_command)?;
        }
        desk.out.raw(command.render_help().to_string().as_bytes())?;
        Ok(Exit::Done)
    }
}

fn no_such_command() -> Failure {
    Failure::new(Exit::Usage, Text::new("err-usage-command-unsaid"), Text::new("fix-usage-help"))
}

/// The pages by name.
fn list(desk: &mut Desk<'_>) -> Result<(), Failure> {
    let title = |desk: &Desk<'_>, topic: Topic| desk.out.words().say(&topic.title());
    if desk.out.wants_json() {
        let pages = Topic::ALL.map(|topic| json!({"topic": topic.name(), "title": title(desk, topic)}));
        return desk.out.json(&json!(pages));
    }
    for topic in Topic::ALL {
        let line = format!("pulih help {:<18}{}", topic.name(), title(desk, topic));
        desk.out.result(&line)?;
    }
    Ok(())
}

fn as_json(desk: &mut Desk<'_>, topic: Topic) -> Result<(), Failure> {
    let text: Vec<String> = lines(desk, topic);
    let links: Vec<&str> = topic.links().map(Topic::name).collect();
    let title = desk.out.words().say(&topic.title());
    desk.out.json(&json!({"topic": topic.name(), "title": title, "text": text.join("\n"), "links": links}))
}

fn print(desk: &mut Desk<'_>, topic: Topic) -> Result<(), Failure> {
    let title = desk.out.words().say(&topic.title());
    desk.out.result(&title)?;
    desk.out.result("")?;
    for line in lines(desk, topic) {
        desk.out.result(&line)?;
    }
    let head = desk.out.words().line("help-see-also");
    desk.out.result("")?;
    desk.out.result(&head)?;
    for link in topic.links() {
        let title = desk.out.words().say(&link.title());
        desk.out.result(&format!("  pulih help {:<18}{title}", link.name()))?;
    }
    Ok(())
}

/// The text of a page, without its title and its links.
fn lines(desk: &Desk<'_>, topic: Topic) -> Vec<String> {
    let words = desk.out.words();
    let mut lines: Vec<String> = Vec::new();
    let mut number = 0;
    for part in topic.parts() {
        number = if matches!(part, Part::Step(_)) { number + 1 } else { 0 };
        if matches!(part, Part::Head(_) | Part::Say(_)) && !lines.is_empty() {
            lines.push(String::new());
        }
        match part {
            Part::Head(id) => lines.push(words.line(id)),
            Part::Here(id) => told(&mut lines, "*", &words.line(id(desk.world.surroundings.device))),
            Part::Item(id) => told(&mut lines, "*", &words.line(id)),
            Part::Link(_) => {}
            Part::Say(id) => told(&mut lines, "", &words.line(id)),
            Part::Step(id) => told(&mut lines, &format!("{number}."), &words.line(id)),
        }
    }
    lines
}

/// A sentence over several lines, the first after its sign.
fn told(lines: &mut Vec<String>, sign: &str, said: &str) {
    let indent = if sign.is_empty() { 0 } else { 3 };
    let mut line = format!("{sign:<indent$}");
    let mut is_empty = true;
    for word in said.split(' ') {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::{PAGES, told};
    use crate::cli::args::Args;
    use crate::ops::help::Topic;

    #[test]
    fn every_page_and_every_command_has_its_help_by_name() {
        let command = Args::command();
        let commands = command.get_subcommands().map(clap::Command::get_name);
        let wanted: BTreeSet<&str> = Topic::ALL.map(Topic::name).into_iter().chain(commands).collect();
        assert_eq!(PAGES.into_iter().collect::<BTreeSet<_>>(), wanted);
    }

    #[test]
    fn a_step_hangs_from_its_number_and_no_word_is_lost() {
        let said = "word ".repeat(40);
        let mut lines = Vec::new();
        told(&mut lines, "2.", said.trim());
        assert!(lines[0].starts_with("2. word") && lines[1].starts_with("   word"), "{lines:?}");
        assert!(lines.iter().all(|line| line.chars().count() <= 76));
        assert_eq!(lines.join(" ").matches("word").count(), 40);
    }
}
