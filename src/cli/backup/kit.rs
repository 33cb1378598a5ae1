//! `pulih backup kit`: the page for the day on which nothing else is left, and three of its words asked back.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::cli::backup::{make, unix};
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open;
use crate::cli::words;
use crate::ops::Session;
use crate::ops::keys;
use crate::ops::kit::{self as deeds, Form, KitError, Origin};
use crate::text::Text;
use crate::vault::RecoveryWords;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Kit {
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    #[arg(long, conflicts_with = "words_fd")]
    new: bool,
    #[arg(long, value_name = "N", value_parser = crate::cli::args::descriptor())]
    words_fd: Option<i32>,
}

impl Kit {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open(desk)?;
        let files = Files { svg: self.svg, text: self.text };
        if self.new {
            return renewed(desk, &mut session, &files);
        }
        // Nothing is asked for where it could not be used.
        deeds::of_a_set(&session)?;
        let typed = desk.secret(self.words_fd, "--words-fd", &Text::new("ask-kit-words"))?;
        let typed = RecoveryWords::parse(&typed).map_err(|error| Failure::of(Exit::WrongPassword, &error))?;
        let kit = deeds::Kit::new(desk.world, &session, typed, Origin::Typed)?;
        let page = files.write(desk, &kit)?;
        let is_known = asked_back(desk, &kit)?;
        finished(desk, &mut session, &kit, is_known, page)
    }
}

/// Which pages are wanted; with none of them the page is printed as a result.
#[derive(Debug, Default)]
pub(in crate::cli) struct Files {
    pub svg: Option<PathBuf>,
    pub text: Option<PathBuf>,
}

impl Files {
    /// Writes the pages, and says what a thief of them can do.
    fn write(&self, desk: &mut Desk<'_>, kit: &deeds::Kit) -> Result<Value, Failure> {
        let forms = [(Form::Svg, &self.svg), (Form::Text, &self.text)];
        let wanted = forms.into_iter().filter_map(|(form, path)| path.as_ref().map(|path| (form, path)));
        let mut written = Vec::new();
        for (form, path) in wanted {
            let page = kit.write(desk.world, form, desk.out.words(), path)?;
            let file = page.path.to_string_lossy().into_owned();
            desk.out.say(&Text::new("cli-kit-written").word("file", file.as_str()));
            if let Some(service) = page.copied_by {
                desk.out.remark(&Text::new("cli-kit-copied").word("service", service), None);
            }
            written.push(file);
        }
        if !written.is_empty() {
            desk.out.remark(&Text::new("cli-kit-file-warning"), None);
        } else if !desk.out.wants_json() {
            seen(desk)?;
            let page = kit.drawn(Form::Text, desk.out.words());
            desk.out.raw(&page)?;
        }
        desk.out.remark(&Text::new("kit-warning"), None);
        Ok(json!(written))
    }

    /// One page, drawn where its name ends as drawings do, and text otherwise.
    pub fn of(path: Option<PathBuf>) -> Self {
        match path {
            Some(path) if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) => {
                Self { svg: Some(path), text: None }
            }
            text => Self { svg: None, text },
        }
    }

    const fn is_none(&self) -> bool {
        self.svg.is_none() && self.text.is_none()
    }
}

/// Words that nobody sees are not made.
fn seen(desk: &Desk<'_>) -> Result<(), Failure> {
    desk.check_seen("fix-cli-words-unseen")
}

/// New words, their page, and from then on they count and older ones do not. Where somebody sits there, three are asked
/// back before anything changes.
pub(in crate::cli) fn renewed(desk: &mut Desk<'_>, session: &mut Session, files: &Files) -> Result<Exit, Failure> {
    if files.is_none() && desk.out.wants_json() {
        return Err(Failure::new(Exit::Usage, Text::new("err-cli-kit-no-file"), Text::new("fix-cli-kit-no-file")));
    }
    deeds::of_a_set(session)?;
    let passphrase = desk.known_passphrase(session)?;
    let kit = deeds::Kit::new(desk.world, session, keys::new_words(desk.world)?, Origin::Drawn)?;
    let pages = files.write(desk, &kit)?;
    let is_known = asked_back(desk, &kit)?;
    let changed = keys::put_words(desk.world, session, kit.words(), &passphrase)?;
    desk.tell(&changed);
    desk.out.say(&Text::new("cli-words-done"));
    finished(desk, session, &kit, is_known, pages)
}

/// Three words, where there is somebody to ask. Returns whether they were known.
fn asked_back(desk: &mut Desk<'_>, kit: &deeds::Kit) -> Result<bool, Failure> {
    if !desk.world.console.is_interactive() {
        desk.out.remark(&Text::new("cli-kit-unchecked"), None);
        return Ok(false);
    }
    desk.out.say(&Text::new("cli-kit-ask"));
    words::ask_back(desk, kit.words())?;
    Ok(true)
}

/// Notes what was shown, and backs up where the newest backup does not open with these words yet.
fn finished(
    desk: &mut Desk<'_>,
    session: &mut Session,
    kit: &deeds::Kit,
    is_known: bool,
    pages: Value,
) -> Result<Exit, Failure> {
    let now = desk.world.clock.now();
    if is_known {
        desk.change(session, |desk, session| Ok(deeds::note_saved(session, now, &*desk.world.entropy)?))?;
        desk.out.say(&Text::new("cli-kit-saved"));
    }
    if crate::ops::backup::is_due(session) && session.book().live().next().is_some() {
        make::backed_up(desk, session, false)?;
    }
    if desk.out.wants_json() {
        let saved = is_known.then_some(now);
        desk.out.json(&json!({"set_name": kit.locator().set, "files": pages, "kit_saved_at": unix(saved)}))?;
    }
    Ok(Exit::Done)
}

impl From<KitError> for Failure {
    fn from(error: KitError) -> Self {
        match error {
            KitError::Backup(error) => error.into(),
            KitError::File(error) => error.into(),
            KitError::OtherWords => Self::of(Exit::WrongPassword, &error),
            KitError::BesideBackups | KitError::NoWords => Self::of(Exit::NotDone, &error),
        }
    }
}
