//! What was read and is not shown yet: files that wait for their passwords, and the content of those that are open.

use std::collections::VecDeque;

use zeroize::Zeroizing;

use crate::formats::{Imported, Locked, Parsed, UnlockError};
use crate::ops::import::{Found, app_name};
use crate::text::Text;
use crate::tui::desk::both;

/// All that one import reads.
#[derive(Debug, Default)]
pub(super) struct Intake {
    /// Files that wait for their passwords, the next one first.
    waiting: VecDeque<(String, Box<dyn Locked>)>,
    /// What the file at the worker is called.
    at_work: Option<String>,
    imported: Option<Imported>,
    /// The password that opened the last one; it is tried on the next.
    password: Option<Zeroizing<String>>,
    /// The file in front was tried with it.
    is_tried: bool,
    /// The person typed it for the file in front.
    is_typed: bool,
    /// How many there were.
    pub(super) files: usize,
    /// The names of those that had no lock.
    pub(super) plain: Vec<String>,
}

/// What comes next.
#[derive(Debug)]
pub(super) enum Next {
    /// The person is asked for a password.
    Ask,
    /// Everything is open.
    Show(Imported),
    /// This one is opened with a password that is known.
    Try(Box<dyn Locked>, Zeroizing<String>),
}

impl Intake {
    pub(super) fn new(found: Vec<Found>) -> Self {
        let mut intake = Self { files: found.len(), ..Self::default() };
        for Found { name, parsed } in found {
            match parsed {
                Parsed::Locked(file) => intake.waiting.push_back((name, file)),
                Parsed::Plain(imported) => {
                    intake.plain.extend((!name.is_empty()).then_some(name));
                    intake.join(imported);
                }
            }
        }
        intake
    }

    fn join(&mut self, imported: Imported) {
        self.imported = Some(match self.imported.take() {
            Some(before) => before.with(imported),
            None => imported,
        });
    }

    /// What comes next; `None` where there is nothing at all.
    pub(super) fn next(&mut self) -> Option<Next> {
        if self.waiting.is_empty() {
            return self.imported.take().map(Next::Show);
        }
        match (&self.password, self.is_tried) {
            (Some(password), false) => {
                let password = password.clone();
                (self.is_tried, self.is_typed) = (true, false);
                self.start().map(|file| Next::Try(file, password))
            }
            _ => Some(Next::Ask),
        }
    }

    /// The file in front goes to the worker.
    pub(super) fn start(&mut self) -> Option<Box<dyn Locked>> {
        let (name, file) = self.waiting.pop_front()?;
        self.at_work = Some(name);
        Some(file)
    }

    /// This was typed as its password.
    pub(super) fn typed(&mut self, password: &Zeroizing<String>) {
        (self.password, self.is_tried, self.is_typed) = (Some(password.clone()), true, true);
    }

    /// The worker has answered: what is to be said of it, if the person typed that password for this file.
    pub(super) fn came(&mut self, answer: Result<Imported, (Box<dyn Locked>, UnlockError)>) -> Option<Text> {
        let name = self.at_work.take().unwrap_or_default();
        match answer {
            Ok(imported) => {
                self.is_tried = false;
                self.join(imported);
                None
            }
            Err((file, error)) => {
                self.waiting.push_front((name, file));
                (self.is_typed || error != UnlockError::WrongPassword).then(|| both(&error))
            }
        }
    }

    /// Whether the file in front can need a key file.
    pub(super) fn takes_key_file(&self) -> bool {
        self.waiting.front().is_some_and(|(_, file)| file.takes_key_file())
    }

    /// What the file in front is called.
    pub(super) fn name(&self) -> &str {
        self.waiting.front().map_or("", |(name, _)| name)
    }

    /// The file in front is given its key file: what is to be said of it.
    pub(super) fn set_key_file(&mut self, content: &[u8]) -> Text {
        match self.waiting.front_mut().map(|(_, file)| file.set_key_file(content)) {
            None | Some(Ok(())) => Text::new("tui-import-key-file-read"),
            Some(Err(error)) => both(&error),
        }
    }

    /// What is being done, and how far it is where there are several files.
    pub(super) fn busy(&self) -> Text {
        match self.files {
            0 | 1 => Text::new("tui-import-busy"),
            count => Text::new("tui-import-busy-of").number("place", count - self.waiting.len()).number("count", count),
        }
    }

    /// The question for the password of the file in front.
    pub(super) fn question(&self) -> Text {
        let (name, app) = match (self.waiting.front(), &self.at_work) {
            (Some((name, file)), None) => (name.as_str(), app_name(file.format())),
            (_, Some(name)) => (name.as_str(), ""),
            (None, None) => ("", ""),
        };
        match (name.is_empty(), app.is_empty()) {
            (false, false) => Text::new("tui-import-locked-file").word("app", app).word("name", name),
            (true, false) => Text::new("tui-import-locked").word("app", app),
            _ => Text::new("tui-import-opening").word("name", name),
        }
    }
}
