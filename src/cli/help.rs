//! Help in the person's language: the definitions of clap, with every text taken from the catalogue.
//!
//! `cmd-<path>` is what a command does; `arg-<path>-<name>` or else `arg-<name>` is what an argument means.

use clap::{Arg, Command};

use crate::words::Catalog;

/// The definitions with their texts.
pub(in crate::cli) fn in_language(command: Command, words: &Catalog) -> Command {
    let headings = Headings::of(words);
    let template = format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", words.line("help-usage"));
    let speaker = Speaker { words, headings, template };
    speaker.told(command, "")
}

/// The headings of help. clap keeps headings for as long as the program runs, so these few words are never given back.
#[derive(Clone, Copy)]
struct Headings {
    arguments: &'static str,
    commands: &'static str,
    global_options: &'static str,
    options: &'static str,
}

impl Headings {
    fn of(words: &Catalog) -> Self {
        Self {
            arguments: words.line("help-arguments").leak(),
            commands: words.line("help-commands").leak(),
            global_options: words.line("help-global-options").leak(),
            options: words.line("help-options").leak(),
        }
    }
}

/// Puts texts to definitions.
struct Speaker<'a> {
    words: &'a Catalog,
    headings: Headings,
    template: String,
}

impl Speaker<'_> {
    fn told(&self, command: Command, path: &str) -> Command {
        let about = self.words.find(&command_id(path)).unwrap_or_default();
        command
            .about(about)
            .help_template(self.template.clone())
            .subcommand_help_heading(self.headings.commands)
            .mut_args(|arg| self.explained(arg, path))
            .mut_subcommands(|sub| {
                let path = format!("{path}-{}", sub.get_name());
                self.told(sub, &path)
            })
    }

    fn explained(&self, arg: Arg, path: &str) -> Arg {
        let [special, general] = argument_ids(&arg, path);
        let help = self.words.find(&special).or_else(|| self.words.find(&general)).unwrap_or_default();
        let heading = match (arg.is_positional(), arg.is_global_set()) {
            (true, _) => self.headings.arguments,
            (false, true) => self.headings.global_options,
            (false, false) => self.headings.options,
        };
        // The values are named in the help text itself; clap would add them in English.
        let takes_values = arg.get_action().takes_values();
        let arg = arg.help(help).help_heading(heading);
        if takes_values { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
    }
}

fn command_id(path: &str) -> String {
    if path.is_empty() { "cmd-pulih".to_owned() } else { format!("cmd{path}") }
}

fn argument_ids(arg: &Arg, path: &str) -> [String; 2] {
    let name = arg.get_id().as_str().replace('_', "-");
    [format!("arg{path}-{name}"), format!("arg-{name}")]
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::{argument_ids, command_id, in_language};
    use crate::cli::args::Args;
    use crate::words::{Catalog, Language};

    /// The ids of an English file that name a command or an argument.
    fn told_of(file: &str) -> Vec<&str> {
        let ids = file.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id);
        ids.filter(|id| id.starts_with("arg-") || id.starts_with("cmd-")).collect()
    }

    /// Every id that some command or argument asks for.
    fn asked(command: &Command, path: &str, ids: &mut Vec<String>) {
        ids.push(command_id(path));
        ids.extend(command.get_arguments().flat_map(|arg| argument_ids(arg, path)));
        for sub in command.get_subcommands() {
            asked(sub, &format!("{path}-{}", sub.get_name()), ids);
        }
    }

    #[test]
    fn no_text_tells_of_a_command_or_argument_that_is_not_there() {
        let mut ids = Vec::new();
        asked(&Args::command(), "", &mut ids);
        let english = told_of(include_str!("../../assets/i18n/en/cli.ftl"));
        assert!(english.len() > 50);
        let needless: Vec<&str> = english.into_iter().filter(|id| !ids.iter().any(|asked| asked == id)).collect();
        assert!(needless.is_empty(), "{needless:?}");
    }

    /// Everything that has no text of its own in a language.
    fn untold(command: &Command, path: &str, words: &Catalog, untold: &mut Vec<String>) {
        let id = command_id(path);
        if words.find(&id).is_none() {
            untold.push(id);
        }
        for arg in command.get_arguments() {
            let ids = argument_ids(arg, path);
            if ids.iter().all(|id| words.find(id).is_none()) {
                untold.push(ids.join(" or "));
            }
        }
        for sub in command.get_subcommands() {
            self::untold(sub, &format!("{path}-{}", sub.get_name()), words, untold);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_text_in_every_language() {
        for language in Language::ALL {
            let mut missing = Vec::new();
            untold(&Args::command(), "", &Catalog::new(language), &mut missing);
            assert!(missing.is_empty(), "{language:?} lacks {missing:#?}");
        }
    }

    #[test]
    fn the_definitions_are_sound_and_help_speaks_the_language() {
        for language in Language::ALL {
            let words = Catalog::new(language);
            let mut command = in_language(Args::command(), &words);
            command.clone().debug_assert();
            let help = command.render_help().to_string();
            assert!(help.contains(&words.line("help-usage")));
            assert!(help.contains(&words.line("cmd-list")), "{help}");
            assert!(!help.contains("<cmd"), "{help}");
        }
    }

    #[test]
    fn first_lines_of_help_have_no_period_and_fit_beside_their_command() {
        for language in Language::ALL {
            let words = Catalog::new(language);
            let command = in_language(Args::command(), &words);
            for sub in command.get_subcommands() {
                let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.ends_with('.') && about.chars().count() <= 64, "{language:?}: {about}");
            }
        }
    }
}
