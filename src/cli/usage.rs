//! Help, the version, and what is said of arguments that cannot be meant.
//!
//! What was typed is repeated only where it looks like a command or a flag: a secret in the wrong place is not.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::exit::Exit;
use crate::text::Text;
use crate::words::Catalog;

/// A print in the place of a deed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Answer {
    /// The print, with its line ends.
    pub text: String,
    /// How the program ends; [`Exit::Done`] goes to standard output, all else to standard error.
    pub exit: Exit,
}

impl Answer {
    /// What is to be printed for clap's answer.
    pub(in crate::cli) fn to(error: &clap::Error, words: &Catalog) -> Self {
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Self { text: error.render().to_string(), exit: Exit::Done }
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Self { text: error.render().to_string(), exit: Exit::Usage }
            }
            kind => Self { text: mistake(kind, error, words), exit: Exit::Usage },
        }
    }
}

fn mistake(kind: ErrorKind, error: &clap::Error, words: &Catalog) -> String {
    let mut text = words.say(&what(kind, error));
    text.push('\n');
    if let Some(fix) = fix(error) {
        text.push_str(&words.say(&fix));
        text.push('\n');
    }
    if let Some(usage) = context(error, ContextKind::Usage) {
        let usage = usage.trim_start_matches("Usage:").trim();
        text.push_str(&format!("{} {usage}\n", words.line("help-usage")));
    }
    text
}

fn what(kind: ErrorKind, error: &clap::Error) -> Text {
    let flag = context(error, ContextKind::InvalidArg).filter(|typed| is_ours(typed));
    let command = context(error, ContextKind::InvalidSubcommand).filter(|typed| is_ours(typed));
    let is_nothing = context(error, ContextKind::InvalidValue).is_some_and(|value| value.is_empty());
    match (kind, flag, command) {
        (ErrorKind::InvalidSubcommand, _, Some(command)) => Text::new("err-usage-command").word("command", command),
        (ErrorKind::InvalidSubcommand, ..) => Text::new("err-usage-command-unsaid"),
        (ErrorKind::MissingSubcommand, ..) => Text::new("err-usage-command-missing"),
        (ErrorKind::UnknownArgument, Some(flag), _) => Text::new("err-usage-flag").word("flag", flag),
        (ErrorKind::UnknownArgument, ..) => Text::new("err-usage-extra"),
        (ErrorKind::MissingRequiredArgument, Some(flag), _) => Text::new("err-usage-missing").word("arg", flag),
        (ErrorKind::InvalidValue, Some(flag), _) if is_nothing => Text::new("err-usage-no-value").word("arg", flag),
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Some(flag), _) => {
            Text::new("err-usage-value").word("arg", flag)
        }
        (ErrorKind::ArgumentConflict, Some(flag), _) => match context(error, ContextKind::PriorArg) {
            Some(other) if other != flag => Text::new("err-usage-conflict").word("arg", flag).word("other", other),
            _ => Text::new("err-usage-twice").word("arg", flag),
        },
        _ => Text::new("err-usage-other"),
    }
}

fn fix(error: &clap::Error) -> Option<Text> {
    let meant = context(error, ContextKind::SuggestedArg).or_else(|| context(error, ContextKind::SuggestedSubcommand));
    let allowed = context(error, ContextKind::ValidValue);
    match (meant, allowed) {
        (Some(meant), _) => Some(Text::new("fix-usage-meant").word("meant", meant)),
        (None, Some(allowed)) if !allowed.is_empty() => Some(Text::new("fix-usage-allowed").word("values", allowed)),
        _ => Some(Text::new("fix-usage-help")),
    }
}

/// Whether it is one of our own names or looks like a command or flag that was meant to be one.
fn is_ours(typed: &str) -> bool {
    let is_flag = typed.starts_with('-') || typed.starts_with('<') || typed.starts_with('[');
    let is_word = typed.chars().count() <= 16 && typed.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    is_flag || is_word
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::StyledStrs(texts) => Some(texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::Answer;
    use crate::cli::{Exit, Order};
    use crate::words::{Catalog, Language};

    fn answer(args: &[&str]) -> Answer {
        let args: Vec<OsString> = std::iter::once("pulih").chain(args.iter().copied()).map(Into::into).collect();
        Order::parse(&args, &Catalog::new(Language::En)).expect_err("an answer")
    }

    #[test]
    fn a_mistyped_command_is_named_with_the_one_that_was_meant() {
        let answer = answer(&["lst"]);
        assert_eq!(answer.exit, Exit::Usage);
        assert!(answer.text.contains("lst") && answer.text.contains("list"), "{}", answer.text);
        assert!(answer.text.contains("Usage: pulih"), "{}", answer.text);
    }

    #[test]
    fn a_secret_in_the_wrong_place_is_not_repeated() {
        for args in [
            &["otpauth://totp/x?secret=JBSWY3DPEHPK3PXP"][..],
            &["add", "JBSWY3DPEHPK3PXP"],
            &["code", "x", "--at", "JBSWY3DPEHPK3PXP"],
            &["code", "x", "JBSWY3DPEHPK3PXP"],
            &["list", "--passphrase-fd", "JBSWY3DPEHPK3PXP"],
            &["--lang", "JBSWY3DPEHPK3PXP", "list"],
        ] {
            let answer = answer(args);
            assert_eq!(answer.exit, Exit::Usage);
            assert!(!answer.text.contains("JBSWY3DP"), "{}", answer.text);
        }
    }

    #[test]
    fn what_a_flag_may_be_is_said() {
        let answer = answer(&["--color", "blue", "list"]);
        assert!(answer.text.contains("auto, always, never"), "{}", answer.text);
    }

    #[test]
    fn help_and_the_version_are_results() {
        assert_eq!(answer(&["--help"]).exit, Exit::Done);
        assert_eq!(answer(&["code", "-h"]).exit, Exit::Done);
        assert!(answer(&["-V"]).text.starts_with("pulih "));
    }

    #[test]
    fn every_command_that_the_readme_shows_is_understood() {
        let shown = include_str!("../../README.md").lines().filter(|line| line.starts_with("pulih "));
        let commands: Vec<&str> = shown.map(|line| line.split("   ").next().unwrap_or_default()).collect();
        assert!(commands.len() > 10, "{commands:?}");
        for command in commands {
            let args: Vec<OsString> = command.split(' ').map(Into::into).collect();
            let order = Order::parse(&args, &Catalog::new(Language::En));
            assert!(order.is_ok(), "{command}");
        }
    }

    #[test]
    fn no_flag_takes_a_secret_as_its_value() {
        let help: String = ["add", "edit", "import", "init", "passwd", "export"]
            .iter()
            .map(|command| answer(&[command, "--help"]).text)
            .collect();
        for flag in ["--secret ", "--password ", "--passphrase ", "--pin ", "--uri "] {
            assert!(!help.contains(&format!("{flag}<")), "{flag}");
        }
    }
}
